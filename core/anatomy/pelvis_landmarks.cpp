#include "core/anatomy/acetabulum_fit.h"
#include "core/anatomy/landmark_parts.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/image/morphology.h"

#include <Eigen/Eigenvalues>
#include <Eigen/Geometry>

#include <cmath>
#include <utility>

namespace pollux {

using namespace detail;

namespace {

// Where a spine is looked for, mm: distances in a grown pelvis, wide enough for small and large ones.
constexpr double kBothWide = 180;                      // what is wider across holds both sides
constexpr double kSpineAbove = 45;                     // ASIS and PSIS above the hip's centre, at least
constexpr double kCrestAbove = 15;                     // bone above a spine, at least: else its crest is cut off
constexpr double kRecede = 1.5;                        // that the crest above an anterior spine lies behind it
constexpr double kTubercleFrom = 10, kTubercleTo = 50; // from the midline
constexpr double kPsisFrom = 20;                       // from the midline: the sacrum's spines are nearer
constexpr double kBehind = 70;                         // PSIS behind ASIS, at least
constexpr double kLeastHeight = 150; // of bone from low to high where no hip's centre tells what is what
constexpr double kInSocket = 45;     // from a femoral head's centre to the bone, at most, in its own socket
constexpr double kTwist = 50;        // degrees of a wing against what is below it, by which it surely tells the side
constexpr double kTells = 0.25;      // of a side, at least

struct Piece
{
    BoneShape bone;
    std::optional<Side> side; ///< as its mask was given
};

constexpr size_t index(Side s)
{
    return s == Side::Right ? 0 : 1;
}

std::string sided(const char* key, Side side)
{
    return std::string(key) + "-" + std::string(name(side));
}

/// What is known of a side while it is looked for.
struct Half
{
    std::optional<Vec3> head; ///< guide to the hip
    double headRadius = 0;
    bool headDoubtful = false;
    std::optional<BoneShape::Tip> asis, tubercle, psis;
    const BoneShape *asisBone = nullptr, *tubercleBone = nullptr, *psisBone = nullptr;
    std::string whyAsis, whyTubercle, whyPsis; ///< why not
};

class PelvisSearch
{
public:
    PelvisSearch(const PelvisMasks& masks, const Job& job)
    {
        const auto add = [&](const Mask* mask, std::optional<Side> side, const Job& part) {
            if (!mask || mask->empty())
                return;
            for (const Mask& m : components(*mask, std::max<std::int64_t>(200, mask->count() / 20), 6, part))
                m_pieces.push_back({BoneShape(m, "pelvis", part), side});
        };
        if (masks.both)
            add(masks.both, std::nullopt, job.part(0, 0.2));
        else {
            add(masks.right, Side::Right, job.part(0, 0.1));
            add(masks.left, Side::Left, job.part(0.1, 0.2));
        }
        if (m_pieces.empty())
            throw Error(ErrorCode::BadInput, "The mask of the pelvis holds next to nothing.",
                        "Segment the bone first.");
        const auto [low, high] = extent(m_right, [](const Piece&) { return true; });
        const bool wide = narrowest() > kBothWide;
        m_two = masks.both ? wide : m_pieces.front().side != m_pieces.back().side;
        if (masks.both)
            m_mid = 0.5 * (low + high);
        else if (m_two)
            refuseExchanged();
        else if (wide)
            throw Error(ErrorCode::BadInput, "A mask of one side of the pelvis is as wide as both sides are.",
                        "Cut the other side off, or let its name tell no side.");
        for (const Mask* femur : masks.femora)
            if (femur && !femur->empty())
                addFemur(*femur, job.part(0.2, 0.4));
        if (!m_two)
            m_seen = sideByWing();
        if (masks.both && !m_two)
            tellSide(masks.side);
        seam();
    }

