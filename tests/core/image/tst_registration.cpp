// Registration against motions that are known: rigid and affine of two kinds of images, smooth fields, a sliding organ,
// the breathing phantom; fields and their inverses in closed form; what cannot be done is an error.

#include "core/base/error.h"
#include "core/image/registration/affine.h"
#include "core/image/registration/deformable.h"
#include "tests/core/image/shapes.h"

#include <QTest>

#include <random>

using namespace pollux;

namespace {

/// A body of several ellipsoids with soft borders, as a function of place: any grid, any motion.
double body(const Vec3& p)
{
    const auto blob = [&](const Vec3& c, const Vec3& r, double value) {
        const double d = (p - c).cwiseQuotient(r).norm();
        return value / (1 + std::exp((d - 1) * 14));
    };
    // A texture everywhere: where an image shows nothing no registration can know anything.
    const double texture = 12 * std::sin(p.x() / 5) * std::sin(p.y() / 6) * std::sin(p.z() / 7);
    return texture - 50 + blob({0, 0, 0}, {44, 34, 40}, 90) + blob({-16, -5, 6}, {17, 13, 15}, 70) +
           blob({14, 9, -8}, {10, 12, 17}, -60) + blob({12, -14, 14}, {8, 7, 6}, 110) +
           blob({-10, 12, -16}, {6, 6, 9}, 130) + blob({2, 4, 22}, {7, 5, 6}, -90);
}

Volume image(const Grid& g, const std::function<Vec3(const Vec3&)>& from, const std::function<double(double)>& look,
             double noise = 2)
{
    std::mt19937 random(7);
    std::normal_distribution<double> n(0, noise);
    std::vector<float> v(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[size_t(g.offset(i, j, k))] = static_cast<float>(look(body(from(g.toPatient(i, j, k)))) + n(random));
    return Volume(g, std::move(v));
}

Grid cube(int n, double spacing)
{
    Grid g;
    g.size = {n, n, n};
    g.spacing = Vec3::Constant(spacing);
    g.origin = Vec3::Constant(-(n - 1) * spacing / 2);
    return g;
}

double same(double v)
{
    return v;
}
/// As another modality: neither the order nor the sign of the values is kept.
double other(double v)
{
    return 300 - 2.2 * v + 60 * std::sin(v / 25);
}

/// Largest distance over the body between where two maps carry its points.
template <class A, class B>
std::pair<double, double> meanAndLargest(const A& a, const B& b, double reach = 30)
{
    double sum = 0, most = 0;
    int count = 0;
    for (double x = -reach; x <= reach; x += 5)
        for (double y = -reach; y <= reach; y += 5)
            for (double z = -reach; z <= reach; z += 5) {
                const Vec3 p(x, y, z);
                if (p.norm() > reach)
                    continue;
                const double d = (a(p) - b(p)).norm();
                sum += d;
                most = std::max(most, d);
                ++count;
            }
    return {sum / count, most};
}

/// A smooth bump of up to `mm`.
Vec3 bump(const Vec3& p, double mm)
{
    return Vec3(0.5, -0.3, 1) / Vec3(0.5, -0.3, 1).norm() * mm * std::exp(-p.squaredNorm() / (2 * 18 * 18));
}

} // namespace

class TestRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rigidAndAffine_data()
    {
        QTest::addColumn<bool>("rigid");
        QTest::addColumn<bool>("two");
        QTest::newRow("rigid, one kind") << true << false;
        QTest::newRow("rigid, two kinds") << true << true;
        QTest::newRow("affine, one kind") << false << false;
        QTest::newRow("affine, two kinds") << false << true;
    }
    void rigidAndAffine()
    {
        QFETCH(bool, rigid);
        QFETCH(bool, two);
        AffineMap truth;
        truth.linear = (Eigen::AngleAxisd(0.15, Vec3(1, 2, 3).normalized())).toRotationMatrix();
        if (!rigid)
            truth.linear = truth.linear * Vec3(1.06, 0.95, 1.03).asDiagonal();
        truth.offset = Vec3(9, -6, 7);
        const AffineMap back = truth.inverse();
        Grid oblique = shapes::obliqueMirrored(cube(56, 2));
        oblique.origin = -oblique.direction * Vec3::Constant(55.0); // about the middle again
        const Volume fixed = image(
            cube(60, 2), [](const Vec3& p) { return p; }, same);
        const Volume moving = image(oblique, back, two ? other : same);
        AffineOptions o;
        o.rigid = rigid;
        const AffineResult r = registerAffine(fixed, moving, o, Job());
        const auto [mean, most] = meanAndLargest(r.map, truth);
        qInfo("mean %.3f mm, largest %.3f mm, %d iterations, information %.3f -> %.3f", mean, most, r.iterations,
              r.informationBefore, r.informationAfter);
        QVERIFY(r.informationAfter > r.informationBefore);
        QVERIFY(r.overlap > 0.5);
        QVERIFY2(mean < 0.5 && most < 1.2, qPrintable(QString("%1 %2").arg(mean).arg(most)));
        if (rigid)
            QVERIFY((r.map.linear.transpose() * r.map.linear).isIdentity(1e-9));
        // The same again, to the bit.
        const AffineResult again = registerAffine(fixed, moving, o, Job());
        QVERIFY(again.map.linear == r.map.linear && again.map.offset == r.map.offset);
    }

