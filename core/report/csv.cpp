#include "core/report/csv.h"

namespace pollux {

namespace {

std::string field(std::string text)
{
    // A leading '=', '+', '-' or '@' of a name would run as a formula in a spreadsheet; a number must stay one.
    const bool number = !text.empty() && text.find_first_not_of("+-.0123456789eE") == std::string::npos;
    if (!number && !text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos && text.size() > 1)
        text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\n\r'") == std::string::npos)
        return text;
    for (size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2)
        text.insert(at, 1, '"');
    return "\"" + text + "\"";
}

} // namespace

std::string toCsv(const ReportTable& table)
{
    std::string out;
    for (size_t n = 0; n < table.head.size(); ++n)
        out += (n ? "," : "") + field(table.head[n]);
    out += "\r\n";
    for (const auto& row : table.rows) {
        for (size_t n = 0; n < row.size(); ++n)
            out += (n ? "," : "") + field(row[n].text);
        out += "\r\n";
    }
    return out;
}

} // namespace pollux