    PelvisLandmarks found(const Job& job)
    {
        for (int round = 0; round < 12; ++round) {
            job.checkStop();
            const Mat3 before = axes();
            tips(job);
            turn();
            if ((axes() - before).norm() < 1e-9)
                break;
        }
        tips(job);
        PelvisLandmarks out;
        out.bothSides = m_two;
        out.seen = m_seen;
        for (const Side s : {Side::Right, Side::Left})
            putTips(out, s);
        for (const Side s : {Side::Right, Side::Left})
            putAcetabulum(out, s, job.part(0.6, 1));
        return out;
    }

private:
    Mat3 axes() const
    {
        Mat3 m;
        m << m_front, m_up, m_right;
        return m;
    }
    /// In two halves, or in one mask of both sides; else it is the one side.
    bool isOf(const Piece& p, Side s) const
    {
        if (p.side)
            return *p.side == s;
        return m_two || m_only == s;
    }
    /// mm from the midline, away from it; where there is but one side, from its innermost place.
    double lateral(const Vec3& p, Side s) const { return (p.dot(m_right) - m_mid) * (s == Side::Right ? 1 : -1); }
    template <class Which>
    std::pair<double, double> extent(const Vec3& direction, const Which& which) const
    {
        double low = 1e300, high = -1e300;
        for (const Piece& p : m_pieces)
            if (which(p)) {
                const auto [a, b] = p.bone.extent(direction);
                low = std::min(low, a);
                high = std::max(high, b);
            }
        return {low, high};
    }

    /// Extent across, mm, as a patient who lies straight would have it: the least over some turns about the vertical
    /// and the sagittal axis.
    double narrowest() const
    {
        double least = 1e300;
        for (const double roll : {-20.0, -10.0, 0.0, 10.0, 20.0})
            for (const double yaw : {-20.0, -10.0, 0.0, 10.0, 20.0}) {
                const Vec3 right = Eigen::AngleAxisd(yaw * M_PI / 180, m_up) *
                                   (Eigen::AngleAxisd(roll * M_PI / 180, m_front) * m_right);
                const auto [low, high] = extent(right, [](const Piece&) { return true; });
                least = std::min(least, high - low);
            }
        return least;
    }

    void addFemur(const Mask& mask, const Job& job)
    {
        JointLandmarks femur;
        try {
            femur = hipLandmarks(mask, job);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::BadInput)
                throw;
            return; // a guide that is none
        }
        const BoneLandmark* head = findLandmark(femur.points, "femur-head");
        if (!head)
            return;
        const SideGuess guess = sideOf(femur.points);
        Side side = guess.side;
        const Piece* nearest = nullptr;
        double least = 1e300;
        for (const Piece& p : m_pieces)
            for (const BoneFace& f : p.bone.faces())
                if (const double d = (f.point - head->position).norm(); d < least) {
                    least = d;
                    nearest = &p;
                }
        const bool named = m_pieces.front().side.has_value();
        if (m_two && !named)
            side = head->position.dot(m_right) > m_mid ? Side::Right : Side::Left;
        else if (!(guess.confidence > 0.1)) {
            if (!named || !nearest)
                return;
            side = *nearest->side;
        }
        Half& half = m_half[index(side)];
        half.head = head->position;
        half.headDoubtful = head->confidence < 0.3;
        half.headRadius = femur.measures.empty() ? 24 : femur.measures.front().mm;
        if (least < std::min(kInSocket, m_nearestFemur)) {
            m_nearestFemur = least;
            m_only = side;
        }
    }

    /// Of two halves, which their names tell.
    void refuseExchanged() const
    {
        const auto middle = [&](Side s) {
            const auto [low, high] = extent(m_right, [&](const Piece& p) { return p.side == s; });
            return low + high;
        };
        if (middle(Side::Right) < middle(Side::Left))
            throw Error(ErrorCode::BadInput,
                        "The right half of the pelvis lies to the left of the left one: they are exchanged.",
                        "Exchange the names of the masks, or check how the image is turned.");
    }

