#include "core/anatomy/bone_fit.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr int kRounds = 40;
constexpr double kSmooth = 0.15; // mm: error of a sample beside that of its face: the surface is no exact shape
constexpr size_t kLeast = 20;

double median(std::vector<double> v)
{
    const auto mid = v.begin() + std::ptrdiff_t(v.size() / 2);
    std::nth_element(v.begin(), mid, v.end());
    return *mid;
}

double percentile(std::vector<double>& sorted, double share)
{
    return sorted[size_t(share * double(sorted.size() - 1))];
}

/// Variance of a sample along the normal `n` that its voxel's size makes.
double voxelVariance(const BoneFace& f, const Vec3& n)
{
    const double e = f.step * f.outward.dot(n);
    return e * e / 12;
}

/// 1 / variance of a sample along the normal `n`.
double precision(const BoneFace& f, const Vec3& n)
{
    return 1 / (voxelVariance(f, n) + kSmooth * kSmooth);
}

/// Tukey's weight of each sample; residuals in units of their own error.
std::vector<double> robustWeights(const std::vector<double>& residuals)
{
    std::vector<double> size(residuals.size());
    std::transform(residuals.begin(), residuals.end(), size.begin(), [](double r) { return std::fabs(r); });
    const double c = 4.685 * std::max(1.0, 1.4826 * median(size));
    for (double& s : size)
        s = s < c ? (1 - s / c * s / c) * (1 - s / c * s / c) : 0;
    return size;
}

/// Sphere (n = 3) or circle in the plane of the first two coordinates (n = 2) by linear least squares (Kasa).
bool linearRound(const std::vector<Vec3>& q, const std::vector<double>& w, int n, Vec3& centre, double& radius)
{
    Eigen::Matrix4d a = Eigen::Matrix4d::Zero();
    Eigen::Vector4d b = Eigen::Vector4d::Zero();
    for (size_t s = 0; s < q.size(); ++s) {
        Eigen::Vector4d row(q[s][0], q[s][1], n == 3 ? q[s][2] : 0, 1);
        a += w[s] * row * row.transpose();
        b += w[s] * row * row.head<3>().squaredNorm();
    }
    if (n == 2)
        a(2, 2) = 1;
    const Eigen::Vector4d x = a.ldlt().solve(b);
    centre = x.head<3>() / 2;
    const double r2 = x[3] + centre.squaredNorm();
    radius = r2 > 0 ? std::sqrt(r2) : 0;
    return x.allFinite() && r2 > 1;
}

Vec3 meanOf(const std::vector<BoneFace>& samples)
{
    Vec3 mean = Vec3::Zero();
    for (const BoneFace& f : samples)
        mean += f.point / double(samples.size());
    return mean;
}

} // namespace

std::optional<SphereFit> fitSphere(const std::vector<BoneFace>& samples, const Job& job)
{
    if (samples.size() < kLeast)
        return std::nullopt;
    const Vec3 mean = meanOf(samples);
    std::vector<Vec3> q;
    for (const BoneFace& f : samples)
        q.push_back(f.point - mean);
    std::vector<double> w(samples.size(), 1), r(samples.size());
    Vec3 c;
    double radius = 0;
    if (!linearRound(q, w, 3, c, radius))
        return std::nullopt;
    for (int round = 0; round < kRounds; ++round) {
        job.checkStop();
        std::vector<double> p(q.size()), off(q.size());
        for (size_t s = 0; s < q.size(); ++s) {
            const Vec3 d = q[s] - c;
            p[s] = precision(samples[s], d / std::max(d.norm(), 1e-9));
            off[s] = d.norm() - radius;
            r[s] = off[s] * std::sqrt(p[s]);
        }
        w = robustWeights(r);
        Eigen::Matrix4d a = Eigen::Matrix4d::Zero();
        Eigen::Vector4d b = Eigen::Vector4d::Zero();
        for (size_t s = 0; s < q.size(); ++s) {
            const Vec3 d = q[s] - c;
            Eigen::Vector4d row;
            row << d / std::max(d.norm(), 1e-9), 1;
            a += w[s] * p[s] * row * row.transpose();
            b += w[s] * p[s] * row * off[s];
        }
        const Eigen::Vector4d x = a.ldlt().solve(b);
        if (!x.allFinite())
            return std::nullopt;
        c += x.head<3>();
        radius += x[3];
        if (x.norm() < 1e-5)
            break;
    }
    SphereFit out;
    double sum = 0, weight = 0, voxels = 0;
    for (size_t s = 0; s < q.size(); ++s) {
        const Vec3 d = q[s] - c;
        const double off = d.norm() - radius;
        sum += w[s] * off * off;
        voxels += w[s] * voxelVariance(samples[s], d / std::max(d.norm(), 1e-9));
        weight += w[s];
        out.inliers += w[s] > 0.1 ? 1.0 / double(q.size()) : 0;
    }
    if (!(radius > 1) || radius > 200 || weight < 1)
        return std::nullopt;
    out.centre = mean + c;
    out.radius = radius;
    out.rmsMm = std::sqrt(sum / weight);
    out.formMm = std::sqrt(std::max(0.0, sum - voxels) / weight);
    return out;
}

