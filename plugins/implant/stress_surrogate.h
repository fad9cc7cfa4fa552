#pragma once

#include "core/simulation/elasticity/pod_surrogate.h"
#include "plugins/implant/stress_model.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pollux::implant {

/// The poses that a surrogate learns: how far an implant goes from where it was, and how far it leans.
struct SurrogateBox
{
    Vec3 along = Vec3::Zero(); ///< LPS: direction of the first shift, as along the row of teeth; 0: any across the axis
    double shift = 2;          ///< mm, along it
    double across = 1;         ///< mm, at right angles to it and to the axis
    double depth = 1;          ///< mm, along the axis
    double tilt = 8;           ///< degrees, about each of the two across
};

/// A stress told without solving.
struct SurrogateFrame
{
    double p95 = 0, p99 = 0; ///< MPa, von Mises of bone 0.8 to 1.8 mm from the implant
    double deviation = 0;   ///< standard, of the amounts of modes at this pose over their usual size: 0 sure, 1 guessed
    double fieldError = 0;  ///< of stress with this load, relative L2, each pose it learnt left out in turn
    std::size_t places = 0; ///< in bone
};

/// How far off it is, each pose that it learnt left out in turn; relative. Of new poses 1.4 times as much with 20
/// learnt, 1.1 times with 80.
struct SurrogateError
{
    double field = 0;   ///< of stress, L2
    double p99 = 0;     ///< median of how far the 99th percentile is off
    double p99Most = 0; ///< its 95th percentile
};

/// The stress beside an implant as a function of its pose: proper orthogonal modes and Gaussian processes of stresses
/// at places fixed to the implant, for five unit loads (core/simulation/elasticity/pod_surrogate). Far worse than six
/// iterations of the solver, as tests/bench/bench_surrogate measures: a preview, to be called one, beside its error.
/// Immutable; any thread.
class StressSurrogate
{
public:
    using Loads = Eigen::Matrix<double, 5, 1>;

    /// nullopt: the pose lies outside what was learnt, or no place in bone. A moment about the axis is left out.
    std::optional<SurrogateFrame> at(const AxisPose& pose, const TopLoad& onTop) const;
    /// Of this load at the pose that it was made about; takes some milliseconds: once a load.
    SurrogateError errorOf(const TopLoad& onTop) const;

    /// The stress at its places (six each, in the implant's frame), to be compared with one solved. Empty: outside.
    std::vector<elasticity::Voigt> stress(const AxisPose& pose, const TopLoad& onTop) const;
    std::vector<Vec3f> places(const AxisPose& pose) const; ///< LPS
    Mat3 axes(const Vec3& direction) const;                ///< of the implant's frame
    std::size_t designs() const { return m_inBone.size(); }
    const elasticity::PodSurrogate& pod() const { return *m_pod; }

private:
    friend class SurrogateTraining;
    std::optional<Eigen::VectorXd> parameters(const AxisPose& pose) const;
    AxisPose pose(const Eigen::VectorXd& parameters) const;
    Loads loads(const Vec3& direction, const TopLoad& load) const;
    Eigen::VectorXf field(const Eigen::VectorXd& modes, const Loads& loads) const;
    std::vector<std::uint8_t> bone(const AxisPose& pose) const;
    void learn(const Eigen::MatrixXd& designs, const Eigen::MatrixXd& snapshots, const Job& job);

    Mask m_bone;
    AxisPose m_about;
    SurrogateBox m_box;
    Mat3 m_axes = Mat3::Identity(); ///< along the axis, first shift, second shift
    std::vector<Vec3> m_places;     ///< in the implant's frame
    std::shared_ptr<const elasticity::PodSurrogate> m_pod;
    Eigen::VectorXf m_mean; ///< of the five loads, one behind the other
    Eigen::MatrixXf m_modes;
    double m_usual = 1;                              ///< size of the amounts of modes
    std::vector<std::vector<std::uint8_t>> m_inBone; ///< of each design, a place each
    Eigen::MatrixXf m_truth, m_leftOut;              ///< a column a design
    Eigen::Matrix<double, 5, 5> m_squares, m_errorSquares;
};

/// Learns, some poses more at a time: each six unit loads by the iterations of a drag. Halton's sequence (J. H. Halton,
/// Numer. Math. 2 (1960) 84), so the poses are the same on every run. One thread at a time.
class SurrogateTraining
{
public:
    /// `model` is its own from now on: it moves the implant in it. Keeps references to none else.
    SurrogateTraining(std::unique_ptr<StressModel> model, const Mask& bone, const DentalImplant& implant,
                      const AxisPose& about, const SurrogateBox& box);
    ~SurrogateTraining();

    /// Until `designs` poses are solved (at least ten, at most kMostDesigns); then a surrogate of all of them. What was
    /// solved is kept if it is stopped. Throws Error: Cancelled, BadInput (an implant that leaves the model, no bone).
    std::shared_ptr<const StressSurrogate> train(std::size_t designs, const Job& job);
    /// train() at 20, 40, 80, ... up to `designs`; each result goes to `ready` as soon as it is there.
    void train(std::size_t designs, const Job& job,
               const std::function<void(std::shared_ptr<const StressSurrogate>)>& ready);

    static constexpr std::size_t kMostDesigns = 320;

private:
    std::unique_ptr<StressModel> m_model;
    DentalImplant m_implant;
    StressSurrogate m_so; ///< without modes
    std::vector<Eigen::VectorXd> m_designs, m_snapshots;
};

} // namespace pollux::implant
