#include "core/mesh/surface_registration.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/sentence.h"
#include "core/base/text.h"

#include <Eigen/Eigenvalues>
#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

using Vec6 = Eigen::Matrix<double, 6, 1>;
using Mat6 = Eigen::Matrix<double, 6, 6>;

constexpr double kCompatible = 0.5; // cosine of the normals' angle
constexpr double kStill = 1e-4;     // mm: a step so short is the end
constexpr double kNarrowest = 0.02; // mm, of the biweight
constexpr double kShrink = 0.7;     // of the reach, a step
constexpr double kHeld = 1e-6;      // eigenvalues below are of motions that nothing holds
constexpr int kTrialSamples = 1000; // while there is more than one start

struct Sample
{
    Vec3 point, normal;
};

/// Places evenly by area: every so many mm2 along the triangles, within each by the R2 sequence (Roberts 2018).
std::vector<Sample> evenSamples(const Surface& s, int count, const Job& job)
{
    const auto& points = s.points();
    const std::vector<Vec3f> normals = s.pointNormals();
    const double each = s.areaMm2() / count;
    if (!(each > 0))
        throw Error(ErrorCode::BadInput, "The surface has no area.", "Load it again from its file.");
    std::vector<Sample> out;
    out.reserve(static_cast<size_t>(count) + 1);
    double area = 0, next = 0.5 * each;
    size_t n = 0;
    for (const Triangle& t : s.triangles()) {
        if (++n % 100000 == 0)
            job.checkStop();
        const Vec3 a = points[t[0]].cast<double>(), u = points[t[1]].cast<double>() - a,
                   v = points[t[2]].cast<double>() - a;
        area += 0.5 * u.cross(v).norm();
        for (; next < area && out.size() < static_cast<size_t>(count); next += each) {
            const double k = double(out.size() + 1);
            double b = std::fmod(0.7548776662466927 * k, 1.0), c = std::fmod(0.5698402909980532 * k, 1.0);
            if (b + c > 1) {
                b = 1 - b;
                c = 1 - c;
            }
            const Vec3f normal = float(1 - b - c) * normals[t[0]] + float(b) * normals[t[1]] + float(c) * normals[t[2]];
            out.push_back({a + b * u + c * v, normal.cast<double>().stableNormalized()});
        }
    }
    return out;
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto at = std::min(static_cast<size_t>(share * double(values.size())), values.size() - 1);
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
    return values[at];
}

/// What the places say of a pose: the hits, and who has a say.
struct Look
{
    std::vector<Vec3> places;
    std::vector<SurfaceTarget::Hit> hits;
    std::vector<double> cosines;   ///< of the angle between a place's normal and the hit's
    std::vector<double> distances; ///< without sign
    std::vector<double> weights;

    Look(const std::vector<Sample>& samples, const SurfaceTarget& target, const RigidPose& pose, const Job& job)
        : places(samples.size()), hits(samples.size()), cosines(samples.size()), distances(samples.size())
    {
        parallelFor(0, std::int64_t(samples.size()), 256, [&](std::int64_t first, std::int64_t last) {
            job.checkStop();
            for (auto n = static_cast<size_t>(first); n < static_cast<size_t>(last); ++n) {
                places[n] = pose(samples[n].point);
                hits[n] = target.nearest(places[n]);
                cosines[n] = hits[n].normal.dot(pose.rotation * samples[n].normal);
                distances[n] = hits[n].distance;
            }
        });
    }

    /// Who lies on the target.
    std::vector<std::uint8_t> on(double reach) const
    {
        std::ptrdiff_t along = 0, against = 0;
        for (size_t n = 0; n < places.size(); ++n)
            if (distances[n] <= reach) {
                along += cosines[n] > kCompatible;
                against += cosines[n] < -kCompatible;
            }
        const double side = against > along ? -1 : 1; // files of scans whose triangles are turned round exist
        std::vector<std::uint8_t> out(places.size());
        for (size_t n = 0; n < places.size(); ++n)
            out[n] = distances[n] <= reach && !hits[n].onBorder && side * cosines[n] > kCompatible;
        return out;
    }

    void weigh(double reach, double trimmed)
    {
        const std::vector<std::uint8_t> counts = on(reach);
        std::vector<double> within;
        for (size_t n = 0; n < places.size(); ++n)
            if (counts[n])
                within.push_back(distances[n]);
        // 4.7 deviations as the median tells them, where the biweight is nearly as good as least squares.
        double width = std::min(reach, 4.685 * 1.4826 * quantile(within, 0.5));
        width = std::max(kNarrowest, std::min(width, quantile(distances, 1 - trimmed)));
        weights.assign(places.size(), 0);
        for (size_t n = 0; n < places.size(); ++n) {
            const double q = distances[n] / width;
            if (q < 1 && counts[n])
                weights[n] = (1 - q * q) * (1 - q * q);
        }
    }
};

