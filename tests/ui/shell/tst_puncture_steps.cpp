// The liver's panel: the other entries, views along the needle, several needles, the skin's colours while the target is
// dragged, and the steps after the path.

#include "tests/plugins/liver/synthetic.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/forms/param_form.h"
#include "ui/panels/operation_step.h"
#include "ui/panels/parallel_chart.h"
#include "ui/viewer/slice_plane.h"
#include "ui/viewer/viewer.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace pollux;

namespace {

constexpr int kWait = 300000; // under a sanitizer on a busy machine

/// The body of analytic shapes with an image, and one plan.
Case planned(const Registry& registry)
{
    Edit e;
    VolumeObject v{};
    v.name = "Image";
    const Grid g = synthetic::grid();
    v.volume = Volume(g, std::vector<float>(static_cast<size_t>(g.voxels()), 40.f));
    e.put(Id("ct"), std::move(v));
    const Case c = apply(synthetic::makeCase(), e);
    Job job;
    return runOperation(registry.at("liver.plan-puncture"), c, {}, {"Tester"}, job).after;
}

struct Steps : WindowFixture
{
    Steps()
    {
        openCase(planned(registry));
        window->showPanel("Liver puncture");
    }
    template <class T>
    T* at(const char* name) const
    {
        return window->findChild<T*>(QLatin1String(name));
    }
    const ViewState& views() const { return window->viewer()->state(); }
    const Plan& plan(const char* id = "plan-1") const { return workspace->document().current().plan(Id(id)); }
    Vec3 point(const char* key) const
    {
        for (const NamedPoint& p : plan().points)
            if (p.key == key)
                return p.position;
        return Vec3::Constant(1e9);
    }
};

} // namespace

class TestPunctureSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_steps = std::make_unique<Steps>(); }
    void cleanupTestCase() { m_steps.reset(); }

    void otherEntriesAreBrushedDrawnAndTaken()
    {
        Steps& f = *m_steps;
        QVERIFY(f.views().path && f.views().others.empty());
        auto* fold = f.at<QToolButton>("otherEntries");
        QVERIFY(fold->isEnabled());
        fold->setChecked(true);
        auto* chart = f.at<ParallelChart>("parallelChart");
        const size_t all = chart->choices().size();
        QVERIFY(all > 1);
        QCOMPARE(f.views().others.size(), all);
        QVERIFY(f.views().others[0].faint);
        // Half of them by length.
        std::vector<double> lengths;
        for (const auto& c : chart->choices())
            lengths.push_back(c.values[1]);
        std::nth_element(lengths.begin(), lengths.begin() + std::ptrdiff_t(all / 2), lengths.end());
        chart->setBrush(1, ParallelChart::Range(0, lengths[all / 2]));
        const std::vector<int> passing = chart->passing();
        QVERIFY(!passing.empty() && passing.size() < all);
        QCOMPARE(f.views().others.size(), passing.size());
        QVERIFY(!f.at<QPushButton>("takeEntry")->isEnabled());
        chart->setInHand(passing.back());
        const Path& hand = f.views().others[passing.size() - 1];
        QVERIFY(!hand.faint);
        const Vec3 entry = hand.entry;
        const auto before = f.workspace->document().current().plans.at(Id("plan-1"));
        QTest::mouseClick(f.at<QPushButton>("takeEntry"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            f.workspace->document().current().plans.at(Id("plan-1")) != before && !f.workspace->busy(), kWait);
        // Measured from there, but for where the skin is exactly.
        QVERIFY2((f.point("entry") - entry).norm() < 4, qPrintable(QString::number((f.point("entry") - entry).norm())));
        QCOMPARE(f.plan().points.front().position, before->points.front().position);
        // The plan that was made has the others at hand, too; folded away they are not drawn.
        QVERIFY(fold->isEnabled() && chart->passing().size() == f.views().others.size());
        f.workspace->undo();
        fold->setChecked(false);
        QVERIFY(f.views().others.empty());
    }

    void viewsGoAlongTheNeedle()
    {
        Steps& f = *m_steps;
        const Vec3 target = f.point("target"), entry = f.point("entry");
        auto* along = f.at<QCheckBox>("alongNeedle");
        along->setChecked(true);
        QVERIFY((f.views().axes - axesAlong(entry, target)).norm() < 1e-12);
        QVERIFY((f.views().crosshair - target).norm() < 1e-6);
        auto* depth = f.at<QSlider>("needleDepth");
        QVERIFY(std::abs(depth->maximum() / 10.0 - (entry - target).norm()) <= 0.05);
        depth->setValue(depth->maximum() / 4);
        const Vec3 quarter = entry + 0.25 * (target - entry);
        QVERIFY((f.views().crosshair - quarter).norm() < 0.2);
        f.at<QPushButton>("fromHub")->click();
        if (const auto pose = f.window->viewer()->cameraPose()) {
            QVERIFY((pose->focus - target).norm() < 1e-6);
            QVERIFY((pose->towards - (entry - target).normalized()).norm() < 1e-6);
        }
        // The user's own planes end it.
        Q_EMIT f.window->viewer()->axesTurned(f.views().axes);
        QVERIFY(!along->isChecked());
        along->setChecked(true);
        along->setChecked(false);
        QVERIFY(isStandard(f.views().axes));
    }

    void theSkinIsColouredAnewWhileTheTargetIsDragged()
    {
        Steps& f = *m_steps;
        Viewer& viewer = *f.window->viewer();
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        const auto kept = f.views().map();
        QVERIFY(kept);
        const Vec3 moved = f.point("target") + Vec3(12, 0, 0);
        QElapsedTimer timer;
        timer.start();
        while (!f.views().mapPreview && timer.elapsed() < kWait) {
            Q_EMIT viewer.pathDragged("target", moved, false); // the maps may still be prepared at first
            QTest::qWait(50);
        }
        QVERIFY(f.views().mapPreview);
        const auto preview = f.views().map();
        QVERIFY(preview != kept && preview->values != kept->values);
        QVERIFY(preview->surface.key() == kept->surface.key());
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        // The same colours as the operation gives there.
        Job job;
        ParamValues v;
        v.set("target_point", moved);
        const Case after =
            runOperation(f.registry.at("liver.plan-puncture"), f.workspace->document().current(), v, {}, job).after;
        const auto& exact = after.fields.at(Id("skin-map-plan-1"))->values;
        QCOMPARE(exact.size(), preview->values.size());
        double worst = 0;
        for (size_t n = 0; n < exact.size(); ++n)
            if (std::isfinite(exact[n]) && std::isfinite(preview->values[n]))
                worst = std::max(worst, double(std::abs(exact[n] - preview->values[n])));
        QVERIFY2(worst < 1e-5, qPrintable(QString::number(worst)));
        // Released where it was: the plan's own map again.
        const auto before = f.workspace->document().current().plans.at(Id("plan-1"));
        Q_EMIT viewer.pathDragged("target", f.point("target"), true);
        QTRY_VERIFY_WITH_TIMEOUT(
            f.workspace->document().current().plans.at(Id("plan-1")) != before && !f.workspace->busy(), kWait);
        QVERIFY(!f.views().mapPreview);
        f.workspace->undo();
    }

    void laterStepsWorkOnThePlanInHand()
    {
        Steps& f = *m_steps;
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        auto* zone = f.at<QPushButton>("liver.ablation.run");
        QVERIFY2(zone->isEnabled(), qPrintable(zone->toolTip()));
        QTest::mouseClick(zone, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            f.workspace->document().current().plans.contains(Id("ablation-1")) && !f.workspace->busy(), kWait);
        bool shown = false;
        for (const QTableWidget* t : f.at<QWidget>("liver.ablation")->findChildren<QTableWidget*>())
            shown = shown || (t->isVisibleTo(f.at<QWidget>("liver.ablation")) && t->rowCount() > 3);
        QVERIFY(shown);
        // Without another state of breathing it says what it needs.
        auto* breathing = f.at<QPushButton>("liver.breathing.run");
        QVERIFY(!breathing->isEnabled() && !breathing->toolTip().isEmpty());
        QVERIFY(f.at<QPushButton>("comparePlans")->isEnabled());
        f.at<QPushButton>("signPlan")->click();
        QVERIFY(f.at<QPushButton>("planApprove")->isVisible());
        f.window->showPanel("Liver puncture");
    }

    void theCutIsMovedAndTellsAtOnceWhatRemains()
    {
        Steps& f = *m_steps;
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        auto* step = f.at<OperationStep>("liver.resect");
        ParamValues v;
        v.set("point", synthetic::kLiver);
        v.set("normal", Vec3(Vec3::UnitX()));
        step->give(v);
        auto* slider = f.at<QSlider>("cutShift");
        QVERIFY2(slider->isEnabled(), qPrintable(slider->toolTip()));
        auto* told = f.at<QLabel>("cutShiftTold");
        slider->setValue(200);
        // Before it is prepared the cut is another one: what is told is of that.
        v.set("point", Vec3(synthetic::kLiver + Vec3(-15, 0, 0)));
        step->give(v);
        slider->setValue(350);
        // 20 mm of the radius from the middle: a cap of 35 mm is removed.
        QTRY_VERIFY_WITH_TIMEOUT(told->text().startsWith(QStringLiteral("≈")), kWait);
        constexpr double kR = synthetic::kLiverRadius, kH = kR - 20;
        const double cap = M_PI * kH * kH * (3 * kR - kH) / 3000;
        static const QRegularExpression number("([0-9.]+).mL");
        auto found = number.globalMatch(told->text());
        QVERIFY(found.hasNext());
        found.next(); // what remains
        QVERIFY(found.hasNext());
        const double removed = found.next().captured(1).toDouble();
        QVERIFY2(std::abs(removed - cap) < 0.03 * cap, qPrintable(told->text()));
        QTRY_VERIFY_WITH_TIMEOUT(f.views().preview && f.views().preview->mask, kWait);
        QVERIFY(std::abs(f.views().preview->mask->volumeMl() - cap) < 0.03 * cap);
        // Let go, it stands in the form, and the operation says the same.
        QCOMPARE(step->form()->values().real("shift"), 35.0);
        QTest::mouseClick(f.at<QPushButton>("liver.resect.run"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            f.workspace->document().current().plans.contains(Id("resection-1")) && !f.workspace->busy(), kWait);
        QVERIFY(!f.views().preview);
        const auto& s = f.workspace->document().current().structure(Id("resection-1-removed"));
        QVERIFY(std::abs(s.mask->volumeMl() - removed) < 0.01 * cap);
        f.workspace->undo();
    }

    void asecondPlanIsDrawnBesideTheFirst()
    {
        Steps& f = *m_steps;
        f.at<QPushButton>("anotherPlan")->click();
        QTest::mouseClick(f.at<QPushButton>("computePath"), Qt::LeftButton);
        const auto& document = f.workspace->document();
        QTRY_VERIFY_WITH_TIMEOUT(document.current().plans.contains(Id("plan-2")) && !f.workspace->busy(), kWait);
        QTRY_COMPARE(f.views().others.size(), size_t(1));
        QVERIFY(!f.views().others[0].faint);
        QCOMPARE(f.views().others[0].label, QString::fromStdString(f.plan().name));
        QCOMPARE(f.views().path->label, QString::fromStdString(f.plan("plan-2").name));
    }

private:
    std::unique_ptr<Steps> m_steps;
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestPunctureSteps test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_puncture_steps.moc"
