// The implant's panel: canal by points, placing, moving by steps and by dragging with distances and stress, the exact
// numbers once it is let go, stress as a step, views turned to the implant and the arch, other loads from unit loads, a
// second implant.

#include "core/case/placed_implant.h"
#include "core/operation/recorded.h"
#include "tests/plugins/implant/jaw_case.h"
#include "tests/ui/shell/gate.h"
#include "tests/ui/shell/steps_fixture.h"
#include "ui/forms/quantity_edit.h"
#include "ui/panels/operation_step.h"
#include "ui/viewer/points_tool.h"
#include "ui/viewer/viewer.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSlider>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace pollux;

namespace {

constexpr int kWait = StepsFixture::kWait;

struct Implants : StepsFixture
{
    Gate gate{registry};
    Jaw jaw;

    Implants()
    {
        JawOptions o;
        o.spacing = 0.5;
        jaw = makeJaw(o, Job());
        Case c = jawcase::makeCase(jaw, true);
        Edit e;
        e.remove(Id("mandibular_canal_left")); // to be traced
        openCase(apply(c, e));
        window->showPanel("Implants");
    }
    std::optional<PlacedImplant> placed(const char* id = "implant-1") const
    {
        const auto it = now().plans.find(Id(id));
        return it == now().plans.end() ? std::nullopt : placedImplant(*it->second);
    }
    ParamForm* form() const { return formWith("abutment_height"); }
    /// Scrolled to a widget of the page.
    void lookAt(const char* name, QWidget* shown) const
    {
        for (QWidget* w = shown; w; w = w->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(w))
                area->ensureWidgetVisible(shown, 0, 120);
        QTest::qWait(100);
        look(name);
    }
};

} // namespace

class TestImplantSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_implants = std::make_unique<Implants>(); }
    void cleanupTestCase() { m_implants.reset(); }

    void canalIsTracedByPoints()
    {
        Implants& f = *m_implants;
        auto* make = f.at<QPushButton>("traceMake");
        QVERIFY(!make->isEnabled());
        f.at<QPushButton>("tracePoints")->setChecked(true);
        auto* tool = qobject_cast<PointsTool*>(f.window->viewer()->tool());
        QVERIFY(tool);
        std::vector<Vec3> points;
        for (size_t n = 0; n < f.jaw.canalLeft.size(); n += 8)
            points.push_back(f.jaw.canalLeft[n]);
        tool->setPoints(points);
        Q_EMIT tool->edited(points, true);
        QVERIFY(make->isEnabled());
        f.look("canal");
        QTest::mouseClick(make, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.now().structures.contains(Id("mandibular-canal-left")) && !f.workspace->busy(),
                                 kWait);
        QVERIFY(!f.window->viewer()->tool());
    }

    void placedWhereTheCrosshairWas()
    {
        Implants& f = *m_implants;
        ParamForm* form = f.form();
        QVERIFY(form);
        ParamValues v = form->values();
        v.set("platform", f.jaw.gapCrest);
        form->setValues(v);
        auto* run = f.at<QPushButton>("placeImplant");
        QVERIFY2(run->isEnabled(), qPrintable(run->toolTip()));
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.placed() && !f.workspace->busy(), kWait);
        QVERIFY((f.placed()->pose.origin - f.jaw.gapCrest).norm() < 1e-6);
        QVERIFY(jawcase::after(f.now().plan(Id("implant-1")), "canal") > 0);
        QVERIFY(f.window->viewer()->path());
        QTest::qWait(200);
        f.look("placed");
    }

    void stepsMoveItAlongItsAxes()
    {
        Implants& f = *m_implants;
        const PlacedImplant before = *f.placed();
        f.at<QComboBox>("nudgeStep")->setCurrentIndex(2); // 1 mm or degree
        QTest::mouseClick(f.at<QPushButton>("nudgeDeeper"), Qt::LeftButton);
        QTest::mouseClick(f.at<QPushButton>("tiltLeft"), Qt::LeftButton);
        // Shown at once, exact a moment later.
        const Path& path = *f.window->viewer()->path();
        QVERIFY((path.entry - before.pose.at(1)).norm() < 1e-6);
        QTRY_VERIFY_WITH_TIMEOUT(
            f.placed() && (f.placed()->pose.origin - before.pose.at(1)).norm() < 1e-6 && !f.workspace->busy(), kWait);
        const double turned = std::acos(std::clamp(before.pose.direction.dot(f.placed()->pose.direction), -1.0, 1.0));
        QVERIFY2(std::fabs(turned * 57.29578 - 1) < 1e-3, qPrintable(QString::number(turned * 57.29578)));
        QVERIFY(f.placed()->pose.direction.x() > before.pose.direction.x()); // left is +x
        f.workspace->undo();
        QVERIFY((f.placed()->pose.origin - before.pose.origin).norm() < 1e-9);
    }

    void draggingTellsDistancesAndStress()
    {
        Implants& f = *m_implants;
        const PlacedImplant before = *f.placed();
        auto* told = f.at<QLabel>("stressTold");
        Viewer* viewer = f.window->viewer();
        const auto drag = [&](double mm, bool finished) {
            Q_EMIT viewer->pathDragged(QStringLiteral("entry"), before.pose.origin + mm * f.jaw.gapTangent, finished);
        };
        drag(0.3, false);
        QTRY_VERIFY_WITH_TIMEOUT(told->text().contains(QStringLiteral("MPa")), kWait);
        drag(0.6, false);
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        bool approximate = false;
        for (QTableWidget* table : f.window->findChildren<QTableWidget*>())
            for (int r = 0; r < table->rowCount() && table->isVisible(); ++r)
                for (int c = 0; c < table->columnCount(); ++c)
                    approximate = approximate || (table->item(r, c) && table->item(r, c)->text().contains(u'≈'));
        QVERIFY(approximate);
        f.look("dragging");
        drag(1.0, true);
        QTRY_VERIFY_WITH_TIMEOUT(
            f.placed() && (f.placed()->pose.origin - (before.pose.origin + f.jaw.gapTangent)).norm() < 1e-6 &&
                !f.workspace->busy(),
            kWait);
        QVERIFY(told->text().isEmpty());
    }

    void theKeysAreTold()
    {
        Implants& f = *m_implants;
        auto* keys = f.at<QLabel>("implantKeys");
        QVERIFY(keys && keys->isVisible());
        QVERIFY(keys->text().contains(QStringLiteral("Page down (deeper)")) && !keys->text().contains("S ("));
        QVERIFY(f.at<QPushButton>("nudgeLeft")->toolTip().endsWith(QStringLiteral("(L)")));
        QVERIFY(f.at<QPushButton>("tiltBackwards")->toolTip().endsWith(QStringLiteral("(Shift+P)")));
        QVERIFY(f.at<QPushButton>("nudgeDeeper")->toolTip().endsWith(QStringLiteral("(Page down)")));
    }

    void stressIsAStep()
    {
        Implants& f = *m_implants;
        QPushButton* run = nullptr;
        for (OperationStep* s : f.window->findChildren<OperationStep*>())
            if (s->form()->values().has("oblique"))
                for (QPushButton* b : s->findChildren<QPushButton*>())
                    if (b->text().contains(QStringLiteral("stress")))
                        run = b;
        QVERIFY(run);
        QVERIFY2(run->isEnabled(), qPrintable(run->toolTip()));
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.now().plans.contains(Id("stress-1")) && !f.workspace->busy(), kWait);
        QVERIFY(jawcase::after(f.now().plan(Id("stress-1")), "p99") > 0);
        QVERIFY(f.now().fields.contains(Id("stress-1-map")));
        QTest::qWait(300);
        f.look("stress");
    }

    void viewsTurnToTheImplantAndTheArch()
    {
        Implants& f = *m_implants;
        Viewer* viewer = f.window->viewer();
        auto* along = f.at<QPushButton>("viewsAlong");
        auto* across = f.at<QPushButton>("viewsAcross");
        QVERIFY(along->isEnabled());
        QVERIFY(!across->isEnabled()); // no arch yet
        const auto off = [&](const Vec3& a, const Vec3& b) {
            return std::atan2(a.cross(b).norm(), std::fabs(a.dot(b))) * 57.29578;
        };
        const Vec3 axis = f.placed()->pose.direction;
        QTest::mouseClick(along, Qt::LeftButton);
        QVERIFY(off(viewer->slicePlane(PlaneKind::Axial).normal(), axis) < 0.1);
        QVERIFY((viewer->crosshair() - f.placed()->pose.at(f.placed()->implant.length / 2)).norm() < 1e-6);

        QTest::mouseClick(f.at<QPushButton>("findArch"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.now().structures.contains(Id("dental-arch")) && !f.workspace->busy(), kWait);
        QVERIFY(across->isEnabled());
        QTest::mouseClick(along, Qt::LeftButton);
        QVERIFY(off(viewer->slicePlane(PlaneKind::Axial).normal(), axis) < 0.1);
        for (const PlaneKind kind : {PlaneKind::Sagittal, PlaneKind::Coronal}) // both contain the axis
            QVERIFY(std::fabs(off(viewer->slicePlane(kind).normal(), axis) - 90) < 0.1);
        // The sagittal one from cheek to tongue: square to the row of teeth, as far as the axis lets it.
        QVERIFY(off(viewer->slicePlane(PlaneKind::Sagittal).normal(), f.jaw.gapTangent) < 12);
        QTest::qWait(200);
        f.lookAt("along", along);
        QTest::mouseClick(across, Qt::LeftButton);
        QVERIFY(off(viewer->slicePlane(PlaneKind::Sagittal).normal(), f.jaw.gapTangent) < 8);
        QTest::qWait(200);
        f.lookAt("across", across);
        QTest::mouseClick(f.at<QPushButton>("viewsStraight"), Qt::LeftButton);
        QVERIFY(isStandard(viewer->axes()));
    }

    void panoramicViewIsOneClick()
    {
        Implants& f = *m_implants;
        auto* button = f.at<QPushButton>("panoramicView");
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(f.at<QWidget>("curvedView")->isVisible());
        QCOMPARE(f.at<QComboBox>("curvedCurve")->currentData().toString(), QStringLiteral("dental-arch"));
        QCOMPARE(f.at<QComboBox>("curvedKind")->currentData().toInt(), int(CurvedKind::Panoramic));
        QTRY_VERIFY_WITH_TIMEOUT(f.at<QPushButton>("curvedSave")->isEnabled(), kWait);
        f.look("panoramic");
        f.window->showPanel("Implants");
    }

    void slidersGiveOtherLoadsAtOnce()
    {
        Implants& f = *m_implants;
        auto* axial = f.at<QuantityEdit>("loadAxial");
        auto* bending = f.at<QuantityEdit>("loadBending");
        auto* direction = f.at<QuantityEdit>("loadDirection");
        auto* moment = f.at<QuantityEdit>("loadMoment");
        auto* told = f.at<QLabel>("loadTold");
        auto* compute = f.at<QPushButton>("computeLoad");
        QVERIFY(axial && axial->isVisible());
        // As recorded: 100 N at 20 degrees towards the left.
        QVERIFY(std::fabs(*axial->value() - 93.969) < 1e-3);
        QVERIFY(std::fabs(*bending->value() - 34.202) < 1e-3);
        QVERIFY(!compute->isEnabled()); // computed already
        const double recorded = jawcase::after(f.now().plan(Id("stress-1")), "p99");

        f.at<QSlider>("loadAxialSlider")->setValue(95);
        QCOMPARE(*axial->value(), 95.0);
        QTRY_VERIFY_WITH_TIMEOUT(std::isfinite(toldP99()), kWait);
        QVERIFY2(std::fabs(toldP99() / recorded - 1) < 0.02, qPrintable(told->text())); // nearly that load
        QVERIFY(f.window->viewer()->state().mapPreview);

        const auto set = [&](double a, double b, double d, double m) {
            axial->setValue(a);
            bending->setValue(b);
            direction->setValue(d);
            moment->setValue(m);
            return toldP99();
        };
        const double one = set(300, 90, 45, 360);
        const double two = set(600, 180, 45, 720), three = set(900, 270, 45, 1080);
        QVERIFY2(std::fabs(two / one - 2) < 0.02 && std::fabs(three / one - 3) < 0.02,
                 qPrintable(QString("%1 %2 %3").arg(one).arg(two).arg(three)));
        // The scale of the map grows with what it has to show, and is that of the result for less.
        const auto high = [&] { return f.window->viewer()->state().mapPreview->high; };
        QVERIFY2(std::fabs(high() - three) < 0.06, qPrintable(QString("%1 for %2").arg(high()).arg(three)));
        f.lookAt("loads", told);
        QVERIFY(set(30, 9, 45, 36) < recorded);
        QVERIFY(std::fabs(high() - recorded) < 1e-9);
        // No load is told and is no error; it cannot be computed.
        set(0, 0, 45, 0);
        QVERIFY(told->text().contains(QStringLiteral("no load")));
        QVERIFY(!compute->isEnabled());
        // A moment that no height gives can be computed, too.
        QVERIFY(std::isfinite(set(100, 0, 45, 120)));
        QVERIFY(compute->isEnabled());
        // From cheek to tongue, where an arch is.
        set(100, 30, 45, 120);
        QTest::mouseClick(f.at<QPushButton>("loadTongue"), Qt::LeftButton);
        const double tongue = *direction->value();
        QTest::mouseClick(f.at<QPushButton>("loadCheek"), Qt::LeftButton);
        QVERIFY(std::fabs(std::fabs(tongue - *direction->value()) - 180) < 0.3);
    }

    /// The step says whether it can be run: its button elsewhere follows.
    void aLoadWaitsForTheRunOnItsWay()
    {
        Implants& f = *m_implants;
        auto* compute = f.at<QPushButton>("computeLoad");
        f.at<QSlider>("loadAxialSlider")->setValue(97);
        QVERIFY2(compute->isEnabled(), qPrintable(compute->toolTip()));
        f.gate.shut(*f.workspace);
        QTest::mouseClick(f.at<QPushButton>("implant.stress.run"), Qt::LeftButton);
        QVERIFY(!compute->isEnabled());
        QVERIFY2(compute->toolTip().contains(QStringLiteral("being computed")), qPrintable(compute->toolTip()));
        f.gate.open();
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        QVERIFY(!compute->toolTip().contains(QStringLiteral("being computed")));
    }

    void computeWithThisLoadRecordsIt()
    {
        Implants& f = *m_implants;
        f.at<QuantityEdit>("loadAxial")->setValue(120);
        f.at<QuantityEdit>("loadBending")->setValue(50);
        f.at<QuantityEdit>("loadDirection")->setValue(60);
        f.at<QuantityEdit>("loadMoment")->setValue(300);
        const double told = toldP99();
        auto* compute = f.at<QPushButton>("computeLoad");
        QVERIFY2(compute->isEnabled(), qPrintable(compute->toolTip()));
        QTest::mouseClick(compute, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(std::fabs(jawcase::after(f.now().plan(Id("stress-1")), "load") - 130) < 1e-6 &&
                                     !f.workspace->busy(),
                                 kWait);
        const Plan& p = f.now().plan(Id("stress-1"));
        const double p99 = jawcase::after(p, "p99");
        qInfo("P99 told by superposition %.2f, computed %.4f MPa", told, p99);
        QVERIFY(std::fabs(told - p99) < 0.051 + 1e-4 * p99); // one decimal is told
        QVERIFY(std::fabs(jawcase::after(p, "load_height") - (4.5 + 6)) < 1e-6);
        const ParamValues v = recordedValues(f.now(), Id("stress-1"), f.registry.at("implant.stress").declare());
        QVERIFY(std::fabs(v.real("force") - 130) < 1e-6);
        QVERIFY(std::fabs(v.real("oblique") - 22.6198649) < 1e-4);
        QVERIFY(std::fabs(v.real("turn") - 60) < 1e-6);
        QVERIFY(std::fabs(v.real("load_height") - 6) < 1e-6);
        // The result's own map stands again, and the sliders are its load.
        QTest::qWait(100);
        QVERIFY(!f.window->viewer()->state().mapPreview);
        QVERIFY(!compute->isEnabled());
        QVERIFY(std::fabs(*f.at<QuantityEdit>("loadMoment")->value() - 300) < 1e-2);
        f.lookAt("computed", compute);
    }

    void bodyMovesSmoothly()
    {
        Implants& f = *m_implants;
        Viewer* viewer = f.window->viewer();
        const PlacedImplant before = *f.placed();
        const Id body("implant-1-body");
        const auto own = f.now().structures.at(body)->surface;
        const auto shownOne = [&] { return viewer->state().document->structures.at(body)->surface; };
        QCOMPARE(shownOne(), own);
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), before.pose.origin + Vec3(0.4, 0, 0), false);
        QVERIFY(shownOne() != own);
        QCOMPARE(shownOne()->points().size(), own->points().size());
        for (size_t n = 0; n < own->points().size(); n += 17) // moved as a rigid body
            QVERIFY((shownOne()->points()[n] - own->points()[n] - Vec3f(0.4F, 0, 0)).norm() < 1e-3F);
        QVERIFY(!viewer->state().preview);
        QTest::qWait(100);
        f.look("moving");
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), before.pose.origin, true);
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy() && shownOne() == f.now().structures.at(body)->surface, kWait);
    }

    void unitLoadsAreOfOnePose()
    {
        Implants& f = *m_implants;
        Viewer* viewer = f.window->viewer();
        auto* axial = f.at<QuantityEdit>("loadAxial");
        auto* told = f.at<QLabel>("loadTold");
        const PlacedImplant before = *f.placed();
        axial->setValue(150);
        QTRY_VERIFY_WITH_TIMEOUT(std::isfinite(toldP99()), kWait);
        // On its way: they are of another pose now.
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), before.pose.origin + 0.5 * f.jaw.gapTangent, false);
        QVERIFY(std::isnan(toldP99()));
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), before.pose.origin + 0.5 * f.jaw.gapTangent, true);
        QTRY_VERIFY_WITH_TIMEOUT((f.placed()->pose.origin - before.pose.origin).norm() > 0.4 && !f.workspace->busy(),
                                 kWait);
        QVERIFY(std::isnan(toldP99()));
        // Being solved there, and stopped by a newer pose: nothing of it comes back.
        axial->setValue(160);
        QVERIFY2(told->text().contains(QStringLiteral("being solved")), qPrintable(told->text()));
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), before.pose.origin, false);
        QVERIFY(!told->text().contains(QStringLiteral("being solved")));
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), before.pose.origin, true);
        QTRY_VERIFY_WITH_TIMEOUT((f.placed()->pose.origin - before.pose.origin).norm() < 1e-6 && !f.workspace->busy(),
                                 kWait);
        QVERIFY(std::isnan(toldP99()));
        QVERIFY(!viewer->state().mapPreview);
    }

    void anotherKeepsTheFirst()
    {
        Implants& f = *m_implants;
        QTest::mouseClick(f.at<QPushButton>("anotherImplant"), Qt::LeftButton);
        ParamForm* form = f.form();
        ParamValues v = form->values();
        QCOMPARE(v.text("plan_id"), std::string("implant-2"));
        v.set("platform", Vec3(f.jaw.gapCrest + 6 * f.jaw.gapTangent));
        form->setValues(v);
        QTest::mouseClick(f.at<QPushButton>("placeImplant"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.placed("implant-2") && !f.workspace->busy(), kWait);
        QVERIFY(f.placed());
        const double gap = jawcase::after(f.now().plan(Id("implant-2")), "implant");
        QVERIFY2(gap > 0 && gap < 3, qPrintable(QString::number(gap))); // beside it, not across it
        f.look("two");
    }

private:
    /// 99th percentile that the sliders tell, MPa; NaN: none.
    double toldP99() const
    {
        static const QRegularExpression number(QStringLiteral("percentile ([0-9.]+)"));
        const auto m = number.match(m_implants->at<QLabel>("loadTold")->text());
        return m.hasMatch() ? m.captured(1).toDouble() : std::nan("");
    }

    std::unique_ptr<Implants> m_implants;
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestImplantSteps test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_implant_steps.moc"
