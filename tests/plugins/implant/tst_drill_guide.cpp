// A drill guide on the jaw phantom and on exact bodies: watertight, bored, at the right height, off the teeth and free
// to be lifted off; sleeves that collide or fall off are told; scans, open and closed; the drill list.

#include "core/base/error.h"
#include "core/image/point_tree.h"
#include "core/mesh/extract.h"
#include "core/mesh/level_surface.h"
#include "core/mesh/locator.h"
#include "core/mesh/shells.h"
#include "core/mesh/stl.h"
#include "jaw_case.h"
#include "known_guides.h"
#include "plugins/implant/guide_operation.h"

#include <Eigen/Geometry>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>

using namespace jawcase;
using namespace guides;

namespace {

constexpr double kVoxel = 0.5; // of the phantom

DrillGuide make(const GuideInputs& in)
{
    Job job;
    return makeDrillGuide(in, job);
}

/// The least way from points of the body, moved along, to the centre of a voxel of the mask.
double nearest(const Surface& body, const PointTree& voxels, const std::vector<Vec3>& centres, const Vec3& moved)
{
    double least = 1e9;
    for (size_t n = 0; n < body.points().size(); n += 7) {
        const Vec3 p = body.points()[n].cast<double>() + moved;
        least = std::min(least, (centres[static_cast<size_t>(voxels.nearest(p))] - p).norm());
    }
    return least;
}

std::vector<Vec3> centresOf(const Mask& m, const Vec3& about, double within)
{
    std::vector<Vec3> out;
    for (int k = m.box().min[2]; k < m.box().max[2]; ++k)
        for (int j = m.box().min[1]; j < m.box().max[1]; ++j)
            for (int i = m.box().min[0]; i < m.box().max[0]; ++i)
                if (m.at(i, j, k) && (m.grid().toPatient(i, j, k) - about).norm() < within)
                    out.push_back(m.grid().toPatient(i, j, k));
    return out;
}

/// Those built in; from the source where the program was built before there were any of guides.
LimitTable limits()
{
    LimitTable out = LimitTable::builtIn();
    if (!out.find("implant.guide.wall")) {
        std::ifstream file(POLLUX_SOURCE_DIR "/resources/limits/implant_guide.json");
        out.addJson(std::string(std::istreambuf_iterator<char>(file), {}), "implant_guide.json");
    }
    return out;
}

Plan planOf(const PlacedImplant& placed)
{
    Plan p;
    p.name = "implant";
    p.kind = kDentalPlan;
    p.detail = placedDetail(placed);
    return p;
}

} // namespace

class TstDrillGuide : public QObject
{
    Q_OBJECT

    Jaw m_jaw;
    GuideInputs m_inputs;
    DrillGuide m_guide;

    Vec3 across() const { return m_jaw.gapTangent.cross(Vec3::UnitZ()).normalized(); }

private Q_SLOTS:
    void initTestCase()
    {
        JawOptions o;
        o.spacing = kVoxel;
        m_jaw = makeJaw(o, Job());
        m_inputs.implants = {at("implant-1", m_jaw.gapCrest)};
        m_inputs.teeth = {m_jaw.masks.at("tooth")};
        m_inputs.bones = {m_jaw.masks.at("mandible")};
        m_guide = make(m_inputs);
        qInfo("%zu triangles, %lld voxels, %.2f mL, contact %.0f mm2, wall: least %.2f at %.1f %.1f %.1f, 1st "
              "percentile %.2f, median %.2f, share %.2f; clearance %.2f, pieces %d",
              m_guide.body.triangles().size(), static_cast<long long>(m_guide.voxels), m_guide.body.volumeMl(),
              m_guide.contactMm2, m_guide.wall->least, m_guide.wall->place.x(), m_guide.wall->place.y(),
              m_guide.wall->place.z(), m_guide.wall->percentile1, m_guide.wall->median, m_guide.wall->share,
              m_guide.sleeves[0].clearance, m_guide.pieces);
        if (qEnvironmentVariableIsSet("POLLUX_GUIDE_STL"))
            writeStl(m_guide.body, qgetenv("POLLUX_GUIDE_STL").toStdString());
    }

