#include "ui/viewer/slice_samples.h"

#include "ui/viewer/slice_walk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace pollux {

class SliceSamples::Rows
{
public:
    virtual ~Rows() = default;
    virtual void row(int y, float* out) const = 0;
};

namespace {

constexpr float kOutside = SliceSamples::kOutside;

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

/// Starts of the layers of a slab: offsets in index space from the middle plane.
std::vector<Vec3> layers(const Grid& grid, const SlicePlane& plane, double slabMm)
{
    const Vec3 along = (grid.direction.transpose() * plane.normal()).cwiseQuotient(grid.spacing); // voxels a mm
    const double layerMm = 1 / std::max(along.cwiseAbs().maxCoeff(), 1e-6);
    const int count = slabMm > 0 ? 1 + static_cast<int>(std::ceil(slabMm / layerMm - 1e-6)) : 1;
    std::vector<Vec3> offsets;
    for (int i = 0; i < count; ++i) {
        Vec3 o = count == 1 ? Vec3::Zero() : Vec3(along * (slabMm * (double(i) / (count - 1) - 0.5)));
        for (int a = 0; a < 3; ++a)
            if (std::abs(o[a]) < 1e-9)
                o[a] = 0;
        offsets.push_back(o);
    }
    return offsets;
}

/// Rows of a slab from those of its layers.
class LayeredRows : public SliceSamples::Rows
{
public:
    LayeredRows(SlabMode mode, int pixels, size_t count) : m_mode(mode), m_width(pixels), m_count(count) {}

    void row(int y, float* out) const override
    {
        if (m_count == 1) {
            layer(y, 0, out);
            return;
        }
        thread_local std::vector<float> one;
        thread_local std::vector<int> counts;
        const auto width = static_cast<size_t>(m_width);
        one.resize(width);
        counts.assign(width, 0);
        std::fill(out, out + width, 0.0F);
        for (size_t n = 0; n < m_count; ++n) {
            layer(y, n, one.data());
            for (size_t x = 0; x < width; ++x) {
                const float v = one[x];
                if (v == kOutside)
                    continue;
                const bool first = counts[x]++ == 0;
                if (m_mode == SlabMode::Mean)
                    out[x] += v;
                else if (first || (m_mode == SlabMode::Maximum) == (v > out[x]))
                    out[x] = v;
            }
        }
        for (size_t x = 0; x < width; ++x)
            if (counts[x] == 0)
                out[x] = kOutside;
            else if (m_mode == SlabMode::Mean)
                out[x] /= static_cast<float>(counts[x]);
    }

protected:
    int width() const { return m_width; }

private:
    virtual void layer(int y, size_t n, float* out) const = 0;

    SlabMode m_mode;
    int m_width;
    size_t m_count;
};

/// Of a volume that a registration leads to: pixel by pixel, for its way need not be straight.
template <class T>
class CarriedRows final : public LayeredRows
{
public:
    CarriedRows(std::span<const T> voxels, const Grid& grid, const SlicePlane& plane,
                const SliceSamples::Options& options, size_t count)
        : LayeredRows(options.slabMode, plane.size.width(), count), m_voxels(voxels.data()), m_grid(grid),
          m_plane(plane), m_way(*options.way), m_smooth(options.smooth)
    {
        for (size_t n = 0; n < count; ++n)
            m_shifts.push_back(count == 1
                                   ? Vec3(Vec3::Zero())
                                   : Vec3(plane.normal() * (options.slabMm * (double(n) / double(count - 1) - 0.5))));
    }

private:
    void layer(int y, size_t n, float* out) const override
    {
        for (int x = 0; x < width(); ++x)
            out[x] = at(m_way(m_plane.toPatient({x + 0.5, y + 0.5}) + m_shifts[n]));
    }
    float at(const Vec3& p) const
    {
        const Vec3 c = m_grid.toIndex(p);
        std::array<Tap, 3> taps{};
        std::int64_t stride = 1;
        for (size_t a = 0; a < 3; ++a) {
            const double u = c[Eigen::Index(a)];
            if (!(u >= -0.5 && u < m_grid.size[a] - 0.5))
                return kOutside;
            taps[a] = tap(u, m_grid.size[a], stride, m_smooth);
            stride *= m_grid.size[a];
        }
        return blend(m_voxels, taps[0], taps[1], taps[2]);
    }

