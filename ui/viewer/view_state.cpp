#include "ui/viewer/view_state.h"

#include "core/case/place_map.h"

#include <string_view>

namespace pollux {

Appearance defaultAppearance(const Structure& structure)
{
    const Anatomy* anatomy = findAnatomy(structure.anatomy);
    const std::string_view category = anatomy ? std::string_view(anatomy->category) : "other";
    if (category == "skin")
        return {true, 0.16, 0};
    if (category == "lesion")
        return {true, 1, 0.45};
    if (category == "vessel")
        return {true, 1, 0.35};
    if (category == "organ")
        return {true, 0.35, 0.22};
    if (category == "bone")
        return {true, 0.55, 0};
    if (category == "lung")
        return {true, 0.2, 0};
    if (category == "hollow")
        return {true, 0.5, 0.2};
    if (category == "muscle" || category == "fat")
        return {false, 0.4, 0.15};
    return {true, 0.8, 0.25};
}

bool isSkin(const Structure& structure)
{
    return structure.anatomy == "skin";
}

const VolumeObject* ViewState::volumeObject() const
{
    if (!document)
        return nullptr;
    const auto it = document->volumes.find(volume);
    return it == document->volumes.end() ? nullptr : it->second.get();
}

const VolumeObject* ViewState::fusionObject() const
{
    if (!document || fusion.mode == FusionMode::VolumeChange)
        return nullptr;
    if (fusion.registration.empty()) {
        if (fusion.volume == volume)
            return nullptr;
    } else if (const Registration* way = fusionWay(); !way || !sameFrame(*document, fusion.volume, way->moving)) {
        return nullptr; // laid over without its way it would look registered and is not
    }
    const auto it = document->volumes.find(fusion.volume);
    return it == document->volumes.end() ? nullptr : it->second.get();
}

const Registration* ViewState::fusionWay() const
{
    if (!document || fusion.registration.empty())
        return nullptr;
    const auto it = document->registrations.find(fusion.registration);
    return it != document->registrations.end() && sameFrame(*document, volume, it->second->fixed) ? it->second.get()
                                                                                                  : nullptr;
}

const Volume* ViewState::fusionChange() const
{
    return fusion.mode == FusionMode::VolumeChange && fusionWay() ? fusion.change.get() : nullptr;
}

bool ViewState::isVisible(const Id& structure) const
{
    if (elsewhere.contains(structure))
        return false;
    if (const auto it = visible.find(structure); it != visible.end())
        return it->second;
    if (!document)
        return false;
    const auto it = document->structures.find(structure);
    if (it == document->structures.end())
        return document->measurements.contains(structure);
    return defaultAppearance(*it->second).visible;
}

std::shared_ptr<const Field> ViewState::map() const
{
    if (!document)
        return nullptr;
    if (mapPreview) // while something is dragged, also where nothing was computed before
        return mapPreview;
    if (field.empty() || elsewhere.contains(field))
        return nullptr;
    const auto it = document->fields.find(field);
    return it == document->fields.end() ? nullptr : it->second;
}

size_t ViewState::stepOf(const Field& map) const
{
    return fieldTime ? map.stepAt(*fieldTime) : map.steps() - 1;
}

double ViewState::opacityOf(const Id& structure) const
{
    if (const auto it = opacity.find(structure); it != opacity.end())
        return it->second;
    if (!document)
        return 1;
    const auto it = document->structures.find(structure);
    return it == document->structures.end() ? 1 : defaultAppearance(*it->second).opacity;
}

const Structure* ViewState::skin() const
{
    if (document)
        for (const auto& [id, structure] : document->structures)
            if (isSkin(*structure))
                return structure.get();
    return nullptr;
}

} // namespace pollux
