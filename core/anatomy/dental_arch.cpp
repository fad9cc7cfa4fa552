#include "core/anatomy/dental_arch.h"

#include "core/base/error.h"
#include "core/geometry/curve.h"
#include "core/image/morphology.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace pollux {

namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kLeastPart = 60;        // mm3, of a part that is no island; an incisor has some 300
constexpr int kMostParts = 64;           // 32 teeth and as much again
constexpr std::int64_t kSamples = 60000; // voxels that are looked at
constexpr double kBin = 6;               // degrees, of the first profile
constexpr double kStation = 2;           // mm along the line
constexpr double kGrow = 4;              // mm that an end may grow by in a round
constexpr int kRounds = 7;
constexpr double kStiff = 64;         // third differences of 2 mm: waves below some 25 mm are smoothed away
constexpr double kStiffHeight = 4096; // some 50 mm
constexpr double kRamus = 1.4;        // height over that of the middle from which on it is a ramus
constexpr double kEnd = 0.5;          // of the usual voxels of a station, that its last ones hold
constexpr double kLeastWidth = 15, kMostWidth = 160; // mm, of an arch from side to side
constexpr double kLeastTurn = 50; // degrees that an arch goes to either side, seen from between its ends
constexpr double kThick = 0.25;   // of its width, that an arch's own thickness stays below

Error noArch(const char* why)
{
    return {ErrorCode::BadInput, std::string("The mask has not the shape of a dental arch: ") + why,
            "Choose the mask of one jaw, or of its teeth on both sides, or set points along the arch by hand."};
}

/// Of values in any order, which are reordered.
double quantile(std::vector<double>& v, double q)
{
    const auto at = static_cast<std::ptrdiff_t>(std::lround(q * double(v.size() - 1)));
    std::nth_element(v.begin(), v.begin() + at, v.end());
    return v[static_cast<size_t>(at)];
}

/// Axes of the plane of the arch: to the left, backwards, up. Coordinates (u, v, h).
struct Frame
{
    Vec3 origin;
    Mat3 axes; ///< columns

    Frame(const Vec3& o, const Vec3& up) : origin(o)
    {
        const Vec3 left = (Vec3::UnitX() - up.x() * up).normalized();
        axes << left, up.cross(left), up;
    }
    Vec3 to(const Vec3& p) const { return axes.transpose() * (p - origin); }
    Vec3 from(const Vec3& q) const { return origin + axes * q; }
};

std::vector<Vec3> samples(const Mask& mask, const Job& job)
{
    const auto least = static_cast<std::int64_t>(std::ceil(kLeastPart / mask.grid().voxelVolume()));
    const std::vector<Mask> parts = components(mask, std::max<std::int64_t>(least, 1), kMostParts, job);
    std::int64_t all = 0;
    for (const Mask& m : parts)
        all += m.count();
    const std::int64_t stride = all / kSamples + 1;
    std::vector<Vec3> out;
    std::int64_t seen = 0;
    for (const Mask& m : parts) {
        const IndexBox& box = m.box();
        const BoxVoxels voxels = m.boxVoxels();
        size_t n = 0;
        for (int k = box.min[2]; k < box.max[2]; ++k) {
            job.checkStop();
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i, ++n)
                    if (voxels[n] && seen++ % stride == 0)
                        out.push_back(m.grid().toPatient(i, j, k));
        }
    }
    return out;
}

/// The middle between the arms, in the plane of a frame.
struct Centre
{
    double u = 0, v = 0, width = 0;

    /// Degrees from the front, negative on the patient's right.
    double angle(double pu, double pv) const { return std::atan2(pu - u, v - pv) / kDegree; }
};

Centre centreOf(const std::vector<Vec3>& q)
{
    std::vector<double> u, v;
    for (const Vec3& p : q) {
        u.push_back(p.x());
        v.push_back(p.y());
    }
    Centre c;
    const double right = quantile(u, 0.01), left = quantile(u, 0.99);
    c.u = (right + left) / 2;
    c.width = left - right;
    c.v = quantile(v, 0.01) + c.width / 2;
    return c;
}

