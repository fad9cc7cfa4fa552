#include "app/cli/scene_arguments.h"

#include "core/base/error.h"
#include "core/case/time_points.h"
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

std::set<Id> structuresOf(const std::string& ids)
{
    // A name of its own: a range-for over a part of a temporary outlives it.
    const ParamValue value = parseValue(objectsParam("structures", "Structures", "structure", "Which are drawn."), ids);
    std::set<Id> all;
    for (const std::string& id : std::get<std::vector<std::string>>(value))
        all.insert(Id(id));
    return all;
}

void checkDrawn(const Case& c, const Id& volume, const std::optional<std::set<Id>>& structures, const Id& map)
{
    std::set<Id> all = structures.value_or(std::set<Id>());
    for (const Id& id : all)
        c.structure(id); // says what there is
    if (!map.empty())
        all.insert(map);
    if (all.empty())
        return;
    const Id image = volume.empty() && !c.volumes.empty() ? c.volumes.begin()->first : volume;
    const std::set<Id> elsewhere = shapesElsewhere(c, image);
    for (const Id& id : all)
        if (elsewhere.contains(id))
            throw Error(ErrorCode::BadInput,
                        "'" + id.text() + "' lies in another study than the image '" + image.text() + "'.",
                        id == map ? "Name an image of its study by --volume."
                                  : "Name an image of its study by --volume, or carry it over by register.carry.");
}

Vec3 pointOf(const std::string& text)
{
    return std::get<Vec3>(parseValue(pointParam("point", "Point", "x,y,z in mm (LPS)."), text));
}

} // namespace pollux::cli
