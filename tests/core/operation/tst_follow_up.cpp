// case.follow-up: structures and the points of plans go to a new study by the registration; what cannot is said.

#include "core/base/error.h"
#include "core/case/growth.h"
#include "core/image/registration/displacement_field.h"
#include "core/operation/rebuild.h"
#include "core/storage/case_file.h"
#include "tests/core/image/shapes.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace pollux;

namespace {

Grid cube(int n, double spacing)
{
    Grid g;
    g.size = {n, n, n};
    g.spacing = Vec3::Constant(spacing);
    g.origin = Vec3::Constant(-(n - 1) * spacing / 2);
    return g;
}

double body(const Vec3& p)
{
    const auto blob = [&](const Vec3& c, const Vec3& r, double value) {
        return value / (1 + std::exp(((p - c).cwiseQuotient(r).norm() - 1) * 14));
    };
    return -100 + blob({0, 0, 0}, {44, 34, 40}, 140) + blob({-16, -5, 6}, {17, 13, 15}, 80) +
           blob({14, 9, -8}, {10, 12, 17}, -70) + blob({12, -14, 14}, {8, 7, 6}, 110);
}

VolumeObject image(const char* name, const Id& study, const Grid& g, const Vec3& shift)
{
    std::mt19937 random(7);
    std::normal_distribution<double> noise(0, 2);
    std::vector<std::int16_t> v(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[size_t(g.offset(i, j, k))] =
                    static_cast<std::int16_t>(std::lround(body(g.toPatient(i, j, k) - shift) + noise(random)));
    VolumeObject o;
    o.name = name;
    o.study = study;
    o.modality = std::string("CT");
    o.unit = std::string("HU");
    o.frameOfReference = name;
    o.volume = Volume(g, std::move(v));
    return o;
}

Structure ball(const char* name, const Grid& g, const Vec3& centre, double radius)
{
    Structure s;
    s.name = name;
    s.mask = std::make_shared<Mask>(shapes::ball(g, centre, radius));
    return s;
}

const Vec3 kShift(8, -5, 6);
const Vec3 kOrgan(-16, -5, 6);
const Grid kNow = cube(48, 2.5), kThen = cube(50, 2.5);

/// The earlier image shows the body shifted; the organ was drawn there and a path planned into it.
Case sample()
{
    Edit edit;
    const auto study = [&](const char* id, const char* date) {
        Study s;
        s.name = id;
        s.studyDate = date;
        edit.put(Id(id), s);
    };
    study("study", "20260101");
    study("study-2", "20260401");
    edit.put(Id("ct"), image("Then", Id("study"), kThen, kShift));
    edit.put(Id("ct-2"), image("Now", Id("study-2"), kNow, Vec3::Zero()));
    Structure organ = ball("Organ", kThen, kOrgan + kShift, 12);
    organ.state = ConfirmState::Confirmed;
    organ.anatomy = "liver";
    edit.put(Id("organ"), std::move(organ));
    Plan plan;
    plan.name = "Path";
    plan.kind = "test";
    plan.points = {{"target", kOrgan + kShift}, {"entry", Vec3(-40, 0, 0) + kShift}, {"far", Vec3(300, 0, 0)}};
    plan.used = {{Id("organ"), "Organ", ConfirmState::Confirmed}};
    edit.put(Id("plan-1"), std::move(plan));
    return apply({}, edit);
}

/// A registration that is known rather than found.
Case withMap(Case c, const AffineMap& map, std::shared_ptr<const DisplacementField> field = {})
{
    Registration r;
    r.name = "Known";
    r.fixed = Id("ct-2");
    r.moving = Id("ct");
    r.map = map;
    r.field = std::move(field);
    Edit edit;
    edit.put(Id("known"), r);
    return apply(c, edit);
}

AffineMap shiftBy(const Vec3& offset)
{
    AffineMap map;
    map.offset = offset;
    return map;
}

} // namespace

class TestFollowUp : public QObject
{
    Q_OBJECT

    Registry m_registry;

    static ParamValues values(const char* method = "rigid")
    {
        ParamValues p;
        p.set("fixed", std::string("ct-2"));
        p.set("moving", std::string("ct"));
        p.set("method", std::string(method));
        return p;
    }
    static ParamValues known()
    {
        ParamValues p = values();
        p.set("registration", std::string("known"));
        return p;
    }
    RunResult run(const Case& c, const ParamValues& p)
    {
        Job job;
        return runOperation(m_registry.at("case.follow-up"), c, p, {"tester"}, job);
    }
    static const Finding* find(const Findings& findings, const char* code)
    {
        const auto it =
            std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
        return it == findings.end() ? nullptr : &*it;
    }
    bool refused(const Case& c, const ParamValues& p, const char* code)
    {
        return find(checkOperation(m_registry.at("case.follow-up"), c, p), code) != nullptr;
    }

private Q_SLOTS:
    void initTestCase() { installStandardOperations(m_registry); }

