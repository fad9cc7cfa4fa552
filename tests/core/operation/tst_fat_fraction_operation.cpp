// measure.fat-fraction on a made liver: maps and figures against what was put in, echo times from the volumes or
// written, what is refused, and the warning about echo times that cannot tell water from fat.

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/image/fat_fraction.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/operation/standard/fat_fraction_operation.h"
#include "tests/core/image/shapes.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <optional>

using namespace pollux;

namespace {

const Grid kGrid = shapes::obliqueMirrored(shapes::grid(14, 14, 7, Vec3(1, 1, 2)));
const Vec3 kMiddle = shapes::middle(kGrid);
constexpr double kFat = 0.18, kDecay = 55;

/// A ball of liver with a known fat fraction in muscle without fat; six echoes, phases in 4096 a turn.
Case sample(double firstMs = 2.3, double stepMs = 2.3, bool named = true)
{
    FatModel model;
    model.fieldTesla = 1.5;
    for (int e = 0; e < 6; ++e)
        model.echoTimes.push_back((firstMs + e * stepMs) / 1000);
    const FatFitter fitter(model);
    const auto liver = fitter.signal(800 * (1 - kFat), 800 * kFat, kDecay, 25, 0.4);
    const auto muscle = fitter.signal(600, 0, 30, -10, 1.2);
    const Mask ball = shapes::ball(kGrid, kMiddle, 5);
    Edit edit;
    for (size_t e = 0; e < 6; ++e) {
        std::vector<float> size, angle;
        for (int k = 0; k < kGrid.size[2]; ++k)
            for (int j = 0; j < kGrid.size[1]; ++j)
                for (int i = 0; i < kGrid.size[0]; ++i) {
                    const auto s = ball.at(i, j, k) ? liver[e] : muscle[e];
                    size.push_back(static_cast<float>(std::abs(s)));
                    angle.push_back(static_cast<float>(std::arg(s) / (2 * std::numbers::pi) * 4096));
                }
        VolumeObject v;
        v.name = "echo " + std::to_string(e + 1);
        v.modality = std::string("MR");
        v.frameOfReference = std::string("1.2.3");
        if (named)
            v.phase = "echo time " + toText(firstMs + static_cast<double>(e) * stepMs);
        v.volume = Volume(kGrid, std::move(size));
        edit.put(Id("mr-" + std::to_string(e)), v);
        v.volume = Volume(kGrid, std::move(angle));
        edit.put(Id("ph-" + std::to_string(e)), std::move(v));
    }
    Structure s;
    s.name = std::string("Liver");
    s.anatomy = std::string("liver");
    s.mask = std::make_shared<Mask>(ball);
    edit.put(Id("liver"), std::move(s));
    Structure far;
    far.name = std::string("Elsewhere");
    Grid away = kGrid;
    away.origin += Vec3(500, 0, 0);
    far.mask = std::make_shared<Mask>(shapes::ball(away, kMiddle + Vec3(500, 0, 0), 4));
    edit.put(Id("elsewhere"), std::move(far));
    return apply(Case(), edit);
}

std::vector<std::string> ids(const char* prefix, int n = 6)
{
    std::vector<std::string> out;
    for (int e = 0; e < n; ++e)
        out.push_back(prefix + std::to_string(e));
    return out;
}

ParamValues values()
{
    ParamValues v;
    v.set("echoes", ids("mr-"));
    v.set("field", 1.5);
    v.set("structures", std::vector<std::string>{"liver"});
    return v;
}

double measure(const Case& c, const char* id, const char* key)
{
    for (const NamedQuantity& q : c.structure(Id(id)).measures)
        if (q.key == key)
            return q.quantity.value;
    return NAN;
}

std::optional<Finding> find(const Findings& findings, std::string_view code)
{
    for (const Finding& f : findings)
        if (f.code == code)
            return f;
    return std::nullopt;
}

} // namespace

class TestFatFractionOperation : public QObject
{
    Q_OBJECT

    Registry m_registry;

    const Operation& operation() const { return m_registry.at("measure.fat-fraction"); }
    Findings check(const Case& c, const ParamValues& v) const { return checkOperation(operation(), c, v); }
    RunResult run(const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(operation(), c, v, {"tester"}, job);
    }

private Q_SLOTS:
    void initTestCase() { installStandardOperations(m_registry); }

