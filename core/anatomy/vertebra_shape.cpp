#include "core/anatomy/vertebra_shape.h"

#include "core/base/error.h"
#include "core/image/box.h"
#include "core/image/distance.h"
#include "core/image/morphology.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace pollux::detail {

namespace {

constexpr std::int64_t kLeastVoxels = 200;
constexpr double kLongest = 260;    // mm: the span of no vertebra
constexpr double kMargin = 4;       // mm about it that are known
constexpr double kLeastCanal = 60;  // mm^2; the canal of an adult has some 200 to 350 (from memory, unverified)
constexpr double kMostCanal = 1200; // mm^2
constexpr double kLeastBody = 8;    // mm of bone in front of the canal
constexpr double kLeastWidth = 12;  // mm of a body from side to side
constexpr double kStay = 1.5;       // mm for which a change must last
constexpr double kStride = 0.25;    // mm

template <class F>
void flood(std::vector<std::uint8_t>& to, const BoneSection& s, std::uint8_t value, std::vector<std::size_t> stack,
           F&& visit)
{
    while (!stack.empty()) {
        const std::size_t n = stack.back();
        stack.pop_back();
        visit(n);
        const int i = int(n % std::size_t(s.nu)), j = int(n / std::size_t(s.nu));
        const auto next = [&](int p, int q) {
            if (p < 0 || q < 0 || p >= s.nu || q >= s.nv)
                return;
            const std::size_t m = s.at(p, q);
            if (to[m] == 0 && s.bone[m] == value) {
                to[m] = 1;
                stack.push_back(m);
            }
        };
        next(i - 1, j);
        next(i + 1, j);
        next(i, j - 1);
        next(i, j + 1);
    }
}

} // namespace

VertebraAxes VertebraAxes::of(const Vec3& origin, const Vec3& up, const Vec3& forward)
{
    VertebraAxes a;
    a.origin = origin;
    const Vec3 y = up.normalized();
    const Vec3 x = (forward - y * y.dot(forward)).normalized();
    a.axes.col(0) = x;
    a.axes.col(1) = y;
    a.axes.col(2) = x.cross(y);
    return a;
}

int BoneSection::column(double u) const
{
    return std::clamp(int(std::lround(u / step)) + (nu - 1) / 2, 0, nu - 1);
}

int BoneSection::row(double v) const
{
    return std::clamp(int(std::lround(v / step)) + (nv - 1) / 2, 0, nv - 1);
}

std::vector<std::uint8_t> BoneSection::part(int i, int j) const
{
    std::vector<std::uint8_t> out(bone.size(), 0);
    const std::size_t start = at(i, j);
    if (bone[start] == 0)
        return {};
    out[start] = 1;
    flood(out, *this, 1, {start}, [](std::size_t) {});
    return out;
}

std::vector<std::uint8_t> BoneSection::largestHole() const
{
    std::vector<std::uint8_t> seen(bone.size(), 0);
    std::vector<std::size_t> rim;
    const auto edge = [&](int i, int j) {
        const std::size_t n = at(i, j);
        if (bone[n] == 0 && seen[n] == 0) {
            seen[n] = 1;
            rim.push_back(n);
        }
    };
    for (int i = 0; i < nu; ++i) {
        edge(i, 0);
        edge(i, nv - 1);
    }
    for (int j = 0; j < nv; ++j) {
        edge(0, j);
        edge(nu - 1, j);
    }
    flood(seen, *this, 0, std::move(rim), [](std::size_t) {});
    std::vector<std::size_t> best;
    for (std::size_t n = 0; n < bone.size(); ++n) {
        if (bone[n] != 0 || seen[n] != 0)
            continue;
        std::vector<std::size_t> hole;
        seen[n] = 1;
        flood(seen, *this, 0, {n}, [&](std::size_t m) { hole.push_back(m); });
        if (hole.size() > best.size())
            best.swap(hole);
    }
    if (best.empty())
        return {};
    std::vector<std::uint8_t> out(bone.size(), 0);
    for (const std::size_t n : best)
        out[n] = 1;
    return out;
}

