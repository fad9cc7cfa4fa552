#pragma once

#include "core/base/quantity.h"

#include <QString>

#include <string>
#include <string_view>

namespace pollux {

/// Text of core (UTF-8) for a widget, and back.
inline QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string u8(const QString& text)
{
    return text.toStdString();
}

/// A text that core declares in English (name or help of an operation, label, choice, anatomy, name of a state, limit),
/// in the language of the window; as it is where there is no translation. Only for what is shown: never for what is
/// kept in a case, a recipe or a report.
QString shown(std::string_view english);
/// Source of a value with its evidence in brackets at the end ("Lu 2002, from memory. (unverified)"): both translated.
QString shownSource(std::string_view source);

/// A number as shown: decimals that make sense for the unit, a decimal point in every locale, unit after a thin space.
QString shown(double value, Unit unit);
/// The number alone.
QString shownNumber(double value, Unit unit);

} // namespace pollux
