// The segmentation editor's operations: closed forms, limits, neighbours, states, and what turns stale.

#include "core/base/error.h"
#include "core/operation/rebuild.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/operation/standard/edit/edit_operations.h"
#include "core/operation/standard/standard.h"
#include "tests/core/image/shapes.h"

#include <QTest>

using namespace pollux;

namespace {

const Grid kGrid = shapes::obliqueMirrored(shapes::grid(60, 60, 30, Vec3(1, 1, 2)));
const Vec3 kMiddle = kGrid.toPatient(30, 30, 15);

Case sample()
{
    std::vector<std::int16_t> v(static_cast<size_t>(kGrid.voxels()));
    for (int k = 0; k < 30; ++k)
        for (int j = 0; j < 60; ++j)
            for (int i = 0; i < 60; ++i) {
                const double d = (kGrid.toPatient(i, j, k) - kMiddle).norm();
                v[size_t(kGrid.offset(i, j, k))] = d < 12 ? 250 : d < 22 ? 100 : -50;
            }
    VolumeObject ct;
    ct.name = std::string("CT");
    ct.modality = std::string("CT");
    ct.unit = std::string("HU");
    ct.volume = Volume(kGrid, std::move(v));
    Edit edit;
    edit.put(Id("ct"), std::move(ct));
    const auto ball = [&](const char* name, const Vec3& p, double r) {
        Structure s;
        s.name = name;
        s.quality = 0.8;
        s.mask = std::make_shared<Mask>(shapes::ball(kGrid, p, r));
        edit.put(slug(name), std::move(s));
    };
    ball("core", kMiddle, 10);
    ball("rim", kMiddle + 16 * kGrid.direction.col(0), 4);
    return apply(Case(), edit);
}

double ballMl(double r)
{
    return 4.0 / 3 * M_PI * r * r * r / 1000;
}

} // namespace

class TestEditOperations : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult run(const Case& c, const char* id, const ParamValues& values)
    {
        Job job;
        return runOperation(m_registry.at(id), c, values, {"tester"}, job);
    }
    bool blocked(const Case& c, const char* id, const ParamValues& values, const char* code)
    {
        const Findings findings = checkOperation(m_registry.at(id), c, values);
        return blocks(findings) && std::any_of(findings.begin(), findings.end(),
                                               [&](const Finding& f) { return f.code == code && !f.advice.empty(); });
    }
    static Case confirmed(Case c, const char* id)
    {
        Structure s = c.structure(Id(id));
        s.state = ConfirmState::Confirmed;
        s.confirmedBy = "somebody";
        Edit edit;
        edit.put(Id(id), s);
        return apply(c, edit);
    }
    static ParamValues stroke(const char* structure, const Vec3& at, double radius, const char* mode = "add")
    {
        ParamValues p;
        p.set("structure", std::string(structure));
        p.set("path", std::vector<Vec3>{at});
        p.set("radius", radius);
        p.set("mode", std::string(mode));
        return p;
    }

