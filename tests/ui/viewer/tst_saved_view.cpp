// A view comes back as it was: through JSON, through the viewer, and part by part where the text is damaged.
#include "sample_case.h"
#include "ui/viewer/render.h"
#include "ui/viewer/saved_view.h"
#include "ui/viewer/slice_plane.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pollux;

namespace {

SavedView other()
{
    SavedView v;
    v.layout = Viewer::Layout::VolumeAndThree;
    v.volume = Id("ct");
    v.windowCentre = 77.25;
    v.windowWidth = 333;
    v.crosshair = Vec3(1.5, -2.25, 0.1);
    v.axes = turnedAxes(Mat3::Identity(), PlaneKind::Axial, 0.3);
    v.slabMode = SlabMode::Maximum;
    v.slabMm = 12.5;
    v.fusion.volume = Id("mr");
    v.fusion.mode = FusionMode::Wipe;
    v.fusion.amount = 0.25;
    v.fusion.coloured = false;
    v.volumeRendering.preset = QStringLiteral("bone");
    v.volumeRendering.shift = -40;
    v.volumeRendering.cropped = true;
    v.volumeRendering.cropLow = Vec3(0.1, 0, 0.25);
    v.scene.cut.coronal = CutSide::Near;
    v.scene.cut.axial = CutSide::Far;
    v.scene.cut.skin = false;
    v.scene.orthographic = true;
    v.scene.silhouettes = true;
    v.visible = {{Id("liver"), false}, {Id("lesion"), true}};
    v.opacity = {{Id("liver"), 0.125}};
    CameraPose pose;
    pose.focus = Vec3(3, 4, 5);
    pose.towards = Vec3(0.6, -0.8, 0);
    pose.heightMm = 123.5;
    v.camera = pose;
    return v;
}

bool isNear(const CameraPose& a, const CameraPose& b)
{
    return (a.focus - b.focus).norm() < 1e-6 && (a.towards - b.towards).norm() < 1e-6 && (a.up - b.up).norm() < 1e-6 &&
           std::abs(a.heightMm - b.heightMm) < 1e-6;
}

/// Bright pixels, without the words above, the letters at the edges and the cube below.
int drawn(const QImage& image)
{
    int n = 0;
    for (int y = 70; y < image.height() - 140; ++y)
        for (int x = 40; x < image.width() - 40; ++x)
            n += qGray(image.pixel(x, y)) > 50;
    return n;
}

} // namespace

