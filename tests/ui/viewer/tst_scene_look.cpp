// Cuts, contours and projection of the 3-D view: closed forms where there are any, else by the picture.
#include "sample_case.h"
#include "ui/viewer/opengl_check.h"
#include "ui/viewer/render.h"
#include "ui/viewer/scene_cut.h"
#include "ui/viewer/scene_silhouette.h"
#include "ui/viewer/vtk_widget.h"

#include <QGuiApplication>
#include <QTest>

using namespace pollux;

namespace {

constexpr int kSide = 400;

RenderOptions options(std::set<Id> structures, char side = 'A')
{
    RenderOptions o;
    o.size = QSize(kSide, kSide);
    o.marks = false;
    o.side = side;
    o.centre = Vec3(0, 0, 0);
    o.structures = std::move(structures);
    for (const char* id : {"skin", "liver", "lesion"})
        o.opacity[Id(id)] = 1;
    return o;
}

/// A picture in which `mm` millimetres are one pixel.
RenderOptions scaled(RenderOptions o, double mm)
{
    o.scene.orthographic = true;
    o.mmPerPixel = mm;
    return o;
}

bool inCube(int x, int y) // the orientation cube in the lower left corner
{
    return x < 90 && y > kSide - 90;
}

/// Pixels unlike the background, in the left (0) or right (1) half of the picture; the middle belongs to neither.
int drawn(const QImage& image, int half)
{
    const QRgb background = image.pixel(3, 3);
    int n = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (!inCube(x, y) && std::abs(qGray(image.pixel(x, y)) - qGray(background)) > 6 &&
                (half == 0 ? x < kSide / 2 - 3 : x > kSide / 2 + 3))
                ++n;
    return n;
}

/// Length in pixels of what is drawn in the middle row.
int widthOf(const QImage& image)
{
    const int y = image.height() / 2;
    const int background = qGray(image.pixel(3, y));
    int n = 0;
    for (int x = 0; x < image.width(); ++x)
        n += std::abs(qGray(image.pixel(x, y)) - background) > 6;
    return n;
}

/// Bone in the patient's left, front, upper part of air; no skin.
Case cubeCase()
{
    Grid g;
    g.size = {40, 40, 40};
    g.spacing = Vec3(2, 2, 2);
    g.origin = Vec3(-39, -39, -39);
    std::vector<std::int16_t> voxels(static_cast<size_t>(g.voxels()), -1000);
    for (int k = 0; k < 40; ++k)
        for (int j = 0; j < 40; ++j)
            for (int i = 0; i < 40; ++i) {
                const Vec3 p = g.toPatient(i, j, k);
                if (p.x() > 8 && p.x() < 32 && p.y() < -8 && p.y() > -32 && p.z() > 8 && p.z() < 32)
                    voxels[static_cast<size_t>(g.offset(i, j, k))] = 1200;
            }
    VolumeObject v;
    v.name = std::string("CT");
    v.modality = std::string("CT");
    v.unit = std::string("HU");
    v.windowCentre = 100;
    v.windowWidth = 1000;
    v.volume = Volume(g, std::move(voxels));
    Edit e;
    e.put(Id("ct"), v);
    return apply({}, e);
}

struct Bright
{
    int count = 0;
    double x = 0, y = 0;
};
Bright brightOf(const QImage& image)
{
    Bright b;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (!inCube(x, y) && qGray(image.pixel(x, y)) > 60) {
                ++b.count;
                b.x += x;
                b.y += y;
            }
    if (b.count) {
        b.x /= b.count * double(image.width());
        b.y /= b.count * double(image.height());
    }
    return b;
}

} // namespace

class TestSceneLook : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Case> m_case = sample::ballCase();

