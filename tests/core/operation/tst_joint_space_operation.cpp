// anatomy.joint-space: a ball in a cup of another radius, where the joint space is known in closed form; its map, its
// least place, overlap, bones that lie apart, what is refused and what turns stale.

#include "core/base/error.h"
#include "core/mesh/extract.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/operation/standard/joint_space_operation.h"
#include "tests/core/case/findings.h"
#include "tests/core/image/shapes.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace pollux;
using test::found;

namespace {

constexpr double kBall = 24, kCup = 28; // radii; centres 2 mm apart: 2 mm at the pole

double value(const Measurement& m, const std::string& key)
{
    for (const NamedQuantity& q : m.values)
        if (q.key == key)
            return q.quantity.value;
    return NAN;
}

/// A block with a cup in its lower face, and a ball in the cup, in a frame of its own (z out of the cup's pole).
struct Joint
{
    Grid grid;
    Vec3 middle;
    Mat3 axes;

    Vec3 local(const Vec3& p) const { return axes.transpose() * (p - middle); }
    Vec3 patient(const Vec3& p) const { return middle + axes * p; }

    Case makeCase(double lift) const
    {
        Edit edit;
        const auto put = [&](const char* name, const char* anatomy, const std::function<bool(const Vec3&)>& in) {
            Structure s;
            s.name = name;
            s.anatomy = anatomy;
            s.mask = std::make_shared<const Mask>(shapes::mask(grid, [&](const Vec3& p) { return in(local(p)); }));
            s.surface = std::make_shared<const Surface>(extractSurface(*s.mask, {}, Job()));
            edit.put(slug(name), std::move(s));
        };
        // The cup: of radius kCup about the origin, open below z = 14 (half angle 60 degrees).
        put("Socket", "scapula",
            [](const Vec3& p) { return p.norm() > kCup && p.z() > 14 && p.z() < 36 && p.head<2>().norm() < 36; });
        put("Head", "humerus", [lift](const Vec3& p) { return (p - Vec3(0, 0, 2 + lift)).norm() < kBall; });
        return apply(Case(), edit);
    }
};

Joint joint(bool oblique, double voxel = 0.8)
{
    Joint j;
    const int n = int(84 / voxel);
    const Grid g = shapes::grid(n, n, n, Vec3::Constant(voxel));
    j.grid = oblique ? shapes::obliqueMirrored(g) : g;
    j.middle = shapes::middle(j.grid);
    j.axes = oblique ? Mat3(Eigen::AngleAxisd(0.6, Vec3(1, 2, -1).normalized()).toRotationMatrix()) : Mat3::Identity();
    return j;
}

/// From the cup to the ball at an angle off the pole, in closed form.
double exact(double angle, double lift)
{
    return (kCup * Vec3(std::sin(angle), 0, std::cos(angle)) - Vec3(0, 0, 2 + lift)).norm() - kBall;
}

} // namespace

