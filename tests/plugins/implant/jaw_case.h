#pragma once

#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/phantom/jaw.h"
#include "plugins/implant/implant_plugin.h"

#include <algorithm>
#include <cmath>
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

/// From a rod of 4 x 10 mm that stands in the gap to the canal's surface, by places on the rod.
inline double rodToCanal(const Jaw& jaw)
{
    double least = 1e9;
    for (const Vec3& c : jaw.canalLeft)
        for (double s = 0; s <= 10; s += 0.05)
            for (int a = 0; a < 180; ++a) {
                // The apex' bevel of half a millimetre makes its end narrower.
                const double r = 2 - std::max(0.0, s - 9.5), t = a * 0.0349;
                const Vec3 q = jaw.gapCrest + Vec3(r * std::cos(t), r * std::sin(t), -s);
                least = std::min(least, (q - c).norm() - jaw.canalRadius);
            }
    return least;
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
