#include "core/anatomy/landmark_parts.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/image/distance.h"
#include "core/image/filters.h"

#include <Eigen/Dense>

#include <array>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

using namespace detail;

constexpr double kPi = std::numbers::pi;

/// Axes of a scapula as far as they are known yet, and what they came from.
struct Axes
{
    Vec3 anterior = -Vec3::UnitY(), up = Vec3::UnitZ(), lateral = -Vec3::UnitX();
    Vec3 onBlade = Vec3::Zero();       ///< a place of the blade
    Vec3 bladeNormal = -Vec3::UnitY(); ///< of its lower part, anterior
    Vec3 deepest = Vec3::Zero();       ///< place of the scapula that is furthest from its surface

    double behind(const Vec3& p) const { return -(p - onBlade).dot(bladeNormal); }
};

/// The vault of the glenoid is the thickest part of a scapula.
void findDeepest(const BoneShape& bone, const Mask& mask, Axes& axes, const Job& job)
{
    axes.deepest = deepestPlace(mask, job).place;
    if (!bone.contains(axes.deepest))
        throw Error(ErrorCode::BadInput, "The mask of the scapula is all in pieces.", "Segment the bone again.");
}

Axes firstAxes(const BoneShape& bone, const Mask& mask, const Job& job)
{
    constexpr double kFlat = 0.35; // of a blade: spread across it against the lesser one along it
    constexpr double kFrom = 7, kTo = 25, kOffVault = 35; // mm of the spine behind the blade, and from the vault
    Axes axes;
    findDeepest(bone, mask, axes, job);
    // Below the centroid there is nothing but the blade.
    const double low = bone.centroid().z();
    const auto lower = bone.spread([&](const Vec3& p) { return p.z() < low; }, job);
    const Eigen::SelfAdjointEigenSolver<Mat3> eigen(lower.covariance);
    if (lower.count < 50 || !(eigen.eigenvalues()[0] < kFlat * kFlat * eigen.eigenvalues()[1]))
        throw Error(ErrorCode::BadInput, "The lower part of the scapula is no blade.",
                    "Look at its mask: the whole scapula must be in the image, and nothing else.");
    axes.bladeNormal = eigen.eigenvectors().col(0);
    if (axes.bladeNormal.y() > 0)
        axes.bladeNormal = -axes.bladeNormal;
    axes.onBlade = lower.mean;
    const auto spine = bone.spread(
        [&](const Vec3& p) {
            const double h = axes.behind(p);
            return h > kFrom && h < kTo && (p - axes.deepest).norm() > kOffVault;
        },
        job);
    if (spine.count < 30)
        throw Error(ErrorCode::BadInput, "No spine is found on the scapula.",
                    "Look at its mask: the whole scapula must be in the image.");
    Mat3 flat = Mat3::Identity() - axes.bladeNormal * axes.bladeNormal.transpose();
    const Eigen::SelfAdjointEigenSolver<Mat3> along(Mat3(flat * spine.covariance * flat));
    Vec3 lateral = along.eigenvectors().col(2);
    if (lateral.dot(axes.deepest - spine.mean) < 0)
        lateral = -lateral;
    axes.anterior = axes.bladeNormal;
    axes.lateral = across(lateral, axes.anterior, lateral);
    axes.up = axes.anterior.cross(axes.lateral).normalized();
    if (axes.up.z() < 0)
        axes.up = -axes.up;
    return axes;
}

SideGuess sideOf(const Axes& axes)
{
    SideGuess g;
    g.side = axes.lateral.x() < 0 ? Side::Right : Side::Left;
    g.confidence = std::clamp(1.6 * std::fabs(axes.lateral.x()), 0.0, 0.9);
    g.why = term("the spine of the scapula runs laterally to the glenoid");
    return g;
}

/// The mask about the vault, 1 inside.
Volume maskAbout(const Mask& m, const Vec3& middle)
{
    constexpr double kReach = 50; // mm
    const Grid& g = m.grid();
    const Index3 at = g.nearest(middle);
    IndexBox box;
    for (size_t a = 0; a < 3; ++a) {
        const int reach = int(std::ceil(kReach / g.spacing[Eigen::Index(a)]));
        box.min[a] = std::max(0, at[a] - reach);
        box.max[a] = std::min(g.size[a], at[a] + reach + 1);
    }
    const std::vector<std::uint8_t> voxels = m.in(box);
    return Volume(g.cropped(box), std::vector<float>(voxels.begin(), voxels.end()));
}