std::optional<CylinderFit> fitCylinder(const std::vector<BoneFace>& samples, const Vec3& startAxis, const Job& job)
{
    if (samples.size() < kLeast || !(startAxis.norm() > 0.5))
        return std::nullopt;
    const Vec3 mean = meanOf(samples);
    Vec3 axis = startAxis.normalized(), c = Vec3::Zero();
    double radius = 0;
    std::vector<double> w(samples.size(), 1), r(samples.size());
    const auto basis = [&](Vec3& e1, Vec3& e2) {
        e1 = axis.unitOrthogonal();
        e2 = axis.cross(e1);
    };
    {
        Vec3 e1, e2, flat;
        basis(e1, e2);
        std::vector<Vec3> q;
        for (const BoneFace& f : samples)
            q.emplace_back((f.point - mean).dot(e1), (f.point - mean).dot(e2), 0);
        if (!linearRound(q, w, 2, flat, radius))
            return std::nullopt;
        c = flat[0] * e1 + flat[1] * e2;
    }
    using Vec5 = Eigen::Matrix<double, 5, 1>;
    for (int round = 0; round < kRounds; ++round) {
        job.checkStop();
        Vec3 e1, e2;
        basis(e1, e2);
        std::vector<double> p(samples.size()), off(samples.size());
        std::vector<Vec3> normal(samples.size());
        for (size_t s = 0; s < samples.size(); ++s) {
            const Vec3 d = samples[s].point - mean - c;
            const Vec3 across = d - axis * axis.dot(d);
            normal[s] = across / std::max(across.norm(), 1e-9);
            p[s] = precision(samples[s], normal[s]);
            off[s] = across.norm() - radius;
            r[s] = off[s] * std::sqrt(p[s]);
        }
        w = robustWeights(r);
        Eigen::Matrix<double, 5, 5> a = Eigen::Matrix<double, 5, 5>::Zero();
        Vec5 b = Vec5::Zero();
        for (size_t s = 0; s < samples.size(); ++s) {
            const double along = axis.dot(samples[s].point - mean - c);
            Vec5 row;
            row << normal[s].dot(e1), normal[s].dot(e2), along * normal[s].dot(e1), along * normal[s].dot(e2), 1;
            a += w[s] * p[s] * row * row.transpose();
            b += w[s] * p[s] * row * off[s];
        }
        a.diagonal() *= 1 + 1e-9;
        const Vec5 x = a.ldlt().solve(b);
        if (!x.allFinite())
            return std::nullopt;
        c += x[0] * e1 + x[1] * e2;
        const Vec3 turn = x[2] * e1 + x[3] * e2;
        // No more than about 17 degrees at a step: far off, the linear step overshoots.
        axis = (axis + turn * std::min(1.0, 0.3 / std::max(turn.norm(), 1e-12))).normalized();
        radius += x[4];
        c -= axis * axis.dot(c);
        if (x.norm() < 1e-6)
            break;
    }
    CylinderFit out;
    double sum = 0, weight = 0, voxels = 0;
    Vec3 e = Vec3::Zero();
    for (size_t s = 0; s < samples.size(); ++s) {
        const Vec3 d = samples[s].point - mean - c;
        const Vec3 across = d - axis * axis.dot(d);
        const double off = across.norm() - radius;
        sum += w[s] * off * off;
        voxels += w[s] * voxelVariance(samples[s], across / std::max(across.norm(), 1e-9));
        weight += w[s];
        out.inliers += w[s] > 0.1 ? 1.0 / double(samples.size()) : 0;
        e += w[s] * across / std::max(across.norm(), 1e-9);
    }
    if (!(radius > 1) || radius > 200 || weight < 5 || e.norm() < 1e-9)
        return std::nullopt;
    out.axis = axis;
    out.radius = radius;
    out.rmsMm = std::sqrt(sum / weight);
    out.formMm = std::sqrt(std::max(0.0, sum - voxels) / weight);
    std::vector<double> along, turn;
    const Vec3 middle = e.normalized(), side = axis.cross(middle);
    for (size_t s = 0; s < samples.size(); ++s)
        if (w[s] > 0.1) {
            const Vec3 d = samples[s].point - mean - c;
            along.push_back(axis.dot(d));
            turn.push_back(std::atan2(side.dot(d), middle.dot(d)));
        }
    std::sort(along.begin(), along.end());
    std::sort(turn.begin(), turn.end());
    const double low = percentile(along, 0.05), high = percentile(along, 0.95);
    out.arcDegrees = (percentile(turn, 0.95) - percentile(turn, 0.05)) * 180 / M_PI;
    out.point = mean + c + 0.5 * (low + high) * axis;
    out.from = 0.5 * (low - high);
    out.to = 0.5 * (high - low);
    return out;
}

