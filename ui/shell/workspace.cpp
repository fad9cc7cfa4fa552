#include "ui/shell/workspace.h"

#include "core/base/error.h"
#include "core/operation/recipe.h"
#include "core/storage/case_file.h"
#include "core/storage/view_store.h"
#include "ui/forms/text.h"
#include "ui/print/export_report.h"
#include "ui/shell/merge.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace pollux {

namespace fs = std::filesystem;

namespace {

constexpr int kFollowMs = 300; ///< strokes come in a row: their surface is made once

/// What was made of a structure that has been edited by hand since.
bool followsAnEdit(const Case& c, const Id& stale)
{
    const std::string& text = stale.text();
    if (!text.ends_with("/surface") && !text.ends_with("/measures"))
        return false;
    const auto owner = c.lineage.find(Id(text.substr(0, text.rfind('/'))));
    return owner != c.lineage.end() && owner->second->operation.starts_with("edit.");
}

/// Without a working copy. `was`: what the file must still be.
void saveAlone(const fs::path& file, const Case& c, const Job& job, const std::optional<FileStamp>& was,
               const std::string& views, const std::vector<JournalStep>& journal)
{
    if (was && stampOf(file) != was)
        throw CaseFileChanged(ErrorCode::Io, "The case file has been changed by another window or program.",
                              "Save under another name, or replace what the other one saved.");
    saveCase(c, file, job, views, journal);
}

Finding warning(std::string code, std::string text, std::string advice)
{
    return {Severity::Warning, std::move(code), std::move(text), std::move(advice), {}, {}, {}};
}

} // namespace

Workspace::Workspace(const Registry& registry, fs::path recoveryFolder, QObject* parent)
    : Bench(parent), m_registry(registry), m_folder(std::move(recoveryFolder)), m_followSoon(new QTimer(this))
{
    m_document.listen([this](const Case&, const Case& after) { onChange(after); });
    connect(&m_queue, &TaskQueue::reported, this, &Workspace::jobChanged);
    connect(&m_queue, &TaskQueue::idle, this, &Workspace::idle);
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Workspace::watchJournal);
    timer->start(5000);
    m_followSoon->setSingleShot(true);
    m_followSoon->setInterval(kFollowMs);
    connect(m_followSoon, &QTimer::timeout, this, &Workspace::followEdits);
    newCase();
}

Workspace::~Workspace() = default;

TaskQueue::Failed Workspace::failed(const Then& then) const
{
    return [then](const QString& error, bool cancelled) {
        if (then) {
            Outcome outcome;
            outcome.error = error;
            outcome.cancelled = cancelled;
            then(outcome);
        }
    };
}

std::uint64_t Workspace::runOnCase(const QString& title, TaskQueue::Lane lane, Result work, Then then)
{
    return m_queue.start(
        title, lane,
        [this, title, work = std::move(work), then]() -> TaskQueue::Work {
            const std::shared_ptr<const Case> base = m_document.snapshot();
            return [this, title, work, then, base](Job& job) -> TaskQueue::Land {
                auto result = std::make_shared<const RunResult>(work(*base, job));
                return [this, title, base, result, then] { land(title, base, *result, then); };
            };
        },
        failed(then));
}

void Workspace::land(const QString& text, const std::shared_ptr<const Case>& base, const RunResult& result,
                     const Then& then)
{
    if (m_document.snapshot() == base) {
        if (!diff(*base, result.after).empty() || base->lineage != result.after.lineage)
            m_document.apply(u8(text), result.after);
    } else {
        const auto merged = mergeChange(*base, result.after, m_document.current());
        if (!merged)
            throw Error(ErrorCode::BadInput, "The case was changed while '" + u8(text) + "' ran, in the same place.",
                        "Run it again.");
        m_document.apply(u8(text), *merged);
    }
    Q_EMIT reported(text, result.findings);
    if (then)
        then({true, false, {}, result.findings, result.changed, result.seconds});
}

bool Workspace::startReplay()
{
    if (busy() || m_document.drafting())
        return false;
    if (!std::exchange(m_replaying, true))
        Q_EMIT replayingChanged(true);
    return true;
}

void Workspace::endReplay()
{
    if (std::exchange(m_replaying, false))
        Q_EMIT replayingChanged(false);
}

bool Workspace::refusedInReplay(const Then& then)
{
    if (!m_replaying)
        return false;
    const QString text = tr("The replay shows the case as it was: nothing can be changed meanwhile.");
    const QString advice = tr("Leave the replay first.");
    Q_EMIT reported(tr("Replay"), {warning("replay", u8(text), u8(advice))});
    if (then) // later, as any other end of a run
        QTimer::singleShot(0, this, [fail = failed(then), told = text + QChar(u' ') + advice] { fail(told, false); });
    return true;
}

