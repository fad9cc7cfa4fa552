#include "core/base/error.h"
#include "core/jobs/job_runner.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>

using namespace pollux;

class TestJobRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsInOrderAndReports()
    {
        std::mutex mutex;
        std::vector<int> order;
        std::map<std::uint64_t, JobState> last;
        JobRunner runner(1, [&](const JobReport& r) {
            std::lock_guard lock(mutex);
            last[r.id] = r.state;
        });
        for (int n = 0; n < 5; ++n)
            runner.start("step", [&, n](Job& job) {
                job.progress(0.5, "half");
                std::lock_guard lock(mutex);
                order.push_back(n);
            });
        const auto bad = runner.start("bad", [](Job&) { throw Error(ErrorCode::BadInput, "no"); });
        const auto memory = runner.start("memory", [](Job&) { throw std::bad_alloc(); });
        runner.waitIdle();
        QCOMPARE(order, (std::vector<int>{0, 1, 2, 3, 4}));
        QCOMPARE(last[bad], JobState::Failed);
        QCOMPARE(last[memory], JobState::Failed);
        QCOMPARE(last[1], JobState::Done);
    }

    void cancelStopsWithin200Ms()
    {
        std::atomic<bool> started = false;
        std::atomic<JobState> state = JobState::Waiting;
        JobRunner runner(1, [&](const JobReport& r) { state = r.state; });
        const auto id = runner.start("long", [&](Job& job) {
            started = true;
            while (true) {
                job.checkStop();
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
        });
        QTRY_VERIFY(started);
        const auto asked = std::chrono::steady_clock::now();
        runner.cancel(id);
        runner.waitIdle();
        QVERIFY(std::chrono::steady_clock::now() - asked < std::chrono::milliseconds(200));
        QCOMPARE(state.load(), JobState::Cancelled);
    }

    void theDestructorStopsWhatRuns()
    {
        std::atomic<int> ended = 0;
        {
            JobRunner runner(2);
            for (int n = 0; n < 4; ++n)
                runner.start("long", [&](Job& job) {
                    try {
                        while (true) {
                            job.checkStop();
                            std::this_thread::sleep_for(std::chrono::milliseconds(2));
                        }
                    } catch (const Error&) {
                        ++ended;
                        throw;
                    }
                });
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
        }
        QCOMPARE(ended.load(), 2);
    }

    void partsMapProgress()
    {
        std::vector<double> seen;
        const Job whole(std::stop_token{}, [&](double f, const std::string&) { seen.push_back(f); });
        whole.part(0.5, 1).part(0, 0.5).progress(1);
        QCOMPARE(seen, (std::vector<double>{0.75}));
    }
};

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_job_runner.moc"
