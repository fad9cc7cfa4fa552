// Measurements in the 3-D view: their shapes in closed form, where they stand in the picture, and points set there.
#include "sample_case.h"
#include "ui/viewer/measure_tool.h"
#include "ui/viewer/render.h"
#include "ui/viewer/scene_measures.h"
#include "ui/viewer/viewer.h"

#include <Eigen/Geometry>
#include <QApplication>
#include <QLineF>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace pollux;

namespace {

constexpr int kSide = 400;

Measurement measurement(MeasurementKind kind, std::vector<Vec3> points)
{
    Measurement m;
    m.name = std::string("Length 1");
    m.kind = kind;
    m.points = std::move(points);
    m.values.push_back({"length", "Length", {80, Unit::Millimetre, {}, {}}});
    return m;
}

/// Level with the lesion, from 40 mm on its right to 40 mm on its left.
std::shared_ptr<const Case> withLength()
{
    auto c = std::make_shared<Case>(*sample::ballCase());
    c->measurements[Id("length-1")] = std::make_shared<Measurement>(
        measurement(MeasurementKind::Length, {sample::kTarget - Vec3(40, 0, 0), sample::kTarget + Vec3(40, 0, 0)}));
    return c;
}

/// The lesion from the front, half a millimetre a pixel; lesion and measurement have one middle, which is that of the
/// picture.
RenderOptions options()
{
    RenderOptions o;
    o.size = QSize(kSide, kSide);
    o.marks = false;
    o.structures.emplace();
    o.structures->insert(Id("lesion"));
    o.opacity[Id("lesion")] = 1;
    o.scene.orthographic = true;
    o.mmPerPixel = 0.5;
    return o;
}

/// The brightest pixel within 2 pixels of one: a line is thin and may lie between two rows.
QColor near(const QImage& image, int x, int y)
{
    QColor best = Qt::black;
    for (int dy = -2; dy <= 2; ++dy)
        for (int dx = -2; dx <= 2; ++dx)
            if (const QColor c = image.pixelColor(x + dx, y + dy); c.lightness() > best.lightness())
                best = c;
    return best;
}

struct Views
{
    Viewer viewer;
    MeasureTool tool;
    QWidget* volume = nullptr;
    std::vector<std::vector<Vec3>> placed;
    QStringList refused;

    static constexpr double kHeight = 120; ///< mm
    const Vec3 liver{-34, -6, 10};         ///< a ball of 36 mm, in the middle of the view

    Views()
    {
        viewer.resize(700, 600);
        auto c = std::make_shared<Case>(*sample::ballCase());
        c->structures.erase(Id("skin"));
        c->structures.erase(Id("lesion"));
        viewer.setCase(c);
        viewer.setStructureOpacity(Id("liver"), 1);
        viewer.setLayout(Viewer::Layout::Volume3D);
        viewer.show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&viewer)); }();
        volume = viewer.findChild<QWidget*>(QStringLiteral("volumeView"));
        SceneLook look;
        look.orthographic = true;
        viewer.setScene(look);
        viewer.setCameraPose({liver, -Vec3::UnitY(), Vec3::UnitZ(), kHeight});
        QTRY_VERIFY(qGray(volume->grab().toImage().pixel(volume->rect().center())) > 40); // it has been drawn
        viewer.setTool(&tool);
        QObject::connect(&tool, &MeasureTool::placed, &viewer,
                         [this](const std::vector<Vec3>& p) { placed.push_back(p); });
        QObject::connect(&tool, &MeasureTool::refused, &viewer, [this](const QString& why) { refused << why; });
    }
    /// By parallel rays from the front: right in the picture is the patient's left, down are the feet.
    Vec3 onLiver(const QPoint& pixel) const
    {
        const double mm = kHeight / volume->height();
        const double x = mm * (pixel.x() - volume->width() / 2.0), z = -mm * (pixel.y() - volume->height() / 2.0);
        return liver + Vec3(x, -std::sqrt(36.0 * 36.0 - x * x - z * z), z);
    }
    QPoint pixel(int right, int down) const { return volume->rect().center() + QPoint(right, down); }
    void click(const QPoint& at) { QTest::mouseClick(volume, Qt::LeftButton, Qt::NoModifier, at); }
    void space(const Vec3& p)
    {
        viewer.setCrosshair(p);
        QTest::keyClick(volume, Qt::Key_Space);
    }
};

} // namespace