/// The normal equations of a small turn (at `size` from the middle) and shift, by mean.
struct Equations
{
    Vec3 middle = Vec3::Zero();
    double size = 1, sum = 0;
    Mat6 matrix = Mat6::Zero();
    Vec6 right = Vec6::Zero();

    explicit Equations(const Look& look)
    {
        for (size_t n = 0; n < look.places.size(); ++n) {
            sum += look.weights[n];
            middle += look.weights[n] * look.places[n];
        }
        if (!(sum > 0))
            return;
        middle /= sum;
        double squares = 0;
        for (size_t n = 0; n < look.places.size(); ++n)
            squares += look.weights[n] * (look.places[n] - middle).squaredNorm();
        size = std::max(std::sqrt(squares / sum), 1e-3);
        for (size_t n = 0; n < look.places.size(); ++n) {
            const double w = look.weights[n];
            if (w == 0)
                continue;
            const Vec3& normal = look.hits[n].normal;
            Vec6 j;
            j << (look.places[n] - middle).cross(normal) / size, normal;
            matrix += w / sum * j * j.transpose();
            right += w / sum * normal.dot(look.places[n] - look.hits[n].point) * j;
        }
    }
    /// Turn (times size) and shift.
    Vec6 step() const
    {
        const Eigen::SelfAdjointEigenSolver<Mat6> e(matrix);
        Vec6 out = Vec6::Zero();
        for (int n = 0; n < 6; ++n)
            if (e.eigenvalues()[n] > kHeld)
                out -= e.eigenvectors().col(n).dot(right) / e.eigenvalues()[n] * e.eigenvectors().col(n);
        return out;
    }
};

struct Way
{
    RigidPose pose;
    int iterations = 0;
    bool converged = false;
};

Way descend(const std::vector<Sample>& samples, const SurfaceTarget& target, const RigidPose& start,
            const SurfaceFitOptions& o, const Job& job)
{
    Way way{start};
    double reach = 0;
    for (; way.iterations < o.iterations && !way.converged; ++way.iterations) {
        job.progress(double(way.iterations) / o.iterations);
        Look look(samples, target, way.pose, job);
        reach = std::max(o.reach, way.iterations == 0 ? 2 * quantile(look.distances, 1 - o.trimmed) : kShrink * reach);
        look.weigh(reach, o.trimmed);
        const Equations equations(look);
        if (!(equations.sum > 0)) {
            if (reach > o.reach)
                continue;
            break;
        }
        Vec6 step = equations.step();
        const double most = std::max(reach, 1.0), length = step.head<3>().norm() + step.tail<3>().norm();
        if (length > most)
            step *= most / length;
        const double turn = step.head<3>().norm() / equations.size;
        const Vec3 axis = turn > 0 ? Vec3(step.head<3>()) : Vec3::UnitZ();
        way.pose = turnAbout(equations.middle, axis, turn * 180 / std::numbers::pi, step.tail<3>()) * way.pose;
        way.pose.rotation = Eigen::Quaterniond(way.pose.rotation).normalized().toRotationMatrix();
        way.converged = reach == o.reach && length < kStill;
    }
    return way;
}

/// The start that ends best, tried with fewer places.
Way bestOf(const Surface& source, const SurfaceTarget& target, const SurfaceFitOptions& o, const Job& job)
{
    const std::vector<Sample> few = evenSamples(source, std::min(o.samples, kTrialSamples), job);
    std::vector<Way> ways;
    std::vector<std::vector<double>> distances;
    double scale = o.reach / 3;
    for (size_t n = 0; n < o.starts.size(); ++n) {
        const double all = double(o.starts.size());
        ways.push_back(descend(few, target, o.starts[n], o, job.part(double(n) / all, double(n + 1) / all)));
        distances.push_back(Look(few, target, ways.back().pose, job).distances);
        scale = std::min(scale, 3 * 1.4826 * quantile(distances.back(), 0.5 * (1 - o.trimmed)));
    }
    // By squares, none counting for more than three deviations of the closest way: so many places that lie right
    // outweigh all of them lying nearly so.
    scale = std::max(scale, kNarrowest);
    size_t best = 0;
    double least = 0;
    for (size_t n = 0; n < ways.size(); ++n) {
        double sum = 0;
        for (const double d : distances[n])
            sum += std::min(d * d, scale * scale);
        if (n == 0 || sum < least) {
            least = sum;
            best = n;
        }
    }
    return ways[best];
}

