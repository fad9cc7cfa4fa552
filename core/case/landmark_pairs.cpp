#include "core/case/landmark_pairs.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace pollux {

namespace {

constexpr double kSamePlace = 1e-6; ///< mm: a landmark and a point of a parameter are one

std::string ending(const Id& image)
{
    return "-on-" + image.text();
}

bool carried(const Case& c, const Id& landmark)
{
    const auto it = c.lineage.find(landmark);
    return it != c.lineage.end() && it->second->operation == "case.follow-up";
}

std::string stemName(const Landmark& landmark, const Id& image, const std::string& stem)
{
    const std::string words = " (on " + image.text() + ")";
    return landmark.name.size() > words.size() && landmark.name.ends_with(words)
               ? landmark.name.substr(0, landmark.name.size() - words.size())
               : stem;
}

std::vector<Vec3> pointsIn(const nlohmann::json& parameters, const char* key)
{
    std::vector<Vec3> out;
    if (!parameters.is_object() || !parameters.contains(key) || !parameters.at(key).is_array())
        return out;
    for (const nlohmann::json& p : parameters.at(key)) {
        if (!p.is_array() || p.size() != 3 || !p[0].is_number() || !p[1].is_number() || !p[2].is_number())
            return {};
        out.emplace_back(p[0].get<double>(), p[1].get<double>(), p[2].get<double>());
    }
    return out;
}

} // namespace

std::string landmarkIdOn(const std::string& name, const Id& image)
{
    return slug(name).text() + ending(image);
}

std::string landmarkNameOn(const std::string& name, const Id& image)
{
    return name + " (on " + image.text() + ")";
}

std::vector<LandmarkPair> landmarkPairs(const Case& c, const Id& fixed, const Id& moving)
{
    std::vector<LandmarkPair> out;
    if (fixed.empty() || moving.empty() || fixed == moving)
        return out;
    const std::string end = ending(fixed);
    for (const auto& [id, landmark] : c.landmarks) {
        if (id.text().size() <= end.size() || !id.text().ends_with(end))
            continue;
        const std::string stem = id.text().substr(0, id.text().size() - end.size());
        const auto other = std::find_if(c.landmarks.begin(), c.landmarks.end(),
                                        [&](const auto& entry) { return entry.first.text() == stem + ending(moving); });
        if (other == c.landmarks.end() || carried(c, id) || carried(c, other->first))
            continue;
        out.push_back(
            {stemName(*landmark, fixed, stem), id, other->first, landmark->position, other->second->position});
    }
    return out;
}

LandmarkTable landmarkTable(const Case& c, const Id& registration)
{
    const Registration& r = c.registration(registration);
    LandmarkTable table;
    for (LandmarkPair& pair : landmarkPairs(c, r.fixed, r.moving)) {
        LandmarkDistance row;
        row.pair = std::move(pair);
        table.rows.push_back(std::move(row));
    }
    const auto made = c.lineage.find(registration);
    if (made != c.lineage.end() && made->second->operation == "register.landmarks") {
        const auto& inputs = made->second->inputs;
        for (LandmarkDistance& row : table.rows)
            row.fitted = std::any_of(inputs.begin(), inputs.end(),
                                     [&](const LineageInput& in) { return in.id == row.pair.fixed; });
        const auto parameters = nlohmann::json::parse(made->second->parameters, nullptr, false);
        const std::vector<Vec3> a = pointsIn(parameters, "fixed_points"), b = pointsIn(parameters, "moving_points");
        for (size_t n = 0; n < std::min(a.size(), b.size()); ++n) {
            const auto known = std::find_if(table.rows.begin(), table.rows.end(), [&](const LandmarkDistance& row) {
                return (row.pair.fixedPoint - a[n]).norm() < kSamePlace &&
                       (row.pair.movingPoint - b[n]).norm() < kSamePlace;
            });
            if (known != table.rows.end()) {
                known->fitted = true;
                continue;
            }
            LandmarkDistance row;
            row.pair.name = "Point " + toText(std::int64_t(n + 1));
            row.pair.fixedPoint = a[n];
            row.pair.movingPoint = b[n];
            row.fitted = true;
            table.rows.push_back(std::move(row));
        }
    }
    const double count = double(std::max<size_t>(table.rows.size(), 1));
    for (LandmarkDistance& row : table.rows) {
        row.before = (row.pair.fixedPoint - row.pair.movingPoint).norm();
        row.after = (r(row.pair.fixedPoint) - row.pair.movingPoint).norm();
        table.meanBefore += row.before / count;
        table.meanAfter += row.after / count;
        table.mostBefore = std::max(table.mostBefore, row.before);
        table.mostAfter = std::max(table.mostAfter, row.after);
    }
    return table;
}

} // namespace pollux
