#include "plugins/implant/arch_axes.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kNear = 30;   // mm; farther away it is another jaw's
constexpr double kChord = 3;   // mm to either side: a line through voxels is no smooth one
constexpr double kAskew = 0.9; // cosine above which a direction says nothing about the turn

Mat3 fromColumns(const Vec3& left, const Vec3& superior)
{
    Mat3 axes;
    axes << left, superior.cross(left), superior;
    return axes;
}

} // namespace

std::vector<Vec3> archLine(const Case& c, const Vec3& place)
{
    std::vector<Vec3> out;
    double best = kNear;
    for (const auto& [id, structure] : c.structures) {
        const auto made = c.lineage.find(id);
        if (!structure->tree || made == c.lineage.end() || made->second->operation != "implant.dental-arch")
            continue;
        std::vector<Vec3> line; // one branch, in order
        double nearest = kNear;
        for (const auto& node : structure->tree->nodes) {
            line.push_back(node.position);
            nearest = std::min(nearest, (node.position - place).norm());
        }
        if (nearest >= best)
            continue;
        best = nearest;
        out = std::move(line);
    }
    return out;
}

std::optional<Vec3> archTangent(const Case& c, const Vec3& place)
{
    const std::vector<Vec3> line = archLine(c, place);
    const auto at = std::min_element(line.begin(), line.end(), [&](const Vec3& a, const Vec3& b) {
        return (a - place).squaredNorm() < (b - place).squaredNorm();
    });
    if (at == line.end())
        return {};
    const auto beyond = [&](auto from, auto end) {
        auto last = from;
        for (; from != end && (*from - *at).norm() <= kChord; ++from)
            last = from;
        return *last;
    };
    const Vec3 chord = beyond(at, line.end()) - beyond(std::make_reverse_iterator(at + 1), line.rend());
    if (chord.norm() < 1e-6)
        return {};
    return chord.normalized();
}

Mat3 axesAlongImplant(const AxisPose& pose, const std::optional<Vec3>& tangent)
{
    const Vec3 up = pose.direction.z() >= 0 ? pose.direction : Vec3(-pose.direction);
    if (!tangent || std::fabs(tangent->dot(up)) > kAskew)
        return Eigen::Quaterniond::FromTwoVectors(Vec3::UnitZ(), up).toRotationMatrix();
    return fromColumns((*tangent - tangent->dot(up) * up).normalized(), up);
}

Mat3 axesAcrossArch(const Vec3& tangent)
{
    if (std::fabs(tangent.z()) > kAskew)
        return Mat3::Identity();
    return fromColumns(tangent, (Vec3::UnitZ() - tangent.z() * tangent).normalized());
}

} // namespace pollux::implant
