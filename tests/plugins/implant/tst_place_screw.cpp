// A screw in a tube of bone whose walls are known: bone beside it, breaches and their grades, angles, the other side.

#include "bone_cylinder.h"
#include "core/base/error.h"
#include "core/case/placed_implant.h"
#include "jaw_case.h"

#include <QtTest>

#include <cmath>
#include <numbers>
#include <tuple>

using namespace jawcase;
using namespace roundbone;

class TstPlaceScrew : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Case m_case;

    ParamValues values(double shift, double mirror = 1) const
    {
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("bone"));
        v.set("avoid", std::vector<std::string>{"vessel"});
        v.set("entry", Vec3(mirror * (40 + shift), 0, 0));
        v.set("target", Vec3(mirror * (40 + shift), 45, 0));
        v.set("diameter", 6.0);
        return v;
    }
    Plan plan(const ParamValues& v, const Case& c) const
    {
        Job job;
        return runOperation(m_registry.at("implant.place-screw"), c, v, {"tester"}, job).after.plan(Id("screw-1"));
    }
    Findings findings(const ParamValues& v) const
    {
        return checkOperation(m_registry.at("implant.place-screw"), m_case, v);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        m_case = boneCase(1);
    }

    /// Two that are measured against each other: one moves, the other is stale until it is measured again, and then
    /// nothing is.
    void twoBesideEachOtherSettle()
    {
        const Operation& op = m_registry.at("implant.place-screw");
        Job job;
        const auto put = [&](const Case& c, double shift, const char* id) {
            ParamValues v = values(shift);
            v.set("diameter", 3.0);
            v.set("thread_depth", 0.5);
            v.set("plan_id", std::string(id));
            return runOperation(op, c, v, {"tester"}, job).after;
        };
        Case c = put(put(m_case, -4, "screw-1"), 4, "screw-2");
        c = put(c, -4, "screw-1");
        QVERIFY2(staleIds(c).empty(), staleIds(c).begin()->text().c_str());
        QVERIFY(std::fabs(after(c.plan(Id("screw-1")), "implant") - 5) < 0.2);
        c = put(c, -3, "screw-1");
        QVERIFY(staleIds(c).contains(Id("screw-2")) && !staleIds(c).contains(Id("screw-1")));
        c = put(c, 4, "screw-2");
        QVERIFY(staleIds(c).empty());
    }

    void wallsAndGrades_data()
    {
        QTest::addColumn<double>("shift");
        QTest::addColumn<QString>("grade");
        QTest::newRow("in the middle") << 0.0 << "A";
        QTest::newRow("near the wall") << 4.0 << "A";
        QTest::newRow("a millimetre out") << 6.0 << "B";
        QTest::newRow("three out") << 8.0 << "C";
    }

    void wallsAndGrades()
    {
        QFETCH(double, shift);
        QFETCH(QString, grade);
        const Plan p = plan(values(shift), m_case);
        const double exact = wallBeside(shift, 6);
        if (shift < 8) { // farther out less than half of it is in bone
            QVERIFY2(std::fabs(after(p, "wall") - exact) < 0.35,
                     qPrintable(QString("%1 for %2").arg(after(p, "wall")).arg(exact)));
            QCOMPARE(has(p.findings, "screw.breach"), exact < 0);
        } else
            QVERIFY(has(p.findings, "screw.not-in-bone"));
        if (shift < 8)
            QVERIFY2(std::fabs(after(p, "ahead") - 15) < 0.6, qPrintable(QString::number(after(p, "ahead"))));
        QVERIFY2(std::fabs(after(p, "avoid") - toVessel(shift, 6)) < 0.35,
                 qPrintable(QString("%1 for %2").arg(after(p, "avoid")).arg(toVessel(shift, 6))));
        QCOMPARE(QString(QChar(breachGrade(shift + 3 - kRadius, 2, 4, 6))), grade);
        if (shift == 0)
            QVERIFY(std::fabs(after(p, "density") - 700) < 1);
    }

    /// Oblique in the bone: it starts inside and leaves it towards the tip, a breach that is known.
    void aBreachTowardsTheTip()
    {
        ParamValues v = values(0);
        v.set("target", Vec3(40 + 8, 45, 0));
        v.set("length", 40.0);
        const Plan p = plan(v, m_case);
        const AxisPose pose{Vec3(40, 0, 0), Vec3(8, 45, 0).normalized()};
        const double exact = wallOfOblique(screw(6, 40), pose, 5, 40);
        QVERIFY2(std::fabs(after(p, "wall") - exact) < 0.35,
                 qPrintable(QString("%1 for %2").arg(after(p, "wall")).arg(exact)));
        QVERIFY(exact < 0);
        QVERIFY(has(p.findings, "screw.breach"));
        QVERIFY(std::fabs(after(p, "transverse") - std::atan2(8, 45) * 180 / std::numbers::pi) < 1e-6);
        QVERIFY(std::fabs(after(p, "sagittal")) < 1e-6);
    }

    void anglesHaveTheirSigns()
    {
        const double degrees = std::atan2(8, 45) * 180 / std::numbers::pi;
        for (const double up : {8.0, -8.0}) {
            ParamValues v = values(0);
            v.set("target", Vec3(40, 45, up)); // to the head, to the feet
            const Plan p = plan(v, m_case);
            QVERIFY(std::fabs(after(p, "sagittal") - (up > 0 ? degrees : -degrees)) < 1e-6);
            QVERIFY(std::fabs(after(p, "transverse")) < 1e-6);
        }
        ParamValues v = values(0);
        v.set("target", Vec3(32, 45, 0)); // to the patient's right
        QVERIFY(std::fabs(after(plan(v, m_case), "transverse") + degrees) < 1e-6);
    }

    void gradesAtTheirLimits()
    {
        for (const auto& [mm, grade] : {std::pair(-1.0, 'A'),
                                        {0.0, 'A'},
                                        {0.01, 'B'},
                                        {1.99, 'B'},
                                        {2.0, 'C'},
                                        {3.99, 'C'},
                                        {4.0, 'D'},
                                        {5.99, 'D'},
                                        {6.0, 'E'},
                                        {40.0, 'E'}})
            QCOMPARE(breachGrade(mm, 2, 4, 6), grade);
    }

    /// The grade is in the plan's words, and from grade C on it is a stop.
    void aBreachIsJudged()
    {
        // Walls of 5, -1 and -2.5 mm; half of a ring of each lies in bone.
        for (const auto& [shift, diameter, grade, verdict] : {std::tuple(0.0, 6.0, "grade A", "ok"),
                                                              {4.0, 10.0, "grade B", "warning"},
                                                              {5.5, 10.0, "grade C", "stop"}}) {
            ParamValues v = values(shift);
            v.set("avoid", std::vector<std::string>());
            v.set("diameter", diameter);
            v.set("head_diameter", 14.0);
            const Plan p = plan(v, m_case);
            QVERIFY(std::fabs(after(p, "wall") - (kRadius - shift - diameter / 2)) < 0.4);
            for (const PlanNumber& n : p.numbers)
                if (n.key == "wall") {
                    QVERIFY2(n.note.find(grade) != std::string::npos, n.note.c_str());
                    QCOMPARE(n.verdict, std::string(verdict));
                }
            QCOMPARE(has(p.findings, "screw.breach"), shift > 0);
            QCOMPARE(blocks(p.findings), std::string(verdict) == "stop");
        }
    }

    void nearnessIsToldAndStops()
    {
        // The vessel's wall lies at 10 mm, the screw's at 3: 1 mm between them, then 0.5 mm of overlap.
        for (const auto& [shift, stops] : {std::pair(2.0, false), std::pair(6.0, false), std::pair(7.5, true)}) {
            const Plan p = plan(values(shift), m_case);
            QCOMPARE(has(p.findings, "screw.near"), shift > 5); // 2 mm are wanted
            for (const Finding& f : p.findings)
                if (f.code == "screw.near") {
                    QCOMPARE(f.severity == Severity::Stop, stops);
                    QVERIFY(f.place && f.place->x() > 40 + shift && !f.advice.empty());
                }
        }
        Job job;
        const Case one =
            runOperation(m_registry.at("implant.place-screw"), m_case, values(-3.2), {"tester"}, job).after;
        ParamValues v = values(3.2);
        v.set("plan_id", std::string("screw-2"));
        const Plan p =
            runOperation(m_registry.at("implant.place-screw"), one, v, {"tester"}, job).after.plan(Id("screw-2"));
        QVERIFY(has(p.findings, "screw.near-implant")); // 0.4 mm of the one that is wanted
    }

    /// A plate along the screw, its base 7 mm beside the thread; then one that the screw stands in, beside its hole and
    /// through it.
    void aPlateIsMet()
    {
        FlatComponent plate;
        plate.kind = ComponentKind::Plate;
        plate.depth = 30;
        plate.width = 12;
        plate.thickness = 3;
        plate.pegs = 0;
        const auto with = [&](const Case& c, const BodyPose& pose) {
            Plan p;
            p.name = "Plate";
            p.kind = kPlatePlan;
            p.detail = placedDetail(PlacedShape{plate, {}, pose});
            Edit e;
            e.put(Id("plate-1"), std::move(p));
            return apply(c, e);
        };
        const auto beside = [&](const BodyPose& pose) { return plan(values(0), with(m_case, pose)); };
        BodyPose pose{Vec3(50, 27, 0), {}};
        pose.axes << 0, 1, 0, 1, 0, 0, 0, 0, -1; // along y, away from the screw
        const Plan p = beside(pose);
        QVERIFY2(std::fabs(after(p, "implant") - 7) < 0.05, qPrintable(QString::number(after(p, "implant"))));
        QVERIFY(!has(p.findings, "screw.near-implant"));
        Job job;
        const Case c =
            runOperation(m_registry.at("implant.place-screw"), with(m_case, pose), values(0), {"tester"}, job).after;
        QVERIFY(staleIds(c).empty());
        const BodyPose moved{pose.origin + Vec3(1, 0, 0), pose.axes};
        QVERIFY(staleIds(with(c, moved)).contains(Id("screw-1")));
        pose.origin = Vec3(40 + 5, 20, 0); // the screw's thread goes through its plane 5 mm from its middle
        pose.axes << 1, 0, 0, 0, 1, 0, 0, 0, 1;
        plate.holes = 1;
        plate.holeDiameter = 4;
        const Plan in = beside(pose);
        QVERIFY(after(in, "implant") < -1);
        QVERIFY(has(in.findings, "screw.near-implant"));
        plate.holeDiameter = 8; // a millimetre about a screw of 6 mm
        pose.origin.x() = 40;
        const Plan through = beside(pose);
        QVERIFY2(std::fabs(after(through, "implant") - 1) < 0.05,
                 qPrintable(QString::number(after(through, "implant"))));
    }

    /// An empty mask is no distance: said, and no figure is made up.
    void emptyMasksAreTold()
    {
        Edit e;
        Structure none = m_case.structure(Id("vessel"));
        none.mask = std::make_shared<const Mask>();
        e.put(Id("vessel"), none);
        const Case c = apply(m_case, e);
        const Operation& op = m_registry.at("implant.place-screw");
        const Findings f = checkOperation(op, c, values(0));
        QVERIFY(has(f, "structure.empty") && !blocks(f));
        QVERIFY_EXCEPTION_THROWN(after(plan(values(0), c), "avoid"), std::runtime_error);
        Edit shapeless;
        none.mask = nullptr;
        shapeless.put(Id("vessel"), none);
        QVERIFY(has(checkOperation(op, apply(m_case, shapeless), values(0)), "screw.no-shape"));
        Edit noBone;
        Structure bone = m_case.structure(Id("bone"));
        bone.mask = std::make_shared<const Mask>();
        noBone.put(Id("bone"), std::move(bone));
        const Findings stop = checkOperation(op, apply(m_case, noBone), values(0));
        QVERIFY(has(stop, "structure.empty") && blocks(stop));
    }

    void theOtherSideGivesTheSame()
    {
        ParamValues v = values(2.5), w = values(2.5, -1);
        const Plan a = plan(v, m_case), b = plan(w, boneCase(-1));
        QCOMPARE(a.numbers.size(), b.numbers.size());
        for (size_t n = 0; n < a.numbers.size(); ++n)
            QVERIFY2(std::fabs(*a.numbers[n].after - *b.numbers[n].after) <
                         0.05 * std::max(1.0, std::fabs(*a.numbers[n].after)),
                     a.numbers[n].key.c_str());
    }

    void screwsKeepTheirDistance()
    {
        Job job;
        const Case one = runOperation(m_registry.at("implant.place-screw"), m_case, values(-4), {"tester"}, job).after;
        ParamValues v = values(4);
        v.set("plan_id", std::string("screw-2"));
        const Plan p =
            runOperation(m_registry.at("implant.place-screw"), one, v, {"tester"}, job).after.plan(Id("screw-2"));
        QVERIFY(std::fabs(after(p, "implant") - 2) < 0.05);
        QVERIFY(one.structures.contains(Id("screw-1-body")));
        QVERIFY(one.structure(Id("screw-1-body")).surface->isClosed());
    }

    void badInputIsRefused()
    {
        ParamValues v = values(0);
        v.set("target", Vec3(40, 0.5, 0));
        QVERIFY(has(findings(v), "screw.shape"));
        v = values(0);
        v.set("cannulation", 6.0);
        QVERIFY(has(findings(v), "screw.shape"));
        v = values(0);
        v.set("entry", Vec3(500, 0, 0));
        QVERIFY(has(findings(v), "screw.outside"));
        v = values(0);
        v.set("entry", Vec3(std::nan(""), 0, 0));
        QVERIFY(blocks(findings(v)));
        v = values(0);
        v.set("diameter", std::nan(""));
        QVERIFY(blocks(findings(v)));
        v = values(0);
        v.set("length", 100.0); // the image ends at 69.5 mm
        const Plan beyond = plan(v, m_case);
        QVERIFY(has(beyond.findings, "implant.beyond") && blocks(beyond.findings));
    }
};

QTEST_APPLESS_MAIN(TstPlaceScrew)
#include "tst_place_screw.moc"