    void smoothFields_data()
    {
        QTest::addColumn<bool>("two");
        QTest::newRow("one kind") << false;
        QTest::newRow("two kinds") << true;
    }
    void smoothFields()
    {
        QFETCH(bool, two);
        // moving(y) = body(x) with y = x + u(x): made by the inverse, to which fixed-point iteration leads.
        const auto truth = [](const Vec3& x) -> Vec3 { return x + bump(x, 9); };
        const auto back = [&](const Vec3& y) {
            Vec3 x = y;
            for (int n = 0; n < 60; ++n)
                x = y - bump(x, 9);
            return x;
        };
        const Volume fixed = image(
            cube(60, 2), [](const Vec3& p) { return p; }, same);
        const Volume moving = image(cube(60, 2), back, two ? other : same);
        DeformableOptions o;
        o.spacing = 2;
        o.likeness = two ? Likeness::Structure : Likeness::Values;
        const DeformableResult r = registerDeformable(fixed, moving, o, Job());
        const auto nothing = [](const Vec3& p) { return p; };
        const double before = meanAndLargest(nothing, truth).first;
        const auto [mean, most] = meanAndLargest(r.field, truth);
        const JacobianReport j = jacobianReport(jacobianMap(r.field, Job()));
        qInfo("mean %.3f mm of %.3f, largest %.3f mm, unlike %.3f -> %.3f, Jacobian %.2f to %.2f", mean, before, most,
              r.likenessBefore, r.likenessAfter, j.least, j.largest);
        QVERIFY(r.likenessAfter < (two ? 0.9 : 0.5) * r.likenessBefore);
        QVERIFY2(mean < (two ? 1.2 : 0.7), qPrintable(QString::number(mean))); // of voxels of 2 mm
        QCOMPARE(j.folded, std::int64_t(0));
    }

    /// Two halves that move against each other along their border.
    /// The inside of an organ that shows nothing but noise goes with its border.
    void flatPlacesFollowTheSteepOnes()
    {
        constexpr double kRadius = 34, kShift = 6;
        const auto ball = [](const Vec3& middle, unsigned seed) {
            std::mt19937 random(seed); // the noise of one image is not that of the other
            std::normal_distribution<double> noise(0, 6);
            const Grid g = cube(56, 2);
            std::vector<float> v(static_cast<size_t>(g.voxels()));
            for (int k = 0; k < g.size[2]; ++k)
                for (int j = 0; j < g.size[1]; ++j)
                    for (int i = 0; i < g.size[0]; ++i)
                        v[size_t(g.offset(i, j, k))] = static_cast<float>(
                            ((g.toPatient(i, j, k) - middle).norm() < kRadius ? 100 : 0) + noise(random));
            return Volume(g, std::move(v));
        };
        const Vec3 shift(kShift, 0, 0);
        DeformableOptions o;
        o.spacing = 2;
        const DeformableResult r = registerDeformable(ball(Vec3::Zero(), 3), ball(shift, 4), o, Job());
        const auto truth = [&](const Vec3& p) -> Vec3 { return p + shift; };
        const auto [mean, most] = meanAndLargest(r.field, truth, 20); // 14 mm within the border
        qInfo("mean %.3f mm, largest %.3f mm of %.0f", mean, most, kShift);
        QVERIFY2(mean < 1.5, qPrintable(QString::number(mean))); // where they held still it would be 6
        QCOMPARE(jacobianReport(jacobianMap(r.field, Job())).folded, std::int64_t(0));
    }

