// A straight plate on made bones: gaps, screw lengths and distances against closed forms, both sides alike, what is
// exported, what is refused.

#include "core/base/error.h"
#include "core/case/placed_implant.h"
#include "core/report/implant_list.h"
#include "core/report/surface_list.h"
#include "core/solid/step.h"
#include "jaw_case.h"
#include "plugins/implant/component_distance.h"
#include "plugins/implant/place_plate.h"
#include "tests/core/case/findings.h"
#include "tests/core/case/image_object.h"

#include <Eigen/Geometry>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <numbers>

using namespace jawcase;
using namespace pollux::implant;
using test::found;

namespace {

constexpr double kThick = 3.5, kWide = 12; // of the plate, as the parameters have it
constexpr double kVoxel = 0.5;

double degrees(double d)
{
    return d * std::numbers::pi / 180;
}

Grid boneGrid()
{
    Grid g;
    g.size = {160, 100, 100};
    g.spacing = Vec3::Constant(kVoxel);
    g.origin = Vec3(-39.75, -24.75, -29.75); // voxels end at 0
    return g;
}

template <class Inside>
std::shared_ptr<const Mask> maskOf(const Inside& inside, const Grid& g = boneGrid())
{
    std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[static_cast<size_t>(g.offset(i, j, k))] = inside(g.toPatient(i, j, k));
    return std::make_shared<const Mask>(g, v);
}

Case caseOf(const std::shared_ptr<const Mask>& bone, const std::shared_ptr<const Mask>& canal = nullptr)
{
    Edit e;
    Structure s;
    s.name = "Bone";
    s.mask = bone;
    e.put(Id("bone"), s);
    if (canal) {
        s.name = "Canal";
        s.mask = canal;
        e.put(Id("canal"), s);
    }
    return apply(Case(), e);
}

bool flat(const Vec3& p) ///< 20 mm thick, its upper face z = 0
{
    return p.z() < 0 && p.z() > -20;
}

ParamValues values(const Vec3& from = Vec3(-20, 0, 1), const Vec3& to = Vec3(20, 0, -2))
{
    ParamValues v;
    v.set("bone", std::string("bone"));
    v.set("from", from);
    v.set("to", to);
    return v;
}

BodyPose poseOf(const Plan& p)
{
    return placedShape(p)->body;
}

bool near(double a, double b, double within)
{
    if (std::fabs(a - b) <= within)
        return true;
    qWarning("%g for %g", a, b);
    return false;
}

} // namespace

