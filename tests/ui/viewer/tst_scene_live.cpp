// The 3-D view follows a stroke at once: what is being edited is drawn from its mask until its surface is made again.

#include "sample_case.h"
#include "ui/viewer/viewer.h"

#include <QTest>

using namespace pollux;

namespace {

constexpr double kBeyondLiver = 0.78; ///< of the view's width, as it is fitted to the liver
const QColor kEdited(0, 255, 0);      ///< no structure of the sample is green

/// Pixels of the 3-D view, from a part of its width on, that are more green than anything else.
int green(Viewer& viewer, double from = 0)
{
    QTest::qWait(20); // laid out
    const QWidget* pane = viewer.findChild<QWidget*>("volumeView");
    const QImage all = viewer.grabViews().convertToFormat(QImage::Format_RGB32);
    const QRect part(pane->mapTo(&viewer, QPoint(0, 0)), pane->size());
    int n = 0;
    for (int y = part.top(); y < part.bottom(); ++y)
        for (int x = part.left() + static_cast<int>(from * part.width()); x < part.right(); ++x) {
            const QRgb p = all.pixel(x, y);
            n += qGreen(p) > 60 && qGreen(p) > 2 * qRed(p) && qGreen(p) > 2 * qBlue(p);
        }
    return n;
}

std::shared_ptr<const Mask> lump(const Case& c, const Vec3& centre, double radius)
{
    const Grid& g = c.volumes.at(Id("ct"))->volume.grid();
    return std::make_shared<const Mask>(g, *sample::ballMask(g, centre, radius).bricks());
}

} // namespace

class TestSceneLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStrokeIsSeenUntilTheSurfaceIsMade()
    {
        Viewer viewer;
        viewer.resize(900, 700);
        viewer.show();
        QVERIFY(QTest::qWaitForWindowExposed(&viewer));
        viewer.setLayout(Viewer::Layout::Volume3D);
        auto c = std::make_shared<Case>(*sample::ballCase());
        c->structures.erase(Id("skin"));
        auto liver = std::make_shared<Structure>(*c->structures.at(Id("liver")));
        liver->colour = {0, 255, 0};
        c->structures[Id("liver")] = liver;
        viewer.setCase(c);
        viewer.resetViews();
        const int before = green(viewer);
        QVERIFY2(before > 500, qPrintable(QString::number(before)));
        QCOMPARE(green(viewer, kBeyondLiver), 0);

        // The stroke paints far beyond the liver: much more of it is to be seen, while it goes on.
        const Vec3 at(40, 0, 10);
        const auto painted = std::make_shared<const Mask>(unite(*lump(*c, Vec3(-34, -6, 10), 36), *lump(*c, at, 30)));
        viewer.setMaskPreview(MaskPreview{Id("liver"), painted, kEdited});
        const int during = green(viewer);
        QVERIFY2(during > before, qPrintable(QString("%1, then %2").arg(before).arg(during)));
        QVERIFY2(green(viewer, kBeyondLiver) > 10000, qPrintable(QString::number(green(viewer, kBeyondLiver))));

        // The edit has landed, its surface has not: it stays in sight.
        auto edited = std::make_shared<Case>(*c);
        auto bigger = std::make_shared<Structure>(*liver);
        bigger->mask = painted;
        edited->structures[Id("liver")] = bigger;
        viewer.setCase(edited);
        viewer.setMaskPreview(std::nullopt);
        QVERIFY(std::abs(green(viewer) - during) < during / 20);

        // Undone, its own surface is right again.
        viewer.setCase(c);
        QVERIFY(std::abs(green(viewer) - before) < before / 20);

        // Redone and made anew, the new surface is shown, not the bricks: here one that is smaller than both.
        viewer.setCase(edited);
        auto made = std::make_shared<Case>(*edited);
        auto remade = std::make_shared<Structure>(*bigger);
        remade->surface = std::make_shared<Surface>(sample::ballSurface(Vec3(-34, -6, 10), 12));
        made->structures[Id("liver")] = remade;
        viewer.setCase(made);
        QVERIFY(green(viewer) < before / 2);
    }

    void aHiddenStructureStaysHidden()
    {
        Viewer viewer;
        viewer.resize(900, 700);
        viewer.show();
        QVERIFY(QTest::qWaitForWindowExposed(&viewer));
        viewer.setLayout(Viewer::Layout::Volume3D);
        const auto c = sample::ballCase();
        viewer.setCase(c);
        viewer.setStructureVisible(Id("skin"), false);
        viewer.setStructureVisible(Id("liver"), false);
        viewer.resetViews();
        viewer.setMaskPreview(MaskPreview{Id("liver"), lump(*c, Vec3(0, 0, 0), 50), kEdited});
        QCOMPARE(green(viewer), 0);
        // A structure that does not exist yet is seen as it is drawn.
        viewer.setMaskPreview(MaskPreview{Id("new"), lump(*c, Vec3(0, 0, 0), 50), kEdited});
        QVERIFY(green(viewer) > 500);
        viewer.setMaskPreview(std::nullopt); // given up
        QCOMPARE(green(viewer), 0);
    }
};

QTEST_MAIN(TestSceneLive)
#include "tst_scene_live.moc"
