#include "ui/viewer/slice_render.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pollux {

namespace {

/// Index of pixel (x, y) is start + x * dx + y * dy, in voxels of a grid.
struct Walk
{
    Vec3 start, dx, dy;

    Walk(const Grid& grid, const SlicePlane& plane)
        : start(grid.toIndex(plane.toPatient({0.5, 0.5}))), dx(step(grid, plane.right * plane.mmPerPixel)),
          dy(step(grid, plane.down * plane.mmPerPixel))
    {
    }

private:
    static Vec3 step(const Grid& grid, const Vec3& mm)
    {
        Vec3 s = (grid.direction.transpose() * mm).cwiseQuotient(grid.spacing);
        for (int a = 0; a < 3; ++a)
            if (std::abs(s[a]) < 1e-9) // rounding of direction cosines would otherwise drift across a slice
                s[a] = 0;
        return s;
    }
};

/// Pixels [first, last) of a row whose index lies in [low, high) on all axes.
std::pair<int, int> span(const Vec3& rowStart, const Vec3& dx, const Vec3& low, const Vec3& high, int width)
{
    double first = 0, last = width;
    for (int a = 0; a < 3; ++a) {
        if (dx[a] == 0) {
            if (rowStart[a] < low[a] || rowStart[a] >= high[a])
                return {0, 0};
            continue;
        }
        const double t0 = (low[a] - rowStart[a]) / dx[a];
        const double t1 = (high[a] - rowStart[a]) / dx[a];
        first = std::max(first, std::ceil(std::min(t0, t1) - 1e-9));
        last = std::min(last, std::floor(std::max(t0, t1) - 1e-9) + 1);
    }
    return first < last ? std::pair{static_cast<int>(first), static_cast<int>(last)} : std::pair{0, 0};
}

/// Two neighbours of a fractional index and the weight of the second; clamped at the border.
struct Tap
{
    std::int64_t low, high;
    float weight;
};

Tap tap(double u, int size, std::int64_t stride, bool smooth)
{
    if (!smooth) {
        const int i = std::clamp(static_cast<int>(std::floor(u + 0.5)), 0, size - 1);
        return {i * stride, i * stride, 0};
    }
    const double c = std::clamp(u, 0.0, size - 1.0);
    const int i = static_cast<int>(c);
    const auto w = static_cast<float>(c - i);
    // a hair beside a voxel centre is that voxel: half the reads for planes through voxel centres
    if (w < 1e-4F)
        return {i * stride, i * stride, 0};
    return {i * stride, std::min(i + 1, size - 1) * stride, w};
}

struct GreyScale
{
    float offset, scale;

