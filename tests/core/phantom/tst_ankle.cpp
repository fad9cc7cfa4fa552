// The ankle phantom: sides, mirroring, what the voxels say against the truth, gaps, the same twice.

#include "core/base/error.h"
#include "core/phantom/ankle.h"
#include "core/phantom/ankle_shape.h"

#include <Eigen/Dense>
#include <QtTest>

#include <functional>
#include <limits>
#include <numbers>
#include <stop_token>

using namespace pollux;
using phantom::AnkleShape;

namespace {

constexpr double kDegree = std::numbers::pi / 180;

AnkleOptions coarse()
{
    AnkleOptions o;
    o.spacing = 0.8;
    return o;
}

/// Bent, turned and left: no axis of the joint lies along one of the grid.
AnkleOptions bent()
{
    AnkleOptions o = coarse();
    o.plafondTilt = 8;
    o.plafondSlope = -6;
    o.axialTurn = 15;
    o.mirrored = true;
    return o;
}

void forEachVoxel(const Mask& m, const std::function<void(int, int, int)>& f)
{
    const IndexBox& b = m.box();
    for (int k = b.min[2]; k < b.max[2]; ++k)
        for (int j = b.min[1]; j < b.max[1]; ++j)
            for (int i = b.min[0]; i < b.max[0]; ++i)
                if (m.at(i, j, k))
                    f(i, j, k);
}

/// Middle of the lowest slice of a mask, of its voxels for which `use` holds (leg's frame); z on its lower face.
Vec3 lowestOf(const Ankle& a, const Mask& m, const std::function<bool(const Vec3&)>& use)
{
    int lowest = std::numeric_limits<int>::max();
    Vec3 sum = Vec3::Zero();
    int count = 0;
    forEachVoxel(m, [&](int i, int j, int k) {
        const Vec3 p = m.grid().toPatient(i, j, k);
        if (k > lowest || !use(a.toLeg(p)))
            return;
        lowest = k;
        sum += p;
        ++count;
    });
    return sum / count - Vec3(0, 0, m.grid().spacing.z() / 2);
}

struct Circle
{
    double y = 0, z = 0, radius = 0;
};

/// The circle of least squared distances to the points in y and z (Gauss and Newton: an algebraic fit makes the
/// radius of a short arc of steps too small).
Circle fitCircle(const std::vector<Vec3>& points)
{
    Circle c{0, 0, 20};
    for (int n = 0; n < 30; ++n) {
        Mat3 normal = Mat3::Zero();
        Vec3 right = Vec3::Zero();
        for (const Vec3& p : points) {
            const double y = p.y() - c.y, z = p.z() - c.z, r = std::hypot(y, z);
            const Vec3 row(y / r, z / r, 1);
            normal += row * row.transpose();
            right += row * (r - c.radius);
        }
        const Vec3 x = normal.ldlt().solve(right);
        c = {c.y + x[0], c.z + x[1], c.radius + x[2]};
    }
    return c;
}

/// Middles of the faces between voxels in and out of a mask near the dome's cylinder, in the frame of the dome: its
/// axis along x, the plafond's normal along z; within `x` of the middle, `angle` degrees of the top.
std::vector<Vec3> jointFaces(const Ankle& a, const Mask& m, double radius, double x, double angle)
{
    std::vector<Vec3> points;
    const Vec3 across = a.plafondNormal.cross(a.domeAxis);
    forEachVoxel(m, [&](int i, int j, int k) {
        for (int n = 0; n < 6; ++n) {
            Vec3 way = Vec3::Zero();
            way[n / 2] = n % 2 ? 1 : -1;
            if (m.at(i + int(way.x()), j + int(way.y()), k + int(way.z())))
                continue;
            const Vec3 p = m.grid().toPatient(Vec3(i, j, k) + way / 2) - a.domeCentre;
            const Vec3 q(p.dot(a.domeAxis), p.dot(across), p.dot(a.plafondNormal));
            if (std::fabs(q.x()) < x && std::fabs(std::atan2(q.y(), q.z())) < angle * kDegree &&
                std::fabs(std::hypot(q.y(), q.z()) - radius) < 1.2)
                points.push_back(q);
        }
    });
    return points;
}

double meanRadius(const std::vector<Vec3>& points)
{
    double sum = 0;
    for (const Vec3& p : points)
        sum += std::hypot(p.y(), p.z());
    return sum / static_cast<double>(points.size());
}

/// Where the image rises (`outwards`) or falls through half of plate and cartilage on rays from the dome's axis, in its
/// frame.
std::vector<Vec3> plateInImage(const Ankle& a, bool outwards, double from, double to)
{
    std::vector<Vec3> points;
    const Vec3 across = a.plafondNormal.cross(a.domeAxis);
    for (double x = -9; x <= 9; x += 1)
        for (double angle = -40; angle <= 40; angle += 1) {
            const double y = std::sin(angle * kDegree), z = std::cos(angle * kDegree);
            for (double r = from; r < to; r += 0.02) {
                const double hu =
                    a.image.sample(a.domeCentre + x * a.domeAxis + r * (y * across + z * a.plafondNormal));
                if ((hu > 690) == outwards) {
                    points.push_back({x, r * y, r * z});
                    break;
                }
            }
        }
    return points;
}

bool touch(const Mask& a, const Mask& b)
{
    bool found = false;
    forEachVoxel(a, [&](int i, int j, int k) {
        for (int n = 0; n < 27; ++n)
            found |= b.at(i + n % 3 - 1, j + n / 3 % 3 - 1, k + n / 9 - 1);
    });
    return found;
}

/// Whether a flood through 26 neighbours of at least `low`, from the voxels of `from`, meets `to`.
bool connected(const Volume& image, double low, const Mask& from, const Mask& to)
{
    const Grid& g = image.grid();
    const auto values = image.as<std::int16_t>();
    std::vector<std::uint8_t> seen(values.size());
    std::vector<Index3> open;
    forEachVoxel(from, [&](int i, int j, int k) {
        const auto at = static_cast<size_t>(g.offset(i, j, k));
        if (values[at] >= low) {
            seen[at] = 1;
            open.push_back({i, j, k});
        }
    });
    while (!open.empty()) {
        const Index3 v = open.back();
        open.pop_back();
        if (to.at(v[0], v[1], v[2]))
            return true;
        for (int n = 0; n < 27; ++n) {
            const Index3 w{v[0] + n % 3 - 1, v[1] + n / 3 % 3 - 1, v[2] + n / 9 - 1};
            if (!g.contains(w[0], w[1], w[2]))
                continue;
            const auto at = static_cast<size_t>(g.offset(w[0], w[1], w[2]));
            if (!seen[at] && values[at] >= low) {
                seen[at] = 1;
                open.push_back(w);
            }
        }
    }
    return false;
}

double areaOf(const Ankle& a, const std::vector<Vec3>& polygon)
{
    double twice = 0;
    for (size_t n = 0; n < polygon.size(); ++n)
        twice += (polygon[n] - a.plafondCentre).cross(polygon[(n + 1) % polygon.size()] - a.plafondCentre).z();
    return twice / 2;
}

} // namespace

