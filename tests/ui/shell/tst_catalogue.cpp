#include "core/base/error.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/forms/text.h"
#include "ui/shell/catalogue.h"

#include <QAction>
#include <QTabWidget>
#include <QTest>

using namespace pollux;

namespace {

constexpr const char* kFile = R"(<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>A</name>
    <message><source>open</source><translation>offen</translation></message>
    <message><source> limit &lt;b&gt;%1&lt;/b&gt;</source><translation> Grenze &lt;b&gt;%1&lt;/b&gt;</translation></message>
    <message><source>half done</source><translation type="unfinished">halb</translation></message>
    <message><source>old</source><translation type="vanished">alt</translation></message>
    <message><source>empty</source><translation></translation></message>
    <message numerus="yes"><source>%n steps</source><translation><numerusform>%n Schritt</numerusform><numerusform>%n Schritte</numerusform></translation></message>
</context>
<context>
    <name>B</name>
    <message><source>open</source><translation>öffnen</translation></message>
</context>
</TS>
)";

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksInTheContextFirstThenAnywhere()
    {
        const Catalogue c(kFile);
        QCOMPARE(c.translate("A", "open"), QString("offen"));
        QCOMPARE(c.translate("B", "open"), QString("öffnen"));
        QCOMPARE(c.translate("C", "open"), QString("offen"));
        QCOMPARE(c.translate("A", " limit <b>%1</b>"), QString(" Grenze <b>%1</b>"));
        QVERIFY(c.translate("A", "closed").isNull());
    }

    void whatIsNotFinishedStaysEnglish()
    {
        const Catalogue c(kFile);
        for (const char* text : {"half done", "old", "empty"})
            QVERIFY2(c.translate("A", text).isNull(), text);
    }

    void countsByTheNumber()
    {
        Catalogue c(kFile);
        QCoreApplication::installTranslator(&c);
        QCOMPARE(QCoreApplication::translate("A", "%n steps", nullptr, 1), QString("1 Schritt"));
        QCOMPARE(QCoreApplication::translate("A", "%n steps", nullptr, 3), QString("3 Schritte"));
    }

    void refusesADamagedFile()
    {
        const std::string whole = kFile;
        QVERIFY_EXCEPTION_THROWN(Catalogue(whole.substr(0, whole.size() / 2)), Error);
        QVERIFY_EXCEPTION_THROWN(Catalogue("{}"), Error);
        QVERIFY_EXCEPTION_THROWN(Catalogue(std::string(9 << 20, ' ')), Error);
    }

    void choosesALanguage()
    {
        QCOMPARE(languages().front().code, QString("en"));
        QCOMPARE(languageFor("de", {"en-US"}), QString("de"));
        QCOMPARE(languageFor("", {"fr-FR", "de-AT", "en"}), QString("de"));
        QCOMPARE(languageFor("en", {"de-DE"}), QString("en"));
        QCOMPARE(languageFor("xx", {"C"}), QString("en"));
    }

    void theChoiceIsKept()
    {
        WindowFixture f;
        QCOMPARE(f.settings->language(), QString());
        auto* german = f.window->findChild<QAction*>("actionLanguagede");
        QVERIFY(german && german->text() == QStringLiteral("Deutsch"));
        QVERIFY(f.window->findChild<QAction*>("actionLanguage")->isChecked());
        german->trigger();
        QCOMPARE(f.settings->language(), QString("de"));
        QCOMPARE(Settings(f.folder.filePath("settings.ini")).language(), QString("de"));
    }

    void aPanelIsFoundByItsEnglishTitle()
    {
        useLanguage(*QCoreApplication::instance(), QStringLiteral("de"));
        WindowFixture f;
        f.window->showPanel("Plans");
        auto* tabs = f.window->findChild<QTabWidget*>("tasks");
        QCOMPARE(tabs->tabText(tabs->currentIndex()), QString::fromUtf8("Pläne"));
    }
};

QTEST_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
