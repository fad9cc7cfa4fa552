#include "core/simulation/elasticity/voxel_model.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pollux::elasticity {

std::size_t VoxelModel::cubes() const
{
    return static_cast<std::size_t>(std::int64_t(size[0]) * size[1] * size[2]);
}

std::size_t VoxelModel::nodes() const
{
    return static_cast<std::size_t>(std::int64_t(size[0] + 1) * (size[1] + 1) * (size[2] + 1));
}

std::size_t VoxelModel::cube(int i, int j, int k) const
{
    return static_cast<std::size_t>(i + std::int64_t(size[0]) * (j + std::int64_t(size[1]) * k));
}

std::size_t VoxelModel::node(int i, int j, int k) const
{
    return static_cast<std::size_t>(i + std::int64_t(size[0] + 1) * (j + std::int64_t(size[1] + 1) * k));
}

VoxelModel VoxelModel::empty(const Index3& size, double edge, double poisson)
{
    if (std::min({size[0], size[1], size[2]}) < 1 || !(edge > 0) || !std::isfinite(edge) ||
        double(size[0]) * size[1] * size[2] > double(kMostCubes))
        throw Error(ErrorCode::BadInput, "The model has no size, or too many cubes.",
                    "Take a smaller part of the bone, or larger cubes.");
    VoxelModel m;
    m.size = size;
    m.edge = edge;
    m.poisson = poisson;
    m.modulus.assign(m.cubes(), 0.0F);
    m.held.assign(m.nodes(), 0);
    return m;
}

void VoxelModel::check() const
{
    if (modulus.size() != cubes() || held.size() != nodes())
        throw Error(ErrorCode::BadInput, "The model's arrays do not fit its size.");
    for (float e : modulus)
        if (!(e >= 0) || !std::isfinite(e))
            throw Error(ErrorCode::BadInput, "A Young's modulus is below 0 or not a number.",
                        "Look at the law that turns grey values into moduli.");
}

namespace {

/// Whether nodes that are held in all directions do not all lie on one line.
class Hold
{
public:
    void add(const std::array<int, 3>& p)
    {
        if (m_count == 0)
            m_first = p;
        else if (m_count == 1 && p != m_first)
            m_second = p;
        else if (m_count < 2 || !offLine(p))
            return;
        ++m_count;
    }
    bool enough() const { return m_count >= 3; }

private:
    bool offLine(const std::array<int, 3>& p) const
    {
        std::array<std::int64_t, 3> a, b;
        for (size_t c = 0; c < 3; ++c) {
            a[c] = m_second[c] - m_first[c];
            b[c] = p[c] - m_first[c];
        }
        return a[1] * b[2] != a[2] * b[1] || a[2] * b[0] != a[0] * b[2] || a[0] * b[1] != a[1] * b[0];
    }
    int m_count = 0;
    std::array<int, 3> m_first{}, m_second{};
};

} // namespace

LooseParts removeLooseParts(VoxelModel& model)
{
    LooseParts out;
    bool anyHeld = false;
    std::vector<std::uint8_t> seen(model.cubes(), 0);
    std::vector<Index3> part;
    const Index3& n = model.size;
    for (int k0 = 0; k0 < n[2]; ++k0)
        for (int j0 = 0; j0 < n[1]; ++j0)
            for (int i0 = 0; i0 < n[0]; ++i0) {
                if (const std::size_t c = model.cube(i0, j0, k0); seen[c] || model.modulus[c] == 0)
                    continue;
                seen[model.cube(i0, j0, k0)] = 1;
                part.assign(1, {i0, j0, k0});
                Hold hold;
                for (std::size_t at = 0; at < part.size(); ++at) {
                    const auto [i, j, k] = part[at];
                    for (int a = 0; a < 8 && !hold.enough(); ++a) {
                        const std::array<int, 3> p{i + (a & 1), j + (a >> 1 & 1), k + (a >> 2)};
                        if (model.held[model.node(p[0], p[1], p[2])] == 7)
                            hold.add(p);
                    }
                    for (int side = 0; side < 6; ++side) {
                        Index3 q{i, j, k};
                        const auto axis = static_cast<size_t>(side / 2);
                        q[axis] += side % 2 ? 1 : -1;
                        if (q[axis] < 0 || q[axis] >= n[axis])
                            continue;
                        const std::size_t c = model.cube(q[0], q[1], q[2]);
                        if (!seen[c] && model.modulus[c] != 0) {
                            seen[c] = 1;
                            part.push_back(q);
                        }
                    }
                }
                if (hold.enough()) {
                    anyHeld = true;
                    continue;
                }
                ++out.parts;
                out.cubes += part.size();
                for (const Index3& p : part)
                    model.modulus[model.cube(p[0], p[1], p[2])] = 0;
            }
    out.nothingHeld = !anyHeld;
    return out;
}

} // namespace pollux::elasticity
