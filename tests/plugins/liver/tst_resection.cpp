// Resection and segments: livers that are boxes with known halves, lesions on every side of the cut, the remnant
// against its limit, territories, what is refused.

#include "core/base/error.h"
#include "core/operation/run.h"
#include "plan_readings.h"
#include "plugins/liver/liver_plugin.h"
#include "plugins/liver/resection.h"
#include "synthetic.h"

#include <QtTest>

#include <cmath>
#include <optional>

using namespace synthetic;

namespace {

/// 80 x 60 x 60 mm about the origin, voxel borders on whole numbers along x.
const Grid kBoxGrid = [] {
    Grid g;
    g.size = {100, 70, 40};
    g.spacing = Vec3(1, 1, 2);
    g.origin = Vec3(-49.5, -34.5, -39);
    return g;
}();

Mask box(const Vec3& low, const Vec3& high)
{
    return maskOf(kBoxGrid,
                  [&](const Vec3& p) { return (p.array() > low.array()).all() && (p.array() < high.array()).all(); });
}

Mask liverBox()
{
    return box(Vec3(-40, -30, -30), Vec3(40, 30, 30));
}

/// A stem along x through the middle; at x = 0 a branch to each side of y, 20 mm long.
Tree portal()
{
    Tree t;
    const auto go = [&](int parent, const Vec3& step, int count) {
        for (int n = 0; n < count; ++n) {
            t.nodes.push_back({t.nodes[static_cast<size_t>(parent)].position + step, 2, parent});
            parent = static_cast<int>(t.nodes.size()) - 1;
        }
        return parent;
    };
    t.nodes.push_back({Vec3(-38.5, -0.5, 0), 3, -1});
    const int fork = go(0, Vec3(1, 0, 0), 38);
    go(fork, Vec3(0, 1, 0), 20);
    go(fork, Vec3(0, -1, 0), 20);
    return t;
}

Case boxCase()
{
    Edit e;
    e.put(Id("liver"), structure("Liver", "liver", liverBox(), ConfirmState::Confirmed));
    Structure vein =
        structure("Portal vein", "portal_vein", box(Vec3(-40, -3, -3), Vec3(0, 2, 3)), ConfirmState::Proposed);
    vein.tree = std::make_shared<Tree>(portal());
    e.put(Id("portal"), std::move(vein));
    const auto lesion = [&](const char* id, const Vec3& low, const Vec3& high) {
        e.put(Id(id), structure(id, "liver_lesion", box(low, high), ConfirmState::Proposed));
    };
    lesion("removed", Vec3(15, -5, -4), Vec3(25, 5, 4));     // 5 mm clear of a cut at x = 10
    lesion("remaining", Vec3(-20, -5, -4), Vec3(-10, 5, 4)); // 20 mm on the other side
    return apply(Case{}, e);
}

double number(const Case& c, std::string_view key, const char* plan = "resection-1")
{
    for (const PlanNumber& n : c.plan(Id(plan)).numbers)
        if (n.key == key)
            return n.after.value_or(NAN);
    return NAN;
}

const PlanNumber& line(const Case& c, std::string_view key)
{
    for (const PlanNumber& n : c.plan(Id("resection-1")).numbers)
        if (n.key == key)
            return n;
    throw Error(ErrorCode::NotFound, "no number " + std::string(key));
}

double ml(const Case& c, const char* id)
{
    return c.structure(Id(id)).mask->volumeMl();
}

} // namespace

class TstResection : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult run(const char* id, const Case& c, const ParamValues& values) const
    {
        Job job;
        return runOperation(m_registry.at(id), c, values, {"tester"}, job);
    }
    Findings check(const char* id, const Case& c, const ParamValues& values) const
    {
        return checkOperation(m_registry.at(id), c, values);
    }
    /// At x = 10, the left side away.
    static ParamValues atTen()
    {
        ParamValues v;
        v.set("point", Vec3(10, 0, 0));
        v.set("normal", Vec3(1, 0, 0));
        return v;
    }