/// First line, by the median radius in sectors about the centre; what is no arch is told by the way.
std::vector<Vec3> profile(const std::vector<Vec3>& q, const Centre& c)
{
    if (!(c.width >= kLeastWidth && c.width <= kMostWidth))
        throw noArch("its width is not that of a jaw.");
    constexpr int kHalf = 25; // sectors to either side of the middle one, up to 153 degrees
    std::vector<std::vector<double>> radius(2 * kHalf + 1), height(2 * kHalf + 1);
    size_t middle = 0, behind = 0;
    for (const Vec3& p : q) {
        const double angle = c.angle(p.x(), p.y()), r = std::hypot(p.x() - c.u, p.y() - c.v);
        middle += r < 0.15 * c.width;
        behind += std::fabs(angle) > 165;
        const auto bin = std::lround(angle / kBin) + kHalf;
        if (bin < 0 || bin > 2 * kHalf)
            continue;
        radius[static_cast<size_t>(bin)].push_back(r);
        height[static_cast<size_t>(bin)].push_back(p.z());
    }
    if (double(middle) > 0.03 * double(q.size()))
        throw noArch("it is filled between its sides.");
    if (double(behind) > 0.02 * double(q.size()))
        throw noArch("it is closed behind.");
    const size_t least = std::max<size_t>(q.size() / 1000, 3);
    std::vector<int> used;
    for (int b = 0; b <= 2 * kHalf; ++b)
        if (radius[static_cast<size_t>(b)].size() >= least)
            used.push_back(b);
    if (used.size() < 5 || (kHalf - used.front()) * kBin < kLeastTurn || (used.back() - kHalf) * kBin < kLeastTurn)
        throw noArch("it does not go round to both sides.");
    std::vector<Vec3> line;
    for (const int b : used) {
        const auto at = static_cast<size_t>(b);
        const double r = quantile(radius[at], 0.5), angle = (b - kHalf) * kBin * kDegree;
        line.emplace_back(c.u + r * std::sin(angle), c.v - r * std::cos(angle), quantile(height[at], 0.5));
    }
    return line;
}

/// Least squares to targets with weights, and a penalty on third differences, which leaves parabolas as they are.
Eigen::MatrixXd fitted(const Eigen::MatrixXd& target, const Eigen::VectorXd& weight, double stiff)
{
    const Eigen::Index n = target.rows();
    Eigen::MatrixXd a = weight.asDiagonal().toDenseMatrix();
    const Eigen::Vector4d d(-1, 3, -3, 1);
    for (Eigen::Index i = 0; i + 3 < n; ++i)
        a.block<4, 4>(i, i) += stiff * d * d.transpose();
    return a.ldlt().solve(weight.asDiagonal() * target);
}

struct Round
{
    std::vector<Vec3> line; ///< (u, v, h)
    std::vector<bool> held; ///< by mask, each point of line
    double width = 0;
};

