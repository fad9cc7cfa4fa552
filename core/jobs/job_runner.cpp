#include "core/jobs/job_runner.h"

#include "core/base/error.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace pollux {

namespace {

struct Task
{
    JobReport report;
    std::function<void(Job&)> work;
    std::stop_source stop;
};

} // namespace

struct JobRunner::Private
{
    Listener listener;
    std::mutex mutex;
    std::condition_variable_any wake;
    std::condition_variable idle;
    std::deque<std::shared_ptr<Task>> waiting;
    std::vector<std::shared_ptr<Task>> running;
    std::uint64_t nextId = 1;
    std::vector<std::jthread> threads; // last member: joined before the rest goes

    void tell(const JobReport& report) const
    {
        if (listener)
            listener(report);
    }

    void execute(Task& task)
    {
        JobReport report = task.report;
        report.state = JobState::Running;
        tell(report);
        Job job(task.stop.get_token(), [&](double fraction, const std::string& what) {
            JobReport step = task.report;
            step.state = JobState::Running;
            step.fraction = fraction;
            step.what = what;
            tell(step);
        });
        try {
            job.checkStop();
            task.work(job);
            report.state = JobState::Done;
            report.fraction = 1;
        } catch (const Error& e) {
            report.state = e.code() == ErrorCode::Cancelled ? JobState::Cancelled : JobState::Failed;
            report.error = e.what();
        } catch (const std::exception& e) {
            report.state = JobState::Failed;
            report.error = messageOf(e);
        }
        tell(report);
    }

    void loop(std::stop_token stop)
    {
        while (true) {
            std::shared_ptr<Task> task;
            {
                std::unique_lock lock(mutex);
                if (!wake.wait(lock, stop, [this] { return !waiting.empty(); }))
                    return;
                task = waiting.front();
                waiting.pop_front();
                running.push_back(task);
            }
            execute(*task);
            std::lock_guard lock(mutex);
            std::erase(running, task);
            if (waiting.empty() && running.empty())
                idle.notify_all();
        }
    }
};

JobRunner::JobRunner(int threads, Listener listener) : d(std::make_unique<Private>())
{
    d->listener = std::move(listener);
    for (int i = 0; i < threads; ++i)
        d->threads.emplace_back([p = d.get()](std::stop_token stop) { p->loop(std::move(stop)); });
}

JobRunner::~JobRunner()
{
    cancelAll();
    for (std::jthread& thread : d->threads)
        thread.request_stop();
}

std::uint64_t JobRunner::start(std::string title, std::function<void(Job&)> work)
{
    auto task = std::make_shared<Task>();
    task->report.title = std::move(title);
    task->work = std::move(work);
    {
        std::lock_guard lock(d->mutex);
        task->report.id = d->nextId++;
        d->waiting.push_back(task);
    }
    d->wake.notify_one();
    return task->report.id;
}

void JobRunner::cancel(std::uint64_t id)
{
    std::lock_guard lock(d->mutex);
    for (const auto& task : d->running)
        if (task->report.id == id)
            task->stop.request_stop();
    for (const auto& task : d->waiting)
        if (task->report.id == id)
            task->stop.request_stop();
}

void JobRunner::cancelAll()
{
    std::lock_guard lock(d->mutex);
    for (const auto& task : d->running)
        task->stop.request_stop();
    for (const auto& task : d->waiting)
        task->stop.request_stop();
}

void JobRunner::waitIdle()
{
    std::unique_lock lock(d->mutex);
    d->idle.wait(lock, [this] { return d->waiting.empty() && d->running.empty(); });
}

} // namespace pollux