std::optional<ShaftFit> fitShaft(const BoneShape& bone, const Vec3& start, bool jointBelow, double widths,
                                 const Job& job)
{
    // What lies further off may be the other end of the bone; shafts are bowed, too.
    constexpr double kThickness = 2, kNearJoint = 60, kLeastLength = 20, kMostLength = 200;
    ShaftFit out;
    out.up = start.normalized();
    for (int round = 0; round < 8; ++round) {
        std::vector<BoneSlab> slabs = bone.slabs(out.up, kThickness, job);
        if (!jointBelow)
            std::reverse(slabs.begin(), slabs.end()); // from the joint on
        if (slabs.size() < 6)
            return std::nullopt;
        double widest = 0;
        for (const BoneSlab& s : slabs)
            if (std::fabs(s.along - slabs.front().along) < kNearJoint)
                widest = std::max(widest, 2 * std::sqrt(s.area / M_PI));
        std::vector<BoneSlab> shaft;
        const auto take = [&](double from) {
            shaft.clear();
            for (const BoneSlab& s : slabs)
                if (const double d = std::fabs(s.along - slabs.front().along); d >= from && d < from + kMostLength)
                    shaft.push_back(s);
            if (shaft.empty())
                return;
            // The free end is cut askew by the image, unless the bone lies straight in it.
            std::vector<double> areas;
            for (const BoneSlab& s : shaft)
                areas.push_back(s.area);
            const double usual = median(areas);
            while (shaft.size() > 1 && shaft.back().area < 0.9 * usual)
                shaft.pop_back();
            if (shaft.size() > 1)
                shaft.pop_back();
        };
        const auto length = [&] { return double(shaft.size()) * kThickness; };
        take(widths * widest);
        out.all = length() >= kLeastLength;
        if (!out.all)
            take(0.5 * std::fabs(slabs.back().along - slabs.front().along));
        if (shaft.size() < 4)
            return std::nullopt;
        std::vector<double> w(shaft.size(), 1), r(shaft.size());
        Vec3 mean, direction = out.up;
        for (int inner = 0; inner < 10; ++inner) {
            double weight = 0;
            mean = Vec3::Zero();
            for (size_t s = 0; s < shaft.size(); ++s) {
                mean += w[s] * shaft[s].centroid;
                weight += w[s];
            }
            mean /= weight;
            Mat3 spread = Mat3::Zero();
            for (size_t s = 0; s < shaft.size(); ++s)
                spread += w[s] * (shaft[s].centroid - mean) * (shaft[s].centroid - mean).transpose();
            direction = Eigen::SelfAdjointEigenSolver<Mat3>(spread).eigenvectors().col(2);
            if (direction.dot(out.up) < 0)
                direction = -direction;
            double sum = 0;
            for (size_t s = 0; s < shaft.size(); ++s) {
                const double off = (shaft[s].centroid - mean).cross(direction).norm();
                r[s] = off / 0.3;
                sum += w[s] * off * off;
            }
            out.rmsMm = std::sqrt(sum / weight);
            w = robustWeights(r);
        }
        const double turned = (direction - out.up).norm();
        out.up = direction;
        out.point = mean;
        out.lengthMm = length();
        if (turned < 1e-5)
            break;
    }
    return out;
}

} // namespace pollux
