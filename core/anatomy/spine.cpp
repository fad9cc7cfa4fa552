#include "core/anatomy/spine.h"

#include <algorithm>
#include <cmath>

namespace pollux::anatomy {

namespace {

constexpr double kWindow = 32; ///< mm: half the width of a lumbar vertebra with its transverse processes, about

std::vector<Vec3> smoothed(const std::vector<Vec3>& line, const std::vector<double>& weight, int reach)
{
    std::vector<Vec3> result(line.size());
    for (int k = 0; k < int(line.size()); ++k) {
        Vec3 sum = Vec3::Zero();
        double total = 0;
        for (int q = std::max(0, k - reach); q <= std::min(int(line.size()) - 1, k + reach); ++q) {
            sum += weight[q] * line[q];
            total += weight[q];
        }
        result[k] = total > 0 ? Vec3(sum / total) : line[k];
        result[k].z() = line[k].z();
    }
    return result;
}

} // namespace

Spine findSpine(const Mask& dense, const Mask& body)
{
    Spine spine;
    const Grid& g = dense.grid();
    spine.line.resize(static_cast<std::size_t>(g.size[2]));
    const IndexBox& b = body.box();
    const Vec3 low = g.toPatient(b.min[0], b.min[1], b.min[2]);
    const Vec3 high = g.toPatient(b.max[0] - 1, b.max[1] - 1, b.max[2] - 1);
    for (int k = 0; k < g.size[2]; ++k) {
        spine.line[k] = 0.5 * (low + high);
        spine.line[k].y() = low.y() + 0.7 * (high.y() - low.y());
        spine.line[k].z() = g.origin.z() + k * g.spacing.z();
    }
    if (dense.empty() || body.empty())
        return spine;

    // Ribs, seen from above, smear over the wall; vertebrae stand on each other.
    const int nx = g.size[0];
    const int ny = g.size[1];
    std::vector<double> map(static_cast<std::size_t>(nx) * ny);
    const IndexBox& d = dense.box();
    for (int k = d.min[2]; k < d.max[2]; ++k)
        for (int j = d.min[1]; j < d.max[1]; ++j)
            for (int i = d.min[0]; i < d.max[0]; ++i)
                map[std::size_t(j) * nx + i] += dense.at(i, j, k);
    const int r = std::max(1, int(std::lround(18 / g.spacing[0])));
    const int i0 = std::max(0, b.min[0] + int(0.33 * b.size(0)));
    const int i1 = std::min(nx, b.min[0] + int(0.67 * b.size(0)) + 1);
    const int j0 = std::max(0, b.min[1] + int(0.35 * b.size(1)));
    const int j1 = std::min(ny, b.max[1]);
    double best = 0;
    double bestX = 0;
    double bestY = 0;
    for (int j = j0; j < j1; ++j)
        for (int i = i0; i < i1; ++i) {
            double sum = 0;
            for (int q = std::max(0, j - r); q <= std::min(ny - 1, j + r); ++q)
                for (int p = std::max(0, i - r); p <= std::min(nx - 1, i + r); ++p)
                    sum += map[std::size_t(q) * nx + p];
            if (sum > best) {
                best = sum;
                bestX = g.origin.x() + i * g.spacing.x();
                bestY = g.origin.y() + j * g.spacing.y();
            }
        }
    // At least a fifth of the column's cross-section of 25 cm^2 must be dense on average.
    const double area = best * g.spacing[0] * g.spacing[1] / std::max(1, g.size[2]);
    if (area < 250)
        return spine;
    spine.found = true;

    std::vector<double> weight(static_cast<std::size_t>(g.size[2]));
    for (int round = 0; round < 2; ++round) {
        for (int k = 0; k < g.size[2]; ++k) {
            const double cx = round == 0 ? bestX : spine.line[k].x();
            const double cy = round == 0 ? bestY : spine.line[k].y();
            double sx = 0, sy = 0, n = 0;
            for (int j = d.min[1]; j < d.max[1]; ++j)
                for (int i = d.min[0]; i < d.max[0]; ++i) {
                    if (!dense.at(i, j, k))
                        continue;
                    const double x = g.origin.x() + i * g.spacing.x();
                    const double y = g.origin.y() + j * g.spacing.y();
                    if (std::abs(x - cx) > kWindow || std::abs(y - cy) > 1.4 * kWindow)
                        continue;
                    sx += x;
                    sy += y;
                    n += 1;
                }
            weight[k] = n + 1e-3;
            spine.line[k].x() = n > 0 ? sx / n : bestX;
            spine.line[k].y() = n > 0 ? sy / n : bestY;
        }
        spine.line = smoothed(spine.line, weight, std::max(1, int(std::lround(20 / g.spacing[2]))));
    }
    return spine;
}

} // namespace pollux::anatomy
