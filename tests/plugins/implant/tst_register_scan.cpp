// A scan of the jaw phantom's crowns, by their formula and not from voxels, open below, moved by a known motion: it
// comes back; the map says what is off; what is doubtful is told, nonsense refused.

#include "core/base/error.h"
#include "core/mesh/extract.h"
#include "jaw_case.h"
#include "plugins/implant/register_scan.h"
#include "scan_of_crowns.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <array>
#include <cmath>
#include <numbers>
#include <random>

using namespace jawcase;
using namespace crowns;
using namespace pollux::implant;

class TstRegisterScan : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Jaw m_jaw;
    Case m_teeth;

    Case with(const Surface& scan) const
    {
        Edit e;
        Structure s;
        s.name = "Scan";
        s.surface = std::make_shared<const Surface>(scan);
        e.put(Id("scan"), std::move(s));
        return apply(m_teeth, e);
    }
    ParamValues values(bool pairs = true) const
    {
        ParamValues v;
        v.set("scan", std::string("scan"));
        v.set("teeth", std::string("tooth"));
        if (!pairs)
            return v;
        const auto [a, b] = cusps();
        v.set("scan_points", a);
        v.set("image_points", b);
        return v;
    }
    RunResult run(const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at("implant.register-scan"), c, v, {"tester"}, job);
    }
    Findings findings(const Case& c, const ParamValues& v) const
    {
        return checkOperation(m_registry.at("implant.register-scan"), c, v);
    }
    static double measured(const Structure& s, const std::string& key)
    {
        for (const NamedQuantity& q : s.measures)
            if (q.key == key)
                return q.quantity.value;
        throw std::runtime_error("no measure " + key);
    }
    RunResult told(const char* what, const Scan& scan, const ParamValues& v, const RigidPose& pose, double& error) const
    {
        const Case c = with(scan.surface(pose));
        RunResult r = run(c, v);
        const Structure& found = r.after.structure(Id("scan-registered"));
        error = meanError(scan, *found.surface);
        qInfo("%s: error %.4f mm, median %.3f, P95 %.3f, mean %.3f, used %.0f %%, hold %.4f", what, error,
              measured(found, "residual_median"), measured(found, "residual_p95"), measured(found, "residual_mean"),
              measured(found, "used"), measured(found, "steadiness"));
        return r;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        if (!m_registry.find("implant.register-scan"))
            m_registry.add(makeRegisterScan(m_registry.limits()));
        m_jaw = makeJaw({}, Job());
        m_teeth = makeCase(m_jaw, true);
    }

    void scanComesBack()
    {
        double error = 0;
        const Scan scan = scanOf(false, 0.05);
        const RunResult r = told("crowns", scan, values(), away(), error);
        QVERIFY(error < 0.1);
        const Structure& found = r.after.structure(Id("scan-registered"));
        QVERIFY(!found.mask && found.surface->triangles() == scan.triangles);
        QVERIFY(measured(found, "residual_p95") < 0.3);
        QVERIFY(measured(found, "used") > 99);
        QVERIFY(std::fabs(measured(found, "turn") - 10) < 0.2);
        QVERIFY(measured(found, "pairs") > 0.5 && measured(found, "pairs") < 1.5);
        for (const Finding& f : r.findings)
            QVERIFY2(false, f.text.c_str());
        // Where it came from: stale once the teeth change.
        const auto& inputs = r.after.lineage.at(Id("scan-registered"))->inputs;
        QCOMPARE(inputs.size(), size_t(2));
        Edit e;
        Structure teeth = r.after.structure(Id("tooth"));
        teeth.mask = std::make_shared<const Mask>(m_jaw.masks.at("mandible"));
        e.put(Id("tooth"), std::move(teeth));
        const auto stale = staleIds(apply(r.after, e));
        QVERIFY(stale.count(Id("scan-registered")) && stale.count(Id("scan-residual")));
    }

    void gingivaIsLeftOut()
    {
        double error = 0;
        const Scan scan = scanOf(true, 0.05);
        const RunResult r = told("with gingiva", scan, values(), away(), error);
        QVERIFY(error < 0.1);
        const Field& map = *r.after.fields.at(Id("scan-residual"));
        QCOMPARE(map.values.size(), scan.points.size());
        QCOMPARE(map.category.size(), scan.points.size());
        size_t wrong = 0, gum = 0;
        for (size_t n = 0; n < scan.points.size(); ++n) {
            QVERIFY(map.values[n] >= 0);
            QVERIFY(map.category[n] == 1 || map.values[n] <= 1);
            wrong += scan.crown[n] && map.category[n] == 1;
            gum += map.category[n];
        }
        QVERIFY(double(wrong) < 0.01 * double(scan.points.size())); // where the skirt begins
        QVERIFY(double(gum) > 0.2 * double(scan.points.size()));
        for (const Finding& f : r.findings)
            qInfo("%s", f.text.c_str());
    }

    void scansThatLieNearNeedNoPairs()
    {
        double error = 0;
        told("without pairs", scanOf(true, 0.05), values(false), turnAbout({0, -10, 15}, {1, 1, 1}, 2, {0.8, 0.8, 0.5}),
             error);
        QVERIFY(error < 0.1);
    }

    /// A scan with one molar pushed by 0.8 mm: the map shows it there and not elsewhere.
    void mapShowsWhatIsOff()
    {
        Scan scan = scanOf(false, 0.0);
        const Scan truth = scan;
        const size_t each = 48 * 21, pushed = 5; // the left second molar: sixth of the scan
        for (size_t n = pushed * each; n < (pushed + 1) * each; ++n)
            scan.points[n].z() += 0.8F;
        const RunResult r = run(with(scan.surface(away())), values());
        const Field& map = *r.after.fields.at(Id("scan-residual"));
        const double off = meanError(scan, map.surface);
        QVERIFY2(off < 0.1, qPrintable(QString::number(off)));
        const auto mean = [&](size_t tooth, size_t rings) {
            double sum = 0;
            for (size_t n = tooth * each; n < tooth * each + rings * 48; ++n)
                sum += double(map.values[n]) / double(rings * 48);
            return sum;
        };
        // At the top of the crown, which faces the way it was pushed.
        QVERIFY2(std::fabs(mean(pushed, 6) - 0.8) < 0.15, qPrintable(QString::number(mean(pushed, 6))));
        for (const size_t other : {0, 3, 8, 12})
            QVERIFY2(mean(other, 21) < 0.15, qPrintable(QString::number(mean(other, 21))));
        // Its top is told, and where it is: too little of the scan for the 95th percentile.
        QVERIFY(has(r.findings, "scan.patch"));
        for (const Finding& f : r.findings)
            if (f.code == "scan.patch")
                QVERIFY((*f.place - beside(50.5, 0, kCrest + 9.8, true)).norm() < 6);
        const Field good = *run(with(truth.surface(away())), values()).after.fields.at(Id("scan-residual"));
        double sum = 0;
        for (const float v : good.values)
            sum += double(v) / double(good.values.size());
        QVERIFY2(sum < 0.1, qPrintable(QString::number(sum)));
    }

    /// A surface made for display is coarser than the mask: it does where there is no mask, and the error is told.
    void surfacesAloneWill()
    {
        for (const double smoothing : {0.2, 1.0}) {
            SurfaceOptions o;
            o.smoothing = smoothing;
            Case before = m_teeth;
            Edit e;
            Structure s;
            s.name = "Teeth";
            s.anatomy = "tooth";
            s.surface = std::make_shared<const Surface>(extractSurface(m_jaw.masks.at("tooth"), o, Job()));
            e.put(Id("tooth"), std::move(s));
            const Scan scan = scanOf(false, 0.05);
            const Case c = apply(with(scan.surface(away())), e);
            const RunResult r = run(c, values());
            const Structure& found = r.after.structure(Id("scan-registered"));
            qInfo("surface smoothed by %.1f mm: error %.4f mm, P95 %.3f", smoothing, meanError(scan, *found.surface),
                  measured(found, "residual_p95"));
            QVERIFY(meanError(scan, *found.surface) < 0.3);
            QCOMPARE(has(r.findings, "scan.residual"), smoothing > 0.5);
        }
    }

    void doubtsAreTold()
    {
        // The flat top of one crown.
        const Scan all = scanOf(false, 0.02);
        Scan one;
        const size_t each = 48 * 21;
        one.points.assign(all.points.begin() + 3 * each, all.points.begin() + 3 * each + 5 * 48);
        one.triangles.assign(all.triangles.begin(), all.triangles.begin() + 2 * 48 * 4);
        const RunResult alone = run(with(one.surface()), values(false));
        const Structure& s = alone.after.structure(Id("scan-registered"));
        qInfo("top of one crown: hold %.4f", measured(s, "steadiness"));
        QVERIFY(has(alone.findings, "scan.slides"));
        // Much that is not tooth.
        ParamValues v = values();
        v.set("used", 99.0);
        QVERIFY(has(run(with(scanOf(true, 0.05).surface(away())), v).findings, "scan.few"));
        // Pairs that are wrong by a tooth on one side, and a scan that lies right.
        v = values(false);
        std::vector<Vec3> a{beside(3, 0, 22, true), beside(30, 0, 22, true), beside(30, 0, 22, false)}, b = a;
        for (Vec3& p : b)
            p.x() += 3;
        v.set("scan_points", a);
        v.set("image_points", b);
        QVERIFY(has(run(with(all.surface()), v).findings, "scan.pairs-left"));
    }

    void sameResultTwice()
    {
        const Case c = with(scanOf(true, 0.05).surface(away()));
        const Case a = run(c, values()).after, b = run(c, values()).after;
        for (const char* id : {"scan-registered", "scan-residual"})
            QVERIFY(a.keyOf(Id(id)) == b.keyOf(Id(id)));
        ParamValues v = values();
        v.set("name", std::string("Lower scan"));
        const Case named = run(c, v).after;
        QVERIFY(named.structures.contains(Id("lower-scan")) && named.fields.contains(Id("lower-scan-residual")));
    }

    void nonsenseIsRefused()
    {
        const Case c = with(scanOf(false, 0).surface());
        const auto blocked = [&](const ParamValues& v, const char* code) {
            const Findings f = findings(c, v);
            return blocks(f) && has(f, code);
        };
        ParamValues v = values(false);
        v.set("scan_points", std::vector<Vec3>{{0, 0, 0}, {10, 0, 0}});
        v.set("image_points", std::vector<Vec3>{{0, 0, 0}, {10, 0, 0}});
        QVERIFY(blocks(findings(c, v)));
        v.set("scan_points", std::vector<Vec3>{{0, 0, 0}, {10, 0, 0}, {0, 10, 0}});
        QVERIFY(blocks(findings(c, v)));
        v.set("image_points", std::vector<Vec3>{{0, 0, 0}, {10, 0, 0}, {20, 0, 0}});
        QVERIFY(blocked(v, "scan.pairs-line"));
        v.set("image_points", std::vector<Vec3>{{0, 0, 0}, {10, 0, 0}, {20, 5, 0}, {1, 1, 1}});
        QVERIFY(blocked(v, "scan.pairs"));
        v.set("image_points", std::vector<Vec3>{{0, 0, 0}, {std::nan(""), 0, 0}, {20, 5, 0}});
        QVERIFY(blocks(findings(c, v)));
        v = values(false);
        v.set("name", std::string("tooth"));
        QVERIFY(blocked(v, "result.taken"));
        v.set("name", std::string("ct"));
        QVERIFY(blocked(v, "result.taken"));
        Edit longer;
        Structure same = c.structure(Id("scan"));
        const Id longId(std::string(115, 's'));
        longer.put(longId, std::move(same));
        v = values(false);
        v.set("scan", longId.text());
        QVERIFY(has(findings(apply(c, longer), v), "scan.name"));
        v = values(false);
        v.set("teeth", std::string("scan"));
        QVERIFY(blocked(v, "scan.same"));
        v = values(false);
        Edit e;
        e.put(Id("scan"), Structure{"Scan", "", {}, {}, {}, {}, {}, {}, {}, std::make_shared<const Surface>(), {}, {}});
        QVERIFY(has(findings(apply(c, e), v), "scan.empty"));
        Edit bare;
        bare.put(Id("tooth"), Structure{});
        QVERIFY(has(findings(apply(c, bare), v), "scan.no-teeth"));
        // Far from all teeth and without pairs: refused, or told, never a silent answer.
        try {
            const RunResult far =
                run(with(scanOf(false, 0).surface(turnAbout({0, 0, 0}, {0, 0, 1}, 0, {0, 0, 400}))), v);
            QVERIFY(far.findings.size() > 0 ||
                    meanError(scanOf(false, 0), *far.after.structure(Id("scan-registered")).surface) < 0.2);
        } catch (const Error& err) {
            QVERIFY(!err.advice().empty());
        }
    }
};

QTEST_GUILESS_MAIN(TstRegisterScan)
#include "tst_register_scan.moc"