void checkOptions(const SurfaceFitOptions& o)
{
    const bool good = !o.starts.empty() && o.starts.size() <= 64 && o.samples >= 100 && o.samples <= 100000 &&
                      o.reach >= 0.05 && o.reach <= 100 && o.trimmed >= 0 && o.trimmed <= 0.9 && o.iterations >= 1 &&
                      o.iterations <= 1000;
    if (!good)
        throw Error(ErrorCode::BadInput, "A setting of the registration is out of its range.",
                    "Reach 0.05 to 100 mm, trimmed share 0 to 90 %.");
    for (const RigidPose& p : o.starts)
        if (!p.translation.allFinite() || !p.rotation.allFinite() ||
            !(p.rotation * p.rotation.transpose()).isIdentity(1e-6) || p.rotation.determinant() < 0)
            throw Error(ErrorCode::BadInput, "The start of the registration is no rigid motion.",
                        "Set the pairs of points again.");
}

void measure(SurfaceFit& fit, const Look& look, double reach)
{
    const std::vector<std::uint8_t> on = look.on(reach);
    std::vector<double> used;
    double squares = 0;
    for (size_t n = 0; n < look.distances.size(); ++n) {
        fit.distances.push_back(look.hits[n].signedDistance);
        if (!on[n])
            continue;
        used.push_back(look.distances[n]);
        fit.mean += look.hits[n].signedDistance;
        squares += look.distances[n] * look.distances[n];
    }
    fit.places = look.places;
    fit.used = double(used.size()) / double(look.distances.size());
    if (used.empty())
        throw Error(ErrorCode::BadInput,
                    filled("No place of the surface comes within %1 mm of the other one.", {toText(reach, 1)}),
                    "Give three or more pairs of points, or a larger reach.");
    fit.mean /= double(used.size());
    fit.rms = std::sqrt(squares / double(used.size()));
    fit.median = quantile(used, 0.5);
    fit.p95 = quantile(used, 0.95);
}

} // namespace

SurfaceFit registerSurface(const Surface& source, const SurfaceTarget& target, const SurfaceFitOptions& options,
                           const Job& job)
{
    checkOptions(options);
    if (source.empty())
        throw Error(ErrorCode::BadInput, "There is no surface to register.", "Load the scan first.");
    Way start{options.starts.front()};
    if (options.starts.size() > 1)
        start = bestOf(source, target, options, job.part(0, 0.7));
    const std::vector<Sample> samples = evenSamples(source, options.samples, job);
    const Way way = descend(samples, target, start.pose, options, job.part(options.starts.size() > 1 ? 0.7 : 0.0, 1.0));
    SurfaceFit fit;
    fit.pose = way.pose;
    fit.iterations = start.iterations + way.iterations;
    fit.converged = way.converged;
    Look look(samples, target, fit.pose, job);
    measure(fit, look, options.reach);
    look.weigh(options.reach, options.trimmed);
    const Equations equations(look);
    const Eigen::SelfAdjointEigenSolver<Mat6> e(equations.matrix);
    fit.steadiness = std::max(0.0, e.eigenvalues()[0]);
    fit.slideTurn = e.eigenvectors().col(0).head<3>();
    fit.slideShift = e.eigenvectors().col(0).tail<3>();
    return fit;
}

std::vector<RigidPose> turnedStarts(const Surface& source, const RigidPose& start, double degrees)
{
    const auto& points = source.points();
    const double count = std::max<double>(1, double(points.size()));
    Vec3 middle = Vec3::Zero();
    for (const Vec3f& p : points)
        middle += p.cast<double>() / count;
    Mat3 spread = Mat3::Zero();
    for (const Vec3f& p : points)
        spread += (p.cast<double>() - middle) * (p.cast<double>() - middle).transpose() / count;
    const Eigen::SelfAdjointEigenSolver<Mat3> e(spread);
    std::vector<RigidPose> out{start};
    for (int axis = 0; axis < 3; ++axis)
        for (const double side : {1.0, -1.0})
            out.push_back(start * turnAbout(middle, e.eigenvectors().col(axis), side * degrees, Vec3::Zero()));
    return out;
}

SurfaceDistances distancesTo(const SurfaceTarget& target, const Surface& surface, double reach, const Job& job)
{
    const auto& points = surface.points();
    const std::vector<Vec3f> normals = surface.pointNormals();
    std::vector<Sample> samples(points.size());
    for (size_t n = 0; n < points.size(); ++n)
        samples[n] = {points[n].cast<double>(), normals[n].cast<double>()};
    const Look look(samples, target, {}, job);
    SurfaceDistances out;
    out.on = look.on(reach);
    out.mm.reserve(points.size());
    for (const SurfaceTarget::Hit& hit : look.hits)
        out.mm.push_back(float(hit.signedDistance));
    return out;
}

} // namespace pollux
