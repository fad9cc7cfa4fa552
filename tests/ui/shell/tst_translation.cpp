// No text of the window is missed by a translation, none is kept that nobody says any more, and the window speaks it.

#include "core/base/resource.h"
#include "core/operation/run.h"
#include "tests/ui/shell/source_sentences.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/forms/param_form.h"
#include "ui/forms/structure_name.h"
#include "ui/panels/operation_panel.h"
#include "ui/shell/catalogue.h"

#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QRawFont>
#include <QTest>
#include <QTreeWidget>

#include <cstdio>

using namespace pollux;

namespace {

/// As a block of the file: what a check says is cut after some lines, so each goes out by itself.
void printForTheFile(const QString& context, const sourcetexts::Texts& missing)
{
    if (missing.isEmpty())
        return;
    QString block = QStringLiteral("Not translated. Into the context %1:\n").arg(context);
    for (auto it = missing.cbegin(); it != missing.cend(); ++it)
        block += QStringLiteral("    <message>\n        <!-- %1 -->\n        <source>%2</source>\n"
                                "        <translation></translation>\n    </message>\n")
                     .arg(it.value(), it.key().toHtmlEscaped().replace(QStringLiteral("&quot;"), QStringLiteral("\"")));
    for (const QString& line : block.split(u'\n'))
        std::fprintf(stderr, "%s\n", line.toUtf8().constData());
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression placeholder("%(?:L?n|L?\\d{1,2})");
    QStringList all;
    for (auto it = placeholder.globalMatch(text); it.hasNext();)
        all << it.next().captured();
    all.sort();
    return all;
}

/// The German that the program ships, for as long as it lives.
struct German
{
    Catalogue catalogue{resource("i18n/pollux_de.ts")};
    German() { QCoreApplication::installTranslator(&catalogue); }
    ~German() { QCoreApplication::removeTranslator(&catalogue); }
};

} // namespace

class TestTranslation : public QObject
{
    Q_OBJECT

    sourcetexts::Texts m_window, m_core;
    QStringList m_odd;

private Q_SLOTS:
    void initTestCase()
    {
        Registry registry;
        installStandardOperations(registry);
        installShippedPlugins(registry);
        m_window = sourcetexts::ofTheWindow(m_odd);
        m_core = sourcetexts::ofCore(registry);
        sourcetexts::addSentences(m_core);
        QVERIFY(m_window.size() > 400);
        QVERIFY(m_core.size() > 500);
        // One of each kind that the reading could lose.
        for (const char* text :
             {"&File", "Coronal", "  outside limits", "%1 (not in this case)", "Records that you have looked at it",
              "No surfaces yet.\nSegment an organ to see it here."})
            QVERIFY2(m_window.contains(QString::fromUtf8(text)), text);
        for (const char* text :
             {"Find liver lesions", "Liver", "keep-largest", "Needle shaft", "at least", "Usable skin", "Turn",
              "best entry", "Reading slices", "Mediastinum", "approved", "Heart with contrast"})
            QVERIFY2(m_core.contains(QString::fromUtf8(text)), text);
    }

    void everyTextGivenToTrIsALiteral() { QCOMPARE(m_odd.join(QStringLiteral("; ")), QString()); }

    /// A sign that the installed font (fonts-dejavu-core) lacks is an empty box on a machine with no other.
    void everySignIsInTheFont()
    {
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setStyleStrategy(QFont::NoFontMerging);
        const QRawFont raw = QRawFont::fromFont(font);
        QCOMPARE(raw.familyName(), QStringLiteral("DejaVu Sans"));
        QVERIFY(!raw.supportsCharacter(QChar(0x29D7))); // or this test says nothing
        QStringList boxes;
        const auto look = [&](const QString& where, const QString& text) {
            for (const QChar c : text)
                if (c.unicode() > 0x7f && !c.isSurrogate() && !raw.supportsCharacter(c))
                    boxes << QStringLiteral("%1: U+%2").arg(where).arg(c.unicode(), 4, 16);
        };
        sourcetexts::everySource({"core", "plugins", "ui", "app"}, look);
        for (const Language& language : languages())
            if (language.code != QStringLiteral("en"))
                look(language.code,
                     QString::fromUtf8(resource("i18n/pollux_" + language.code.toStdString() + ".ts").data()));
        boxes.removeDuplicates();
        QCOMPARE(boxes.join(QStringLiteral("; ")), QString());
    }

    void nothingIsMissing_data()
    {
        QTest::addColumn<QString>("code");
        for (const Language& language : languages())
            if (language.code != QStringLiteral("en"))
                QTest::newRow(qPrintable(language.code)) << language.code;
    }

    void nothingIsMissing()
    {
        QFETCH(QString, code);
        const Catalogue catalogue(resource("i18n/pollux_" + code.toStdString() + ".ts"));
        const auto missingOf = [&](const char* context, const sourcetexts::Texts& texts) {
            sourcetexts::Texts missing;
            for (auto it = texts.cbegin(); it != texts.cend(); ++it)
                if (catalogue.translate(context, it.key().toUtf8().constData()).isEmpty())
                    missing.insert(it.key(), it.value());
            return missing;
        };
        const sourcetexts::Texts window = missingOf("Pollux", m_window), core = missingOf("core", m_core);
        printForTheFile(QStringLiteral("Pollux"), window);
        printForTheFile(QStringLiteral("core"), core);
        QVERIFY2(window.isEmpty() && core.isEmpty(),
                 qPrintable(QStringLiteral("%1 texts of the window, %2 of core").arg(window.size()).arg(core.size())));
    }

    void nothingIsLeftOver_data() { nothingIsMissing_data(); }

