// The operation: numbers, limits and findings of the plan, a drawn resection, and what is refused.

#include "core/base/error.h"
#include "core/operation/run.h"
#include "plugins/liver/liver_plugin.h"
#include "plugins/liver/predict_circulation.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>

using namespace pollux;
using namespace pollux::liver;

namespace {

const PlanNumber* find(const std::vector<PlanNumber>& numbers, std::string_view key)
{
    for (const PlanNumber& n : numbers)
        if (n.key == key)
            return &n;
    return nullptr;
}

double after(const Plan& plan, std::string_view key)
{
    const PlanNumber* n = find(plan.numbers, key);
    return n && n->after ? *n->after : std::nan("");
}

const Finding* finding(const Findings& findings, std::string_view code)
{
    for (const Finding& f : findings)
        if (f.code == code)
            return &f;
    return nullptr;
}

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

Structure block(const std::string& name, int from, int to, double spacing = 10)
{
    Grid g;
    g.size = {20, 10, 10};
    g.spacing = Vec3::Constant(spacing);
    std::vector<std::uint8_t> voxels(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < 10; ++k)
        for (int j = 0; j < 10; ++j)
            for (int i = from; i < to; ++i)
                voxels[static_cast<size_t>(g.offset(i, j, k))] = 1;
    Structure s;
    s.name = name;
    s.mask = std::make_shared<Mask>(g, voxels);
    return s;
}

/// A liver of 1500 mL: a right lobe of 1000, a left one of 500; the resection takes 800 and 100 of them, and what is no
/// liver.
Case drawn()
{
    Edit edit;
    Structure liver = block("Liver", 0, 15);
    liver.anatomy = "liver";
    edit.put(Id("liver"), std::move(liver));
    edit.put(Id("right"), block("Right", 0, 10));
    edit.put(Id("left"), block("Left", 8, 15)); // two layers are both: counted for the first
    edit.put(Id("cut"), block("Cut", 2, 11));
    edit.put(Id("outside"), block("Outside", 16, 20));
    edit.put(Id("coarse"), block("Coarse", 2, 11, 12));
    return apply({}, edit);
}

} // namespace

class TstPredictCirculation : public QObject
{
    Q_OBJECT

    Registry m_registry;

    const Operation& operation() const { return m_registry.at("liver.circulation"); }

    RunResult run(const Case& c, const std::vector<std::pair<std::string, ParamValue>>& given) const
    {
        ParamValues values;
        for (const auto& [key, value] : given)
            values.set(key, value);
        Job job;
        return runOperation(operation(), c, values, {"tester"}, job);
    }
    Findings check(const Case& c, const std::vector<std::pair<std::string, ParamValue>>& given) const
    {
        ParamValues values;
        for (const auto& [key, value] : given)
            values.set(key, value);
        return checkOperation(operation(), c, values);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
    }

    void everyDefaultHasItsSource()
    {
        const ParamList list = operation().declare();
        for (const char* key :
             {"cardiac_output", "portal_pressure", "portal_watch", "portal_high", "split", "flow_sd"}) {
            const Param* p = list.find(key);
            QVERIFY2(p && !p->source.empty(), key);
        }
        QVERIFY(list.find("split")->source.ends_with("(unverified)"));
        QVERIFY(list.find("portal_high")->source.ends_with("(verified)"));
        QCOMPARE(m_registry.limits().at("liver.circulation.portal_watch").value, 20.0);
        QCOMPARE(m_registry.limits().at("liver.circulation.portal_high").value, 22.0);
    }

