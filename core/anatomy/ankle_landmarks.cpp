#include "core/anatomy/landmark_parts.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"

#include <Eigen/Dense>

#include <cmath>

namespace pollux {

namespace {

using namespace detail;

constexpr double kReach = 8;     // mm across a joint
constexpr double kFarReach = 16; // of one that is pulled apart
constexpr size_t kLeastSamples = 40;

std::vector<FacingSample> jointSide(const BoneShape& a, const BoneShape& b, const Vec3& towards, const Job& job)
{
    std::vector<FacingSample> s = facing(a, b, towards, kReach, job);
    if (s.size() < kLeastSamples)
        s = facing(a, b, towards, kFarReach, job);
    return s;
}

/// Height along `up` at `centre` of a paraboloid through the samples; steps of thick slices even out over all of it.
double heightAt(const std::vector<FacingSample>& samples, const Vec3& centre, const Vec3& up)
{
    const Vec3 e1 = up.unitOrthogonal(), e2 = up.cross(e1);
    using Vec6 = Eigen::Matrix<double, 6, 1>;
    std::vector<double> w(samples.size(), 1);
    Vec6 x = Vec6::Zero();
    for (int round = 0; round < 8; ++round) {
        Eigen::Matrix<double, 6, 6> a = Eigen::Matrix<double, 6, 6>::Identity() * 1e-9;
        Vec6 b = Vec6::Zero();
        std::vector<Vec6> rows;
        for (size_t n = 0; n < samples.size(); ++n) {
            const Vec3 d = samples[n].face.point - centre;
            const double u = d.dot(e1) / 10, v = d.dot(e2) / 10;
            Vec6 row;
            row << 1, u, v, u * u, u * v, v * v;
            rows.push_back(row);
            a += w[n] * row * row.transpose();
            b += w[n] * row * d.dot(up);
        }
        x = a.ldlt().solve(b);
        for (size_t n = 0; n < samples.size(); ++n) {
            const BoneFace& f = samples[n].face;
            const double e = f.step * f.outward.dot(samples[n].normal);
            const double r = ((f.point - centre).dot(up) - rows[n].dot(x));
            const double t = r / 3;
            w[n] = std::fabs(t) < 1 ? (1 - t * t) * (1 - t * t) / (e * e / 12 + 0.04) : 0;
        }
    }
    return x[0];
}

} // namespace

JointLandmarks ankleLandmarks(Side side, const Mask& tibiaMask, const Mask& fibulaMask, const Mask& talusMask,
                              const Job& job)
{
    const BoneShape tibia(tibiaMask, "tibia", job.part(0, 0.2));
    const BoneShape fibula(fibulaMask, "fibula", job.part(0.2, 0.3));
    const BoneShape talus(talusMask, "talus", job.part(0.3, 0.4));
    JointLandmarks out;
    const Vec3 start = tibia.centroid() - talus.centroid();
    if (start.norm() < 5)
        throw Error(ErrorCode::BadInput, "Tibia and talus lie at one place.", "Look at their masks.");
    const auto shaft = fitShaft(tibia, start.normalized(), true, 1, job.part(0.4, 0.6));
    const Vec3 up = shaft ? shaft->up : Vec3(start.normalized());

    const BoneShape::Tip lm = fibula.tip(-up, [](const Vec3&) { return true; });
    // The malleolus lies on the side of the tibia's axis that is away from the fibula.
    const Vec3 axisPoint = shaft ? shaft->point : tibia.centroid();
    const Vec3 toFibula = across(lm.point - axisPoint, up, Vec3::UnitX());
    const BoneShape::Tip mm = tibia.tip(-up, [&](const Vec3& p) { return (p - axisPoint).dot(toFibula) < 0; });
    const double straight = shaft && shaft->all ? 1 : 0.6; // distal is told by the shaft
    putTip(out, tibia, "tibia-mm", term("Medial malleolus tip"), mm, -up, straight);
    putTip(out, fibula, "fibula-lm", term("Lateral malleolus tip"), lm, -up, straight);
    putShaft(out, tibia, shaft);

    const Vec3 medialToLateral = across(mm.found ? Vec3(lm.point - mm.point) : toFibula, up, toFibula);
    const Vec3 right = side == Side::Right ? medialToLateral : Vec3(-medialToLateral);
    const Vec3 forward = up.cross(right);

    const auto plafond = jointSide(tibia, talus, -up, job.part(0.6, 0.75));
    if (plafond.size() >= kLeastSamples) {
        Vec3 sum = Vec3::Zero();
        double weight = 0;
        for (const FacingSample& s : plafond) {
            const double w = s.face.area * std::max(0.0, -s.face.outward.dot(up));
            sum += w * s.face.point;
            weight += w;
        }
        if (weight > 0) {
            Vec3 centre = sum / weight;
            centre += heightAt(plafond, centre, up) * up;
            put(out, tibia, "tibia-plafond", term("Plafond centre"), centre, 0.9 * byVoxel(tibia, up),
                filled("amid %1 mm2 that look at the talus", {toText(weight, 0)}));
        }
    }

    std::vector<BoneFace> dome;
    for (const FacingSample& s : jointSide(talus, tibia, up, job.part(0.75, 0.9)))
        if (std::fabs(s.normal.dot(medialToLateral)) < 0.5)
            dome.push_back(s.face);
    if (const auto c = fitCylinder(dome, medialToLateral, job.part(0.9, 1))) {
        // A trochlea shows some 60 degrees and more of its circle.
        const double confidence = std::min(1.0, c->arcDegrees / 60) * c->inliers / (1 + c->formMm * c->formMm) *
                                  std::sqrt(byVoxel(talus, up));
        const std::string why = filled("cylinder of radius %1 mm within %2 mm, over %3 degrees",
                                       {toText(c->radius, 1), toText(c->rmsMm, 2), toText(c->arcDegrees, 0)});
        put(out, talus, "talus-dome-medial", term("Talar dome axis, medial end"), c->point + c->from * c->axis,
            confidence, why);
        put(out, talus, "talus-dome-lateral", term("Talar dome axis, lateral end"), c->point + c->to * c->axis,
            confidence, why);
        put(out, talus, "talus-dome-top", term("Talar dome crest"), c->point + c->radius * across(up, c->axis, forward),
            confidence, why);
        out.measures.push_back({"talus-dome-radius", term("Radius of the talar dome"), c->radius});
    }
    bool cut = false;
    for (const BoneFace& f : talus.faces())
        cut = cut || f.atImageBorder;
    put(out, talus, "talus-centre", term("Talus centre of mass"), talus.centroid(), cut ? 0.2 : 0.95,
        cut ? "the talus is cut off by the image" : "mean of all voxels");
    const auto [back, front] = talus.extent(forward);
    const double from = front - 0.25 * (front - back);
    const auto head = talus.spread([&](const Vec3& p) { return p.dot(forward) > from; }, job);
    if (head.count > 0)
        put(out, talus, "talus-head", term("Talar head"), head.mean, cut ? 0.2 : 0.6,
            "middle of the anterior quarter of the talus");
    return out;
}

} // namespace pollux
