#include "core/report/csv.h"

#include "core/base/csv.h"

namespace pollux {

std::string toCsv(const ReportTable& table)
{
    std::string out = csvLine(table.head);
    for (const auto& row : table.rows) {
        std::vector<std::string> texts;
        for (const auto& cell : row)
            texts.push_back(cell.text);
        out += csvLine(texts);
    }
    return out;
}

} // namespace pollux
