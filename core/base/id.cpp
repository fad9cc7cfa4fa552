#include "core/base/id.h"

#include "core/base/error.h"

#include <algorithm>

namespace pollux {

namespace {

bool allowed(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '/';
}

} // namespace

bool isValidId(std::string_view text)
{
    return !text.empty() && text.size() <= 120 && std::all_of(text.begin(), text.end(), allowed);
}

Id::Id(std::string text) : m_text(std::move(text))
{
    if (!isValidId(m_text))
        throw Error(ErrorCode::BadInput, "'" + m_text.substr(0, 120) + "' is not a valid object id.",
                    "Use lower-case letters, digits, '-', '_', '.' and '/'.");
}

Id slug(std::string_view name)
{
    std::string out;
    for (char c : name) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
        if (keep)
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
        if (out.size() == 100)
            break;
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return Id(out.empty() ? std::string("object") : out);
}

} // namespace pollux
