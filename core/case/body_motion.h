#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/simulation/motion/breathing_trace.h"
#include "core/simulation/motion/motion_model.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pollux {

/// How the body on the images of a plan moves over one breath: for pictures that play it. A value behind a pointer;
/// thread-safe to read.
struct BodyMotion
{
    motion::MotionModel model;
    motion::BreathingTrace trace;
    Id plan;
    Id image; ///< fixed image of its registrations: what is drawn at rest lies on it
};

/// What a plan keeps of it, in Plan::detail: the images that it knows and how one breathes. A model is made of it anew
/// from the registrations of the case, for the displacements themselves are large.
struct MotionRecord
{
    struct Sample
    {
        Id registration; ///< onto the image of the plan; empty: that image itself
        motion::BreathingState state;
    };
    std::vector<Sample> samples;
    bool hysteresis = false; ///< the way in may be another one than the way out
    motion::BreathingTrace trace;
};
/// JSON text: an object with the keys images, hysteresis and trace.
std::string toText(const MotionRecord& record);
/// nullopt if the text tells of no motion, or of none that can be.
std::optional<MotionRecord> motionRecordOf(std::string_view detail);

/// The plan whose motion belongs to an object: the plan itself if it keeps one, or the plan that the same run of an
/// operation made beside it (a map over the breath); nullopt if there is none.
std::optional<Id> motionPlanOf(const Case& c, const Id& object);

/// A structure that was made from a plan (a heated zone, the space that something takes over the breath) belongs to the
/// needle, which stands in space, not to the body that moves through it.
bool standsStill(const Case& c, const Id& structure);

/// Throws Error: NotFound (no such plan, it keeps no motion, a registration is gone), BadInput (a registration no
/// longer deforms, or is another one), Cancelled.
std::shared_ptr<const BodyMotion> bodyMotionOf(const Case& c, const Id& plan, const Job& job);

} // namespace pollux
