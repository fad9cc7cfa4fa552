// Landmarks of bones that are made of spheres, ellipsoids and cylinders: each against its known place, turned,
// mirrored, with thick slices and rough edges.

#include "analytic_bones.h"
#include "core/anatomy/bone_landmarks.h"
#include "core/anatomy/joint_angles.h"
#include "core/base/error.h"
#include "core/mesh/locator.h"
#include "core/mesh/stl.h"

#include <QTest>

#include <cstdlib>
#include <filesystem>
#include <map>

using namespace bones;

Q_DECLARE_METATYPE(bones::Pose)
Q_DECLARE_METATYPE(pollux::Vec3)

namespace {

Mat3 turned(double degrees, const Vec3& axis)
{
    return Eigen::AngleAxisd(degrees * M_PI / 180, axis.normalized()).toRotationMatrix();
}

double degrees(const Vec3& a, const Vec3& b)
{
    return std::atan2(a.cross(b).norm(), a.dot(b)) * 180 / M_PI;
}

/// Mean of a shape on a fine lattice of its own coordinates.
Vec3 meanOf(const Inside& inside, const Vec3& low, const Vec3& high)
{
    Vec3 sum = Vec3::Zero();
    double n = 0;
    for (double x = low.x(); x < high.x(); x += 0.5)
        for (double y = low.y(); y < high.y(); y += 0.5)
            for (double z = low.z(); z < high.z(); z += 0.5)
                if (const Vec3 p(x, y, z); inside(p)) {
                    sum += p;
                    ++n;
                }
    return sum / n;
}

Vec3 at(const JointLandmarks& l, const char* key)
{
    const BoneLandmark* p = findLandmark(l.points, key);
    return p ? p->position : Vec3::Constant(1e6);
}

double measure(const JointLandmarks& l, const char* key)
{
    for (const BoneMeasure& m : l.measures)
        if (m.key == key)
            return m.mm;
    return -1;
}

void poses()
{
    QTest::addColumn<Pose>("pose");
    QTest::addColumn<Vec3>("spacing");
    QTest::addColumn<double>("rough");
    const Vec3 fine(0.8, 0.8, 0.8), thick(0.8, 0.8, 3.27);
    const Mat3 none = Mat3::Identity(), askew = turned(14, Vec3(1, 0.4, 0)) * turned(20, Vec3(0, 0, 1));
    QTest::newRow("fine") << Pose{none, Vec3(70, 10, 5), false} << fine << 0.0;
    QTest::newRow("fine, left") << Pose{none, Vec3(70, 10, 5), true} << fine << 0.0;
    QTest::newRow("fine, askew") << Pose{askew, Vec3(70, 10, 5), false} << fine << 0.0;
    QTest::newRow("fine, rough") << Pose{none, Vec3(70, 10, 5), false} << fine << 0.6;
    QTest::newRow("thick") << Pose{none, Vec3(70, 10, 5), false} << thick << 0.0;
    QTest::newRow("thick, askew") << Pose{askew, Vec3(70, 10, 5), false} << thick << 0.0;
    QTest::newRow("thick, askew, left") << Pose{askew, Vec3(70, 10, 5), true} << thick << 0.0;
    QTest::newRow("thick, rough") << Pose{askew, Vec3(70, 10, 5), false} << thick << 0.6;
}

/// A grid about a bone that is posed: the image ends where this box of patient coordinates does.
Grid gridOf(const Pose& pose, const Vec3& low, const Vec3& high, const Vec3& spacing)
{
    Vec3 a = pose.mirror(pose.shift) + low, b = pose.mirror(pose.shift) + high;
    return grid(a, b, spacing, Vec3(0.31, 0.67, 0.43));
}

} // namespace

class TestBoneLandmarks : public QObject
{
    Q_OBJECT

