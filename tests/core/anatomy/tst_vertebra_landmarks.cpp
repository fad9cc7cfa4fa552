// Landmarks of a vertebra: against one whose pedicles are known, turned, mirrored, with thick slices; of the torso
// phantom; of a real mask; what is no vertebra.

#include "analytic_vertebra.h"
#include "core/anatomy/bone_landmarks.h"
#include "core/base/error.h"
#include "core/image/io/image_file.h"
#include "core/phantom/frame.h"
#include "core/phantom/torso.h"

#include <QTest>

#include <cstdlib>
#include <filesystem>
#include <limits>

using namespace bones;

namespace {

Mat3 turned(double degrees, const Vec3& axis)
{
    return Eigen::AngleAxisd(degrees * M_PI / 180, axis.normalized()).toRotationMatrix();
}

double degrees(const Vec3& a, const Vec3& b)
{
    return std::atan2(a.cross(b).norm(), a.dot(b)) * 180 / M_PI;
}

Vec3 at(const JointLandmarks& l, const std::string& key)
{
    const BoneLandmark* p = findLandmark(l.points, key);
    return p ? p->position : Vec3::Constant(1e6);
}

double measure(const JointLandmarks& l, const std::string& key)
{
    for (const BoneMeasure& m : l.measures)
        if (m.key == key)
            return m.mm;
    return -1;
}

Mask made(const Pose& pose, const Vec3& spacing, double rough = 0)
{
    const Vec3 at = pose.mirror(pose.shift);
    return mask(grid(at + Vec3(-62, -62, -50), at + Vec3(62, 90, 50), spacing, Vec3(0.31, 0.67, 0.43)), pose, vertebra,
                rough);
}

} // namespace

class TestVertebraLandmarks : public QObject
{
    Q_OBJECT

    static void tell(const JointLandmarks& l)
    {
        for (const BoneLandmark& p : l.points)
            qInfo("%-24s %7.1f %7.1f %7.1f  %.2f %s", p.key.c_str(), p.position.x(), p.position.y(), p.position.z(),
                  p.confidence, p.why.c_str());
        for (const BoneMeasure& m : l.measures)
            qInfo("%-24s %.1f mm", m.key.c_str(), m.mm);
    }

private Q_SLOTS:
    void known_data()
    {
        QTest::addColumn<Mat3>("turn");
        QTest::addColumn<bool>("left");
        QTest::addColumn<Vec3>("spacing");
        QTest::addColumn<double>("rough");
        const Vec3 fine(0.8, 0.8, 0.8), thick(0.7, 0.7, 2.5);
        const Mat3 none = Mat3::Identity();
        QTest::newRow("fine") << none << false << fine << 0.0;
        QTest::newRow("mirrored") << none << true << fine << 0.0;
        QTest::newRow("rough") << none << false << fine << 0.6;
        QTest::newRow("leaning forwards") << turned(22, Vec3::UnitX()) << false << fine << 0.0;
        QTest::newRow("leaning back and askew")
            << Mat3(turned(-15, Vec3::UnitX()) * turned(8, Vec3::UnitY()) * turned(10, Vec3::UnitZ())) << false << fine
            << 0.0;
        QTest::newRow("thick slices") << none << false << thick << 0.0;
        QTest::newRow("thick slices, leaning") << turned(15, Vec3::UnitX()) << false << thick << 0.0;
    }
    void known()
    {
        QFETCH(Mat3, turn);
        QFETCH(bool, left);
        QFETCH(Vec3, spacing);
        QFETCH(double, rough);
        const Pose pose{turn, Vec3(12, -8, 30), left};
        const JointLandmarks l = vertebraLandmarks(made(pose, spacing, rough), Job());
        const double voxel = spacing.z();
        QString text;
        bool good = true;
        const auto note = [&](const char* what, double value, double most) {
            text += QString(" %1 %2").arg(what).arg(value, 0, 'f', 2);
            if (!(value <= most)) {
                good = false;
                text += QString("(!>%1)").arg(most);
            }
        };
        note("upper", (at(l, "vertebra-upper") - pose.toPatient(Vec3(kBodyMiddle, kBodyHalf, 0))).norm(),
             0.8 + 0.4 * voxel);
        note("lower", (at(l, "vertebra-lower") - pose.toPatient(Vec3(kBodyMiddle, -kBodyHalf, 0))).norm(),
             0.8 + 0.4 * voxel);
        note("body", (at(l, "vertebra-body") - pose.toPatient(Vec3(kBodyMiddle, 0, 0))).norm(), 0.6 + 0.2 * voxel);
        const Vec3 canal = pose.toLocal(at(l, "vertebra-canal"));
        note("canal z", std::fabs(canal.z()), 0.3 + 0.2 * voxel);
        note("canal x", std::fabs(canal.x() + 26), 1.2);
        note("depth", std::fabs(measure(l, "vertebra-body-depth") - 35), 0.6 + 0.3 * voxel);
        for (const double s : {-1.0, 1.0}) {
            const bool isLeft = left ? s > 0 : s < 0;
            const std::string key = isLeft ? "pedicle-left" : "pedicle-right";
            const Vec3 entry = pose.toLocal(at(l, key + "-entry")), target = pose.toLocal(at(l, key + "-target")),
                       isthmus = pose.toLocal(at(l, key + "-isthmus"));
            note(isLeft ? "| left deg" : "| right deg", degrees(target - entry, pedicleAxis(s)), 2.5 + voxel);
            note("off", (isthmus - pediclePoint(s)).cross(pedicleAxis(s)).norm(), 0.3 + 0.25 * voxel);
            note("width", std::fabs(measure(l, key + "-width") - 2 * kPedicleHalfWidth), 0.4 + 0.2 * voxel);
            note("height", std::fabs(measure(l, key + "-height") - 2 * kPedicleHalfHeight), 0.5 + 0.4 * voxel);
            const auto [back, front] = pedicleEnds(s);
            note("entry", (entry - back).norm(), 1.5 + voxel);
            note("target", (target - (back + 0.8 * (front - back))).norm(), 1.7 + voxel);
            QVERIFY(isthmus.x() < -17 && isthmus.x() > -31); // between body and arch
        }
        qInfo("%s:%s", QTest::currentDataTag(), qPrintable(text));
        QVERIFY2(good, qPrintable(text));
        const auto frame = frameOf("vertebra", Side::Right, l.points);
        QVERIFY(frame && facesForward(*frame));
        QVERIFY(degrees(frame->proximal(), pose.direction(Vec3::UnitY())) < 2 + voxel);
        QVERIFY(degrees(frame->anterior(), pose.direction(Vec3::UnitX())) < 2 + voxel);
        for (const BoneLandmark& p : l.points)
            QVERIFY(p.confidence > 0 && p.confidence <= 1 && !p.why.empty() && !p.label.empty());
        QCOMPARE(l.points.size(), size_t(10));
    }

