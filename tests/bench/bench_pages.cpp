// The pages of implants in the window while something is moved: a frame is what a mouse's move costs, with all four
// views, until the window may take the next event. Needs a display (tests/run_gui.sh).
#include "core/case/placed_implant.h"
#include "tests/bench/timing.h"
#include "tests/plugins/implant/ankle_case.h"
#include "tests/plugins/implant/jaw_case.h"
#include "tests/plugins/implant/pelvis_case.h"
#include "tests/ui/shell/steps_fixture.h"
#include "ui/viewer/viewer.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <stdexcept>

using namespace pollux;
using namespace pollux::bench;

namespace {

enum Task { kDental, kJoint, kScrew, kCup };

struct Page : StepsFixture
{
    Page(const Case& c, Task task)
    {
        openCase(c);
        window->showPanel("Implants");
        at<QComboBox>("implantTask")->setCurrentIndex(task);
    }
    /// All of them at once, as one move does.
    void set(const std::vector<std::pair<const char*, ParamValue>>& some) const
    {
        ParamForm* form = formWith(some.front().first);
        if (!form)
            throw std::runtime_error(std::string("no form with ") + some.front().first);
        ParamValues v = form->values();
        for (const auto& [key, value] : some)
            v.set(key, value);
        form->setValues(v);
    }
    void set(const char* key, const ParamValue& value) const { set({{key, value}}); }
    /// Clicked, and until the case holds what it makes.
    void press(const char* button, const char* made) const
    {
        QTest::mouseClick(at<QPushButton>(button), Qt::LeftButton);
        if (!QTest::qWaitFor([&] { return now().kindOf(Id(made)) && !workspace->busy(); }, kWait))
            throw std::runtime_error(std::string("no ") + made);
        QTest::qWait(300);
    }
    Vec3 entry(const char* plan) const { return placedShape(now().plan(Id(plan)))->pose.origin; }
    QString told() const { return table() + at<QLabel>("screwGradeTold")->text() + at<QLabel>("stressTold")->text(); }

    /// 200 moves, one after the other.
    void measure(const char* what, const std::function<void(int)>& move) const
    {
        std::vector<double> ms;
        int frames = 0;
        QString last;
        QElapsedTimer all;
        all.start();
        for (int n = 0; n < 200; ++n) {
            ms.push_back(msOf([&] {
                move(n);
                QCoreApplication::processEvents();
            }));
            if (const QString t = told(); t != last) {
                last = t;
                ++frames;
            }
        }
        const double seconds = double(all.elapsed()) / 1000;
        std::sort(ms.begin(), ms.end());
        std::printf("%-40s median %6.1f  P95 %6.1f  longest %6.1f ms; told anew %4.1f times a second\n", what, ms[100],
                    ms[190], ms.back(), frames / seconds);
    }
    void drag(const Vec3& to, const char* point = "entry") const
    {
        Q_EMIT window->viewer()->pathDragged(QString::fromLatin1(point), to, false);
    }
};

void dental()
{
    const Jaw jaw = makeJaw({}, Job());
    const Page page(jawcase::makeCase(jaw, true), kDental);
    page.set("platform", jaw.gapCrest);
    page.press("placeImplant", "implant-1");
    const Vec3 before = page.entry("implant-1");
    page.measure("a dental implant, with stress", [&](int n) {
        const double t = n * 0.0628;
        page.drag(before + std::sin(t) * jaw.gapTangent + Vec3(0, 0, 0.5 * std::sin(2 * t)));
    });
}

void joint(const Ankle& ankle)
{
    const Page page(anklecase::makeCase(ankle), kJoint);
    page.press("jointLandmarks", "tibia-plafond");
    page.press("placeComponent", "component-1");
    page.measure("settings of a component", [&](int n) {
        page.set({{"varus", 3 * std::sin(n * 0.0628)}, {"lateral", 2 * std::sin(n * 0.19)}});
    });
}

void screw(const Ankle& ankle)
{
    const Page page(anklecase::makeCase(ankle), kScrew);
    const std::vector<Vec3> border = ankle.tibiaOutlineAt(15);
    const Vec3 entry = *std::max_element(border.begin(), border.end(), [&](const Vec3& a, const Vec3& b) {
        return a.dot(ankle.medial) < b.dot(ankle.medial);
    });
    page.set("bone", std::string("tibia"));
    page.set("avoid", std::vector<std::string>{"talus", "fibula"});
    page.set("diameter", 4.0);
    page.set("entry", entry);
    page.set("target", Vec3(entry - 32 * ankle.medial));
    page.press("placeScrew", "screw-1");
    page.measure("a screw", [&](int n) { page.drag(entry + 2 * std::sin(n * 0.0628) * ankle.anterior); });
}

void cup()
{
    const Page page(bones::withImage(bones::pelvisCase(bones::Pelvis(), bones::Pose(), Vec3::Constant(1.4))), kCup);
    page.press("cupLandmarks", "acetabulum-right");
    page.set("side", std::string("right"));
    page.press("placeCup", "cup-1");
    const Vec3 before = page.entry("cup-1");
    page.measure("a cup", [&](int n) { page.drag(before + 2 * std::sin(n * 0.0628) * Vec3::UnitX(), "target"); });
}

} // namespace

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    const QApplication app(argc, argv);
    dental();
    AnkleOptions o;
    o.spacing = 0.7;
    const Ankle ankle = makeAnkle(o, Job());
    joint(ankle);
    screw(ankle);
    cup();
}