class TestAnkle : public QObject
{
    Q_OBJECT

    Ankle m_plain, m_bent;

    const Ankle& ankle(bool bentOne) const { return bentOne ? m_bent : m_plain; }
    static void bothRows()
    {
        QTest::addColumn<bool>("isBent");
        QTest::newRow("right, straight") << false;
        QTest::newRow("left, bent and turned") << true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_plain = makeAnkle(coarse(), Job());
        m_bent = makeAnkle(bent(), Job());
    }

    void sidesAreRight()
    {
        // LPS: the right leg lies at -x, its inner side towards +x, the fibula on the outer side, toes towards -y.
        const Ankle& a = m_plain;
        QVERIFY(!a.left);
        QVERIFY(a.plafondCentre.x() < -50);
        QVERIFY(a.medial.x() > 0.99);
        QVERIFY(a.medialMalleolus.x() > a.plafondCentre.x() + 15);
        QVERIFY(a.lateralMalleolus.x() < a.plafondCentre.x() - 15);
        QVERIFY(a.lateralMalleolus.z() < a.medialMalleolus.z() - 5);
        QVERIFY(a.masks.at("fibula").centroid().x() < a.masks.at("tibia").centroid().x() - 15);
        QVERIFY(a.masks.at("talus").centroid().z() < a.masks.at("tibia").centroid().z());
        QVERIFY(a.masks.at("calcaneus").centroid().z() < a.masks.at("talus").centroid().z());
        QVERIFY(a.masks.at("calcaneus").centroid().y() > a.masks.at("talus").centroid().y()); // the heel is behind
        // The head of the talus points forward and to the inner side.
        const Vec3 head = a.toLps({8, -30, -22});
        QVERIFY(a.masks.at("talus").contains(head));
        QVERIFY(!a.masks.at("talus").contains(a.toLps({-8, -30, -22})));
        QVERIFY(a.forefoot.y() < -0.99);
        const Ankle& left = m_bent;
        QVERIFY(left.left);
        QVERIFY(left.plafondCentre.x() > 50);
        QVERIFY(left.medial.x() < 0 && left.medialMalleolus.x() < left.lateralMalleolus.x());
        // Toes turned outwards: to the patient's left of a left leg.
        QVERIFY(std::fabs(left.anterior.x() - std::sin(15 * kDegree)) < 1e-9);
        QVERIFY(left.anterior.y() < 0);
    }