    const T* m_voxels;
    const Grid& m_grid;
    const SlicePlane m_plane;
    const Registration& m_way;
    bool m_smooth;
    std::vector<Vec3> m_shifts; ///< mm: from the middle of the slab to each layer
};

template <class T>
class TypedRows final : public LayeredRows
{
public:
    TypedRows(std::span<const T> voxels, const Grid& grid, const SlicePlane& plane,
              const SliceSamples::Options& options, std::vector<Vec3> offsets)
        : LayeredRows(options.slabMode, plane.size.width(), offsets.size()), m_voxels(voxels.data()), m_grid(grid),
          m_walk(grid, plane), m_smooth(options.smooth), m_width(plane.size.width()),
          m_layers(std::move(offsets)), m_stride{1, grid.size[0], std::int64_t(grid.size[0]) * grid.size[1]}
    {
        m_aligned = m_walk.alongAxes(m_ax, m_ay);
        if (m_aligned) {
            m_columns.reserve(static_cast<size_t>(m_width));
            for (int x = 0; x < m_width; ++x)
                m_columns.push_back(
                    tap(m_walk.start[m_ax] + x * m_walk.dx[m_ax], grid.size[m_ax], m_stride[at(m_ax)], options.smooth));
        }
    }

private:
    static size_t at(int axis) { return static_cast<size_t>(axis); }

    void layer(int y, size_t n, float* out) const override
    {
        const Vec3 row = m_walk.start + static_cast<double>(y) * m_walk.dy + m_layers[n];
        const Vec3 low = Vec3::Constant(-0.5);
        const Vec3 high(m_grid.size[0] - 0.5, m_grid.size[1] - 0.5, m_grid.size[2] - 0.5);
        const auto [first, last] = pixelSpan(row, m_walk.dx, low, high, m_width);
        std::fill(out, out + first, kOutside);
        std::fill(out + std::max(first, last), out + m_width, kOutside);
        const bool smooth = m_smooth;
        if (m_aligned) {
            const int az = 3 - m_ax - m_ay;
            const Tap ty = tap(row[m_ay], m_grid.size[m_ay], m_stride[at(m_ay)], smooth);
            const Tap tz = tap(row[az], m_grid.size[az], m_stride[at(az)], smooth);
            for (int x = first; x < last; ++x)
                out[x] = blend(m_voxels, m_columns[static_cast<size_t>(x)], ty, tz);
            return;
        }
        const auto careful = [&](int from, int to) {
            for (int x = from; x < to; ++x) {
                const Vec3 p = row + x * m_walk.dx;
                out[x] = blend(m_voxels, tap(p[0], m_grid.size[0], m_stride[0], smooth),
                               tap(p[1], m_grid.size[1], m_stride[1], smooth),
                               tap(p[2], m_grid.size[2], m_stride[2], smooth));
            }
        };
        // Between voxel centres on all axes nothing needs a clamp; a hair less than the last voxel, so that rounding
        // never reaches beyond it.
        const Vec3 inner = high - Vec3::Constant(0.5 + 1e-6);
        const auto [in, end] =
            smooth ? pixelSpan(row, m_walk.dx, Vec3::Zero(), inner, m_width) : std::pair{first, first};
        if (in >= end) {
            careful(first, last);
            return;
        }
        careful(first, in);
        for (int x = in; x < end; ++x)
            out[x] = inside(m_voxels, m_stride, Vec3(row + x * m_walk.dx));
        careful(end, last);
    }

    const T* m_voxels;
    const Grid& m_grid;
    SliceWalk m_walk;
    bool m_smooth;
    int m_width;
    std::vector<Vec3> m_layers;
    std::array<std::int64_t, 3> m_stride;
    bool m_aligned = false;
    int m_ax = -1, m_ay = -1;
    std::vector<Tap> m_columns; ///< taps of image x, the same in every row
};

} // namespace

SliceSamples::SliceSamples(const Volume& volume, const SlicePlane& plane, const Options& options)
{
    volume.visit([&](auto voxels) {
        using T = std::remove_const_t<typename decltype(voxels)::element_type>;
        std::vector<Vec3> all = layers(volume.grid(), plane, options.slabMm);
        if (options.way)
            m_rows = std::make_unique<CarriedRows<T>>(voxels, volume.grid(), plane, options, all.size());
        else
            m_rows = std::make_unique<TypedRows<T>>(voxels, volume.grid(), plane, options, std::move(all));
    });
}

SliceSamples::~SliceSamples() = default;

void SliceSamples::row(int y, float* out) const
{
    m_rows->row(y, out);
}

} // namespace pollux