    /// Direction in which a part of the bone between two heights runs, seen from above: degrees from the front to the
    /// right, -90 to 90. nullopt without bone there.
    std::optional<double> runOf(double from, double to) const
    {
        Eigen::Matrix2d spread = Eigen::Matrix2d::Zero();
        Eigen::Vector2d mean = Eigen::Vector2d::Zero();
        double area = 0;
        for (const Piece& p : m_pieces)
            for (const BoneFace& f : p.bone.faces())
                if (const double t = f.point.dot(m_up); t > from && t < to) {
                    const Eigen::Vector2d q(f.point.dot(m_front), f.point.dot(m_right));
                    area += f.area;
                    mean += f.area * q;
                    spread += f.area * q * q.transpose();
                }
        if (!(area > 0))
            return {};
        mean /= area;
        const Eigen::Vector2d d =
            Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d>(spread / area - mean * mean.transpose())
                .eigenvectors()
                .col(1);
        return std::atan2(d.x() < 0 ? -d.y() : d.y(), std::fabs(d.x())) * 180 / M_PI;
    }

    /// Of one side: forwards the wing runs laterally and the bone about the obturator foramen medially. That twist does
    /// not depend on how the patient is turned about the vertical axis, and little on an oblique pelvis.
    SideGuess sideByWing() const
    {
        const auto [low, high] = extent(m_up, [](const Piece&) { return true; });
        const auto wing = runOf(low + 0.75 * (high - low), high + 1), below = runOf(low - 1, low + 0.35 * (high - low));
        if (high - low < kLeastHeight || !wing || !below)
            return {};
        const double twist = *wing - *below;
        return {twist > 0 ? Side::Right : Side::Left, std::min(1.0, std::fabs(twist) / kTwist),
                term("forwards the wing of the ilium runs laterally, and what is below it medially")};
    }

    /// Of one side that nobody named: by the femur in its socket, unless the wing is sure; else as it is said.
    void tellSide(std::optional<Side> said)
    {
        const bool femur = m_nearestFemur < kInSocket;
        if (femur && m_seen.confidence < 0.8)
            m_seen = {m_only, 0.8, term("the femur in its socket is of that side")};
        if (m_seen.confidence >= kTells)
            m_only = m_seen.side;
        else if (said)
            m_only = *said;
        else
            throw Error(ErrorCode::BadInput, "The image does not tell which side of the pelvis this is.",
                        "Choose the side, name the mask by it, or give the femur.");
    }

    /// The midline of two halves: between the innermost places of both. Of one side: its innermost place.
    void seam()
    {
        const auto inner = [&](Side s) {
            const auto [low, high] = extent(m_right, [&](const Piece& p) { return isOf(p, s); });
            return s == Side::Right ? low : high;
        };
        if (m_pieces.front().side && m_two)
            m_mid = 0.5 * (inner(Side::Right) + inner(Side::Left));
        else if (!m_two)
            m_mid = inner(m_pieces.front().side.value_or(m_only));
        else if (const Half& r = m_half[0], &l = m_half[1]; r.asis && l.asis)
            m_mid = 0.5 * (r.asis->point + l.asis->point).dot(m_right);
    }

    bool has(Side s) const
    {
        return std::any_of(m_pieces.begin(), m_pieces.end(), [&](const Piece& p) { return isOf(p, s); });
    }

    template <class Within>
    std::optional<BoneShape::Tip> tipOf(Side s, const Vec3& direction, const Within& within, const BoneShape*& on) const
    {
        std::optional<BoneShape::Tip> best;
        for (const Piece& p : m_pieces) {
            if (!isOf(p, s))
                continue;
            const BoneShape::Tip t = p.bone.tip(
                direction, [&](const Vec3& q) { return (!m_two || p.side || lateral(q, s) > 0) && within(q); });
            if (t.found && (!best || t.point.dot(direction) > best->point.dot(direction))) {
                best = t;
                on = &p.bone;
            }
        }
        return best;
    }

    /// Highest place of a side about where its spines are.
    double topOf(Side s) const
    {
        double top = -1e300;
        for (const Piece& p : m_pieces)
            if (isOf(p, s))
                for (const BoneFace& f : p.bone.faces())
                    if (p.side || !m_two || lateral(f.point, s) > kPsisFrom)
                        top = std::max(top, f.point.dot(m_up));
        return top;
    }

