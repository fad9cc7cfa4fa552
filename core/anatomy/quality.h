#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"

#include <string>
#include <vector>

namespace pollux::anatomy {

/// How far to trust a proposal: named parts, each 0..1, and their geometric mean. None of it has been calibrated
/// against expert masks, so the figure ranks proposals for review and is no probability; the text says so.
class Quality
{
public:
    void add(std::string name, double value); ///< clamped to [0,1]
    /// 1 inside [low, high] mL, falling to 0 at half of low or twice high. `source` says where the range is from.
    void addVolume(double ml, double low, double high, const std::string& source);
    /// Mean contrast across the border against the spread inside: 1 from three standard deviations on.
    void addContrast(const Volume& work, const Mask& mask);

    double value() const;
    std::string text() const;

private:
    struct Part
    {
        std::string name;
        double value;
    };
    std::vector<Part> m_parts;
};

} // namespace pollux::anatomy