/// A glenoid as it is known yet.
struct Glenoid
{
    Vec3 centre = Vec3::Zero(), normal = Vec3::UnitX(); ///< out of it
    std::array<Vec3, kGlenoidRim> rim{};
    std::array<bool, kGlenoidRim> sharp{}; ///< the surface falls off behind the edge
};

/// Height of the surface over the glenoid's plane `r` mm from its centre along `way`; nullopt where there is none.
std::optional<double> heightAt(const Volume& m, const Glenoid& g, const Vec3& way, double r, double from)
{
    constexpr double kStep = 0.4, kLowest = -12;
    const Vec3 foot = g.centre + r * way;
    double above = m.sample(foot + from * g.normal);
    if (above > 0.5)
        return std::nullopt; // something else over it
    for (double h = from - kStep; h > kLowest; h -= kStep) {
        const double now = m.sample(foot + h * g.normal);
        if (now > 0.5)
            return h + kStep * (now - 0.5) / (now - above);
        above = now;
    }
    return std::nullopt;
}

/// Edge in one direction: distance and height. Outermost along the line 45 degrees between outwards and the normal.
struct Edge
{
    double r = 0, h = 0;
    bool sharp = false;
};
std::optional<Edge> edgeAlong(const Volume& m, const Glenoid& g, const Vec3& way)
{
    constexpr double kStep = 0.25, kMost = 32, kFall = 3, kOver = 5;
    std::optional<Edge> best;
    double last = 0;
    for (double r = 1; r < kMost; r += kStep) {
        const auto h = heightAt(m, g, way, r, last + kOver);
        if (!h || *h + r < (best ? best->h + best->r : 0) - kFall) {
            if (best)
                best->sharp = true;
            break;
        }
        last = *h;
        if (!best || *h + r > best->h + best->r)
            best = Edge{r, *h, false};
    }
    return best;
}

/// Rim points about the centre, each the mean of rays on both sides of it. False if they do not go round.
bool castRim(const Volume& m, Glenoid& g, const Axes& axes, const Job& job)
{
    constexpr int kRays = 5;
    const Vec3 up = across(axes.up, g.normal, axes.anterior);
    const Vec3 front = across(axes.anterior, g.normal, up);
    int found = 0;
    for (int n = 0; n < kGlenoidRim; ++n) {
        job.checkStop();
        double r = 0, h = 0;
        int rays = 0, sharp = 0;
        for (int k = 0; k < kRays; ++k) {
            const double angle = 2 * kPi / kGlenoidRim * (n + (k - kRays / 2) / double(kRays));
            if (const auto e = edgeAlong(m, g, std::cos(angle) * up + std::sin(angle) * front)) {
                r += e->r;
                h += e->h;
                sharp += e->sharp;
                ++rays;
            }
        }
        if (rays == 0)
            continue;
        ++found;
        const double angle = 2 * kPi / kGlenoidRim * n;
        g.rim[size_t(n)] = g.centre + r / rays * (std::cos(angle) * up + std::sin(angle) * front) + h / rays * g.normal;
        g.sharp[size_t(n)] = 2 * sharp > rays;
    }
    return found == kGlenoidRim;
}

JointFrame asFrame(Side side, const Axes& axes, const Vec3& origin)
{
    JointFrame f;
    f.bone = "scapula";
    f.side = side;
    f.origin = origin;
    f.axes.col(0) = axes.anterior;
    f.axes.col(1) = axes.up;
    f.axes.col(2) = side == Side::Right ? axes.lateral : Vec3(-axes.lateral);
    return f;
}

