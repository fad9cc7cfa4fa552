// Landmarks and angles of a pelvis made of spheres and capsules: each against its known place, turned, mirrored, cut by
// the image, with and without femora; cup angles against closed forms and the relations published between them.

#include "core/anatomy/bone_landmarks.h"
#include "core/base/error.h"
#include "made_pelvis.h"
#include "murray.h"

#include <QTest>

using namespace bones;

Q_DECLARE_METATYPE(bones::Pose)
Q_DECLARE_METATYPE(pollux::Vec3)

namespace {

constexpr double kDegree = M_PI / 180;

Mat3 turned(double degrees, const Vec3& axis)
{
    return Eigen::AngleAxisd(degrees * kDegree, axis.normalized()).toRotationMatrix();
}

double degrees(const Vec3& a, const Vec3& b)
{
    return std::atan2(a.cross(b).norm(), a.dot(b)) / kDegree;
}

bool refused(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadInput && !e.advice().empty();
    }
    return false;
}

const MissingLandmark* missing(const PelvisLandmarks& l, const std::string& key)
{
    for (const MissingLandmark& m : l.missing)
        if (m.key == key)
            return &m;
    return nullptr;
}

double confidence(const PelvisLandmarks& l, const char* key)
{
    const BoneLandmark* p = findLandmark(l.points, key);
    return p ? p->confidence : 0;
}

const Pose kAskew{turned(12, Vec3(1, 0, 0)) * turned(7, Vec3(0, 1, 0)) * turned(-9, Vec3(0, 0, 1)), Vec3(4, 11, -30)};

} // namespace

class TestPelvisLandmarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anglesOfACup()
    {
        JointFrame f;
        f.axes << Vec3(0, -1, 0), Vec3(0, 0, 1), Vec3(-1, 0, 0);
        for (const Side side : {Side::Right, Side::Left}) {
            f.side = side;
            for (double i = 10; i <= 80; i += 5)
                for (double v = -30; v <= 45; v += 5) {
                    const CupOrientation o = cupOrientation(f, 3 * cupAxis(f, {i, v}));
                    const double ri = i * kDegree, ra = v * kDegree;
                    QVERIFY(std::fabs(o.radiographic.inclination - i) < 1e-9);
                    QVERIFY(std::fabs(o.radiographic.anteversion - v) < 1e-9);
                    const CupAngles op = murray::operativeOf({i, v}), an = murray::anatomicOf({i, v});
                    QVERIFY(std::fabs(o.operative.inclination - op.inclination) < 1e-9);
                    QVERIFY(std::fabs(o.operative.anteversion - op.anteversion) < 1e-9);
                    QVERIFY(std::fabs(o.anatomic.inclination - an.inclination) < 1e-9);
                    QVERIFY(std::fabs(o.anatomic.anteversion - an.anteversion) < 1e-9);
                    // Murray's relations between anatomic and operative ones.
                    const double oi = o.operative.inclination * kDegree, oa = o.operative.anteversion * kDegree;
                    const double ai = o.anatomic.inclination * kDegree, aa = o.anatomic.anteversion * kDegree;
                    QVERIFY(std::fabs(std::sin(oi) - std::sin(ai) * std::cos(aa)) < 1e-12);
                    QVERIFY(std::fabs(std::tan(oa) - std::tan(ai) * std::sin(aa)) < 1e-9);
                    QVERIFY(std::fabs(std::cos(ai) - std::cos(oi) * std::cos(oa)) < 1e-12);
                    QVERIFY(std::fabs(std::tan(aa) - std::sin(oa) / std::tan(oi)) < 1e-9);
                    QVERIFY(std::fabs(std::sin(ra) - std::sin(oa) * std::cos(oi)) < 1e-12);
                    QVERIFY(std::fabs(std::tan(ri) - std::tan(oi) / std::cos(oa)) < 1e-9);
                }
            // 40 and 15 radiographic, by hand.
            const CupOrientation o = cupOrientation(f, cupAxis(f, {40, 15}));
            QVERIFY(std::fabs(o.operative.inclination - 38.382) < 0.01);
            QVERIFY(std::fabs(o.operative.anteversion - 19.279) < 0.01);
            QVERIFY(std::fabs(o.anatomic.inclination - 42.271) < 0.01);
            QVERIFY(std::fabs(o.anatomic.anteversion - 22.629) < 0.01);
            QVERIFY(cupAxis(f, {40, 15}).dot(f.lateral()) > 0 && cupAxis(f, {40, 15}).z() < 0);
        }
        const double nan = std::nan("");
        QVERIFY(refused([&] { cupAxis(f, {nan, 0}); }));
        QVERIFY(refused([&] { cupAxis(f, {40, 90}); }));
        QVERIFY(refused([&] { cupAxis(f, {-1, 0}); }));
        QVERIFY(refused([&] { cupOrientation(f, Vec3::Zero()); }));
        QVERIFY(refused([&] { cupOrientation(f, Vec3(nan, 0, 1)); }));
    }

    void tiltAndHeights()
    {
        JointFrame f;
        f.axes << Vec3(0, -1, 0), Vec3(0, 0, 1), Vec3(-1, 0, 0);
        // Forwards about the transverse axis: the spines come before the tubercles.
        for (const double t : {-25.0, 0.0, 8.0}) {
            JointFrame g = f;
            g.axes = turned(t, Vec3(1, 0, 0)) * f.axes; // z goes towards -y, the front
            QVERIFY(g.proximal().y() * t <= 0);
            QVERIFY(std::fabs(pelvicTilt(g, Vec3(0, 0, 2)) - t) < 1e-9);
            QVERIFY(std::fabs(pelvicObliquity(g, Vec3::UnitZ())) < 1e-9);
            g.axes = turned(t, Vec3(0, 1, 0)) * f.axes; // -x, the right, goes up
            QVERIFY(std::fabs(pelvicObliquity(g, Vec3::UnitZ()) - t) < 1e-9);
        }
        QCOMPARE(hipHeightDifference(f, Vec3(-90, 3, 10), Vec3(90, 0, 4)), 6.0);
        QCOMPARE(femoralOffset(Vec3(44, 0, 17), Vec3(0, 0, -200), Vec3(0, 0, -100)), 44.0);
        QVERIFY(refused([] { femoralOffset(Vec3(44, 0, 17), Vec3::Zero(), Vec3::Zero()); }));
        QVERIFY(refused([&] { pelvicTilt(f, Vec3::Zero()); }));
        QVERIFY(refused([&] { hipHeightDifference(f, Vec3(std::nan(""), 0, 0), Vec3::Zero()); }));
    }

    void wholePelvis_data()
    {
        QTest::addColumn<Pose>("pose");
        QTest::addColumn<Vec3>("spacing");
        QTest::addColumn<bool>("femora");
        QTest::addColumn<bool>("halves");
        QTest::addColumn<bool>("fossa");
        const Vec3 fine(1.2, 1.2, 1.2), thick(1.2, 1.2, 3);
        const Pose straight{Mat3::Identity(), Vec3(4, 11, -30), false};
        Pose mirrored = kAskew;
        mirrored.left = true;
        QTest::newRow("one mask, no femora") << straight << fine << false << false << false;
        QTest::newRow("halves, femora") << straight << fine << true << true << false;
        QTest::newRow("one mask, femora, askew") << kAskew << fine << true << false << false;
        QTest::newRow("one mask, femora, askew, mirrored") << mirrored << fine << true << false << false;
        QTest::newRow("halves, askew, no femora") << kAskew << fine << false << true << false;
        QTest::newRow("fossa and notch") << straight << fine << true << true << true;
        QTest::newRow("thick slices") << straight << thick << true << true << false;
    }
    void wholePelvis()
    {
        QFETCH(Pose, pose);
        QFETCH(Vec3, spacing);
        QFETCH(bool, femora);
        QFETCH(bool, halves);
        QFETCH(bool, fossa);
        Pelvis pelvis;
        pelvis.fossa = fossa;
        const Grid g = pelvisGrid(pose, spacing);
        const auto made = [&](Side s, bool femur) {
            return mask(g, pose, [&](const Vec3& p) { return femur ? pelvis.femur(p, s) : pelvis.half(p, s); });
        };
        // Sides in the model; a mirrored patient has them exchanged.
        const auto inPatient = [&](Side s) { return !pose.left ? s : s == Side::Right ? Side::Left : Side::Right; };
        const Mask r = made(inPatient(Side::Right), false), l = made(inPatient(Side::Left), false);
        Mask whole, femurR, femurL;
        PelvisMasks in;
        if (halves) {
            in.right = &r;
            in.left = &l;
        } else {
            whole = unite(r, l);
            in.both = &whole;
        }
        if (femora) {
            femurR = made(Side::Right, true);
            femurL = made(Side::Left, true);
            in.femora = {&femurL, &femurR};
        }
        const PelvisLandmarks found = pelvisLandmarks(in, Job());
        for (const MissingLandmark& m : found.missing)
            qInfo("missing %s: %s", m.key.c_str(), m.why.c_str());
        QVERIFY(found.missing.empty());
        const double voxel = spacing.z();
        const bool thick = voxel > 2;
        const auto app = frameOf("anterior-pelvic-plane", Side::Right, found.points);
        QVERIFY(app && frameOf("pelvis", Side::Left, found.points));
        QVERIFY(facesForward(*app));
        const double plane = degrees(app->anterior(), pose.direction(Vec3::UnitX()));
        const double line = degrees(app->proximal(), pose.direction(Vec3::UnitY()));
        qInfo("plane off by %.2f degrees, its height by %.2f", plane, line);
        QVERIFY(plane < (thick ? 1.0 : 0.6) && line < (thick ? 1.0 : 0.8));
        for (const Side s : {Side::Right, Side::Left}) {
            const std::string side(name(s));
            const Side model = inPatient(s);
            const auto off = [&](const char* key, const Vec3& truth) {
                const BoneLandmark* p = findLandmark(found.points, std::string(key) + "-" + side);
                return p ? (p->position - pose.toPatient(pelvis.place(truth, model))).norm() : 1e6;
            };
            const auto a = acetabulumOf(s, found.points);
            QVERIFY(a);
            JointFrame frame = *app;
            frame.side = s;
            const CupOrientation o = cupOrientation(frame, a->axis);
            const CupAngles truth = model == Side::Right ? pelvis.right : pelvis.left;
            qInfo("%s: asis %.2f psis %.2f tubercle %.2f socket %.2f mm, radius %.2f, inclination %.2f (%.0f), "
                  "anteversion %.2f (%.0f), confidence %.2f %.2f, %s",
                  side.c_str(), off("asis", kAsis), off("psis", kPsis), off("pubic-tubercle", kTubercle),
                  off("acetabulum", kSocket), a->radius, o.radiographic.inclination, truth.inclination,
                  o.radiographic.anteversion, truth.anteversion, confidence(found, ("acetabulum-" + side).c_str()),
                  confidence(found, ("asis-" + side).c_str()),
                  findLandmark(found.points, "acetabulum-" + side)->why.c_str());
            QVERIFY(off("asis", kAsis) < 1 + 0.5 * voxel);
            QVERIFY(off("psis", kPsis) < 1.5 + 0.5 * voxel);
            QVERIFY(off("pubic-tubercle", kTubercle) < 1 + 0.5 * voxel);
            QVERIFY(off("acetabulum", kSocket) < 0.2 + 0.1 * voxel);
            QVERIFY(std::fabs(a->radius - kSocketRadius) < 0.2 + 0.1 * voxel);
            QVERIFY(std::fabs(o.radiographic.inclination - truth.inclination) < (thick ? 2 : 1.2));
            QVERIFY(std::fabs(o.radiographic.anteversion - truth.anteversion) < (thick ? 2 : 1.2));
            QVERIFY((a->rimCentre - a->centre).norm() < 1.2);
        }
        for (const BoneLandmark& p : found.points)
            QVERIFY(p.confidence > 0.3 && p.confidence <= 1 && !p.why.empty() && !p.label.empty());
    }

    /// The same voxels, left and right exchanged: the same numbers of the other side.
    void aMirrorImageHasTheSameNumbers()
    {
        const Pelvis pelvis;
        const Grid g = pelvisGrid(kAskew, Vec3(1.5, 1.5, 2));
        const Mask r = mask(g, kAskew, [&](const Vec3&p) { return pelvis.half(p, Side::Right); }),
                   l = mask(g, kAskew, [&](const Vec3&p) { return pelvis.half(p, Side::Left); });
        const Mask f = mask(g, kAskew, [&](const Vec3& p) { return pelvis.femur(p, Side::Right); });
        const auto mirrored = [](const Mask& m) {
            const Grid& from = m.grid();
            Grid to = from;
            to.origin.x() = -from.toPatient(from.size[0] - 1, 0, 0).x();
            std::vector<std::uint8_t> v(size_t(from.voxels()));
            for (int k = 0; k < from.size[2]; ++k)
                for (int j = 0; j < from.size[1]; ++j)
                    for (int i = 0; i < from.size[0]; ++i)
                        v[size_t(to.offset(from.size[0] - 1 - i, j, k))] = m.at(i, j, k);
            return Mask(to, v);
        };
        const Mask mr = mirrored(r), ml = mirrored(l), mf = mirrored(f);
        PelvisMasks one, two;
        one.right = &r;
        one.left = &l;
        one.femora = {&f};
        two.right = &ml;
        two.left = &mr;
        two.femora = {&mf};
        const PelvisLandmarks a = pelvisLandmarks(one, Job()), b = pelvisLandmarks(two, Job());
        QCOMPARE(a.points.size(), b.points.size());
        const auto app = frameOf("anterior-pelvic-plane", Side::Right, a.points),
                   mirror = frameOf("anterior-pelvic-plane", Side::Left, b.points);
        const auto sa = acetabulumOf(Side::Right, a.points), sb = acetabulumOf(Side::Left, b.points);
        QVERIFY(app && mirror && sa && sb);
        const CupOrientation x = cupOrientation(*app, sa->axis), y = cupOrientation(*mirror, sb->axis);
        qInfo("inclination %.3f %.3f, anteversion %.3f %.3f, radius %.4f %.4f", x.radiographic.inclination,
              y.radiographic.inclination, x.radiographic.anteversion, y.radiographic.anteversion, sa->radius,
              sb->radius);
        // The rim is looked at in directions that a mirror does not keep, a few degrees apart.
        QVERIFY(std::fabs(x.radiographic.inclination - y.radiographic.inclination) < 0.3);
        QVERIFY(std::fabs(x.radiographic.anteversion - y.radiographic.anteversion) < 0.3);
        QVERIFY(std::fabs(sa->radius - sb->radius) < 1e-3);
        QVERIFY(std::fabs(pelvicTilt(*app, Vec3::UnitZ()) - pelvicTilt(*mirror, Vec3::UnitZ())) < 0.01);
        QVERIFY(std::fabs(pelvicObliquity(*app, Vec3::UnitZ()) + pelvicObliquity(*mirror, Vec3::UnitZ())) < 0.01);
    }

    void oneSideIsTrustedLess()
    {
        const Pelvis pelvis;
        const Grid g = pelvisGrid(Pose(), Vec3(1.2, 1.2, 1.2), Vec3(-168, -200, 0));
        const Mask r = mask(g, Pose(), [&](const Vec3& p) { return pelvis.half(p, Side::Right); });
        const Mask f = mask(g, Pose(), [&](const Vec3& p) { return pelvis.femur(p, Side::Right); });
        for (const bool named : {true, false}) {
            PelvisMasks in;
            (named ? in.right : in.both) = &r;
            in.femora = {&f};
            const PelvisLandmarks l = pelvisLandmarks(in, Job());
            const BoneLandmark* asis = findLandmark(l.points, "asis-right");
            QVERIFY(asis && asis->confidence < 0.6 && asis->why.find("both sides") != std::string::npos);
            QVERIFY((asis->position - Pose().toPatient(kAsis)).norm() < 1.6);
            QVERIFY(confidence(l, "acetabulum-right") > 0.7);
            QVERIFY(missing(l, "asis-left") && missing(l, "acetabulum-left"));
            QVERIFY(!frameOf("anterior-pelvic-plane", Side::Right, l.points));
        }
        // By its femur, not by the other one that is given, too; and what the wing says of a turned one.
        for (const auto& [roll, yaw] :
             {std::pair(0.0, 0.0), std::pair(-25.0, 0.0), std::pair(25.0, 0.0), std::pair(0.0, 30.0)}) {
            const Pose pose{turned(roll, Vec3(0, 1, 0)) * turned(yaw, Vec3(0, 0, 1)), Vec3::Zero()};
            const Grid wide = pelvisGrid(pose, Vec3(1.5, 1.5, 1.5));
            for (const Side s : {Side::Right, Side::Left}) {
                const auto made = [&](Side of, bool femur) {
                    return mask(wide, pose,
                                [&](const Vec3& p) { return femur ? pelvis.femur(p, of) : pelvis.half(p, of); });
                };
                const Mask bone = made(s, false), femora[] = {made(Side::Right, true), made(Side::Left, true)};
                PelvisMasks one;
                one.both = &bone;
                one.femora = {&femora[0], &femora[1]};
                const PelvisLandmarks l = pelvisLandmarks(one, Job());
                QVERIFY(!l.bothSides && l.seen.side == s && l.seen.confidence >= 0.8);
                QVERIFY(findLandmark(l.points, "acetabulum-" + std::string(name(s))));
                one.both = nullptr;
                (s == Side::Right ? one.right : one.left) = &bone;
                const SideGuess seen = pelvisLandmarks(one, Job()).seen;
                qInfo("oblique by %.0f, turned by %.0f degrees: %s, confidence %.2f", roll, yaw, name(seen.side).data(),
                      seen.confidence);
                QVERIFY(seen.side == s && seen.confidence >= 0.8);
            }
        }
        // Without a femur a whole half still tells its side, but the socket is not looked for.
        PelvisMasks in;
        in.both = &r;
        const PelvisLandmarks l = pelvisLandmarks(in, Job());
        QVERIFY(findLandmark(l.points, "asis-right"));
        QVERIFY(missing(l, "acetabulum-right") && !missing(l, "acetabulum-right")->why.empty());
    }

    void whatTheImageCutsOffIsNotTold()
    {
        const Pelvis pelvis;
        // Ends 15 mm above the hips' centres: no spine is in it.
        const Grid low = pelvisGrid(Pose(), Vec3(1.2, 1.2, 1.2), Vec3(-168, -200, -155), Vec3(12, -40, 155));
        // Ends 8 mm above the anterior spines: what lies highest is no spine.
        const Grid high = pelvisGrid(Pose(), Vec3(1.2, 1.2, 1.2), Vec3(-168, -200, -155), Vec3(12, 8, 155));
        for (const Grid* g : {&low, &high}) {
            const Mask r = mask(*g, Pose(), [&](const Vec3&p) { return pelvis.half(p, Side::Right); }),
                       l = mask(*g, Pose(), [&](const Vec3&p) { return pelvis.half(p, Side::Left); });
            const Mask f = mask(*g, Pose(), [&](const Vec3& p) { return pelvis.femur(p, Side::Right); });
            PelvisMasks in;
            in.right = &r;
            in.left = &l;
            in.femora = {&f};
            const PelvisLandmarks found = pelvisLandmarks(in, Job());
            for (const char* key : {"asis-right", "asis-left", "psis-right", "psis-left"}) {
                QVERIFY2(!findLandmark(found.points, key), key);
                QVERIFY2(missing(found, key) && !missing(found, key)->why.empty(), key);
            }
            QVERIFY((findLandmark(found.points, "acetabulum-right")->position - Pose().toPatient(kSocket)).norm() <
                    0.5);
            QVERIFY(findLandmark(found.points, "pubic-tubercle-right"));
            QVERIFY(!frameOf("anterior-pelvic-plane", Side::Right, found.points));
        }
        // Cut through the socket's front.
        const Grid front = pelvisGrid(Pose(), Vec3(1.2, 1.2, 1.2), Vec3(-168, -200, -155), Vec3(-45, 70, 155));
        const Mask r = mask(front, Pose(), [&](const Vec3& p) { return pelvis.half(p, Side::Right); });
        const Mask f = mask(front, Pose(), [&](const Vec3& p) { return pelvis.femur(p, Side::Right); });
        PelvisMasks in;
        in.right = &r;
        in.femora = {&f};
        const PelvisLandmarks found = pelvisLandmarks(in, Job());
        qInfo("cut socket: confidence %.2f, rim %.2f", confidence(found, "acetabulum-right"),
              confidence(found, "acetabulum-rim-superior-right"));
        QVERIFY(confidence(found, "acetabulum-right") <= 0.3);
        QVERIFY(confidence(found, "acetabulum-rim-superior-right") <= 0.2);
        QVERIFY(confidence(found, "asis-right") <= 0.2);
        QVERIFY(confidence(found, "pubic-tubercle-right") <= 0.2);
    }

    void sidesThatContradictThemselvesAreRefused()
    {
        const Pelvis pelvis;
        const Grid g = pelvisGrid(Pose(), Vec3(2, 2, 2));
        const Mask r = mask(g, Pose(), [&](const Vec3&p) { return pelvis.half(p, Side::Right); }),
                   l = mask(g, Pose(), [&](const Vec3&p) { return pelvis.half(p, Side::Left); });
        const Mask both = unite(r, l);
        PelvisMasks in;
        in.right = &l;
        in.left = &r;
        QVERIFY(refused([&] { pelvisLandmarks(in, Job()); }));
        QVERIFY(refused([&] { pelvisLandmarks({&both, nullptr, nullptr, {}}, Job()); }));
        // A wrong side of one half alone is told.
        for (const Side said : {Side::Right, Side::Left}) {
            PelvisMasks one;
            (said == Side::Right ? one.right : one.left) = said == Side::Right ? &l : &r;
            const SideGuess seen = pelvisLandmarks(one, Job()).seen;
            QVERIFY(seen.side != said && seen.confidence >= 0.8 && !seen.why.empty());
        }
    }

    void nothingIsRefused()
    {
        const Grid g = grid(Vec3(0, 0, 0), Vec3(60, 60, 60), Vec3(1, 1, 1), Vec3::Zero());
        const Mask empty;
        const Mask ball =
            mask(g, Pose(), [](const Vec3& p) { return ellipsoid(p, Vec3(-30, 30, -30), Vec3(20, 20, 20)); });
        QVERIFY(refused([&] { pelvisLandmarks({}, Job()); }));
        QVERIFY(refused([&] { pelvisLandmarks({&empty, nullptr, nullptr, {}}, Job()); }));
        QVERIFY(refused([&] { pelvisLandmarks({nullptr, nullptr, &ball, {}}, Job()); })); // which side?
        const PelvisLandmarks l = pelvisLandmarks({&ball, nullptr, nullptr, {&empty, nullptr, &ball}}, Job());
        for (const BoneLandmark& p : l.points)
            qInfo("a ball has %s", p.key.c_str());
        QVERIFY(!findLandmark(l.points, "asis-right") && !findLandmark(l.points, "acetabulum-right"));
        QVERIFY(!acetabulumOf(Side::Right, {}));
        BoneLandmarks same;
        for (const char* key : {"acetabulum-right", "acetabulum-dome-right", "acetabulum-rim-superior-right",
                                "acetabulum-rim-anterior-right", "acetabulum-rim-posterior-right"})
            same.push_back({key, "x", Vec3(1, 2, 3), 1, "x"});
        QVERIFY(!acetabulumOf(Side::Right, same));
        for (BoneLandmark& p : same)
            p.position.x() = std::nan("");
        QVERIFY(!acetabulumOf(Side::Right, same));
        std::stop_source stop;
        stop.request_stop();
        bool cancelled = false;
        try {
            pelvisLandmarks({&ball, nullptr, nullptr, {}}, Job(stop.get_token()));
        } catch (const Error& e) {
            cancelled = e.code() == ErrorCode::Cancelled;
        }
        QVERIFY(cancelled);
    }
};

QTEST_GUILESS_MAIN(TestPelvisLandmarks)
#include "tst_pelvis_landmarks.moc"