    /// Height of the hip's centre: of this side, else of the other one.
    std::optional<double> hipHeight(Side s) const
    {
        for (const Side t : {s, s == Side::Right ? Side::Left : Side::Right})
            if (m_half[index(t)].head)
                return m_half[index(t)].head->dot(m_up);
        return {};
    }

    void tips(const Job& job)
    {
        for (const Side s : {Side::Right, Side::Left}) {
            job.checkStop();
            Half& h = m_half[index(s)];
            h.asis.reset();
            h.tubercle.reset();
            h.psis.reset();
            if (!has(s)) {
                h.whyAsis = h.whyTubercle = h.whyPsis = term("this side is not given");
                continue;
            }
            const auto hip = hipHeight(s);
            const auto [low, high] = extent(m_up, [&](const Piece& p) { return isOf(p, s); });
            if (!hip && high - low < kLeastHeight) {
                h.whyAsis = h.whyTubercle = h.whyPsis =
                    term("too little of the pelvis is in the image to tell, and there is no femur as a guide");
                continue;
            }
            const double middle = hip ? *hip : low + 0.4 * (high - low);
            const double above = middle + (hip ? kSpineAbove : 0.15 * (high - low));
            const double top = topOf(s);
            h.asis = tipOf(
                s, m_front, [&](const Vec3& p) { return p.dot(m_up) > above; }, h.asisBone);
            if (h.asis && top - h.asis->point.dot(m_up) < kCrestAbove) {
                h.asis.reset();
                h.whyAsis = term("the crest above it is not in the image");
            } else if (!h.asis)
                h.whyAsis = term("the wing of the ilium is not in the image");
            if (h.asis) {
                const double at = h.asis->point.dot(m_up);
                const BoneShape* bone = nullptr;
                const auto crest = tipOf(
                    s, m_front, [&](const Vec3& p) { return p.dot(m_up) > at + 10 && p.dot(m_up) < at + 20; }, bone);
                if (crest && crest->point.dot(m_front) > h.asis->point.dot(m_front) - kRecede) {
                    h.asis.reset();
                    h.whyAsis = term("no spine stands out of the front of the ilium");
                }
            }
            // The pubis of one side lies near its innermost place, as of two near the midline.
            const double from = m_two ? kTubercleFrom : 0;
            h.tubercle = tipOf(
                s, m_front,
                [&](const Vec3& p) {
                    const double l = lateral(p, s);
                    return p.dot(m_up) < middle + 15 && l > from && l < kTubercleTo;
                },
                h.tubercleBone);
            if (h.tubercle && hip && m_half[index(s)].head &&
                h.tubercle->point.dot(m_front) < m_half[index(s)].head->dot(m_front)) {
                h.tubercle.reset(); // what is left of it lies behind the hip
            }
            if (!h.tubercle)
                h.whyTubercle = term("the pubis is not in the image");
            h.psis = tipOf(
                s, -m_front,
                [&](const Vec3& p) { return p.dot(m_up) > above - 10 && (!m_two || lateral(p, s) > kPsisFrom); },
                h.psisBone);
            if (h.psis && (top - h.psis->point.dot(m_up) < kCrestAbove || !h.asis ||
                           (h.asis->point - h.psis->point).dot(m_front) < kBehind))
                h.psis.reset();
            if (!h.psis)
                h.whyPsis = term("the back of the ilium is not in the image as a whole");
        }
    }

    /// The axes by what has been found: see anteriorPelvicPlane().
    void turn()
    {
        const Half &r = m_half[0], &l = m_half[1];
        Vec3 right = -Vec3::UnitX();
        if (r.asis && l.asis)
            right = (r.asis->point - l.asis->point).normalized();
        const auto mean = [](const std::optional<BoneShape::Tip>& a, const std::optional<BoneShape::Tip>& b) {
            return a && b ? std::optional<Vec3>(0.5 * (a->point + b->point))
                   : a    ? std::optional<Vec3>(a->point)
                   : b    ? std::optional<Vec3>(b->point)
                          : std::nullopt;
        };
        Vec3 up = m_up;
        // Of one side's spine and the other's tubercle no plane is told.
        if (r.asis && l.asis) {
            if (const auto low = mean(r.tubercle, l.tubercle))
                up = 0.5 * (r.asis->point + l.asis->point) - *low;
        } else
            for (const Half* h : {&r, &l})
                if (h->asis && h->tubercle)
                    up = h->asis->point - h->tubercle->point;
        up = across(up, right, Vec3::UnitZ());
        // As far as a pelvis may lie askew; beyond, something else than its spines was found.
        constexpr double kMost = 0.64; // cosine of 50 degrees
        if (right.dot(-Vec3::UnitX()) < kMost || up.dot(Vec3::UnitZ()) < kMost)
            return;
        m_right = right;
        m_up = up;
        m_front = m_up.cross(m_right);
        seam();
    }

