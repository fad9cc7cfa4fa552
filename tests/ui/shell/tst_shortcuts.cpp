// The user's own keys: they act, survive a restart, take nothing from another command or from the views.

#include "tests/ui/shell/window_fixture.h"
#include "ui/shell/preferences.h"
#include "ui/shell/shortcuts.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QHash>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace pollux;

namespace {

struct Keys : WindowFixture
{
    Shortcuts& shortcuts() const { return *window->findChild<Shortcuts*>(); }
    const Shortcuts::Command& command(const char* name) const
    {
        const auto& all = shortcuts().commands();
        const auto it = std::find_if(all.begin(), all.end(), [name](const Shortcuts::Command& c) {
            return c.action->objectName() == QLatin1String(name);
        });
        if (it == all.end())
            qFatal("no command %s", name);
        return *it;
    }
    QString set(const char* name, const char* keys) const
    {
        return shortcuts().set(command(name), QKeySequence(QLatin1String(keys)));
    }
    QString keysOf(const char* name) const
    {
        return window->findChild<QAction*>(name)->shortcut().toString(QKeySequence::PortableText);
    }
    /// With the settings as they are on the disk.
    void restart()
    {
        stop();
        settings.reset();
        settings = std::make_unique<Settings>(folder.filePath("settings.ini"));
        start();
    }
    void restartWith(const std::vector<std::pair<const char*, const char*>>& kept)
    {
        stop();
        settings.reset();
        {
            QSettings file(folder.filePath("settings.ini"), QSettings::IniFormat);
            for (const auto& [action, keys] : kept)
                file.setValue(QStringLiteral("shortcuts/") + QLatin1String(action), QLatin1String(keys));
        }
        settings = std::make_unique<Settings>(folder.filePath("settings.ini"));
        start();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
    {
        QApplication::setActiveWindow(window.get());
        QTest::keyClick(window.get(), key, modifiers);
    }
};

} // namespace

class TestShortcuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreUniqueAndFree()
    {
        Keys f;
        QHash<QString, QString> seen;
        for (const QAction* action : f.window->findChildren<QAction*>())
            for (const QKeySequence& keys : action->shortcuts()) {
                const QString text = keys.toString(QKeySequence::PortableText);
                QVERIFY2(!action->objectName().isEmpty(), qPrintable(text));
                QVERIFY2(!seen.contains(text), qPrintable(text + ": " + seen.value(text) + action->objectName()));
                QVERIFY2(Shortcuts::reservedFor(keys).isEmpty(), qPrintable(text));
                seen[text] = action->objectName();
            }
        QVERIFY(seen.size() >= 15);
        // Each of them, and those without a key, can be changed.
        for (const QString& name : seen)
            QVERIFY2(f.command(qPrintable(name)).action, qPrintable(name));
        f.command("actionAuthor");
        QCOMPARE(f.command("actionDark").name, QString("Theme: Dark"));
        QCOMPARE(f.command("actionPreferences").byDefault, QKeySequence("Ctrl+,"));
    }

