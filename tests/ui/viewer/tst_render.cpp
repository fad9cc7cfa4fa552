#include "core/base/error.h"
#include "sample_case.h"
#include "ui/viewer/render.h"

#include <QDir>
#include <QGuiApplication>
#include <QTest>

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

/// Compares with tests/images/<name>.png; without a baseline writes a candidate beside the program and fails.
void compare(QImage image, const QString& name)
{
    image = image.convertToFormat(QImage::Format_RGB32);
    const QImage baseline(QStringLiteral(POLLUX_SOURCE_DIR "/tests/images/") + name + QStringLiteral(".png"));
    const QString candidate = QStringLiteral(POLLUX_BINARY_DIR "/tests/") + name + QStringLiteral("_candidate.png");
    if (baseline.isNull() || baseline.size() != image.size()) {
        image.save(candidate);
        QFAIL(qPrintable(QStringLiteral("no baseline of this size; candidate: ") + candidate));
    }
    const QImage wanted = baseline.convertToFormat(QImage::Format_RGB32);
    qint64 off = 0;
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QRgb a = image.pixel(x, y), b = wanted.pixel(x, y);
            const int d =
                std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
            off += d > 24;
            sum += d;
        }
    const double pixels = double(image.width()) * image.height();
    // letters and smoothed lines may differ by a hair: at most 2 % of the pixels, and 1.5 grey levels on average
    if (double(off) > 0.02 * pixels || sum / pixels > 1.5) {
        image.save(candidate);
        QFAIL(qPrintable(
            QStringLiteral("%1 pixels differ, mean %2; candidate: %3").arg(off).arg(sum / pixels).arg(candidate)));
    }
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
        compare(renderSlice(*m_case, o), QLatin1String(QTest::currentDataTag()));
    }

    void pathSlices()
    {
        const auto images = renderPathSlices(*m_case, small());
        QCOMPARE(images.size(), size_t(3));
        compare(images[0], QStringLiteral("path_upright"));
        compare(images[1], QStringLiteral("path_across"));
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
