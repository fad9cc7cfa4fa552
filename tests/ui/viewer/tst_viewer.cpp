#include "sample_case.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer.h"

#include <Eigen/Geometry>
#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace pollux;

Q_DECLARE_METATYPE(pollux::Vec3)

namespace {

Path needle()
{
    Path p;
    p.target = sample::kTarget;
    p.entry = sample::kTarget + Vec3(-20, -50, 0);
    p.label = QStringLiteral("Plan A");
    return p;
}

void drag(QWidget* w, Qt::MouseButton button, const QPointF& from, const QPointF& to)
{
    QTest::mousePress(w, button, Qt::NoModifier, from.toPoint());
    for (int i = 1; i <= 4; ++i) { // QTest::mouseMove carries no buttons
        const QPointF at = from + (to - from) * i / 4;
        QMouseEvent move(QEvent::MouseMove, at.toPoint(), w->mapToGlobal(at.toPoint()), Qt::NoButton, button,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(w, &move);
    }
    QTest::mouseRelease(w, button, Qt::NoModifier, to.toPoint());
}

/// Pixels that are not like the corner's background.
int drawn(const QImage& image, const QRect& part)
{
    int n = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            n += qGray(image.pixel(x, y)) > 40;
    return n;
}

} // namespace

class TestViewer : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Viewer> m_viewer;

