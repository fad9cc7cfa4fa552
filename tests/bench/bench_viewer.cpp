// Three slices of 512 x 512 pixels through a CT of 512 x 512 x 300 while the crosshair is dragged: median milliseconds
// of the reslicing, of reslicing with masks, and of all that a redraw paints; beside them the least bytes each must
// move.
#include "ui/viewer/slice_painter.h"
#include "ui/viewer/slice_render.h"

#include <Eigen/Geometry>
#include <QGuiApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace pollux;

namespace {

struct Cost
{
    double wall, cpu; ///< ms, medians; cpu is summed over threads and does not depend on what else the machine does
};

Cost medianMs(int rounds, const std::function<void(int)>& work)
{
    std::vector<double> ms, cpu;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t before = std::clock();
        work(i);
        cpu.push_back(1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
        ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    const auto median = [&](std::vector<double>& v) {
        std::nth_element(v.begin(), v.begin() + rounds / 2, v.end());
        return v[static_cast<size_t>(rounds / 2)];
    };
    return {median(ms), median(cpu)};
}

Volume ct(const Mat3& direction)
{
    Grid g;
    g.size = {512, 512, 300};
    g.spacing = Vec3(0.75, 0.75, 1.5);
    g.direction = direction;
    std::vector<std::int16_t> v(static_cast<size_t>(g.voxels()));
    std::uint32_t noise = 1;
    for (auto& x : v) {
        noise = noise * 1664525U + 1013904223U;
        x = static_cast<std::int16_t>(noise >> 21);
    }
    return Volume(g, std::move(v));
}

Mask ball(const Grid& g, const Vec3& index, double radius)
{
    std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()), 0);
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[static_cast<size_t>(g.offset(i, j, k))] =
                    (Vec3(i, j, k) - index).cwiseProduct(g.spacing).squaredNorm() < radius * radius;
    return Mask(g, v);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    constexpr int kRounds = 41;
    constexpr double kMiB = 1024.0 * 1024.0;
    const QSize size(512, 512);
    std::printf("%-44s %10s %10s %10s\n", "3 slices, 512 x 512 pixels each", "median ms", "CPU ms", "least MiB");

    for (const bool oblique : {false, true}) {
        const Mat3 direction =
            oblique ? Mat3((Eigen::AngleAxisd(0.2, Vec3::UnitX()) * Eigen::AngleAxisd(0.1, Vec3::UnitZ()))
                               .toRotationMatrix())
                    : Mat3(Mat3::Identity());
        auto c = std::make_shared<Case>();
        VolumeObject object;
        object.volume = ct(direction);
        object.unit = "HU";
        const Grid grid = object.volume.grid();
        const Vec3 middle = grid.bounds().centre();
        c->volumes[Id("ct")] = std::make_shared<VolumeObject>(object);
        std::vector<SliceMask> masks;
        for (int m = 0; m < 8; ++m) {
            Structure s;
            s.name = "s";
            s.mask = std::make_shared<Mask>(ball(grid, Vec3(140 + 30 * m, 300 - 12 * m, 150), 30 + 6 * m));
            const Id id("s" + std::to_string(m));
            c->structures[id] = std::make_shared<Structure>(s);
            masks.push_back({c->structures[id]->mask.get(), QColor(200, 100, 20 * m), 0.3, 0.9});
        }
        const auto planes = [&](int round) {
            const Vec3 at = middle + Vec3(0.37, 0.53, 0.71) * (round - kRounds / 2);
            std::vector<SlicePlane> all;
            for (const auto kind : {PlaneKind::Axial, PlaneKind::Sagittal, PlaneKind::Coronal})
                all.push_back(slicePlane(kind, at, size, 0.75));
            return all;
        };
        // 2 bytes read and 4 written a pixel, were every voxel read once
        const double least = 3 * 512.0 * 512.0 * (2 + 4) / kMiB;
        const char* what = oblique ? "oblique" : "straight";
        SliceGrey grey;
        const Cost plain = medianMs(kRounds, [&](int i) {
            for (const auto& plane : planes(i))
                renderSliceImage(object.volume, plane, grey);
        });
        std::printf("%-10s %-33s %10.1f %10.1f %10.1f\n", what, "image", plain.wall, plain.cpu, least);
        const Cost masked = medianMs(kRounds, [&](int i) {
            for (const auto& plane : planes(i))
                renderSliceImage(object.volume, plane, grey, masks);
        });
        std::printf("%-10s %-33s %10.1f %10.1f %10.1f\n", what, "image and 8 masks", masked.wall, masked.cpu,
                    least + 8 * 3 * 512.0 * 512.0 / kMiB);

        ViewState state;
        state.document = c;
        state.volume = Id("ct");
        state.theme = loadTheme(true);
        std::vector<SlicePainter> painters(3);
        std::vector<QImage> targets(3, QImage(size, QImage::Format_RGB32));
        const Cost all = medianMs(kRounds, [&](int i) {
            const auto p = planes(i);
            state.crosshair = p[0].centre;
            for (size_t v = 0; v < 3; ++v) {
                QPainter painter(&targets[v]);
                painters[v].paint(painter, p[v], static_cast<PlaneKind>(v), state, {});
            }
        });
        std::printf("%-10s %-33s %10.1f %10.1f %10.1f\n", what, "all of a redraw, by QPainter", all.wall, all.cpu,
                    2 * least);
    }
    return 0;
}
