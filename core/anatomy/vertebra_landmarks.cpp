#include "core/anatomy/landmark_parts.h"
#include "core/anatomy/vertebra_shape.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pollux {

namespace {

using namespace detail;

constexpr double kDegree = M_PI / 180;
constexpr double kTargetShare = 0.8; // of the way through the bone along a pedicle's axis: a choice, unverified
constexpr double kBeneath = 3;       // mm under an endplate where the section of the body is whole
constexpr double kZone = 9;          // mm of a pedicle's axis before and behind its isthmus
constexpr double kOffMidline = 2;    // mm from the midline that an axis keeps before its target
constexpr double kSlide = 4;         // mm
constexpr double kAside = 30;        // mm from the midline beyond which there is no pedicle

struct Endplate
{
    Vec3 centre = Vec3::Zero(), normal = Vec3::UnitZ(); ///< out of the body
    double rms = 0;
    bool found = false;
};

struct Body
{
    VertebraAxes axes;        ///< origin: centre of the canal
    double front = 0;         ///< x of the canal's front wall
    double low = 0, high = 0; ///< y between which the ring is closed
    double depth = 0, halfWidth = 0;
    Vec3 middle = Vec3::Zero();
    Endplate upper, lower;
    double canalArea = 0, canalDepth = 0;
};

[[noreturn]] void noRing()
{
    throw Error(ErrorCode::BadInput,
                "No canal is found in the mask of the vertebra: no section of it is a ring behind a body.",
                "Look at the mask: it must hold one whole vertebra, arch and body, whose head end is up in the image.");
}

/// Tilts in the sagittal plane in which the ring is closed, over the most first: of a lumbar vertebra it may also close
/// askew, over its lower articular processes.
std::vector<VertebraAxes> firstAxes(const VertebraShape& shape, const Job& job)
{
    std::vector<std::pair<double, VertebraAxes>> found;
    double most = 0;
    for (const double tilt : {0.0, 10.0, -10.0, 20.0, -20.0, 30.0, -30.0}) {
        const double s = std::sin(tilt * kDegree), c = std::cos(tilt * kDegree);
        const VertebraAxes a = VertebraAxes::of(shape.centroid(), Vec3(0, s, c), Vec3(0, -c, s));
        double sum = 0;
        for (const CanalSection& k : shape.canal(a, 1.5, 3, job))
            sum += k.area;
        if (sum > 1.05 * most) { // of like ones the least tilted
            most = sum;
            found.insert(found.begin(), {sum, a});
        } else if (sum > 0)
            found.emplace_back(sum, a);
    }
    if (found.empty())
        noRing();
    std::stable_sort(found.begin() + 1, found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<VertebraAxes> out;
    for (const auto& f : found)
        out.push_back(f.second);
    return out;
}

/// Plane through what lies highest along `up` over a disc about `middle`, its outliers left out.
Endplate endplate(const VertebraShape& shape, const VertebraAxes& a, const Vec3& middle, double radius, double sign)
{
    const Vec3 x = a.axes.col(0), up = sign * a.axes.col(1), z = a.axes.col(2);
    std::vector<Vec3> points;
    for (double u = -radius; u <= radius; u += 1.5)
        for (double v = -radius; v <= radius; v += 1.5) {
            if (u * u + v * v > radius * radius)
                continue;
            const Vec3 from = middle + u * x + v * z;
            if (!shape.contains(from))
                continue;
            if (const auto s = shape.until(false, from, up, 45))
                points.emplace_back(u, v, *s);
        }
    Endplate e;
    Vec3 plane = Vec3::Zero();
    std::vector<double> weight(points.size(), 1);
    for (int round = 0; round < 8 && points.size() >= 12; ++round) {
        Mat3 m = Mat3::Identity() * 1e-9;
        Vec3 b = Vec3::Zero();
        for (std::size_t n = 0; n < points.size(); ++n) {
            const Vec3 row(points[n].x(), points[n].y(), 1);
            m += weight[n] * row * row.transpose();
            b += weight[n] * row * points[n].z();
        }
        plane = m.ldlt().solve(b);
        double sum = 0, total = 0;
        for (std::size_t n = 0; n < points.size(); ++n) {
            const double r = points[n].z() - plane.x() * points[n].x() - plane.y() * points[n].y() - plane.z();
            sum += weight[n] * r * r;
            total += weight[n];
            const double t = r / 2.5; // mm: farther off is no endplate but a hollow or a spur
            weight[n] = std::fabs(t) < 1 ? (1 - t * t) * (1 - t * t) : 1e-6;
        }
        e.rms = std::sqrt(sum / total);
        e.found = true;
    }
    e.normal = (up - plane.x() * x - plane.y() * z).normalized();
    e.centre = middle + plane.z() * up;
    return e;
}

/// The middle of the body's section just beneath an endplate, on the endplate.
void centreEndplate(const VertebraShape& shape, const Body& b, Endplate& e)
{
    const VertebraAxes a = VertebraAxes::of(e.centre, e.normal, b.axes.axes.col(0));
    const Vec3 x = a.axes.col(0), z = a.axes.col(2), m = e.centre - kBeneath * e.normal;
    BoneSection s = shape.section(m, x, z, 40, 40, 0.75);
    const Vec3 wall = b.axes.toPatient(Vec3(b.front, 0, 0));
    for (int j = 0; j < s.nv; ++j)
        for (int i = 0; i < s.nu; ++i) {
            const Vec3 p = m + s.u(i) * x + s.v(j) * z;
            if ((p - wall).dot(b.axes.axes.col(0)) < 0 ||
                std::fabs((p - b.middle).dot(b.axes.axes.col(2))) > 1.15 * b.halfWidth)
                s.bone[s.at(i, j)] = 0;
        }
    const std::vector<std::uint8_t> part = s.part(s.column(0), s.row(0));
    if (part.empty()) {
        e.found = false;
        return;
    }
    double count = 0, u = 0, v = 0;
    for (int j = 0; j < s.nv; ++j)
        for (int i = 0; i < s.nu; ++i)
            if (part[s.at(i, j)]) {
                ++count;
                u += s.u(i);
                v += s.v(j);
            }
    e.centre = e.centre + u / count * x + v / count * z;
}

Body bodyFrom(const VertebraShape& shape, const VertebraAxes& first, const Job& job)
{
    Body b, last;
    b.axes = first;
    Vec3 level = Vec3::Constant(std::nan("")); // amid the endplates of the round before
    for (int round = 0; round < 4; ++round) {
        const std::vector<CanalSection> canal = shape.canal(b.axes, 0.75, 1, job);
        if (canal.empty() && round > 0) { // where laminae slope much, the ring is closed in the first axes alone
            b = last;
            break;
        }
        if (canal.empty())
            noRing();
        double area = 0, front = 0, back = 0;
        Vec3 centre = Vec3::Zero();
        for (const CanalSection& k : canal) {
            area += k.area;
            centre += k.area * k.centre;
            front += k.area * k.front;
            back += k.area * k.back;
        }
        centre /= area;
        const Vec3 shift = b.axes.toLocal(centre);
        b.front = front / area - shift.x();
        b.canalDepth = (front - back) / area;
        b.canalArea = area / double(canal.size());
        b.low = canal.front().height - shift.y();
        b.high = canal.back().height - shift.y();
        b.axes.origin = centre;
        const Vec3 x = b.axes.axes.col(0), y = b.axes.axes.col(1), z = b.axes.axes.col(2);
        const double height = level.allFinite() ? (level - centre).dot(y) : 0;
        const Vec3 wall = centre + height * y + (b.front + 1) * x;
        const auto depth = shape.until(false, wall, x, 70);
        if (!depth || *depth < 5)
            noRing();
        b.depth = *depth + 1;
        const Vec3 within = wall + 0.6 * b.depth * x; // before where ribs lie
        const auto right = shape.until(false, within, z, 60), left = shape.until(false, within, -z, 60);
        if (!right || !left)
            noRing();
        b.halfWidth = 0.5 * (*right + *left);
        b.middle = centre + height * y + (b.front + b.depth / 2) * x + 0.5 * (*right - *left) * z;
        const double radius = 0.38 * std::min(b.depth, 2 * b.halfWidth);
        b.upper = endplate(shape, b.axes, b.middle, radius, 1);
        b.lower = endplate(shape, b.axes, b.middle, radius, -1);
        if (!b.upper.found || !b.lower.found)
            throw Error(ErrorCode::BadInput, "No endplates are found on the body of the vertebra.",
                        "Look at the mask: it must hold one whole vertebra and no neighbour.");
        level = 0.5 * (b.upper.centre + b.lower.centre);
        last = b;
        if (round < 3)
            b.axes = VertebraAxes::of(centre, b.upper.normal - b.lower.normal, b.middle - centre);
    }
    centreEndplate(shape, b, b.upper);
    centreEndplate(shape, b, b.lower);
    if (!b.upper.found || !b.lower.found)
        throw Error(ErrorCode::BadInput, "The endplates of the vertebra's body have no middle.",
                    "Look at the mask: it must hold one whole vertebra and no neighbour.");
    return b;
}

Body findBody(const VertebraShape& shape, const Job& job)
{
    const std::vector<VertebraAxes> all = firstAxes(shape, job.part(0, 0.4));
    for (size_t n = 0; n + 1 < all.size(); ++n)
        try {
            return bodyFrom(shape, all[n], job);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::BadInput)
                throw;
        }
    return bodyFrom(shape, all.back(), job);
}

/// What of a section hangs together with the pedicle.
struct Cut
{
    bool found = false;
    double area = 0;
    Vec3 centre = Vec3::Zero();
};

struct Pedicle
{
    bool found = false;
    Vec3 isthmus = Vec3::Zero(), axis = Vec3::UnitX(); ///< unit, forwards
    Vec3 entry = Vec3::Zero(), front = Vec3::Zero(), target = Vec3::Zero();
    double width = 0, height = 0, area = 0;
    bool open = false; ///< the axis does not leave the bone where it should
};

class PedicleFinder
{
public:
    PedicleFinder(const VertebraShape& shape, const Body& body, double side)
        : m_shape(shape), m_body(body), m_x(body.axes.axes.col(0)), m_y(body.axes.axes.col(1)),
          m_z(side * body.axes.axes.col(2)), m_canal(body.axes.origin)
    {
    }

