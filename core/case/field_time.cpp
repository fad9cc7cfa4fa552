#include "core/case/field_time.h"

#include "core/base/text.h"

#include <cmath>

namespace pollux {

std::string timeText(double seconds)
{
    if (std::abs(seconds) < 10)
        return toText(seconds, 2) + " s";
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    if (whole < 100)
        return toText(whole) + " s";
    const std::int64_t rest = whole % 60;
    return toText(whole / 60) + " min" + (rest ? " " + toText(rest) + " s" : std::string());
}

} // namespace pollux