class TestJointSpaceOperation : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult run(const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at("anatomy.joint-space"), c, v, {"tester"}, job);
    }
    Findings check(const Case& c, const ParamValues& v) const
    {
        return checkOperation(m_registry.at("anatomy.joint-space"), c, v);
    }
    static ParamValues values(const char* first = "socket", const char* second = "head", double reach = 6)
    {
        ParamValues v;
        v.set("first", std::string(first));
        v.set("second", std::string(second));
        v.set("reach", reach);
        v.set("name", std::string("Space"));
        return v;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        if (!m_registry.limits().find("joint-space.reach")) { // of a build from before the file was there
            QFile file(POLLUX_SOURCE_DIR "/resources/limits/joint_space.json");
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_registry.limits().addJson(file.readAll().toStdString(), "joint_space.json");
        }
        m_registry.add(makeJointSpace(m_registry.limits()));
    }

    void ballInACup_data()
    {
        QTest::addColumn<bool>("oblique");
        QTest::newRow("along the grid") << false;
        QTest::newRow("oblique, mirrored grid") << true;
    }
    void ballInACup()
    {
        QFETCH(bool, oblique);
        const Joint j = joint(oblique);
        const RunResult r = run(j.makeCase(0), values());
        QVERIFY(r.after.fields.contains(Id("space-map")) && r.after.measurements.contains(Id("space")));
        const Measurement& m = *r.after.measurements.at(Id("space"));
        const Field& f = *r.after.fields.at(Id("space-map"));
        // Over the cap of 60 degrees: mean of exact() by area (sin), area 2 pi R^2 (1 - cos). The rim is rounded by
        // smoothing, so the area is known to some percent.
        double sum = 0, weight = 0;
        for (double t = 0.0005; t < M_PI / 3; t += 0.001) {
            sum += std::sin(t) * exact(t, 0);
            weight += std::sin(t);
        }
        const double area = 2 * M_PI * kCup * kCup * 0.5;
        qInfo("least %.3f (2), mean %.3f (%.3f), area %.0f (%.0f)", value(m, "least"), value(m, "mean"), sum / weight,
              value(m, "area"), area);
        // A single point: half a voxel of each border. What many points make is known better.
        QVERIFY(std::fabs(value(m, "least") - 2) < 0.8);
        QVERIFY(std::fabs(value(m, "mean") - sum / weight) < 0.15);
        const double fifth = exact(std::acos(1 - 0.05 * 0.5), 0);
        qInfo("5 percent below %.3f (%.3f)", value(m, "p05"), fifth);
        QVERIFY(std::fabs(value(m, "p05") - fifth) < 0.2);
        QVERIFY(std::fabs(value(m, "area") / area - 1) < 0.12);
        QCOMPARE(value(m, "overlap"), 0.0);
        QCOMPARE(m.points.size(), size_t(2));
        QVERIFY(std::fabs((m.points[0] - m.points[1]).norm() - value(m, "least")) < 1e-3);
        // Flat about the pole: 0.2 mm more are 11 mm off it.
        QVERIFY((j.local(m.points[0]) - Vec3(0, 0, kCup)).norm() < 12);
        QVERIFY(m.values[0].quantity.standardDeviation.has_value());
        // Point by point, away from the rim.
        int seen = 0;
        double square = 0;
        for (size_t n = 0; n < f.values.size(); ++n) {
            const Vec3 p = j.local(f.surface.points()[n].cast<double>());
            const double angle = std::atan2(p.head<2>().norm(), p.z());
            if (angle > 0.9 || p.norm() > 30)
                continue;
            QCOMPARE(int(f.category[n]), 0);
            const double off = double(f.values[n]) - exact(angle, 0);
            QVERIFY2(std::fabs(off) < 0.8, qPrintable(QString::number(angle)));
            square += off * off;
            ++seen;
        }
        QVERIFY(seen > 1000);
        qInfo("root mean square of the error %.3f mm", std::sqrt(square / seen));
        QVERIFY(std::sqrt(square / seen) < 0.15);
        QVERIFY(!found(r.findings, "joint-space.overlap") && !found(r.findings, "joint-space.none"));
    }

    void overlapIsTold()
    {
        const Joint j = joint(false);
        const RunResult r = run(j.makeCase(4), values()); // 2 mm into the cup
        const Measurement& m = *r.after.measurements.at(Id("space"));
        QVERIFY(std::fabs(value(m, "least") + 2) < 0.8);
        QVERIFY(value(m, "overlap") > 100);
        const Finding* f = found(r.findings, "joint-space.overlap");
        QVERIFY(f && f->severity == Severity::Warning && f->place);
        QVERIFY((j.local(*f->place) - Vec3(0, 0, kCup)).norm() < 12);
    }

    void bonesApartHaveNone()
    {
        const Joint j = joint(false);
        const Case c = j.makeCase(0);
        const RunResult near = run(c, values());
        const RunResult far = run(near.after, values("socket", "head", 0.5));
        const Finding* f = found(far.findings, "joint-space.none");
        QVERIFY(f && f->severity == Severity::Stop && !f->advice.empty());
        // The figures of the earlier run are gone, the map says that there is none.
        QVERIFY(!far.after.measurements.contains(Id("space")));
        const Field& map = *far.after.fields.at(Id("space-map"));
        QVERIFY(std::none_of(map.category.begin(), map.category.end(), [](std::uint8_t k) { return k == 0; }));
    }

    /// Far beyond the largest reach, as two bones of different joints are.
    void bonesFarApart()
    {
        const Joint j = joint(false, 1.5);
        Case c = j.makeCase(0);
        Edit edit;
        Structure far = c.structure(Id("head"));
        std::vector<Vec3f> moved = far.surface->points();
        for (Vec3f& p : moved)
            p += Vec3f(0, 0, -300);
        far.surface = std::make_shared<const Surface>(std::move(moved), far.surface->triangles());
        edit.put(Id("head"), std::move(far));
        const RunResult r = run(apply(c, edit), values("socket", "head", 30));
        const Finding* f = found(r.findings, "joint-space.none");
        QVERIFY(f && f->severity == Severity::Stop && !f->advice.empty());
        QVERIFY(!r.after.measurements.contains(Id("space")));
    }

    /// One bone under two names has no joint space of 0 mm, and a copy of it that lies a little askew none either.
    void oneBoneUnderTwoNames_data()
    {
        QTest::addColumn<double>("shift");
        QTest::newRow("the same surface") << 0.0;
        QTest::newRow("shifted by half a voxel") << 0.75;
    }
    void oneBoneUnderTwoNames()
    {
        QFETCH(double, shift);
        const Joint j = joint(false, 1.5);
        Case c = j.makeCase(0);
        Edit edit;
        Structure copy = c.structure(Id("head"));
        copy.name = "Copy";
        Vec3 middle = Vec3::Zero();
        std::vector<Vec3f> points = copy.surface->points();
        for (const Vec3f& p : points)
            middle += p.cast<double>() / double(points.size());
        for (Vec3f& p : points) // outwards, so that the first one lies within it
            p += float(shift) * Vec3f((p.cast<double>() - middle).normalized().cast<float>());
        copy.surface = std::make_shared<const Surface>(std::move(points), copy.surface->triangles());
        edit.put(Id("copy"), std::move(copy));
        const RunResult r = run(apply(c, edit), values("head", "copy"));
        const Finding* f = found(r.findings, "joint-space.one-place");
        QVERIFY(f && f->severity == Severity::Stop && !f->advice.empty());
        QVERIFY(!r.after.measurements.contains(Id("space")));
        // Two bones that overlap in their joint are two bones.
        QVERIFY(!found(run(j.makeCase(4), values()).findings, "joint-space.one-place"));
    }

    void anEmptyMaskIsTold()
    {
        const Case c = joint(false, 2).makeCase(0);
        Edit edit;
        Structure empty = c.structure(Id("head"));
        empty.mask = std::make_shared<const Mask>(empty.mask->grid(), IndexBox{}, std::vector<std::uint8_t>());
        empty.surface = std::make_shared<const Surface>();
        edit.put(Id("head"), std::move(empty));
        const Finding* f = found(check(apply(c, edit), values()), "structure.empty");
        QVERIFY(f);
        QCOMPARE(f->text, std::string("'Head' has no voxels."));
        QCOMPARE(f->advice, std::string("Segment it first."));
    }

    void coarseSlicesAreTold()
    {
        const Findings fine = check(joint(false).makeCase(0), values());
        QVERIFY(!found(fine, "joint-space.slices"));
        const Findings coarse = check(joint(false, 3).makeCase(0), values());
        const Finding* f = found(coarse, "joint-space.slices");
        QVERIFY(f && f->severity == Severity::Warning);
        QVERIFY2(f->text.find("1.50 mm") != std::string::npos, f->text.c_str());
    }

    void refusals()
    {
        const Case c = joint(false, 2).makeCase(0);
        QVERIFY(found(check(c, values("socket", "socket")), "joint-space.same"));
        QVERIFY(blocks(check(Case(), values())));
        QVERIFY(blocks(check(c, values("socket", "head", 0))));
        QVERIFY(blocks(check(c, values("socket", "head", std::nan("")))));
        ParamValues taken = values();
        taken.set("name", std::string("Head"));
        QVERIFY(found(check(c, taken), "result.taken"));
        Edit edit;
        Structure bare = c.structure(Id("head"));
        bare.surface = nullptr;
        edit.put(Id("head"), std::move(bare));
        QVERIFY(blocks(check(apply(c, edit), values())));
        std::stop_source stop;
        stop.request_stop();
        Job job(stop.get_token());
        QVERIFY_THROWS_EXCEPTION(Error,
                                 runOperation(m_registry.at("anatomy.joint-space"), c, values(), {"tester"}, job));
    }

    void sameTwiceAndLineage()
    {
        const Case c = joint(true, 1.5).makeCase(0);
        const RunResult one = run(c, values()), two = run(c, values());
        QVERIFY(one.after.keyOf(Id("space-map")) == two.after.keyOf(Id("space-map")));
        QVERIFY(one.after.keyOf(Id("space")) == two.after.keyOf(Id("space")));
        const auto it = one.after.lineage.find(Id("space-map"));
        QVERIFY(it != one.after.lineage.end());
        QVERIFY(std::any_of(it->second->inputs.begin(), it->second->inputs.end(),
                            [](const LineageInput& i) { return i.id == Id("head/surface"); }));
    }
};

QTEST_GUILESS_MAIN(TestJointSpaceOperation)
#include "tst_joint_space_operation.moc"