    Pedicle find(const Job& job) const
    {
        Pedicle p;
        // Coronal sections first: from the body's back wall to behind the canal's middle.
        std::vector<Cut> cuts;
        const double first = m_body.front + 1, last = -0.25 * m_body.canalDepth;
        for (double t = first; t >= last; t -= 0.5) {
            job.checkStop();
            cuts.push_back(coronal(t));
        }
        std::size_t best = cuts.size();
        for (std::size_t n = 0; n < cuts.size(); ++n)
            if (cuts[n].found && (best == cuts.size() || cuts[n].area < cuts[best].area))
                best = n;
        if (best == cuts.size())
            return p;
        Vec3 axis = lineOf(cuts, best);
        Vec3 at = cuts[best].centre;
        for (int round = 0; round < 3; ++round) {
            job.checkStop();
            const Cut c = narrowest(at, axis);
            if (!c.found)
                return p;
            at = c.centre;
            p.area = c.area;
            axis = clearest(at, axis, job);
        }
        p.found = true;
        p.isthmus = at;
        p.axis = axis;
        measure(p);
        return p;
    }

    /// The same pedicle with its isthmus at x (local), along its axis, if it is about as narrow there.
    Pedicle slid(const Pedicle& p, double x) const
    {
        const double by = (x - (p.isthmus - m_canal).dot(m_x)) / p.axis.dot(m_x);
        if (std::fabs(by) > kSlide)
            return p;
        Vec3 u, v;
        across(p.axis, u, v);
        Pedicle out = p;
        out.isthmus += by * p.axis;
        const Cut c = m_shape.contains(out.isthmus) ? cut(out.isthmus, u, v, out.isthmus) : Cut{};
        if (!c.found || c.area > 1.1 * p.area)
            return p;
        out.area = c.area;
        measure(out);
        return out;
    }

private:
    Cut cut(const Vec3& middle, const Vec3& u, const Vec3& v, const Vec3& seed) const
    {
        BoneSection s = m_shape.section(middle, u, v, 22, 22, 0.5);
        for (int j = 0; j < s.nv; ++j)
            for (int i = 0; i < s.nu; ++i) {
                const double aside = (middle + s.u(i) * u + s.v(j) * v - m_canal).dot(m_z);
                if (aside < 1 || aside > kAside)
                    s.bone[s.at(i, j)] = 0;
            }
        const Vec3 d = seed - middle;
        const std::vector<std::uint8_t> part = s.part(s.column(d.dot(u)), s.row(d.dot(v)));
        Cut c;
        if (part.empty())
            return c;
        double count = 0, su = 0, sv = 0;
        for (int j = 0; j < s.nv; ++j)
            for (int i = 0; i < s.nu; ++i)
                if (part[s.at(i, j)]) {
                    ++count;
                    su += s.u(i);
                    sv += s.v(j);
                }
        c.found = true;
        c.area = count * s.step * s.step;
        c.centre = middle + su / count * u + sv / count * v;
        return c;
    }

