// Where a load points to: of a bone and of an implant, each told in one place.

#include "core/base/error.h"
#include "core/case/limit.h"
#include "core/operation/run.h"
#include "plugins/implant/bone_load.h"
#include "plugins/implant/implant_load.h"
#include "plugins/implant/stress_operation.h"
#include "tests/core/case/findings.h"
#include "tests/core/case/image_object.h"

#include <QTest>

#include <cmath>

using namespace pollux;
using namespace pollux::implant;

class TestLoadDirection : public QObject
{
    Q_OBJECT

    /// A block of bone, its lowest place at z = 4.
    static Case block()
    {
        Grid g;
        g.size = {20, 20, 30};
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()), 0);
        for (int k = 4; k < 30; ++k)
            for (int j = 5; j < 15; ++j)
                for (int i = 5; i < 15; ++i)
                    v[static_cast<size_t>(g.offset(i, j, k))] = 1;
        Structure s;
        s.name = "Bone";
        s.mask = std::make_shared<const Mask>(g, v);
        Edit e;
        e.put(Id("ct"), test::ctObject(Volume(g, std::vector<std::int16_t>(static_cast<size_t>(g.voxels()), 1200))));
        e.put(Id("bone"), std::move(s));
        return apply(Case(), e);
    }

private Q_SLOTS:
    /// A place that a rule finds is known in the run alone.
    void aLoadThatPointsNowhereIsRefused()
    {
        const auto op = makeBoneLoad(LimitTable::builtIn());
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("bone"));
        v.set("edge", 2.0);
        v.set("point", Vec3(10, 10, 4));
        v.set("towards", Vec3(10, 10, 4));
        QVERIFY(test::found(checkOperation(*op, block(), v), "bone-load.no-direction"));
        v.set("direction", std::string("to the head")); // where it points to does not matter then
        QVERIFY(!test::found(checkOperation(*op, block(), v), "bone-load.no-direction"));
        v.set("direction", op->declare().find("direction")->choices.front());
        v.set("at", std::string("lowest place of the bone"));
        Job job;
        ParamValues found = v;
        found.set("towards", Vec3(10, 10, 50));
        const RunResult r = runOperation(*op, block(), found, {"tester"}, job);
        const Vec3 at = r.after.plan(Id("bone-load-1")).points.front().position;
        v.set("towards", at);
        QVERIFY(!test::found(checkOperation(*op, block(), v), "bone-load.no-direction"));
        std::string why;
        try {
            runOperation(*op, block(), v, {"tester"}, job);
        } catch (const Error& e) {
            why = e.message();
        }
        QVERIFY2(why.find("it has no direction") != std::string::npos, why.c_str());
    }

    /// "Oblique towards" and "turn" of the operation are the direction that is told of the load.
    void anImplantsLoadLeansToItsSide()
    {
        const StressOperation op(LimitTable::builtIn());
        const ParamValues defaults = fillDefaults(op.declare(), Case(), {});
        for (const Vec3& axis : {Vec3(0, 0, -1), Vec3(0, 0, 1), Vec3(Vec3(0.2, -0.3, -0.9).normalized())})
            for (const auto& [towards, side] :
                 {std::pair("patient's left", Vec3(1, 0, 0)), std::pair("patient's right", Vec3(-1, 0, 0)),
                  std::pair("front", Vec3(0, -1, 0)), std::pair("back", Vec3(0, 1, 0))})
                for (const double turn : {0.0, 30.0, -100.0}) {
                    ParamValues v = defaults;
                    v.set("force", 100.0);
                    v.set("oblique", 30.0);
                    v.set("towards", std::string(towards));
                    v.set("turn", turn);
                    const Vec3 force = op.setup(v, axis).load.force;
                    const Vec3 across = (force - force.dot(axis) * axis).normalized();
                    QVERIFY((across - acrossTowards(axis, side, turn)).norm() < 1e-12);
                    QVERIFY(std::fabs(force.norm() - 100) < 1e-9);
                    const Vec3 straight = acrossTowards(axis, side, 0);
                    QVERIFY(straight.dot(side) > 0.5);
                    QVERIFY(std::fabs(straight.dot(across) - std::cos(turn * M_PI / 180)) < 1e-12);
                    // The same sense as of a load's direction: 90 degrees on from the left is the front.
                    const double from = directionOf(axis, straight), to = directionOf(axis, across);
                    QVERIFY(std::fabs(std::remainder(to - from - turn, 360.0)) < 1e-9);
                }
        // Along the axis no side is told: any at right angles.
        QVERIFY(std::fabs(acrossTowards(Vec3::UnitX(), Vec3::UnitX(), 0).dot(Vec3::UnitX())) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestLoadDirection)
#include "tst_load_direction.moc"
