#include "plugins/implant/stress_model.h"

#include "core/base/error.h"
#include "plugins/implant/stress_sampling.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace pollux::implant {

using namespace elasticity;

namespace {

constexpr double kFineReach = 3.0; // mm around the implant that are refined

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
    : m_image(image), m_boneMask(bone), m_setup(setup), m_implant(implant), m_pose(about), m_about(about)
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
    fillModuli(part.model, part.corner, m_image, m_boneMask, m_setup.material, job);
    part.kind.assign(part.model.cubes(), Nothing);
    for (std::size_t c = 0; c < part.kind.size(); ++c)
        if (part.model.modulus[c] > 0)
            part.kind[c] = Bone;
}

void StressModel::placeIn(Part& part) const
{
    VoxelModel& m = part.model;
    const Outline whole = m_implant.whole();
    const double top = whole.begin() + kLoadedTop;
    part.loaded.clear();
    const Box box = around(whole, m_pose, m.edge);
    const auto [low, high] = cubesOf(m, part.corner, box);
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
                    part.loaded.push_back({{i, j, k}, up / 64.0});
            }
}

std::vector<double> StressModel::forcesOn(const Part& part) const
{
    return nodalForces(part.model, part.loaded, m_setup.load.force, m_setup.load.momentInAll(m_pose.direction));
}