    explicit GreyScale(const SliceGrey& g)
    {
        const double width = std::max(g.windowWidth, 1e-6);
        scale = static_cast<float>(255.0 / width);
        offset = static_cast<float>(g.windowCentre - width / 2);
    }
    QRgb operator()(float value) const
    {
        const float g = (value - offset) * scale + 0.5F;
        // the comparisons are so that NaN comes out black
        const unsigned v = g > 0 ? (g < 255 ? static_cast<unsigned>(g) : 255U) : 0U;
        return 0xff000000U | v * 0x010101U;
    }
};

template <class T>
float blend(const T* p, const Tap& x, const Tap& y, const Tap& z)
{
    const auto line = [&](std::int64_t base) {
        const auto a = static_cast<float>(p[base + x.low]), b = static_cast<float>(p[base + x.high]);
        return a + (b - a) * x.weight;
    };
    const auto sheet = [&](std::int64_t base) {
        const float a = line(base + y.low);
        return y.weight == 0 ? a : a + (line(base + y.high) - a) * y.weight;
    };
    const float a = sheet(z.low);
    return z.weight == 0 ? a : a + (sheet(z.high) - a) * z.weight;
}

/// Trilinear at an index that has neighbours on all sides.
template <class T>
float inside(const T* voxels, const std::array<std::int64_t, 3>& stride, const Vec3& p)
{
    // rounding may carry a span's first pixel below zero by a hair; truncation makes that zero
    const int i = static_cast<int>(p[0]), j = static_cast<int>(p[1]), k = static_cast<int>(p[2]);
    const auto u = static_cast<float>(p[0] - i), v = static_cast<float>(p[1] - j), w = static_cast<float>(p[2] - k);
    const T* c = voxels + i + j * stride[1] + k * stride[2];
    const auto line = [&](const T* q) {
        const auto a = static_cast<float>(q[0]), b = static_cast<float>(q[1]);
        return a + (b - a) * u;
    };
    const auto sheet = [&](const T* q) {
        const float a = line(q);
        return a + (line(q + stride[1]) - a) * v;
    };
    const float a = sheet(c);
    return a + (sheet(c + stride[2]) - a) * w;
}

/// Which index axis image x and image y run along, if each runs along one only.
bool alongAxes(const Walk& w, int& ax, int& ay)
{
    ax = ay = -1;
    for (int a = 0; a < 3; ++a) {
        if (w.dx[a] != 0) {
            if (ax >= 0)
                return false;
            ax = a;
        }
        if (w.dy[a] != 0) {
            if (ay >= 0)
                return false;
            ay = a;
        }
    }
    return ax >= 0 && ay >= 0 && ax != ay;
}

template <class T>
void greyRows(const T* voxels, const Grid& grid, const Walk& walk, const SliceGrey& look, QImage& image)
{
    const GreyScale scale(look);
    const std::array<std::int64_t, 3> stride{1, grid.size[0], std::int64_t(grid.size[0]) * grid.size[1]};
    const Vec3 low = Vec3::Constant(-0.5);
    const Vec3 high(grid.size[0] - 0.5, grid.size[1] - 0.5, grid.size[2] - 0.5);
    // a hair less than the last voxel, so that rounding never reaches beyond it
    const Vec3 inner = high - Vec3::Constant(0.5 + 1e-6);
    const int width = image.width();
    const QRgb outside = look.background.rgb();

    int ax = -1, ay = -1;
    std::vector<Tap> columns; // taps of image x, the same in every row
    const bool aligned = alongAxes(walk, ax, ay);
    if (aligned) {
        columns.reserve(static_cast<size_t>(width));
        for (int x = 0; x < width; ++x)
            columns.push_back(tap(walk.start[ax] + x * walk.dx[ax], grid.size[ax], stride[ax], look.smooth));
    }
    uchar* const bits = image.bits();
    const qsizetype pitch = image.bytesPerLine();
    parallelFor(0, image.height(), 32, [&](std::int64_t firstRow, std::int64_t lastRow) {
        for (auto y = firstRow; y < lastRow; ++y) {
            auto* out = reinterpret_cast<QRgb*>(bits + y * pitch);
            const Vec3 row = walk.start + static_cast<double>(y) * walk.dy;
            const auto [first, last] = span(row, walk.dx, low, high, width);
            std::fill(out, out + first, outside);
            std::fill(out + std::max(first, last), out + width, outside);
            if (aligned) {
                const int az = 3 - ax - ay;
                const Tap ty = tap(row[ay], grid.size[ay], stride[ay], look.smooth);
                const Tap tz = tap(row[az], grid.size[az], stride[az], look.smooth);
                for (int x = first; x < last; ++x)
                    out[x] = scale(blend(voxels, columns[static_cast<size_t>(x)], ty, tz));
            } else {
                const auto careful = [&](int from, int to) {
                    for (int x = from; x < to; ++x) {
                        const Vec3 p = row + x * walk.dx;
                        out[x] = scale(blend(voxels, tap(p[0], grid.size[0], stride[0], look.smooth),
                                             tap(p[1], grid.size[1], stride[1], look.smooth),
                                             tap(p[2], grid.size[2], stride[2], look.smooth)));
                    }
                };
                // between voxel centres on all axes nothing needs a clamp
                const auto [in, end] = look.smooth ? span(row, walk.dx, Vec3::Zero(), inner, width) : std::pair{0, 0};
                if (in >= end) {
                    careful(first, last);
                    continue;
                }
                careful(first, in);
                for (int x = in; x < end; ++x)
                    out[x] = scale(inside(voxels, stride, Vec3(row + x * walk.dx)));
                careful(end, last);
            }
        }
    });
}

/// Where a mask is set: 1 in the pixels of a box, which has a rim of zeros so that neighbours need no tests.
struct Cover
{
    int left = 0, top = 0, width = 0, height = 0; ///< without the rim; empty if width is 0
    std::vector<std::uint8_t> set;