    void aSlidingOrganIsNotSmearedAlongItsBorder()
    {
        const auto truth = [](const Vec3& x) -> Vec3 { return x + Vec3(0, x.x() < 0 ? 4.0 : -4.0, 0); };
        const Grid g = cube(60, 2);
        const auto texture = [](const Vec3& p) {
            return body(p) + 25 * std::sin(p.x() / 5) * std::sin(p.y() / 6) * std::sin(p.z() / 7);
        };
        const auto make = [&](const std::function<Vec3(const Vec3&)>& from) {
            std::vector<float> v(static_cast<size_t>(g.voxels()));
            for (int k = 0; k < g.size[2]; ++k)
                for (int j = 0; j < g.size[1]; ++j)
                    for (int i = 0; i < g.size[0]; ++i)
                        v[size_t(g.offset(i, j, k))] = static_cast<float>(texture(from(g.toPatient(i, j, k))));
            return Volume(g, std::move(v));
        };
        const Volume fixed = make([](const Vec3& p) { return p; });
        const Volume moving = make([](const Vec3& y) { return Vec3(y - Vec3(0, y.x() < 0 ? 4.0 : -4.0, 0)); });
        const Mask half = shapes::mask(g, [](const Vec3& p) { return p.x() < 0; });
        const auto nearBorder = [&](const DisplacementField& field) {
            double sum = 0;
            int n = 0;
            for (double y = -25; y <= 25; y += 2)
                for (double z = -25; z <= 25; z += 2)
                    for (const double x : {-5.0, -3.0, 3.0, 5.0}) {
                        sum += (field(Vec3(x, y, z)) - truth(Vec3(x, y, z))).norm();
                        ++n;
                    }
            return sum / n;
        };
        DeformableOptions o;
        o.spacing = 2;
        const double smeared = nearBorder(registerDeformable(fixed, moving, o, Job()).field);
        o.sliding = &half;
        const double slid = nearBorder(registerDeformable(fixed, moving, o, Job()).field);
        qInfo("within 5 mm of the border: %.2f mm, sliding %.2f mm", smeared, slid);
        QVERIFY2(slid < 0.7 * smeared, qPrintable(QString("%1 %2").arg(slid).arg(smeared)));
    }

    void fieldsInClosedForm()
    {
        const Grid g = shapes::obliqueMirrored(cube(24, 2));
        DisplacementField f = identityField(g);
        const Vec3 stretch(0.1, -0.05, 0.2);
        for (int k = 0; k < 24; ++k)
            for (int j = 0; j < 24; ++j)
                for (int i = 0; i < 24; ++i)
                    for (size_t a = 0; a < 3; ++a)
                        f.u[a][size_t(g.offset(i, j, k))] =
                            static_cast<float>(stretch[Eigen::Index(a)] * g.toPatient(i, j, k)[Eigen::Index(a)]);
        const Vec3 p = g.toPatient(Vec3(9.3, 11.7, 10.2));
        QVERIFY((f.at(p) - stretch.cwiseProduct(p)).norm() < 1e-4); // trilinear is exact on it
        const JacobianReport j = jacobianReport(jacobianMap(f, Job()));
        const double determinant = 1.1 * 0.95 * 1.2;
        QVERIFY(std::abs(j.least - determinant) < 1e-4 && std::abs(j.largest - determinant) < 1e-4);
        const DisplacementField back = inverted(f, g, Job());
        QVERIFY((back(f(p)) - p).norm() < 0.05);
        // Folded where it runs back on itself.
        for (size_t n = 0; n < f.u[0].size(); ++n)
            f.u[0][n] *= -20;
        QVERIFY(jacobianReport(jacobianMap(f, Job())).folded > 0);
    }