    /// Beside the canal in a coronal plane at x = t.
    Cut coronal(double t) const
    {
        const Vec3 amid = m_canal + t * m_x + 0.5 * (m_body.low + m_body.high) * m_y;
        const auto wall = m_shape.until(true, amid + 1.5 * m_z, m_z, 25);
        if (!wall)
            return {};
        const Vec3 seed = amid + (*wall + 2.2) * m_z;
        return cut(seed, m_z, m_y, seed);
    }

    /// Through the middles of the sections about the narrowest that are nearly as narrow.
    Vec3 lineOf(const std::vector<Cut>& cuts, std::size_t best) const
    {
        std::size_t from = best, to = best;
        const auto narrow = [&](std::size_t n) { return cuts[n].found && cuts[n].area < 1.35 * cuts[best].area; };
        while (from > 0 && narrow(from - 1))
            --from;
        while (to + 1 < cuts.size() && narrow(to + 1))
            ++to;
        if (to - from < 4)
            return m_x;
        Vec3 mean = Vec3::Zero();
        const double n = double(to - from + 1);
        for (std::size_t k = from; k <= to; ++k)
            mean += cuts[k].centre / n;
        Mat3 spread = Mat3::Zero();
        for (std::size_t k = from; k <= to; ++k)
            spread += (cuts[k].centre - mean) * (cuts[k].centre - mean).transpose();
        Vec3 d = Eigen::SelfAdjointEigenSolver<Mat3>(spread).eigenvectors().col(2);
        if (d.dot(m_x) < 0)
            d = -d;
        return d.dot(m_x) > 0.7 ? d : m_x;
    }