void StressModel::setLoad(const TopLoad& load)
{
    m_setup.load = load;
    m_force = forcesOn(m_part);
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
    placeIn(m_part);
    m_force = forcesOn(m_part);
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
    const TopLoad& load = m_setup.load;
    const auto way = [&](const std::vector<double>& of) {
        return std::inner_product(of.begin(), of.end(), part.u.begin(), 0.0) / load.force.norm();
    };
    if (load.force.norm() > 0) // a moment besides does work of its own
        f.displacement = way(load.moment.isZero(0) ? force
                                                   : nodalForces(part.model, part.loaded, load.force,
                                                                 load.momentOfForce(m_pose.direction)));
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

VoxelSolver& StressModel::solver(std::unique_ptr<VoxelSolver>& kept, Precision precision)
{
    if (!kept)
        kept = std::make_unique<VoxelSolver>(m_part.model, precision);
    else
        kept->setModel(m_part.model);
    m_part.u.clear();
    m_lastIsFine = false;
    return *kept;
}

StressFrame StressModel::drag(int iterations, const Job& job)
{
    VoxelSolver& s = solver(m_fast, Precision::Single);
    const SolveResult r = s.solve(m_force, m_part.u, {1e-6, iterations, iterations}, job);
    return measured(m_part, m_force, r);
}

StressFrame StressModel::exact(const Job& job)
{
    VoxelSolver& s = solver(m_exact, Precision::Double);
    const SolveResult r = s.solve(m_force, m_part.u, {1e-6, 300, 0}, job);
    return measured(m_part, m_force, toTheEnd(r));
}

UnitSolutions StressModel::exactUnits(const Job& job, std::span<const Vec3f> places)
{
    return units(solver(m_exact, Precision::Double), {1e-6, 300, 0}, places, job);
}

UnitSolutions StressModel::dragUnits(int iterations, const Job& job, std::span<const Vec3f> places)
{
    return units(solver(m_fast, Precision::Single), {1e-6, iterations, iterations}, places, job);
}

Mat3 StressModel::axes() const
{
    const Vec3 across = acrossOf(m_about.direction);
    Mat3 a;
    a << m_about.direction, across, m_about.direction.cross(across);
    return Eigen::Quaterniond::FromTwoVectors(m_about.direction, m_pose.direction).toRotationMatrix() * a;
}

UnitSolutions StressModel::units(VoxelSolver& solver, const SolveOptions& options, std::span<const Vec3f> places,
                                 const Job& job)
{
    UnitSolutions out;
    out.axes = axes();
    out.poisson = m_setup.poisson;
    out.limits = m_setup.limits;
    std::array<std::vector<double>, 6> loads;
    for (size_t q = 0; q < 6; ++q) {
        const Vec3 axis = out.axes.col(static_cast<Eigen::Index>(q % 3));
        loads[q] = nodalForces(m_part.model, m_part.loaded, q < 3 ? axis : Vec3::Zero(), q < 3 ? Vec3::Zero() : axis);
    }
    std::vector<std::size_t> touched; // entries that any of the loads acts on: few of all
    for (std::size_t n = 0; n < loads[0].size(); ++n)
        if (std::any_of(loads.begin(), loads.end(), [n](const auto& l) { return l[n] != 0; }))
            touched.push_back(n);
    const StressSampling at = places.empty()
                                  ? StressSampling(shell(m_part))
                                  : StressSampling(m_part.model, m_part.corner, places,
                                                   [&](std::size_t cube) { return m_part.kind[cube] == Bone; });
    out.stress.assign(at.samples(), UnitSolutions::Six::Zero());
    out.modulus = at.moduli(m_part.model);
    const Voigt amounts = amountsOf(out, m_setup.load);
    std::vector<double> u, sum(loads[0].size(), 0.0);
    for (size_t q = 0; q < 6; ++q) {
        u.clear();
        const SolveResult r = solver.solve(loads[q], u, options, job.part(double(q) / 6, double(q + 1) / 6));
        out.iterations = std::max(out.iterations, r.iterations);
        out.residual = std::max(out.residual, r.residual);
        if (options.fixedIterations == 0)
            toTheEnd(r);
        const auto column = static_cast<Eigen::Index>(q);
        for (size_t p = 0; p < 6; ++p)
            for (std::size_t n : touched)
                out.way(static_cast<Eigen::Index>(p), column) += loads[p][n] * u[n];
        at.take(VoxelStress(m_part.model, u),
                [&](std::size_t n, const Voigt& s) { out.stress[n].col(column) = s.cast<float>(); });
        for (std::size_t n = 0; n < u.size(); ++n)
            sum[n] += amounts(column) * u[n];
    }
    m_part.u = std::move(sum);
    return out;
}

void StressModel::makeFine(const Job& job)
{
    const VoxelModel& coarse = m_part.model;
    const Box box = around(m_implant.whole(), m_pose, kFineReach);
    const auto [low, high] = cubesOf(coarse, m_part.corner, box);
    m_fineLow = low;
    Index3 size;
    for (size_t a = 0; a < 3; ++a)
        size[a] = 2 * (high[a] - low[a]);
    m_fine = Part();
    m_fine.model = VoxelModel::empty(size, coarse.edge / 2, coarse.poisson);
    m_fine.corner = m_part.corner + coarse.edge * Vec3(low[0], low[1], low[2]);
    fillBone(m_fine, job);
    VoxelModel& m = m_fine.model;
    // What the coarser model left out is left out here, too.
    for (int k = 0; k < size[2]; ++k)
        for (int j = 0; j < size[1]; ++j)
            for (int i = 0; i < size[0]; ++i)
                if (m_bone.kind[coarse.cube(low[0] + i / 2, low[1] + j / 2, low[2] + k / 2)] == Nothing) {
                    m.modulus[m.cube(i, j, k)] = 0;
                    m_fine.kind[m.cube(i, j, k)] = Nothing;
                }
    placeIn(m_fine);
    for (int k = 0; k <= size[2]; ++k)
        for (int j = 0; j <= size[1]; ++j)
            for (int i = 0; i <= size[0]; ++i)
                if (i == 0 || j == 0 || k == 0 || i == size[0] || j == size[1] || k == size[2])
                    m.held[m.node(i, j, k)] = 7;
    removeLooseParts(m);
}

std::vector<double> StressModel::startOfFine() const
{
    const VoxelModel& coarse = m_part.model;
    const VoxelModel& m = m_fine.model;
    std::vector<double> u(3 * m.nodes(), 0.0);
    for (int k = 0; k <= m.size[2]; ++k)
        for (int j = 0; j <= m.size[1]; ++j)
            for (int i = 0; i <= m.size[0]; ++i) {
                // Every node starts where the coarser model has it; those on the border stay there.
                const std::size_t n = m.node(i, j, k);
                const int at[3] = {i, j, k};
                for (int q = 0; q < 8; ++q) {
                    double w = 1;
                    std::array<int, 3> from{};
                    for (size_t a = 0; a < 3; ++a) {
                        const int lower = at[a] / 2, odd = at[a] % 2, up = q >> a & 1;
                        w *= odd ? 0.5 : up ? 0.0 : 1.0;
                        from[a] = m_fineLow[a] + lower + (odd ? up : 0);
                    }
                    if (w > 0)
                        for (std::size_t x = 0; x < 3; ++x)
                            u[3 * n + x] += w * m_part.u[3 * coarse.node(from[0], from[1], from[2]) + x];
                }
            }
    return u;
}

StressFrame StressModel::refined(const Job& job)
{
    makeFine(job.part(0, 0.3));
    const std::vector<double> force = forcesOn(m_fine);
    m_fine.u = startOfFine();
    VoxelSolver solver(m_fine.model, Precision::Double);
    const SolveResult r = solver.solve(force, m_fine.u, {1e-6, 300, 0}, job.part(0.3, 1));
    m_lastIsFine = true;
    return measured(m_fine, force, toTheEnd(r));
}

FineUnits StressModel::refinedUnits(const Job& job, const std::vector<Vec3f>& places)
{
    VoxelSolver& coarse = solver(m_exact, Precision::Double);
    makeFine(job.part(0, 0.1));
    VoxelSolver fine(m_fine.model, Precision::Double);
    std::vector<Index3> cubes;
    std::vector<std::size_t> of; // which place
    for (std::size_t n = 0; n < places.size(); ++n)
        if (const auto cube = boneAt(m_fine, places[n])) {
            cubes.push_back(*cube);
            of.push_back(n);
        }
    const StressSampling inShell(shell(m_fine)), inPlaces(cubes);
    FineUnits out;
    for (UnitSolutions* u : {&out.shell, &out.places}) {
        u->axes = axes();
        u->poisson = m_setup.poisson;
        u->limits = m_setup.limits;
    }
    out.shell.stress.assign(inShell.samples(), UnitSolutions::Six::Zero());
    out.shell.modulus = inShell.moduli(m_fine.model);
    out.places.stress.assign(places.size(), UnitSolutions::Six::Zero());
    out.places.modulus.assign(places.size(), 0.0F);
    const std::vector<float> moduli = inPlaces.moduli(m_fine.model);
    for (std::size_t n = 0; n < of.size(); ++n)
        out.places.modulus[of[n]] = moduli[n];
    std::array<std::vector<double>, 6> loads;
    for (size_t q = 0; q < 6; ++q) {
        const Vec3 axis = out.shell.axes.col(static_cast<Eigen::Index>(q % 3));
        loads[q] = nodalForces(m_fine.model, m_fine.loaded, q < 3 ? axis : Vec3::Zero(), q < 3 ? Vec3::Zero() : axis);
    }
    for (size_t q = 0; q < 6; ++q) {
        const auto column = static_cast<Eigen::Index>(q);
        const Vec3 axis = out.shell.axes.col(column % 3);
        const Job part = job.part(0.1 + 0.15 * double(q), 0.1 + 0.15 * double(q + 1));
        m_part.u.clear();
        toTheEnd(coarse.solve(
            nodalForces(m_part.model, m_part.loaded, q < 3 ? axis : Vec3::Zero(), q < 3 ? Vec3::Zero() : axis),
            m_part.u, {1e-6, 300, 0}, part.part(0, 0.5)));
        std::vector<double> u = startOfFine();
        const SolveResult r = fine.solve(loads[q], u, {1e-6, 300, 0}, part.part(0.5, 1));
        toTheEnd(r);
        out.shell.iterations = std::max(out.shell.iterations, r.iterations);
        out.shell.residual = std::max(out.shell.residual, r.residual);
        for (size_t p = 0; p < 6; ++p)
            for (std::size_t n = 0; n < u.size(); ++n)
                out.shell.way(static_cast<Eigen::Index>(p), column) += loads[p][n] * u[n];
        const VoxelStress stress(m_fine.model, u);
        inShell.take(stress, [&](std::size_t n, const Voigt& s) { out.shell.stress[n].col(column) = s.cast<float>(); });
        inPlaces.take(stress,
                      [&](std::size_t n, const Voigt& s) { out.places.stress[of[n]].col(column) = s.cast<float>(); });
    }
    out.places.way = out.shell.way;
    m_part.u.clear();
    return out;
}

std::optional<Index3> StressModel::boneAt(const Part& part, const Vec3f& place) const
{
    const Vec3 x = (place.cast<double>() - part.corner) / part.model.edge;
    Index3 c;
    for (size_t a = 0; a < 3; ++a) {
        const double low = std::floor(x[static_cast<Eigen::Index>(a)]);
        if (!(low >= 0 && low < part.model.size[a])) // else it may not fit an int
            return {};
        c[a] = static_cast<int>(low);
    }
    if (part.kind[part.model.cube(c[0], c[1], c[2])] != Bone)
        return {};
    return c;
}

std::vector<float> StressModel::vonMises(const std::vector<Vec3f>& places) const
{
    const Part& part = m_lastIsFine ? m_fine : m_part;
    std::vector<float> out(places.size(), std::numeric_limits<float>::quiet_NaN());
    if (part.u.empty())
        return out;
    const VoxelStress stress(part.model, part.u);
    for (size_t n = 0; n < places.size(); ++n)
        if (const auto c = boneAt(part, places[n]))
            out[n] = float(elasticity::vonMises(stress.stress((*c)[0], (*c)[1], (*c)[2])));
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