    /// The same voxels left and right exchanged.
    void mirroredIsMirrored()
    {
        const Pose pose{turned(10, Vec3(1, 0.3, 0.2)), Vec3(3, 0, 0), false};
        const Mask one = made(pose, Vec3(0.9, 0.9, 1.2));
        const Grid& g = one.grid();
        std::vector<std::uint8_t> v(size_t(g.voxels()));
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    v[size_t(g.offset(g.size[0] - 1 - i, j, k))] = one.at(i, j, k);
        Grid h = g;
        h.origin.x() = -g.toPatient(g.size[0] - 1, 0, 0).x();
        const JointLandmarks a = vertebraLandmarks(one, Job()), b = vertebraLandmarks(Mask(h, v), Job());
        for (const BoneLandmark& p : a.points) {
            std::string key = p.key;
            if (const auto n = key.find("left"); n != std::string::npos)
                key.replace(n, 4, "right");
            else if (const auto m = key.find("right"); m != std::string::npos)
                key.replace(m, 5, "left");
            const Vec3 q = at(b, key), mirrored(-q.x(), q.y(), q.z());
            QVERIFY2((mirrored - p.position).norm() < 0.6,
                     (key + " " + std::to_string((mirrored - p.position).norm())).c_str());
        }
        QVERIFY(std::fabs(measure(a, "pedicle-left-width") - measure(b, "pedicle-right-width")) < 0.15);
    }

    void sameTwice()
    {
        const Mask m = made({}, Vec3(1, 1, 1.5));
        const JointLandmarks a = vertebraLandmarks(m, Job()), b = vertebraLandmarks(m, Job());
        for (const BoneLandmark& p : a.points)
            QVERIFY(at(b, p.key) == p.position);
    }

    void frameIsMadeOfItsPoints()
    {
        const JointFrame f = vertebraFrame(Vec3(0, 0, 10), Vec3(0, 2, -10), Vec3(11, 20, 3), Vec3(-11, 21, 4));
        QCOMPARE(f.bone, std::string("vertebra"));
        QVERIFY((f.proximal() - Vec3(0, -2, 20).normalized()).norm() < 1e-12);
        QVERIFY(f.right().x() < -0.99 && std::fabs(f.right().dot(f.proximal())) < 1e-12);
        QVERIFY(std::fabs(f.axes.determinant() - 1) < 1e-12 && facesForward(f));
        QVERIFY((f.origin - Vec3(0, 1, 0)).norm() < 1e-12);
        const Vec3 nan = Vec3::Constant(std::numeric_limits<double>::quiet_NaN());
        QVERIFY_THROWS_EXCEPTION(Error, vertebraFrame(nan, Vec3(0, 0, 0), Vec3(11, 0, 0), Vec3(-11, 0, 0)));
        QVERIFY_THROWS_EXCEPTION(Error, vertebraFrame(Vec3(0, 0, 9), Vec3(0, 0, 9), Vec3(11, 0, 0), Vec3(-11, 0, 0)));
        QVERIFY_THROWS_EXCEPTION(Error, vertebraFrame(Vec3(0, 0, 9), Vec3(0, 0, 0), Vec3(0, 0, 4), Vec3(0, 0, -4)));
    }

