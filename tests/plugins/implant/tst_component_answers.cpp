// What the placing of a component answers where something is missing or does not fit: bone, side, shape, another
// implant, values that are none.

#include "ankle_case.h"
#include "core/base/error.h"
#include "plugins/implant/joint_case.h"
#include "tests/core/case/findings.h"

#include <QtTest>

#include <cmath>

using namespace anklecase;
using namespace pollux::implant;
using test::found;

class TstComponentAnswers : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Ankle m_ankle;
    Case m_case; ///< a right ankle with landmarks

    RunResult run(const char* operation, const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at(operation), c, v, {"tester"}, job);
    }
    static ParamValues values(const char* kind = "ankle: tibia")
    {
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("kind", std::string(kind));
        return v;
    }
    Findings checked(const Case& c, const ParamValues& v) const
    {
        return checkOperation(m_registry.at("implant.place-component"), c, v);
    }
    /// A stop of this code that says what to do.
    bool stops(const Case& c, const ParamValues& v, const char* code) const
    {
        const Findings f = checked(c, v);
        const Finding* one = found(f, code);
        return one && one->severity == Severity::Stop && !one->text.empty() && !one->advice.empty();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        AnkleOptions o;
        o.spacing = 0.8;
        m_ankle = makeAnkle(o, Job());
        ParamValues v;
        v.set("joint", std::string("ankle"));
        m_case = run("implant.find-landmarks", makeCase(m_ankle), v).after;
        QVERIFY(!blocks(checked(m_case, values())));
    }

    void aBoneThatIsMissingOrEmpty()
    {
        Edit gone;
        gone.remove(Id("tibia"));
        const Case without = apply(m_case, gone);
        QVERIFY(stops(without, values(), "component.no-bone"));
        const Findings f = checked(without, values());
        QVERIFY2(found(f, "component.no-bone")->text.find("right tibia") != std::string::npos,
                 found(f, "component.no-bone")->text.c_str());
        Edit none;
        Structure empty = m_case.structure(Id("tibia"));
        empty.mask = std::make_shared<const Mask>();
        none.put(Id("tibia"), std::move(empty));
        const Case hollow = apply(m_case, none);
        QVERIFY(stops(hollow, values(), "component.no-bone")); // not taken by itself
        ParamValues v = values();
        v.set("bone", std::string("tibia"));
        QVERIFY(stops(hollow, v, "structure.empty"));
    }

    /// The bone is named for the other side: found by nobody, refused where it is chosen.
    void aBoneOfTheOtherSide()
    {
        Edit e;
        Structure left = m_case.structure(Id("tibia"));
        left.name = "Left tibia";
        e.put(Id("tibia"), std::move(left));
        const Case c = apply(m_case, e);
        QVERIFY(stops(c, values(), "component.no-bone"));
        ParamValues v = values();
        v.set("bone", std::string("tibia"));
        QVERIFY(stops(c, v, "component.other-side"));
        QVERIFY(!found(checked(m_case, v), "component.other-side"));
    }

    /// Medial and lateral landmarks exchanged, or landmarks of a left leg put upon a right one.
    void axesThatFaceBackwards()
    {
        Edit e;
        for (const auto& [one, other] : {std::pair("tibia-mm", "fibula-lm"), {"fibula-lm", "tibia-mm"}}) {
            const Landmark *a = landmarkOf(m_case, one, Side::Right), *b = landmarkOf(m_case, other, Side::Right);
            QVERIFY(a && b);
            Landmark moved = *a;
            moved.position = b->position;
            e.put(landmarkId(m_case, one, Side::Right), moved);
        }
        const Findings f = checked(apply(m_case, e), values());
        const Finding* side = found(f, "component.side");
        QVERIFY(side && side->severity == Severity::Warning && !side->advice.empty());
        QVERIFY(!found(checked(m_case, values()), "component.side"));
    }

    void measuresThatAreNone()
    {
        for (const char* key : {"resection", "varus", "slope", "width", "error_position"}) {
            ParamValues v = values();
            v.set(key, std::nan(""));
            QVERIFY2(stops(m_case, v, "param"), key);
        }
        ParamValues v = values("ankle: talus");
        v.set("width", 1.0);
        v.set("depth", 110.0); // wider than its dome
        QVERIFY(stops(m_case, v, "component.shape"));
    }

    void offTheBone()
    {
        ParamValues v = values();
        v.set("width", 20.0);
        v.set("depth", 20.0);
        v.set("resection", 30.0); // in the shaft
        v.set("lateral", 14.0);
        const RunResult r = run("implant.place-component", m_case, v);
        const Finding* off = found(r.findings, "component.overhang");
        QVERIFY(off && off->place);
        // A bone so thin that it misses it altogether.
        v.set("lateral", 20.0);
        v.set("anterior", 20.0);
        Edit e;
        Structure thin = m_case.structure(Id("tibia"));
        std::vector<std::uint8_t> voxels = thin.mask->full();
        const Grid& g = thin.mask->grid();
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i)
                    if (const Vec3 p = m_ankle.toLeg(g.toPatient(i, j, k)); std::hypot(p.x(), p.y()) > 4)
                        voxels[static_cast<size_t>(g.offset(i, j, k))] = 0;
        thin.mask = std::make_shared<const Mask>(g, voxels);
        e.put(Id("tibia"), std::move(thin));
        const RunResult far = run("implant.place-component", apply(m_case, e), v);
        const Finding* none = found(far.findings, "component.off");
        QVERIFY(none && none->severity == Severity::Stop && !none->advice.empty());
    }

    /// Cuts so sparing that the two components stand in each other.
    void componentsThatMeet()
    {
        ParamValues talus = values("ankle: talus");
        talus.set("plan_id", std::string("component-2"));
        talus.set("resection", 1.0);
        const Case c = run("implant.place-component", m_case, talus).after;
        ParamValues v = values();
        v.set("resection", 1.0);
        const RunResult r = run("implant.place-component", c, v);
        const Finding* f = found(r.findings, "component.meets-implant");
        QVERIFY(f && f->severity == Severity::Stop && f->place && !f->advice.empty());
        // Told of the axes that were used.
        QVERIFY(found(r.findings, "component.frame"));
    }
};

QTEST_GUILESS_MAIN(TstComponentAnswers)
#include "tst_component_answers.moc"
