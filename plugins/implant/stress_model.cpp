#include "plugins/implant/stress_model.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pollux::implant {

using namespace elasticity;

namespace {

constexpr double kTop = 1.0;       // mm of the implant that take the load
constexpr double kFineReach = 3.0; // mm around the implant that are refined
constexpr std::int64_t kMostModelCubes = 3'000'000;

enum : std::uint8_t { Nothing, Bone, WithImplant };

Box around(const Outline& o, const AxisPose& pose, double reach)
{
    double radius = 0;
    for (const Outline::Point& p : o.points)
        radius = std::max(radius, p.radius);
    Box box;
    for (double s : {o.begin(), o.end()}) {
        box.include(pose.at(s) - Vec3::Constant(radius + reach));
        box.include(pose.at(s) + Vec3::Constant(radius + reach));
    }
    return box;
}

/// Cubes of the model that a box touches; its first cube lies at `corner`.
IndexBox cubesOf(const VoxelModel& m, const Vec3& corner, const Box& box)
{
    IndexBox out;
    for (size_t a = 0; a < 3; ++a) {
        const auto n = static_cast<Eigen::Index>(a);
        out.min[a] = std::max(0, static_cast<int>(std::floor((box.min[n] - corner[n]) / m.edge)));
        out.max[a] = std::min(m.size[a], static_cast<int>(std::ceil((box.max[n] - corner[n]) / m.edge)));
    }
    return out;
}

const SolveResult& toTheEnd(const SolveResult& r)
{
    if (!r.converged)
        throw Error(ErrorCode::BadInput, "The stress could not be computed to the end.",
                    "A part of the bone hangs on a thread: look at the mask, or take larger cubes.");
    return r;
}

} // namespace

StressModel::StressModel(const Volume& image, const Mask& bone, const DentalImplant& implant, const AxisPose& about,
                         const StressSetup& setup, const Job& job)
    : m_image(image), m_boneMask(bone), m_setup(setup), m_implant(implant), m_pose(about)
{
    const Box box = around(implant.whole(), about, setup.reach);
    Index3 size;
    double cubes = 1;
    for (size_t a = 0; a < 3; ++a) {
        size[a] = static_cast<int>(std::ceil(box.extent()[static_cast<Eigen::Index>(a)] / setup.edge));
        // Even: the refined box halves no cube of the coarser grids.
        size[a] += size[a] % 2;
        cubes *= size[a];
    }
    if (cubes > double(kMostModelCubes))
        throw Error(ErrorCode::BadInput, "The model would have more than three million cubes.",
                    "Take larger cubes, or less bone around the implant.");
    m_bone.model = VoxelModel::empty(size, setup.edge, setup.poisson);
    m_bone.corner = box.min;
    fillBone(m_bone, job.part(0, 0.9));
    VoxelModel& m = m_bone.model;
    if (std::none_of(m.modulus.begin(), m.modulus.end(), [](float e) { return e > 0; }))
        throw Error(ErrorCode::BadInput, "There is no bone around the implant.", "Place it in the bone.");
    // Held where the region cuts the bone: on its outer faces.
    for (int k = 0; k <= size[2]; ++k)
        for (int j = 0; j <= size[1]; ++j)
            for (int i = 0; i <= size[0]; ++i)
                if (i == 0 || j == 0 || k == 0 || i == size[0] || j == size[1] || k == size[2])
                    m.held[m.node(i, j, k)] = 7;
    const LooseParts loose = removeLooseParts(m);
    m_looseMl = double(loose.cubes) * std::pow(setup.edge, 3) / 1000;
    if (loose.nothingHeld)
        throw Error(ErrorCode::BadInput, "Nothing holds the bone: all of it lies within the region.",
                    "Take less bone around the implant, or a larger piece of the jaw.");
    for (std::size_t c = 0; c < m.modulus.size(); ++c)
        if (m.modulus[c] == 0)
            m_bone.kind[c] = Nothing;
    place(implant, about);
    job.progress(1);
}

StressModel::~StressModel() = default;

