#pragma once

#include "core/simulation/motion/motion_model.h"
#include "plugins/liver/evaluator.h"

#include <array>
#include <vector>

namespace pollux::liver {

/// Which path is looked at, and how one breathes meanwhile.
struct BreathingQuestion
{
    Vec3 target = Vec3::Zero(); ///< where the tip shall be on the images (LPS, mm)
    Vec3 tip = Vec3::Zero();    ///< where it is
    Vec3 entry = Vec3::Zero();
    motion::BreathingTrace trace;
    int steps = 40;        ///< of one breath
    double gatePart = 0.2; ///< of the depth: so near to its end the needle is moved
    bool gateIn = false;   ///< at the end of breathing in, else of breathing out
    double miss = 5;       ///< mm
};

/// How the target moves while the needle stands still. Shares are of time.
struct TargetOverBreath
{
    std::vector<Vec3> moved;        ///< mm, of each step, from where it is on the images
    Vec3 range = Vec3::Zero();      ///< mm, largest less smallest along x, y, z
    double farthest = 0;            ///< mm from where it is on the images
    double missed = 0;              ///< share in which it is farther off than BreathingQuestion::miss
    double duty = 0;                ///< share of the gate
    Vec3 gateOffset = Vec3::Zero(); ///< mm, mean within the gate
    double gateResidual = 0;        ///< mm, largest distance from that mean within the gate
    double gateMissed = 0;          ///< share of the gate
};

/// Least distance of the needle to the structures of a class.
struct DistanceOverBreath
{
    double planned = kFar; ///< mm, on the images
    double least = kFar;   ///< over the breath
    double leastInGate = kFar;
    int obstacle = -1; ///< behind `least`: index into Scene::obstacles
    size_t step = 0;
    Vec3 place = Vec3::Zero(); ///< on the needle
};

struct PathOverBreath
{
    std::vector<motion::BreathingState> states;
    std::vector<bool> inGate;
    TargetOverBreath target;
    std::array<DistanceOverBreath, 3> distances; ///< by ObstacleClass
    std::vector<int> near;                       ///< obstacles that are the nearest of their class somewhere
    double plannedScore = 0;
    double worstScore = 0;
    double blocked = 0; ///< share of time in which the path breaks a hard limit
    std::string worstReason;
};

/// The needle stands still in space; the body moves through it as the model says. Each point of the needle is carried
/// back to the images, where the evaluator's map knows distances; those are right where the motion hardly stretches
/// space. Score and hard limits are those of the straight line between the ends carried back. Throws Error (Cancelled).
PathOverBreath pathOverBreath(const PathEvaluator& evaluator, const motion::MotionModel& model,
                              const BreathingQuestion& question, const Job& job);

/// Where the mask is at any of the states, on its own grid, within `region` (LPS, mm).
Mask envelope(const Mask& mask, const motion::MotionModel& model, const std::vector<motion::BreathingState>& states,
              const Box& region, const Job& job);

} // namespace pollux::liver
