#include "ui/shell/merge.h"

namespace pollux {

namespace {

template <class Map>
bool merge(const Map& base, const Map& after, Map& current)
{
    const auto at = [](const Map& map, const typename Map::key_type& id) {
        const auto it = map.find(id);
        return it == map.end() ? nullptr : it->second;
    };
    const auto take = [&](const typename Map::key_type& id) {
        const auto was = at(base, id);
        const auto is = at(after, id);
        if (was == is)
            return true;
        if (at(current, id) != was)
            return false;
        if (is)
            current[id] = is;
        else
            current.erase(id);
        return true;
    };
    for (const auto& entry : after)
        if (!take(entry.first))
            return false;
    for (const auto& entry : base)
        if (!after.contains(entry.first) && !take(entry.first))
            return false;
    return true;
}

} // namespace

std::optional<Case> mergeChange(const Case& base, const Case& after, const Case& current)
{
    Case out = current;
    const bool clean =
        merge(base.studies, after.studies, out.studies) && merge(base.volumes, after.volumes, out.volumes) &&
        merge(base.structures, after.structures, out.structures) &&
        merge(base.landmarks, after.landmarks, out.landmarks) &&
        merge(base.measurements, after.measurements, out.measurements) &&
        merge(base.registrations, after.registrations, out.registrations) &&
        merge(base.fields, after.fields, out.fields) && merge(base.plans, after.plans, out.plans) &&
        merge(base.unknown, after.unknown, out.unknown) && merge(base.lineage, after.lineage, out.lineage);
    if (!clean)
        return std::nullopt;
    return out;
}

} // namespace pollux