    struct Row
    {
        QString text;
        bool good = true;
    };
    /// Notes an error and fails beyond `most`.
    static void note(Row& row, const char* what, double value, double most)
    {
        row.text += QString(" %1 %2").arg(what).arg(value, 0, 'f', 2);
        if (!(value <= most)) {
            row.good = false;
            row.text += QString("(!>%1)").arg(most);
        }
    }
    static void done(const Row& row)
    {
        qInfo("%s:%s", QTest::currentDataTag(), qPrintable(row.text));
        QVERIFY2(row.good, qPrintable(row.text));
    }

private Q_SLOTS:
    void ankle_data() { poses(); }
    void ankle()
    {
        QFETCH(Pose, pose);
        QFETCH(Vec3, spacing);
        QFETCH(double, rough);
        const Grid g = gridOf(pose, Vec3(-65, -65, -50), Vec3(65, 65, 120), spacing);
        const Mask t = mask(g, pose, tibia, rough), f = mask(g, pose, fibula, rough), a = mask(g, pose, talus, rough);
        const JointLandmarks l = ankleLandmarks(pose.side(), t, f, a, Job());
        const double voxel = spacing.z();
        Row r;
        note(r, "mm", (at(l, "tibia-mm") - pose.toPatient(kMm)).norm(), 0.6 + 0.6 * voxel);
        note(r, "lm", (at(l, "fibula-lm") - pose.toPatient(kLm)).norm(), 0.6 + 0.6 * voxel);
        note(r, "plafond", (at(l, "tibia-plafond") - pose.toPatient(Vec3::Zero())).norm(), 0.6 + 0.25 * voxel);
        const Vec3 up = at(l, "tibia-shaft-proximal") - at(l, "tibia-shaft-distal");
        note(r, "shaft deg", degrees(up, pose.direction(Vec3::UnitY())), 0.3);
        note(r, "shaft mm",
             (pose.toPatient(Vec3(0, 60, 0)) - at(l, "tibia-shaft-distal")).cross(up.normalized()).norm(), 0.2);
        const Vec3 dome = at(l, "talus-dome-lateral") - at(l, "talus-dome-medial");
        note(r, "dome deg", degrees(dome, pose.direction(Vec3::UnitZ())), 1 + 0.5 * voxel);
        note(r, "dome mm", (pose.toPatient(kDomeCentre) - at(l, "talus-dome-medial")).cross(dome.normalized()).norm(),
             0.5 + 0.25 * voxel);
        note(r, "radius", std::fabs(measure(l, "talus-dome-radius") - kDome), 0.5 + 0.25 * voxel);
        const Vec3 centre = meanOf(talus, Vec3(-30, -50, -20), Vec3(50, 0, 20));
        note(r, "centre", (at(l, "talus-centre") - pose.toPatient(centre)).norm(), 0.2 + 0.05 * voxel);
        const Vec3 head = meanOf([](const Vec3& p) { return talus(p) && p.x() > 39 - 0.25 * (39 + kDome); },
                                 Vec3(0, -50, -20), Vec3(50, 0, 20));
        note(r, "head", (at(l, "talus-head") - pose.toPatient(head)).norm(), 1 + 0.4 * voxel);
        const auto frame = frameOf("tibia", pose.side(), l.points);
        QVERIFY(frame && facesForward(*frame));
        const JointFrame truth =
            distalTibiaFrame(pose.side(), pose.toPatient(kMm), pose.toPatient(kLm), pose.direction(Vec3::UnitY()));
        note(r, "frame deg", Eigen::AngleAxisd(Mat3(frame->axes.transpose() * truth.axes)).angle() * 180 / M_PI,
             1 + 0.8 * voxel);
        const SideGuess s = sideOf(t, f);
        QCOMPARE(s.side, pose.side());
        QVERIFY(s.confidence > 0.8);
        for (const BoneLandmark& p : l.points)
            QVERIFY(p.confidence >= 0 && p.confidence <= 1 && !p.why.empty() && !p.label.empty());
        // Thick slices are trusted less.
        QVERIFY((findLandmark(l.points, "tibia-mm")->confidence > 0.8) == (voxel < 1));
        done(r);
    }

