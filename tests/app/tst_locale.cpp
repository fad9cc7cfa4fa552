// Numbers have a decimal point, whatever the user's locale says: on the command line, in recipes, cases, reports.

#include "app/plugins/shipped.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/dicom/import.h"
#include "core/dicom/write_series.h"
#include "core/operation/recipe.h"
#include "core/report/report.h"
#include "core/storage/case_file.h"
#include "tests/app/command.h"
#include "tests/app/sample_case.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <clocale>
#include <fstream>
#include <locale>

using namespace pollux;
using namespace pollux::test;
namespace fs = std::filesystem;

namespace {

/// 1234567.5 is "1.234.567,5", in every stream.
class Commas : public std::numpunct<char>
{
protected:
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

std::string contentOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

QString q(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

class TestLocale : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    fs::path m_root;
    Registry m_registry;
    Case m_planned;
    bool m_localesMade = false;

    Surroundings in(const QString& locale) const
    {
        Surroundings s;
        s.environment.insert("LOCPATH", q(m_root / "locales"));
        s.environment.insert("LC_ALL", locale);
        return s;
    }

    bool makeLocale(const QString& language) const
    {
        QProcess p;
        p.start("localedef", {"-i", language, "-f", "UTF-8", q(m_root / "locales") + "/" + language + ".UTF-8"});
        p.waitForFinished(60000);
        // Does it write commas? Else the tests below would see nothing.
        QProcess check;
        check.setProcessEnvironment(in(language + ".UTF-8").environment);
        check.start("env", {"printf", "%.1f", "1,5"});
        check.waitForFinished(60000);
        return check.readAllStandardOutput() == "1,5";
    }

    /// What the core makes of numbers, as text: must be the same in every locale.
    std::string everything(const fs::path& folder) const
    {
        fs::create_directories(folder);
        std::string all = toText(1234567.5) + "|" + toText(-0.25, 2) + "|" + toText(std::int64_t(1234567)) + "|" +
                          toText(*parseDouble("1234.5"));
        for (const auto& [id, plan] : m_planned.plans)
            all += planJson(*plan).dump();
        Report report = makeReport(m_planned, m_registry, {});
        report.when.clear();
        all += reportJson(m_planned, report).dump() + toHtml(report);
        const Recipe recipe = parseRecipe(
            R"({"id":"r","name":"R","steps":[{"operation":"segment.threshold","values":{"low":5.5,"high":1234.25}}]})",
            m_registry);
        all += toJson(recipe.steps[0].values).dump();
        for (const Operation* operation : m_registry.all())
            all += toJson(operation->declare()).dump();
        for (const auto& [id, limit] : m_registry.limits().all())
            all += id + toText(limit.value);
        saveCase(m_planned, folder / "a.pollux", Job());
        const Case back = loadCase(folder / "a.pollux", Job());
        for (const auto& [id, v] : back.volumes)
            all += back.keyOf(id)->hex() + toText(v->volume.grid().origin.x());
        for (const auto& [id, p] : back.plans)
            all += back.keyOf(id)->hex();
        Grid grid;
        grid.size = {20, 16, 5};
        grid.spacing = {0.75, 0.75, 1.25};
        grid.origin = {-1234.5, 0.125, 1000.25};
        std::vector<std::int16_t> voxels(20 * 16 * 5);
        for (std::size_t n = 0; n < voxels.size(); ++n)
            voxels[n] = static_cast<std::int16_t>(n);
        writeCtSeries(Volume(grid, voxels), {}, folder / "study", Job());
        for (const auto& entry : std::set<fs::path>(fs::directory_iterator(folder / "study"), {}))
            all += entry.filename().string() + contentOf(entry);
        const ScanResult scan = scanSource(folder / "study", {});
        const VolumeObject ct = loadSeries(scan, scan.series.front(), {});
        return all + ct.volume.key().hex() + toText(ct.volume.grid().spacing.x()) + toText(ct.windowWidth);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_root = m_dir.path().toStdString();
        fs::create_directory(m_root / "locales");
        m_localesMade = makeLocale("de_DE");
        installStandardOperations(m_registry);
        installShippedPlugins(m_registry);
        ParamValues values;
        values.set("target", std::string("liver_lesion_1"));
        Job job;
        m_planned = runOperation(m_registry.at("liver.plan-puncture"), sampleCase(64), values, {"tester"}, job).after;
        QVERIFY(!m_planned.plans.empty());
        saveCase(m_planned, m_root / "planned.pollux", Job());
    }

    void theCoreWritesTheSameInEveryLocale()
    {
        const std::string here = everything(m_root / "c");
        QVERIFY(here.find("1234567.5|-0.25|1234567|1234.5") == 0);
        const std::locale before = std::locale::global(std::locale(std::locale(), new Commas));
        std::ostringstream stream;
        stream << 1234.5;
        qputenv("LOCPATH", q(m_root / "locales").toUtf8());
        const bool german = std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr;
        const std::string there = everything(m_root / "commas");
        std::setlocale(LC_ALL, "C");
        std::locale::global(before);
        QCOMPARE(stream.str(), std::string("1.234,5")); // the locale was there
        QCOMPARE(german, m_localesMade);
        const auto at = std::mismatch(here.begin(), here.end(), there.begin(), there.end());
        QVERIFY2(here == there, (here.substr(static_cast<std::size_t>(at.first - here.begin()), 80) + " became " +
                                 there.substr(static_cast<std::size_t>(at.second - there.begin()), 80))
                                    .c_str());
    }

    void theCommandLine()
    {
        if (!m_localesMade)
            QSKIP("NOT TESTED: localedef (package locales) makes no locale with decimal commas here");
        const Surroundings there = in("de_DE.UTF-8"), here = in("C");
        const QString file = q(m_root / "planned.pollux"), out = q(m_root / "out.pollux");
        for (const QStringList& arguments :
             {QStringList{"describe", "liver.plan-puncture"}, QStringList{"list", "limits"},
              QStringList{"--json", "show", file}, QStringList{"show", file, "plan-1"}}) {
            const Output o = run(arguments, there);
            QCOMPARE(o.code, 0);
            QCOMPARE(o.out, run(arguments, here).out);
        }
        // Read with a point, refused with a comma: never cut to a whole number.
        const QStringList threshold{"run", file, "segment.threshold", "-o", out, "--set"};
        VERIFY_SAYS(run(threshold + QStringList{"low=120,5"}, there), 3, {"'120,5'", "Expected a number"});
        QCOMPARE(run(threshold + QStringList{"low=120.5", "--set", "name=Bright"}, there).code, 0);
        const auto parameters = run({"--json", "show", out, "bright"}, there)
                                    .json()["lineage"]
                                    .toObject()["object"]
                                    .toObject()["parameters"]
                                    .toObject();
        QCOMPARE(parameters["low"].toDouble(), 120.5);
        const QStringList render{"render", file,       "-o", q(m_root / "x.png"), "--width",
                                 "64",     "--height", "64", "--mm-per-pixel"};
        VERIFY_SAYS(run(render + QStringList{"0,5"}, there), 2, {"0,5"});
        QCOMPARE(run(render + QStringList{"0.5"}, there).code, 0);
        const std::string half = contentOf(m_root / "x.png");
        QCOMPARE(run(render + QStringList{"0.5"}, here).code, 0);
        QVERIFY(contentOf(m_root / "x.png") == half);
        // The toolkits' own readers of numbers.
        for (const auto& [name, head] :
             {std::pair("x.nrrd", "NRRD0004\ntype: uchar\ndimension: 3\nspace: left-posterior-superior\nsizes: 2 2 2\n"
                                  "space directions: (0.75,0,0) (0,0.75,0) (0,0,1.25)\nspace origin: (1.5,2.5,-3.25)\n"
                                  "encoding: raw\n\n12345678"),
              std::pair("x.mha", "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n"
                                 "Offset = 1.5 2.5 -3.25\nElementSpacing = 0.75 0.75 1.25\nDimSize = 2 2 2\n"
                                 "ElementType = MET_UCHAR\nElementDataFile = LOCAL\n12345678")}) {
            std::ofstream(m_root / name, std::ios::binary) << head;
            const Output o = run({"--json", "import", "--list", q(m_root / name)}, there);
            QCOMPARE(o.code, 0);
            const QJsonObject series = o.json()["series"].toArray()[0].toObject();
            QCOMPARE(series["spacing_mm"].toArray()[0].toDouble(), 0.75);
            QCOMPARE(series["origin_mm"].toArray()[2].toDouble(), -3.25);
        }
    }

    void theReport()
    {
        if (!m_localesMade)
            QSKIP("NOT TESTED: localedef (package locales) makes no locale with decimal commas here");
        const fs::path out = m_root / "report";
        const Output o = run({"report", q(m_root / "planned.pollux"), "-o", q(out)}, in("de_DE.UTF-8"));
        QVERIFY2(o.code == 0, qPrintable(o.all()));
        const auto& [id, plan] = *m_planned.plans.begin();
        const auto plans = nlohmann::json::parse(contentOf(out / "plan.json"));
        nlohmann::json written = plans["plans"][id.text()];
        QVERIFY(written["stale"].is_boolean());
        written.erase("stale");
        QCOMPARE(written.dump(), planJson(*plan).dump());
        const auto report = nlohmann::json::parse(contentOf(out / "report.json"));
        QCOMPARE(report["plans"][id.text()]["numbers"].dump(), planJson(*plan)["numbers"].dump());
        const double spacing = m_planned.volumes.begin()->second->volume.grid().spacing.x();
        QCOMPARE(report["volumes"]["ct"]["spacing_mm"][0].get<double>(), spacing);
        const std::string html = contentOf(out / "report.html");
        int shown = 0;
        for (const PlanNumber& n : plan->numbers)
            if (n.after && *n.after != std::floor(*n.after) && n.unit == Unit::Millimetre) {
                QVERIFY2(html.find(toText(Quantity{*n.after, n.unit, {}, {}})) != std::string::npos, n.label.c_str());
                ++shown;
            }
        QVERIFY(shown > 0);
    }
};

QTEST_GUILESS_MAIN(TestLocale)
#include "tst_locale.moc"