void StressModel::fillBone(Part& part, const Job& job) const
{
    VoxelModel& m = part.model;
    part.kind.assign(m.cubes(), Nothing);
    const double spacing = m_image.grid().spacing.minCoeff();
    const int n = std::clamp(static_cast<int>(std::lround(m.edge / spacing * 2)), 2, 4);
    parallelFor(0, m.size[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (auto k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            for (int j = 0; j < m.size[1]; ++j)
                for (int i = 0; i < m.size[0]; ++i) {
                    // Each point's value becomes a modulus, then the mean is taken (V3 of Bonemat): laws are convex.
                    double sum = 0;
                    for (int q = 0; q < n * n * n; ++q) {
                        const Vec3 p = part.corner + m.edge * Vec3(i + (q % n + 0.5) / n, j + (q / n % n + 0.5) / n,
                                                                   k + (q / n / n + 0.5) / n);
                        if (m_boneMask.contains(p))
                            sum += m_setup.material.modulus(m_image.sample(p));
                    }
                    const std::size_t c = m.cube(i, j, k);
                    m.modulus[c] = float(sum / (n * n * n));
                    part.kind[c] = sum > 0 ? Bone : Nothing;
                }
        }
    });
}

void StressModel::placeIn(Part& part, std::vector<double>& force) const
{
    VoxelModel& m = part.model;
    const Outline whole = m_implant.whole();
    const double top = whole.begin() + kTop;
    force.assign(3 * m.nodes(), 0.0);
    const Box box = around(whole, m_pose, m.edge);
    const auto [low, high] = cubesOf(m, part.corner, box);
    std::vector<std::pair<Index3, double>> loaded;
    double all = 0;
    const double half = 0.8661 * m.edge; // half a cube's diagonal
    for (int k = low[2]; k < high[2]; ++k)
        for (int j = low[1]; j < high[1]; ++j)
            for (int i = low[0]; i < high[0]; ++i) {
                const Vec3 centre = part.corner + m.edge * Vec3(i + 0.5, j + 0.5, k + 0.5);
                const double d = signedDistance(whole, m_pose, centre);
                if (d > half)
                    continue;
                const double along = m_pose.coordinates(centre).along;
                int in = 0, up = 0;
                if (d < -half && along > top + half)
                    in = 64;
                else
                    for (int q = 0; q < 64; ++q) {
                        const Vec3 p = centre + m.edge * Vec3(((q & 3) + 0.5) / 4 - 0.5, ((q >> 2 & 3) + 0.5) / 4 - 0.5,
                                                              ((q >> 4) + 0.5) / 4 - 0.5);
                        const Outline::Point c = m_pose.coordinates(p);
                        if (c.along < whole.begin() || c.along > whole.end() || c.radius >= whole.radiusAt(c.along))
                            continue;
                        ++in;
                        up += c.along < top;
                    }
                if (in == 0)
                    continue;
                const std::size_t c = m.cube(i, j, k);
                m.modulus[c] = float(in / 64.0 * m_setup.implantModulus + (1 - in / 64.0) * double(m.modulus[c]));
                part.kind[c] = WithImplant;
                if (up > 0)
                    loaded.push_back({{i, j, k}, up / 64.0});
                all += up / 64.0;
            }
    for (const auto& [c, share] : loaded)
        for (int a = 0; a < 8; ++a)
            for (int x = 0; x < 3; ++x)
                force[3 * m.node(c[0] + (a & 1), c[1] + (a >> 1 & 1), c[2] + (a >> 2)) + static_cast<std::size_t>(x)] +=
                    share / all / 8 * m_setup.force[x];
}

void StressModel::place(const DentalImplant& implant, const AxisPose& pose)
{
    const Box box = around(implant.whole(), pose, m_setup.shellTo);
    const VoxelModel& m = m_bone.model;
    const Vec3 far = m_bone.corner + m.edge * Vec3(m.size[0], m.size[1], m.size[2]);
    if (((box.min - m_bone.corner).array() < 0).any() || ((far - box.max).array() < 0).any())
        throw Error(ErrorCode::BadInput, "The implant leaves the region of the model.", "Make the model anew.");
    m_implant = implant;
    m_pose = pose;
    if (m_part.model.modulus.size() != m.modulus.size())
        m_part = m_bone;
    else {
        m_part.model.modulus = m.modulus;
        m_part.kind = m_bone.kind;
    }
    placeIn(m_part, m_force);
    m_lastIsFine = false;
}

