#include "baseline.h"
#include "core/base/error.h"
#include "sample_case.h"
#include "ui/viewer/render.h"
#include "ui/viewer/slice_painter.h"

#include <QGuiApplication>
#include <QTest>

#include <algorithm>

using namespace pollux;

namespace {

RenderOptions small()
{
    RenderOptions o;
    o.size = QSize(240, 240);
    o.centre = sample::kTarget;
    Path p;
    p.target = sample::kTarget;
    p.entry = sample::kTarget + Vec3(-28, -52, 20);
    o.path = p;
    o.marks = false; // fonts differ between machines
    return o;
}

} // namespace

class TestRender : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Case> m_case = sample::ballCase();

private Q_SLOTS:
    void sliceLayers_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("slice_axial") << 0;
        QTest::newRow("slice_sagittal") << 1;
        QTest::newRow("slice_coronal") << 2;
    }
    void sliceLayers()
    {
        QFETCH(int, kind);
        RenderOptions o = small();
        o.plane = static_cast<PlaneKind>(kind);
        o.crosshair = true;
        COMPARE_IMAGE(renderSlice(*m_case, o), QLatin1String(QTest::currentDataTag()), baseline::kLetters);
    }

    void pathSlices()
    {
        const auto images = renderPathSlices(*m_case, small());
        QCOMPARE(images.size(), size_t(3));
        COMPARE_IMAGE(images[0], QStringLiteral("path_upright"), baseline::kLetters);
        COMPARE_IMAGE(images[1], QStringLiteral("path_across"), baseline::kLetters);
    }

    void structuresAreChosen()
    {
        RenderOptions o = small();
        o.path.reset();
        const QImage all = renderSlice(*m_case, o);
        o.structures = std::set<Id>{};
        const QImage none = renderSlice(*m_case, o);
        const QColor with = all.pixelColor(120, 120), without = none.pixelColor(120, 120);
        QVERIFY(with != without);
        QCOMPARE(without.red(), without.blue()); // plain grey
    }

    void landmarksAreDrawnWhereTheyAre()
    {
        RenderOptions o = small();
        o.path.reset();
        const QImage plain = renderSlice(*m_case, o);
        const auto with = [&](const Vec3& offset) {
            Case c = *m_case;
            c.landmarks[Id("l")] = std::make_shared<Landmark>(Landmark{"Entry", sample::kTarget + offset});
            return renderSlice(c, o);
        };
        QVERIFY(with(Vec3::Zero()) != plain);
        QCOMPARE(with(Vec3(30, 0, 0)).pixel(120, 120), plain.pixel(120, 120)); // beside, in the plane
        QVERIFY(with(Vec3(30, 0, 0)) != plain);
        QCOMPARE(with(Vec3(0, 0, 12)), plain); // of another slice
    }

    /// Where the name of a landmark would lie on that of what is in hand, it stands on the other side of its cross.
    void landmarkNamesKeepClearOfThePathsName()
    {
        const SlicePlane plane = slicePlane(PlaneKind::Axial, sample::kTarget, QSize(400, 300), 0.5);
        Path path;
        path.target = sample::kTarget;
        path.entry = sample::kTarget + Vec3(20, 0, 0);
        path.label = QStringLiteral("screw-1");
        const auto drawn = [&](const std::string& name, bool beside) {
            QImage image(plane.size, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::black);
            QPainter painter(&image);
            const QRectF box = pathLabelBox(painter, plane, path).value();
            ObjectMap<Landmark> one;
            one[Id("l")] =
                std::make_shared<Landmark>(Landmark{name, plane.toPatient(QPointF(box.left() - 12, box.center().y()))});
            paintLandmarks(painter, plane, one, {}, pathRoom(painter, plane, beside ? &path : nullptr, {}),
                           loadTheme(true));
            painter.end();
            return std::pair(image, image.copy(box.toAlignedRect()));
        };
        const auto bare = drawn({}, true), named = drawn("Tip", true), alone = drawn("Tip", false);
        QVERIFY(alone.second != bare.second); // or the test says nothing
        QCOMPARE(named.second, bare.second);
        QVERIFY(named.first != bare.first);
    }

    /// Nor do names lie on the handles of what is in hand, or on the ends of what stands beside it.
    void landmarkNamesKeepClearOfHandles()
    {
        const SlicePlane plane = slicePlane(PlaneKind::Axial, sample::kTarget, QSize(400, 300), 0.5);
        Path path;
        path.target = sample::kTarget;
        path.entry = sample::kTarget + Vec3(20, 0, 0);
        QImage image(plane.size, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        const std::vector<QRectF> room = pathRoom(painter, plane, &path, {path});
        for (const Vec3& end : {path.target, path.entry}) {
            const QPointF at = plane.toPixel(end);
            QVERIFY(std::count_if(room.begin(), room.end(), [&](const QRectF& r) { return r.contains(at); }) == 2);
            const auto drawn = [&](const std::string& name, bool free) {
                image.fill(Qt::black);
                ObjectMap<Landmark> one;
                one[Id("l")] = std::make_shared<Landmark>(Landmark{name, plane.toPatient(at - QPointF(16, 0))});
                paintLandmarks(painter, plane, one, {}, free ? std::vector<QRectF>() : room, loadTheme(true));
                return image.copy(QRectF(at - QPointF(5, 5), QSizeF(10, 10)).toRect());
            };
            const QImage bare = drawn({}, false);
            QVERIFY(drawn("Tip of it", true) != bare); // or the test says nothing
            QCOMPARE(drawn("Tip of it", false), bare);
        }
        Path far = path;
        far.target.z() += 30;
        far.entry.z() += 30;
        QVERIFY(pathRoom(painter, plane, nullptr, {far}).empty());
    }

    void noPatientUnlessAsked()
    {
        auto c = std::make_shared<Case>(*m_case);
        Study study;
        study.patientName = "NAME";
        c->studies[Id("study")] = std::make_shared<Study>(study);
        RenderOptions o = small();
        o.marks = true;
        const QImage plain = renderSlice(*m_case, o);
        QCOMPARE(renderSlice(*c, o), plain);
        o.patientText = QStringLiteral("NAME");
        QVERIFY(renderSlice(*c, o) != plain);
    }

    void refusesWhatCannotBeDrawn()
    {
        QVERIFY_EXCEPTION_THROWN(renderSlice(Case(), small()), Error);
        RenderOptions o = small();
        o.size = QSize(100000, 10);
        QVERIFY_EXCEPTION_THROWN(renderSlice(*m_case, o), Error);
        o = small();
        o.path.reset();
        QVERIFY_EXCEPTION_THROWN(renderPathSlices(*m_case, o), Error);
        o = small();
        o.path->entry = o.path->target;
        QVERIFY_EXCEPTION_THROWN(renderPathSlices(*m_case, o), Error);
        o = small();
        o.centre = Vec3::Constant(std::numeric_limits<double>::infinity());
        QVERIFY_EXCEPTION_THROWN(renderSlice(*m_case, o), Error);
    }

    void sceneWithoutAWindow()
    {
        RenderOptions o = small();
        o.field = Id("map");
        const QImage image = renderScene3D(*m_case, o);
        QCOMPARE(image.size(), o.size);
        // the field's near end is dark violet, its far end yellow: from the front the patient's right side is the
        // nearer
        const QColor right = image.pixelColor(70, 120), left = image.pixelColor(185, 120);
        QVERIFY2(left.green() > right.green() + 40, qPrintable(right.name() + QLatin1Char(' ') + left.name()));
        o.side = 'P';
        const QImage behind = renderScene3D(*m_case, o);
        QVERIFY(behind.pixelColor(70, 120).green() > 60);
        QVERIFY(behind != image);
    }

    void sceneWithoutADisplaySaysWhatToDo()
    {
        const QByteArray display = qgetenv("DISPLAY");
        qputenv("DISPLAY", ":4071");
        try {
            renderScene3D(*m_case, small());
            qputenv("DISPLAY", display);
            QFAIL("drew without a display");
        } catch (const Error& e) {
            qputenv("DISPLAY", display);
            QCOMPARE(e.code(), ErrorCode::Unsupported);
            QVERIFY(!e.advice().empty());
        }
    }
};

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    TestRender test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_render.moc"
