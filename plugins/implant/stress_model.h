#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"
#include "core/simulation/elasticity/bone_law.h"
#include "core/simulation/elasticity/voxel_solver.h"
#include "core/simulation/elasticity/voxel_stress.h"
#include "core/solid/dental_implant.h"
#include "plugins/implant/bone_cubes.h"
#include "plugins/implant/stress_units.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace pollux::implant {

struct StressSetup
{
    double edge = 0.5; ///< mm, of the cubes
    double reach = 10; ///< mm of bone beyond the implant that are part of the model; it is held where it is cut
    elasticity::BoneMaterial material;
    double implantModulus = 110000; ///< MPa: titanium
    double poisson = 0.3;
    TopLoad load = {Vec3(0, 0, -100)};
    elasticity::StrainLimits limits;
    double shellFrom = 0.8, shellTo = 1.8; ///< mm from the implant: bone whose stress is told
};

/// mm of the implant, from its top, that take the load.
inline constexpr double kLoadedTop = 1;

/// Iterations of a frame while dragging: on 200 poses in a piece of a jaw of 98,304 cubes the stress is then at
/// most 2.4 % (L2) off the converged solution of the same cubes, its 99th percentile 1.0 %
/// (tests/bench/bench_elasticity).
inline constexpr int kDragIterations = 6;

/// What one pose gives. Stress in MPa, of bone in the shell.
struct StressFrame
{
    double p95 = 0, p99 = 0; ///< von Mises
    double failure99 = 0;    ///< strain failure index
    double displacement = 0; ///< mm, of the force's point, along it; 0 without a force
    size_t cubes = 0;        ///< in the shell
    elasticity::SolveResult solve;
};

/// Unit loads in the finer box that refined() makes.
struct FineUnits
{
    UnitSolutions shell;  ///< samples: its cubes beside the implant, those that refined() tells of
    UnitSolutions places; ///< samples: the cubes of bone that places lie in, as vonMises() takes them
};

/// The jaw about an implant as cubes, axes along LPS. The bone is made once; poses put an implant into it. Bonded: bone
/// and implant do not slide. One object is used by one thread at a time.
class StressModel
{
public:
    /// `about`: the implant and pose about which the region lies. Throws Error: BadInput (no bone there, too many
    /// cubes, nothing that holds the bone), Cancelled.
    StressModel(const Volume& image, const Mask& bone, const DentalImplant& implant, const AxisPose& about,
                const StressSetup& setup, const Job& job);
    ~StressModel();

    /// Puts the implant there: for drag() and exact(). Throws Error (BadInput): it leaves the region.
    void place(const DentalImplant& implant, const AxisPose& pose);

    /// Another load on the same implant, for what is solved from now on.
    void setLoad(const TopLoad& load);

    /// A fixed number of iterations from nothing, in single precision: the same on every run.
    StressFrame drag(int iterations, const Job& job);
    /// To a residual of 1e-6 in double precision.
    StressFrame exact(const Job& job);
    /// The six unit loads, as exact() and as drag() solve them; the load that is set is the last result then. Samples
    /// are the cubes of the shell, or `places` (LPS, mm): between the centres of cubes of bone, linear.
    UnitSolutions exactUnits(const Job& job, std::span<const Vec3f> places = {});
    UnitSolutions dragUnits(int iterations, const Job& job, std::span<const Vec3f> places = {});
    /// Axis of the implant and two across it (columns): those of the pose that the model was made about, turned the
    /// shortest way.
    Mat3 axes() const;
    /// After exact() or exactUnits(): a box about the implant with half the edge, its border moved as the coarser model
    /// says.
    StressFrame refined(const Job& job);
    /// The six unit loads, each as exact() and then refined() solve it. No load is the last result then.
    FineUnits refinedUnits(const Job& job, const std::vector<Vec3f>& places);

    /// Von Mises stress (MPa) at places by the last result; NaN where there is no bone.
    std::vector<float> vonMises(const std::vector<Vec3f>& places) const;
    /// The stress field that the last result left in the shell, for errors between two results.
    std::vector<double> shellStress() const; ///< six a cube, MPa

    const elasticity::VoxelModel& model() const { return m_part.model; }
    const std::vector<double>& force() const { return m_force; }
    size_t heldNodes() const;
    double boneMl() const;
    double looseMl() const; ///< of bone that hung on nothing and was left out

private:
    struct Part ///< a model with its last displacement
    {
        elasticity::VoxelModel model;
        std::vector<std::uint8_t> kind; ///< 0 nothing, 1 bone, 2 with implant in it
        Vec3 corner = Vec3::Zero();
        std::vector<double> u;
        std::vector<LoadedCube> loaded; ///< the uppermost millimetre of the implant
    };
    void fillBone(Part& part, const Job& job) const;
    void placeIn(Part& part) const;
    std::vector<double> forcesOn(const Part& part) const;
    /// m_fine without a displacement, its border held.
    void makeFine(const Job& job);
    /// Where the coarser model's displacement has the nodes of m_fine.
    std::vector<double> startOfFine() const;
    /// The cube of bone that a place lies in.
    std::optional<Index3> boneAt(const Part& part, const Vec3f& place) const;
    elasticity::VoxelSolver& solver(std::unique_ptr<elasticity::VoxelSolver>& kept, elasticity::Precision precision);
    UnitSolutions units(elasticity::VoxelSolver& solver, const elasticity::SolveOptions& options,
                        std::span<const Vec3f> places, const Job& job);
    StressFrame measured(const Part& part, const std::vector<double>& force,
                         const elasticity::SolveResult& solve) const;
    std::vector<Index3> shell(const Part& part) const;

    Volume m_image;
    Mask m_boneMask;
    StressSetup m_setup;
    DentalImplant m_implant;
    AxisPose m_pose, m_about;
    Part m_bone; ///< without implant
    Part m_part; ///< with it
    Part m_fine;
    Index3 m_fineLow{0, 0, 0}; ///< first cube of the coarser model that m_fine halves
    bool m_lastIsFine = false;
    std::vector<double> m_force;
    double m_looseMl = 0;
    std::unique_ptr<elasticity::VoxelSolver> m_fast, m_exact;
};

} // namespace pollux::implant