std::vector<Index3> StressModel::shell(const Part& part) const
{
    std::vector<Index3> out;
    const VoxelModel& m = part.model;
    const Outline body = m_implant.body();
    const Box box = around(body, m_pose, m_setup.shellTo);
    const auto [low, high] = cubesOf(m, part.corner, box);
    for (int k = low[2]; k < high[2]; ++k)
        for (int j = low[1]; j < high[1]; ++j)
            for (int i = low[0]; i < high[0]; ++i) {
                if (part.kind[m.cube(i, j, k)] != Bone)
                    continue;
                const double d = signedDistance(body, m_pose, part.corner + m.edge * Vec3(i + 0.5, j + 0.5, k + 0.5));
                if (d >= m_setup.shellFrom && d <= m_setup.shellTo)
                    out.push_back({i, j, k});
            }
    return out;
}

StressFrame StressModel::measured(const Part& part, const std::vector<double>& force, const SolveResult& solve) const
{
    StressFrame f;
    f.solve = solve;
    double work = 0;
    for (std::size_t n = 0; n < force.size(); ++n)
        work += force[n] * part.u[n];
    f.displacement = work / std::max(m_setup.force.norm(), 1e-12); // of the load's point, along the load
    const VoxelStress s(part.model, part.u);
    const std::vector<Index3> cubes = shell(part);
    std::vector<float> mises, failure;
    for (const auto& [i, j, k] : cubes) {
        mises.push_back(float(elasticity::vonMises(s.stress(i, j, k))));
        failure.push_back(float(strainFailureIndex(s.strain(i, j, k), m_setup.limits)));
    }
    f.cubes = cubes.size();
    f.p95 = percentile(mises, 95);
    f.p99 = percentile(mises, 99);
    f.failure99 = percentile(failure, 99);
    return f;
}

StressFrame StressModel::drag(int iterations, const Job& job)
{
    if (!m_fast)
        m_fast = std::make_unique<VoxelSolver>(m_part.model, Precision::Single);
    else
        m_fast->setModel(m_part.model);
    m_part.u.clear();
    const SolveResult r = m_fast->solve(m_force, m_part.u, {1e-6, iterations, iterations}, job);
    m_lastIsFine = false;
    return measured(m_part, m_force, r);
}

StressFrame StressModel::exact(const Job& job)
{
    if (!m_exact)
        m_exact = std::make_unique<VoxelSolver>(m_part.model, Precision::Double);
    else
        m_exact->setModel(m_part.model);
    m_part.u.clear();
    const SolveResult r = m_exact->solve(m_force, m_part.u, {1e-6, 300, 0}, job);
    m_lastIsFine = false;
    return measured(m_part, m_force, toTheEnd(r));
}

