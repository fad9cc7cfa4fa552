#include "core/base/error.h"
#include "core/operation/rebuild.h"
#include "core/operation/recipe.h"
#include "core/operation/run.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace pollux;

namespace {

Grid grid()
{
    Grid g;
    g.size = {8, 8, 8};
    return g;
}

VolumeObject volume(std::int16_t value)
{
    std::vector<std::int16_t> voxels(512, 0);
    for (int n = 0; n < 256; ++n)
        voxels[n] = value;
    VolumeObject v;
    v.name = "CT";
    v.modality = "CT";
    v.volume = Volume(grid(), voxels);
    return v;
}

/// Marks what is above a threshold; counts its runs.
class Above final : public Operation
{
public:
    explicit Above(int* runs) : m_runs(runs) {}
    OperationInfo info() const override
    {
        return {"test.above", 1, "Above", "Marks bright voxels.", "Threshold.", "Test"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "Volume", "volume", "", "What to look at."));
        list.add(realParam("level", "Level", Unit::Hounsfield, 50, 0, 1000, "Threshold."));
        return list;
    }
    Findings check(const Case&, const ParamValues& v) const override
    {
        if (v.real("level") == 13)
            return {{Severity::Stop, "unlucky", "The level is 13.", "Take another.", {}, {}, {}}};
        return {};
    }
    Edit run(const Case& c, const ParamValues& v, Job&) const override
    {
        ++*m_runs;
        const auto voxels = c.volume(Id(v.text("volume"))).volume.as<std::int16_t>();
        std::vector<std::uint8_t> mask(voxels.size());
        for (size_t n = 0; n < voxels.size(); ++n)
            mask[n] = voxels[n] > v.real("level");
        Structure s;
        s.name = "Bright";
        s.anatomy = "bone";
        s.mask = std::make_shared<Mask>(grid(), mask);
        Edit e;
        e.put(Id("bright"), s);
        return e;
    }

private:
    int* m_runs;
};

/// Puts a landmark at the centre of a structure.
class Centre final : public Operation
{
public:
    explicit Centre(std::string anatomy = "bone") : m_anatomy(std::move(anatomy)) {}
    OperationInfo info() const override
    {
        return {"test.centre", 1, "Centre", "Marks the centre.", "Centroid.", "Test"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("structure", "Structure", "structure:mask", m_anatomy, "Of what."));
        return list;
    }
    Edit run(const Case& c, const ParamValues& v, Job&) const override
    {
        Edit e;
        e.put(Id("centre"), Landmark{"Centre", c.structure(Id(v.text("structure"))).mask->centroid()});
        return e;
    }

private:
    std::string m_anatomy;
};

} // namespace

class TestRun : public QObject
{
    Q_OBJECT

    int m_runs = 0;
    Registry m_registry;
    Job m_job;

private Q_SLOTS:
    /// Which one is meant is not guessed, and told are those that it could be.
    void severalThatItCouldBe()
    {
        Structure mask;
        mask.mask = std::make_shared<Mask>(grid(), std::vector<std::uint8_t>(512, 1));
        Edit e;
        const auto told = [&](const Operation& operation) {
            const Findings f = checkOperation(operation, apply(Case(), e), {});
            return f.size() == 1 && f.front().severity == Severity::Stop ? f.front().text : std::string();
        };
        QCOMPARE(told(Centre("")), std::string("Structure (structure) is not chosen, and the case has no structure "
                                               "with a mask that it could be."));
        e.put(Id("one"), mask);
        QCOMPARE(told(Centre("")), std::string());
        QCOMPARE(told(Centre()),
                 std::string("Structure (structure) is not chosen, and no structure with a mask is known "
                             "to be it. There are: one."));
        e.put(Id("bare"), Structure()); // without a mask
        for (int n = 2; n < 11; ++n)
            e.put(Id("s" + std::to_string(n)), mask);
        QCOMPARE(told(Centre("")),
                 std::string("Structure (structure) is not chosen. It could be: one, s10, s2, s3, s4, s5, s6, s7, …."));
    }

    void initTestCase()
    {
        m_registry.add(std::make_unique<Above>(&m_runs));
        m_registry.add(std::make_unique<Centre>());
        QVERIFY_EXCEPTION_THROWN(m_registry.add(std::make_unique<Centre>()), Error);
    }

    static Case start(std::int16_t value = 100)
    {
        Edit e;
        e.put(Id("ct"), volume(value));
        return apply({}, e);
    }

    void lineageSaysWhereItCameFrom()
    {
        const RunResult r = runOperation(m_registry.at("test.above"), start(), {}, {"Dr A"}, m_job);
        const Lineage& l = *r.after.lineage.at(Id("bright"));
        QCOMPARE(l.operation, std::string("test.above"));
        QCOMPARE(l.author, std::string("Dr A"));
        QCOMPARE(l.inputs, (std::vector<LineageInput>{{Id("ct"), r.after.keyOf(Id("ct")).value()}}));
        QVERIFY(QString::fromStdString(l.parameters).contains("\"level\":50"));
        QVERIFY(!l.when.empty() && !l.software.empty());
    }

