// Holes for pins and windows in a drill guide: on the jaw phantom the guide stays closed and in one piece, holes have
// their diameter by rays, windows go through and leave the tubes whole; what does not meet the guide is refused; the
// operation tells what a pin runs into.

#include "core/base/error.h"
#include "core/mesh/shells.h"
#include "core/mesh/stl.h"
#include "jaw_case.h"
#include "known_guides.h"
#include "plugins/implant/guide_operation.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numbers>
#include <optional>

using namespace jawcase;
using namespace guides;

namespace {

DrillGuide make(const GuideInputs& in)
{
    Job job;
    return makeDrillGuide(in, job);
}

/// Those built in; from the source where the program was built before there were any of these.
LimitTable limits()
{
    LimitTable out = LimitTable::builtIn();
    if (!out.find("implant.guide.pin_hole")) {
        std::ifstream file(POLLUX_SOURCE_DIR "/resources/limits/implant_guide_openings.json");
        out.addJson(std::string(std::istreambuf_iterator<char>(file), {}), "implant_guide_openings.json");
    }
    return out;
}

} // namespace

class TstGuideOpenings : public QObject
{
    Q_OBJECT

    Jaw m_jaw;
    GuideInputs m_inputs;
    DrillGuide m_plain, m_opened;
    Vec3 m_pin = Vec3::Zero(), m_window = Vec3::Zero();

