#include "core/base/error.h"
#include "core/case/curve_source.h"
#include "tests/ui/viewer/curved_case.h"
#include "ui/viewer/curved_render.h"
#include "ui/viewer/curved_view.h"
#include "ui/viewer/slice_painter.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace pollux;

namespace {

std::shared_ptr<const CurvedImage> imageOf(const Case& c, const char* id, CurvedKind kind)
{
    const CurveSource source = curveSource(c, Id(id));
    CurvedOptions cut;
    cut.kind = kind;
    cut.stepMm = 1;
    cut.smoothingMm = source.smoothingMm;
    return std::make_shared<const CurvedImage>(reformatCurved(c.volume(Id("ct")).volume, source.points, cut, Job()));
}

CurvedLook look()
{
    CurvedLook out;
    out.theme = loadTheme(true);
    out.windowCentre = 20;
    out.windowWidth = 300;
    return out;
}

struct Shown
{
    Case c = sample::curvedCase();
    CurvedView view;

    explicit Shown(const char* id = "line", CurvedKind kind = CurvedKind::Panoramic)
    {
        view.resize(420, 360);
        view.setImage(imageOf(c, id, kind), kind == CurvedKind::Straightened);
        view.setLook(look());
    }
    void wheel(int delta, Qt::KeyboardModifiers modifiers = {})
    {
        const QPointF at(150, 170);
        QWheelEvent e(at, view.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &e);
    }
};

/// How many pixels have about this colour.
int count(const QImage& image, const QColor& colour)
{
    int n = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor c = image.pixelColor(x, y);
            n += std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green()) +
                     std::abs(c.blue() - colour.blue()) <
                 30;
        }
    return n;
}

} // namespace