    void across(const Vec3& axis, Vec3& u, Vec3& v) const
    {
        u = (m_z - m_z.dot(axis) * axis).normalized();
        v = axis.cross(u);
        if (v.dot(m_y) < 0)
            v = -v;
    }

    Cut narrowest(const Vec3& at, const Vec3& axis) const
    {
        Vec3 u, v;
        across(axis, u, v);
        std::vector<Cut> cuts;
        double least = 1e300;
        for (double s = -4; s <= 4; s += 0.5) {
            const Vec3 m = at + s * axis;
            cuts.push_back(m_shape.contains(m) ? cut(m, u, v, m) : Cut{});
            if (cuts.back().found)
                least = std::min(least, cuts.back().area);
        }
        // Amid those that are as narrow: a tube has no narrowest place.
        Cut out;
        double n = 0;
        for (const Cut& c : cuts)
            if (c.found && c.area <= 1.03 * least) {
                out.centre += c.centre;
                out.area += c.area;
                ++n;
            }
        if (n == 0)
            return out;
        out.centre /= n;
        out.area /= n;
        out.found = m_shape.contains(out.centre);
        return out;
    }

    /// The direction through `at` along which there is the most bone about, not far from `start`.
    Vec3 clearest(const Vec3& at, const Vec3& start, const Job& job) const
    {
        const double most = -m_shape.distance(at);
        // Before the target it may not come to the midline.
        const Vec3 local = at - m_canal;
        const double ahead = m_body.front + kTargetShare * m_body.depth - local.dot(m_x);
        const double inmost =
            std::clamp(std::atan2(local.dot(m_z) - kOffMidline, std::max(ahead, 1.0)) / kDegree, 0.0, 40.0);
        const auto direction = [&](double inwards, double up) {
            const double a = inwards * kDegree, b = up * kDegree;
            return Vec3(std::cos(b) * (std::cos(a) * m_x - std::sin(a) * m_z) + std::sin(b) * m_y);
        };
        // A pedicle is higher than wide, so bone about the axis tells little of how it rises: it is held near halfway
        // between the line of the sections and the endplates' direction.
        const double rise = 0.5 * std::asin(std::clamp(start.dot(m_y), -1.0, 1.0)) / kDegree;
        const double inwards = std::atan2(-start.dot(m_z), start.dot(m_x)) / kDegree;
        const auto score = [&](double a, double b) {
            const Vec3 d = direction(a, b);
            double sum = 0, n = 0;
            for (double s = -kZone; s <= kZone; s += 0.75) {
                sum += std::min(-m_shape.distance(at + s * d), most);
                ++n;
            }
            return sum / n - 0.0005 * (a - inwards) * (a - inwards) - 0.002 * (b - rise) * (b - rise);
        };
        double bestA = 0, bestB = 0, best = -1e300;
        const auto look = [&](double fromA, double toA, double fromB, double toB, double step) {
            for (double a = fromA; a <= toA + 1e-9; a += step) {
                job.checkStop();
                for (double b = fromB; b <= toB + 1e-9; b += step)
                    if (const double s = score(a, b); s > best) {
                        best = s;
                        bestA = a;
                        bestB = b;
                    }
            }
        };
        look(-10, inmost, -24, 24, 2);
        const double a = bestA, b = bestB;
        look(a - 2, std::min(a + 2, inmost), b - 2, b + 2, 0.5);
        return direction(bestA, bestB);
    }

