// The operation liver.cover: how many zones a lesion needs, that they heat it, and what it refuses.

#include "core/base/error.h"
#include "core/case/plan_point.h"
#include "core/case/plan_state.h"
#include "core/operation/run.h"
#include "plan_readings.h"
#include "plugins/liver/heat_scene.h"
#include "plugins/liver/liver_plugin.h"
#include "plugins/liver/needle_numbers.h"
#include "plugins/liver/zone_union.h"
#include "synthetic.h"

#include <QtTest>

#include <algorithm>

using namespace synthetic;

namespace {

/// A zone that is a ball of this radius.
ParamValues zone(double radius)
{
    ParamValues v;
    v.set("target", std::string("lesion"));
    v.set("zone_along", radius);
    v.set("zone_across", radius);
    v.set("spacing", 6.0);
    v.set("map_spacing", 2.5);
    v.set("most", std::int64_t(12));
    return v;
}

std::vector<Id> zonesOf(const Case& c)
{
    std::vector<Id> ids;
    for (const auto& [id, p] : c.plans)
        if (id.text().starts_with("cover-1-"))
            ids.push_back(id);
    return ids;
}

} // namespace

class TstCover : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Case m_case;
    RunResult m_several;

    RunResult run(const ParamValues& values, const Case& c) const
    {
        Job job;
        return runOperation(m_registry.at("liver.cover"), c, values, {"tester"}, job);
    }
    Findings check(const ParamValues& values, const Case& c) const
    {
        return checkOperation(m_registry.at("liver.cover"), c, values);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        m_case = makeCase();
        m_several = run(zone(13), m_case); // 15 mm of lesion and margin: 1.15 of the zone
    }

    void oneZoneThatIsLargeEnough()
    {
        const RunResult r = run(zone(18), m_case);
        const Plan& p = r.after.plan(Id("cover-1"));
        QCOMPARE(after(p, "zones"), 1.0);
        QCOMPARE(after(p, "needles"), 1.0);
        QCOMPARE(after(p, "covered"), 100.0);
        QVERIFY2(std::abs(after(p, "margin") - 8) < 0.8, qPrintable(QString::number(after(p, "margin"))));
        QCOMPARE(zonesOf(r.after), std::vector<Id>{Id("cover-1-1")});
        QVERIFY(!blocks(p.findings));
    }

    /// By four balls 1.06 of their radius are covered, by six 1.22, by fourteen 1.67: more than four are needed, and
    /// since the zones count as 1 mm smaller (half a voxel) more than six: 15 mm are 1.25 of 12.
    void severalZonesHeatItAll()
    {
        const Plan& p = m_several.after.plan(Id("cover-1"));
        const double count = after(p, "zones");
        QVERIFY2(count >= 5 && count <= 12, qPrintable(QString::number(count)));
        QCOMPARE(after(p, "covered"), 100.0);
        QVERIFY2(after(p, "margin") > 4.5, qPrintable(QString::number(after(p, "margin"))));
        QVERIFY(after(p, "needles") >= 1 && after(p, "needles") <= count);
        const std::vector<Id> ids = zonesOf(m_several.after);
        QCOMPARE(double(ids.size()), count);
        std::vector<AblationZone> zones;
        for (const Id& id : ids) {
            const Plan& one = m_several.after.plan(id);
            QCOMPARE(one.kind, std::string("liver.puncture"));
            QVERIFY2(!std::any_of(one.findings.begin(), one.findings.end(),
                                  [](const Finding& f) { return f.code.starts_with("liver.breaks"); }),
                     id.text().c_str());
            const auto needle = needleOf(one);
            QVERIFY(needle && needle->vendor);
            zones.push_back(*needle->vendor);
        }
        // Every voxel of lesion and margin, by the plans themselves.
        const ZoneUnion all(zones);
        const Grid g = grid();
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    if (const Vec3 v = g.toPatient(i, j, k); (v - kLesion).norm() <= kLesionRadius + 4)
                        QVERIFY(all.contains(v));
    }

    /// No two needles nearer than asked for; with needles that cost nothing there may be more of them.
    void needlesKeepApartAndCost()
    {
        const auto gapOf = [](const Case& c) {
            std::vector<PlannedAxis> all;
            for (const Id& id : zonesOf(c))
                all.push_back({id.text(), {*pointNamed(c.plan(id), "entry"), needleOf(c.plan(id))->tip}});
            std::vector<NeedleAxis> axes;
            for (const PlannedAxis& one : distinct(all))
                axes.push_back(one.axis);
            const auto nearest = nearestOf(axes);
            return nearest ? nearest->gap.mm : 1e9;
        };
        const Plan& p = m_several.after.plan(Id("cover-1"));
        QVERIFY(gapOf(m_several.after) >= 5);
        if (after(p, "needles") > 1)
            QVERIFY(std::abs(after(p, "needle_gap") - gapOf(m_several.after)) < 1e-6);
        ParamValues free = zone(13);
        free.set("needle_cost", 0.0);
        free.set("needles_apart", 0.0);
        const Plan many = run(free, m_case).after.plan(Id("cover-1"));
        QVERIFY(after(many, "zones") <= after(p, "zones"));
        QVERIFY(after(many, "zones") + after(many, "needles") >= after(p, "zones") + after(p, "needles"));
        ParamValues dear = zone(13);
        dear.set("needle_cost", 10.0);
        const Plan few = run(dear, m_case).after.plan(Id("cover-1"));
        QVERIFY(after(few, "needles") <= after(p, "needles"));
        // Farther apart than the lesion is wide: one needle alone, whatever it leaves.
        ParamValues far = zone(13);
        far.set("needles_apart", 50.0);
        const RunResult alone = run(far, m_case);
        QCOMPARE(after(alone.after.plan(Id("cover-1")), "needles"), 1.0);
        QVERIFY(has(alone.after.plan(Id("cover-1")).findings, "cover.apart"));
    }

    void theSameTwice()
    {
        const RunResult again = run(zone(13), m_case);
        for (const auto& [id, plan] : m_several.after.plans)
            QCOMPARE(*again.after.keyOf(id), *m_several.after.keyOf(id));
    }

    void tooFewZonesAreAStop()
    {
        ParamValues v = zone(13);
        v.set("most", std::int64_t(2));
        const RunResult r = run(v, m_case);
        const Plan& p = r.after.plan(Id("cover-1"));
        QCOMPARE(after(p, "zones"), 2.0);
        QVERIFY(has(p.findings, "cover.too-few") && blocks(p.findings));
        QCOMPARE(zonesOf(r.after).size(), size_t(2));
    }

    void anEarlierResultIsReplacedWhole()
    {
        const RunResult r = run(zone(18), m_several.after);
        QCOMPARE(zonesOf(r.after), std::vector<Id>{Id("cover-1-1")});
        QCOMPARE(r.after.lineage.count(Id("cover-1-2")), size_t(0));
    }

    void aChangeOfTheLesionMakesItStale()
    {
        Edit e;
        Structure s = m_several.after.structure(Id("lesion"));
        s.mask = std::make_shared<const Mask>(maskOf(grid(), ball(kLesion, 8)));
        e.put(Id("lesion"), std::move(s));
        const std::set<Id> stale = staleIds(apply(m_several.after, e));
        QVERIFY(stale.contains(Id("cover-1")) && stale.contains(Id("cover-1-1")));
    }

    void whatIsRefused()
    {
        Options o;
        o.skin = false;
        QVERIFY(has(check(zone(13), makeCase(o)), "liver.missing.skin"));
        QVERIFY(blocks(check(zone(13), makeCase(o))));
        ParamValues other = zone(13);
        other.set("plan_id", std::string("Cover 1"));
        QVERIFY(has(check(other, m_case), "plan.id"));
        Case taken = m_case;
        taken.plans[Id("cover-1-3")] = std::make_shared<Plan>();
        QVERIFY(has(check(zone(13), taken), "plan.id"));
        Plan approved = m_several.after.plan(Id("cover-1-1"));
        approved.state = PlanState::Approved;
        Case locked = m_several.after;
        locked.plans[Id("cover-1-1")] = std::make_shared<Plan>(approved);
        QVERIFY(has(check(zone(13), locked), "cover.locked"));
        // No path keeps a limit that none can keep.
        ParamValues steep = zone(13);
        steep.set("needle_length", 30.0);
        QVERIFY_THROWS_EXCEPTION(Error, run(steep, m_case));
        Edit e;
        Structure s = m_case.structure(Id("lesion"));
        s.mask = std::make_shared<const Mask>(maskOf(grid(), [](const Vec3&) { return false; }));
        e.put(Id("lesion"), std::move(s));
        QVERIFY(has(check(zone(13), apply(m_case, e)), "structure.empty"));
    }
};

QTEST_GUILESS_MAIN(TstCover)
#include "tst_cover.moc"
