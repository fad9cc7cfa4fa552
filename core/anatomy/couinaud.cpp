#include "core/anatomy/couinaud.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <Eigen/Geometry>

#include <array>
#include <cmath>

namespace pollux {

namespace {

constexpr double kLeastMm = 5; // a vein's place nearer to the axis than this has no direction to speak of

/// Angles about the axis: 0 at the middle vein, growing towards the patient's left.
class Sectors
{
public:
    explicit Sectors(const CouinaudLandmarks& l) : m_l(l)
    {
        m_ahead = across(l.middleVein).normalized();
        m_left = l.axis.cross(m_ahead);
        right = angle(l.rightVein);
        left = angle(l.leftVein);
    }
    Vec3 across(const Vec3& p) const
    {
        const Vec3 d = p - m_l.cava;
        return d - d.dot(m_l.axis) * m_l.axis;
    }
    double angle(const Vec3& p) const
    {
        const Vec3 d = across(p);
        return std::atan2(d.dot(m_left), d.dot(m_ahead));
    }

    double right = 0;
    double left = 0;

private:
    const CouinaudLandmarks& m_l;
    Vec3 m_ahead, m_left;
};

} // namespace

std::string problemOf(const CouinaudLandmarks& l)
{
    for (const Vec3* p : {&l.cava, &l.rightVein, &l.middleVein, &l.leftVein, &l.bifurcation, &l.axis})
        if (!p->allFinite())
            return "A landmark is not a point.";
    if (std::abs(l.axis.norm() - 1) > 1e-6)
        return "The axis of the vena cava has no direction.";
    const Sectors sectors(l);
    for (const Vec3* p : {&l.rightVein, &l.middleVein, &l.leftVein})
        if (sectors.across(*p).norm() < kLeastMm)
            return "A vein's landmark lies on the axis of the vena cava: no plane is defined.";
    if (!(sectors.right < 0 && sectors.left > 0))
        return "The veins are out of order: seen from the vena cava the right one must lie to the right of the middle "
               "one, the left one to its left.";
    return {};
}

std::vector<std::uint8_t> couinaudSegments(const Mask& liver, const CouinaudLandmarks& landmarks, const Mask* caudate,
                                           const Job& job)
{
    if (const std::string problem = problemOf(landmarks); !problem.empty())
        throw Error(ErrorCode::BadInput, problem, "Place the landmarks again.");
    if (caudate && !sameGeometry(caudate->grid(), liver.grid()))
        throw Error(ErrorCode::BadInput, "The caudate lobe lies on another grid than the liver.", "Resample it first.");
    const Sectors sectors(landmarks);
    const IndexBox box = liver.box();
    const Grid& grid = liver.grid();
    const auto inside = liver.boxVoxels();
    std::vector<std::uint8_t> out(inside.size(), 0);
    parallelFor(0, box.size(2), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k)
            for (int j = 0; j < box.size(1); ++j) {
                job.checkStop();
                for (int i = 0; i < box.size(0); ++i) {
                    const auto at = static_cast<size_t>((k * box.size(1) + j) * box.size(0) + i);
                    if (!inside[at])
                        continue;
                    const int x = i + box.min[0], y = j + box.min[1], z = static_cast<int>(k) + box.min[2];
                    if (caudate && caudate->at(x, y, z)) {
                        out[at] = 1;
                        continue;
                    }
                    const Vec3 p = grid.toPatient(x, y, z);
                    const bool above = landmarks.axis.dot(p - landmarks.bifurcation) >= 0;
                    const double angle = sectors.angle(p);
                    const int segment = angle < sectors.right  ? (above ? 7 : 6)
                                        : angle < 0            ? (above ? 8 : 5)
                                        : angle < sectors.left ? 4
                                        : above                ? 2
                                                               : 3;
                    out[at] = static_cast<std::uint8_t>(segment);
                }
            }
    });
    return out;
}

std::string_view couinaudName(int segment)
{
    constexpr std::array<std::string_view, 9> kNames{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII"};
    return segment >= 1 && segment <= 8 ? kNames[static_cast<size_t>(segment)] : kNames[0];
}

} // namespace pollux
