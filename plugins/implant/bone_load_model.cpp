#include "plugins/implant/bone_load_model.h"

#include "core/base/error.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux::implant {

using namespace elasticity;

namespace {

/// Calls each(cube) for a cube and its 26 neighbours, those outside of the model left out; false if there were any.
template <class Each>
bool aroundCube(const VoxelModel& m, const Index3& c, Each each)
{
    bool all = true;
    for (int q = 0; q < 27; ++q) {
        const Index3 n{c[0] + q % 3 - 1, c[1] + q / 3 % 3 - 1, c[2] + q / 9 - 1};
        bool inside = true;
        for (size_t a = 0; a < 3; ++a)
            inside = inside && n[a] >= 0 && n[a] < m.size[a];
        all = all && inside;
        if (inside)
            each(m.cube(n[0], n[1], n[2]));
    }
    return all;
}

template <class Each>
void forCubes(const VoxelModel& m, const Job& job, Each each)
{
    for (int k = 0; k < m.size[2]; ++k) {
        job.checkStop();
        for (int j = 0; j < m.size[1]; ++j)
            for (int i = 0; i < m.size[0]; ++i)
                each(Index3{i, j, k}, m.cube(i, j, k));
    }
}

} // namespace

CubeBox cubeBox(const Mask& bone, const Mask* filling, double edge)
{
    Box box;
    for (const Mask* mask : {&bone, filling})
        if (mask && !mask->empty())
            for (int q = 0; q < 8; ++q) {
                Vec3 at;
                for (size_t a = 0; a < 3; ++a)
                    at[static_cast<Eigen::Index>(a)] =
                        (q >> a & 1 ? mask->box().max[a] : mask->box().min[a]) - 0.5; // outer faces of voxels
                box.include(mask->grid().toPatient(at));
            }
    return {box.min, (box.extent() / edge - Vec3::Constant(1e-6)).array().ceil().max(1).matrix()};
}

BoneLoadModel::BoneLoadModel(const Volume& image, const Mask& bone, const BoneLoadSetup& setup, const Job& job)
    : m_setup(setup)
{
    if (bone.empty())
        throw Error(ErrorCode::BadInput, "The bone has no voxels.", "Segment it first.");
    if (!setup.point.allFinite() || !setup.force.allFinite() || !(setup.force.norm() > 0) || !(setup.edge > 0) ||
        !(setup.radius > 0))
        throw Error(ErrorCode::BadInput, "The load is not complete.", "Give its point, its direction and a force.");
    const CubeBox box = cubeBox(bone, setup.cement ? &setup.cement->mask : nullptr, setup.edge);
    if (!(box.count.prod() <= double(kMostModelCubes)))
        throw Error(ErrorCode::BadInput, "The model would have more than three million cubes.",
                    "Take larger cubes, or a smaller piece of the bone.");
    m_corner = box.corner;
    const Index3 size{static_cast<int>(box.count[0]), static_cast<int>(box.count[1]), static_cast<int>(box.count[2])};
    m_model = VoxelModel::empty(size, setup.edge, setup.poisson);
    fillModuli(m_model, m_corner, image, bone, setup.material, job.part(0, setup.cement ? 0.5 : 1));
    hold(bone, job);
    if (setup.cement) {
        m_filled = m_model;
        fillModuli(m_filled, m_corner, image, bone, setup.material, job.part(0.5, 1), &*setup.cement);
        forCubes(m_filled, job,
                 [&](const Index3&, std::size_t c) { m_cementMl += m_filled.modulus[c] != m_model.modulus[c]; });
        m_cementMl *= std::pow(setup.edge, 3) / 1000;
        removeLooseParts(m_filled);
    }
    const LooseParts loose = removeLooseParts(m_model);
    m_looseMl = double(loose.cubes) * std::pow(setup.edge, 3) / 1000;
    if (loose.nothingHeld)
        throw Error(ErrorCode::BadInput, "Nothing holds the bone.", "Choose where it is held so that bone lies there.");
    load(job);
    chooseMeasured(job);
}

bool BoneLoadModel::heldAt(const Vec3& p, const Grid& grid) const
{
    switch (m_setup.support) {
    case BoneSupport::Below:
        return !m_setup.held.empty() && p.z() <= m_setup.held[0].z() + 1e-6;
    case BoneSupport::Above:
        return !m_setup.held.empty() && p.z() >= m_setup.held[0].z() - 1e-6;
    case BoneSupport::Points:
        return std::any_of(m_setup.held.begin(), m_setup.held.end(),
                           [&](const Vec3& h) { return (p - h).norm() <= m_setup.heldRadius; });
    case BoneSupport::ImageCuts:
        break;
    }
    // Outer faces lie half a voxel beyond the centres; a node counts from half a cube before them on.
    const Vec3 at = grid.toIndex(p);
    for (size_t a = 0; a < 3; ++a) {
        const auto n = static_cast<Eigen::Index>(a);
        const double near = 0.5 * m_setup.edge / grid.spacing[n] + 1e-6;
        if (at[n] <= -0.5 + near || at[n] >= grid.size[a] - 0.5 - near)
            return true;
    }
    return false;
}

