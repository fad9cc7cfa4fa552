// The panel of joint components: landmarks, a component that moves as numbers change, placing it, the numbers exact
// then.

#include "core/case/placed_implant.h"
#include "plugins/implant/joint_case.h"
#include "tests/plugins/implant/ankle_case.h"
#include "tests/ui/shell/scene_mouse.h"
#include "tests/ui/shell/steps_fixture.h"
#include "ui/viewer/viewer.h"

#include <QComboBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace pollux;

namespace {

constexpr int kWait = StepsFixture::kWait;

struct Joints : StepsFixture
{
    Ankle ankle;

    Joints()
    {
        AnkleOptions o;
        o.spacing = 0.7;
        o.plafondTilt = 5;
        ankle = makeAnkle(o, Job());
        openCase(anklecase::makeCase(ankle));
        window->showPanel("Implants");
        window->findChild<QComboBox*>("implantTask")->setCurrentIndex(1);
    }
    ParamForm* form() const { return formWith("anterior"); }
    /// The pad of this panel: another one is that of dental implants.
    QPushButton* pad(const char* name) const { return at<QPushButton>(name); }
    double real(const char* key) const { return form()->values().real(key); }
    BodyPose placed() const { return placedShape(now().plan(Id("component-1")))->body; }
    /// A move may have been computed meanwhile: then its numbers are exact.
    bool exact() const { return !workspace->busy() && !table().isEmpty() && !table().contains(u'≈'); }
};

} // namespace

class TestJointSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_f = std::make_unique<Joints>(); }
    void cleanupTestCase() { m_f.reset(); }

    void landmarksAreFound()
    {
        Joints& f = *m_f;
        QVERIFY(f.form());
        QVERIFY(!f.at<QPushButton>("placeComponent")->isEnabled());
        QVERIFY(!f.at<QPushButton>("placeComponent")->toolTip().isEmpty());
        f.look("joint-start");
        auto* find = f.at<QPushButton>("jointLandmarks");
        QVERIFY2(find->isEnabled(), qPrintable(find->toolTip()));
        QTest::mouseClick(find, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.now().landmarks.contains(Id("tibia-plafond")) && !f.workspace->busy(), kWait);
        QVERIFY((f.now().landmarks.at(Id("tibia-plafond"))->position - f.ankle.plafondCentre).norm() < 4);
    }

    void numbersFollowAtOnce()
    {
        Joints& f = *m_f;
        QTRY_VERIFY_WITH_TIMEOUT(f.table().contains(u'≈'), kWait);
        const QString before = f.table();
        f.look("joint-live");
        QTest::mouseClick(f.pad("nudgeResect"), Qt::LeftButton);
        QVERIFY(f.table().contains(u'≈'));
        QVERIFY(f.table() != before);
        // From the usual depth by a step of 0.5.
        QVERIFY2(std::fabs(f.form()->values().real("resection") - 9.5) < 1e-9,
                 qPrintable(QString::number(f.form()->values().real("resection"))));
        QVERIFY(f.now().plans.empty());
    }

    void placedItIsExact()
    {
        Joints& f = *m_f;
        auto* place = f.at<QPushButton>("placeComponent");
        QVERIFY2(place->isEnabled(), qPrintable(place->toolTip()));
        QTest::mouseClick(place, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.now().plans.contains(Id("component-1")) && !f.workspace->busy(), kWait);
        QTRY_VERIFY(!f.table().contains(u'≈'));
        QVERIFY(f.table().contains(QStringLiteral("Coverage")));
        QVERIFY(f.now().structures.contains(Id("component-1-resected")));
        QTest::qWait(300);
        f.look("joint-placed");
        QTest::mouseClick(f.pad("tiltVarus"), Qt::LeftButton);
        QVERIFY(f.table().contains(u'≈'));
        QTest::mouseClick(f.pad("tiltValgus"), Qt::LeftButton);
        QVERIFY(!f.table().contains(u'≈')); // as it was placed
        // Left there, a step is placed too.
        QTest::mouseClick(f.pad("tiltVarus"), Qt::LeftButton);
        f.look("joint-moving");
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.real("varus") == 0.5, kWait);
        QTest::mouseClick(f.pad("tiltValgus"), Qt::LeftButton);
        QVERIFY(f.table().contains(u'≈'));
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.real("varus") == 0, kWait);
    }

    void keysMoveItInTheBonesAxes_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("shift");
        QTest::addColumn<QString>("changed");
        QTest::addColumn<double>("by");
        QTest::addColumn<QString>("button");
        // A right ankle: the patient's left is its inner side.
        QTest::newRow("deeper") << int(Qt::Key_PageDown) << false << "resection" << 0.5 << "nudgeResect";
        QTest::newRow("less") << int(Qt::Key_PageUp) << false << "resection" << -0.5 << "nudgeSpare";
        QTest::newRow("left") << int(Qt::Key_L) << false << "lateral" << -0.5 << "nudgeMedial";
        QTest::newRow("right") << int(Qt::Key_R) << false << "lateral" << 0.5 << "nudgeLateral";
        QTest::newRow("front") << int(Qt::Key_A) << false << "anterior" << 0.5 << "nudgeFront";
        QTest::newRow("back") << int(Qt::Key_P) << false << "anterior" << -0.5 << "nudgeBack";
        QTest::newRow("tilt left") << int(Qt::Key_L) << true << "varus" << 0.5 << "tiltVarus";
        QTest::newRow("tilt right") << int(Qt::Key_R) << true << "varus" << -0.5 << "tiltValgus";
        QTest::newRow("tilt front") << int(Qt::Key_A) << true << "slope" << 0.5 << "tiltSlope";
        QTest::newRow("tilt back") << int(Qt::Key_P) << true << "slope" << -0.5 << "tiltFlat";
        QTest::newRow("turn out") << int(Qt::Key_PageUp) << true << "rotation" << 0.5 << "turnOut";
        QTest::newRow("turn in") << int(Qt::Key_PageDown) << true << "rotation" << -0.5 << "turnIn";
    }

    void keysMoveItInTheBonesAxes()
    {
        QFETCH(int, key);
        QFETCH(bool, shift);
        QFETCH(QString, changed);
        QFETCH(double, by);
        QFETCH(QString, button);
        Joints& f = *m_f;
        const ParamValues before = f.form()->values();
        auto* move = f.at<QWidget>("moveComponent");
        QVERIFY(move);
        QTest::keyClick(move, Qt::Key(key), shift ? Qt::ShiftModifier : Qt::NoModifier);
        for (const char* one : {"resection", "varus", "slope", "rotation", "lateral", "anterior"})
            QVERIFY2(std::fabs(f.real(one) - before.real(one) - (changed == one ? by : 0)) < 1e-9, one);
        QVERIFY(f.table().contains(u'≈'));
        const QString told = f.pad(button.toLatin1())->toolTip();
        const bool page = key == Qt::Key_PageUp || key == Qt::Key_PageDown;
        const QString name = page ? key == Qt::Key_PageUp ? "Page up" : "Page down" : QString(QChar(key));
        QVERIFY2(told.contains((shift ? "Shift+" : "(") + name + ')'), qPrintable(told));
        // With Ctrl it is another command's.
        const ParamValues moved = f.form()->values();
        QTest::keyClick(move, Qt::Key(key), Qt::ControlModifier);
        QVERIFY(f.form()->values() == moved);
        f.form()->setValues(before);
        QVERIFY(f.exact());
    }

    void viewsTurnToTheBone()
    {
        Joints& f = *m_f;
        Viewer* viewer = f.window->viewer();
        QTest::mouseClick(f.pad("viewsBone"), Qt::LeftButton);
        const auto frame = implant::planningFrameFromCase(f.now(), "tibia", Side::Right);
        QVERIFY(frame);
        QVERIFY((viewer->axes().col(2) - frame->proximal()).norm() < 1e-9);
        QVERIFY((viewer->axes().col(1) + frame->anterior()).norm() < 1e-9);
        QVERIFY((viewer->crosshair() - f.placed().origin).norm() < 0.01);
        QTest::qWait(200);
        f.look("joint-views-bone");
        ParamValues v = f.form()->values();
        v.set("varus", 4.0);
        f.form()->setValues(v);
        QTest::mouseClick(f.pad("viewsComponent"), Qt::LeftButton);
        QVERIFY(std::fabs(viewer->axes().col(2).dot(frame->proximal()) - std::cos(4 * std::acos(-1.0) / 180)) < 1e-6);
        v.set("varus", 0.0);
        f.form()->setValues(v);
        QTest::mouseClick(f.pad("viewsPatient"), Qt::LeftButton);
        QVERIFY(viewer->axes().isIdentity());
    }

    void draggedByItsHandles()
    {
        Joints& f = *m_f;
        Viewer* viewer = f.window->viewer();
        QVERIFY(viewer->path() && !viewer->path()->needle);
        const BodyPose before = f.placed();
        QVERIFY((viewer->path()->target - before.origin).norm() < 0.01);
        // 1 mm forwards, 2 mm deeper, 1.5 mm to the patient's right, which is outwards.
        const double resection = f.real("resection");
        const Vec3 to =
            before.toPatient(Vec3(1, -2, 0)) + 1.5 * (before.axes.col(2).x() < 0 ? 1.0 : -1.0) * before.axes.col(2);
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), to, false);
        QVERIFY(std::fabs(f.real("resection") - resection - 2) < 0.011);
        QVERIFY(f.real("lateral") > 0.5 && f.real("anterior") > 0.2);
        QVERIFY((viewer->path()->target - to).norm() < 1e-6);
        QVERIFY(f.table().contains(u'≈'));
        QVERIFY((f.placed().origin - before.origin).norm() < 1e-9);
        QTest::qWait(100);
        f.look("joint-dragging");
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), to, true);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && (f.placed().origin - to).norm() < 0.03, kWait);
        // Its end by 10 degrees outwards, to the patient's right.
        const BodyPose now = f.placed();
        const Vec3 end = viewer->path()->entry - now.origin, y = now.axes.col(1);
        const double angle = 10 * std::acos(-1.0) / 180;
        Vec3 turned = std::cos(angle) * end + std::sin(angle) * y.cross(end);
        const Vec3 other = std::cos(angle) * end - std::sin(angle) * y.cross(end);
        if (other.x() < turned.x()) // its front is the handle: outwards is to the right
            turned = other;
        const ParamValues kept = f.form()->values();
        Q_EMIT viewer->pathDragged(QStringLiteral("entry"), now.origin + turned, true);
        QVERIFY2(std::fabs(f.real("rotation") - 10) < 0.02, qPrintable(QString::number(f.real("rotation"))));
        for (const char* key : {"resection", "varus", "slope", "lateral", "anterior"})
            QVERIFY2(f.real(key) == kept.real(key), key);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && f.placed().axes != now.axes, kWait);
    }

    /// With the mouse in a slice that lies in the cut: the depth stays.
    void draggedInASlice()
    {
        Joints& f = *m_f;
        Viewer* viewer = f.window->viewer();
        QTest::mouseClick(f.pad("viewsComponent"), Qt::LeftButton);
        QTest::qWait(100);
        auto* view = f.at<QWidget>("axialView");
        QVERIFY(view);
        const SlicePlane plane = viewer->slicePlane(PlaneKind::Axial);
        const ParamValues before = f.form()->values();
        const Vec3 from = viewer->path()->target;
        const QPoint at = plane.toPixel(from).toPoint();
        QTest::mousePress(view, Qt::LeftButton, {}, at);
        QTest::mouseMove(view, at + QPoint(12, 6));
        QTRY_VERIFY(f.table().contains(u'≈'));
        QTest::mouseRelease(view, Qt::LeftButton, {}, at + QPoint(12, 6));
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && (f.placed().origin - from).norm() > plane.mmPerPixel, kWait);
        const Vec3 way = f.placed().origin - from;
        QVERIFY2((way - plane.mmPerPixel * (12 * plane.right + 6 * plane.down)).norm() < 0.05 + plane.mmPerPixel,
                 qPrintable(QString("%1 %2 %3").arg(way.x()).arg(way.y()).arg(way.z())));
        QVERIFY(std::fabs(way.dot(f.placed().axes.col(1))) < 0.03);
        QVERIFY(f.real("resection") == before.real("resection") && f.real("rotation") == before.real("rotation"));
        f.look("joint-dragged");
        QTest::mouseClick(f.pad("viewsPatient"), Qt::LeftButton);
        // The handles are this page's own.
        task()->setCurrentIndex(0);
        QVERIFY(!viewer->path());
        task()->setCurrentIndex(1);
        QVERIFY(viewer->path());
    }

    /// It goes there, stays there, and the numbers are those of that place.
    void theBestPositionIsTaken()
    {
        Joints& f = *m_f;
        ParamValues v = f.form()->values();
        v.set("lateral", f.real("lateral") + 3);
        v.set("anterior", f.real("anterior") - 2);
        f.form()->setValues(v);
        const BodyPose aside = f.placed();
        QVERIFY(f.table().contains(u'≈'));
        QTest::mouseClick(f.at<QPushButton>("bestPosition"), Qt::LeftButton);
        const double lateral = f.real("lateral"), anterior = f.real("anterior");
        QVERIFY(lateral != v.real("lateral") && anterior != v.real("anterior"));
        QVERIFY(!f.form()->values().boolean("centre")); // the shifts are told, not hidden
        const Vec3 best = f.window->viewer()->path()->target;
        const QString told = f.table();
        QVERIFY(told.contains(u'≈'));
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && (f.placed().origin - aside.origin).norm() > 1e-9, kWait);
        QTest::qWait(300);
        QVERIFY(f.exact());
        QVERIFY(f.real("lateral") == lateral && f.real("anterior") == anterior);
        QVERIFY((f.window->viewer()->path()->target - best).norm() < 1e-9);
        QVERIFY((f.placed().origin - best).norm() < 0.01);
        // The same coverage as was told before it was computed.
        const auto coverage = [](const QString& table) {
            static const QRegularExpression number("Coverage[^%]*?([0-9.]+)[^0-9.]*%");
            return number.match(table).captured(1);
        };
        QVERIFY2(!coverage(told).isEmpty(), qPrintable(told));
        QCOMPARE(coverage(f.table()), coverage(told));
        // Where it is best it stays.
        QTest::mouseClick(f.at<QPushButton>("bestPosition"), Qt::LeftButton);
        QVERIFY(f.real("lateral") == lateral && f.real("anterior") == anterior);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
    }

    /// A page that nobody sees measures nothing and draws nothing; shown again it goes on where the form is.
    void measuredOnlyWhileItIsSeen()
    {
        Joints& f = *m_f;
        Viewer* viewer = f.window->viewer();
        ParamForm* form = f.form();
        auto* table = f.at<QWidget>("moveComponent")->findChild<QTableWidget*>();
        QVERIFY(table);
        const auto cells = [&] {
            QString out;
            for (int r = 0; r < table->rowCount(); ++r)
                for (int c = 0; c < table->columnCount(); ++c)
                    out += table->item(r, c) ? table->item(r, c)->text() + '|' : QString();
            return out;
        };
        const auto previewed = [&] {
            const Id body("component-1-body");
            return viewer->state().document->structures.at(body) != f.now().structures.at(body);
        };
        const ParamValues before = form->values();
        ParamValues v = before;
        v.set("varus", before.real("varus") + 1);
        form->setValues(v);
        QVERIFY(previewed());
        const QString told = cells();
        task()->setCurrentIndex(0);
        QVERIFY(!previewed());
        QVERIFY(!viewer->path());
        v.set("varus", before.real("varus") + 2);
        form->setValues(v);
        QCOMPARE(cells(), told);
        QVERIFY(!previewed());
        task()->setCurrentIndex(1);
        QVERIFY(cells() != told);
        QVERIFY(cells().contains(u'≈'));
        QVERIFY(previewed());
        form->setValues(before);
        QVERIFY(f.exact());
    }

    /// In 3-D, by the arrow "Outwards" and the ring "More varus".
    void draggedIn3D()
    {
        Joints& f = *m_f;
        Viewer* viewer = f.window->viewer();
        QVERIFY(viewer->gizmo() && viewer->gizmo()->shown());
        const SceneMouse mouse(*viewer);
        const ParamValues before = f.form()->values();
        const BodyPose pose = f.placed();
        const auto arrow = mouse.find(1);
        QVERIFY(arrow);
        const SceneLens lens = mouse.lens();
        const Vec3 outwards = pose.axes.col(2) * (pose.axes.col(2).x() < 0 ? 1 : -1); // a right ankle
        const QPointF way = *lens.toPixel(pose.origin + 10 * outwards) - *lens.toPixel(pose.origin);
        const QPoint by = (way * 0.3).toPoint();
        mouse.drag(*arrow, by);
        const double mm = 10 * QPointF::dotProduct(by, way) / QPointF::dotProduct(way, way);
        QVERIFY(mm > 1);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && (f.placed().origin - pose.origin - mm * outwards).norm() < 0.03, kWait);
        for (const char* key : {"varus", "slope", "rotation"})
            QVERIFY2(f.real(key) == before.real(key), key);
        const auto ring = mouse.find(3);
        QVERIFY(ring);
        mouse.drag(*ring, QPoint(12, 9), false);
        QTRY_VERIFY(std::fabs(f.real("varus") - before.real("varus")) > 0.5);
        QVERIFY(f.real("slope") == before.real("slope") && f.real("rotation") == before.real("rotation"));
        QVERIFY(f.table().contains(u'≈'));
        QTest::qWait(200);
        f.look("joint-gizmo");
        QTest::mouseRelease(mouse.view, Qt::LeftButton, {}, *ring + QPoint(12, 9));
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        // Each drag is one step of the history.
        f.workspace->undo();
        f.workspace->undo();
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        QVERIFY((f.placed().origin - pose.origin).norm() < 1e-9);
        QVERIFY(f.placed().axes == pose.axes);
    }

    /// The other half of the joint is a plan of its own, and either is in hand again by the list.
    void theOtherHalfIsAPlanOfItsOwn()
    {
        Joints& f = *m_f;
        const auto kept = f.now().plans.at(Id("component-1"));
        const ParamValues before = f.form()->values();
        auto* which = f.at<QComboBox>("componentInHand");
        QVERIFY(which && !which->isVisible());
        QTest::mouseClick(f.at<QPushButton>("anotherComponent"), Qt::LeftButton);
        QCOMPARE(f.form()->values().text("kind"), std::string("ankle: talus"));
        QCOMPARE(f.form()->values().text("plan_id"), std::string("component-2"));
        QVERIFY(f.real("lateral") == 0 && f.real("varus") == 0 && f.real("resection") > 0);
        QVERIFY(f.real("resection") != before.real("resection")); // what is usual for a talus
        auto* place = f.at<QPushButton>("placeComponent");
        QTRY_VERIFY2_WITH_TIMEOUT(f.table().contains(u'≈') && place->isEnabled(), qPrintable(place->toolTip()), kWait);
        QTest::mouseClick(place, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.now().plans.contains(Id("component-2")) && f.exact(), kWait);
        QVERIFY(f.now().plans.at(Id("component-1")) == kept);
        QVERIFY(f.now().structures.contains(Id("component-2-resected")));
        QVERIFY(which->isVisible());
        QCOMPARE(which->count(), 2);
        // The tibia's is no other plan for the talus.
        QVERIFY(f.at<QLabel>("jointCompared")->text().startsWith(QStringLiteral("With a second plan")));
        QTest::qWait(200);
        f.look("joint-two");
        which->setCurrentIndex(0);
        Q_EMIT which->activated(0);
        QTRY_VERIFY(f.form()->values() == before);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        // Both halves are planned: the next one is another of the half in hand.
        QTest::mouseClick(f.at<QPushButton>("anotherComponent"), Qt::LeftButton);
        ParamValues third = before;
        third.set("plan_id", std::string("component-3"));
        QVERIFY(f.form()->values() == third);
        which->setCurrentIndex(0);
        Q_EMIT which->activated(0);
        QTRY_VERIFY_WITH_TIMEOUT(f.form()->values() == before && f.exact(), kWait);
    }

    /// An undo while the mouse holds it: the rest of that drag moves nothing, and it is as it was.
    void anUndoEndsADrag()
    {
        Joints& f = *m_f;
        Viewer* viewer = f.window->viewer();
        const BodyPose before = f.placed();
        const Vec3 aside = before.origin + 2 * before.axes.col(0);
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), aside, true);
        QTRY_VERIFY_WITH_TIMEOUT(f.exact() && (f.placed().origin - aside).norm() < 0.03, kWait);
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), aside + before.axes.col(0), false);
        QVERIFY(f.table().contains(u'≈'));
        f.workspace->undo();
        QTRY_VERIFY_WITH_TIMEOUT(f.exact(), kWait);
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), aside + 2 * before.axes.col(0), false);
        Q_EMIT viewer->pathDragged(QStringLiteral("target"), aside + 3 * before.axes.col(0), true);
        QTest::qWait(1000); // longer than it takes to settle
        QVERIFY(f.exact());
        QVERIFY((f.placed().origin - before.origin).norm() < 1e-9);
    }

    void sizesLockTheirMeasures()
    {
        Joints& f = *m_f;
        const ParamValues before = f.form()->values();
        auto* size = f.form()->findChild<QComboBox*>("size");
        auto* width = f.form()->findChild<QWidget*>("width");
        QVERIFY(size && width);
        QVERIFY(width->isEnabled() && width->isVisible());
        const QString none = size->itemText(0);
        QVERIFY2(none.contains("largest"), qPrintable(none));
        size->setCurrentIndex(2);
        QVERIFY(!width->isEnabled() && f.real("width") > 0);
        QVERIFY(!width->parentWidget()->toolTip().isEmpty());
        size->setCurrentIndex(0);
        QVERIFY(width->isEnabled());
        QCOMPARE(size->itemText(0), QStringLiteral("Own measures (below)"));
        f.form()->setValues(before);
        QCOMPARE(size->itemText(0), none);
        QVERIFY(f.exact());
    }

    void signsFollowTheTheme()
    {
        Joints& f = *m_f;
        const auto verdict = [&]() -> QColor {
            for (QTableWidget* t : f.window->findChildren<QTableWidget*>())
                for (int r = 0; r < t->rowCount() && t->isVisible(); ++r)
                    for (int c = 0; c < t->columnCount(); ++c)
                        if (t->item(r, c) && !t->item(r, c)->icon().isNull())
                            return t->item(r, c)->foreground().color();
            return {};
        };
        f.window->findChild<QAction*>("actionDark")->trigger();
        QTest::qWait(100);
        const QColor dark = verdict();
        QVERIFY(dark.isValid());
        f.window->findChild<QAction*>("actionLight")->trigger();
        QTRY_VERIFY2(verdict() != dark, qPrintable(dark.name()));
        QVERIFY(verdict().isValid());
        f.window->findChild<QAction*>("actionDark")->trigger();
        QTRY_COMPARE(verdict(), dark);
    }

private:
    QComboBox* task() const { return m_f->at<QComboBox>("implantTask"); }

    std::unique_ptr<Joints> m_f;
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestJointSteps test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_joint_steps.moc"
