#pragma once

#include "core/params/param.h"

#include <utility>

namespace pollux::implant {

/// Adds a real parameter that says where its default is from.
inline void addSourced(ParamList& list, const char* key, const char* label, Unit unit, double value, double min,
                       double max, const char* help, const char* source, bool advanced = false)
{
    Param p = realParam(key, label, unit, value, min, max, help);
    p.source = source;
    p.advanced = advanced;
    list.add(std::move(p));
}

} // namespace pollux::implant
