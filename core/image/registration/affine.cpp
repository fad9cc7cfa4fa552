#include "core/image/registration/affine.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/registration/sampling.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <random>

namespace pollux {

namespace {

constexpr int kBins = 32;
constexpr int kPad = 2;                  ///< bins left free at each end for the windows
constexpr std::int64_t kSamples = 20000; ///< places looked at on each level
constexpr int kLeast = 4;                ///< voxels left along each axis of the coarsest level
using Params = Eigen::Matrix<double, 12, 1>;

Error noMeeting()
{
    return Error(ErrorCode::BadInput, "The two images do not meet: too little of one lies in the other.",
                 "Start from landmarks, or let the centres be put upon each other first.");
}

/// Cubic B-spline and its derivative.
double spline(double t)
{
    t = std::abs(t);
    return t < 1 ? (4 - 6 * t * t + 3 * t * t * t) / 6 : t < 2 ? std::pow(2 - t, 3) / 6 : 0;
}
double splineSlope(double t)
{
    const double a = std::abs(t), s = t < 0 ? -1 : 1;
    return s * (a < 1 ? -2 * a + 1.5 * a * a : a < 2 ? -0.5 * (2 - a) * (2 - a) : 0);
}

/// A volume as floats with what is needed to look up value and slope.
struct Field
{
    Grid grid;
    std::vector<float> v;
    double low = 0, width = 1; ///< of the histogram's range

    explicit Field(const Volume& volume) : grid(volume.grid()), v(static_cast<size_t>(volume.grid().voxels()))
    {
        volume.visit([&](auto voxels) {
            for (size_t n = 0; n < voxels.size(); ++n)
                v[n] = std::isfinite(double(voxels[n])) ? float(voxels[n]) : 0.0f;
        });
        // What few voxels have (metal, air beyond the field of view) must not take the bins from the rest.
        std::vector<float> some;
        const size_t step = std::max<size_t>(1, v.size() / 200000);
        for (size_t n = 0; n < v.size(); n += step)
            some.push_back(v[n]);
        const auto at = [&](double f) {
            const auto n = static_cast<std::ptrdiff_t>(f * double(some.size() - 1));
            std::nth_element(some.begin(), some.begin() + n, some.end());
            return double(some[size_t(n)]);
        };
        low = at(0.002);
        width = std::max(at(0.998) - low, 1e-6);
    }
    double bin(double value) const
    {
        return kPad + (kBins - 1 - 2 * kPad) * std::clamp((value - low) / width, 0.0, 1.0);
    }
    bool inRange(double value) const { return value > low && value < low + width; }
    /// False beyond the voxel centres. The slope is per mm along the patient's axes.
    bool look(const Vec3& p, double& value, Vec3* slope) const
    {
        const Vec3 c = grid.toIndex(p);
        int n[3];
        double t[3];
        for (int a = 0; a < 3; ++a) {
            const int last = grid.size[size_t(a)] - 1;
            if (!(c[a] >= 0 && c[a] <= last))
                return false;
            n[a] = std::min(int(c[a]), std::max(last - 1, 0));
            t[a] = last > 0 ? c[a] - n[a] : 0;
        }
        const std::int64_t sx = grid.size[0] > 1, sy = grid.size[1] > 1 ? grid.size[0] : 0,
                           sz = grid.size[2] > 1 ? std::int64_t(grid.size[0]) * grid.size[1] : 0;
        const float* o = v.data() + grid.offset(n[0], n[1], n[2]);
        const double x = t[0], y = t[1], z = t[2];
        const double c00 = o[0] + x * (o[sx] - o[0]), c10 = o[sy] + x * (o[sy + sx] - o[sy]);
        const double c01 = o[sz] + x * (o[sz + sx] - o[sz]), c11 = o[sz + sy] + x * (o[sz + sy + sx] - o[sz + sy]);
        const double c0 = c00 + y * (c10 - c00), c1 = c01 + y * (c11 - c01);
        value = c0 + z * (c1 - c0);
        if (slope) {
            const double dx = (1 - z) * ((1 - y) * (o[sx] - o[0]) + y * (o[sy + sx] - o[sy])) +
                              z * ((1 - y) * (o[sz + sx] - o[sz]) + y * (o[sz + sy + sx] - o[sz + sy]));
            const double dy = (1 - z) * (c10 - c00) + z * (c11 - c01);
            *slope = grid.direction * Vec3(dx, dy, c1 - c0).cwiseQuotient(grid.spacing);
        }
        return true;
    }
};

/// The map as it is moved about: around the fixed image's centre, in steps that move its far parts by about 1 mm each.
struct Motion
{
    bool rigid;
    Vec3 centre;
    double reach; ///< mm: typical distance from the centre
    AffineMap start;

