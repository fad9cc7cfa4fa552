#include "core/base/error.h"
#include "core/report/report.h"

#include <cstdint>
#include <fstream>
#include <iterator>

namespace pollux {

namespace {

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string base64(const std::string& bytes)
{
    static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve(bytes.size() / 3 * 4 + 4);
    for (size_t n = 0; n < bytes.size(); n += 3) {
        std::uint32_t v = 0;
        for (size_t k = 0; k < 3; ++k)
            v = v << 8 | (n + k < bytes.size() ? static_cast<unsigned char>(bytes[n + k]) : 0u);
        for (size_t k = 0; k < 4; ++k)
            out += n + k > bytes.size() ? '=' : kDigits[v >> (18 - 6 * k) & 63];
    }
    return out;
}

// Kept to what both a browser and Qt's rich text understand, so that HTML and PDF are one text.
constexpr std::string_view kStyle = R"(
body { font-family: sans-serif; font-size: 10pt; color: #1a1d21; background: #ffffff; }
h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 16px; }
.notice { color: #8a1c1c; font-weight: bold; }
table { border-collapse: collapse; margin-top: 6px; margin-bottom: 6px; }
th { text-align: left; background: #eef1f4; padding: 3px; }
td { padding: 3px; border-bottom: 1px solid #d5dae0; vertical-align: top; }
.ok { color: #1b6b3a; } .warning { color: #8a5a00; } .stop { color: #a01818; font-weight: bold; }
.stale { color: #8a5a00; font-weight: bold; } .muted { color: #5a6470; }
)";

std::string readFile(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

void addTable(std::string& html, const ReportTable& table)
{
    html += "<table width=\"100%\" cellspacing=\"0\"><tr>";
    for (const std::string& cell : table.head)
        html += "<th>" + escaped(cell) + "</th>";
    html += "</tr>\n";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (const ReportCell& cell : row)
            html += cell.tone.empty() ? "<td>" + escaped(cell.text) + "</td>"
                                      : "<td><span class=\"" + cell.tone + "\">" + escaped(cell.text) + "</span></td>";
        html += "</tr>\n";
    }
    html += "</table>\n";
}

/// Two side by side, so that a plan's pictures stand on one page.
void addPictures(std::string& html, const std::vector<ReportPicture>& pictures)
{
    if (pictures.empty())
        return;
    html += "<table class=\"pictures\" width=\"100%\" cellspacing=\"4\">";
    for (size_t n = 0; n < pictures.size(); ++n) {
        html += n % 2 == 0 ? "<tr>" : "";
        html += "<td width=\"50%\"><img width=\"480\" alt=\"" + escaped(pictures[n].caption) +
                "\" src=\"data:image/png;base64," + base64(readFile(pictures[n].file)) + "\"><br>" +
                escaped(pictures[n].caption) + "</td>";
        html += n % 2 == 1 || n + 1 == pictures.size() ? "</tr>\n" : "";
    }
    html += "</table>\n";
}

} // namespace

std::string toHtml(const Report& report)
{
    std::string html = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" +
                       escaped(report.title) + "</title><style>" + std::string(kStyle) + "</style></head><body>\n";
    html += "<h1>" + escaped(report.title) + "</h1>\n<p class=\"notice\">" + escaped(report.notice) + "</p>\n";
    html += "<p>Patient key: " + escaped(report.patientKey.empty() ? "none" : report.patientKey) +
            " &nbsp; Made: " + escaped(report.when) + " &nbsp; " + escaped(report.software) + "</p>\n";
    for (const ReportSection& section : report.sections) {
        html += "<h2>" + escaped(section.title) + "</h2>\n";
        for (const std::string& p : section.paragraphs)
            html += "<p>" + escaped(p) + "</p>\n";
        for (const ReportTable& table : section.tables)
            addTable(html, table);
        addPictures(html, section.pictures);
    }
    html += "<p class=\"notice\">" + escaped(report.notice) + "</p>\n</body></html>\n";
    return html;
}

} // namespace pollux
