// The operation liver.breathing: where target and needle are over a breath that is known, and what it refuses.

#include "core/base/error.h"
#include "core/operation/run.h"
#include "plan_readings.h"
#include "plugins/liver/breathing.h"
#include "plugins/liver/breathing_states.h"
#include "plugins/liver/liver_plugin.h"
#include "synthetic.h"

#include <QtTest>

#include <algorithm>
#include <numbers>

using namespace synthetic;

namespace {

const Vec3 kDown(0, 0, -12); ///< mm: breathing in moves everything so far

/// As much everywhere, times `part`.
std::shared_ptr<const DisplacementField> shift(const Vec3& u)
{
    Grid g;
    g.size = {8, 8, 8};
    g.spacing = Vec3(50, 40, 50);
    g.origin = Vec3(-175, -140, -175);
    DisplacementField f = identityField(g);
    for (int a = 0; a < 3; ++a)
        std::fill(f.u[size_t(a)].begin(), f.u[size_t(a)].end(), static_cast<float>(u[a]));
    return std::make_shared<const DisplacementField>(f);
}

Registration breath(const Vec3& u, const char* moving = "ct-in")
{
    Registration r;
    r.name = "Breathed in";
    r.fixed = Id("ct");
    r.moving = Id(moving);
    r.field = shift(u);
    return r;
}

Plan planned()
{
    Plan p;
    p.name = "Puncture";
    p.kind = "liver.puncture";
    p.points = {{"target", kLesion}, {"entry", kLesion + Vec3(-80, 0, 0)}};
    p.detail = R"({"limits":{"tip_overshoot":5,"organ_margin":4}})";
    return p;
}

} // namespace

