// An implant in the jaw phantom, whose canal, teeth and shell are known: distances, bone around it, chances, mirroring,
// what is refused.

#include "core/base/error.h"
#include "jaw_case.h"
#include "plugins/implant/execution_error.h"
#include "plugins/implant/placement_scene.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>

using namespace jawcase;
using namespace pollux::implant;

class TstPlaceDental : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Jaw m_jaw;
    Case m_case;

    ParamValues values(const Vec3& platform, const Vec3& apex) const
    {
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("mandible"));
        v.set("canals", std::vector<std::string>{"mandibular_canal_left", "mandibular_canal_right"});
        v.set("teeth", std::vector<std::string>{"tooth"});
        v.set("platform", platform);
        v.set("apex", apex);
        return v;
    }
    ParamValues straight() const { return values(m_jaw.gapCrest, m_jaw.gapCrest - Vec3(0, 0, 12)); }
    RunResult run(const ParamValues& v, const Case& c) const
    {
        Job job;
        return runOperation(m_registry.at("implant.place-dental"), c, v, {"tester"}, job);
    }
    Plan plan(const ParamValues& v) const { return run(v, m_case).after.plan(Id("implant-1")); }
    Findings findings(const ParamValues& v) const
    {
        return checkOperation(m_registry.at("implant.place-dental"), m_case, v);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        install(m_registry);
        JawOptions o;
        o.spacing = 0.5;
        m_jaw = makeJaw(o, Job());
        m_case = makeCase(m_jaw, true);
    }

    /// Against the canal's centreline and radius and the rod's own surface, by brute force.
    void distanceToTheCanalIsExact()
    {
        ParamValues v = straight();
        v.set("apex_diameter", 4.0); // a cylinder
        const Plan p = plan(v);
        const double exact = rodToCanal(m_jaw);
        QVERIFY2(std::fabs(after(p, "canal") - exact) < 0.05,
                 qPrintable(QString("%1 for %2").arg(after(p, "canal")).arg(exact)));
        QVERIFY(after(p, "canal") > 0);
    }

    void limitSwitchesTheVerdict()
    {
        // The distance is known; a limit just below and just above it.
        ParamValues v = straight();
        const double mm = after(plan(v), "canal");
        for (double step : {-0.01, 0.01}) {
            v.set("canal_distance", mm + step);
            const Plan p = plan(v);
            for (const PlanNumber& n : p.numbers)
                if (n.key == "canal")
                    QCOMPARE(n.verdict, step < 0 ? std::string("ok") : std::string("warning"));
            QCOMPARE(has(p.findings, "implant.near-canal"), step > 0);
        }
    }

    void longImplantsHitTheCanal()
    {
        ParamValues v = straight();
        v.set("length", 16.0);
        const Plan p = plan(v);
        QVERIFY(after(p, "canal") < 0);
        QVERIFY(has(p.findings, "implant.in-canal"));
        QVERIFY(after(p, "canal_contact") > 50);
    }

    /// The shell of the phantom is a superellipse: the least bone is its half width less the implant's radius.
    void boneAroundTheImplant()
    {
        const Plan p = plan(straight());
        double least = 1e9;
        for (double below = 2; below <= 10; below += 0.1)
            least = std::min(least, m_jaw.halfWidthAt(below) - (2 - 0.04 * below));
        QVERIFY2(std::fabs(after(p, "plate") - least) < 0.5,
                 qPrintable(QString("%1 for about %2").arg(after(p, "plate")).arg(least)));
        QVERIFY(after(p, "engaged") > 75);
        // Towards the cheek it comes out.
        const Vec3 out = m_jaw.gapTangent.cross(Vec3::UnitZ()).normalized();
        ParamValues v = straight();
        const Vec3 shifted = m_jaw.gapCrest + (out.x() * m_jaw.gapCrest.x() > 0 ? 1 : -1) * 5.0 * out;
        v.set("platform", shifted);
        v.set("apex", Vec3(shifted - Vec3(0, 0, 12)));
        const Plan q = plan(v);
        QVERIFY(after(q, "plate") < 0);
        QVERIFY(has(q.findings, "implant.perforates"));
    }

    /// Teeth against their voxels by brute force; the platform's height over the bone; the values of the phantom.
    void distanceToTeethIsTold()
    {
        const Mask& teeth = m_jaw.masks.at("tooth");
        const auto exact = [&](const Vec3& crest) {
            const AxisPose pose{crest, Vec3(0, 0, -1)};
            double least = 1e9;
            const std::vector<SurfaceSample> samples = surfaceSamples(DentalImplant().body(), pose, 0.4, -1e9, 1e9);
            const IndexBox& box = teeth.box();
            for (int k = box.min[2]; k < box.max[2]; ++k)
                for (int j = box.min[1]; j < box.max[1]; ++j)
                    for (int i = box.min[0]; i < box.max[0]; ++i) {
                        const Vec3 q = teeth.grid().toPatient(i, j, k);
                        if (!teeth.at(i, j, k) || (q - crest).norm() > 16)
                            continue;
                        for (const SurfaceSample& s : samples)
                            least = std::min(least, (s.position - q).norm());
                    }
            return least - 0.25; // half a voxel of 0.5 mm
        };
        ParamValues v = straight();
        const Plan middle = plan(v);
        QVERIFY2(std::fabs(after(middle, "tooth") - exact(m_jaw.gapCrest)) < 0.3,
                 qPrintable(QString("%1 for %2").arg(after(middle, "tooth")).arg(exact(m_jaw.gapCrest))));
        QVERIFY(!has(middle.findings, "implant.near-tooth"));
        // Along the arch to its neighbour: nearer than is wanted, then into it.
        bool near = false, in = false;
        for (double along = 1; along < 8 && !in; along += 0.5) {
            const Vec3 crest = m_jaw.gapCrest + along * m_jaw.gapTangent;
            v.set("platform", crest);
            v.set("apex", Vec3(crest - Vec3(0, 0, 12)));
            const Plan p = plan(v);
            const double mm = after(p, "tooth");
            QCOMPARE(has(p.findings, "implant.near-tooth"), mm < 1.5);
            near = near || (mm > 0 && mm < 1.5 && !blocks(p.findings));
            in = mm < 0;
            if (in)
                QVERIFY(blocks(p.findings));
        }
        QVERIFY(near && in);
    }

    void heightAndValuesAreThoseOfThePhantom()
    {
        for (const double up : {0.0, 2.0, 4.0}) {
            const Vec3 crest = m_jaw.gapCrest + Vec3(0, 0, up);
            const Plan p = plan(values(crest, crest - Vec3(0, 0, 12)));
            QVERIFY2(std::fabs(after(p, "crest") - up) < 0.8, qPrintable(QString::number(after(p, "crest"))));
        }
        // Grey values 0.8 HU + 120: 1320 of a cortex of 2 mm, 480 below it.
        const Plan p = plan(straight());
        QVERIFY2(std::fabs(after(p, "density_apical") - 480) < 40,
                 qPrintable(QString::number(after(p, "density_apical"))));
        QVERIFY2(after(p, "density_crestal") > 900 && after(p, "density_crestal") < 1360,
                 qPrintable(QString::number(after(p, "density_crestal"))));
        QVERIFY(after(p, "density") > after(p, "density_apical") && after(p, "density") < after(p, "density_crestal"));
    }

    /// With its apex above the crest it stands in the mouth.
    void upsideDownIsStopped()
    {
        const Plan p = plan(values(m_jaw.gapCrest, m_jaw.gapCrest + Vec3(0, 0, 12)));
        QVERIFY(has(p.findings, "implant.not-in-bone") && blocks(p.findings));
    }

    void emptyMasksAreTold()
    {
        const Operation& op = m_registry.at("implant.place-dental");
        const auto without = [&](const char* id, bool shape) {
            Edit e;
            Structure s = m_case.structure(Id(id));
            s.tree = nullptr;
            s.mask = shape ? std::make_shared<const Mask>() : nullptr;
            e.put(Id(id), std::move(s));
            return apply(m_case, e);
        };
        for (const char* id : {"mandibular_canal_left", "tooth"}) {
            const Case c = without(id, true);
            const Findings f = checkOperation(op, c, straight());
            QVERIFY2(has(f, "structure.empty") && !blocks(f), id);
        }
        // Nothing is made up of the teeth that are not there.
        QVERIFY_EXCEPTION_THROWN(after(run(straight(), without("tooth", true)).after.plan(Id("implant-1")), "tooth"),
                                 std::runtime_error);
        QVERIFY(has(checkOperation(op, without("mandibular_canal_left", false), straight()), "implant.no-shape"));
        const Findings bone = checkOperation(op, without("mandible", true), straight());
        QVERIFY(has(bone, "structure.empty") && blocks(bone));
        Edit e;
        e.remove(Id("mandibular_canal_left"));
        e.remove(Id("mandibular_canal_right"));
        ParamValues v = straight();
        v.set("canals", std::vector<std::string>());
        QVERIFY(has(checkOperation(op, apply(m_case, e), v), "implant.no-canal"));
    }

    void axisByRulePointsIntoTheBone()
    {
        ParamValues v = straight();
        ParamValues rule;
        for (const auto& [key, value] : v.all())
            if (key != "apex")
                rule.set(key, value);
        const Plan p = plan(rule);
        const auto placed = placedImplant(p);
        QVERIFY(placed);
        QVERIFY2(placed->pose.direction.z() < -0.9, qPrintable(QString::number(placed->pose.direction.z())));
        QVERIFY(after(p, "plate") > 0);
    }

    /// The same jaw with left and right exchanged gives the same numbers.
    void mirroredJawGivesTheSame()
    {
        JawOptions o;
        o.spacing = 0.5;
        o.mirrored = true;
        const Jaw other = makeJaw(o, Job());
        const Case c = makeCase(other, true);
        Vec3 tilt(1.5, 2, -12);
        ParamValues v = values(m_jaw.gapCrest, m_jaw.gapCrest + tilt);
        const Plan a = plan(v);
        tilt.x() *= -1;
        ParamValues w = values(other.gapCrest, other.gapCrest + tilt);
        const Plan b = run(w, c).after.plan(Id("implant-1"));
        QCOMPARE(a.numbers.size(), b.numbers.size());
        for (size_t n = 0; n < a.numbers.size(); ++n) {
            QCOMPARE(a.numbers[n].key, b.numbers[n].key);
            const double x = *a.numbers[n].after, y = *b.numbers[n].after;
            QVERIFY2(std::fabs(x - y) < 0.02 * std::max(1.0, std::fabs(x)),
                     qPrintable(QString("%1: %2, %3").arg(QString::fromStdString(a.numbers[n].key)).arg(x).arg(y)));
        }
    }

    void coneBeamHasNoClassOfDensity()
    {
        const auto noteOf = [](const Plan& p) {
            for (const PlanNumber& n : p.numbers)
                if (n.key == "density")
                    return n.note;
            return std::string();
        };
        QVERIFY(noteOf(plan(straight())).find("not HU") != std::string::npos);
        ParamValues v = straight();
        v.set("scanner", std::string("HU of a calibrated CT"));
        QVERIFY(noteOf(plan(v)).find("class D") != std::string::npos);
        const Case ct = makeCase(m_jaw, false);
        QVERIFY(noteOf(run(straight(), ct).after.plan(Id("implant-1"))).find("class D") != std::string::npos);
    }

    void neighboursAreMeasuredToEachOther()
    {
        ParamValues v = straight();
        const Case one = run(v, m_case).after;
        v.set("plan_id", std::string("implant-2"));
        const Vec3 along = 6.5 * m_jaw.gapTangent;
        v.set("platform", Vec3(m_jaw.gapCrest + along));
        v.set("apex", Vec3(m_jaw.gapCrest + along - Vec3(0, 0, 12)));
        const Plan p = run(v, one).after.plan(Id("implant-2"));
        // Two parallel bodies: 6.5 mm between axes, 4 mm wide at the top.
        QVERIFY2(std::fabs(after(p, "implant") - 2.5) < 0.05, qPrintable(QString::number(after(p, "implant"))));
        QVERIFY(has(p.findings, "implant.near-implant"));
        // Made anew it is no neighbour of itself.
        v.set("plan_id", std::string("implant-1"));
        const Plan again = run(v, one).after.plan(Id("implant-1"));
        for (const PlanNumber& n : again.numbers)
            QVERIFY(n.key != "implant");
    }

    void chancesAgreeWithDrawing()
    {
        QCOMPARE(chanceNearer(1, 0, 0, 0), 0.0);
        QCOMPARE(chanceNearer(-1, 0, 0, 0), 1.0);
        QVERIFY(std::fabs(chanceNearer(0, 0, 1, 0.2) - 0.5) < 1e-3);
        std::mt19937 random(2);
        std::normal_distribution<double> size(1.28, 0.46);
        std::uniform_real_distribution<double> cosine(-1, 1);
        for (double distance : {0.5, 1.0, 2.0}) {
            int near = 0;
            const int draws = 200000;
            for (int n = 0; n < draws; ++n)
                near += distance - std::max(0.0, size(random)) * cosine(random) < 0;
            const double drawn = double(near) / draws, found = chanceNearer(distance, 0, 1.28, 0.46);
            QVERIFY2(std::fabs(drawn - found) < 0.005, qPrintable(QString("%1, %2").arg(drawn).arg(found)));
        }
    }

    void bodyAndEnvelopeArePut()
    {
        const Case c = run(straight(), m_case).after;
        const Surface body = *c.structure(Id("implant-1-body")).surface;
        const Surface envelope = *c.structure(Id("implant-1-envelope")).surface;
        QVERIFY(body.isClosed() && envelope.isClosed());
        QVERIFY(envelope.volumeMl() > 2 * body.volumeMl());
        const auto placed = placedImplant(c.plan(Id("implant-1")));
        QVERIFY(placed);
        QVERIFY((placed->pose.origin - m_jaw.gapCrest).norm() < 1e-9);
        QCOMPARE(placed->implant.length, 10.0);
    }

    void nonsenseIsRefused()
    {
        ParamValues v = straight();
        v.set("platform", Vec3(500, 0, 0));
        QVERIFY(has(findings(v), "implant.outside"));
        v = straight();
        v.set("apex_diameter", 5.0);
        QVERIFY(has(findings(v), "implant.shape"));
        v = straight();
        v.set("thread_depth", 0.6);
        v.set("apex_diameter", 2.0);
        QVERIFY(has(findings(v), "implant.thread"));
        for (const char* key : {"diameter", "length", "canal_distance"}) {
            v = straight();
            v.set(key, std::nan(""));
            QVERIFY2(blocks(findings(v)), key);
        }
        v = straight();
        v.set("platform", Vec3(0, std::nan(""), 0));
        QVERIFY(blocks(findings(v)));
        v = straight();
        v.set("apex", m_jaw.gapCrest);
        QVERIFY_EXCEPTION_THROWN(run(v, m_case), Error);
        v = straight();
        v.set("plan_id", std::string("Not an id"));
        QVERIFY(has(findings(v), "plan.id"));
        v = straight();
        v.set("platform", Vec3(0, 20, 0)); // between the arms of the jaw
        v.set("apex", Vec3(0, 20, -12));
        QVERIFY(has(plan(v).findings, "implant.not-in-bone"));
        // Half of it beyond the image.
        v = straight();
        const Vec3 low(m_jaw.gapCrest.x(), m_jaw.gapCrest.y(), -20);
        v.set("platform", low);
        v.set("apex", Vec3(low - Vec3(0, 0, 12)));
        QVERIFY(has(plan(v).findings, "implant.beyond"));
    }

    void canalIsTraced()
    {
        std::vector<Vec3> points;
        for (size_t n = 0; n < m_jaw.canalLeft.size(); n += 5)
            points.push_back(m_jaw.canalLeft[n]);
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("points", points);
        v.set("name", std::string("Left canal"));
        Job job;
        const Case c = runOperation(m_registry.at("implant.trace-canal"), m_case, v, {"tester"}, job).after;
        const Structure& s = c.structure(Id("left-canal"));
        QVERIFY(s.tree && s.mask);
        QCOMPARE(s.anatomy, std::string("mandibular_canal"));
        for (const TreeNode& n : s.tree->nodes) {
            double nearest = 1e9;
            for (size_t k = 1; k < m_jaw.canalLeft.size(); ++k) {
                const Vec3 a = m_jaw.canalLeft[k - 1], d = m_jaw.canalLeft[k] - a;
                const double t = std::clamp((n.position - a).dot(d) / d.squaredNorm(), 0.0, 1.0);
                nearest = std::min(nearest, (n.position - a - t * d).norm());
            }
            QVERIFY(nearest < 0.1);
        }
        // A tube of 1.5 mm: its volume by its length.
        const double exact = 3.14159 * 1.5 * 1.5 * s.tree->length() / 1000;
        QVERIFY2(std::fabs(s.mask->volumeMl() / exact - 1) < 0.1,
                 qPrintable(QString::number(s.mask->volumeMl() / exact)));
        v.set("points", std::vector<Vec3>{Vec3(0, 0, 0), Vec3(0, 0, 900)});
        QVERIFY(has(checkOperation(m_registry.at("implant.trace-canal"), m_case, v), "canal.outside"));
        // Again under its name, but never in place of something else.
        v.set("points", points);
        QVERIFY(!blocks(checkOperation(m_registry.at("implant.trace-canal"), c, v)));
        for (const char* name : {"Mandible", "ct"}) {
            v.set("name", std::string(name));
            const Findings f = checkOperation(m_registry.at("implant.trace-canal"), c, v);
            QVERIFY2(has(f, "canal.name") && blocks(f), name);
        }
    }
};

QTEST_GUILESS_MAIN(TstPlaceDental)
#include "tst_place_dental.moc"
