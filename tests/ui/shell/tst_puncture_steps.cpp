// The liver's panel: the other entries, views along the needle, several needles, the skin's colours while the target is
// dragged, and the steps after the path.

#include "core/operation/recorded.h"
#include "tests/plugins/liver/synthetic.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/forms/param_form.h"
#include "ui/forms/text.h"
#include "ui/panels/curve_chart.h"
#include "ui/panels/operation_step.h"
#include "ui/panels/parallel_chart.h"
#include "ui/viewer/points_tool.h"
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

/// The removed volume (mL) that the cut's slider tells; nullopt as long as it tells none.
std::optional<double> removedTold(const QString& told)
{
    static const QRegularExpression number("([0-9.]+).mL");
    auto found = number.globalMatch(told);
    if (!told.startsWith(QStringLiteral("≈")) || !found.hasNext())
        return std::nullopt;
    found.next(); // what remains
    return found.hasNext() ? std::optional(found.next().captured(1).toDouble()) : std::nullopt;
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
        QVERIFY(f.at<QPushButton>("punctureCompare")->isEnabled());
        f.at<QPushButton>("punctureSign")->click();
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
        QVERIFY2(removedTold(told->text()), qPrintable(told->text()));
        const double removed = *removedTold(told->text());
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

    /// The points of a cut are set and dragged in the views; what remains follows.
    void theCutIsDrawnByPoints()
    {
        Steps& f = *m_steps;
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        auto* step = f.at<OperationStep>("liver.resect");
        ParamValues v;
        v.set("normal", Vec3(Vec3::UnitX()));
        v.set("shift", 0.0);
        step->give(v);
        auto* set = f.at<QPushButton>("cutByPoints");
        auto* told = f.at<QLabel>("cutShiftTold");
        set->click();
        auto* tool = dynamic_cast<PointsTool*>(f.window->viewer()->tool());
        QVERIFY(tool && set->isChecked());
        QCOMPARE(step->form()->values().text("method"), std::string("surface through points"));
        // Four places in the plane at 10 mm from the middle, in two slices.
        const auto click = [&](double y, double z) {
            const SlicePlane p = slicePlane(PlaneKind::Axial, synthetic::kLiver + Vec3(10, 0, z), QSize(400, 400), 0.5);
            const QPointF at = p.toPixel(synthetic::kLiver + Vec3(10, y, z));
            tool->press(p, at);
            tool->release(p, at);
        };
        click(-20, -15);
        click(20, -15);
        QVERIFY(f.at<QLabel>("cutByPointsHint")->text().contains(QStringLiteral("2 of 3")));
        click(-20, 15);
        click(20, 15);
        QCOMPARE(step->form()->values().points("cut_points").size(), size_t(4));
        constexpr double kR = synthetic::kLiverRadius;
        const auto cap = [](double h) { return M_PI * h * h * (3 * kR - h) / 3000; };
        const auto near = [&](double wanted) {
            const auto removed = removedTold(told->text());
            return removed && std::abs(*removed - wanted) < 0.03 * wanted;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(near(cap(kR - 10)), qPrintable(told->text()), kWait);
        // All four dragged 8 mm out, one after the other.
        for (const auto& [y, z] : {std::pair(-20, -15), {20, -15}, {-20, 15}, {20, 15}}) {
            const SlicePlane p = slicePlane(PlaneKind::Axial, synthetic::kLiver + Vec3(10, 0, z), QSize(400, 400), 0.5);
            tool->press(p, p.toPixel(synthetic::kLiver + Vec3(10, y, z)));
            tool->drag(p, p.toPixel(synthetic::kLiver + Vec3(18, y, z)));
            tool->release(p, p.toPixel(synthetic::kLiver + Vec3(18, y, z)));
        }
        QTRY_VERIFY2_WITH_TIMEOUT(near(cap(kR - 18)), qPrintable(told->text()), kWait);
        QTRY_VERIFY_WITH_TIMEOUT(f.views().preview && f.views().preview->mask, kWait);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(f.views().preview->mask->volumeMl() - cap(kR - 18)) < 0.03 * cap(kR - 18),
                                 kWait);
        // Another tool, or Escape, ends it.
        tool->cancel();
        QVERIFY(!set->isChecked() && !f.window->viewer()->tool());
        v.set("method", std::string("plane"));
        step->give(v);
    }

    /// The curve of the portal pressure: its mark is the share in the form, moves with the cut, and tells at once.
    void portalPressureFollowsWhatIsRemoved()
    {
        Steps& f = *m_steps;
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        auto* step = f.at<OperationStep>("liver.circulation");
        auto* chart = f.at<CurveChart>("portalCurve");
        auto* told = f.at<QLabel>("portalTold");
        ParamValues v;
        v.set("removed", 55.0);
        v.set("portal_pressure", 11.0);
        step->give(v);
        QVERIFY(chart->content() && chart->isVisibleTo(f.window.get()));
        QCOMPARE(chart->mark(), 55.0);
        QCOMPARE(chart->content()->samples.front().x, 30.0);
        QCOMPARE(chart->content()->samples.back().x, 70.0);
        const QString at55 = told->text();
        QVERIFY(at55.contains(QStringLiteral("55.0")));
        // Inputs change the curve, a larger share widens it.
        const double before = chart->content()->samples.front().y;
        v.set("portal_pressure", 14.0);
        v.set("removed", 82.0);
        step->give(v);
        QVERIFY(chart->content()->samples.front().y > before + 1);
        QCOMPARE(chart->content()->samples.back().x, 90.0);
        v.set("portal_pressure", 11.0);
        v.set("removed", 55.0);
        step->give(v);
        QCOMPARE(told->text(), at55);
        // By key: let go, it stands in the form.
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(step->form()->values().real("removed"), 56.0);
        QVERIFY(told->text() != at55);
        // What a run says is what was told (the value; the band stands in the note).
        QTest::mouseClick(f.at<QPushButton>("liver.circulation.run"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            f.workspace->document().current().plans.contains(Id("circulation")) && !f.workspace->busy(), kWait);
        for (const PlanNumber& n : f.plan("circulation").numbers)
            if (n.key == "portal_pressure")
                QVERIFY2(told->text().contains(shown(*n.after, Unit::MillimetreOfMercury)), qPrintable(told->text()));
        // The slider of the cut moves the mark.
        auto* cut = f.at<OperationStep>("liver.resect");
        ParamValues plane;
        plane.set("point", synthetic::kLiver);
        plane.set("normal", Vec3(Vec3::UnitX()));
        plane.set("shift", 0.0);
        cut->give(plane);
        auto* slider = f.at<QSlider>("cutShift");
        auto* cutTold = f.at<QLabel>("cutShiftTold");
        slider->setValue(50);
        QTRY_VERIFY_WITH_TIMEOUT(cutTold->text().startsWith(QStringLiteral("≈")), kWait);
        slider->setValue(0);
        QVERIFY2(std::abs(chart->mark() - 50) < 1, qPrintable(QString::number(chart->mark()))); // half of a ball
        f.workspace->undo();
    }

    /// A needle that is dragged is measured with what its plan was made with, not with what the form holds by chance.
    void theFormsTakeOverWhatAPlanWasMadeWith()
    {
        Steps& f = *m_steps;
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        ParamValues v;
        v.set("plan_id", std::string("plan-7"));
        v.set("needle_length", 123.0);
        bool done = false;
        f.workspace->run("liver.plan-puncture", v, [&](const Outcome& o) { done = o.ok; });
        QTRY_VERIFY_WITH_TIMEOUT(done && !f.workspace->busy(), kWait);
        f.workspace->select(Id("plan-7"));
        QTRY_COMPARE(f.views().path->label, QString::fromStdString(f.plan("plan-7").name));
        QTest::qWait(50);
        const auto before = f.workspace->document().current().plans.at(Id("plan-7"));
        const Vec3 entry = before->points[1].position;
        Q_EMIT f.window->viewer()->pathDragged("entry", entry, true);
        QTRY_VERIFY_WITH_TIMEOUT(
            f.workspace->document().current().lineage.at(Id("plan-7"))->parameters.find("entry_point") !=
                    std::string::npos &&
                !f.workspace->busy(),
            kWait);
        const Case& c = f.workspace->document().current();
        const ParamValues made = recordedValues(c, Id("plan-7"), f.registry.at("liver.plan-puncture").declare());
        QCOMPARE(made.real("needle_length"), 123.0);
        QVERIFY(made.has("entry_point"));
        // Back to the first plan: its own values again.
        f.workspace->select(Id("plan-1"));
        QTest::qWait(50);
        Q_EMIT f.window->viewer()->pathDragged("entry", f.point("entry"), true);
        QTRY_VERIFY_WITH_TIMEOUT(
            f.workspace->document().current().lineage.at(Id("plan-1"))->parameters.find("entry_point") !=
                    std::string::npos &&
                !f.workspace->busy(),
            kWait);
        const Case& now = f.workspace->document().current();
        QVERIFY(
            recordedValues(now, Id("plan-1"), f.registry.at("liver.plan-puncture").declare()).real("needle_length") !=
            123.0);
        for (int n = 0; n < 3; ++n)
            f.workspace->undo();
        QVERIFY(!f.workspace->document().current().plans.contains(Id("plan-7")));
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