    Vec3 outwards() const { return outwardsOf(m_jaw); }
    Vec3 topAbout(const Vec3& place) const { return toothTop(m_jaw, place); }
    bool refused(const std::function<void(GuideInputs&)>& change) const
    {
        GuideInputs in = m_inputs;
        in.settings.edge = 0.4;
        change(in);
        try {
            make(in);
        } catch (const Error& e) {
            return e.code() == ErrorCode::BadInput && !e.advice().empty();
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        JawOptions o;
        o.spacing = 0.5;
        m_jaw = makeJaw(o, Job());
        m_inputs.implants = {{Id("implant-1"), "implant-1", straight(m_jaw.gapCrest)}};
        m_inputs.teeth = {m_jaw.masks.at("tooth")};
        m_inputs.bones = {m_jaw.masks.at("mandible")};
        m_plain = make(m_inputs);
        m_pin = pinPlace(m_jaw);
        m_window = windowPlace(m_jaw);
        GuideInputs in = m_inputs;
        in.pins = {m_pin};
        in.windows = {m_window};
        m_opened = make(in);
        qInfo("plain %.3f mL, opened %.3f mL, pieces %d, cut off %.4f mL, wall %.2f mm (plain %.2f), window %.1f mm3",
              m_plain.body.volumeMl(), m_opened.body.volumeMl(), m_opened.pieces, m_opened.cutOffMl,
              m_opened.wall->percentile1, m_plain.wall->percentile1, m_opened.windows[0].takenMm3);
        GuideInputs alone = m_inputs;
        alone.pins = in.pins;
        const auto place = [&](const DrillGuide& g) {
            const Vec3 d = g.wall->place - m_jaw.gapCrest;
            return QStringLiteral("%1 mm (least %2, thin %3 mm2) at along %4, out %5, up %6")
                .arg(g.wall->percentile1)
                .arg(g.wall->least)
                .arg(g.wall->thinMm2)
                .arg(d.dot(m_jaw.gapTangent))
                .arg(d.dot(outwards()))
                .arg(d.z());
        };
        qInfo("wall with both: %s; with the pin alone: %s", qPrintable(place(m_opened)),
              qPrintable(place(make(alone))));
        if (qEnvironmentVariableIsSet("POLLUX_GUIDE_STL"))
            writeStl(m_opened.body, qgetenv("POLLUX_GUIDE_STL").toStdString());
    }

    void closedAndOnePiece()
    {
        QVERIFY(m_opened.body.isClosed());
        QCOMPARE(shells(m_opened.body).size(), size_t(1));
        QVERIFY(m_opened.pins[0].held && m_opened.sleeves[0].held);
        QVERIFY(m_opened.cutOffMl < 0.005);
        // The thinnest places are what stays of a crown beside its window.
        QVERIFY(m_opened.wall->percentile1 > 1.0);
    }

    void pinHoleHasItsDiameterAndGoesThroughOneWall()
    {
        const GuidePin& pin = m_opened.pins[0];
        const SurfaceLocator body(m_opened.body);
        double least = 1e9, most = 0;
        for (double along : {1.0, 2.0, 3.0, 4.0}) {
            const auto [low, high] = radii(body, pin.outer + along * pin.direction, pin.direction);
            least = std::min(least, low);
            most = std::max(most, high);
        }
        qInfo("radius of the pin's hole by rays: %.3f to %.3f mm for 0.8", least, most);
        QVERIFY(std::fabs(least - 0.8) < 0.05 && std::fabs(most - 0.8) < 0.05);
        QVERIFY(!body.firstHit(pin.outer - 6 * pin.direction, pin.contact + 0.5 * pin.direction));
        // Aimed at the arch's inside, level.
        QVERIFY(pin.direction.dot(outwards()) < -0.8 && std::fabs(pin.direction.z()) < 1e-9);
        QVERIFY(std::fabs((pin.tip - pin.outer).norm() - 18) < 1e-9);
        QVERIFY(std::fabs((pin.contact - pin.outer).norm() - 5) < 1e-9);
        // The tube around it ends where it should.
        const Vec3 beside = pin.outer + 1.8 * Vec3::UnitZ();
        const auto end = body.firstHit(beside - 6 * pin.direction, beside + 3 * pin.direction);
        QVERIFY(end && std::fabs((end->point - pin.outer).dot(pin.direction)) < 0.125);
        // Without it there was no guide.
        QVERIFY(!SurfaceLocator(m_plain.body).contains(pin.outer + 3 * pin.direction + 1.8 * Vec3::UnitZ()));
    }

    void windowGoesThrough()
    {
        const GuideWindow& w = m_opened.windows[0];
        const SurfaceLocator opened(m_opened.body), plain(m_plain.body);
        const Vec3 other = w.outwards.cross(w.side);
        QVERIFY((w.middle - m_window).norm() < 1.0);
        QVERIFY(w.takenMm3 > 20);
        for (double a : {-1.8, 0.0, 1.8})
            for (double b : {-1.8, 0.0, 1.8}) {
                const Vec3 p = w.middle + a * w.side + b * other;
                QVERIFY(!opened.firstHit(p + 8 * w.outwards, p));
                QVERIFY(plain.firstHit(p + 8 * w.outwards, Vec3(p - 0.5 * w.outwards)).has_value());
            }
        const auto wide = radii(opened, w.middle + 1.5 * w.outwards, w.outwards);
        QVERIFY2(std::fabs(wide.first - 2) < 0.06, qPrintable(QString::number(wide.first)));
        // The sleeve's hole is as it was.
        QVERIFY(!opened.firstHit(m_jaw.gapCrest, m_jaw.gapCrest + Vec3(0, 0, 40)));
    }

    /// A window set where the sleeve's tube stands takes nothing of it.
    void tubesStayWhole()
    {
        GuideInputs in = m_inputs;
        in.settings.edge = 0.3;
        in.settings.openings.window = 8;
        in.windows = {topAbout(m_jaw.gapCrest + 8 * m_jaw.gapTangent)};
        const DrillGuide g = make(in);
        QVERIFY(g.sleeves[0].held && g.body.isClosed());
        const SurfaceLocator body(g.body);
        const Vec3 middle = m_jaw.gapCrest + 6.5 * Vec3::UnitZ();
        for (int a = 0; a < 32; ++a) {
            const double t = 2 * std::numbers::pi * a / 32;
            QVERIFY(body.contains(middle + 4.5 * Vec3(std::cos(t), std::sin(t), 0)));
        }
    }

    void aimIsFollowed()
    {
        GuideInputs in = m_inputs;
        in.settings.edge = 0.4;
        in.pins = {m_pin};
        in.aim = Vec3(m_pin - 20 * outwards() - 8 * Vec3::UnitZ());
        const DrillGuide g = make(in);
        QVERIFY((g.pins[0].direction - (*in.aim - m_pin).normalized()).norm() < 1e-9);
        QVERIFY(g.body.isClosed() && g.pins[0].held);
        const auto [low, high] =
            radii(SurfaceLocator(g.body), g.pins[0].outer + 2 * g.pins[0].direction, g.pins[0].direction);
        QVERIFY(std::fabs(low - 0.8) < 0.08 && std::fabs(high - 0.8) < 0.08);
    }

    void sameTwice()
    {
        GuideInputs in = m_inputs;
        in.pins = {m_pin};
        in.windows = {m_window};
        QVERIFY(make(in).body.key() == m_opened.body.key());
    }

    void theOperationListsPins()
    {
        Edit e;
        Plan p;
        p.name = "implant";
        p.kind = kDentalPlan;
        p.detail = placedDetail(straight(m_jaw.gapCrest));
        e.put(Id("implant-1"), std::move(p));
        const Case c = apply(makeCase(m_jaw, true), e);
        const auto op = makeDrillGuideOperation(limits());
        const auto run = [&](const std::vector<Vec3>& pins, std::optional<Vec3> aim = {}) {
            ParamValues v;
            if (aim)
                v.set("aim", *aim);
            v.set("edge", 0.4);
            v.set("pins", pins);
            v.set("windows", std::vector<Vec3>{m_window});
            Job job;
            return runOperation(*op, c, v, {"tester"}, job).after;
        };
        const Case done = run({m_pin});
        const Plan& plan = done.plan(Id("guide-1"));
        const auto pins = guidedPins(plan);
        QCOMPARE(pins.size(), size_t(1));
        QVERIFY(std::fabs(pins[0].length() - 18) < 1e-6 && pins[0].hole == 1.6 && pins[0].guided == 5);
        QCOMPARE(guidedDrills(plan).size(), size_t(1));
        qInfo("pin: %.2f mm in bone, %.2f mm to a tooth, %.2f mm to the implant, %.2f mm to the canal",
              after(plan, "pin-bone-1"), after(plan, "pin-tooth-1"), after(plan, "pin-implant-1"),
              after(plan, "pin-canal-1"));
        // The way between the parallels of pin and implant: axes at right angles, their distance less both radii.
        const Vec3 away = m_jaw.gapCrest - pins[0].outer;
        const double axes = std::fabs(away.dot(pins[0].axis().cross(Vec3::UnitZ()).normalized()));
        const double implant = axes - 0.8 - PlacedImplant().implant.body().radiusAt(6);
        QVERIFY2(std::fabs(after(plan, "pin-implant-1") - implant) < 0.1, qPrintable(QString::number(implant)));
        // Bone of that half width at 6 mm below the crest is crossed at some slant.
        QVERIFY(after(plan, "pin-bone-1") > 6 && after(plan, "pin-bone-1") < 13);
        QVERIFY(!has(plan.findings, "guide.loose-pin") && !has(plan.findings, "guide.empty-window"));
        QVERIFY(done.structure(Id("guide-1-body")).surface->isClosed());
        // Something that a pin was measured against moves: the guide is stale.
        QVERIFY(staleIds(done).empty());
        Edit moved;
        Structure canal = done.structure(Id("mandibular_canal_left"));
        canal.mask = done.structure(Id("mandibular_canal_right")).mask;
        moved.put(Id("mandibular_canal_left"), std::move(canal));
        QVERIFY(staleIds(apply(done, moved)).contains(Id("guide-1")));

        // Straight at the implant, at a root, at the canal; two side by side.
        const auto told = [&](const std::vector<Vec3>& pins, std::optional<Vec3> aim, const char* code) {
            const Plan p = run(pins, aim).plan(Id("guide-1"));
            return has(p.findings, code) && blocks(p.findings);
        };
        const Vec3 wall = m_jaw.gapCrest + (m_jaw.halfWidthAt(6) + 2) * outwards();
        QVERIFY(told({wall - 6 * Vec3::UnitZ()}, m_jaw.gapCrest - 6 * Vec3::UnitZ(), "guide.pin-implant"));
        const Vec3 root = m_window - 12 * Vec3::UnitZ();
        QVERIFY(told({root + 6 * outwards()}, root, "guide.pin-tooth"));
        Vec3 canalPoint = m_jaw.canalLeft[0];
        for (const Vec3& q : m_jaw.canalLeft)
            if ((q - m_jaw.gapCrest).norm() < (canalPoint - m_jaw.gapCrest).norm())
                canalPoint = q;
        QVERIFY(told({canalPoint + 6 * outwards()}, canalPoint, "guide.pin-canal"));
        QVERIFY(told({m_pin, m_pin + m_jaw.gapTangent}, {}, "guide.pins-cross"));
    }

    void theOperationChecksFirst()
    {
        const auto op = makeDrillGuideOperation(limits());
        const Case c = makeCase(m_jaw, true);
        ParamValues v;
        v.set("pins", std::vector<Vec3>(9, m_pin));
        QVERIFY(has(checkOperation(*op, c, v), "guide.many-openings"));
        v.set("pins", std::vector<Vec3>{m_pin});
        v.set("aim", m_pin);
        QVERIFY(has(checkOperation(*op, c, v), "guide.pin-direction"));
        v = {};
        v.set("pin_length", 6.0);
        v.set("pin_tube", 6.0);
        QVERIFY(has(checkOperation(*op, c, v), "guide.short-pin"));
        v = {};
        v.set("pins", std::vector<Vec3>{Vec3(std::nan(""), 0, 0)});
        QVERIFY(has(checkOperation(*op, c, v), "param"));
    }

    void badOnesAreRefused()
    {
        const double nan = std::nan("");
        QVERIFY(refused([&](GuideInputs& in) { in.pins = {Vec3(nan, 0, 0)}; }));
        QVERIFY(refused([&](GuideInputs& in) { in.pins = {m_pin + Vec3(500, 0, 0)}; }));
        QVERIFY(refused([&](GuideInputs& in) { in.pins = {m_pin + Vec3(0, 0, 40)}; })); // above the teeth
        QVERIFY(refused([&](GuideInputs& in) { in.pins.assign(9, m_pin); }));
        QVERIFY(refused([&](GuideInputs& in) { in.pins = {m_pin}, in.aim = m_pin; }));
        QVERIFY(refused([&](GuideInputs& in) { in.windows = {m_window + Vec3(0, 0, 15)}; }));
        QVERIFY(refused([&](GuideInputs& in) { in.windows = {Vec3(0, nan, 0)}; }));
        QVERIFY(refused([&](GuideInputs& in) { in.windows.assign(17, m_window); }));
        QVERIFY(refused([&](GuideInputs& in) { in.settings.openings.pinLength = 4; }));
        QVERIFY(refused([&](GuideInputs& in) { in.settings.openings.window = nan; }));
    }
};

QTEST_APPLESS_MAIN(TstGuideOpenings)
#include "tst_guide_openings.moc"