private Q_SLOTS:
    void theNearSideIsTheOneTheSliceIsLookedAtFrom()
    {
        ViewState s;
        s.crosshair = Vec3(1, 2, 3);
        QVERIFY(cutPlanes(s).empty());
        s.scene.cut.coronal = CutSide::Near; // the front goes: what lies behind 2 mm stays
        s.scene.cut.axial = CutSide::Far;    // the head goes
        s.scene.cut.sagittal = CutSide::Near;
        const std::vector<Plane> planes = cutPlanes(s);
        QCOMPARE(planes.size(), size_t(3));
        QVERIFY((planes[0].normal - Vec3(0, 0, -1)).norm() < 1e-12 && std::abs(planes[0].offset + 3) < 1e-12);
        QVERIFY((planes[1].normal - Vec3(-1, 0, 0)).norm() < 1e-12 && std::abs(planes[1].offset + 1) < 1e-12);
        QVERIFY((planes[2].normal - Vec3(0, 1, 0)).norm() < 1e-12 && std::abs(planes[2].offset - 2) < 1e-12);
        QVERIFY(planes[2].signedDistance(Vec3(0, 5, 0)) > 0 && planes[2].signedDistance(Vec3(0, -5, 0)) < 0);
        s.axes = turnedAxes(Mat3::Identity(), PlaneKind::Axial, 0.5);
        for (const Plane& p : cutPlanes(s))
            QVERIFY(std::abs(p.signedDistance(s.crosshair)) < 1e-12);
        QVERIFY((cutPlanes(s)[2].normal - s.axes.col(1)).norm() < 1e-12);
    }

    /// Of a sphere of radius R seen from distance D: a circle at R^2/D towards the viewer; by parallel rays a great
    /// one.
    void theSilhouetteOfASphereIsACircle()
    {
        const Surface ball = sample::ballSurface(Vec3(0, 0, 0), 80);
        const std::vector<Vec3f> normals = ball.pointNormals();
        SilhouetteEye eye;
        eye.position = Vec3(0, -200, 0);
        const auto check = [&](double depth, double radius) {
            const std::vector<Vec3f> ends = silhouetteOf(ball, normals, eye);
            QVERIFY(ends.size() > 60 && ends.size() % 2 == 0);
            for (const Vec3f& p : ends) {
                QVERIFY2(std::abs(p.y() + depth) < 2, qPrintable(QString::number(p.y())));
                QVERIFY2(std::abs(std::hypot(p.x(), p.z()) - radius) < 2, qPrintable(QString::number(p.x())));
            }
        };
        check(80.0 * 80.0 / 200.0, std::sqrt(80.0 * 80.0 - 32.0 * 32.0));
        eye.parallel = true;
        check(0, 80);
    }

    void aCutTakesOneSideAway()
    {
        RenderOptions o = options({Id("skin")});
        const QImage whole = renderScene3D(*m_case, o);
        const int left = drawn(whole, 0), right = drawn(whole, 1);
        QVERIFY(left > 5000 && std::abs(left - right) < left / 10);
        o.scene.cut.image = false;
        o.scene.cut.sagittal = CutSide::Near; // the patient's left, on the right of the picture
        const QImage without = renderScene3D(*m_case, o);
        QVERIFY2(drawn(without, 1) < right / 50, qPrintable(QString::number(drawn(without, 1))));
        QVERIFY(drawn(without, 0) > left * 9 / 10);
        o.scene.cut.sagittal = CutSide::Far;
        QVERIFY(drawn(renderScene3D(*m_case, o), 0) < left / 50);
        o.centre = Vec3(-100, 0, 0); // through the crosshair: nothing of the ball lies beyond it
        QVERIFY(drawn(renderScene3D(*m_case, o), 0) > left * 9 / 10);
    }

    void theSkinMayStayWhole()
    {
        RenderOptions o = options({Id("skin")});
        const QImage whole = renderScene3D(*m_case, o);
        o.scene.cut.sagittal = CutSide::Near;
        o.scene.cut.image = false;
        o.scene.cut.skin = false;
        QVERIFY(std::abs(drawn(renderScene3D(*m_case, o), 1) - drawn(whole, 1)) < 20);
    }

    /// Value 140 within the ball: white, mid-grey or black by the window alone, on a disc of the ball's size.
    void theSliceOnTheCutIsInTheWindowOfTheSlices_data()
    {
        QTest::addColumn<double>("centre");
        QTest::addColumn<int>("grey");
        QTest::newRow("white") << 0.0 << 255;
        QTest::newRow("middle") << 140.0 << 128;
        QTest::newRow("darker") << 190.0 << 77; // linear from centre - width / 2 to centre + width / 2
    }
    void theSliceOnTheCutIsInTheWindowOfTheSlices()
    {
        QFETCH(double, centre);
        QFETCH(int, grey);
        RenderOptions o = scaled(options({}), 0.5);
        o.scene.cut.coronal = CutSide::Near;
        o.windowCentre = centre;
        o.windowWidth = 250;
        const double expected = std::clamp((140 - (centre - 125)) / 250 * 255, 0.0, 255.0);
        QVERIFY(std::abs(expected - grey) < 1.0);
        const QImage image = renderScene3D(*m_case, o);
        const QColor middle = image.pixelColor(kSide / 2, kSide / 2);
        QVERIFY2(std::abs(middle.red() - expected) < 4 && middle.red() == middle.blue(), qPrintable(middle.name()));
        // Outside of the body the slice is transparent: the disc is the ball, 160 mm wide.
        const int width = widthOf(image);
        QVERIFY2(std::abs(width - 320) < 10, qPrintable(QString::number(width)));
    }

    void theSliceOnTheCutLiesAsThePatientDoes()
    {
        const Case c = cubeCase();
        RenderOptions o = options({});
        o.centre = Vec3(20, -20, 20); // through the cube
        o.scene.cut.coronal = CutSide::Near;
        const Bright front = brightOf(renderScene3D(c, o));
        QVERIFY2(front.count > 500, qPrintable(QString::number(front.count)));
        QVERIFY2(front.x > 0.52 && front.y < 0.48, "from the front left is on the right, up is up");
        o.scene.cut = {};
        o.scene.cut.sagittal = CutSide::Near;
        o.side = 'L';
        const Bright left = brightOf(renderScene3D(c, o));
        QVERIFY2(left.count > 500 && left.x < 0.48 && left.y < 0.48, "from the left the front is on the left");
        o.centre = Vec3(-20, 0, 0); // beside the cube
        QCOMPARE(brightOf(renderScene3D(c, o)).count, 0);
    }

    void theImageItselfIsCutToo()
    {
        const Case c = cubeCase();
        RenderOptions o = options({});
        o.structures.reset();
        o.volumeRendering.preset = QStringLiteral("bone");
        o.scene.cut.image = false;
        o.centre = Vec3(0, 0, 20); // through the middle of the cube
        const int all = brightOf(renderScene3D(c, o)).count;
        QVERIFY(all > 500);
        o.scene.cut.axial = CutSide::Near;
        const int half = brightOf(renderScene3D(c, o)).count;
        QVERIFY2(half > all / 4 && half < all * 3 / 4, qPrintable(QString("%1 of %2").arg(half).arg(all)));
        o.centre = Vec3(0, 0, 36);
        QCOMPARE(brightOf(renderScene3D(c, o)).count, 0);
    }

    void orthographicHasOneScale_data()
    {
        QTest::addColumn<double>("mm");
        QTest::newRow("half a millimetre a pixel") << 0.5;
        QTest::newRow("a millimetre a pixel") << 1.0;
    }
    void orthographicHasOneScale()
    {
        QFETCH(double, mm);
        const int width = widthOf(renderScene3D(*m_case, scaled(options({Id("skin")}), mm)));
        QVERIFY2(std::abs(width - 160 / mm) < 5, qPrintable(QString::number(width)));
        // A thing of another size at another place, from any side: 18 mm.
        for (const char side : {'A', 'P', 'S'}) {
            const int small = widthOf(renderScene3D(*m_case, scaled(options({Id("lesion")}, side), mm)));
            QVERIFY2(std::abs(small - 18 / mm) < 4, qPrintable(QString::number(small)));
        }
    }

    /// The longest of 1, 2, 5 x 10^n mm in a fifth of the width: of 200 mm that is 20 mm, at 0.5 mm a pixel 40 pixels.
    void theScaleBarIsAsLongAsItSays()
    {
        const auto bar = [](const QImage& image) {
            int longest = 0;
            for (int y = kSide - 12; y < kSide - 8; ++y) {
                int n = 0;
                for (int x = kSide - 100; x < kSide; ++x)
                    n += qGray(image.pixel(x, y)) > 150;
                longest = std::max(longest, n);
            }
            return longest;
        };
        RenderOptions o = scaled(options({Id("skin")}), 0.5);
        o.marks = true;
        const int length = bar(renderScene3D(*m_case, o));
        QVERIFY2(std::abs(length - 40) <= 2, qPrintable(QString::number(length)));
        o.scene.orthographic = false; // no one scale holds in perspective
        QVERIFY(bar(renderScene3D(*m_case, o)) < 10);
    }

    void contoursShowWhatIsFaint()
    {
        RenderOptions o = options({Id("liver")});
        o.opacity[Id("liver")] = 0.05;
        const QImage faint = renderScene3D(*m_case, o);
        o.scene.silhouettes = true;
        const QImage outlined = renderScene3D(*m_case, o);
        int line = 0;
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x)
                line += qGray(outlined.pixel(x, y)) > qGray(faint.pixel(x, y)) + 60;
        QVERIFY2(line > 200 && line < 8000, qPrintable(QString::number(line))); // a line, not a disc
        const QPoint middle(kSide / 2, kSide / 2);
        QVERIFY(std::abs(qGray(outlined.pixel(middle)) - qGray(faint.pixel(middle))) < 10);
    }

    void whatTheGraphicsLackIsSaid()
    {
        QCOMPARE(openGlProblem(VtkWidget::format()), QString());
        QSurfaceFormat beyond = VtkWidget::format();
        beyond.setVersion(9, 9);
        const QString why = openGlProblem(beyond);
        QVERIFY2(why.contains("OpenGL") && why.contains("LIBGL_ALWAYS_SOFTWARE"), qPrintable(why));
        QCOMPARE(openGlFault(0), QString());
        QVERIFY(openGlFault(0x0507).contains("start Pollux again"));
        QVERIFY(openGlFault(0x0505).contains("memory"));
    }
};

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    TestSceneLook test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_scene_look.moc"
