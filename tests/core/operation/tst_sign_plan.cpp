#include "core/base/error.h"
#include "core/case/case_document.h"
#include "core/case/plan_state.h"
#include "core/operation/rebuild.h"
#include "core/operation/standard/standard.h"
#include "core/storage/case_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pollux;

namespace {

VolumeObject image(std::int16_t value)
{
    Grid g;
    g.size = {4, 4, 4};
    VolumeObject v;
    v.name = "CT";
    v.modality = "CT";
    v.volume = Volume(g, std::vector<std::int16_t>(64, value));
    return v;
}

/// Plans on a value of the image; above 1000 the plan has an open stop. Goes to the next version of a locked plan.
class ToyPlanner final : public Operation
{
public:
    OperationInfo info() const override { return {"test.plan", 1, "Plan", "Plans.", "A plan for tests.", "Plan"}; }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "Image", "volume", "", "On what."));
        list.add(boolParam("versions", "Versions", true, "Make the next version of a locked plan."));
        return list;
    }
    Edit run(const Case& c, const ParamValues& v, Job&) const override
    {
        const Id wanted("plan-1");
        const Id id = v.boolean("versions") ? versionToWrite(c, wanted) : wanted;
        Plan p;
        p.name = versionName(wanted, id, "Puncture");
        p.kind = "test";
        PlanNumber n;
        n.key = "value";
        n.after = c.volume(Id(v.text("volume"))).volume.at(1, 1, 1);
        p.numbers = {n};
        if (*n.after > 1000)
            p.findings = {{Severity::Stop, "test.breaks", "It breaks a limit.", "Mend it.", {}, {}, {}}};
        Edit e;
        e.put(id, p);
        return e;
    }
};

} // namespace