    int count() const { return rigid ? 6 : 12; }
    AffineMap map(const Params& p) const
    {
        Mat3 about = Mat3::Identity();
        if (rigid) {
            const Vec3 turn = p.segment<3>(3) / reach;
            if (turn.norm() > 1e-15)
                about = Eigen::AngleAxisd(turn.norm(), turn.normalized()).toRotationMatrix();
        } else {
            for (int n = 0; n < 9; ++n)
                about(n / 3, n % 3) += p[3 + n] / reach;
        }
        // x -> start(centre + about (x - centre)) + shift
        const Vec3 shift = p.head<3>();
        return {start.linear * about, start.linear * (centre - about * centre) + start.offset + shift};
    }
    /// How the image of x moves with each parameter, at p = 0 of the present start.
    Eigen::Matrix<double, 3, 12> slope(const Vec3& x) const
    {
        Eigen::Matrix<double, 3, 12> s = Eigen::Matrix<double, 3, 12>::Zero();
        s.leftCols<3>().setIdentity();
        const Vec3 d = (x - centre) / reach;
        if (rigid) {
            Mat3 cross;
            cross << 0, d.z(), -d.y(), -d.z(), 0, d.x(), d.y(), -d.x(), 0;
            s.middleCols<3>(3) = start.linear * cross;
        } else {
            for (int n = 0; n < 9; ++n)
                s.col(3 + n) = start.linear.col(n / 3) * d[n % 3];
        }
        return s;
    }
};

struct Sample
{
    Vec3 p;
    double bin;
};

struct Information
{
    double value = 0;
    double overlap = 0;
    Params gradient = Params::Zero();
};

/// Mutual information (nats) of the places as the map puts them, and its gradient.
Information information(const std::vector<Sample>& samples, const Field& moving, const Motion& motion,
                        const AffineMap& map, bool gradient)
{
    constexpr std::int64_t kGrain = 1000;
    const auto total = static_cast<std::int64_t>(samples.size());
    const std::int64_t pieces = (total + kGrain - 1) / kGrain;
    struct Part
    {
        Eigen::Matrix<double, kBins, kBins> joint = Eigen::Matrix<double, kBins, kBins>::Zero();
        std::int64_t inside = 0;
    };
    struct Seen
    {
        double bin = -1;
        Vec3 slope; ///< of the bin, per mm
    };
    std::vector<Part> parts(static_cast<size_t>(pieces));
    std::vector<Seen> seen(samples.size());
    const double perValue = (kBins - 1 - 2 * kPad) / moving.width;
    parallelFor(0, pieces, 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t piece = first; piece < last; ++piece) {
            Part& part = parts[size_t(piece)];
            for (std::int64_t n = piece * kGrain; n < std::min(total, (piece + 1) * kGrain); ++n) {
                double value = 0;
                Vec3 slope = Vec3::Zero();
                if (!moving.look(map(samples[size_t(n)].p), value, gradient ? &slope : nullptr))
                    continue;
                ++part.inside;
                Seen& s = seen[size_t(n)];
                s.bin = moving.bin(value);
                s.slope = moving.inRange(value) ? Vec3(slope * perValue) : Vec3(Vec3::Zero());
                const int f = static_cast<int>(samples[size_t(n)].bin + 0.5), m = static_cast<int>(s.bin);
                for (int b = m - 1; b <= m + 2; ++b)
                    part.joint(f, b) += spline(s.bin - b);
            }
        }
    });
    Eigen::Matrix<double, kBins, kBins> joint = Eigen::Matrix<double, kBins, kBins>::Zero();
    std::int64_t inside = 0;
    for (const Part& part : parts) { // in order: the same sum whatever the threads
        joint += part.joint;
        inside += part.inside;
    }
    Information out;
    out.overlap = double(inside) / double(std::max<std::int64_t>(total, 1));
    if (inside < 100)
        return out;
    joint /= joint.sum();
    const Eigen::Matrix<double, kBins, 1> fixedPart = joint.rowwise().sum(), movingPart = joint.colwise().sum();
    Eigen::Matrix<double, kBins, kBins> weight = Eigen::Matrix<double, kBins, kBins>::Zero(); // ln(joint / moving)
    for (int f = 0; f < kBins; ++f)
        for (int m = 0; m < kBins; ++m)
            if (joint(f, m) > 1e-12) {
                out.value += joint(f, m) * std::log(joint(f, m) / (fixedPart[f] * movingPart[m]));
                weight(f, m) = std::log(joint(f, m) / movingPart[m]);
            }
    if (!gradient)
        return out;
    std::vector<Params> sums(static_cast<size_t>(pieces), Params::Zero());
    parallelFor(0, pieces, 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t piece = first; piece < last; ++piece)
            for (std::int64_t n = piece * kGrain; n < std::min(total, (piece + 1) * kGrain); ++n) {
                const Seen& s = seen[size_t(n)];
                if (s.bin < 0)
                    continue;
                const int f = static_cast<int>(samples[size_t(n)].bin + 0.5), m = static_cast<int>(s.bin);
                double change = 0;
                for (int b = m - 1; b <= m + 2; ++b)
                    change += weight(f, b) * splineSlope(s.bin - b);
                sums[size_t(piece)] += motion.slope(samples[size_t(n)].p).transpose() * (change * s.slope);
            }
    });
    for (const Params& sum : sums)
        out.gradient += sum;
    out.gradient /= double(inside);
    return out;
}

