// The panel of bone plates: what is missing, two points in the slices, a plate that lies on the bone with its numbers
// at once, placing it, the numbers exact then and the operation's own, an end dragged, steps and keys along its own
// axes, handles in 3-D, moves while it is computed, undo, the views turned to it, a second one, another page meanwhile.

#include "core/case/placed_implant.h"
#include "core/operation/recorded.h"
#include "core/operation/run.h"
#include "tests/plugins/implant/ankle_case.h"
#include "tests/ui/shell/steps_fixture.h"
#include "ui/panels/step_column.h"
#include "ui/viewer/gizmo.h"
#include "ui/viewer/point_tool.h"
#include "ui/viewer/viewer.h"

#include <Eigen/Geometry>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace pollux;

namespace {

constexpr int kWait = StepsFixture::kWait;
constexpr int kPage = 4;

struct Plates : StepsFixture
{
    Ankle ankle;
    Vec3 first, second; ///< on the inner side of the tibia, along the shaft

    Plates()
    {
        AnkleOptions o;
        o.spacing = 0.8;
        ankle = makeAnkle(o, Job());
        first = medialBorder(30);
        second = medialBorder(80);
    }
    /// Of the tibia, so many mm above the joint.
    Vec3 medialBorder(double height) const
    {
        const std::vector<Vec3> border = ankle.tibiaOutlineAt(height);
        return *std::max_element(border.begin(), border.end(), [&](const Vec3& a, const Vec3& b) {
            return a.dot(ankle.medial) < b.dot(ankle.medial);
        });
    }
    void page(int n) const { at<QComboBox>("implantTask")->setCurrentIndex(n); }
    ParamForm* form() const { return formWith("standoff"); }
    double real(const char* key) const { return form()->values().real(key); }
    Vec3 point(const char* key) const { return form()->values().point(key); }
    void set(const char* key, const ParamValue& value) const
    {
        ParamForm* f = formWith(key);
        ParamValues v = f->values();
        v.set(key, value);
        f->setValues(v);
    }
    QPushButton* button(const char* name) const { return at<QPushButton>(name); }
    void click(const char* name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(at<QWidget>("movePlate"), key, modifiers);
    }
    std::optional<PlacedShape> placed(const char* id = "plate-1") const
    {
        const auto it = now().plans.find(Id(id));
        return it == now().plans.end() ? std::nullopt : placedShape(*it->second);
    }
    BodyPose pose() const { return placed()->body; }
    double after(const char* key, const char* id = "plate-1") const
    {
        for (const PlanNumber& n : now().plan(Id(id)).numbers)
            if (n.key == key)
                return n.after.value_or(1e9);
        return 1e9;
    }
    /// It stands as the operation has it from what the form says.
    bool exact() const
    {
        if (workspace->busy() || !placed() || table().isEmpty() || table().contains(u'≈'))
            return false;
        const ParamValues v = recordedValues(now(), Id("plate-1"), registry.at("implant.place-plate").declare());
        return v.point("from") == point("from") && v.point("to") == point("to") && v.real("roll") == real("roll") &&
               v.real("standoff") == real("standoff");
    }
    /// All that the page says, but for its tables.
    QString said() const
    {
        QString out;
        for (QLabel* l : window->findChildren<QLabel*>())
            if (l->isVisible())
                out += l->text() + '\n';
        return out;
    }
};

} // namespace

class TestPlateSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_f = std::make_unique<Plates>(); }
    void cleanupTestCase() { m_f.reset(); }

    void withoutABoneItSaysWhatIsNext()
    {
        Plates& f = *m_f;
        Ankle image = f.ankle;
        image.masks.clear();
        f.openCase(anklecase::makeCase(image), "image.pollux");
        f.window->showPanel("Implants");
        f.page(kPage);
        QVERIFY(f.form());
        QVERIFY(!f.button("placePlate")->isEnabled());
        QVERIFY(!f.button("placePlate")->toolTip().isEmpty());
        QVERIFY(f.said().contains("There is no bone yet"));
        QVERIFY(!f.button("plateOnwards")->isVisible());
        f.press(Qt::Key_S); // moves nothing
        f.set("plan_id", std::string());
        f.set("plan_id", std::string("plate-1"));
        f.look("plate-empty");
        f.openCase(anklecase::makeCase(f.ankle));
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        f.window->showPanel("Implants");
        f.page(kPage);
        f.set("bone", std::string("tibia"));
        f.set("avoid", std::vector<std::string>{"fibula"});
        QVERIFY(!f.button("placePlate")->isEnabled());
        QVERIFY(f.button("placePlate")->toolTip().contains("points"));
        QVERIFY(!f.window->viewer()->path());
        f.look("plate-start");
    }

    void twoClicksShowItAtOnce()
    {
        Plates& f = *m_f;
        auto* points = f.button("platePoints");
        QVERIFY2(points->isEnabled(), qPrintable(points->toolTip()));
        f.click("platePoints");
        auto* tool = qobject_cast<PointTool*>(f.window->viewer()->tool());
        QVERIFY(tool);
        Q_EMIT tool->placed(f.first);
        QVERIFY(f.at<QLabel>("platePointsHint")->text().contains(QStringLiteral("second")));
        Q_EMIT tool->placed(f.second);
        QVERIFY(!f.window->viewer()->tool());
        QVERIFY((f.point("from") - f.first).norm() < 0.01 && (f.point("to") - f.second).norm() < 0.01);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈'), kWait);
        for (const char* told : {"Gap under the plate, mean", "Gap under the plate, greatest", "middle third",
                                 "Base in contact", "Holes on bone", "Hole 1: screw length"})
            QVERIFY2(f.table().contains(told), told);
        QVERIFY(f.window->viewer()->path() && !f.window->viewer()->path()->needle);
        QVERIFY((f.window->viewer()->path()->entry - f.first).norm() < 1);
        QVERIFY(f.now().plans.empty());
        QTest::qWait(200);
        f.look("plate-live");
        // What is entered is told at once, and moving what is not placed places nothing.
        const QString before = f.table();
        f.set("standoff", 2.0);
        QTRY_VERIFY_WITH_TIMEOUT(f.table() != before && f.table().contains(u'≈'), kWait);
        f.set("standoff", 0.0);
        QTRY_COMPARE_WITH_TIMEOUT(f.table(), before, kWait);
        f.press(Qt::Key_PageUp);
        QCOMPARE(f.real("standoff"), 0.5);
        QTest::qWait(1200);
        QVERIFY(f.now().plans.empty());
        f.set("standoff", 0.0);
    }

    void placedItIsExactAndAsTheOperationHasIt()
    {
        Plates& f = *m_f;
        f.set("screws", std::string("both cortices"));
        const Case before = f.now();
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈') && !f.workspace->busy(), kWait);
        QTest::qWait(200); // the last number that is told
        const QString live = f.table().remove(QStringLiteral("≈ "));
        f.click("placePlate");
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        QCOMPARE(f.table(), live); // letting go changes no number
        QVERIFY(f.now().structures.contains(Id("plate-1-body")));
        QVERIFY(f.now().structures.contains(Id("plate-1-screw-1")));
        QVERIFY(f.said().contains("within limits") || f.said().contains("outside limits"));
        QVERIFY(f.after("screw_avoid") < 30); // the fibula, behind the far cortex
        // By the operation alone, with the values as a command line gives them.
        const Operation& op = f.registry.at("implant.place-plate");
        const ParamList list = op.declare();
        ParamValues v;
        for (const auto& [key, value] : recordedValues(f.now(), Id("plate-1"), list).all())
            if (const std::string text = toText(value); !text.empty())
                v.set(key, parseValue(*list.find(key), text));
        Job job;
        const Plan byCommand = runOperation(op, before, v, {"tester"}, job).after.plan(Id("plate-1"));
        const Plan& mine = f.now().plan(Id("plate-1"));
        QCOMPARE(mine.numbers.size(), byCommand.numbers.size());
        QVERIFY(mine.numbers.size() > 15);
        for (size_t n = 0; n < mine.numbers.size(); ++n) {
            QCOMPARE(mine.numbers[n].key, byCommand.numbers[n].key);
            QVERIFY2(mine.numbers[n].after == byCommand.numbers[n].after, mine.numbers[n].key.c_str());
        }
        // Base outwards, along the shaft.
        QVERIFY(f.pose().axes.col(1).dot(f.ankle.medial) > 0.8);
        QVERIFY(f.pose().axes.col(0).dot(f.ankle.shaftDirection) > 0.9);
        QTest::qWait(300);
        f.look("plate-placed");
    }

    void stepsGoAlongItsOwnAxes()
    {
        Plates& f = *m_f;
        const BodyPose pose = f.pose();
        const ParamValues before = f.form()->values();
        const Vec3 from = f.point("from"), to = f.point("to");
        const double length = (to - from).norm();
        const auto shift = [&] { return Vec3((f.point("from") + f.point("to") - from - to) / 2); };
        f.click("plateOnwards");
        QVERIFY2(std::fabs(shift().dot(pose.axes.col(0)) - 0.5) < 0.2, qPrintable(QString::number(shift().norm())));
        QVERIFY(std::fabs((f.point("to") - f.point("from")).norm() - length) < 0.03); // its length stays
        f.form()->setValues(before);
        f.click("plateAcross");
        QVERIFY(std::fabs(shift().dot(pose.axes.col(2)) - 0.5) < 0.2);
        f.form()->setValues(before);
        f.click("plateOff");
        QCOMPARE(f.real("standoff"), 0.5);
        f.click("plateOnto");
        QCOMPARE(f.real("standoff"), 0.0);
        f.click("plateRoll");
        QCOMPARE(f.real("roll"), before.real("roll") + 0.5);
        f.click("plateRollBack");
        QCOMPARE(f.real("roll"), before.real("roll"));
        f.click("plateSwivel");
        const Vec3 turned = (f.point("to") - f.point("from")).normalized(), was = (to - from).normalized();
        QVERIFY(std::fabs(std::acos(std::min(1.0, turned.dot(was))) * 180 / M_PI - 0.5) < 0.05);
        QVERIFY(was.cross(turned).dot(pose.axes.col(1)) > 0); // counterclockwise, seen from above
        f.form()->setValues(before);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
    }

    /// The inner side of a right ankle: the patient's left is off the bone, head is along the shaft.
    void keysGoTheBodysWay()
    {
        Plates& f = *m_f;
        const ParamValues before = f.form()->values();
        const Vec3 from = f.point("from");
        QVERIFY(f.ankle.medial.x() > 0.9);
        f.press(Qt::Key_L);
        QCOMPARE(f.real("standoff"), 0.5);
        f.press(Qt::Key_R);
        QCOMPARE(f.real("standoff"), 0.0);
        f.press(Qt::Key_S);
        QVERIFY(f.point("from").z() - from.z() > 0.3);
        f.form()->setValues(before);
        f.press(Qt::Key_A);
        QVERIFY(f.point("from").y() - from.y() < -0.3);
        f.form()->setValues(before);
        f.press(Qt::Key_A, Qt::ShiftModifier); // its top goes to the front
        QVERIFY(f.real("roll") != 0 && f.point("from") == from);
        const double sign = f.real("roll") > 0 ? 1 : -1;
        QVERIFY((sign * f.pose().axes.col(2)).y() < 0);
        f.form()->setValues(before);
        f.press(Qt::Key_S, Qt::ControlModifier); // another command's
        QVERIFY(f.form()->values() == before);
        QVERIFY(f.button("plateOff")->toolTip().contains("(L)") ||
                f.button("plateOff")->toolTip().contains("(Page up)"));
    }

    void aStepSettlesAndUndoTakesItBack()
    {
        Plates& f = *m_f;
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        const BodyPose before = f.pose();
        const QString told = f.table();
        f.at<QComboBox>("plateStep")->setCurrentIndex(2); // 1 mm or degree
        f.press(Qt::Key_PageUp);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈') || f.exact(), kWait);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.pose().origin != before.origin, kWait);
        QVERIFY((f.pose().origin - before.origin - before.axes.col(1)).norm() < 1e-6);
        f.workspace->undo();
        QVERIFY((f.pose().origin - before.origin).norm() < 1e-9);
        QCOMPARE(f.real("standoff"), 0.0);
        QTRY_COMPARE_WITH_TIMEOUT(f.table(), told, kWait);
        // What was moved and has not settled goes with an undo: nothing comes back a moment later.
        f.click("plateRoll");
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.real("roll") == 1, kWait);
        f.click("plateRoll");
        f.workspace->undo();
        QTest::qWait(1500);
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        QCOMPARE(f.real("roll"), 0.0);
        QVERIFY(f.exact());
    }

    void draggedByAnEnd()
    {
        Plates& f = *m_f;
        Viewer* viewer = f.window->viewer();
        const BodyPose before = f.pose();
        const Vec3 from = f.point("from");
        QVERIFY((viewer->path()->entry - from).norm() < 0.5);
        // The hand is 3 mm off the bone: the end slides on it.
        const Vec3 to = f.second - 4 * f.ankle.anterior + 3 * f.ankle.medial;
        const QString told = f.table();
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), to, false);
        QVERIFY(f.point("from") == from);
        QVERIFY((f.point("to") - to).norm() > 1 && (f.point("to") - to).norm() < 5);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈') && f.table() != told, kWait);
        QTest::qWait(1200); // while it is held nothing is computed
        QVERIFY((f.pose().origin - before.origin).norm() < 1e-9);
        f.look("plate-moving");
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), to, true);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.pose().origin != before.origin, kWait);
        QVERIFY(f.after("points_off") < 0.3);
        QVERIFY((viewer->path()->target - f.point("to")).norm() < 0.3);
        f.workspace->undo();
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        QVERIFY((f.pose().origin - before.origin).norm() < 1e-9);
    }

    void draggedIn3D()
    {
        Plates& f = *m_f;
        Gizmo* gizmo = f.window->viewer()->gizmo();
        QVERIFY(gizmo && gizmo->shown());
        const BodyPose before = f.pose();
        const ParamValues values = f.form()->values();
        Q_EMIT gizmo->dragged(2, 1, false); // off the bone
        QCOMPARE(f.real("standoff"), 1.0);
        Q_EMIT gizmo->dragged(2, 2, true);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.real("standoff") == 2, kWait);
        QVERIFY((f.pose().origin - before.origin - 2 * before.axes.col(1)).norm() < 1e-6);
        Q_EMIT gizmo->dragged(3, 5, true); // rolled
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.real("roll") == 5, kWait);
        Q_EMIT gizmo->dragged(0, 3, true); // along it
        QVERIFY((f.point("from") - values.point("from")).dot(before.axes.col(0)) > 2.5);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        for (int n = 0; n < 3; ++n)
            f.workspace->undo();
        QVERIFY(f.form()->values() == values);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
    }

    /// The run of a place that was left meanwhile takes nothing back, and the new place is computed after it.
    void movedOnWhileItIsComputed()
    {
        Plates& f = *m_f;
        const Vec3 before = f.pose().origin;
        f.press(Qt::Key_PageUp);
        f.click("placePlate"); // not to wait until it settles
        QVERIFY(f.workspace->busy());
        Gizmo* gizmo = f.window->viewer()->gizmo();
        Q_EMIT gizmo->dragged(2, 2, false);
        QCOMPARE(f.real("standoff"), 3.0);
        QTRY_VERIFY_WITH_TIMEOUT(f.placed() && std::fabs((f.pose().origin - before).norm() - 1) < 0.01, kWait);
        QTest::qWait(200);
        QCOMPARE(f.real("standoff"), 3.0); // held where the hand is
        Q_EMIT gizmo->dragged(2, 2, true);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && std::fabs((f.pose().origin - before).norm() - 3) < 0.01, kWait);
        f.workspace->undo();
        f.workspace->undo();
        QVERIFY((f.pose().origin - before).norm() < 1e-9);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
    }

    void viewsTurnToIt()
    {
        Plates& f = *m_f;
        Viewer* viewer = f.window->viewer();
        const Mat3 axes = f.pose().axes;
        const auto along = [&](int view, int axis) { return std::fabs(viewer->axes().col(view).dot(axes.col(axis))); };
        f.click("plateViewsAcross");
        QVERIFY(along(2, 0) > 1 - 1e-9 && along(1, 1) > 1 - 1e-9); // axial across it, coronal onto it
        QVERIFY(std::fabs(viewer->axes().determinant() - 1) < 1e-9);
        QVERIFY((viewer->crosshair() - f.pose().origin).norm() < 0.01);
        QTest::qWait(200);
        f.look("plate-views-across");
        f.click("plateViewsAlong");
        QVERIFY(along(1, 2) > 1 - 1e-9 && along(2, 1) > 1 - 1e-9);
        QVERIFY(std::fabs(viewer->axes().determinant() - 1) < 1e-9);
        QTest::qWait(200);
        f.look("plate-views-along");
        f.click("plateViewsPatient");
        QVERIFY(viewer->axes().isIdentity());
    }

    void anotherIsCompared()
    {
        Plates& f = *m_f;
        f.click("anotherPlate");
        QCOMPARE(f.form()->values().text("plan_id"), std::string("plate-2"));
        f.set("roll", 20.0);
        f.set("standoff", 5.0);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈'), kWait);
        f.click("placePlate");
        QTRY_VERIFY_WITH_TIMEOUT(f.placed("plate-2") && !f.workspace->busy(), kWait);
        QVERIFY(f.after("gap_mean", "plate-2") > f.after("gap_mean") + 3);
        QVERIFY(f.button("plateCompare")->isEnabled());
        auto* which = f.at<QComboBox>("plateInHand");
        QVERIFY(which->isVisible());
        QCOMPARE(which->count(), 2);
        f.look("plate-two");
        which->setCurrentIndex(0);
        Q_EMIT which->activated(0);
        QTRY_COMPARE(f.real("standoff"), 0.0);
        QCOMPARE(f.form()->values().text("plan_id"), std::string("plate-1"));
        QTRY_VERIFY_WITH_TIMEOUT(!f.table().isEmpty() && !f.table().contains(u'≈'), kWait);
    }

    void smallWindow()
    {
        Plates& f = *m_f;
        f.window->resize(960, 540);
        QTest::qWait(100);
        QWidget* up = f.at<QWidget>("movePlate");
        while (up && !qobject_cast<StepColumn*>(up))
            up = up->parentWidget();
        QVERIFY(up);
        const int needed = qobject_cast<StepColumn*>(up)->widget()->minimumSizeHint().width();
        QVERIFY2(needed <= 380, qPrintable(QString::number(needed)));
        f.window->resize(1280, 800);
    }

    /// Another task's views hold nothing of the plate, and nothing is measured that nobody sees.
    void leavesTheViewsAndRests()
    {
        Plates& f = *m_f;
        Viewer* viewer = f.window->viewer();
        ParamForm* form = f.form();
        f.page(1);
        QVERIFY(!viewer->path());
        QVERIFY(!viewer->gizmo() || !viewer->gizmo()->shown());
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        int started = 0;
        const auto watch = connect(f.workspace.get(), &Bench::jobChanged, this, [&](const JobReport& r) {
            started += r.state == JobState::Waiting && (r.title.empty() || r.title == "Prepare moving the plate");
        });
        ParamValues v = form->values();
        v.set("standoff", 1.0);
        form->setValues(v);
        QTest::qWait(500);
        QCOMPARE(started, 0);
        QVERIFY(!viewer->path());
        f.page(kPage);
        QVERIFY(viewer->path());
        QTRY_VERIFY_WITH_TIMEOUT(started > 0 && f.table().contains(u'≈'), kWait);
        disconnect(watch);
    }

private:
    std::unique_ptr<Plates> m_f;
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestPlateSteps test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_plate_steps.moc"
