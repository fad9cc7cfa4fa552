#include "ui/forms/text.h"

#include "core/base/text.h"

#include <cmath>

namespace pollux {

QString shownNumber(double value, Unit unit)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    return q(toText(value, displayDecimals(unit)));
}

QString shown(double value, Unit unit)
{
    const QString number = shownNumber(value, unit);
    const QString symbolText = q(symbol(unit));
    return symbolText.isEmpty() ? number : number + QChar(0x202F) + symbolText;
}

} // namespace pollux