private Q_SLOTS:
    void initTestCase()
    {
        installStrokeOperations(m_registry);
        installShapeOperations(m_registry);
        installMeshOperations(m_registry);
    }

    void paintsANewStructure()
    {
        ParamValues p = stroke("", kMiddle, 9);
        QVERIFY(blocked(sample(), "edit.brush", p, "edit.target"));
        p.set("name", std::string("Core"));
        QVERIFY(blocked(sample(), "edit.brush", p, "result.taken"));
        p.set("name", std::string("New one"));
        const RunResult r = run(sample(), "edit.brush", p);
        const Structure& s = r.after.structure(Id("new-one"));
        QCOMPARE(s.state, ConfirmState::Edited);
        QVERIFY(std::abs(s.mask->volumeMl() / ballMl(9) - 1) < 0.03);
        QVERIFY(s.mask->inBricks());
        QCOMPARE(r.after.lineage.at(Id("new-one"))->operation, std::string("edit.brush"));
        p.set("mode", std::string("remove"));
        QVERIFY(blocked(sample(), "edit.brush", p, "edit.mode"));
    }

    void erasesOneSliceAndSaysWhatItWas()
    {
        const Case before = confirmed(sample(), "core");
        ParamValues p = stroke("core", kMiddle, 30, "remove");
        p.set("shape", std::string("disc"));
        p.set("normal", Vec3(kGrid.direction.col(2)));
        const RunResult r = run(before, "edit.brush", p);
        QVERIFY(std::any_of(r.findings.begin(), r.findings.end(),
                            [](const Finding& f) { return f.code == "edit.confirmed"; }));
        const Structure& s = r.after.structure(Id("core"));
        QCOMPARE(s.state, ConfirmState::Edited);
        QVERIFY(s.confirmedBy.empty() && !s.quality);
        // Gone is just the slice of the middle.
        const Mask& was = *before.structure(Id("core")).mask;
        const int k = kGrid.nearest(kMiddle)[2];
        std::int64_t inSlice = 0;
        for (int j = 0; j < 60; ++j)
            for (int i = 0; i < 60; ++i)
                inSlice += was.at(i, j, k);
        QVERIFY(inSlice > 250);
        QCOMPARE(was.count() - s.mask->count(), inSlice);
        p.set("normal", Vec3(0, 0, 0));
        QVERIFY(blocked(before, "edit.brush", p, "edit.direction"));
    }

    void keepsToARangeOfValues()
    {
        ParamValues p = stroke("", kMiddle, 20);
        p.set("name", std::string("bright"));
        p.set("use_range", true);
        p.set("low", 200.0);
        p.set("high", 300.0);
        const RunResult r = run(sample(), "edit.brush", p);
        QVERIFY(std::abs(r.after.structure(Id("bright")).mask->volumeMl() / ballMl(12) - 1) < 0.03);
        p.set("low", 400.0);
        QVERIFY(blocked(sample(), "edit.brush", p, "range.empty"));
    }

    void neighboursStayOrGiveWay()
    {
        const Vec3 at = kMiddle + 16 * kGrid.direction.col(0);
        const Mask rim = *sample().structure(Id("rim")).mask;
        ParamValues p = stroke("core", at, 3);
        p.set("neighbours", std::vector<std::string>{"rim"});
        QVERIFY_THROWS_EXCEPTION(Error, run(sample(), "edit.brush", p)); // all of it is the neighbour's
        p.set("radius", 6.0);
        Case c = run(sample(), "edit.brush", p).after;
        QVERIFY(c.structure(Id("rim")).mask->key() == rim.key());
        QVERIFY(intersect(*c.structure(Id("core")).mask, rim).empty());
        p.set("meeting", std::string("give-way"));
        QVERIFY(blocked(confirmed(sample(), "rim"), "edit.brush", p, "edit.neighbour"));
        p.set("radius", 3.0);
        c = run(sample(), "edit.brush", p).after;
        QCOMPARE(c.structure(Id("rim")).state, ConfirmState::Edited);
        QVERIFY(c.structure(Id("rim")).mask->count() < rim.count());
        QVERIFY(intersect(*c.structure(Id("core")).mask, *c.structure(Id("rim")).mask).empty());
    }

    void nothingLeftAndNothingChanged()
    {
        try {
            run(sample(), "edit.brush", stroke("core", kMiddle, 40, "remove"));
            QFAIL("nothing is left");
        } catch (const Error& e) {
            QVERIFY(QString(e.what()).contains("Nothing would be left") && !e.advice().empty());
        }
        try {
            run(sample(), "edit.brush", stroke("core", kMiddle, 3));
            QFAIL("it is painted already");
        } catch (const Error& e) {
            QVERIFY(QString(e.what()).contains("changes no voxel") && !e.advice().empty());
        }
    }

    /// What was made from the mask stays, is stale, and follows by a rebuild.
    void whatStandsOnItTurnsStale()
    {
        ParamValues only;
        only.set("structures", std::vector<std::string>{"core"});
        Case c = run(run(sample(), "mesh.surface", only).after, "measure.statistics", only).after;
        QVERIFY(staleIds(c).empty());
        c = run(c, "edit.brush", stroke("core", kMiddle + 10 * kGrid.direction.col(1), 7)).after;
        const std::set<Id> stale = staleIds(c);
        QVERIFY(stale.contains(Id("core/surface")) && stale.contains(Id("core/measures")));
        QVERIFY(!stale.contains(Id("core")));
        QVERIFY(c.structure(Id("core")).surface);
        Job job;
        const RebuildResult r = rebuild(c, m_registry, {"tester"}, nullptr, job);
        QVERIFY(staleIds(r.after).empty());
        const Structure& s = r.after.structure(Id("core"));
        QVERIFY(s.mask->key() == c.structure(Id("core")).mask->key()); // the strokes are not undone by it
        QCOMPARE(s.state, ConfirmState::Edited);
        QVERIFY(std::abs(s.surface->volumeMl() / s.mask->volumeMl() - 1) < 0.01);
        QVERIFY(s.mask->volumeMl() > ballMl(10) * 1.05);
    }

    void scissorsCutThroughOrOneSlice()
    {
        const Vec3 x = kGrid.direction.col(0), y = kGrid.direction.col(1), z = kGrid.direction.col(2);
        ParamValues p;
        p.set("structure", std::string("core"));
        p.set("outline", std::vector<Vec3>{kMiddle + 40 * y, kMiddle - 40 * y, kMiddle - 40 * y + 40 * x,
                                           kMiddle + 40 * y + 40 * x});
        p.set("direction", Vec3(z));
        p.set("mode", std::string("keep"));
        const Mask half = *run(sample(), "edit.outline", p).after.structure(Id("core")).mask;
        QVERIFY(std::abs(half.volumeMl() / (ballMl(10) / 2) - 1) < 0.06); // the middle plane's voxels are whole ones
        p.set("mode", std::string("remove"));
        p.set("reach", std::string("slice"));
        const Case before = sample();
        const Mask& was = *before.structure(Id("core")).mask;
        const Mask cut = *run(before, "edit.outline", p).after.structure(Id("core")).mask;
        const Mask gone = subtract(was, cut);
        QCOMPARE(gone.box().size(2), 1);
        QVERIFY(gone.count() > 100 && gone.count() < 220);
    }

    void tracesTheLevelOfTheBall()
    {
        ParamValues p;
        p.set("structure", std::string());
        p.set("name", std::string("traced"));
        p.set("point", Vec3(kMiddle + 11.5 * kGrid.direction.col(0)));
        p.set("normal", Vec3(kGrid.direction.col(2)));
        const Mask m = *run(sample(), "edit.level-trace", p).after.structure(Id("traced")).mask;
        QCOMPARE(m.box().size(2), 1);
        const double mm2 = double(m.count()) * 1 * 1;
        QVERIFY2(std::abs(mm2 / (M_PI * 12 * 12) - 1) < 0.12, qPrintable(QString::number(mm2)));
        p.set("point", Vec3(1e4, 0, 0));
        QVERIFY(blocked(sample(), "edit.level-trace", p, "seed.outside"));
    }

    void islandsMarginsWallsAndCuts()
    {
        // Two islands in one structure.
        ParamValues p = stroke("core", kMiddle + 24 * kGrid.direction.col(1), 3);
        const Case two = run(sample(), "edit.brush", p).after;
        const auto changed = [&](const char* op, std::initializer_list<std::pair<const char*, ParamValue>> values) {
            ParamValues v;
            v.set("structure", std::string("core"));
            for (const auto& [key, value] : values)
                v.set(key, value);
            return *run(two, op, v).after.structure(Id("core")).mask;
        };
        const double all = two.structure(Id("core")).mask->volumeMl();
        QVERIFY(std::abs(changed("edit.islands", {}).volumeMl() / ballMl(10) - 1) < 0.03);
        const Mask rest = changed("edit.islands", {{"method", std::string("remove-at")}, {"point", Vec3(kMiddle)}});
        QVERIFY(std::abs(rest.volumeMl() / ballMl(3) - 1) < 0.35);
        QVERIFY(std::abs(changed("edit.margin", {{"margin", 2.0}}).volumeMl() / (ballMl(12) + ballMl(5)) - 1) < 0.08);
        const Mask wall = changed("edit.hollow", {{"thickness", 3.0}});
        QVERIFY(!wall.contains(kMiddle) && wall.volumeMl() < 0.8 * all);

        ParamValues split;
        split.set("structure", std::string("core"));
        split.set("volume", 0.05);
        const Case parts = run(two, "edit.split-islands", split).after;
        QCOMPARE(parts.structures.size(), two.structures.size() + 2);
        QVERIFY(parts.structure(Id("core-part-1")).mask->count() > parts.structure(Id("core-part-2")).mask->count());

        ParamValues cut;
        cut.set("structure", std::string("core"));
        cut.set("method", std::string("plane"));
        cut.set("point", Vec3(kMiddle));
        cut.set("normal", Vec3(kGrid.direction.col(0)));
        const Case halves = run(sample(), "edit.cut", cut).after;
        const Mask &behind = *halves.structure(Id("core")).mask, &front = *halves.structure(Id("core-cut")).mask;
        QCOMPARE(behind.count() + front.count(), sample().structure(Id("core")).mask->count());
        QVERIFY(intersect(behind, front).empty());
        QVERIFY(blocked(halves, "edit.cut", cut, "result.taken"));
    }

    void fillsBetweenAndSmoothsTogether()
    {
        // A cylinder painted on two slices.
        ParamValues p = stroke("", kMiddle - 8 * kGrid.direction.col(2), 7);
        p.set("name", std::string("rod"));
        p.set("shape", std::string("disc"));
        p.set("normal", Vec3(kGrid.direction.col(2)));
        Case c = run(sample(), "edit.brush", p).after;
        p.set("structure", std::string("rod"));
        p.set("path", std::vector<Vec3>{kMiddle + 8 * kGrid.direction.col(2)});
        c = run(c, "edit.brush", p).after;
        const std::int64_t two = c.structure(Id("rod")).mask->count();
        ParamValues fill;
        fill.set("structure", std::string("rod"));
        Eigen::Index most = 0;
        kGrid.direction.col(2).cwiseAbs().maxCoeff(&most);
        fill.set("slices", std::string(most == 2 ? "axial" : most == 0 ? "sagittal" : "coronal"));
        c = run(c, "edit.fill-between", fill).after;
        QCOMPARE(c.structure(Id("rod")).mask->count(), two / 2 * 9); // slices of 2 mm from -8 to 8 mm

        ParamValues smooth;
        smooth.set("structures", std::vector<std::string>{"rod", "core"});
        smooth.set("method", std::string("together"));
        const Case s = run(c, "edit.smooth", smooth).after;
        QVERIFY(s.structure(Id("rod")).mask->count() != c.structure(Id("rod")).mask->count());
        smooth.set("method", std::string("median"));
        QVERIFY(run(c, "edit.smooth", smooth).after.structure(Id("core")).mask->volumeMl() > 0.9 * ballMl(10));
    }

    void growsSeedsUntilTheyMeet()
    {
        ParamValues p;
        p.set("seeds", std::vector<std::string>{"core", "rim"});
        p.set("volume", std::string("ct"));
        const Case c = run(sample(), "edit.grow-from-seeds", p).after;
        const Structure& core = c.structure(Id("core-grown"));
        QCOMPARE(core.state, ConfirmState::Proposed);
        QVERIFY2(std::abs(core.mask->volumeMl() / ballMl(12) - 1) < 0.03,
                 qPrintable(QString::number(core.mask->volumeMl())));
        QVERIFY(intersect(*core.mask, *c.structure(Id("rim-grown")).mask).empty());
        p.set("seeds", std::vector<std::string>{"core"});
        QVERIFY(blocked(sample(), "edit.grow-from-seeds", p, "seeds.few"));
    }
};

QTEST_GUILESS_MAIN(TestEditOperations)
#include "tst_edit_operations.moc"