    void numbersOfTheExample()
    {
        // The reference's table at 70 %: its own inputs are the example.
        const RunResult r = run({}, {{"removed", 70.0}, {"closed_loop", false}});
        const Plan& plan = r.after.plan(Id("circulation"));
        QCOMPARE(plan.kind, std::string("liver.circulation"));
        QCOMPARE(plan.author, std::string("tester"));
        QVERIFY(near(after(plan, "portal_pressure"), 19.5141, 1e-4));
        QVERIFY(near(*find(plan.numbers, "portal_pressure")->before, 10, 1e-9));
        QVERIFY(near(after(plan, "portal_gradient"), 14.5141, 1e-4));
        QVERIFY(near(after(plan, "portal_flow"), 1.05326, 1e-5));
        QVERIFY(near(after(plan, "artery_flow"), 0.12303, 1e-5));
        QVERIFY(near(after(plan, "arterial_pressure"), 96.1147, 1e-4));
        QVERIFY(near(after(plan, "cardiac_output"), 6, 1e-9));
        QVERIFY(near(after(plan, "split_low"), 18.73, 0.006) && near(after(plan, "split_high"), 20.26, 0.006));
        QVERIFY(after(plan, "portal_low") < after(plan, "split_low"));
        QVERIFY(after(plan, "portal_high") > after(plan, "split_high"));
        QVERIFY(!find(plan.numbers, "portal_flow_mass")->after); // no liver
        QVERIFY(!find(plan.numbers, "loop_portal"));
        for (const PlanNumber& n : plan.numbers)
            QVERIFY2(n.limit.empty() || (m_registry.limits().find(n.limit) && n.limitValue && n.limitKind),
                     n.key.c_str());
        const RunResult held =
            run({}, {{"removed", 70.0}, {"closed_loop", false}, {"held", std::string("arterial pressure")}});
        QVERIFY(near(after(held.after.plan(Id("circulation")), "portal_pressure"), 18.5401, 1e-4));
    }

    void curveIsKept()
    {
        const RunResult r = run({}, {{"closed_loop", false}});
        const auto detail = nlohmann::json::parse(r.after.plan(Id("circulation")).detail);
        const auto& curve = detail.at("curve");
        QCOMPARE(curve.size(), size_t(41));
        QVERIFY(near(curve.at(0).at("removed_percent"), 30, 1e-9) &&
                near(curve.at(40).at("removed_percent"), 70, 1e-9));
        QVERIFY(near(curve.at(20).at("portal_mmhg"), 14.2969, 1e-4));
        QVERIFY(near(detail.at("resistances_mmhg_s_ml").at("hepatic_artery"), 12.375, 1e-9));
    }

    void verdictFollowsTheBand()
    {
        // The steady pressure at 70 % is 19.5 mmHg: the limits are moved around it.
        const auto verdict = [&](double watch, double high) {
            const RunResult r =
                run({}, {{"removed", 70.0}, {"closed_loop", false}, {"portal_watch", watch}, {"portal_high", high}});
            const Plan& plan = r.after.plan(Id("circulation"));
            const PlanNumber& n = *find(plan.numbers, "portal_pressure");
            return n.verdict + " " + n.limit.substr(std::string("liver.circulation.").size()) +
                   (finding(plan.findings, "liver.circulation.portal") ? " said" : "");
        };
        QCOMPARE(verdict(20, 22), std::string("ok portal_watch"));
        QCOMPARE(verdict(19, 22), std::string("warning portal_watch said"));
        QCOMPARE(verdict(18, 19), std::string("stop portal_high said"));
        const Plan plan = run({}, {{"closed_loop", false}}).after.plan(Id("circulation"));
        QVERIFY(near(after(plan, "removed_watch"), 71.1, 0.1) && near(after(plan, "removed_high"), 75.1, 0.1));
    }

    void resectionIsTakenFromTheMasks()
    {
        const Case c = drawn();
        const RunResult whole = run(c, {{"resected", std::string("cut")}, {"closed_loop", false}});
        const Plan& plan = whole.after.plan(Id("circulation"));
        QVERIFY(near(after(plan, "removed"), 60, 1e-9)); // 900 of 1500 mL
        const PlanNumber& mass = *find(plan.numbers, "portal_flow_mass");
        QVERIFY(near(*mass.before, 1100 / 15.0, 1e-9));
        QVERIFY(near(*mass.after, 1000 * after(plan, "portal_flow") / 6, 1e-6));
        QCOMPARE(mass.limit, std::string("liver.circulation.portal_flow"));
        QCOMPARE(plan.used.size(), size_t(2));

        const RunResult lobes = run(c, {{"resected", std::string("cut")},
                                        {"lobes", std::vector<std::string>{"right", "left"}},
                                        {"closed_loop", false}});
        const Plan& byLobe = lobes.after.plan(Id("circulation"));
        QVERIFY(near(after(byLobe, "removed"), 60, 1e-9));
        QVERIFY(near(after(byLobe, "portal_pressure"), after(plan, "portal_pressure"), 1e-9));
        const std::string& note = find(byLobe.numbers, "removed")->note;
        QVERIFY2(note == "Right 800 of 1000 mL, Left 100 of 500 mL", note.c_str());
        QVERIFY(near(after(plan, "portal_pressure"), 16.3172, 1e-4)); // the table at 60 %

        // An edit of the drawing makes the plan stale.
        Edit edit;
        edit.put(Id("cut"), block("Cut", 2, 12));
        QVERIFY(staleIds(apply(whole.after, edit)).contains(Id("circulation")));
    }