class TestSavedView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void throughTextItIsTheSame()
    {
        SavedViews views;
        QVERIFY(viewsFromText(viewsText(views), SavedView()) == views);
        views.last = other();
        SavedView plain;
        views.named = {{QStringLiteral("Übersicht & Leber"), plain}, {QStringLiteral("B"), other()}};
        views.last->beside = SavedBeside{true, Id("plan-b")};
        views.named[1].second.beside = SavedBeside{false, Id("ct-2")};
        const SavedViews back = viewsFromText(viewsText(views), SavedView());
        QVERIFY(back.last == views.last);
        QCOMPARE(back.named.size(), size_t(2));
        QVERIFY(back == views);
    }

    void aDamagedPartTakesNothingFromTheOthers_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("layout") << QByteArray("\"volume3d-and\"") << QByteArray("\"nonsense\"");
        QTest::newRow("window") << QByteArray("\"width\":333.0") << QByteArray("\"width\":\"inf\"");
        QTest::newRow("place") << QByteArray("\"crosshair\":[1.5") << QByteArray("\"crosshair\":[\"nan\"");
        QTest::newRow("axes") << QByteArray("\"axes\":[") << QByteArray("\"axes\":[[1,0,0],");
        QTest::newRow("crop box") << QByteArray("\"cropLow\":[0.1") << QByteArray("\"cropLow\":[5.0");
        QTest::newRow("cut") << QByteArray("\"coronal\":\"near\"") << QByteArray("\"coronal\":7");
        QTest::newRow("camera") << QByteArray("\"heightMm\":123.5") << QByteArray("\"heightMm\":-1");
        QTest::newRow("opacity") << QByteArray("\"liver\":0.125") << QByteArray("\"liver\":12");
    }
    void aDamagedPartTakesNothingFromTheOthers()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        SavedViews views;
        views.last = other();
        QByteArray text = QByteArray::fromStdString(viewsText(views));
        QCOMPARE(text.count(from), 1);
        text.replace(from, to);
        SavedView otherwise;
        otherwise.crosshair = Vec3(9, 9, 9);
        const SavedViews back = viewsFromText(text.toStdString(), otherwise);
        QVERIFY(back.last.has_value());
        const SavedView& v = *back.last;
        QVERIFY(v != other());
        // All the rest is there.
        int same = 0;
        same += v.layout == other().layout;
        same += v.windowWidth == other().windowWidth;
        same += v.crosshair == other().crosshair;
        same += v.axes == other().axes;
        same += v.volumeRendering == other().volumeRendering;
        same += v.scene == other().scene;
        same += v.camera == other().camera;
        same += v.opacity == other().opacity;
        QCOMPARE(same, 7);
        QVERIFY(v.visible == other().visible && v.fusion == other().fusion && v.slabMm == other().slabMm);
        if (v.crosshair != other().crosshair)
            QCOMPARE(v.crosshair.x(), 9.0);
    }

    void besideDamagedIsNothingBeside()
    {
        SavedViews views;
        views.last = other();
        views.last->beside = SavedBeside{false, Id("ct-2")};
        QByteArray text = QByteArray::fromStdString(viewsText(views));
        QCOMPARE(text.count("\"image\""), 1);
        text.replace("\"image\"", "\"window\"");
        SavedView otherwise;
        otherwise.beside = SavedBeside{true, Id("plan-b")}; // what stands there now is not of that view
        const SavedViews back = viewsFromText(text.toStdString(), otherwise);
        QVERIFY(back.last && !back.last->beside);
        QVERIFY(back.last->crosshair == other().crosshair);
    }

    void whatIsNoViewIsNone()
    {
        for (const char* text :
             {"", "{", "[]", "7", "{\"last\":[]}", "{\"named\":{}}", "{\"named\":[{\"name\":\"\"}]}"})
            QVERIFY2(viewsFromText(text, SavedView()) == SavedViews(), text);
    }

    void theViewerShowsItAndNamesOnlyWhatTheCaseHas()
    {
        Viewer viewer;
        viewer.resize(700, 600);
        viewer.show();
        QVERIFY(QTest::qWaitForWindowExposed(&viewer));
        viewer.setCase(sample::ballCase());
        const SavedView before = viewOf(viewer);
        SavedView wanted = other();
        wanted.visible[Id("gone")] = true; // a structure of another day
        QSignalSpy restored(&viewer, &Viewer::restored);
        showView(viewer, wanted);
        QCOMPARE(restored.count(), 1);
        SavedView expected = other();
        expected.fusion = Fusion(); // the case has no such image
        SavedView is = viewOf(viewer);
        QVERIFY(is.camera && isNear(*is.camera, *expected.camera));
        is.camera = expected.camera;
        QVERIFY(is == expected);
        QVERIFY(!viewer.structureVisible(Id("liver")));
        const RenderOptions picture = viewer.pictureOptions();
        QVERIFY(picture.scene == expected.scene && picture.axes == expected.axes);

        SavedView foreign = other();
        foreign.volume = Id("none"); // then its window and place say nothing here
        showView(viewer, before);
        showView(viewer, foreign);
        QVERIFY(viewer.volume() == before.volume);
        QCOMPARE(viewer.windowWidth(), before.windowWidth);
        QVERIFY(viewer.crosshair() == before.crosshair);
        QVERIFY(viewer.viewLayout() == foreign.layout);
    }

    /// Of a case without surfaces the first implant is all that is drawn: the view shows the region about it.
    void aSmallThingAloneDoesNotFillTheView()
    {
        const auto height = [](double radius) {
            Viewer viewer;
            viewer.show();
            if (!QTest::qWaitForWindowExposed(&viewer))
                return 0.0;
            Case c = *sample::ballCase();
            Structure body = c.structure(Id("lesion"));
            body.mask.reset();
            body.surface = std::make_shared<Surface>(sample::ballSurface(sample::kTarget, radius));
            c.structures.clear();
            c.fields.clear();
            c.structures[Id("screw-1-body")] = std::make_shared<Structure>(body);
            viewer.setCase(std::make_shared<const Case>(c));
            const double first = viewer.cameraPose().value().heightMm;
            viewer.lookFrom('L');
            return std::fabs(viewer.cameraPose().value().heightMm - first) < 1 ? first : -1;
        };
        const double small = height(2);
        QVERIFY2(small > 80 && small < 200, qPrintable(QString::number(small)));
        QVERIFY(std::fabs(height(4) - small) < 1);
        QVERIFY(height(70) > 1.1 * small); // what is larger is seen whole
    }

    void theProjectionChangesNoSizeAtTheFocus()
    {
        Viewer viewer;
        viewer.show();
        QVERIFY(QTest::qWaitForWindowExposed(&viewer));
        viewer.setCase(sample::ballCase());
        const CameraPose before = viewer.cameraPose().value();
        SceneLook look;
        look.orthographic = true;
        viewer.setScene(look);
        QVERIFY(isNear(viewer.cameraPose().value(), before));
        viewer.setScene({});
        QVERIFY(isNear(viewer.cameraPose().value(), before));
        CameraPose bad = before;
        bad.heightMm = std::numeric_limits<double>::quiet_NaN();
        viewer.setCameraPose(bad);
        bad = before;
        bad.up = bad.towards;
        viewer.setCameraPose(bad);
        QVERIFY(isNear(viewer.cameraPose().value(), before));
        viewer.lookFrom('L');
        QVERIFY((viewer.cameraPose()->towards - Vec3::UnitX()).norm() < 1e-9);
    }

    void theCutFollowsTheCrosshairAndTheImageShowsAtOnce()
    {
        Viewer viewer;
        viewer.resize(700, 600);
        viewer.setCase(sample::ballCase());
        viewer.setLayout(Viewer::Layout::Volume3D);
        viewer.show();
        QVERIFY(QTest::qWaitForWindowExposed(&viewer));
        auto* view = viewer.findChild<QWidget*>(QStringLiteral("volumeView"));
        for (const char* id : {"skin", "liver", "lesion"})
            viewer.setStructureOpacity(Id(id), 1);
        const auto pixels = [&] { return drawn(view->grab().toImage()); };
        QVERIFY(QTest::qWaitFor([&] { return pixels() > 20000; }));
        SceneLook look;
        look.cut.image = false;
        look.cut.sagittal = CutSide::Far; // the right goes, and with it all but what is left of the crosshair
        viewer.setCrosshair(Vec3(100, 0, 0));
        viewer.setScene(look);
        QVERIFY(QTest::qWaitFor([&] { return pixels() < 4000; }));
        viewer.setCrosshair(Vec3(-100, 0, 0));
        QVERIFY(QTest::qWaitFor([&] { return pixels() > 20000; }));
        viewer.setScene({});
        for (const char* id : {"skin", "liver", "lesion"})
            viewer.setStructureVisible(Id(id), false);
        QVERIFY(QTest::qWaitFor([&] { return pixels() < 4000; }));
        VolumeRendering rendering;
        rendering.preset = QStringLiteral("soft");
        viewer.setVolumeRendering(rendering);
        QVERIFY(QTest::qWaitFor([&] { return pixels() > 8000; }));
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestSavedView test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_saved_view.moc"
