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

/// A number as shown: decimals that make sense for the unit, a decimal point in every locale, unit after a thin space.
QString shown(double value, Unit unit);
/// The number alone.
QString shownNumber(double value, Unit unit);

} // namespace pollux
