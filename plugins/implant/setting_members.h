#pragma once

#include "core/params/param.h"

#include <algorithm>

namespace pollux::implant {

/// A number of a setting (`component_scene.h`, `cup_motion.h`) and the parameter that it is entered by.
template <class Setting>
struct SettingMember
{
    const char* key;
    double Setting::*value;
};

/// Within the ranges of the parameters that are named as its members are.
template <class Setting, size_t N>
Setting withinRanges(Setting setting, const SettingMember<Setting> (&members)[N], const ParamList& list)
{
    for (const auto& m : members)
        if (const Param* p = list.find(m.key); p && p->min && p->max)
            setting.*m.value = std::clamp(setting.*m.value, *p->min, *p->max);
    return setting;
}

template <class Setting, size_t N>
void setInto(ParamValues& values, const Setting& setting, const SettingMember<Setting> (&members)[N])
{
    for (const auto& m : members)
        values.set(m.key, setting.*m.value);
}

} // namespace pollux::implant