std::uint64_t Workspace::run(const std::string& operation, const ParamValues& values, Then then)
{
    if (refusedInReplay(then))
        return 0;
    const Operation& op = m_registry.at(operation);
    const OperationInfo info = op.info();
    // Confirming, renaming or a stroke does not wait behind a segmentation.
    const bool quick = info.category == "Case" || info.category == "Edit";
    const auto lane = quick ? TaskQueue::Lane::Quick : TaskQueue::Lane::Long;
    const RunContext context{u8(m_author)};
    return runOnCase(
        q(info.name), lane,
        [&op, values, context](const Case& c, Job& job) { return runOperation(op, c, values, context, job); },
        std::move(then));
}

std::uint64_t Workspace::runRecipe(const std::string& recipe, Then then)
{
    if (refusedInReplay(then))
        return 0;
    const Recipe parsed = builtInRecipe(recipe, m_registry);
    const RunContext context{u8(m_author)};
    return runOnCase(
        q(parsed.name), TaskQueue::Lane::Long,
        [this, parsed, context](const Case& c, Job& job) {
            return pollux::runRecipe(parsed, m_registry, c, context, job);
        },
        std::move(then));
}

std::uint64_t Workspace::rebuild(Then then)
{
    if (refusedInReplay(then))
        return 0;
    const RunContext context{u8(m_author)};
    return runOnCase(
        tr("Re-run what is stale"), TaskQueue::Lane::Long,
        [this, context](const Case& c, Job& job) {
            RebuildResult r = pollux::rebuild(c, m_registry, context, &m_cache, job);
            RunResult result;
            for (const Change& change : diff(c, r.after))
                result.changed.push_back(change.id);
            result.after = std::move(r.after);
            result.findings = std::move(r.findings);
            return result;
        },
        std::move(then));
}

std::uint64_t Workspace::runAside(const QString& title, std::function<std::function<void()>(const Case&, Job&)> work)
{
    return aside(title, TaskQueue::Lane::Quick, std::move(work));
}

std::uint64_t Workspace::runLongAside(const QString& title,
                                      std::function<std::function<void()>(const Case&, Job&)> work)
{
    return aside(title, TaskQueue::Lane::Trial, std::move(work));
}

std::uint64_t Workspace::aside(const QString& title, TaskQueue::Lane lane,
                               std::function<std::function<void()>(const Case&, Job&)> work)
{
    return m_queue.start(title, lane, [this, work = std::move(work)]() -> TaskQueue::Work {
        return [work, base = m_document.snapshot()](Job& job) -> TaskQueue::Land { return work(*base, job); };
    });
}

void Workspace::undo()
{
    if (!m_document.canUndo() || refusedInReplay({}))
        return;
    m_stepText = tr("Undo: %1").arg(shown(m_document.undoText()));
    m_document.undo();
    m_stepText.clear();
}

void Workspace::redo()
{
    if (!m_document.canRedo() || refusedInReplay({}))
        return;
    m_stepText = tr("Redo: %1").arg(shown(m_document.redoText()));
    m_document.redo();
    m_stepText.clear();
}

void Workspace::onChange(const Case& after)
{
    const bool step = !m_resetting && !m_document.drafting();
    const std::string text = m_stepText.isEmpty() ? m_document.undoText() : u8(m_stepText);
    if (step)
        m_history.add(text, u8(m_author), m_document.snapshot());
    if (step && m_session) {
        passViews();
        if (m_saving)
            m_held.emplace_back(text, m_document.snapshot());
        else
            m_session->record(text, after);
    }
    Q_EMIT caseChanged();
    if (!m_resetting && m_document.canUndo())
        m_followSoon->start();
}

void Workspace::followEdits()
{
    if (m_replaying) { // afterwards
        m_followSoon->start();
        return;
    }
    const std::set<Id> stale = staleIds(m_document.current());
    if (std::none_of(stale.begin(), stale.end(),
                     [this](const Id& id) { return followsAnEdit(m_document.current(), id); }))
        return;
    if (m_following)
        m_queue.cancel(m_following); // it works on what has changed since
    const RunContext context{u8(m_author)};
    m_following = m_queue.start(
        tr("Surfaces follow the edit"), TaskQueue::Lane::Background, [this, context]() -> TaskQueue::Work {
            return [this, context, base = m_document.snapshot()](Job& job) -> TaskQueue::Land {
                const auto after = std::make_shared<const Case>(
                    pollux::rebuild(*base, m_registry, context, nullptr, job, [&base](const Id& id) {
                        return followsAnEdit(*base, id);
                    }).after);
                return [this, base, after] { landFollowed(*base, *after); };
            };
        });
}