    void watertightAndOnePiece()
    {
        const Surface& s = m_guide.body;
        QVERIFY(s.isClosed());
        QCOMPARE(shells(s).size(), size_t(1));
        QVERIFY(s.volumeMl() > 1 && s.volumeMl() < 12);
        // A ray from outside meets walls in pairs, outwards first.
        const SurfaceLocator locator(s);
        const Vec3 c = s.bounds().centre();
        int rays = 0;
        for (int n = 0; n < 200; ++n) {
            const double a = n * 2.399963, z = 1 - (n + 0.5) / 100;
            const Vec3 d(std::sqrt(1 - z * z) * std::cos(a), std::sqrt(1 - z * z) * std::sin(a), z);
            const auto hits = locator.allHits(c + 80 * d, c - 80 * d);
            QVERIFY(hits.size() % 2 == 0);
            for (size_t h = 0; h < hits.size(); ++h)
                QVERIFY((hits[h].normal.dot(d) > 0) == (h % 2 == 0));
            rays += !hits.empty();
        }
        QVERIFY(rays > 50);
        const QTemporaryDir dir;
        const auto path = std::filesystem::path(dir.filePath("guide.stl").toStdString());
        writeStl(s, path);
        const Surface back = readStl(path);
        QVERIFY(back.isClosed());
        QCOMPARE(back.triangles().size(), s.triangles().size());
    }

    void holeIsOpen()
    {
        const SurfaceLocator locator(m_guide.body);
        const Vec3 x = m_jaw.gapTangent, y = across();
        for (double r : {0.0, 1.5, 2.8})
            for (int a = 0; a < 16; ++a) {
                const Vec3 p = m_jaw.gapCrest + r * (std::cos(a * 0.3927) * x + std::sin(a * 0.3927) * y);
                QVERIFY(!locator.firstHit(p - Vec3(0, 0, 1), p + Vec3(0, 0, 40)));
            }
        // A wider one hits the tube.
        QVERIFY(locator.firstHit(m_jaw.gapCrest + 4 * y, Vec3(m_jaw.gapCrest + 4 * y + Vec3(0, 0, 40))));
    }

    /// Sideways, where no other part of the guide is, the tube begins and ends where the sleeve does.
    void sleeveEndsWhereItShould()
    {
        GuideInputs in = m_inputs;
        in.settings.join = false;
        in.settings.edge = 0.3;
        in.settings.margin = 4.5; // the body ends above the tube's lower end
        for (double offset : {4.0, 5.3}) {
            in.settings.sleeveOffset = offset;
            const DrillGuide g = make(in);
            const SurfaceLocator locator(g.body);
            const double r = 3 + 2.5 / 2;
            for (double side : {-1.0, 1.0}) {
                const Vec3 p = m_jaw.gapCrest + side * r * across();
                const auto up = locator.firstHit(p, p + Vec3(0, 0, 30)), down = locator.firstHit(p + Vec3(0, 0, 30), p);
                QVERIFY(up && down);
                const double low = up->point.z() - m_jaw.gapCrest.z(), high = down->point.z() - m_jaw.gapCrest.z();
                QVERIFY2(std::fabs(low - offset) < in.settings.edge / 2, qPrintable(QString::number(low)));
                QVERIFY2(std::fabs(high - offset - 5) < in.settings.edge / 2, qPrintable(QString::number(high)));
            }
        }
    }

