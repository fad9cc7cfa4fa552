#include "ui/forms/text.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <cmath>

namespace pollux {

QString shown(std::string_view english)
{
    return english.empty() ? QString() : QCoreApplication::translate("core", std::string(english).c_str());
}

QString shownSource(std::string_view source)
{
    const size_t open = source.rfind(" (");
    if (open == std::string_view::npos || !source.ends_with(')'))
        return shown(source);
    const std::string_view evidence = source.substr(open + 2, source.size() - open - 3);
    if (evidence != "verified" && evidence != "computed" && evidence != "unverified")
        return shown(source);
    return shown(source.substr(0, open)) + QStringLiteral(" (%1)").arg(shown(evidence));
}

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
