// Axes of bones from points whose frames are known by hand, their mirror images, clinical angles of known turns, what
// is refused.

#include "core/base/error.h"
#include "known_frames.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace frames;

namespace {

bool near(const Vec3& a, const Vec3& b, double by = 1e-12)
{
    return (a - b).norm() < by;
}

bool refused(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadInput && !e.message().empty() && !e.advice().empty();
    }
    return false;
}

} // namespace

class TestJointFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void axesOfTheTibiaByHand()
    {
        // Right leg: medially is to the left (+x), the knee straight above.
        const JointFrame r =
            tibiaFrame(Side::Right, Vec3(30, 0, 0), Vec3(-30, 0, 0), Vec3(35, 0, 350), Vec3(-35, 0, 350));
        QVERIFY(near(r.origin, Vec3::Zero()));
        QVERIFY(near(r.anterior(), kFront));
        QVERIFY(near(r.proximal(), kUp));
        QVERIFY(near(r.right(), kRight));
        QVERIFY(near(r.lateral(), kRight));
        QVERIFY(facesForward(r));
        QCOMPARE(r.definition, std::string("ISB (Wu 2002)"));
        QVERIFY(near(r.toPatient(r.toFrame(Vec3(3, 4, 5))), Vec3(3, 4, 5)));
        QVERIFY(near(r.toFrame(Vec3(-7, -5, 9)), Vec3(5, 9, 7)));
        // The lateral malleolus lies lower and further back: z follows it, y stays in the plane of the knee's middle.
        const JointFrame t =
            tibiaFrame(Side::Right, Vec3(30, -6, 8), Vec3(-30, 6, -8), Vec3(35, 0, 350), Vec3(-35, 0, 350));
        QVERIFY(near(t.right(), Vec3(-60, 12, -16).normalized()));
        QVERIFY(std::fabs(t.anterior().dot(Vec3(0, 0, 350))) < 1e-9); // the knee's middle lies in the plane
        QVERIFY(std::fabs(t.anterior().dot(t.right())) < 1e-12);
        QVERIFY(near(t.anterior().cross(t.proximal()), t.right()));
        // Left leg.
        const JointFrame l =
            tibiaFrame(Side::Left, Vec3(-30, 0, 0), Vec3(30, 0, 0), Vec3(-35, 0, 350), Vec3(35, 0, 350));
        QVERIFY(near(l.right(), kRight));
        QVERIFY(near(l.anterior(), kFront));
        QVERIFY(near(l.lateral(), -kRight));
    }

    void aWrongSideShows()
    {
        const auto with = [](Side s) {
            return tibiaFrame(s, Vec3(30, 0, 0), Vec3(-30, 0, 0), Vec3(35, 0, 350), Vec3(-35, 0, 350));
        };
        QVERIFY(facesForward(with(Side::Right)));
        QVERIFY(!facesForward(with(Side::Left)));
    }

    void partsOfTheLegByHand()
    {
        const Vec3 tilted = Vec3(0.1, 0.05, 1);
        const JointFrame d = distalTibiaFrame(Side::Right, Vec3(30, 0, 5), Vec3(-30, 0, -5), tilted);
        QVERIFY(near(d.right(), Vec3(-60, 0, -10).normalized()));
        QVERIFY(std::fabs(d.anterior().dot(tilted)) < 1e-12);
        QVERIFY(d.definition != "ISB (Wu 2002)");
        const JointFrame p = proximalTibiaFrame(Side::Right, Vec3(35, 0, 3), Vec3(-35, 0, -3), tilted);
        QVERIFY(near(p.proximal(), tilted.normalized()));
        QVERIFY(std::fabs(p.anterior().dot(Vec3(-70, 0, -6))) < 1e-9);
        const JointFrame f = femurFrame(Side::Right, Vec3(20, 0, 420), Vec3(40, 0, 0), Vec3(-40, 0, 0));
        QVERIFY(near(f.origin, Vec3(20, 0, 420)));
        QVERIFY(near(f.proximal(), Vec3(20, 0, 420).normalized()));
        QVERIFY(near(f.anterior(), kFront));
        const JointFrame df = distalFemurFrame(Side::Left, Vec3(-40, 0, 0), Vec3(40, 0, 0), kUp);
        QVERIFY(near(df.anterior(), kFront) && near(df.proximal(), kUp));
        const JointFrame pf = proximalFemurFrame(Side::Left, Vec3(-40, -5, 400), Vec3(0, 0, 300), kUp);
        QVERIFY(near(pf.right(), Vec3(-40, -5, 0).normalized()));
        const JointFrame t = talusFrame(Side::Right, Vec3(0, 0, -20), Vec3(15, 0, -10), Vec3(-15, 0, -12), kUp);
        QVERIFY(near(t.right(), Vec3(-30, 0, -2).normalized()) && near(t.anterior(), kFront));
        const JointFrame c = calcaneusFrame(Side::Right, Vec3(0, 0, -40), Vec3(0, 40, -45), Vec3(0, -30, -40), kUp);
        QVERIFY(near(c.anterior(), Vec3(0, -70, 5).normalized()) && near(c.right(), kRight));
        QVERIFY(near(neutralHindfootFrame("calcaneus", d).axes.col(1), d.proximal()));
    }

    void pelvisAndScapulaByHand()
    {
        const Vec3 ra(-120, -80, 0), la(120, -80, 0), rp(-40, 80, 10), lp(40, 80, 10);
        const JointFrame p = pelvisFrame(Side::Left, ra, la, rp, lp);
        QVERIFY(near(p.right(), kRight));
        QVERIFY(near(p.anterior(), Vec3(0, -160, -10).normalized()));
        QVERIFY(near(p.origin, Vec3(0, -80, 0)));
        QVERIFY(near(pelvisFrame(Side::Left, ra, la, rp, lp, Vec3(90, -20, -80)).origin, Vec3(90, -20, -80)));
        const JointFrame a = anteriorPelvicPlane(Side::Right, ra, la, Vec3(-25, -70, -90), Vec3(25, -70, -90));
        QVERIFY(near(a.proximal(), Vec3(0, -10, 90).normalized()));
        QVERIFY(near(a.anterior(), kRight.cross(Vec3(0, 10, -90)).normalized()));
        // Right scapula in the coronal plane: AA lateral of TS, AI below.
        const JointFrame s = scapulaFrame(Side::Right, Vec3(-100, 0, 20), Vec3(0, 0, 20), Vec3(0, 0, -100));
        QVERIFY(near(s.axes.col(0), kFront) && near(s.axes.col(1), kUp) && near(s.axes.col(2), kRight));
        const JointFrame l = scapulaFrame(Side::Left, Vec3(100, 0, 20), Vec3(0, 0, 20), Vec3(0, 0, -100));
        QVERIFY(near(l.axes.col(0), kFront) && near(l.axes.col(1), kUp) && near(l.axes.col(2), kRight));
    }

    void glenoidOfKnownCircle()
    {
        const JointFrame s = scapulaFrame(Side::Right, Vec3(-100, 0, 20), Vec3(0, 0, 20), Vec3(0, 0, -100));
        // Retroverted by 5.2 degrees, looking up by 8.4: turned about y first, then about x.
        const Mat3 axes = s.axes * turn(-5.2, Vec3::UnitY()) * turn(-8.4, Vec3::UnitX());
        const Vec3 centre(-80, 10, 15);
        for (const bool mirror : {false, true}) {
            std::vector<Vec3> points = rim(centre, axes, 13.5);
            JointFrame scapula = s;
            if (mirror) {
                for (Vec3& p : points)
                    p = mirrored(p);
                scapula = mirrored(s);
            }
            const GlenoidCircle c = glenoidCircle(points, scapula);
            QVERIFY(std::fabs(c.radius - 13.5) < 0.01);
            QVERIFY(c.rmsMm < 0.01);
            QVERIFY(near(c.centre, mirror ? mirrored(centre) : centre, 0.01));
            QVERIFY(std::fabs(glenoidVersion(scapula, c.normal) + 5.2) < 1e-6);
            QVERIFY(std::fabs(glenoidInclination(scapula, c.normal) - toldInclination(8.4, 5.2)) < 1e-6);
            const JointFrame g = glenoidFrame(points, scapula);
            QVERIFY(near(g.lateral(), c.normal));
            QVERIFY(near(g.axes.col(0).cross(g.axes.col(1)), g.axes.col(2)));
        }
        QVERIFY(refused([&] { glenoidCircle({Vec3(0, 0, 0), Vec3(1, 0, 0)}, s); }));
        std::vector<Vec3> line;
        for (int n = 0; n < 20; ++n)
            line.emplace_back(0, n, n);
        QVERIFY(refused([&] { glenoidCircle(line, s); }));
    }

    /// A mirrored bone: mirrored x and y, z turned round, the same coordinates of a mirrored point but for the sign of
    /// z.
    void mirroredBones()
    {
        const Vec3 p(4, 7, 90);
        const auto check = [&](const JointFrame& r, const JointFrame& l) {
            QVERIFY(near(l.anterior(), mirrored(r.anterior())));
            QVERIFY(near(l.proximal(), mirrored(r.proximal())));
            QVERIFY(near(l.right(), -mirrored(r.right())));
            QVERIFY(near(l.lateral(), mirrored(r.lateral())));
            QVERIFY(near(l.origin, mirrored(r.origin)));
            QVERIFY(std::fabs(l.axes.determinant() - 1) < 1e-12 && std::fabs(r.axes.determinant() - 1) < 1e-12);
            QVERIFY(near(l.toFrame(mirrored(p)), r.toFrame(p).cwiseProduct(Vec3(1, 1, -1)), 1e-10));
        };
        for (const auto& [right, left] : mirroredPairs())
            check(right, left);
    }

    void angleOfPlanesByHand()
    {
        const JointFrame f = rightFrame(patientAxes());
        // Right leg: medially is +x. A plateau whose normal leans medially is in varus.
        QVERIFY(std::fabs(varusOfProximalPlane(f, turn(3, Vec3::UnitY()) * kUp) - 3) < 1e-12);
        QVERIFY(std::fabs(varusOfDistalPlane(f, turn(3, Vec3::UnitY()) * kUp) + 3) < 1e-12);
        // The normal may be given pointing down.
        QVERIFY(std::fabs(varusOfProximalPlane(f, -(turn(3, Vec3::UnitY()) * kUp)) - 3) < 1e-12);
        // It drops towards the back: the normal leans backwards (+y).
        QVERIFY(std::fabs(posteriorSlope(f, Vec3(0, std::sin(7 * kDeg), std::cos(7 * kDeg))) - 7) < 1e-12);
        // Toes out on the right: towards -x.
        QVERIFY(std::fabs(externalRotation(f, Vec3(-std::sin(15 * kDeg), -std::cos(15 * kDeg), 0)) - 15) < 1e-12);
        // What leans both ways shows each in its own plane.
        const Vec3 both(std::tan(4 * kDeg), std::tan(6 * kDeg), 1);
        QVERIFY(std::fabs(varusOfProximalPlane(f, both) - 4) < 1e-12);
        QVERIFY(std::fabs(posteriorSlope(f, both) - 6) < 1e-12);
    }

    void kneeTurnsAreRecovered()
    {
        Mat3 base = turn(17, Vec3(1, 2, 3).normalized()) * patientAxes();
        for (const double flexion : {0.0, 30.0, 95.0})
            for (const double varus : {-8.0, 0.0, 5.0})
                for (const double external : {-20.0, 0.0, 12.0}) {
                    const auto [femur, tibia] = knee(base, flexion, varus, external, 2);
                    const KneeAngles k = kneeAngles(femur, tibia);
                    QVERIFY2(std::fabs(k.flexion - flexion) < 1e-10, qPrintable(QString::number(k.flexion)));
                    QVERIFY2(std::fabs(k.varus - varus) < 1e-10, qPrintable(QString::number(k.varus)));
                    QVERIFY2(std::fabs(k.externalRotation - external) < 1e-10,
                             qPrintable(QString::number(k.externalRotation)));
                    QVERIFY(std::fabs(k.anteriorMm - 2) < 1e-10 && std::fabs(k.lateralMm) < 1e-10 &&
                            std::fabs(k.distractionMm) < 1e-10);
                    const KneeAngles l = kneeAngles(mirrored(femur), mirrored(tibia));
                    QVERIFY(std::fabs(l.flexion - k.flexion) < 1e-12 && std::fabs(l.varus - k.varus) < 1e-12 &&
                            std::fabs(l.externalRotation - k.externalRotation) < 1e-12 &&
                            std::fabs(l.lateralMm - k.lateralMm) < 1e-12);
                }
        // By hand: distal end of the right tibia to the left (medially) is varus.
        const JointFrame f = rightFrame(patientAxes());
        JointFrame t = f;
        t.axes = turn(-10, Vec3::UnitY()) * t.axes; // -z axis of the bone goes towards +x
        QVERIFY((-t.proximal()).x() > 0);
        QVERIFY(std::fabs(kneeAngles(f, t).varus - 10) < 1e-10);
        t = f;
        t.origin = f.origin + Vec3(-4, 0, -9);
        QVERIFY(std::fabs(kneeAngles(f, t).lateralMm - 4) < 1e-12);
        QVERIFY(std::fabs(kneeAngles(f, t).distractionMm - 9) < 1e-12);
    }

    void ankleTurnsAreRecovered()
    {
        const JointFrame tibia = rightFrame(turn(11, Vec3(3, 1, 2).normalized()) * patientAxes());
        for (const double dorsal : {-30.0, 0.0, 20.0})
            for (const double inversion : {-9.0, 0.0, 14.0})
                for (const double internal : {-6.0, 0.0, 11.0}) {
                    const JointFrame calcaneus = calcaneusOf(tibia, dorsal, inversion, internal);
                    for (const bool mirror : {false, true}) {
                        const AnkleAngles a =
                            mirror ? ankleAngles(mirrored(tibia), mirrored(calcaneus)) : ankleAngles(tibia, calcaneus);
                        QVERIFY(std::fabs(a.dorsiflexion - dorsal) < 1e-10);
                        QVERIFY(std::fabs(a.inversion - inversion) < 1e-10);
                        QVERIFY(std::fabs(a.internalRotation - internal) < 1e-10);
                    }
                }
        // By hand, right foot: toes up; sole to the left (medially); toes to the left.
        const JointFrame f = rightFrame(patientAxes());
        JointFrame c = f;
        c.axes = turn(-10, Vec3::UnitX()) * f.axes;
        QVERIFY(c.anterior().z() > 0);
        QVERIFY(std::fabs(ankleAngles(f, c).dorsiflexion - 10) < 1e-10);
        c.axes = turn(-10, Vec3::UnitY()) * f.axes;
        QVERIFY((-c.proximal()).x() > 0);
        QVERIFY(std::fabs(ankleAngles(f, c).inversion - 10) < 1e-10);
        c.axes = turn(10, Vec3::UnitZ()) * f.axes;
        QVERIFY(c.anterior().x() > 0);
        QVERIFY(std::fabs(ankleAngles(f, c).internalRotation - 10) < 1e-10);
    }

    void mirroredAnglesAreTheSame()
    {
        const JointFrame r = rightFrame(turn(13, Vec3(1, -2, 0.5).normalized()) * patientAxes(), Vec3(9, 8, 7));
        const JointFrame l = mirrored(r);
        const Vec3 n = Vec3(0.12, 0.2, 0.95), d = Vec3(0.3, -0.9, 0.1);
        QVERIFY(std::fabs(varusOfProximalPlane(r, n) - varusOfProximalPlane(l, mirrored(n))) < 1e-12);
        QVERIFY(std::fabs(varusOfDistalPlane(r, n) - varusOfDistalPlane(l, mirrored(n))) < 1e-12);
        QVERIFY(std::fabs(posteriorSlope(r, n) - posteriorSlope(l, mirrored(n))) < 1e-12);
        QVERIFY(std::fabs(externalRotation(r, d) - externalRotation(l, mirrored(d))) < 1e-12);
        const Vec3 out = Vec3(-0.9, 0.1, 0.2);
        QVERIFY(std::fabs(glenoidVersion(r, out) - glenoidVersion(l, mirrored(out))) < 1e-12);
        QVERIFY(std::fabs(glenoidInclination(r, out) - glenoidInclination(l, mirrored(out))) < 1e-12);
        const GeodesicAxis a = geodesicAxis(r, Vec3(10, 9, 8), out, 20);
        const GeodesicAxis b = geodesicAxis(l, mirrored(Vec3(10, 9, 8)), mirrored(out), 20);
        QVERIFY(std::fabs(a.westDegrees - b.westDegrees) < 1e-12);
        QVERIFY(std::fabs(a.northDegrees - b.northDegrees) < 1e-12);
        QVERIFY(std::fabs(a.offCentreMm - b.offCentreMm) < 1e-12);
    }

    void axisOfTheTalusOnTheGlobe()
    {
        const JointFrame f = rightFrame(patientAxes(), Vec3(1, 2, 3));
        // Built from its place: 91.6 W, 7.4 N. West is medial, +x on the right; 0 is anterior, -y.
        const Vec3 d = onGlobe(91.6, 7.4);
        for (const double sign : {1.0, -1.0}) { // the axis has no sense
            const GeodesicAxis g = geodesicAxis(f, f.origin + 5 * d, sign * d, 25);
            QVERIFY(std::fabs(g.westDegrees - 91.6) < 1e-10);
            QVERIFY(std::fabs(g.northDegrees - 7.4) < 1e-10);
            QVERIFY(g.offCentreMm < 1e-10);
            QVERIFY(near(g.exit, f.origin + 25 * d, 1e-10));
        }
        // 3 mm above the centre, straight across: it leaves at asin(3 / 25) north.
        const GeodesicAxis g = geodesicAxis(f, f.origin + 3 * kUp, kRight, 25);
        QVERIFY(std::fabs(g.offCentreMm - 3) < 1e-12);
        QVERIFY(std::fabs(g.westDegrees - 90) < 1e-10);
        QVERIFY(std::fabs(g.northDegrees - std::asin(3.0 / 25) / kDeg) < 1e-10);
        QVERIFY(refused([&] { geodesicAxis(f, f.origin + 26 * kUp, kRight, 25); }));
        QVERIFY(refused([&] { geodesicAxis(f, f.origin, Vec3::Zero(), 25); }));
        QVERIFY(refused([&] { geodesicAxis(f, f.origin, kRight, std::nan("")); }));
    }

    void badPointsAreRefused()
    {
        const Vec3 mm(30, 0, 0), lm(-30, 0, 0), mc(35, 0, 350), lc(-35, 0, 350);
        const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
        for (const Vec3& bad : {Vec3(nan, 0, 0), Vec3(0, inf, 0), Vec3(0, 0, 1e9)}) {
            QVERIFY(refused([&] { tibiaFrame(Side::Right, bad, lm, mc, lc); }));
            QVERIFY(refused([&] { tibiaFrame(Side::Right, mm, lm, mc, bad); }));
            QVERIFY(refused([&] { femurFrame(Side::Right, bad, mc, lc); }));
            QVERIFY(refused([&] { pelvisFrame(Side::Right, mm, bad, mc, lc); }));
            QVERIFY(refused([&] {
                pelvisFrame(Side::Right, Vec3(-120, -80, 0), Vec3(120, -80, 0), Vec3(-40, 80, 10), Vec3(40, 80, 10),
                            bad);
            }));
            QVERIFY(refused([&] { scapulaFrame(Side::Left, mm, bad, mc); }));
            QVERIFY(refused([&] { talusFrame(Side::Right, bad, mm, lm, kUp); }));
        }
        QVERIFY(refused([&] { tibiaFrame(Side::Right, mm, mm, mc, lc); }));
        QVERIFY(refused([&] { tibiaFrame(Side::Right, mm, lm, mc, mm); }));
        QVERIFY(refused([&] { distalTibiaFrame(Side::Right, mm, lm, Vec3(1, 0, 0)); }));
        QVERIFY(refused([&] { distalTibiaFrame(Side::Right, mm, lm, Vec3::Zero()); }));
        QVERIFY(refused([&] { distalTibiaFrame(Side::Right, mm, lm, Vec3(nan, 0, 1)); }));
        QVERIFY(refused([&] { tibiaFrame(Side::Right, mm, lm, Vec3(80, 0, 0), Vec3(90, 0, 0)); })); // on a line
        QVERIFY(refused([&] { femurFrame(Side::Right, Vec3(200, 0, 0), Vec3(40, 0, 0), Vec3(-40, 0, 0)); }));
        QVERIFY(refused([&] { scapulaFrame(Side::Right, Vec3(0, 0, 0), Vec3(10, 0, 0), Vec3(20, 0, 0.01)); }));
        QVERIFY(refused([&] { proximalFemurFrame(Side::Right, Vec3(0, 0, 400), Vec3(0, 0, 300), kUp); }));
        const JointFrame f = rightFrame(patientAxes());
        QVERIFY(refused([&] { varusOfProximalPlane(f, kFront); })); // at right angles to the plane of projection
        QVERIFY(refused([&] { posteriorSlope(f, Vec3(nan, 0, 1)); }));
        QVERIFY(refused([&] { externalRotation(f, kUp); }));
        JointFrame lying = f;
        lying.axes = turn(90, kFront) * f.axes; // its y along the other's z
        QVERIFY(refused([&] { kneeAngles(f, lying); }));
    }

    /// The malleoli lie askew to the long axis: cuts are told against that axis.
    void longAxisInsteadOfIsb()
    {
        const Vec3 mm(25, 0, 0), lm(-28, 5, -12), up(0.02, 0.01, 1);
        const JointFrame isb = distalTibiaFrame(Side::Right, mm, lm, up), along = alongAxis(isb, up, "long axis");
        QVERIFY(isb.proximal().dot(up.normalized()) < 0.99);
        QVERIFY((along.proximal() - up.normalized()).norm() < 1e-12);
        QVERIFY((along.axes.transpose() * along.axes - Mat3::Identity()).norm() < 1e-12);
        QVERIFY(along.right().dot(isb.right()) > 0.95 && along.origin == isb.origin);
        QVERIFY_EXCEPTION_THROWN(alongAxis(isb, isb.right(), "none"), Error);
    }
};

QTEST_GUILESS_MAIN(TestJointFrames)
#include "tst_joint_frames.moc"