/// Outwards and upwards by what `sharp` has the rim further than `g`, on average: smoothing wears the edge off evenly,
/// stairs of voxels tilt it.
void sharpen(const Volume& sharp, Glenoid& g, const Axes& axes, const Job& job)
{
    Glenoid other = g;
    if (!castRim(sharp, other, axes, job))
        return;
    const auto height = [&](const Vec3& p) { return (p - g.centre).dot(g.normal); };
    const auto flat = [&](const Vec3& p) { return Vec3(p - g.centre - height(p) * g.normal); };
    double out = 0, up = 0;
    for (size_t n = 0; n < g.rim.size(); ++n) {
        out += (flat(other.rim[n]).norm() - flat(g.rim[n]).norm()) / kGlenoidRim;
        up += (height(other.rim[n]) - height(g.rim[n])) / kGlenoidRim;
    }
    for (Vec3& p : g.rim)
        p += out * flat(p).normalized() + up * g.normal;
}

/// From the vault outwards, then by the rim itself until it stays.
std::optional<Glenoid> findGlenoid(const Volume& sharp, const Volume& m, const BoneShape& bone, const Axes& axes,
                                   Side side, GlenoidCircle& circle, const Job& job)
{
    constexpr double kPatch = 9; // mm about the first centre that its normal is taken from
    Glenoid g;
    Vec3 out = axes.deepest;
    for (double t = 0; t < 40; t += 0.25)
        if (bone.contains(axes.deepest + t * axes.lateral))
            out = axes.deepest + t * axes.lateral;
        else
            break;
    Vec3 sum = Vec3::Zero(), normal = Vec3::Zero();
    double weight = 0;
    const double radius = std::max(3.0, 1.5 * bone.grid().spacing.maxCoeff());
    for (const BoneFace& f : bone.faces()) {
        if ((f.point - out).norm() > kPatch || f.outward.dot(axes.lateral) < -0.3)
            continue;
        const Vec3 n = bone.smoothNormal(f.point, radius);
        if (n.dot(axes.lateral) < 0.6)
            continue;
        const double w = f.area * std::max(0.0, f.outward.dot(n));
        sum += w * f.point;
        normal += w * n;
        weight += w;
    }
    if (!(weight > 0) || normal.norm() < 1e-6)
        return std::nullopt;
    g.centre = sum / weight;
    g.normal = normal.normalized();
    for (int round = 0; round < 6; ++round) {
        if (!castRim(m, g, axes, job))
            return std::nullopt;
        sharpen(sharp, g, axes, job);
        try {
            circle = glenoidCircle({g.rim.begin(), g.rim.end()}, asFrame(side, axes, g.centre));
        } catch (const Error&) {
            return std::nullopt;
        }
        if (circle.normal.dot(axes.lateral) < 0.5 || (circle.centre - axes.deepest).norm() > 40)
            return std::nullopt;
        const bool still = (circle.centre - g.centre).norm() < 0.05 && (circle.normal - g.normal).norm() < 2e-3;
        if (still || round == 5)
            break;
        g.centre = circle.centre;
        g.normal = circle.normal;
    }
    return g;
}

/// Where the spine's plane meets the medial border.
struct Trigonum
{
    Vec3 place = Vec3::Zero();
    double rmsMm = 0, lengthMm = 0;
};
std::optional<Trigonum> findTrigonum(const BoneShape& bone, const Axes& axes, const Vec3& glenoid, const Job& job)
{
    constexpr double kFrom = 6, kTo = 20, kFromEnd = 10, kOffGlenoid = 32;
    const double inner = -bone.extent(-axes.lateral).second; // least along lateral: the medial border
    const double end = glenoid.dot(axes.lateral) - kOffGlenoid;
    const auto in = [&](const Vec3& p) {
        const double h = axes.behind(p), u = p.dot(axes.lateral);
        return h > kFrom && h < kTo && u > inner + kFromEnd && u < end;
    };
    const auto s = bone.spread(in, job);
    if (s.count < 30)
        return std::nullopt;
    // Height as a function of the place along and behind the blade, by least squares.
    Eigen::Matrix<double, 3, 2> base;
    base << axes.lateral, -axes.bladeNormal;
    const Eigen::Matrix2d a = base.transpose() * s.covariance * base + 1e-6 * Eigen::Matrix2d::Identity();
    const Eigen::Vector2d slope = a.ldlt().solve(base.transpose() * s.covariance * axes.up);
    const auto off = [&](const Vec3& p) {
        return (p - s.mean).dot(axes.up) - slope[0] * (p - s.mean).dot(axes.lateral) -
               slope[1] * (p - s.mean).dot(-axes.bladeNormal);
    };
    Trigonum t;
    const Vec3 w = axes.up - slope[0] * axes.lateral + slope[1] * axes.bladeNormal;
    t.rmsMm = std::sqrt(std::max(0.0, w.dot(s.covariance * w)));
    t.lengthMm = std::sqrt(12 * axes.lateral.dot(s.covariance * axes.lateral));
    // The border about there: the innermost faces of a strip.
    const double strip = std::max(2.5, bone.voxelAlong(axes.up));
    const BoneShape::Tip tip =
        bone.tip(-axes.lateral, [&](const Vec3& p) { return std::fabs(off(p)) < strip && axes.behind(p) < kTo; });
    if (!tip.found)
        return std::nullopt;
    t.place = tip.point - off(tip.point) / axes.up.dot(w) * axes.up;
    return t;
}

