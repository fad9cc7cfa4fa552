// The preferences: what is changed acts at once and is kept; the menus and the dialog say the same.

#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/shell/preferences.h"
#include "ui/viewer/viewer.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace pollux;

namespace {

struct Chosen : WindowFixture
{
    Preferences* open() const
    {
        window->findChild<QAction*>("actionPreferences")->trigger();
        return window->findChild<Preferences*>();
    }
    bool isChecked(const char* action) const { return window->findChild<QAction*>(action)->isChecked(); }
    QString patient() const { return window->findChild<QLabel*>("patient")->text(); }
    void restart()
    {
        stop();
        settings.reset();
        settings = std::make_unique<Settings>(folder.filePath("settings.ini"));
        start();
    }
    void openRoe() { openCase(sample::namedPatient()); }
};

/// As a user chooses from the list.
void choose(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

} // namespace

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundAndIsNotModal()
    {
        Chosen f;
        auto* dialog = f.open();
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        QCOMPARE(f.open(), dialog);
        QCOMPARE(f.window->findChildren<Preferences*>().size(), 1);
        f.window->findChild<QAction*>("actionFind")->trigger();
        f.window->findChild<QLineEdit*>("paletteWords")->setText("preferences");
        const auto* list = f.window->findChild<QListWidget*>("paletteList");
        QVERIFY(list->count() >= 1 && list->item(0)->text().startsWith("Preferences"));
    }

    void everyControlIsNamedAndSaysWhyItCannot()
    {
        Chosen f;
        auto* dialog = f.open();
        int controls = 0;
        for (const QWidget* w : dialog->findChildren<QWidget*>()) {
            const bool part = w->objectName().startsWith("qt_") || w->objectName().startsWith("Scroll") ||
                              w->inherits("QTableCornerButton");
            if (part || !(qobject_cast<const QAbstractButton*>(w) || qobject_cast<const QLineEdit*>(w) ||
                          qobject_cast<const QComboBox*>(w) || w->inherits("QAbstractSpinBox") ||
                          w->inherits("QKeySequenceEdit") || w->inherits("QTableWidget")))
                continue;
            ++controls;
            QVERIFY2(!w->objectName().isEmpty() && !w->accessibleName().isEmpty(), w->metaObject()->className());
            QVERIFY2(w->isEnabledTo(dialog) || !w->toolTip().isEmpty(), qPrintable(w->objectName()));
        }
        QVERIFY(controls >= 14);
    }

    void theNameIsRecordedAndKept()
    {
        Chosen f;
        auto* name = f.open()->findChild<QLineEdit*>("prefAuthor");
        QCOMPARE(name->text(), QString("Tester"));
        name->selectAll();
        QTest::keyClicks(name, "Dr. Doe ");
        QCOMPARE(f.workspace->author(), QString("Dr. Doe"));
        QCOMPARE(f.settings->author(), QString("Dr. Doe"));
        f.restart();
        QCOMPARE(f.settings->author(), QString("Dr. Doe"));
    }

    void themeAndSizeAreThoseOfTheMenu()
    {
        Chosen f;
        auto* dialog = f.open();
        auto* theme = dialog->findChild<QComboBox*>("prefTheme");
        auto* scale = dialog->findChild<QComboBox*>("prefScale");
        QCOMPARE(theme->currentData().toBool(), true);
        const QColor dark = qApp->palette().color(QPalette::Window);
        choose(theme, false);
        QVERIFY(!f.settings->dark() && f.isChecked("actionLight"));
        QVERIFY(qApp->palette().color(QPalette::Window) != dark); // at once
        choose(scale, 150);
        QVERIFY(f.settings->scale() == 150 && f.isChecked("actionScale150"));
        bool told = false;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            told = told || label->text().contains("next start");
        QVERIFY(told);
        // The other way round: what the menu did is shown when the dialog is looked at again.
        f.window->findChild<QAction*>("actionDark")->trigger();
        QEvent looked(QEvent::WindowActivate);
        QApplication::sendEvent(dialog, &looked);
        QCOMPARE(theme->currentData().toBool(), true);
        f.restart();
        QVERIFY(f.settings->dark() && f.settings->scale() == 150);
    }

