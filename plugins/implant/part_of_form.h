#pragma once

#include "core/params/param.h"

#include <set>
#include <string>
#include <utility>

namespace pollux::implant {

/// The parameters of one step of a page: those named, or all others. `folded` are what a surgeon rarely enters.
inline ParamList partOfForm(const ParamList& all, const std::set<std::string>& named, bool others,
                            const std::set<std::string>& folded)
{
    ParamList out;
    for (Param p : all.all()) {
        if (named.contains(p.key) == others)
            continue;
        p.advanced = p.advanced || folded.contains(p.key);
        out.add(std::move(p));
    }
    return out;
}

} // namespace pollux::implant
