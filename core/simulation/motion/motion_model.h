#pragma once

#include "core/image/registration/displacement_field.h"
#include "core/jobs/job.h"
#include "core/simulation/motion/surrogate_fit.h"

#include <array>
#include <span>
#include <vector>

namespace pollux::motion {

/// What an image of the body in one state of breathing tells: where each point of the reference image then lies.
struct MotionSample
{
    BreathingState state;
    const DisplacementField* field = nullptr; ///< null: the reference itself, nothing has moved
};

/// How well a model follows its samples.
struct MotionFit
{
    double rms = 0;                 ///< mm over all samples and voxels: what the model does not follow
    double largest = 0;             ///< mm
    std::vector<double> modeShares; ///< of the motion's variance, one a principal mode, falling
    double deepest = 0;             ///< largest value of a sample: beyond it the model extrapolates
};

/// Motion of the body driven by a surrogate, after McClelland et al. 2013 (Med Image Anal 17:19): at each voxel of the
/// reference image a linear function of how far and how fast one has breathed in, by least squares over samples. A
/// value; thread-safe to read.
class MotionModel
{
public:
    /// All fields on one grid. With `modes` above 0 the samples are first reduced to their mean and so many principal
    /// modes. Throws Error: BadInput (no field, fields on several grids, states that do not determine the terms),
    /// Cancelled.
    static MotionModel fit(std::span<const MotionSample> samples, MotionTerms terms, int modes, const Job& job);

    const Grid& grid() const { return m_terms[0].grid; }
    const MotionFit& quality() const { return m_fit; }

    Vec3 displacement(const Vec3& reference, const BreathingState& state) const;
    /// Of every voxel.
    DisplacementField field(const BreathingState& state) const;
    /// Which point of the reference image lies at `now`: by fixed-point iteration, to 0.01 mm. As near as it comes
    /// where space folds.
    Vec3 referencePoint(const Vec3& now, const BreathingState& state) const;

    /// Displacements of one point as the three terms 1, value, rate (mm, mm, mm s): to move many points many times.
    std::array<Vec3, 3> termsAt(const Vec3& reference) const;

private:
    std::array<DisplacementField, 3> m_terms; ///< an empty one is zero
    MotionFit m_fit;
};

} // namespace pollux::motion