    void mirroredIsTheMirror()
    {
        AnkleOptions o = bent();
        o.mirrored = false;
        const Ankle other = makeAnkle(o, Job());
        const Grid &g = m_bent.image.grid(), &h = other.image.grid();
        QCOMPARE(g.size, h.size);
        const auto a = m_bent.image.as<std::int16_t>(), b = other.image.as<std::int16_t>();
        std::int64_t differ = 0;
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    differ += a[size_t(g.offset(i, j, k))] != b[size_t(g.offset(g.size[0] - 1 - i, j, k))];
        QCOMPARE(differ, 0);
        const auto mirrored = [](const Vec3& v) { return Vec3(-v.x(), v.y(), v.z()); };
        QVERIFY((g.toPatient(0, 0, 0) - mirrored(h.toPatient(h.size[0] - 1, 0, 0))).norm() < 1e-9);
        for (auto p : {&Ankle::medial, &Ankle::anterior, &Ankle::shaftLow, &Ankle::shaftHigh, &Ankle::shaftDirection,
                       &Ankle::medialMalleolus, &Ankle::lateralMalleolus, &Ankle::plafondCentre, &Ankle::plafondNormal,
                       &Ankle::domeCentre, &Ankle::domeAxis, &Ankle::talusCentre, &Ankle::forefoot})
            QVERIFY((m_bent.*p - mirrored(other.*p)).norm() < 1e-9);
        for (const auto& [key, mask] : other.masks) {
            QCOMPARE(m_bent.masks.at(key).count(), mask.count());
            QVERIFY((m_bent.masks.at(key).centroid() - mirrored(mask.centroid())).norm() < 1e-6);
        }
    }

    void tipsAreInTheMasks_data() { bothRows(); }
    void tipsAreInTheMasks()
    {
        QFETCH(bool, isBent);
        const Ankle& a = ankle(isBent);
        const double voxel = a.image.grid().spacing.x();
        const Vec3 medial = lowestOf(a, a.masks.at("tibia"), [](const Vec3& leg) { return leg.x() > 15; });
        const Vec3 lateral = lowestOf(a, a.masks.at("fibula"), [](const Vec3&) { return true; });
        const Vec3 dm = medial - a.medialMalleolus, dl = lateral - a.lateralMalleolus;
        qInfo("tips off by %.2f %.2f %.2f and %.2f %.2f %.2f mm", dm.x(), dm.y(), dm.z(), dl.x(), dl.y(), dl.z());
        QVERIFY(dm.cwiseAbs().maxCoeff() < voxel);
        QVERIFY(dl.cwiseAbs().maxCoeff() < voxel);
    }

