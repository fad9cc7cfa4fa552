#include "plugins/implant/live_sources.h"

#include "core/case/placed_implant.h"

namespace pollux::implant {

std::string sceneSources(const Case& c, const std::vector<Id>& of, const Id& self)
{
    std::string out;
    const auto add = [&](const Id& id) {
        if (const auto key = c.keyOf(id))
            out += ' ' + id.text() + '=' + key->hex();
    };
    for (const Id& id : of)
        add(id);
    out += " beside";
    for (const auto& [id, plan] : c.plans)
        if (id != self && placedShape(*plan))
            add(id);
    return out;
}

} // namespace pollux::implant
