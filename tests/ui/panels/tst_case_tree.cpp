#include "tests/ui/panels/panel_bench.h"
#include "ui/panels/case_tree.h"

#include <QLineEdit>
#include <QTest>
#include <QTreeWidget>

using namespace pollux;
using test::PanelFixture;

namespace {

struct Shown : PanelFixture
{
    std::unique_ptr<CaseTree> panel;
    QTreeWidget* tree;

    Shown()
    {
        openMadeCase();
        panel = std::make_unique<CaseTree>(context);
        tree = panel->findChild<QTreeWidget*>("caseTree");
    }
    /// The row of an object; nullptr if it has none.
    QTreeWidgetItem* row(const char* id) const
    {
        for (QTreeWidgetItem* item : tree->findItems(QString(), Qt::MatchContains | Qt::MatchRecursive))
            if (item->data(0, Qt::UserRole).toString() == QLatin1String(id))
                return item;
        return nullptr;
    }
    QString state(const char* id) const { return row(id)->text(1); }
};

} // namespace

class TestCaseTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheCaseHolds()
    {
        Shown f;
        QStringList sections;
        for (int i = 0; i < f.tree->topLevelItemCount(); ++i)
            sections << f.tree->topLevelItem(i)->text(0);
        QCOMPARE(sections, QStringList({"Study (1)", "Images (1)", "Structures (4)", "Maps (1)"}));
        QCOMPARE(f.row("ct")->text(0), QString("Ball (CT)"));
        const double ml = f.now().structure(Id("liver")).mask->volumeMl();
        QVERIFY(std::abs(f.row("liver")->text(2).toDouble() - ml) < 0.06);
    }

    void aNarrowTreeLeavesItsRoomToTheNames()
    {
        Shown f;
        f.panel->show();
        for (const int width : {300, 420}) {
            f.panel->resize(width, 600);
            QCoreApplication::processEvents();
            QCOMPARE(f.tree->isColumnHidden(2), width == 300);
            const QTreeWidgetItem* item = f.row("liver");
            QVERIFY2(f.tree->columnWidth(0) >= 120, "Gallbladder, Inferior vena cava, ... are to be read");
            QVERIFY(item->toolTip(0).contains("mL"));
        }
    }

    /// A tumour of half a year ago over the image of today would lie in a wrong place.
    void ofAnotherStudyThereIsNothingToTick()
    {
        Shown f;
        Edit edit;
        Study later;
        later.name = "Follow-up";
        edit.put(Id("later"), later);
        VolumeObject ct = f.now().volume(Id("ct"));
        ct.name = std::string("Ball 2");
        ct.study = Id("later");
        Grid moved = ct.volume.grid();
        moved.origin += Vec3(1, 0, 0);
        ct.volume = sample::ballVolume(moved, Vec3(0, 0, 0), 60);
        edit.put(Id("ct-2"), std::move(ct));
        Structure now = sample::structure("Lesion now", "liver_lesion", {9, 9, 9}, moved, sample::kTarget, 12);
        edit.put(Id("lesion-2"), std::move(now));
        f.bench.document().apply("Follow-up", edit);
        const auto ticked = [&](const char* id) { return f.row(id)->data(0, Qt::CheckStateRole).isValid(); };
        QVERIFY(ticked("lesion") && !ticked("lesion-2"));
        QVERIFY(!f.viewer.structureVisible(Id("lesion-2")));
        QVERIFY(f.row("lesion-2")->toolTip(0).contains("another study"));
        f.viewer.setVolume(Id("ct-2"));
        QVERIFY(!ticked("lesion") && ticked("lesion-2"));
        QVERIFY(f.viewer.structureVisible(Id("lesion-2")));
        // Its name may still be changed, and that shows nothing.
        f.row("lesion")->setText(0, "Lesion before");
        QTRY_COMPARE(f.now().structure(Id("lesion")).name, std::string("Lesion before"));
        f.viewer.setVolume(Id("ct"));
        QVERIFY(f.viewer.structureVisible(Id("lesion")));
    }

    void confirmChangesTheWordAndSaysWho()
    {
        Shown f;
        QCOMPARE(f.state("liver"), QString("proposed"));
        QVERIFY(!f.row("liver")->icon(1).isNull());
        f.panel->confirm(Id("liver"));
        QTRY_COMPARE(f.state("liver"), QString("confirmed"));
        QVERIFY(f.row("liver")->toolTip(1).contains("Tester"));
        QCOMPARE(f.state("lesion"), QString("proposed"));
        f.bench.document().undo();
        QCOMPARE(f.state("liver"), QString("proposed"));
    }

    void aDoubtfulProposalSaysSo()
    {
        Shown f;
        Structure liver = f.now().structure(Id("liver"));
        Structure lesion = f.now().structure(Id("lesion"));
        liver.quality = 0.42;
        lesion.quality = 0.97;
        Edit edit;
        edit.put(Id("liver"), liver);
        edit.put(Id("lesion"), lesion);
        f.bench.document().apply("Propose", edit);
        QCOMPARE(f.state("liver"), QString("doubtful"));
        QCOMPARE(f.state("lesion"), QString("proposed"));
        QVERIFY(f.row("liver")->toolTip(1).contains("0.42"));
        QVERIFY(f.row("lesion")->toolTip(1).contains("0.97"));
    }

    void renamingIsAStepThatUndoTakesBack()
    {
        Shown f;
        f.panel->show();
        f.panel->startRename(Id("lesion"));
        auto* editor = f.tree->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->setText("Metastasis 1");
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(f.now().structure(Id("lesion")).name, std::string("Metastasis 1"));
        QCOMPARE(f.row("lesion")->text(0), QString("Metastasis 1"));
        f.bench.document().undo();
        QCOMPARE(f.row("lesion")->text(0), QString("Lesion"));
        // An empty name is no name.
        f.bench.asked.clear();
        f.row("lesion")->setText(0, "  ");
        QVERIFY(f.bench.asked.empty());
    }

    void theTickHidesInTheViewsAndStays()
    {
        Shown f;
        QVERIFY(f.viewer.structureVisible(Id("liver")));
        f.row("liver")->setCheckState(0, Qt::Unchecked);
        QVERIFY(!f.viewer.structureVisible(Id("liver")));
        QVERIFY(f.viewer.structureVisible(Id("lesion")));
        QVERIFY(f.bench.asked.empty()); // no step of the case
        f.panel->confirm(Id("liver"));
        QTRY_COMPARE(f.state("liver"), QString("confirmed"));
        QCOMPARE(f.row("liver")->checkState(0), Qt::Unchecked);
        f.row("liver")->setCheckState(0, Qt::Checked);
        QVERIFY(f.viewer.structureVisible(Id("liver")));
    }

    void removeAndUndo()
    {
        Shown f;
        f.panel->remove(Id("lesion"));
        QTRY_VERIFY(!f.row("lesion"));
        QVERIFY(!f.now().structures.contains(Id("lesion")));
        f.bench.document().undo();
        QVERIFY(f.row("lesion"));
    }

    void whatStoodOnAChangedThingIsStale()
    {
        Shown f;
        QCOMPARE(f.state("dense"), QString("proposed"));
        f.changeDense();
        QCOMPARE(f.state("dense"), QString("stale"));
        QVERIFY(!f.row("dense")->icon(1).isNull());
        QCOMPARE(f.row("dense")->foreground(1).color(), f.theme.stale);
        QVERIFY(!f.row("dense")->toolTip(1).isEmpty());
    }

    void clickingSelectsAndDoubleClickFlies()
    {
        Shown f;
        f.tree->setCurrentItem(f.row("lesion"));
        QCOMPARE(f.bench.selection(), Id("lesion"));
        Q_EMIT f.tree->itemDoubleClicked(f.row("lesion"), 0);
        QVERIFY((f.viewer.crosshair() - f.now().structure(Id("lesion")).mask->centroid()).norm() < 1e-9);
        QVERIFY(!placeOf(f.now(), Id("study")));
    }

    void aFoldedSectionStaysFolded()
    {
        Shown f;
        f.tree->topLevelItem(2)->setExpanded(false);
        f.panel->confirm(Id("liver"));
        QTRY_COMPARE(f.state("liver"), QString("confirmed"));
        QVERIFY(!f.tree->topLevelItem(2)->isExpanded());
        QVERIFY(f.tree->topLevelItem(1)->isExpanded());
    }
};

QTEST_MAIN(TestCaseTree)
#include "tst_case_tree.moc"