StressFrame StressModel::refined(const Job& job)
{
    const VoxelModel& coarse = m_part.model;
    const Box box = around(m_implant.whole(), m_pose, kFineReach);
    const auto [low, high] = cubesOf(coarse, m_part.corner, box);
    Index3 size;
    for (size_t a = 0; a < 3; ++a)
        size[a] = 2 * (high[a] - low[a]);
    m_fine = Part();
    m_fine.model = VoxelModel::empty(size, coarse.edge / 2, coarse.poisson);
    m_fine.corner = m_part.corner + coarse.edge * Vec3(low[0], low[1], low[2]);
    fillBone(m_fine, job.part(0, 0.3));
    VoxelModel& m = m_fine.model;
    // What the coarser model left out is left out here, too.
    for (int k = 0; k < size[2]; ++k)
        for (int j = 0; j < size[1]; ++j)
            for (int i = 0; i < size[0]; ++i)
                if (m_bone.kind[coarse.cube(low[0] + i / 2, low[1] + j / 2, low[2] + k / 2)] == Nothing) {
                    m.modulus[m.cube(i, j, k)] = 0;
                    m_fine.kind[m.cube(i, j, k)] = Nothing;
                }
    std::vector<double> force;
    placeIn(m_fine, force);
    m_fine.u.assign(3 * m.nodes(), 0.0);
    for (int k = 0; k <= size[2]; ++k)
        for (int j = 0; j <= size[1]; ++j)
            for (int i = 0; i <= size[0]; ++i) {
                // Every node starts where the coarser model has it; those on the border stay there.
                const std::size_t n = m.node(i, j, k);
                const int at[3] = {i, j, k};
                bool border = false;
                for (size_t a = 0; a < 3; ++a)
                    border = border || at[a] == 0 || at[a] == size[a];
                if (border)
                    m.held[n] = 7;
                for (int q = 0; q < 8; ++q) {
                    double w = 1;
                    std::array<int, 3> from{};
                    for (size_t a = 0; a < 3; ++a) {
                        const int lower = at[a] / 2, odd = at[a] % 2, up = q >> a & 1;
                        w *= odd ? 0.5 : up ? 0.0 : 1.0;
                        from[a] = low[a] + lower + (odd ? up : 0);
                    }
                    if (w > 0)
                        for (std::size_t x = 0; x < 3; ++x)
                            m_fine.u[3 * n + x] += w * m_part.u[3 * coarse.node(from[0], from[1], from[2]) + x];
                }
            }
    removeLooseParts(m);
    VoxelSolver solver(m, Precision::Double);
    const SolveResult r = solver.solve(force, m_fine.u, {1e-6, 300, 0}, job.part(0.3, 1));
    m_lastIsFine = true;
    return measured(m_fine, force, toTheEnd(r));
}

std::vector<float> StressModel::vonMises(const std::vector<Vec3f>& places) const
{
    const Part& part = m_lastIsFine ? m_fine : m_part;
    std::vector<float> out(places.size(), std::numeric_limits<float>::quiet_NaN());
    if (part.u.empty())
        return out;
    const VoxelStress stress(part.model, part.u);
    for (size_t n = 0; n < places.size(); ++n) {
        const Vec3 x = (places[n].cast<double>() - part.corner) / part.model.edge;
        Index3 c;
        bool inside = true;
        for (size_t a = 0; a < 3; ++a) {
            c[a] = static_cast<int>(std::floor(x[static_cast<Eigen::Index>(a)]));
            inside = inside && c[a] >= 0 && c[a] < part.model.size[a];
        }
        if (inside && part.kind[part.model.cube(c[0], c[1], c[2])] == Bone)
            out[n] = float(elasticity::vonMises(stress.stress(c[0], c[1], c[2])));
    }
    return out;
}

std::vector<double> StressModel::shellStress() const
{
    const Part& part = m_lastIsFine ? m_fine : m_part;
    const VoxelStress s(part.model, part.u);
    std::vector<double> out;
    for (const auto& [i, j, k] : shell(part)) {
        const Voigt v = s.stress(i, j, k);
        out.insert(out.end(), v.data(), v.data() + 6);
    }
    return out;
}

size_t StressModel::heldNodes() const
{
    const VoxelModel& m = m_bone.model;
    std::vector<std::uint8_t> touched(m.nodes(), 0);
    for (int k = 0; k < m.size[2]; ++k)
        for (int j = 0; j < m.size[1]; ++j)
            for (int i = 0; i < m.size[0]; ++i)
                if (m.modulus[m.cube(i, j, k)] > 0)
                    for (int a = 0; a < 8; ++a)
                        touched[m.node(i + (a & 1), j + (a >> 1 & 1), k + (a >> 2))] = 1;
    size_t n = 0;
    for (std::size_t a = 0; a < touched.size(); ++a)
        n += touched[a] && m.held[a];
    return n;
}

double StressModel::boneMl() const
{
    size_t n = 0;
    for (std::uint8_t k : m_bone.kind)
        n += k == Bone;
    return double(n) * std::pow(m_bone.model.edge, 3) / 1000;
}

double StressModel::looseMl() const
{
    return m_looseMl;
}

} // namespace pollux::implant
