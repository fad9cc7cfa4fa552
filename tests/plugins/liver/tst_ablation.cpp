// The operation liver.ablation: margin, shares and volumes of heated zones against closed forms, and what it refuses.

#include "core/base/error.h"
#include "core/operation/run.h"
#include "plan_readings.h"
#include "plugins/liver/ablation.h"
#include "plugins/liver/liver_plugin.h"
#include "synthetic.h"

#include <QtTest>

#include <algorithm>
#include <numbers>

using namespace synthetic;

namespace {

/// A needle from the right with a zone of these half axes about its target.
Plan planned(const Vec3& target, double along, double across)
{
    Plan p;
    p.name = "Puncture";
    p.kind = "liver.puncture";
    p.points = {{"target", target}, {"entry", target + Vec3(-70, 0, 0)}};
    p.detail = R"({"limits":{"tip_overshoot":0,"zone_offset":0,"zone_derating":1,"zone_along":)" +
               std::to_string(along) + R"(,"zone_across":)" + std::to_string(across) + "}}";
    return p;
}

} // namespace

class TstAblation : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Case m_case;

    const Operation& operation() const { return m_registry.at("liver.ablation"); }
    static ParamValues of(const std::vector<std::string>& plans)
    {
        ParamValues v;
        v.set("plans", plans);
        return v;
    }
    RunResult run(const ParamValues& values, const Case& c) const
    {
        Job job;
        return runOperation(operation(), c, values, {"tester"}, job);
    }
    Plan result(const std::vector<std::string>& plans) const
    {
        return run(of(plans), m_case).after.plan(Id("ablation-1"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        Edit e;
        e.put(Id("centred"), planned(kLesion, 21, 17.5));
        e.put(Id("beside"), planned(kLesion + Vec3(0, 3, 0), 21, 17.5));
        e.put(Id("small"), planned(kLesion, 8, 8));
        e.put(Id("left"), planned(kLesion + Vec3(8, 0, 0), 12, 12));
        e.put(Id("right"), planned(kLesion - Vec3(8, 0, 0), 12, 12));
        Plan bare = planned(kLesion, 1, 1);
        bare.detail = "{}";
        e.put(Id("bare"), bare);
        m_case = apply(makeCase(), e);
    }

    void oneZone()
    {
        const RunResult r = run(of({"centred"}), m_case);
        const Plan& p = r.after.plan(Id("ablation-1"));
        // The surface of voxels of 1.6 and 2 mm is smoothed: right to half of one.
        QVERIFY2(std::abs(after(p, "margin") - 7.5) < 0.8, qPrintable(QString::number(after(p, "margin"))));
        QCOMPARE(after(p, "covered"), 100.0);
        QCOMPARE(after(p, "ring_5"), 100.0);
        QCOMPARE(verdict(p, "margin"), std::string("ok"));
        QVERIFY(!blocks(r.findings));
        const double ellipsoid = 4.0 / 3 * std::numbers::pi * 21 * 17.5 * 17.5 / 1000;
        QVERIFY(std::abs(after(p, "zone_volume") / ellipsoid - 1) < 0.02);
        // The shell from 10 to 20 mm, of which the ellipsoid leaves out two rings: by integration over the height.
        double in = 0, all = 0;
        for (double s = -20; s < 20; s += 0.01) {
            const double outer = std::max(0.0, 400 - s * s), inner = std::max(0.0, 100 - s * s);
            const double zone = std::max(0.0, 17.5 * 17.5 * (1 - s * s / 441));
            all += outer - inner;
            in += std::max(0.0, std::min(outer, zone) - inner);
        }
        // The liver ends farther off than the shell. Distances from coarse voxels are short by some tenths of a mm.
        QVERIFY2(std::abs(after(p, "ring_10") - 100 * in / all) < 5, qPrintable(QString::number(after(p, "ring_10"))));
        QVERIFY(std::abs(after(p, "healthy") + after(p, "outside") + 4.0 / 3 * std::numbers::pi -
                         after(p, "zone_volume")) < 0.1);
        const Structure& zone = r.after.structure(Id("ablation-1-zone"));
        QVERIFY(std::abs(zone.mask->volumeMl() - after(p, "zone_volume")) < 1e-9);
        QVERIFY(zone.surface && zone.surface->isClosed());
    }

    void aZoneBesideIt()
    {
        QVERIFY(std::abs(after(result({"beside"}), "margin") - 4.5) < 0.8);
        QCOMPARE(verdict(result({"beside"}), "margin"), std::string("warning"));
        QVERIFY(has(run(of({"beside"}), m_case).findings, "ablation.thin"));
    }

    void whatIsNotHeated()
    {
        const RunResult r = run(of({"small"}), m_case);
        const Plan& p = r.after.plan(Id("ablation-1"));
        QVERIFY(std::abs(after(p, "covered") - 51.2) < 3);
        QVERIFY(std::abs(after(p, "margin") + 2) < 0.8);
        QCOMPARE(verdict(p, "margin"), std::string("stop"));
        QVERIFY(has(r.findings, "ablation.residual"));
        const Field& map = *r.after.fields.at(Id("ablation-1-margin"));
        QCOMPARE(map.categories, std::vector<std::string>{"not heated"});
        QVERIFY(std::count(map.category.begin(), map.category.end(), 1) == std::ptrdiff_t(map.category.size()));
    }

    void twoNeedlesHeatWhatOneDoesNot()
    {
        // Balls of 12 mm at 8 mm on either side: each leaves a part, together the waist of sqrt(80) mm is the least.
        for (const char* one : {"left", "right"})
            QVERIFY(after(result({one}), "covered") < 99);
        const RunResult r = run(of({"left", "right"}), m_case);
        const Plan& p = r.after.plan(Id("ablation-1"));
        QVERIFY2(std::abs(after(p, "margin") + 10 - std::sqrt(80)) < 0.8,
                 qPrintable(QString::number(after(p, "margin"))));
        QVERIFY(after(p, "covered") > after(result({"left"}), "covered"));
        const double cap = std::numbers::pi / 3 * 4 * 4 * (3 * 12 - 4) / 1000; // the lens is two of them
        QVERIFY(std::abs(after(p, "zone_volume") - (2 * 4.0 / 3 * std::numbers::pi * 1.728 - 2 * cap)) < 0.3);
    }

    void needlesThatAreTooNear()
    {
        Edit e;
        e.put(Id("near"), planned(kLesion + Vec3(0, 3, 0), 12, 12));
        e.put(Id("crossing"), [] {
            Plan p = planned(kLesion, 12, 12);
            p.points[1].position = kLesion + Vec3(-50, -50, 0);
            return p;
        }());
        e.put(Id("back"), planned(kLesion - Vec3(10, 0, 0), 12, 12)); // pulled back on the same path
        Case c = apply(m_case, e);
        Plan back = c.plan(Id("back"));
        back.points[1].position = kLesion + Vec3(-70, 0, 0);
        c.plans[Id("back")] = std::make_shared<Plan>(back);
        const auto of2 = [&](const char* a, const char* b, double apart = 5) {
            ParamValues v = of({a, b});
            v.set("needles_apart", apart);
            return run(v, c).after.plan(Id("ablation-1"));
        };
        Plan p = of2("centred", "near");
        QCOMPARE(after(p, "needles"), 2.0);
        QVERIFY(std::abs(after(p, "needle_gap") - 3) < 1e-9);
        QVERIFY(has(p.findings, "needles.near", Severity::Warning));
        QVERIFY(!has(of2("centred", "near", 2).findings, "needles.near"));
        QVERIFY(!has(of2("centred", "near", 0).findings, "needles.near"));
        QVERIFY(std::abs(after(of2("centred", "crossing"), "needle_gap")) < 1e-9); // they meet at their tips
        p = of2("centred", "back");
        QCOMPARE(after(p, "needles"), 1.0);
        QVERIFY(!has(p.findings, "needles.near"));
    }

    void whatElseIsHeated()
    {
        // The needle's zone reaches whatever lies beside the lesion: as counted by the zone of one.
        Edit e;
        e.put(Id("wide"), planned(kLesion, 90, 90));
        const Plan p = run(of({"wide"}), apply(m_case, e)).after.plan(Id("ablation-1"));
        int parts = 0;
        for (const PlanNumber& n : p.numbers)
            if (n.key.starts_with("heated.")) {
                ++parts;
                const Mask& mask = *m_case.structure(Id(n.key.substr(7))).mask;
                const AblationZone zone{kLesion, Vec3::UnitX(), 90, 90};
                QVERIFY(std::abs(*n.after - volumeInsideMl(zone, mask)) < 1e-9);
                // Two zones, one inside the other, are counted another way.
                QVERIFY(std::abs(heatedMl(mask, ZoneUnion({zone, zone.scaled(0.5)})) - *n.after) <
                        0.02 * *n.after + 0.05);
            }
        QVERIFY(parts > 0);
        QVERIFY(after(p, "outside") > 1);
    }

    void lineageAndSameTwice()
    {
        const RunResult a = run(of({"left", "right"}), m_case), b = run(of({"left", "right"}), m_case);
        for (const char* id : {"ablation-1", "ablation-1-zone", "ablation-1-margin"}) {
            QVERIFY2(a.after.keyOf(Id(id)) == b.after.keyOf(Id(id)), id);
            QVERIFY(!staleIds(a.after).contains(Id(id)));
        }
        Edit e;
        e.put(Id("right"), planned(kLesion - Vec3(9, 0, 0), 12, 12));
        QVERIFY(staleIds(apply(a.after, e)).contains(Id("ablation-1")));
    }

    void refusals()
    {
        const auto findings = [&](const ParamValues& v) { return checkOperation(operation(), m_case, v); };
        QVERIFY(!blocks(findings(of({"centred"}))));
        QVERIFY(has(findings(of({})), "ablation.no-plan") && blocks(findings(of({}))));
        QVERIFY(has(findings(of({"centred", "bare"})), "ablation.no-zone"));
        ParamValues v = of({"centred"});
        v.set("plan_id", std::string("centred"));
        QVERIFY(has(findings(v), "plan.id"));
        QVERIFY_THROWS_EXCEPTION(Error, ablate(ZoneUnion({}), *m_case.structure(Id("lesion")).mask, {}, {}, Job()));
        const ZoneUnion one({{kLesion, Vec3::UnitX(), 5, 5}});
        QVERIFY_THROWS_EXCEPTION(Error, ablate(one, Mask(grid(), IndexBox{}, {}), {}, {}, Job()));
    }
};

QTEST_GUILESS_MAIN(TstAblation)
#include "tst_ablation.moc"
