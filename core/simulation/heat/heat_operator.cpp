#include "core/simulation/heat/heat_operator.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux::heat {

namespace {

constexpr double kNearestWall = 1e-3; // of a voxel: a wall through the centre would hold it by an infinite number

} // namespace

HeatOperator::HeatOperator(const HeatProblem& problem)
    : m_problem(problem), m_voxels(problem.voxels()), m_row(problem.size[0]),
      m_plane(std::int64_t(problem.size[0]) * problem.size[1]), m_planes(problem.size[2]), m_gx(m_voxels, m_plane),
      m_gy(m_voxels, m_plane), m_gz(m_voxels, m_plane), m_wallG(static_cast<size_t>(m_voxels)),
      m_wallIn(static_cast<size_t>(m_voxels)), m_blood(static_cast<size_t>(m_voxels)),
      m_heat(static_cast<size_t>(m_voxels)), m_runs(static_cast<size_t>(m_planes)),
      m_bloodTemperature(problem.blood.temperature)
{
    for (size_t l = 0; l < problem.tissues.size(); ++l) {
        const Tissue& t = problem.tissues[l];
        m_content[l] = {t.density * t.specificHeat, t.density * t.waterFraction * problem.boiling.latentHeat,
                        problem.boiling.from, problem.boiling.to, 1 / (problem.boiling.to - problem.boiling.from)};
        m_perfusion[l] = static_cast<float>(t.perfusion * problem.blood.density * problem.blood.specificHeat);
    }
    m_smallestCapacity = std::numeric_limits<double>::infinity();
    for (std::int64_t n = 0; n < m_voxels; ++n) {
        const auto at = static_cast<size_t>(n);
        const std::uint8_t l = problem.tissue[at];
        std::vector<Run>& runs = m_runs[static_cast<size_t>(n / m_plane)];
        if (n % m_row == 0 || runs.back().label != l)
            runs.push_back({n, n + 1, l});
        else
            runs.back().last = n + 1;
        if (l >= kVessel)
            continue;
        m_smallestCapacity = std::min(m_smallestCapacity, m_content[l].capacity);
        m_blood[at] = m_perfusion[l];
        m_hasSink = m_hasSink || m_blood[at] > 0;
        m_heat[at] =
            static_cast<float>(problem.tissues[l].metabolicHeat + (problem.source.empty() ? 0 : problem.source[at]));
        m_source += double(m_heat[at]);
    }
}

void HeatOperator::setWalls(const std::vector<double>& temperature)
{
    std::fill(m_wallG.begin(), m_wallG.end(), 0.0f);
    std::fill(m_wallIn.begin(), m_wallIn.end(), 0.0f);
    const HeatProblem& p = m_problem;
    const std::array<std::int64_t, 3> step{1, m_row, m_plane};
    const std::array<Padded<float>*, 3> faces{&m_gx, &m_gy, &m_gz};
    // Serial: it is done once, and neighbours write to each other.
    for (int k = 0; k < p.size[2]; ++k)
        for (int j = 0; j < p.size[1]; ++j)
            for (int i = 0; i < p.size[0]; ++i) {
                const std::int64_t n = k * m_plane + j * m_row + i;
                const std::array<int, 3> at{i, j, k};
                for (size_t a = 0; a < 3; ++a)
                    if (at[a] + 1 < p.size[a])
                        join(n, n + step[a], static_cast<int>(a), *faces[a]);
            }
    // What was written is the conductance; now the temperatures behind it.
    const auto wall = [&](std::int64_t tissue, std::int64_t other, int axis) {
        const auto t = static_cast<size_t>(tissue), o = static_cast<size_t>(other);
        const double dx = p.spacing[axis] * 1e-3, k = p.tissues[p.tissue[t]].conductivity;
        double share = 0.5;
        if (!p.wallDistance.empty()) {
            const double out = double(p.wallDistance[t]), in = double(p.wallDistance[o]);
            share = out > 0 && in <= 0 ? out / (out - in) : out <= 0 ? 0 : 1;
        }
        const double way = std::max(share, kNearestWall) * dx;
        const double h = p.tissue[o] == kVessel ? p.wallTransfer : 0;
        const double g = k > 0 ? 1 / (way / k + (h > 0 ? 1 / h : 0)) / dx : 0;
        m_wallG[t] += static_cast<float>(g);
        m_wallIn[t] += static_cast<float>(g * temperature[o]);
        m_hasSink = m_hasSink || g > 0;
    };
    for (int k = 0; k < p.size[2]; ++k)
        for (int j = 0; j < p.size[1]; ++j)
            for (int i = 0; i < p.size[0]; ++i) {
                const std::int64_t n = k * m_plane + j * m_row + i;
                const std::array<int, 3> at{i, j, k};
                for (size_t a = 0; a < 3; ++a) {
                    if (at[a] + 1 >= p.size[a] || held(n) == held(n + step[a]))
                        continue;
                    if (held(n))
                        wall(n + step[a], n, static_cast<int>(a));
                    else
                        wall(n, n + step[a], static_cast<int>(a));
                }
            }
    closeBox();
}

