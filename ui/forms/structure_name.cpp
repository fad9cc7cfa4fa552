#include "ui/forms/structure_name.h"

#include "ui/forms/text.h"

#include <QStringList>

#include <algorithm>

namespace pollux {

QString structureName(const Structure& structure)
{
    const Anatomy* anatomy = findAnatomy(structure.anatomy);
    const std::string_view name = structure.name;
    if (!anatomy || !name.starts_with(anatomy->label))
        return q(name);
    const std::string_view rest = name.substr(anatomy->label.size()); // "" or " 2"
    const bool numbered = rest.size() > 1 && rest[0] == ' ' &&
                          std::all_of(rest.begin() + 1, rest.end(), [](char c) { return c >= '0' && c <= '9'; });
    return rest.empty() || numbered ? shown(anatomy->label) + q(rest) : q(name);
}

QString nameShown(const Case& c, const Id& id)
{
    const auto it = c.structures.find(id);
    return it == c.structures.end() ? q(c.nameOf(id)) : structureName(*it->second);
}

QString anatomyName(std::string_view key)
{
    QStringList names;
    for (const QString& one : q(key).split(u'|')) {
        const Anatomy* anatomy = findAnatomy(u8(one));
        names << (anatomy ? shown(anatomy->label) : QString(one).replace(u'_', u' '));
    }
    return names.join(QStringLiteral(" / "));
}

} // namespace pollux
