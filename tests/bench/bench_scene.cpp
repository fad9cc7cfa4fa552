// The 3-D view of 1280 x 960 pixels while it is turned: a mesh of about a million triangles, opaque and translucent,
// and an image of 512 x 512 x 300 drawn itself. Median milliseconds a frame and frames a second, with the name of what
// draws. Floor: each frame must at least read every point and triangle once (24 and 12 bytes) and write the pixels;
// beside it stands how long one thread takes to copy as many bytes.
#include "core/mesh/brick_surface.h"
#include "core/mesh/extract.h"
#include "core/mesh/rigid_fit.h"
#include "tests/bench/timing.h"
#include "ui/viewer/scene.h"
#include "ui/viewer/scene_coarse.h"

#include <QGuiApplication>
#include <vtkNew.h>
#include <vtkRenderWindow.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <sstream>
#include <vector>

using namespace pollux;
using namespace pollux::bench;

namespace {

constexpr int kWidth = 1280;
constexpr int kHeight = 960;

/// GB/s of one thread that copies.
double copySpeed()
{
    std::vector<char> a(256 << 20, 1), b(a.size(), 2);
    std::vector<double> ms;
    for (int i = 0; i < 5; ++i)
        ms.push_back(msOf([&] { std::memcpy(b.data(), a.data(), a.size()); }));
    return static_cast<double>(a.size()) / median(ms) / 1e6;
}

void turn(const char* what, const ViewState& state, double leastBytes, double speed, int frames, bool moving = true)
{
    vtkNew<vtkRenderWindow> window;
    window->SetOffScreenRendering(1);
    window->SetSize(kWidth, kHeight);
    Scene scene(window);
    const double first = msOf([&] {
        scene.update(state);
        scene.lookFrom('A');
        scene.setMoving(moving);
        scene.syncCamera();
        window->Render();
    });
    std::vector<double> ms;
    for (int i = 0; i < frames; ++i)
        ms.push_back(msOf([&] {
            scene.rotate(7, 1);
            scene.syncCamera();
            window->Render();
            window->WaitForCompletion();
        }));
    const double frame = median(ms);
    const double floor = leastBytes / speed / 1e6;
    std::printf("%-58s %9.0f %9.1f %8.1f %9.1f %8.0f\n", what, first, frame, 1000 / frame, leastBytes / 1e6,
                frame / floor);
    static bool named = false;
    if (!named) {
        named = true;
        std::istringstream all(window->ReportCapabilities());
        for (std::string line; std::getline(all, line);)
            if (line.find("renderer string") != std::string::npos)
                std::printf("(%s)\n", line.c_str());
    }
}

std::shared_ptr<Structure> ball(int n, const Surface& surface)
{
    auto s = std::make_shared<Structure>();
    s->name = std::string("Ball");
    s->colour = {static_cast<std::uint8_t>(120 + 30 * n), 140, 90};
    s->surface = std::make_shared<Surface>(surface);
    return s;
}

/// A small surface, carried among the large ones as an implant is: what a frame costs then. All that has to be handed
/// to OpenGL is that surface.
void carry(ViewState state, double speed, double pixels)
{
    const Surface small = sphereSurface(Vec3(0, -80, 0), 8, 4);
    vtkNew<vtkRenderWindow> window;
    window->SetOffScreenRendering(1);
    window->SetSize(kWidth, kHeight);
    Scene scene(window);
    Case meshes = *state.document;
    const auto frame = [&](int n) {
        meshes.structures[Id("carried")] = ball(3, moved(small, RigidPose{Mat3::Identity(), Vec3(0.5 * n, 0, 0)}));
        state.document = std::make_shared<const Case>(meshes);
        scene.update(state);
        scene.syncCamera();
        window->Render();
        window->WaitForCompletion();
    };
    scene.setMoving(true);
    const double first = msOf([&] {
        scene.update(state);
        scene.lookFrom('A');
        frame(0);
    });
    std::vector<double> ms;
    for (int n = 1; n < 16; ++n)
        ms.push_back(msOf([&] { frame(n); }));
    const double bytes = 36.0 * static_cast<double>(kMovingTriangles) + pixels;
    std::printf("%-58s %9.0f %9.1f %8.1f %9.1f %8.0f\n", "a small surface carried among them", first, median(ms),
                1000 / median(ms), bytes / 1e6, median(ms) / (bytes / speed / 1e6));
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    const double speed = copySpeed();
    std::printf("%d x %d pixels; one thread copies %.1f GB/s\n", kWidth, kHeight, speed);
    std::printf("%-58s %9s %9s %8s %9s %8s\n", "", "first ms", "frame ms", "frames/s", "least MB", "ratio");
    const double pixels = 4.0 * kWidth * kHeight;

    Case meshes;
    std::int64_t triangles = 0, points = 0;
    for (int n = 0; n < 3; ++n) {
        const Surface s = sphereSurface(Vec3(70.0 * n - 70, 0, 0), 60, 7); // 327,680 triangles each
        triangles += static_cast<std::int64_t>(s.triangles().size());
        points += static_cast<std::int64_t>(s.points().size());
        meshes.structures[Id("ball-" + std::to_string(n))] = ball(n, s);
    }
    ViewState state;
    state.theme = loadTheme(true);
    state.document = std::make_shared<const Case>(meshes);
    const double bytes = 24.0 * static_cast<double>(points) + 12.0 * static_cast<double>(triangles) + pixels;
    std::printf("mesh of %lld triangles\n", static_cast<long long>(triangles));
    turn("mesh, opaque, all triangles in each frame", state, bytes, speed, 15, false);
    turn("mesh, opaque, while it is turned", state, bytes, speed, 15);
    carry(state, speed, pixels);
    for (const auto& [id, s] : meshes.structures)
        state.opacity[id] = 0.4;
    turn("mesh, translucent, all triangles in each frame", state, bytes, speed, 15, false);
    turn("mesh, translucent, while it is turned", state, bytes, speed, 15);

    Grid g;
    g.size = {512, 512, 300};
    g.spacing = Vec3(0.75, 0.75, 1.25);
    g.origin = -Vec3(192, 192, 187);
    std::vector<std::int16_t> v(static_cast<size_t>(g.voxels()));
    size_t at = 0;
    std::uint32_t noise = 1;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i) {
                // A body of soft tissue with a bone-like shell, and noise.
                const double r = Vec3((i - 256) / 230.0, (j - 256) / 170.0, (k - 150) / 148.0).norm();
                noise = noise * 1664525U + 1013904223U;
                const int hu = r > 1 ? -1000 : r > 0.8 && r < 0.86 ? 500 : 50;
                v[at++] = static_cast<std::int16_t>(hu + static_cast<int>(noise >> 27) - 16);
            }
    Case image;
    auto volume = std::make_shared<VolumeObject>();
    volume->name = std::string("CT");
    volume->modality = std::string("CT");
    volume->unit = std::string("HU");
    volume->volume = Volume(g, std::move(v));
    image.volumes[Id("ct")] = volume;
    ViewState drawn;
    drawn.theme = state.theme;
    drawn.document = std::make_shared<const Case>(image);
    drawn.volume = Id("ct");
    for (const char* preset : {"bone", "soft"}) {
        drawn.volumeRendering.preset = QString::fromLatin1(preset);
        turn(qPrintable(QStringLiteral("image of 512 x 512 x 300, %1, while it is turned").arg(preset)), drawn,
             2.0 * static_cast<double>(g.voxels()) + pixels, speed, 5);
    }

