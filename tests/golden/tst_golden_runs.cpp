// The golden runs: every tests/golden/*.json is one row. README.md says what such a file holds.

#include "app/plugins/shipped.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "tests/golden/golden.h"
#include "tests/golden/quantity.h"
#include "tests/golden/study.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <map>

using namespace pollux;
using namespace pollux::golden;

namespace {

const QString kFolder = QStringLiteral(POLLUX_SOURCE_DIR "/tests/golden/");

std::string readText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// A golden file with one step and one expectation, parts of which a test replaces.
std::string sample(const QString& steps, const QString& expect)
{
    return QStringLiteral("{'title': 'T', 'study': 'solids', 'with_truth': false, 'steps': [%1], 'expect': [%2]}")
        .arg(steps, expect)
        .replace('\'', '"')
        .toStdString();
}

} // namespace

class TestGoldenRuns : public QObject
{
    Q_OBJECT

    Registry m_registry;
    std::map<std::string, std::shared_ptr<const GoldenStudy>> m_studies;

    const GoldenStudy& study(const std::string& name)
    {
        auto& known = m_studies[name];
        if (!known) {
            const std::string json = readText(kFolder + "studies/" + QString::fromStdString(name) + ".json");
            if (json.empty())
                throw Error(ErrorCode::NotFound, "There is no study '" + name + "'.", "See tests/golden/studies.");
            known = std::make_shared<const GoldenStudy>(makeGoldenStudy(json));
        }
        return *known;
    }

    struct Checked
    {
        QStringList table; ///< a line for each that does not hold
        std::vector<std::optional<double>> got;
    };

    /// Runs as `pollux run --recipe` does, then asks for every quantity.
    Checked check(const Golden& golden)
    {
        const GoldenStudy& start = study(golden.study);
        Job job;
        const RunResult run =
            runRecipe(golden.recipe, m_registry, golden.withTruth ? start.withTruth : start.image, {"golden run"}, job);
        Checked out;
        for (const Expectation& e : golden.expect) {
            std::optional<double> value;
            QString got;
            bool holds = false;
            if (!e.finding.empty()) {
                const bool there = std::any_of(run.findings.begin(), run.findings.end(),
                                               [&](const Finding& f) { return f.code == e.finding; });
                holds = there == e.appears;
                got = there ? "appears" : "does not appear";
            } else {
                try {
                    value = measure(e, run.after, start);
                    holds = e.holds(*value);
                    got = QString::fromStdString(toText(rounded(*value)));
                } catch (const Error& error) {
                    got = error.what();
                }
            }
            out.got.push_back(holds ? std::nullopt : value);
            if (!holds)
                out.table << QStringLiteral("  %1 | wanted %2 | got %3 | %4: %5")
                                 .arg(QString::fromStdString(e.name()), -40)
                                 .arg(QString::fromStdString(e.wanted()), -22)
                                 .arg(got, -10)
                                 .arg(e.analytic ? "analytic" : "measured", QString::fromStdString(e.why));
        }
        return out;
    }

    std::string errorOf(const std::string& json)
    {
        try {
            parseGolden(json, m_registry);
        } catch (const Error& e) {
            return e.what();
        }
        return "accepted";
    }

private Q_SLOTS:
    void initTestCase()
    {
        installStandardOperations(m_registry);
        installShippedPlugins(m_registry);
    }

