#include "tests/ui/panels/panel_bench.h"
#include "ui/panels/jobs_panel.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pollux;
using test::PanelBench;

namespace {

JobReport report(std::uint64_t id, JobState state, double fraction = 0)
{
    JobReport r;
    r.id = id;
    r.title = "Segment liver";
    r.state = state;
    r.fraction = fraction;
    r.what = "Watershed";
    return r;
}

QString textOf(const JobsPanel& panel)
{
    return panel.findChild<QLabel*>("what")->text();
}

} // namespace

class TestJobsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToShowHides()
    {
        PanelBench bench;
        JobsPanel panel(bench);
        QVERIFY(panel.isEmpty());
        QVERIFY(panel.isHidden());
    }

    void aRunningJobShowsHowFarItIs()
    {
        PanelBench bench;
        JobsPanel panel(bench);
        QSignalSpy empty(&panel, &JobsPanel::emptyChanged);
        Q_EMIT bench.jobChanged(report(7, JobState::Waiting));
        QCOMPARE(textOf(panel), QString("waiting"));
        Q_EMIT bench.jobChanged(report(7, JobState::Running, 0.25));
        QVERIFY(!panel.isHidden());
        QCOMPARE(empty.size(), 1);
        QCOMPARE(empty[0][0].toBool(), false);
        const auto* bar = panel.findChild<QProgressBar*>("bar");
        QCOMPARE(double(bar->value()) / bar->maximum(), 0.25);
        QVERIFY(bar->accessibleName().contains("Segment liver"));
        QCOMPARE(textOf(panel), QString("Watershed"));
        QCOMPARE(panel.findChildren<QProgressBar*>().size(), 1); // the same row
        Q_EMIT bench.jobChanged(report(7, JobState::Done, 1));
        QVERIFY(panel.isEmpty());
        QVERIFY(panel.isHidden());
        QCOMPARE(empty.last()[0].toBool(), true);
    }

    void whatHasNoTitleIsNotListedUnlessItFails()
    {
        PanelBench bench;
        JobsPanel panel(bench);
        JobReport r = report(9, JobState::Running);
        r.title.clear();
        Q_EMIT bench.jobChanged(r);
        QVERIFY(panel.isEmpty() && panel.isHidden());
        r.state = JobState::Done;
        Q_EMIT bench.jobChanged(r);
        QVERIFY(panel.isEmpty());
        r.state = JobState::Failed;
        r.error = "The disk is full.";
        Q_EMIT bench.jobChanged(r);
        QVERIFY(!panel.isEmpty());
    }

    void cancelIsAskedForOnce()
    {
        PanelBench bench;
        JobsPanel panel(bench);
        Q_EMIT bench.jobChanged(report(7, JobState::Running));
        Q_EMIT bench.jobChanged(report(8, JobState::Waiting));
        const auto buttons = panel.findChildren<QPushButton*>("cancel");
        QCOMPARE(buttons.size(), 2);
        buttons[1]->click();
        QCOMPARE(bench.cancelled, std::vector<std::uint64_t>{8});
        QVERIFY(!buttons[1]->isEnabled());
        QVERIFY(!buttons[1]->toolTip().isEmpty()); // a disabled button says why
        QVERIFY(buttons[0]->isEnabled());
        Q_EMIT bench.jobChanged(report(8, JobState::Cancelled));
        QVERIFY(!panel.isEmpty());
        Q_EMIT bench.jobChanged(report(7, JobState::Cancelled));
        QVERIFY(panel.isEmpty());
    }

    void aFailureStaysAndSaysWhatToDo()
    {
        PanelBench bench;
        JobsPanel panel(bench);
        Q_EMIT bench.jobChanged(report(7, JobState::Running, 0.5));
        JobReport failed = report(7, JobState::Failed);
        failed.error = "The disk is full. Make room.";
        Q_EMIT bench.jobChanged(failed);
        QVERIFY(textOf(panel).contains("Failed"));
        QVERIFY(textOf(panel).contains("Make room."));
        QCOMPARE(panel.findChild<QLabel*>("what")->property("role").toString(), QString("stop"));
        QVERIFY(panel.findChild<QProgressBar*>("bar")->isHidden());
        auto* dismiss = panel.findChild<QPushButton*>("cancel");
        QCOMPARE(dismiss->text(), QString("Dismiss"));
        dismiss->click();
        QVERIFY(panel.isEmpty());
        QVERIFY(bench.cancelled.empty());
    }
};

QTEST_MAIN(TestJobsPanel)
#include "tst_jobs_panel.moc"