std::vector<Sample> pick(const Field& fixed, const Mask* mask, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto unit = [&] { return double(random() >> 11) * 0x1.0p-53; };
    std::vector<Sample> out;
    const Grid& g = fixed.grid;
    // A mask that fills little of the image: many tries, but not forever.
    for (std::int64_t tries = 0; tries < 200 * kSamples && std::int64_t(out.size()) < kSamples; ++tries) {
        Vec3 index;
        for (Eigen::Index a = 0; a < 3; ++a)
            index[a] = unit() * std::max(0, g.size[size_t(a)] - 1);
        const Vec3 p = g.toPatient(index);
        double value = 0;
        if ((mask && !mask->contains(p)) || !fixed.look(p, value, nullptr))
            continue;
        out.push_back({p, fixed.bin(value)});
    }
    return out;
}

/// Centre of what stands out from the border of the image: of the values above the least one.
Vec3 centreOf(const Field& field)
{
    Vec3 sum = Vec3::Zero();
    double weight = 0;
    const Grid& g = field.grid;
    const std::int64_t step = std::max<std::int64_t>(1, std::int64_t(field.v.size()) / 100000);
    for (std::int64_t n = 0; n < std::int64_t(field.v.size()); n += step) {
        const double w = std::clamp((field.v[size_t(n)] - field.low) / field.width, 0.0, 1.0);
        const auto slice = std::int64_t(g.size[0]) * g.size[1];
        sum += w * g.toPatient(int(n % g.size[0]), int(n % slice / g.size[0]), int(n / slice));
        weight += w;
    }
    return weight > 0 ? Vec3(sum / weight) : g.bounds().centre();
}

/// Uphill by BFGS with a backtracking search along each direction (Nocedal and Wright 2006, 6.1 and 3.1). Parameters
/// are in mm of the image's far parts and always about zero: after each step the map takes it over. True if it came to
/// rest.
bool climb(const std::vector<Sample>& samples, const Field& moving, Motion& motion, Information& now, double spacing,
           const AffineOptions& options, int level, const Job& job, int& iterations)
{
    using Square = Eigen::Matrix<double, 12, 12>;
    const int count = motion.count();
    const double longest = 2 * spacing, least = 0.005 * spacing;
    Square inverse = Square::Identity();
    bool fresh = true; // the Hessian is still a guess
    for (int n = 0; n < options.iterations; ++n) {
        job.checkStop();
        job.progress((options.levels - 1 - level + double(n) / options.iterations) / options.levels);
        Params direction = inverse * now.gradient;
        direction.tail(12 - count).setZero();
        if (!(direction.dot(now.gradient) > 0)) {
            inverse.setIdentity();
            fresh = true;
            direction = now.gradient;
            direction.tail(12 - count).setZero();
        }
        if (!(direction.norm() > 0))
            return true;
        if (fresh || direction.norm() > longest)
            direction *= longest / direction.norm();
        bool better = false;
        for (int halving = 0; halving < 12 && direction.norm() > 0.2 * least; ++halving, direction *= 0.5) {
            Motion moved = motion;
            moved.start = motion.map(direction);
            const Information tried = information(samples, moving, moved, moved.start, true);
            ++iterations;
            if (!(tried.value > now.value + 1e-4 * now.gradient.dot(direction)) || tried.overlap < 0.5 * now.overlap)
                continue;
            const Params change = now.gradient - tried.gradient; // of the slope downhill
            const double along = direction.dot(change);
            if (along > 1e-14) {
                if (fresh)
                    inverse = Square::Identity() * (along / change.squaredNorm());
                const Square left = Square::Identity() - direction * change.transpose() / along;
                inverse = (left * inverse * left.transpose() + direction * direction.transpose() / along).eval();
                fresh = false;
            }
            motion = moved;
            now = tried;
            better = true;
            break;
        }
        if (!better || direction.norm() < least) {
            if (fresh || better)
                return true;
            inverse.setIdentity(); // once more straight uphill
            fresh = true;
        }
    }
    return false;
}

} // namespace

