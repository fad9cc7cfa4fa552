// The panel of hip cups: what is missing, landmarks with their confidences, a cup that moves as numbers, handles and
// keys change, placing it, the numbers exact then and the operation's own, moves while it is computed, undo, sizes, the
// views turned to it, a second one.

#include "core/case/placed_implant.h"
#include "core/operation/recorded.h"
#include "core/operation/run.h"
#include "plugins/implant/joint_case.h"
#include "tests/plugins/implant/pelvis_case.h"
#include "tests/ui/shell/steps_fixture.h"
#include "ui/panels/step_column.h"
#include "ui/viewer/gizmo.h"
#include "ui/viewer/viewer.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace pollux;

namespace {

constexpr int kWait = StepsFixture::kWait;
constexpr int kPage = 3;

/// The made pelvis, a little askew, with an image of it.
Case pelvisWithImage()
{
    const Mat3 turn = Eigen::AngleAxisd(0.12, Vec3::UnitX()).toRotationMatrix();
    return bones::withImage(bones::pelvisCase(bones::Pelvis(), {turn, Vec3(3, 8, -20), false}, Vec3::Constant(1.4)));
}

struct Cups : StepsFixture
{
    Cups()
    {
        window->showPanel("Implants");
        page(kPage);
    }
    void page(int n) const { at<QComboBox>("implantTask")->setCurrentIndex(n); }
    ParamForm* form() const { return formWith("inclination"); }
    double real(const char* key) const { return form()->values().real(key); }
    void set(const char* key, const ParamValue& value) const
    {
        ParamValues v = form()->values();
        v.set(key, value);
        form()->setValues(v);
    }
    QPushButton* button(const char* name) const { return at<QPushButton>(name); }
    void click(const char* name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(at<QWidget>("moveCup"), key, modifiers);
    }
    std::optional<PlacedShape> placed(const char* id = "cup-1") const
    {
        const auto it = now().plans.find(Id(id));
        return it == now().plans.end() ? std::nullopt : placedShape(*it->second);
    }
    const PlanNumber& number(const char* key, const char* id = "cup-1") const
    {
        for (const PlanNumber& n : now().plan(Id(id)).numbers)
            if (n.key == key)
                return n;
        qFatal("no number %s", key);
        return now().plan(Id(id)).numbers.front();
    }
    double after(const char* key, const char* id = "cup-1") const { return number(key, id).after.value_or(1e9); }
    JointFrame frame() const { return *implant::frameFromCase(now(), "anterior-pelvic-plane", Side::Right); }
    /// What was moved has been placed anew.
    bool exact() const { return !workspace->busy() && !table().isEmpty() && !table().contains(u'≈') && fits(); }
    bool fits() const
    {
        return placed() && std::fabs(after("inclination_radiographic") - real("inclination")) < 1e-6 &&
               std::fabs(after("anteversion_radiographic") - real("anteversion")) < 1e-6 &&
               std::fabs(after("centre_lateral") + real("medial")) < 1e-6 &&
               std::fabs(after("centre_anterior") - real("anterior")) < 1e-6 &&
               std::fabs(after("centre_proximal") - real("proximal")) < 1e-6;
    }
    /// What the tables that are seen say after each name, without the sign of what is told on the way.
    QStringList numbers() const
    {
        QStringList out;
        for (QTableWidget* t : window->findChildren<QTableWidget*>())
            for (int r = 0; r < t->rowCount() && t->isVisible(); ++r)
                if (t->item(r, 0) && t->item(r, 2))
                    out << t->item(r, 0)->text() + u':' +
                               t->item(r, 2)->text().section(u'\n', 0, 0).remove(QStringLiteral("≈ "));
        return out;
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

class TestCupSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_f = std::make_unique<Cups>(); }
    void cleanupTestCase() { m_f.reset(); }

