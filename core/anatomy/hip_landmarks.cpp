#include "core/anatomy/landmark_parts.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"

#include <Eigen/Geometry>

#include <cmath>

namespace pollux {

using namespace detail;

JointLandmarks hipLandmarks(const Mask& mask, const Job& job)
{
    constexpr double kTop = 50; // mm below the highest place that head, neck and trochanter lie in
    constexpr double kCap = 25; // mm of the head that the first sphere is fitted to
    const BoneShape femur(mask, "femur", job.part(0, 0.3));
    JointLandmarks out;
    const auto shaft = fitShaft(femur, Vec3::UnitZ(), false, 1.5, job.part(0.3, 0.6));
    const Vec3 up = shaft ? shaft->up : Vec3(Vec3::UnitZ());
    const Vec3 axisPoint = shaft ? shaft->point : femur.centroid();
    const double top = femur.extent(up).second;
    // Head and neck outweigh the trochanter: their side of the shaft is the medial one.
    const auto upper = femur.spread([&](const Vec3& p) { return p.dot(up) > top - kTop; }, job);
    const Vec3 medial = across(upper.mean - axisPoint, up, Vec3::UnitX());
    const Vec3 outermost = (up + medial).normalized();
    const double most = femur.extent(outermost).second;
    std::vector<BoneFace> samples;
    for (const BoneFace& f : femur.faces())
        if (f.point.dot(outermost) > most - kCap)
            samples.push_back(f);
    std::optional<SphereFit> head = fitSphere(samples, job.part(0.6, 0.7));
    if (!head)
        throw Error(ErrorCode::BadInput, "No femoral head is found in the mask of the femur.",
                    "Look at the mask: the proximal femur must be in the image.");
    Vec3 neck = -outermost;
    bool neckFound = false;
    bool cut = false;
    for (int round = 0; round < 4; ++round) {
        job.checkStop();
        // The neck: mean of what lies, before the trochanter, 1.0 to 1.35 radii from the head's centre about the last
        // direction.
        for (int inner = 0; inner < 12; ++inner) {
            const Vec3 c = head->centre;
            const double r = head->radius;
            const auto part = femur.spread(
                [&](const Vec3& p) {
                    const Vec3 d = p - c;
                    const double along = d.dot(neck);
                    return along > r && along < 1.35 * r && (d - along * neck).norm() < 1.1 * r;
                },
                job);
            if (part.count < 20)
                break;
            const Vec3 next = (part.mean - c).normalized();
            neckFound = true;
            const double turned = (next - neck).norm();
            neck = next;
            if (turned < 1e-4)
                break;
        }
        samples.clear();
        cut = false;
        for (const BoneFace& f : femur.faces()) {
            const Vec3 d = f.point - head->centre;
            const double n = d.norm();
            // Away from the neck, which leaves the head at about 45 degrees from its axis.
            if (std::fabs(n - head->radius) < 4 && d.dot(neck) < 0.5 * n) {
                samples.push_back(f);
                cut = cut || f.atImageBorder;
            }
        }
        const auto next = fitSphere(samples, job.part(0.7, 0.75));
        if (!next)
            break;
        head = next;
    }
    double confidence = head->inliers / (1 + head->formMm * head->formMm);
    // As much of the sphere as its cap away from the neck, by the area of the faces.
    double area = 0;
    for (const BoneFace& f : samples)
        area += f.area * std::fabs(f.outward.dot((f.point - head->centre).normalized()));
    const double share = area / (4 * M_PI * head->radius * head->radius);
    confidence *= std::min(1.0, share / 0.5);
    std::string why = filled("sphere of radius %1 mm within %2 mm, %3 % of it",
                             {toText(head->radius, 1), toText(head->rmsMm, 2), toText(100 * share, 0)});
    if (cut) {
        confidence = std::min(confidence, 0.3);
        why += "; the head is cut off by the image";
    }
    put(out, femur, "femur-head", term("Femoral head centre"), head->centre, confidence, why);
    out.measures.push_back({"femur-head-radius", term("Radius of the femoral head"), head->radius});
    if (neckFound)
        put(out, femur, "femur-neck", term("Femoral neck axis"), head->centre + 1.6 * head->radius * neck,
            std::min(confidence, 0.6), "middle of what leaves the head");
    putShaft(out, femur, shaft);
    return out;
}

} // namespace pollux