struct Scapula
{
    Axes axes;
    Glenoid glenoid;
    GlenoidCircle circle;
    Trigonum trigonum;
    BoneShape::Tip ai, aa;
};

Scapula measure(const BoneShape& bone, const Mask& mask, Side side, Axes axes, const Job& job)
{
    Scapula s;
    constexpr double kSmooth = 0.7; // of a voxel
    const Volume sharp = maskAbout(mask, axes.deepest);
    const Volume smooth = gaussian(sharp, kSmooth * std::cbrt(mask.grid().voxelVolume()), job);
    for (int round = 0; round < 4; ++round) {
        const auto g = findGlenoid(sharp, smooth, bone, axes, side, s.circle, job);
        if (!g)
            throw Error(ErrorCode::BadInput, "No glenoid is found on the scapula.",
                        "Look at its mask: it must be filled, whole at the joint, and parted from the humerus.");
        const auto t = findTrigonum(bone, axes, s.circle.centre, job);
        if (!t)
            throw Error(ErrorCode::BadInput, "No spine is found on the scapula.",
                        "Look at its mask: the whole scapula must be in the image.");
        s.glenoid = *g;
        s.trigonum = *t;
        s.ai = bone.tip(-axes.up, [&](const Vec3& p) { return std::fabs(axes.behind(p)) < 20; });
        s.aa = bone.tip((axes.lateral - axes.anterior).normalized(), [](const Vec3&) { return true; });
        s.axes = axes;
        const JointFrame f = scapularPlane(side, s.circle.centre, t->place, s.ai.point);
        const double turned = (f.proximal() - axes.up).norm() + (f.anterior() - axes.anterior).norm();
        axes.anterior = f.anterior();
        axes.up = f.proximal();
        axes.lateral = f.lateral();
        if (turned < 1e-3)
            break;
    }
    return s;
}

std::optional<SphereFit> fitHead(const BoneShape& humerus, const GlenoidCircle& glenoid, const Job& job, bool& cut)
{
    constexpr double kNear = 45, kAbout = 14, kShell = 3, kCap = 0.34; // cosine of 70 degrees
    std::vector<BoneFace> samples;
    for (const BoneFace& f : humerus.faces()) {
        const Vec3 d = f.point - glenoid.centre;
        const double along = d.dot(glenoid.normal);
        if (along > -15 && along < kNear && (d - along * glenoid.normal).norm() < kAbout &&
            f.outward.dot(glenoid.normal) < 0.1)
            samples.push_back(f);
    }
    std::optional<SphereFit> head = fitSphere(samples, job);
    Vec3 cap = -glenoid.normal;
    for (int round = 0; head && round < 6; ++round) {
        job.checkStop();
        samples.clear();
        Vec3 sum = Vec3::Zero();
        cut = false;
        for (const BoneFace& f : humerus.faces()) {
            const Vec3 d = f.point - head->centre;
            const double n = d.norm();
            if (std::fabs(n - head->radius) > kShell || d.dot(cap) < kCap * n)
                continue;
            samples.push_back(f);
            sum += f.area * std::max(0.0, f.outward.dot(d) / n) * d / n;
            cut = cut || f.atImageBorder;
        }
        const auto next = fitSphere(samples, job);
        if (!next || sum.norm() < 1e-6)
            break;
        // The part that is a sphere may lie more to one side than what looks at the glenoid.
        cap = (cap + sum.normalized()).normalized();
        const bool still = (next->centre - head->centre).norm() < 0.01;
        head = next;
        if (still)
            break;
    }
    return head;
}

} // namespace