class TestSignPlan : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Job m_job;
    const Id m_plan{"plan-1"};

    Case run(const Case& c, const char* operation, const ParamValues& values = {}, const char* author = "Dr A")
    {
        return runOperation(m_registry.at(operation), c, values, {author}, m_job).after;
    }
    Case start(std::int16_t value = 100)
    {
        Edit e;
        e.put(Id("ct"), image(value));
        return run(apply({}, e), "test.plan");
    }
    static ParamValues to(const char* state, const char* by = "", const char* plan = "plan-1")
    {
        ParamValues v;
        v.set("plan", std::string(plan));
        v.set("state", std::string(state));
        v.set("by", std::string(by));
        return v;
    }
    Case sign(const Case& c, const char* state, const char* by = "") { return run(c, "plan.sign", to(state, by)); }
    Case approved(std::int16_t value = 100) { return sign(sign(start(value), "reviewed", "Dr B"), "approved", "Dr C"); }
    static Case withImage(const Case& c, std::int16_t value)
    {
        Edit e;
        e.put(Id("ct"), image(value));
        return apply(c, e);
    }
    bool refuses(const Case& c, const char* state, const char* code)
    {
        for (const Finding& f : checkOperation(m_registry.at("plan.sign"), c, to(state)))
            if (f.severity == Severity::Stop && f.code == code)
                return !f.advice.empty();
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        installCaseOperations(m_registry);
        m_registry.add(std::make_unique<ToyPlanner>());
    }

    void aPlanKnowsWhoMadeIt()
    {
        const Case c = start();
        QCOMPARE(c.plan(m_plan).author, std::string("Dr A"));
        QCOMPARE(c.plan(m_plan).state, PlanState::Draft);
        QVERIFY(signaturesOf(c, m_plan).empty());
    }

    void fromDraftToReviewedToApproved()
    {
        Case c = start();
        const auto origin = c.lineage.at(m_plan);
        c = sign(c, "reviewed", "Dr B");
        QCOMPARE(c.plan(m_plan).state, PlanState::Reviewed);
        QVERIFY(!isLocked(c, m_plan));
        c = sign(c, "approved");
        QVERIFY(isLocked(c, m_plan));
        const auto signatures = signaturesOf(c, m_plan);
        QCOMPARE(signatures.size(), size_t(2));
        QCOMPARE(signatures[0].state, PlanState::Reviewed);
        QCOMPARE(signatures[0].by, std::string("Dr B"));
        QCOMPARE(signatures[1].state, PlanState::Approved);
        QCOMPARE(signatures[1].by, std::string("Dr A")); // the name the program ran under
        for (const PlanSignature& s : signatures) {
            QVERIFY(s.holds);
            QCOMPARE(s.key, *c.keyOf(m_plan));
            QVERIFY(!s.when.empty());
        }
        QVERIFY2(c.lineage.at(m_plan) == origin, "where the plan came from stays");
        QVERIFY(staleIds(c).empty());
    }

    void whoSignsIsNotWhoMadeIt()
    {
        Edit e;
        e.put(Id("ct"), image(1));
        Case c = run(apply({}, e), "test.plan", {}, ""); // nobody is named
        const ContentKey made = *c.keyOf(m_plan);
        for (const char* state : {"reviewed", "approved"})
            c = run(c, "plan.sign", to(state), "Dr A");
        QVERIFY(c.plan(m_plan).author.empty());
        QCOMPARE(*c.keyOf(m_plan), made);
        for (const PlanSignature& s : signaturesOf(c, m_plan))
            QVERIFY(s.holds);
    }

    void draftTakesBothSignaturesBack()
    {
        const Case c = sign(approved(), "draft");
        QVERIFY(signaturesOf(c, m_plan).empty());
        QVERIFY(!c.lineage.contains(signatureId(m_plan, PlanState::Reviewed)));
        QVERIFY(!isLocked(c, m_plan));
    }

    void whatCannotBeSignedSaysWhy()
    {
        const Case c = start();
        QVERIFY(refuses(c, "approved", "sign.not-reviewed"));
        QVERIFY(refuses(c, "draft", "sign.done"));
        QVERIFY(refuses(withImage(c, 7), "reviewed", "sign.stale"));
        QVERIFY(refuses(start(2000), "reviewed", "sign.blocked"));
        QVERIFY(refuses(approved(), "reviewed", "sign.approved"));
        QVERIFY(refuses(approved(), "approved", "sign.done"));
        // An acknowledged stop no longer blocks.
        ParamValues answer;
        answer.set("finding", std::string("plan-1/test.breaks"));
        answer.set("reason", std::string("Only a rehearsal."));
        const Case answered = run(start(2000), "case.acknowledge", answer);
        QVERIFY(!refuses(answered, "reviewed", "sign.blocked"));
    }

    void oneWhoReviewsTheirOwnPlanIsWarned()
    {
        const auto codes = [&](const char* by) {
            QStringList list;
            for (const Finding& f : checkOperation(m_registry.at("plan.sign"), start(), to("reviewed", by)))
                list << QString::fromStdString(f.code);
            return list;
        };
        QCOMPARE(codes("Dr A"), QStringList{"sign.own"});
        QCOMPARE(codes("Dr B"), QStringList());
    }

    void anApprovedPlanIsNeitherChangedNorRemoved()
    {
        const Case c = withImage(approved(), 200);
        ParamValues overwrite;
        overwrite.set("versions", false);
        ParamValues remove;
        remove.set("objects", std::vector<std::string>{"plan-1"});
        for (const auto& [operation, values] : {std::pair("test.plan", overwrite), std::pair("case.remove", remove)}) {
            try {
                run(c, operation, values);
                QFAIL(operation);
            } catch (const Error& e) {
                QCOMPARE(e.code(), ErrorCode::BadInput);
                QVERIFY(std::string(e.what()).find("approved and locked") != std::string::npos);
                QVERIFY(!e.advice().empty());
            }
        }
    }

    void aNewComputationIsItsNextVersion()
    {
        Case c = run(withImage(approved(), 200), "test.plan", {}, "Dr D");
        QCOMPARE(*c.plan(m_plan).numbers[0].after, 100.0);
        const Plan& next = c.plan(Id("plan-1-v2"));
        QCOMPARE(*next.numbers[0].after, 200.0);
        QCOMPARE(next.name, std::string("Puncture, version 2"));
        QCOMPARE(next.author, std::string("Dr D"));
        QCOMPARE(next.state, PlanState::Draft);
        c = run(withImage(c, 300), "test.plan"); // the draft may still change
        QCOMPARE(c.plans.size(), size_t(2));
        QCOMPARE(*c.plan(Id("plan-1-v2")).numbers[0].after, 300.0);
    }

    void aRebuildLeavesAnApprovedPlanAloneAndSaysSo()
    {
        const Case c = withImage(approved(), 200);
        QVERIFY(staleIds(c).contains(m_plan));
        const RebuildResult r = rebuild(c, m_registry, {"Dr A"}, nullptr, m_job);
        QCOMPARE(*r.after.plan(m_plan).numbers[0].after, 100.0);
        QVERIFY(staleIds(r.after).contains(m_plan));
        QCOMPARE(r.findings.size(), size_t(1));
        QCOMPARE(r.findings[0].code, std::string("rebuild.locked"));
        QCOMPARE(r.ran, 0);
    }

    void aRebuiltReviewedPlanIsADraftAgain()
    {
        const Case c = withImage(sign(start(), "reviewed", "Dr B"), 200);
        const RebuildResult r = rebuild(c, m_registry, {"Dr A"}, nullptr, m_job);
        QCOMPARE(*r.after.plan(m_plan).numbers[0].after, 200.0);
        QCOMPARE(r.after.plan(m_plan).state, PlanState::Draft);
        QVERIFY2(signaturesOf(r.after, m_plan).empty(), "nobody reviewed these numbers");
        QVERIFY2(!r.after.lineage.contains(signatureId(m_plan, PlanState::Reviewed)), "nor is the word repeated");
    }

    void acknowledgingAFindingIsNoChange()
    {
        Case c = start(2000);
        ParamValues answer;
        answer.set("finding", std::string("plan-1/test.breaks"));
        answer.set("reason", std::string("Only a rehearsal."));
        c = sign(sign(run(c, "case.acknowledge", answer), "reviewed", "Dr B"), "approved", "Dr C");
        answer.set("reason", std::string("A better reason."));
        c = run(c, "case.acknowledge", answer);
        QVERIFY(isLocked(c, m_plan));
        QVERIFY(signaturesOf(c, m_plan).back().holds);
    }

    void aChangeBehindTheProgramsBackIsSeen()
    {
        Case c = approved();
        Plan forged = c.plan(m_plan);
        forged.numbers[0].after = 999;
        c.plans[m_plan] = std::make_shared<const Plan>(forged);
        for (const PlanSignature& s : signaturesOf(c, m_plan))
            QVERIFY(!s.holds);
        QVERIFY(signatureTexts(c, m_plan).back().find("CHANGED SINCE") != std::string::npos);
    }

    void signaturesAreSavedAndLoaded()
    {
        const QTemporaryDir dir;
        const std::string file = dir.filePath("case.pollux").toStdString();
        const Case c = approved();
        saveCase(c, file, m_job);
        const Case back = loadCase(file, m_job);
        QVERIFY(isLocked(back, m_plan));
        QCOMPARE(signatureTexts(back, m_plan), signatureTexts(c, m_plan));
        QVERIFY(signaturesOf(back, m_plan).back().holds);
    }
};

QTEST_GUILESS_MAIN(TestSignPlan)
#include "tst_sign_plan.moc"
