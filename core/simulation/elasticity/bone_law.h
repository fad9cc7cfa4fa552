#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pollux::elasticity {

/// How an image's values become Young's moduli. All of resources/materials/bone.json, where the sources stand.
struct BoneLaw
{
    std::string id; ///< "constant", "keller", ...
    std::string label;
    std::string density; ///< "app", "ash", or "none" for two constants
    double factor = 0;   ///< MPa at 1 g/cm3
    double exponent = 0;
    std::string source;
    std::string evidence; ///< "verified", "unverified"

    bool constant() const { return density == "none"; }
};

/// A scanner's calibration: rho_qct = offset + slope HU, g/cm3.
struct Calibration
{
    double offset = 0;
    double slope = 0.0008;
};

/// Everything a conversion needs. A value; any thread.
struct BoneMaterial
{
    BoneLaw law;
    Calibration calibration;
    double ashSlope = 0.877, ashOffset = 0.079, ashToApp = 0.6;
    double cortical = 13700, cancellous = 1370; ///< MPa, for constants
    double split = 850;                         ///< image value from which bone counts as cortical
    double least = 10, most = 30000;            ///< MPa: no bone is softer or stiffer

    /// MPa of bone with this image value.
    double modulus(double value) const;
};

/// The built-in laws, in the order of the file. Throws Error (BadInput) if the file is malformed.
std::vector<BoneLaw> boneLaws();
/// With the file's calibration and ash relation. Throws Error (NotFound) naming what there is.
BoneMaterial boneMaterial(std::string_view law);

} // namespace pollux::elasticity