    void nothingIsLeftOver()
    {
        QFETCH(QString, code);
        const Catalogue catalogue(resource("i18n/pollux_" + code.toStdString() + ".ts"));
        QStringList unused, twice;
        QSet<QString> seen;
        for (const Catalogue::Message& m : catalogue.messages()) {
            const bool ofCore = m.context == QStringLiteral("core");
            if (!(ofCore ? m_core : m_window).contains(m.source))
                unused << m.context + QStringLiteral(": ") + m.source;
            const QString key = m.context + QChar(4) + m.source;
            if (seen.contains(key))
                twice << m.source;
            seen.insert(key);
        }
        for (const QString& one : unused)
            std::fprintf(stderr, "Nobody says any more: %s\n", one.toUtf8().constData());
        QVERIFY2(unused.isEmpty(), qPrintable(QStringLiteral("%1 left over").arg(unused.size())));
        QCOMPARE(twice.join(QStringLiteral("; ")), QString());
    }

    void whatIsFilledInIsTheSame_data() { nothingIsMissing_data(); }

    void whatIsFilledInIsTheSame()
    {
        QFETCH(QString, code);
        const Catalogue catalogue(resource("i18n/pollux_" + code.toStdString() + ".ts"));
        static const QRegularExpression tag("</?[a-z0-9]+>");
        for (const Catalogue::Message& m : catalogue.messages())
            for (const QString& form : m.forms) {
                QVERIFY2(placeholders(form) == placeholders(m.source), qPrintable(m.source + " / " + form));
                QVERIFY2(form.count(tag) == m.source.count(tag), qPrintable(m.source + " / " + form));
                // Pieces that are put together keep the blank between them.
                QVERIFY2(form.startsWith(u' ') == m.source.startsWith(u' '), qPrintable(m.source + " / " + form));
            }
    }

    void theWindowSpeaksGerman()
    {
        QMap<QString, QString> english;
        {
            WindowFixture f;
            for (const QAction* action : f.window->findChildren<QAction*>())
                if (action->objectName().startsWith("action"))
                    english[action->objectName()] = action->text();
        }
        QVERIFY(english.size() > 20);
        const German german;
        WindowFixture f;
        QStringList menus;
        for (const QAction* menu : f.window->menuBar()->actions())
            menus << menu->text();
        QCOMPARE(menus, QStringList({"Datei", "Bearbeiten", "Ansicht", "Hilfe"}));
        for (auto it = english.cbegin(); it != english.cend(); ++it) {
            const auto* action = f.window->findChild<QAction*>(it.key());
            QVERIFY2(action, qPrintable(it.key()));
            const QString translated = german.catalogue.translate("pollux::Actions", it->toUtf8().constData());
            // Percentages and the names of languages have no words to translate.
            if (!it.key().startsWith("actionScale") && !it.key().startsWith("actionLanguage"))
                QCOMPARE(action->text(), translated);
        }
        auto* panel = f.window->findChild<OperationPanel*>();
        panel->choose("anatomy.liver-vessels");
        QStringList told;
        for (const QLabel* label : panel->findChildren<QLabel*>())
            told << label->text();
        QVERIFY2(told.contains("Lebergefäße finden") && told.contains("Leber"), qPrintable(told.join("; ")));
        QVERIFY(paramHelp(f.registry.at("liver.plan-puncture").declare().all().at(3)).contains("(ungeprüft)"));
    }

    void whatOperationsFindIsSaidInGerman()
    {
        const German german;
        Registry registry;
        installStandardOperations(registry);
        installShippedPlugins(registry);
        QStringList unsaid;
        int asked = 0;
        for (const Case& c : {Case(), *sample::ballCase()})
            for (const Operation* operation : registry.all())
                for (const Finding& f : checkOperation(*operation, c, fillDefaults(operation->declare(), c, {})))
                    for (const std::string& text : {f.text, f.advice}) {
                        ++asked;
                        if (!text.empty() && shown(text) == q(text))
                            unsaid << q(operation->info().id + ": " + text);
                    }
        QVERIFY2(asked > 40, qPrintable(QString::number(asked)));
        for (const QString& one : unsaid)
            std::fprintf(stderr, "Stays English: %s\n", one.toUtf8().constData());
        QVERIFY2(unsaid.isEmpty(), qPrintable(QStringLiteral("%1 of %2 stay English").arg(unsaid.size()).arg(asked)));
    }

    void aTranslatedNameIsNoNewOne()
    {
        const German german;
        WindowFixture f;
        f.openCase(*sample::ballCase());
        auto* tree = f.window->findChild<QTreeWidget*>("caseTree");
        const auto found = tree->findItems("Leber", Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        QCOMPARE(tree->findItems("Lesion", Qt::MatchExactly | Qt::MatchRecursive).size(), 1); // named by a person
        found.first()->setCheckState(0, Qt::Unchecked);
        QTest::qWait(50);
        QVERIFY(!f.workspace->busy());
        QVERIFY(!f.workspace->document().canUndo());
        QCOMPARE(f.workspace->document().current().structure(Id("liver")).name, std::string("Liver"));
    }

    void onlyNamesOfTheTableAreTranslated()
    {
        const German german;
        Structure s;
        s.anatomy = "liver_lesion";
        using Names = std::pair<const char*, const char*>;
        for (const auto& [name, expected] :
             {Names("Liver lesion", "Leberläsion"), Names("Liver lesion 12", "Leberläsion 12"),
              Names("Liver lesion at the hilum", "Liver lesion at the hilum"), Names("Spleen", "Spleen")}) {
            s.name = name;
            QCOMPARE(structureName(s), QString::fromUtf8(expected));
        }
    }
};

QTEST_MAIN(TestTranslation)
#include "tst_translation.moc"