    SliceView* slice(const char* name)
    {
        return qobject_cast<SliceView*>(m_viewer->findChild<QWidget*>(QLatin1String(name)));
    }

private Q_SLOTS:
    void init()
    {
        m_viewer = std::make_unique<Viewer>();
        m_viewer->resize(800, 700);
        m_viewer->setCase(sample::ballCase());
        m_viewer->setCrosshair(sample::kTarget);
        m_viewer->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_viewer.get()));
    }
    void cleanup() { m_viewer.reset(); }

    void picksTheFirstVolumeAndItsWindow()
    {
        QCOMPARE(m_viewer->volume().text(), std::string("ct"));
        QCOMPARE(m_viewer->windowWidth(), 400.0);
        QVERIFY(m_viewer->structureVisible(Id("liver")));
        QVERIFY(m_viewer->structureOpacity(Id("skin")) < 0.5);
    }

    void dragMovesTheCrosshair()
    {
        QSignalSpy spy(m_viewer.get(), &Viewer::crosshairMoved);
        SliceView* coronal = slice("coronalView");
        const Vec3 goal(25, sample::kTarget.y(), -30); // the patient's left, towards the feet
        const QPointF at = coronal->plane().toPixel(goal);
        QVERIFY(at.x() > coronal->width() / 2.0 && at.y() > coronal->height() / 2.0);
        drag(coronal, Qt::LeftButton, at - QPointF(30, 20), at);
        QVERIFY(spy.count() >= 2);
        QVERIFY2((m_viewer->crosshair() - goal).norm() < 1.5 * coronal->plane().mmPerPixel, "not where the mouse is");
        QCOMPARE(m_viewer->crosshair().y(), sample::kTarget.y());           // depth is kept
        QVERIFY((slice("axialView")->plane().centre.z() - goal.z()) < 1.0); // the others follow
    }

    void wheelScrollsByOneLayer()
    {
        SliceView* axial = slice("axialView");
        const auto roll = [&](int delta, Qt::KeyboardModifiers modifiers) {
            const QPointF at(100, 100);
            QWheelEvent e(at, axial->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
            QCoreApplication::sendEvent(axial, &e);
        };
        m_viewer->setCrosshair(Vec3(0, 0, 7)); // between the layers at 6 and 10
        roll(120, Qt::NoModifier);
        QCOMPARE(m_viewer->crosshair().z(), 10.0);
        roll(-240, Qt::NoModifier);
        QCOMPARE(m_viewer->crosshair().z(), 2.0);
        roll(60, Qt::NoModifier); // half a notch
        QCOMPARE(m_viewer->crosshair().z(), 2.0);
        roll(60, Qt::NoModifier);
        QCOMPARE(m_viewer->crosshair().z(), 6.0);
        QTest::keyClick(axial, Qt::Key_Down);
        QCOMPARE(m_viewer->crosshair().z(), 2.0);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(axial, Qt::Key_PageUp);
        QCOMPARE(m_viewer->crosshair().z(), 94.0); // the last layer, no further
        const Vec3 fixed = axial->plane().toPatient({100, 100});
        const double before = axial->plane().mmPerPixel;
        roll(120, Qt::ControlModifier);
        QVERIFY(axial->plane().mmPerPixel < before);
        QVERIFY((axial->plane().toPatient({100, 100}) - fixed).norm() < 1e-6); // zooms about the mouse
    }

    void draggingAnArmTurnsTheOtherPlanes()
    {
        QSignalSpy spy(m_viewer.get(), &Viewer::axesTurned);
        SliceView* axial = slice("axialView");
        const QPointF middle = axial->plane().toPixel(m_viewer->crosshair());
        const double arm = 0.35 * std::min(axial->width(), axial->height());
        const double angle = 0.3;
        drag(axial, Qt::LeftButton, middle + QPointF(arm, 0), middle + arm * QPointF(std::cos(angle), std::sin(angle)));
        QVERIFY(spy.count() > 0);
        QVERIFY((m_viewer->crosshair() - sample::kTarget).norm() < 1e-9); // the point looked at stays
        const Mat3 axes = m_viewer->axes();
        QVERIFY((axes.col(2) - Vec3::UnitZ()).norm() < 1e-9); // turned about the axial normal
        const double turned = std::atan2(axes(1, 0), axes(0, 0));
        QVERIFY2(std::abs(turned - angle) < 0.03, qPrintable(QString::number(turned)));
        // the coronal plane now runs along the arm, and still through the crosshair
        const SlicePlane coronal = slice("coronalView")->plane();
        QVERIFY(std::abs(coronal.distance(sample::kTarget)) < 1e-9);
        QVERIFY(std::abs(coronal.normal().dot(Vec3(std::cos(turned), std::sin(turned), 0))) < 1e-6);
        // a second turn in another view makes a double-oblique plane; reset straightens all
        m_viewer->setAxes(turnedAxes(axes, PlaneKind::Coronal, 0.2));
        QVERIFY(!isStandard(m_viewer->axes()));
        m_viewer->resetViews();
        QVERIFY(isStandard(m_viewer->axes()));
        // what is no rotation is refused
        m_viewer->setAxes(2 * Mat3::Identity());
        QVERIFY(isStandard(m_viewer->axes()));
    }

    void scrollingAnObliquePlaneMovesAlongItsNormal()
    {
        m_viewer->setAxes(turnedAxes(Mat3::Identity(), PlaneKind::Sagittal, 0.35));
        SliceView* axial = slice("axialView");
        const SlicePlane before = axial->plane();
        const Vec3 was = m_viewer->crosshair();
        QTest::keyClick(axial, Qt::Key_Up);
        const Vec3 moved = m_viewer->crosshair() - was;
        QVERIFY(moved.norm() > 0.5);
        QVERIFY(moved.normalized().cross(before.normal()).norm() < 1e-6);
        QVERIFY(std::abs(axial->plane().distance(m_viewer->crosshair())) < 1e-9);
    }

    void layoutsPlaceTheViews()
    {
        QWidget* volume = m_viewer->findChild<QWidget*>(QStringLiteral("volumeView"));
        SliceView* axial = slice("axialView");
        SliceView* coronal = slice("coronalView");
        m_viewer->setLayout(Viewer::Layout::AxialAndThree);
        QCoreApplication::processEvents();
        QTRY_VERIFY(axial->width() > 2 * coronal->width());
        QVERIFY(axial->height() > 2 * coronal->height());
        for (QWidget* w : {static_cast<QWidget*>(coronal), volume, static_cast<QWidget*>(slice("sagittalView"))})
            QVERIFY(w->isVisible() && w->x() > axial->x() + axial->width() - 1);
        m_viewer->setLayout(Viewer::Layout::VolumeAndThree);
        QTRY_VERIFY(volume->width() > 2 * axial->width());
        m_viewer->setLayout(Viewer::Layout::Volume3D);
        QTRY_VERIFY(!axial->isVisible() && volume->width() > 0.9 * m_viewer->width());
        m_viewer->setLayout(Viewer::Layout::FourUp);
        QTRY_VERIFY(axial->isVisible() && std::abs(axial->width() - coronal->width()) <= 2);
        QVERIFY(std::abs(axial->width() - volume->width()) <= 2);
    }

    void rightDragChangesTheWindow()
    {
        QSignalSpy spy(m_viewer.get(), &Viewer::windowChanged);
        drag(slice("axialView"), Qt::RightButton, {100, 100}, {164, 68});
        QVERIFY(spy.count() > 0);
        QCOMPARE(m_viewer->windowWidth(), 500.0); // 64 pixels of 400/256
        QCOMPARE(m_viewer->windowCentre(), -10.0);
    }

    void handlesDragToThePlaceUnderTheMouse()
    {
        m_viewer->setPath(needle());
        QSignalSpy spy(m_viewer.get(), &Viewer::pathDragged);
        SliceView* axial = slice("axialView");
        const SlicePlane plane = axial->plane();
        const QPointF from = plane.toPixel(needle().target) + QPointF(10, -9); // within 14 px
        drag(axial, Qt::LeftButton, from, from + QPointF(40, 25));
        QCOMPARE(spy.count(), 0); // not editable: moves the crosshair

        m_viewer->setCrosshair(sample::kTarget);
        m_viewer->setEditable(true);
        drag(axial, Qt::LeftButton, from, from + QPointF(40, 25));
        QVERIFY(spy.count() >= 2);
        const auto last = spy.takeLast();
        QCOMPARE(last[0].toString(), QStringLiteral("target"));
        QCOMPARE(last[2].toBool(), true);
        const Vec3 moved = last[1].value<Vec3>() - needle().target;
        const double mm = plane.mmPerPixel;
        QVERIFY((moved - mm * Vec3(40, 25, 0)).norm() < 2 * mm);
        QCOMPARE(spy.first()[2].toBool(), false);
    }

    void entryKeepsToTheSkin()
    {
        m_viewer->setPath(needle());
        m_viewer->setEditable(true);
        QSignalSpy spy(m_viewer.get(), &Viewer::pathDragged);
        SliceView* axial = slice("axialView");
        const QPointF from = axial->plane().toPixel(needle().entry);
        drag(axial, Qt::LeftButton, from, from + QPointF(-25, -8));
        QVERIFY(spy.count() > 0);
        const Vec3 entry = spy.last()[1].value<Vec3>();
        QCOMPARE(spy.last()[0].toString(), QStringLiteral("entry"));
        QVERIFY2(std::abs((entry - sample::kSkinCentre).norm() - sample::kSkinRadius) < 1.0, "off the skin");
        QVERIFY(std::abs(entry.z() - needle().entry.z()) < 1e-6);
    }

    void volumeViewShowsTheNeedleAndPicks()
    {
        auto* view = m_viewer->findChild<QWidget*>(QStringLiteral("volumeView"));
        QVERIFY(QTest::qWaitFor(
            [&] { return drawn(view->grab().toImage(), view->rect()) > view->width() * view->height() / 20; }));
        const QImage without = view->grab().toImage();
        m_viewer->setPath(needle());
        QTest::qWait(50);
        const QImage with = view->grab().toImage();
        int bright = 0;
        for (int y = 0; y < with.height(); ++y)
            for (int x = 0; x < with.width(); ++x)
                bright += qGray(with.pixel(x, y)) > qGray(without.pixel(x, y)) + 60;
        QVERIFY2(bright > 40, qPrintable(QString::number(bright)));

        QSignalSpy spy(m_viewer.get(), &Viewer::picked);
        QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, view->rect().center());
        QCOMPARE(spy.count(), 1);
        const Vec3 hit = spy.first()[0].value<Vec3>();
        QVERIFY(hit.y() < 0 && std::abs(hit.x()) < 25 && std::abs(hit.z()) < 25); // from the front, near the middle
        QVERIFY((m_viewer->crosshair() - hit).norm() < 1e-9);
    }

    void rightOfThePatientIsLeftInTheFrontView()
    {
        auto* view = m_viewer->findChild<QWidget*>(QStringLiteral("volumeView"));
        m_viewer->setStructureVisible(Id("skin"), false);
        m_viewer->setStructureVisible(Id("liver"), false);
        m_viewer->setStructureVisible(Id("lesion"), true);
        Path p = needle();
        p.target = Vec3(60, 0, 0); // a second thing on the left keeps the camera where it is
        p.entry = Vec3(60, -40, 0);
        m_viewer->setPath(p);
        m_viewer->resetViews();
        const auto yellow = [&](int side) {
            const QImage image = view->grab().toImage();
            int n = 0;
            for (int y = 60; y < image.height() - 60; ++y)
                for (int x = 40; x < image.width() - 40; ++x) {
                    const QColor c = image.pixelColor(x, y);
                    n +=
                        c.red() > c.blue() + 80 && c.green() > c.blue() + 50 && (x < image.width() / 2 ? 0 : 1) == side;
                }
            return n;
        };
        QVERIFY(QTest::qWaitFor([&] { return yellow(0) > 30; }));
        QCOMPARE(yellow(1), 0);
        QTest::keyClick(view, Qt::Key_P); // from behind it is on the other side
        QVERIFY(QTest::qWaitFor([&] { return yellow(1) > 30; }));
        QCOMPARE(yellow(0), 0);
    }

    void survivesAnotherWindow()
    {
        auto* view = m_viewer->findChild<QWidget*>(QStringLiteral("volumeView"));
        const auto shows = [&] {
            return drawn(view->grab().toImage(), view->rect()) > view->width() * view->height() / 20;
        };
        QVERIFY(QTest::qWaitFor(shows));
        QWidget other;
        auto* layout = new QVBoxLayout(&other);
        layout->addWidget(m_viewer.get());
        other.resize(640, 600);
        other.show();
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        QVERIFY(QTest::qWaitFor(shows));
        m_viewer->setParent(nullptr);
        m_viewer->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_viewer.get()));
        QVERIFY(QTest::qWaitFor(shows));
    }

    void doubleClickEnlargesAndRestores()
    {
        SliceView* sagittal = slice("sagittalView");
        QTest::mouseDClick(sagittal, Qt::LeftButton);
        QVERIFY(m_viewer->viewLayout() == Viewer::Layout::Sagittal);
        QVERIFY(!slice("axialView")->isVisible() && sagittal->isVisible());
        QTRY_VERIFY(sagittal->width() > 700);
        QTest::mouseDClick(sagittal, Qt::LeftButton);
        QVERIFY(m_viewer->viewLayout() == Viewer::Layout::FourUp);
        QVERIFY(slice("axialView")->isVisible());
    }

    void emptyAndForeignInputIsHarmless()
    {
        m_viewer->setCase(nullptr);
        m_viewer->setVolume(Id("none"));
        m_viewer->setField(Id("none"));
        m_viewer->setCrosshair(Vec3::Constant(std::numeric_limits<double>::quiet_NaN()));
        QVERIFY(m_viewer->crosshair().allFinite());
        drag(slice("axialView"), Qt::LeftButton, {50, 50}, {80, 80});
        QVERIFY(!m_viewer->grabViews().isNull());
        m_viewer->setCase(sample::ballCase());
        m_viewer->setField(Id("map"));
        QCOMPARE(m_viewer->volume().text(), std::string("ct"));
    }

    void everyViewHasAName()
    {
        for (const char* name : {"axialView", "sagittalView", "coronalView", "volumeView"}) {
            auto* w = m_viewer->findChild<QWidget*>(QLatin1String(name));
            QVERIFY(w);
            QVERIFY(!QAccessible::queryAccessibleInterface(w)->text(QAccessible::Name).isEmpty());
        }
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestViewer test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_viewer.moc"
