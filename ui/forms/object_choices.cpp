#include "ui/forms/object_choices.h"

#include "core/case/hidden_plans.h"
#include "ui/forms/structure_name.h"
#include "ui/forms/text.h"

#include <QObject>

namespace pollux {

namespace {

/// What is hidden from a learner goes by its id alone: the form that reveals it must offer it.
template <class T>
void collect(const ObjectMap<T>& map, const std::set<Id>& hidden, std::vector<ObjectChoice>& out)
{
    for (const auto& [id, object] : map)
        out.push_back({id, hidden.contains(id) ? u8(QObject::tr("%1 (hidden)").arg(q(id.text()))) : object->name});
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
    const std::set<Id> hidden = hiddenObjects(c);
    const bool any = kind.empty() || kind == "object" || kind == "any";
    if (any || kind == "study")
        collect(c.studies, hidden, out);
    if (any || kind == "volume")
        collect(c.volumes, hidden, out);
    if (any || kind == "structure")
        for (const auto& [id, s] : c.structures)
            if (hasShape(*s, shape))
                out.push_back({id, u8(structureName(*s))});
    if (any || kind == "landmark")
        collect(c.landmarks, hidden, out);
    if (any || kind == "measurement")
        collect(c.measurements, hidden, out);
    if (any || kind == "registration")
        collect(c.registrations, hidden, out);
    if (any || kind == "field")
        collect(c.fields, hidden, out);
    if (any || kind == "plan") {
        ObjectMap<Plan> plans = c.plans;
        if (!shape.empty())
            std::erase_if(plans, [&](const auto& p) { return p.second->kind != shape; });
        collect(plans, hidden, out);
    }
    return out;
}

} // namespace pollux