    void structuresGoWhereTheBodyWent()
    {
        const RunResult r = run(sample(), values());
        const Structure& organ = r.after.structure(Id("organ-on-ct-2"));
        QCOMPARE(organ.state, ConfirmState::Proposed); // only as right as the registration
        QCOMPARE(organ.name, std::string("Organ (on ct-2)"));
        QCOMPARE(organ.anatomy, std::string("liver"));
        QVERIFY(sameGeometry(organ.mask->grid(), kNow));
        const double d = dice(*organ.mask, shapes::ball(kNow, kOrgan, 12));
        QVERIFY2(d > 0.93, qPrintable(QString::number(d)));
        QVERIFY(r.after.registrations.contains(Id("follow-up-ct-on-ct-2")));
        QVERIFY(find(r.findings, "follow-up.carried"));
        QVERIFY(staleIds(r.after).empty());
        const TimePoints times = timePointsOf(r.after);
        QCOMPARE(times.ofStructure(Id("organ-on-ct-2")).value_or(9), size_t(1));
        const auto growths = growthsOf(r.after, times, Job());
        QCOMPARE(growths.size(), size_t(1));
        QVERIFY(growths[0].values[1].carried);
        QVERIFY2(!growths[0].changes[0].measurable, "a rigid registration makes nothing grow");
    }

    void aPlanIsNotMovedItsPointsAre()
    {
        const Case before = sample();
        const RunResult r = run(before, values());
        QCOMPARE(r.after.plans.at(Id("plan-1")), before.plans.at(Id("plan-1")));
        const Vec3 target = r.after.landmarks.at(Id("plan-1-target-on-ct-2"))->position;
        QVERIFY2((target - kOrgan).norm() < 0.8, qPrintable(QString::number((target - kOrgan).norm())));
        QVERIFY(r.after.landmarks.contains(Id("plan-1-entry-on-ct-2")));
        QVERIFY(!r.after.landmarks.contains(Id("plan-1-far-on-ct-2")));
        const Finding* f = find(r.findings, "follow-up.plan");
        QVERIFY(f && f->place);
        QVERIFY(QString::fromStdString(f->text).contains("Not carried: far"));
        QVERIFY(QString::fromStdString(f->advice).contains("again"));
        ParamValues without = values();
        without.set("plans", false);
        QVERIFY(run(before, without).after.landmarks.empty());
    }

    void deformablyToo()
    {
        ParamValues p = values("deformable");
        p.set("spacing", 3.0);
        const RunResult r = run(sample(), p);
        QVERIFY(r.after.registration(Id("follow-up-ct-on-ct-2")).field);
        const Structure& organ = r.after.structure(Id("organ-on-ct-2"));
        const double d = dice(*organ.mask, shapes::ball(kNow, kOrgan, 12));
        QVERIFY2(d > 0.88, qPrintable(QString::number(d)));
        const Vec3 target = r.after.landmarks.at(Id("plan-1-target-on-ct-2"))->position;
        QVERIFY2((target - kOrgan).norm() < 2.5, qPrintable(QString::number((target - kOrgan).norm())));
    }

    void anEditTurnsItStaleAndRebuildCarriesAgainWithoutRegistering()
    {
        Case c = run(sample(), values()).after;
        const auto registration = c.registrations.at(Id("follow-up-ct-on-ct-2"));
        Edit edit;
        Structure organ = c.structure(Id("organ"));
        organ.mask = std::make_shared<Mask>(shapes::ball(kThen, kOrgan + kShift, 16));
        edit.put(Id("organ"), std::move(organ));
        c = apply(c, edit);
        QVERIFY(staleIds(c).contains(Id("organ-on-ct-2")));
        Job job;
        const Case after = rebuild(c, m_registry, {"tester"}, nullptr, job).after;
        QVERIFY(!staleIds(after).contains(Id("organ-on-ct-2")));
        QVERIFY(dice(*after.structure(Id("organ-on-ct-2")).mask, shapes::ball(kNow, kOrgan, 16)) > 0.93);
        QCOMPARE(after.registrations.at(Id("follow-up-ct-on-ct-2")), registration); // the very same object
    }

    void whatAPersonHasWorkedOnIsKept()
    {
        Case c = run(sample(), values()).after;
        Edit edit;
        Structure mine = c.structure(Id("organ-on-ct-2"));
        mine.state = ConfirmState::Confirmed;
        edit.put(Id("organ-on-ct-2"), mine);
        c = apply(c, edit);
        const RunResult again = run(c, values());
        QCOMPARE(again.after.structures.at(Id("organ-on-ct-2")), c.structures.at(Id("organ-on-ct-2")));
        QVERIFY(find(again.findings, "follow-up.kept"));
    }

