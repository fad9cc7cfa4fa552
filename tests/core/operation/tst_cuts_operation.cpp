// measure.cuts: a tapering vessel with a bend behind it, the figures of a shunt (20 mm to both sides of its ostium),
// what is refused, what turns stale.

#include "core/base/error.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "tests/core/image/shapes.h"

#include <QTest>

#include <cmath>

using namespace pollux;

namespace {

const Grid kGrid = [] {
    Grid g = shapes::obliqueMirrored(shapes::grid(60, 60, 110, Vec3(0.8, 0.8, 1)));
    return g;
}();
const Vec3 kMiddle = shapes::middle(kGrid);
/// Along the vessel, oblique to the body and to the grid.
const Vec3 kAlong = (kGrid.direction.col(2) + 0.15 * kGrid.direction.col(0)).normalized();

/// A vessel whose radius falls from 9 to 6 mm over 80 mm along kAlong.
double radiusAt(double along)
{
    return 7.5 - along * 3 / 80;
}

Case sample()
{
    Structure s;
    s.name = std::string("Vena cava");
    s.anatomy = std::string("vena_cava");
    s.mask = std::make_shared<Mask>(shapes::mask(kGrid, [](const Vec3& p) {
        const Vec3 d = p - kMiddle;
        const double along = d.dot(kAlong);
        return std::abs(along) < 45 && (d - along * kAlong).norm() <= radiusAt(along);
    }));
    Tree tree;
    for (int n = 0; n <= 80; ++n)
        tree.nodes.push_back({kMiddle + (n - 40.0) * kAlong, radiusAt(n - 40.0), n - 1});
    s.tree = std::make_shared<Tree>(std::move(tree));
    Edit edit;
    edit.put(Id("vena-cava"), std::move(s));
    Structure bare;
    bare.name = std::string("Bare line");
    bare.tree = std::make_shared<Tree>(Tree{{{kMiddle, 1, -1}, {kMiddle + Vec3(0, 0, 9), 1, 0}}});
    edit.put(Id("bare"), std::move(bare));
    return apply(Case(), edit);
}

double value(const Measurement& m, const std::string& key)
{
    for (const NamedQuantity& q : m.values)
        if (q.key == key)
            return q.quantity.value;
    return NAN;
}

} // namespace

class TestCutsOperation : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult run(const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at("measure.cuts"), c, v, {"tester"}, job);
    }
    static ParamValues values()
    {
        ParamValues v;
        v.set("structure", std::string("vena-cava"));
        v.set("name", std::string("Cava"));
        return v;
    }

