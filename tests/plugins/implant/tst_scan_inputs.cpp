// Scans as files hold them: inside out, open and closed, going through themselves, in other units; stopped at each
// stage.

#include "core/base/error.h"
#include "jaw_case.h"
#include "plugins/implant/register_scan.h"
#include "scan_of_crowns.h"

#include <QtTest>

using namespace jawcase;
using namespace crowns;
using namespace pollux::implant;

class TstScanInputs : public QObject
{
    Q_OBJECT

    Registry m_registry;
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
    static ParamValues values(bool pairs = true)
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
    const Operation& operation() const { return m_registry.at("implant.register-scan"); }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        m_teeth = makeCase(makeJaw({}, Job()), true);
    }

    /// Files with all triangles turned round, some of them, and parts that go through each other come back all the
    /// same; what they are worth was said as they came in (import.model).
    void surfacesThatAreNotSound_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"inside out", "some turned", "through itself", "closed below"})
            QTest::newRow(what) << what;
    }
    void surfacesThatAreNotSound()
    {
        QFETCH(QString, what);
        Scan scan = scanOf(false, 0.03);
        const auto own = std::uint32_t(scan.points.size());
        if (what == "inside out" || what == "some turned")
            for (size_t n = 0; n < scan.triangles.size(); ++n)
                if (what == "inside out" || n % 10 == 0)
                    std::swap(scan.triangles[n][0], scan.triangles[n][1]);
        if (what == "through itself") { // a flap that stands across the crowns of one side
            for (const Vec3& p : {Vec3(beside(3, 0, kCrest + 4, true)), Vec3(beside(30, 0, kCrest + 4, true)),
                                  Vec3(beside(16, 0, kCrest + 12, true))}) {
                scan.points.push_back(p.cast<float>());
                scan.crown.push_back(false);
            }
            scan.triangles.push_back({own, own + 1, own + 2});
        }
        if (what == "closed below") { // each crown by a fan about the middle of its lowest ring
            constexpr std::uint32_t kAround = 48, kPoints = 48 * 21;
            for (std::uint32_t crown = 0; crown < own / kPoints; ++crown) {
                const std::uint32_t ring = crown * kPoints + 20 * kAround;
                Vec3f middle = Vec3f::Zero();
                for (std::uint32_t a = 0; a < kAround; ++a)
                    middle += scan.points[ring + a] / float(kAround);
                scan.points.push_back(middle);
                scan.crown.push_back(false);
                for (std::uint32_t a = 0; a < kAround; ++a)
                    scan.triangles.push_back(
                        {ring + a, ring + (a + 1) % kAround, std::uint32_t(scan.points.size()) - 1});
            }
        }
        Job job;
        const RunResult r = runOperation(operation(), with(scan.surface(away())), values(), {"tester"}, job);
        const Structure& found = r.after.structure(Id("scan-registered"));
        const double error = meanError(scan, *found.surface);
        QVERIFY2(error < 0.1, qPrintable(QString::number(error)));
        QVERIFY(!blocks(r.findings) && !has(r.findings, "scan.residual") && !has(r.findings, "scan.few"));
        QVERIFY(found.surface->triangles() == scan.triangles); // as it came
    }

    /// A file in another unit is told before anything is fitted, whatever its unit is.
    void otherUnitsAreTold_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<bool>("doubtful");
        QTest::newRow("mm") << 1.0 << false;
        QTest::newRow("cm") << 0.1 << true;
        QTest::newRow("inch") << 1 / 25.4 << true;
        QTest::newRow("metre") << 0.001 << true;
        QTest::newRow("micrometre") << 1000.0 << true;
    }
    void otherUnitsAreTold()
    {
        QFETCH(double, factor);
        QFETCH(bool, doubtful);
        Scan scan = scanOf(true, 0);
        for (Vec3f& p : scan.points)
            p *= float(factor);
        const Findings f = checkOperation(operation(), with(Surface(scan.points, scan.triangles)), values(false));
        QCOMPARE(has(f, "scan.size"), doubtful);
        for (const Finding& one : f)
            QVERIFY(one.severity == Severity::Warning && !one.advice.empty());
    }

    /// At its stages; what it says after that is not heard.
    void stopsWhereItIsAsked()
    {
        const Case c = with(scanOf(true, 0.05).surface(away()));
        /// What is told in all, or until a stop was asked for as this one was told.
        const auto told = [&](int last) {
            std::stop_source stop;
            int steps = 0;
            Job job(stop.get_token(), [&](double, const std::string&) {
                if (++steps == last)
                    stop.request_stop();
            });
            try {
                runOperation(operation(), c, values(), {}, job);
                return last == 0 ? steps : -1;
            } catch (const Error& e) {
                return e.code() == ErrorCode::Cancelled ? steps : -2;
            }
        };
        const int all = told(0);
        QVERIFY2(all > 5, qPrintable(QString::number(all)));
        for (const int last : {1, all / 4, all / 2, 3 * all / 4})
            QCOMPARE(told(last), last);
    }
};

QTEST_GUILESS_MAIN(TstScanInputs)
#include "tst_scan_inputs.moc"