    void domeAndPlafondAreTheCylindersOfTheTruth_data() { bothRows(); }
    void domeAndPlafondAreTheCylindersOfTheTruth()
    {
        QFETCH(bool, isBent);
        const Ankle& a = ankle(isBent);
        QCOMPARE(a.domeRadius, 20.7);
        const auto domeFaces = jointFaces(a, a.masks.at("talus"), a.domeRadius, 9, 42);
        const auto plafondFaces = jointFaces(a, a.masks.at("tibia"), a.plafondRadius, 9, 42);
        QVERIFY(domeFaces.size() > 500 && plafondFaces.size() > 500);
        QVERIFY(std::fabs(meanRadius(domeFaces) - a.domeRadius) < 0.2);
        QVERIFY(std::fabs(meanRadius(plafondFaces) - a.plafondRadius) < 0.2);
        if (isBent) { // along an axis of the grid the steps of voxels are the same in every slice, and add up
            const Circle dome = fitCircle(domeFaces), plafond = fitCircle(plafondFaces);
            qInfo("dome r %.3f at %.3f %.3f, plafond r %.3f at %.3f %.3f", dome.radius, dome.y, dome.z, plafond.radius,
                  plafond.y, plafond.z);
            QVERIFY(std::fabs(dome.radius - a.domeRadius) < 0.3);
            QVERIFY(std::hypot(dome.y, dome.z) < 0.3);
            QVERIFY(std::fabs(plafond.radius - a.plafondRadius) < 0.3);
            QVERIFY(std::hypot(plafond.y, plafond.z) < 0.3);
        }
        // It is one cylinder along the axis: its height does not change from one side to the other.
        double sum[2]{}, z[2]{};
        for (const Vec3& p : jointFaces(a, a.masks.at("talus"), a.domeRadius, 11, 20))
            if (std::fabs(p.x()) > 5) {
                const int side = p.x() > 0;
                ++sum[side];
                z[side] += std::hypot(p.y(), p.z());
            }
        QVERIFY(std::fabs(z[0] / sum[0] - z[1] / sum[1]) < 0.1);
    }

    void trochleaIsAsWideAsPublished()
    {
        // 29.9, 27.9, 25.2 mm in front, in the middle, behind (PMC1888582); counted in voxels along the axis.
        const Ankle& a = m_plain;
        QCOMPARE(a.trochleaFront, 29.9);
        QCOMPARE(a.trochleaMiddle, 27.9);
        QCOMPARE(a.trochleaBack, 25.2);
        const double spacing = a.image.grid().spacing.x();
        for (const auto& [y, width] :
             {std::pair(-13.0, a.trochleaFront), {0.0, a.trochleaMiddle}, {13.0, a.trochleaBack}}) {
            const Vec3 middle = a.toLps({0, y, -17});
            double inside = 0;
            for (double x = -25; x < 25; x += 0.1)
                inside += 0.1 * a.masks.at("talus").contains(middle + x * a.domeAxis);
            QVERIFY(std::fabs(inside - width) < spacing + 0.2);
        }
    }

