#include "core/base/error.h"
#include "core/case/acknowledgement.h"
#include "core/case/case_document.h"
#include "core/operation/rebuild.h"
#include "core/operation/standard/standard.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace pollux;

namespace {

Finding finding(Severity severity, const char* code, const char* text)
{
    Finding f;
    f.severity = severity;
    f.code = code;
    f.text = text;
    f.advice = "Mend it.";
    return f;
}

VolumeObject image(std::int16_t value)
{
    Grid g;
    g.size = {4, 4, 4};
    VolumeObject v;
    v.name = "CT";
    v.modality = "CT";
    v.volume = Volume(g, std::vector<std::int16_t>(64, value));
    v.gate = {finding(Severity::Warning, "geometry.gap", "Two slices are missing."),
              finding(Severity::Note, "values.padding", "Padding was cut."),
              finding(Severity::Stop, "geometry.gap", "Ten slices are missing.")};
    return v;
}

/// Plans on the image's mean value, with a stop as its finding.
class Plan1 final : public Operation
{
public:
    OperationInfo info() const override { return {"test.plan", 1, "Plan", "Plans.", "A plan.", "Plan"}; }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "Image", "volume", "", "On what."));
        return list;
    }
    Edit run(const Case& c, const ParamValues& v, Job&) const override
    {
        Plan p;
        p.name = "Plan";
        p.kind = "test";
        PlanNumber n;
        n.key = "value";
        n.after = c.volume(Id(v.text("volume"))).volume.at(1, 1, 1);
        p.numbers = {n};
        p.findings = {finding(Severity::Stop, "test.breaks", "It breaks a limit.")};
        Edit e;
        e.put(Id("plan-1"), p);
        return e;
    }
};

} // namespace

class TestAcknowledge : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Job m_job;

    Case run(const Case& c, const char* operation, const ParamValues& values, const char* author = "Dr A")
    {
        return runOperation(m_registry.at(operation), c, values, {author}, m_job).after;
    }
    /// Image and study with findings, and a plan made from the image.
    Case start()
    {
        Edit e;
        Study study;
        study.gate = {finding(Severity::Warning, "archive.damaged", "A file is broken.")};
        e.put(Id("study"), study);
        e.put(Id("ct"), image(100));
        return run(apply({}, e), "test.plan", {});
    }
    static ParamValues answer(const std::string& id, const std::string& reason, const std::string& by = {})
    {
        ParamValues v;
        v.set("finding", id);
        v.set("reason", reason);
        v.set("by", by);
        return v;
    }
    Case acknowledge(const Case& c, const std::string& id, const std::string& reason, const std::string& by = {})
    {
        return run(c, "case.acknowledge", answer(id, reason, by));
    }

