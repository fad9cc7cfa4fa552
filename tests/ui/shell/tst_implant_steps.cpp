// The implant's panel: canal by points, placing, moving by steps and by dragging with distances and stress, the exact
// numbers once it is let go, stress as a step, a second implant.

#include "core/case/placed_implant.h"
#include "tests/plugins/implant/jaw_case.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/forms/param_form.h"
#include "ui/panels/operation_step.h"
#include "ui/viewer/points_tool.h"
#include "ui/viewer/viewer.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace pollux;

namespace {

constexpr int kWait = 300000; // under a sanitizer on a busy machine

struct Implants : WindowFixture
{
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
    template <class T>
    T* at(const char* name) const
    {
        return window->findChild<T*>(QLatin1String(name));
    }
    const Case& now() const { return workspace->document().current(); }
    std::optional<PlacedImplant> placed(const char* id = "implant-1") const
    {
        const auto it = now().plans.find(Id(id));
        return it == now().plans.end() ? std::nullopt : placedImplant(*it->second);
    }
    /// The panel's own form of the operation.
    ParamForm* form() const
    {
        for (ParamForm* f : window->findChildren<ParamForm*>())
            if (f->values().has("abutment_height"))
                return f;
        return nullptr;
    }
    /// For a person to look at: POLLUX_LOOK names the folder.
    void look(const char* name) const
    {
        if (qEnvironmentVariableIsSet("POLLUX_LOOK"))
            window->grab().save(qEnvironmentVariable("POLLUX_LOOK") + '/' + name + ".png");
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

    /// Not asserted on time: printed, for a person to read.
    void twoHundredPoses()
    {
        Implants& f = *m_implants;
        const PlacedImplant before = *f.placed();
        auto* told = f.at<QLabel>("stressTold");
        Viewer* viewer = f.window->viewer();
        std::vector<double> ms;
        int frames = 0;
        QString last;
        QElapsedTimer all;
        all.start();
        for (int n = 0; n < 200; ++n) {
            const double t = n * 0.0628;
            QElapsedTimer one;
            one.start();
            Q_EMIT viewer->pathDragged(
                QStringLiteral("entry"),
                before.pose.origin + std::sin(t) * f.jaw.gapTangent + Vec3(0, 0, 0.5 * std::sin(2 * t)), false);
            QCoreApplication::processEvents();
            ms.push_back(double(one.nsecsElapsed()) / 1e6);
            if (told->text() != last) {
                last = told->text();
                ++frames;
            }
        }
        const double seconds = double(all.elapsed()) / 1000;
        std::sort(ms.begin(), ms.end());
        qInfo("200 poses: median %.1f ms, P95 %.1f ms, longest %.1f ms; the stress was told %d times in %.2f s",
              ms[100], ms[190], ms.back(), frames, seconds);
        QVERIFY(frames > 0);
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), before.pose.origin, true);
        QTRY_VERIFY_WITH_TIMEOUT((f.placed()->pose.origin - before.pose.origin).norm() < 1e-6 && !f.workspace->busy(),
                                 kWait);
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
