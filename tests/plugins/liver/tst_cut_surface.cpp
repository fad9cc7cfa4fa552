// A cut through points against planes and a paraboloid; what remains for every shift against the cuts themselves.

#include "core/base/error.h"
#include "core/image/edit/plane_cut.h"
#include "plugins/liver/cut_surface.h"
#include "plugins/liver/resection.h"
#include "plugins/liver/resection_shift.h"
#include "synthetic.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>
#include <random>

using namespace synthetic;

namespace {

Grid smallGrid()
{
    Grid g;
    g.size = {80, 70, 60};
    g.spacing = Vec3(1, 1.2, 1.5);
    g.origin = Vec3(-40, -42, -45);
    return g;
}

/// Points on z = f(x, y) turned by `turn`, on a lattice.
template <class F>
std::vector<Vec3> pointsOn(const F& f, const Mat3& turn, double reach, int each)
{
    std::vector<Vec3> out;
    for (int i = 0; i < each; ++i)
        for (int j = 0; j < each; ++j) {
            const double x = reach * (2.0 * i / (each - 1) - 1), y = reach * (2.0 * j / (each - 1) - 1);
            out.push_back(turn * Vec3(x, y, f(x, y)));
        }
    return out;
}

const Mat3 kTurn = (Eigen::AngleAxisd(0.7, Vec3(1, 2, 3).normalized())).toRotationMatrix();

} // namespace