void Workspace::landFollowed(const Case& base, const Case& after)
{
    m_following = 0;
    if (!m_document.canUndo() || m_document.drafting() || m_replaying)
        return;
    Case now = m_document.current();
    bool any = false;
    for (const auto& [id, made] : after.structures) {
        const auto was = base.structures.find(id);
        const auto is = now.structures.find(id);
        // Edited again in the meantime: the next one will fit.
        if (was == base.structures.end() || is == now.structures.end() || was->second == made ||
            is->second->mask != was->second->mask)
            continue;
        Structure s = *is->second;
        s.surface = made->surface;
        s.measures = made->measures;
        is->second = std::make_shared<const Structure>(std::move(s));
        for (const char* shape : {"/surface", "/measures"})
            if (const auto it = after.lineage.find(Id(id.text() + shape)); it != after.lineage.end())
                now.lineage[it->first] = it->second;
        any = true;
    }
    if (any)
        m_document.amend(std::move(now));
}

void Workspace::watchJournal()
{
    // The session belongs to the saving thread while it saves.
    if (m_saving || !m_session)
        return;
    const std::string error = m_session->lastError();
    if (error.empty() || error == m_journalError)
        return;
    m_journalError = error;
    Q_EMIT reported(tr("Autosave"), {warning("journal", "Steps are not being written to the journal: " + error,
                                             "Make room on the disk, then save the case under another name.")});
}

void Workspace::passViews()
{
    // The session belongs to the saving thread while it saves.
    if (m_session && m_viewSource && !m_saving)
        m_session->setViews(m_viewSource());
}

bool Workspace::keepViews()
{
    passViews();
    return m_session && !m_saving && !m_document.modified() && m_session->keepViews();
}

void Workspace::begin(Case start, std::vector<JournalStep> journal)
{
    endReplay();
    m_journalError.clear();
    m_held.clear();
    m_resetting = true;
    select(Id());
    m_document.reset(std::move(start));
    m_resetting = false;
    m_history.start(std::move(journal), m_document.snapshot());
    Q_EMIT opened();
    Q_EMIT fileChanged();
}

void Workspace::adopt(Session session)
{
    keepViews();
    if (m_session)
        m_session->discard();
    m_session.emplace(std::move(session));
    m_file = m_session->caseFile();
    m_stamp.reset();
    m_keptViews = m_session->views();
    begin(m_session->initial(), m_session->journal());
}

void Workspace::adoptAlone(Case c, const fs::path& file, const Error& why, std::string views,
                           std::vector<JournalStep> journal)
{
    keepViews();
    if (m_session)
        m_session->discard();
    m_session.reset();
    m_file = file;
    m_stamp = stampOf(file);
    m_keptViews = std::move(views);
    begin(std::move(c), std::move(journal));
    Q_EMIT reported(tr("Autosave"), {warning("journal", "Autosave is off: " + why.message(),
                                             why.advice() + " Until then, save often: only what you save is kept.")});
}

void Workspace::newCase()
{
    try {
        adopt(Session::open(m_folder, std::nullopt, Job{}));
    } catch (const Error& e) {
        m_session.reset();
        m_file.reset();
        m_keptViews.clear();
        endReplay();
        m_document.reset(Case{});
        m_history.start({}, m_document.snapshot());
        Q_EMIT opened();
        Q_EMIT reported(tr("Autosave"), {warning("journal", "Autosave is off: " + e.message(), e.advice())});
    }
}

void Workspace::open(const fs::path& path)
{
    if (!isCaseFile(path)) {
        newCase();
        importInto(path);
        return;
    }
    m_queue.start(tr("Open case"), TaskQueue::Lane::Long, [this, path]() -> TaskQueue::Work {
        return [this, path](Job& job) -> TaskQueue::Land {
            try {
                auto session = std::make_shared<Session>(Session::open(m_folder, path, job));
                return [this, session] { adopt(std::move(*session)); };
            } catch (const Error& e) {
                if (e.code() != ErrorCode::Io)
                    throw;
                // No place for a working copy (full or read-only) is no reason not to look at a case. A file that
                // cannot be read says so here.
                auto c = std::make_shared<Case>(loadCase(path, job));
                return [this, path, c, e, journal = loadJournal(path)] {
                    adoptAlone(std::move(*c), path, e, loadViews(path), journal);
                };
            }
        };
    });
}