/// The line moved to the middle of what lies beside it. `q` in the frame of the line; heights are those of `of`.
Round moved(std::vector<Vec3> line, const std::vector<Vec3>& q, ArchOf of, double reach, const Job& job)
{
    for (Vec3& p : line)
        p.z() = 0;
    line = resampledCurve(line, {0.5, 2});
    const size_t back = std::min<size_t>(20, line.size() - 1); // a nearer one would follow the last stations' unrest
    const Vec3 first = (line[0] - line[back]).normalized(),
               last = (line.back() - line.end()[-1 - int(back)]).normalized();
    line.insert(line.begin(), line.front() + kGrow * first);
    line.push_back(line.back() + kGrow * last);
    line = resampledCurve(line, {1, 0});
    const double length = polylineMm(line);
    const auto count = static_cast<size_t>(std::lround(length / kStation));
    const double step = length / double(count);

    std::vector<std::vector<double>> across(count), height(count);
    size_t done = 0;
    for (const Vec3& p : q) {
        if (++done % 2048 == 0)
            job.checkStop();
        double best = reach * reach;
        size_t at = line.size();
        for (size_t n = 0; n < line.size(); ++n) {
            const double square = (line[n] - p).head<2>().squaredNorm();
            if (square < best) {
                best = square;
                at = n;
            }
        }
        if (at == 0 || at + 1 >= line.size())
            continue; // too far off, or beyond the ends
        const Vec3 t = (line[at + 1] - line[at - 1]).normalized(), d = p - line[at];
        const double s = double(at) + d.x() * t.x() + d.y() * t.y();
        const auto bin = static_cast<std::ptrdiff_t>(std::floor(s / step));
        if (bin < 0 || bin >= std::ptrdiff_t(count))
            continue;
        across[static_cast<size_t>(bin)].push_back(d.x() * t.y() - d.y() * t.x()); // outwards
        height[static_cast<size_t>(bin)].push_back(p.z());
    }

    std::vector<double> counts;
    for (const auto& a : across)
        if (!a.empty())
            counts.push_back(double(a.size()));
    if (counts.size() < 8)
        throw noArch("too little of it lies along a curve.");
    const double usual = quantile(counts, 0.5);
    const auto holds = [&](size_t n, double share = 0.15) {
        return double(across[n].size()) >= std::max(share * usual, 3.0);
    };
    std::vector<double> tall(count), talls, widths;
    for (size_t n = 0; n < count; ++n)
        if (holds(n)) {
            tall[n] = quantile(height[n], 0.95) - quantile(height[n], 0.05);
            if (n >= count / 4 && n < count - count / 4)
                talls.push_back(tall[n]);
        }
    const double most = of == ArchOf::Teeth || talls.empty() ? 1e9 : kRamus * quantile(talls, 0.5);
    size_t begin = count / 2, end = count / 2;
    while (begin > 0 && tall[begin - 1] < most)
        --begin;
    while (end < count && tall[end] < most)
        ++end;
    while (begin < end && !holds(begin, kEnd))
        ++begin;
    while (end > begin && !holds(end - 1, kEnd))
        --end;
    if (end - begin < 8)
        throw noArch("too little of it lies along a curve.");

    const auto stations = static_cast<Eigen::Index>(end - begin);
    const std::vector<Vec3> tangents = curveTangents(line);
    Eigen::MatrixXd target = Eigen::MatrixXd::Zero(stations, 3);
    Eigen::VectorXd weight = Eigen::VectorXd::Zero(stations);
    Round out;
    for (Eigen::Index n = 0; n < stations; ++n) {
        const size_t bin = begin + static_cast<size_t>(n);
        out.held.push_back(holds(bin));
        if (!out.held.back())
            continue;
        const double s = (double(bin) + 0.5) * step;
        const auto at = std::min(static_cast<size_t>(s), line.size() - 2);
        const double f = s - double(at);
        const Vec3 p = line[at] + f * (line[at + 1] - line[at]);
        const Vec3 t = (tangents[at] + f * (tangents[at + 1] - tangents[at])).normalized();
        const double inner = quantile(across[bin], 0.04), outer = quantile(across[bin], 0.96);
        widths.push_back(outer - inner);
        const Vec3 to = p + (inner + outer) / 2 * Vec3(t.y(), -t.x(), 0);
        target.row(n) << to.x(), to.y(), quantile(height[bin], of == ArchOf::Jaw ? 0.95 : 0.5);
        weight[n] = 1;
    }
    out.width = quantile(widths, 0.5);
    Eigen::MatrixXd plan = fitted(target.leftCols(2), weight, kStiff);
    Eigen::VectorXd robust = weight; // what an island draws aside counts less
    for (Eigen::Index n = 0; n < stations; ++n)
        robust[n] *= 1 / (1 + (plan.row(n) - target.leftCols(2).row(n)).squaredNorm() / 4);
    plan = fitted(target.leftCols(2), robust, kStiff);
    Eigen::MatrixXd crest = fitted(target.rightCols(1), weight, kStiffHeight);
    for (int pass = 0; pass < 4; ++pass) { // nor does the line climb a ramus whose foot is still in it
        Eigen::VectorXd level = weight;
        for (Eigen::Index n = 0; n < stations; ++n)
            level[n] *= std::pow(1 + std::pow(crest(n, 0) - target(n, 2), 2) / 4, -2);
        crest = fitted(target.rightCols(1), level, kStiffHeight);
    }
    for (Eigen::Index n = 0; n < stations; ++n)
        out.line.emplace_back(plan(n, 0), plan(n, 1), crest(n, 0));
    return out;
}

void addGaps(DentalArch& arch, const Round& round, const Frame& frame, const Centre& centre)
{
    for (size_t n = 1; n < round.held.size(); ++n) {
        if (round.held[n])
            continue;
        const size_t from = n - 1;
        while (!round.held[n])
            ++n; // the last is held
        // Between the borders of the stations.
        const Vec3 a = (round.line[from] + round.line[from + 1]) / 2, b = (round.line[n - 1] + round.line[n]) / 2;
        const double wide = centre.angle(b.x(), b.y()) - centre.angle(a.x(), a.y());
        if (wide > arch.widestGapDeg) {
            arch.widestGapDeg = wide;
            arch.gap = frame.from(round.line[(from + n) / 2]);
        }
    }
}

} // namespace

