// Surfaces of many triangles while the view is turned: fewer of them, nearly the same picture, and all of them at rest.
#include "core/mesh/extract.h"
#include "ui/viewer/scene.h"
#include "ui/viewer/scene_coarse.h"
#include "ui/viewer/surface_data.h"

#include <QTest>
#include <vtkActor.h>
#include <vtkActorCollection.h>
#include <vtkCellArray.h>
#include <vtkMapper.h>
#include <vtkNew.h>
#include <vtkPlaneCollection.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkRendererCollection.h>
#include <vtkUnsignedCharArray.h>

#include <cmath>
#include <numbers>

using namespace pollux;

namespace {

constexpr int kSide = 300;

ViewState state(const std::vector<Surface>& surfaces)
{
    Case c;
    int n = 0;
    for (const Surface& surface : surfaces) {
        auto s = std::make_shared<Structure>();
        s->name = QStringLiteral("Ball %1").arg(n).toStdString();
        s->colour = {200, static_cast<std::uint8_t>(90 + 60 * n), 90};
        s->surface = std::make_shared<Surface>(surface);
        c.structures[Id("ball-" + std::to_string(n++))] = s;
    }
    ViewState v;
    v.theme = loadTheme(true);
    v.document = std::make_shared<const Case>(c);
    return v;
}

vtkSmartPointer<vtkRenderWindow> offScreen()
{
    auto window = vtkSmartPointer<vtkRenderWindow>::New();
    window->SetOffScreenRendering(1);
    window->SetSize(kSide, kSide);
    return window;
}

/// What is drawn of the structures, in triangles; the orientation cube lies in the other renderer.
std::int64_t triangles(vtkRenderWindow* window)
{
    std::int64_t n = 0;
    vtkActorCollection* actors = window->GetRenderers()->GetFirstRenderer()->GetActors();
    actors->InitTraversal();
    while (vtkActor* actor = actors->GetNextActor())
        if (auto* mapper = vtkPolyDataMapper::SafeDownCast(actor->GetMapper()))
            n += mapper->GetInput()->GetNumberOfPolys();
    return n;
}

std::vector<int> picture(vtkRenderWindow* window, Scene& scene)
{
    scene.syncCamera();
    window->Render();
    vtkNew<vtkUnsignedCharArray> rgb;
    window->GetPixelData(0, 0, kSide - 1, kSide - 1, 0, rgb);
    std::vector<int> grey;
    for (vtkIdType i = 0; i < rgb->GetNumberOfValues(); i += 3)
        grey.push_back((rgb->GetValue(i) + rgb->GetValue(i + 1) + rgb->GetValue(i + 2)) / 3);
    return grey;
}

/// Part of the pixels that differ by more than `levels` of 255.
double unlike(const std::vector<int>& a, const std::vector<int>& b, int levels)
{
    if (a.size() != b.size() || a.empty())
        return 1;
    size_t n = 0;
    for (size_t i = 0; i < a.size(); ++i)
        n += std::abs(a[i] - b[i]) > levels;
    return double(n) / double(a.size());
}

vtkSmartPointer<vtkPolyDataMapper> mapperOf(const Surface& s)
{
    auto mapper = vtkSmartPointer<vtkPolyDataMapper>::New();
    mapper->SetInputData(toVtk(s));
    return mapper;
}

} // namespace