private Q_SLOTS:
    void initTestCase() { install(m_registry); }

    /// Volumes of a cut box: 80 x 60 x 60 mm in 50 and 30.
    void planeThroughABox()
    {
        const RunResult r = run("liver.resect", boxCase(), atTen());
        const Case& c = r.after;
        QVERIFY(std::abs(number(c, "liver_volume") - 288) < 1e-6);
        QVERIFY(std::abs(number(c, "lesion_volume") - 1.6) < 1e-6);
        QVERIFY(std::abs(number(c, "removed_volume") - 108) < 1e-6);
        QVERIFY(std::abs(number(c, "remnant_volume") - (180 - 0.8)) < 1e-6);
        QVERIFY(std::abs(number(c, "remnant_share") - 100 * 179.2 / 286.4) < 1e-6);
        QVERIFY(std::isnan(number(c, "standardised_remnant")));
        QVERIFY(std::abs(number(c, "margin.removed") - 5) < 1e-4);
        QVERIFY(std::abs(number(c, "margin.remaining") - 20) < 1e-4);
        QCOMPARE(line(c, "margin.removed").verdict, std::string("ok"));
        QCOMPARE(line(c, "margin.remaining").verdict, std::string("warning"));
        QVERIFY(std::abs(ml(c, "resection-1-remnant") - 180) < 1e-6);
        QVERIFY(std::abs(ml(c, "resection-1-removed") - 108) < 1e-6);
        QVERIFY(has(r.findings, "liver.lesion-remains", Severity::Warning));
        QVERIFY(has(r.findings, "liver.body-size", Severity::Note));
        QVERIFY(!has(r.findings, "liver.remnant-small"));
        // The limit goes with the number that it is held against, and says its source.
        const PlanNumber& share = line(c, "remnant_share");
        QCOMPARE(share.limit, std::string("liver.remnant.normal"));
        QCOMPARE(share.verdict, std::string("ok"));
        QVERIFY(!m_registry.limits().at(share.limit).source.empty());
        // An oblique plane through the middle halves the box.
        ParamValues oblique;
        oblique.set("point", Vec3(0, 0, 0));
        oblique.set("normal", Vec3(1, 1.9137, -0.4721));
        QVERIFY(std::abs(number(run("liver.resect", boxCase(), oblique).after, "removed_volume") - 144) < 0.5);
    }

    /// 170 cm and 70 kg: Vauthey 1509.66 mL, Urata 1286.36 mL.
    void standardisedRemnant()
    {
        ParamValues v = atTen();
        v.set("height", 170.0);
        v.set("weight", 70.0);
        RunResult r = run("liver.resect", boxCase(), v);
        QVERIFY(std::abs(number(r.after, "expected_volume") - 1509.66) < 0.01);
        QVERIFY(std::abs(number(r.after, "standardised_remnant") - 100 * 179.2 / 1509.66) < 1e-3);
        QVERIFY(line(r.after, "standardised_remnant").limit == "liver.remnant.normal");
        QVERIFY(line(r.after, "remnant_share").limit.empty()); // held against one of the two only
        QVERIFY(line(r.after, "expected_volume").note.find("unverified") != std::string::npos);
        QVERIFY(has(r.findings, "liver.remnant-small", Severity::Stop));
        v.set("formula", std::string("Urata"));
        r = run("liver.resect", r.after, v);
        QVERIFY(std::abs(number(r.after, "expected_volume") - 1286.36) < 0.01);
        QVERIFY(std::abs(*line(r.after, "expected_volume").before - 1509.66) < 0.01); // the plan that was
        v.set("weight", 0.0);
        QVERIFY(has(check("liver.resect", boxCase(), v), "liver.body-size", Severity::Stop));
    }

    void theLimitGoesWithTheLiver()
    {
        // At x = -12 the remnant is 28 of 80: 35 %.
        ParamValues v = atTen();
        v.set("point", Vec3(-12, 0, 0));
        v.set("lesions", std::vector<std::string>{"removed"});
        QVERIFY(!has(run("liver.resect", boxCase(), v).findings, "liver.remnant-small"));
        v.set("liver_kind", std::string("after chemotherapy"));
        QCOMPARE(*line(run("liver.resect", boxCase(), v).after, "remnant_share").limitValue, 30.0);
        v.set("liver_kind", std::string("fibrosis or cirrhosis"));
        const RunResult r = run("liver.resect", boxCase(), v);
        QVERIFY(has(r.findings, "liver.remnant-small", Severity::Stop));
        QCOMPARE(line(r.after, "remnant_share").verdict, std::string("stop"));
        v.set("least_fibrosis", 30.0);
        QVERIFY(!has(run("liver.resect", boxCase(), v).findings, "liver.remnant-small"));
    }

    /// A map of the fat fraction with `percent` in the liver where x is above `from` (0: not measured), 60 % about it.
    static Case withFat(double percent, double from = -99)
    {
        std::vector<float> v(static_cast<size_t>(kBoxGrid.voxels()));
        const Mask liver = liverBox(), lesion = box(Vec3(15, -5, -4), Vec3(25, 5, 4));
        for (int k = 0; k < kBoxGrid.size[2]; ++k)
            for (int j = 0; j < kBoxGrid.size[1]; ++j)
                for (int i = 0; i < kBoxGrid.size[0]; ++i) {
                    const Vec3 p = kBoxGrid.toPatient(i, j, k);
                    const bool in = liver.contains(p) && !lesion.contains(p);
                    v[size_t(kBoxGrid.offset(i, j, k))] = static_cast<float>(p.x() < from ? 0 : in ? percent : 60);
                }
        auto map = std::make_shared<VolumeObject>();
        map->name = "PDFF";
        map->unit = "%";
        map->paddingValue = 0;
        map->frameOfReference = "1.2.3";
        map->volume = Volume(kBoxGrid, std::move(v));
        Case c = boxCase();
        c.volumes[Id("pdff")] = map;
        return c;
    }

    /// At x = -19 the remnant is 21 of 80 without its lesion: between the limits of a normal and of a fatty liver.
    void fatRaisesTheLimit()
    {
        ParamValues v = atTen();
        v.set("point", Vec3(-19, 0, 0));
        v.set("lesions", std::vector<std::string>{"removed"});
        v.set("fat", std::string("pdff"));
        RunResult r = run("liver.resect", withFat(20), v);
        QVERIFY(std::abs(number(r.after, "fat_fraction") - 20) < 1e-4); // without the lesion
        QCOMPARE(line(r.after, "fat_fraction").verdict, std::string("warning"));
        QCOMPARE(line(r.after, "remnant_share").limit, std::string("liver.remnant.steatosis"));
        QCOMPARE(*line(r.after, "remnant_share").limitValue, 30.0);
        QVERIFY(has(r.findings, "liver.remnant-small", Severity::Stop));
        QVERIFY(has(r.findings, "liver.steatosis", Severity::Warning));
        // Little fat, and a stricter kind of liver, leave the limit as it is.
        r = run("liver.resect", withFat(5), v);
        QCOMPARE(line(r.after, "remnant_share").limit, std::string("liver.remnant.normal"));
        QVERIFY(!has(r.findings, "liver.remnant-small") && !has(r.findings, "liver.steatosis"));
        v.set("liver_kind", std::string("fibrosis or cirrhosis"));
        QCOMPARE(*line(run("liver.resect", withFat(20), v).after, "remnant_share").limitValue, 40.0);
    }

    void aFatMapThatSaysLittleIsNotUsed()
    {
        ParamValues v = atTen();
        v.set("lesions", std::vector<std::string>{"removed"});
        v.set("fat", std::string("pdff"));
        const RunResult r = run("liver.resect", withFat(20, 10), v); // 30 of 80 mm
        QVERIFY(has(r.findings, "liver.fat-unknown", Severity::Warning));
        QVERIFY(std::isnan(number(r.after, "fat_fraction")));
        QCOMPARE(line(r.after, "remnant_share").limit, std::string("liver.remnant.normal"));
        // Of another kind, or in another frame than the images of the liver.
        Case other = withFat(20);
        auto map = std::make_shared<VolumeObject>(*other.volumes.at(Id("pdff")));
        map->unit = "HU";
        other.volumes[Id("pdff")] = map;
        QVERIFY(has(check("liver.resect", other, v), "liver.fat-unit", Severity::Stop));
        Case moved = withFat(20);
        auto image = std::make_shared<VolumeObject>(*moved.volumes.at(Id("pdff")));
        image->frameOfReference = "4.5.6";
        moved.volumes[Id("ct")] = image;
        QVERIFY(has(check("liver.resect", moved, v), "liver.fat-frame", Severity::Stop));
    }

    void aNewFatMapMakesThePlanStale()
    {
        ParamValues v = atTen();
        v.set("fat", std::string("pdff"));
        const Case planned = run("liver.resect", withFat(20), v).after;
        Edit e;
        VolumeObject other = *planned.volumes.at(Id("pdff"));
        other.volume = withFat(10).volumes.at(Id("pdff"))->volume;
        e.put(Id("pdff"), std::move(other));
        const std::set<Id> stale = staleIds(apply(planned, e));
        QVERIFY(stale.contains(Id("resection-1")) && !stale.contains(Id("resection-1-remnant")));
    }

    void lesionsAtTheCut()
    {
        ParamValues v = atTen();
        v.set("point", Vec3(15, 0, 0)); // its border
        RunResult r = run("liver.resect", boxCase(), v);
        QCOMPARE(number(r.after, "margin.removed"), 0.0);
        QVERIFY(has(r.findings, "liver.lesion-touched", Severity::Stop));
        v.set("point", Vec3(20, 0, 0));
        r = run("liver.resect", boxCase(), v);
        QVERIFY(has(r.findings, "liver.lesion-cut", Severity::Stop));
        QCOMPARE(line(r.after, "margin.removed").verdict, std::string("stop"));
        for (const Finding& f : r.findings)
            if (f.code == "liver.lesion-cut")
                QVERIFY(f.place && std::abs(f.place->x() - 20) < 1.1);
        // A lesion that the liver's mask leaves out belongs to it all the same; one far away does not.
        Case c = boxCase();
        Edit e;
        e.put(Id("liver"), structure("Liver", "liver", subtract(liverBox(), *c.structure(Id("removed")).mask),
                                     ConfirmState::Proposed));
        e.put(Id("far"),
              structure("Far", "liver_lesion", box(Vec3(44, 31, 34), Vec3(48, 34, 38)), ConfirmState::Proposed));
        r = run("liver.resect", apply(c, e), atTen());
        QVERIFY(std::abs(number(r.after, "liver_volume") - 288) < 1e-6);
        QVERIFY(std::abs(number(r.after, "margin.removed") - 5) < 1e-4);
        QVERIFY(has(r.findings, "liver.lesion-outside", Severity::Warning));
        QVERIFY(std::isnan(number(r.after, "margin.far")));
    }

    /// Cutting the root takes all; a branch takes its half of what lies beyond, and its subtree nothing of the other.
    void territoryOfABranch()
    {
        const ResectionInput input{liverBox(), {}};
        const Tree tree = portal();
        const Resection root = resectBranch(input, tree, 0, BranchDistance::Within, Job());
        QVERIFY(root.remnant.empty());
        QCOMPARE(root.removed.count(), input.liver.count());
        ParamValues v;
        v.set("method", std::string("portal branch"));
        v.set("point", Vec3(0, 3, 1)); // the branch to +y
        const RunResult r = run("liver.resect", boxCase(), v);
        const Mask& gone = *r.after.structure(Id("resection-1-removed")).mask;
        QVERIFY(gone.contains(Vec3(20, 20, 5)) && gone.contains(Vec3(0, 25, -20)));
        QVERIFY(!gone.contains(Vec3(20, -20, 5)) && !gone.contains(Vec3(-35, 10, 5)));
        // The box is alike on both sides of the stem at y = -0.5 but for half a millimetre.
        ParamValues other = v;
        other.set("point", Vec3(0, -4, 1));
        const double a = number(r.after, "removed_volume");
        const double b = number(run("liver.resect", boxCase(), other).after, "removed_volume");
        QVERIFY2(std::abs(a - b) < 8 && a > 60, qPrintable(QString("%1 %2").arg(a).arg(b)));
        // The portal vein is what it was made from; a plane does not look at it.
        const auto from = [](const Case& c, const char* id) {
            for (const LineageInput& in : c.lineage.at(Id("resection-1"))->inputs)
                if (in.id == Id(id))
                    return true;
            return false;
        };
        QVERIFY(from(r.after, "portal"));
        QVERIFY(!from(run("liver.resect", boxCase(), atTen()).after, "portal"));
    }

    void whatCannotWorkIsRefused()
    {
        ParamValues v = atTen();
        v.set("point", Vec3(60, 0, 0));
        QVERIFY(has(check("liver.resect", boxCase(), v), "liver.plane-misses", Severity::Stop));
        v.set("normal", Vec3(0, 0, 0));
        QVERIFY(has(check("liver.resect", boxCase(), v), "liver.normal", Severity::Stop));
        Case bare = boxCase();
        Edit e;
        e.remove(Id("portal"));
        bare = apply(bare, e);
        v = atTen();
        v.set("method", std::string("portal branch"));
        QVERIFY(has(check("liver.resect", bare, v), "liver.no-portal-tree", Severity::Stop));
        QVERIFY(has(check("liver.segments", bare, {}), "liver.no-portal-tree", Severity::Stop));
        v = atTen();
        v.set("plan_id", std::string("Resection 1"));
        QVERIFY(has(check("liver.resect", boxCase(), v), "plan.id", Severity::Stop));
        v.set("plan_id", std::string("liver"));
        QVERIFY(has(check("liver.resect", boxCase(), v), "plan.id", Severity::Stop));
        // A corner of the box that the plane does not reach: the box says nothing, the run does.
        Edit ball;
        ball.put(Id("liver"), structure("Liver", "liver", maskOf(kBoxGrid, synthetic::ball(Vec3(0, 0, 0), 28)),
                                        ConfirmState::Proposed));
        v = ParamValues();
        v.set("normal", Vec3(1, 1, 1));
        v.set("point", Vec3(25, 25, 25));
        QVERIFY_THROWS_EXCEPTION(Error, run("liver.resect", apply(boxCase(), ball), v));
    }

    void segmentsByBranches()
    {
        ParamValues v;
        v.set("branches", std::vector<Vec3>{Vec3(0, 3, 1), Vec3(0, -4, 1)});
        v.set("branch_names", std::string("IV, V"));
        RunResult r = run("liver.segments", boxCase(), v);
        const Mask &four = *r.after.structure(Id("liver-segment-iv")).mask,
                   &five = *r.after.structure(Id("liver-segment-v")).mask;
        QCOMPARE(four.count() + five.count(), liverBox().count());
        QVERIFY(four.contains(Vec3(10, 20, 0)) && five.contains(Vec3(10, -20, 0)));
        QVERIFY(four.contains(Vec3(-30, 20, 0))); // the stem was not marked: the nearest branch takes its tissue
        QVERIFY(has(r.findings, "liver.unmarked-branches", Severity::Note));
        double share = 0;
        for (const char* id : {"liver-segment-iv", "liver-segment-v"})
            for (const NamedQuantity& q : r.after.structure(Id(id)).measures)
                share += q.key == "liver_share" ? q.quantity.value : 0;
        QVERIFY(std::abs(share - 100) < 1e-9);
        v.set("branch_names", std::string("IV, IV"));
        QVERIFY(has(check("liver.segments", boxCase(), v), "liver.branch-names", Severity::Stop));
        v.set("branch_names", std::string("IV"));
        QVERIFY(has(check("liver.segments", boxCase(), v), "liver.branch-names", Severity::Stop));
        v.set("branches", std::vector<Vec3>{Vec3(0, 3.3, 1), Vec3(0, 3.6, 1)});
        v.set("branch_names", std::string("IV, V"));
        QVERIFY(has(check("liver.segments", boxCase(), v), "liver.branch-points", Severity::Stop));
        // By itself: the two branches of the only fork.
        r = run("liver.segments", boxCase(), {});
        QVERIFY(r.after.structures.contains(Id("portal-territory-1")) &&
                r.after.structures.contains(Id("portal-territory-2")) &&
                !r.after.structures.contains(Id("portal-territory-3")));
    }

    void segmentsByPlanes()
    {
        ParamValues v;
        v.set("method", std::string("planes"));
        QVERIFY(has(check("liver.segments", boxCase(), v), "liver.landmarks", Severity::Stop));
        v.set("cava", Vec3(0, 30, 0));
        v.set("right_vein", Vec3(-30, 0, 0));
        v.set("middle_vein", Vec3(0, -20, 0));
        v.set("left_vein", Vec3(30, 0, 0));
        v.set("bifurcation", Vec3(0, 0, 0));
        const RunResult r = run("liver.segments", boxCase(), v);
        QVERIFY(has(r.findings, "liver.no-caudate", Severity::Note));
        QVERIFY(!r.after.structures.contains(Id("liver-segment-i")));
        double sum = 0;
        for (const char* id : {"ii", "iii", "iv", "v", "vi", "vii", "viii"})
            sum += ml(r.after, (std::string("liver-segment-") + id).c_str());
        QVERIFY(std::abs(sum - 288) < 1e-6);
        // Left of the middle plane is half of the box.
        QVERIFY(std::abs(ml(r.after, "liver-segment-ii") + ml(r.after, "liver-segment-iii") +
                         ml(r.after, "liver-segment-iv") - 144) < 1e-6);
        QVERIFY(r.after.structure(Id("liver-segment-vii")).mask->contains(Vec3(-38, 25, 20)));
        // The caudate lobe makes segment I; confirmed parts are not overwritten.
        v.set("caudate", std::string("removed"));
        const RunResult with = run("liver.segments", r.after, v);
        QVERIFY(std::abs(ml(with.after, "liver-segment-i") - 0.8) < 1e-6);
        Case c = with.after;
        Structure s = c.structure(Id("liver-segment-iv"));
        s.state = ConfirmState::Confirmed;
        Edit e;
        e.put(Id("liver-segment-iv"), std::move(s));
        c = apply(c, e);
        QVERIFY(has(check("liver.segments", c, v), "result.confirmed", Severity::Stop));
        // Without it the segment I of before is taken away.
        v.set("caudate", std::string());
        const Case again = run("liver.segments", with.after, v).after;
        QVERIFY(!again.structures.contains(Id("liver-segment-i")));
        v.set("right_vein", Vec3(30, 0, 0));
        QVERIFY(has(check("liver.segments", boxCase(), v), "liver.landmarks", Severity::Stop));
    }
};

QTEST_GUILESS_MAIN(TstResection)
#include "tst_resection.moc"
