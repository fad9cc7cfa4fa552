// What every registered operation owes, whoever wrote it: nothing here names one of them.

#include "app/plugins/shipped.h"
#include "core/base/error.h"
#include "core/case/hidden_plans.h"
#include "core/case/placed_implant.h"
#include "core/mesh/extract.h"
#include "core/operation/run.h"
#include "core/storage/case_file.h"
#include "tests/app/sample_case.h"
#include "tests/app/sample_values.h"
#include "ui/extension/site_plugins.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace pollux;

class TestEveryOperation : public QObject
{
    Q_OBJECT

    std::unique_ptr<Registry> m_registry;
    Case m_case;

    /// For what works on plans: one that anybody sees, and one that is hidden from a learner.
    static Case withPlans(const Case& c)
    {
        Edit edit;
        for (const char* id : {"plan-a", "plan-b"}) {
            Plan plan;
            plan.name = id;
            plan.kind = "sample";
            edit.put(Id(id), std::move(plan));
        }
        // An implant in the liver's upper surface, which stands for a bone here.
        const Mask& bone = *c.structure(Id("liver")).mask;
        Vec3 crest = bone.centroid();
        while (bone.contains(crest))
            crest.z() += 1;
        crest.z() -= 4; // its upper end lies in it
        Plan placed;
        placed.name = "implant";
        placed.kind = kDentalPlan;
        placed.detail = placedDetail(PlacedImplant{{}, {crest, -Vec3::UnitZ()}});
        edit.put(Id("implant-a"), std::move(placed));
        edit.put(Id("tip"), Landmark{"Tip", Vec3(1, 2, 3)});
        for (const char* id : {"spleen", "kidney_left"}) { // two bodies for what measures between them
            Structure body = c.structure(Id(id));
            body.surface = std::make_shared<const Surface>(extractSurface(*body.mask, {}, Job()));
            edit.put(Id(id), std::move(body));
        }
        Case out = apply(c, edit);
        auto hidden = std::make_shared<Lineage>();
        hidden->operation = kHidePlan;
        out.lineage[hiddenId(Id("plan-b"))] = std::move(hidden);
        return out;
    }

    void rows()
    {
        QTest::addColumn<QString>("id");
        for (const Operation* operation : m_registry->all()) {
            const std::string id = operation->info().id;
            QTest::newRow(id.c_str()) << QString::fromStdString(id);
        }
    }

    const Operation& operation() const
    {
        QFETCH(QString, id);
        return m_registry->at(id.toStdString());
    }

    ParamValues valuesFor(const Operation& op) const { return test::sampleValues(op, m_case); }

    /// nullopt where the operation needs something the sample does not have (a file, for instance): a check says so
    /// before it runs. One that runs must come to its end: an Error is a defect of it, or of the sample.
    std::optional<RunResult> runOnSample(const Operation& op) const
    {
        const ParamValues values = valuesFor(op);
        if (blocks(checkOperation(op, m_case, values)))
            return std::nullopt;
        Job job;
        return runOperation(op, m_case, values, {"tester"}, job);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry = std::make_unique<Registry>();
        installStandardOperations(*m_registry);
        installShippedPlugins(*m_registry);
        for (const SitePluginReport& p : loadSitePlugins(*m_registry, sitePluginFolders()))
            QVERIFY2(p.loaded, qPrintable(p.file + ": " + p.reason));
        m_case = withPlans(test::sampleCase());
        QVERIFY(m_registry->all().size() > 10);
    }

