#include "core/simulation/elasticity/bone_law.h"

#include "core/base/error.h"
#include "core/base/resource.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace pollux::elasticity {

namespace {

nlohmann::json table()
{
    try {
        return nlohmann::json::parse(resource("materials/bone.json"));
    } catch (const nlohmann::json::exception&) {
        throw Error(ErrorCode::BadInput, "The table of bone materials is malformed.", "Install the program again.");
    }
}

} // namespace

double BoneMaterial::modulus(double value) const
{
    if (law.constant())
        return value >= split ? cortical : cancellous;
    const double qct = calibration.offset + calibration.slope * value;
    const double ash = ashSlope * qct + ashOffset;
    const double density = std::max(law.density == "app" ? ash / ashToApp : ash, 0.0);
    return std::clamp(law.factor * std::pow(density, law.exponent), least, most);
}

std::vector<BoneLaw> boneLaws()
{
    std::vector<BoneLaw> out;
    try {
        const nlohmann::json all = table(); // not a temporary: the loop looks into it
        for (const auto& entry : all.at("laws"))
            out.push_back({entry.at("id"), entry.at("label"), entry.at("density"), entry.at("factor"),
                           entry.at("exponent"), entry.at("source"), entry.at("evidence")});
    } catch (const nlohmann::json::exception&) {
        throw Error(ErrorCode::BadInput, "The table of bone materials is malformed.", "Install the program again.");
    }
    return out;
}

BoneMaterial boneMaterial(std::string_view law)
{
    BoneMaterial m;
    std::string names;
    bool found = false;
    for (BoneLaw& l : boneLaws()) {
        names += (names.empty() ? "" : ", ") + l.id;
        if (l.id == law) {
            m.law = std::move(l);
            found = true;
        }
    }
    if (!found)
        throw Error(ErrorCode::NotFound, "There is no law '" + std::string(law) + "'.", "There are: " + names + ".");
    try {
        const nlohmann::json all = table();
        m.calibration = {all.at("qct").at("a"), all.at("qct").at("b")};
        m.ashSlope = all.at("ash").at("slope");
        m.ashOffset = all.at("ash").at("offset");
        m.ashToApp = all.at("ash").at("to_app");
    } catch (const nlohmann::json::exception&) {
        throw Error(ErrorCode::BadInput, "The table of bone materials is malformed.", "Install the program again.");
    }
    return m;
}

} // namespace pollux::elasticity