    /// Against the voxels themselves by brute force, put on and lifted off; pushed down, it meets the teeth.
    void staysOffTheTeethAndCanBeLiftedOff()
    {
        GuideInputs tilted = m_inputs;
        tilted.settings.edge = 0.3;
        tilted.settings.up = Vec3(0.2, 0.15, 1);
        for (const DrillGuide& g : {m_guide, make(tilted)}) {
            std::vector<Vec3> centres = centresOf(m_inputs.teeth[0], m_jaw.gapCrest, 40);
            const std::vector<Vec3> bone = centresOf(m_inputs.bones[0], m_jaw.gapCrest, 40);
            centres.insert(centres.end(), bone.begin(), bone.end());
            const PointTree tree(centres);
            double least = 1e9;
            for (double t = 0; t < 14; t += t < 2 ? 0.25 : 1)
                least = std::min(least, nearest(g.body, tree, centres, t * g.up));
            // The border of a voxel set lies half a voxel from its centres; the gap comes on top of it.
            qInfo("least way to a voxel's centre: %.3f mm", least);
            // Between the voxels' distances the field is linear, which cuts off up to a tenth of a millimetre at the
            // corners of the staircase.
            QVERIFY2(least > kVoxel / 2 - 0.02, qPrintable(QString::number(least)));
            QVERIFY2(least < kVoxel / 2 + 0.2, qPrintable(QString::number(least)));
            QVERIFY(nearest(g.body, tree, centres, -0.5 * g.up) < 0.2);
            QVERIFY(g.contactMm2 > 50);
        }
    }

    /// A tooth like a ball: below its equator the guide goes straight down.
    void undercutsAreBlocked()
    {
        const DrillGuide g = make(ballGuide());
        const BallShell shell = shellOf(g.body);
        QVERIFY2(std::fabs(shell.inner - 4.1) < 0.2, qPrintable(QString::number(shell.inner)));
        QVERIFY2(std::fabs(shell.innerBelow - 4.1) < 0.2, qPrintable(QString::number(shell.innerBelow)));
        QVERIFY2(std::fabs(shell.outer - 7.1) < 0.2, qPrintable(QString::number(shell.outer)));
        QVERIFY2(std::fabs(g.lowest + 3) < 0.2, qPrintable(QString::number(g.lowest)));
        // The wall of a shell of this thickness.
        QVERIFY2(std::fabs(g.wall->median - 3) < 0.2, qPrintable(QString::number(g.wall->median)));
    }

    /// Two blocks 1.6 mm apart: no fin goes in between; asked for less wall, it does.
    void gapsBetweenTeethStayOpen()
    {
        GuideInputs in;
        in.implants = {at("implant-1", Vec3(13, 0, -4))};
        in.teeth = {maskOf(0.25, [](const Vec3& p) {
            return std::fabs(std::fabs(p.x()) - 3.8) < 3 && std::fabs(p.y()) < 3 && std::fabs(p.z()) < 4;
        })};
        in.settings.reach = 16;
        const auto lowestBetween = [](const DrillGuide& g) {
            double low = 1e9;
            for (const Vec3f& p : g.body.points())
                if (std::fabs(p.x()) < 0.5f && std::fabs(p.y()) < 2)
                    low = std::min(low, double(p.z()));
            return low;
        };
        const DrillGuide g = make(in);
        QVERIFY2(std::fabs(lowestBetween(g) - 3.7) < 0.4, qPrintable(QString::number(lowestBetween(g))));
        QVERIFY2(g.wall->percentile1 > 2, qPrintable(QString::number(g.wall->percentile1)));
        in.settings.wall = 0.3;
        QVERIFY2(lowestBetween(make(in)) < -1.5, "a fin");
    }

    /// The last tooth ends just beyond the reach: the guide ends square before and lays no skin on its far face.
    void endsSquareAtTheReach()
    {
        GuideInputs in = m_inputs;
        in.settings.reach = 15;
        const DrillGuide g = make(in);
        QVERIFY2(g.wall->percentile1 > 2, qPrintable(QString::number(g.wall->percentile1))); // with the skin: 1.05
        QVERIFY2(m_guide.wall->percentile1 > 2.3, qPrintable(QString::number(m_guide.wall->percentile1)));
    }

