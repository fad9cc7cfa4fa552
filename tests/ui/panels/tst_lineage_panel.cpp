#include "tests/ui/panels/panel_bench.h"
#include "ui/panels/lineage_panel.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>

using namespace pollux;
using test::PanelFixture;

namespace {

struct Page : PanelFixture
{
    std::unique_ptr<LineagePanel> panel;

    Page()
    {
        openMadeCase();
        panel = std::make_unique<LineagePanel>(context);
    }
    QString text() const { return panel->findChild<QTextBrowser*>("lineagePage")->toPlainText(); }
    QString html() const { return panel->findChild<QTextBrowser*>("lineagePage")->toHtml(); }
    QPushButton* rebuild() const { return panel->findChild<QPushButton*>("rebuild"); }
};

} // namespace

class TestLineagePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSelectedTeaches()
    {
        Page f;
        QVERIFY(f.text().contains("Click an object"));
    }

    void tellsOperationVersionParametersInputsWhoAndWhen()
    {
        Page f;
        f.bench.select(Id("dense"));
        const QString text = f.text();
        const Operation& op = f.bench.registry().at("segment.threshold");
        QVERIFY2(text.contains("Threshold (segment.threshold, version " + QString::number(op.info().version) + ")"),
                 qPrintable(text));
        // The declaration's words and unit, not the key.
        QVERIFY(text.contains(QRegularExpression(q(op.declare().find("low")->label) + "\\s+100")));
        QVERIFY(text.contains("HU"));
        QVERIFY(text.contains("Maker"));
        const Lineage& record = *f.now().lineage.at(Id("dense"));
        QVERIFY(text.contains(q(record.when)));
        QVERIFY(text.contains("Surface (mesh.surface") || text.contains("mesh.surface")); // the shape made of it
        QVERIFY(!text.contains("stale"));
    }

    void goesBackToTheSeries()
    {
        Page f;
        // The surface knows only the mask; the mask knows the image.
        Plan plan;
        plan.name = "Plan A";
        Edit edit;
        edit.put(Id("plan-1"), plan);
        Case c = apply(f.now(), edit);
        auto record = std::make_shared<Lineage>();
        record->operation = "liver.gone";
        record->inputs = {{Id("dense/surface"), *c.keyOf(Id("dense/surface"))}};
        c.lineage[Id("plan-1")] = record;
        f.bench.document().apply("Plan", Case(c));
        f.bench.select(Id("plan-1"));
        QVERIFY2(f.text().contains(QRegularExpression("Goes back to\\s+CT series Ball of study Phantom study")),
                 qPrintable(f.text()));
        QVERIFY(f.text().contains("plugin not here")); // the record of an unknown operation is shown all the same
    }

    void anInputIsALink()
    {
        Page f;
        f.bench.select(Id("dense"));
        QVERIFY(f.html().contains("pollux:ct"));
        Q_EMIT f.panel->findChild<QTextBrowser*>("lineagePage")->anchorClicked(QUrl("pollux:ct"));
        QCOMPARE(f.bench.selection(), Id("ct"));
        QVERIFY(f.text().contains("Ball"));
    }

    void staleIsToldBySignAndWordAndMended()
    {
        Page f;
        f.bench.select(Id("dense"));
        QVERIFY(!f.rebuild()->isEnabled());
        QVERIFY(!f.rebuild()->toolTip().isEmpty());
        const ContentKey before = *f.now().keyOf(Id("dense/surface"));
        f.changeDense();
        QVERIFY2(f.text().contains(QString::fromUtf8("↻ stale")), qPrintable(f.text()));
        QVERIFY(f.text().contains(QString::fromUtf8("↻ changed since")));
        QVERIFY(f.html().contains(f.theme.stale.name()));
        QVERIFY(f.rebuild()->isEnabled());
        f.rebuild()->click();
        QTRY_VERIFY(!f.text().contains("stale"));
        QVERIFY(*f.now().keyOf(Id("dense/surface")) != before);
    }

    void aRemovedInputIsNamed()
    {
        Page f;
        f.bench.select(Id("dense"));
        Edit edit;
        edit.remove(Id("ct"));
        f.bench.document().apply("Remove", edit);
        QVERIFY2(f.text().contains("ct (removed)"), qPrintable(f.text()));
        QVERIFY(f.text().contains("gone"));
    }

    void whatCameWithTheCaseSaysSo()
    {
        Page f;
        f.bench.select(Id("liver"));
        QVERIFY(f.text().contains("No record"));
    }
};

QTEST_MAIN(TestLineagePanel)
#include "tst_lineage_panel.moc"
