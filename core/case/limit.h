#pragma once

#include "core/base/quantity.h"

#include <map>
#include <string>
#include <string_view>

namespace pollux {

/// How sure a threshold is: read in the source named, computed, or from memory ("unverified" in every place it shows).
enum class Evidence { Verified, Computed, Unverified };
std::string_view name(Evidence evidence);

/// On which side of a threshold a number is good. Setting: no bound, but a constant that numbers were made with.
enum class LimitKind { Setting, AtLeast, AtMost };
std::string_view name(LimitKind kind); ///< "setting", "at least", "at most"

/// A threshold with its definition and source. No bare threshold stands in code.
struct Limit
{
    std::string id; ///< "liver.h3.shaft_length"
    std::string label;
    std::string definition;
    LimitKind kind = LimitKind::Setting;
    double value = 0;
    Unit unit = Unit::None;
    double min = 0; ///< range a user or a site may set
    double max = 0;
    std::string source;
    Evidence evidence = Evidence::Unverified;
};

/// All limits by id, read from resources/limits/*.json.
class LimitTable
{
public:
    /// Those built into the program. Throws Error (BadInput) naming the file and entry if one is malformed.
    static LimitTable builtIn();
    void addJson(std::string_view text, std::string_view fileName);

    const Limit& at(std::string_view id) const; ///< throws Error (NotFound)
    const Limit* find(std::string_view id) const;
    const std::map<std::string, Limit, std::less<>>& all() const { return m_limits; }

private:
    std::map<std::string, Limit, std::less<>> m_limits;
};

} // namespace pollux
