#pragma once

#include "core/case/case_document.h"
#include "core/jobs/job_runner.h"
#include "core/operation/registry.h"
#include "core/params/param.h"

#include <QObject>
#include <QString>

#include <functional>

namespace pollux {

/// How a run ended, told on the main thread after its result stands in the document.
struct Outcome
{
    bool ok = false;
    bool cancelled = false;
    QString error;     ///< what went wrong and what to do; empty if ok
    Findings findings; ///< of the check and of the run
    std::vector<Id> changed;
    double seconds = 0;
};

/// What a panel may ask of the program: the open case, the operations, and to run one of them. Everything runs through
/// the same code as the command line, on another thread, and lands as one undo step. Main thread only.
class Bench : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const Outcome&)>;
    using QObject::QObject;

    virtual CaseDocument& document() = 0;
    /// What is to be seen of the document: without plans that are hidden from a learner. The document's own snapshot if
    /// none is.
    std::shared_ptr<const Case> seen();
    const Case& seenCase() { return *seen(); } ///< until the document changes
    virtual const Registry& registry() const = 0;
    virtual QString author() const = 0;

    /// Returns the id of the job at once.
    virtual std::uint64_t run(const std::string& operation, const ParamValues& values, Then then = {}) = 0;
    virtual std::uint64_t runRecipe(const std::string& recipe, Then then = {}) = 0;
    /// Re-runs what is stale.
    virtual std::uint64_t rebuild(Then then = {}) = 0;
    /// Work that changes nothing in the case (what a drag needs to be quick): `work` runs on another thread, what it
    /// returns is called on the main thread. Without a title it is not listed among the jobs: for moments of a drag.
    virtual std::uint64_t runAside(const QString& title,
                                   std::function<std::function<void()>(const Case&, Job&)> work) = 0;
    /// The same for work of minutes: nothing that the user does meanwhile waits for it.
    virtual std::uint64_t runLongAside(const QString& title,
                                       std::function<std::function<void()>(const Case&, Job&)> work)
    {
        return runAside(title, std::move(work));
    }
    virtual void cancel(std::uint64_t job) = 0;
    virtual bool busy() const = 0;

    /// The user goes on in spite of a finding of a study, volume or plan; the report prints the reason. Runs
    /// case.acknowledge. `finding`: as heldFindings() names it.
    void acknowledge(const Id& finding, const QString& reason);

    /// The object the user looks at: the tree, lineage and plan panels follow it.
    void select(const Id& id);
    const Id& selection() const { return m_selection; }

Q_SIGNALS:
    void caseChanged();
    void tablesChanged(); ///< what forms offer (devices) is another now
    void jobChanged(pollux::JobReport report);
    void reported(QString source, pollux::Findings findings); ///< of the last run
    void selected(pollux::Id id);

private:
    Id m_selection;
    std::shared_ptr<const Case> m_whole; ///< what m_seen was made from
    std::shared_ptr<const Case> m_seen;
};

} // namespace pollux
