#include "tests/ui/panels/panel_bench.h"
#include "ui/panels/timeline_chart.h"
#include "ui/panels/timeline_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace pollux;
using test::PanelFixture;

namespace {

Grid cube(const Vec3& origin)
{
    Grid g;
    g.size = {41, 41, 41};
    g.origin = origin;
    return g;
}

/// Two studies, ninety days apart (or undated); a ball of 10 mm that is one of 12 mm in the second.
Case twoStudies(bool dated = true, bool drawnInBoth = true)
{
    Edit edit;
    const char* dates[] = {"20260101", "20260401"};
    for (int n = 0; n < 2; ++n) {
        const Grid grid = cube(Vec3(-20, -20, -20 - 0.5 * n));
        const std::string ending = n == 0 ? "" : "-2";
        Study study;
        study.name = n == 0 ? "Before" : "After";
        study.studyDate = dated ? dates[n] : "";
        edit.put(Id("study" + ending), study);
        VolumeObject v;
        v.name = "CT" + ending;
        v.study = Id("study" + ending);
        v.modality = std::string("CT");
        v.unit = std::string("HU");
        v.volume = sample::ballVolume(grid, Vec3(0, 0, 0), 16);
        edit.put(Id("ct" + ending), std::move(v));
        if (n == 1 && !drawnInBoth)
            continue;
        Structure s;
        s.name = "Tumour" + ending;
        s.anatomy = "liver_lesion";
        s.state = ConfirmState::Confirmed;
        s.mask = std::make_shared<Mask>(sample::ballMask(grid, Vec3(0.3, -0.2, 0.4), n == 0 ? 10 : 12));
        edit.put(Id("tumour" + ending), std::move(s));
    }
    return apply({}, edit);
}

struct Shown : PanelFixture
{
    std::unique_ptr<TimelinePanel> panel;

    explicit Shown(const Case& c)
    {
        bench.open(c);
        panel = std::make_unique<TimelinePanel>(context);
        panel->resize(380, 900);
        panel->show();
    }
    template <class T>
    T* child(const char* name) const
    {
        return panel->findChild<T*>(QLatin1String(name));
    }
    QTreeWidget* changes() const { return child<QTreeWidget>("timelineChanges"); }
    TimelineChart* chart() const { return panel->findChild<TimelineChart*>(); }
    QPushButton* followUp() const { return child<QPushButton>("timelineFollowUp"); }
};

} // namespace

class TestTimelinePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneStudySaysHowASecondJoins()
    {
        Shown f(*sample::ballCase());
        QVERIFY(f.child<QLabel>("timelineState")->text().contains("Add study to this case"));
        QVERIFY(!f.followUp()->isEnabled());
        QVERIFY(f.followUp()->toolTip().contains("one study"));
        QVERIFY(!f.child<QPushButton>("timelineCopy")->isEnabled());
        QVERIFY(!f.child<QPushButton>("timelineCopy")->toolTip().isEmpty());
        QVERIFY(f.chart()->isHidden());
        QTest::qWait(20);
        QVERIFY(f.bench.asked.empty()); // nothing to measure
    }

    void theChangeIsShownAndDrawn()
    {
        Shown f(twoStudies());
        QCOMPARE(f.child<QTreeWidget>("timePoints")->topLevelItemCount(), 2);
        QCOMPARE(f.child<QTreeWidget>("timePoints")->topLevelItem(0)->text(1), QString("2026-01-01"));
        QTRY_COMPARE(f.changes()->topLevelItemCount(), 1);
        const QTreeWidgetItem* row = f.changes()->topLevelItem(0);
        QCOMPARE(row->text(0), QString("Tumour"));
        QVERIFY2(row->text(1).startsWith("+3.0") && row->text(1).contains("mL"), qPrintable(row->text(1)));
        QVERIFY2(row->text(2).startsWith("doubles in 11"), qPrintable(row->text(2)));
        QVERIFY(!f.chart()->isHidden());
        const auto& series = f.chart()->series();
        QCOMPARE(series.size(), size_t(1));
        QCOMPARE(series[0].points.size(), size_t(2));
        QCOMPARE(series[0].points[1].at, 90.0);
        QVERIFY(std::abs(series[0].points[1].value / series[0].points[0].value - 1.728) < 0.02);
        QVERIFY(series[0].points[0].deviation.value_or(0) > 0.3);
        QVERIFY(f.chart()->accessibleDescription().contains("mL"));
        QVERIFY(f.panel->asCsv().contains("doubles in 11"));
        QVERIFY(f.panel->asCsv().startsWith("Structure,From,To"));
    }

    void theChartDrawsItsLine()
    {
        Shown f(twoStudies());
        QTRY_COMPARE(f.changes()->topLevelItemCount(), 1);
        const QImage image = f.chart()->grab().toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                drawn += image.pixelColor(x, y) == f.theme.accent;
        QVERIFY2(drawn > 60, qPrintable(QString::number(drawn)));
        f.changes()->clearSelection();
        QVERIFY(f.chart()->series().empty());
    }

    void withoutDatesThereIsNoDoublingTime()
    {
        Shown f(twoStudies(false));
        QVERIFY(f.child<QLabel>("timelineState")->text().contains("no date"));
        QVERIFY(!f.child<QTreeWidget>("timePoints")->topLevelItem(0)->icon(1).isNull());
        QTRY_COMPARE(f.changes()->topLevelItemCount(), 1);
        QCOMPARE(f.changes()->topLevelItem(0)->text(2), QString());
        QCOMPARE(f.chart()->series()[0].points[1].at, 1.0); // the second in the order
    }

    void theFollowUpIsFilledInAndRuns()
    {
        Shown f(twoStudies(true, false));
        QVERIFY2(f.followUp()->isEnabled(), qPrintable(f.followUp()->toolTip()));
        f.child<QComboBox>("method")->setCurrentText("rigid"); // quick
        f.bench.held = true;
        f.followUp()->click();
        QCOMPARE(std::count(f.bench.asked.begin(), f.bench.asked.end(), std::string("case.follow-up")), 1);
        QVERIFY(!f.followUp()->isEnabled());
        QVERIFY(f.followUp()->toolTip().contains("running"));
        f.bench.go();
        QVERIFY2(f.now().structures.contains(Id("tumour-on-ct-2")),
                 qPrintable(f.child<QLabel>("timelineTold")->text()));
        QVERIFY(f.child<QLabel>("timelineTold")->text().contains("1 of 1"));
        QTRY_COMPARE(f.changes()->topLevelItemCount(), 1);
        QVERIFY(f.changes()->topLevelItem(0)->toolTip(1).contains("registration")); // whose border it is
        QVERIFY(!f.changes()->topLevelItem(0)->icon(1).isNull());
    }

    void anEditIsMeasuredAgain()
    {
        Shown f(twoStudies());
        QTRY_COMPARE(f.changes()->topLevelItemCount(), 1);
        Edit edit;
        Structure s = f.now().structure(Id("tumour-2"));
        s.mask = std::make_shared<Mask>(sample::ballMask(s.mask->grid(), Vec3(0.3, -0.2, 0.4), 10.2));
        edit.put(Id("tumour-2"), std::move(s));
        f.bench.document().apply("Edit", edit);
        QTRY_COMPARE(f.changes()->topLevelItemCount(), 1);
        QTRY_COMPARE(f.changes()->topLevelItem(0)->text(1), QString("no measurable change"));
    }
};

QTEST_MAIN(TestTimelinePanel)
#include "tst_timeline_panel.moc"
