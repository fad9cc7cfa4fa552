#pragma once

#include "core/operation/rebuild.h"
#include "core/storage/history_recorder.h"
#include "core/storage/session.h"
#include "core/storage/working_copy.h"
#include "ui/panels/bench.h"
#include "ui/shell/task_queue.h"

#include <filesystem>
#include <optional>
#include <vector>

class QTimer;

namespace pollux {

struct ReportLook;

/// The open case and all that happens to it: runs operations and recipes on another thread, lands each result as one
/// undo step, and writes every step to the journal, so that nothing is lost. Surfaces and measures of a structure that
/// was edited by hand follow by themselves, within the step of the edit. No widgets. Main thread only.
class Workspace final : public Bench
{
    Q_OBJECT

public:
    /// Writes a study somewhere and returns its folder: the demo patient.
    using DemoSource = std::function<std::filesystem::path(const Job&)>;

    Workspace(const Registry& registry, std::filesystem::path recoveryFolder, QObject* parent = nullptr);
    ~Workspace() override;

    CaseDocument& document() override { return m_document; }
    const Registry& registry() const override { return m_registry; }
    QString author() const override { return m_author; }
    void setAuthor(const QString& author) { m_author = author; }
    std::uint64_t run(const std::string& operation, const ParamValues& values, Then then = {}) override;
    std::uint64_t runRecipe(const std::string& recipe, Then then = {}) override;
    std::uint64_t rebuild(Then then = {}) override;
    std::uint64_t runAside(const QString& title, std::function<std::function<void()>(const Case&, Job&)> work) override;
    std::uint64_t runLongAside(const QString& title,
                               std::function<std::function<void()>(const Case&, Job&)> work) override;
    void cancel(std::uint64_t job) override { m_queue.cancel(job); }
    bool busy() const override { return m_queue.busy(); }

    void undo();
    void redo();

    /// What was done to the case, and how it looked after each step.
    History history() const { return m_history.history(); }
    /// While the history is replayed nothing may change the case: every run, undo and redo is refused with a message.
    /// Saving goes on; another case ends the replay. False while a job runs, which would change it.
    bool startReplay();
    void endReplay();
    bool replaying() const { return m_replaying; }

    /// Empties the case. What was not saved is thrown away: ask first.
    void newCase();
    /// A case file, or else a study: folder, zip, DICOMDIR, image file. A study goes into a new case.
    void open(const std::filesystem::path& path);
    /// A further study of the patient, into the open case (import.study, which refuses another patient). One undo step.
    void addStudy(const std::filesystem::path& study) { importInto(study); }
    void openDemo(DemoSource source);
    struct SaveOutcome : Outcome
    {
        bool changedElsewhere = false; ///< not saved: somebody else has changed the file since; ask, then say Replace
    };
    using SaveThen = std::function<void(const SaveOutcome&)>;
    void save(const std::filesystem::path& file, SaveThen then = {},
              Session::IfChanged ifChanged = Session::IfChanged::Refuse);
    /// Its 3-D pictures look as `look` says.
    void exportReport(const std::filesystem::path& folder, const ReportLook& look, Then then = {});

    const std::optional<std::filesystem::path>& caseFile() const { return m_file; }
    /// Where the working copies lie.
    const std::filesystem::path& recoveryFolder() const { return m_folder; }
    /// File name, or the study's, or "Untitled".
    QString caseName() const;
    bool modified() const { return m_document.modified() && !m_document.current().empty(); }

    /// How the case is looked at is kept with it: `views` gives it as text whenever the case is written. Empty: nobody.
    void setViewSource(std::function<std::string()> views) { m_viewSource = std::move(views); }
    /// As it was kept with the case that was opened or recovered.
    const std::string& keptViews() const { return m_keptViews; }
    /// Writes the views into the case file now, where nothing else is unsaved. False where that cannot be; then they go
    /// with the next step or save.
    bool keepViews();

    std::vector<Orphan> orphans() const;
    void recover(const Orphan& orphan);
    void discard(const Orphan& orphan);

Q_SIGNALS:
    void opened();      ///< another case is here
    void saved();       ///< written to caseFile(); fileChanged() follows
    void fileChanged(); ///< saved, or under another name
    void idle();
    void replayingChanged(bool replaying);

private:
    using Result = std::function<RunResult(const Case&, Job&)>;
    std::uint64_t runOnCase(const QString& title, TaskQueue::Lane lane, Result work, Then then);
    std::uint64_t aside(const QString& title, TaskQueue::Lane lane,
                        std::function<std::function<void()>(const Case&, Job&)> work);
    void land(const QString& text, const std::shared_ptr<const Case>& base, const RunResult& result, const Then& then);
    void onChange(const Case& after);
    void adopt(Session session);
    void adoptAlone(Case c, const std::filesystem::path& file, const Error& why, std::string views,
                    std::vector<JournalStep> journal);
    void begin(Case start, std::vector<JournalStep> journal);
    void passViews();
    void importInto(const std::filesystem::path& study);
    TaskQueue::Failed failed(const Then& then) const;
    void watchJournal();
    bool refusedInReplay(const Then& then);
    void followEdits();
    void landFollowed(const Case& base, const Case& after);

    const Registry& m_registry;
    std::filesystem::path m_folder;
    CaseDocument m_document;
    std::optional<Session> m_session;
    std::optional<std::filesystem::path> m_file;
    std::optional<FileStamp> m_stamp; ///< of m_file where there is no session to know it
    std::function<std::string()> m_viewSource;
    std::string m_keptViews;
    HistoryRecorder m_history;
    bool m_replaying = false;
    StageCache m_cache;
    QString m_author;
    QString m_stepText; ///< of an undo or redo; otherwise the document knows
    std::vector<std::pair<std::string, std::shared_ptr<const Case>>> m_held; ///< steps made while saving
    bool m_saving = false;
    bool m_resetting = false;
    std::string m_journalError;
    QTimer* m_followSoon;
    std::uint64_t m_following = 0;
    TaskQueue m_queue;
};

} // namespace pollux
