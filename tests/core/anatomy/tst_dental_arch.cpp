// The arch of the jaw phantom, whose middle line is a parabola; of an ellipse with rami, islands and gaps; tilted,
// mirrored; places along it; what is no arch.

#include "core/anatomy/dental_arch.h"
#include "core/base/error.h"
#include "core/geometry/curve.h"
#include "core/phantom/jaw.h"

#include <Eigen/Geometry>
#include <QTest>

#include <array>
#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

using namespace pollux;

namespace {

/// Distance in the plane to y = -35 + x2 / 15, signed outwards; negative: towards the tongue.
double offParabola(const Vec3& p)
{
    double best = 1e9, sign = 1;
    for (double x = -34; x <= 34; x += 0.02) {
        const double y = -35 + x * x / 15, d = std::hypot(p.x() - x, p.y() - y);
        if (d < best) {
            best = d;
            sign = p.y() < -35 + p.x() * p.x() / 15 ? 1 : -1;
        }
    }
    return sign * best;
}

double lengthAt(double x)
{
    const double k = 2.0 / 15, t = k * std::fabs(x);
    return (t * std::hypot(1, t) + std::asinh(t)) / (2 * k);
}

struct Errors
{
    double mean = 0, most = 0, bias = 0, covered = 0;
    QByteArray text() const
    {
        return QString("mean %1 most %2 bias %3 covered %4").arg(mean).arg(most).arg(bias).arg(covered).toUtf8();
    }
};

/// In the part that bears teeth, 55.5 mm to either side.
Errors errors(const std::vector<Vec3>& line)
{
    Errors e;
    int n = 0;
    double right = 0, left = 0;
    for (const Vec3& p : line) {
        if (lengthAt(p.x()) > 55.5)
            continue;
        const double d = offParabola(p);
        e.mean += std::fabs(d);
        e.bias += d;
        e.most = std::max(e.most, std::fabs(d));
        (p.x() < 0 ? right : left) = std::max(p.x() < 0 ? right : left, lengthAt(p.x()));
        ++n;
    }
    e.mean /= n;
    e.bias /= n;
    e.covered = std::min(right, left);
    return e;
}

/// The same voxels in a head turned about `axis`.
Mask turned(const Mask& m, const Mat3& r)
{
    Grid g = m.grid();
    g.direction = r * g.direction;
    g.origin = r * g.origin;
    return Mask(g, m.full());
}

/// The most that `a` lies beside `b`; where one ends before the other is not looked at,
/// nor what lies farther than `within` along the parabola from its front.
double apart(const std::vector<Vec3>& a, const std::vector<Vec3>& b, double within = 1e9)
{
    const double length = polylineMm(b);
    double most = 0;
    for (const Vec3& p : a) {
        const ArchPlace place = archPlace(b, Vec3::UnitZ(), p);
        if (lengthAt(p.x()) < within && place.along > 0 && place.along < length - 1e-6)
            most = std::max(most, (place.point - p).norm());
    }
    return most;
}

Mask maskOf(const std::function<bool(const Vec3&)>& in)
{
    Grid g;
    g.size = {130, 130, 110};
    g.origin = Vec3(-65, -60, -20);
    std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[static_cast<size_t>(g.offset(i, j, k))] = in(g.toPatient(i, j, k));
    return Mask(g, v);
}

/// A body along half an ellipse (30 x 45 mm, front at y = -45), 12 mm thick and 25 tall, rami of 65 mm behind y = 5.
bool ellipticJaw(const Vec3& p)
{
    const double x = std::fabs(p.x());
    if (p.y() > 0)
        return std::fabs(x - 30) < 6 && p.y() < 35 && p.z() > 0 && p.z() < (p.y() > 8 ? 65 : 25);
    if (p.z() < 0 || p.z() > 25)
        return false;
    double best = 1e9;
    for (double t = 0; t <= 1.571; t += 0.02)
        best = std::min(best, std::hypot(x - 30 * std::sin(t), p.y() + 45 * std::cos(t)));
    return best < 6;
}

double offEllipse(const Vec3& p)
{
    if (p.y() > 0)
        return std::fabs(std::fabs(p.x()) - 30);
    double best = 1e9;
    for (double t = -1.571; t <= 1.571; t += 0.001)
        best = std::min(best, std::hypot(p.x() - 30 * std::sin(t), p.y() + 45 * std::cos(t)));
    return best;
}

} // namespace

class TestDentalArch : public QObject
{
    Q_OBJECT

    Jaw m_jaw;
    std::map<QString, DentalArch> m_found;

