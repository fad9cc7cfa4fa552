#include "app/cli/scene_arguments.h"

#include "core/params/param.h"

#include <CLI/CLI.hpp>

#include <variant>

namespace pollux::cli {

namespace {

/// "axial" takes away what the axial slice is looked at from, "-axial" the other side.
void addCut(SceneCut& cut, const std::string& text)
{
    const CutSide side = text.front() == '-' ? CutSide::Far : CutSide::Near;
    const std::string plane = text.front() == '-' ? text.substr(1) : text;
    (plane == "axial" ? cut.axial : plane == "sagittal" ? cut.sagittal : cut.coronal) = side;
}

} // namespace

void addSceneOptions(CLI::App& command, SceneArguments& a)
{
    command
        .add_option(
            "--cut", a.cuts,
            "3d: cut open at a plane through --centre, with the slice on the cut: axial takes the foot side "
            "away and -axial the head side, sagittal left and -sagittal right, coronal front and -coronal back; "
            "may be given several times (--cut=-axial)")
        ->type_size(1)
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"axial", "-axial", "sagittal", "-sagittal", "coronal", "-coronal"}));
    command.add_flag("--whole-skin", a.wholeSkin, "3d: the skin is not cut");
    command.add_flag("--bare-cut", a.bareCut, "3d: no slice on the cut");
    command.add_option("--projection", a.projection, "3d: perspective, or orthographic with a scale bar")
        ->check(CLI::IsMember({"perspective", "orthographic"}));
    command.add_flag("--silhouettes", a.silhouettes, "3d: contours of the structures");
}

SceneLook sceneLookOf(const SceneArguments& a)
{
    SceneLook look;
    for (const std::string& cut : a.cuts)
        addCut(look.cut, cut);
    look.cut.skin = !a.wholeSkin;
    look.cut.image = !a.bareCut;
    look.orthographic = a.projection == "orthographic";
    look.silhouettes = a.silhouettes;
    return look;
}

Vec3 pointOf(const std::string& text)
{
    return std::get<Vec3>(parseValue(pointParam("point", "Point", "x,y,z in mm (LPS)."), text));
}

} // namespace pollux::cli
