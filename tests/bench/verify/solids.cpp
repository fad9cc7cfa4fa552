// Implants as solids: volumes and distances against closed forms, STEP files there and back, in millimetres and inches.

#include "core/mesh/surface_check.h"
#include "core/solid/step.h"
#include "core/solid/step_import.h"
#include "tests/bench/verify/problems.h"
#include "tests/core/solid/closed_forms.h"
#include "tests/core/solid/step_cube.h"
#include "tests/support/temporary_folder.h"

#include <random>

namespace pollux::verification {

namespace {

using namespace closedforms;

AxisPose tilted()
{
    return {Vec3(12, -30, 45), Vec3(0.2, 0.3, -0.9).normalized()};
}

StepPart partOf(ImplantShape shape, bool thread)
{
    StepPart p;
    p.name = "generic";
    p.implant = std::move(shape);
    p.pose = tilted();
    p.thread = thread;
    return p;
}

/// Of the solids in a file that was written with this part.
double volumeInFile(const StepPart& part, StepSchema schema = StepSchema::Ap242)
{
    const test::TemporaryFolder folder;
    writeStep(folder / "part.step", {part}, schema, Job());
    return readStepFacts(folder / "part.step").volumeMm3;
}

std::vector<Check> outlines()
{
    const char* name = "Bodies of revolution";
    const Outline rod{{{0, 2}, {10, 2}}}, cone{{{0, 3}, {8, 1}}};
    double area = 0;
    for (const SurfaceSample& s : surfaceSamples(cone, tilted(), 0.1, -1, 9))
        area += s.area;
    Worst distance;
    std::mt19937 random(5);
    const Vec3 across = acrossOf(tilted().direction);
    for (int n = 0; n < 500; ++n) {
        const double s = double(random()) / 4294967295.0 * 20 - 5, r = double(random()) / 4294967295.0 * 6;
        distance.add(toCylinder(2, 10, s, r), signedDistance(rod, tilted(), tilted().at(s) + r * across));
    }
    return {{name, "cylinder 4 x 10 mm, mm3", cylinder(2, 10), rod.volume(), 1e-12},
            {name, "cone 6 to 2 mm x 8 mm, mm3", frustum(3, 1, 8), cone.volume(), 1e-12},
            {name, "surface of the cone by samples, mm2", frustumSurface(3, 1, 8), area, 1e-9},
            {name, "triangles of the cone, 96 around, mm3", asPolygon(frustum(3, 1, 8), 96),
             1000 * revolvedSurface(cone, tilted(), 96).volumeMl(), 1e-5},
            within(name, "distance to the cylinder, worst of 500 places, mm", 0, distance.error(), 1e-9)};
}

std::vector<Check> cups()
{
    AcetabularCup c;
    c.outerDiameter = 54;
    c.wall = 5;
    const double exact = hemisphericalShell(27, 22);
    return {{"Cup 54 mm, wall 5 mm", "volume, mm3", exact, c.volume(), 1e-12},
            {"Cup 54 mm, wall 5 mm", "its triangles, mm3", exact, 1000 * c.surface(tilted(), 192).volumeMl(), 0.005,
             "192 around"},
            {"Cup 54 mm, wall 5 mm", "in a STEP file, mm3", exact, volumeInFile(partOf(c, false)), 1e-6}};
}

/// Without an abutment, a cylinder: a core with its bevel, and the thread's turns.
std::vector<Check> threads()
{
    DentalImplant d;
    d.apexDiameter = d.diameter;
    d.abutmentHeight = 0;
    d.threadPitch = 0.75;
    const double core = d.diameter / 2 - d.threadDepth;
    // 1 mm from either end, in whole turns; a base of 0.8 pitches, 0.05 mm within the core.
    const double threaded = cylinder(core, 9.5) + frustum(core, core - 0.5, 0.5) +
                            thread(core, 0.3, 0.8 * 0.75, 0.05, std::floor(8 / 0.75));
    BoneScrew s;
    s.headHeight = 0;
    s.cannulation = 2;
    const double shaft = 6.5 / 2 - 0.8;
    const double turns = std::floor((45 - 3.25 - 0.6 * 2.7) / 2.7);
    const double bored = cylinder(shaft, 45 - shaft) + frustum(shaft, 1.1, shaft) - cylinder(1, 45) +
                         thread(shaft, 0.8, 0.8 * 2.7, 0.05, turns);
    const StepPart part = partOf(d, true);
    return {{"Dental implant 4 x 10 mm, thread", "volume in a STEP file, mm3", threaded, volumeInFile(part), 1e-3,
             "core, bevel and 10 turns (Pappus)"},
            {"Dental implant 4 x 10 mm, envelope", "volume in a STEP file, mm3",
             cylinder(2, 9.5) + frustum(2, 1.5, 0.5), volumeInFile(partOf(d, false)), 1e-6},
            {"Screw 6.5 x 45 mm, bore 2 mm, thread", "volume in a STEP file, mm3", bored, volumeInFile(partOf(s, true)),
             2e-3, "core, tip, bore and 14 turns (Pappus)"}};
}

std::vector<Check> components()
{
    std::vector<Check> out;
    for (const auto& [kind, width, depth] :
         {std::tuple(ComponentKind::AnkleTibia, 30.0, 36.0), {ComponentKind::KneeTibia, 72.0, 48.0}}) {
        const FlatComponent c = genericComponent(kind, width, depth);
        double exact = std::fabs(ringArea(c.outline())) * c.thickness +
                       double(c.pegPlaces().size()) * cylinder(c.pegDiameter / 2, c.pegLength);
        StepPart p = partOf(c, false);
        p.body.origin = Vec3(12, -30, 45);
        out.push_back({"Component, " + std::string(name(kind)), "base x thickness + pegs in a STEP file, mm3", exact,
                       volumeInFile(p), 0.005, "the outline's 96 corners are joined by a spline"});
    }
    return out;
}

/// Written by the standard alone, not by the toolkit that reads them.
std::vector<Check> units()
{
    std::vector<Check> out;
    const test::TemporaryFolder folder;
    for (const auto& [unit, mm] : {std::pair("mm", 1.0), {"cm", 10.0}, {"m", 1000.0}, {"inch", 25.4}}) {
        stepcube::Options o;
        o.unit = unit;
        stepcube::write(folder / "cube.stp", stepcube::text(o));
        const ImportedModel m = readStepModel(folder / "cube.stp");
        const std::string what = std::string("STEP cube of 10 mm in ") + unit;
        out.push_back({what, "mm a unit", mm, m.facts.mmPerUnit, 1e-12});
        out.push_back({what, "volume, mm3", 1000, m.facts.solids.at(0).volumeMm3, 6e-7 * mm,
                       "the file has six digits behind the point"});
        out.push_back(
            {what, "volume of its triangles, mm3", 1000, checkSurface(m.surface, Job()).volumeMm3, 6e-7 * mm + 1e-6});
    }
    return out;
}

/// Our own files as those of anybody: volume, place and unit.
std::vector<Check> thereAndBack()
{
    std::vector<Check> out;
    const test::TemporaryFolder folder;
    DentalImplant d;
    const StepPart part = partOf(d, false);
    for (const StepSchema schema : {StepSchema::Ap214, StepSchema::Ap242}) {
        writeStep(folder / "own.step", {part}, schema, Job());
        const ImportedModel m = readStepModel(folder / "own.step");
        const std::string what =
            schema == StepSchema::Ap214 ? "STEP there and back, AP214" : "STEP there and back, AP242";
        out.push_back({what, "mm a unit", 1, m.facts.mmPerUnit, 1e-12});
        out.push_back({what, "volume for that in the file, mm3", readStepFacts(folder / "own.step").volumeMm3,
                       m.facts.solids.at(0).volumeMm3, 1e-9});
        // Its ends along the axis, by its triangles.
        double low = 1e9, high = -1e9;
        for (const Vec3f& p : m.surface.points()) {
            const double along = (p.cast<double>() - part.pose.origin).dot(part.pose.direction);
            low = std::min(low, along);
            high = std::max(high, along);
        }
        out.push_back(within(what, "top along its axis, mm", -d.abutmentHeight, low, 1e-4));
        out.push_back(within(what, "apex along its axis, mm", d.length, high, 1e-4));
    }
    return out;
}

} // namespace

std::vector<Problem> solidProblems()
{
    return {{"revolved", outlines},
            {"cup-solid", cups},
            {"thread", threads, "closed form, Pappus", Cost::Usual},
            {"component-solid", components, "area x height"},
            {"step-units", units, "10 mm cube by the standard"},
            {"step-back", thereAndBack, "what was written"}};
}

} // namespace pollux::verification
