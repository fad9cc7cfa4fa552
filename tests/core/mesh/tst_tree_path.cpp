#include "core/mesh/tree_path.h"

#include <QTest>

using namespace pollux;

namespace {

/// A trunk of 30 mm upwards, a branch of 25 mm to the left from 20 mm on, and a lone piece of 5 mm far away.
Tree forked()
{
    Tree t;
    const auto add = [&](const Vec3& p, int parent) { t.nodes.push_back({p, 1, parent}); };
    add({0, 0, 0}, -1);
    add({0, 0, 10}, 0);
    add({0, 0, 20}, 1);
    add({0, 0, 30}, 2);
    add({10, 0, 20}, 2);
    add({25, 0, 20}, 4);
    add({100, 0, 0}, -1);
    add({105, 0, 0}, 6);
    return t;
}

} // namespace

class TestTreePath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLongestWayFromTheRoot()
    {
        const std::vector<Vec3> path = treePath(forked());
        QCOMPARE(path.size(), size_t(5));
        QCOMPARE(path.front(), Vec3(0, 0, 0));
        QCOMPARE(path.back(), Vec3(25, 0, 20));
    }

    void theWayPastAPoint()
    {
        QCOMPARE(treePath(forked(), Vec3(1, 2, 29)).back(), Vec3(0, 0, 30));
        // Before the fork both go on: the longer one.
        QCOMPARE(treePath(forked(), Vec3(1, 0, 11)).back(), Vec3(25, 0, 20));
        const std::vector<Vec3> lone = treePath(forked(), Vec3(104, 1, 0));
        QCOMPARE(lone.size(), size_t(2));
        QCOMPARE(lone.front(), Vec3(100, 0, 0));
        QVERIFY(treePath(Tree()).empty());
    }
};

QTEST_GUILESS_MAIN(TestTreePath)
#include "tst_tree_path.moc"
