#include "core/image/curved_reformation.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr float kOutside = CurvedImage::kOutside;

/// Trilinear at an index of the grid.
template <class T>
float valueAt(const T* voxels, const Grid& grid, const Vec3& x)
{
    int low[3], high[3];
    float w[3];
    for (int a = 0; a < 3; ++a) {
        const double last = grid.size[static_cast<size_t>(a)] - 1;
        if (!(x[a] >= -0.5 && x[a] <= last + 0.5))
            return kOutside;
        const double v = std::clamp(x[a], 0.0, last);
        low[a] = static_cast<int>(v);
        high[a] = std::min(low[a] + 1, static_cast<int>(last));
        w[a] = static_cast<float>(v - low[a]);
    }
    const auto line = [&](int j, int k) {
        const std::int64_t row = grid.offset(0, j, k);
        const auto a = static_cast<float>(voxels[row + low[0]]), b = static_cast<float>(voxels[row + high[0]]);
        return a + (b - a) * w[0];
    };
    const auto sheet = [&](int k) {
        const float a = line(low[1], k);
        return a + (line(high[1], k) - a) * w[1];
    };
    const float a = sheet(low[2]);
    return a + (sheet(high[2]) - a) * w[2];
}

/// Of the values of one pixel's slab, one after another.
class Gathered
{
public:
    explicit Gathered(CurvedSlab slab) : m_slab(slab) {}

    void add(float v)
    {
        if (v == kOutside || std::isnan(v))
            return;
        if (m_slab == CurvedSlab::Mean)
            m_value += v;
        else if (m_count == 0 || (m_slab == CurvedSlab::Maximum) == (v > m_value))
            m_value = v;
        ++m_count;
    }
    float value() const
    {
        return m_count == 0 ? kOutside : m_slab == CurvedSlab::Mean ? m_value / static_cast<float>(m_count) : m_value;
    }

private:
    CurvedSlab m_slab;
    float m_value = 0;
    int m_count = 0;
};

/// Samples across the cut, about a voxel apart, both faces of the slab among them.
int layersOf(const Grid& grid, double slabMm)
{
    if (!(slabMm > 0))
        return 1;
    const double voxel = std::max(grid.spacing.minCoeff(), 1e-3);
    return 1 + static_cast<int>(std::clamp(std::ceil(slabMm / voxel - 1e-6), 1.0, 1000.0));
}

} // namespace

CurvedImage reformatCurved(const Volume& volume, const std::vector<Vec3>& curve, const CurvedOptions& options,
                           const Job& job)
{
    if (volume.empty())
        throw Error(ErrorCode::BadInput, "There is no image to cut along the curve.", "Open a study first.");
    CurvedImage out;
    out.surface = CurvedSurface(curve, options);
    const CurvedSurface& s = out.surface;
    const auto columns = static_cast<size_t>(s.columns());
    out.values.assign(columns * static_cast<size_t>(s.rows()), kOutside);
    const Grid& grid = volume.grid();
    const int layers = layersOf(grid, options.slabMm);
    const auto toIndex = [&](const Vec3& way) {
        return Vec3((grid.direction.transpose() * way).cwiseQuotient(grid.spacing));
    };
    volume.visit([&](auto voxels) {
        parallelFor(0, s.columns(), 8, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t c = first; c < last; ++c) {
                job.checkStop();
                const CurvePoint& p = s.line()[static_cast<size_t>(c)];
                const Vec3 start = grid.toIndex(p.position - s.middleRow() * s.stepMm() * p.across);
                const Vec3 down = toIndex(s.stepMm() * p.across);
                const Vec3 through = toIndex(options.slabMm * s.slabNormal(static_cast<int>(c)));
                for (int r = 0; r < s.rows(); ++r) {
                    const Vec3 x = start + double(r) * down;
                    Gathered all(options.slab);
                    for (int n = 0; n < layers; ++n)
                        all.add(valueAt(voxels.data(), grid,
                                        layers == 1 ? x : Vec3(x + (double(n) / (layers - 1) - 0.5) * through)));
                    out.values[static_cast<size_t>(r) * columns + static_cast<size_t>(c)] = all.value();
                }
            }
        });
    });
    out.anyInside = std::any_of(out.values.begin(), out.values.end(), [](float v) { return v != kOutside; });
    return out;
}

double curvedSamples(const Grid& grid, const std::vector<Vec3>& curve, const CurvedOptions& o)
{
    return (polylineMm(curve) / o.stepMm + 1) * (o.widthMm / o.stepMm + 1) * layersOf(grid, o.slabMm);
}

} // namespace pollux