    void aChangedKeyActsAndSurvivesARestart()
    {
        Keys f;
        const auto layout = [&] { return f.window->viewer()->viewLayout(); };
        f.press(Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(layout(), Viewer::Layout::FourUp); // nobody's
        QCOMPARE(f.set("actionCoronal", "Ctrl+J"), QString());
        f.press(Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(layout(), Viewer::Layout::Coronal);
        f.restart();
        QCOMPARE(f.keysOf("actionCoronal"), QString("Ctrl+J"));
        QCOMPARE(layout(), Viewer::Layout::FourUp);
        f.press(Qt::Key_4, Qt::ControlModifier); // its default no longer acts
        QCOMPARE(layout(), Viewer::Layout::FourUp);
        f.press(Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(layout(), Viewer::Layout::Coronal);
        // No key at all is kept, too.
        QCOMPARE(f.set("actionCoronal", ""), QString());
        QCOMPARE(f.set("actionPreferences", "Ctrl+;"), QString());
        f.restart();
        QCOMPARE(f.keysOf("actionCoronal"), QString());
        QCOMPARE(f.keysOf("actionPreferences"), QString("Ctrl+;"));
    }

    void aTakenKeyIsRefusedByName()
    {
        Keys f;
        const QString why = f.set("actionCoronal", "Ctrl+K");
        QVERIFY2(why.contains("Find anything") && why.contains("Ctrl+K"), qPrintable(why));
        QCOMPARE(f.keysOf("actionCoronal"), QString("Ctrl+4"));
        QVERIFY(!f.settings->shortcut("actionCoronal"));
        // One that begins with another could never be typed to its end.
        QVERIFY(f.set("actionCoronal", "Ctrl+K, Ctrl+C").contains("Find anything"));
        QCOMPARE(f.set("actionAuthor", "Ctrl+J, Ctrl+N"), QString());
        QVERIFY(f.set("actionCoronal", "Ctrl+J").contains("Your name"));
        QCOMPARE(f.set("actionAuthor", "Ctrl+J, Ctrl+M"), QString()); // not in its own way
    }

    void keysOfTheViewsAndFieldsAreRefused_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("reason"); // empty: allowed
        QTest::newRow("arrow") << "Up"
                               << "slices";
        QTest::newRow("arrow with shift") << "Shift+Left"
                                          << "slices";
        QTest::newRow("page") << "PgDown"
                              << "slices";
        QTest::newRow("space") << "Space"
                               << "slices";
        QTest::newRow("enter") << "Return"
                               << "slices";
        QTest::newRow("escape") << "Esc"
                                << "cancels";
        QTest::newRow("plus") << "+"
                              << "slices";
        QTest::newRow("side of the 3-D view") << "A"
                                              << "3-D";
        QTest::newRow("letter") << "J"
                                << "typing";
        QTest::newRow("capital") << "Shift+J"
                                 << "typing";
        QTest::newRow("digit") << "3"
                               << "typing";
        QTest::newRow("delete") << "Del"
                                << "editing";
        QTest::newRow("tab") << "Tab"
                             << "control";
        QTest::newRow("menu") << "Alt+F"
                              << "menus";
        QTest::newRow("control") << "Ctrl+J"
                                 << "";
        QTest::newRow("control and arrow") << "Ctrl+Up"
                                           << "";
        QTest::newRow("function key") << "F5"
                                      << "";
        QTest::newRow("function key with shift") << "Shift+F5"
                                                 << "";
        QTest::newRow("alt and control") << "Ctrl+Alt+J"
                                         << "";
        QTest::newRow("none") << ""
                              << "";
    }

    void keysOfTheViewsAndFieldsAreRefused()
    {
        QFETCH(QString, keys);
        QFETCH(QString, reason);
        const QString why = Shortcuts::reservedFor(QKeySequence(keys));
        QCOMPARE(why.isEmpty(), reason.isEmpty());
        QVERIFY2(why.contains(reason), qPrintable(why));
    }

    void resetsOneAndAll()
    {
        Keys f;
        f.set("actionCoronal", "Ctrl+J");
        f.set("actionAxial", "F7");
        QCOMPARE(f.shortcuts().reset(f.command("actionCoronal")), QString());
        QCOMPARE(f.keysOf("actionCoronal"), QString("Ctrl+4"));
        QCOMPARE(f.keysOf("actionAxial"), QString("F7"));
        // Not over another command that has taken the default since.
        f.set("actionCoronal", "Ctrl+J");
        f.set("actionAuthor", "Ctrl+4");
        QVERIFY(f.shortcuts().reset(f.command("actionCoronal")).contains("Your name"));
        QCOMPARE(f.keysOf("actionCoronal"), QString("Ctrl+J"));
        f.shortcuts().resetAll();
        f.restart();
        QCOMPARE(f.keysOf("actionCoronal"), QString("Ctrl+4"));
        QCOMPARE(f.keysOf("actionAxial"), QString("Ctrl+2"));
        QCOMPARE(f.keysOf("actionAuthor"), QString());
    }

    void twoMaySwap()
    {
        Keys f;
        f.set("actionAxial", "");
        QCOMPARE(f.set("actionCoronal", "Ctrl+2"), QString());
        QCOMPARE(f.set("actionAxial", "Ctrl+4"), QString());
        f.restart();
        QCOMPARE(f.keysOf("actionCoronal"), QString("Ctrl+2"));
        QCOMPARE(f.keysOf("actionAxial"), QString("Ctrl+4"));
    }

    void settingsWrittenByHandBreakNothing()
    {
        Keys f;
        f.restartWith({{"actionCoronal", "Up"},      // the views need it
                       {"actionAxial", "Ctrl+S"},    // the default of another, which gives way
                       {"actionSagittal", "Ctrl+S"}, // a second one
                       {"actionNone", "Ctrl+J"}});
        QCOMPARE(f.keysOf("actionCoronal"), QString("Ctrl+4"));
        QCOMPARE(f.keysOf("actionAxial"), QString("Ctrl+S"));
        QCOMPARE(f.keysOf("actionSagittal"), QString("Ctrl+3"));
        QCOMPARE(f.keysOf("actionSave"), QString());
    }

    void thePageTakesAndRefuses()
    {
        Keys f;
        f.window->findChild<QAction*>("actionPreferences")->trigger();
        auto* dialog = f.window->findChild<Preferences*>();
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        dialog->findChild<QTabWidget*>("preferencesPages")->setCurrentIndex(1);
        auto* table = dialog->findChild<QTableWidget*>("shortcutTable");
        auto* keys = dialog->findChild<QKeySequenceEdit*>("shortcutKeys");
        auto* reset = dialog->findChild<QPushButton*>("shortcutReset");
        auto* resetAll = dialog->findChild<QPushButton*>("shortcutResetAll");
        auto* words = dialog->findChild<QLineEdit*>("shortcutSearch");
        const auto* told = dialog->findChild<QLabel*>("shortcutTold");
        QVERIFY(!keys->isEnabled() && !keys->toolTip().isEmpty());
        QVERIFY(!resetAll->isEnabled() && !resetAll->toolTip().isEmpty());

        words->setText("coronal");
        QList<int> rows;
        for (int row = 0; row < table->rowCount(); ++row)
            if (!table->isRowHidden(row))
                rows << row;
        QCOMPARE(rows.size(), 1);
        const int row = rows.first();
        QCOMPARE(table->item(row, 0)->text(), QString("Coronal"));
        QCOMPARE(table->item(row, 2)->text(), QString("Ctrl+4"));
        table->selectRow(row);
        QVERIFY(keys->isEnabled() && !reset->isEnabled());
        QCOMPARE(keys->keySequence(), QKeySequence("Ctrl+4"));

        QTest::keyClick(keys, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY2(told->text().contains("Find anything"), qPrintable(told->text()));
        QCOMPARE(f.keysOf("actionCoronal"), QString("Ctrl+4"));
        QCOMPARE(keys->keySequence(), QKeySequence("Ctrl+4")); // what was refused is not shown as if it held

        QTest::keyClick(keys, Qt::Key_J, Qt::ControlModifier);
        QTRY_COMPARE(f.keysOf("actionCoronal"), QString("Ctrl+J"));
        QCOMPARE(table->item(row, 1)->text(), QString("Ctrl+J"));
        QVERIFY(reset->isEnabled() && resetAll->isEnabled());
        reset->click();
        QCOMPARE(f.keysOf("actionCoronal"), QString("Ctrl+4"));
        dialog->findChild<QPushButton*>("shortcutNone")->click();
        QCOMPARE(f.keysOf("actionCoronal"), QString());
        resetAll->click();
        QCOMPARE(f.keysOf("actionCoronal"), QString("Ctrl+4"));
        // What is not seen is not changed.
        words->setText("no such command");
        QVERIFY(!keys->isEnabled());
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestShortcuts test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_shortcuts.moc"