    void jointIsTiltedAsAsked_data()
    {
        QTest::addColumn<double>("tilt");
        QTest::addColumn<double>("slope");
        QTest::newRow("straight") << 0.0 << 0.0;
        QTest::newRow("varus") << 10.0 << 0.0;
        QTest::newRow("valgus, front down") << -7.0 << -8.0;
        QTest::newRow("front up") << 0.0 << 9.0;
    }
    void jointIsTiltedAsAsked()
    {
        QFETCH(double, tilt);
        QFETCH(double, slope);
        AnkleOptions o = coarse();
        o.plafondTilt = tilt;
        o.plafondSlope = slope;
        const Ankle a = makeAnkle(o, Job());
        // In the leg's frame: the plafond's height over medial, by a line through the lower faces of the tibia.
        Mat3 normal = Mat3::Zero();
        Vec3 right = Vec3::Zero();
        double lip[2]{0, 0}, lipAt[2]{0, 0};
        const Mask& tibia = a.masks.at("tibia");
        forEachVoxel(tibia, [&](int i, int j, int k) {
            if (tibia.at(i, j, k - 1))
                return;
            const Vec3 p = a.toLeg(tibia.grid().toPatient(Vec3(i, j, k - 0.5)));
            if (std::fabs(p.x()) > 10 || p.z() > 15)
                return;
            if (std::fabs(p.y()) < 3 && p.z() > -4 && p.z() < 4) {
                const Vec3 row(1, p.x(), p.y());
                normal += row * row.transpose();
                right += row * p.z();
            }
            if (std::fabs(p.x()) < 1 && p.z() < lip[p.y() > 0]) {
                lip[p.y() > 0] = p.z();
                lipAt[p.y() > 0] = p.y();
            }
        });
        const Vec3 plane = normal.ldlt().solve(right);
        // Varus: the medial end is higher.
        QVERIFY(std::fabs(std::atan(plane[1]) / kDegree - tilt) < 0.7);
        // From the posterior to the anterior lip it rises by the slope.
        const double rises = std::atan2(lip[0] - lip[1], lipAt[1] - lipAt[0]) / kDegree;
        QVERIFY(std::fabs(rises - slope) < 2);
        // The truth says the same.
        const Vec3 n(a.plafondNormal.dot(a.medial), a.plafondNormal.dot(a.anterior),
                     a.plafondNormal.dot(a.shaftDirection));
        QVERIFY(std::fabs(std::atan2(-n.x(), n.z()) / kDegree - tilt) < 1e-9);
        QVERIFY(std::fabs(std::asin(-n.y()) / kDegree - slope) < 1e-9);
        // The shaft stays where it is.
        for (double z : {50.0, 75.0, 100.0}) {
            Vec3 sum = Vec3::Zero();
            int count = 0;
            forEachVoxel(tibia, [&](int i, int j, int k) {
                const Vec3 p = a.toLeg(tibia.grid().toPatient(i, j, k));
                if (std::fabs(p.z() - z) < 2) {
                    sum += p;
                    ++count;
                }
            });
            const Vec3 centre = sum / count;
            QVERIFY(std::hypot(centre.x(), centre.y()) < (z < AnkleShape::kStraight ? 0.5 : 0.12));
        }
    }

    void volumesAreThoseOfTheShape_data() { bothRows(); }
    void volumesAreThoseOfTheShape()
    {
        QFETCH(bool, isBent);
        const Ankle& a = ankle(isBent);
        // On other points than the voxels: the leg's frame, an odd step.
        constexpr double kStep = 0.57;
        std::array<double, AnkleShape::kBones> count{};
        Vec3 talus = Vec3::Zero();
        const Box box = a.shape->box();
        for (double z = box.min.z(); z < AnkleShape::kTop; z += kStep)
            for (double y = -45; y < 60; y += kStep)
                for (double x = -45; x < 35; x += kStep) {
                    const Vec3 p(x, y, z);
                    const auto d = a.shape->bones(p);
                    for (size_t b = 0; b < d.size(); ++b)
                        count[b] += d[b] < 0;
                    if (d[AnkleShape::Talus] < 0)
                        talus += p;
                }
        const char* keys[] = {"tibia", "fibula", "talus", "calcaneus"};
        for (size_t b = 0; b < count.size(); ++b) {
            const double ml = count[b] * kStep * kStep * kStep / 1000, of = a.masks.at(keys[b]).volumeMl();
            qInfo("%s %.3f ml, mask %.3f ml", keys[b], ml, of);
            QVERIFY(std::fabs(of / ml - 1) < 0.01);
        }
        QVERIFY((a.toLeg(a.talusCentre) - talus / count[AnkleShape::Talus]).norm() < 0.15);
        QVERIFY((a.masks.at("talus").centroid() - a.talusCentre).norm() < 0.15);
    }