    void closedLoop()
    {
        const RunResult r = run({}, {{"removed", 50.0}});
        const Plan& plan = r.after.plan(Id("circulation"));
        const PlanNumber& n = *find(plan.numbers, "loop_portal");
        QVERIFY(near(*n.before, 10, 0.02));
        QVERIFY(*n.after > 12 && *n.after < after(plan, "portal_pressure")); // less blood, less output
        QVERIFY(after(plan, "loop_output") < 6);
        QVERIFY(nlohmann::json::parse(plan.detail).at("closed_loop").at("heart_size") > 1);
    }

    void slidersPreviewIsTheSteadyNumber()
    {
        ParamValues given;
        const ParamValues values = fillDefaults(operation().declare(), {}, given);
        const PortalModel model(PredictCirculation::inputs(values), PredictCirculation::options(values), Job());
        const CirculationLimits limits = PredictCirculation::limits(values);
        const auto numbers = circulationPreview(model, 0.7, limits);
        QVERIFY(near(*find(numbers, "portal_pressure")->after, 19.5141, 1e-4));
        QVERIFY(near(*find(numbers, "removed")->after, 70, 1e-9));
        for (const PlanNumber& n : numbers)
            QVERIFY(n.approximate);
    }

    void contradictionsAreRefusedWithWords()
    {
        const auto stops = [&](const Case& c, const std::vector<std::pair<std::string, ParamValue>>& given,
                               std::string_view code) {
            const Findings findings = check(c, given);
            const Finding* f = finding(findings, code);
            return f && f->severity == Severity::Stop && !f->advice.empty();
        };
        QVERIFY(stops({}, {{"portal_pressure", 4.0}}, "liver.circulation.inputs"));
        QVERIFY(stops({}, {{"cardiac_output", 1.2}}, "liver.circulation.inputs"));
        QVERIFY(stops({}, {{"split_low", 0.6}}, "liver.circulation.split"));
        QVERIFY(stops({}, {{"portal_watch", 23.0}}, "liver.circulation.limits"));
        QVERIFY(stops({}, {{"plan_id", std::string("Not an id")}}, "plan.id"));
        const Case c = drawn();
        QVERIFY(stops(c, {{"plan_id", std::string("liver")}}, "plan.id"));
        QVERIFY(stops(c, {{"resected", std::string("cut")}, {"liver", std::string()}}, "liver.circulation.no-liver"));
        for (const auto& [resected, liver] :
             {std::pair("coarse", "liver"), std::pair("liver", "cut")}) { // another grid; all of it removed
            try {
                run(c, {{"resected", std::string(resected)}, {"liver", std::string(liver)}, {"closed_loop", false}});
                QFAIL(resected);
            } catch (const Error& e) {
                QVERIFY(e.code() == ErrorCode::BadInput && !e.advice().empty());
            }
        }
    }

    void saysWhatIsNotThePatients()
    {
        const Findings example = check({}, {});
        const Finding* f = finding(example, "liver.circulation.example");
        QVERIFY(f && f->severity == Severity::Warning && f->text.find("Portal pressure") != std::string::npos);
        const std::vector<std::pair<std::string, ParamValue>> measured{
            {"cardiac_output", 5.5},   {"arterial_pressure", 85.0}, {"caval_pressure", 4.0},
            {"portal_pressure", 11.0}, {"portal_vein_flow", 1.0},   {"artery_flow", 0.35}};
        QVERIFY(!finding(check({}, measured), "liver.circulation.example"));
        auto estimated = measured;
        estimated.push_back({"flows", std::string("estimated")});
        QVERIFY(finding(check({}, estimated), "liver.circulation.estimated"));
        estimated.push_back({"closed_loop", false});
        const Plan plan = run({}, estimated).after.plan(Id("circulation"));
        QVERIFY(near(*find(plan.numbers, "portal_flow")->before, 5.5 * 0.25 * 0.75, 1e-9));
        auto hypertensive = measured;
        hypertensive[3].second = 15.0;
        hypertensive.push_back({"closed_loop", false});
        QVERIFY(finding(run({}, hypertensive).findings, "liver.circulation.hypertension"));
    }
};

QTEST_GUILESS_MAIN(TstPredictCirculation)
#include "tst_predict_circulation.moc"
