#pragma once

#include "core/case/body_motion.h"

namespace pollux::sample {

inline const Vec3 kBreathShift(1, -2, -12); ///< mm, everywhere, at the end of breathing in

/// Adds a registration "breath" of an image onto `image` that shifts everything, and a plan "breathing-1" that plays it
/// with a period of 2 s; `image` is breathed out.
inline void addBreath(Case& c, const Id& image)
{
    DisplacementField field;
    field.grid = c.volume(image).volume.grid();
    field.grid.size = {4, 4, 4};
    field.grid.spacing *= 24;
    for (size_t k = 0; k < 3; ++k)
        field.u[k].assign(64, static_cast<float>(kBreathShift[static_cast<int>(k)]));
    Registration r;
    r.name = "In on out";
    r.fixed = r.moving = image;
    r.field = std::make_shared<const DisplacementField>(std::move(field));
    c.registrations[Id("breath")] = std::make_shared<Registration>(std::move(r));
    Plan plan;
    plan.name = "Breathing";
    plan.kind = "liver.breathing";
    MotionRecord record;
    record.samples = {{Id(), {0, 0}}, {Id("breath"), {1, 0}}};
    record.trace = {2, 1, 1};
    plan.detail = toText(record);
    c.plans[Id("breathing-1")] = std::make_shared<Plan>(std::move(plan));
}

} // namespace pollux::sample
