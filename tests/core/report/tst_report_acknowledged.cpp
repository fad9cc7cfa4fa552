#include "core/report/report.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace pollux;

/// A reason stands in the report with the name and the time, a confirmation too.
class TestReportAcknowledged : public QObject
{
    Q_OBJECT

    static Case sample()
    {
        Finding gap;
        gap.severity = Severity::Stop;
        gap.code = "geometry.gap";
        gap.text = "Two slices are missing.";
        gap.acknowledged = "They lie below the liver.";
        Study study;
        study.gate = {gap};
        VolumeObject ct;
        Grid g;
        g.size = {2, 2, 2};
        ct.volume = Volume(g, std::vector<std::int16_t>(8));
        gap.acknowledged = "Seen on the other series.";
        ct.gate = {gap};
        Plan plan;
        plan.name = "Plan";
        gap.code = "liver.breaks.h2";
        gap.acknowledged = "Agreed in the board.";
        plan.findings = {gap};
        Structure liver;
        liver.name = "Liver";
        liver.state = ConfirmState::Confirmed;
        liver.confirmedBy = "J. Doe";
        liver.confirmedAt = "2026-05-01T09:00:00Z";
        Edit e;
        e.put(Id("study"), study);
        e.put(Id("ct"), ct);
        e.put(Id("plan-1"), plan);
        e.put(Id("liver"), liver);
        Case c = apply({}, e);
        Lineage l;
        l.operation = "case.acknowledge";
        l.author = "Dr A";
        l.when = "2026-05-01T10:00:00Z";
        c.lineage[Id("ct/geometry.gap")] = std::make_shared<Lineage>(l);
        l.parameters = "{\"by\": \"Dr B\"}";
        l.when = "2026-05-01T11:00:00Z";
        c.lineage[Id("plan-1/liver.breaks.h2")] = std::make_shared<Lineage>(l);
        return c;
    }

private Q_SLOTS:
    void theReasonWithNameAndTimeIsPrinted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plan") << "Agreed in the board. (by Dr B, 2026-05-01T11:00:00Z)";
        QTest::newRow("image") << "Seen on the other series. (by Dr A, 2026-05-01T10:00:00Z)";
        // Of an older case, where nobody was recorded: the reason alone.
        QTest::newRow("study") << "They lie below the liver.</td>";
        QTest::newRow("structure") << "confirmed by J. Doe, 2026-05-01T09:00:00Z";
    }
    void theReasonWithNameAndTimeIsPrinted()
    {
        QFETCH(QString, text);
        const QString html = QString::fromStdString(toHtml(makeReport(sample(), Registry(), {})));
        QVERIFY2(html.contains(text), qPrintable(html));
    }

    void theJsonHoldsThemToo()
    {
        const Case c = sample();
        const nlohmann::json j = reportJson(c, makeReport(c, Registry(), {}));
        const nlohmann::json wanted = {
            {"ct/geometry.gap",
             {{"reason", "Seen on the other series."}, {"by", "Dr A"}, {"when", "2026-05-01T10:00:00Z"}}},
            {"plan-1/liver.breaks.h2",
             {{"reason", "Agreed in the board."}, {"by", "Dr B"}, {"when", "2026-05-01T11:00:00Z"}}}};
        QVERIFY2(j["acknowledged"] == wanted, j["acknowledged"].dump().c_str());
        QVERIFY(j["structures"]["liver"]["confirmed_at"] == "2026-05-01T09:00:00Z");
    }
};

QTEST_GUILESS_MAIN(TestReportAcknowledged)
#include "tst_report_acknowledged.moc"
