#include "ui/shell/task_queue.h"

#include "core/base/error.h"
#include "ui/forms/text.h"

#include <QMetaObject>

namespace pollux {

/// The latest report of every job: thousands of progress steps become one event.
struct TaskQueue::Inbox
{
    std::mutex mutex;
    std::map<std::uint64_t, JobReport> latest;
    bool posted = false;
};

TaskQueue::TaskQueue(QObject* parent) : QObject(parent), m_inbox(std::make_shared<Inbox>())
{
    m_runner = std::make_unique<JobRunner>(kLanes, [this, inbox = m_inbox](const JobReport& report) {
        const std::scoped_lock lock(inbox->mutex);
        inbox->latest[report.id] = report;
        if (!std::exchange(inbox->posted, true))
            QMetaObject::invokeMethod(this, &TaskQueue::deliver, Qt::QueuedConnection);
    });
}

TaskQueue::~TaskQueue()
{
    m_runner.reset();
}

std::uint64_t TaskQueue::start(const QString& title, Lane lane, Prepare prepare, Failed failed)
{
    const std::uint64_t id = m_next++;
    m_lanes[size_t(lane)].waiting.push_back({id, title, std::move(prepare), std::move(failed), 0});
    JobReport report;
    report.id = id;
    report.title = u8(title);
    Q_EMIT reported(report);
    // Not at once: the caller shall have the id before anything happens.
    QMetaObject::invokeMethod(this, &TaskQueue::pump, Qt::QueuedConnection);
    return id;
}

void TaskQueue::pump()
{
    for (LaneState& lane : m_lanes)
        if (!lane.active && !lane.waiting.empty())
            launch(lane);
    if (!busy())
        Q_EMIT idle();
}

void TaskQueue::launch(LaneState& lane)
{
    lane.active = std::move(lane.waiting.front());
    lane.waiting.pop_front();
    const std::uint64_t id = lane.active->id;
    Work work;
    try {
        work = lane.active->prepare();
    } catch (const std::exception& e) {
        fail(id, shown(messageOf(e)), false);
        return;
    }
    const std::uint64_t job = m_runner->start(u8(lane.active->title), [this, id, work = std::move(work)](Job& j) {
        Land land = work(j);
        QMetaObject::invokeMethod(
            this, [this, id, land = std::move(land)] { landed(id, land); }, Qt::QueuedConnection);
    });
    if (lane.active)
        lane.active->job = job;
    m_byJob[job] = id;
}

std::optional<TaskQueue::Task> TaskQueue::finish(std::uint64_t id)
{
    for (LaneState& lane : m_lanes)
        if (lane.active && lane.active->id == id) {
            std::optional<Task> task = std::move(lane.active);
            lane.active.reset();
            return task;
        }
    return std::nullopt;
}

void TaskQueue::landed(std::uint64_t id, const Land& land)
{
    const std::optional<Task> task = finish(id);
    if (!task)
        return;
    try {
        if (land)
            land();
        JobReport report;
        report.id = id;
        report.title = u8(task->title);
        report.state = JobState::Done;
        report.fraction = 1;
        Q_EMIT reported(report);
    } catch (const std::exception& e) {
        JobReport report;
        report.id = id;
        report.title = u8(task->title);
        report.state = JobState::Failed;
        report.error = messageOf(e);
        Q_EMIT reported(report);
        if (task->failed)
            task->failed(shown(report.error), false);
    }
    pump();
}

void TaskQueue::fail(std::uint64_t id, const QString& error, bool cancelled)
{
    const std::optional<Task> task = finish(id);
    if (!task)
        return;
    JobReport report;
    report.id = id;
    report.title = u8(task->title);
    report.state = cancelled ? JobState::Cancelled : JobState::Failed;
    report.error = u8(error);
    Q_EMIT reported(report);
    if (task->failed)
        task->failed(error, cancelled);
    pump();
}

void TaskQueue::deliver()
{
    std::map<std::uint64_t, JobReport> reports;
    {
        const std::scoped_lock lock(m_inbox->mutex);
        reports.swap(m_inbox->latest);
        m_inbox->posted = false;
    }
    for (auto& [job, report] : reports) {
        const auto it = m_byJob.find(job);
        if (it == m_byJob.end())
            continue;
        report.id = it->second;
        switch (report.state) {
        case JobState::Waiting:
        case JobState::Running:
            Q_EMIT reported(report);
            break;
        case JobState::Done: // told by landed()
            m_byJob.erase(it);
            break;
        case JobState::Failed:
        case JobState::Cancelled:
            m_byJob.erase(it);
            fail(report.id, shown(report.error), report.state == JobState::Cancelled);
            break;
        }
    }
}

void TaskQueue::cancel(std::uint64_t id)
{
    for (LaneState& lane : m_lanes) {
        if (lane.active && lane.active->id == id)
            m_runner->cancel(lane.active->job);
        const auto it =
            std::find_if(lane.waiting.begin(), lane.waiting.end(), [id](const Task& t) { return t.id == id; });
        if (it == lane.waiting.end())
            continue;
        const Task task = std::move(*it);
        lane.waiting.erase(it);
        JobReport report;
        report.id = id;
        report.title = u8(task.title);
        report.state = JobState::Cancelled;
        Q_EMIT reported(report);
        if (task.failed)
            task.failed(tr("Cancelled."), true);
        return;
    }
}

bool TaskQueue::busy() const
{
    for (const LaneState& lane : m_lanes)
        if (lane.active || !lane.waiting.empty())
            return true;
    return false;
}

} // namespace pollux
