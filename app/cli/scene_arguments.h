#pragma once

#include "core/case/case.h"
#include "ui/viewer/scene_look.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pollux::cli {

/// How a 3-D picture looks, as it is asked for on the command line: the same words for a picture and for a report.
struct SceneArguments
{
    std::vector<std::string> cuts;
    std::string projection = "perspective";
    bool silhouettes = false, wholeSkin = false, bareCut = false;
};

/// --cut, --whole-skin, --bare-cut, --projection, --silhouettes. `arguments` must outlive the command.
void addSceneOptions(CLI::App& command, SceneArguments& arguments);
SceneLook sceneLookOf(const SceneArguments& arguments);

/// Ids separated by commas, as the structures that are drawn.
std::set<Id> structuresOf(const std::string& ids);
/// Throws Error, with what to do: NotFound for one that the case does not have, BadInput for one that lies in another
/// study than the image and would be drawn in a wrong place. The empty volume stands for the first.
void checkDrawn(const Case& c, const Id& volume, const std::optional<std::set<Id>>& structures, const Id& map);

/// "x,y,z" in mm (LPS). Throws Error (BadInput).
Vec3 pointOf(const std::string& text);

} // namespace pollux::cli
