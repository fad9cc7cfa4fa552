// Live numbers of a screw go to the screw that asked for them, and come from a scene of its own.

#include "core/operation/run.h"
#include "plugins/implant/live_screw_panel.h"
#include "tests/plugins/implant/ankle_case.h"
#include "tests/ui/panels/panel_bench.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace pollux;
using namespace pollux::implant;

namespace {

struct Live
{
    test::PanelBench bench;
    Theme theme = loadTheme(true);
    PanelContext context{bench, nullptr, &theme, {}, {}, {}};
    PlaceScrew place{bench.limits()};
    LiveScrew live{context, place, nullptr};
    Ankle ankle;
    Vec3 entry;
    int told = 0;
    std::optional<double> distance; ///< to other implants, as it was told last

    Live()
    {
        AnkleOptions o;
        o.spacing = 1.2;
        ankle = makeAnkle(o, Job());
        const std::vector<Vec3> border = ankle.tibiaOutlineAt(15);
        entry = *std::max_element(border.begin(), border.end(), [&](const Vec3& a, const Vec3& b) {
            return a.dot(ankle.medial) < b.dot(ankle.medial);
        });
        bench.keepAsides = true;
        bench.open(anklecase::makeCase(ankle));
        QObject::connect(&live, &LiveScrew::told, &live, [this](const ScrewMoment& m) {
            ++told;
            distance = m.measures.implant ? std::optional(m.measures.implant->mm) : std::nullopt;
        });
    }
    const Case& now() { return bench.document().current(); }
    ParamValues values(const char* plan, double up)
    {
        ParamValues v;
        v.set("plan_id", std::string(plan));
        v.set("bone", std::string("tibia"));
        v.set("entry", Vec3(entry + up * ankle.shaftDirection));
        v.set("target", Vec3(entry + up * ankle.shaftDirection - 30 * ankle.medial));
        v.set("diameter", 4.0);
        v.set("head_height", 0.0);
        return fillDefaults(place.declare(), now(), v);
    }
    ScrewInHand screw(const ParamValues& v) const { return {place.screw(v), place.pose(v)}; }
    void ask(const char* plan, double up)
    {
        const ParamValues v = values(plan, up);
        live.prepare(v, screw(v));
        live.ask(screw(v), place.execution(v));
    }
    /// What was asked of other threads, in its order.
    void answer()
    {
        const auto all = std::move(bench.asides);
        bench.asides.clear();
        for (const auto& work : all) {
            Job job;
            if (const auto land = work(now(), job))
                land();
        }
    }
};

} // namespace

class TestLiveScrew : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLateAnswerIsDropped()
    {
        Live f;
        f.ask("screw-1", 0);
        f.answer(); // the scene
        QCOMPARE(f.told, 0);
        f.answer(); // the numbers
        QCOMPARE(f.told, 1);
        f.ask("screw-1", 1);
        QCOMPARE(f.bench.asides.size(), size_t(1)); // being measured
        f.live.forget();
        f.answer();
        QCOMPARE(f.told, 1);
        f.ask("screw-1", 2);
        f.answer();
        QCOMPARE(f.told, 2);
    }

    /// A scene that was begun for one screw answers no question about another, for which the first is in the way.
    void aSceneIsOfOneScrew()
    {
        Live f;
        Job job;
        const RunResult r = runOperation(f.place, f.now(), f.values("screw-1", 0), {"Tester"}, job);
        f.bench.open(r.after);
        f.bench.held = true;
        f.bench.run("case.rename", {}); // busy, as a window is while a scene is being made
        f.ask("screw-1", 1);
        f.ask("screw-2", 9);
        QCOMPARE(f.bench.asides.size(), size_t(1)); // the scene of the first
        QObject::connect(&f.live, &LiveScrew::prepared, &f.live, [&f] {
            const ParamValues v = f.values("screw-2", 9);
            f.live.prepare(v, f.screw(v));
        });
        for (int n = 0; n < 4 && f.told == 0; ++n)
            f.answer();
        QCOMPARE(f.told, 1);
        QVERIFY(f.distance.has_value()); // to screw-1, 9 mm from axis to axis less both radii
        QVERIFY2(std::fabs(*f.distance - 5) < 1.5, qPrintable(QString::number(*f.distance)));
    }
};

QTEST_MAIN(TestLiveScrew)
#include "tst_live_screw.moc"
