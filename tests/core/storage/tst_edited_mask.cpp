#include "core/storage/case_file.h"
#include "tests/core/storage/sample_case.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pollux;

/// A mask that was edited is kept in bricks; in the file it is the box that it always was.
class TestEditedMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesAndLoadsAsItsBox()
    {
        const Grid g = sample::grid(70, 50, 40);
        std::vector<std::uint8_t> voxels(static_cast<size_t>(g.voxels()), 0);
        for (size_t n = 40000; n < 110000; ++n)
            voxels[n] = n % 5 == 0 || n % 70 > 40;
        const Mask box(g, voxels);
        Structure s;
        s.name = "edited";
        s.mask = std::make_shared<const Mask>(g, *box.bricks());
        QVERIFY(s.mask->inBricks());

        QTemporaryDir folder;
        const std::filesystem::path file = folder.path().toStdString() + "/a.pollux";
        Case before;
        before.structures[Id("edited")] = std::make_shared<const Structure>(s);
        saveCase(before, file, Job());
        const Case after = loadCase(file, Job());
        const Mask& loaded = *after.structures.at(Id("edited"))->mask;
        QCOMPARE(loaded.key().hex(), box.key().hex());
        QVERIFY(loaded.full() == voxels);

        s.mask = std::make_shared<const Mask>(box);
        QCOMPARE(contentKey(s).hex(), contentKey(*before.structures.at(Id("edited"))).hex());
    }
};

QTEST_GUILESS_MAIN(TestEditedMask)
#include "tst_edited_mask.moc"