void Workspace::importInto(const fs::path& study)
{
    ParamValues values;
    values.set("path", study.string());
    run("import.study", values);
}

void Workspace::openDemo(DemoSource source)
{
    m_queue.start(tr("Make the demo patient"), TaskQueue::Lane::Long, [this, source]() -> TaskQueue::Work {
        return [this, source](Job& job) -> TaskQueue::Land {
            const fs::path folder = source(job);
            return [this, folder] {
                newCase();
                importInto(folder);
            };
        };
    });
}

void Workspace::save(const fs::path& file, SaveThen then, Session::IfChanged ifChanged)
{
    const auto release = [this] {
        m_saving = false;
        if (!m_session)
            return;
        for (const auto& [text, snapshot] : m_held)
            m_session->record(text, *snapshot);
        m_held.clear();
    };
    const auto written = [this, file, release](const std::shared_ptr<const Case>& snapshot) {
        m_file = file;
        m_stamp = stampOf(file);
        if (m_document.snapshot() == snapshot)
            m_document.setSaved();
        release();
        Q_EMIT saved();
        Q_EMIT fileChanged();
    };
    const auto tell = [then](const SaveOutcome& outcome) {
        if (then)
            then(outcome);
    };
    m_queue.start(
        tr("Save case"), TaskQueue::Lane::Quick,
        [this, file, ifChanged, release, written, tell]() -> TaskQueue::Work {
            passViews();
            if (!m_session && m_viewSource)
                m_keptViews = m_viewSource();
            m_saving = true;
            const auto snapshot = m_document.snapshot();
            const bool same = ifChanged == Session::IfChanged::Refuse && m_file && file == *m_file;
            return [this, file, ifChanged, release, written, tell, snapshot, was = same ? m_stamp : std::nullopt,
                    views = m_keptViews, journal = m_history.steps()](Job& job) -> TaskQueue::Land {
                try {
                    if (m_session)
                        m_session->save(file, job, ifChanged);
                    else
                        saveAlone(file, *snapshot, job, was, views, journal);
                } catch (const CaseFileChanged& e) {
                    // A question for the user, no failed job.
                    return [release, tell, error = shown(e.what())] {
                        release();
                        tell({{false, false, error, {}, {}, 0}, true});
                    };
                }
                return [written, tell, snapshot] {
                    written(snapshot);
                    tell({{true, false, {}, {}, {}, 0}, false});
                };
            };
        },
        [this, release, tell](const QString& error, bool cancelled) {
            if (m_saving)
                release();
            tell({{false, cancelled, error, {}, {}, 0}, false});
        });
}

void Workspace::exportReport(const fs::path& folder, const ReportLook& look, Then then)
{
    m_queue.start(
        tr("Report"), TaskQueue::Lane::Long,
        [this, folder, look, then]() -> TaskQueue::Work {
            const auto snapshot = m_document.snapshot();
            return [this, folder, look, then, snapshot](Job& job) -> TaskQueue::Land {
                const ReportFiles files = pollux::exportReport(*snapshot, m_registry, folder, job, look);
                return [this, files, then] {
                    Q_EMIT reported(tr("Report"), files.findings);
                    if (then)
                        then({true, false, {}, files.findings, {}, 0});
                };
            };
        },
        failed(then));
}

QString Workspace::caseName() const
{
    if (m_file)
        return q(m_file->stem().string());
    const Case& c = m_document.current();
    return c.studies.empty() ? tr("Untitled") : q(c.studies.begin()->second->name);
}

std::vector<Orphan> Workspace::orphans() const
{
    try {
        return findOrphans(m_folder);
    } catch (const Error&) {
        return {}; // no recovery folder yet: nothing to recover
    }
}

void Workspace::recover(const Orphan& orphan)
{
    m_queue.start(tr("Recover"), TaskQueue::Lane::Long, [this, orphan]() -> TaskQueue::Work {
        return [this, orphan](Job& job) -> TaskQueue::Land {
            auto session = std::make_shared<Session>(Session::recover(orphan.workingCopy, job));
            return [this, session] {
                adopt(std::move(*session));
                // It is not in any case file: one step of its own keeps the document "modified" until it is saved.
                m_document.apply(u8(tr("Recover after a crash")), Case(m_document.current()));
            };
        };
    });
}

void Workspace::discard(const Orphan& orphan)
{
    try {
        Session::recover(orphan.workingCopy, Job{}).discard();
    } catch (const Error& e) {
        Q_EMIT reported(tr("Recovery"), {warning("recovery", e.message(), e.advice())});
    }
}

} // namespace pollux