    void theRecoveryFolderIsShown()
    {
        Chosen f;
        const auto* line = f.open()->findChild<QLineEdit*>("prefRecoveryFolder");
        QVERIFY(line->isReadOnly());
        QCOMPARE(line->text(), QString::fromStdString(f.path("recovery").string()));
    }

    void keepsAsManyRecentCasesAsTheUserLikes()
    {
        Chosen f;
        for (int i = 0; i < 12; ++i) {
            const QString name = f.folder.filePath(QStringLiteral("c%1.pollux").arg(i));
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            f.settings->addRecentCase(name);
        }
        QCOMPARE(f.settings->recentCases().size(), 8);
        auto* count = f.open()->findChild<QSpinBox*>("prefRecentKept");
        QCOMPARE(count->value(), 8);
        count->setValue(3);
        QCOMPARE(f.settings->recentCases().size(), 3);
        QVERIFY(f.settings->recentCases().first().endsWith("c11.pollux"));
        QVERIFY(f.window->findChild<QPushButton*>("recentCase2"));
        QVERIFY(!f.window->findChild<QPushButton*>("recentCase3"));
        f.restart();
        QCOMPARE(f.settings->recentKept(), 3);
        f.settings->addRecentCase(f.folder.filePath("c0.pollux"));
        QCOMPARE(f.settings->recentCases().size(), 3);
        QVERIFY(f.settings->recentCases().first().endsWith("c0.pollux"));
        f.open()->findChild<QSpinBox*>("prefRecentKept")->setValue(0);
        QVERIFY(f.settings->recentCases().isEmpty());
    }

    void clearsTheList()
    {
        Chosen f;
        f.openRoe();
        QCOMPARE(f.settings->recentCases().size(), 1);
        f.workspace->newCase();
        QVERIFY(f.window->findChild<QPushButton*>("recentCase0")->text().contains("case"));
        auto* clear = f.open()->findChild<QPushButton*>("prefClearRecent");
        QVERIFY(clear->isEnabled());
        clear->click();
        QVERIFY(f.settings->recentCases().isEmpty());
        QVERIFY(!f.window->findChild<QPushButton*>("recentCase0"));
        QVERIFY(!clear->isEnabled() && !clear->toolTip().isEmpty());
        QVERIFY(!f.window->findChild<QAction*>("actionClearRecent")->isEnabled());
        QVERIFY(QFile::exists(f.folder.filePath("case.pollux"))); // the case stays
        f.restart();
        QVERIFY(f.settings->recentCases().isEmpty());
    }

    void thePatientIsNamedUnlessTheUserSaysNo()
    {
        Chosen f;
        f.openRoe();
        QVERIFY(f.patient().contains("Roe") && f.patient().contains("4711"));
        auto* named = f.open()->findChild<QCheckBox*>("prefBanner");
        QVERIFY(named->isChecked());
        named->click();
        QVERIFY2(!f.patient().contains("Roe") && !f.patient().contains("4711"), qPrintable(f.patient()));
        // The end of a presentation does not name the patient either.
        f.window->findChild<QAction*>("actionPresent")->trigger();
        f.window->findChild<QAction*>("actionPresent")->trigger();
        QVERIFY(!f.patient().contains("Roe"));
        QVERIFY(f.window->findChild<QLabel*>("notice")->isVisible());
        f.workspace->newCase();
        f.restart();
        f.openRoe();
        QVERIFY(!f.patient().contains("Roe"));
        f.open()->findChild<QCheckBox*>("prefBanner")->click();
        QVERIFY(f.patient().contains("Roe"));
    }

    void picturesAreOffAndTheDialogSaysWhy()
    {
        Chosen f;
        auto* dialog = f.open();
        auto* box = dialog->findChild<QCheckBox*>("prefThumbnails");
        QVERIFY(!box->isChecked() && !f.settings->thumbnails());
        bool told = false;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            told = told || label->text().contains("patient data");
        QVERIFY(told);
        box->click();
        f.restart();
        QVERIFY(f.settings->thumbnails());
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestPreferences test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_preferences.moc"