class TstBreathing : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Case m_case;

    const Operation& operation() const { return m_registry.at("liver.breathing"); }
    static ParamValues usual()
    {
        ParamValues v;
        v.set("plan", std::string("plan-1"));
        v.set("registrations", std::vector<std::string>{"breath"});
        v.set("map_spacing", 2.0);
        return v;
    }
    RunResult run(const ParamValues& values, const Case& c) const
    {
        Job job;
        return runOperation(operation(), c, values, {"tester"}, job);
    }
    Plan result(const ParamValues& values) const { return run(values, m_case).after.plan(Id("breathing-1")); }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        Edit e;
        e.put(Id("plan-1"), planned());
        e.put(Id("breath"), breath(kDown));
        m_case = apply(makeCase(), e);
    }

    void howFarInEachImageWasTaken()
    {
        const Mask liver = *m_case.structure(Id("liver")).mask;
        const auto half = shift(0.5 * kDown), full = shift(kDown);
        const std::vector<const DisplacementField*> fields{half.get(), full.get()};
        const auto out = breathingSamples(fields, liver, ReferenceBreath::Out, 0);
        QCOMPARE(out.size(), size_t(3));
        QVERIFY(!out[0].field && out[0].state.value == 0 && out[0].state.rate == 0);
        QVERIFY(std::abs(out[1].state.value - 0.5) < 1e-6 && std::abs(out[2].state.value - 1) < 1e-6);
        const auto in = breathingSamples(fields, liver, ReferenceBreath::In, 0);
        QVERIFY(in[0].state.value == 1 && std::abs(in[1].state.value - 0.5) < 1e-6 &&
                std::abs(in[2].state.value) < 1e-6);
        // In 3 s: rates by differences around the breath.
        const auto rates = breathingSamples(fields, liver, ReferenceBreath::Out, 3);
        QVERIFY(std::abs(rates[0].state.rate + 0.25) < 1e-6 && std::abs(rates[1].state.rate - 0.5) < 1e-6);
        const auto still = shift(Vec3(0, 0, 0.3));
        QVERIFY_THROWS_EXCEPTION(Error, breathingSamples({still.get()}, liver, ReferenceBreath::Out, 0));
    }

    void theTargetOverTheBreath()
    {
        const Plan p = result(usual());
        QVERIFY(std::abs(after(p, "target_range_si") - 12) < 1e-3);
        QVERIFY(after(p, "target_range_ap") < 1e-3 && after(p, "target_range_lr") < 1e-3);
        QVERIFY(std::abs(after(p, "target_farthest") - 12) < 1e-3);
        // Of sin^4: missed while it is above 5/12.
        const motion::BreathingTrace trace{4, 2, 1};
        QVERIFY(std::abs(after(p, "missed") - 100 * (1 - trace.dutyCycle(5.0 / 12))) < 100.0 / 40 + 1e-6);
        QVERIFY(std::abs(after(p, "gate_duty") - 46.63) < 0.01);
        QCOMPARE(after(p, "gate_missed"), 0.0);
        double sum = 0, most = 0;
        int count = 0;
        for (const auto& s : trace.cycle(40))
            if (s.value <= 0.2) {
                sum += 12 * s.value;
                most = std::max(most, 12 * s.value);
                ++count;
            }
        QVERIFY(std::abs(after(p, "gate_offset") - sum / count) < 1e-3);
        QVERIFY(std::abs(after(p, "gate_residual") - std::max(sum / count, most - sum / count)) < 1e-3);
    }

    void imagesInDeepBreathWantTheGateThere()
    {
        ParamValues v = usual();
        v.set("reference", std::string("breathed in")); // and the other image breathed out
        const RunResult out = run(v, m_case);
        QVERIFY(has(out.findings, "breathing.gate-off"));
        QVERIFY(after(out.after.plan(Id("breathing-1")), "gate_offset") > 11);
        v.set("gate_at", std::string("breathed in"));
        const RunResult in = run(v, m_case);
        QVERIFY(!has(in.findings, "breathing.gate-off"));
        const Plan p = in.after.plan(Id("breathing-1"));
        QVERIFY(after(p, "gate_offset") < 2.4);
        // sin^4 stays there for less time than at the other end.
        QVERIFY(std::abs(after(p, "gate_duty") - 100 * (1 - motion::BreathingTrace{4, 2, 1}.dutyCycle(0.8))) < 1e-6);
    }

    void distancesAreThoseOfTheNeedleCarriedBack()
    {
        EvaluatorOptions o;
        o.limits = limitsFrom(m_registry.limits());
        o.weights.fill(1);
        o.mapSpacing = 2;
        o.scene.lesion = Id("lesion");
        o.scene.majorDiameter = o.limits.majorDiameter;
        const PathEvaluator evaluator(m_case, o, Job());
        const auto field = shift(kDown);
        const motion::MotionSample samples[] = {{{0, 0}, nullptr}, {{1, 0}, field.get()}};
        const auto model = motion::MotionModel::fit(samples, motion::MotionTerms::Linear, 0, Job());
        BreathingQuestion q;
        q.target = q.tip = kLesion;
        q.entry = kLesion + Vec3(-80, 0, 0);
        q.steps = 24;
        const PathOverBreath path = pathOverBreath(evaluator, model, q, Job());
        // The body moves down, so the needle runs up through the images by as much.
        std::array<double, 3> least{kFar, kFar, kFar};
        double worst = 0;
        for (const auto& s : path.states) {
            const PathScore score = evaluator.evaluate(q.target - s.value * kDown, q.entry - s.value * kDown);
            worst = std::max(worst, score.score);
            for (size_t c = 0; c < 3; ++c)
                least[c] = std::min(least[c], score.measures.distance[c]);
        }
        for (size_t c = 0; c < 3; ++c) {
            QVERIFY2(std::abs(path.distances[c].least - least[c]) < 0.6,
                     qPrintable(QString("%1 %2 %3").arg(c).arg(path.distances[c].least).arg(least[c])));
            QVERIFY(path.distances[c].least <= path.distances[c].planned);
            QVERIFY(path.distances[c].leastInGate >= path.distances[c].least);
        }
        QVERIFY(std::abs(path.worstScore - worst) < 1e-6 && path.worstScore >= path.plannedScore);
    }

    void theSpaceThatABallTakes()
    {
        const auto field = shift(kDown);
        const motion::MotionSample samples[] = {{{0, 0}, nullptr}, {{1, 0}, field.get()}};
        const auto model = motion::MotionModel::fit(samples, motion::MotionTerms::Linear, 0, Job());
        const Mask lesion = *m_case.structure(Id("lesion")).mask;
        std::vector<motion::BreathingState> states;
        for (int n = 0; n <= 12; ++n)
            states.push_back({n / 12.0, 0});
        const Box all{kLesion - Vec3::Constant(40), kLesion + Vec3::Constant(40)};
        const Mask taken = envelope(lesion, model, states, all, Job());
        const double r = kLesionRadius, pill = std::numbers::pi * r * r * (4.0 / 3 * r + 12) / 1000;
        QVERIFY2(std::abs(taken.volumeMl() / pill - 1) < 0.04, qPrintable(QString::number(taken.volumeMl() / pill)));
        QVERIFY((taken.centroid() - (kLesion + 0.5 * kDown)).norm() < 0.5);
        QVERIFY(std::abs(intersect(taken, lesion).volumeMl() - lesion.volumeMl()) < 1e-9);
        // A region cuts it off.
        const Box upper{kLesion - Vec3(40, 40, 0), kLesion + Vec3::Constant(40)};
        QVERIFY(envelope(lesion, model, states, upper, Job()).volumeMl() < 0.6 * taken.volumeMl());
    }

    void whatItLeavesBehind()
    {
        const RunResult a = run(usual(), m_case), b = run(usual(), m_case);
        const Case& c = a.after;
        const Plan& p = c.plan(Id("breathing-1"));
        QCOMPARE(p.kind, std::string("liver.breathing"));
        QVERIFY(has(a.findings, "breathing.two-states"));
        const Structure& taken = c.structure(Id("breathing-1-lesion"));
        QCOMPARE(taken.name, c.structure(Id("lesion")).name + ", over the breath");
        QVERIFY(taken.mask->volumeMl() > 1.5 * c.structure(Id("lesion")).mask->volumeMl());
        QVERIFY(taken.surface && taken.surface->isClosed());
        const Field& map = *c.fields.at(Id("breathing-1-map"));
        QCOMPARE(map.steps(), size_t(20));
        QCOMPARE(map.times.front(), 0.0);
        const auto middle = map.valuesAt(10); // 2 s: breathed in
        QVERIFY(std::all_of(middle.begin(), middle.end(), [](float v) { return std::abs(v - 12) < 1e-3; }));
        const auto first = map.valuesAt(0);
        QVERIFY(std::all_of(first.begin(), first.end(), [](float v) { return std::abs(v) < 1e-3; }));
        for (const char* id : {"breathing-1", "breathing-1-lesion", "breathing-1-map"})
            QVERIFY2(a.after.keyOf(Id(id)) == b.after.keyOf(Id(id)), id);
        // Another registration makes it stale.
        Edit e;
        e.put(Id("breath"), breath(0.5 * kDown));
        QVERIFY(!staleIds(c).contains(Id("breathing-1")));
        const auto stale = staleIds(apply(c, e));
        QVERIFY(stale.contains(Id("breathing-1")) && stale.contains(Id("breathing-1-lesion")));
        // Without envelopes those of before go.
        ParamValues v = usual();
        v.set("envelopes", false);
        QVERIFY(!run(v, c).after.structures.contains(Id("breathing-1-lesion")));
    }

    void refusals()
    {
        const auto findings = [&](const ParamValues& v, const Case& c) { return checkOperation(operation(), c, v); };
        QVERIFY(!blocks(findings(usual(), m_case)));
        ParamValues v = usual();
        v.set("registrations", std::vector<std::string>{});
        QVERIFY(has(findings(v, m_case), "breathing.no-images") && blocks(findings(v, m_case)));
        v = usual();
        v.set("in_order", true);
        QVERIFY(has(findings(v, m_case), "breathing.too-few"));
        v = usual();
        v.set("depth", 150.0);
        QVERIFY(has(findings(v, m_case), "breathing.deeper") && !blocks(findings(v, m_case)));
        v = usual();
        v.set("plan_id", std::string("plan-1"));
        QVERIFY(has(findings(v, m_case), "plan.id"));

        Edit e;
        Registration affine = breath(kDown);
        affine.field = nullptr;
        e.put(Id("affine"), affine);
        Registration other = breath(kDown);
        other.fixed = Id("ct-9");
        e.put(Id("other"), other);
        Registration doubtful = breath(kDown);
        doubtful.findings.push_back({Severity::Warning, "x", "It folds.", "Smooth more.", {}, {}, {}});
        e.put(Id("doubtful"), doubtful);
        Plan none = planned();
        none.points.pop_back();
        e.put(Id("plan-2"), none);
        const Case c = apply(m_case, e);
        for (const auto& [id, code] :
             {std::pair("affine", "breathing.not-deformable"), std::pair("other", "breathing.other-image")}) {
            v = usual();
            v.set("registrations", std::vector<std::string>{"breath", id});
            QVERIFY2(has(findings(v, c), code) && blocks(findings(v, c)), id);
        }
        v = usual();
        v.set("registrations", std::vector<std::string>{"doubtful"});
        QVERIFY(has(findings(v, c), "breathing.doubtful") && !blocks(findings(v, c)));
        v = usual();
        v.set("plan", std::string("plan-2"));
        QVERIFY(has(findings(v, c), "breathing.no-path"));
    }
};

QTEST_GUILESS_MAIN(TstBreathing)
#include "tst_breathing.moc"