    void ofThePhantom()
    {
        TorsoOptions o;
        o.size = 256;
        o.pixelSpacing = 1;
        o.slices = 80;
        o.sliceSpacing = 1.5;
        const Torso torso = makeTorso(o, Job());
        const Mask& all = torso.masks.at("vertebra");
        for (const int n : {12, 13}) {
            const double level = phantom::Frame::vertebraLevel(n), half = phantom::Frame::vertebraHeight(n) / 2 + 2;
            std::vector<std::uint8_t> v = all.full();
            const Grid& g = all.grid();
            for (int k = 0; k < g.size[2]; ++k)
                if (std::fabs(g.toPatient(0, 0, k).z() - level) > half)
                    std::fill_n(v.begin() + g.offset(0, 0, k), g.size[0] * g.size[1], std::uint8_t(0));
            const JointLandmarks l = vertebraLandmarks(Mask(g, v), Job());
            tell(l);
            QVERIFY((at(l, "vertebra-body") - Vec3(0, 48, level)).norm() < 2);
            const Vec3 canal = at(l, "vertebra-canal");
            QVERIFY(std::hypot(canal.x(), canal.y() - 72) < 1.5);
            // Its arch is a ring, between 11.5 and 18 mm beside the middle; both sides are the same.
            const Vec3 left = at(l, "pedicle-left-isthmus"), right = at(l, "pedicle-right-isthmus");
            QVERIFY(left.x() > 10 && left.x() < 18 && left.y() > 60 && left.y() < 74);
            QVERIFY((left - Vec3(-right.x(), right.y(), right.z())).norm() < 0.7);
            QVERIFY(std::fabs(at(l, "vertebra-upper").z() - level - phantom::Frame::vertebraHeight(n) / 2) < 1);
        }
    }

    void ofAPatient()
    {
        const char* set = std::getenv("POLLUX_DATA");
        const auto file =
            (set ? std::filesystem::path(set) : std::filesystem::path(POLLUX_SOURCE_DIR) / "../shared/data") /
            "heart_aorta_cta_masks_totalseg/vertebrae_T12.nii.gz";
        if (!std::filesystem::exists(file))
            QSKIP("NOT TESTED ON A REAL VERTEBRA: vertebrae_T12.nii.gz is not here (set POLLUX_DATA)");
        const Volume v = readImageFile(file, 0, Job());
        std::vector<std::uint8_t> bits(size_t(v.voxels()));
        v.visit([&](auto span) {
            for (size_t n = 0; n < bits.size(); ++n)
                bits[n] = double(span[n]) > 0.5;
        });
        const Mask m(v.grid(), bits);
        qInfo("%.1f mL, voxels %.2f %.2f %.2f", m.volumeMl(), v.grid().spacing.x(), v.grid().spacing.y(),
              v.grid().spacing.z());
        const JointLandmarks l = vertebraLandmarks(m, Job());
        tell(l);
        const auto f = frameOf("vertebra", Side::Right, l.points);
        QVERIFY(f && facesForward(*f));
    }

    void whatIsNoVertebraIsRefused()
    {
        const Grid g = grid(Vec3(-50, -50, -50), Vec3(50, 50, 50), Vec3(1, 1, 1), Vec3::Zero());
        const Pose none;
        const auto refused = [](const Mask& m) {
            try {
                vertebraLandmarks(m, Job());
                return false;
            } catch (const Error& e) {
                return e.code() == ErrorCode::BadInput && !e.message().empty() && !e.advice().empty();
            }
        };
        QVERIFY(refused(Mask()));
        QVERIFY(refused(Mask(g, IndexBox{}, {})));
        QVERIFY(refused(mask(g, none, [](const Vec3& p) { return p.norm() < 25; })));
        QVERIFY(refused(mask(g, none, [](const Vec3& p) { return p.y() > -45 && std::hypot(p.x(), p.z()) < 14; })));
        QVERIFY(refused(mask(g, none, [](const Vec3& p) { // a tube: no body in front of its hole
            const double r = std::hypot(p.x(), p.z());
            return std::fabs(p.y()) < 20 && r > 9 && r < 13;
        })));
        QVERIFY(refused(mask(g, none, [](const Vec3& p) { return vertebra(Vec3(-p.x(), p.y(), p.z())); }))); // behind
        QVERIFY(refused(mask(g, none, [](const Vec3& p) { // the body alone
            return std::fabs(p.y()) < 13 && std::hypot(p.x(), p.z()) < 20;
        })));
        Grid huge = g;
        huge.spacing = Vec3(10, 10, 10);
        QVERIFY(refused(Mask(huge, mask(g, none, vertebra).full())));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, vertebraLandmarks(made({}, Vec3(1, 1, 1)), Job(stop.get_token())));
    }
};

QTEST_GUILESS_MAIN(TestVertebraLandmarks)
#include "tst_vertebra_landmarks.moc"
