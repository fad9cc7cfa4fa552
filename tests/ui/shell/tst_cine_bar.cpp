// Phases of a 4-D series played in the views: their order, what stays, and that slow drawing piles nothing up.

#include "tests/core/case/moving_case.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/shell/cine_bar.h"
#include "ui/shell/view_bar.h"

#include <QAction>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QThread>
#include <QToolButton>

using namespace pollux;

namespace {

/// In the order of the numbers in their phases, which is not that of the ids.
const std::vector<Id> kOrder{Id("ct-3"), Id("ct-2"), Id("ct")};

/// Three phases with a display window each, and an image of another series.
std::shared_ptr<Case> phases()
{
    auto c = std::make_shared<Case>();
    Grid g;
    g.size = {24, 24, 12};
    g.spacing = Vec3(8, 8, 16);
    g.origin = Vec3(-92, -92, -88);
    const auto put = [&](const char* id, const char* series, const char* phase, double radius) {
        VolumeObject v;
        v.name = std::string("Heart (") + phase + ")";
        v.modality = std::string("CT");
        v.seriesUid = series;
        v.phase = phase;
        v.windowCentre = radius;
        v.windowWidth = 10 * radius;
        v.volume = sample::ballVolume(g, Vec3::Zero(), radius);
        c->volumes[Id(id)] = std::make_shared<VolumeObject>(std::move(v));
    };
    put("ct", "1.2", "time point 10", 70);
    put("ct-2", "1.2", "time point 9", 50);
    put("ct-3", "1.2", "time point 2", 30);
    put("ct-4", "1.3", "time point 1", 20);
    return c;
}

/// Draws slowly, and notes what was drawn of which phase.
struct SlowView : QObject
{
    Viewer& viewer;
    std::vector<Id> drawn;
    int ms;

    SlowView(Viewer& v, int wait, const char* view = "axialView") : viewer(v), ms(wait)
    {
        v.findChild<QWidget*>(view)->installEventFilter(this);
    }
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            if (drawn.empty() || drawn.back() != viewer.volume())
                drawn.push_back(viewer.volume());
            QThread::msleep(static_cast<unsigned long>(ms));
        }
        return false;
    }
};

struct Bar
{
    Viewer viewer;
    ViewBar bar{viewer};
    std::vector<Id> shown; ///< one after another

    explicit Bar(const std::shared_ptr<Case>& c = phases())
    {
        viewer.resize(500, 400);
        viewer.setCase(c);
        bar.setCase(c);
        viewer.show();
        QObject::connect(&viewer, &Viewer::lookChanged, &bar, [this] {
            if (shown.empty() || shown.back() != viewer.volume())
                shown.push_back(viewer.volume());
        });
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&viewer)); }();
    }
    template <class T>
    T* at(const char* name) const
    {
        return bar.findChild<T*>(QLatin1String(name));
    }
    void press(const char* button) const { at<QPushButton>(button)->click(); }
};

/// Each follows the one before in the order of the phases, around.
bool inTurn(const std::vector<Id>& shown)
{
    for (size_t n = 0; n + 1 < shown.size(); ++n) {
        const auto here = std::find(kOrder.begin(), kOrder.end(), shown[n]);
        if (here == kOrder.end() ||
            shown[n + 1] != kOrder[static_cast<size_t>(here + 1 - kOrder.begin()) % kOrder.size()])
            return false;
    }
    return true;
}

} // namespace

class TestCineBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutPhasesItSaysWhy()
    {
        Bar b(std::make_shared<Case>(*sample::ballCase()));
        const auto disabled = [&] {
            QStringList wrong;
            for (const char* name :
                 {"cineButton", "cinePlay", "cineBack", "cineForward", "cineSlider", "cineRate", "cineLoop"})
                if (const auto* w = b.at<QWidget>(name); w->isEnabled() || !w->toolTip().contains("image"))
                    wrong << QLatin1String(name);
            return wrong.join(u' ');
        };
        QCOMPARE(disabled(), QString());
        const auto c = phases();
        b.viewer.setCase(c);
        b.viewer.setVolume(Id("ct-4")); // of a series of one
        QCOMPARE(disabled(), QString());
        b.viewer.setVolume(Id("ct"));
        QVERIFY(b.at<QToolButton>("cineButton")->isEnabled() && b.at<QPushButton>("cinePlay")->isEnabled());
        b.viewer.setCase(nullptr);
        QCOMPARE(disabled(), QString());
    }

    void stepsGoThroughThePhasesInTheirOrder()
    {
        Bar b;
        b.viewer.setVolume(Id("ct-3"));
        b.viewer.setWindow(33, 444);
        b.viewer.setCrosshair(Vec3(4, -12, 24));
        auto* slider = b.at<QSlider>("cineSlider");
        QCOMPARE(slider->maximum(), 2);
        for (const size_t phase : {size_t(1), size_t(2), size_t(0)}) {
            b.press("cineForward");
            QCOMPARE(b.viewer.volume(), kOrder[phase]);
            QCOMPARE(slider->value(), static_cast<int>(phase));
            QVERIFY(b.at<QLabel>("cineTold")->text().contains(QString::number(phase + 1)));
        }
        b.at<QCheckBox>("cineLoop")->setChecked(false);
        b.press("cineBack"); // the first stays
        QCOMPARE(b.viewer.volume(), kOrder[0]);
        slider->setValue(2);
        QCOMPARE(b.viewer.volume(), kOrder[2]);
        // Only the volume changed.
        QCOMPARE(b.viewer.windowCentre(), 33.0);
        QCOMPARE(b.viewer.windowWidth(), 444.0);
        QVERIFY((b.viewer.crosshair() - Vec3(4, -12, 24)).norm() < 1e-12);
    }

    void playsAroundUntilItIsPaused()
    {
        Bar b;
        b.viewer.setVolume(kOrder[0]);
        b.viewer.setWindow(33, 444);
        auto* rate = b.at<QSpinBox>("cineRate");
        QCOMPARE(rate->minimum(), 2);
        QCOMPARE(rate->maximum(), 25);
        rate->setValue(25);
        b.shown.clear();
        b.press("cinePlay");
        QCOMPARE(b.at<QPushButton>("cinePlay")->text(), QString("Pause"));
        QTRY_VERIFY(b.shown.size() >= 8);
        b.press("cinePlay");
        const Id last = b.viewer.volume();
        const size_t count = b.shown.size();
        QVERIFY(inTurn(b.shown));
        QTest::qWait(150); // three pictures' time
        QCOMPARE(b.shown.size(), count);
        QCOMPARE(b.viewer.volume(), last);
        QCOMPARE(b.viewer.windowCentre(), 33.0);
        QCOMPARE(b.at<QPushButton>("cinePlay")->text(), QString("Play"));
    }

    void onceOnlyItStopsAtTheEnd()
    {
        Bar b;
        b.viewer.setVolume(kOrder[0]);
        b.at<QSpinBox>("cineRate")->setValue(25);
        b.at<QCheckBox>("cineLoop")->setChecked(false);
        b.press("cinePlay");
        QTRY_VERIFY(!b.bar.cine()->playing());
        QCOMPARE(b.viewer.volume(), kOrder[2]);
        b.press("cinePlay"); // again from the start
        QCOMPARE(b.viewer.volume(), kOrder[0]);
        // Another series is looked at: it does not take the views back.
        b.viewer.setVolume(Id("ct-4"));
        QVERIFY(!b.bar.cine()->playing());
        QTest::qWait(150);
        QCOMPARE(b.viewer.volume(), Id("ct-4"));
    }

    /// A picture takes twice the time that its rate gives it: each phase is drawn before the next is shown.
    void slowPicturesAreAllDrawn()
    {
        Bar b;
        b.viewer.setVolume(kOrder[0]);
        QTest::qWait(50);
        SlowView slow(b.viewer, 80);
        b.at<QSpinBox>("cineRate")->setValue(25);
        b.shown.clear();
        b.press("cinePlay");
        QTRY_VERIFY(b.shown.size() >= 6);
        b.press("cinePlay");
        QTRY_VERIFY(slow.drawn.size() >= b.shown.size());
        QVERIFY(inTurn(slow.drawn));
        QVERIFY(slow.drawn == b.shown || std::vector<Id>(slow.drawn.begin() + 1, slow.drawn.end()) == b.shown);
    }

    void aMapThatChangesIsPlayedInsteadOfThePhases()
    {
        const auto c = phases();
        Field f = *sample::ballCase()->fields.at(Id("map"));
        const size_t points = f.values.size();
        f.times = {0, 10, 25};
        f.values.resize(3 * points, 1.0f);
        c->fields[Id("map")] = std::make_shared<Field>(f);
        f.times.clear();
        f.values.resize(points);
        c->fields[Id("still")] = std::make_shared<Field>(f);
        Bar b(c);
        b.viewer.setVolume(kOrder[0]);
        b.viewer.setField(Id("map"));
        auto* slider = b.at<QSlider>("cineSlider");
        auto* told = b.at<QLabel>("cineTold");
        QCOMPARE(slider->maximum(), 2);
        QCOMPARE(slider->value(), 2); // what came out
        QVERIFY2(told->text().startsWith("3 of 3: 25"), qPrintable(told->text()));
        slider->setValue(1);
        QCOMPARE(*b.viewer.state().fieldTime, 10.0);
        QVERIFY2(told->text().startsWith("2 of 3: 10"), qPrintable(told->text()));
        b.press("cineBack");
        QCOMPARE(*b.viewer.state().fieldTime, 0.0);
        QCOMPARE(slider->value(), 0);
        b.at<QCheckBox>("cineLoop")->setChecked(false);
        b.at<QSpinBox>("cineRate")->setValue(25);
        b.press("cinePlay");
        QTRY_VERIFY(!b.bar.cine()->playing());
        QCOMPARE(*b.viewer.state().fieldTime, 25.0);
        QCOMPARE(b.viewer.volume(), kOrder[0]); // the image stays
        // Another map that does not change, or none: the phases again.
        for (const Id& id : {Id("still"), Id()}) {
            b.viewer.setField(id);
            QVERIFY2(told->text().contains("time point"), qPrintable(told->text()));
        }
        b.press("cineForward");
        QCOMPARE(b.viewer.volume(), kOrder[1]);
    }

    void aBodyIsPlayedAtTheBreathsOwnPace()
    {
        const auto c = std::make_shared<Case>(*sample::ballCase());
        sample::addBreath(*c, Id("ct"));
        Bar b(c);
        CineBar& cine = *b.bar.cine();
        QVERIFY(!cine.whyNot().isEmpty()); // no phases, no map that changes
        cine.setMotionOf(Id("liver"));
        QVERIFY(!cine.whyNot().isEmpty());
        cine.setMotionOf(Id("breathing-1"));
        QVERIFY2(cine.whyNot().isEmpty(), qPrintable(cine.whyNot()));
        QVERIFY(!b.viewer.state().motion && !b.viewer.state().fieldTime); // until it is played
        auto* slider = b.at<QSlider>("cineSlider");
        QCOMPARE(slider->maximum(), 49); // 2 s at 25 a second
        slider->setValue(25);
        QVERIFY(b.viewer.state().motion);
        QCOMPARE(*b.viewer.state().fieldTime, 1.0);
        QVERIFY2(b.at<QLabel>("cineTold")->text().contains("1.00 s"), qPrintable(b.at<QLabel>("cineTold")->text()));
        QVERIFY(!b.at<QSpinBox>("cineRate")->isEnabled());
        QVERIFY(b.at<QPushButton>("cineAtRest")->isVisibleTo(&cine));
        b.press("cineAtRest");
        QVERIFY(!b.viewer.state().fieldTime);
        // Slow frames leave some out: the time shown is that of the clock.
        b.at<QCheckBox>("cineLoop")->setChecked(false);
        SlowView slow(b.viewer, 120, "volumeView");
        QElapsedTimer clock;
        clock.start();
        b.press("cinePlay");
        double before = -1;
        int frames = 0;
        while (cine.playing() && clock.elapsed() < 20'000) {
            QTest::qWait(10);
            if (const double now = b.viewer.state().fieldTime.value_or(-1); now != before) {
                QVERIFY2(now > before, qPrintable(QString("%1 after %2").arg(now).arg(before)));
                before = now;
                ++frames;
            }
        }
        QVERIFY(!cine.playing());
        QVERIFY2(frames < 30, qPrintable(QString::number(frames))); // of 50
        // Another object in hand: at rest, and nothing to play.
        cine.setMotionOf(Id("liver"));
        QVERIFY(!b.viewer.state().motion && !b.viewer.state().fieldTime);
        QVERIFY(!cine.whyNot().isEmpty());
    }

    void aMotionThatCannotBeMadeSaysWhy()
    {
        const auto c = std::make_shared<Case>(*sample::ballCase());
        sample::addBreath(*c, Id("ct"));
        c->registrations.clear();
        Bar b(c);
        b.bar.cine()->setMotionOf(Id("breathing-1"));
        b.at<QSlider>("cineSlider")->setValue(10);
        QVERIFY2(b.bar.cine()->whyNot().contains("breath"), qPrintable(b.bar.cine()->whyNot()));
        QVERIFY(!b.viewer.state().motion);
    }

    void inTheWindowItIsNoEdit()
    {
        WindowFixture f;
        f.openCase(*phases());
        Viewer& viewer = *f.window->viewer();
        viewer.setVolume(kOrder[0]);
        f.window->findChild<QAction*>("actionCineForward")->trigger();
        QCOMPARE(viewer.volume(), kOrder[1]);
        f.window->findChild<QAction*>("actionCineBack")->trigger();
        QCOMPARE(viewer.volume(), kOrder[0]);
        auto* play = f.window->findChild<QAction*>("actionCinePlay");
        play->trigger();
        QTRY_VERIFY(viewer.volume() == kOrder[2]);
        play->trigger();
        QVERIFY(!f.window->findChild<CineBar*>()->playing());
        QVERIFY(!f.workspace->modified() && !f.workspace->document().canUndo());
        viewer.setVolume(Id("ct-4"));
        QVERIFY(!play->isEnabled() && play->toolTip().contains("4-D"));
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestCineBar test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_cine_bar.moc"