    void putTips(PelvisLandmarks& out, Side s) const
    {
        const Half &h = m_half[index(s)], &o = m_half[1 - index(s)];
        const bool plane = h.asis && o.asis && (h.tubercle || o.tubercle);
        const std::string label = s == Side::Right ? term("Right ") : term("Left ");
        const auto one = [&](const char* key, const std::string& what, const std::optional<BoneShape::Tip>& tip,
                             const BoneShape* bone, const Vec3& direction, const std::string& why) {
            if (!tip) {
                out.missing.push_back({sided(key, s), what, why});
                return;
            }
            putTip(out, *bone, sided(key, s), what, *tip, direction, plane ? 0.9 : 0.45);
            if (out.points.empty() || out.points.back().key != sided(key, s))
                return;
            std::string& text = out.points.back().why;
            text = plane ? filled("%1; on the plane laid on the front of the pelvis", {text})
                         : filled("%1; by the image's axes, for the plane of both sides is not known", {text});
        };
        one("asis", label + "anterior superior iliac spine", h.asis, h.asisBone, m_front, h.whyAsis);
        one("psis", label + "posterior superior iliac spine", h.psis, h.psisBone, -m_front, h.whyPsis);
        one("pubic-tubercle", label + "pubic tubercle", h.tubercle, h.tubercleBone, m_front, h.whyTubercle);
    }

