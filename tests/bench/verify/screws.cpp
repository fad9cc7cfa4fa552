// A screw in a cylinder of bone: bone beside it, breaches, chances of a breach.

#include "tests/bench/verify/implant_operations.h"
#include "tests/bench/verify/problems.h"
#include "tests/plugins/implant/bone_cylinder.h"

#include <cstdio>

namespace pollux::verification {

namespace {

using namespace roundbone;

/// Centres of voxels lie on the wall and do not count.
constexpr const char* kGrid = "voxels 0.5 mm: the mask ends 0.25 mm within";

std::vector<Check> walls()
{
    const ImplantOperations operations;
    const Case c = boneCase(1);
    const auto placed = [&](const Vec3& entry, const Vec3& target, double length) {
        ParamValues v;
        v.set("volume", std::string("ct"));
        v.set("bone", std::string("bone"));
        v.set("avoid", std::vector<std::string>{"vessel"});
        v.set("entry", entry);
        v.set("target", target);
        v.set("diameter", 6.0);
        v.set("length", length);
        return operations.run("implant.place-screw", c, v).plan(Id("screw-1"));
    };
    const double bound = 0.35; // voxels of 0.5 mm
    std::vector<Check> out;
    for (const double shift : {0.0, 4.0, 6.0}) {
        const Plan p = placed(Vec3(40 + shift, 0, 0), Vec3(40 + shift, 45, 0), 45);
        const std::string what = "Screw of 6 mm in a bone of 16 mm, " + std::to_string(int(shift)) + " mm off its axis";
        out.push_back(within(what, "bone beside it, below 0 a breach, mm", wallBeside(shift, 6),
                             *numberOf(p, "wall").after, bound, kGrid));
        out.push_back(within(what, "bone ahead of its tip, mm", 15, *numberOf(p, "ahead").after, 0.6, kGrid));
        out.push_back(within(what, "to a vessel, mm", toVessel(shift, 6), *numberOf(p, "avoid").after, bound, kGrid));
    }
    const AxisPose pose{Vec3(40, 0, 0), Vec3(8, 45, 0).normalized()};
    const Plan p = placed(pose.origin, Vec3(48, 45, 0), 40);
    out.push_back(within("Screw that leaves the bone towards its tip", "breach, mm",
                         wallOfOblique(screw(6, 40), pose, 5, 40), *numberOf(p, "wall").after, bound, kGrid));
    out.push_back(within("Screw that leaves the bone towards its tip", "angle in the transverse plane, degrees",
                         std::atan2(8, 45) * 180 / std::numbers::pi, *numberOf(p, "transverse").after, 1e-6));
    return out;
}

std::vector<Check> grades()
{
    std::vector<Check> out;
    for (const auto& [mm, grade] :
         {std::pair(-1.0, 'A'), {0.5, 'B'}, {1.99, 'B'}, {2.0, 'C'}, {4.0, 'D'}, {6.0, 'E'}}) {
        char what[64];
        std::snprintf(what, sizeof what, "breach of %.2f mm, A = 1 to E = 5", mm);
        out.push_back(within("Grade of a breach", what, grade - 'A' + 1, breachGrade(mm, 2, 4, 6) - 'A' + 1, 0));
    }
    return out;
}

std::vector<Check> oneEnd()
{
    std::vector<Check> out;
    const Volume bone = field(kRadius);
    for (const auto& [mean, sd] : {std::pair(2.2, 1.4), {4.5, 1.0}, {5.2, 0.5}})
        for (const double limit : {0.0, 1.0}) {
            char what[80];
            std::snprintf(what, sizeof what, "chance of more than %.0f mm, error %.1f +- %.1f mm", limit, mean, sd);
            const double entry = breachChance(bone, screw(), kAxis, {mean, sd, 0, 0}, limit).beyond;
            const double tip = breachChance(bone, screw(), kAxis, {0, 0, mean, sd}, limit).beyond;
            out.push_back(
                within("Breach, an error at the entry alone", what, breachByEntry(limit, mean, sd), entry, 0.015));
            out.push_back(within("Breach, an error at the tip alone", what, breachByTip(limit, mean, sd), tip, 0.015));
        }
    return out;
}

std::vector<Check> bothEnds()
{
    std::vector<Check> out;
    for (const double radius : {5.0, 6.0, 8.0})
        for (const auto& [entry, tip] : {std::pair(2.2, 1.9), {1.0, 3.0}}) {
            const ExecutionError e{entry, 1.4, tip, 1.5};
            char what[80];
            std::snprintf(what, sizeof what, "chance, bone of %.0f mm, errors %.1f and %.1f mm", radius, entry, tip);
            out.push_back(within("Breach, errors at both ends", what,
                                 breachByDenseRule(e, kFirst / 45, kLast / 45, radius - 3),
                                 breachChance(field(radius), screw(), kAxis, e, 0).any, 0.015));
        }
    return out;
}

} // namespace

std::vector<Problem> screwProblems()
{
    return {{"screw-wall", walls},
            {"screw-grade", grades, "Gertzbein, Robbins 1990, from memory"},
            {"breach-chance", oneEnd, "closed form, normal"},
            {"breach-both-ends", bothEnds, "dense rule", Cost::Usual}};
}

} // namespace pollux::verification
