#pragma once

#include "core/case/objects.h"

#include <string>
#include <utility>

namespace pollux::test {

/// An image as a case holds it. Texts come as objects: GCC 12 warns of literals that are assigned to a fresh one.
inline VolumeObject imageObject(Volume volume, const std::string& modality, const std::string& unit)
{
    VolumeObject v;
    v.name = modality;
    v.modality = modality;
    v.unit = unit;
    v.volume = std::move(volume);
    return v;
}
inline VolumeObject ctObject(Volume volume)
{
    return imageObject(std::move(volume), "CT", "HU");
}

} // namespace pollux::test
