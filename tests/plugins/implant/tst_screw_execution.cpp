// Screws that are driven with an error: chance of a breach against closed forms and a dense rule, chance of meeting a
// vessel, envelope, what is refused.

#include "bone_cylinder.h"
#include "core/base/error.h"
#include "jaw_case.h"
#include "plugins/implant/region_distance.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace jawcase;
using namespace roundbone;

namespace {

Case vesselCase()
{
    const Grid g = wideGrid();
    std::vector<std::int16_t> image(static_cast<size_t>(g.voxels()), -100);
    std::vector<std::uint8_t> bone(image.size()), vessel(image.size()), far(image.size());
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i) {
                const Vec3 p = g.toPatient(i, j, k);
                const auto n = static_cast<size_t>(g.offset(i, j, k));
                bone[n] = std::hypot(p.x(), p.z()) < kRadius && p.y() > 0 && p.y() < kLong;
                image[n] = bone[n] ? 700 : -100;
                vessel[n] = p.x() > 9 && p.x() < 14; // flat at that scale
                far[n] = p.z() > 19;
            }
    Edit e;
    VolumeObject v;
    v.name = "CT of a cylinder of bone";
    v.modality.assign("CT");
    v.unit.assign("HU");
    v.volume = Volume(g, image);
    e.put(Id("ct"), std::move(v));
    const auto put = [&](const char* id, const char* name, const std::vector<std::uint8_t>& voxels) {
        Structure s;
        s.name = name;
        s.mask = std::make_shared<const Mask>(g, voxels);
        e.put(Id(id), std::move(s));
    };
    put("bone", "Bone", bone);
    put("vessel", "Vessel", vessel);
    put("far", "Far one", far);
    return apply(Case(), e);
}

} // namespace

