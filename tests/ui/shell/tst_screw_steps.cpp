// The panel of bone screws: two points in the slices, a cannulated screw with its numbers at once, placing it, moving
// it by keys and by its ends, exact numbers once it is let go, undo, the views along it, a second one.

#include "core/case/placed_implant.h"
#include "tests/plugins/implant/ankle_case.h"
#include "tests/ui/shell/gate.h"
#include "tests/ui/shell/scene_mouse.h"
#include "tests/ui/shell/steps_fixture.h"
#include "ui/panels/step_column.h"
#include "ui/viewer/point_tool.h"
#include "ui/viewer/viewer.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace pollux;

namespace {

constexpr int kWait = StepsFixture::kWait;

struct Screws : StepsFixture
{
    Gate gate{registry};
    Ankle ankle;
    Vec3 entry, target;

    Screws()
    {
        AnkleOptions o;
        o.spacing = 0.7;
        ankle = makeAnkle(o, Job());
        entry = medialBorder(15);
        target = entry - 32 * ankle.medial;
        openCase(anklecase::makeCase(ankle));
        window->showPanel("Implants");
        window->findChild<QComboBox*>("implantTask")->setCurrentIndex(2);
    }
    /// Of the tibia, so many mm above the joint.
    Vec3 medialBorder(double height) const
    {
        const std::vector<Vec3> border = ankle.tibiaOutlineAt(height);
        return *std::max_element(border.begin(), border.end(), [&](const Vec3& a, const Vec3& b) {
            return a.dot(ankle.medial) < b.dot(ankle.medial);
        });
    }
    std::optional<PlacedShape> placed(const char* id = "screw-1") const
    {
        const auto it = now().plans.find(Id(id));
        return it == now().plans.end() ? std::nullopt : placedShape(*it->second);
    }
    double number(const char* key, const char* id = "screw-1") const
    {
        for (const PlanNumber& n : now().plan(Id(id)).numbers)
            if (n.key == key && n.after)
                return *n.after;
        return std::nan("");
    }
    void set(const char* key, const ParamValue& value) const
    {
        ParamForm* f = formWith(key);
        ParamValues v = f->values();
        v.set(key, value);
        f->setValues(v);
    }
    ParamValues form() const { return formWith("entry")->values(); }
    const Path& path() const { return *window->viewer()->path(); }
    /// A step out of the bone, let go, its exact run on its way but held back.
    bool pressAndHold()
    {
        gate.shut(*workspace);
        press(Qt::Key_PageUp);
        return QTest::qWaitFor([this] { return !at<QPushButton>("placeScrew")->isEnabled(); }, kWait);
    }
    bool goOn()
    {
        gate.open();
        return QTest::qWaitFor([this] { return !workspace->busy(); }, kWait);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(at<QWidget>("moveScrew"), key, modifiers);
    }
};

} // namespace

class TestScrewSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_f = std::make_unique<Screws>(); }
    void cleanupTestCase() { m_f.reset(); }

    void twoClicksShowItAtOnce()
    {
        Screws& f = *m_f;
        auto* place = f.at<QPushButton>("placeScrew");
        QVERIFY(!place->isEnabled());
        QVERIFY(!place->toolTip().isEmpty());
        QVERIFY(f.formWith("avoid"));
        f.set("bone", std::string("tibia"));
        f.set("avoid", std::vector<std::string>{"talus", "fibula"});
        f.set("diameter", 4.0);
        f.set("cannulation", 1.4);
        f.look("screw-start");
        auto* points = f.at<QPushButton>("screwPoints");
        QVERIFY2(points->isEnabled(), qPrintable(points->toolTip()));
        QTest::mouseClick(points, Qt::LeftButton);
        auto* tool = qobject_cast<PointTool*>(f.window->viewer()->tool());
        QVERIFY(tool);
        Q_EMIT tool->placed(f.entry);
        QVERIFY(f.at<QLabel>("screwPointsHint")->text().contains(QStringLiteral("target")));
        Q_EMIT tool->placed(f.target);
        QVERIFY(!f.window->viewer()->tool());
        QVERIFY((f.formWith("entry")->values().point("entry") - f.entry).norm() < 0.05);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈'), kWait);
        QVERIFY(f.at<QLabel>("screwGrade")->text().contains(u'≈'));
        QVERIFY(f.window->viewer()->path());
        QVERIFY(f.now().plans.empty());
        f.look("screw-live");
    }

    /// A size that is entered is seen before it is placed.
    void aThickerOneHasLessBoneBesideIt()
    {
        Screws& f = *m_f;
        const QString before = f.table();
        f.set("diameter", 6.0);
        QTRY_VERIFY_WITH_TIMEOUT(f.table() != before && f.table().contains(u'≈'), kWait);
        f.set("diameter", 4.0);
        QTRY_VERIFY_WITH_TIMEOUT(f.table() == before, kWait);
    }

    /// What is not placed is moved in the form: its button alone places it.
    void aTrialIsMovedButNotPlaced()
    {
        Screws& f = *m_f;
        const ParamValues before = f.form();
        const Vec3 entry = f.path().entry;
        QCOMPARE(f.state(3), QStringLiteral("not placed"));
        f.press(Qt::Key_S); // to the head, which is across it
        const Vec3 higher = f.path().entry;
        QVERIFY(higher.z() > entry.z() + 0.4 && (higher - entry).norm() < 0.51);
        QTRY_VERIFY_WITH_TIMEOUT((f.form().point("entry") - higher).norm() < 1e-9, kWait);
        QTest::qWait(100);
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        QVERIFY(f.now().plans.empty());
        QVERIFY((f.path().entry - higher).norm() < 1e-9 && f.path().approximate);
        QVERIFY(f.table().contains(u'≈'));
        QCOMPARE(f.state(3), QStringLiteral("not placed"));
        Q_EMIT f.window->viewer()->pathDragged(QStringLiteral("entry"), entry, true);
        QTRY_VERIFY_WITH_TIMEOUT((f.form().point("entry") - entry).norm() < 1e-9, kWait);
        QTest::qWait(100);
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        QVERIFY(f.now().plans.empty());
        f.formWith("entry")->setValues(before);
        QVERIFY((f.path().entry - entry).norm() < 1e-9);
    }

    void theKeysAreTold()
    {
        Screws& f = *m_f;
        auto* keys = f.at<QLabel>("screwKeys");
        QVERIFY(keys && keys->isVisible());
        for (const char* key : {"Page down", "Page up", "L (", "R (", "A (", "P (", "S (head)", "I (feet)", "Shift"})
            QVERIFY2(keys->text().contains(QLatin1String(key)), key);
        QVERIFY(f.at<QPushButton>("screwUp")->toolTip().endsWith(QStringLiteral("(S)")));
        QVERIFY(f.at<QPushButton>("screwTiltDown")->toolTip().endsWith(QStringLiteral("(Shift+I)")));
    }

    void placedItIsExact()
    {
        Screws& f = *m_f;
        auto* place = f.at<QPushButton>("placeScrew");
        QVERIFY2(place->isEnabled(), qPrintable(place->toolTip()));
        QTest::mouseClick(place, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.placed() && !f.workspace->busy(), kWait);
        QTRY_VERIFY(!f.table().contains(u'≈'));
        const PlacedShape shape = *f.placed();
        const auto* screw = std::get_if<BoneScrew>(&shape.implant);
        QVERIFY(screw);
        QCOMPARE(screw->cannulation, 1.4);
        QVERIFY(std::fabs(screw->length - 32) < 0.05);
        QVERIFY(f.now().structures.contains(Id("screw-1-body")));
        const QString grade = f.at<QLabel>("screwGrade")->text();
        QVERIFY2(grade.contains(QStringLiteral("Grade A")) && !grade.contains(u'≈'), qPrintable(grade));
        QVERIFY(f.at<QLabel>("screwGradeTold")->text().contains(QStringLiteral("(verified)")));
        QTest::qWait(300);
        f.look("screw-placed");
    }

    void keysMoveItAndUndoTakesItBack()
    {
        Screws& f = *m_f;
        const AxisPose before = f.placed()->pose;
        const double ahead = f.number("ahead");
        const QString told = f.table();
        f.at<QComboBox>("screwStep")->setCurrentIndex(2); // 1 mm or degree
        f.press(Qt::Key_PageUp);
        // Seen at once, told a moment later, exact when it has settled.
        QVERIFY((f.window->viewer()->path()->entry - before.at(-1)).norm() < 1e-6);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈') || (f.placed()->pose.origin - before.at(-1)).norm() < 1e-6,
                                 kWait);
        QVERIFY(f.table() != told);
        QTRY_VERIFY_WITH_TIMEOUT((f.placed()->pose.origin - before.at(-1)).norm() < 1e-6 && !f.workspace->busy(),
                                 kWait);
        QTRY_VERIFY(!f.table().contains(u'≈'));
        QVERIFY2(std::fabs(f.number("ahead") - ahead - 1) < 0.3,
                 qPrintable(QString("%1 after %2").arg(f.number("ahead")).arg(ahead)));
        QVERIFY((f.formWith("entry")->values().point("entry") - before.at(-1)).norm() < 0.05);

        // Tilted about the entry: towards the patient's front, by one degree.
        const AxisPose higher = f.placed()->pose;
        f.press(Qt::Key_A, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT((f.placed()->pose.direction - higher.direction).norm() > 1e-3 && !f.workspace->busy(),
                                 kWait);
        const AxisPose tilted = f.placed()->pose;
        QVERIFY((tilted.origin - higher.origin).norm() < 1e-6);
        QVERIFY(tilted.direction.y() < higher.direction.y()); // front is -y
        const double turned = std::acos(std::clamp(tilted.direction.dot(higher.direction), -1.0, 1.0)) * 57.29578;
        QVERIFY2(std::fabs(turned - 1) < 1e-3, qPrintable(QString::number(turned)));

        f.workspace->undo();
        f.workspace->undo();
        QVERIFY((f.placed()->pose.origin - before.origin).norm() < 1e-9);
        QVERIFY((f.window->viewer()->path()->entry - before.origin).norm() < 1e-9);
        QCOMPARE(f.table(), told);
    }

    /// What was moved and has not settled goes with an undo: nothing comes back a moment later.
    void undoWhileItSettles()
    {
        Screws& f = *m_f;
        const AxisPose before = f.placed()->pose;
        f.press(Qt::Key_PageDown);
        QTRY_VERIFY_WITH_TIMEOUT((f.placed()->pose.origin - before.origin).norm() > 0.5 && !f.workspace->busy(), kWait);
        f.press(Qt::Key_PageDown);
        f.workspace->undo();
        QTest::qWait(1500);
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        QVERIFY((f.placed()->pose.origin - before.origin).norm() < 1e-9);
        QVERIFY((f.window->viewer()->path()->entry - before.origin).norm() < 1e-9);
    }

    /// Runs that end while the user moves it on do not take it back to where they put it.
    void lateRunsTakeNothingAway()
    {
        Screws& f = *m_f;
        f.at<QComboBox>("screwStep")->setCurrentIndex(2); // 1 mm
        const AxisPose before = f.placed()->pose;
        QVERIFY(f.pressAndHold());
        f.press(Qt::Key_PageUp);
        QVERIFY((f.path().entry - before.at(-2)).norm() < 1e-9);
        QTest::qWait(1500); // it has settled: a second run waits
        double most = 0;
        QObject here;
        QObject::connect(f.workspace.get(), &Bench::caseChanged, &here, [&] {
            QTimer::singleShot(0, &here, [&] { most = std::max(most, (f.path().entry - before.at(-2)).norm()); });
        });
        QVERIFY(f.goOn());
        QVERIFY((f.placed()->pose.origin - before.at(-2)).norm() < 1e-9);
        QVERIFY2(most < 1e-9, qPrintable(QString::number(most)));
        QTRY_VERIFY(!f.table().contains(u'≈'));
        f.workspace->undo();
        f.workspace->undo();
        QVERIFY((f.placed()->pose.origin - before.origin).norm() < 1e-9);
    }

    /// An undo while a run is on its way: what the run would have put does not come a moment later.
    void undoWhileItIsComputed()
    {
        Screws& f = *m_f;
        const AxisPose before = f.placed()->pose;
        f.press(Qt::Key_PageUp);
        QTRY_VERIFY_WITH_TIMEOUT((f.placed()->pose.origin - before.at(-1)).norm() < 1e-9 && !f.workspace->busy(),
                                 kWait);
        QVERIFY(f.pressAndHold());
        f.workspace->undo();
        QVERIFY((f.path().entry - before.origin).norm() < 1e-9);
        QVERIFY(f.goOn());
        QTest::qWait(200);
        QVERIFY((f.placed()->pose.origin - before.origin).norm() < 1e-9);
        QVERIFY((f.path().entry - before.origin).norm() < 1e-9);
        QVERIFY(f.at<QPushButton>("placeScrew")->isEnabled());
    }

    void draggedByItsEnds()
    {
        Screws& f = *m_f;
        const PlacedShape before = *f.placed();
        const double length = std::get<BoneScrew>(before.implant).length;
        Viewer* viewer = f.window->viewer();
        const Vec3 tip = before.pose.at(length) + 4 * f.ankle.anterior;
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), tip, false);
        QVERIFY((viewer->path()->entry - before.pose.origin).norm() < 1e-9); // the tip turns it about the entry
        QVERIFY(std::fabs((viewer->path()->target - before.pose.origin).norm() - length) < 1e-6);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈'), kWait);
        f.look("screw-moving");
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), tip, true);
        const Vec3 way = (tip - before.pose.origin).normalized();
        QTRY_VERIFY_WITH_TIMEOUT((f.placed()->pose.direction - way).norm() < 1e-6 && !f.workspace->busy(), kWait);
        QTRY_VERIFY(!f.table().contains(u'≈'));
        // Down into the joint.
        const Vec3 out = f.placed()->pose.origin - 14 * f.ankle.shaftDirection;
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), out, false);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈'), kWait);
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), out, true);
        QTRY_VERIFY_WITH_TIMEOUT((f.placed()->pose.origin - out).norm() < 1e-6 && !f.workspace->busy(), kWait);
        QTRY_VERIFY(!f.table().contains(u'≈'));
        const QString grade = f.at<QLabel>("screwGrade")->text();
        QVERIFY2(!grade.contains(QStringLiteral("Grade A")), qPrintable(grade));
        f.look("screw-breach");
        f.workspace->undo();
    }

    /// By the arrow along its axis: what is dragged on the screen is what it moves.
    void draggedIn3D()
    {
        Screws& f = *m_f;
        Viewer* viewer = f.window->viewer();
        const AxisPose before = f.placed()->pose;
        QVERIFY(viewer->gizmo() && viewer->gizmo()->shown());
        const SceneMouse mouse(*viewer);
        const auto at = mouse.find(0);
        QVERIFY(at);
        const SceneLens lens = mouse.lens();
        const QPointF way = *lens.toPixel(before.at(10)) - *lens.toPixel(before.origin); // of 10 mm
        const QPoint by = (way * 0.4).toPoint();
        mouse.drag(*at, by, false);
        const double along = QPointF::dotProduct(by, way) / QPointF::dotProduct(way, way) * 10;
        QVERIFY2((viewer->path()->entry - before.at(along)).norm() < 1e-6, qPrintable(QString::number(along)));
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈'), kWait);
        QTest::qWait(200);
        f.look("screw-gizmo");
        QTest::mouseRelease(mouse.view, Qt::LeftButton, {}, *at + by);
        QTRY_VERIFY_WITH_TIMEOUT((f.placed()->pose.origin - before.at(along)).norm() < 1e-6 && !f.workspace->busy(),
                                 kWait);
        QVERIFY((f.placed()->pose.direction - before.direction).norm() < 1e-9);
        QTRY_VERIFY(!f.table().contains(u'≈'));
        f.workspace->undo();
        QVERIFY((f.placed()->pose.origin - before.origin).norm() < 1e-9);
    }

    void viewsTurnToIt()
    {
        Screws& f = *m_f;
        auto* along = f.at<QCheckBox>("alongScrew");
        QVERIFY2(along->isEnabled(), qPrintable(along->toolTip()));
        along->setChecked(true);
        const Vec3 axis = f.placed()->pose.direction;
        QVERIFY(std::fabs(std::fabs(f.window->viewer()->axes().col(2).dot(axis)) - 1) < 1e-6);
        f.look("screw-along");
        along->setChecked(false);
        QVERIFY((f.window->viewer()->axes() - Mat3::Identity()).norm() < 1e-9);
    }

    /// A run of the first that ends late takes the new one neither from the hand nor out of the form.
    void anotherOneWhileTheFirstIsComputed()
    {
        Screws& f = *m_f;
        const AxisPose before = f.placed()->pose;
        QVERIFY(f.pressAndHold());
        QTest::mouseClick(f.at<QPushButton>("anotherScrew"), Qt::LeftButton);
        const Vec3 entry = f.medialBorder(25), target = f.medialBorder(25) - 30 * f.ankle.medial;
        f.set("target", target);
        f.set("entry", entry);
        QVERIFY(f.goOn());
        QTest::qWait(100);
        QVERIFY((f.placed()->pose.origin - before.at(-1)).norm() < 1e-9);
        QVERIFY(!f.placed("screw-2"));
        QCOMPARE(f.form().text("plan_id"), std::string("screw-2"));
        QVERIFY((f.form().point("entry") - entry).norm() < 1e-9);
        QVERIFY(f.path().label.startsWith(QStringLiteral("screw-2")));
        QVERIFY((f.path().entry - entry).norm() < 1e-9);
        auto* which = f.at<QComboBox>("screwInHand");
        which->setCurrentIndex(0);
        Q_EMIT which->activated(0);
        QTRY_VERIFY((f.path().entry - before.at(-1)).norm() < 1e-9);
        f.workspace->undo();
        QVERIFY((f.path().entry - before.origin).norm() < 1e-9);
    }

    void anotherKeepsTheFirst()
    {
        Screws& f = *m_f;
        QTest::mouseClick(f.at<QPushButton>("anotherScrew"), Qt::LeftButton);
        QCOMPARE(f.formWith("entry")->values().text("plan_id"), std::string("screw-2"));
        QVERIFY(!f.window->viewer()->path());
        f.set("target", Vec3(f.medialBorder(25) - 30 * f.ankle.medial));
        f.set("entry", f.medialBorder(25));
        QTest::mouseClick(f.at<QPushButton>("placeScrew"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.placed("screw-2") && !f.workspace->busy(), kWait);
        QVERIFY(f.placed());
        QVERIFY(std::isfinite(f.number("implant", "screw-2")));
        auto* which = f.at<QComboBox>("screwInHand");
        QVERIFY(which->isVisible());
        QCOMPARE(which->count(), 2);
        f.look("screw-two");
        which->setCurrentIndex(0);
        Q_EMIT which->activated(0);
        QTRY_VERIFY((f.window->viewer()->path()->entry - f.placed()->pose.origin).norm() < 1e-9);
        QCOMPARE(f.formWith("entry")->values().text("plan_id"), std::string("screw-1"));
    }

    /// A move that has not settled when another screw is chosen is of the one that was moved.
    void choosingAnotherKeepsAMove()
    {
        Screws& f = *m_f;
        const AxisPose first = f.placed()->pose, second = f.placed("screw-2")->pose;
        auto* which = f.at<QComboBox>("screwInHand");
        const auto choose = [&](int index) {
            which->setCurrentIndex(index);
            Q_EMIT which->activated(index);
        };
        QVERIFY(f.pressAndHold());
        f.press(Qt::Key_PageUp);
        Q_EMIT f.window->viewer()->pathDragged(QStringLiteral("entry"), first.at(-3), true);
        choose(1);
        QTRY_VERIFY((f.path().entry - second.origin).norm() < 1e-9);
        QTest::qWait(1000);
        QVERIFY(f.goOn());
        QTest::qWait(1000);
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        QVERIFY((f.placed("screw-2")->pose.origin - second.origin).norm() < 1e-9);
        QVERIFY((f.path().entry - second.origin).norm() < 1e-9);
        QVERIFY((f.placed()->pose.origin - first.at(-3)).norm() < 1e-6);
        choose(0);
        QTRY_VERIFY((f.path().entry - first.at(-3)).norm() < 1e-6);
        // A drag that the mouse still holds is of the one before.
        Q_EMIT f.window->viewer()->pathDragged(QStringLiteral("entry"), first.at(-4), false);
        choose(1);
        QTRY_VERIFY((f.path().entry - second.origin).norm() < 1e-9);
        Q_EMIT f.window->viewer()->pathDragged(QStringLiteral("entry"), first.at(-5), false);
        QVERIFY((f.path().entry - second.origin).norm() < 1e-9);
        Q_EMIT f.window->viewer()->pathDragged(QStringLiteral("entry"), first.at(-5), true);
        QVERIFY((f.path().entry - second.origin).norm() < 1e-9);
        choose(0);
        QTRY_VERIFY((f.path().entry - first.at(-3)).norm() < 1e-6);
    }

    void smallWindow()
    {
        Screws& f = *m_f;
        f.window->resize(960, 540);
        QTest::qWait(100);
        QWidget* up = f.at<QWidget>("moveScrew");
        while (up && !qobject_cast<StepColumn*>(up))
            up = up->parentWidget();
        QVERIFY(up);
        const int needed = qobject_cast<StepColumn*>(up)->widget()->minimumSizeHint().width();
        QVERIFY2(needed <= 380, qPrintable(QString::number(needed)));
        if (qEnvironmentVariableIsSet("POLLUX_LOOK"))
            f.window->grab().save(qEnvironmentVariable("POLLUX_LOOK") + "/screw-960.png");
        f.window->resize(1280, 800);
    }

    /// Another task's views hold nothing of the screw.
    void leavesTheViews()
    {
        Screws& f = *m_f;
        QVERIFY(f.window->viewer()->path());
        f.at<QComboBox>("implantTask")->setCurrentIndex(1);
        QVERIFY(!f.window->viewer()->path() && !f.window->viewer()->gizmo());
        f.at<QComboBox>("implantTask")->setCurrentIndex(2);
        QVERIFY(f.window->viewer()->path() && f.window->viewer()->gizmo());
    }

private:
    std::unique_ptr<Screws> m_f;
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestScrewSteps test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_screw_steps.moc"