void BoneLoadModel::hold(const Mask& bone, const Job& job)
{
    VoxelModel& m = m_model;
    std::vector<std::uint8_t> touched(m.nodes(), 0);
    forCubes(m, job, [&](const Index3& c, std::size_t cube) {
        for (int a = 0; m.modulus[cube] > 0 && a < 8; ++a)
            touched[m.node(c[0] + (a & 1), c[1] + (a >> 1 & 1), c[2] + (a >> 2))] = 1;
    });
    for (int k = 0; k <= m.size[2]; ++k) {
        job.checkStop();
        for (int j = 0; j <= m.size[1]; ++j)
            for (int i = 0; i <= m.size[0]; ++i) {
                const std::size_t n = m.node(i, j, k);
                if (touched[n] && heldAt(m_corner + m.edge * Vec3(i, j, k), bone.grid())) {
                    m.held[n] = 7;
                    ++m_heldNodes;
                }
            }
    }
}

void BoneLoadModel::load(const Job& job)
{
    // The nearest cube at least, if the patch is smaller than a cube.
    double nearest = std::numeric_limits<double>::infinity();
    LoadedCube one;
    forCubes(m_model, job, [&](const Index3& c, std::size_t cube) {
        if (m_model.modulus[cube] == 0)
            return;
        const double d = (m_corner + m_model.edge * Vec3(c[0] + 0.5, c[1] + 0.5, c[2] + 0.5) - m_setup.point).norm();
        if (d <= m_setup.radius)
            m_loaded.push_back({c, 1});
        if (d < nearest) {
            nearest = d;
            one = {c, 1};
        }
    });
    if (m_loaded.empty() && nearest <= m_setup.radius + m_model.edge)
        m_loaded.push_back(one);
    if (m_loaded.empty())
        throw Error(ErrorCode::BadInput, "There is no held bone where the load acts.",
                    "Set its point on the bone, or give a larger radius.");
}

void BoneLoadModel::chooseMeasured(const Job& job)
{
    const VoxelModel& m = m_model;
    std::vector<std::uint8_t> out(m.cubes(), 0);
    for (const LoadedCube& l : m_loaded)
        out[m.cube(l.cube[0], l.cube[1], l.cube[2])] = 1;
    forCubes(m, job, [&](const Index3& c, std::size_t cube) {
        if (m.modulus[cube] == 0 || (m_setup.cement && m_filled.modulus[cube] != m.modulus[cube]))
            out[cube] = 1;
        for (int a = 0; a < 8; ++a)
            if (m.held[m.node(c[0] + (a & 1), c[1] + (a >> 1 & 1), c[2] + (a >> 2))])
                out[cube] = 1;
    });
    forCubes(m, job, [&](const Index3& c, std::size_t cube) {
        if (out[cube])
            return;
        bool far = true;
        const bool inside = aroundCube(m, c, [&](std::size_t n) { far = far && !out[n]; });
        if (far && inside)
            m_measured.push_back(c);
    });
}

BoneLoadResult BoneLoadModel::solve(bool withCement, const Job& job)
{
    m_last = withCement && m_setup.cement ? &m_filled : &m_model;
    const Vec3 lever = m_setup.point - m_corner - middleOf(*m_last, m_loaded);
    const std::vector<double> forces = nodalForces(*m_last, m_loaded, m_setup.force, lever.cross(m_setup.force));
    m_u.clear();
    VoxelSolver solver(*m_last, Precision::Double);
    const SolveResult r = solver.solve(forces, m_u, {1e-6, 1000, 0}, job);
    if (!r.converged)
        throw Error(ErrorCode::BadInput, "The stress could not be computed to the end.",
                    "A part of the bone hangs on a thread: look at the mask, or take larger cubes.");
    BoneLoadResult out;
    out.iterations = r.iterations;
    double work = 0;
    for (std::size_t n = 0; n < forces.size(); ++n)
        work += forces[n] * m_u[n];
    out.displacement = work / m_setup.force.norm();
    const VoxelStress s(*m_last, m_u);
    std::vector<float> mises, failure;
    std::size_t failing = 0;
    for (const auto& [i, j, k] : m_measured) {
        if (mises.size() % 10000 == 0)
            job.checkStop();
        mises.push_back(float(elasticity::vonMises(s.stress(i, j, k))));
        failure.push_back(float(strainFailureIndex(s.strain(i, j, k), m_setup.limits)));
        failing += double(failure.back()) > m_setup.indexLimit;
    }
    out.failing = mises.empty() ? 0 : double(failing) / double(mises.size());
    out.p95 = percentile(mises, 95);
    out.p99 = percentile(mises, 99);
    out.failure99 = percentile(failure, 99);
    return out;
}

std::vector<float> BoneLoadModel::vonMises(const std::vector<Vec3f>& places) const
{
    std::vector<float> out(places.size(), std::numeric_limits<float>::quiet_NaN());
    if (!m_last)
        return out;
    const VoxelStress s(*m_last, m_u);
    for (std::size_t n = 0; n < places.size(); ++n) {
        const Vec3 x = (places[n].cast<double>() - m_corner) / m_last->edge;
        Index3 c;
        bool inside = true;
        for (size_t a = 0; a < 3; ++a) {
            c[a] = static_cast<int>(std::floor(x[static_cast<Eigen::Index>(a)]));
            inside = inside && c[a] >= 0 && c[a] < m_last->size[a];
        }
        if (inside && m_last->modulus[m_last->cube(c[0], c[1], c[2])] > 0)
            out[n] = float(elasticity::vonMises(s.stress(c[0], c[1], c[2])));
    }
    return out;
}

double BoneLoadModel::boneMl() const
{
    const auto n = std::count_if(m_model.modulus.begin(), m_model.modulus.end(), [](float e) { return e > 0; });
    return double(n) * std::pow(m_model.edge, 3) / 1000;
}

} // namespace pollux::implant
