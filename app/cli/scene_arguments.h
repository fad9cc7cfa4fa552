#pragma once

#include "core/geometry/vec.h"
#include "ui/viewer/scene_look.h"

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

/// "x,y,z" in mm (LPS). Throws Error (BadInput).
Vec3 pointOf(const std::string& text);

} // namespace pollux::cli
