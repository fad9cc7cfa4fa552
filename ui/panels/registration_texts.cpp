#include "ui/panels/registration_texts.h"

#include "core/base/text.h"
#include "ui/forms/text.h"

#include <QObject>
#include <nlohmann/json.hpp>

namespace pollux {

namespace {

/// Empty where the value says nothing to a reader.
QString valueText(const Case& c, const Param& p, const nlohmann::json& value)
{
    switch (p.type) {
    case ParamType::Choice:
        return value.is_string() ? shown(value.get<std::string>()) : QString();
    case ParamType::Object: {
        const std::string id = value.is_string() ? value.get<std::string>() : std::string();
        const std::string name = isValidId(id) ? c.nameOf(Id(id)) : std::string();
        return q(name.empty() ? id : name);
    }
    case ParamType::Int:
    case ParamType::Real: {
        if (!value.is_number())
            return {};
        const QString number = q(toText(value.get<double>()));
        const QString unit = q(symbol(p.unit));
        return unit.isEmpty() ? number : number + QChar(0x202F) + unit;
    }
    default:
        return {};
    }
}

} // namespace

QString registrationFigureHelp(std::string_view key)
{
    if (key.starts_with("information"))
        return QObject::tr("Mutual information of the two images' values, in nats, at places picked evenly at random: "
                           "how much the one tells about the other. 0 is nothing; more is better.");
    if (key == "overlap")
        return QObject::tr("How much of the fixed image the registration carries into the moving one.");
    if (key == "shift")
        return QObject::tr("How far the middle of the fixed image is moved.");
    if (key == "turn")
        return QObject::tr("The angle of the turn, about whatever axis.");
    if (key.starts_with("unlike"))
        return QObject::tr(
            "Root mean square of the difference of the values, or of the patterns about each place, where "
            "the images meet. Less is better; 0 is the same.");
    if (key == "correlation")
        return QObject::tr(
            "Pearson's correlation of the fixed image's values with those where it is carried to: 1 is a "
            "straight line, 0 is nothing in common.");
    if (key == "farthest" || key == "mean")
        return QObject::tr("Length of the way from a place of the fixed image to its like in the moving one, over the "
                           "voxels of the field, or over the fixed image for a rigid or affine registration.");
    if (key.starts_with("jacobian"))
        return QObject::tr("Determinant of the Jacobian of the way: volume in the moving image for volume in the fixed "
                           "one, by central differences at every voxel of the field. 1 is no change.");
    if (key.starts_with("folded"))
        return QObject::tr("Voxels of the field whose determinant is zero or less: space is turned inside out there, "
                           "which no body is. Any is a fault.");
    if (key == "fre")
        return QObject::tr("Root mean square of what is left at the landmarks that the registration was made from. It "
                           "says how well they were set, not how right the registration is elsewhere.");
    if (key.starts_with("landmark"))
        return QObject::tr("What is left at a landmark that the registration was made from.");
    return {};
}

QString registrationMethod(const Case& c, const Id& registration, const Registry& registry)
{
    const Registration& r = c.registration(registration);
    const auto name = [&](const Id& image) {
        const std::string known = c.nameOf(image);
        return known.empty() ? QObject::tr("%1 (not in this case)").arg(q(image.text())) : q(known);
    };
    QString text = QObject::tr("%1 onto %2").arg(name(r.moving), name(r.fixed));
    const auto made = c.lineage.find(registration);
    if (made == c.lineage.end())
        return text;
    const Operation* operation = registry.find(made->second->operation);
    text = (operation ? shown(operation->info().name) : q(made->second->operation)) + QStringLiteral(": ") + text;
    const auto json = nlohmann::json::parse(made->second->parameters, nullptr, false);
    if (!operation || !json.is_object())
        return text;
    QStringList told;
    const ParamList list = operation->declare();
    for (const Param& p : list.all()) {
        if (p.key == "fixed" || p.key == "moving" || !json.contains(p.key))
            continue;
        const QString value = valueText(c, p, json.at(p.key));
        if (!value.isEmpty())
            told << QStringLiteral("%1 %2").arg(shown(p.label), value);
    }
    return told.isEmpty() ? text : text + QStringLiteral(". ") + told.join(QStringLiteral("; "));
}

} // namespace pollux
