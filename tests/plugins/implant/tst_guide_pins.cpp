// Everything that a pin of a drill guide runs into is told, not the first of a kind alone.

#include "core/case/placed_implant.h"
#include "plugins/implant/guide_pin_checks.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace pollux;
using namespace pollux::implant;

class TestGuidePins : public QObject
{
    Q_OBJECT

    static Grid grid()
    {
        Grid g;
        g.size = {120, 80, 80};
        g.spacing = Vec3(0.25, 0.25, 0.25);
        g.origin = Vec3(-5, -10, -10);
        return g;
    }
    static void put(Edit& e, const char* id, const char* anatomy, const Vec3& low, const Vec3& high)
    {
        const Grid g = grid();
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()), 0);
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i) {
                    const Vec3 p = g.toPatient(i, j, k);
                    v[static_cast<size_t>(g.offset(i, j, k))] =
                        (p.array() >= low.array()).all() && (p.array() <= high.array()).all();
                }
        Structure s;
        s.name = id;
        s.anatomy = anatomy;
        s.mask = std::make_shared<const Mask>(g, v);
        e.put(Id(id), std::move(s));
    }
    static void putImplant(Edit& e, const char* id, const Vec3& platform)
    {
        PlacedImplant placed;
        placed.pose = {platform, -Vec3::UnitZ()};
        Plan p;
        p.kind = kDentalPlan;
        p.detail = placedDetail(placed);
        e.put(Id(id), std::move(p));
    }
    static GuidePin along(const Vec3& outer, const Vec3& direction)
    {
        GuidePin pin;
        pin.outer = outer;
        pin.direction = direction.normalized();
        pin.contact = outer + 5 * pin.direction;
        pin.tip = outer + 18 * pin.direction;
        pin.held = true;
        return pin;
    }
    /// Texts of a code that stop.
    static QStringList stops(const Findings& all, const char* code)
    {
        QStringList out;
        for (const Finding& f : all)
            if (f.code == code && f.severity == Severity::Stop)
                out << QString::fromStdString(f.text);
        return out;
    }

private Q_SLOTS:
    void everyCrossingIsTold()
    {
        Edit e;
        put(e, "tooth-a", "tooth", Vec3(6, -2, -2), Vec3(8, 2, 2));
        put(e, "tooth-b", "tooth", Vec3(9, -2, -2), Vec3(10, 2, 2));
        put(e, "tooth-c", "tooth", Vec3(6, 1.5, -2), Vec3(8, 4, 2)); // beside the pin
        put(e, "canal-a", "mandibular_canal", Vec3(11, -1, -1), Vec3(12, 1, 1));
        put(e, "canal-b", "mandibular_canal", Vec3(16, -1, -1), Vec3(17, 1, 1));
        putImplant(e, "implant-1", Vec3(13, 0, 3));
        putImplant(e, "implant-2", Vec3(15, 0, 3));
        const Case c = apply(Case(), e);
        DrillGuide guide;
        guide.pins = {along(Vec3(0, 0, 0), Vec3::UnitX()), along(Vec3(4, 4, 0), -Vec3::UnitY()),
                      along(Vec3(3, -4, 0), Vec3::UnitY())};
        GuideInputs in;
        const PinLimits limits{1, 2, 1};
        const auto checks = checkPins(c, guide, in, Id(), Job());
        const PinCheck& first = checks.at(0);
        QCOMPARE(first.teeth.size(), size_t(3));
        QCOMPARE(first.canals.size(), size_t(2));
        QCOMPARE(first.implants.size(), size_t(2));
        QCOMPARE(first.pins.size(), size_t(2));
        for (const auto* gaps : {&first.teeth, &first.canals, &first.implants, &first.pins})
            QVERIFY(std::is_sorted(gaps->begin(), gaps->end(),
                                   [](const PinGap& a, const PinGap& b) { return a.mm < b.mm; }));
        const Findings f = pinFindings(c, guide, checks, limits);
        const auto ofFirst = [&](const char* code) {
            return stops(f, code).filter(QRegularExpression(QStringLiteral("^Pins? 1 ")));
        };
        const QStringList teeth = ofFirst("guide.pin-tooth"), canals = ofFirst("guide.pin-canal"),
                          implants = ofFirst("guide.pin-implant"), pins = ofFirst("guide.pins-cross");
        QCOMPARE(teeth.size(), 2);
        QVERIFY(teeth.join(u' ').contains(QStringLiteral("tooth-a")) &&
                teeth.join(u' ').contains(QStringLiteral("tooth-b")));
        QCOMPARE(canals.size(), 2);
        QCOMPARE(implants.size(), 2);
        QCOMPARE(pins.size(), 2);
        // The one beside is as near as it is, and told as that.
        const auto beside = std::find_if(f.begin(), f.end(), [](const Finding& one) {
            return one.code == "guide.pin-tooth" && one.text.find("tooth-c") != std::string::npos &&
                   one.text.starts_with("Pin 1 ");
        });
        QVERIFY(beside != f.end() && beside->severity == Severity::Warning);
        // The table holds the nearest of each kind; a crossing of two pins is told once.
        const auto numbers = pinNumbers(guide, checks, limits);
        for (const char* key : {"pin-tooth-1", "pin-canal-1", "pin-implant-1", "pin-pin-1"}) {
            const auto n =
                std::count_if(numbers.begin(), numbers.end(), [&](const PlanNumber& p) { return p.key == key; });
            QCOMPARE(n, 1);
        }
        QVERIFY(stops(f, "guide.pins-cross").filter(QStringLiteral("and 1")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGuidePins)
#include "tst_guide_pins.moc"
