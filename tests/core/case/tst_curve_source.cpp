#include "core/base/error.h"
#include "core/case/curve_source.h"

#include <QTest>

using namespace pollux;

namespace {

Case sampleCase()
{
    Case c;
    Structure vessel;
    vessel.name = std::string("Vessel");
    Tree tree;
    for (int z = 0; z <= 40; z += 10) // the root at the feet
        tree.nodes.push_back({Vec3(0, 0, z), 2, z / 10 - 1});
    tree.nodes.push_back({Vec3(8, 0, 20), 1, 2});
    vessel.tree = std::make_shared<Tree>(tree);
    c.structures[Id("vessel")] = std::make_shared<Structure>(vessel);
    Structure organ;
    organ.name = std::string("Organ");
    c.structures[Id("organ")] = std::make_shared<Structure>(organ);
    Measurement path;
    path.name = std::string("Jaw");
    path.kind = MeasurementKind::Length;
    path.points = {Vec3(40, 0, 0), Vec3(0, -45, 1), Vec3(-40, 0, 0)}; // from left to right
    c.measurements[Id("jaw")] = std::make_shared<Measurement>(path);
    Measurement angle;
    angle.kind = MeasurementKind::Angle;
    angle.points = path.points;
    c.measurements[Id("angle")] = std::make_shared<Measurement>(angle);
    return c;
}

std::pair<ErrorCode, std::string> errorOf(const Case& c, const char* id)
{
    try {
        curveSource(c, Id(id));
    } catch (const Error& e) {
        return {e.code(), e.what()};
    }
    return {ErrorCode::Internal, {}};
}

} // namespace

class TestCurveSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void centrelinesAndPathsAreCurves()
    {
        QVERIFY(curvesOf(sampleCase()) == (std::vector<Id>{Id("vessel"), Id("jaw")}));
        QVERIFY(curvesOf(Case()).empty());
    }

    /// As the slices are seen: the head up, the patient's right on the left.
    void inReadingOrder()
    {
        const Case c = sampleCase();
        const CurveSource vessel = curveSource(c, Id("vessel"));
        QCOMPARE(vessel.points.front(), Vec3(0, 0, 40));
        QCOMPARE(vessel.points.back(), Vec3(0, 0, 0));
        QVERIFY(vessel.smoothingMm > 0);
        const CurveSource jaw = curveSource(c, Id("jaw"));
        QCOMPARE(jaw.points.size(), size_t(3));
        QCOMPARE(jaw.points.front(), Vec3(-40, 0, 0));
        QCOMPARE(jaw.smoothingMm, 0.0);
        QVERIFY(!jaw.stale && !vessel.stale);
    }

    void aBranchByAPointOfIt()
    {
        const CurveSource branch = curveSource(sampleCase(), Id("vessel"), Vec3(9, 1, 20));
        QCOMPARE(branch.points.size(), size_t(4)); // root, 10, 20 and the branch
        QVERIFY(branch.points.front() == Vec3(8, 0, 20) || branch.points.back() == Vec3(8, 0, 20));
    }

    void whatItWasMadeFromHasChanged()
    {
        Case c = sampleCase();
        Lineage made;
        made.operation = std::string("mesh.centrelines");
        made.inputs = {{Id("organ"), ContentKey()}};
        c.lineage[Id("vessel/tree")] = std::make_shared<Lineage>(made);
        QVERIFY(curveSource(c, Id("vessel")).stale);
        QVERIFY(!curveSource(c, Id("jaw")).stale);
    }

    void whatIsNoCurveSaysWhatIs()
    {
        const Case c = sampleCase();
        const auto absent = errorOf(c, "aorta");
        QCOMPARE(absent.first, ErrorCode::NotFound);
        QVERIFY2(absent.second.find("vessel, jaw") != std::string::npos, absent.second.c_str());
        for (const char* id : {"organ", "angle"})
            QCOMPARE(errorOf(c, id).first, ErrorCode::BadInput);
        QVERIFY(errorOf(Case(), "aorta").second.find("mesh.centrelines") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestCurveSource)
#include "tst_curve_source.moc"