    size_t pitch() const { return static_cast<size_t>(width) + 2; }
    std::uint8_t* row(int y) { return set.data() + static_cast<size_t>(y - top + 1) * pitch() + 1; }
};

Cover coverage(const Mask& mask, const Walk& walk, int width, int height)
{
    const IndexBox& box = mask.box();
    const auto voxels = mask.boxVoxels();
    const Vec3 low(box.min[0] - 0.5, box.min[1] - 0.5, box.min[2] - 0.5);
    const Vec3 high(box.max[0] - 0.5, box.max[1] - 0.5, box.max[2] - 0.5);
    Cover cover;
    int left = width, right = 0, top = height, bottom = 0;
    for (int y = 0; y < height; ++y) {
        const auto [first, last] = span(walk.start + static_cast<double>(y) * walk.dy, walk.dx, low, high, width);
        if (first == last)
            continue;
        left = std::min(left, first);
        right = std::max(right, last);
        top = std::min(top, y);
        bottom = y + 1;
    }
    if (left >= right)
        return cover;
    cover.left = left;
    cover.top = top;
    cover.width = right - left;
    cover.height = bottom - top;
    cover.set.assign(cover.pitch() * (static_cast<size_t>(cover.height) + 2), 0);
    for (int y = top; y < bottom; ++y) {
        const Vec3 row = walk.start + static_cast<double>(y) * walk.dy;
        const auto [first, last] = span(row, walk.dx, low, high, width);
        std::uint8_t* out = cover.row(y);
        for (int x = first; x < last; ++x) {
            const Vec3 p = row + x * walk.dx - low; // >= 0, so truncation is floor
            const int i = std::min(static_cast<int>(p[0]), box.size(0) - 1);
            const int j = std::min(static_cast<int>(p[1]), box.size(1) - 1);
            const int k = std::min(static_cast<int>(p[2]), box.size(2) - 1);
            out[x - left] = voxels[static_cast<size_t>((std::int64_t(k) * box.size(1) + j) * box.size(0) + i)] ? 1 : 0;
        }
    }
    return cover;
}

QRgb mix(QRgb under, QRgb over, int alpha256)
{
    const auto channel = [&](int shift) {
        const int a = static_cast<int>(under >> shift & 0xff), b = static_cast<int>(over >> shift & 0xff);
        return static_cast<QRgb>(a + (b - a) * alpha256 / 256) << shift;
    };
    return 0xff000000U | channel(16) | channel(8) | channel(0);
}

} // namespace

QImage renderSliceImage(const Volume& volume, const SlicePlane& plane, const SliceGrey& grey,
                        const std::vector<SliceMask>& masks)
{
    QImage image(plane.size, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    if (volume.empty())
        image.fill(grey.background);
    else
        volume.visit(
            [&](auto voxels) { greyRows(voxels.data(), volume.grid(), Walk(volume.grid(), plane), grey, image); });

    std::vector<Cover> covers(masks.size());
    parallelFor(0, static_cast<std::int64_t>(masks.size()), 1, [&](std::int64_t first, std::int64_t last) {
        for (auto m = static_cast<size_t>(first); m < static_cast<size_t>(last); ++m)
            if (masks[m].mask && !masks[m].mask->empty() && (masks[m].fill > 0 || masks[m].outline > 0))
                covers[m] = coverage(*masks[m].mask, Walk(masks[m].mask->grid(), plane), image.width(), image.height());
    });
    uchar* const bits = image.bits();
    const qsizetype bytes = image.bytesPerLine();
    parallelFor(0, image.height(), 64, [&](std::int64_t firstRow, std::int64_t lastRow) {
        for (size_t m = 0; m < masks.size(); ++m) {
            Cover& cover = covers[m];
            const auto pitch = static_cast<std::ptrdiff_t>(cover.pitch());
            const QRgb colour = masks[m].colour.rgb();
            const int fill = static_cast<int>(std::clamp(masks[m].fill, 0.0, 1.0) * 256);
            const int rim =
                masks[m].outline > 0 ? static_cast<int>(std::clamp(masks[m].outline, 0.0, 1.0) * 256) : fill;
            const int from = std::max(static_cast<int>(firstRow), cover.top);
            const int to = std::min(static_cast<int>(lastRow), cover.top + cover.height);
            for (int y = from; y < to; ++y) {
                auto* out = reinterpret_cast<QRgb*>(bits + y * bytes) + cover.left;
                const std::uint8_t* c = cover.row(y);
                for (int x = 0; x < cover.width; ++x) {
                    if (!c[x])
                        continue;
                    const bool inner = c[x - 1] && c[x + 1] && c[x - pitch] && c[x + pitch];
                    out[x] = mix(out[x], colour, inner ? fill : rim);
                }
            }
        }
    });
    return image;
}

} // namespace pollux
