// A load on a bone: bars in tension, in bending and in series with cement against closed forms; supports, islands, what
// is refused, and the operation about it.

#include "bone_bar.h"
#include "core/base/error.h"
#include "jaw_case.h"
#include "plugins/implant/bone_load.h"
#include "plugins/implant/bone_places.h"
#include "plugins/implant/cement_ball.h"
#include "tests/core/case/image_object.h"

#include <QFile>
#include <QtTest>

#include <cmath>
#include <numbers>
#include <numeric>

using namespace jawcase;
using namespace bonebar;

class TstBoneLoad : public QObject
{
    Q_OBJECT

    LimitTable m_limits;
    std::unique_ptr<Operation> m_operation;

    static ParamValues values()
    {
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("bone"));
        v.set("point", kEnd);
        v.set("towards", Vec3(kEnd + Vec3(10, 0, 0)));
        v.set("cortical", kBone);
        v.set("poisson", 0.0);
        v.set("radius", 9.0);
        return v;
    }
    Plan planOf(const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(*m_operation, c, v, {"tester"}, job).after.plan(Id("bone-load-1"));
    }
    Findings checked(const Case& c, const ParamValues& v) const { return checkOperation(*m_operation, c, v); }

private Q_SLOTS:
    void initTestCase()
    {
        m_limits = LimitTable::builtIn();
        if (!m_limits.find("bone_load.cement")) {
            QFile f(QStringLiteral(POLLUX_SOURCE_DIR "/resources/limits/bone_load.json"));
            QVERIFY(f.open(QIODevice::ReadOnly));
            m_limits.addJson(f.readAll().toStdString(), "bone_load.json");
        }
        m_operation = makeBoneLoad(m_limits);
    }

    void barInTension()
    {
        const Body b = bar();
        for (double edge : {1.0, 1.3}) {
            BoneLoadSetup s = setup(Vec3(500, 0, 0));
            s.edge = edge;
            BoneLoadModel m(b.image(), b.mask(), s, Job());
            const BoneLoadResult r = m.solve(true, Job());
            const double expected = stretched(m, 500, 100, [](double) { return kBone; });
            qInfo("edge %.1f: %.5f mm, a bar %.5f mm; P95 %.3f, P99 %.3f MPa for 5", edge, r.displacement, expected,
                  r.p95, r.p99);
            QVERIFY(std::fabs(r.displacement / expected - 1) < 0.02);
            QVERIFY(std::fabs(r.p95 / 5 - 1) < 0.03);
            QVERIFY(std::fabs(r.failure99 / (5 / kBone / 0.0073) - 1) < 0.1);
            QCOMPARE(r.failing, 0.0);
            QVERIFY(std::fabs(m.boneMl() - 6) < (edge == 1.0 ? 1e-9 : 1.6));
        }
    }

    /// 100 N across the free end: Timoshenko's cantilever, 60 x 10 x 10 mm.
    void cantilever()
    {
        const Body b = bar();
        BoneLoadModel m(b.image(), b.mask(), setup(Vec3(0, 0, -100)), Job());
        const BoneLoadResult r = m.solve(true, Job());
        const double expected = bentByTimoshenko(100);
        qInfo("%.4f mm, Timoshenko %.4f mm", r.displacement, expected);
        QVERIFY(std::fabs(r.displacement / expected - 1) < 0.05);
        // By the moment a load 5 mm beside its patch's middle turns the bar too: the point is where it acts.
        BoneLoadSetup beside = setup(Vec3(0, 0, -100));
        beside.point += Vec3(0, 6, 0);
        beside.radius = 12;
        BoneLoadModel turned(b.image(), b.mask(), beside, Job());
        QVERIFY(turned.solve(true, Job()).displacement > 1.01 * r.displacement);
    }

    /// Half bone, half cement one behind the other: the softest of all mixtures (Reuss).
    void barInSeriesWithCement()
    {
        const Body b = bar();
        const Body half = Body({70, 18, 18}).add({20, 0, 0}, {50, 18, 18});
        BoneLoadSetup s = setup(Vec3(500, 0, 0));
        s.cement = Filling{half.mask(), kCement};
        // Cement beside the bar is cement, too: so take what lies in the bar alone.
        s.cement->mask = intersect(half.mask(), b.mask());
        BoneLoadModel m(b.image(), b.mask(), s, Job());
        const BoneLoadResult before = m.solve(false, Job()), after = m.solve(true, Job());
        const double bone = stretched(m, 500, 100, [](double) { return kBone; });
        const double both = stretched(m, 500, 100, [](double x) { return x > 19.5 && x < 49.5 ? kCement : kBone; });
        qInfo("before %.5f mm (%.5f), after %.5f mm (%.5f)", before.displacement, bone, after.displacement, both);
        QVERIFY(std::fabs(before.displacement / bone - 1) < 0.02);
        QVERIFY(std::fabs(after.displacement / both - 1) < 0.02);
        QVERIFY(std::fabs(m.cementMl() - 3) < 1e-9);
        // In series the stress is the same before and after.
        QVERIFY(std::fabs(after.p95 / before.p95 - 1) < 0.02);
    }

    void cementFillsAGap()
    {
        // A bar that is cut through hangs on nothing beyond the cut; cement holds it.
        Body b({70, 18, 18});
        b.add({0, 4, 4}, {30, 14, 14}).add({40, 4, 4}, {60, 14, 14});
        const Body gap = Body({70, 18, 18}).add({30, 4, 4}, {40, 14, 14});
        BoneLoadSetup s = setup(Vec3(500, 0, 0));
        QVERIFY_EXCEPTION_THROWN(BoneLoadModel(b.image(), b.mask(), s, Job()), Error); // the load is on a loose piece
        s.point = Vec3(29.5, 8.5, 8.5);
        s.cement = Filling{gap.mask(), kCement};
        BoneLoadModel m(b.image(), b.mask(), s, Job());
        QVERIFY(std::fabs(m.looseMl() - 2) < 1e-9);
        QVERIFY(m.solve(true, Job()).displacement > 0);
    }

    void islandsAreLeftOut()
    {
        const Body b = bar();
        Body more = b;
        more.add({30, 15, 15}, {36, 18, 18});
        BoneLoadSetup s = setup(Vec3(0, 0, -100));
        // The island reaches the image's border: held below a point it would hang on nothing.
        s.support = BoneSupport::Points;
        s.held = {Vec3(-0.5, 8.5, 8.5)};
        s.heldRadius = 10;
        BoneLoadModel with(more.image(), more.mask(), s, Job()), without(b.image(), b.mask(), s, Job());
        QVERIFY(std::fabs(with.looseMl() - 0.054) < 1e-9);
        QCOMPARE(without.looseMl(), 0.0);
        const double a = with.solve(true, Job()).displacement, c = without.solve(true, Job()).displacement;
        QVERIFY(std::fabs(a / c - 1) < 1e-5);
    }

    void supports()
    {
        // A column of 40 mm: held below, above, around three points of its foot.
        const Body b = Body({18, 18, 50}).add({4, 4, 5}, {14, 14, 45});
        BoneLoadSetup s = setup(Vec3(0, 0, -100));
        s.point = Vec3(8.5, 8.5, 44.5);
        QVERIFY_EXCEPTION_THROWN(BoneLoadModel(b.image(), b.mask(), s, Job()), Error); // the image cuts it nowhere
        s.support = BoneSupport::Below;
        s.held = {Vec3(0, 0, 14.5)};
        BoneLoadModel below(b.image(), b.mask(), s, Job());
        QCOMPARE(below.heldNodes(), std::size_t(121 * 11));
        const double held = below.solve(true, Job()).displacement;
        s.held = {Vec3(0, 0, 4.5)};
        BoneLoadModel foot(b.image(), b.mask(), s, Job());
        const double whole = foot.solve(true, Job()).displacement;
        QVERIFY(whole > held);
        s.support = BoneSupport::Points;
        s.held = {Vec3(3.5, 3.5, 4.5), Vec3(13.5, 3.5, 4.5), Vec3(8.5, 13.5, 4.5)};
        s.heldRadius = 2.1;
        QVERIFY(BoneLoadModel(b.image(), b.mask(), s, Job()).solve(true, Job()).displacement > whole);
        s.held = {Vec3(100, 0, 0)};
        QVERIFY_EXCEPTION_THROWN(BoneLoadModel(b.image(), b.mask(), s, Job()), Error);
        s.support = BoneSupport::Above;
        s.held = {Vec3(0, 0, 40)};
        s.point = Vec3(8.5, 8.5, 4.5);
        QVERIFY(BoneLoadModel(b.image(), b.mask(), s, Job()).solve(true, Job()).displacement > 0);
    }

    void badSetupsAreRefused()
    {
        const Body b = bar();
        const auto refused = [&](auto change) {
            BoneLoadSetup s = setup(Vec3(100, 0, 0));
            change(s);
            QVERIFY_EXCEPTION_THROWN(BoneLoadModel(b.image(), b.mask(), s, Job()), Error);
        };
        refused([](BoneLoadSetup& s) { s.force.setZero(); });
        refused([](BoneLoadSetup& s) { s.force.x() = std::nan(""); });
        refused([](BoneLoadSetup& s) { s.point.x() = std::nan(""); });
        refused([](BoneLoadSetup& s) { s.point.y() += 100; });
        refused([](BoneLoadSetup& s) { s.edge = 0.001; });
        refused([](BoneLoadSetup& s) { s.edge = -1; });
        QVERIFY_EXCEPTION_THROWN(BoneLoadModel(b.image(), Mask(), setup(Vec3(100, 0, 0)), Job()), Error);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(BoneLoadModel(b.image(), b.mask(), setup(Vec3(100, 0, 0)), Job(stop.get_token())),
                                 Error);
    }

    void operation()
    {
        const Case c = caseOf(bar());
        const ParamValues v = values();
        Job job;
        const Case done = runOperation(*m_operation, c, v, {"tester"}, job).after;
        const Plan& p = done.plan(Id("bone-load-1"));
        QVERIFY(std::fabs(after(p, "stiffness") * after(p, "way") / 1000 - 1000) < 1e-6);
        QVERIFY(std::fabs(after(p, "p95") / 10 - 1) < 0.03);
        QVERIFY(std::fabs(after(p, "bone") - 6) < 1e-9);
        QVERIFY(has(p.findings, "bone-load.unvalidated"));
        for (const PlanNumber& n : p.numbers)
            QVERIFY(!n.before);
        const Field& f = *done.fields.at(Id("bone-load-1-map"));
        QCOMPARE(f.values.size(), f.surface.points().size());
        QCOMPARE(f.category.size(), f.values.size());
        std::vector<float> known;
        for (size_t n = 0; n < f.values.size(); ++n)
            if (f.category[n] == 0)
                known.push_back(f.values[n]);
        QVERIFY(known.size() > 0.95 * double(f.values.size()));
        QVERIFY(std::fabs(elasticity::percentile(known, 50) / 10 - 1) < 0.1);
        QCOMPARE(after(planOf(c, v), "p99"), after(p, "p99")); // the same twice
    }

    void loadsAndImpacts()
    {
        const Case c = caseOf(bar());
        ParamValues v = values();
        const double once = after(planOf(c, v), "way");
        v.set("dynamic_factor", 3.0);
        QVERIFY(has(checked(c, v), "bone-load.impact"));
        const Plan hit = planOf(c, v);
        QVERIFY(std::fabs(after(hit, "way") / once - 3) < 1e-5);
        QVERIFY(std::fabs(after(hit, "load") - 3000) < 1e-9);
        QVERIFY(has(hit.findings, "bone-load.impact"));
        v = values();
        v.set("force", 0.0);
        QVERIFY(has(checked(c, v), "bone-load.no-load"));
        v.set("force", -1000.0);
        QVERIFY(has(checked(c, v), "bone-load.pull"));
        QVERIFY(std::fabs(after(planOf(c, v), "way") / once - 1) < 1e-9); // work is the same
        v = values();
        v.set("towards", kEnd);
        QVERIFY(has(checked(c, v), "bone-load.no-direction"));
        v = values();
        v.set("edge", 0.2);
        v.set("law", std::string("keller"));
        QVERIFY(has(checked(c, v), "stress.no-phantom"));
        v = values();
        v.set("cortical", 100.0);
        v.set("force", 5000.0);
        QVERIFY(has(planOf(c, v).findings, "bone-load.fails")); // 50 MPa in 100 MPa
    }

    void badInputsAreAnswered()
    {
        const Case c = caseOf(bar());
        for (const char* key : {"force", "radius", "edge", "cortical", "dynamic_factor"}) {
            ParamValues v = values();
            v.set(key, std::nan(""));
            QVERIFY2(blocks(checked(c, v)), key);
        }
        ParamValues v = values();
        v.set("point", Vec3(std::nan(""), 0, 0));
        QVERIFY(blocks(checked(c, v)));
        v = values();
        v.set("point", Vec3(kEnd + Vec3(0, 60, 0))); // nothing there takes the load
        try {
            planOf(c, v);
            QFAIL("it ran");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::BadInput && !e.advice().empty());
        }
        Edit none;
        Structure empty;
        empty.name = "Cement";
        empty.mask = std::make_shared<const Mask>();
        none.put(Id("cement"), std::move(empty));
        v = values();
        v.set("cement", std::string("cement"));
        QVERIFY(has(checked(apply(c, none), v), "structure.empty"));
        const Case big = caseOf(Body({70, 100, 100}).add({0, 4, 4}, {60, 90, 90}));
        v = values();
        v.set("edge", 0.2);
        const Findings many = checked(big, v);
        QVERIFY(has(many, "bone-load.too-many") && blocks(many));
        // Values of an MR do not tell cortical bone.
        Edit mr;
        mr.put(Id("ct"), test::imageObject(bar().image(), "MR", ""));
        const Findings other = checked(apply(c, mr), values());
        QVERIFY(has(other, "stress.modality") && !blocks(other));
        QVERIFY(!has(checked(c, values()), "stress.modality"));
    }

    /// A bone in pieces: what the load does not reach is left out, and said.
    void islandsAreTold()
    {
        Body more = bar();
        more.add({30, 15, 15}, {36, 18, 17}); // 36 voxels that touch nothing
        ParamValues v = values();
        v.set("held", std::string("below a point"));
        v.set("held_point", Vec3(0, 0, 5.5));
        const Plan with = planOf(caseOf(more), v), without = planOf(caseOf(bar()), v);
        QVERIFY(has(with.findings, "bone-load.loose") && !has(without.findings, "bone-load.loose"));
        QVERIFY(std::fabs(after(with, "way") / after(without, "way") - 1) < 1e-4);
    }

    void noSupportIsStopped()
    {
        const Case c = caseOf(Body({70, 18, 18}).add({4, 4, 4}, {60, 14, 14}));
        ParamValues v = values();
        QVERIFY(has(checked(c, v), "bone-load.not-held"));
        QVERIFY(blocks(checked(c, v)));
        v.set("held", std::string("below a point"));
        QVERIFY(has(checked(c, v), "bone-load.not-held"));
        v.set("held_point", Vec3(0, 0, -50));
        QVERIFY(has(checked(c, v), "bone-load.not-held"));
        v.set("held_point", Vec3(0, 0, 5));
        QVERIFY(!blocks(checked(c, v)));
        v.set("held", std::string("above a point"));
        v.set("held_point", Vec3(0, 0, 50));
        QVERIFY(has(checked(c, v), "bone-load.not-held"));
        v.set("held", std::string("around points"));
        QVERIFY(!blocks(checked(c, v))); // but none of it lies there
        QVERIFY_EXCEPTION_THROWN(planOf(c, v), Error);
    }

    /// The same load by points and by rules.
    void placesByRules()
    {
        Body b = Body({18, 18, 50}).add({4, 4, 5}, {14, 14, 45});
        const auto at = [&](BonePlace place) { return bonePlace(b.mask(), place, Job()); };
        QVERIFY((at(BonePlace::Highest) - Vec3(8, 8, 43)).cwiseAbs().maxCoeff() <= 1);
        QCOMPARE(at(BonePlace::Lowest).x(), at(BonePlace::Highest).x());
        QVERIFY(at(BonePlace::Foremost).y() <= 5 && at(BonePlace::Hindmost).y() >= 12);
        QVERIFY(at(BonePlace::Leftmost).x() >= 12 && at(BonePlace::Rightmost).x() <= 5);
        const auto sides = bonePlaceOfBothSides(b.mask(), BonePlace::Highest, Job());
        QVERIFY(sides[0].x() < 9 && sides[1].x() >= 9 && sides[0].z() >= 43 && sides[1].z() >= 43);
        QVERIFY((deepestPlace(b.mask(), 2, Job()) - Vec3(8.5, 8.5, 24.5)).head<2>().norm() < 1);
        QVERIFY_EXCEPTION_THROWN(bonePlace(Mask(), BonePlace::Lowest, Job()), Error);

        ParamValues v = values();
        v.set("at", std::string("highest place of the bone"));
        v.set("direction", std::string("to the feet"));
        v.set("held", std::string("lower end"));
        v.set("held_radius", 3.0);
        v.set("radius", 9.0);
        const Case c = caseOf(b);
        const Plan rule = planOf(c, v);
        QVERIFY(has(rule.findings, "bone-load.place") && has(rule.findings, "bone-load.held-by-rule"));
        QCOMPARE(rule.points[0].position, at(BonePlace::Highest));
        v.set("at", std::string("the point"));
        v.set("point", rule.points[0].position);
        v.set("direction", std::string("towards the point, or the feet"));
        v.set("towards", Vec3(rule.points[0].position - Vec3(0, 0, 10)));
        v.set("held", std::string("below a point"));
        v.set("held_point", Vec3(8, 8, at(BonePlace::Lowest).z() + 3));
        const Plan points = planOf(c, v);
        QCOMPARE(after(points, "way"), after(rule, "way"));
        QVERIFY(!has(points.findings, "bone-load.place") && !has(points.findings, "bone-load.held-by-rule"));
        // An island further up is not the place.
        b.add({4, 4, 47}, {6, 6, 49});
        v.set("at", std::string("highest place of the bone"));
        QCOMPARE(planOf(caseOf(b), v).points[0].position, rule.points[0].position);
        // A point that is missing is told.
        ParamValues none;
        none.set("volume", std::string("ct"));
        none.set("bone", std::string("bone"));
        QVERIFY(has(checked(c, none), "bone-load.no-point"));
    }

    /// A round column that is pressed along its axis all along its length: 3 E A / L.
    void cylinderHasItsStiffness()
    {
        Body b({28, 28, 50});
        double voxels = 0;
        for (int k = 4; k < 46; ++k)
            for (int j = 0; j < 28; ++j)
                for (int i = 0; i < 28; ++i)
                    if (std::hypot(i - 13.5, j - 13.5) < 10) {
                        b.voxels[static_cast<size_t>(b.grid.offset(i, j, k))] = 1;
                        voxels += k == 4;
                    }
        BoneLoadSetup s = setup(Vec3(0, 0, -1000));
        s.support = BoneSupport::Below;
        s.held = {Vec3(0, 0, 4.6)};
        s.point = Vec3(13.5, 13.5, 45);
        s.radius = 60; // all of it takes its share: no slice of it warps
        BoneLoadModel m(b.image(), b.mask(), s, Job());
        const double way = m.solve(true, Job()).displacement;
        // 42 slices of 1 mm, the lowest held; each is stretched by what hangs beyond it.
        double closed = 0, beyond = 0;
        for (int slice = 41; slice >= 1; --slice) {
            const double carried = beyond + 0.5 / 42;
            closed += carried * carried * 1000 / (voxels * kBone);
            beyond += 1.0 / 42;
        }
        // A distributed load in the continuum: F L / (3 E A), of the circle's area.
        const double circle = 1000 * 41.0 / (3 * kBone * 100 * std::numbers::pi) * std::pow(41.0 / 42, 2);
        qInfo("stiffness %.0f N/mm, by slices %.0f N/mm, of a circle %.0f N/mm", 1000 / way, 1000 / closed,
              1000 / circle);
        QVERIFY(std::fabs(closed / way - 1) < 0.01);
        QVERIFY(std::fabs(circle / way - 1) < 0.03);
    }

    void cementBall()
    {
        Body b = Body({28, 28, 70}).add({4, 4, 5}, {24, 24, 25});
        b.add({10, 10, 40}, {18, 18, 48}); // another bone
        LimitTable limits = m_limits;
        if (!limits.find("cement.volume")) {
            QFile f(QStringLiteral(POLLUX_SOURCE_DIR "/resources/limits/cement.json"));
            QVERIFY(f.open(QIODevice::ReadOnly));
            limits.addJson(f.readAll().toStdString(), "cement.json");
        }
        const auto op = makeCementBall(limits);
        ParamValues v;
        v.set("bone", std::string("bone"));
        v.set("volume", 1.5);
        v.set("piece", true);
        Job job;
        const RunResult r = runOperation(*op, caseOf(b), v, {"tester"}, job);
        const Mask& cement = *r.after.structure(Id("cement")).mask;
        qInfo("ball of %.3f mL for 1.5 mL", cement.volumeMl());
        QVERIFY(std::fabs(cement.volumeMl() / 1.5 - 1) < 0.03);
        QVERIFY((cement.centroid() - Vec3(13.5, 13.5, 14.5)).norm() < 1.5);
        QCOMPARE(r.after.structure(Id("cement-bone")).mask->count(), std::int64_t(8000));
        QVERIFY(has(r.findings, "cement.where") && !has(r.findings, "cement.cut"));
        v.set("volume", 20.0); // more than the bone
        const RunResult much = runOperation(*op, caseOf(b), v, {"tester"}, job);
        QVERIFY(has(much.findings, "cement.cut"));
        QVERIFY(much.after.structure(Id("cement")).mask->volumeMl() <= 8);
        v.set("at", std::string("the point"));
        QVERIFY(has(checkOperation(*op, caseOf(b), v), "cement.no-point"));
        v.set("point", Vec3(500, 0, 0));
        QVERIFY(has(checkOperation(*op, caseOf(b), v), "cement.outside"));
        v.set("point", Vec3(2, 26, 60));
        v.set("volume", 0.05);
        QVERIFY_EXCEPTION_THROWN(runOperation(*op, caseOf(b), v, {"tester"}, job), Error);
        QVERIFY(blocks(checkOperation(*op, Case(), {})));
    }

    void cementBeforeAndAfter()
    {
        const Body b = bar();
        Edit e;
        Structure cement;
        cement.name = "Cement";
        cement.mask =
            std::make_shared<const Mask>(intersect(Body({70, 18, 18}).add({20, 0, 0}, {50, 18, 18}).mask(), b.mask()));
        e.put(Id("cement"), std::move(cement));
        const Case c = apply(caseOf(b), e);
        ParamValues v = values();
        v.set("cement", std::string("cement"));
        v.set("cement_modulus", kCement);
        const Plan p = planOf(c, v);
        for (const PlanNumber& n : p.numbers)
            if (n.key == "way")
                QVERIFY(*n.after > 1.5 * n.before.value_or(1e9));
            else if (n.key == "stiffness")
                QVERIFY(*n.after < n.before.value_or(0));
            else if (n.key == "p99" || n.key == "failure")
                QVERIFY(n.before.has_value());
        QVERIFY(std::fabs(after(p, "cement") - 3) < 1e-9);
    }

    void thinBoneHasNoStressTold()
    {
        const Case c = caseOf(Body({70, 18, 18}).add({0, 4, 8}, {60, 14, 10}));
        const Plan p = planOf(c, values());
        QVERIFY(has(p.findings, "bone-load.thin"));
        QVERIFY(after(p, "way") > 0);
        QVERIFY_EXCEPTION_THROWN(after(p, "p99"), std::runtime_error);
    }
};

QTEST_GUILESS_MAIN(TstBoneLoad)
#include "tst_bone_load.moc"
