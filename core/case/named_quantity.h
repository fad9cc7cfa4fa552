#pragma once

#include "core/base/quantity.h"

#include <string>

namespace pollux {

/// A number with a stable key, for tables: {"volume", "Volume", 1860.6 mL}.
struct NamedQuantity
{
    std::string key;
    std::string label;
    Quantity quantity;

    bool operator==(const NamedQuantity&) const = default;
};

} // namespace pollux