private Q_SLOTS:
    void initTestCase() { installStandardOperations(m_registry); }

    /// 20 mm to both sides of an ostium beside the vessel, and the length between.
    void aShunt()
    {
        ParamValues v = values();
        v.set("origin", Vec3(kMiddle + 5 * kAlong + 10 * kGrid.direction.col(1)));
        v.set("step", 20.0);
        v.set("extent", 20.0);
        const RunResult r = run(sample(), v);
        const Measurement& m = *r.after.measurements.at(Id("cava"));
        QCOMPARE(m.kind, MeasurementKind::Length);
        QCOMPARE(m.points.size(), size_t(3));
        for (int n = 0; n < 3; ++n) {
            const std::string cut = "cut_" + std::to_string(n + 1);
            const double along = -20 + 20.0 * n;
            QVERIFY(std::abs(value(m, cut + ".distance") - along) < 1e-9);
            const double expected = 2 * radiusAt(5 + along);
            QVERIFY2(std::abs(value(m, cut + ".diameter") - expected) < 0.5,
                     qPrintable(QString::number(value(m, cut + ".diameter"))));
            const double area = value(m, cut + ".area");
            QVERIFY(std::abs(2 * std::sqrt(area / M_PI) - value(m, cut + ".diameter")) < 1e-9);
            QVERIFY((m.points[static_cast<size_t>(n)] - kMiddle - (5 + along) * kAlong).norm() < 0.7);
        }
        QVERIFY(std::abs(value(m, "length") - 40) < 1e-9);
        QCOMPARE(m.values.front().key, std::string("smallest"));
        QCOMPARE(value(m, "smallest"), value(m, "cut_3.diameter"));
        QCOMPARE(value(m, "largest"), value(m, "cut_1.diameter"));
        QVERIFY(m.values.front().quantity.standardDeviation);
        QVERIFY(m.note.find("Distances grow") == 0);
        QVERIFY(staleIds(r.after).empty());
        // With another mask it is out of date.
        Edit edit;
        Structure s = r.after.structure(Id("vena-cava"));
        s.mask = std::make_shared<Mask>(shapes::ball(kGrid, kMiddle, 20));
        edit.put(Id("vena-cava"), std::move(s));
        QVERIFY(staleIds(apply(r.after, edit)).contains(Id("cava")));
    }

    void allAlongAndOneAlone()
    {
        ParamValues v = values();
        v.set("step", 10.0);
        const Case c = run(sample(), v).after;
        QCOMPARE(c.measurements.at(Id("cava"))->points.size(), size_t(9)); // 0 to 80 mm from the root
        v.set("origin", kMiddle);
        v.set("step", 50.0);
        const Measurement one = *run(c, v).after.measurements.at(Id("cava"));
        QCOMPARE(one.kind, MeasurementKind::Diameter);
        QVERIFY(std::abs((one.points[1] - one.points[0]).norm() - value(one, "cut_1.diameter")) < 1e-9);
        QVERIFY(std::abs((one.points[1] - one.points[0]).dot(kAlong)) < 0.1);
    }

    void cutsThatAreTooShortAreTold()
    {
        ParamValues v = values();
        v.set("reach", 5.0);
        const RunResult r = run(sample(), v);
        bool told = false;
        for (const Finding& f : r.findings)
            told = told || (f.code == "measure.cut-short" && f.severity == Severity::Warning);
        QVERIFY(told);
        QVERIFY(r.after.measurements.at(Id("cava"))->note.find("too small") != std::string::npos);
    }

    void aGapInTheVesselIsTold()
    {
        const Case whole = sample();
        Structure s = whole.structure(Id("vena-cava"));
        s.mask = std::make_shared<Mask>(subtract(
            *s.mask, shapes::mask(kGrid, [](const Vec3& p) { return std::abs((p - kMiddle).dot(kAlong)) < 3; })));
        Edit edit;
        edit.put(Id("vena-cava"), std::move(s));
        ParamValues v = values();
        v.set("step", 10.0);
        const RunResult r = run(apply(whole, edit), v);
        QCOMPARE(r.after.measurements.at(Id("cava"))->points.size(), size_t(8)); // that at 40 mm is missing
        bool told = false;
        for (const Finding& f : r.findings)
            told = told || f.code == "measure.cut-missed";
        QVERIFY(told);
    }

    void whatCannotWorkIsRefused()
    {
        const Operation& operation = m_registry.at("measure.cuts");
        ParamValues v = values();
        v.set("structure", std::string("bare"));
        const Findings bare = checkOperation(operation, sample(), v);
        QVERIFY(blocks(bare) && bare.front().code == "structure.empty");
        v = values();
        v.set("name", std::string("vena cava"));
        QVERIFY(blocks(checkOperation(operation, sample(), v)));
        // The line misses the vessel: an error that says what to do.
        Case c = sample();
        Structure s = c.structure(Id("vena-cava"));
        s.mask = std::make_shared<Mask>(shapes::ball(kGrid, kMiddle + 18 * kGrid.direction.col(0), 3));
        Edit edit;
        edit.put(Id("vena-cava"), std::move(s));
        try {
            run(apply(c, edit), values());
            QFAIL("it cut nothing");
        } catch (const Error& e) {
            QVERIFY(!e.advice().empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestCutsOperation)
#include "tst_cuts_operation.moc"
