#include "ui/forms/object_choices.h"

#include "ui/forms/structure_name.h"
#include "ui/forms/text.h"

namespace pollux {

namespace {

template <class T>
void collect(const ObjectMap<T>& map, std::vector<ObjectChoice>& out)
{
    for (const auto& [id, object] : map)
        out.push_back({id, object->name});
}

bool hasShape(const Structure& s, std::string_view shape)
{
    if (shape == "mask")
        return s.mask != nullptr;
    if (shape == "surface")
        return s.surface != nullptr;
    if (shape == "tree")
        return s.tree != nullptr;
    return shape.empty();
}

} // namespace

std::vector<ObjectChoice> objectChoices(const Case& c, std::string_view accepts)
{
    std::vector<ObjectChoice> out;
    const std::string_view kind = accepts.substr(0, accepts.find(':'));
    const std::string_view shape = kind.size() < accepts.size() ? accepts.substr(kind.size() + 1) : std::string_view();
    const bool any = kind.empty() || kind == "object" || kind == "any";
    if (any || kind == "study")
        collect(c.studies, out);
    if (any || kind == "volume")
        collect(c.volumes, out);
    if (any || kind == "structure")
        for (const auto& [id, s] : c.structures)
            if (hasShape(*s, shape))
                out.push_back({id, u8(structureName(*s))});
    if (any || kind == "landmark")
        collect(c.landmarks, out);
    if (any || kind == "measurement")
        collect(c.measurements, out);
    if (any || kind == "registration")
        collect(c.registrations, out);
    if (any || kind == "field")
        collect(c.fields, out);
    if (any || kind == "plan")
        collect(c.plans, out);
    return out;
}

} // namespace pollux
