#pragma once

#include <string>

namespace pollux {

/// A time of a map as it is shown: "0.35 s", "12 s", "4 min 10 s".
std::string timeText(double seconds);

} // namespace pollux
