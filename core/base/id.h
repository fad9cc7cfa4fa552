#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace pollux {

/// Names one object of a case ("ct", "liver", "plan-1"). Readable, stable under a rebuild, never patient data.
/// Allowed: lower-case letters, digits, '-', '_', '.', '/' (a '/' separates a structure from one of its shapes).
class Id
{
public:
    Id() = default;
    /// Throws Error (BadInput) if `text` is empty, longer than 120 characters or holds anything not allowed.
    explicit Id(std::string text);

    const std::string& text() const { return m_text; }
    bool empty() const { return m_text.empty(); }

    auto operator<=>(const Id&) const = default;

private:
    std::string m_text;
};

/// An id from a free name: "Portal vein (left)" becomes "portal-vein-left". "object" if nothing is left.
Id slug(std::string_view name);

/// True if Id(text) would not throw.
bool isValidId(std::string_view text);

} // namespace pollux

template <>
struct std::hash<pollux::Id>
{
    size_t operator()(const pollux::Id& id) const { return std::hash<std::string>{}(id.text()); }
};