class TestCurvedView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictureAndReformationAreInverse()
    {
        Shown f;
        for (const bool down : {false, true})
            for (const double zoom : {1.0, 3.0}) {
                const CurvedLayout l = curvedLayout(f.view.image()->surface, QSizeF(500, 300), down, zoom, {40, 20});
                const QPointF back = l.toReformation(l.toPicture(33.5, 12.25));
                QVERIFY(std::abs(back.x() - 33.5) < 1e-9 && std::abs(back.y() - 12.25) < 1e-9);
                // One scale both ways: ten columns are as long as ten rows.
                const QPointF o = l.toPicture(0, 0), a = l.toPicture(10, 0) - o, b = l.toPicture(0, 10) - o;
                QVERIFY(std::abs(std::hypot(a.x(), a.y()) - 10 / l.mmPerPixel) < 1e-9);
                QVERIFY(std::abs(std::hypot(b.x(), b.y()) - 10 / l.mmPerPixel) < 1e-9);
                QVERIFY(down ? a.y() > 0 : a.x() > 0);
                if (zoom > 1)
                    QVERIFY(QLineF(l.toPicture(40, 20), QPointF(250, 150)).length() < 1e-9);
            }
    }

    void aClickNamesThePatientPoint()
    {
        for (const CurvedKind kind : {CurvedKind::Panoramic, CurvedKind::Straightened}) {
            Shown f("line", kind);
            QSignalSpy picked(&f.view, &CurvedView::placePicked);
            const QPoint at = f.view.layoutNow().toPicture(120, 38).toPoint();
            QTest::mouseClick(&f.view, Qt::LeftButton, {}, at);
            QCOMPARE(picked.size(), 1);
            const Vec3 p = picked[0][0].value<Vec3>();
            // Column 120 of 1 mm from x = -90; row 38 is 8 mm below the middle one. Within a pixel of the screen.
            const double pixel = f.view.layoutNow().mmPerPixel;
            QVERIFY2(std::abs(p.x() - 30) <= pixel, qPrintable(QString::number(p.x())));
            QVERIFY(std::abs(p.y()) < 1e-9);
            if (kind == CurvedKind::Panoramic)
                QVERIFY(std::abs(p.z() + 8) <= pixel);
            else
                QVERIFY(std::abs(std::abs(p.z()) - 8) <= pixel);
        }
    }

    void wheelAndDragTurnAndRightDragIsTheWindow()
    {
        Shown f;
        QSignalSpy turned(&f.view, &CurvedView::turned), picked(&f.view, &CurvedView::placePicked);
        QSignalSpy window(&f.view, &CurvedView::windowChanged);
        f.wheel(120);
        f.wheel(-240);
        QCOMPARE(turned.size(), 2);
        QCOMPARE(turned[0][0].toDouble(), 5.0);
        QCOMPARE(turned[1][0].toDouble(), -10.0);
        QTest::mousePress(&f.view, Qt::LeftButton, {}, {200, 150});
        QTest::mouseMove(&f.view, {200, 190});
        QTest::mouseRelease(&f.view, Qt::LeftButton, {}, {200, 190});
        QVERIFY(turned.size() > 2);
        QCOMPARE(picked.size(), 0); // a drag is no click
        QTest::mousePress(&f.view, Qt::RightButton, {}, {200, 150});
        QTest::mouseMove(&f.view, {260, 150});
        QTest::mouseRelease(&f.view, Qt::RightButton, {}, {260, 150});
        QVERIFY(!window.isEmpty());
        QVERIFY(window.last()[1].toDouble() > 300);
        const double before = f.view.layoutNow().mmPerPixel;
        f.wheel(240, Qt::ControlModifier);
        QVERIFY(f.view.layoutNow().mmPerPixel < before);
    }

    void theKeysWalkAlongTheCurve()
    {
        Shown f;
        CurvedLook l = look();
        l.crosshair = CurvedPlace{100, 30, 0};
        f.view.setLook(l);
        QSignalSpy picked(&f.view, &CurvedView::placePicked), turned(&f.view, &CurvedView::turned);
        QTest::keyClick(&f.view, Qt::Key_Down);
        QCOMPARE(picked.size(), 1);
        QVERIFY((picked[0][0].value<Vec3>() - Vec3(11, 0, 0)).norm() < 1e-6);
        QTest::keyClick(&f.view, Qt::Key_Right);
        QCOMPARE(turned.size(), 1);
    }

    void theBallIsBrightAndWhatIsBeyondIsNot()
    {
        Shown f;
        const QImage grey = curvedGrey(*f.view.image(), look(), false);
        QCOMPARE(grey.size(), QSize(181, 61));
        QVERIFY(qRed(grey.pixel(90, 30)) > 200); // 140 HU in a window from -130 to 170
        QVERIFY(qRed(grey.pixel(4, 30)) < 60);   // 4 mm from the start: -100 HU, 6 mm before the ball
        const QImage down = curvedGrey(*f.view.image(), look(), true);
        QCOMPARE(down.size(), QSize(61, 181));
        QCOMPARE(down.pixel(30, 90), grey.pixel(90, 30));
    }

    void theCrosshairsPlaceIsMarkedWhereItIs()
    {
        const Theme theme = loadTheme(true);
        Shown f;
        CurvedLook l = look();
        const QImage without = curvedPicture(*f.view.image(), {400, 300}, false, l);
        l.crosshair = CurvedPlace{60, 30, 0};
        const QImage with = curvedPicture(*f.view.image(), {400, 300}, false, l);
        const CurvedLayout layout = curvedLayout(f.view.image()->surface, {400, 300}, false);
        int changed = 0;
        for (int y = 0; y < 300; ++y)
            for (int x = 0; x < 400; ++x)
                if (with.pixel(x, y) != without.pixel(x, y)) {
                    ++changed;
                    QVERIFY(std::abs(x - layout.toPicture(60, 0).x()) < 20);
                }
        QVERIFY(changed > 40);
        QVERIFY(count(with, theme.accent) > count(without, theme.accent));
        // That the curve is stale is said in words.
        l.stale = true;
        const QImage stale = curvedPicture(*f.view.image(), {400, 300}, false, l);
        int words = 0;
        for (int x = 0; x < 400; ++x)
            for (int y = 0; y < 80; ++y)
                words += stale.pixel(x, y) != with.pixel(x, y);
        QVERIFY(words > 100);
    }

    void theCurveIsDrawnInTheSlices()
    {
        const Theme theme = loadTheme(true);
        const SlicePlane plane = slicePlane(PlaneKind::Axial, Vec3(0, 0, 0), {200, 200}, 1);
        std::vector<Vec3> curve;
        for (double x = -60; x <= 60; x += 0.5)
            curve.push_back({x, 10, x < 0 ? 0.0 : 9.0}); // the second half lies in another slice
        QImage image(200, 200, QImage::Format_RGB32);
        image.fill(theme.image);
        QPainter painter(&image);
        paintCurve(painter, plane, curve, theme);
        painter.end();
        const QPoint in = plane.toPixel({-30, 10, 0}).toPoint();
        QVERIFY(count(image.copy(in.x(), in.y() - 2, 1, 5), theme.accent) > 0);
        const QImage right = image.copy(105, 0, 95, 200);
        QCOMPARE(count(right, theme.accent), 0); // faint there
        bool any = false;
        for (int x = 0; x < right.width(); ++x)
            for (int y = in.y() - 2; y <= in.y() + 2; ++y)
                any = any || right.pixel(x, y) != theme.image.rgb();
        QVERIFY(any);
    }

    void aPictureWithoutAWindow()
    {
        const Case c = sample::curvedCase();
        CurvedRenderOptions o;
        o.along = Id("line");
        o.cut.kind = CurvedKind::Panoramic;
        o.cut.stepMm = 0;
        o.size = QSize(300, 200);
        const CurvedRendering made = renderCurved(c, o, Job());
        QCOMPARE(made.picture.size(), QSize(300, 200));
        QCOMPARE(made.lengthMm, 180.0);
        o.cut.angleDeg = 45;
        QVERIFY(renderCurved(c, o, Job()).picture != made.picture);
        o.along = Id("vessel");
        o.cut.kind = CurvedKind::Straightened;
        QVERIFY(std::abs(renderCurved(c, o, Job()).lengthMm - 60) < 2.1); // one step is 2 mm
        const auto code = [&] {
            try {
                renderCurved(c, o, Job());
            } catch (const Error& e) {
                return e.code();
            }
            return ErrorCode::Internal;
        };
        o.along = Id("nothing");
        QCOMPARE(code(), ErrorCode::NotFound);
        o.along = Id("liver"); // has no centreline
        QCOMPARE(code(), ErrorCode::BadInput);
        o.along = Id("line");
        o.size = QSize(4, 4);
        QCOMPARE(code(), ErrorCode::BadInput);
    }
};

QTEST_MAIN(TestCurvedView)
#include "tst_curved_view.moc"
