#pragma once

#include "core/image/mask.h"
#include "core/simulation/motion/motion_model.h"

#include <vector>

namespace pollux::liver {

/// Which end of the breath the reference image was taken at.
enum class ReferenceBreath { Out, In };

/// Mean displacement over the voxels of an organ (at most some 20,000 of them), mm.
Vec3 meanDisplacement(const DisplacementField& field, const Mask& organ);

/// How far in each image was taken, from how far the organ moved along the direction of its largest motion: 0 out, 1
/// in; the reference image is one end of it, the image farthest from it the other. With `period` above 0 the images are
/// one breath in equal steps of time, the reference first, and get rates, too. The first sample is the reference.
/// Throws Error (BadInput) if the organ moves by less than 0.5 mm in all of them.
std::vector<motion::MotionSample> breathingSamples(const std::vector<const DisplacementField*>& fields,
                                                   const Mask& organ, ReferenceBreath reference, double period);

} // namespace pollux::liver
