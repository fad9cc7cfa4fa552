// What the drill guide answers where something does not fit: sleeves, the other jaw, scans, implants that are none.

#include "core/base/error.h"
#include "jaw_case.h"
#include "plugins/implant/guide_operation.h"
#include "tests/core/case/findings.h"

#include <QtTest>

#include <cmath>

using namespace jawcase;
using namespace pollux::implant;
using test::found;

class TstGuideAnswers : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Jaw m_jaw;
    Case m_case; ///< one implant in the gap

    static Plan planOf(const Vec3& platform, double diameter = 4)
    {
        PlacedImplant placed;
        placed.implant.diameter = diameter;
        placed.pose = {platform, -Vec3::UnitZ()};
        Plan p;
        p.name = "implant";
        p.kind = kDentalPlan;
        p.detail = placedDetail(placed);
        return p;
    }
    Findings checked(const Case& c, const ParamValues& v) const
    {
        return checkOperation(m_registry.at("implant.drill-guide"), c, v);
    }
    Findings told(const Case& c, ParamValues v) const
    {
        v.set("edge", 0.4);
        Job job;
        return runOperation(m_registry.at("implant.drill-guide"), c, v, {"tester"}, job).findings;
    }
    static bool stop(const Findings& f, const char* code)
    {
        const Finding* one = found(f, code);
        return one && one->severity == Severity::Stop && !one->advice.empty();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        JawOptions o;
        o.spacing = 0.5;
        m_jaw = makeJaw(o, Job());
        Edit e;
        e.put(Id("implant-1"), planOf(m_jaw.gapCrest));
        m_case = apply(makeCase(m_jaw, true), e);
        QVERIFY(!blocks(checked(m_case, {})));
    }

    void implantsThatAreNone()
    {
        Edit e;
        Plan empty;
        empty.name = "empty";
        empty.kind = kDentalPlan;
        e.put(Id("empty"), std::move(empty));
        QVERIFY(stop(checked(apply(m_case, e), {}), "guide.no-shape"));
        Edit many;
        for (int n = 2; n < 40; ++n)
            many.put(Id("implant-" + std::to_string(n)), planOf(m_jaw.gapCrest));
        QVERIFY(stop(checked(apply(m_case, many), {}), "guide.many-implants"));
    }

    void aWideImplantDoesNotPassTheSleeve()
    {
        Edit e;
        e.put(Id("implant-1"), planOf(m_jaw.gapCrest, 5.5));
        const Findings f = checked(apply(m_case, e), {});
        QVERIFY(found(f, "guide.narrow-sleeve") && !blocks(f));
        QVERIFY(!found(checked(m_case, {}), "guide.narrow-sleeve"));
    }

    void openingsFarAway()
    {
        for (const char* key : {"pins", "windows"}) {
            ParamValues v;
            v.set(key, std::vector<Vec3>{m_jaw.gapCrest + Vec3(0, 0, 70)});
            const Findings f = checked(m_case, v);
            QVERIFY2(stop(f, "guide.far-opening") && found(f, "guide.far-opening")->place, key);
        }
    }

    void masksAndScansThatAreEmpty()
    {
        Edit e;
        Structure none = m_case.structure(Id("tooth"));
        none.mask = std::make_shared<const Mask>();
        e.put(Id("tooth"), none);
        e.remove(Id("mandible"));
        QVERIFY(stop(checked(apply(m_case, e), {}), "guide.no-support"));
        Edit s;
        Structure scan;
        scan.name = "Scan";
        scan.surface = std::make_shared<const Surface>();
        s.put(Id("scan"), std::move(scan));
        ParamValues v;
        v.set("scan", std::string("scan"));
        QVERIFY(stop(checked(apply(m_case, s), v), "guide.empty-scan"));
    }

    void sleevesBesideEachOther()
    {
        Edit e;
        e.put(Id("implant-1"), planOf(m_jaw.gapCrest - 2.5 * m_jaw.gapTangent));
        e.put(Id("implant-2"), planOf(m_jaw.gapCrest + 2.5 * m_jaw.gapTangent));
        const Findings f = told(apply(m_case, e), {});
        QVERIFY(stop(f, "guide.sleeves-overlap"));
        QVERIFY(found(f, "guide.sleeves-overlap")->place);
        QVERIFY(!found(told(m_case, {}), "guide.sleeves-overlap"));
    }

    /// Implants of this jaw and teeth of the other one, 30 mm above.
    void teethOfTheOtherJaw()
    {
        const Mask& own = m_jaw.masks.at("tooth");
        Grid up = own.grid();
        up.origin.z() += 30;
        Edit e;
        Structure teeth = m_case.structure(Id("tooth"));
        teeth.mask = std::make_shared<const Mask>(up, own.full());
        e.put(Id("tooth"), std::move(teeth));
        ParamValues v;
        v.set("bone", std::string("mandible"));
        const Findings f = told(apply(m_case, e), v);
        QVERIFY(found(f, "guide.other-jaw") && !found(f, "guide.other-jaw")->advice.empty());
        QVERIFY(!found(told(m_case, {}), "guide.other-jaw"));
    }

    void looseSleevesAreStopped()
    {
        Edit e;
        e.remove(Id("tooth")); // on bone alone, whose guide is lower than the sleeve
        ParamValues v;
        v.set("bone", std::string("mandible"));
        v.set("join", false);
        const Findings f = told(apply(m_case, e), v);
        QVERIFY(stop(f, "guide.loose-sleeve") && found(f, "guide.cut-off") && found(f, "guide.bone-only"));
        QVERIFY(found(f, "guide.unvalidated"));
    }
};

QTEST_GUILESS_MAIN(TstGuideAnswers)
#include "tst_guide_answers.moc"