    void warpedVolumesAndMasks()
    {
        const Grid g = cube(30, 2);
        DisplacementField shift = identityField(g);
        std::fill(shift.u[1].begin(), shift.u[1].end(), 4.0f); // two voxels
        std::vector<std::int16_t> v(static_cast<size_t>(g.voxels()));
        for (size_t n = 0; n < v.size(); ++n)
            v[n] = static_cast<std::int16_t>(n % 1000);
        const Volume volume(g, std::move(v));
        const Volume moved = warp(volume, shift, g, Interpolation::Linear, -7, Job());
        QCOMPARE(moved.type(), VoxelType::Int16);
        QCOMPARE(moved.at(5, 6, 7), volume.at(5, 8, 7));
        QCOMPARE(moved.at(5, 29, 7), -7.0);
        const Mask ball = shapes::ball(g, Vec3(0, 4, 0), 10);
        const Mask back = warp(ball, shift, g, Job());
        QVERIFY(back.key() == shapes::ball(g, Vec3(0, 0, 0), 10).key());
    }

    void mapsOfLandmarks()
    {
        AffineMap truth;
        truth.linear = Eigen::AngleAxisd(1.2, Vec3(1, -1, 2).normalized()).toRotationMatrix();
        truth.offset = Vec3(5, 6, 7);
        const std::vector<Vec3> a{{0, 0, 0}, {30, 0, 0}, {0, 20, 0}, {0, 0, 40}, {10, 10, 10}};
        const auto carried = [&](const AffineMap& m) {
            std::vector<Vec3> b;
            for (const Vec3& p : a)
                b.push_back(m(p));
            return b;
        };
        QVERIFY(meanAndLargest(mapOfPoints(a, carried(truth), true), truth).second < 1e-9);
        truth.linear = truth.linear * Vec3(1.2, 0.8, 1).asDiagonal();
        QVERIFY(meanAndLargest(mapOfPoints(a, carried(truth), false), truth).second < 1e-9);
        QVERIFY_THROWS_EXCEPTION(
            Error, mapOfPoints({{0, 0, 0}, {1, 0, 0}, {2, 0, 0}}, {{0, 0, 0}, {1, 0, 0}, {2, 0, 0}}, true));
        QVERIFY_THROWS_EXCEPTION(Error, mapOfPoints({{0, 0, 0}, {9, 0, 0}, {0, 9, 0}, {9, 9, 0}},
                                                    {{0, 0, 0}, {9, 0, 0}, {0, 9, 0}, {9, 9, 0}}, false));
        QVERIFY_THROWS_EXCEPTION(Error, mapOfPoints({{0, 0, 0}}, {{0, 0, 0}}, true));
    }

    void whatCannotBeDone()
    {
        const Volume here = image(
            cube(30, 3), [](const Vec3& p) { return p; }, same);
        Grid farGrid = cube(30, 3);
        farGrid.origin += Vec3(1000, 0, 0);
        const Volume far = image(
            farGrid, [](const Vec3& p) { return Vec3(p - Vec3(1000, 0, 0)); }, same);
        AffineOptions o;
        o.centres = false;
        QVERIFY_THROWS_EXCEPTION(Error, registerAffine(here, far, o, Job()));
        QVERIFY_THROWS_EXCEPTION(Error, registerAffine(here, Volume(), {}, Job()));
        QVERIFY_THROWS_EXCEPTION(Error, registerDeformable(here, far, {}, Job()));
        DeformableOptions d;
        d.levels = 0;
        QVERIFY_THROWS_EXCEPTION(Error, registerDeformable(here, here, d, Job()));
        std::stop_source stop;
        stop.request_stop();
        try {
            registerDeformable(here, here, {}, Job(stop.get_token()));
            QFAIL("it did not stop");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestRegistration)
#include "tst_registration.moc"
