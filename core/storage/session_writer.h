#pragma once

#include "core/case/case.h"
#include "core/storage/database.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace pollux {

/// Owns the only connection to a working copy and the thread that uses it. Each step is one transaction.
/// A step that cannot be written (disk full) stays in the queue and is tried again: at the next step, at run(), and
/// every two seconds.
class SessionWriter
{
public:
    struct Step
    {
        int number = 0;
        std::string text;
        std::string when;
        std::string since; ///< time of the step before; empty if there is none
        Case after;
        std::string views = {}; ///< as view_store.h; written with the step
    };

    /// `written` is what the database holds.
    SessionWriter(Database database, std::filesystem::path file, Case written);
    ~SessionWriter(); ///< writes what can be written, then ends

    void add(Step step); ///< returns at once
    /// On the thread, after all steps that were added: blocks, and throws what `task` throws, or the Error of a step
    /// that could not be written.
    void run(const std::function<void(Database& database)>& task);
    std::string lastError() const; ///< of the step that waits; empty if none

private:
    void loop();
    bool writeNext(std::unique_lock<std::mutex>& lock);

    struct Task
    {
        const std::function<void(Database&)>* body = nullptr;
        bool done = false;
        std::exception_ptr error;
    };

    Database m_database;
    std::filesystem::path m_file;
    Case m_written;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_finished;
    std::deque<Step> m_steps;
    std::deque<Task*> m_tasks;
    std::exception_ptr m_error;
    std::string m_errorText;
    bool m_retry = false;
    bool m_stop = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace pollux
