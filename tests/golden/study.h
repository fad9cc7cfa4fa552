#pragma once

#include "core/case/case.h"

#include <map>
#include <string>

namespace pollux::golden {

/// What golden runs start from: cases made without any operation, and the truth about them.
struct GoldenStudy
{
    Case image;     ///< the image "ct" alone
    Case withTruth; ///< and the true structures, confirmed
    std::map<std::string, Mask> masks;
    std::map<std::string, Tree> trees; ///< exact centrelines where they are known

    /// Union of the masks of "a+b+c"; throws Error (NotFound) with the keys that exist.
    Mask truth(const std::string& keys) const;
    Tree treeTruth(const std::string& keys) const;
};

/// From the JSON of tests/golden/studies. Throws Error (BadInput) naming what is wrong; README.md describes the fields.
GoldenStudy makeGoldenStudy(const std::string& json);

} // namespace pollux::golden
