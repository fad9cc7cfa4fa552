// Handles over the 3-D picture: where they are, how far a drag moves or turns, on which side, and that they are seen.

#include "ui/viewer/gizmo.h"
#include "ui/viewer/scene_lens.h"
#include "ui/viewer/theme.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace pollux;

namespace {

/// From the front (the patient's left on the right), half a millimetre a pixel, 400 x 400 pixels; the origin in their
/// middle.
SceneLens front(bool parallel = true)
{
    SceneLens lens;
    lens.parallel = parallel;
    lens.eye = parallel ? Vec3(0, -500, 0) : Vec3(0, -400, 0);
    lens.height = parallel ? 200 : 0.5;
    lens.size = {400, 400};
    return lens;
}

std::vector<Gizmo::Handle> handles()
{
    return {{Vec3(1, 0, 0), false, "To the left"},
            {Vec3(0, 0, 1), false, "Up"},
            {Vec3(0, -1, 0), false, "Forwards"},
            {Vec3(0, -1, 0), true, "Roll"},
            {Vec3(0, 0, 1), true, "Turn"}};
}

struct Told
{
    int handle = -1;
    double amount = std::nan("");
    bool finished = false;
};

struct Fixture
{
    Gizmo gizmo;
    SceneLens lens;
    Told told;

    explicit Fixture(const SceneLens& l = front()) : lens(l)
    {
        gizmo.setHandles(Vec3::Zero(), handles());
        QObject::connect(&gizmo, &Gizmo::dragged, &gizmo, [this](int handle, double amount, bool finished) {
            told = {handle, amount, finished};
        });
    }
};

} // namespace

class TestGizmo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handlesAreFound()
    {
        const Fixture f;
        QCOMPARE(f.gizmo.at(f.lens, {260, 200}), std::optional(0)); // left is on the right
        QCOMPARE(f.gizmo.at(f.lens, {200, 130}), std::optional(1));
        QVERIFY(f.gizmo.at(f.lens, {140, 200}) != std::optional(0)); // the arrow has one end
        const double d = 58 * std::numbers::sqrt2 / 2;
        QCOMPARE(f.gizmo.at(f.lens, {200 - d, 200 + d}), std::optional(3)); // the ring that is seen from its side
        QVERIFY(!f.gizmo.at(f.lens, {350, 60}));
        QVERIFY(f.gizmo.at(f.lens, {200, 200}) != std::optional(2)); // an arrow at the viewer is none
        QCOMPARE(f.gizmo.at(f.lens, {240, 200}), std::optional(0));  // before the ring that lies there, too
    }

    void anArrowMovesAlongItself()
    {
        for (const bool parallel : {true, false}) {
            Fixture f(front(parallel));
            QVERIFY(f.gizmo.press(f.lens, {260, 200}));
            QVERIFY(f.gizmo.held());
            f.gizmo.drag(f.lens, {300, 230}); // 40 pixels to the right; those down do not count
            QCOMPARE(f.told.handle, 0);
            QVERIFY2(std::fabs(f.told.amount - 20) < 1e-6, qPrintable(QString::number(f.told.amount)));
            QVERIFY(!f.told.finished);
            // The middle moves along meanwhile: it goes on from where it was taken.
            f.gizmo.setHandles(Vec3(20, 0, 0), handles());
            f.gizmo.drag(f.lens, {240, 200});
            QVERIFY(std::fabs(f.told.amount + 10) < 1e-6);
            f.gizmo.release();
            QVERIFY(f.told.finished && std::fabs(f.told.amount + 10) < 1e-6);
            QVERIFY(!f.gizmo.held());
        }
    }

    void upIsUp()
    {
        Fixture f;
        QVERIFY(f.gizmo.press(f.lens, {200, 130}));
        f.gizmo.drag(f.lens, {200, 110});
        QCOMPARE(f.told.handle, 1);
        QVERIFY(std::fabs(f.told.amount - 10) < 1e-6);
    }

    /// About a direction to the viewer a positive turn is counterclockwise; from behind it is the other way round.
    void aRingTurnsByTheAngle()
    {
        const auto at = [](double degrees) {
            const double a = degrees * std::numbers::pi / 180;
            return QPointF(200 + 58 * std::cos(a), 200 - 58 * std::sin(a));
        };
        Fixture f;
        QVERIFY(f.gizmo.press(f.lens, at(45)));
        for (double a = 50; a <= 260; a += 5)
            f.gizmo.drag(f.lens, at(a));
        QCOMPARE(f.told.handle, 3);
        QVERIFY2(std::fabs(f.told.amount - 215) < 1e-6, qPrintable(QString::number(f.told.amount))); // past half a turn
        f.gizmo.release();
        SceneLens back = front();
        back.eye = -back.eye;
        back.towards = -back.towards;
        back.right = -back.right;
        QVERIFY(f.gizmo.press(back, at(45)));
        f.gizmo.drag(back, at(55));
        QVERIFY2(std::fabs(f.told.amount + 10) < 1e-6, qPrintable(QString::number(f.told.amount)));
    }

    /// From its edge a ring about the upward axis is a line: its near side goes to the patient's left for a positive
    /// turn, seen from the front.
    void aRingFromItsEdge()
    {
        Fixture f;
        const QPointF near(180, 200);
        QCOMPARE(f.gizmo.at(f.lens, near), std::optional(4));
        QVERIFY(f.gizmo.press(f.lens, near));
        f.gizmo.drag(f.lens, near + QPointF(58 * 10 * std::numbers::pi / 180, 25));
        QCOMPARE(f.told.handle, 4);
        QVERIFY2(std::fabs(f.told.amount - 10) < 1e-3, qPrintable(QString::number(f.told.amount)));
    }

    void aClickMovesNothing()
    {
        Fixture f;
        QVERIFY(!f.gizmo.press(f.lens, {350, 60}));
        QVERIFY(f.gizmo.press(f.lens, {260, 200}));
        f.gizmo.release();
        QCOMPARE(f.told.handle, -1);
        QVERIFY(f.gizmo.press(f.lens, {260, 200}));
        f.gizmo.hide();
        QVERIFY(!f.gizmo.held() && !f.gizmo.shown());
        f.gizmo.drag(f.lens, {300, 200});
        QCOMPARE(f.told.handle, -1);
    }

    void itIsSeen()
    {
        Fixture f;
        const Theme theme = loadTheme(true);
        const auto count = [&](const QColor& colour, const QRect& where) {
            QImage image(400, 400, QImage::Format_RGB32);
            image.fill(Qt::black);
            QPainter painter(&image);
            f.gizmo.paint(painter, f.lens, theme);
            painter.end();
            int n = 0;
            for (int y = where.top(); y <= where.bottom(); ++y)
                for (int x = where.left(); x <= where.right(); ++x) {
                    const QColor c = image.pixelColor(x, y);
                    n += std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green()) +
                             std::abs(c.blue() - colour.blue()) <
                         30;
                }
            return n;
        };
        const QRect left(225, 190, 80, 20);
        QVERIFY(count(theme.sagittal, left) > 60);
        QCOMPARE(count(theme.warning, left), 0);
        f.gizmo.hover(0);
        QVERIFY(count(theme.warning, left) > 60);
        QVERIFY(count(theme.warning, QRect(100, 300, 200, 40)) > 20); // its name
        f.gizmo.hover(std::nullopt);
        f.gizmo.hide();
        QCOMPARE(count(theme.sagittal, QRect(0, 0, 400, 400)), 0);
    }
};

QTEST_MAIN(TestGizmo)
#include "tst_gizmo.moc"