void HeatOperator::join(std::int64_t a, std::int64_t b, int axis, Padded<float>& g)
{
    g.data()[a] = 0;
    if (held(a) || held(b))
        return;
    const double ka = m_problem.tissues[m_problem.tissue[static_cast<size_t>(a)]].conductivity;
    const double kb = m_problem.tissues[m_problem.tissue[static_cast<size_t>(b)]].conductivity;
    const double dx = m_problem.spacing[axis] * 1e-3;
    g.data()[a] = ka + kb > 0 ? static_cast<float>(2 * ka * kb / (ka + kb) / (dx * dx)) : 0.0f;
}

void HeatOperator::closeBox()
{
    const HeatProblem& p = m_problem;
    for (size_t side = 0; side < 6; ++side) {
        if (p.sides[side] == Side::Insulated)
            continue;
        const size_t axis = side / 2, u = (axis + 1) % 3, v = (axis + 2) % 3;
        const double dx = p.spacing[static_cast<Eigen::Index>(axis)] * 1e-3;
        std::array<int, 3> at{};
        at[axis] = side % 2 ? p.size[axis] - 1 : 0;
        for (at[u] = 0; at[u] < p.size[u]; ++at[u])
            for (at[v] = 0; at[v] < p.size[v]; ++at[v]) {
                const std::int64_t n = at[2] * m_plane + at[1] * m_row + at[0];
                if (held(n))
                    continue;
                const double g = 2 * p.tissues[p.tissue[static_cast<size_t>(n)]].conductivity / (dx * dx);
                m_wallG[static_cast<size_t>(n)] += static_cast<float>(g);
                m_wallIn[static_cast<size_t>(n)] += static_cast<float>(g * p.outerTemperature);
                m_hasSink = m_hasSink || g > 0;
            }
    }
}

std::int64_t HeatOperator::bytes() const
{
    std::int64_t runs = 0;
    for (const std::vector<Run>& r : m_runs)
        runs += static_cast<std::int64_t>(r.size() * sizeof(Run));
    return m_gx.bytes() + m_gy.bytes() + m_gz.bytes() + 4 * m_voxels * static_cast<std::int64_t>(sizeof(float)) + runs;
}

double HeatOperator::Content::temperature(double content) const
{
    const double low = capacity * from, high = capacity * to + latent;
    if (content <= low)
        return content / capacity;
    if (content >= high)
        return (content - latent) / capacity;
    return from + (content - low) / (high - low) * (to - from);
}

std::array<double, 2> HeatOperator::bloodAndWalls(int k, const double* t) const
{
    // In lanes, as in apply().
    constexpr std::int64_t kLanes = 4;
    double bloods[kLanes] = {}, wall[kLanes] = {};
    std::int64_t n = k * m_plane;
    const std::int64_t last = n + m_plane;
    for (; n + kLanes <= last; n += kLanes)
        for (std::int64_t l = 0; l < kLanes; ++l) {
            bloods[l] += blood(n + l, t[n + l]);
            wall[l] += walls(n + l, t[n + l]);
        }
    for (; n < last; ++n) {
        bloods[0] += blood(n, t[n]);
        wall[0] += walls(n, t[n]);
    }
    return {bloods[0] + bloods[1] + bloods[2] + bloods[3], wall[0] + wall[1] + wall[2] + wall[3]};
}

double HeatOperator::apply(int k, float a, const float* diagonal, const float* p, float* q) const
{
    // Lanes are summed apart from each other, so that the compiler may use vectors without reordering a sum.
    constexpr std::int64_t kLanes = 16;
    const float *gx = m_gx.data(), *gy = m_gy.data(), *gz = m_gz.data();
    const std::int64_t row = m_row, plane = m_plane, first = k * plane, last = first + plane;
    float sums[kLanes] = {};
    const auto one = [&](std::int64_t n) {
        return diagonal[n] * p[n] -
               a * (gx[n] * p[n + 1] + gx[n - 1] * p[n - 1] + gy[n] * p[n + row] + gy[n - row] * p[n - row] +
                    gz[n] * p[n + plane] + gz[n - plane] * p[n - plane]);
    };
    std::int64_t n = first;
    for (; n + kLanes <= last; n += kLanes) {
        float block[kLanes];
        for (std::int64_t l = 0; l < kLanes; ++l)
            block[l] = one(n + l);
        for (std::int64_t l = 0; l < kLanes; ++l) {
            q[n + l] = block[l];
            sums[l] += block[l] * p[n + l];
        }
    }
    double sum = 0;
    for (; n < last; ++n) {
        q[n] = one(n);
        sum += double(q[n]) * double(p[n]);
    }
    for (const float s : sums)
        sum += double(s);
    return sum;
}

} // namespace pollux::heat