    void scansOpenAndClosed()
    {
        // A row of two crowns on a gum, as a smooth body.
        Grid g;
        g.size = {120, 80, 80};
        g.spacing = Vec3::Constant(0.25);
        g.origin = Vec3(-15, -10, -10);
        std::vector<float> v;
        for (int k = 0; k < 80; ++k)
            for (int j = 0; j < 80; ++j)
                for (int i = 0; i < 120; ++i) {
                    const Vec3 p = g.toPatient(i, j, k);
                    double d = std::max(std::hypot(p.y(), p.z() + 7) - 6, -9 - p.z());
                    for (double x : {-8.0, 8.0})
                        d = std::min(d, (p - Vec3(x, 0, 0)).norm() - 3.5);
                    v.push_back(static_cast<float>(d));
                }
        const Surface closed = levelSurface(Volume(g, std::move(v)), 0, Job());
        std::vector<Triangle> upper, turned;
        for (const Triangle& t : closed.triangles())
            if (closed.points()[t[0]].z() > -6) {
                upper.push_back(t);
                turned.push_back({t[0], t[2], t[1]});
            }
        GuideInputs in;
        in.implants = {at("implant-1", Vec3(0, 0, -1))};
        in.settings.sleeveInner = 3;
        in.settings.sleeveOuter = 4;
        in.settings.sleeveOffset = 1;
        in.settings.margin = 5;
        in.settings.reach = 13;
        in.scan = closed;
        const DrillGuide a = make(in);
        in.scan = Surface(closed.points(), upper);
        QVERIFY(!in.scan.isClosed());
        const DrillGuide b = make(in);
        in.scan = Surface(closed.points(), turned);
        const DrillGuide c = make(in);
        QVERIFY(a.onScan && !a.onTeeth && a.sleeves[0].held);
        QVERIFY2(std::fabs(b.body.volumeMl() / a.body.volumeMl() - 1) < 0.01,
                 qPrintable(QString("%1, %2").arg(a.body.volumeMl()).arg(b.body.volumeMl())));
        QCOMPARE(c.body.volumeMl(), b.body.volumeMl());
        // Exact: the gap is a tenth of a millimetre from the balls.
        double inner = 1e9;
        for (const Vec3f& p : a.body.points())
            if (p.z() > -2)
                inner = std::min(
                    {inner, (p.cast<double>() - Vec3(8, 0, 0)).norm(), (p.cast<double>() - Vec3(-8, 0, 0)).norm()});
        QVERIFY2(std::fabs(inner - 3.6) < 0.02, qPrintable(QString::number(inner)));
    }

    void sleevesThatCollideAreTold()
    {
        QVERIFY(m_guide.sleeves[0].clearance > 1);
        GuideInputs in = m_inputs;
        in.settings.edge = 0.4;
        in.implants = {at("implant-1", m_jaw.gapCrest + 4.5 * m_jaw.gapTangent)};
        QVERIFY(make(in).sleeves[0].clearance < 0);
        // Two beside each other: 6 mm between parallel axes.
        in.settings.sleeveInner = 3;
        in.settings.sleeveOuter = 3.6;
        in.implants = {at("a", m_jaw.gapCrest + 3 * m_jaw.gapTangent), at("b", m_jaw.gapCrest - 3 * m_jaw.gapTangent)};
        const DrillGuide two = make(in);
        QVERIFY2(std::fabs(*two.sleeves[0].toSleeve - 2.4) < 0.05,
                 qPrintable(QString::number(*two.sleeves[0].toSleeve)));
        QCOMPARE(two.sleeves[0].nearestSleeve, std::string("b"));
        QVERIFY(two.body.isClosed() && two.sleeves[0].held && two.sleeves[1].held);
        const SurfaceLocator locator(two.body);
        for (const GuideImplant& i : in.implants)
            QVERIFY(!locator.firstHit(i.placed.pose.at(1), i.placed.pose.at(-40)));
        in.settings.sleeveOuter = 6.5;
        QVERIFY2(std::fabs(*make(in).sleeves[1].toSleeve + 0.5) < 0.1, "they overlap");
    }