    void knee_data() { poses(); }
    void knee()
    {
        QFETCH(Pose, pose);
        QFETCH(Vec3, spacing);
        QFETCH(double, rough);
        const double voxel = spacing.z();
        const Grid g = gridOf(pose, Vec3(-75, -75, -130), Vec3(75, 75, 20), spacing);
        const Mask t = mask(g, pose, proximalTibia, rough);
        const Grid h = gridOf(pose, Vec3(-75, -75, -25), Vec3(75, 75, 160), spacing);
        const Mask f = mask(h, pose, distalFemur, rough);
        const JointLandmarks l = kneeLandmarks(pose.side(), &t, nullptr, Job());
        const JointLandmarks m = kneeLandmarks(pose.side(), nullptr, &f, Job());
        Row r;
        const Vec3 up = at(l, "tibia-shaft-proximal") - at(l, "tibia-shaft-distal");
        note(r, "shaft deg", degrees(up, pose.direction(Vec3::UnitY())), 0.4);
        note(r, "plateau", (at(l, "tibia-plateau") - pose.toPatient(Vec3::Zero())).norm(), 0.8 + 0.6 * voxel);
        const Vec3 mc = pose.toLocal(at(l, "tibia-mc")), lc = pose.toLocal(at(l, "tibia-lc"));
        note(r, "mc", std::fabs(mc.z() + 37), 0.6 + 0.2 * voxel);
        note(r, "lc", std::fabs(lc.z() - 37), 0.6 + 0.2 * voxel);
        note(r, "mc-lc deg", degrees(pose.toPatient(lc) - pose.toPatient(mc), pose.direction(Vec3::UnitZ())),
             4 + voxel);
        note(r, "tuberosity", (at(l, "tibia-tuberosity") - pose.toPatient(kTuberosity)).norm(), 1.5 + 0.7 * voxel);
        const Vec3 upF = at(m, "femur-shaft-proximal") - at(m, "femur-shaft-distal");
        note(r, "| shaft deg", degrees(upF, pose.direction(Vec3::UnitY())), 0.3);
        note(r, "me", (at(m, "femur-me") - pose.toPatient(Vec3(-5, 25, -39))).norm(), 1.5 + 0.7 * voxel);
        note(r, "le", (at(m, "femur-le") - pose.toPatient(Vec3(-5, 26, 38))).norm(), 1.5 + 0.7 * voxel);
        note(r, "pm", (at(m, "femur-posterior-medial") - pose.toPatient(Vec3(-33, 25, -22))).norm(), 1.5 + 0.7 * voxel);
        note(r, "pl", (at(m, "femur-posterior-lateral") - pose.toPatient(Vec3(-33, 26, 22))).norm(), 1.5 + 0.7 * voxel);
        note(r, "dm", (at(m, "femur-distal-medial") - pose.toPatient(Vec3(-5, 0, -22))).norm(), 1.5 + 0.7 * voxel);
        note(r, "dl", (at(m, "femur-distal-lateral") - pose.toPatient(Vec3(-5, 0, 22))).norm(), 1.5 + 0.7 * voxel);
        // By the line of the epicondyles, at x = -5.
        note(r, "notch", (at(m, "femur-notch") - pose.toPatient(Vec3(-5, 35 - 22 * std::sqrt(0.75), 0.5))).norm(),
             1.5 + 0.5 * voxel);
        const auto tf = frameOf("tibia", pose.side(), l.points), ff = frameOf("femur", pose.side(), m.points);
        QVERIFY(tf && facesForward(*tf) && ff && facesForward(*ff));
        note(r, "femur frame deg", degrees(ff->anterior(), pose.direction(Vec3::UnitX())), 2 + voxel);
        done(r);
    }

    void hip_data() { poses(); }
    void hip()
    {
        QFETCH(Pose, pose);
        QFETCH(Vec3, spacing);
        QFETCH(double, rough);
        const double voxel = spacing.z();
        // The head's side of the box is as wide as that of the shaft: it is mirrored with it.
        const Grid g = gridOf(pose, Vec3(-90, -70, -170), Vec3(90, 70, 50), spacing);
        const JointLandmarks l = hipLandmarks(mask(g, pose, proximalFemur, rough), Job());
        Row r;
        note(r, "head", (at(l, "femur-head") - pose.toPatient(kHead)).norm(), 0.2 + 0.1 * voxel);
        note(r, "radius", std::fabs(measure(l, "femur-head-radius") - 24), 0.2 + 0.1 * voxel);
        const Vec3 up = at(l, "femur-shaft-proximal") - at(l, "femur-shaft-distal");
        note(r, "shaft deg", degrees(up, pose.direction(Vec3::UnitY())), 0.3);
        note(r, "neck deg", degrees(at(l, "femur-neck") - at(l, "femur-head"), pose.direction(kNeckFoot - kHead)), 4);
        const SideGuess s = sideOf(l.points);
        QCOMPARE(s.side, pose.side());
        QVERIFY(s.confidence > 0.6);
        const auto f = frameOf("femur", pose.side(), l.points);
        QVERIFY(f && facesForward(*f));
        done(r);
    }

