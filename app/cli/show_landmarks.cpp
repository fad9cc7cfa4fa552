#include "app/cli/show_landmarks.h"

#include "core/base/quantity.h"

#include <nlohmann/json.hpp>

namespace pollux::cli {

namespace {

std::string mm(double value)
{
    return toText(Quantity{value, Unit::Millimetre, std::nullopt, {}});
}

} // namespace

void showLandmarks(const LandmarkTable& landmarks, const Console& console, nlohmann::json& j)
{
    nlohmann::json all = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows{{"landmark", "before", "after", ""}};
    for (const LandmarkDistance& row : landmarks.rows) {
        // What it was fitted to is no check of it.
        rows.push_back({row.pair.name, mm(row.before), mm(row.after), row.fitted ? "fitted" : ""});
        all.push_back({{"name", row.pair.name},
                       {"fixed", row.pair.fixed.text()},
                       {"moving", row.pair.moving.text()},
                       {"before_mm", row.before},
                       {"after_mm", row.after},
                       {"fitted", row.fitted}});
    }
    j["landmarks"] = {{"pairs", std::move(all)}};
    if (landmarks.rows.empty()) {
        console.line("  no place is set in both images as a landmark (case.landmark-pair)");
        return;
    }
    rows.push_back({"mean", mm(landmarks.meanBefore), mm(landmarks.meanAfter), ""});
    rows.push_back({"largest", mm(landmarks.mostBefore), mm(landmarks.mostAfter), ""});
    console.line(table(rows));
    j["landmarks"]["mean_before_mm"] = landmarks.meanBefore;
    j["landmarks"]["mean_after_mm"] = landmarks.meanAfter;
    j["landmarks"]["largest_before_mm"] = landmarks.mostBefore;
    j["landmarks"]["largest_after_mm"] = landmarks.mostAfter;
}

} // namespace pollux::cli