    void tubesThatHangOnNothingAreTold()
    {
        GuideInputs in = m_inputs;
        in.settings.edge = 0.4;
        in.teeth.clear(); // on bone alone, whose guide is lower than the sleeve
        in.settings.join = false;
        const DrillGuide loose = make(in);
        QVERIFY(!loose.onTeeth && !loose.sleeves[0].held);
        QVERIFY2(loose.cutOffMl > 0.2 && loose.pieces >= 2,
                 qPrintable(QString("%1 mL, %2").arg(loose.cutOffMl).arg(loose.pieces)));
        QCOMPARE(shells(loose.body).size(), size_t(1));
        in.settings.join = true;
        const DrillGuide joined = make(in);
        QVERIFY(joined.sleeves[0].held);
        QVERIFY(joined.cutOffMl < 0.01);
    }

    void mirroredJawGivesTheSame()
    {
        JawOptions o;
        o.spacing = kVoxel;
        o.mirrored = true;
        const Jaw other = makeJaw(o, Job());
        GuideInputs in;
        in.implants = {at("implant-1", other.gapCrest)};
        in.teeth = {other.masks.at("tooth")};
        in.bones = {other.masks.at("mandible")};
        in.settings.edge = 0.4;
        const DrillGuide g = make(in);
        QVERIFY(g.body.isClosed());
        GuideInputs own = m_inputs;
        own.settings.edge = 0.4;
        const DrillGuide here = make(own);
        QVERIFY2(std::fabs(g.body.volumeMl() / here.body.volumeMl() - 1) < 0.01,
                 qPrintable(QString("%1, %2").arg(g.body.volumeMl()).arg(here.body.volumeMl())));
        QVERIFY(std::fabs(g.wall->median - here.wall->median) < 0.05);
    }

    void sameTwice() { QVERIFY(make(m_inputs).body.key() == m_guide.body.key()); }

    void drillingLength()
    {
        PlacedImplant p = straight(Vec3(1, 2, 3), Vec3(0.3, -0.2, -1));
        p.implant.length = 11.5;
        const GuidedDrill d = guidedDrill(Id("implant-1"), p, 4, 5, 5, 6);
        QCOMPARE(d.drillingLength, 20.5);
        QVERIFY(std::fabs((d.sleeveUpper() - d.apex).norm() - 20.5) < 1e-9);
        QVERIFY(std::fabs((d.sleeveLower() - d.platform).norm() - 4) < 1e-9);
        QVERIFY((d.axis() - p.pose.direction).norm() < 1e-9);
    }

    void theOperationPutsPlanAndBody()
    {
        Edit e;
        e.put(Id("implant-1"), planOf(straight(m_jaw.gapCrest)));
        const Case c = apply(makeCase(m_jaw, true), e);
        const auto op = makeDrillGuideOperation(limits());
        ParamValues v;
        v.set("edge", 0.35);
        v.set("sleeve_offset", 4.5);
        Job job;
        const RunResult r = runOperation(*op, c, v, {"tester"}, job);
        const Plan& p = r.after.plan(Id("guide-1"));
        QCOMPARE(p.kind, std::string(kGuidePlan));
        QCOMPARE(after(p, "drilling-implant-1"), 19.5);
        QVERIFY(after(p, "wall") > 2);
        const Surface body = *r.after.structure(Id("guide-1-body")).surface;
        QVERIFY(body.isClosed());
        QVERIFY(std::fabs(after(p, "volume") - body.volumeMl()) < 1e-9);
        const auto drills = guidedDrills(p);
        QCOMPARE(drills.size(), size_t(1));
        QCOMPARE(drills[0].plan, Id("implant-1"));
        QVERIFY((drills[0].platform - m_jaw.gapCrest).norm() < 1e-9);
        QVERIFY(!blocks(p.findings));
        QVERIFY(has(p.findings, "guide.no-scan") && !has(p.findings, "guide.bone-only"));
        QVERIFY(has(r.findings, "guide.coarse")); // voxels of half a millimetre
        // A limit above the wall turns its verdict.
        v.set("wall", 4.0);
        QVERIFY(has(runOperation(*op, c, v, {"tester"}, job).after.plan(Id("guide-1")).findings, "guide.thin"));
        // The implant moved: the guide is stale.
        Edit moved;
        moved.put(Id("implant-1"), planOf(straight(m_jaw.gapCrest + Vec3(0.5, 0, 0))));
        const std::set<Id> stale = staleIds(apply(r.after, moved));
        QVERIFY(stale.contains(Id("guide-1")) && stale.contains(Id("guide-1-body")));
        QVERIFY(staleIds(r.after).empty());
    }

