#include "ui/forms/tick_delegate.h"

#include <QListWidget>
#include <QTest>

using namespace pollux;

namespace {

/// Three rows of 28 px, each with a tick and a coloured square before its text.
struct List
{
    QListWidget list;
    TickDelegate delegate;

    explicit List(TickDelegate::Reach reach) : delegate(reach)
    {
        list.setStyleSheet("QListView::item { min-height: 28px; }");
        list.setItemDelegate(&delegate);
        QPixmap square(16, 16);
        square.fill(Qt::red);
        for (const char* name : {"Liver", "Lung", "Fixed"}) {
            auto* item = new QListWidgetItem(QIcon(square), name, &list);
            item->setCheckState(Qt::Unchecked);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        }
        list.item(2)->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        list.resize(300, 200);
        list.show();
    }
    bool on(int row) const { return list.item(row)->checkState() == Qt::Checked; }
    QRect rect(int row) const { return list.visualItemRect(list.item(row)); }
    void click(int row, int x, int y)
    {
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, rect(row).topLeft() + QPoint(x, y));
    }
};

} // namespace

class TestTickDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anywhereLeftOfTheTextTicks()
    {
        List f(TickDelegate::Reach::LeftOfText);
        const int bottom = f.rect(0).height() - 2;
        f.click(0, 2, 2); // the corners, beside the 16 px of the box
        QVERIFY(f.on(0));
        f.click(0, 28, bottom); // on the square
        QVERIFY(!f.on(0));
        QVERIFY(!f.on(1));
        QVERIFY(f.list.selectedItems().isEmpty()); // ticking is not choosing
    }

    void theTextChoosesAndDoesNotTick()
    {
        List f(TickDelegate::Reach::LeftOfText);
        f.click(1, 70, 14);
        QVERIFY(!f.on(1));
        QCOMPARE(f.list.currentRow(), 1);
    }

    void aWholeRowTicks()
    {
        List f(TickDelegate::Reach::WholeRow);
        f.click(1, 200, 3);
        QVERIFY(f.on(1));
        f.click(1, 3, 20);
        QVERIFY(!f.on(1));
    }

    void whatCannotBeTickedIsLeftAlone()
    {
        List f(TickDelegate::Reach::WholeRow);
        f.click(2, 10, 14);
        QVERIFY(!f.on(2));
    }

    void theRightButtonDoesNotTick()
    {
        List f(TickDelegate::Reach::WholeRow);
        QTest::mouseClick(f.list.viewport(), Qt::RightButton, {}, f.rect(0).center());
        QVERIFY(!f.on(0));
    }

    void theSpaceBarTicks()
    {
        List f(TickDelegate::Reach::LeftOfText);
        f.list.setCurrentRow(0);
        f.list.setFocus();
        QTest::keyClick(&f.list, Qt::Key_Space);
        QVERIFY(f.on(0));
    }
};

QTEST_MAIN(TestTickDelegate)
#include "tst_tick_delegate.moc"
