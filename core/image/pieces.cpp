#include "core/image/pieces.h"

#include "core/image/runs.h"

#include <algorithm>

namespace pollux {

LoosePieces loosePieces(const Mask& mask, double leastMl, const Job& job)
{
    LoosePieces out;
    if (mask.empty())
        return out;
    const IndexBox& box = mask.box();
    const Grid& grid = mask.grid();
    const RunParts found(mask.boxVoxels(), {box.size(0), box.size(1), box.size(2)}, Neighbours::All, false, job);
    const auto& parts = found.parts();
    const auto less = [](const RunParts::Part& a, const RunParts::Part& b) { return a.voxels < b.voxels; };
    const auto main = std::max_element(parts.begin(), parts.end(), less);
    std::int32_t largest = -1;
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        const double ml = double(it->voxels) * grid.voxelVolume() / 1000;
        if (it == main || ml < leastMl)
            continue;
        ++out.count;
        out.ml += ml;
        if (largest < 0 || less(parts[std::size_t(largest)], *it))
            largest = std::int32_t(it - parts.begin());
    }
    if (largest < 0)
        return out;
    Vec3 sum = Vec3::Zero();
    for (const RunParts::Run& run : found.runs())
        if (run.part == largest) {
            const double voxels = run.end - run.begin;
            sum += voxels * Vec3(box.min[0] + 0.5 * (run.begin + run.end - 1), box.min[1] + run.row % box.size(1),
                                 box.min[2] + run.row / box.size(1));
        }
    out.place = grid.toPatient(Vec3(sum / double(parts[std::size_t(largest)].voxels)));
    return out;
}

} // namespace pollux
