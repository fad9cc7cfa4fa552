// A plan that is hidden from a learner: out of sight everywhere, untouched, and the same when it is revealed.

#include "core/base/error.h"
#include "core/case/acknowledgement.h"
#include "core/case/case_document.h"
#include "core/case/case_number.h"
#include "core/case/hidden_plans.h"
#include "core/case/plan_state.h"
#include "core/operation/rebuild.h"
#include "core/operation/standard/standard.h"
#include "core/report/plan_comparison.h"
#include "core/report/report.h"
#include "core/storage/case_file.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace pollux;

namespace {

VolumeObject image(std::int16_t value)
{
    Grid g;
    g.size = {4, 4, 4};
    VolumeObject v;
    v.name = std::string("CT");
    v.modality = std::string("CT");
    v.volume = Volume(g, std::vector<std::int16_t>(64, value));
    return v;
}

/// Plans on a value of the image, with a map of it beside the plan.
class ToyPlanner final : public Operation
{
public:
    OperationInfo info() const override { return {"test.plan", 1, "Plan", "Plans.", "A plan for tests.", "Plan"}; }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "Image", "volume", "", "On what."));
        list.add(textParam("id", "Id", "plan-1", "Of the plan."));
        list.add(boolParam("versions", "Versions", true, "Make the next version of a plan that is kept."));
        return list;
    }
    Edit run(const Case& c, const ParamValues& v, Job&) const override
    {
        const Id wanted(v.text("id"));
        const Id id = v.boolean("versions") ? versionToWrite(c, wanted) : wanted;
        Plan p;
        p.name = versionName(wanted, id, "Teacherly");
        p.kind = "test";
        p.findings = {{Severity::Warning, "test.doubt", "Doubtful.", "Look.", {}, {}, {}}};
        PlanNumber n;
        n.key = "value";
        n.label = "Value";
        n.after = 4711.5 + c.volume(Id(v.text("volume"))).volume.at(1, 1, 1);
        p.numbers = {n};
        Edit e;
        e.put(id, p);
        Field map;
        map.name = std::string("Map of ") + p.name;
        e.put(Id("map-" + id.text()), map);
        return e;
    }
};

} // namespace