VertebraShape::VertebraShape(const Mask& mask, const Job& job)
{
    if (mask.count() < kLeastVoxels)
        throw Error(ErrorCode::BadInput, "The mask of the vertebra holds next to nothing.", "Segment the bone first.");
    checkGrid(mask.grid());
    const Mask one = largestComponent(mask, job);
    if (one.count() < kLeastVoxels)
        throw Error(ErrorCode::BadInput, "The mask of the vertebra is all in pieces.",
                    "Clean it up or segment the bone again.");
    const Grid& g = one.grid();
    const Vec3 span = Vec3(one.box().size(0), one.box().size(1), one.box().size(2)).cwiseProduct(g.spacing);
    if (!(span.maxCoeff() < kLongest))
        throw Error(ErrorCode::BadInput, "The mask reaches farther than any vertebra.",
                    "Give the mask of one vertebra alone, without ribs and neighbours.");
    if (std::min({one.box().size(0), one.box().size(1), one.box().size(2)}) < 3)
        throw Error(ErrorCode::BadInput, "The mask of the vertebra is flat.", "Segment the whole bone.");
    // The distance goes on beyond the image, so that bone that is cut off ends there.
    const IndexBox inner = grownBy(one.box(), g, kMargin);
    Grid wide = g;
    wide.origin = g.toPatient(inner.min[0], inner.min[1], inner.min[2]);
    for (std::size_t a = 0; a < 3; ++a)
        wide.size[a] = inner.size(int(a));
    IndexBox at;
    for (std::size_t a = 0; a < 3; ++a) {
        at.min[a] = one.box().min[a] - inner.min[a];
        at.max[a] = one.box().max[a] - inner.min[a];
    }
    const BoxVoxels voxels = one.boxVoxels();
    const Mask moved(wide, at, std::vector<std::uint8_t>(voxels.begin(), voxels.end()));
    m_distance = signedDistance(fillHoles(moved, job), wide.box(), job);
    m_centroid = one.centroid();
    m_box = wide.bounds();
    m_reach = 0;
    for (int c = 0; c < 8; ++c)
        m_reach = std::max(m_reach, (wide.toPatient(c & 1 ? at.max[0] : at.min[0], c & 2 ? at.max[1] : at.min[1],
                                                    c & 4 ? at.max[2] : at.min[2]) -
                                     m_centroid)
                                        .norm());
    m_reach = std::min(m_reach, kLongest);
}

std::optional<double> VertebraShape::until(bool bone, const Vec3& from, const Vec3& to, double most) const
{
    double before = distance(from), since = -1;
    for (double s = 0; s <= most; s += kStride) {
        const double d = distance(from + s * to);
        if ((d < 0) != bone)
            since = -1;
        else if (since < 0) // between the two steps, by the distances
            since = s == 0 || before == d ? s : s - kStride * std::clamp(d / (d - before), 0.0, 1.0);
        if (since >= 0 && s - since >= kStay)
            return since;
        before = d;
    }
    return std::nullopt;
}

BoneSection VertebraShape::section(const Vec3& middle, const Vec3& u, const Vec3& v, double halfU, double halfV,
                                   double step) const
{
    BoneSection s;
    s.step = step;
    s.nu = 2 * int(std::ceil(halfU / step)) + 1;
    s.nv = 2 * int(std::ceil(halfV / step)) + 1;
    s.bone.resize(std::size_t(s.nu) * std::size_t(s.nv));
    std::size_t n = 0;
    for (int j = 0; j < s.nv; ++j)
        for (int i = 0; i < s.nu; ++i)
            s.bone[n++] = contains(middle + s.u(i) * u + s.v(j) * v);
    return s;
}

std::vector<CanalSection> VertebraShape::canal(const VertebraAxes& a, double step, double spacing, const Job& job) const
{
    const Vec3 x = a.axes.col(0), y = a.axes.col(1), z = a.axes.col(2);
    const double middle = (m_centroid - a.origin).dot(y), half = m_reach + step;
    const Vec3 foot = m_centroid - middle * y;
    std::vector<CanalSection> out;
    for (int n = -int(half / spacing); n <= int(half / spacing); ++n) {
        job.checkStop();
        const double height = middle + n * spacing;
        const Vec3 m = foot + height * y;
        const BoneSection s = section(m, x, z, half, half, step);
        const std::vector<std::uint8_t> hole = s.largestHole();
        if (hole.empty())
            continue;
        double count = 0, su = 0, sv = 0;
        for (int j = 0; j < s.nv; ++j)
            for (int i = 0; i < s.nu; ++i)
                if (hole[s.at(i, j)]) {
                    ++count;
                    su += s.u(i);
                    sv += s.v(j);
                }
        CanalSection c;
        c.height = height;
        c.area = count * step * step;
        if (c.area < kLeastCanal || c.area > kMostCanal)
            continue;
        c.centre = m + su / count * x + sv / count * z;
        const auto front = until(true, c.centre, x, 40), back = until(true, c.centre, -x, 40);
        if (!front || !back)
            continue;
        const Vec3 wall = c.centre + (*front + 0.3) * x, lamina = c.centre - (*back + 0.3) * x;
        const auto body = until(false, wall, x, 90);
        const auto arch = until(false, lamina, -x, 15);
        if (!body || *body < kLeastBody || (arch && *arch > *body))
            continue;
        // A body is wide, a spinous process is not.
        const Vec3 within = wall + 0.4 * std::min(*body, 25.0) * x;
        const auto right = until(false, within, z, 60), left = until(false, within, -z, 60);
        if (!right || !left || *right + *left < kLeastWidth)
            continue;
        const double along = (c.centre - a.origin).dot(x);
        c.front = along + *front;
        c.back = along - *back;
        out.push_back(c);
    }
    return out;
}

} // namespace pollux::detail
