#include "tests/ui/panels/panel_bench.h"
#include "ui/forms/param_form.h"
#include "ui/panels/operation_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace pollux;
using test::PanelFixture;

namespace {

struct Panel : PanelFixture
{
    std::unique_ptr<OperationPanel> panel = std::make_unique<OperationPanel>(context);

    QPushButton* run() const { return panel->findChild<QPushButton*>("run"); }
    ParamValues threshold(double low, double high) const
    {
        ParamValues v;
        v.set("low", low);
        v.set("high", high);
        v.set("name", std::string("Dense"));
        return v;
    }
};

} // namespace

class TestOperationPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChosenSaysWhatToDo()
    {
        Panel f;
        QVERIFY(!f.run()->isEnabled());
        QVERIFY(f.run()->toolTip().contains("Choose an operation"));
        QVERIFY(!f.panel->findChild<QPushButton*>("help")->isEnabled());
        QVERIFY(!f.panel->findChild<QPushButton*>("help")->toolTip().isEmpty());
    }

    void theListHoldsEveryOperationAndIsSearched()
    {
        Panel f;
        auto* list = f.panel->findChild<QTreeWidget*>("operationList");
        const auto shown = [list] {
            QStringList ids;
            for (int i = 0; i < list->topLevelItemCount(); ++i)
                for (int j = 0; j < list->topLevelItem(i)->childCount(); ++j)
                    if (!list->topLevelItem(i)->isHidden() && !list->topLevelItem(i)->child(j)->isHidden())
                        ids << list->topLevelItem(i)->child(j)->data(0, Qt::UserRole).toString();
            return ids;
        };
        QCOMPARE(size_t(shown().size()), f.bench.registry().all().size());
        f.panel->findChild<QLineEdit*>("operationSearch")->setText("threshold SEGMENT");
        QVERIFY(shown().contains("segment.threshold"));
        QVERIFY(!shown().contains("case.landmark"));
    }

    void fromFormToResult()
    {
        Panel f;
        f.openMadeCase();
        f.bench.document().undo();
        f.bench.document().undo(); // without what was made
        QVERIFY(!f.now().structures.contains(Id("dense")));
        f.panel->choose("segment.threshold", f.threshold(100, 300));
        QVERIFY2(f.run()->isEnabled(), qPrintable(f.run()->toolTip()));
        f.bench.held = true;
        f.run()->click();
        QVERIFY(!f.run()->isEnabled());
        QVERIFY(f.run()->toolTip().contains("running"));
        f.bench.go();
        QVERIFY(f.now().structures.contains(Id("dense")));
        QVERIFY(f.run()->isEnabled());
        // The same numbers as the operation by itself.
        Job job;
        f.bench.document().undo();
        const RunResult direct =
            runOperation(f.bench.registry().at("segment.threshold"), f.now(), f.threshold(100, 300), {"x"}, job);
        f.bench.document().redo();
        QCOMPARE(f.now().structure(Id("dense")).mask->key(), direct.after.structure(Id("dense")).mask->key());
        QCOMPARE(f.now().lineage.at(Id("dense"))->author, std::string("Tester"));
    }

    void whatIsMissingDisablesAndSaysWhy()
    {
        Panel f;
        f.panel->choose("segment.threshold");
        QVERIFY(!f.run()->isEnabled()); // there is no image
        QVERIFY2(f.run()->toolTip().contains("Image"), qPrintable(f.run()->toolTip()));
        f.openMadeCase();
        QTRY_VERIFY2(f.run()->isEnabled(), qPrintable(f.run()->toolTip()));
        f.panel->form()->setValues(f.threshold(300, 100)); // the wrong way round
        QTRY_VERIFY(!f.run()->isEnabled());
        QVERIFY(!f.run()->toolTip().isEmpty());
        f.panel->form()->setValues(f.threshold(100, 300));
        QTRY_VERIFY(f.run()->isEnabled());
    }

    void aFieldThatIsNoNumberDisables()
    {
        Panel f;
        f.openMadeCase();
        f.panel->choose("segment.threshold", f.threshold(100, 300));
        auto* field = f.panel->form()->findChild<QWidget*>("low")->findChild<QLineEdit*>();
        field->setText("abc");
        QTRY_VERIFY(!f.run()->isEnabled());
        QVERIFY(!f.run()->toolTip().isEmpty());
        QVERIFY(!f.panel->form()->findChild<QLabel*>("low.problem")->text().isEmpty());
    }

    void aFailureFreesTheButtonAgain()
    {
        Panel f;
        f.openMadeCase();
        f.panel->choose("segment.threshold", f.threshold(2000, 3000)); // nothing is so dense
        f.run()->click();
        QTRY_VERIFY(!f.bench.busy());
        QVERIFY(f.run()->isEnabled());
        QVERIFY(f.now().structures.contains(Id("dense"))); // what was there stays
    }

    void theHelpPageComesFromTheDeclaration()
    {
        Panel f;
        f.panel->choose("segment.threshold");
        auto* help = f.panel->findChild<QPushButton*>("help");
        help->click();
        const auto* page = f.panel->findChild<QTextBrowser*>();
        QVERIFY(!page->isHidden());
        const QString text = page->toPlainText();
        const Operation& op = f.bench.registry().at("segment.threshold");
        const ParamList list = op.declare();
        for (const Param& p : list.all())
            QVERIFY2(text.contains(q(p.label)), p.key.c_str());
        QVERIFY(text.contains("pollux run CASE.pollux segment.threshold"));
        QVERIFY(text.contains("not for clinical use"));
    }

    void anUnknownOperationIsRefused()
    {
        Panel f;
        QVERIFY_EXCEPTION_THROWN(f.panel->choose("no.such"), Error);
    }
};

QTEST_MAIN(TestOperationPanel)
#include "tst_operation_panel.moc"
