// A window whose text runs from right to left is mirrored; images and the letters on them never are.

#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/viewer/render.h"
#include "ui/viewer/viewer.h"

#include <QApplication>
#include <QTest>

#include <array>

using namespace pollux;

namespace {

constexpr std::array kSlices{"axialView", "sagittalView", "coronalView"};

struct Direction
{
    explicit Direction(Qt::LayoutDirection direction) { QApplication::setLayoutDirection(direction); }
    ~Direction() { QApplication::setLayoutDirection(Qt::LeftToRight); }
};

Path needle()
{
    Path p;
    p.target = sample::kTarget;
    p.entry = sample::kTarget + Vec3(-20, -50, 0);
    p.label = QStringLiteral("Plan A");
    return p;
}

struct Seen
{
    std::vector<QImage> images;
    std::vector<QRect> places;
};

Seen seen(Qt::LayoutDirection direction)
{
    const Direction d(direction);
    Viewer viewer;
    viewer.resize(800, 700);
    viewer.setCase(sample::ballCase());
    viewer.setCrosshair(sample::kTarget);
    viewer.setPath(needle());
    viewer.setNotice(QStringLiteral("Not for clinical use"));
    viewer.show();
    [&] { QVERIFY(QTest::qWaitForWindowExposed(&viewer)); }();
    Seen out;
    for (const char* name : kSlices) {
        auto* view = viewer.findChild<QWidget*>(QLatin1String(name));
        out.images.push_back(view->grab().toImage());
        out.places.push_back(view->geometry());
    }
    return out;
}

} // namespace

class TestRightToLeft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSlicesAreTheSamePixels()
    {
        const Seen left = seen(Qt::LeftToRight), right = seen(Qt::RightToLeft);
        for (size_t n = 0; n < kSlices.size(); ++n) {
            QCOMPARE(right.places[n], left.places[n]);
            QVERIFY2(right.images[n] == left.images[n], kSlices[n]);
            QVERIFY(left.images[n] != left.images[n].mirrored(true, false)); // else the line above would prove nothing
        }
    }

    void soAreThePicturesOfTheReport()
    {
        const auto c = sample::ballCase();
        RenderOptions options;
        options.path = needle();
        const QImage left = renderSlice(*c, options);
        const std::vector<QImage> leftCuts = renderPathSlices(*c, options);
        const Direction d(Qt::RightToLeft);
        QVERIFY(renderSlice(*c, options) == left);
        QVERIFY(renderPathSlices(*c, options) == leftCuts);
        QVERIFY(left != left.mirrored(true, false));
    }

    void theWindowAroundThemIsMirrored()
    {
        const Direction d(Qt::RightToLeft);
        WindowFixture f;
        f.openCase(*sample::ballCase());
        const auto x = [&](const QWidget* w) { return w->mapTo(f.window.get(), QPoint(w->width() / 2, 0)).x(); };
        Viewer* viewer = f.window->viewer();
        QTRY_VERIFY(viewer->isVisible());
        // What is mirrored: the buttons of the tasks begin at the right.
        QTRY_VERIFY(x(f.window->findChild<QWidget*>("task0")) > x(f.window->findChild<QWidget*>("task1")));
        for (const QWidget* view : viewer->findChildren<QWidget*>())
            QVERIFY2(view->layoutDirection() == Qt::LeftToRight, qPrintable(view->objectName()));
        QVERIFY(x(viewer->findChild<QWidget*>("axialView")) < x(viewer->findChild<QWidget*>("sagittalView")));
    }
};

QTEST_MAIN(TestRightToLeft)
#include "tst_right_to_left.moc"
