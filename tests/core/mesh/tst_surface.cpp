#include "core/base/error.h"
#include "core/mesh/surface.h"
#include "core/mesh/tree.h"

#include <QTest>

using namespace pollux;

class TestSurface : public QObject
{
    Q_OBJECT

    static Surface tetrahedron(const Vec3f& shift = Vec3f::Zero())
    {
        std::vector<Vec3f> p{{0, 0, 0}, {10, 0, 0}, {0, 10, 0}, {0, 0, 10}};
        for (Vec3f& q : p)
            q += shift;
        return Surface(p, {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}});
    }

private Q_SLOTS:
    void closedFormVolumeAndArea()
    {
        const Surface s = tetrahedron({1e4f, -1e4f, 1e4f});
        QVERIFY(std::abs(s.volumeMl() - 1000.0 / 6 / 1000) < 1e-6);
        QVERIFY(std::abs(tetrahedron().areaMm2() - (150 + 50 * std::sqrt(3.0))) < 1e-3);
        QVERIFY(s.isClosed());
    }

    void anOpenSurfaceIsNotClosed()
    {
        const Surface s = tetrahedron();
        QVERIFY(!Surface(s.points(), {s.triangles()[0], s.triangles()[1], s.triangles()[2]}).isClosed());
        QVERIFY(!Surface().isClosed());
    }

    void normalsPointOutwards()
    {
        const Surface s = tetrahedron();
        const auto n = s.pointNormals();
        for (size_t i = 0; i < n.size(); ++i)
            QVERIFY(n[i].dot(s.points()[i] - Vec3f(2.5f, 2.5f, 2.5f)) > 0);
    }

    void damagedMeshesAreRefused()
    {
        QVERIFY_EXCEPTION_THROWN(Surface({{0, 0, 0}}, {{0, 0, 1}}), Error);
        QVERIFY_EXCEPTION_THROWN(Surface({{std::nanf(""), 0, 0}}, {}), Error);
    }

    void treeCounts()
    {
        Tree t;
        t.nodes = {{{0, 0, 0}, 3, -1}, {{0, 0, 10}, 3, 0}, {{5, 0, 10}, 2, 1}, {{0, 5, 10}, 2, 1}};
        checkTree(t);
        QCOMPARE(t.tips(), 2);
        QCOMPARE(t.bifurcations(), 1);
        QCOMPARE(t.length(), 20.0);
        t.nodes[1].parent = 2;
        QVERIFY_EXCEPTION_THROWN(checkTree(t), Error);
    }
};

QTEST_GUILESS_MAIN(TestSurface)
#include "tst_surface.moc"
