#pragma once

#include "core/image/mask.h"
#include "core/jobs/job.h"

namespace pollux {

/// What of a mask does not hang together (26 neighbours) with its largest part.
struct LoosePieces
{
    std::int64_t count = 0;    ///< pieces
    double ml = 0;             ///< all of them
    Vec3 place = Vec3::Zero(); ///< centre of mass of the largest of them, LPS, mm
};

/// Pieces of at least `leastMl` mL each (smaller ones are specks and not counted); none for an empty mask. Stops with
/// the job: Error (Cancelled).
LoosePieces loosePieces(const Mask& mask, double leastMl, const Job& job);

} // namespace pollux
