#include "ui/shell/merge.h"

#include <QTest>

using namespace pollux;

namespace {

Case with(const Case& c, const char* id, const char* name)
{
    Edit edit;
    edit.put(Id(id), Landmark{name, Vec3::Zero()});
    return apply(c, edit);
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesInDifferentPlacesAreBothKept()
    {
        const Case base = with(Case{}, "a", "a");
        const auto merged = mergeChange(base, with(base, "b", "by the job"), with(base, "c", "by the user"));
        QVERIFY(merged.has_value());
        QCOMPARE(merged->landmarks.size(), size_t(3));
    }

    void changesInTheSamePlaceAreRefused()
    {
        const Case base = with(Case{}, "a", "a");
        QVERIFY(!mergeChange(base, with(base, "a", "by the job"), with(base, "a", "by the user")));
        QVERIFY(!mergeChange(base, with(base, "b", "by the job"), with(base, "b", "by the user")));
    }

    void aRemovalIsCarriedOver()
    {
        const Case base = with(with(Case{}, "a", "a"), "b", "b");
        Edit edit;
        edit.remove(Id("a"));
        const auto merged = mergeChange(base, apply(base, edit), with(base, "c", "c"));
        QVERIFY(merged.has_value());
        QVERIFY(!merged->landmarks.contains(Id("a")));
        QVERIFY(merged->landmarks.contains(Id("c")));
    }

    void lineageComesAlong()
    {
        const Case base;
        Case after = with(base, "a", "a");
        after.lineage[Id("a")] = std::make_shared<Lineage>();
        const auto merged = mergeChange(base, after, with(base, "b", "b"));
        QVERIFY(merged && merged->lineage.contains(Id("a")));
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
