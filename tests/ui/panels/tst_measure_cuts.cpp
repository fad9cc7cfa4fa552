// The measuring panel offers cuts of a vessel, measures them in one undoable step and lists the table.

#include "tests/ui/panels/panel_bench.h"
#include "ui/panels/measure_panel.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace pollux;
using test::PanelFixture;

class TestMeasureCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsFromThePanel()
    {
        PanelFixture f;
        f.openMadeCase();
        Structure s = f.now().structure(Id("dense"));
        const Vec3 middle = s.mask->centroid();
        Tree tree;
        for (int n = 0; n <= 20; ++n)
            tree.nodes.push_back({middle + Vec3(0, 0, n - 10.0), 5, n - 1});
        s.tree = std::make_shared<Tree>(std::move(tree));
        Edit edit;
        edit.put(Id("dense"), std::move(s));
        f.bench.document().apply("A centreline", edit);

        MeasurePanel panel(f.context);
        auto* which = panel.findChild<QComboBox*>("measureWhich");
        auto* run = panel.findChild<QPushButton*>("measureRun");
        auto* list = panel.findChild<QTreeWidget*>("measurements");
        QVERIFY(which && run && list);
        const int row = which->findData(QStringLiteral("measure.cuts"));
        QVERIFY(row >= 0);
        which->setCurrentIndex(row);
        QVERIFY2(run->isEnabled(), qPrintable(run->toolTip()));
        run->click();
        QTRY_COMPARE(f.now().measurements.size(), size_t(1));
        const Measurement& m = *f.now().measurements.at(Id("cuts-1"));
        QVERIFY(m.values.size() >= 3 + 3 * 4); // every 5 mm of 20, the last perhaps beyond the end
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->childCount(), static_cast<int>(m.values.size()) - 1);
        QVERIFY(list->topLevelItem(0)->text(1).contains(QStringLiteral("mm")));
        f.bench.document().undo();
        QVERIFY(f.now().measurements.empty());
    }
};

QTEST_MAIN(TestMeasureCuts)
#include "tst_measure_cuts.moc"
