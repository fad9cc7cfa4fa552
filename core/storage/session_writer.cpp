#include "core/storage/session_writer.h"

#include "core/base/error.h"
#include "core/storage/case_store.h"
#include "core/storage/durable_file.h"
#include "core/storage/journal.h"
#include "core/storage/view_store.h"

#include <chrono>

namespace pollux {

namespace {

constexpr auto kRetryAfter = std::chrono::seconds(2);

} // namespace

SessionWriter::SessionWriter(Database database, std::filesystem::path file, Case written)
    : m_database(std::move(database)), m_file(std::move(file)), m_written(std::move(written)),
      m_thread([this] { loop(); })
{
}

SessionWriter::~SessionWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        m_retry = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void SessionWriter::add(Step step)
{
    {
        const std::lock_guard lock(m_mutex);
        m_steps.push_back(std::move(step));
        m_retry = true;
    }
    m_wake.notify_all();
}

void SessionWriter::run(const std::function<void(Database& database)>& body)
{
    Task task;
    task.body = &body;
    std::unique_lock lock(m_mutex);
    m_tasks.push_back(&task);
    m_retry = true;
    m_wake.notify_all();
    m_finished.wait(lock, [&] { return task.done; });
    if (task.error)
        std::rethrow_exception(task.error);
}

std::string SessionWriter::lastError() const
{
    const std::lock_guard lock(m_mutex);
    return m_errorText;
}

/// True if the first step of the queue is on disk now.
bool SessionWriter::writeNext(std::unique_lock<std::mutex>& lock)
{
    Step& step = m_steps.front(); // a deque keeps references when others are added behind it
    lock.unlock();
    std::exception_ptr error;
    std::string text;
    try {
        m_database.transaction([&] {
            CaseStore(m_database).write(m_written, step.after, Job());
            writeStep(m_database, {step.number,
                                   step.text,
                                   step.when,
                                   journalChanges(m_written, step.after, ContentKeys::Take, step.since),
                                   {}});
            writeViews(m_database, step.views);
        });
        m_written = std::move(step.after);
    } catch (const std::exception& e) {
        error = std::current_exception();
        text = messageOf(e);
    }
    lock.lock();
    m_error = error;
    m_errorText = text;
    if (error)
        return false;
    m_steps.pop_front();
    return true;
}

void SessionWriter::loop()
{
    // The copy that the log stands on must be as durable as the log.
    try {
        syncFile(m_file);
    } catch (const Error& e) {
        const std::lock_guard lock(m_mutex);
        m_errorText = e.what();
    }
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto hasWork = [&] { return m_stop || !m_tasks.empty() || (!m_steps.empty() && (m_retry || !m_error)); };
        if (m_error && !m_steps.empty()) {
            if (!m_wake.wait_for(lock, kRetryAfter, hasWork))
                m_retry = true;
        } else {
            m_wake.wait(lock, hasWork);
        }
        m_retry = false;
        while (!m_steps.empty() && writeNext(lock)) {
        }
        while (!m_tasks.empty()) {
            Task* task = m_tasks.front();
            if (m_steps.empty()) {
                lock.unlock();
                try {
                    (*task->body)(m_database);
                } catch (...) {
                    task->error = std::current_exception();
                }
                lock.lock();
            } else if (m_error) {
                task->error = m_error;
            } else {
                break; // a step came in between: it goes first
            }
            task->done = true;
            m_tasks.pop_front();
            m_finished.notify_all();
        }
        if (m_stop && m_tasks.empty() && (m_steps.empty() || m_error))
            return;
    }
}

} // namespace pollux