    void wrongSideIsSeen()
    {
        const Pose pose{Mat3::Identity(), Vec3(60, 0, 0), false};
        const Grid g = gridOf(pose, Vec3(-50, -50, -50), Vec3(50, 50, 110), Vec3(1.2, 1.2, 1.2));
        const Mask t = mask(g, pose, tibia), f = mask(g, pose, fibula), a = mask(g, pose, talus);
        const JointLandmarks l = ankleLandmarks(Side::Left, t, f, a, Job());
        const auto frame = frameOf("tibia", Side::Left, l.points);
        QVERIFY(frame && !facesForward(*frame));
        QCOMPARE(sideOf(t, f).side, Side::Right);
        QCOMPARE(sideOf(Mask(), f).confidence, 0.0);
        QCOMPARE(sideOf(t, t).confidence, 0.0);
        QCOMPARE(sideOf(Vec3(-70, 0, 0), 0).side, Side::Right);
        QVERIFY(sideOf(Vec3(-70, 0, 0), 0).confidence <= 0.4);
    }

    void whatIsCutOffIsNotTrusted()
    {
        const Pose pose{Mat3::Identity(), Vec3(60, 0, 0), false};
        // The image ends above the malleolar tips and 35 mm above the joint: no shaft to speak of.
        const Grid g = gridOf(pose, Vec3(-50, -50, -12), Vec3(50, 50, 35), Vec3(1, 1, 1));
        const JointLandmarks l =
            ankleLandmarks(Side::Right, mask(g, pose, tibia), mask(g, pose, fibula), mask(g, pose, talus), Job());
        for (const char* key : {"tibia-mm", "fibula-lm", "talus-centre"})
            QVERIFY2(findLandmark(l.points, key) && findLandmark(l.points, key)->confidence <= 0.2, key);
        const BoneLandmark* shaft = findLandmark(l.points, "tibia-shaft-distal");
        QVERIFY(!shaft || shaft->confidence <= 0.3);
    }

    void specksAndPiecesCountLittle()
    {
        const Pose pose{Mat3::Identity(), Vec3(60, 0, 0), false};
        const Grid g = gridOf(pose, Vec3(-90, -70, -150), Vec3(90, 70, 50), Vec3(1.5, 1.5, 1.5));
        const Inside speckled = [](const Vec3& p) {
            return proximalFemur(p) || ellipsoid(p, Vec3(40, 10, 40), Vec3(5, 5, 5));
        };
        const JointLandmarks l = hipLandmarks(mask(g, pose, speckled), Job());
        QVERIFY((at(l, "femur-head") - pose.toPatient(kHead)).norm() < 0.4);
    }

    /// Femora of two people (LibHip m3, m4), by their surfaces. No truth is known but what must hold: a head is round,
    /// those of one person are alike, and it lies on the side of the other bone of the pair.
    void realFemora()
    {
        const char* set = std::getenv("POLLUX_DATA");
        const std::filesystem::path folder =
            (set ? std::filesystem::path(set) : std::filesystem::path(POLLUX_SOURCE_DIR) / "../shared/data") /
            "bone_bank_proximal_femora_libhip";
        if (!std::filesystem::exists(folder))
            QSKIP("the femora of ../shared/data are not here");
        std::map<std::string, double> radius;
        std::map<std::string, Vec3> centre;
        for (const char* bone : {"m3_lfemur", "m3_rfemur", "m4_lfemur"}) {
            const Surface s = readStl(folder / (std::string(bone) + "_mm.stl"));
            const SurfaceLocator locator(s);
            const Vec3 low = s.bounds().min - Vec3(6, 6, 6), high = s.bounds().max + Vec3(6, 6, 6);
            for (const Vec3& spacing : {Vec3(1, 1, 1), Vec3(1, 1, 3.27)}) {
                const Grid g = grid(low, high, spacing, Vec3(0.3, 0.3, 0.3));
                std::vector<std::uint8_t> v(size_t(g.voxels()));
                for (int k = 0; k < g.size[2]; ++k)
                    for (int j = 0; j < g.size[1]; ++j) {
                        const auto hits = locator.allHits(g.toPatient(-1, j, k), g.toPatient(g.size[0], j, k));
                        for (size_t h = 0; h + 1 < hits.size(); h += 2)
                            for (int i = 0; i < g.size[0]; ++i) {
                                const double x = g.toPatient(i, j, k).x();
                                if (x > hits[h].point.x() && x < hits[h + 1].point.x())
                                    v[size_t(g.offset(i, j, k))] = 1;
                            }
                    }
                const JointLandmarks l = hipLandmarks(Mask(g, v), Job());
                const double r = measure(l, "femur-head-radius");
                const BoneLandmark* head = findLandmark(l.points, "femur-head");
                QVERIFY(head);
                const SideGuess side = sideOf(l.points);
                const Vec3 up = at(l, "femur-shaft-proximal") - at(l, "femur-shaft-distal");
                qInfo("%s %.2f mm: radius %.2f, head %.1f %.1f %.1f confidence %.2f (%s), side %s %.2f, shaft up %.2f, "
                      "neck-shaft %.1f",
                      bone, spacing.z(), r, head->position.x(), head->position.y(), head->position.z(),
                      head->confidence, head->why.c_str(), std::string(name(side.side)).c_str(), side.confidence,
                      up.normalized().z(), degrees(at(l, "femur-neck") - at(l, "femur-head"), up));
                QCOMPARE(side.side, bone[3] == 'l' ? Side::Left : Side::Right);
                QVERIFY(spacing.z() > 1 || (head->confidence > 0.5 && side.confidence > 0.8));
                const double angle = degrees(at(l, "femur-neck") - at(l, "femur-head"), up);
                QVERIFY(angle > 105 && angle < 145);
                if (radius.contains(bone)) { // thick slices tell the same
                    QVERIFY(std::fabs(radius[bone] - r) < 0.2);
                    QVERIFY((centre[bone] - head->position).norm() < 0.3);
                }
                radius[bone] = r;
                centre[bone] = head->position;
            }
        }
        QVERIFY(std::fabs(radius["m3_lfemur"] - radius["m3_rfemur"]) < 1);
    }