    void theOperationTellsWhatIsWrong()
    {
        const auto op = makeDrillGuideOperation(limits());
        const Case jaw = makeCase(m_jaw, true);
        QVERIFY(has(checkOperation(*op, Case(), {}), "guide.no-implant"));
        QVERIFY(has(checkOperation(*op, Case(), {}), "guide.no-support"));
        QVERIFY(has(checkOperation(*op, jaw, {}), "guide.no-implant"));
        Edit e;
        e.put(Id("implant-1"), planOf(straight(m_jaw.gapCrest + 4.5 * m_jaw.gapTangent, Vec3(0.55, 0, -1))));
        const Case c = apply(jaw, e);
        ParamValues v;
        v.set("sleeve_outer", 5.0);
        v.set("plan_id", std::string("ct"));
        QVERIFY(has(checkOperation(*op, c, v), "guide.sleeve"));
        QVERIFY(has(checkOperation(*op, c, v), "plan.id"));
        v = {};
        v.set("scan", std::string("tooth"));
        QVERIFY(has(checkOperation(*op, c, v), "param.object")); // it has no surface
        v = {};
        v.set("lift", Vec3(0, 0, 1));
        v.set("edge", 0.4);
        Job job;
        const Plan p = runOperation(*op, c, v, {"tester"}, job).after.plan(Id("guide-1"));
        QVERIFY(has(p.findings, "guide.tilt"));
        QVERIFY(has(p.findings, "guide.sleeve-in-tooth"));
        v.set("teeth", std::vector<std::string>{"mandible"});
        v.set("lift", Vec3(0, 0, -1));
        QVERIFY_EXCEPTION_THROWN(runOperation(*op, c, v, {"tester"}, job), Error);
    }

    void badInputs()
    {
        const auto refused = [&](auto change) {
            GuideInputs in = m_inputs;
            change(in);
            try {
                make(in);
            } catch (const Error& e) {
                return !e.advice().empty();
            }
            return false;
        };
        const double nan = std::nan("");
        QVERIFY(refused([](GuideInputs& in) { in.implants.clear(); }));
        QVERIFY(refused([](GuideInputs& in) { in.implants.resize(33, in.implants[0]); }));
        QVERIFY(refused([](GuideInputs& in) { in.teeth.clear(), in.bones.clear(); }));
        QVERIFY(refused([&](GuideInputs& in) { in.implants[0].placed.pose.origin.x() = nan; }));
        QVERIFY(refused([&](GuideInputs& in) { in.implants[0].placed.pose.origin = Vec3(4000, 0, 0); }));
        QVERIFY(refused([&](GuideInputs& in) { in.implants[0].placed.implant.length = nan; }));
        QVERIFY(refused([](GuideInputs& in) { in.settings.sleeveOuter = 4; }));
        QVERIFY(refused([&](GuideInputs& in) { in.settings.thickness = nan; }));
        QVERIFY(refused([](GuideInputs& in) { in.settings.edge = 0.1, in.settings.reach = 60; }));
        QVERIFY(refused([](GuideInputs& in) { in.settings.up = Vec3::Zero(); }));
        QVERIFY(refused([](GuideInputs& in) { in.settings.up = Vec3(0, 0, -1); }));
        QVERIFY(refused([&](GuideInputs& in) { // both jaws
            in.implants.push_back(at("upper", Vec3(m_jaw.gapCrest + Vec3(0, 0, 20)), Vec3::UnitZ()));
        }));
        std::stop_source stop;
        stop.request_stop();
        Job stopped(stop.get_token());
        QVERIFY_EXCEPTION_THROWN(makeDrillGuide(m_inputs, stopped), Error);
    }
};

QTEST_APPLESS_MAIN(TstDrillGuide)
#include "tst_drill_guide.moc"