class TestHidePlan : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Job m_job;
    const Id m_plan{"plan-1"};
    const Id m_map{"map-plan-1"};

    Case run(const Case& c, const char* operation, const ParamValues& values = {})
    {
        return runOperation(m_registry.at(operation), c, values, {"Dr A"}, m_job).after;
    }
    Case start()
    {
        Edit e;
        e.put(Id("ct"), image(100));
        return run(apply({}, e), "test.plan");
    }
    static ParamValues plans(std::vector<std::string> ids)
    {
        ParamValues v;
        v.set("plans", std::move(ids));
        return v;
    }
    static ParamValues sign(const char* state)
    {
        ParamValues v;
        v.set("plan", std::string("plan-1"));
        v.set("state", std::string(state));
        v.set("by", std::string("Dr B"));
        return v;
    }
    Case hidden(const Case& c) { return run(c, "plan.hide", plans({"plan-1"})); }
    std::string whyNot(const Case& c, const char* operation, const ParamValues& values)
    {
        try {
            run(c, operation, values);
        } catch (const Error& e) {
            return e.message();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        installCaseOperations(m_registry);
        m_registry.add(std::make_unique<ToyPlanner>());
    }

    void hidingChangesNothingOfThePlan()
    {
        Case c = run(run(start(), "plan.sign", sign("reviewed")), "plan.sign", sign("approved"));
        const ContentKey key = c.keyOf(m_plan).value();
        const Case h = hidden(c);
        QVERIFY(!isHidden(c, m_plan) && isHidden(h, m_plan));
        QCOMPARE(h.keyOf(m_plan).value(), key);
        QCOMPARE(h.plan(m_plan).state, PlanState::Approved);
        const auto signatures = signaturesOf(h, m_plan);
        QCOMPARE(signatures.size(), size_t(2));
        QVERIFY(signatures[0].holds && signatures[1].holds);
        QCOMPARE(h.lineage.at(hiddenId(m_plan))->author, std::string("Dr A"));
        for (const auto& [id, record] : c.lineage)
            QVERIFY2(h.lineage.at(id) == record, id.text().c_str());
        QVERIFY(staleIds(h).empty());
        // Revealed: as if it had never been hidden.
        const Case back = run(h, "plan.reveal");
        QVERIFY(!isHidden(back, m_plan));
        QCOMPARE(back.lineage, c.lineage);
        QCOMPARE(back.keyOf(m_plan).value(), key);
        QVERIFY(signaturesOf(back, m_plan).at(1).holds);
    }

    void aLearnerSeesNeitherPlanNorItsMap()
    {
        const Case h = hidden(start());
        const Case seen = withoutHidden(h);
        QCOMPARE(hiddenObjects(h), std::set<Id>({m_plan, m_map}));
        QVERIFY(seen.plans.empty() && seen.fields.empty() && seen.volumes.contains(Id("ct")));
        for (const auto& [id, record] : seen.lineage)
            QVERIFY2(id.text().find("plan-1") == std::string::npos, id.text().c_str());
        QVERIFY(numbersOf(h, m_plan).empty());
        QVERIFY(findingsHeldBy(h, m_plan).empty() && heldFindings(h).empty());
        QVERIFY(!findingsHeldBy(start(), m_plan).empty());
        // Nothing hidden: nothing copied.
        const auto shared = std::make_shared<const Case>(start());
        QCOMPARE(withoutHidden(shared), shared);
    }

    void theReportAndTheComparisonDoNotTell()
    {
        ParamValues own;
        own.set("id", std::string("plan-2"));
        const Case h = run(hidden(start()), "test.plan", own);
        const auto told = [&](const Case& c) {
            const Report report = makeReport(c, m_registry, {});
            return toHtml(report) + reportJson(c, report).dump();
        };
        const std::string without = told(h);
        QVERIFY(without.find("plan-1") == std::string::npos);
        QVERIFY(without.find("plan-2") != std::string::npos);
        QVERIFY(without.find("Plans side by side") == std::string::npos);
        QVERIFY_THROWS_EXCEPTION(Error, comparisonTable(h, {m_plan, Id("plan-2")}, m_registry.limits()));
        const Case back = run(h, "plan.reveal");
        QVERIFY(told(back).find("plan-1") != std::string::npos);
        QVERIFY(told(back).find("Plans side by side") != std::string::npos);
        QCOMPARE(comparisonTable(back, {Id("plan-2"), m_plan}, m_registry.limits()).head.size(), size_t(5));
    }

    void itStaysHiddenInTheFileAndUndoRevealsIt()
    {
        const Case c = start();
        const QTemporaryDir dir;
        const std::string file = dir.filePath("case.pollux").toStdString();
        saveCase(hidden(c), file, m_job);
        const Case back = loadCase(file, m_job);
        QVERIFY(isHidden(back, m_plan));
        QVERIFY(withoutHidden(back).plans.empty());
        QCOMPARE(run(back, "plan.reveal").keyOf(m_plan), c.keyOf(m_plan));
        CaseDocument document(c);
        document.apply("Hide", hidden(c));
        QVERIFY(isHidden(document.current(), m_plan));
        document.undo();
        QVERIFY(!isHidden(document.current(), m_plan));
        document.redo();
        QVERIFY(isHidden(document.current(), m_plan));
    }

    void nobodyChangesWhatIsHidden()
    {
        const Case h = hidden(start());
        const std::string hiddenText = "hidden for teaching";
        ParamValues over;
        over.set("versions", false);
        QVERIFY(whyNot(h, "test.plan", over).find(hiddenText) != std::string::npos);
        ParamValues remove;
        remove.set("objects", std::vector<std::string>{"plan-1"});
        QVERIFY(whyNot(h, "case.remove", remove).find(hiddenText) != std::string::npos);
        remove.set("objects", std::vector<std::string>{"map-plan-1"});
        QVERIFY(whyNot(h, "case.remove", remove).find(hiddenText) != std::string::npos);
        QVERIFY(whyNot(h, "plan.sign", sign("reviewed")).find(hiddenText) != std::string::npos);
        QVERIFY(whyNot(h, "plan.hide", plans({"plan-1"})).find(hiddenText) != std::string::npos);
        // The learner's own goes beside it, whatever it is called.
        const Case own = run(h, "test.plan");
        QVERIFY(own.plans.contains(Id("plan-1-v2")) && isHidden(own, m_plan));
        QCOMPARE(own.plans.at(m_plan), h.plans.at(m_plan));
        QVERIFY(!isHidden(own, Id("plan-1-v2")));
    }

    void aRebuildLeavesItAlone()
    {
        const Case h = hidden(start());
        Edit e;
        e.put(Id("ct"), image(7));
        const RebuildResult r = rebuild(apply(h, e), m_registry, {"Dr A"}, nullptr, m_job);
        QCOMPARE(r.after.plans.at(m_plan), h.plans.at(m_plan));
        QVERIFY(!r.findings.empty());
        QCOMPARE(r.findings.front().code, std::string("rebuild.hidden"));
        const Case again = rebuild(run(r.after, "plan.reveal"), m_registry, {"Dr A"}, nullptr, m_job).after;
        QCOMPARE(again.plan(m_plan).numbers.front().after.value(), 4711.5 + 7);
    }

    void outOfSightIsNotStale()
    {
        Case h = hidden(start());
        Edit e;
        Landmark tip;
        tip.name = std::string("Tip");
        e.put(Id("tip"), tip);
        h = apply(h, e);
        auto record = std::make_shared<Lineage>();
        record->operation = std::string("test.tip");
        record->inputs = {{m_plan, h.keyOf(m_plan).value()}};
        h.lineage[Id("tip")] = record;
        QVERIFY(staleIds(withoutHidden(h)).empty());
        record = std::make_shared<Lineage>(*record);
        record->inputs.front().key = ContentKey{1, 2};
        h.lineage[Id("tip")] = record;
        QVERIFY(staleIds(withoutHidden(h)).contains(Id("tip")));
    }

    void refusalsSayWhatToDo()
    {
        const Case c = start();
        QVERIFY(whyNot(c, "plan.reveal", {}).find("No plan of this case is hidden") != std::string::npos);
        QVERIFY(whyNot(c, "plan.hide", plans({})).find("No plan is named") != std::string::npos);
        ParamValues own;
        own.set("id", std::string("plan-2"));
        const Case two = run(hidden(c), "test.plan", own);
        QVERIFY(whyNot(two, "plan.reveal", plans({"plan-2"})).find("not hidden") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestHidePlan)
#include "tst_hide_plan.moc"
