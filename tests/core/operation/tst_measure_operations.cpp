// Measurements as objects of the case: closed forms on an oblique, anisotropic grid, what they hang on, what turns
// stale.

#include "core/base/error.h"
#include "core/mesh/extract.h"
#include "core/operation/rebuild.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/operation/standard/edit/edit_operations.h"
#include "core/operation/standard/standard.h"
#include "core/report/report.h"
#include "core/storage/case_file.h"
#include "tests/core/image/shapes.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace pollux;

namespace {

const Grid kGrid = shapes::obliqueMirrored(shapes::grid(60, 60, 30, Vec3(1, 1, 2)));
const Vec3 kMiddle = kGrid.toPatient(30, 30, 15);

Case sample()
{
    std::vector<std::int16_t> v(static_cast<size_t>(kGrid.voxels()));
    for (int k = 0; k < 30; ++k)
        for (int j = 0; j < 60; ++j)
            for (int i = 0; i < 60; ++i)
                v[size_t(kGrid.offset(i, j, k))] = (kGrid.toPatient(i, j, k) - kMiddle).norm() < 12 ? 250 : -50;
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
        s.mask = std::make_shared<Mask>(shapes::ball(kGrid, p, r));
        s.surface = std::make_shared<Surface>(extractSurface(*s.mask, {}, Job()));
        edit.put(slug(name), std::move(s));
    };
    ball("core", kMiddle - 10 * kGrid.direction.col(0), 6);
    ball("rim", kMiddle + 10 * kGrid.direction.col(0), 6);
    return apply(Case(), edit);
}

double value(const Case& c, const char* id, const char* key)
{
    for (const NamedQuantity& q : c.measurements.at(Id(id))->values)
        if (q.key == key)
            return q.quantity.value;
    return NAN;
}

} // namespace

class TestMeasureOperations : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult run(const Case& c, const char* id, const ParamValues& values)
    {
        Job job;
        return runOperation(m_registry.at(id), c, values, {"tester"}, job);
    }
    Case place(const Case& c, const char* kind, const std::vector<Vec3>& points, const char* name = "m")
    {
        ParamValues p;
        p.set("kind", std::string(kind));
        p.set("points", points);
        p.set("name", std::string(name));
        return run(c, "measure.place", p).after;
    }

