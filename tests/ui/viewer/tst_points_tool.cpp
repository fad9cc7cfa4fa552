// Points that are set, dragged and taken away in a slice, and the line of a surface through them.

#include "ui/viewer/points_tool.h"
#include "ui/viewer/theme.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace pollux;

namespace {

/// 200 x 200 pixels of 1 mm about the origin; x to the right, y down.
SlicePlane plane(double z = 0)
{
    SlicePlane p = slicePlane(PlaneKind::Axial, Vec3(0, 0, z), QSize(200, 200), 1);
    return p;
}

/// Pixels of the warning colour (or near it) in what the tool paints.
int painted(const PointsTool& tool, const Theme& theme, const SlicePlane& p, QRect* where = nullptr)
{
    QImage image(p.size, QImage::Format_RGB32);
    image.fill(Qt::black);
    {
        QPainter painter(&image);
        tool.paint(painter, p, theme, std::nullopt);
    }
    int count = 0;
    QRect box;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (const QColor c = image.pixelColor(x, y); std::abs(c.red() - theme.warning.red()) +
                                                             std::abs(c.green() - theme.warning.green()) +
                                                             std::abs(c.blue() - theme.warning.blue()) <
                                                         30) {
                ++count;
                box |= QRect(x, y, 1, 1);
            }
    if (where)
        *where = box;
    return count;
}

} // namespace

class TestPointsTool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setDraggedAndTakenAway()
    {
        PointsTool tool;
        QSignalSpy edited(&tool, &PointsTool::edited);
        const SlicePlane p = plane();
        tool.press(p, {60, 80});
        tool.release(p, {60, 80});
        tool.press(p, {140, 80});
        tool.drag(p, {150, 90});
        tool.release(p, {150, 90});
        QCOMPARE(tool.points().size(), size_t(2));
        QVERIFY((tool.points()[0] - p.toPatient({60, 80})).norm() < 1e-9);
        QVERIFY((tool.points()[1] - p.toPatient({150, 90})).norm() < 1e-9); // set and dragged in one go
        // The first one, taken beside its middle: it does not jump.
        tool.press(p, {64, 80});
        QVERIFY((tool.points()[0] - p.toPatient({60, 80})).norm() < 1e-9);
        tool.drag(p, {74, 85});
        tool.release(p, {74, 85});
        QCOMPARE(tool.points().size(), size_t(2));
        QVERIFY((tool.points()[0] - p.toPatient({70, 85})).norm() < 1e-9);
        QVERIFY(edited.last().at(1).toBool()); // finished
        QVERIFY(!edited.first().at(1).toBool());
        tool.doubleClick(p, {70, 85});
        QCOMPARE(tool.points().size(), size_t(1));
        QVERIFY((tool.points()[0] - p.toPatient({150, 90})).norm() < 1e-9);
        tool.doubleClick(p, {10, 10}); // none there
        QCOMPARE(tool.points().size(), size_t(1));
    }

    /// A point beside the plane keeps its distance from it; one far off is not taken.
    void pointsBesideThePlane()
    {
        PointsTool tool;
        tool.setPoints({Vec3(0, 0, 6)});
        const SlicePlane p = plane();
        const QPointF at = p.toPixel(Vec3(0, 0, 6));
        tool.press(p, at);
        tool.drag(p, at + QPointF(20, 0));
        tool.release(p, at + QPointF(20, 0));
        QCOMPARE(tool.points().size(), size_t(1));
        QVERIFY(std::abs(tool.points()[0].z() - 6) < 1e-9);
        QVERIFY(std::abs((tool.points()[0] - Vec3(0, 0, 6)).norm() - 20) < 1e-9);
        const SlicePlane far = plane(40);
        tool.press(far, far.toPixel(tool.points()[0]));
        QCOMPARE(tool.points().size(), size_t(2)); // another one
    }

    void whatIsDrawn()
    {
        const Theme theme = loadTheme(true);
        PointsTool tool;
        QCOMPARE(painted(tool, theme, plane()), 0);
        tool.setPoints({Vec3(0, 0, 0)});
        const int in = painted(tool, theme, plane());
        const int beside = painted(tool, theme, plane(6));
        QVERIFY(in > 40 && beside > 0 && beside < in);
        QCOMPARE(painted(tool, theme, plane(40)), 0);
        // A line down the middle: where x crosses 20 mm.
        tool.setPoints({});
        tool.setContour([](const Vec3& p) { return p.x() - 20; });
        QRect where;
        QVERIFY(painted(tool, theme, plane(), &where) > 190);
        const double x = plane().toPixel(Vec3(20, 0, 0)).x();
        QVERIFY2(std::abs(where.center().x() - x) <= 1.5 && where.width() <= 4,
                 qPrintable(QString::number(where.center().x())));
        // Not where the height is not known.
        tool.setContour(
            [](const Vec3& p) { return p.y() > 0 ? std::numeric_limits<double>::quiet_NaN() : p.x() - 20; });
        painted(tool, theme, plane(), &where);
        const double y = plane().toPixel(Vec3(0, 0, 0)).y();
        QVERIFY(where.height() < 110 && (where.bottom() <= y + 2 || where.top() >= y - 2));
    }

    void escapeEndsIt()
    {
        PointsTool tool;
        QSignalSpy cancelled(&tool, &PointsTool::cancelled);
        QVERIFY(tool.cancel());
        QCOMPARE(cancelled.count(), 1);
    }
};

QTEST_MAIN(TestPointsTool)
#include "tst_points_tool.moc"