    // The surface of an edited structure, brick by brick: what one stroke costs before the next frame can be drawn.
    const auto lump = [&](const Vec3& centre, double radius) {
        std::vector<std::uint8_t> inside(static_cast<size_t>(g.voxels()));
        size_t n = 0;
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    inside[n++] = (g.toPatient(i, j, k) - centre).norm() < radius;
        return Mask(g, inside);
    };
    const Mask liver(g, *lump(Vec3(-60, 0, 0), 85).bricks());
    BrickSurface bricks;
    size_t all = 0;
    const double whole = msOf([&] { all = bricks.update(liver, Job()).size(); });
    std::vector<double> strokes;
    size_t most = 0;
    for (int n = 0; n < 9; ++n) {
        const Vec3 p = Vec3(-60, 0, 0) + 85 * Vec3(std::cos(0.3 * n), std::sin(0.3 * n), 0.1 * n).normalized();
        const Mask after(g, unite(*liver.bricks(), *lump(p, 5).bricks()));
        strokes.push_back(msOf([&] { most = std::max(most, bricks.update(after, Job()).size()); }));
        bricks.update(liver, Job());
    }
    std::printf("surface of a structure of %.0f mL by bricks: whole %.0f ms (%zu bricks); after a stroke of 10 mm "
                "%.1f ms (at most %zu bricks)\n",
                liver.volumeMl(), whole, all, median(strokes), most);
    return 0;
}