std::string glenoidRimKey(int number)
{
    return std::string("glenoid-rim-") + (number < 10 ? "0" : "") + toText(std::int64_t(number));
}

JointLandmarks shoulderLandmarks(Side side, const Mask& scapula, const Mask* humerus, const Job& job)
{
    return shoulderLandmarks([side](const SideGuess&) { return side; }, scapula, humerus, job);
}

JointLandmarks shoulderLandmarks(const SideChoice& choose, const Mask& mask, const Mask* humerusMask, const Job& job)
{
    const BoneShape bone(mask, "scapula", job.part(0, 0.2));
    const Axes first = firstAxes(bone, mask, job.part(0.2, 0.4));
    const Side side = choose(sideOf(first));
    const Scapula s = measure(bone, mask, side, first, job.part(0.4, 0.8));
    JointLandmarks out;
    const Vec3 laterodorsal = (s.axes.lateral - s.axes.anterior).normalized();
    putTip(out, bone, "scapula-aa", term("Angulus acromialis"), s.aa, laterodorsal, 0.7); // a rounded corner
    const double straight = std::min(1.0, s.trigonum.lengthMm / 40) / (1 + s.trigonum.rmsMm * s.trigonum.rmsMm / 9);
    put(out, bone, "scapula-ts", term("Trigonum spinae"), s.trigonum.place,
        0.8 * straight * byVoxel(bone, s.axes.lateral),
        filled("where the medial border meets the plane of %1 mm of the spine, within %2 mm",
               {toText(s.trigonum.lengthMm, 0), toText(s.trigonum.rmsMm, 1)}));
    putTip(out, bone, "scapula-ai", term("Angulus inferior"), s.ai, -s.axes.up, 0.9);
    const double fit = byVoxel(bone, s.circle.normal) / (1 + s.circle.rmsMm * s.circle.rmsMm);
    const auto sharp = std::count(s.glenoid.sharp.begin(), s.glenoid.sharp.end(), true);
    put(out, bone, "glenoid-centre", term("Glenoid centre"), s.circle.centre, 0.9 * fit * double(sharp) / kGlenoidRim,
        filled("circle of radius %1 mm through the lower rim, within %2 mm",
               {toText(s.circle.radius, 1), toText(s.circle.rmsMm, 2)}));
    for (int n = 0; n < kGlenoidRim; ++n)
        put(out, bone, glenoidRimKey(n + 1), filled("Glenoid rim %1", {toText(std::int64_t(n + 1))}),
            s.glenoid.rim[size_t(n)], (s.glenoid.sharp[size_t(n)] ? 0.8 : 0.3) * byVoxel(bone, s.circle.normal),
            s.glenoid.sharp[size_t(n)] ? term("where the surface turns 45 degrees away from the glenoid")
                                       : term("the surface does not fall off behind it"));
    out.measures.push_back(
        {"glenoid-circle-radius", term("Radius of the lower circle of the glenoid"), s.circle.radius});
    if (humerusMask) {
        const BoneShape humerus(*humerusMask, "humerus", job.part(0.8, 0.9));
        bool cut = false;
        if (const auto head = fitHead(humerus, s.circle, job.part(0.9, 1), cut)) {
            double confidence =
                head->inliers / (1 + head->formMm * head->formMm) * std::sqrt(byVoxel(humerus, s.circle.normal));
            std::string why =
                filled("sphere of radius %1 mm within %2 mm", {toText(head->radius, 1), toText(head->rmsMm, 2)});
            if (cut) {
                confidence = std::min(confidence, 0.3);
                why += "; the head is cut off by the image";
            }
            put(out, humerus, "humerus-head", term("Humeral head centre"), head->centre, confidence, why);
            out.measures.push_back({"humerus-head-radius", term("Radius of the humeral head"), head->radius});
        }
    }
    return out;
}

} // namespace pollux
