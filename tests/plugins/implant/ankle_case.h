#pragma once

#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/phantom/ankle.h"
#include "plugins/implant/implant_plugin.h"

namespace anklecase {

using namespace pollux;

/// The ankle phantom as a case: image and bones.
inline Case makeCase(const Ankle& ankle, const std::string& ct = "CT", const std::string& hu = "HU")
{
    Edit e;
    VolumeObject v;
    v.name = "CT right ankle";
    v.modality = ct;
    v.unit = hu;
    v.windowCentre = 400;
    v.windowWidth = 1800;
    v.volume = ankle.image;
    e.put(Id("ct"), std::move(v));
    for (const auto& [key, mask] : ankle.masks) {
        Structure s;
        s.name = key;
        s.anatomy = key;
        s.mask = std::make_shared<const Mask>(mask);
        e.put(Id(key), std::move(s));
    }
    return apply(Case(), e);
}

} // namespace anklecase