class TstPlacePlate : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult run(const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(m_registry.at("implant.place-plate"), c, v, {"tester"}, job);
    }
    Plan plan(const Case& c, const ParamValues& v, const char* id = "plate-1") const
    {
        return run(c, v).after.plan(Id(id));
    }
    bool stops(const Case& c, const ParamValues& v, const char* code) const
    {
        const Findings findings = checkOperation(m_registry.at("implant.place-plate"), c, v);
        const Finding* f = found(findings, code);
        return f && f->severity == Severity::Stop && !f->advice.empty();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        if (!m_registry.limits().find("plate.gap")) { // of a build from before the file was there
            QFile file(POLLUX_SOURCE_DIR "/resources/limits/plate.json");
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_registry.limits().addJson(file.readAll().toStdString(), "plate.json");
        }
        m_registry.add(makePlacePlate(m_registry.limits()));
    }

    /// On a flat face nothing is left under it, though the points lie beside the face.
    void aFlatFaceLeavesNoGap()
    {
        const Case c = caseOf(maskOf(flat));
        const RunResult r = run(c, values());
        const Plan& p = r.after.plan(Id("plate-1"));
        QCOMPARE(p.kind, std::string(kPlatePlan));
        QVERIFY(near(after(p, "gap_mean"), 0, 0.02) && near(after(p, "gap_most"), 0, 0.05));
        QVERIFY(near(after(p, "gap_contact"), 100, 1e-9) && near(after(p, "over_bone"), 100, 1e-9));
        for (const char* third : {"gap_first", "gap_middle", "gap_last"})
            QVERIFY(near(after(p, third), 0, 0.02));
        QVERIFY(near(after(p, "overlap"), 0, 0.05));
        const BodyPose pose = poseOf(p);
        QVERIFY((pose.axes.col(0) - Vec3::UnitX()).norm() < 0.02);
        QVERIFY((pose.axes.col(1) - Vec3::UnitZ()).norm() < 0.02);
        QVERIFY(pose.origin.norm() < 0.1);
        // 40 mm from point to point: three holes of 12 mm and the ends.
        QCOMPARE(after(p, "holes"), 3.0);
        QCOMPARE(after(p, "length"), 3 * 12 + kWide / 2);
        QCOMPARE(after(p, "holes_on"), 3.0);
        QVERIFY(near(after(p, "points_off"), 2, 0.05));
        for (const char* hole : {"hole-1", "hole-2", "hole-3"}) {
            QVERIFY(near(after(p, std::string(hole) + "-gap"), 0, 0.05));
            QVERIFY(near(after(p, std::string(hole) + "-both"), kThick + 20, kVoxel / 2));
            QVERIFY(near(after(p, std::string(hole) + "-one"), kThick + 6, 0.05)); // filled: as deep as set
        }
        QVERIFY(p.findings.empty());
        QVERIFY(r.after.structure(Id("plate-1-body")).surface->isClosed());
        QVERIFY(!r.after.structures.contains(Id("plate-1-screw-1"))); // none are planned
        QVERIFY(staleIds(r.after).empty());
        // Stood off it is that far away.
        ParamValues v = values();
        v.set("standoff", 2.0);
        QVERIFY(near(after(plan(c, v), "gap_mean"), 2, 0.02));
        QVERIFY(found(run(c, v).findings, "plate.gap"));
        QVERIFY(near(after(plan(c, v), "hole-2-both"), kThick + 2 + 20, kVoxel / 2));
        v.set("standoff", -1.0);
        QVERIFY(near(after(plan(c, v), "overlap"), 1, 0.05));
        QVERIFY(found(run(c, v).findings, "plate.in-bone"));
    }

    void onACylinderTheEdgesStandOff()
    {
        for (const double radius : {10.0, 15.0}) {
            const Case c = caseOf(maskOf([&](const Vec3& p) { return std::hypot(p.y(), p.z() + radius) < radius; }));
            const Plan p = plan(c, values());
            const double edge = radius - std::sqrt(radius * radius - kWide * kWide / 4);
            double mean = 0;
            for (int n = 0; n < 1000; ++n)
                mean += (radius - std::sqrt(radius * radius - std::pow(kWide * ((n + 0.5) / 1000 - 0.5), 2))) / 1000;
            qInfo("radius %.0f: greatest %.2f for %.2f, mean %.2f for %.2f", radius, after(p, "gap_most"), edge,
                  after(p, "gap_mean"), mean);
            QVERIFY(near(after(p, "gap_most"), edge, 0.6 * kVoxel));
            QVERIFY(near(after(p, "gap_mean"), mean, 0.4 * kVoxel));
            // Along the axis it is the same everywhere: none is added.
            QVERIFY(near(after(p, "gap_first"), after(p, "gap_last"), 0.1));
            QVERIFY(near(after(p, "gap_middle"), after(p, "gap_last"), 0.1));
            QVERIFY(near(after(p, "hole-2-gap"), 0, 0.6 * kVoxel));
            QVERIFY(std::fabs(after(p, "roll")) < 3);
        }
    }

    void screwsThroughATube()
    {
        constexpr double kOuter = 12, kInner = 7;
        const auto tube = [](const Vec3& p) {
            const double r = std::hypot(p.y(), p.z() + kOuter);
            return r < kOuter && r > kInner;
        };
        const Case c = caseOf(maskOf(tube));
        ParamValues v = values();
        v.set("screws", std::string("both cortices"));
        const RunResult r = run(c, v);
        const Plan& p = r.after.plan(Id("plate-1"));
        for (const char* hole : {"hole-1", "hole-2", "hole-3"}) {
            const std::string at = hole;
            const double gap = after(p, at + "-gap");
            QVERIFY(near(gap, 0, 0.6 * kVoxel));
            QVERIFY(near(after(p, at + "-one"), kThick + gap + kOuter - kInner, kVoxel / 2));
            QVERIFY(near(after(p, at + "-both"), kThick + gap + 2 * kOuter, kVoxel / 2));
            QVERIFY(after(p, at + "-beside") > 0);
        }
        QCOMPARE(placedShapes(p).size(), size_t(4));
        const BoneScrew screw = std::get<BoneScrew>(placedShapes(p)[2].implant);
        QVERIFY(near(screw.length, after(p, "hole-2-both"), 1e-9));
        QVERIFY(r.after.structure(Id("plate-1-screw-3")).surface->isClosed());
        // A wide marrow ends the search: the far wall is another bone then.
        v.set("marrow", 10.0);
        QVERIFY(near(after(plan(c, v), "hole-2-both"), kThick + kOuter - kInner, kVoxel));
        // Fewer screws: those of before are gone.
        v.set("holes", std::int64_t(2));
        const Case less = run(r.after, v).after;
        QVERIFY(less.structures.contains(Id("plate-1-screw-2")) && !less.structures.contains(Id("plate-1-screw-3")));
        v.set("screws", std::string("none"));
        QVERIFY(!run(less, v).after.structures.contains(Id("plate-1-screw-1")));
        QVERIFY(staleIds(less).empty());
    }

    /// The normals along the axis tell of a groove; what lies under the plate is flat.
    void theRollFitsTheBaseNotTheAxis()
    {
        const Case c = caseOf(maskOf([](const Vec3& p) {
            const double depth = std::fabs(p.y()) < 2 ? 0.4 * (p.y() + 2) : 0;
            return p.z() < -depth && p.z() > -20;
        }));
        // At the same height, so that the axis runs along the groove.
        const Plan p = plan(c, values(Vec3(-20, 0, 0), Vec3(20, 0, 0)));
        QVERIFY(poseOf(p).axes.col(1).z() > std::cos(degrees(2)));
        QVERIFY(std::fabs(after(p, "roll")) > 8); // from the groove's floor
        QVERIFY(after(p, "gap_mean") < 0.5);
        // Turned from there by hand: it stands on its edge, the other one is up.
        ParamValues v = values();
        v.set("roll", 10.0);
        const Case block = caseOf(maskOf(flat));
        const Plan turned = plan(block, v);
        QVERIFY(near(after(turned, "gap_most"), kWide * std::tan(degrees(10)), 0.15));
        // Clockwise as seen from the first point: the upward normal goes to the right, which is -y.
        QVERIFY(near(poseOf(turned).axes.col(1).y(), -std::sin(degrees(10)), 0.02));
    }

    void theOtherSideGivesTheSame()
    {
        Plan sides[2];
        for (const double mirror : {1.0, -1.0}) {
            const auto bone = [&](const Vec3& q) {
                const Vec3 p(q.x() + mirror * 3, q.y(), q.z() + 14);
                const Vec3 t(mirror * p.x(), p.y() * std::cos(0.3) + p.z() * std::sin(0.3),
                             p.z() * std::cos(0.3) - p.y() * std::sin(0.3));
                return t.y() * t.y() / 121 + t.z() * t.z() / 196 + std::pow(t.x() / 60, 2) < 1;
            };
            const auto canal = [&](const Vec3& p) { return std::hypot(p.y() - 3, p.z() + 16) < 1.5; };
            ParamValues v = values(Vec3(mirror * -20, 1, 0), Vec3(mirror * 18, 0, 0));
            v.set("avoid", std::vector<std::string>{"canal"});
            v.set("screws", std::string("one cortex"));
            sides[mirror > 0 ? 0 : 1] = plan(caseOf(maskOf(bone), maskOf(canal)), v);
        }
        QCOMPARE(sides[0].numbers.size(), sides[1].numbers.size());
        for (size_t n = 0; n < sides[0].numbers.size(); ++n) {
            const PlanNumber &a = sides[0].numbers[n], &b = sides[1].numbers[n];
            QCOMPARE(a.key, b.key);
            QVERIFY2(near(*a.after, a.key == "roll" ? -*b.after : *b.after, 0.05 * std::max(1.0, std::fabs(*a.after))),
                     a.key.c_str());
        }
        QCOMPARE(sides[0].findings.size(), sides[1].findings.size());
    }

    void distancesAreKept_data()
    {
        QTest::addColumn<bool>("otherGrid");
        QTest::newRow("the bone's grid") << false;
        QTest::newRow("another grid, askew and coarser") << true;
    }

    void distancesAreKept()
    {
        QFETCH(bool, otherGrid);
        // A canal along y under the middle hole, 12 mm deep.
        const auto canal = [](const Vec3& p) { return std::hypot(p.x(), p.z() + 12) < 1.5; };
        Grid g = boneGrid();
        if (otherGrid) {
            g.size = {70, 70, 70};
            g.spacing = Vec3::Constant(0.7);
            g.direction = Eigen::AngleAxisd(0.3, Vec3(0, 0, 1)).toRotationMatrix();
            g.origin = Vec3(0, 0, -12) - g.direction * Vec3::Constant(0.7 * 34.5);
        }
        const double within = otherGrid ? 0.35 : 0.25;
        const Case c = caseOf(maskOf(flat), maskOf(canal, g));
        ParamValues v = values();
        v.set("avoid", std::vector<std::string>{"canal"});
        v.set("screws", std::string("one cortex"));
        const RunResult one = run(c, v);
        const Plan& p = one.after.plan(Id("plate-1"));
        QVERIFY(near(after(p, "avoid"), 12 - 1.5, within));
        QVERIFY(near(after(p, "screw_avoid"), 12 - 6 - 1.5, within));
        QVERIFY(near(after(p, "hole-1-avoid"), std::hypot(12 - 3.5 / 2, 12 - 6 + 3.5 / 2) - 1.5, 0.5 + within));
        QVERIFY(!found(one.findings, "plate.screw-near"));
        v.set("one_cortex", 9.5);
        const RunResult close = run(c, v);
        QVERIFY(found(close.findings, "plate.screw-near"));
        QCOMPARE(found(close.findings, "plate.screw-near")->severity, Severity::Warning);
        v.set("screws", std::string("both cortices"));
        const RunResult both = run(c, v);
        QVERIFY(after(both.after.plan(Id("plate-1")), "screw_avoid") < 0);
        const Finding* f = found(both.findings, "plate.screw-near");
        QVERIFY(f && f->severity == Severity::Stop && f->place && !f->advice.empty());
        QVERIFY(std::fabs(f->place->z() + 12) < 3);
    }

    void otherImplantsAreSeen()
    {
        const Case c = caseOf(maskOf(flat));
        ParamValues v = values();
        v.set("screws", std::string("both cortices"));
        const Case one = run(c, v).after;
        // Another beside it: 12 mm wide both, 15 mm from middle to middle; then its screws, 3.5 mm thick.
        v = values(Vec3(-20, 15, 0), Vec3(20, 15, 0));
        v.set("screws", std::string("both cortices"));
        v.set("plan_id", std::string("plate-2"));
        const Case two = run(one, v).after;
        const Plan& p = two.plan(Id("plate-2"));
        QVERIFY(near(after(p, "implant"), 15 - kWide, 0.1));
        QVERIFY(near(after(p, "screw_implant"), 15 - kWide / 2 - 5.5 / 2, 0.2)); // from a head to the plate
        QVERIFY(!found(p.findings, "plate.near-implant"));
        QVERIFY(staleIds(two).empty());
        v.set("from", Vec3(-20, 9, 0));
        v.set("to", Vec3(20, 9, 0));
        const RunResult r = run(one, v);
        QVERIFY(found(r.findings, "plate.near-implant"));
        QCOMPARE(found(r.findings, "plate.near-implant")->severity, Severity::Stop);
    }

    void holesBesideTheBoneAndAFracture()
    {
        // A bar that ends at x = 10 and is narrower than the holes' row reaches at the other end.
        const Case c = caseOf(maskOf([](const Vec3& p) { return flat(p) && p.x() < 10; }));
        ParamValues v = values(Vec3(-30, 0, 0), Vec3(8, 0, 0));
        v.set("length", 66.0); // five holes, 12 mm apart, about x = -11
        v.set("screws", std::string("one cortex"));
        v.set("fracture", Vec3(-17, 4, -3));
        const RunResult r = run(c, v);
        const Plan& p = r.after.plan(Id("plate-1"));
        QCOMPARE(after(p, "holes"), 5.0);
        QVERIFY(after(p, "over_bone") < 95);
        QVERIFY(found(r.findings, "plate.overhang"));
        const Finding* off = found(r.findings, "plate.hole-off");
        QVERIFY(off && off->text.find("5") != std::string::npos && off->text.find("1") == std::string::npos);
        QCOMPARE(after(p, "holes_on"), 4.0);
        QCOMPARE(placedShapes(p).size(), size_t(1 + 4));
        // Holes at -35, -23 | -11, 1, (13).
        QCOMPARE(after(p, "fracture_first"), 2.0);
        QCOMPARE(after(p, "fracture_second"), 2.0);
        QVERIFY(near(after(p, "fracture_hole"), 6, 0.3));
        QVERIFY(!found(r.findings, "plate.fracture"));
        v.set("fracture", Vec3(35, 0, 0));
        QVERIFY(found(run(c, v).findings, "plate.fracture"));
    }

    void specksDoNotLiftIt()
    {
        const Case c = caseOf(maskOf([](const Vec3& p) {
            return flat(p) || (p - Vec3(3, 2, 2)).norm() < 0.8 || (p - Vec3(-9, -3, 3)).norm() < 0.8;
        }));
        const RunResult r = run(c, values());
        QVERIFY(near(after(r.after.plan(Id("plate-1")), "gap_mean"), 0, 0.02));
        QVERIFY(found(r.findings, "plate.specks"));
        ParamValues v = values();
        v.set("speck", 0.0);
        const RunResult all = run(c, v);
        QVERIFY(after(all.after.plan(Id("plate-1")), "gap_most") > 1.5);
        QVERIFY(!found(all.findings, "plate.specks"));
    }

    /// Metal in the image that the bone was drawn in is told, and the plan goes by that image.
    void metalIsTold()
    {
        Case c = caseOf(maskOf(flat));
        const ParamValues v = values();
        QVERIFY(!found(run(c, v).findings, "bone.metal"));
        const Grid g = c.structures.at(Id("bone"))->mask->grid();
        std::vector<std::int16_t> voxels(size_t(g.voxels()), 200);
        for (int n = 0; n < g.size[0]; ++n)
            voxels[size_t(g.offset(n, g.size[1] / 2, g.size[2] / 2))] = 3071;
        Edit e;
        e.put(Id("ct"), test::ctObject(Volume(g, std::move(voxels))));
        const RunResult r = run(apply(c, e), v);
        QVERIFY(found(r.findings, "bone.metal"));
        QVERIFY(!found(r.findings, "bone.islands"));
        const auto& inputs = r.after.lineage.at(Id("plate-1"))->inputs;
        QVERIFY(std::any_of(inputs.begin(), inputs.end(), [](const LineageInput& in) { return in.id == Id("ct"); }));
    }

    void isExported()
    {
        const Case c = caseOf(maskOf(flat));
        ParamValues v = values();
        v.set("screws", std::string("both cortices"));
        const RunResult r = run(c, v);
        const auto listed = implantsOf(r.after);
        QCOMPARE(listed.size(), size_t(4));
        std::vector<StepPart> parts;
        for (const ListedImplant& i : listed)
            parts.push_back({"generic", i.placed.implant, i.placed.pose, true, i.placed.body});
        const QTemporaryDir dir;
        const std::filesystem::path file = dir.filePath("plate.step").toStdString();
        writeStep(file, {parts.front()}, StepSchema::Ap214, Job());
        const auto& plate = std::get<FlatComponent>(listed.front().placed.implant);
        QCOMPARE(plate.holes, 3);
        const double hole = std::numbers::pi * plate.holeDiameter * plate.holeDiameter / 4;
        const double volume = (std::fabs(ringArea(plate.outline())) - 3 * hole) * plate.thickness;
        StepFacts facts = readStepFacts(file);
        QCOMPARE(facts.solids, 1);
        QVERIFY2(near(facts.volumeMm3 / volume, 1, 0.01), qPrintable(QString::number(facts.volumeMm3)));
        QVERIFY(near(facts.box.min.z(), 0, 0.1) && near(facts.box.max.z(), kThick, 0.1));
        writeStep(file, parts, StepSchema::Ap214, Job());
        facts = readStepFacts(file);
        QCOMPARE(facts.solids, 4);
        QVERIFY(near(facts.box.min.z(), -20, 0.5));
        const auto json = implantsJson(listed)["implants"];
        QCOMPARE(json[0]["kind"].get<std::string>(), std::string("plate"));
        QCOMPARE(json[0]["holes"].get<int>(), 3);
        QCOMPARE(json[1]["part"].get<std::string>(), std::string("screw-1"));
        QVERIFY(near(json[1]["length_mm"].get<double>(), kThick + 20, 0.3));
        const ReportTable table = implantTable(listed);
        for (const auto& row : table.rows)
            QCOMPARE(row.size(), table.head.size());
        size_t bodies = 0;
        for (const ListedSurface& s : planSurfaces(r.after)) {
            QVERIFY(s.closed);
            QCOMPARE(s.what,
                     std::string(s.id.text().find("screw") == std::string::npos ? "implant" : "screw of the plate"));
            ++bodies;
        }
        QCOMPARE(bodies, size_t(4));
        // A hole is no part of it for what is measured against it.
        const Rings base{plate.outline()};
        QVERIFY(signedDistance(plate, base, Vec3(6, kThick / 2, 0)) < 0);
        QVERIFY(near(signedDistance(plate, base, Vec3(0, kThick / 2, 0)), plate.holeDiameter / 2, 1e-9));
        QVERIFY(near(signedDistance(plate, base, Vec3(0, 20, 0)), 20 - kThick, 1e-9));
    }

    void badInputsAreRefused()
    {
        const Case c = caseOf(maskOf(flat));
        QVERIFY(checkOperation(m_registry.at("implant.place-plate"), c, values()).empty());
        ParamValues v = values(Vec3(std::nan(""), 0, 0));
        QVERIFY(blocks(checkOperation(m_registry.at("implant.place-plate"), c, v)));
        v = values(Vec3(1, 1, 0), Vec3(1, 1, 0));
        QVERIFY(stops(c, v, "plate.points"));
        QVERIFY(stops(c, values(Vec3(-20, 0, 14)), "plate.far"));
        QVERIFY(stops(c, values(Vec3(-20, 0, 0), Vec3(2000, 0, 0)), "plate.far"));
        QVERIFY(stops(caseOf(std::make_shared<const Mask>(boneGrid(), IndexBox(), std::vector<std::uint8_t>())),
                      values(), "structure.empty"));
        v = values();
        v.set("hole_diameter", 11.0);
        QVERIFY(stops(c, v, "plate.shape"));
        v = values();
        v.set("holes", std::int64_t(20));
        v.set("length", 60.0);
        QVERIFY(stops(c, v, "plate.shape"));
        v = values();
        v.set("screws", std::string("one cortex"));
        v.set("screw_diameter", 5.0);
        QVERIFY(stops(c, v, "plate.screws"));
        v = values();
        v.set("avoid", std::vector<std::string>{"bone"});
        QVERIFY(stops(c, v, "plate.avoids-bone"));
        v = values();
        v.set("plan_id", std::string("bone"));
        QVERIFY(stops(c, v, "plan.id"));
        // Out of the image.
        v = values(Vec3(0, 0, 0), Vec3(38, 0, 0));
        v.set("length", 66.0);
        const RunResult r = run(c, v);
        QVERIFY(found(r.findings, "implant.beyond"));
        // Coarse voxels.
        Grid g = boneGrid();
        g.size = {50, 30, 30};
        g.spacing = Vec3::Constant(1.6);
        const Case coarse = caseOf(maskOf(flat, g));
        QVERIFY(found(checkOperation(m_registry.at("implant.place-plate"), coarse, values()), "implant.slices"));
        QVERIFY(after(plan(coarse, values()), "gap_mean") < 0.4);
        // Points amid a bone come out somewhere on its surface, and that is told.
        v = values(Vec3(-20, 0, -10), Vec3(20, 0, -10));
        v.set("points_off", 5.0);
        QVERIFY(found(run(c, v).findings, "plate.points"));
    }

    /// On the outer side of the jaw below the teeth, as the command line of the README has it.
    void onTheJaw()
    {
        JawOptions o;
        o.spacing = 0.6;
        const Case c = makeCase(makeJaw(o, Job()), true);
        ParamValues v = values(Vec3(19.3, -24.7, -6), Vec3(28.1, -4.8, -6));
        v.set("bone", std::string("mandible"));
        v.set("avoid", std::vector<std::string>{"mandibular_canal_left", "tooth"});
        for (const auto& [key, mm] : {std::pair("width", 6.0), std::pair("thickness", 1.0), std::pair("pitch", 7.0),
                                      std::pair("hole_diameter", 2.3), std::pair("screw_diameter", 2.0)})
            v.set(key, mm);
        v.set("screws", std::string("one cortex"));
        const RunResult r = run(c, v);
        const Plan& p = r.after.plan(Id("plate-1"));
        for (const PlanNumber& n : p.numbers)
            qInfo("%s: %.2f", n.key.c_str(), n.after.value_or(-1));
        for (const Finding& f : r.findings)
            qInfo("%s", f.text.c_str());
        QVERIFY(after(p, "gap_mean") > 0.1 && after(p, "gap_mean") < 2);
        QVERIFY(after(p, "gap_middle") < after(p, "gap_first") && after(p, "gap_middle") < after(p, "gap_last"));
        QVERIFY(after(p, "overlap") < 0.2);
        QCOMPARE(after(p, "holes_on"), after(p, "holes"));
        QVERIFY(after(p, "screw_avoid") < 10);
        // Outwards is to the left and the front here.
        QVERIFY(poseOf(p).axes.col(1).dot(Vec3(0.9, -0.4, 0)) > 0.85);
    }

    void isTheSameTwiceAndStops()
    {
        const Case c = caseOf(maskOf(flat));
        const Plan a = plan(c, values()), b = plan(c, values());
        QCOMPARE(a.numbers.size(), b.numbers.size());
        for (size_t n = 0; n < a.numbers.size(); ++n)
            QVERIFY(a.numbers[n].after == b.numbers[n].after);
        std::stop_source stop;
        stop.request_stop();
        Job job(stop.get_token());
        bool cancelled = false;
        try {
            runOperation(m_registry.at("implant.place-plate"), c, values(), {"tester"}, job);
        } catch (const Error& e) {
            cancelled = e.code() == ErrorCode::Cancelled;
        }
        QVERIFY(cancelled);
    }
};

QTEST_GUILESS_MAIN(TstPlacePlate)
#include "tst_place_plate.moc"
