#include "core/case/hidden_plans.h"
#include "tests/ui/panels/panel_bench.h"
#include "ui/panels/case_tree.h"
#include "ui/panels/plan_panel.h"
#include "ui/panels/plan_table.h"
#include "ui/panels/state_mark.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace pollux;
using test::PanelFixture;

namespace {

/// Two limits, one read in its source and one remembered. Written with single quotes.
std::string limits()
{
    QByteArray json =
        "{'limits': ["
        "{'id': 'test.read', 'label': 'Margin', 'definition': 'Smallest distance.', 'kind': 'at least', 'value': 5, "
        "'unit': 'mm', 'min': 0, 'max': 20, 'source': 'Paper of 2011', 'evidence': 'verified'},"
        "{'id': 'test.remembered', 'label': 'Angle', 'definition': 'Smallest angle.', 'value': 20, "
        "'unit': 'deg', 'min': 0, 'max': 90, 'source': 'Common practice', 'evidence': 'unverified'}]}";
    return json.replace('\'', '"').toStdString();
}

PlanNumber number(const char* key, const char* label, double after, const char* limit, const char* verdict)
{
    PlanNumber n;
    n.key = key;
    n.label = label;
    n.unit = Unit::Millimetre;
    n.after = after;
    n.limit = limit;
    n.verdict = verdict;
    return n;
}

Plan planA()
{
    Plan p;
    p.name = "Plan A";
    p.author = "Tester";
    p.numbers = {number("margin", "Margin to lung", 7.25, "test.read", "ok"),
                 number("angle", "Capsule angle", 12, "test.remembered", "stop"),
                 number("length", "Path length", 84, "", "")};
    p.numbers[0].limitValue = 6; // set tighter than the table
    p.numbers[0].before = 3.5;
    p.numbers[0].note = "nearest: right lung";
    p.numbers[1].unit = Unit::Degree;
    p.numbers[1].limitValue = 20;
    p.numbers[1].place = Vec3(4, 5, 6);
    return p;
}

struct Table : PanelFixture
{
    std::unique_ptr<PlanTable> table;

    Table()
    {
        bench.limits().addJson(limits(), "test.json");
        bench.open(*sample::ballCase());
        table = std::make_unique<PlanTable>(context);
    }
    int column(const char* head) const
    {
        for (int i = 0; i < table->columnCount(); ++i)
            if (table->horizontalHeaderItem(i)->text() == QLatin1String(head))
                return i;
        return -1;
    }
    /// Thin spaces between number and unit read as plain ones.
    QString cell(int row, const char* head) const
    {
        return table->item(row, column(head))->text().replace(QChar(0x202F), QChar(u' '));
    }
};

} // namespace

class TestPlanPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeAndAfterWithUnitsAndVerdict()
    {
        Table f;
        const Plan p = planA();
        f.table->show(&p);
        QCOMPARE(f.cell(0, "Number"), QString("Margin to lung"));
        QCOMPARE(f.cell(0, "Before"), QString("3.5 mm"));
        QCOMPARE(f.cell(0, "After"), QString("7.2 mm"));
        QCOMPARE(f.cell(0, "Verdict, limit"), QString::fromUtf8("ok\n≥ 6.0 mm"));
        QVERIFY(f.cell(1, "Verdict, limit").startsWith("stop\n"));
        QVERIFY(!f.table->item(1, f.column("Verdict, limit"))->icon().isNull());
        QCOMPARE(f.cell(1, "Before"), QString::fromUtf8("–"));
        QCOMPARE(f.cell(2, "Verdict, limit"), QString()); // no limit, no verdict
        QVERIFY(!f.table->isColumnHidden(f.column("Before")));
        Plan fresh = p;
        fresh.numbers[0].before.reset();
        f.table->show(&fresh);
        QVERIFY(f.table->isColumnHidden(f.column("Before")));
    }

    void noNameIsCutHoweverNarrowItIs()
    {
        Table f;
        Plan a = planA();
        a.numbers[0].label = "Structures to keep away from in that zone";
        f.table->show();
        for (const int width : {300, 800}) {
            f.table->resize(width, 600);
            f.table->show(&a, &a);
            QCoreApplication::processEvents();
            const QRect cell = f.table->visualItemRect(f.table->item(0, 0));
            QVERIFY(cell.width() >= 110);
            const QRect text = f.table->fontMetrics().boundingRect(QRect(0, 0, cell.width() - 8, 1000),
                                                                   Qt::TextWordWrap, a.numbers[0].label.c_str());
            QVERIFY2(cell.height() >= text.height(), qPrintable(QString::number(width)));
        }
        f.table->resize(300, 600); // made narrower while it shows
        QCoreApplication::processEvents();
        QVERIFY(f.table->rowHeight(0) > 2 * f.table->fontMetrics().height());
    }

    void theLimitAndItsSourceAreOneHoverAway()
    {
        Table f;
        const Plan p = planA();
        f.table->show(&p);
        for (int column = 0; column < f.table->columnCount(); ++column) {
            const QString help = f.table->item(0, column)->toolTip();
            for (const char* part :
                 {"Smallest distance.", "Paper of 2011", "verified", "nearest: right lung", "at least 6.0"})
                QVERIFY2(help.contains(part), part);
            QVERIFY2(help.contains("the table says 5.0"), "a limit that was set differs from the table's");
        }
        QVERIFY(f.table->item(2, 0)->toolTip().isEmpty());
    }

    void anUnverifiedLimitSaysSoWithoutAHover()
    {
        Table f;
        Plan p = planA();
        f.table->show(&p);
        QCOMPARE(f.cell(1, "Verdict, limit"), QString::fromUtf8("stop\n20.0 ° †"));
        QVERIFY(f.table->item(1, f.column("Verdict, limit"))
                    ->data(Qt::AccessibleTextRole)
                    .toString()
                    .contains("unverified"));
        QVERIFY(!f.cell(0, "Verdict, limit").contains(QString::fromUtf8("†")));
        QCOMPARE(f.table->rowCount(), 4);
        QVERIFY(f.cell(3, "Number").contains(QString::fromUtf8("† unverified")));
        p.numbers.erase(p.numbers.begin() + 1);
        f.table->show(&p);
        QCOMPARE(f.table->rowCount(), 2); // nothing to explain
    }

    void staleIsAmberAndSaysSo()
    {
        Table f;
        const Plan p = planA();
        f.table->show(&p, nullptr, true);
        for (int row = 0; row < 3; ++row) {
            QVERIFY(f.cell(row, "Verdict, limit").startsWith("stale"));
            QVERIFY(!f.table->item(row, f.column("Verdict, limit"))->icon().isNull());
            QCOMPARE(f.table->item(row, f.column("After"))->foreground().color(), f.theme.stale);
        }
        f.table->show(&p);
        QVERIFY(f.table->item(0, f.column("After"))->foreground().color() != f.theme.stale);
    }

    void anApproximateNumberIsMarked()
    {
        Table f;
        Plan p = planA();
        p.numbers[0].approximate = true;
        f.table->show(&p);
        QCOMPARE(f.cell(0, "After"), QString::fromUtf8("≈ 7.2 mm"));
        QVERIFY(!f.cell(1, "After").startsWith(QString::fromUtf8("≈")));
    }

    void aDoubleClickFliesToThePlace()
    {
        Table f;
        const Plan p = planA();
        f.table->show(&p);
        Q_EMIT f.table->cellDoubleClicked(1, 0);
        QVERIFY((f.viewer.crosshair() - Vec3(4, 5, 6)).norm() < 1e-9);
        Q_EMIT f.table->cellDoubleClicked(2, 0); // has no place
        Q_EMIT f.table->cellDoubleClicked(3, 0); // the legend
        QVERIFY((f.viewer.crosshair() - Vec3(4, 5, 6)).norm() < 1e-9);
    }

    void planBStandsBesidePlanA()
    {
        Table f;
        const Plan a = planA();
        Plan b = planA();
        b.name = "Plan B";
        b.numbers[0].after = 9;
        b.numbers.pop_back();
        f.table->show(&a, &b);
        QCOMPARE(f.cell(0, "A"), QString("7.2 mm"));
        QCOMPARE(f.cell(0, "B"), QString("9.0 mm\n(+1.8 mm)"));
        QCOMPARE(f.cell(1, "B"), QString("12.0 °"));                // the same in both: no difference to read
        QVERIFY(!f.table->item(1, f.column("B"))->icon().isNull()); // its own verdict
        QCOMPARE(f.cell(2, "B"), QString::fromUtf8("–"));
        f.table->show(&a, &b, false, true);
        QCOMPARE(f.cell(0, "B"), QString::fromUtf8("↻ 9.0 mm\n(+1.8 mm)"));
        QCOMPARE(f.table->item(0, f.column("B"))->foreground().color(), f.theme.stale);
        QVERIFY(f.table->item(0, f.column("A"))->foreground().color() != f.theme.stale);
    }

    void threePlansAndOnlyWhatDiffers()
    {
        Table f;
        const Plan a = planA();
        Plan b = planA(), c = planA();
        b.name = "Plan B";
        b.numbers[0].after = 9;
        c.name = "Plan C";
        c.numbers[0].after = 5;
        f.table->show({{&a, false}, {&b, false}, {&c, true}});
        QCOMPARE(f.cell(0, "C"), QString::fromUtf8("↻ 5.0 mm\n(-2.2 mm)"));
        QVERIFY(f.table->isColumnHidden(f.column("Before")));
        const int all = f.table->rowCount();
        f.table->setOnlyDifferences(true);
        f.table->show({{&a, false}, {&b, false}, {&c, false}});
        QCOMPARE(f.table->rowCount(), 1);
        QVERIFY(all > 1);
        f.table->show({{&a, false}, {&a, false}});
        QVERIFY(f.table->item(0, 0)->text().contains("No number differs"));
    }

    void aPlanIsReviewedApprovedAndTakenBack()
    {
        Table f;
        PlanPanel panel(f.context);
        Edit edit;
        Plan plan = planA();
        plan.kind = "test";
        edit.put(Id("plan-1"), plan);
        f.bench.document().apply("Plan", edit);
        const auto button = [&](const char* called) { return panel.findChild<QPushButton*>(QLatin1String(called)); };
        const auto* state = panel.findChild<QLabel*>("planState");
        QVERIFY(button("planReview")->isEnabled());
        QVERIFY(!button("planApprove")->isEnabled());
        QVERIFY(button("planApprove")->toolTip().contains("not been reviewed"));
        QVERIFY(!button("planTakeBack")->isEnabled());
        button("planReview")->click();
        QTRY_VERIFY(state->text().contains("reviewed by"));
        QVERIFY(button("planApprove")->isEnabled());
        button("planApprove")->click();
        QTRY_VERIFY(state->text().contains("approved by"));
        QVERIFY(state->text().contains("Locked"));
        QVERIFY(!button("planReview")->isEnabled() && !button("planApprove")->isEnabled());
        button("planTakeBack")->click();
        QTRY_VERIFY(state->text().contains("draft"));
        QVERIFY(!state->text().contains("approved"));
    }

    void aPlanIsHiddenFromALearnerRevealedAndCompared()
    {
        Table f;
        PlanPanel panel(f.context);
        CaseTree tree(f.context);
        Edit edit;
        edit.put(Id("plan-1"), planA());
        f.bench.document().apply("Plan", edit);
        const ContentKey key = f.now().keyOf(Id("plan-1")).value();
        const auto* first = panel.findChild<QComboBox*>("planA");
        auto* hide = panel.findChild<QPushButton*>("planHide");
        auto* reveal = panel.findChild<QPushButton*>("planReveal");
        const auto* hidden = panel.findChild<QLabel*>("planHidden");
        const auto inTree = [&](const char* name) {
            return tree.findChild<QTreeWidget*>("caseTree")
                ->findItems(QLatin1String(name), Qt::MatchContains | Qt::MatchRecursive)
                .size();
        };
        QVERIFY(!reveal->isEnabled() && !reveal->toolTip().isEmpty());
        QVERIFY(hidden->isHidden());
        QCOMPARE(inTree("Plan A"), 1);
        QVERIFY2(hide->isEnabled(), qPrintable(hide->toolTip()));
        QVERIFY(hide->toolTip().contains("no protection"));
        hide->click();
        QTRY_VERIFY(isHidden(f.now(), Id("plan-1")));
        QCOMPARE(first->count(), 0);
        QCOMPARE(panel.findChild<PlanTable*>()->rowCount(), 0);
        QVERIFY(panel.asCsv().isEmpty());
        QCOMPARE(inTree("Plan A"), 0);
        QVERIFY(!hidden->isHidden() && hidden->text().contains("One plan is hidden"));
        QVERIFY(!hide->isEnabled() && !hide->toolTip().isEmpty());

        // The learner's own.
        Plan own = planA();
        own.name = "My plan";
        own.numbers[0].after = 9;
        Edit more;
        more.put(Id("plan-2"), own);
        f.bench.document().apply("Plan", more);
        QCOMPARE(first->currentText(), QString("My plan"));
        reveal->click();
        QTRY_VERIFY(!isHidden(f.now(), Id("plan-1")));
        QCOMPARE(f.now().keyOf(Id("plan-1")).value(), key);
        QTRY_COMPARE(panel.findChild<QComboBox*>("planB")->currentText(), QString("Plan A"));
        QCOMPARE(first->currentText(), QString("My plan")); // stays plan A
        QVERIFY(panel.findChild<PlanTable*>()->item(0, 3)->text().contains("(-1.8"));
        QVERIFY(hidden->isHidden());
        f.bench.document().undo();
        QVERIFY(isHidden(f.now(), Id("plan-1")));
        QCOMPARE(inTree("Plan A"), 0);
    }

    void theNumbersGoToASpreadsheet()
    {
        Table f;
        PlanPanel panel(f.context);
        QVERIFY(panel.asCsv().isEmpty());
        Edit edit;
        edit.put(Id("plan-1"), planA());
        Plan b = planA();
        b.name = "Plan B";
        edit.put(Id("plan-2"), b);
        f.bench.document().apply("Plans", edit);
        QVERIFY(panel.asCsv().startsWith(",Before,After"));
        auto* second = panel.findChild<QComboBox*>("planB");
        second->setCurrentIndex(second->findText("Plan B"));
        QVERIFY(panel.asCsv().contains("Plan A (plan-1),Plan B (plan-2),Difference"));
    }

    void withoutAPlanThePanelSaysWhatToDo()
    {
        Table f;
        PlanPanel panel(f.context);
        auto* first = panel.findChild<QComboBox*>("planA");
        QVERIFY(!first->isEnabled());
        QVERIFY(first->toolTip().contains("no plan yet"));
        QVERIFY(panel.findChild<QLabel*>("planState")->text().contains("No plan yet"));
        QVERIFY(!panel.findChild<QComboBox*>("planB")->isEnabled());
    }

    void thePanelFollowsTheTreeAndTheState()
    {
        Table f;
        PlanPanel panel(f.context);
        Case c = f.now();
        Plan b = planA();
        b.name = "Plan B";
        b.state = PlanState::Reviewed;
        Edit edit;
        edit.put(Id("plan-1"), planA());
        edit.put(Id("plan-2"), b);
        c = apply(c, edit);
        auto record = std::make_shared<Lineage>();
        record->operation = "liver.plan-puncture";
        record->inputs = {{Id("liver"), *c.keyOf(Id("liver"))}};
        c.lineage[Id("plan-2")] = record;
        f.bench.document().apply("Plans", Case(c));
        auto* first = panel.findChild<QComboBox*>("planA");
        const auto* state = panel.findChild<QLabel*>("planState");
        QVERIFY(first->isEnabled());
        QCOMPARE(first->currentText(), QString("Plan A"));
        QVERIFY(state->text().contains("draft") && state->text().contains("Tester"));
        f.bench.select(Id("plan-2"));
        QCOMPARE(first->currentText(), QString("Plan B"));
        QVERIFY(state->text().contains("reviewed"));
        QVERIFY(!state->text().contains("Stale"));

        Structure liver = f.now().structure(Id("liver"));
        liver.mask = std::make_shared<Mask>(sample::ballMask(liver.mask->grid(), Vec3(-34, -6, 10), 20));
        Edit change;
        change.put(Id("liver"), liver);
        f.bench.document().apply("Edit", change);
        QVERIFY2(state->text().contains(QString::fromUtf8("↻ Stale")), qPrintable(state->text()));
        QCOMPARE(panel.findChild<PlanTable*>()->item(0, 2)->foreground().color(), f.theme.stale);
        // Beside a plan that stands, the stale one is marked as well.
        f.bench.select(Id("plan-1"));
        auto* second = panel.findChild<QComboBox*>("planB");
        second->setCurrentIndex(second->findText("Plan B"));
        const auto* table = panel.findChild<PlanTable*>();
        QVERIFY(table->item(0, 3)->text().startsWith(QString::fromUtf8("↻")));
        QVERIFY(table->item(0, 2)->foreground().color() != f.theme.stale);
    }
};

QTEST_MAIN(TestPlanPanel)
#include "tst_plan_panel.moc"