    void withoutAPelvisItSaysWhatIsNext()
    {
        Cups& f = *m_f;
        Edit image;
        image.put(Id("ct"), *pelvisWithImage().volumes.at(Id("ct")));
        f.openCase(apply(Case(), image), "image.pollux");
        f.window->showPanel("Implants");
        QVERIFY(f.form());
        QVERIFY2(f.button("cupPelvis")->isEnabled(), qPrintable(f.button("cupPelvis")->toolTip()));
        for (const char* name : {"placeCup", "cupLandmarks"}) {
            QVERIFY2(!f.button(name)->isEnabled(), name);
            QVERIFY2(f.button(name)->toolTip().contains("ropose"), qPrintable(f.button(name)->toolTip()));
        }
        QVERIFY(!f.button("cupInwards")->isVisible());
        f.press(Qt::Key_S); // moves nothing
        f.set("plan_id", std::string());
        f.set("plan_id", std::string("cup-1"));
        f.look("cup-empty");
        f.openCase(pelvisWithImage());
        QTRY_VERIFY_WITH_TIMEOUT(!f.now().structures.empty() && !f.workspace->busy(), kWait);
        f.window->showPanel("Implants");
        f.page(kPage);
        // The landmarks are missing, and it is told.
        QVERIFY(f.said().contains("come from landmarks"));
        QTRY_VERIFY(f.said().contains("The centre of the acetabulum is not known"));
        QVERIFY(!f.button("placeCup")->isEnabled());
        QVERIFY(f.button("placeCup")->toolTip().contains("landmarks"));
        QVERIFY(!f.window->viewer()->path());
        f.look("cup-start");
    }

    void landmarksAreFoundWithConfidences()
    {
        Cups& f = *m_f;
        QVERIFY2(f.button("cupLandmarks")->isEnabled(), qPrintable(f.button("cupLandmarks")->toolTip()));
        f.click("cupLandmarks");
        QTRY_VERIFY_WITH_TIMEOUT(f.now().landmarks.contains(Id("acetabulum-right")) && !f.workspace->busy(), kWait);
        QVERIFY(f.said().contains("confidences of 0 to 1"));
        // Both hips are known now, and none is guessed.
        QVERIFY(f.at<QLabel>("cupLandmarksTold")->text().contains("choose the side"));
        QVERIFY(!f.button("placeCup")->isEnabled());
        QVERIFY(!f.window->viewer()->path());
        f.set("side", std::string("right"));
        QVERIFY(f.at<QLabel>("cupLandmarksTold")->text().contains("Right side"));
        QVERIFY2(f.button("placeCup")->isEnabled(), qPrintable(f.button("placeCup")->toolTip()));
        f.look("cup-landmarks");
    }