    void outlineIsTheBorderOfTheMask_data() { bothRows(); }
    void outlineIsTheBorderOfTheMask()
    {
        QFETCH(bool, isBent);
        const Ankle& a = ankle(isBent);
        const Mask& tibia = a.masks.at("tibia");
        const Grid& g = tibia.grid();
        for (double height : {6.0, 10.0, 14.0, 25.0, 60.0, 100.0}) {
            const int k = g.nearest(a.toLps({0, 0, height}))[2];
            const double at = a.toLeg(g.toPatient(0, 0, k)).z();
            const auto outline = a.tibiaOutlineAt(at);
            QCOMPARE(outline.size(), size_t(720));
            double voxels = 0;
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    voxels += tibia.at(i, j, k);
            voxels *= g.spacing.x() * g.spacing.y();
            const double area = areaOf(a, outline); // positive: counterclockwise from above
            QVERIFY2(std::fabs(voxels / area - 1) < 0.01,
                     qPrintable(QString("%1 mm: %2 %3").arg(at).arg(voxels).arg(area)));
            // Each ray leaves the bone once: the border is whole, the incisura of the fibula included.
            for (size_t n = 0; n < outline.size(); n += 5) {
                const Vec3 end = a.toLeg(outline[n]), middle(0, 0, at);
                QVERIFY(std::fabs(a.shape->bone(AnkleShape::Tibia, end)) < 2e-3);
                for (double t = 0; t < 0.99; t += 0.02)
                    QVERIFY(a.shape->bone(AnkleShape::Tibia, middle + t * (end - middle)) < 0);
            }
        }
        const Ankle::Widths w = a.tibiaWidthsAt(10);
        qInfo("10 mm above the plafond: %.2f x %.2f mm", w.mediolateral, w.anteroposterior);
        QVERIFY(w.mediolateral > 36 && w.mediolateral < 46);
        QVERIFY(w.anteroposterior > 32 && w.anteroposterior < 38);
        QVERIFY_EXCEPTION_THROWN(a.tibiaOutlineAt(0.5), Error);
        QVERIFY_EXCEPTION_THROWN(a.tibiaOutlineAt(106), Error);
        QVERIFY_EXCEPTION_THROWN(a.tibiaOutlineAt(std::nan("")), Error);
    }

    void gapsPartTheBones_data() { bothRows(); }
    void gapsPartTheBones()
    {
        QFETCH(bool, isBent);
        const Ankle& a = ankle(isBent);
        for (const auto& [one, mask] : a.masks)
            for (const auto& [two, other] : a.masks)
                if (one < two)
                    QVERIFY2(!touch(mask, other), (one + " " + two).c_str());
        // The gap is as wide as said over the middle of the dome.
        for (double y : {-8.0, 0.0, 8.0}) {
            const Vec3 q(3, y, std::sqrt(20.7 * 20.7 - y * y) - 23.7), from = a.shape->turn() * q;
            const Vec3 out = a.shape->turn() * Vec3(0, q.y(), q.z() + 23.7).normalized();
            QVERIFY(std::fabs(a.shape->bone(AnkleShape::Talus, from)) < 0.01);
            QVERIFY(std::fabs(a.shape->bone(AnkleShape::Tibia, from + AnkleShape::kGap * out)) < 0.01);
        }
    }