    void measure(Pedicle& p) const
    {
        Vec3 u, v;
        across(p.axis, u, v);
        const auto chord = [&](const Vec3& along, const Vec3& beside, double reach) {
            double sum = 0, n = 0;
            for (double s = -reach; s <= reach + 1e-9; s += reach / 2) {
                const Vec3 m = p.isthmus + s * beside;
                const auto one = m_shape.until(false, m, along, 25), other = m_shape.until(false, m, -along, 25);
                if (!one || !other || !m_shape.contains(m))
                    continue;
                sum += *one + *other;
                ++n;
            }
            return n > 0 ? sum / n : 0.0;
        };
        p.width = chord(u, v, 1);
        p.height = chord(v, u, 0.5);
        const auto back = m_shape.until(false, p.isthmus, -p.axis, 45);
        const auto front = m_shape.until(false, p.isthmus, p.axis, 80);
        p.open = !back || !front;
        p.entry = p.isthmus - back.value_or(15) * p.axis;
        p.front = p.isthmus + front.value_or(30) * p.axis;
        p.target = p.entry + kTargetShare * (p.front - p.entry);
    }

    const VertebraShape& m_shape;
    const Body& m_body;
    Vec3 m_x, m_y, m_z; ///< z to this pedicle's side
    Vec3 m_canal;
};

void putPedicle(JointLandmarks& out, const BoneShape& bone, const Body& body, const Pedicle& p, const Pedicle& other,
                bool left)
{
    const std::string key = left ? "pedicle-left" : "pedicle-right";
    const double voxel = bone.voxelAlong(body.axes.axes.col(2));
    double confidence = std::min(0.8, p.width / (5 * voxel)); // five voxels across are seen well enough
    std::string why =
        filled("isthmus of %1 x %2 mm, voxels of %3 mm", {toText(p.width, 1), toText(p.height, 1), toText(voxel, 2)});
    if (other.found) {
        const double ratio = std::max(p.area, other.area) / std::max(1e-9, std::min(p.area, other.area));
        if (ratio > 1.6) {
            confidence = std::min(confidence, 0.4);
            why += filled("; its section is %1 times that of the other side, or the reverse", {toText(ratio, 1)});
        }
    }
    const VertebraAxes& a = body.axes;
    const double side = left ? -1 : 1;
    if ((p.target - a.origin).dot(side * a.axes.col(2)) < 0) {
        confidence = std::min(confidence, 0.4);
        why += "; its axis crosses the middle of the body";
    }
    if (p.open) {
        confidence = std::min(confidence, 0.2);
        why += "; its axis does not leave the bone where it should";
    }
    put(out, bone, key + "-entry", left ? term("Left pedicle, entry") : term("Right pedicle, entry"), p.entry,
        0.8 * confidence, why + "; where the axis leaves the bone behind");
    put(out, bone, key + "-isthmus", left ? term("Left pedicle, isthmus") : term("Right pedicle, isthmus"), p.isthmus,
        confidence, why);
    put(out, bone, key + "-target", left ? term("Left pedicle, target") : term("Right pedicle, target"), p.target,
        0.8 * confidence,
        why + filled("; %1 % of the way to the front cortex, a choice, unverified", {toText(100 * kTargetShare, 0)}));
    out.measures.push_back(
        {key + "-width", left ? term("Width of the left pedicle") : term("Width of the right pedicle"), p.width});
    out.measures.push_back(
        {key + "-height", left ? term("Height of the left pedicle") : term("Height of the right pedicle"), p.height});
}

} // namespace

