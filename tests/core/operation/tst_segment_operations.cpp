#include "core/base/error.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/operation/standard/standard.h"
#include "tests/core/image/shapes.h"

#include <QTest>

using namespace pollux;

namespace {

Case sample()
{
    const Grid g = shapes::obliqueMirrored(shapes::grid(60, 60, 30, Vec3(1, 1, 2)));
    const Vec3 c = shapes::middle(g);
    std::vector<std::int16_t> v(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < 30; ++k)
        for (int j = 0; j < 60; ++j)
            for (int i = 0; i < 60; ++i) {
                const double d = (g.toPatient(i, j, k) - c).norm();
                v[size_t(g.offset(i, j, k))] = d < 12 ? 250 : d < 22 ? 100 : -50;
            }
    VolumeObject ct;
    ct.name = std::string("CT");
    ct.modality = std::string("CT");
    ct.unit = std::string("HU");
    ct.volume = Volume(g, std::move(v));
    Edit edit;
    edit.put(Id("ct"), std::move(ct));
    const auto seed = [&](const char* name, const Vec3& p, double r) {
        Structure s;
        s.name = name;
        s.mask = std::make_shared<Mask>(shapes::ball(g, p, r));
        edit.put(slug(name), std::move(s));
    };
    seed("core", c, 4);
    seed("rim", c + g.direction.col(0) * 17, 2.5);
    seed("air", g.toPatient(3, 3, 3), 3);
    return apply(Case(), edit);
}

} // namespace

class TestSegmentOperations : public QObject
{
    Q_OBJECT

    Registry m_registry;

    Case run(const Case& c, const char* id, const ParamValues& values)
    {
        Job job;
        return runOperation(m_registry.at(id), c, values, {"tester"}, job).after;
    }

private Q_SLOTS:
    void initTestCase()
    {
        installSegmentOperations(m_registry);
        installMeshOperations(m_registry);
    }

    /// A threshold, its surface, its measures: figures against the ball they come from.
    void fromThresholdToFigures()
    {
        ParamValues p;
        p.set("low", 200.0);
        p.set("high", 300.0);
        p.set("anatomy", std::string("liver"));
        Case c = run(sample(), "segment.threshold", p);
        const Structure liver = c.structure(Id("liver"));
        QCOMPARE(liver.anatomy, std::string("liver"));
        QCOMPARE(liver.state, ConfirmState::Proposed);
        QVERIFY(liver.colour == findAnatomy("liver")->colour);
        const double ml = 4.0 / 3 * M_PI * 12 * 12 * 12 / 1000;
        QVERIFY(std::abs(liver.mask->volumeMl() / ml - 1) < 0.03);

        ParamValues only;
        only.set("structures", std::vector<std::string>{"liver"});
        c = run(c, "mesh.surface", only);
        QVERIFY(c.structure(Id("liver")).surface->isClosed());
        QVERIFY(c.structure(Id("liver")).mask == liver.mask);
        QVERIFY(c.lineage.count(Id("liver/surface")) == 1);
        c = run(c, "measure.statistics", only);
        std::map<std::string, double> m;
        for (const NamedQuantity& q : c.structure(Id("liver")).measures)
            m[q.key] = q.quantity.value;
        QCOMPARE(m.at("mean"), 250.0);
        QCOMPARE(m.at("sd"), 0.0);
        QVERIFY(std::abs(m.at("volume") / ml - 1) < 0.03);
        QVERIFY(std::abs(m.at("area") / (4 * M_PI * 144) - 1) < 0.05);
        QVERIFY(std::abs(m.at("diameter") - 24) < 2);
        ParamValues of;
        of.set("structure", std::string("liver"));
        c = run(c, "image.distance-map", of);
        const Volume& d = c.volume(Id("liver-distance")).volume;
        // The middle lies between eight voxel centres, each 1.22 mm from it.
        QVERIFY(std::abs(d.sample(shapes::middle(d.grid())) + 12 - 1.22) < 1.0);
        c = run(c, "mesh.centrelines", of);
        QVERIFY(c.structure(Id("liver")).tree);
    }

    void growFloodCombine()
    {
        Case c = sample();
        const Vec3 middle = shapes::middle(c.volume(Id("ct")).volume.grid());
        ParamValues p;
        p.set("seed", middle);
        p.set("low", 50.0);
        p.set("high", 300.0);
        p.set("name", std::string("Whole"));
        c = run(c, "segment.region-grow", p);
        const double whole = c.structure(Id("whole")).mask->volumeMl();
        QVERIFY(std::abs(whole / (4.0 / 3 * M_PI * 22 * 22 * 22 / 1000) - 1) < 0.03);

        ParamValues w;
        w.set("markers", std::vector<std::string>{"core", "rim", "air"});
        w.set("sigma", 0.5);
        c = run(c, "segment.watershed", w);
        const double inner = c.structure(Id("core-watershed")).mask->volumeMl();
        QVERIFY2(std::abs(inner / (4.0 / 3 * M_PI * 12 * 12 * 12 / 1000) - 1) < 0.25,
                 qPrintable(QString::number(inner)));

        ParamValues k;
        k.set("a", std::string("whole"));
        k.set("b", std::string("core-watershed"));
        k.set("method", std::string("difference"));
        c = run(c, "mask.combine", k);
        QCOMPARE(c.structure(Id("combined")).mask->volumeMl(), whole - inner);

        ParamValues m;
        m.set("structure", std::string("whole"));
        m.set("method", std::string("erode"));
        m.set("radius", 5.0);
        c = run(c, "mask.morphology", m);
        QVERIFY(std::abs(c.structure(Id("whole")).mask->volumeMl() / (4.0 / 3 * M_PI * 17 * 17 * 17 / 1000) - 1) < 0.1);
    }

    /// Nothing runs on an empty case, over a confirmed structure, or with bounds exchanged; and it says so.
    void refuses()
    {
        for (const Operation* op : m_registry.all())
            QVERIFY2(blocks(checkOperation(*op, Case(), {})), op->info().id.c_str());
        Case c = sample();
        ParamValues p;
        p.set("low", 10.0);
        p.set("high", 5.0);
        QVERIFY(blocks(checkOperation(m_registry.at("segment.threshold"), c, p)));
        p.set("high", 50000.0);
        p.set("low", 40000.0);
        QVERIFY_EXCEPTION_THROWN((void)run(c, "segment.threshold", p), Error); // nothing found
        p.set("anatomy", std::string("no such thing"));
        QVERIFY(blocks(checkOperation(m_registry.at("segment.threshold"), c, p)));
        Edit edit;
        Structure s = c.structure(Id("core"));
        s.state = ConfirmState::Confirmed;
        edit.put(Id("core"), s);
        c = apply(c, edit);
        ParamValues m;
        m.set("structure", std::string("core"));
        QVERIFY(blocks(checkOperation(m_registry.at("mask.morphology"), c, m)));
        m.set("name", std::string("Larger core"));
        QVERIFY(!blocks(checkOperation(m_registry.at("mask.morphology"), c, m)));
    }
};

QTEST_GUILESS_MAIN(TestSegmentOperations)
#include "tst_segment_operations.moc"
