// Places set in two images, and a registration that stands on them: it follows when one is moved.

#include "core/case/landmark_pairs.h"
#include "core/operation/rebuild.h"
#include "core/operation/registry.h"

#include <QTest>

#include <algorithm>

using namespace pollux;

namespace {

Case twoImages()
{
    Edit edit;
    Grid g;
    g.size = {10, 10, 10};
    g.spacing = Vec3::Constant(6);
    for (const char* id : {"ct", "ct-2"}) {
        VolumeObject v;
        v.name = id;
        v.volume = Volume(g, std::vector<std::int16_t>(1000, 0));
        edit.put(Id(id), std::move(v));
    }
    return apply({}, edit);
}

const Vec3 kShift(4, -3, 2);
const std::vector<Vec3> kPlaces{{5, 5, 5}, {40, 8, 6}, {9, 35, 12}, {12, 14, 44}};

bool has(const Findings& findings, const char* code)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
}

} // namespace

class TestLandmarkPair : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult run(const Case& c, const char* id, const ParamValues& values)
    {
        Job job;
        return runOperation(m_registry.at(id), c, values, {"tester"}, job);
    }
    static ParamValues images()
    {
        ParamValues p;
        p.set("fixed", std::string("ct"));
        p.set("moving", std::string("ct-2"));
        return p;
    }
    Case set(const Case& c, const std::string& name, const Vec3& fixed, const Vec3& moving)
    {
        ParamValues p = images();
        p.set("name", name);
        p.set("fixed_point", fixed);
        p.set("moving_point", moving);
        return run(c, "case.landmark-pair", p).after;
    }
    Case fourPairs()
    {
        Case c = twoImages();
        for (size_t n = 0; n < kPlaces.size(); ++n)
            c = set(c, "Place " + std::to_string(n + 1), kPlaces[n], kPlaces[n] + kShift);
        return c;
    }

private Q_SLOTS:
    void initTestCase() { installStandardOperations(m_registry); }

    void aPairIsTwoLandmarks()
    {
        const Case c = set(twoImages(), "Tip of it", Vec3(1, 2, 3), Vec3(4, 5, 6));
        QCOMPARE(c.landmarks.size(), size_t(2));
        QCOMPARE(c.landmarks.at(Id("tip-of-it-on-ct"))->name, std::string("Tip of it (on ct)"));
        QVERIFY(c.landmarks.at(Id("tip-of-it-on-ct-2"))->position == Vec3(4, 5, 6));
        QCOMPARE(c.lineage.at(Id("tip-of-it-on-ct-2"))->inputs.size(), size_t(1)); // its own image alone
        QCOMPARE(c.lineage.at(Id("tip-of-it-on-ct-2"))->inputs[0].id, Id("ct-2"));
    }

    void whatIsRefused()
    {
        const Operation& op = m_registry.at("case.landmark-pair");
        ParamValues p = images();
        p.set("moving", std::string("ct"));
        QVERIFY(has(checkOperation(op, twoImages(), p), "register.same"));
        p = images();
        p.set("name", std::string(99, 'a') + "b");
        QVERIFY(!has(checkOperation(op, twoImages(), p), "landmark.long"));
        Case c = twoImages();
        Edit edit;
        Plan plan;
        plan.name = "Plan";
        edit.put(Id("landmark-on-ct"), plan);
        QVERIFY(has(checkOperation(op, apply(c, edit), images()), "landmark.taken"));
    }

    void aRegistrationStandsOnThem()
    {
        Case c = fourPairs();
        ParamValues p = images();
        p.set("resample", false);
        c = run(c, "register.landmarks", p).after;
        const Id id("ct-2-on-ct");
        QVERIFY((c.registration(id)(Vec3(20, 20, 20)) - Vec3(20, 20, 20) - kShift).norm() < 1e-9);
        QVERIFY(!c.volumes.contains(Id("ct-2-on-ct-image")));
        const LandmarkTable t = landmarkTable(c, id);
        QCOMPARE(t.rows.size(), size_t(4));
        QVERIFY(std::all_of(t.rows.begin(), t.rows.end(), [](const auto& row) { return row.fitted; }));
        QVERIFY(std::abs(t.meanBefore - kShift.norm()) < 1e-9 && t.mostAfter < 1e-9);
        QVERIFY(!staleIds(c).contains(id));
        // All are moved by 1 mm more: what stands on them follows.
        for (size_t n = 0; n < kPlaces.size(); ++n)
            c = set(c, "Place " + std::to_string(n + 1), kPlaces[n], kPlaces[n] + kShift + Vec3(1, 0, 0));
        QVERIFY(staleIds(c).contains(id));
        Job job;
        c = rebuild(c, m_registry, {"tester"}, nullptr, job).after;
        QVERIFY(!staleIds(c).contains(id));
        QVERIFY((c.registration(id)(Vec3(0, 0, 0)) - kShift - Vec3(1, 0, 0)).norm() < 1e-9);
    }

    /// One that was set after the registration, or beside it, checks it.
    void aFurtherPairIsAnIndependentCheck()
    {
        Case c = fourPairs();
        c = run(c, "register.landmarks", images()).after;
        c = set(c, "Check", Vec3(30, 30, 30), Vec3(30, 30, 30) + kShift + Vec3(0, 0, 2));
        const LandmarkTable t = landmarkTable(c, Id("ct-2-on-ct"));
        QCOMPARE(t.rows.size(), size_t(5));
        const auto check = std::find_if(t.rows.begin(), t.rows.end(),
                                        [](const LandmarkDistance& row) { return row.pair.name == "Check"; });
        QVERIFY(check != t.rows.end() && !check->fitted);
        QVERIFY(std::abs(check->after - 2) < 1e-9);
    }

    void tooFewAreSaid()
    {
        const Operation& op = m_registry.at("register.landmarks");
        const Case two = set(set(twoImages(), "A", kPlaces[0], kPlaces[0]), "B", kPlaces[1], kPlaces[1]);
        QVERIFY(has(checkOperation(op, two, images()), "register.pairs"));
        const Case three = set(two, "C", kPlaces[2], kPlaces[2]);
        QVERIFY(!has(checkOperation(op, three, images()), "register.pairs"));
        ParamValues affine = images();
        affine.set("kind", std::string("affine"));
        QVERIFY(has(checkOperation(op, three, affine), "register.pairs"));
    }
};

QTEST_GUILESS_MAIN(TestLandmarkPair)
#include "tst_landmark_pair.moc"