    void numbersFollowAtOnce()
    {
        Cups& f = *m_f;
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈'), kWait);
        for (const char* told : {"radiographic", "operative", "anatomic", "superior quarter", "Medial wall"})
            QVERIFY2(f.table().contains(told), told);
        QVERIFY(f.window->viewer()->path() && !f.window->viewer()->path()->needle);
        const QString before = f.table();
        f.set("inclination", 50.0);
        QTRY_VERIFY_WITH_TIMEOUT(f.table() != before && f.table().contains(u'≈'), kWait);
        QVERIFY(f.now().plans.empty());
        QTest::qWait(200);
        f.look("cup-live");
        f.set("inclination", 40.0);
        QTRY_COMPARE_WITH_TIMEOUT(f.table(), before, kWait);
        // The handle of what is not placed moves it, too, and places nothing.
        Viewer* viewer = f.window->viewer();
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), viewer->path()->target + 2 * f.frame().lateral(), true);
        QVERIFY(std::fabs(f.real("medial") + 2) < 0.006);
        QTest::qWait(1200);
        QVERIFY(f.now().plans.empty());
        f.set("medial", 0.0);
    }

    void placedItIsExactAndAsTheOperationHasIt()
    {
        Cups& f = *m_f;
        const Case before = f.now();
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈') && !f.workspace->busy(), kWait);
        QTest::qWait(100); // the last number that is told
        const QStringList live = f.numbers();
        f.click("placeCup");
        QTRY_VERIFY_WITH_TIMEOUT(f.placed() && f.exact(), kWait);
        QVERIFY(live.size() > 15);
        QCOMPARE(f.numbers(), live); // letting go changes no number
        QVERIFY(f.now().structures.contains(Id("cup-1-body")));
        QVERIFY(f.said().contains("within limits") || f.said().contains("outside limits"));
        QVERIFY(f.table().contains(QStringLiteral("†"))); // nobody has read the sources
        // By the operation alone, with the values as a command line gives them.
        const Operation& op = f.registry.at("implant.place-cup");
        const ParamList list = op.declare();
        ParamValues v;
        for (const auto& [key, value] : recordedValues(f.now(), Id("cup-1"), list).all())
            if (const std::string text = toText(value); !text.empty())
                v.set(key, parseValue(*list.find(key), text));
        Job job;
        const Plan byCommand = runOperation(op, before, v, {"tester"}, job).after.plan(Id("cup-1"));
        const Plan& mine = f.now().plan(Id("cup-1"));
        QCOMPARE(mine.numbers.size(), byCommand.numbers.size());
        QVERIFY(mine.numbers.size() > 15);
        for (size_t n = 0; n < mine.numbers.size(); ++n) {
            QCOMPARE(mine.numbers[n].key, byCommand.numbers[n].key);
            QVERIFY2(mine.numbers[n].after == byCommand.numbers[n].after, mine.numbers[n].key.c_str());
            QVERIFY2(mine.numbers[n].before == byCommand.numbers[n].before, mine.numbers[n].key.c_str());
        }
        QTest::qWait(300);
        f.look("cup-placed");
    }

    void keysMoveItAlongThePelvis_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("shift");
        QTest::addColumn<QString>("changed");
        QTest::addColumn<double>("by");
        QTest::addColumn<QString>("button");
        // A right hip: the patient's left is medial.
        QTest::newRow("left") << int(Qt::Key_L) << false << "medial" << 0.5 << "cupInwards";
        QTest::newRow("right") << int(Qt::Key_R) << false << "medial" << -0.5 << "cupOutwards";
        QTest::newRow("front") << int(Qt::Key_A) << false << "anterior" << 0.5 << "cupForwards";
        QTest::newRow("back") << int(Qt::Key_P) << false << "anterior" << -0.5 << "cupBackwards";
        QTest::newRow("up") << int(Qt::Key_S) << false << "proximal" << 0.5 << "cupUp";
        QTest::newRow("down") << int(Qt::Key_I) << false << "proximal" << -0.5 << "cupDown";
        QTest::newRow("opens up") << int(Qt::Key_S) << true << "inclination" << 0.5 << "cupMoreInclination";
        QTest::newRow("opens down") << int(Qt::Key_I) << true << "inclination" << -0.5 << "cupLessInclination";
        QTest::newRow("opens right") << int(Qt::Key_R) << true << "inclination" << 0.5 << "";
        QTest::newRow("opens left") << int(Qt::Key_L) << true << "inclination" << -0.5 << "";
        QTest::newRow("to the front") << int(Qt::Key_A) << true << "anteversion" << 0.5 << "cupMoreAnteversion";
        QTest::newRow("to the back") << int(Qt::Key_P) << true << "anteversion" << -0.5 << "cupLessAnteversion";
    }

    void keysMoveItAlongThePelvis()
    {
        QFETCH(int, key);
        QFETCH(bool, shift);
        QFETCH(QString, changed);
        QFETCH(double, by);
        QFETCH(QString, button);
        Cups& f = *m_f;
        const ParamValues before = f.form()->values();
        f.press(Qt::Key(key), shift ? Qt::ShiftModifier : Qt::NoModifier);
        for (const char* one : {"medial", "anterior", "proximal", "inclination", "anteversion"})
            QVERIFY2(std::fabs(f.real(one) - before.real(one) - (changed == one ? by : 0)) < 1e-9, one);
        if (!button.isEmpty()) {
            const QString told = f.button(button.toLatin1())->toolTip();
            QVERIFY2(told.contains((shift ? "Shift+" : "(") + QString(QChar(key)) + ')'), qPrintable(told));
        }
        if (key != Qt::Key_S && key != Qt::Key_I) { // with Ctrl it is another command's
            const ParamValues moved = f.form()->values();
            f.press(Qt::Key(key), Qt::ControlModifier);
            QVERIFY(f.form()->values() == moved);
        }
        f.form()->setValues(before);
    }

    void keysMoveItAlongItsAxis()
    {
        Cups& f = *m_f;
        const ParamValues before = f.form()->values();
        const AxisPose placed = f.placed()->pose;
        const auto moved = [&] { return Vec3(f.window->viewer()->path()->target - placed.origin); };
        f.press(Qt::Key_PageDown);
        QVERIFY((moved() - 0.5 * placed.direction).norm() < 1e-6);
        f.press(Qt::Key_PageUp);
        f.press(Qt::Key_PageUp);
        QVERIFY((moved() + 0.5 * placed.direction).norm() < 1e-6);
        QCOMPARE(f.real("inclination"), before.real("inclination"));
        f.form()->setValues(before);
    }

    void aStepSettlesAndUndoTakesItBack()
    {
        Cups& f = *m_f;
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        const AxisPose before = f.placed()->pose;
        const QString told = f.table();
        f.at<QComboBox>("cupStep")->setCurrentIndex(2); // 1 mm or degree
        f.press(Qt::Key_S);
        // Seen at once, told a moment later, exact when it has settled.
        QVERIFY((f.window->viewer()->path()->target - before.origin - f.frame().proximal()).norm() < 1e-6);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈') || f.exact(), kWait);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.placed()->pose.origin != before.origin, kWait);
        QVERIFY((f.placed()->pose.origin - before.origin - f.frame().proximal()).norm() < 1e-6);
        QVERIFY(std::fabs(f.after("centre_proximal") - 1) < 1e-6);
        f.workspace->undo();
        QVERIFY((f.placed()->pose.origin - before.origin).norm() < 1e-9);
        QCOMPARE(f.real("proximal"), 0.0);
        QVERIFY((f.window->viewer()->path()->target - before.origin).norm() < 1e-9);
        QCOMPARE(f.table(), told);
        // What was moved and has not settled goes with an undo: nothing comes back a moment later.
        f.click("cupMoreAnteversion");
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.real("anteversion") == 16, kWait);
        f.click("cupMoreAnteversion");
        f.workspace->undo();
        QTest::qWait(1500);
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        QCOMPARE(f.real("anteversion"), 15.0);
        QVERIFY(f.exact());
    }

    void draggedByItsHandles()
    {
        Cups& f = *m_f;
        Viewer* viewer = f.window->viewer();
        const AxisPose before = f.placed()->pose;
        QVERIFY((viewer->path()->target - before.origin).norm() < 1e-9);
        // The handle lies on the axis, before the opening.
        const Vec3 handle = viewer->path()->entry - before.origin;
        QVERIFY(handle.norm() > std::get<AcetabularCup>(f.placed()->implant).outerRadius());
        QVERIFY((handle.normalized() + before.direction).norm() < 1e-9);

        const JointFrame frame = f.frame();
        const Vec3 to = before.origin - 3 * frame.lateral() + 1 * frame.anterior();
        const QString told = f.table();
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), to, false);
        QVERIFY(std::fabs(f.real("medial") - 3) < 0.006 && std::fabs(f.real("anterior") - 1) < 0.006);
        QVERIFY(std::fabs(f.real("proximal")) < 0.006 && !std::signbit(f.real("proximal"))); // no field says -0
        QVERIFY((viewer->path()->target - to).norm() < 0.01);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈') && f.table() != told, kWait);
        QTest::qWait(1200); // while it is held nothing is computed
        QVERIFY((f.placed()->pose.origin - before.origin).norm() < 1e-9);
        f.look("cup-moving");
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), to, true);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        QVERIFY((f.placed()->pose.origin - to).norm() < 0.01);
        QVERIFY(f.after("medial_wall") < bones::kSocketWall - 1.5);

        // Turned: the centre stays.
        const AxisPose moved = f.placed()->pose;
        const Vec3 axis = cupAxis(frame, {52, 24});
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), moved.origin + 25 * axis, false);
        QVERIFY(std::fabs(f.real("inclination") - 52) < 0.006 && std::fabs(f.real("anteversion") - 24) < 0.006);
        QVERIFY((viewer->path()->target - moved.origin).norm() < 1e-9);
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), moved.origin + 25 * axis, true);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        QVERIFY((f.placed()->pose.origin - moved.origin).norm() < 1e-9);
        QVERIFY((f.placed()->pose.direction + axis).norm() < 1e-3);
        // Beyond what a cup can be set to it stops.
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), moved.origin + 25 * frame.anterior(), false);
        QCOMPARE(f.real("anteversion"), 60.0);
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), moved.origin + 25 * axis, true);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        f.workspace->undo();
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
    }

    /// By an arrow along its axis and by a ring about what lies across it.
    void draggedIn3D()
    {
        Cups& f = *m_f;
        Gizmo* gizmo = f.window->viewer()->gizmo();
        QVERIFY(gizmo && gizmo->shown());
        const AxisPose before = f.placed()->pose;
        const ParamValues values = f.form()->values();
        Q_EMIT gizmo->dragged(0, 2, false);
        Q_EMIT gizmo->dragged(0, 3, true);
        QCOMPARE(f.real("inclination"), values.real("inclination"));
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.placed()->pose.origin != before.origin, kWait);
        QVERIFY((f.placed()->pose.origin - before.at(3)).norm() < 0.02);
        Q_EMIT gizmo->dragged(2, 5, true);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.placed()->pose.direction != before.direction, kWait);
        QVERIFY(std::fabs(f.placed()->pose.direction.dot(before.direction) - std::cos(5 * M_PI / 180)) < 1e-3);
        QVERIFY((f.placed()->pose.origin - before.at(3)).norm() < 0.02);
        f.workspace->undo();
        f.workspace->undo();
        QVERIFY(f.form()->values() == values);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
    }

    /// With the mouse in a slice: it stays in that slice.
    void draggedInASlice()
    {
        Cups& f = *m_f;
        Viewer* viewer = f.window->viewer();
        f.click("cupViewsCoronal");
        QTest::qWait(100);
        auto* view = f.at<QWidget>("coronalView");
        QVERIFY(view);
        const SlicePlane plane = viewer->slicePlane(PlaneKind::Coronal);
        const ParamValues before = f.form()->values();
        const Vec3 from = viewer->path()->target;
        const QPoint at = plane.toPixel(from).toPoint();
        QTest::mousePress(view, Qt::LeftButton, {}, at);
        QTest::mouseMove(view, at + QPoint(9, -5));
        QTRY_VERIFY(f.table().contains(u'≈'));
        QTest::mouseRelease(view, Qt::LeftButton, {}, at + QPoint(9, -5));
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && (f.placed()->pose.origin - from).norm() > plane.mmPerPixel, kWait);
        const Vec3 way = f.placed()->pose.origin - from;
        QVERIFY2((way - plane.mmPerPixel * (9 * plane.right - 5 * plane.down)).norm() < 0.05 + plane.mmPerPixel,
                 qPrintable(QString("%1 %2 %3").arg(way.x()).arg(way.y()).arg(way.z())));
        QVERIFY(std::fabs(f.real("anterior") - before.real("anterior")) < 0.03); // the slice lies in the pelvis' plane
        QCOMPARE(f.real("inclination"), before.real("inclination"));
        f.workspace->undo();
        f.click("cupViewsPatient");
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
    }

    /// The run of a place that was left meanwhile takes nothing back, and the new place is computed after it.
    void movedOnWhileItIsComputed()
    {
        Cups& f = *m_f;
        Viewer* viewer = f.window->viewer();
        const Vec3 before = f.placed()->pose.origin;
        const double proximal = f.real("proximal");
        const Vec3 first = before + f.frame().proximal(), second = before + 3 * f.frame().proximal();
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), first, true);
        f.click("placeCup"); // not to wait until it settles
        QVERIFY(f.workspace->busy());
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), second, false);
        QTRY_VERIFY_WITH_TIMEOUT((f.placed()->pose.origin - first).norm() < 0.01, kWait);
        QTest::qWait(200);
        QVERIFY((viewer->path()->target - second).norm() < 0.01); // held where the hand is
        QVERIFY(std::fabs(f.real("proximal") - proximal - 3) < 0.011);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈'), kWait);
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), second, true);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && (f.placed()->pose.origin - second).norm() < 0.01, kWait);
        f.workspace->undo();
        f.workspace->undo();
        QVERIFY((f.placed()->pose.origin - before).norm() < 1e-9);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
    }

    /// An undo while it is computed stops that: nothing comes a moment later.
    void undoWhileItIsComputed()
    {
        Cups& f = *m_f;
        Viewer* viewer = f.window->viewer();
        const Vec3 before = f.placed()->pose.origin;
        f.press(Qt::Key_A);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.placed()->pose.origin != before, kWait);
        f.press(Qt::Key_A);
        f.click("placeCup");
        QVERIFY(f.workspace->busy());
        f.workspace->undo();
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        QTest::qWait(1200);
        QVERIFY((f.placed()->pose.origin - before).norm() < 1e-9);
        QVERIFY((viewer->path()->target - before).norm() < 1e-9);
        QVERIFY(f.exact());
    }

    /// What a form describes is placed by its button alone, wherever it is moved.
    void aTrialIsNotPlacedByMovingIt()
    {
        Cups& f = *m_f;
        const AxisPose before = f.placed()->pose;
        const double kept = f.real("inclination");
        f.set("inclination", kept + 5);
        f.press(Qt::Key_A);
        QTest::qWait(1200);
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy() && f.table().contains(u'≈'), kWait);
        QVERIFY((f.placed()->pose.direction - before.direction).norm() < 1e-12);
        f.press(Qt::Key_P);
        f.set("inclination", kept);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
    }

    void sizesGoByTwo()
    {
        Cups& f = *m_f;
        const double size = f.after("diameter");
        QCOMPARE(f.real("diameter"), 0.0); // proposed
        QVERIFY(f.said().contains("the even size next to the native acetabulum"));
        f.click("cupLarger");
        QCOMPARE(f.real("diameter"), size + 2);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.after("diameter") == size + 2, kWait);
        QCOMPARE(std::get<AcetabularCup>(f.placed()->implant).outerDiameter, size + 2);
        f.press(Qt::Key_PageDown, Qt::ShiftModifier);
        QCOMPARE(f.real("diameter"), size);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.after("diameter") == size, kWait);
        f.workspace->undo();
        f.workspace->undo();
        QCOMPARE(f.real("diameter"), 0.0);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
    }

    void viewsTurnToIt()
    {
        Cups& f = *m_f;
        Viewer* viewer = f.window->viewer();
        const Vec3 axis = f.placed()->pose.direction;
        f.click("cupViewsOpening");
        QVERIFY(std::fabs(viewer->axes().col(2).dot(axis) - 1) < 1e-9);
        QVERIFY((viewer->crosshair() - f.placed()->pose.origin).norm() < 0.01);
        QTest::qWait(200);
        f.look("cup-views-opening");
        f.click("cupViewsCoronal");
        QVERIFY((viewer->axes().col(1) + f.frame().anterior()).norm() < 1e-9);
        QVERIFY((viewer->axes().col(2) - f.frame().proximal()).norm() < 1e-9);
        f.click("cupViewsAxis");
        QVERIFY(std::fabs(viewer->axes().col(1).dot(axis)) < 1e-9); // the coronal slice contains it
        QVERIFY(viewer->axes().col(1).dot(f.frame().anterior()) < -0.8);
        QVERIFY(viewer->axes().col(2).dot(f.frame().proximal()) > 0.8);
        QVERIFY((viewer->axes().transpose() * viewer->axes() - Mat3::Identity()).norm() < 1e-9);
        QVERIFY(std::fabs(viewer->axes().determinant() - 1) < 1e-9);
        QTest::qWait(200);
        f.look("cup-views-axis");
        f.click("cupViewsPatient");
        QVERIFY(viewer->axes().isIdentity());
    }

    void anotherIsCompared()
    {
        Cups& f = *m_f;
        f.click("anotherCup");
        QCOMPARE(f.form()->values().text("plan_id"), std::string("cup-2"));
        f.set("inclination", 46.0);
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈'), kWait);
        f.click("placeCup");
        QTRY_VERIFY_WITH_TIMEOUT(f.placed("cup-2") && !f.workspace->busy(), kWait);
        QVERIFY(std::fabs(f.after("inclination_radiographic", "cup-2") - 46) < 1e-6);
        QVERIFY(std::fabs(f.after("inclination_radiographic") - 40) < 1e-6);
        QVERIFY(f.button("cupCompare")->isEnabled());
        QVERIFY(f.said().contains("2 plans"));
        auto* which = f.at<QComboBox>("cupInHand");
        QVERIFY(which->isVisible());
        QCOMPARE(which->count(), 2);
        f.look("cup-two");
        which->setCurrentIndex(0);
        Q_EMIT which->activated(0);
        QTRY_COMPARE(f.real("inclination"), 40.0);
        QCOMPARE(f.form()->values().text("plan_id"), std::string("cup-1"));
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
    }

    void smallWindow()
    {
        Cups& f = *m_f;
        f.window->resize(960, 540);
        QTest::qWait(100);
        QWidget* up = f.at<QWidget>("moveCup");
        while (up && !qobject_cast<StepColumn*>(up))
            up = up->parentWidget();
        QVERIFY(up);
        const int needed = qobject_cast<StepColumn*>(up)->widget()->minimumSizeHint().width();
        QVERIFY2(needed <= 380, qPrintable(QString::number(needed)));
        if (qEnvironmentVariableIsSet("POLLUX_LOOK"))
            f.window->grab().save(qEnvironmentVariable("POLLUX_LOOK") + "/cup-960.png");
        f.window->resize(1280, 800);
    }

    /// Another task's views hold nothing of the cup, and nothing is measured that nobody sees.
    void leavesTheViewsAndRests()
    {
        Cups& f = *m_f;
        Viewer* viewer = f.window->viewer();
        ParamForm* form = f.form();
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), viewer->path()->target + 2 * f.frame().lateral(), false);
        f.page(1);
        QVERIFY(!viewer->path());
        QVERIFY(!viewer->gizmo() || !viewer->gizmo()->shown());
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        ParamValues v = form->values();
        v.set("inclination", 33.0);
        form->setValues(v);
        QVERIFY(!f.workspace->busy());
        QTest::qWait(300);
        QVERIFY(!viewer->path());
        f.page(kPage);
        QVERIFY(viewer->path());
        QVERIFY(f.workspace->busy());
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈') && !f.workspace->busy(), kWait);
    }

private:
    std::unique_ptr<Cups> m_f;
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestCupSteps test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_cup_steps.moc"