    void rows()
    {
        QTest::addColumn<QString>("mask");
        QTest::newRow("teeth") << "tooth";
        QTest::newRow("jaw") << "mandible";
    }
    static ArchOf of(const QString& mask) { return mask == "tooth" ? ArchOf::Teeth : ArchOf::Jaw; }
    const Mask& mask(const QString& key) const { return m_jaw.masks.at(key.toStdString()); }

private Q_SLOTS:
    void initTestCase()
    {
        JawOptions o;
        o.spacing = 0.5;
        m_jaw = makeJaw(o, Job());
        for (const char* key : {"tooth", "mandible"})
            m_found[key] = findDentalArch(mask(key), of(key), Job());
    }

    void liesOnTheTruth_data() { rows(); }
    void liesOnTheTruth()
    {
        QFETCH(QString, mask);
        const DentalArch a = findDentalArch(this->mask(mask), of(mask), Job());
        const Errors e = errors(a.line);
        qInfo("%s", e.text().constData());
        QVERIFY2(e.mean < 0.5 && e.most < 1.5 && e.covered > 51, e.text());
        QVERIFY(a.line.front().x() < -25 && a.line.back().x() > 25);
        QVERIFY2(a.up.z() > std::cos(3 * M_PI / 180), qPrintable(QString::number(a.up.z())));
        double low = 1e9, high = -1e9;
        for (size_t n = 1; n < a.line.size(); ++n) {
            const double step = (a.line[n] - a.line[n - 1]).norm();
            QVERIFY2(std::fabs(step - 0.5) < 0.01, qPrintable(QString::number(step)));
            low = std::min(low, a.line[n].z());
            high = std::max(high, a.line[n].z());
        }
        qInfo("heights %g to %g, length %g, width %g, gap %g", low, high, a.lengthMm, a.widthMm, a.widestGapDeg);
        // The crest lies at 13; teeth go from 0 to 22.
        QVERIFY(mask == "tooth" ? low > 8 && high < 17 : low > 10 && high < 13.5);
        QVERIFY(a.widestGapDeg < 30);
        // Smooth: no bend sharper than the front of the arch, whose radius is 7.5 mm.
        const std::vector<Vec3> t = curveTangents(a.line);
        for (size_t n = 4; n < t.size(); ++n)
            QVERIFY2(std::acos(std::min(1.0, t[n].dot(t[n - 4]))) < 2 / 5.5, qPrintable(QString::number(n)));
        QVERIFY(m_found.at(mask).line == a.line); // bit for bit
    }

    void mirroredTheSame_data() { rows(); }
    void mirroredTheSame()
    {
        QFETCH(QString, mask);
        JawOptions o;
        o.spacing = 0.5;
        o.mirrored = true;
        const Jaw other = makeJaw(o, Job());
        std::vector<Vec3> b = findDentalArch(other.masks.at(mask.toStdString()), of(mask), Job()).line;
        QVERIFY(b.front().x() < b.back().x());
        for (Vec3& p : b)
            p.x() *= -1;
        const double mm = apart(b, m_found.at(mask).line, 55.5);
        qInfo("apart %g, lengths %g", mm, polylineMm(b));
        QVERIFY2(mm < 0.6, qPrintable(QString::number(mm)));
        // To a station at either end.
        QVERIFY(std::fabs(polylineMm(b) - m_found.at(mask).lengthMm) < 4);
    }

    void tiltedTheSame_data()
    {
        QTest::addColumn<QString>("mask");
        QTest::addColumn<Vec3>("axis");
        QTest::addColumn<double>("degrees");
        for (const char* mask : {"tooth", "mandible"})
            for (const double degrees : {15.0, -15.0, 20.0})
                for (int axis = 0; axis < 3; ++axis)
                    QTest::addRow("%s, axis %d, %g degrees", mask, axis, degrees)
                        << mask << Vec3(Vec3::Unit(axis)) << degrees;
    }
    void tiltedTheSame()
    {
        QFETCH(QString, mask);
        QFETCH(Vec3, axis);
        QFETCH(double, degrees);
        const Mat3 r = Eigen::AngleAxisd(degrees * M_PI / 180, axis).toRotationMatrix();
        const DentalArch a = findDentalArch(turned(this->mask(mask), r), of(mask), Job());
        std::vector<Vec3> back;
        for (const Vec3& p : a.line)
            back.push_back(r.transpose() * p);
        const Errors e = errors(back);
        const double mm = apart(back, m_found.at(mask).line, 55.5);
        const double tilt = std::acos(std::min(1.0, (r.transpose() * a.up).z())) * 180 / M_PI;
        qInfo("%s; apart %g, plane off %g", e.text().constData(), mm, tilt);
        QVERIFY2(e.mean < 0.7 && e.covered > 51, e.text());
        QVERIFY2(mm < 1 && tilt < 3, qPrintable(QString("%1 mm, %2 degrees").arg(mm).arg(tilt)));
    }