    void nothingIsRefused()
    {
        const Grid g = grid(Vec3(0, 0, 0), Vec3(60, 60, 60), Vec3(1, 1, 1), Vec3::Zero());
        const Mask empty;
        const Mask ball =
            mask(g, Pose(), [](const Vec3& p) { return ellipsoid(p, Vec3(-30, 30, -30), Vec3(20, 20, 20)); });
        const auto refused = [](const std::function<void()>& call) {
            try {
                call();
            } catch (const Error& e) {
                return e.code() == ErrorCode::BadInput && !e.advice().empty();
            }
            return false;
        };
        QVERIFY(refused([&] { ankleLandmarks(Side::Right, empty, ball, ball, Job()); }));
        QVERIFY(refused([&] { ankleLandmarks(Side::Right, ball, ball, empty, Job()); }));
        QVERIFY(refused([&] { kneeLandmarks(Side::Right, nullptr, nullptr, Job()); }));
        QVERIFY(refused([&] { kneeLandmarks(Side::Right, &empty, nullptr, Job()); }));
        QVERIFY(refused([&] { hipLandmarks(empty, Job()); }));
        QVERIFY(!frameOf("tibia", Side::Right, {}));
        BoneLandmarks same;
        for (const char* key : {"tibia-mm", "fibula-lm", "tibia-shaft-distal", "tibia-shaft-proximal"})
            same.push_back({key, "x", Vec3(1, 2, 3), 1, "x"});
        QVERIFY(!frameOf("tibia", Side::Right, same));
    }

    void stopsAndIsTheSameTwice()
    {
        const Pose pose{turned(10, Vec3(1, 1, 0)), Vec3(60, 0, 0), false};
        const Grid g = gridOf(pose, Vec3(-60, -60, -50), Vec3(60, 60, 110), Vec3(1.5, 1.5, 3));
        const Mask t = mask(g, pose, tibia), f = mask(g, pose, fibula), a = mask(g, pose, talus);
        const JointLandmarks one = ankleLandmarks(Side::Right, t, f, a, Job());
        const JointLandmarks two = ankleLandmarks(Side::Right, t, f, a, Job());
        QCOMPARE(one.points.size(), two.points.size());
        for (size_t n = 0; n < one.points.size(); ++n)
            QVERIFY(one.points[n].position == two.points[n].position);
        std::stop_source stop;
        stop.request_stop();
        bool cancelled = false;
        try {
            ankleLandmarks(Side::Right, t, f, a, Job(stop.get_token()));
        } catch (const Error& e) {
            cancelled = e.code() == ErrorCode::Cancelled;
        }
        QVERIFY(cancelled);
    }
};

QTEST_GUILESS_MAIN(TestBoneLandmarks)
#include "tst_bone_landmarks.moc"
