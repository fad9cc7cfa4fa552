#pragma once

#include "core/case/case.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

/// A number of an object, whatever kind of object holds it.
struct CaseNumber
{
    std::string key; ///< of the PlanNumber or NamedQuantity
    std::string label;
    Unit unit = Unit::None;
    std::optional<double> value; ///< of a plan: `after`; nullopt if it was not computed
    std::string note;
    std::string limit; ///< as in PlanNumber
    std::optional<double> limitValue;
    std::optional<LimitKind> limitKind;
};

/// A plan's numbers, a structure's measures, the values of a measurement or registration; empty for all else.
std::vector<CaseNumber> numbersOf(const Case& c, const Id& object);
/// nullopt if the object has no such number.
std::optional<CaseNumber> findNumber(const Case& c, const Id& object, std::string_view key);
/// Throws Error (NotFound) with the numbers that there are.
CaseNumber numberAt(const Case& c, const Id& object, std::string_view key);
/// The record that says where an object's numbers came from: a structure's "liver/measures" if it has one, else the
/// object itself.
Id recordOfNumbers(const Case& c, const Id& object);

} // namespace pollux
