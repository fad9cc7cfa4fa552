#include "core/base/csv.h"

#include <string_view>

namespace pollux {

namespace {

std::string field(std::string text)
{
    const bool number = !text.empty() && text.find_first_not_of("+-.0123456789eE") == std::string::npos;
    if (!number && text.size() > 1 && std::string_view("=+-@").find(text[0]) != std::string_view::npos)
        text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\n\r'") == std::string::npos)
        return text;
    for (size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2)
        text.insert(at, 1, '"');
    return "\"" + text + "\"";
}

} // namespace

std::string csvLine(const std::vector<std::string>& fields)
{
    std::string line;
    for (size_t n = 0; n < fields.size(); ++n)
        line += (n ? "," : "") + field(fields[n]);
    return line + "\r\n";
}

} // namespace pollux