    void declaredWell_data() { rows(); }
    void declaredWell()
    {
        const OperationInfo info = operation().info();
        QVERIFY(info.version >= 1);
        QVERIFY2(info.summary.ends_with('.'), "the summary is a sentence");
        QVERIFY2(info.help.size() >= 20, "the help says something");
        const ParamList list = operation().declare();
        for (const Param& p : list.all()) {
            ParamList one;
            Param optional = p;
            optional.optional = true;
            one.add(optional);
            const auto problems = check(one, {});
            QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().text.c_str());
            QVERIFY2(p.help.ends_with('.'), ("the help of " + p.key + " is a sentence").c_str());
            if (p.type == ParamType::Real)
                QVERIFY2(p.min && p.max, (p.key + " has no range").c_str());
        }
    }

    void parametersRoundTrip_data() { rows(); }
    void parametersRoundTrip()
    {
        const ParamList list = operation().declare();
        const ParamValues values = completed(list, {});
        QVERIFY(fromJson(list, nlohmann::json::parse(toJson(values).dump())) == values);
        for (const Param& p : list.all())
            QCOMPARE(toText(parseValue(p, toText(p.defaultValue))), toText(p.defaultValue));
    }

    void refusesAnEmptyCase_data() { rows(); }
    void refusesAnEmptyCase()
    {
        const ParamList list = operation().declare();
        const bool needsObjects = std::any_of(list.all().begin(), list.all().end(), [](const Param& p) {
            return p.type == ParamType::Object && !p.optional;
        });
        const Findings findings = checkOperation(operation(), {}, {});
        if (needsObjects) {
            QVERIFY(blocks(findings));
            for (const Finding& f : findings)
                if (f.severity == Severity::Stop)
                    QVERIFY2(!f.text.empty() && !f.advice.empty(), "it says what to do");
        }
    }

    /// Structures of which an edit has left no voxel: refused before, or in the end, with words that say what to do.
    void emptyMasksAreAnswered_data() { rows(); }
    void emptyMasksAreAnswered()
    {
        Edit edit;
        for (const auto& [id, structure] : m_case.structures) {
            Structure s = *structure;
            s.mask = std::make_shared<const Mask>(structure->mask->grid(), IndexBox{}, std::vector<std::uint8_t>());
            s.surface = nullptr;
            s.tree = nullptr;
            edit.put(id, std::move(s));
        }
        const Case none = apply(m_case, edit);
        const ParamValues values = valuesFor(operation());
        for (const Finding& f : checkOperation(operation(), none, values))
            QVERIFY2(!f.text.empty() && (f.severity == Severity::Note || !f.advice.empty()), f.text.c_str());
        if (blocks(checkOperation(operation(), none, values)))
            return;
        try {
            Job job;
            runOperation(operation(), none, values, {"tester"}, job);
        } catch (const Error& e) {
            QVERIFY2(e.code() != ErrorCode::Internal && !e.message().empty() && !e.advice().empty(), e.what());
        }
    }

    void sameResultTwice_data() { rows(); }
    void sameResultTwice()
    {
        const auto first = runOnSample(operation());
        if (!first)
            return; // nothing in the sample fits: refused with a finding, which refusesAnEmptyCase looks at
        const auto second = runOnSample(operation());
        QVERIFY(second);
        QCOMPARE(first->changed.size(), second->changed.size());
        for (const Id& id : first->changed)
            QVERIFY2(first->after.keyOf(id) == second->after.keyOf(id), id.text().c_str());
    }

    void mostRunOnTheSample()
    {
        // So that the test above cannot pass by doing nothing.
        size_t ran = 0;
        for (const Operation* op : m_registry->all()) {
            const Findings findings = checkOperation(*op, m_case, valuesFor(*op));
            if (blocks(findings))
                qInfo("%s does not run here: %s", op->info().id.c_str(), findings.front().text.c_str());
            else
                ++ran;
        }
        for (const char* id : {"measure.place", "mesh.surface", "plan.sign", "plan.hide", "plan.reveal"})
            QVERIFY2(runOnSample(m_registry->at(id)), id);
        size_t edits = 0;
        for (const Operation* op : m_registry->all()) {
            if (op->info().category != "Edit")
                continue;
            ++edits; // "painted" is made for all of them
            const std::string id = op->info().id;
            const auto result = runOnSample(*op);
            QVERIFY2(result && !diff(m_case, result->after).empty(), id.c_str());
        }
        QVERIFY2(edits >= 10, qPrintable(QString("only %1 edit").arg(edits)));
        QVERIFY2(ran * 4 >= m_registry->all().size() * 3, qPrintable(QString("only %1 ran").arg(ran)));
    }

    void resultSavesAndLoads_data() { rows(); }
    void resultSavesAndLoads()
    {
        const auto result = runOnSample(operation());
        if (!result)
            return;
        const QTemporaryDir dir;
        const std::string file = dir.filePath("case.pollux").toStdString();
        saveCase(result->after, file, Job());
        const Case back = loadCase(file, Job());
        for (const Id& id : result->changed)
            QVERIFY2(back.keyOf(id) == result->after.keyOf(id), id.text().c_str());
        for (const auto& [id, lineage] : result->after.lineage) {
            const auto it = back.lineage.find(id);
            QVERIFY2(it != back.lineage.end() && it->second->inputs == lineage->inputs, id.text().c_str());
        }
    }

    void stopsSoon_data() { rows(); }
    void stopsSoon()
    {
        const ParamValues values = valuesFor(operation());
        if (blocks(checkOperation(operation(), m_case, values)))
            return;
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::jthread asker([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        Job job(stop.get_token());
        try {
            runOperation(operation(), m_case, values, {}, job);
        } catch (const Error& e) {
            QVERIFY2(e.code() == ErrorCode::Cancelled, e.what());
        }
        const auto back = std::chrono::steady_clock::now();
        asker.join();
        const double ms = std::chrono::duration<double, std::milli>(back - asked).count();
        // 200 ms is what the user is owed; the rest is room for a busy machine.
        QVERIFY2(ms < 600, qPrintable(QString("went on for %1 ms").arg(ms)));
    }
};

QTEST_GUILESS_MAIN(TestEveryOperation)
#include "tst_every_operation.moc"
