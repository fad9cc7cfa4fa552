#pragma once

#include "core/jobs/job_runner.h"

#include <QObject>
#include <QString>

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace pollux {

/// Long work for a window: each piece runs on a thread, and what it returns is called on the main thread. Within a lane
/// the next piece starts only after the one before has landed, so it sees its result. Main thread only.
class TaskQueue : public QObject
{
    Q_OBJECT

public:
    /// Trial: what changes nothing in the case and may take minutes.
    enum class Lane { Long, Quick, Background, Trial };
    using Land = std::function<void()>;
    using Work = std::function<Land(Job&)>;
    /// Called on the main thread just before the work starts: takes the snapshot that it works on.
    using Prepare = std::function<Work()>;
    using Failed = std::function<void(const QString& error, bool cancelled)>;

    explicit TaskQueue(QObject* parent = nullptr);
    ~TaskQueue() override;

    std::uint64_t start(const QString& title, Lane lane, Prepare prepare, Failed failed = {});
    void cancel(std::uint64_t id);
    bool busy() const;

Q_SIGNALS:
    void reported(pollux::JobReport report);
    void idle();

private:
    struct Task
    {
        std::uint64_t id = 0;
        QString title;
        Prepare prepare;
        Failed failed;
        std::uint64_t job = 0; ///< of the runner, once it runs
    };
    struct LaneState
    {
        std::deque<Task> waiting;
        std::optional<Task> active;
    };
    struct Inbox;
    static constexpr int kLanes = 4;

    void pump();
    void launch(LaneState& lane);
    void landed(std::uint64_t id, const Land& land);
    void deliver();
    std::optional<Task> finish(std::uint64_t id);
    void fail(std::uint64_t id, const QString& error, bool cancelled);

    std::array<LaneState, kLanes> m_lanes;
    std::map<std::uint64_t, std::uint64_t> m_byJob; ///< runner's id to ours
    std::uint64_t m_next = 1;
    std::shared_ptr<Inbox> m_inbox;
    std::unique_ptr<JobRunner> m_runner; ///< last: its threads end before the rest goes
};

} // namespace pollux
