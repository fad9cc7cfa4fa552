#pragma once

#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/phantom/jaw.h"
#include "plugins/implant/implant_plugin.h"

#include <stdexcept>

namespace jawcase {

using namespace pollux;

/// The jaw phantom as a case: image, mandible, teeth, both canals as traced from their centrelines.
inline Case makeCase(const Jaw& jaw, bool coneBeam)
{
    Edit e;
    VolumeObject v;
    v.name = coneBeam ? "CBCT lower jaw" : "CT lower jaw";
    v.modality = "CT";
    v.unit = "HU";
    v.windowCentre = 900;
    v.windowWidth = 2800;
    v.volume = jaw.image;
    e.put(Id("ct"), std::move(v));
    for (const auto& [key, mask] : jaw.masks) {
        Structure s;
        s.name = key;
        s.anatomy = key.rfind("mandibular_canal", 0) == 0 ? "mandibular_canal" : key;
        s.mask = std::make_shared<const Mask>(mask);
        if (s.anatomy == "mandibular_canal") {
            const auto& line = key == "mandibular_canal_left" ? jaw.canalLeft : jaw.canalRight;
            Tree t;
            for (size_t n = 0; n < line.size(); ++n)
                t.nodes.push_back({line[n], jaw.canalRadius, static_cast<int>(n) - 1});
            s.tree = std::make_shared<const Tree>(std::move(t));
        }
        e.put(Id(key), std::move(s));
    }
    return apply(Case(), e);
}

inline double after(const Plan& p, const std::string& key)
{
    for (const PlanNumber& n : p.numbers)
        if (n.key == key && n.after)
            return *n.after;
    throw std::runtime_error("no number " + key);
}

inline bool has(const Findings& findings, const std::string& code)
{
    for (const Finding& f : findings)
        if (f.code == code)
            return true;
    return false;
}

} // namespace jawcase
