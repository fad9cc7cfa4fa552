#include "plugins/liver/line_runs.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux::liver {

std::vector<LineRun> runsInside(const Mask& mask, const Vec3& from, const Vec3& to)
{
    std::vector<LineRun> runs;
    const double length = (to - from).norm();
    if (mask.empty() || !(length > 0) || !std::isfinite(length))
        return runs;
    // In index coordinates shifted so that voxel i covers [i, i + 1).
    const Vec3 a = mask.grid().toIndex(from) + Vec3::Constant(0.5);
    const Vec3 d = mask.grid().toIndex(to) - mask.grid().toIndex(from);
    const IndexBox& box = mask.box();

    double enter = 0, leave = 1;
    for (int n = 0; n < 3; ++n) {
        const double low = box.min[static_cast<size_t>(n)], high = box.max[static_cast<size_t>(n)];
        if (d[n] == 0) {
            if (a[n] < low || a[n] >= high)
                return runs;
            continue;
        }
        const double s = (low - a[n]) / d[n], t = (high - a[n]) / d[n];
        enter = std::max(enter, std::min(s, t));
        leave = std::min(leave, std::max(s, t));
    }
    if (!(enter < leave))
        return runs;

    const Vec3 p = a + d * enter;
    int voxel[3], step[3];
    double next[3], delta[3];
    for (int n = 0; n < 3; ++n) {
        const auto axis = static_cast<size_t>(n);
        voxel[n] = std::clamp(static_cast<int>(std::floor(p[n])), box.min[axis], box.max[axis] - 1);
        step[n] = d[n] > 0 ? 1 : -1;
        if (d[n] == 0) {
            next[n] = delta[n] = std::numeric_limits<double>::infinity();
            continue;
        }
        next[n] = (voxel[n] + (d[n] > 0) - a[n]) / d[n];
        delta[n] = 1 / std::abs(d[n]);
    }
    double t = enter;
    bool inside = false;
    while (t < leave && box.contains(voxel[0], voxel[1], voxel[2])) {
        const int axis = next[0] <= next[1] ? (next[0] <= next[2] ? 0 : 2) : (next[1] <= next[2] ? 1 : 2);
        const double end = std::min(std::max(next[axis], t), leave);
        if (mask.at(voxel[0], voxel[1], voxel[2])) {
            if (!inside)
                runs.push_back({t * length, t * length});
            runs.back().to = end * length;
            inside = true;
        } else {
            inside = false;
        }
        t = end;
        voxel[axis] += step[axis];
        next[axis] += delta[axis];
    }
    return runs;
}

std::vector<LineRun> withoutNoise(const std::vector<LineRun>& runs, double noise, double end)
{
    std::vector<LineRun> joined;
    for (const LineRun& run : runs) {
        if (!joined.empty() && run.from - joined.back().to < noise)
            joined.back().to = run.to;
        else
            joined.push_back(run);
    }
    std::erase_if(joined, [&](const LineRun& run) { return run.length() < noise && run.to < end - 1e-9; });
    return joined;
}

double totalLength(const std::vector<LineRun>& runs)
{
    double sum = 0;
    for (const LineRun& run : runs)
        sum += run.length();
    return sum;
}

} // namespace pollux::liver