AffineMap AffineMap::inverse() const
{
    const Mat3 back = linear.inverse();
    return {back, -back * offset};
}

AffineResult registerAffine(const Volume& fixed, const Volume& moving, const AffineOptions& options, const Job& job)
{
    if (fixed.empty() || moving.empty())
        throw Error(ErrorCode::BadInput, "There is no image to register.", "Choose two images.");
    if (options.levels < 1 || options.levels > 5 || options.iterations < 1)
        throw Error(ErrorCode::BadInput, "The number of levels or iterations is out of range.", "1 to 5 levels.");
    const Vec3 extent = fixed.grid().bounds().extent();
    Motion motion{options.rigid, fixed.grid().bounds().centre(), std::max(extent.norm() / 4, 1.0), options.start};
    AffineResult result;
    double finest = std::max({fixed.grid().spacing.minCoeff(), moving.grid().spacing.minCoeff(), 1.0});
    for (int level = options.levels - 1; level >= 0; --level) {
        job.checkStop();
        const double spacing = finest * std::pow(2.0, level);
        const Field f(registration::coarser(fixed, spacing, kLeast, job)),
            m(registration::coarser(moving, spacing, kLeast, job));
        if (level == options.levels - 1 && options.centres)
            motion.start.offset += centreOf(m) - motion.start(centreOf(f));
        const std::vector<Sample> samples = pick(f, options.fixedMask, options.seed + std::uint64_t(level));
        if (samples.size() < 500)
            throw Error(ErrorCode::BadInput, "Too little of the fixed image is left to compare.", "Use a larger mask.");
        Information now = information(samples, m, motion, motion.start, true);
        if (now.overlap < 0.05)
            throw noMeeting();
        if (level == 0)
            result.informationBefore = information(samples, m, motion, options.start, false).value;
        result.converged = climb(samples, m, motion, now, spacing, options, level, job, result.iterations);
        result.informationAfter = now.value;
        result.overlap = now.overlap;
    }
    result.map = motion.start;
    if (options.rigid) { // many small turns must not skew it
        const Eigen::JacobiSVD<Mat3> svd(result.map.linear, Eigen::ComputeFullU | Eigen::ComputeFullV);
        const Vec3 c = motion.centre, to = result.map(c);
        result.map.linear = svd.matrixU() * svd.matrixV().transpose();
        result.map.offset = to - result.map.linear * c;
    }
    return result;
}

AffineMap mapOfPoints(const std::vector<Vec3>& fixed, const std::vector<Vec3>& moving, bool rigid)
{
    const size_t least = rigid ? 3 : 4;
    if (fixed.size() != moving.size() || fixed.size() < least)
        throw Error(ErrorCode::BadInput,
                    "A map needs as many points in one image as in the other, and at least " + std::to_string(least) +
                        ".",
                    "Place the landmarks in both images.");
    Vec3 a = Vec3::Zero(), b = Vec3::Zero();
    for (size_t n = 0; n < fixed.size(); ++n) {
        if (!fixed[n].allFinite() || !moving[n].allFinite())
            throw Error(ErrorCode::BadInput, "A landmark is not a number.", "Place it again.");
        a += fixed[n] / double(fixed.size());
        b += moving[n] / double(fixed.size());
    }
    Mat3 cross = Mat3::Zero(), own = Mat3::Zero();
    for (size_t n = 0; n < fixed.size(); ++n) {
        cross += (moving[n] - b) * (fixed[n] - a).transpose();
        own += (fixed[n] - a) * (fixed[n] - a).transpose();
    }
    const Vec3 spread = Eigen::SelfAdjointEigenSolver<Mat3>(own).eigenvalues().cwiseMax(0).cwiseSqrt();
    const double needed = rigid ? spread[1] : spread[0];
    if (!(needed > 1e-3 * spread[2]) || !(spread[2] > 1e-6))
        throw Error(ErrorCode::BadInput, rigid ? "The landmarks lie on one line." : "The landmarks lie in one plane.",
                    "Place one farther off.");
    AffineMap map;
    if (rigid) {
        const Eigen::JacobiSVD<Mat3> svd(cross, Eigen::ComputeFullU | Eigen::ComputeFullV);
        Mat3 keep = Mat3::Identity();
        keep(2, 2) = (svd.matrixU() * svd.matrixV().transpose()).determinant() < 0 ? -1 : 1;
        map.linear = svd.matrixU() * keep * svd.matrixV().transpose();
    } else {
        map.linear = cross * own.inverse();
    }
    map.offset = b - map.linear * a;
    return map;
}

} // namespace pollux
