#include "core/anatomy/acetabulum_fit.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pollux::detail {

namespace {

constexpr double kLeastRadius = 16, kMostRadius = 40; // mm

/// The image ends within a voxel or so of it.
bool atBorder(const Grid& g, const Vec3& p)
{
    const Vec3 i = g.toIndex(p);
    for (int a = 0; a < 3; ++a)
        if (i[a] < 1 || i[a] > g.size[size_t(a)] - 2)
            return true;
    return false;
}

struct Sampled
{
    std::vector<BoneFace> faces;
    double area = 0;
    Vec3 direction = Vec3::Zero(); ///< sum of unit directions by area
    int cut = 0;
};

/// Faces from `low` to `high` mm off the centre whose surface is hollow towards it.
Sampled hollow(const std::vector<const BoneShape*>& bones, const Vec3& centre, double low, double high, const Job& job)
{
    constexpr double kFacing = 0.6; // cosine of some 53 degrees
    Sampled out;
    for (const BoneShape* bone : bones) {
        const double ball = std::max(3.0, 1.2 * bone->grid().spacing.maxCoeff());
        size_t n = 0;
        for (const BoneFace& f : bone->faces()) {
            if (++n % 8192 == 0)
                job.checkStop();
            const Vec3 d = f.point - centre;
            const double r = d.norm();
            if (r < low || r > high || f.outward.dot(d) > 0.3 * r)
                continue;
            if (bone->smoothNormal(f.point, ball).dot(d) > -kFacing * r)
                continue;
            const double seen = f.area * std::max(0.0, -f.outward.dot(d) / r);
            out.faces.push_back(f);
            out.area += seen;
            out.direction += seen * d / r;
            out.cut += atBorder(bone->grid(), f.point) ? 1 : 0;
        }
    }
    return out;
}

/// The distance from the centre that most of the surface lies at: the lunate surface outweighs the fossa.
double usualDistance(const Sampled& s, const Vec3& centre)
{
    constexpr double kBin = 0.5;
    std::vector<double> area(160);
    for (const BoneFace& f : s.faces) {
        const Vec3 d = f.point - centre;
        const double at = d.norm() / kBin, weight = f.area * std::max(0.0, -f.outward.dot(d) / d.norm());
        for (int n = -3; n <= 3; ++n)
            if (const int bin = int(at) + n; bin >= 0 && bin < int(area.size()))
                area[size_t(bin)] += weight * (4 - std::abs(n));
    }
    return (double(std::max_element(area.begin(), area.end()) - area.begin()) + 0.5) * kBin;
}

bool inside(const std::vector<const BoneShape*>& bones, const Vec3& p)
{
    return std::any_of(bones.begin(), bones.end(), [&](const BoneShape* b) { return b->contains(p); });
}

struct Edge
{
    std::vector<Vec3> points;
    int cut = 0;
};

/// The last bone beside the sphere in each direction about the axis.
Edge edgeAbout(const std::vector<const BoneShape*>& bones, const SphereFit& s, const Vec3& axis, const Job& job)
{
    // Degrees from the dome. The fossa, which is deeper than the sphere, ends before `kFossa` but in the notch.
    constexpr int kAround = 72;
    constexpr double kStart = 35, kFossa = 75, kStep = 1, kGap = 6, kEnd = 125;
    Edge out;
    const Vec3 u = axis.unitOrthogonal(), v = axis.cross(u);
    for (int n = 0; n < kAround; ++n) {
        job.checkStop();
        const double turn = 2 * M_PI * n / kAround;
        const Vec3 across = std::cos(turn) * u + std::sin(turn) * v;
        double last = -1;
        Vec3 place = Vec3::Zero();
        for (double polar = kStart; polar < kEnd; polar += kStep) {
            if (last < 0 ? polar > kFossa : polar > last + kGap)
                break;
            const Vec3 d = std::sin(polar * M_PI / 180) * across - std::cos(polar * M_PI / 180) * axis;
            double sum = 0;
            int in = 0;
            for (double r = s.radius - 1; r <= s.radius + 4; r += 0.5)
                if (inside(bones, s.centre + r * d)) {
                    sum += r;
                    ++in;
                }
            if (in == 0)
                continue;
            last = polar;
            place = s.centre + sum / in * d;
        }
        if (last < 0 || last + kStep >= kEnd)
            continue;
        out.points.push_back(place);
        out.cut += atBorder(bones.front()->grid(), place) ? 1 : 0;
    }
    return out;
}

/// Plane by least squares, without what lies far off it.
bool planeThrough(const std::vector<Vec3>& points, const Vec3& sense, Vec3& middle, Vec3& normal, double& rms,
                  std::vector<bool>& counts)
{
    counts.assign(points.size(), true);
    for (int round = 0; round < 12; ++round) {
        Vec3 sum = Vec3::Zero();
        double n = 0;
        for (size_t i = 0; i < points.size(); ++i)
            if (counts[i]) {
                sum += points[i];
                ++n;
            }
        if (n < 12)
            return false;
        middle = sum / n;
        Mat3 spread = Mat3::Zero();
        for (size_t i = 0; i < points.size(); ++i)
            if (counts[i])
                spread += (points[i] - middle) * (points[i] - middle).transpose();
        const Eigen::SelfAdjointEigenSolver<Mat3> eigen(spread);
        if (!(eigen.eigenvalues()[0] < 0.25 * eigen.eigenvalues()[1]))
            return false; // no ring
        normal = eigen.eigenvectors().col(0);
        if (normal.dot(sense) < 0)
            normal = -normal;
        std::vector<double> off(points.size());
        for (size_t i = 0; i < points.size(); ++i)
            off[i] = std::fabs((points[i] - middle).dot(normal));
        std::vector<double> sorted = off;
        std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(sorted.size() / 2), sorted.end());
        const double most = std::max(1.5, 2.5 * 1.4826 * sorted[sorted.size() / 2]);
        std::vector<bool> next(points.size());
        double squares = 0;
        int kept = 0;
        for (size_t i = 0; i < points.size(); ++i) {
            next[i] = off[i] <= most;
            squares += next[i] ? off[i] * off[i] : 0;
            kept += next[i] ? 1 : 0;
        }
        rms = kept > 0 ? std::sqrt(squares / kept) : 0;
        if (next == counts)
            break;
        counts = next;
    }
    return true;
}