class TstScrewExecution : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Case m_case;

    ParamValues values() const
    {
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("bone"));
        v.set("avoid", std::vector<std::string>{"far", "vessel"});
        v.set("entry", Vec3(0, 0, 0));
        v.set("target", Vec3(0, 45, 0));
        v.set("diameter", 6.0);
        return v;
    }
    RunResult run(const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at("implant.place-screw"), m_case, v, {"tester"}, job);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        m_case = vesselCase();
    }

    void quantiles()
    {
        QVERIFY(std::fabs(normalQuantile(0.975) - 1.959964) < 1e-5);
        QVERIFY(std::fabs(normalBelow(normalQuantile(0.01)) - 0.01) < 1e-12);
        QVERIFY(normalQuantile(0) <= -7.9 && normalQuantile(1) >= 7.9);
    }

    void oneEndIsAClosedForm_data()
    {
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("sd");
        QTest::newRow("robot") << 2.2 << 1.4;
        QTest::newRow("wider") << 4.5 << 1.0;
        QTest::newRow("about the wall") << 5.2 << 0.5;
    }

    void oneEndIsAClosedForm()
    {
        QFETCH(double, mean);
        QFETCH(double, sd);
        const Volume bone = field(kRadius);
        for (const double limit : {0.0, 1.0}) {
            const BreachChance entry = breachChance(bone, screw(), kAxis, {mean, sd, 0, 0}, limit);
            const BreachChance tip = breachChance(bone, screw(), kAxis, {0, 0, mean, sd}, limit);
            const double atEntry = breachByEntry(limit, mean, sd), atTip = breachByTip(limit, mean, sd);
            QVERIFY2(std::fabs(entry.beyond - atEntry) < 0.015,
                     qPrintable(QString("%1 for %2").arg(entry.beyond).arg(atEntry)));
            QVERIFY2(std::fabs(tip.beyond - atTip) < 0.015,
                     qPrintable(QString("%1 for %2").arg(tip.beyond).arg(atTip)));
            QVERIFY(entry.any >= entry.beyond && tip.any >= tip.beyond);
        }
    }

    void bothEndsAgainstADenseRule_data()
    {
        QTest::addColumn<double>("radius");
        QTest::addColumn<double>("entry");
        QTest::addColumn<double>("tip");
        for (const double r : {5.0, 6.0, 8.0}) {
            QTest::addRow("bone of %g mm, robot", r) << r << 2.2 << 1.9;
            QTest::addRow("bone of %g mm, less at the entry", r) << r << 1.0 << 3.0;
        }
    }

    void bothEndsAgainstADenseRule()
    {
        QFETCH(double, radius);
        QFETCH(double, entry);
        QFETCH(double, tip);
        const ExecutionError e{entry, 1.4, tip, 1.5};
        const double exact = breachByDenseRule(e, kFirst / 45, kLast / 45, radius - 3);
        const BreachChance c = breachChance(field(radius), screw(), kAxis, e, 0);
        QVERIFY2(std::fabs(c.any - exact) < 0.015, qPrintable(QString("%1 for %2").arg(c.any).arg(exact)));
        QVERIFY(c.any > 0.005 && c.any < 0.99);
        // The same on every run.
        QCOMPARE(breachChance(field(radius), screw(), kAxis, e, 0).any, c.any);
    }

    /// Without an error it breaches or it does not; the more error, the likelier; out of bone it is certain.
    void endsOfTheScale()
    {
        const Volume bone = field(kRadius);
        QCOMPARE(breachChance(bone, screw(), kAxis, {}, 0).any, 0.0);
        const AxisPose near{Vec3(6, 0, 0), Vec3::UnitY()};
        QVERIFY(std::fabs(breachChance(bone, screw(), near, {}, 0).any - 1) < 1e-9);
        QCOMPARE(breachChance(bone, screw(), near, {}, 2).beyond, 0.0); // by one millimetre
        const AxisPose out{Vec3(19, 0, 0), Vec3::UnitY()};
        QVERIFY(std::fabs(breachChance(bone, screw(), out, {1, 0.1, 1, 0.1}, 2).beyond - 1) < 1e-9);
        QVERIFY(std::fabs(breachChance({}, screw(), kAxis, {1, 0.1, 1, 0.1}, 2).any - 1) < 1e-9);
        double before = -1;
        for (const double m : {0.5, 1.5, 2.5, 3.5, 5.0, 8.0}) {
            const double now = breachChance(bone, screw(), kAxis, {m, m / 2, m, m / 2}, 0).any;
            QVERIFY(now >= before);
            before = now;
        }
        QVERIFY(before > 0.7);
    }

    /// A surface that the screw enters askew is no breach.
    void anObliqueEntryIsNone()
    {
        const Grid g = wideGrid();
        std::vector<float> v(static_cast<size_t>(g.voxels()));
        const Vec3 n = Vec3(1, -1.4, 0).normalized();
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    v[static_cast<size_t>(g.offset(i, j, k))] = float(n.dot(g.toPatient(i, j, k)));
        const BreachChance c = breachChance(Volume(g, std::move(v)), screw(6, 40), kAxis, {1, 0.5, 1, 0.5}, 1);
        QVERIFY2(c.beyond < 0.02, qPrintable(QString::number(c.beyond)));
    }

    void chancesOfAPlan()
    {
        const RunResult r = run(values());
        const Plan& p = r.after.plan(Id("screw-1"));
        const ExecutionError e{2.2, 1.4, 1.9, 1.5};
        const double exact = breachByDenseRule(e, kFirst / 45, kLast / 45, kRadius - 3);
        QVERIFY2(std::fabs(after(p, "breach_any") / 100 - exact) < 0.03, // voxels of 0.6 mm
                 qPrintable(QString("%1 for %2").arg(after(p, "breach_any")).arg(exact)));
        QVERIFY(after(p, "breach_beyond") < after(p, "breach_any"));
        // The vessel is 6 mm off all along: the end with the larger error decides.
        const double contact = std::max(chanceNearer(6, 0, 2.2, 1.4), chanceNearer(6, 0, 1.9, 1.5));
        QVERIFY2(std::fabs(after(p, "avoid_contact") / 100 - contact) < 0.003,
                 qPrintable(QString("%1 for %2").arg(after(p, "avoid_contact")).arg(contact)));
        QVERIFY(after(p, "avoid_below") > after(p, "avoid_contact"));
        // Where 95 of 100 stay: 2.2 + 1.645 x 1.4 mm beside the head's end, 1.9 + 1.645 x 1.5 beyond the tip.
        const Surface& s = *r.after.structure(Id("screw-1-envelope")).surface;
        QVERIFY(s.isClosed());
        Vec3 low = Vec3::Constant(1e9), high = -low;
        for (const Vec3f& q : s.points()) {
            low = low.cwiseMin(q.cast<double>());
            high = high.cwiseMax(q.cast<double>());
        }
        QVERIFY(std::fabs(high.x() - (3 + 2.2 + 1.645 * 1.4)) < 0.01);
        QVERIFY(std::fabs(low.y() + 2.2 + 1.645 * 1.4) < 0.01);
        QVERIFY(std::fabs(high.y() - (45 + 1.9 + 1.645 * 1.5)) < 0.01);
    }

    void findingsSayWhatMayHappen()
    {
        ParamValues v = values();
        v.set("diameter", 7.5);
        v.set("entry", Vec3(3, 0, 0));
        v.set("target", Vec3(3, 45, 0));
        const Plan p = run(v).after.plan(Id("screw-1"));
        QVERIFY(has(p.findings, "screw.may-breach"));
        QVERIFY(has(p.findings, "screw.may-meet"));
        // Without an error nothing is told.
        for (const char* key : {"error_entry", "error_entry_sd", "error_tip", "error_tip_sd"})
            v.set(key, 0.0);
        const Plan q = run(v).after.plan(Id("screw-1"));
        QVERIFY(!has(q.findings, "screw.may-breach") && !has(q.findings, "screw.may-meet"));
        QVERIFY_EXCEPTION_THROWN(after(q, "breach_any"), std::runtime_error);
    }

    void badInputIsRefused()
    {
        const Volume bone = field(kRadius);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_EXCEPTION_THROWN(breachChance(bone, screw(), kAxis, {nan, 1, 1, 1}, 2), Error);
        QVERIFY_EXCEPTION_THROWN(breachChance(bone, screw(), kAxis, {1, -1, 1, 1}, 2), Error);
        QVERIFY_EXCEPTION_THROWN(breachChance(bone, screw(), kAxis, {1, 1, 1, 1}, nan), Error);
        QVERIFY_EXCEPTION_THROWN(breachChance(bone, screw(6, 2), kAxis, {1, 1, 1, 1}, 2), Error);
        ParamValues v = values();
        v.set("error_tip", -1.0);
        QVERIFY(!check(m_registry.at("implant.place-screw").declare(), v).empty());
    }
};

QTEST_APPLESS_MAIN(TstScrewExecution)
#include "tst_screw_execution.moc"