    void ramiAreLeftOut_data()
    {
        QTest::addColumn<double>("pitch");
        for (const double pitch : {0.0, 15.0, -15.0})
            QTest::addRow("%g", pitch) << pitch;
    }
    void ramiAreLeftOut()
    {
        QFETCH(double, pitch);
        const Mat3 r = Eigen::AngleAxisd(pitch * M_PI / 180, Vec3::UnitX()).toRotationMatrix();
        const DentalArch a = findDentalArch(turned(maskOf(ellipticJaw), r), ArchOf::Jaw, Job());
        double mean = 0, back = -1e9, most = 0;
        for (const Vec3& p : a.line) {
            const Vec3 q = r.transpose() * p;
            mean += offEllipse(q) / double(a.line.size());
            most = std::max(most, offEllipse(q));
            back = std::max(back, q.y());
            QVERIFY2(std::fabs(q.z() - 23.5) < 3, qPrintable(QString::number(q.z())));
        }
        qInfo("mean %g most %g back %g", mean, most, back);
        QVERIFY2(mean < 0.7, qPrintable(QString::number(mean)));
        QVERIFY2(back > 2 && back < 14, qPrintable(QString::number(back)));
    }

    /// A symmetrised mandible with teeth, as the surface that it is kept as: no figure of its arch is known but that it
    /// is the same on both sides, with a tilted head, stays on the crest and ends where the rami rise.
    void realMandible()
    {
        const QString data = qEnvironmentVariable("POLLUX_DATA", POLLUX_SOURCE_DIR "/../shared/data");
        std::ifstream file((data + "/bone_graft_dental_mandible_artisynth/jaw_smooth.obj").toStdString());
        if (!file)
            QSKIP("NOT TESTED: no ../shared/data/bone_graft_dental_mandible_artisynth");
        std::vector<Vec3> points;
        std::vector<std::array<size_t, 3>> triangles;
        for (std::string line; std::getline(file, line);) {
            std::istringstream in(line);
            std::string what, a, b, c;
            in >> what >> a >> b >> c;
            if (what == "v")
                points.emplace_back(std::stod(a), std::stod(b), std::stod(c));
            else if (what == "f")
                triangles.push_back({std::stoul(a) - 1, std::stoul(b) - 1, std::stoul(c) - 1});
        }
        Grid g;
        g.size = {130, 100, 90};
        g.origin = Vec3(-64.5, -54.5, 0.5);
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()));
        for (const auto& t : triangles)
            for (int m = 0; m <= 12; ++m)
                for (int n = 0; n + m <= 12; ++n) {
                    const Vec3 p = points.at(t[0]) + m / 12.0 * (points.at(t[1]) - points.at(t[0])) +
                                   n / 12.0 * (points.at(t[2]) - points.at(t[0]));
                    const Index3 at = g.nearest(p);
                    QVERIFY(g.contains(at[0], at[1], at[2]));
                    v[static_cast<size_t>(g.offset(at[0], at[1], at[2]))] = 1;
                }
        const Mask shell(g, v);
        std::vector<Vec3> level;
        for (const double pitch : {0.0, 15.0, -15.0}) {
            const Mat3 r = Eigen::AngleAxisd(pitch * M_PI / 180, Vec3::UnitX()).toRotationMatrix();
            const DentalArch a = findDentalArch(turned(shell, r), ArchOf::Jaw, Job());
            std::vector<Vec3> back, other;
            for (const Vec3& p : a.line) {
                back.push_back(r.transpose() * p);
                other.push_back(Vec3(-back.back().x(), back.back().y(), back.back().z()));
            }
            qInfo("pitch %g: length %g width %g, apart %g", pitch, a.lengthMm, a.widthMm, apart(other, back));
            QVERIFY(apart(other, back) < 0.5 && a.lengthMm > 105 && a.lengthMm < 130);
            if (level.empty())
                level = back;
            QVERIFY2(apart(back, level) < 1, qPrintable(QString::number(apart(back, level))));
            for (const Vec3& p : back) {
                // The rami rise from y = 0 on, from a crest at 43 to 49.
                QVERIFY(p.y() < 5 && p.z() > 42 && p.z() < 50);
            }
        }
    }

    void islandsAndGaps()
    {
        const auto tooth = [](const Vec3& p) { return ellipticJaw(p) && p.y() < 5; };
        const DentalArch whole = findDentalArch(maskOf(tooth), ArchOf::Teeth, Job());
        QCOMPARE(whole.widestGapDeg, 0.0);
        // Islands of 5 mm and below beside the arch, on the tongue, far off.
        const DentalArch dotted = findDentalArch(
            maskOf([&](const Vec3& p) {
                for (const Vec3& c : {Vec3(0, -20, 15), Vec3(45, -20, 10), Vec3(-10, 40, 70), Vec3(-24, -40, 5)})
                    if ((p - c).norm() < 2.4)
                        return true;
                return tooth(p);
            }),
            ArchOf::Teeth, Job());
        QVERIFY2(apart(dotted.line, whole.line) < 0.7, qPrintable(QString::number(apart(dotted.line, whole.line))));
        // A part of the left side is missing, where the arch bends most.
        for (const double wide : {30.0, 45.0}) {
            const DentalArch gap = findDentalArch(maskOf([&](const Vec3& p) {
                                                      const double angle =
                                                          std::atan2(p.x(), -(p.y() + 10)) * 180 / M_PI;
                                                      return tooth(p) && std::fabs(angle - 42) > wide / 2;
                                                  }),
                                                  ArchOf::Teeth, Job());
            double most = 0;
            for (const Vec3& p : gap.line)
                most = std::max(most, offEllipse(p));
            qInfo("gap of %g degrees, most %g mm", gap.widestGapDeg, most);
            QVERIFY2(std::fabs(gap.widestGapDeg - wide) < 10, qPrintable(QString::number(gap.widestGapDeg)));
            QVERIFY2(most < (wide < 40 ? 2 : 4), qPrintable(QString::number(most)));
            QVERIFY(gap.gap.x() > 10);
        }
    }

    void placesAlongIt()
    {
        std::vector<Vec3> circle;
        for (int n = 0; n <= 180; ++n) // radius 30, right to left, round the front
            circle.emplace_back(-30 * std::cos(n * M_PI / 180), -30 * std::sin(n * M_PI / 180), 4);
        const Vec3 up = archUp(circle);
        QVERIFY((up - Vec3::UnitZ()).norm() < 1e-9);
        const double angle = 60.4 * M_PI / 180;
        const Vec3 out(-std::cos(angle), -std::sin(angle), 0);
        for (const double across : {3.0, -5.0}) {
            const ArchPlace p = archPlace(circle, up, (30 + across) * out + Vec3(0, 0, 11));
            QVERIFY(std::fabs(p.across - across) < 0.01);
            QVERIFY(std::fabs(p.along - 30 * angle) < 0.01);
            QVERIFY((p.outwards - out).norm() < 0.005);
            QVERIFY((p.tangent - Vec3(std::sin(angle), -std::cos(angle), 0)).norm() < 0.005);
            QVERIFY(std::fabs(p.tangent.dot(p.outwards)) < 1e-9);
        }
        QCOMPARE(archPlace(circle, up, Vec3(-30, 50, 4)).along, 0.0);
        QVERIFY_EXCEPTION_THROWN(archPlace({Vec3(0, 0, 0)}, up, Vec3(0, 0, 0)), Error);
        QVERIFY_EXCEPTION_THROWN(archPlace(circle, up, Vec3(NAN, 0, 0)), Error);
    }

    void whatIsNoArch()
    {
        const auto refused = [](const Mask& m) {
            try {
                findDentalArch(m, ArchOf::Jaw, Job());
            } catch (const Error& e) {
                return e.code() == ErrorCode::BadInput && !e.advice().empty();
            }
            return false;
        };
        QVERIFY(refused(Mask()));
        QVERIFY(refused(maskOf([](const Vec3& p) { return p.norm() < 18; })));
        QVERIFY(refused(maskOf([](const Vec3& p) { return (p - Vec3(0, 0, 25)).norm() < 40; })));
        QVERIFY(refused(maskOf([](const Vec3& p) { return std::hypot(p.y(), p.z()) < 6; }))); // a rod
        QVERIFY(refused(maskOf([](const Vec3& p) { return std::hypot(p.x(), p.z()) < 6; })));
        QVERIFY(refused(maskOf([](const Vec3& p) {
            return std::fabs(std::hypot(p.x(), p.y()) - 30) < 6 && std::fabs(p.z()) < 10; // a ring
        })));
        QVERIFY(refused(maskOf([](const Vec3& p) { return p.norm() < 1.5; })));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(findDentalArch(mask("tooth"), ArchOf::Teeth, Job(stop.get_token())), Error);
    }
};

QTEST_GUILESS_MAIN(TestDentalArch)
#include "tst_dental_arch.moc"
