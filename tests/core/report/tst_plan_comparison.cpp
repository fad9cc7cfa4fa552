#include "core/base/error.h"
#include "core/report/csv.h"
#include "core/report/plan_comparison.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace pollux;

namespace {

PlanNumber number(const char* key, double after, const char* verdict = "")
{
    PlanNumber n;
    n.key = key;
    n.label = std::string("Label of ") + key;
    n.unit = Unit::Millimetre;
    n.after = after;
    n.verdict = verdict;
    return n;
}

Plan plan(const char* called, std::vector<PlanNumber> numbers)
{
    Plan p;
    p.name = called;
    p.kind = "test";
    p.author = std::string("Author of ") + called;
    p.numbers = std::move(numbers);
    return p;
}

Case threePlans()
{
    Edit e;
    e.put(Id("a"), plan("A", {number("length", 84), number("margin", 7.5, "ok"), number("same", 3)}));
    e.put(Id("b"), plan("B", {number("length", 80), number("margin", 4, "stop"), number("same", 3)}));
    e.put(Id("c"), plan("C", {number("length", 90), number("same", 3), number("extra", 1)}));
    return apply({}, e);
}

const std::vector<Id> kAll{Id("a"), Id("b"), Id("c")};

} // namespace

class TestPlanComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesAreToTheFirst()
    {
        const Case c = threePlans();
        const auto rows = comparePlans({&c.plan(Id("a")), &c.plan(Id("b")), &c.plan(Id("c"))});
        QCOMPARE(rows.size(), size_t(4));
        QCOMPARE(rows[0].key, std::string("length"));
        QVERIFY(!rows[0].difference[0]);
        QCOMPARE(*rows[0].difference[1], -4.0);
        QCOMPARE(*rows[0].difference[2], 6.0);
        QVERIFY(rows[0].differs && rows[1].differs && !rows[2].differs && rows[3].differs);
        QVERIFY(!rows[1].values[2] && !rows[1].difference[2]); // C has no margin
        QCOMPARE(rows[3].key, std::string("extra"));
        QVERIFY(!rows[3].values[0] && rows[3].values[2]);
    }

    void aVerdictAloneIsADifference()
    {
        const Plan a = plan("A", {number("m", 1, "ok")}), b = plan("B", {number("m", 1, "warning")});
        QVERIFY(comparePlans({&a, &b})[0].differs);
        QCOMPARE(*comparePlans({&a, &b})[0].difference[1], 0.0);
    }

    void theTableNamesAuthorsAndStates()
    {
        const Case c = threePlans();
        const ReportTable t = comparisonTable(c, kAll, {});
        QCOMPARE(t.head.size(), size_t(7)); // label, A, B, difference, C, difference, limit
        QCOMPARE(t.head[1], std::string("A (a)"));
        QCOMPARE(t.rows[0][2].text, std::string("Author of B"));
        QCOMPARE(t.rows[1][1].text, std::string("draft"));
        for (const auto& row : t.rows)
            QCOMPARE(row.size(), t.head.size());
        const auto& margin = t.rows[6];
        QCOMPARE(margin[1].text, std::string("7.5 mm (ok)"));
        QCOMPARE(margin[2].text, std::string("4.0 mm (stop)"));
        QCOMPARE(margin[2].tone, std::string("stop"));
        QCOMPARE(margin[3].text, std::string("-3.5 mm"));
        QCOMPARE(margin[4].text, std::string("-"));
        const auto json = comparisonJson(c, kAll);
        QCOMPARE(json["numbers"][0]["difference"][2].get<double>(), 6.0);
        QVERIFY(json["numbers"][1]["after"][2].is_null());
    }

    void aStalePlanIsMarked()
    {
        Case c = threePlans();
        auto record = std::make_shared<Lineage>();
        record->inputs = {{Id("gone"), ContentKey{1, 2}}};
        c.lineage[Id("b")] = record;
        const ReportTable t = comparisonTable(c, kAll, {});
        QCOMPARE(t.rows[4][2].text, std::string("STALE"));
        QCOMPARE(t.rows[5][2].tone, std::string("stale"));
        QVERIFY(t.rows[5][1].tone != "stale");
    }

    void whatCannotBeComparedSaysWhy()
    {
        Case c = threePlans();
        QVERIFY_EXCEPTION_THROWN(comparisonTable(c, {Id("a")}, {}), Error);
        QVERIFY_EXCEPTION_THROWN(comparisonTable(c, {Id("a"), Id("x")}, {}), Error);
        Edit e;
        Plan other = plan("D", {});
        other.kind = "other";
        e.put(Id("d"), other);
        c = apply(c, e);
        QVERIFY_EXCEPTION_THROWN(comparisonJson(c, {Id("a"), Id("d")}), Error);
    }

    void csvKeepsCommasQuotesAndNumbers()
    {
        ReportTable t;
        t.head = {"name", "value"};
        t.rows = {{{"a, \"b\"", {}}, {"-3.5", {}}}, {{"=1+1", {}}, {"-", {}}}};
        QCOMPARE(toCsv(t), std::string("name,value\r\n\"a, \"\"b\"\"\",-3.5\r\n\"'=1+1\",-\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestPlanComparison)
#include "tst_plan_comparison.moc"