std::optional<AcetabulumFit::Rim> fitRim(const std::vector<const BoneShape*>& bones, const SphereFit& s,
                                         const Vec3& start, const Job& job)
{
    Vec3 axis = start;
    std::optional<AcetabulumFit::Rim> out;
    for (int round = 0; round < 6; ++round) {
        const Edge edge = edgeAbout(bones, s, axis, job);
        Vec3 middle, normal;
        double rms = 0;
        std::vector<bool> counts;
        if (edge.points.size() < 36 || !planeThrough(edge.points, axis, middle, normal, rms, counts))
            return std::nullopt;
        AcetabulumFit::Rim rim;
        rim.axis = normal;
        rim.centre = s.centre + (middle - s.centre).dot(normal) * normal;
        double n = 0;
        for (size_t i = 0; i < counts.size(); ++i)
            if (counts[i]) {
                const Vec3 d = edge.points[i] - rim.centre;
                rim.radius += (d - d.dot(normal) * normal).norm();
                ++n;
            }
        rim.radius /= n;
        rim.rmsMm = rms;
        rim.around = n / 72;
        rim.cut = edge.cut > 3;
        const double turned = (normal - axis).norm();
        axis = normal;
        out = rim;
        if (turned < 1e-3)
            break;
    }
    // A socket opens at about its centre: what is far deeper or shallower is another edge.
    if (out && (std::fabs((out->centre - s.centre).dot(out->axis)) > 0.6 * s.radius || out->around < 0.5))
        return std::nullopt;
    return out;
}

} // namespace

std::optional<AcetabulumFit> fitAcetabulum(const std::vector<const BoneShape*>& bones, const Vec3& guess, double near,
                                           double far, const Job& job)
{
    if (bones.empty())
        return std::nullopt;
    AcetabulumFit out;
    Sampled samples = hollow(bones, guess, near, far, job);
    Vec3 centre = guess;
    std::optional<SphereFit> sphere;
    if (near < kLeastRadius) { // a rough guess: what is hollow about it first
        sphere = fitSphere(samples.faces, job);
        if (!sphere || sphere->radius > kMostRadius)
            return std::nullopt;
        centre = sphere->centre;
        samples = hollow(bones, centre, sphere->radius - 6, sphere->radius + 6, job);
    }
    // Half the width of the shell about the sphere whose surface counts: the fossa lies some 4 mm deeper.
    for (const double width : {3.5, 3.0, 2.5, 2.5, 2.5, 2.5}) {
        const double usual = usualDistance(samples, centre);
        samples = hollow(bones, centre, usual - width, usual + width, job);
        sphere = fitSphere(samples.faces, job);
        if (!sphere || sphere->radius < kLeastRadius || sphere->radius > kMostRadius)
            return std::nullopt;
        centre = sphere->centre;
        samples = hollow(bones, centre, sphere->radius - 5, sphere->radius + 5, job);
    }
    samples = hollow(bones, centre, sphere->radius - 2.5, sphere->radius + 2.5, job);
    if (!sphere || sphere->radius < kLeastRadius || sphere->radius > kMostRadius ||
        (sphere->centre - guess).norm() > 25 || samples.direction.norm() < 1e-9)
        return std::nullopt;
    out.sphere = *sphere;
    out.share = samples.area / (4 * M_PI * sphere->radius * sphere->radius);
    out.cut = samples.cut > 10;
    out.dome = samples.direction.normalized();
    if (out.share < 0.03)
        return std::nullopt;
    out.rim = fitRim(bones, out.sphere, -out.dome, job);
    return out;
}

} // namespace pollux::detail
