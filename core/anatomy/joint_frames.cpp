#include "core/anatomy/joint_frames.h"

#include "core/base/error.h"
#include "core/base/sentence.h"

#include <Eigen/Dense>

#include <cmath>
#include <initializer_list>
#include <utility>

namespace pollux {

namespace {

constexpr double kNear = 1;             // mm: two landmarks of a bone are never that near
constexpr double kLeastSine = 0.017452; // of one degree
constexpr double kHuge = 1e6;           // mm: no place in a body

using NamedPoint3 = std::pair<const char*, const Vec3*>;

void checkPoints(const char* bone, std::initializer_list<NamedPoint3> points)
{
    for (const auto& [label, p] : points)
        if (!p->allFinite() || p->cwiseAbs().maxCoeff() > kHuge)
            throw Error(ErrorCode::BadInput, filled("Axes of the %1: the %2 is not a place.", {bone, label}),
                        "Set this landmark.");
    for (auto a = points.begin(); a != points.end(); ++a)
        for (auto b = a + 1; b != points.end(); ++b)
            if ((*a->second - *b->second).norm() < kNear)
                throw Error(ErrorCode::BadInput,
                            filled("Axes of the %1: the %2 and the %3 lie at one place.", {bone, a->first, b->first}),
                            "Set both landmarks apart.");
}

Vec3 unit(const char* bone, const char* label, const Vec3& v)
{
    const double n = v.norm();
    if (!std::isfinite(n) || n < 1e-9)
        throw Error(ErrorCode::BadInput, filled("Axes of the %1: the %2 has no direction.", {bone, label}),
                    "Set its landmarks.");
    return v / n;
}

/// a x b of unit length.
Vec3 normalTo(const char* bone, const Vec3& a, const Vec3& b)
{
    const Vec3 n = a.cross(b);
    const double sine = n.norm() / (a.norm() * b.norm());
    if (!(sine >= kLeastSine))
        throw Error(ErrorCode::BadInput, filled("Axes of the %1: the landmarks lie on one line.", {bone}),
                    "Look at the landmarks and set them anew.");
    return n.normalized();
}

/// From the left to the right for a pair of medial and lateral points.
Vec3 rightwards(Side side, const Vec3& medial, const Vec3& lateral)
{
    return side == Side::Right ? Vec3(lateral - medial) : Vec3(medial - lateral);
}

JointFrame frame(std::string bone, Side side, const Vec3& origin, const Vec3& x, const Vec3& y, std::string definition)
{
    JointFrame f;
    f.bone = std::move(bone);
    f.side = side;
    f.origin = origin;
    f.axes.col(0) = x;
    f.axes.col(1) = y;
    f.axes.col(2) = x.cross(y).normalized();
    f.definition = std::move(definition);
    return f;
}

/// z kept along `right`, y as near to `up` as may be.
JointFrame byRight(const char* bone, Side side, const Vec3& origin, const Vec3& right, const Vec3& up,
                   std::string definition)
{
    const Vec3 x = normalTo(bone, up, right);
    return frame(bone, side, origin, x, right.normalized().cross(x).normalized(), std::move(definition));
}

/// y kept along `up`, z as near to `right` as may be.
JointFrame byUp(const char* bone, Side side, const Vec3& origin, const Vec3& right, const Vec3& up,
                std::string definition)
{
    return frame(bone, side, origin, normalTo(bone, up, right), up.normalized(), std::move(definition));
}

} // namespace

std::string_view name(Side side)
{
    return side == Side::Left ? term("left") : term("right");
}

const BoneLandmark* findLandmark(const BoneLandmarks& landmarks, std::string_view key)
{
    for (const BoneLandmark& l : landmarks)
        if (l.key == key)
            return &l;
    return nullptr;
}

Vec3 JointFrame::toFrame(const Vec3& patient) const
{
    return axes.transpose() * (patient - origin);
}

Vec3 JointFrame::toPatient(const Vec3& inFrame) const
{
    return origin + axes * inFrame;
}

Vec3 JointFrame::anterior() const
{
    return axes.col(0);
}

Vec3 JointFrame::proximal() const
{
    return axes.col(1);
}

Vec3 JointFrame::right() const
{
    return axes.col(2);
}

Vec3 JointFrame::lateral() const
{
    return side == Side::Right ? Vec3(axes.col(2)) : Vec3(-axes.col(2));
}

JointFrame tibiaFrame(Side side, const Vec3& medialMalleolus, const Vec3& lateralMalleolus, const Vec3& medialCondyle,
                      const Vec3& lateralCondyle)
{
    checkPoints("tibia", {{"medial malleolus", &medialMalleolus},
                          {"lateral malleolus", &lateralMalleolus},
                          {"medial condyle", &medialCondyle},
                          {"lateral condyle", &lateralCondyle}});
    const Vec3 origin = 0.5 * (medialMalleolus + lateralMalleolus);
    const Vec3 up = unit("tibia", "long axis", 0.5 * (medialCondyle + lateralCondyle) - origin);
    return byRight("tibia", side, origin, rightwards(side, medialMalleolus, lateralMalleolus), up,
                   term("ISB (Wu 2002)"));
}

JointFrame distalTibiaFrame(Side side, const Vec3& medialMalleolus, const Vec3& lateralMalleolus, const Vec3& shaftUp)
{
    checkPoints("tibia", {{"medial malleolus", &medialMalleolus}, {"lateral malleolus", &lateralMalleolus}});
    return byRight("tibia", side, 0.5 * (medialMalleolus + lateralMalleolus),
                   rightwards(side, medialMalleolus, lateralMalleolus), unit("tibia", "shaft", shaftUp),
                   term("ISB (Wu 2002) but for the long axis: that of the shaft, for the knee is not in the image"));
}

JointFrame proximalTibiaFrame(Side side, const Vec3& medialCondyle, const Vec3& lateralCondyle, const Vec3& shaftUp)
{
    checkPoints("tibia", {{"medial condyle", &medialCondyle}, {"lateral condyle", &lateralCondyle}});
    return byUp("tibia", side, 0.5 * (medialCondyle + lateralCondyle), rightwards(side, medialCondyle, lateralCondyle),
                unit("tibia", "shaft", shaftUp),
                term("not ISB: shaft and the line of the condyles' borders, for the ankle is not in the image"));
}

JointFrame alongAxis(const JointFrame& f, const Vec3& up, std::string definition)
{
    return byUp(f.bone.c_str(), f.side, f.origin, f.right(), unit(f.bone.c_str(), "long axis", up),
                std::move(definition));
}

JointFrame talusFrame(Side side, const Vec3& centreOfMass, const Vec3& domeMedial, const Vec3& domeLateral,
                      const Vec3& up)
{
    checkPoints("talus",
                {{"medial end of the dome's axis", &domeMedial}, {"lateral end of the dome's axis", &domeLateral}});
    checkPoints("talus", {{"centre of mass", &centreOfMass}});
    return byRight("talus", side, centreOfMass, rightwards(side, domeMedial, domeLateral), unit("talus", "height", up),
                   term("not ISB: centre of mass, axis of the trochlea and the height given"));
}

JointFrame calcaneusFrame(Side side, const Vec3& origin, const Vec3& heel, const Vec3& front, const Vec3& up)
{
    checkPoints("calcaneus", {{"heel", &heel}, {"front", &front}});
    checkPoints("calcaneus", {{"origin", &origin}});
    const Vec3 x = unit("calcaneus", "long axis", front - heel);
    const Vec3 z = normalTo("calcaneus", x, unit("calcaneus", "height", up));
    return frame("calcaneus", side, origin, x, z.cross(x).normalized(),
                 term("not ISB: long axis of the bone and the height given"));
}

JointFrame neutralHindfootFrame(std::string bone, const JointFrame& tibia)
{
    JointFrame f = tibia;
    f.bone = std::move(bone);
    f.definition = "ISB (Wu 2002): the tibia's, if the image is of the neutral pose; tibia: " + tibia.definition;
    return f;
}

JointFrame femurFrame(Side side, const Vec3& hipCentre, const Vec3& medialEpicondyle, const Vec3& lateralEpicondyle)
{
    checkPoints("femur", {{"centre of the head", &hipCentre},
                          {"medial epicondyle", &medialEpicondyle},
                          {"lateral epicondyle", &lateralEpicondyle}});
    const Vec3 up = unit("femur", "long axis", hipCentre - 0.5 * (medialEpicondyle + lateralEpicondyle));
    return byUp("femur", side, hipCentre, rightwards(side, medialEpicondyle, lateralEpicondyle), up,
                term("ISB (Wu 2002)"));
}

JointFrame distalFemurFrame(Side side, const Vec3& medialEpicondyle, const Vec3& lateralEpicondyle, const Vec3& shaftUp)
{
    checkPoints("femur", {{"medial epicondyle", &medialEpicondyle}, {"lateral epicondyle", &lateralEpicondyle}});
    return byUp("femur", side, 0.5 * (medialEpicondyle + lateralEpicondyle),
                rightwards(side, medialEpicondyle, lateralEpicondyle), unit("femur", "shaft", shaftUp),
                term("not ISB: shaft and epicondyles, for the hip is not in the image"));
}

JointFrame proximalFemurFrame(Side side, const Vec3& hipCentre, const Vec3& shaftPoint, const Vec3& shaftUp)
{
    checkPoints("femur", {{"centre of the head", &hipCentre}, {"point of the shaft", &shaftPoint}});
    const Vec3 up = unit("femur", "shaft", shaftUp);
    const Vec3 fromShaft = hipCentre - shaftPoint;
    // The head lies medially of the shaft.
    const Vec3 medial = fromShaft - up * up.dot(fromShaft);
    if (medial.norm() < kNear)
        throw Error(ErrorCode::BadInput, "Axes of the femur: the head lies on the axis of the shaft.",
                    "Look at the landmarks and set them anew.");
    return byUp("femur", side, hipCentre, side == Side::Right ? Vec3(-medial) : medial, up,
                term("not ISB: shaft and neck, for the knee is not in the image; turned by the femur's torsion"));
}

JointFrame pelvisFrame(Side side, const Vec3& rightAsis, const Vec3& leftAsis, const Vec3& rightPsis,
                       const Vec3& leftPsis, const std::optional<Vec3>& hipCentre)
{
    checkPoints("pelvis", {{"right anterior spine", &rightAsis},
                           {"left anterior spine", &leftAsis},
                           {"right posterior spine", &rightPsis},
                           {"left posterior spine", &leftPsis}});
    const Vec3 middle = 0.5 * (rightAsis + leftAsis);
    if (hipCentre)
        checkPoints("pelvis", {{"centre of the hip", &*hipCentre}});
    const Vec3 z = rightAsis - leftAsis;
    const Vec3 forward = unit("pelvis", "line from back to front", middle - 0.5 * (rightPsis + leftPsis));
    const Vec3 y = normalTo("pelvis", z, forward);
    return frame("pelvis", side, hipCentre.value_or(middle), y.cross(z).normalized(), y,
                 hipCentre
                     ? term("ISB (Wu 2002)")
                     : term("ISB (Wu 2002) but for the origin: the middle of the anterior superior iliac spines"));
}

JointFrame anteriorPelvicPlane(Side side, const Vec3& rightAsis, const Vec3& leftAsis, const Vec3& rightTubercle,
                               const Vec3& leftTubercle)
{
    checkPoints("pelvis", {{"right anterior spine", &rightAsis},
                           {"left anterior spine", &leftAsis},
                           {"right pubic tubercle", &rightTubercle},
                           {"left pubic tubercle", &leftTubercle}});
    const Vec3 middle = 0.5 * (rightAsis + leftAsis);
    const Vec3 up = unit("pelvis", "height", middle - 0.5 * (rightTubercle + leftTubercle));
    return byRight("pelvis", side, middle, rightAsis - leftAsis, up, term("anterior pelvic plane, not ISB"));
}

JointFrame scapulaFrame(Side side, const Vec3& angulusAcromialis, const Vec3& trigonumSpinae,
                        const Vec3& angulusInferior)
{
    checkPoints("scapula", {{"angulus acromialis", &angulusAcromialis},
                            {"trigonum spinae", &trigonumSpinae},
                            {"angulus inferior", &angulusInferior}});
    return byRight("scapula", side, angulusAcromialis, rightwards(side, trigonumSpinae, angulusAcromialis),
                   unit("scapula", "height", trigonumSpinae - angulusInferior),
                   side == Side::Right ? term("ISB (Wu 2005)") : term("ISB (Wu 2005), mirrored for the left"));
}

JointFrame scapularPlane(Side side, const Vec3& glenoidCentre, const Vec3& trigonumSpinae, const Vec3& angulusInferior)
{
    checkPoints("scapula", {{"glenoid centre", &glenoidCentre},
                            {"trigonum spinae", &trigonumSpinae},
                            {"angulus inferior", &angulusInferior}});
    return byRight("scapula", side, glenoidCentre, rightwards(side, trigonumSpinae, glenoidCentre),
                   unit("scapula", "height", trigonumSpinae - angulusInferior),
                   term("not ISB: plane of trigonum spinae, angulus inferior and glenoid centre"));
}

JointFrame vertebraFrame(const Vec3& upperEndplate, const Vec3& lowerEndplate, const Vec3& leftPedicle,
                         const Vec3& rightPedicle)
{
    checkPoints("vertebra", {{"centre of the upper endplate", &upperEndplate},
                             {"centre of the lower endplate", &lowerEndplate},
                             {"left pedicle", &leftPedicle},
                             {"right pedicle", &rightPedicle}});
    return byUp("vertebra", Side::Right, 0.5 * (upperEndplate + lowerEndplate), rightPedicle - leftPedicle,
                unit("vertebra", "line of the endplates", upperEndplate - lowerEndplate),
                term("ISB (Wu 2002) but for the origin: the middle of the endplates"));
}

GlenoidCircle glenoidCircle(const std::vector<Vec3>& rim, const JointFrame& scapula)
{
    if (rim.size() < 6)
        throw Error(ErrorCode::BadInput, "The rim of the glenoid has fewer than 6 points.", "Set more all around it.");
    double low = 1e300, high = -1e300;
    for (const Vec3& p : rim) {
        checkPoints("glenoid", {{"rim", &p}});
        low = std::min(low, p.dot(scapula.proximal()));
        high = std::max(high, p.dot(scapula.proximal()));
    }
    std::vector<Vec3> lower;
    for (const Vec3& p : rim)
        if (p.dot(scapula.proximal()) <= 0.5 * (low + high))
            lower.push_back(p);
    const Error useless(ErrorCode::BadInput, "No circle fits the lower rim of the glenoid.",
                        "Set its points all around the rim.");
    if (lower.size() < 3)
        throw useless;
    Vec3 mean = Vec3::Zero();
    for (const Vec3& p : lower)
        mean += p / double(lower.size());
    Mat3 spread = Mat3::Zero();
    for (const Vec3& p : lower)
        spread += (p - mean) * (p - mean).transpose();
    const Eigen::SelfAdjointEigenSolver<Mat3> eigen(spread);
    // A half rim is a wide arc: points that lie on a line, or in no plane, make none.
    if (!(eigen.eigenvalues()[1] > 1e-3 * eigen.eigenvalues()[2]) ||
        !(eigen.eigenvalues()[0] < 0.25 * eigen.eigenvalues()[1]))
        throw useless;
    GlenoidCircle out;
    out.normal = eigen.eigenvectors().col(0);
    if (out.normal.dot(scapula.lateral()) < 0)
        out.normal = -out.normal;
    const Vec3 u = eigen.eigenvectors().col(2), v = out.normal.cross(u);
    Mat3 a = Mat3::Zero();
    Vec3 b = Vec3::Zero();
    for (const Vec3& p : lower) {
        const Vec3 row(u.dot(p - mean), v.dot(p - mean), 1);
        a += row * row.transpose();
        b += row * (row.head<2>().squaredNorm());
    }
    const Vec3 s = a.ldlt().solve(b);
    const double cu = s[0] / 2, cv = s[1] / 2, r2 = s[2] + cu * cu + cv * cv;
    if (!(r2 > 1) || r2 > 1e4)
        throw useless;
    out.radius = std::sqrt(r2);
    out.centre = mean + cu * u + cv * v;
    double sum = 0;
    for (const Vec3& p : lower) {
        const Vec3 d = p - out.centre;
        const double height = d.dot(out.normal), across = (d - height * out.normal).norm() - out.radius;
        sum += height * height + across * across;
    }
    out.rmsMm = std::sqrt(sum / double(lower.size()));
    return out;
}

JointFrame glenoidFrame(const std::vector<Vec3>& rim, const JointFrame& scapula)
{
    const GlenoidCircle c = glenoidCircle(rim, scapula);
    return byRight("glenoid", scapula.side, c.centre, scapula.side == Side::Right ? c.normal : Vec3(-c.normal),
                   scapula.proximal(), "not ISB: circle of the lower rim; scapula: " + scapula.definition);
}

bool facesForward(const JointFrame& frame)
{
    return frame.anterior().y() < 0 && frame.proximal().z() > 0;
}

} // namespace pollux