private Q_SLOTS:
    void initTestCase() { installStandardOperations(m_registry); }

    void figuresOfKnownShapes()
    {
        const Vec3 a = kMiddle, x = Vec3(3, 4, 0), y = Vec3(0, 0, 5);
        const Case c = place(sample(), "length", {a, a + x, a + x + y});
        QVERIFY(std::abs(value(c, "m", "length") - 10) < 1e-9);
        const Quantity& q = c.measurements.at(Id("m"))->values.front().quantity;
        QVERIFY(q.standardDeviation && *q.standardDeviation > 0.2 && *q.standardDeviation < 1.2);
        QCOMPARE(q.unit, Unit::Millimetre);
        QVERIFY(std::abs(value(place(c, "angle", {a + x, a, a + y}), "m", "angle") - 90) < 1e-9);
        QVERIFY(std::abs(value(place(c, "line-angle", {a, a + x, a + y, a + y + Vec3(0, 4, 0)}), "m", "angle") -
                         std::acos(0.8) * 180 / M_PI) < 1e-6);
        QVERIFY(std::abs(value(place(c, "area", {a, a + x, a + x + y, a + y}), "m", "area") - 25) < 1e-9);
    }

    void valuesInRegions()
    {
        const Vec3 x = kGrid.direction.col(0), y = kGrid.direction.col(1);
        Case c = place(sample(), "ellipse", {kMiddle, kMiddle + 6 * x, kMiddle + 4 * y});
        QVERIFY(std::abs(value(c, "m", "mean") - 250) < 1e-6);
        QVERIFY(std::abs(value(c, "m", "area") - M_PI * 24) < 1e-6);
        c = place(c, "sphere", {kMiddle, kMiddle + 8 * x});
        QCOMPARE(value(c, "m", "min"), 250.0);
        QVERIFY(std::abs(value(c, "m", "volume") - 4.0 / 3 * M_PI * 0.512) < 1e-6);
        // Half of it beyond the image: said.
        c = place(c, "sphere", {kGrid.toPatient(0, 30, 15), kGrid.toPatient(6, 30, 15)});
        QVERIFY(!c.measurements.at(Id("m"))->note.empty());
        QVERIFY_THROWS_EXCEPTION(Error, place(c, "ellipse", {Vec3(1e4, 0, 0), Vec3(1e4 + 5, 0, 0), Vec3(1e4, 5, 0)}));
    }

    void wrongNumbersOfPointsAreRefused()
    {
        ParamValues p;
        p.set("points", std::vector<Vec3>{kMiddle, kMiddle + Vec3(5, 0, 0)});
        for (const char* kind : {"angle", "line-angle", "area", "ellipse"}) {
            p.set("kind", std::string(kind));
            const Findings f = checkOperation(m_registry.at("measure.place"), sample(), p);
            QVERIFY(blocks(f) && f.front().code == "measure.points" && !f.front().advice.empty());
        }
        p.set("kind", std::string("length"));
        p.set("name", std::string("core"));
        QVERIFY(blocks(checkOperation(m_registry.at("measure.place"), sample(), p))); // a structure's name
    }

    void theSameNameReplacesIt()
    {
        const Case c = place(place(sample(), "length", {kMiddle, kMiddle + Vec3(5, 0, 0)}), "length",
                             {kMiddle, kMiddle + Vec3(7, 0, 0)});
        QCOMPARE(c.measurements.size(), size_t(1));
        QVERIFY(std::abs(value(c, "m", "length") - 7) < 1e-9);
    }

    /// It goes stale with the surface that it was taken from, and only with that.
    void distanceFollowsItsStructures()
    {
        ParamValues p;
        p.set("a", std::string("core"));
        p.set("b", std::string("rim"));
        p.set("name", std::string("gap"));
        Case c = run(sample(), "measure.distance", p).after;
        QVERIFY2(std::abs(value(c, "gap", "distance") - 8) < 0.6,
                 qPrintable(QString::number(value(c, "gap", "distance"))));
        const Measurement& m = *c.measurements.at(Id("gap"));
        QVERIFY(std::abs((m.points[1] - m.points[0]).norm() - value(c, "gap", "distance")) < 1e-6);
        QVERIFY(staleIds(c).empty());
        ParamValues stroke;
        stroke.set("structure", std::string("rim"));
        stroke.set("path", std::vector<Vec3>{kMiddle + 4 * kGrid.direction.col(0)});
        stroke.set("radius", 3.0);
        c = run(c, "edit.brush", stroke).after;
        QVERIFY(staleIds(c).contains(Id("gap")));
        p.set("b", std::string("core"));
        QVERIFY(blocks(checkOperation(m_registry.at("measure.distance"), c, p)));
    }

    void diameterOfATree()
    {
        Case c = sample();
        Structure s = c.structure(Id("core"));
        Tree tree;
        for (int n = 0; n < 10; ++n)
            tree.nodes.push_back({kMiddle + Vec3(0, 0, 2.0 * n), 1.0 + 0.2 * n, n - 1});
        s.tree = std::make_shared<Tree>(tree);
        Edit edit;
        edit.put(Id("core"), s);
        ParamValues p;
        p.set("structure", std::string("core"));
        p.set("point", Vec3(kMiddle + Vec3(3, 1, 8.3)));
        p.set("name", std::string("d"));
        c = run(apply(c, edit), "measure.diameter", p).after;
        QVERIFY(std::abs(value(c, "d", "diameter") - 2 * 1.8) < 1e-9);
        const Measurement& m = *c.measurements.at(Id("d"));
        QVERIFY(std::abs((m.points[1] - m.points[0]).dot(Vec3::UnitZ())) < 1e-9); // across the vessel
    }

    void storedReportedAndKept()
    {
        const Case c = place(sample(), "length", {kMiddle, kMiddle + Vec3(5, 0, 0)}, "Length 1");
        const QTemporaryDir dir;
        const std::string file = dir.filePath("c.pollux").toStdString();
        saveCase(c, file, Job());
        const Case back = loadCase(file, Job());
        const Measurement &a = *c.measurements.at(Id("length-1")), &b = *back.measurements.at(Id("length-1"));
        QVERIFY(a.name == b.name && a.kind == b.kind && a.points == b.points && a.values == b.values);
        const Report report = makeReport(c, m_registry, {});
        QVERIFY(toHtml(report).find("Length 1") != std::string::npos);
        QVERIFY(toHtml(report).find("5.0 ± ") != std::string::npos);
        const auto json = reportJson(c, report)["measurements"]["length-1"]["values"]["length"];
        QVERIFY(std::abs(json["value"].get<double>() - 5) < 1e-9 && json["unit"] == "mm");
        QVERIFY(json["standard_deviation"].get<double>() > 0);
    }
};

QTEST_GUILESS_MAIN(TestMeasureOperations)
#include "tst_measure_operations.moc"