private Q_SLOTS:
    void initTestCase()
    {
        installCaseOperations(m_registry);
        m_registry.add(std::make_unique<Plan1>());
    }

    void everyFindingHasANameOfItsOwn()
    {
        std::vector<std::string> ids;
        for (const HeldFinding& held : heldFindings(start()))
            ids.push_back(held.id.text());
        QCOMPARE(ids, (std::vector<std::string>{"study/archive.damaged", "ct/geometry.gap", "ct/values.padding",
                                                "ct/geometry.gap-2", "plan-1/test.breaks"}));
        QCOMPARE(heldFinding(start(), Id("ct/geometry.gap-2"))->finding.text, std::string("Ten slices are missing."));
        QVERIFY(!heldFinding(start(), Id("ct/geometry")));
        QVERIFY(!heldFinding(start(), Id("ct")));
        QVERIFY(findingsHeldBy(start(), Id("nothing")).empty());
    }

    void awkwardCodesAndLongNamesStillGiveIds()
    {
        VolumeObject v = image(1);
        v.gate = {finding(Severity::Warning, "A/B c", "x"), finding(Severity::Warning, "", "y"),
                  finding(Severity::Warning, "a-b-c", "z"), finding(Severity::Warning, "a-b-c-2", "z"),
                  finding(Severity::Warning, "a-b-c", "z")};
        Edit e;
        const Id longest(std::string(120, 'v'));
        e.put(longest, v);
        v.name = "other";
        e.put(Id(std::string(119, 'v')), v);
        Case c = apply({}, e);
        std::set<Id> ids;
        for (const HeldFinding& held : heldFindings(c))
            ids.insert(held.id);
        QCOMPARE(ids.size(), size_t(10));
        const HeldFinding last = findingsHeldBy(c, longest).back();
        c = acknowledge(c, last.id.text(), "fine");
        QCOMPARE(c.volume(longest).gate.back().acknowledged, std::string("fine"));
        QVERIFY(acknowledgementOf(c, findingsHeldBy(c, longest).back()));
    }

    void theReasonStandsInTheFindingAndNowhereElse()
    {
        const Case before = start();
        const Case after = acknowledge(before, "ct/geometry.gap-2", "  The gap lies below the liver. ", "J. Doe");
        const Findings& gate = after.volume(Id("ct")).gate;
        QCOMPARE(gate[2].acknowledged, std::string("The gap lies below the liver."));
        QVERIFY(gate[0] == before.volume(Id("ct")).gate[0] && gate[1] == before.volume(Id("ct")).gate[1]);
        QVERIFY(!blocks(gate));
        QVERIFY(blocks(before.volume(Id("ct")).gate));
        QCOMPARE(diff(before, after), (std::vector<Change>{{Kind::Volume, Id("ct"), Change::What::Changed}}));
        QCOMPARE(acknowledge(before, "study/archive.damaged", "ok").studies.at(Id("study"))->gate[0].acknowledged,
                 std::string("ok"));
        QVERIFY(!blocks(acknowledge(before, "plan-1/test.breaks", "ok").plan(Id("plan-1")).findings));
    }

    void lineageSaysWhoAndWhenAndTheOriginStays()
    {
        const Case before = start();
        Case c = acknowledge(before, "plan-1/test.breaks", "Agreed in the board.", "J. Doe");
        QVERIFY(c.lineage.at(Id("plan-1")) == before.lineage.at(Id("plan-1")));
        const Lineage& l = *c.lineage.at(Id("plan-1/test.breaks"));
        QCOMPARE(l.operation, std::string("case.acknowledge"));
        QCOMPARE(l.author, std::string("Dr A"));
        QVERIFY(l.when.ends_with("Z") && l.inputs.empty());
        QVERIFY(nlohmann::json::parse(l.parameters)["reason"] == "Agreed in the board.");
        const auto who = [&](const char* id) { return acknowledgementOf(c, heldFinding(c, Id(id)).value()); };
        QCOMPARE(who("plan-1/test.breaks")->by, std::string("J. Doe"));
        QCOMPARE(who("plan-1/test.breaks")->when, l.when);
        QVERIFY(!who("ct/geometry.gap"));
        // Two answers to two findings of one object, by two people.
        c = acknowledge(c, "ct/geometry.gap", "one", "A");
        c = acknowledge(c, "ct/geometry.gap-2", "two");
        QCOMPARE(who("ct/geometry.gap")->by, std::string("A"));
        QCOMPARE(who("ct/geometry.gap-2")->by, std::string("Dr A"));
        QVERIFY(staleIds(c).empty());
    }

    void anotherReasonTakesThePlaceOfTheFirst()
    {
        Case c = acknowledge(start(), "ct/geometry.gap", "a slip of the pen", "A");
        c = acknowledge(c, "ct/geometry.gap", "The gap is in air.", "B");
        const HeldFinding held = heldFinding(c, Id("ct/geometry.gap")).value();
        QCOMPARE(held.finding.acknowledged, std::string("The gap is in air."));
        QCOMPARE(acknowledgementOf(c, held)->by, std::string("B"));
    }

    void whatCannotBeAcknowledgedSaysWhatToDo_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("says");
        QTest::newRow("no such finding") << "ct/geometry.tilt"
                                         << "why"
                                         << "Open are: study/archive.damaged, ct/geometry.gap-2, plan-1/test.breaks.";
        QTest::newRow("no id at all") << "Two slices"
                                      << "why"
                                      << "Open are:";
        QTest::newRow("none named") << ""
                                    << "why"
                                    << "finding";
        QTest::newRow("a note") << "ct/values.padding"
                                << "why"
                                << "Only warnings and stops";
        QTest::newRow("no reason") << "ct/geometry.gap-2"
                                   << ""
                                   << "reason";
        QTest::newRow("blank reason") << "ct/geometry.gap-2"
                                      << " \t"
                                      << "Say why";
        QTest::newRow("the same again") << "ct/geometry.gap"
                                        << "known"
                                        << "already";
    }
    void whatCannotBeAcknowledgedSaysWhatToDo()
    {
        QFETCH(QString, id);
        QFETCH(QString, reason);
        QFETCH(QString, says);
        const Case c = acknowledge(start(), "ct/geometry.gap", "known");
        try {
            acknowledge(c, id.toStdString(), reason.toStdString());
            QFAIL("it was acknowledged");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::BadInput);
            QVERIFY2(QString(e.what()).contains(says), e.what());
            QVERIFY(!e.advice().empty());
        }
    }

    void aCaseWithoutFindingsSaysSo()
    {
        try {
            acknowledge({}, "ct/geometry.gap", "why");
            QFAIL("it was acknowledged");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains("to be mended"), e.what());
        }
    }

    void undoTakesItBack()
    {
        CaseDocument document(start());
        document.apply("Acknowledge", acknowledge(document.current(), "ct/geometry.gap-2", "why"));
        QVERIFY(!blocks(document.current().volume(Id("ct")).gate));
        document.undo();
        QVERIFY(blocks(document.current().volume(Id("ct")).gate));
        QVERIFY(!document.current().lineage.count(Id("ct/geometry.gap-2")));
        document.redo();
        QVERIFY(document.current().lineage.count(Id("ct/geometry.gap-2")));
    }

    /// The word was given for the old numbers: a rebuild repeats the plan, not the word.
    void whatIsMadeAgainIsOpenAgain()
    {
        Case c = acknowledge(start(), "plan-1/test.breaks", "why");
        Edit other;
        other.put(Id("ct"), image(200));
        c = apply(c, other);
        QCOMPARE(staleIds(c), (std::set<Id>{Id("plan-1")}));
        const RebuildResult r = rebuild(c, m_registry, {"Dr B"}, nullptr, m_job);
        QCOMPARE(r.ran, 1);
        QVERIFY(staleIds(r.after).empty());
        QVERIFY(blocks(r.after.plan(Id("plan-1")).findings));
        QVERIFY(!r.after.lineage.count(Id("plan-1/test.breaks")));
        // Also where the same numbers come out, so that nothing but the reason differs.
        c = acknowledge(start(), "plan-1/test.breaks", "why");
        c = run(c, "test.plan", {}, "Dr B");
        QCOMPARE(c.lineage.at(Id("plan-1"))->author, std::string("Dr B"));
        QVERIFY(!c.lineage.count(Id("plan-1/test.breaks")));
    }

    void whatIsRemovedTakesItsAnswersAlong()
    {
        const Case c = acknowledge(start(), "plan-1/test.breaks", "why");
        ParamValues v;
        v.set("objects", std::vector<std::string>{"plan-1"});
        QCOMPARE(run(c, "case.remove", v).lineage.size(), size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestAcknowledge)
#include "tst_acknowledge.moc"
