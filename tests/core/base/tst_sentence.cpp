// Sentences with values filled in, and counted ones.

#include "core/base/sentence.h"

#include <QTest>

using namespace pollux;

class TestSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesTakeTheirPlaces()
    {
        QCOMPARE(filled("'%1' is no %2.", {"ct", "plan"}), std::string("'ct' is no plan."));
        QCOMPARE(filled("%2 before %1, %1 after %2", {"a", "b"}), std::string("b before a, a after b"));
        QCOMPARE(filled("nothing", {"a"}), std::string("nothing"));
    }

    void aValueIsNotReadAgain() { QCOMPARE(filled("%1 and %2", {"%2", "%1"}), std::string("%2 and %1")); }

    void percentSignsAndPlacesWithoutValueStay()
    {
        QCOMPARE(filled("%1 % of %2", {"5"}), std::string("5 % of %2"));
        QCOMPARE(filled("100 %", {"5"}), std::string("100 %"));
        QCOMPARE(filled("%0 %a %", {"5"}), std::string("%0 %a %"));
    }

    void oneAndMany()
    {
        const auto files = [](std::int64_t n) {
            return counted(n, "%1 file is empty in %2.", "%1 files are empty in %2.", {"A"});
        };
        QCOMPARE(files(1), std::string("1 file is empty in A."));
        QCOMPARE(files(0), std::string("0 files are empty in A."));
        QCOMPARE(files(-1), std::string("-1 files are empty in A."));
        QCOMPARE(files(1234567), std::string("1234567 files are empty in A."));
    }
};

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"
