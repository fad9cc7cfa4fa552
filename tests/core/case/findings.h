#pragma once

#include "core/case/objects.h"

#include <string_view>

namespace pollux::test {

/// The first of this code; nullptr: none.
inline const Finding* found(const Findings& findings, std::string_view code)
{
    for (const Finding& f : findings)
        if (f.code == code)
            return &f;
    return nullptr;
}

} // namespace pollux::test