    void mapsAndFigures()
    {
        const RunResult r = run(sample(), values());
        const VolumeObject& pdff = r.after.volume(Id("pdff"));
        QCOMPARE(pdff.unit, std::string("%"));
        QCOMPARE(pdff.frameOfReference, std::string("1.2.3"));
        const Index3 in = kGrid.nearest(kMiddle);
        QVERIFY(std::abs(pdff.volume.at(in[0], in[1], in[2]) - 100 * kFat) < 0.1);
        QVERIFY(std::abs(pdff.volume.at(0, 0, 0)) < 0.1);
        QVERIFY(std::abs(r.after.volume(slug("R2*")).volume.at(in[0], in[1], in[2]) - kDecay) < 0.1);
        QVERIFY(r.after.volume(Id("fat-misfit")).volume.range().second < 0.05);
        QVERIFY(std::abs(measure(r.after, "liver", "fat_fraction") - 100 * kFat) < 0.1);
        QVERIFY(std::abs(measure(r.after, "liver", "decay_rate") - kDecay) < 0.1);
        for (const NamedQuantity& q : r.after.structure(Id("liver")).measures)
            if (q.key == "fat_fraction") {
                QCOMPARE(q.quantity.unit, Unit::Percent);
                QVERIFY(q.quantity.standardDeviation && *q.quantity.standardDeviation < 0.1);
            }
        const std::optional<Finding> times = find(r.findings, "fat.times-used");
        QVERIFY(times && times->text.find("2.30 ms echo 1; 4.60 ms echo 2") != std::string::npos);
        QVERIFY(!find(r.findings, "fat.degenerate"));
        // The maps do not hang on the structures that were only measured.
        Edit edit;
        Structure smaller = r.after.structure(Id("liver"));
        smaller.mask = std::make_shared<Mask>(shapes::ball(kGrid, kMiddle, 4));
        edit.put(Id("liver"), std::move(smaller));
        const std::set<Id> stale = staleIds(apply(r.after, edit));
        QVERIFY(!stale.contains(Id("pdff")) && stale.contains(Id("liver/measures")));
    }

    void phasesAreUsed()
    {
        ParamValues v = values();
        v.set("phases", ids("ph-"));
        v.set("full_turn", 4096.0);
        const RunResult right = run(sample(), v);
        QVERIFY(std::abs(measure(right.after, "liver", "fat_fraction") - 100 * kFat) < 0.1);
        const double misfit = measure(right.after, "liver", "fat_misfit");
        v.set("reversed", true);
        QVERIFY(measure(run(sample(), v).after, "liver", "fat_misfit") > misfit + 0.5);
        v.set("phases", ids("ph-", 5));
        QVERIFY(find(check(sample(), v), "fat.phases"));
    }

    void echoTimesWrittenOrKept()
    {
        const Case unnamed = sample(2.3, 2.3, false);
        ParamValues v = values();
        const Findings unknown = check(unnamed, v);
        QVERIFY(blocks(unknown) && find(unknown, "fat.echo-times"));
        v.set("echo_times", std::string("2.3, 4.6, 6.9, 9.2, 11.5, 13.8"));
        QVERIFY(std::abs(measure(run(unnamed, v).after, "liver", "fat_fraction") - 100 * kFat) < 0.1);
        // Another order of both is the same thing.
        v.set("echoes", std::vector<std::string>{"mr-5", "mr-0", "mr-2", "mr-1", "mr-4", "mr-3"});
        v.set("echo_times", std::string("13.8; 2.3; 6.9; 4.6; 11.5; 9.2"));
        QVERIFY(std::abs(measure(run(unnamed, v).after, "liver", "fat_fraction") - 100 * kFat) < 0.1);
        for (const char* wrong : {"2.3, 4.6", "a, b, c, d, e, f", "0.0023,0.0046,0.0069,0.0092,0.0115,0.0138",
                                  "2.3, 2.3, 6.9, 9.2, 11.5, 13.8"}) {
            v.set("echo_times", std::string(wrong));
            QVERIFY2(find(check(unnamed, v), "fat.echo-times"), wrong);
        }
        VolumeObject volume;
        QVERIFY(!echoTimeOf(volume));
        volume.phase = std::string("trigger time 12, echo time 4.76, image 1 of 2");
        QCOMPARE(echoTimeOf(volume).value_or(0), 4.76);
    }

    void whatCannotWorkIsRefused()
    {
        ParamValues v = values();
        v.set("field", 0.0);
        QVERIFY(find(check(sample(), v), "fat.field"));
        v = values();
        v.set("echoes", ids("mr-", 2));
        QVERIFY(blocks(check(sample(), v)));
        v = values();
        v.set("only_structures", true);
        v.set("structures", std::vector<std::string>());
        QVERIFY(find(check(sample(), v), "fat.structures"));
        QVERIFY(blocks(check(Case(), ParamValues())));
        v = values();
        v.set("structures", std::vector<std::string>{"elsewhere"});
        QVERIFY(find(run(sample(), v).findings, "fat.outside"));
    }

    void onlyInsideTheStructures()
    {
        ParamValues v = values();
        v.set("only_structures", true);
        v.set("name", std::string("Inside"));
        const RunResult r = run(sample(), v);
        const VolumeObject& map = r.after.volume(Id("inside-r2"));
        QCOMPARE(map.volume.at(0, 0, 0), 0.0);
        const Index3 in = kGrid.nearest(kMiddle);
        QVERIFY(std::abs(map.volume.at(in[0], in[1], in[2]) - kDecay) < 0.1);
    }

    void echoTimesThatTellNothing()
    {
        for (const auto& [first, step] : {std::pair(1.15, 2.3), std::pair(4.6, 4.6)}) {
            const auto f = find(check(sample(first, step), values()), "fat.degenerate");
            QVERIFY(f && !f->advice.empty());
            QCOMPARE(f->severity, Severity::Warning);
            QCOMPARE(f->limit, std::string("fat.deviation"));
            QVERIFY(m_registry.limits().find(f->limit));
        }
        // With the phase the first of the two is a good set.
        ParamValues v = values();
        v.set("phases", ids("ph-"));
        QVERIFY(!find(check(sample(1.15, 2.3), v), "fat.degenerate"));
    }
};

QTEST_GUILESS_MAIN(TestFatFractionOperation)
#include "tst_fat_fraction_operation.moc"
