#pragma once

#include "core/base/error.h"
#include "core/operation/rebuild.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/forms/text.h"
#include "ui/panels/panel_registry.h"
#include "ui/viewer/viewer.h"

#include <QTimer>

#include <functional>
#include <string>
#include <vector>

namespace pollux::test {

/// A bench without a window and without threads: an operation runs a turn of the event loop after it was asked for, or,
/// while `held`, when the test says go(). What it was asked stands in `asked` and `cancelled`.
class PanelBench final : public Bench
{
public:
    PanelBench()
    {
        installStandardOperations(m_registry);
        m_document.listen([this](const Case&, const Case&) { Q_EMIT caseChanged(); });
    }

    CaseDocument& document() override { return m_document; }
    const Registry& registry() const override { return m_registry; }
    LimitTable& limits() { return m_registry.limits(); }
    QString author() const override { return QStringLiteral("Tester"); }

    std::uint64_t run(const std::string& operation, const ParamValues& values, Then then = {}) override
    {
        return start(operation, then, [this, operation, values] {
            Job job;
            return runOperation(m_registry.at(operation), m_document.current(), values, {u8(author())}, job);
        });
    }
    std::uint64_t runRecipe(const std::string& recipe, Then) override
    {
        asked.push_back(recipe);
        return ++m_jobs;
    }
    std::uint64_t rebuild(Then then = {}) override
    {
        return start("rebuild", then, [this] {
            Job job;
            RebuildResult r = pollux::rebuild(m_document.current(), m_registry, {u8(author())}, nullptr, job);
            RunResult result;
            result.after = std::move(r.after);
            result.findings = std::move(r.findings);
            return result;
        });
    }
    std::uint64_t runAside(const QString& title, std::function<std::function<void()>(const Case&, Job&)> work) override
    {
        asked.push_back(u8(title));
        asides.push_back(work);
        if (!keepAsides)
            QTimer::singleShot(0, this, [this, work] {
                Job job;
                if (const auto land = work(m_document.current(), job))
                    land();
            });
        return ++m_jobs;
    }
    void cancel(std::uint64_t job) override { cancelled.push_back(job); }
    bool busy() const override { return !m_waiting.empty(); }

    /// Finishes what is held.
    void go()
    {
        const auto waiting = std::move(m_waiting);
        m_waiting.clear();
        for (const auto& finish : waiting)
            finish();
    }
    /// Puts a case there as if it had been opened.
    void open(const Case& c)
    {
        m_document.reset(c);
        Q_EMIT caseChanged();
    }

    bool held = false;
    std::vector<std::string> asked;
    std::vector<std::uint64_t> cancelled;
    std::vector<std::function<std::function<void()>(const Case&, Job&)>> asides;
    bool keepAsides = false; ///< the test runs them

private:
    std::uint64_t start(const std::string& what, const Then& then, const std::function<RunResult()>& work)
    {
        const std::uint64_t id = ++m_jobs;
        asked.push_back(what);
        JobReport running;
        running.id = id;
        running.title = what;
        running.state = JobState::Running;
        Q_EMIT jobChanged(running);
        m_waiting.push_back([this, running, then, work] { finish(running, then, work); });
        if (!held)
            QTimer::singleShot(0, this, [this] { go(); });
        return id;
    }
    void finish(JobReport report, const Then& then, const std::function<RunResult()>& work)
    {
        Outcome outcome;
        try {
            const RunResult result = work();
            m_document.apply(report.title, Case(result.after));
            outcome.ok = true;
            outcome.findings = result.findings;
            outcome.changed = result.changed;
            Q_EMIT reported(q(report.title), result.findings);
            report.state = JobState::Done;
        } catch (const Error& e) {
            outcome.error = QString::fromUtf8(e.what());
            report.state = JobState::Failed;
            report.error = e.what();
        }
        Q_EMIT jobChanged(report);
        if (then)
            then(outcome);
    }

    Registry m_registry;
    CaseDocument m_document;
    std::uint64_t m_jobs = 0;
    std::vector<std::function<void()>> m_waiting;
};

/// What a panel needs, with a real viewer (never shown) behind it.
struct PanelFixture
{
    PanelBench bench;
    Viewer viewer;
    Theme theme = loadTheme(false);
    PanelContext context{bench, &viewer, &theme, {}, {}, {}};

    PanelFixture()
    {
        QObject::connect(&bench, &Bench::caseChanged, &viewer, [this] { viewer.setCase(bench.document().snapshot()); });
    }
    const Case& now() { return bench.document().current(); }

    /// Runs an operation at once, as the window would, and throws what it throws.
    void make(const std::string& operation, const ParamValues& values)
    {
        Job job;
        const RunResult r = runOperation(bench.registry().at(operation), now(), values, {"Maker"}, job);
        bench.document().apply(operation, Case(r.after));
    }
    /// The ball of a body of the viewer's tests, in a study, and the dense parts of the image as a structure with its
    /// surface, made by operations: objects with a lineage.
    void openMadeCase()
    {
        Case c = *sample::ballCase();
        Study study;
        study.name = "Phantom study";
        study.patientName = "Nobody^Known";
        c.studies[Id("study")] = std::make_shared<Study>(study);
        VolumeObject ct = c.volume(Id("ct"));
        ct.study = Id("study");
        c.volumes[Id("ct")] = std::make_shared<VolumeObject>(ct);
        bench.open(c);
        ParamValues threshold;
        threshold.set("volume", std::string("ct"));
        threshold.set("low", 100.0);
        threshold.set("high", 300.0);
        threshold.set("name", std::string("Dense"));
        make("segment.threshold", threshold);
        ParamValues surface;
        surface.set("structures", std::vector<std::string>{"dense"});
        make("mesh.surface", surface);
    }
    /// The structure is no longer what the surface was made from.
    void changeDense()
    {
        Structure s = now().structure(Id("dense"));
        s.mask = std::make_shared<Mask>(sample::ballMask(s.mask->grid(), Vec3(0, 0, 0), 30));
        Edit edit;
        edit.put(Id("dense"), s);
        bench.document().apply("Edit by hand", edit);
    }
};

} // namespace pollux::test
