#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace pollux {

// Sentences for the user. Core speaks English; the window finds the shape of a sentence among those it has a
// translation of and fills in the same values (ui/shell/catalogue.h). That works for a sentence written whole: joined
// of literals and values by +, or by these. Not for one put together from pieces ("file" + (n == 1 ? "" : "s")).

/// `shape` with "%1", "%2" ... replaced by the values in their order; a place without a value stays as it is.
std::string filled(std::string_view shape, std::initializer_list<std::string_view> values);

/// As filled(), with `one` for a count of 1 and `many` for any other; the count is "%1", the values begin with "%2".
std::string counted(std::int64_t count, std::string_view one, std::string_view many,
                    std::initializer_list<std::string_view> values = {});

/// Marks a word or name that is filled into sentences, so that it is translated too.
constexpr const char* term(const char* english)
{
    return english;
}

} // namespace pollux