Vec3 archUp(const std::vector<Vec3>& line)
{
    Vec3 mean = Vec3::Zero();
    for (const Vec3& p : line)
        mean += p / double(std::max<size_t>(line.size(), 1));
    Mat3 spread = Mat3::Zero();
    for (const Vec3& p : line)
        spread += (p - mean) * (p - mean).transpose();
    const Eigen::SelfAdjointEigenSolver<Mat3> axes(spread);
    // A plane needs some depth, and one that stands upright is none of a jaw's.
    if (!spread.allFinite() || axes.eigenvalues()[1] < 0.003 * axes.eigenvalues()[2])
        return Vec3::UnitZ();
    const Vec3 n = axes.eigenvectors().col(0);
    return std::fabs(n.z()) < 0.7 ? Vec3(Vec3::UnitZ()) : Vec3(n.z() < 0 ? -n : n);
}

DentalArch findDentalArch(const Mask& mask, ArchOf of, const Job& job)
{
    if (mask.empty())
        throw Error(ErrorCode::BadInput, "The mask of the jaw or of its teeth has no voxels.", "Segment it first.");
    const std::vector<Vec3> points = samples(mask, job);
    if (points.empty())
        throw noArch("it is of small islands only.");
    Vec3 mean = Vec3::Zero();
    for (const Vec3& p : points)
        mean += p / double(points.size());

    Vec3 up = Vec3::UnitZ();
    std::vector<Vec3> q(points.size()), line; // line: LPS
    DentalArch arch;
    for (int n = 0; n < kRounds; ++n) {
        job.progress(0.2 + 0.8 * n / kRounds, "Line of the arch");
        const Frame frame(mean, up);
        std::transform(points.begin(), points.end(), q.begin(), [&](const Vec3& p) { return frame.to(p); });
        const Centre centre = centreOf(q);
        std::vector<Vec3> start;
        if (n == 0)
            start = profile(q, centre);
        for (const Vec3& p : line)
            start.push_back(frame.to(p));
        // At first a tilt smears the mask across the line.
        const Round round = moved(start, q, of, n < 2 ? 16 : 12, job);
        line.clear();
        for (const Vec3& p : round.line)
            line.push_back(frame.from(p));
        if (n + 1 < kRounds) {
            up = archUp(line);
            continue;
        }
        if (round.width > kThick * centre.width)
            throw noArch("it is too thick.");
        addGaps(arch, round, frame, centre);
        arch.widthMm = round.width;
    }
    arch.up = up;
    arch.line = resampledCurve(line, {0.5, 0});
    arch.lengthMm = polylineMm(arch.line);
    return arch;
}

std::vector<Vec3> dentalArch(const Mask& jawOrTeeth, const Job& job)
{
    return findDentalArch(jawOrTeeth, ArchOf::Jaw, job).line;
}

ArchPlace archPlace(const std::vector<Vec3>& line, const Vec3& up, const Vec3& p)
{
    if (line.size() < 3 || !p.allFinite() || !up.allFinite() || !(up.norm() > 1e-6) ||
        !std::all_of(line.begin(), line.end(), [](const Vec3& x) { return x.allFinite(); }))
        throw Error(ErrorCode::BadInput, "The arch has fewer than three points, or a coordinate is not a number.",
                    "Make the dental arch again.");
    ArchPlace out;
    double best = std::numeric_limits<double>::infinity(), before = 0;
    size_t piece = 0;
    double share = 0;
    for (size_t n = 0; n + 1 < line.size(); ++n) {
        const Vec3 d = line[n + 1] - line[n];
        const double t = std::clamp((p - line[n]).dot(d) / std::max(d.squaredNorm(), 1e-12), 0.0, 1.0);
        const double square = (line[n] + t * d - p).squaredNorm();
        if (square < best) {
            best = square;
            piece = n;
            share = t;
            out.along = before + t * d.norm();
            out.point = line[n] + t * d;
        }
        before += d.norm();
    }
    // Between the tangents at both points, so that it does not jump from piece to piece.
    const auto tangent = [&](size_t n) {
        return Vec3((line[std::min(n + 1, line.size() - 1)] - line[n == 0 ? 0 : n - 1]).normalized());
    };
    out.tangent = ((1 - share) * tangent(piece) + share * tangent(piece + 1)).normalized();
    const Vec3 outwards = out.tangent.cross(up);
    if (!(outwards.norm() > 1e-6))
        throw Error(ErrorCode::BadInput, "The arch runs upwards.", "Make the dental arch again.");
    out.outwards = outwards.normalized();
    out.across = (p - out.point).dot(out.outwards);
    return out;
}

} // namespace pollux
