// What moves a number, from the command line: on a case made with it.

#include "core/storage/case_file.h"
#include "tests/app/command.h"
#include "tests/app/sample_case.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace pollux;
using namespace pollux::test;

class TestSensitivityCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_case;

    static QByteArray hashOf(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(&file);
        return hash.result();
    }
    static QJsonObject rowOf(const QJsonObject& result, const char* key)
    {
        for (const QJsonValue& row : result["rows"].toArray())
            if (row.toObject()["key"].toString() == QLatin1String(key))
                return row.toObject();
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_case = m_dir.filePath("case.pollux");
        saveCase(sampleCase(48), m_case.toStdString(), Job());
        VERIFY_SAYS(run({"run", m_case, "segment.threshold", "--set", "volume=ct", "--set", "low=150", "--set",
                         "high=3000", "--set", "name=Dense"}),
                    0, {});
        VERIFY_SAYS(run({"run", m_case, "measure.statistics", "--set", "structures=dense"}), 0, {});
    }

    /// The same two volumes as a threshold and a measurement run by hand.
    void aRowIsWhatARunByHandGives()
    {
        const QByteArray before = hashOf(m_case);
        const Output o = run({"--json", "sensitivity", m_case, "dense", "volume", "--param",
                              "segment.threshold.low=100..200", "--only", "segment.threshold.low"});
        VERIFY_SAYS(o, 0, {});
        QCOMPARE(hashOf(m_case), before);
        QCOMPARE(o.json()["rows"].toArray().size(), 1);
        QCOMPARE(o.json()["findings"].toArray().size(), 0);
        const QJsonObject low = rowOf(o.json(), "low");
        QCOMPARE(low["base"].toDouble(), 150.0);
        QCOMPARE(low["range"].toString(), QString("chosen"));
        for (const auto& [value, at] : {std::pair("low=100", "at_low"), std::pair("low=200", "at_high")}) {
            const QString copy = m_dir.filePath(QString(at) + ".pollux");
            VERIFY_SAYS(run({"run", m_case, "segment.threshold", "--set", "volume=ct", "--set", value, "--set",
                             "high=3000", "--set", "name=Dense", "-o", copy}),
                        0, {});
            VERIFY_SAYS(run({"run", copy, "measure.statistics", "--set", "structures=dense"}), 0, {});
            const QJsonObject shown = run({"--json", "show", copy, "dense"}).json();
            const double volume = shown["measures"].toObject()["volume"].toObject()["value"].toDouble();
            QVERIFY(volume > 0);
            QCOMPARE(low[at].toDouble(), volume);
        }
        QVERIFY(low["at_low"].toDouble() > low["at_high"].toDouble());
    }

    void theTextNamesRangesAndWhatIsNotVaried()
    {
        const Output o = run({"sensitivity", m_case, "dense", "volume", "--step", "20%"});
        VERIFY_SAYS(o, 0,
                    {"dense:segment.threshold.low", "120 .. 150 .. 180 HU", "±20 %, assumed", "mL", "Not varied",
                     "no record: it came with the case", "One parameter at a time"});
    }

    void mistakesSayWhatToDo()
    {
        VERIFY_SAYS(run({"sensitivity", m_case, "nothing", "volume"}), 4, {"no object 'nothing'"});
        VERIFY_SAYS(run({"sensitivity", m_case, "dense", "weight"}), 4, {"It has: volume"});
        VERIFY_SAYS(run({"sensitivity", m_case, "dense", "volume", "--param", "segment.threshold.lo=1..2"}), 4,
                    {"dense:segment.threshold.low"});
        VERIFY_SAYS(run({"sensitivity", m_case, "dense", "volume", "--param", "segment.threshold.low=1,5..2"}), 3,
                    {"decimal point"});
        VERIFY_SAYS(run({"sensitivity", m_case, "dense", "volume", "--param", "low"}), 3, {"operation.key=low..high"});
        VERIFY_SAYS(run({"sensitivity", m_case, "dense", "volume", "--step", "0.1"}), 3, {"--step 10%"});
    }
};

QTEST_GUILESS_MAIN(TestSensitivityCommand)
#include "tst_sensitivity_command.moc"