    void putAcetabulum(PelvisLandmarks& out, Side s, const Job& job) const
    {
        const Half& h = m_half[index(s)];
        const std::string label = s == Side::Right ? term("Right ") : term("Left ");
        const auto missing = [&](const char* why) {
            out.missing.push_back({sided("acetabulum", s), label + "acetabulum", why});
        };
        std::vector<const BoneShape*> bones;
        for (const Piece& p : m_pieces)
            if (isOf(p, s))
                bones.push_back(&p.bone);
        if (bones.empty())
            return missing(term("this side is not given"));
        std::optional<AcetabulumFit> fit;
        double trust = 1;
        std::string guide = term("about the head of the femur");
        if (h.head)
            fit = fitAcetabulum(bones, *h.head, h.headRadius - 1, h.headRadius + 7, job);
        else if (const Half& r = m_half[0], &l = m_half[1]; r.asis && l.asis) {
            // Bell, Pedersen and Brand 1990: parts of the distance of the spines, from the spine of the side.
            const double wide = (r.asis->point - l.asis->point).norm();
            const Vec3 out3 = s == Side::Right ? m_right : Vec3(-m_right);
            const Vec3 guess = h.asis->point - 0.14 * wide * out3 - 0.30 * wide * m_up - 0.19 * wide * m_front;
            fit = fitAcetabulum(bones, guess, 12, 38, job);
            trust = 0.8;
            guide = term("without a femur, about the place that the anterior spines tell");
        } else
            return missing(term("it is looked for about the head of the femur: give the femur"));
        if (!fit)
            return missing(h.headDoubtful ? term("the head of the femur is cut off by the image, or is no sphere")
                                          : term("no sphere fits the surface that faces the femur"));
        const BoneShape& bone = *bones.front();
        const SphereFit& sphere = fit->sphere;
        // A lunate surface covers a fifth of the sphere and more.
        double confidence =
            trust * sphere.inliers / (1 + sphere.formMm * sphere.formMm) * std::min(1.0, fit->share / 0.2);
        std::string why =
            filled("sphere of radius %1 mm within %2 mm, %3 % of it, %4",
                   {toText(sphere.radius, 1), toText(sphere.rmsMm, 2), toText(100 * fit->share, 0), guide});
        if (fit->cut) {
            confidence = std::min(confidence, 0.3);
            why = filled("%1; it is cut off by the image", {why});
        }
        put(out, bone, sided("acetabulum", s), label + "acetabulum, centre", sphere.centre, confidence, why);
        out.measures.push_back({sided("acetabulum-radius", s), label + "acetabulum, radius", sphere.radius});
        const auto missingRim = [&](const char* text) {
            out.missing.push_back({sided("acetabulum-rim", s), label + "acetabulum, rim", text});
        };
        if (!fit->rim) {
            missingRim(term("less than half of a rim is in the image, or it lies in no plane"));
            return;
        }
        const AcetabulumFit::Rim& rim = *fit->rim;
        double sure = std::min(confidence, std::min(1.0, rim.around / 0.7) / (1 + 0.15 * rim.rmsMm * rim.rmsMm));
        std::string text =
            filled("plane through %1 % of the rim, within %2 mm", {toText(100 * rim.around, 0), toText(rim.rmsMm, 1)});
        if (rim.cut) {
            sure = std::min(sure, 0.2);
            text = filled("%1; the rim is cut off by the image", {text});
        }
        put(out, bone, sided("acetabulum-dome", s), label + "acetabulum, dome",
            sphere.centre - sphere.radius * rim.axis, sure, term("on the sphere, opposite to the opening"));
        const Vec3 high = across(m_up, rim.axis, m_front), front = across(m_front, rim.axis, m_up);
        Vec3 ahead = rim.axis.cross(high);
        if (ahead.dot(front) < 0)
            ahead = -ahead;
        const std::pair<const char*, Vec3> places[] = {
            {term("superior"), high}, {term("anterior"), ahead}, {term("posterior"), Vec3(-ahead)}};
        for (const auto& [where, direction] : places)
            put(out, bone, sided((std::string("acetabulum-rim-") + where).c_str(), s),
                label + "acetabulum, rim, " + where, rim.centre + rim.radius * direction, sure, text);
    }

    std::vector<Piece> m_pieces;
    bool m_two = false;            ///< both sides are given
    Side m_only = Side::Right;     ///< else this one
    double m_nearestFemur = 1e300; ///< mm from its head's centre to the bone
    SideGuess m_seen;
    Half m_half[2]; ///< right, left
    Vec3 m_front = -Vec3::UnitY(), m_up = Vec3::UnitZ(), m_right = -Vec3::UnitX();
    double m_mid = 0; ///< along m_right
};

} // namespace

PelvisLandmarks pelvisLandmarks(const PelvisMasks& masks, const Job& job)
{
    return PelvisSearch(masks, job).found(job.part(0.4, 1));
}

std::optional<Acetabulum> acetabulumOf(Side side, const BoneLandmarks& landmarks)
{
    const auto at = [&](const char* key) { return findLandmark(landmarks, sided(key, side)); };
    const BoneLandmark *centre = at("acetabulum"), *dome = at("acetabulum-dome"), *a = at("acetabulum-rim-anterior"),
                       *p = at("acetabulum-rim-posterior"), *s = at("acetabulum-rim-superior");
    if (!centre || !dome || !a || !p || !s)
        return std::nullopt;
    Acetabulum out;
    out.centre = centre->position;
    out.radius = (dome->position - out.centre).norm();
    const Vec3 u = a->position - s->position, v = p->position - s->position;
    const Vec3 n = u.cross(v);
    if (!(out.radius > 5 && out.radius < 80) || !(n.norm() > 0.05 * u.norm() * v.norm()) || !(n.norm() > 1))
        return std::nullopt;
    out.axis = n.normalized();
    if (out.axis.dot(dome->position - s->position) > 0)
        out.axis = -out.axis;
    out.rimCentre = out.centre + (s->position - out.centre).dot(out.axis) * out.axis;
    return out;
}

} // namespace pollux