class TestSceneCoarse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBallKeepsItsPlaceAndSize_data()
    {
        QTest::addColumn<double>("share");
        for (const double share : {0.5, 0.1, 0.02})
            QTest::addRow("%g", share) << share;
    }
    void aBallKeepsItsPlaceAndSize()
    {
        QFETCH(double, share);
        const Surface ball = sphereSurface(Vec3(10, -20, 30), 50, 6); // 81,920 triangles
        const auto fine = mapperOf(ball);
        const auto coarse = coarserMapper(*fine, share);
        QVERIFY(coarse);
        vtkPolyData* mesh = coarse->GetInput();
        const double wanted = share * double(ball.triangles().size());
        const double got = double(mesh->GetNumberOfPolys());
        QVERIFY2(got > wanted / 2 && got < 2 * wanted, qPrintable(QStringLiteral("%1 for %2").arg(got).arg(wanted)));
        // The mean of what lies in a bin of side h is at most a chord's height within the ball; h from the area.
        const double h = std::sqrt(3 * 4 * std::numbers::pi * 2500 / wanted);
        for (vtkIdType i = 0; i < mesh->GetNumberOfPoints(); ++i) {
            double p[3];
            mesh->GetPoint(i, p);
            const double r = (Vec3(p[0], p[1], p[2]) - Vec3(10, -20, 30)).norm();
            QVERIFY2(r < 50.001 && r > 50 - 3 * h * h / (8 * 50) - 0.01, qPrintable(QString::number(r)));
        }
        QCOMPARE(fine->GetInput()->GetNumberOfPolys(), vtkIdType(ball.triangles().size()));
    }

    void nothingMakesNothing()
    {
        vtkNew<vtkPolyDataMapper> none;
        QVERIFY(!coarserMapper(*none, 0.1));
        const Surface ball = sphereSurface(Vec3(0, 0, 0), 10, 2);
        QVERIFY(!coarserMapper(*mapperOf(ball), 0));
        vtkNew<vtkPoints> same; // a mesh without an area
        for (int i = 0; i < 3; ++i)
            same->InsertNextPoint(1, 1, 1);
        vtkNew<vtkCellArray> cells;
        const vtkIdType ids[3] = {0, 1, 2};
        cells->InsertNextCell(3, ids);
        vtkNew<vtkPolyData> mesh;
        mesh->SetPoints(same);
        mesh->SetPolys(cells);
        vtkNew<vtkPolyDataMapper> flat;
        flat->SetInputData(mesh);
        QVERIFY(!coarserMapper(*flat, 0.1));
    }

    void aMovingPictureIsCoarserAndNearlyTheSame()
    {
        const ViewState s = state({sphereSurface(Vec3(-40, 0, 0), 35, 7), sphereSurface(Vec3(45, 0, 0), 25, 6)});
        const auto window = offScreen();
        Scene scene(window);
        scene.update(s);
        scene.lookFrom('A');
        const auto still = picture(window, scene);
        const std::int64_t all = 327'680 + 81'920;
        QCOMPARE(triangles(window), all);
        QVERIFY(!scene.coarse());
        const bool software = drawnInSoftware(window);
        scene.setMoving(true);
        const auto moving = picture(window, scene);
        QCOMPARE(scene.coarse(), software);
        const std::int64_t few = triangles(window);
        if (!software) // a graphics card takes all of them while moving too
            QCOMPARE(few, all);
        else
            QVERIFY2(few < 2 * kMovingTriangles && few > kMovingTriangles / 2, qPrintable(QString::number(few)));
        const double other = unlike(still, moving, 24);
        QVERIFY2(other < 0.01, qPrintable(QString::number(other)));
        QVERIFY(unlike(still, std::vector<int>(still.size(), still[0]), 24) > 0.2); // the measure sees a ball
        scene.setMoving(false);
        QCOMPARE(triangles(window), all); // before a frame: a pick must meet what is
        QVERIFY(picture(window, scene) == still);
        QVERIFY(!scene.coarse());
    }

    void cutsGoThroughTheCoarseOneToo()
    {
        ViewState s = state({sphereSurface(Vec3(0, 0, 0), 40, 7)});
        const auto window = offScreen();
        Scene scene(window);
        scene.update(s);
        scene.lookFrom('A');
        picture(window, scene);
        scene.setMoving(true);
        const auto whole = picture(window, scene);
        QCOMPARE(scene.coarse(), drawnInSoftware(window));
        s.scene.cut.sagittal = CutSide::Near;
        scene.update(s); // while it moves
        const auto cut = picture(window, scene);
        scene.setMoving(false);
        const auto rest = picture(window, scene);
        QVERIFY(unlike(whole, cut, 24) > 0.05);
        const double other = unlike(cut, rest, 24);
        QVERIFY2(other < 0.02, qPrintable(QString::number(other)));
    }

    /// Taken out of the renderer, the others would give up what OpenGL holds of them.
    void whatMovesLeavesTheOthers()
    {
        const Surface large = sphereSurface(Vec3(-40, 0, 0), 35, 6);
        ViewState s = state({large, sphereSurface(Vec3(45, 0, 0), 12, 4)});
        const auto window = offScreen();
        Scene scene(window);
        scene.update(s);
        scene.lookFrom('A');
        const auto before = picture(window, scene);
        auto* props = window->GetRenderers()->GetFirstRenderer()->GetViewProps();
        const vtkMTimeType touched = props->GetMTime();
        const ViewState there = state({large, sphereSurface(Vec3(45, 0, 20), 12, 4)});
        Case moved = *s.document;
        moved.structures[Id("ball-1")] = there.document->structures.at(Id("ball-1"));
        s.document = std::make_shared<const Case>(moved);
        scene.update(s);
        QCOMPARE(props->GetMTime(), touched);
        const auto after = picture(window, scene);
        QVERIFY(unlike(before, after, 24) > 0.005);
        const auto own = offScreen(); // as if it had always been there
        Scene fresh(own);
        fresh.update(s);
        fresh.setPose(*scene.pose());
        const double other = unlike(after, picture(own, fresh), 8);
        QVERIFY2(other < 0.001, qPrintable(QString::number(other)));
        // What is gone is not drawn, and what comes lies in the right order again.
        moved.structures.erase(Id("ball-0"));
        s.document = std::make_shared<const Case>(moved);
        scene.update(s);
        QCOMPARE(triangles(window),
                 std::int64_t(there.document->structures.at(Id("ball-1"))->surface->triangles().size()));
    }

    void aSmallSceneStaysAsItIs()
    {
        const ViewState s = state({sphereSurface(Vec3(0, 0, 0), 40, 5)});
        const auto window = offScreen();
        Scene scene(window);
        scene.update(s);
        picture(window, scene);
        scene.setMoving(true);
        scene.syncCamera();
        QVERIFY(!scene.coarse());
        QCOMPARE(triangles(window), std::int64_t(20'480));
    }
};

QTEST_MAIN(TestSceneCoarse)
#include "tst_scene_coarse.moc"