    void whatLiesOutsideIsNotCarried()
    {
        Edit edit;
        edit.put(Id("corner"), ball("Corner", kThen, Vec3(-56, 0, 0), 3));
        edit.put(Id("border"), ball("Border", kThen, Vec3(-58.75 + 8, 0, 0), 10));
        const RunResult r = run(withMap(apply(sample(), edit), shiftBy(kShift)), known());
        QVERIFY(!r.after.structures.contains(Id("corner-on-ct-2")));
        const Finding* outside = find(r.findings, "follow-up.outside");
        QVERIFY(outside && QString::fromStdString(outside->text).contains("Corner"));
        // Half of the other is there, and it is said that it is half.
        const double part =
            r.after.structure(Id("border-on-ct-2")).mask->volumeMl() / r.after.structure(Id("border")).mask->volumeMl();
        QVERIFY2(part > 0.35 && part < 0.75, qPrintable(QString::number(part)));
        const Finding* cut = find(r.findings, "follow-up.cut");
        QVERIFY(cut && QString::fromStdString(cut->text).contains("Border"));
        QVERIFY(QString::fromStdString(find(r.findings, "follow-up.carried")->text).startsWith("2 of 3"));
        QVERIFY(r.after.registrations.size() == 1); // the one that was named
    }

    void anImplausibleVolumeIsNotCarried()
    {
        AffineMap half;
        half.linear = 0.5 * Mat3::Identity(); // eight times the volume in the new image
        half.offset = kOrgan + kShift;
        const Case c = withMap(sample(), half);
        const RunResult r = run(c, known());
        QVERIFY(!r.after.structures.contains(Id("organ-on-ct-2")));
        const Finding* f = find(r.findings, "follow-up.volume");
        QVERIFY(f && QString::fromStdString(f->text).contains("800 %"));
        ParamValues more = known();
        more.set("factor", 10.0);
        QVERIFY(run(c, more).after.structures.contains(Id("organ-on-ct-2")));
        more.set("factor", 3.0);
        more.set("plans", false);
        QVERIFY_THROWS_EXCEPTION(Error, run(c, more)); // nothing is left to carry
    }

    void whereTheMapFoldsNothingIsCarried()
    {
        DisplacementField folded = identityField(cube(25, 5));
        for (std::int64_t n = 0; n < folded.grid.voxels(); ++n) {
            const int i = static_cast<int>(n % 25);
            const double x = folded.grid.toPatient(i, 0, 0).x();
            folded.u[0][size_t(n)] = static_cast<float>(-2 * x + 2 * (kOrgan + kShift).x()); // a mirror
        }
        const Case c = withMap(sample(), {}, std::make_shared<const DisplacementField>(folded));
        ParamValues p = known();
        p.set("plans", false);
        try {
            run(c, p);
            QFAIL("it was carried");
        } catch (const Error& e) {
            QVERIFY2(QString::fromUtf8(e.what()).contains("inside out"), e.what());
        }
    }

    void carriedFurtherItKeepsOneName()
    {
        Edit edit;
        Study third;
        third.name = "third";
        third.studyDate = "20260701";
        edit.put(Id("study-3"), third);
        VolumeObject v = image("Later", Id("study-3"), cube(46, 2.5), Vec3::Zero());
        edit.put(Id("ct-3"), std::move(v));
        const Case c = apply(run(withMap(sample(), shiftBy(kShift)), known()).after, edit);
        ParamValues p = values();
        p.set("fixed", std::string("ct-3"));
        p.set("moving", std::string("ct-2"));
        const RunResult r = run(c, p);
        QCOMPARE(r.after.structure(Id("organ-on-ct-3")).name, std::string("Organ (on ct-3)"));
        const auto tracks = tracksOf(r.after, timePointsOf(r.after));
        QCOMPARE(tracks.size(), size_t(1));
        QCOMPARE(tracks[0].times(), size_t(3));
    }

    void whatMakesNoSenseIsRefused()
    {
        ParamValues same = values();
        same.set("moving", std::string("ct-2"));
        QVERIFY(refused(sample(), same, "follow-up.same"));
        ParamValues back = values();
        back.set("fixed", std::string("ct"));
        back.set("moving", std::string("ct-2"));
        QVERIFY(refused(sample(), back, "follow-up.nothing"));
        QVERIFY(refused(sample(), back, "follow-up.order"));
        back.set("registration", std::string("known"));
        QVERIFY(refused(withMap(sample(), {}), back, "follow-up.registration"));
        const Case carried = run(withMap(sample(), shiftBy(kShift)), known()).after;
        ParamValues there = values();
        there.set("structures", std::vector<std::string>{"organ-on-ct-2"});
        QVERIFY(refused(carried, there, "follow-up.there"));
        QVERIFY(!blocks(checkOperation(m_registry.at("case.follow-up"), sample(), values())));
    }

    void itIsStored()
    {
        const RunResult r = run(withMap(sample(), shiftBy(kShift)), known());
        const QTemporaryDir dir;
        const std::string file = dir.filePath("c.pollux").toStdString();
        saveCase(r.after, file, Job());
        const Case back = loadCase(file, Job());
        QCOMPARE(carriedFrom(back, Id("organ-on-ct-2")).value_or(Id()), Id("organ"));
        QCOMPARE(tracksOf(back, timePointsOf(back)).size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestFollowUp)
#include "tst_follow_up.moc"
