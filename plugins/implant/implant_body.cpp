#include "plugins/implant/implant_body.h"

#include "core/base/text.h"

namespace pollux::implant {

Structure implantBody(std::string name, Colour colour, Surface surface, double volumeMm3)
{
    Structure s;
    s.name = std::move(name);
    s.anatomy = "implant";
    s.colour = colour;
    s.state = ConfirmState::Edited;
    s.surface = std::make_shared<const Surface>(std::move(surface));
    s.measures.push_back({"volume", "Volume", {volumeMm3 / 1000, Unit::Millilitre, {}, {}}});
    return s;
}

Structure implantBody(std::string name, Colour colour, const Outline& outline, const AxisPose& pose)
{
    return implantBody(std::move(name), colour, revolvedSurface(outline, pose, 48), outline.volume());
}

std::string uncalibrated(const Case& c, const Id& volume, const std::string& scanner)
{
    if (scanner == "HU of a calibrated CT")
        return {};
    if (scanner == "grey values")
        return "grey values: no class of density, for they are not HU";
    const VolumeObject& v = c.volume(volume);
    const std::string name = lowered(v.name + " " + v.phase);
    if (name.find("cbct") != std::string::npos || name.find("cone beam") != std::string::npos ||
        name.find("cone-beam") != std::string::npos)
        return "grey values of a cone-beam scanner: no class of density, for they are not HU";
    if (v.modality != "CT" || v.unit != "HU")
        return "not a calibrated CT: no class of density";
    return {};
}

} // namespace pollux::implant
