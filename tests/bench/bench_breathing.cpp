// The body that breathes in the 3-D view: some 200,000 triangles in ten structures, as of the demo patient, one of them
// a translucent skin around the others. First only the points (SceneMotion), then whole frames, of the view alone and
// of the view as one of four. Medians. Floor of the points: for each 12 bytes at rest, 36 of its three displacements
// and 12 written, beside how long one thread takes to copy as many bytes; 18 flops a point are nothing beside that. 25
// frames a second are 40 ms a frame.
#include "core/mesh/extract.h"
#include "tests/bench/timing.h"
#include "ui/viewer/scene.h"
#include "ui/viewer/scene_motion.h"
#include "ui/viewer/surface_data.h"

#include <QGuiApplication>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkRenderWindow.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <vector>

using namespace pollux;
using namespace pollux::bench;

namespace {

constexpr int kFrames = 50;

std::shared_ptr<const BodyMotion> breath()
{
    DisplacementField field;
    field.grid.size = {128, 128, 50};
    field.grid.spacing = Vec3(3, 3, 6);
    field.grid.origin = Vec3(-190, -190, -147);
    for (auto& u : field.u)
        u.resize(static_cast<size_t>(field.grid.voxels()));
    size_t n = 0;
    for (int k = 0; k < 50; ++k)
        for (int j = 0; j < 128; ++j)
            for (int i = 0; i < 128; ++i, ++n) {
                field.u[1][n] = static_cast<float>(-3 * std::sin(0.03 * j));
                field.u[2][n] = static_cast<float>(-15 * std::sin(0.06 * k));
            }
    const std::vector<motion::MotionSample> samples{{{0, 0}, nullptr}, {{1, 0}, &field}};
    return std::make_shared<const BodyMotion>(
        BodyMotion{motion::MotionModel::fit(samples, motion::MotionTerms::Linear, 0, Job()), {4, 2, 1}, Id(), Id()});
}

void frames(const char* what, ViewState state, int width, int height)
{
    vtkNew<vtkRenderWindow> window;
    window->SetOffScreenRendering(1);
    window->SetSize(width, height);
    Scene scene(window);
    scene.update(state);
    scene.lookFrom('A');
    scene.syncCamera();
    window->Render();
    scene.setMoving(true); // as the view does while the body moves
    std::vector<double> ms;
    for (int i = 0; i < kFrames; ++i)
        ms.push_back(msOf([&] {
            state.fieldTime = 0.04 * i;
            scene.update(state);
            scene.syncCamera();
            window->Render();
            window->WaitForCompletion();
        }));
    std::printf("%-44s %5d x %4d  first %7.1f ms  frame %7.1f ms  %6.1f frames/s\n", what, width, height, ms.front(),
                median(ms), 1000 / median(ms));
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    Case c;
    std::int64_t triangles = 0, points = 0;
    std::vector<vtkSmartPointer<vtkPolyData>> meshes;
    for (int n = 0; n < 10; ++n) {
        const Vec3 centre =
            n == 0 ? Vec3(0, 0, 0) : Vec3(110 * std::cos(0.7 * n), 60 * std::sin(0.7 * n), 20.0 * n - 100);
        Structure s;
        s.name = n == 0 ? "Skin" : "Ball";
        s.anatomy = n == 0 ? "skin" : "liver";
        s.colour = {static_cast<std::uint8_t>(100 + 15 * n), 140, 90};
        s.surface = std::make_shared<Surface>(sphereSurface(centre, n == 0 ? 185 : 35, 5)); // 20,480 triangles
        triangles += static_cast<std::int64_t>(s.surface->triangles().size());
        points += static_cast<std::int64_t>(s.surface->points().size());
        meshes.push_back(toVtk(*s.surface));
        c.structures[Id("s" + std::to_string(n))] = std::make_shared<Structure>(std::move(s));
    }
    std::shared_ptr<const BodyMotion> motion;
    const double fit = msOf([&] { motion = breath(); });
    SceneMotion moved;
    double prepare = 0;
    std::vector<double> ms;
    for (int i = 0; i < kFrames; ++i) {
        const double t = msOf([&] {
            moved.set(motion, 0.04 * (i + 1));
            for (const auto& mesh : meshes)
                moved.place(mesh);
        });
        (i == 0 ? prepare : ms.emplace_back()) = t;
    }
    const double bytes = 60.0 * static_cast<double>(points);
    std::vector<char> a(static_cast<size_t>(bytes / 2), 1), b(a.size(), 2);
    std::vector<double> copies;
    for (int i = 0; i < kFrames; ++i)
        copies.push_back(msOf([&] { std::memcpy(b.data(), a.data(), a.size()); }));
    std::printf("%lld triangles, %lld points; model of a displacement of 128 x 128 x 50: %.0f ms\n",
                static_cast<long long>(triangles), static_cast<long long>(points), fit);
    std::printf("points: first %.1f ms (displacements looked up), then %.2f ms; %.1f MB copied by one thread %.2f ms, "
                "ratio %.1f\n",
                prepare, median(ms), bytes / 1e6, median(copies), median(ms) / median(copies));
    ViewState state;
    state.theme = loadTheme(true);
    state.document = std::make_shared<const Case>(c);
    state.motion = motion;
    state.opacity[Id("s0")] = 0.2;
    frames("the view alone", state, 1280, 960);
    frames("the view as one of four", state, 620, 450);
    for (int n = 1; n < 10; ++n)
        state.opacity[Id("s" + std::to_string(n))] = 0.4;
    frames("all translucent, the view as one of four", state, 620, 450);
    return 0;
}
