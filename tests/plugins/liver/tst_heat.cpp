// The operation liver.heat: what it puts beside the vendor's ellipsoid, what moves it, what it refuses.

#include "core/base/error.h"
#include "core/operation/run.h"
#include "plan_readings.h"
#include "plugins/liver/heat_result.h"
#include "plugins/liver/heat_scene.h"
#include "plugins/liver/liver_plugin.h"
#include "synthetic.h"

#include <QtTest>

#include <algorithm>
#include <numbers>
#include <numeric>
#include <thread>

using namespace synthetic;

namespace {

double measure(const Structure& s, std::string_view key)
{
    for (const NamedQuantity& m : s.measures)
        if (m.key == key)
            return m.quantity.value;
    return -1;
}

/// A needle from the right to the lesion, with the zone of a device.
Plan planned(const Vec3& target = kLesion)
{
    Plan p;
    p.name = "Puncture";
    p.kind = "liver.puncture";
    p.points = {{"target", target}, {"entry", target + Vec3(-60, 10, 0)}};
    p.detail = R"({"limits":{"tip_overshoot":5,"zone_along":16,"zone_across":11,"zone_offset":5,"zone_derating":1}})";
    return p;
}

} // namespace

class TstHeat : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Case m_case;

    const Operation& operation() const { return m_registry.at("liver.heat"); }
    /// Coarse and short, for a test.
    static ParamValues quick()
    {
        ParamValues v;
        v.set("plan", std::string("plan-1"));
        v.set("spacing", 2.0);
        v.set("reach", 32.0);
        v.set("radius", 1.5);
        v.set("active_length", 20.0);
        v.set("heating_time", 4.0);
        v.set("cooling_time", 0.5);
        return v;
    }
    Structure damage(const ParamValues& values, const Case& c) const
    {
        Job job;
        return runOperation(operation(), c, values, {"tester"}, job).after.structure(Id("heat-damage-plan-1"));
    }
    Structure damage(const ParamValues& values) const { return damage(values, m_case); }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        Edit e;
        e.put(Id("plan-1"), planned());
        m_case = apply(makeCase(), e);
    }

    void everyPropertySaysWhereItComesFrom()
    {
        const ParamList list = operation().declare();
        for (const char* key : {"perfusion", "conductivity", "water", "surface_temperature", "power", "radius",
                                "vessel_transfer", "heating_time"}) {
            const Param* p = list.find(key);
            QVERIFY2(p && !p->source.empty(), key);
        }
        QVERIFY(list.find("perfusion")->source.find("unverified") != std::string::npos);
        QVERIFY(list.find("conductivity")->source.find("(verified)") != std::string::npos);
    }

    void damageAndEllipsoidSideBySide()
    {
        Job job;
        const RunResult result = runOperation(operation(), m_case, quick(), {"tester"}, job);
        const Structure& dead = result.after.structure(Id("heat-damage-plan-1"));
        const Structure& vendor = result.after.structure(Id("heat-vendor-plan-1"));
        QCOMPARE(dead.name, std::string("Predicted damage, Arrhenius (plan-1)"));
        QCOMPARE(vendor.name, std::string("Vendor ellipsoid (plan-1)"));
        QVERIFY(dead.colour != vendor.colour && dead.anatomy.empty() && vendor.anatomy.empty());
        const double ellipsoid = 4.0 / 3 * std::numbers::pi * 16 * 11 * 11 / 1000;
        QVERIFY(std::abs(measure(dead, "vendor_volume") - ellipsoid) < 1e-9);
        QVERIFY(std::abs(vendor.mask->volumeMl() / ellipsoid - 1) < 0.03);
        QVERIFY((vendor.mask->centroid() - kLesion).norm() < 0.5); // the overshoot takes the offset back
        QVERIFY(sameGeometry(dead.mask->grid(), m_case.structure(Id("liver")).mask->grid()));
        QVERIFY(dead.surface && dead.surface->isClosed() && vendor.surface && vendor.surface->isClosed());
        QVERIFY(std::abs(measure(dead, "arrhenius_volume") - dead.mask->volumeMl()) < 1e-9);
        QVERIFY(measure(dead, "arrhenius_all_volume") < measure(dead, "arrhenius_volume"));
        QVERIFY(measure(dead, "dose_volume") > 0.5);
        QVERIFY(measure(dead, "outside_liver") >= 0 && measure(dead, "outside_liver") < 0.01);
        QVERIFY(measure(dead, "highest_temperature") > 80 && measure(dead, "highest_temperature") < 100.01);
        // About the heating part: 20 mm from 5 mm beyond the lesion's centre back.
        const Vec3 inwards = Vec3(60, -10, 0).normalized();
        QVERIFY((dead.mask->centroid() - (kLesion - 5 * inwards)).norm() < 1.5);
        // Percentages by counting anew.
        double both = 0;
        for (int k = 0; k < 150; ++k)
            for (int j = 0; j < 150; ++j)
                for (int i = 0; i < 200; ++i)
                    both += dead.mask->at(i, j, k) && vendor.mask->at(i, j, k);
        QVERIFY(std::abs(measure(dead, "vendor_share") - 100 * both / double(vendor.mask->count())) < 1e-6);
        QVERIFY(std::abs(measure(dead, "damage_share") - 100 * both / double(dead.mask->count())) < 1e-6);
        QVERIFY(measure(dead, "lesion_share") > 10 && measure(dead, "lesion_share") <= 100);
        QVERIFY(has(result.findings, "heat.prediction", Severity::Note));
        QVERIFY(!has(result.findings, "heat.reaches-box", Severity::Warning));
    }

    void theTemperatureAtTheLesionOverTime()
    {
        Job job;
        const Case after = runOperation(operation(), m_case, quick(), {"tester"}, job).after;
        const Field& map = *after.fields.at(Id("heat-map-plan-1"));
        QCOMPARE(map.name, std::string("Temperature at the lesion (plan-1)"));
        QVERIFY(map.unit == Unit::Celsius);
        QVERIFY(map.times.size() >= 10 && map.times.size() <= 28);
        QCOMPARE(map.times.front(), 0.0);
        QCOMPARE(map.times.back(), 270.0); // 4 min of heat, half a minute of cooling
        const auto heated = std::find(map.times.begin(), map.times.end(), 240.0);
        QVERIFY(heated != map.times.end());
        const auto step = static_cast<size_t>(heated - map.times.begin());
        const auto most = [&](size_t n) {
            const auto values = map.valuesAt(n);
            return double(*std::max_element(values.begin(), values.end()));
        };
        const auto mean = [&](size_t n) {
            const auto values = map.valuesAt(n);
            return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
        };
        QCOMPARE(map.valuesAt(map.steps() - 1).size(), map.surface.points().size());
        QVERIFY(map.values.size() == map.steps() * map.surface.points().size());
        // Blood at first but for what the applicator holds, hotter and hotter, then cooler.
        QVERIFY2(mean(0) < 40, qPrintable(QString::number(mean(0))));
        for (size_t n = 1; n <= step; ++n)
            QVERIFY(mean(n) > mean(n - 1));
        QVERIFY(mean(map.steps() - 1) < mean(step) && most(map.steps() - 1) < most(step));
        QVERIFY2(mean(step) > 42 && most(step) <= 100.01, qPrintable(QString("%1 %2").arg(mean(step)).arg(most(step))));
        QCOMPARE(map.low, 37.0);
        QVERIFY(map.high >= most(step) && map.high < most(step) + 10.01);
        QVERIFY(map.categories.empty());
    }

    void withoutALesionItIsLookedAtOnTheEllipsoid()
    {
        Edit e;
        e.remove(Id("lesion"));
        const Case without = apply(m_case, e);
        Job job;
        const Case after = runOperation(operation(), without, quick(), {"tester"}, job).after;
        QCOMPARE(after.fields.at(Id("heat-map-plan-1"))->name,
                 std::string("Temperature at the vendor's ellipsoid (plan-1)"));
        QVERIFY(after.fields.at(Id("heat-map-plan-1"))->surface.key() ==
                after.structure(Id("heat-vendor-plan-1")).surface->key());
    }

    void whatMovesIt()
    {
        const double usual = measure(damage(quick()), "arrhenius_volume");
        const auto with = [&](const char* key, ParamValue value) {
            ParamValues v = quick();
            v.set(key, std::move(value));
            return measure(damage(v), "arrhenius_volume");
        };
        QVERIFY(with("heating_time", 8.0) > 1.1 * usual);
        QVERIFY(with("perfusion", 20.0) < 0.95 * usual);
        QVERIFY(with("surface_temperature", 70.0) < 0.8 * usual);
        QVERIFY(with("active_length", 30.0) > 1.2 * usual);
        ParamValues dose = quick();
        dose.set("damage", std::string("CEM43"));
        const Structure s = damage(dose);
        QCOMPARE(s.name, std::string("Predicted damage, CEM43 (plan-1)"));
        QVERIFY(std::abs(s.mask->volumeMl() - measure(s, "dose_volume")) < 1e-9);
        QVERIFY(std::abs(measure(s, "arrhenius_volume") - usual) < 1e-9);
    }

    void powerHeats()
    {
        ParamValues v = quick();
        v.set("heating", std::string("power given"));
        v.set("power", 15.0);
        v.set("absorption_length", 4.0);
        const double some = measure(damage(v), "arrhenius_volume");
        v.set("power", 25.0);
        const Structure more = damage(v);
        QVERIFY(some > 0.5 && measure(more, "arrhenius_volume") > 1.2 * some);
        QVERIFY(measure(more, "highest_temperature") > 99);
    }

    void aVesselCools()
    {
        // 10 mm from the axis of the portal vein, 8 mm thick.
        Edit e;
        e.put(Id("plan-1"), planned(Vec3(-50, -35, 0)));
        const Case c = apply(m_case, e);
        ParamValues v = quick();
        const double held = measure(damage(v, c), "arrhenius_volume");
        v.set("vessels", std::string("by heat transfer"));
        const double film = measure(damage(v, c), "arrhenius_volume");
        v.set("vessels", std::string("not at all"));
        const double none = measure(damage(v, c), "arrhenius_volume");
        QVERIFY2(held < film && film < none, qPrintable(QString("%1 %2 %3").arg(held).arg(film).arg(none)));
        // Thin ones do not.
        v.set("vessels", std::string("at blood temperature"));
        v.set("major_diameter", 10.0);
        QVERIFY(std::abs(measure(damage(v, c), "arrhenius_volume") - none) < 1e-6);
    }

    void aNeedleOfTwoPoints()
    {
        ParamValues v = quick();
        v.set("plan", std::string());
        v.set("tip_point", kLesion);
        v.set("entry_point", Vec3(kLesion + Vec3(-60, 0, 0)));
        Job job;
        const Case after = runOperation(operation(), m_case, v, {"tester"}, job).after;
        QVERIFY(after.structures.contains(Id("heat-damage-needle")));
        QVERIFY(!after.structures.contains(Id("heat-vendor-needle")));
        QVERIFY(measure(after.structure(Id("heat-damage-needle")), "vendor_volume") < 0);
        QVERIFY(after.fields.contains(Id("heat-map-needle")));
    }

    void lineageAndSameTwice()
    {
        Job job;
        const RunResult a = runOperation(operation(), m_case, quick(), {"tester"}, job);
        const RunResult b = runOperation(operation(), m_case, quick(), {"tester"}, job);
        for (const char* id : {"heat-damage-plan-1", "heat-vendor-plan-1", "heat-map-plan-1"})
            QVERIFY(a.after.keyOf(Id(id)) == b.after.keyOf(Id(id)));
        QVERIFY(!staleIds(a.after).contains(Id("heat-damage-plan-1")));
        for (const char* id : {"portal", "liver", "lesion", "plan-1"}) {
            bool read = false;
            for (const LineageInput& input : a.after.lineage.at(Id("heat-damage-plan-1"))->inputs)
                read = read || input.id == Id(id);
            QVERIFY2(read, id);
        }
        // A vessel that is drawn anew makes it stale; ribs do not matter.
        Edit ribs, portal;
        Structure s = a.after.structure(Id("ribs"));
        s.mask = m_case.structure(Id("lung")).mask;
        ribs.put(Id("ribs"), s);
        portal.put(Id("portal"), s);
        QVERIFY(!staleIds(apply(a.after, ribs)).contains(Id("heat-damage-plan-1")));
        QVERIFY(staleIds(apply(a.after, portal)).contains(Id("heat-damage-plan-1")));
    }

    void refusesWhatItCannotDo()
    {
        const auto findings = [&](const char* key, ParamValue value, const Case& c) {
            ParamValues v = quick();
            v.set(key, std::move(value));
            return checkOperation(operation(), c, v);
        };
        QVERIFY(!blocks(checkOperation(operation(), m_case, quick())));
        QVERIFY(has(findings("plan", std::string(), m_case), "heat.no-needle", Severity::Stop));
        QVERIFY(has(findings("heating", std::string("power given"), m_case), "heat.no-power", Severity::Stop));
        QVERIFY(has(findings("active_length", 70.0, m_case), "heat.box", Severity::Stop));
        Edit outside, border;
        outside.put(Id("plan-1"), planned(Vec3(60, 0, 0)));
        border.put(Id("plan-1"), planned(Vec3(-100, -10, 0)));
        const Case out = apply(m_case, outside), rim = apply(m_case, border);
        QVERIFY(has(checkOperation(operation(), out, quick()), "heat.outside", Severity::Stop));
        QVERIFY(has(checkOperation(operation(), rim, quick()), "heat.partly-outside", Severity::Warning));
        Options none;
        none.vessels = false;
        Edit e;
        e.put(Id("plan-1"), planned());
        QVERIFY(
            has(checkOperation(operation(), apply(makeCase(none), e), quick()), "heat.no-vessels", Severity::Warning));
        QVERIFY(has(findings("perfusion", 0.0, m_case), "heat.no-perfusion", Severity::Note));
        QVERIFY(blocks(checkOperation(operation(), {}, {})));
    }

    void aPlanOfAnotherKindHasNoEllipsoid()
    {
        Plan p = planned();
        QVERIFY(needleOf(p)->vendor);
        QVERIFY((needleOf(p)->tip - (kLesion + 5 * Vec3(60, -10, 0).normalized())).norm() < 1e-9);
        for (const char* detail : {"{}", "no json", R"({"limits":{"zone_along":"x"}})"}) {
            p.detail = detail;
            QVERIFY(needleOf(p) && !needleOf(p)->vendor);
            QVERIFY((needleOf(p)->tip - kLesion).norm() < 1e-9);
        }
        p.points.pop_back();
        QVERIFY(!needleOf(p));
    }

    void stopsSoon()
    {
        std::stop_source stop;
        ParamValues v = quick();
        v.set("spacing", 1.0);
        v.set("heating_time", 60.0);
        Job job(stop.get_token());
        std::chrono::steady_clock::time_point asked;
        std::jthread asker([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        try {
            runOperation(operation(), m_case, v, {"tester"}, job);
            QFAIL("it came to its end");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::Cancelled);
        }
        const auto back = std::chrono::steady_clock::now();
        asker.join();
        QVERIFY(std::chrono::duration<double>(back - asked).count() < 1);
    }
};

QTEST_GUILESS_MAIN(TstHeat)
#include "tst_heat.moc"
