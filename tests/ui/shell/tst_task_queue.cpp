#include "core/base/error.h"
#include "ui/shell/task_queue.h"

#include <QTest>

#include <chrono>
#include <thread>

using namespace pollux;
using Lane = TaskQueue::Lane;

namespace {

/// Work that goes on until it is stopped.
TaskQueue::Prepare endless()
{
    return [] {
        return [](Job& job) -> TaskQueue::Land {
            for (;;) {
                job.checkStop();
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
        };
    };
}

} // namespace

class TestTaskQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextSeesWhatTheOneBeforeLanded()
    {
        TaskQueue queue;
        int value = 0;
        for (int i = 0; i < 5; ++i)
            queue.start("step", Lane::Long, [&value]() -> TaskQueue::Work {
                return [before = value, &value](Job&) -> TaskQueue::Land {
                    return [before, &value] { value = before * 2 + 1; };
                };
            });
        QTRY_VERIFY(!queue.busy());
        QCOMPARE(value, 31);
    }

    void quickWorkDoesNotWaitForLongWork()
    {
        TaskQueue queue;
        const auto id = queue.start("long", Lane::Long, endless());
        bool landed = false;
        queue.start("quick", Lane::Quick, [&]() -> TaskQueue::Work {
            return [&](Job&) -> TaskQueue::Land { return [&] { landed = true; }; };
        });
        QTRY_VERIFY(landed);
        queue.cancel(id);
        QTRY_VERIFY(!queue.busy());
    }

    void nothingWaitsForATrial()
    {
        TaskQueue queue;
        const auto id = queue.start("trial", Lane::Trial, endless());
        int landed = 0;
        for (const Lane lane : {Lane::Long, Lane::Quick, Lane::Background})
            queue.start("other", lane, [&]() -> TaskQueue::Work {
                return [&](Job&) -> TaskQueue::Land { return [&] { ++landed; }; };
            });
        QTRY_COMPARE(landed, 3);
        QVERIFY(queue.busy());
        queue.cancel(id);
        QTRY_VERIFY(!queue.busy());
    }

    void cancelIsTold()
    {
        TaskQueue queue;
        bool cancelled = false;
        bool started = false;
        connect(&queue, &TaskQueue::reported, &queue,
                [&](const JobReport& r) { started = started || r.state == JobState::Running; });
        const auto id = queue.start("long", Lane::Long, endless(), [&](const QString&, bool c) { cancelled = c; });
        QTRY_VERIFY(started);
        queue.cancel(id);
        QTRY_VERIFY(cancelled);
    }

    void whatWaitsCanBeCancelled()
    {
        TaskQueue queue;
        const auto first = queue.start("long", Lane::Long, endless());
        bool cancelled = false;
        const auto second = queue.start("waits", Lane::Long, endless(), [&](const QString&, bool c) { cancelled = c; });
        queue.cancel(second);
        QVERIFY(cancelled);
        queue.cancel(first);
        QTRY_VERIFY(!queue.busy());
    }

    void anErrorIsToldAndTheQueueGoesOn()
    {
        TaskQueue queue;
        QString error;
        bool next = false;
        queue.start(
            "fails", Lane::Long,
            []() -> TaskQueue::Work {
                return [](Job&) -> TaskQueue::Land { throw Error(ErrorCode::BadInput, "No.", "Do this."); };
            },
            [&](const QString& e, bool) { error = e; });
        queue.start("next", Lane::Long,
                    [&]() -> TaskQueue::Work { return [&](Job&) -> TaskQueue::Land { return [&] { next = true; }; }; });
        QTRY_VERIFY(next);
        QVERIFY(error.contains("Do this."));
    }
};

QTEST_GUILESS_MAIN(TestTaskQueue)
#include "tst_task_queue.moc"
