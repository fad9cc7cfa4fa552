// Sentences joined in English are recognised by their shape and said in another language with the same values.

#include "ui/shell/sentence_shapes.h"

#include <QTest>

using namespace pollux;

namespace {

struct Sample
{
    SentenceShapes shapes;
    QHash<QString, QString> words{{"liver", "Leber"},
                                  {"Rib", "Rippe"},
                                  {"plan", "Plan"},
                                  {"Segment it first.", "Zuerst segmentieren."},
                                  {"It is empty.", "Sie ist leer."}};

    Sample()
    {
        const std::pair<const char*, const char*> all[] = {
            {"'%1' has no mask.", "„%1“ hat keine Maske."},
            {"'%1' is not a %2 of this case.", "„%1“ ist kein %2 dieses Falls."},
            {"'%1' is %2.", "„%1“ ist %2."},
            {"%1 cannot run: %2", "„%1“ kann nicht laufen: %2"},
            {"Checked: %1.", "Geprüft: %1."},
            {"%1 of %2 mm were %1.", "Von %2 mm waren %1 %1."},
            {"The plan '%1' was not moved.%2", "Der Plan „%1“ wurde nicht bewegt.%2"},
            {"Not carried: %1.", "Nicht übertragen: %1."},
            {"no places", "ohne Wirkung"},
        };
        for (const auto& [english, german] : all)
            shapes.add(QString::fromUtf8(english), QString::fromUtf8(german));
    }

    QString operator()(const char* text) const
    {
        return shapes
            .translate(QString::fromUtf8(text),
                       [this](const QString& word) {
                           const auto it = words.constFind(word);
                           return it == words.constEnd() ? std::nullopt : std::optional(*it);
                       })
            .value_or(QStringLiteral("-"));
    }
};

} // namespace

class TestSentenceShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void said_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        const auto row = [](const char* name, const char* english, const char* german) {
            QTest::newRow(name) << QString::fromUtf8(english) << QString::fromUtf8(german);
        };
        row("a name stays", "'ct-2' has no mask.", "„ct-2“ hat keine Maske.");
        row("a word is translated", "'liver' has no mask.", "„Leber“ hat keine Maske.");
        row("the shape that explains more", "'liver' is not a plan of this case.",
            "„Leber“ ist kein Plan dieses Falls.");
        row("a list", "Checked: liver, Rib 3, Rib (left).", "Geprüft: Leber, Rib 3, Rippe (left).");
        row("quotes in a list", "Checked: 'liver', 'x'.", "Geprüft: 'Leber', 'x'.");
        row("before a colon", "Checked: liver: 0.5; Rib: 2.", "Geprüft: Leber: 0.5; Rippe: 2.");
        row("two sentences", "'x' has no mask. Segment it first.", "„x“ hat keine Maske. Zuerst segmentieren.");
        row("two, one unknown", "'x' has no mask. Oh dear.", "„x“ hat keine Maske. Oh dear.");
        row("a sentence within", "Plan it cannot run: 'x' has no mask. Segment it first.",
            "„Plan it“ kann nicht laufen: „x“ hat keine Maske. Zuerst segmentieren.");
        row("a sentence after a blank, or none", "The plan 'a' was not moved. Not carried: entry.",
            "Der Plan „a“ wurde nicht bewegt. Nicht übertragen: entry.");
        row("none", "The plan 'a' was not moved.", "Der Plan „a“ wurde nicht bewegt.");
        row("another order, and twice", "2 of 3 mm were 2.", "Von 3 mm waren 2 2.");
        row("a value that looks like a place", "'%2' is not a %1 of this case.", "„%2“ ist kein %1 dieses Falls.");
        row("points within a value", "'v1.2. b' has no mask.", "„v1.2. b“ hat keine Maske.");
        row("quotes within a value", "'O'Brien's' has no mask.", "„O'Brien's“ hat keine Maske.");
    }

    void said()
    {
        QFETCH(QString, english);
        QFETCH(QString, german);
        static const Sample sample;
        QCOMPARE(sample(english.toUtf8().constData()), german);
    }

    void whatIsUnknownIsNotTranslated()
    {
        const Sample sample;
        for (const char* text : {"", " ", "Anything else.", "'x' has no masks.", "2 of 3 mm were 4.", "no places"})
            QCOMPARE(sample(text), QStringLiteral("-"));
    }

    void aHugeOrHostileTextIsLeftAlone()
    {
        const Sample sample;
        QCOMPARE(sample(QByteArray(1 << 20, 'x').constData()), QStringLiteral("-"));
        for (const int sentences : {20, 200, 2000}) {
            const QString text = QStringLiteral("'x' is x: y, z. ").repeated(sentences).trimmed();
            const QString said = sample(text.toUtf8().constData());
            QCOMPARE(said == u'-', text.size() > 4000);
        }
    }
};

QTEST_GUILESS_MAIN(TestSentenceShapes)
#include "tst_sentence_shapes.moc"
