#include "plugins/implant/implant_body.h"

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

} // namespace pollux::implant
