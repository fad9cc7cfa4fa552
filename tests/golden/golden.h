#pragma once

#include "core/operation/recipe.h"

#include <optional>
#include <string>
#include <vector>

namespace pollux::golden {

/// One line of "expect": a quantity with its bounds, or a finding that must or must not appear.
struct Expectation
{
    std::string of;          ///< "structure/liver", "volume/ct", "plan/plan-1", "case"
    std::string what;        ///< "volume", "dice", "number.length", ...: the list is in quantity.cpp
    std::string truth;       ///< keys of the study's truth, joined by '+'
    std::string truthWithin; ///< cut with this one
    std::optional<Vec3> at;  ///< LPS, mm
    std::optional<double> is;
    double within = 0; ///< absolute, same unit
    std::optional<double> atLeast, atMost;
    Unit unit = Unit::None;
    bool analytic = false; ///< a truth of the phantom; else a measured value kept as a guard
    std::string why;

    std::string finding; ///< code of a finding, instead of all above but `why`
    bool appears = true;

    std::string name() const;       ///< "dice of structure/liver"
    std::string wanted() const;     ///< "12.5 ± 0.2 mL"
    bool holds(double value) const; ///< false for NaN
};

/// To six digits: more is nobody's business in a table or a file.
double rounded(double value);

struct Golden
{
    std::string title;
    std::string study;      ///< name of a file in tests/golden/studies
    bool withTruth = false; ///< the case starts with the true structures
    Recipe recipe;
    std::vector<Expectation> expect;
};

/// Throws Error (BadInput, NotFound) that says which part of the file is wrong: an unknown operation, parameter,
/// quantity, unit or field, an expectation without bound or reason.
Golden parseGolden(const std::string& json, const Registry& registry);

/// The file again with each measured "is" that does not hold replaced by what was got; analytic ones stay as they are.
std::string withMeasured(const std::string& json, const std::vector<std::optional<double>>& got);

} // namespace pollux::golden
