#pragma once

#include "core/base/text.h"
#include "core/case/case.h"

#include <map>
#include <string>

namespace pollux::test {

/// What a case holds, a line of text an object (and a line for where it came from): two cases are the same for a user
/// if theirs are. Beside the content keys it has what these leave out: names, states, colours, derived shapes.
using Fingerprint = std::map<std::string, std::string>;

inline Fingerprint fingerprint(const Case& c)
{
    Fingerprint out;
    const auto key = [&](const std::string& id) {
        const auto k = isValidId(id) ? c.keyOf(Id(id)) : std::nullopt;
        return k ? k->hex() : std::string("-");
    };
    const auto addAll = [&](const auto& map) {
        for (const auto& [id, object] : map)
            out[id.text()] = std::string(name(*c.kindOf(id))) + " '" + c.nameOf(id) + "' " + key(id.text());
    };
    addAll(c.studies);
    addAll(c.volumes);
    addAll(c.structures);
    addAll(c.landmarks);
    addAll(c.measurements);
    addAll(c.registrations);
    addAll(c.fields);
    addAll(c.plans);
    addAll(c.unknown);
    for (const auto& [id, s] : c.structures) {
        std::string& line = out[id.text()];
        line += " " + std::string(name(s->state)) + " by '" + s->confirmedBy + "' " + s->confirmedAt + " colour";
        for (const int part : s->colour)
            line += " " + std::to_string(part);
        for (const char* shape : {"/surface", "/tree"})
            line += std::string(" ") + shape + " " + key(id.text() + shape);
        for (const NamedQuantity& m : s->measures)
            line += " " + m.key + " " + toText(m.quantity.value);
    }
    for (const auto& [id, p] : c.plans)
        out[id.text()] += " " + std::string(name(p->state));
    for (const auto& [id, lineage] : c.lineage) {
        std::string& line = out["lineage of " + id.text()];
        line = lineage->operation + " by '" + lineage->author + "' " + lineage->when;
        for (const LineageInput& in : lineage->inputs)
            line += ", " + in.id.text() + " " + in.key.hex();
    }
    return out;
}

/// What differs, a line each ("- " of the first, "+ " of the second); empty if nothing does.
inline std::string difference(const Fingerprint& a, const Fingerprint& b)
{
    std::string out;
    for (const auto& [id, line] : a)
        if (const auto it = b.find(id); it == b.end() || it->second != line)
            out += "- " + id + ": " + line + "\n";
    for (const auto& [id, line] : b)
        if (const auto it = a.find(id); it == a.end() || it->second != line)
            out += "+ " + id + ": " + line + "\n";
    return out;
}

} // namespace pollux::test
