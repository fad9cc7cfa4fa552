// What a parameter is when it is not given: of a preset, or the default.
#include "core/base/sentence.h"
#include "core/params/param.h"

namespace pollux {

const Preset* chosenPreset(const Param& param, const ParamValues& values)
{
    const auto it = values.all().find(param.key);
    const std::string* text = it == values.all().end() ? nullptr : std::get_if<std::string>(&it->second);
    if (!text || text->empty())
        return nullptr;
    for (const Preset& preset : param.presets)
        if (preset.value == *text)
            return &preset;
    return nullptr;
}

std::vector<ParamProblem> checkPresets(const ParamList& list, const ParamValues& values)
{
    std::vector<ParamProblem> problems;
    for (const Param& p : list.all()) {
        const auto it = values.all().find(p.key);
        const std::string* text = it == values.all().end() ? nullptr : std::get_if<std::string>(&it->second);
        if (p.presets.empty() || !text || text->empty() || chosenPreset(p, values))
            continue;
        bool given = true;
        std::string known;
        for (const Preset& preset : p.presets) {
            known += (known.empty() ? "" : ", ") + preset.value;
            for (const auto& [key, value] : preset.sets)
                given = given && values.has(key);
        }
        if (!given)
            problems.push_back(
                {p.key, filled("%1 (%2): there is no '%3'; there are: %4.", {p.label, p.key, *text, known})});
    }
    return problems;
}

ParamValues completed(const ParamList& list, const ParamValues& values)
{
    ParamValues out = values;
    for (const Param& p : list.all())
        if (const Preset* preset = chosenPreset(p, values))
            for (const auto& [key, value] : preset->sets)
                if (!out.has(key))
                    out.set(key, value);
    for (const Param& p : list.all())
        // An optional point that was not given stays absent: (0,0,0) is a place in the body, not "none".
        if (!out.has(p.key) && !(p.type == ParamType::Point && p.optional))
            out.set(p.key, p.defaultValue);
    return out;
}

} // namespace pollux