    void whatIsWrongIsSaidBeforeItRuns()
    {
        const int runs = m_runs;
        const auto message = [&](const Case& c, const ParamValues& v) {
            try {
                runOperation(m_registry.at("test.above"), c, v, {}, m_job);
            } catch (const Error& e) {
                return QString(e.what());
            }
            return QString("ran");
        };
        QVERIFY(message({}, {}).contains("has no volume"));
        ParamValues v;
        v.set("level", 2000.0);
        QVERIFY(message(start(), v).contains("from 0 to 1000 HU"));
        v.set("level", 13.0);
        QVERIFY(message(start(), v).contains("Take another"));
        v = {};
        v.set("volume", std::string("nowhere"));
        QVERIFY(message(start(), v).contains("not a volume of this case"));
        QCOMPARE(m_runs, runs);
    }

    void unknownOperationsSuggestANearOne()
    {
        try {
            m_registry.at("test.abvoe");
            QFAIL("found");
        } catch (const Error& e) {
            QVERIFY(QString(e.what()).contains("test.above"));
        }
    }

    void recipesAreCheckedWhole()
    {
        const auto message = [&](const char* json) {
            try {
                parseRecipe(json, m_registry);
            } catch (const Error& e) {
                return QString(e.what());
            }
            return QString("accepted");
        };
        QVERIFY(message("{").contains("not a recipe"));
        QVERIFY(message(R"({"steps":[{"operation":"test.above"},{"operation":"no.such"}]})").contains("Step 2"));
        QVERIFY(
            message(R"({"steps":[{"operation":"test.above","values":{"level":5000}}]})").contains("from 0 to 1000"));
        QVERIFY(message(R"({"steps":[{"operation":"test.above","values":{"colour":"red"}}]})")
                    .contains("no parameter 'colour'"));
        QCOMPARE(message(R"({"steps":[{"operation":"test.above","values":{"level":50}}]})"), QString("accepted"));
    }

    /// The user is told why nothing was found, not that nothing is there.
    void aBlockedRecipeSaysWhyStepsWereSkipped()
    {
        const auto message = [&](const char* level, const Case& c) {
            const std::string json = std::string("{\"id\":\"t\",\"name\":\"Both\",\"steps\":[{\"operation\":"
                                                 "\"test.above\",\"optional\":true,\"values\":{\"level\":") +
                                     level + "}},{\"operation\":\"test.centre\"}]}";
            try {
                runRecipe(parseRecipe(json, m_registry), m_registry, c, {}, m_job);
            } catch (const Error& e) {
                return QString(e.what());
            }
            return QString("ran");
        };
        QCOMPARE(message("50", start()), QString("ran"));
        const QString unlucky = message("13", start());
        QVERIFY2(unlucky.contains("'Both' cannot run: The level is 13.") && unlucky.contains("Take another."),
                 qPrintable(unlucky));
        const QString empty = message("50", {});
        QVERIFY2(empty.contains("has no volume"), qPrintable(empty));
    }

    void rebuildRunsOnlyWhatIsStale()
    {
        const Recipe recipe = parseRecipe(
            R"({"id":"t","name":"T","steps":[{"operation":"test.above"},{"operation":"test.centre"}]})", m_registry);
        const Case built = runRecipe(recipe, m_registry, start(), {}, m_job).after;
        StageCache cache;
        RebuildResult r = rebuild(built, m_registry, {}, &cache, m_job);
        QCOMPARE(r.ran, 0);
        Edit change;
        VolumeObject other = volume(100);
        std::vector<std::int16_t> voxels(512, 100);
        other.volume = Volume(grid(), voxels);
        change.put(Id("ct"), other);
        const Case changed = apply(built, change);
        QCOMPARE(staleIds(changed).size(), size_t(2));
        r = rebuild(changed, m_registry, {}, &cache, m_job);
        QCOMPARE(r.ran, 2);
        QVERIFY(staleIds(r.after).empty());
        QVERIFY((r.after.landmarks.at(Id("centre"))->position - Vec3(3.5, 3.5, 3.5)).norm() < 1e-9);
        // The same again comes out of the cache, with the same content.
        const RebuildResult again = rebuild(changed, m_registry, {}, &cache, m_job);
        QCOMPARE(again.fromCache, 2);
        QCOMPARE(again.after.keyOf(Id("bright")), r.after.keyOf(Id("bright")));
    }

    void whatCannotBeRebuiltIsNamed()
    {
        Case c = runOperation(m_registry.at("test.above"), start(), {}, {}, m_job).after;
        Lineage l = *c.lineage.at(Id("bright"));
        l.operation = "gone.plugin";
        c.lineage[Id("bright")] = std::make_shared<Lineage>(l);
        Edit change;
        change.put(Id("ct"), volume(70));
        const RebuildResult r = rebuild(apply(c, change), m_registry, {}, nullptr, m_job);
        QCOMPARE(r.findings.size(), size_t(1));
        QVERIFY(QString::fromStdString(r.findings[0].text).contains("gone.plugin"));
        QCOMPARE(staleIds(r.after).size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