    void runs_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString& name : QDir(kFolder).entryList({"*.json"}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(name.chopped(5))) << name;
    }
    void runs()
    {
        QFETCH(QString, file);
        const std::string json = readText(kFolder + file);
        QElapsedTimer timer;
        timer.start();
        Checked checked;
        try {
            checked = check(parseGolden(json, m_registry));
        } catch (const Error& e) {
            QFAIL(qPrintable(file + ": " + e.what()));
        }
        qInfo("%d expectations in %.1f s", int(checked.got.size()), double(timer.elapsed()) / 1000);
        if (checked.table.isEmpty())
            return;
        const QString folder = QStringLiteral(POLLUX_BINARY_DIR "/tests/golden_candidates/");
        QDir().mkpath(folder);
        QFile candidate(folder + file);
        if (candidate.open(QIODevice::WriteOnly))
            candidate.write(QByteArray::fromStdString(withMeasured(json, checked.got)));
        QFAIL(qPrintable(QStringLiteral("%1 of %2 expectations of %3 do not hold:\n%4\n  candidate: %5")
                             .arg(checked.table.size())
                             .arg(checked.got.size())
                             .arg(file, checked.table.join('\n'), candidate.fileName())));
    }

    void coversWhatItMust_data()
    {
        QTest::addColumn<QString>("operation");
        for (const char* id : {"segment.threshold", "segment.region-grow", "mask.morphology", "mesh.surface",
                               "image.distance-map", "anatomy.liver-vessels", "mesh.centrelines", "measure.statistics",
                               "anatomy.organs", "liver.plan-puncture"})
            QTest::newRow(id) << id;
    }
    /// So that a file that is lost, or a folder that is not found, does not pass as a success.
    void coversWhatItMust()
    {
        QFETCH(QString, operation);
        for (const QString& name : QDir(kFolder).entryList({"*.json"}, QDir::Files))
            for (const Recipe::Step& step : parseGolden(readText(kFolder + name), m_registry).recipe.steps)
                if (step.operation == operation.toStdString())
                    return;
        QFAIL("no golden run has this operation");
    }

    void aBadFileSaysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("expect");
        QTest::addColumn<QString>("says");
        const QString step = "{'operation': 'segment.threshold'}";
        const QString good = "{'of': 'structure/a', 'what': 'volume', 'unit': 'ml', 'is': 1, 'within': 1, 'from': "
                             "'measured', 'why': 'w'}";
        const auto changed = [&](const char* from, const char* to) { return QString(good).replace(from, to); };
        QTest::newRow("good") << step << good << "accepted";
        QTest::newRow("unknown operation") << "{'operation': 'segment.thresold'}" << good << "segment.threshold";
        QTest::newRow("unknown parameter")
            << "{'operation': 'segment.threshold', 'values': {'hue': 1}}" << good << "no parameter 'hue'";
        QTest::newRow("value out of range")
            << "{'operation': 'mask.morphology', 'values': {'radius': 99}}" << good << "from 0 to 50";
        QTest::newRow("unknown quantity") << step << changed("'volume'", "'volum'") << "no quantity 'volum'";
        QTest::newRow("of another kind") << step << changed("structure/a", "plan/a")
                                         << "no quantity 'volume' of a plan";
        QTest::newRow("unknown kind") << step << changed("structure/a", "organ/a") << "structure/ID";
        QTest::newRow("no id") << step << changed("structure/a", "structure") << "structure/ID";
        QTest::newRow("another unit") << step << changed("'ml'", "'mm'") << "'volume' is in ml";
        QTest::newRow("no unit of ours") << step << changed("'ml'", "'litre'") << "is no unit";
        QTest::newRow("no tolerance") << step << changed("'within': 1, ", "") << "'within' or 'within_percent'";
        QTest::newRow("no bound") << step << changed("'is': 1, 'within': 1, ", "") << "needs a bound";
        QTest::newRow("two bounds") << step << changed("'is': 1", "'at_least': 0, 'is': 1") << "needs a bound";
        QTest::newRow("a slip of the pen") << step << changed("'why'", "'whi'") << "'why' of expectation 1 is missing";
        QTest::newRow("one field more") << step << changed("'why'", "'note': 'x', 'why'") << "'note' of expectation 1";
        QTest::newRow("neither truth nor guess") << step << changed("'measured'", "'memory'") << "analytic or measured";
        QTest::newRow("no truth") << step << changed("'volume', 'unit': 'ml'", "'dice'") << "needs a truth";
        QTest::newRow("a truth of no use") << step << changed("'what'", "'truth': 'a', 'what'") << "has no use";
        QTest::newRow("nothing expected") << step << ""
                                          << "not empty";
        QTest::newRow("nothing to run") << "" << good << "not empty";
    }
    void aBadFileSaysWhatIsWrong()
    {
        QFETCH(QString, steps);
        QFETCH(QString, expect);
        QFETCH(QString, says);
        const std::string error = errorOf(sample(steps, expect));
        QVERIFY2(QString::fromStdString(error).contains(says), error.c_str());
    }

    void aWrongValueFailsWithWhatWasGot()
    {
        const std::string json = sample(
            "{'operation': 'segment.threshold', 'values': {'low': 150, 'name': 'bright'}}",
            "{'of': 'structure/bright', 'what': 'volume', 'unit': 'ml', 'is': 1, 'within_percent': 1, 'from': "
            "'measured', "
            "'why': 'a guard'},"
            "{'of': 'structure/bright', 'what': 'volume', 'unit': 'ml', 'is': 2, 'within': 0.1, 'from': 'analytic', "
            "'why': 'a truth'},"
            "{'of': 'structure/dark', 'what': 'volume', 'unit': 'ml', 'at_least': 0, 'from': 'measured', 'why': 'w'},"
            "{'of': 'structure/bright', 'what': 'volume', 'unit': 'ml', 'at_least': 0, 'from': 'measured', 'why': 'w'},"
            "{'finding': 'anatomy.doubtful', 'appears': true, 'why': 'w'}");
        const Checked checked = check(parseGolden(json, m_registry));
        QCOMPARE(checked.table.size(), 4); // all but 'at_least 0'
        QVERIFY(checked.got[0] && *checked.got[0] > 2);
        QVERIFY2(checked.table[0].contains("wanted 1 ± 0.01 mL") && checked.table[0].contains("a guard"),
                 qPrintable(checked.table[0]));
        QVERIFY2(checked.table[2].contains("no structure 'dark'") && checked.table[2].contains("bright"),
                 qPrintable(checked.table[2]));
        QVERIFY(checked.table[3].contains("got does not appear"));
        // What a person may take over: the guard, never the truth.
        const std::string candidate = withMeasured(json, checked.got);
        const Golden again = parseGolden(candidate, m_registry);
        QCOMPARE(*again.expect[0].is, rounded(*checked.got[0]));
        QCOMPARE(*again.expect[1].is, 2.0);
        QCOMPARE(check(again).table.size(), 3);
    }

    void boundsHold_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("holds");
        QTest::newRow("the value") << 10.0 << true;
        QTest::newRow("at the rim") << 10.5 << true;
        QTest::newRow("over") << 10.51 << false;
        QTest::newRow("under") << 9.49 << false;
        QTest::newRow("no number") << std::nan("") << false;
    }
    void boundsHold()
    {
        QFETCH(double, value);
        QFETCH(bool, holds);
        Expectation near;
        near.is = 10;
        near.within = 0.5;
        QCOMPARE(near.holds(value), holds);
        Expectation between;
        between.atLeast = 9.5;
        between.atMost = 10.5;
        QCOMPARE(between.holds(value), holds);
    }
};

QTEST_GUILESS_MAIN(TestGoldenRuns)
#include "tst_golden_runs.moc"
