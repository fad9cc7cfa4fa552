// Ctrl+K finds commands, operations and structures; the presentation names no patient and is large.

#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/panels/operation_panel.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QFontInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace pollux;

namespace {

struct Opened : WindowFixture
{
    Opened() { openCase(sample::namedPatient(), "roe.pollux"); }
    void find(const char* words)
    {
        window->findChild<QAction*>("actionFind")->trigger();
        [&] { QTRY_VERIFY(words_() && words_()->isVisible()); }();
        words_()->setText(QLatin1String(words));
    }
    QLineEdit* words_() const { return window->findChild<QLineEdit*>("paletteWords"); }
    QListWidget* list() const { return window->findChild<QListWidget*>("paletteList"); }
    /// Everything that a person can read in the window.
    QString told() const
    {
        QString all = window->windowTitle();
        for (const QLabel* l : window->findChildren<QLabel*>())
            if (l->isVisible())
                all += QLatin1Char('\n') + l->text();
        return all;
    }
};

} // namespace

class TestFindAndPresent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAnOperationAStructureACommand()
    {
        Opened f;
        f.find("marg");
        QVERIFY(f.list()->count() >= 1 && f.list()->item(0)->text().startsWith("Margin"));
        QTest::keyClick(f.words_(), Qt::Key_Return);
        QVERIFY(!f.words_()->isVisible());
        auto* panel = f.window->findChild<OperationPanel*>();
        QVERIFY(panel->isVisible() && panel->form());

        f.find("structure lesion"); // words in any order
        QTest::keyClick(f.words_(), Qt::Key_Return);
        QCOMPARE(f.workspace->selection().text(), std::string("lesion"));
        QVERIFY((f.window->viewer()->crosshair() - sample::kTarget).norm() < 4);

        f.find("coronal");
        QTest::keyClick(f.words_(), Qt::Key_Return);
        QCOMPARE(f.window->viewer()->viewLayout(), Viewer::Layout::Coronal);
        QVERIFY(f.window->findChild<QAction*>("actionCoronal")->isChecked());
    }

    void whatCannotBeDoneSaysWhy()
    {
        Opened f;
        f.find("undo");
        QVERIFY(f.list()->count() >= 1);
        const QListWidgetItem* undo = f.list()->item(0);
        QVERIFY(!(undo->flags() & Qt::ItemIsEnabled));
        QCOMPARE(undo->toolTip(), QString("Nothing has been done yet."));
        QTest::keyClick(f.words_(), Qt::Key_Return);
        QVERIFY(f.words_()->isVisible()); // nothing happened
        QTest::keyClick(f.words_(), Qt::Key_Escape);
        QVERIFY(!f.words_()->isVisible());
        f.find("no such thing at all");
        QCOMPARE(f.list()->count(), 0);
        QTest::keyClick(f.words_(), Qt::Key_Return);
    }

    void thePresentationNamesNobody()
    {
        Opened f;
        QVERIFY(f.told().contains("Roe") && f.told().contains("4711"));
        auto* button = f.window->findChild<QPushButton*>("toolPaint");
        const int height = button->sizeHint().height();
        f.window->findChild<QAction*>("actionPresent")->trigger();
        QVERIFY2(!f.told().contains("4711"), qPrintable(f.told()));
        QVERIFY(!f.window->windowTitle().contains("roe", Qt::CaseInsensitive));
        QVERIFY(!f.window->findChild<QLabel*>("patient")->text().contains("Roe"));
        QVERIFY(f.window->findChild<QLabel*>("notice")->isVisible()); // not for clinical use
        QTRY_VERIFY(button->sizeHint().height() >= 44 && button->sizeHint().height() > height);
        QCOMPARE(QFontInfo(button->font()).pixelSize(), 18);
        f.window->findChild<QAction*>("actionPresent")->trigger();
        QVERIFY(f.told().contains("4711"));
        QTRY_COMPARE(button->sizeHint().height(), height);
    }
};

QTEST_MAIN(TestFindAndPresent)
#include "tst_find_and_present.moc"
