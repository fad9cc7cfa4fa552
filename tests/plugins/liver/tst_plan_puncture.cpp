// The operation: what goes into the case, what is said about missing structures, plans replaced and compared.

#include "core/base/error.h"
#include "core/case/plan_point.h"
#include "core/operation/run.h"
#include "plan_readings.h"
#include "plugins/liver/liver_plugin.h"
#include "plugins/liver/plan_numbers.h"
#include "plugins/liver/plan_puncture.h"
#include "synthetic.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <set>

using namespace synthetic;

namespace {

Vec3 pointOf(const Plan& plan, std::string_view key)
{
    return pointNamed(plan, key).value_or(Vec3::Constant(1e9));
}

} // namespace

class TstPlanPuncture : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Case m_case;
    Case m_planned;

    const Operation& operation() const { return m_registry.at("liver.plan-puncture"); }
    RunResult run(const Case& c, const ParamValues& values = {}) const
    {
        Job job;
        return runOperation(operation(), c, values, {"tester"}, job);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        m_case = makeCase();
        m_planned = run(m_case).after;
    }

    void declaresItsLimitsWithTheirSource()
    {
        const ParamList list = operation().declare();
        for (const char* key :
             {"needle_length",     "organ_margin",  "bone_margin",  "vessel_margin", "capsule_angle", "parenchyma",
              "capsule_crossings", "tilt",          "skin_angle",   "jitter",        "w_length",      "w_risk",
              "w_capsule",         "w_inplane",     "w_parenchyma", "w_burnt",       "zone_along",    "zone_across",
              "zone_offset",       "zone_derating", "zone_margin"}) {
            const Param* p = list.find(key);
            QVERIFY2(p && !p->source.empty(), key);
        }
        const Limit& tilt = m_registry.limits().at("liver.h7.tilt");
        QCOMPARE(std::get<double>(list.find("tilt")->defaultValue), tilt.value);
        QCOMPARE(*list.find("tilt")->max, tilt.max);
        QVERIFY(list.find("tilt")->source.find("unverified") != std::string::npos);
        // A site's own limit becomes the default.
        LimitTable site;
        std::string text(R"({"limits":[)");
        for (const auto& [id, l] : m_registry.limits().all()) {
            nlohmann::json j{{"id", id},
                             {"label", l.label},
                             {"definition", l.definition},
                             {"value", l.value},
                             {"unit", std::string(unitName(l.unit))},
                             {"min", l.min},
                             {"max", l.max},
                             {"source", l.source},
                             {"evidence", std::string(name(l.evidence))}};
            if (id == "liver.h7.tilt")
                j["value"] = 33;
            text += (text.back() == '[' ? "" : ",") + j.dump();
        }
        site.addJson(text + "]}", "site.json");
        QCOMPARE(std::get<double>(PlanPuncture(site).declare().find("tilt")->defaultValue), 33.0);
    }

    void aDeviceSetsTheZoneAndSaysSo()
    {
        const Operation& op = m_registry.at("liver.plan-puncture");
        ParamValues v;
        v.set("device", std::string("rf-17g-cooled"));
        const ParamValues all = fillDefaults(op.declare(), m_case, v);
        QCOMPARE(all.real("zone_along"), 12.3);
        QCOMPARE(all.real("zone_across"), 12.3);
        const auto has = [](const Findings& findings, const char* code) {
            return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
        };
        QVERIFY(!has(op.check(m_case, all), "liver.device.changed"));
        ParamValues changed = all;
        changed.set("zone_along", 20.0);
        QVERIFY(has(op.check(m_case, changed), "liver.device.changed"));
        changed.set("device", std::string("of another hospital")); // recorded there, with its figures
        QVERIFY(has(op.check(m_case, changed), "liver.device.unknown"));
        QVERIFY(!blocks(checkOperation(op, m_case, changed)));
        ParamValues typo;
        typo.set("device", std::string("rf-17g"));
        QVERIFY(blocks(checkOperation(op, m_case, typo)));

        Job job;
        const Case planned = runOperation(op, m_case, v, {}, job).after;
        const Plan& plan = planned.plan(Id("plan-1"));
        const auto zone = std::find_if(plan.numbers.begin(), plan.numbers.end(),
                                       [](const PlanNumber& n) { return n.key == "zone_scale"; });
        QVERIFY(zone != plan.numbers.end() && zone->note.find("rf-17g-cooled") != std::string::npos);
        // A ball of 10 mm and 5 mm of liver about it, in a ball of 12.3 mm; by voxels.
        QVERIFY2(std::abs(*zone->after - (synthetic::kLesionRadius + 5) / 12.3) < 0.05,
                 std::to_string(*zone->after).c_str());
    }

    void theDetailKeepsWhatElseCouldBeChosen()
    {
        const auto detail = nlohmann::json::parse(m_planned.plan(Id("plan-1")).detail);
        const auto& list = detail["candidates"];
        size_t zones = 0;
        std::map<std::string, double> best;
        for (const auto& one : list) {
            zones += one.value("best_of_zone", false);
            QVERIFY(one["zone"].get<int>() >= 1);
            QVERIFY(std::isfinite(one["capsule_deg"].get<double>()) && std::isfinite(one["healthy_ml"].get<double>()));
            for (const auto& [key, value] : one["criteria"].items())
                best[key] = std::min(best.contains(key) ? best[key] : 2, value.get<double>());
        }
        QCOMPARE(zones, std::min<size_t>(20, detail["zone_count"].get<size_t>()));
        // Also the best of each zone lies in the list, so the best of a criterion is no worse than theirs.
        for (const auto& zone : detail["zones"])
            for (const auto& [key, value] : zone["criteria"].items())
                QVERIFY2(best[key] <= value.get<double>() + 1e-9, key.c_str());
    }

    void putsPlanAndSkinMap()
    {
        const Plan& plan = m_planned.plan(Id("plan-1"));
        QCOMPARE(plan.kind, std::string("liver.puncture"));
        QVERIFY((pointOf(plan, "target") - kLesion).norm() < 0.5);
        QVERIFY(std::abs(pointOf(plan, "entry").cwiseQuotient(kBodyAxes).norm() - 1) < 0.015);
        QVERIFY(!blocks(plan.findings));
        std::set<std::string> keys;
        for (const PlanNumber& n : plan.numbers) {
            QVERIFY2(keys.insert(n.key).second, n.key.c_str());
            QVERIFY(!n.approximate && n.after && std::isfinite(*n.after) && !n.before);
            if (!n.limit.empty())
                QVERIFY2(m_registry.limits().find(n.limit) && n.limitValue, n.key.c_str());
            if (n.limit.starts_with("liver.h"))
                QVERIFY2(n.verdict == "ok", n.key.c_str());
            if (n.limit.empty())
                continue;
            // The side that the plan says is the one that the table says, and the one that was judged.
            QVERIFY2(n.limitKind == m_registry.limits().at(n.limit).kind, n.key.c_str());
            QVERIFY(n.limitKind != LimitKind::AtLeast || *n.after >= *n.limitValue);
            QVERIFY(n.limitKind != LimitKind::AtMost || *n.after <= *n.limitValue);
        }
        for (const char* key : {"length",
                                "skin_angle",
                                "capsule_angle",
                                "tilt",
                                "parenchyma",
                                "capsule_crossings",
                                "score",
                                "distance.ribs",
                                "distance.lung",
                                "distance.kidney",
                                "distance.gallbladder",
                                "distance.portal",
                                "robustness.distance",
                                "robustness.violating",
                                "accessible_area",
                                "feasible_fraction",
                                "zone_scale",
                                "zone_volume",
                                "burnt_healthy",
                                "burnt_share",
                                "burnt_outside",
                                "burnt_risk"})
            QVERIFY2(keys.contains(key), key);
        QVERIFY(find(plan, "distance.portal")->place);
        // Zone = liver inside + what is outside; the lesion's ball of 4.2 mL is no healthy liver.
        const double outside = *find(plan, "burnt_outside")->after, volume = *find(plan, "zone_volume")->after;
        QVERIFY(std::abs(volume - outside - *find(plan, "burnt_healthy")->after - 4.19) < 0.2);
        QVERIFY(*find(plan, "zone_scale")->after < 1 && find(plan, "zone_scale")->verdict == "ok");
        QCOMPARE(plan.used.size(), size_t(9));

        const Field& field = *m_planned.fields.at(Id("skin-map-plan-1"));
        QCOMPARE(field.values.size(), field.surface.points().size());
        QCOMPARE(field.category.size(), field.values.size());
        std::set<std::string> categories(field.categories.begin(), field.categories.end());
        for (const char* c : {"H1 bone: Ribs", "H1 organ: Right lung", "H2 vessel: Portal vein"})
            QVERIFY2(categories.contains(c), c);
        double usable = 0;
        for (size_t n = 0; n < field.values.size(); ++n) {
            QVERIFY(field.category[n] <= field.categories.size());
            QVERIFY(field.values[n] >= 0 && field.values[n] <= 1);
            usable += field.category[n] == 0;
        }
        QVERIFY(usable > 0);

        const auto detail = nlohmann::json::parse(plan.detail);
        QVERIFY(!detail["candidates"].empty() && !detail["zones"].empty());
        int blocked = 0;
        for (const auto& [key, n] : detail["blocked_by"].items())
            blocked += n.get<int>();
        QCOMPARE(blocked + usable, double(field.values.size()));
        const auto& lineage = *m_planned.lineage.at(Id("plan-1"));
        QCOMPARE(lineage.inputs.size(), size_t(9));
    }

    void sameResultTwice()
    {
        const Case again = run(m_case).after;
        for (const char* id : {"plan-1", "skin-map-plan-1"})
            QVERIFY(*again.keyOf(Id(id)) == *m_planned.keyOf(Id(id)));
        QCOMPARE(again.plan(Id("plan-1")).detail, m_planned.plan(Id("plan-1")).detail);
    }

    void givenEntryAndReplacedPlan()
    {
        const Plan& old = m_planned.plan(Id("plan-1"));
        ParamValues v;
        v.set("entry_point", skinPoint(kLesion, Vec3(-1, -1, 0.3)));
        const Case after = run(m_planned, v).after;
        QCOMPARE(after.plans.size(), size_t(1));
        const PlanNumber* length = find(after.plan(Id("plan-1")), "length");
        QCOMPARE(*length->before, *find(old, "length")->after);
        QVERIFY(*length->after != *length->before);
        // The path that was chosen, measured as a given one, has the same numbers.
        v.set("entry_point", pointOf(old, "entry"));
        v.set("plan_id", std::string());
        const Case same = run(m_planned, v).after;
        QCOMPARE(same.plans.size(), size_t(2));
        const Plan& second = same.plan(Id("plan-2"));
        QVERIFY(!find(second, "length")->before);
        for (const char* key : {"length", "tilt", "parenchyma", "distance.ribs"})
            QVERIFY2(std::abs(*find(second, key)->after - *find(old, key)->after) < 1e-3, key);
        // A refined entry lies between the map's points: given again it is put on the skin again, and the capsule's
        // normal, taken from voxels, may be that of the next one.
        const double turned = *find(second, "capsule_angle")->after - *find(old, "capsule_angle")->after;
        QVERIFY2(std::abs(turned) < 2, qPrintable(QString::number(turned)));
    }

    void evaluatorOfAPanelGivesTheSame()
    {
        const PlanPuncture op(LimitTable::builtIn());
        const ParamValues v = fillDefaults(op.declare(), m_case, {});
        const PathEvaluator e(m_case, op.evaluatorOptions(v), Job());
        const Plan& plan = m_planned.plan(Id("plan-1"));
        const auto numbers = previewNumbers(e, e.evaluate(pointOf(plan, "target"), pointOf(plan, "entry")));
        const auto preview = [&](const std::string& key) {
            for (const PlanNumber& n : numbers)
                if (n.key == key && n.approximate)
                    return *n.after;
            return 1e9;
        };
        QVERIFY(std::abs(preview("length") - *find(plan, "length")->after) < 0.01);
        QVERIFY(std::abs(preview("tilt") - *find(plan, "tilt")->after) < 0.01);
        QVERIFY(std::abs(preview("parenchyma") - *find(plan, "parenchyma")->after) < 2.5);
        QVERIFY(std::abs(preview("skin_angle") - *find(plan, "skin_angle")->after) < 6);
        QVERIFY(std::abs(preview("capsule_angle") - *find(plan, "capsule_angle")->after) < 6);
        QVERIFY(std::abs(preview("score") - *find(plan, "score")->after) < 0.1);
    }

    void shortNeedleIsBlockedWithReasons()
    {
        ParamValues v;
        v.set("needle_length", 30.0);
        const RunResult r = run(m_case, v);
        QVERIFY(has(r.findings, "liver.no-path", Severity::Stop));
        QVERIFY(has(r.after.plan(Id("plan-1")).findings, "liver.breaks.h3", Severity::Stop));
        QCOMPARE(find(r.after.plan(Id("plan-1")), "length")->verdict, std::string("stop"));
    }

    void aZoneThatIsTooSmallIsSaid()
    {
        ParamValues v;
        v.set("zone_along", 12.0);
        v.set("zone_across", 10.0);
        v.set("zone_margin", 8.0);
        v.set("zone_offset", 6.0);
        const RunResult r = run(m_case, v);
        const PlanNumber* scale = find(r.after.plan(Id("plan-1")), "zone_scale");
        QVERIFY(*scale->after > 1.5);
        QCOMPARE(scale->verdict, std::string("warning"));
        QVERIFY(scale->note.find("too small") != std::string::npos);
        QVERIFY(scale->note.find("6.0 mm before the target") != std::string::npos);
    }

    void missingStructuresAreSaid()
    {
        Options o;
        o.lungs = o.vessels = false;
        const RunResult r = run(makeCase(o));
        QVERIFY(has(r.findings, "liver.missing.lung", Severity::Warning));
        QVERIFY(has(r.findings, "liver.missing.vessel", Severity::Warning));
        QVERIFY(!has(r.findings, "liver.missing.bone"));
        QVERIFY(!find(r.after.plan(Id("plan-1")), "distance.portal"));

        o = {};
        o.liver = false;
        const Plan p = run(makeCase(o)).after.plan(Id("plan-1"));
        QVERIFY(has(p.findings, "liver.missing.liver"));
        QVERIFY(!find(p, "parenchyma")->after && find(p, "parenchyma")->verdict.empty());
        QVERIFY(find(p, "parenchyma")->note.find("not checked") != std::string::npos);
        QVERIFY(find(p, "zone_scale")->after && !find(p, "burnt_healthy")->after);
        QVERIFY(find(p, "burnt_healthy")->note.find("no liver") != std::string::npos);

        o = {};
        o.skin = false;
        const Case noSkin = makeCase(o);
        QVERIFY(has(checkOperation(operation(), noSkin, {}), "liver.missing.skin", Severity::Stop));
        QVERIFY_THROWS_EXCEPTION(Error, run(noSkin));
        ParamValues v;
        v.set("entry_point", skinPoint(kLesion, Vec3(-1, -1, 0.3)));
        const Case planned = run(noSkin, v).after;
        const Plan& given = planned.plan(Id("plan-1"));
        QVERIFY(has(given.findings, "liver.missing.skin", Severity::Warning));
        QVERIFY(!find(given, "skin_angle")->after && find(given, "length")->after);
        QVERIFY(planned.fields.empty());
    }

    void targetOutsideIsSaid()
    {
        ParamValues v;
        v.set("target", std::string());
        v.set("target_point", Vec3(60, -20, 0)); // in the body, not in the liver
        const RunResult outside = run(m_case, v);
        QVERIFY(has(outside.findings, "liver.target-outside", Severity::Warning));
        for (const char* key : {"zone_scale", "burnt_healthy", "burnt_risk"}) {
            const PlanNumber* n = find(outside.after.plan(Id("plan-1")), key);
            QVERIFY2(!n->after && n->verdict.empty() && n->note.find("no lesion") != std::string::npos, key);
        }
        v.set("target_point", Vec3(0, 0, 500));
        QVERIFY_THROWS_EXCEPTION(Error, run(m_case, v));
    }

    void unconfirmedStructuresAreSaidOrLeftOut()
    {
        Options o;
        o.state = ConfirmState::Proposed;
        Case c = makeCase(o);
        const RunResult r = run(c);
        QVERIFY(has(r.findings, "liver.unconfirmed", Severity::Warning));
        QVERIFY(r.after.plan(Id("plan-1")).used[0].state == ConfirmState::Proposed);
        QVERIFY(!has(run(m_case).findings, "liver.unconfirmed"));
        // Only the skin and the liver are confirmed: the ribs are left out, and that is said.
        Edit e;
        for (const char* id : {"skin", "liver"}) {
            Structure s = c.structure(Id(id));
            s.state = ConfirmState::Confirmed;
            e.put(Id(id), s);
        }
        ParamValues v;
        v.set("confirmed_only", true);
        const RunResult strict = run(apply(c, e), v);
        QVERIFY(has(strict.findings, "liver.left-out"));
        QVERIFY(!find(strict.after.plan(Id("plan-1")), "distance.ribs"));
    }

    void emptyCaseAndBadIdsAreRefused()
    {
        const Findings empty = checkOperation(operation(), Case{}, {});
        QVERIFY(has(empty, "liver.no-target", Severity::Stop));
        for (const char* bad : {"Plan 1", "a/b", "liver"}) {
            ParamValues v;
            v.set("plan_id", std::string(bad));
            QVERIFY2(has(checkOperation(operation(), m_case, v), "plan.id", Severity::Stop), bad);
        }
    }

    void stopsOnRequest()
    {
        std::stop_source stop;
        stop.request_stop();
        Job job(stop.get_token());
        QVERIFY_THROWS_EXCEPTION(Error, runOperation(operation(), m_case, {}, {"tester"}, job));
    }
};

QTEST_GUILESS_MAIN(TstPlanPuncture)
#include "tst_plan_puncture.moc"