class TestSceneMeasures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapesInClosedForm()
    {
        const Vec3 c(10, -20, 5), a(6, 0, 0), b(0, 0, 3);
        const auto ellipse = measureLines(measurement(MeasurementKind::Ellipse, {c, c + a, c + b}));
        QCOMPARE(ellipse.size(), size_t(1));
        QVERIFY(ellipse[0].size() > 32 && (ellipse[0].front() - ellipse[0].back()).norm() < 1e-9);
        for (const Vec3& p : ellipse[0]) {
            const Vec3 d = p - c;
            QVERIFY(std::abs(d.x() * d.x() / 36 + d.z() * d.z() / 9 - 1) < 1e-9 && std::abs(d.y()) < 1e-9);
        }

        const auto sphere = measureLines(measurement(MeasurementKind::Sphere, {c, c + Vec3(3, 4, 12)}));
        QCOMPARE(sphere.size(), size_t(3));
        for (int circle = 0; circle < 3; ++circle)
            for (const Vec3& p : sphere[static_cast<size_t>(circle)]) {
                QVERIFY(std::abs((p - c).norm() - 13) < 1e-9);
                QVERIFY(std::abs((p - c)[(circle + 2) % 3]) < 1e-9); // in a plane of the patient
            }

        const auto angle = measureLines(measurement(MeasurementKind::Angle, {c + a, c, c + b}));
        QCOMPARE(angle.size(), size_t(2));
        QCOMPARE(angle[0].size(), size_t(3));
        const double radius = (angle[1].front() - c).norm();
        QVERIFY(radius > 0 && radius < 3);
        QVERIFY((angle[1].front() - c).normalized().dot(Vec3::UnitX()) > 1 - 1e-9); // from one arm to the other
        QVERIFY((angle[1].back() - c).normalized().dot(Vec3::UnitZ()) > 1 - 1e-9);
        for (const Vec3& p : angle[1])
            QVERIFY(std::abs((p - c).norm() - radius) < 1e-9);
        QCOMPARE(measureLines(measurement(MeasurementKind::Angle, {c + a, c, c + 2 * a})).size(), size_t(1)); // no arc

        const auto area = measureLines(measurement(MeasurementKind::Area, {c, c + a, c + b}));
        QVERIFY(area.size() == 1 && area[0].size() == 4 && area[0].back() == c);
        QCOMPARE(measureLines(measurement(MeasurementKind::LineAngle, {c, c + a, c + b, c + a + b})).size(), size_t(2));
        QVERIFY(measureLines(measurement(MeasurementKind::Length, {c})).empty());
    }

    void theLensInClosedForm()
    {
        SceneLens lens; // from the front; right is the patient's left
        lens.eye = Vec3(0, -100, 0);
        lens.size = QSizeF(400, 200);
        lens.height = 2; // 45 degrees up and down
        QVERIFY(QLineF(*lens.toPixel(Vec3(30, -40, 15)), QPointF(200 + 50, 100 - 25)).length() < 1e-9); // 60 mm away
        QVERIFY(!lens.toPixel(Vec3(0, -101, 0)));
        lens.parallel = true;
        lens.height = 50;
        QVERIFY(QLineF(*lens.toPixel(Vec3(10, 7, -5)), QPointF(200 + 40, 100 + 20)).length() < 1e-9);
        QVERIFY(lens.toPixel(Vec3(0, -101, 0)));
    }

    void labelsNeverLieOverEachOther()
    {
        const QRectF area(20, 30, 300, 200);
        std::vector<SceneLabel> labels(14, {QPointF(310, 100), QSizeF(80, 32)});
        labels.push_back({QPointF(10, 100), QSizeF(80, 32)}); // its place is outside
        const auto places = placeLabels(labels, area);
        QCOMPARE(places.size(), labels.size());
        QVERIFY(!places.back());
        size_t placed = 0;
        for (size_t i = 0; i < places.size(); ++i) {
            if (!places[i])
                continue;
            ++placed;
            QVERIFY(area.contains(*places[i]));
            for (size_t k = 0; k < i; ++k)
                QVERIFY(!places[k] || !places[k]->intersects(*places[i]));
        }
        QVERIFY2(placed >= 8, qPrintable(QString::number(placed)));
        // The first has its first choice: level with its place.
        QVERIFY(std::abs(places[0]->center().y() - 100) < 1e-9);
        QVERIFY(!placeLabels({{QPointF(50, 50), QSizeF(400, 10)}}, area)[0]); // no room
    }

    /// 80 mm at 0.5 mm a pixel: 160 pixels about the middle, of which the lesion (18 mm) hides the inner 36.
    void aLineIsDrawnAtItsPlace()
    {
        const auto c = withLength();
        const QImage image = renderScene3D(*c, options());
        for (const int x : {-75, -40, 40, 75})
            QVERIFY2(near(image, kSide / 2 + x, kSide / 2).lightness() > 120, qPrintable(QString::number(x)));
        for (const int x : {-95, 95}) // beyond its ends, and beside it
            QVERIFY(near(image, kSide / 2 + x, kSide / 2).lightness() < 40);
        QVERIFY(near(image, kSide / 2 + 60, kSide / 2 - 12).lightness() < 40);
        RenderOptions hidden = options();
        hidden.hidden.insert(Id("length-1"));
        QVERIFY(near(renderScene3D(*c, hidden), kSide / 2 + 60, kSide / 2).lightness() < 40);
    }

    void aStaleOneIsAmber()
    {
        RenderOptions o = options();
        const QColor fresh = near(renderScene3D(*withLength(), o), kSide / 2 + 60, kSide / 2);
        o.stale.insert(Id("length-1"));
        const QColor stale = near(renderScene3D(*withLength(), o), kSide / 2 + 60, kSide / 2);
        QVERIFY2(std::abs(fresh.red() - fresh.blue()) < 40, qPrintable(fresh.name()));
        QVERIFY2(stale.red() > stale.blue() + 60, qPrintable(stale.name()));
    }

    void nameAndValueStandBesideIt()
    {
        RenderOptions o = options();
        o.marks = true;
        const QImage with = renderScene3D(*withLength(), o);
        o.hidden.insert(Id("length-1"));
        const QImage without = renderScene3D(*withLength(), o);
        int words = 0; // below and above the line, near its right end
        for (int y = kSide / 2 - 20; y < kSide / 2 + 20; ++y)
            for (int x = kSide / 2 + 82; x < kSide - 20; ++x)
                words += std::abs(y - kSide / 2) > 4 && qGray(with.pixel(x, y)) > qGray(without.pixel(x, y)) + 80;
        QVERIFY2(words > 60, qPrintable(QString::number(words)));
        int inside = 0; // the part that the lesion hides shows through as dashes
        for (int x = kSide / 2 - 14; x < kSide / 2 + 14; ++x)
            for (const int y : {kSide / 2 - 1, kSide / 2})
                if (qBlue(with.pixel(x, y)) > qBlue(without.pixel(x, y)) + 20) { // the lesion is yellow
                    ++inside;
                    break;
                }
        QVERIFY2(inside > 4 && inside < 28, qPrintable(QString::number(inside)));
    }

    void clicksSetPointsOnTheSurface()
    {
        Views v;
        v.tool.setKind(MeasurementKind::Length);
        const Vec3 crosshair = v.viewer.crosshair();
        const QPoint a = v.pixel(-60, 40), b = v.pixel(80, -30);
        v.click(a);
        QVERIFY(v.placed.empty());
        v.click(b);
        QCOMPARE(v.placed.size(), size_t(1));
        QCOMPARE(v.placed[0].size(), size_t(2));
        for (size_t n = 0; n < 2; ++n) {
            const Vec3 away = v.placed[0][n] - v.onLiver(n == 0 ? a : b);
            QVERIFY2(away.norm() < 1, qPrintable(QString::number(away.norm())));
        }
        const double mm = (v.placed[0][1] - v.placed[0][0]).norm();
        QVERIFY(std::abs(mm - (v.onLiver(b) - v.onLiver(a)).norm()) < 1);
        QCOMPARE(v.viewer.crosshair(), crosshair); // the click was the tool's
        // Beside the liver there is nothing; a drag turns and sets nothing.
        v.click(QPoint(8, v.volume->height() / 2));
        QCOMPARE(v.refused.size(), 1);
        QTest::mousePress(v.volume, Qt::LeftButton, Qt::NoModifier, a);
        for (const QPoint& at : {a + QPoint(20, 0), a + QPoint(40, 0)}) {
            QMouseEvent move(QEvent::MouseMove, at, v.volume->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             Qt::NoModifier);
            QCoreApplication::sendEvent(v.volume, &move);
        }
        QTest::mouseRelease(v.volume, Qt::LeftButton, Qt::NoModifier, a + QPoint(40, 0));
        QVERIFY(!v.tool.cancel());
    }

    void keysSetEndAndForget()
    {
        Views v;
        v.tool.setKind(MeasurementKind::Length, true);
        const std::vector<Vec3> way{Vec3(-40, 3, 4), Vec3(-20, 13, 14), Vec3(-20, -7, 14)};
        v.space(Vec3(1, 2, 3));
        QTest::keyClick(v.volume, Qt::Key_Escape);
        for (const Vec3& p : way)
            v.space(p);
        QVERIFY(v.placed.empty());
        QTest::keyClick(v.volume, Qt::Key_Return);
        QCOMPARE(v.placed.size(), size_t(1));
        QVERIFY(v.placed[0] == way);
        // Begun in a slice, ended in 3-D.
        v.tool.setKind(MeasurementKind::Angle);
        v.viewer.setLayout(Viewer::Layout::FourUp);
        QWidget* coronal = v.viewer.findChild<QWidget*>(QStringLiteral("coronalView"));
        v.viewer.setCrosshair(way[0]);
        QTest::keyClick(coronal, Qt::Key_Space);
        v.space(way[1]);
        v.space(way[2]);
        QCOMPARE(v.placed.size(), size_t(2));
        for (size_t n = 0; n < 3; ++n)
            QVERIFY((v.placed[1][n] - way[n]).norm() < 1e-6);
    }

    void whatLiesInAPlaneIsRefused()
    {
        Views v;
        for (const MeasurementKind kind : {MeasurementKind::Area, MeasurementKind::Ellipse}) {
            v.tool.setKind(kind);
            v.refused.clear();
            v.click(v.pixel(0, 0));
            v.space(v.liver);
            QCOMPARE(v.refused.size(), 2);
            QVERIFY(v.refused[0].contains("slice"));
            QVERIFY(!v.tool.cancel()); // nothing was begun
        }
        // Without the tool a click is what it was.
        v.viewer.setTool(nullptr);
        QSignalSpy picked(&v.viewer, &Viewer::picked);
        v.click(v.pixel(0, 0));
        QCOMPARE(picked.count(), 1);
        QVERIFY(v.placed.empty());
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestSceneMeasures test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_scene_measures.moc"