JointLandmarks vertebraLandmarks(const Mask& mask, const Job& job)
{
    const VertebraShape shape(mask, job.part(0, 0.2));
    const BoneShape bone(mask, "vertebra", job.part(0.2, 0.3));
    const Body body = findBody(shape, job.part(0.3, 0.7));
    JointLandmarks out;
    const Vec3 up = body.axes.axes.col(1);
    const auto plate = [&](const char* key, const char* label, const Endplate& e) {
        put(out, bone, key, label, e.centre, 0.9 * byVoxel(bone, up) / (1 + e.rms * e.rms),
            filled("plane through the endplate within %1 mm; ", {toText(e.rms, 2)}) + halfVoxelText(bone, up));
    };
    plate("vertebra-upper", term("Upper endplate, centre"), body.upper);
    plate("vertebra-lower", term("Lower endplate, centre"), body.lower);
    put(out, bone, "vertebra-body", term("Body of the vertebra, centre"), 0.5 * (body.upper.centre + body.lower.centre),
        0.9 * byVoxel(bone, up), "amid the endplates");
    put(out, bone, "vertebra-canal", term("Canal of the vertebra, centre"), body.axes.origin,
        std::min(0.9, (body.high - body.low) / 8) * byVoxel(bone, up),
        filled("hole of %1 mm2 in sections over %2 mm",
               {toText(body.canalArea, 0), toText(body.high - body.low + 1, 0)}));
    const PedicleFinder ofLeft(shape, body, -1), ofRight(shape, body, 1);
    Pedicle left = ofLeft.find(job.part(0.7, 0.85)), right = ofRight.find(job.part(0.85, 1));
    if (left.found && right.found) { // a tube is as narrow all along: corresponding places of both
        const double x = 0.5 * (body.axes.toLocal(left.isthmus).x() + body.axes.toLocal(right.isthmus).x());
        left = ofLeft.slid(left, x);
        right = ofRight.slid(right, x);
    }
    if (left.found)
        putPedicle(out, bone, body, left, right, true);
    if (right.found)
        putPedicle(out, bone, body, right, left, false);
    out.measures.push_back({"vertebra-body-depth", term("Depth of the body of the vertebra"), body.depth});
    return out;
}

} // namespace pollux