class TstCutSurface : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointsInAPlaneMakeThePlane()
    {
        const Vec3 normal = kTurn * Vec3::UnitZ();
        const auto points = pointsOn([](double, double) { return 7.0; }, kTurn, 30, 4);
        const CutSurface s(points, normal);
        QVERIFY((s.normal() - normal).norm() < 1e-9);
        std::mt19937 random(3);
        std::uniform_real_distribution<double> u(-60, 60);
        for (int n = 0; n < 200; ++n) {
            const Vec3 p(u(random), u(random), u(random));
            QVERIFY(std::abs(s.height(p) - (normal.dot(p) - 7)) < 1e-6);
        }
        // The other side is removed: heights change sign.
        QVERIFY(std::abs(CutSurface(points, -normal).height(Vec3(1, 2, 3)) + s.height(Vec3(1, 2, 3))) < 1e-6);
        QVERIFY(std::abs(s.shifted(2.5).height(Vec3::Zero()) - (-7 - 2.5)) < 1e-6);
    }

    void itGoesThroughItsPoints()
    {
        const auto f = [](double x, double y) { return 0.01 * x * x - 0.006 * x * y + 4 * std::sin(y / 12); };
        const auto points = pointsOn(f, kTurn, 35, 6);
        const CutSurface s(points, kTurn * Vec3::UnitZ());
        for (const Vec3& p : points)
            QVERIFY(std::abs(s.height(p)) < 1e-6);
    }

    /// Between the points the spline nears a smooth surface as they get closer.
    void closerPointsComeNearer()
    {
        const auto f = [](double x, double y) { return 0.008 * (x * x + y * y); };
        double before = 1e9;
        for (const int each : {4, 7, 13}) {
            const CutSurface s(pointsOn(f, Mat3::Identity(), 30, each), Vec3::UnitZ());
            double worst = 0;
            for (double x = -20; x <= 20; x += 1.7)
                for (double y = -20; y <= 20; y += 1.3)
                    worst = std::max(worst, std::abs(s.height(Vec3(x, y, f(x, y)))));
            qInfo("%d x %d points: at most %.4f mm off the paraboloid", each, each, worst);
            QVERIFY(worst < before / 2);
            before = worst;
        }
        QVERIFY(before < 0.05);
    }

    void whatCannotBeACutIsRefused()
    {
        const Vec3 z = Vec3::UnitZ();
        const auto refused = [&](const std::vector<Vec3>& points, const Vec3& towards) {
            try {
                CutSurface(points, towards);
                return false;
            } catch (const Error& e) {
                return e.code() == ErrorCode::BadInput && !e.advice().empty();
            }
        };
        const std::vector<Vec3> three{{0, 0, 0}, {10, 0, 0}, {0, 10, 0}};
        QVERIFY(!refused(three, z));
        QVERIFY(refused({three[0], three[1]}, z));
        QVERIFY(refused({{0, 0, 0}, {1, 1, 0}, {2, 2, 0}, {5, 5, 0}}, z));
        QVERIFY(refused(three, Vec3::UnitX())); // within the plane
        QVERIFY(refused(three, Vec3::Zero()));
        QVERIFY(refused({three[0], three[1], {0, std::nan(""), 0}}, z));
        auto above = pointsOn([](double, double) { return 0.0; }, Mat3::Identity(), 30, 4);
        above.push_back(above[5] + Vec3(0.1, 0, 6));
        QVERIFY(refused(above, z));
        auto twice = pointsOn([](double, double) { return 0.0; }, Mat3::Identity(), 30, 4);
        twice.push_back(twice[5]);
        QVERIFY(!refused(twice, z));
        QVERIFY(refused(std::vector<Vec3>(CutSurface::kMostPoints + 1, Vec3::Zero()), z));
    }

    void aFlatSurfaceCutsAsThePlane()
    {
        const Grid g = smallGrid();
        ResectionInput input{maskOf(g, ball(Vec3(0, 0, 0), 30)), {maskOf(g, ball(Vec3(12, 3, 4), 6))}};
        Plane plane;
        plane.normal = kTurn * Vec3::UnitZ();
        plane.offset = 3.21; // through no voxel's centre
        const Resection a = resectByPlane(input, plane, Job());
        const Resection b = resectBySurface(
            input, CutSurface(pointsOn([](double, double) { return 3.21; }, kTurn, 40, 3), plane.normal), Job());
        QCOMPARE(b.removed.key(), a.removed.key());
        QCOMPARE(b.remnantMl, a.remnantMl);
        QVERIFY(b.lesions[0].side == a.lesions[0].side);
    }

    /// Above z = c r^2 within a ball: both volumes have closed forms, here by integration in rings.
    void aBowlTakesItsVolume()
    {
        Grid g = smallGrid();
        g.size = {140, 140, 140};
        g.spacing = Vec3(0.5, 0.5, 0.5);
        g.origin = Vec3(-34.75, -34.75, -34.75);
        constexpr double kC = 0.012, kR = 32;
        const auto f = [](double x, double y) { return kC * (x * x + y * y); };
        ResectionInput input{maskOf(g, ball(Vec3::Zero(), kR)), {}};
        const Resection cut =
            resectBySurface(input, CutSurface(pointsOn(f, Mat3::Identity(), 34, 15), Vec3::UnitZ()), Job());
        double exact = 0;
        constexpr int kRings = 200000;
        for (int n = 0; n < kRings; ++n) {
            const double r = (n + 0.5) * kR / kRings, top = std::sqrt(kR * kR - r * r),
                         low = std::max(kC * r * r, -top);
            exact += 2 * M_PI * r * std::max(0.0, top - low) * kR / kRings / 1000;
        }
        qInfo("removed %.2f mL, closed form %.2f mL", cut.removedMl, exact);
        QVERIFY(std::abs(cut.removedMl - exact) < 0.004 * exact);
        QVERIFY(std::abs(cut.removedMl + cut.remnantMl - cut.liverMl) < 1e-9);
    }

    void everyShiftTellsWhatTheCutItselfGives()
    {
        const Grid g = smallGrid();
        ResectionInput input{maskOf(g, ball(Vec3(0, 0, 0), 32)),
                             {maskOf(g, ball(Vec3(15, 3, 4), 6)), maskOf(g, ball(Vec3(-14, -6, 2), 5)),
                              maskOf(g, ball(Vec3(0, 200, 0), 5))}};
        Plane plane;
        plane.normal = Vec3(0.8, 0.36, 0.48).normalized();
        const ResectionShift shifts(
            input, [plane](const Vec3& p) { return plane.signedDistance(p); }, Job());
        for (const double shift : {-25.0, -11.3, -4.0, 0.0, 2.7, 9.9, 16.4, 28.0}) {
            plane.offset = shift;
            const Resection exact = resectByPlane(input, plane, Job());
            const auto at = shifts.at(shift);
            // A bin of 0.1 mm across the ball's greatest disc.
            const double bin = M_PI * 32 * 32 * ResectionShift::kBin / 1000;
            QVERIFY(std::abs(at.removedMl - exact.removedMl) <= bin);
            QVERIFY(std::abs(at.remnantMl - exact.remnantMl) <= bin);
            QVERIFY(std::abs(at.remnantShare - exact.remnantShare()) < 0.3);
            for (size_t n = 0; n < input.lesions.size(); ++n) {
                QVERIFY(at.lesions[n].side == exact.lesions[n].side);
                // Along the normal, between centres; the exact one lies between borders of voxels.
                if (exact.lesions[n].margin && exact.lesions[n].side != LesionSide::Cut)
                    QVERIFY2(
                        std::abs(at.lesions[n].margin - exact.lesions[n].margin->mm) < 2.5,
                        qPrintable(
                            QStringLiteral("%1 for %2").arg(at.lesions[n].margin).arg(exact.lesions[n].margin->mm)));
            }
        }
        QVERIFY(shifts.at(shifts.greatest()).removedMl < 1e-9);
        QVERIFY(shifts.at(shifts.least()).remnantMl < 1e-9);
        QVERIFY(shifts.at(1e6).removedMl < 1e-9 && shifts.at(-1e6).remnantMl < 1e-9);
    }

    void stops()
    {
        std::stop_source stop;
        stop.request_stop();
        const Job job(stop.get_token());
        ResectionInput input{maskOf(smallGrid(), ball(Vec3::Zero(), 20)), {}};
        const CutSurface s({{0, 0, 0}, {10, 0, 0}, {0, 10, 0}}, Vec3::UnitZ());
        QVERIFY_THROWS_EXCEPTION(Error, resectBySurface(input, s, job));
        QVERIFY_THROWS_EXCEPTION(Error, ResectionShift(
                                            input, [](const Vec3& p) { return p.z(); }, job));
    }
};

QTEST_GUILESS_MAIN(TstCutSurface)
#include "tst_cut_surface.moc"