    void thresholdPartsTheBones()
    {
        AnkleOptions o = coarse();
        o.noise = 0;
        o.spacing = 0.6;
        const Ankle a = makeAnkle(o, Job());
        for (const auto& [one, two] : {std::pair("tibia", "talus"), {"tibia", "fibula"}, {"talus", "calcaneus"}})
            QVERIFY2(!connected(a.image, 250, a.masks.at(one), a.masks.at(two)), one);
        // The flood is able to find a way: below the cartilage's value it does.
        QVERIFY(connected(a.image, 70, a.masks.at("tibia"), a.masks.at("talus")));
        // The surfaces in the grey values: half way between plate and cartilage.
        const Circle dome = fitCircle(plateInImage(a, false, 20, 22.2));
        const Circle plafond = fitCircle(plateInImage(a, true, 22.2, 24.5));
        qInfo("in the image: dome r %.3f at %.3f %.3f, plafond r %.3f at %.3f %.3f", dome.radius, dome.y, dome.z,
              plafond.radius, plafond.y, plafond.z);
        QVERIFY(std::fabs(dome.radius - a.domeRadius) < 0.3 && std::hypot(dome.y, dome.z) < 0.3);
        QVERIFY(std::fabs(plafond.radius - a.plafondRadius) < 0.3 && std::hypot(plafond.y, plafond.z) < 0.3);
        const auto hu = [&](double x, double y, double z) { return a.image.sample(a.toLps({x, y, z}), -3000); };
        QVERIFY(std::fabs(hu(0, 0, 90) + 30) < 1);              // marrow
        QVERIFY(std::fabs(hu(12.3 - 1.3, 0, 90) - 1500) < 200); // cortex of the shaft
        QVERIFY(std::fabs(hu(0, 0, -1.5) - 80) < 1);            // cartilage
        QVERIFY(hu(0, 0, 0.75) > 1000);                         // subchondral plate
        QVERIFY(hu(0, 0, 12) >= 240 && hu(0, 0, 12) <= 410);
        QVERIFY(hu(0, -2, -15) >= 240 && hu(0, -2, -15) <= 410);
        QVERIFY(std::fabs(hu(-10, 20, 90) - 50) < 1);  // muscle
        QVERIFY(std::fabs(hu(0, 29, 10) + 100) < 1);   // fat before the Achilles tendon
        QVERIFY(std::fabs(hu(0, -60, 60) + 1000) < 1); // air
    }

    void thickSlicesKeepTheShape()
    {
        AnkleOptions o = coarse();
        o.spacing = 0.98;
        o.sliceSpacing = 3.27;
        const Ankle a = makeAnkle(o, Job());
        QCOMPARE(a.image.grid().spacing.z(), 3.27);
        for (const auto& [key, mask] : a.masks) {
            QVERIFY(std::fabs(mask.volumeMl() / m_plain.masks.at(key).volumeMl() - 1) < 0.03);
            QVERIFY((mask.centroid() - m_plain.masks.at(key).centroid()).norm() < 0.5);
        }
        QVERIFY((a.medialMalleolus - m_plain.medialMalleolus).norm() < 1e-9);
    }

    void sameTwiceAndBadOptionsRefused()
    {
        AnkleOptions o = coarse();
        o.spacing = 1.5;
        const Ankle once = makeAnkle(o, Job());
        const Ankle again = makeAnkle(o, Job());
        QVERIFY(once.image.key() == again.image.key());
        QVERIFY(once.masks.at("talus").key() == again.masks.at("talus").key());
        o.seed = 2;
        QVERIFY(makeAnkle(o, Job()).image.key() != once.image.key());
        QVERIFY(makeAnkle(o, Job()).masks.at("talus").key() == once.masks.at("talus").key()); // noise alone
        const auto refused = [](auto member, std::initializer_list<double> values) {
            for (double v : values) {
                AnkleOptions bad;
                bad.*member = v;
                QVERIFY_EXCEPTION_THROWN(makeAnkle(bad, Job()), Error);
            }
        };
        const double nan = std::nan("");
        refused(&AnkleOptions::spacing, {0.0, 0.39, 2.1, -1.0, nan});
        refused(&AnkleOptions::sliceSpacing, {0.1, -1.0, 5.1, nan});
        refused(&AnkleOptions::noise, {-1.0, 501.0, nan});
        refused(&AnkleOptions::plafondTilt, {15.1, -15.1, nan});
        refused(&AnkleOptions::plafondSlope, {15.1, -15.1, nan});
        refused(&AnkleOptions::axialTurn, {60.1, -60.1, nan});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(makeAnkle(o, Job(stop.get_token())), Error);
    }
};

QTEST_APPLESS_MAIN(TestAnkle)
#include "tst_ankle.moc"
