#include "core/case/body_motion.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr size_t kMostSamples = 1000;

std::optional<double> numberOf(const nlohmann::json& j, const char* key)
{
    const auto it = j.find(key);
    if (it == j.end() || !it->is_number() || !std::isfinite(it->get<double>()))
        return std::nullopt;
    return it->get<double>();
}

std::optional<MotionRecord::Sample> sampleOf(const nlohmann::json& j)
{
    if (!j.is_object())
        return std::nullopt;
    const auto value = numberOf(j, "value"), rate = numberOf(j, "rate_per_s");
    const auto name = j.find("registration");
    if (!value || !rate || name == j.end() || !name->is_string())
        return std::nullopt;
    const std::string id = name->get<std::string>();
    if (!id.empty() && !isValidId(id))
        return std::nullopt;
    return MotionRecord::Sample{id.empty() ? Id() : Id(id), {*value, *rate}};
}

} // namespace

std::string toText(const MotionRecord& record)
{
    nlohmann::json j;
    j["images"] = nlohmann::json::array();
    for (const MotionRecord::Sample& s : record.samples)
        j["images"].push_back(
            {{"registration", s.registration.text()}, {"value", s.state.value}, {"rate_per_s", s.state.rate}});
    j["hysteresis"] = record.hysteresis;
    j["trace"] = {{"period_s", record.trace.period}, {"exponent", record.trace.power}, {"depth", record.trace.depth}};
    return j.dump();
}

std::optional<MotionRecord> motionRecordOf(std::string_view detail)
{
    const nlohmann::json j = nlohmann::json::parse(detail, nullptr, false);
    if (!j.is_object())
        return std::nullopt;
    const auto images = j.find("images"), trace = j.find("trace"), hysteresis = j.find("hysteresis");
    if (images == j.end() || !images->is_array() || images->size() > kMostSamples || trace == j.end() ||
        !trace->is_object() || hysteresis == j.end() || !hysteresis->is_boolean())
        return std::nullopt;
    MotionRecord record;
    record.hysteresis = hysteresis->get<bool>();
    for (const nlohmann::json& one : *images) {
        auto sample = sampleOf(one);
        if (!sample)
            return std::nullopt;
        record.samples.push_back(std::move(*sample));
    }
    const auto period = numberOf(*trace, "period_s"), power = numberOf(*trace, "exponent"),
               depth = numberOf(*trace, "depth");
    if (!period || !power || !depth || std::abs(*power) > 100)
        return std::nullopt;
    record.trace = {*period, static_cast<int>(*power), *depth};
    try {
        motion::checkTrace(record.trace);
    } catch (const Error&) {
        return std::nullopt;
    }
    return record;
}

std::optional<Id> motionPlanOf(const Case& c, const Id& object)
{
    const auto keeps = [&](const Plan& plan) { return motionRecordOf(plan.detail).has_value(); };
    if (const auto plan = c.plans.find(object); plan != c.plans.end())
        return keeps(*plan->second) ? std::optional(object) : std::nullopt;
    const auto own = c.lineage.find(object);
    if (own == c.lineage.end())
        return std::nullopt;
    for (const auto& [id, plan] : c.plans)
        if (const auto l = c.lineage.find(id); l != c.lineage.end() && l->second->operation == own->second->operation &&
                                               l->second->parameters == own->second->parameters && keeps(*plan))
            return id;
    return std::nullopt;
}

bool standsStill(const Case& c, const Id& structure)
{
    const auto l = c.lineage.find(structure);
    return l != c.lineage.end() && std::any_of(l->second->inputs.begin(), l->second->inputs.end(),
                                               [&](const LineageInput& in) { return c.plans.contains(in.id); });
}

std::shared_ptr<const BodyMotion> bodyMotionOf(const Case& c, const Id& plan, const Job& job)
{
    const std::optional<MotionRecord> record = motionRecordOf(c.plan(plan).detail);
    if (!record)
        throw Error(ErrorCode::NotFound, "The plan '" + plan.text() + "' tells of no motion of the body.",
                    "Choose one that was made by liver.breathing, or make it again.");
    std::vector<motion::MotionSample> samples;
    Id image;
    for (const MotionRecord::Sample& s : record->samples) {
        const DisplacementField* field = nullptr;
        if (!s.registration.empty()) {
            const Registration& r = c.registration(s.registration);
            if (!r.field || (!image.empty() && r.fixed != image))
                throw Error(ErrorCode::BadInput,
                            "The registration '" + s.registration.text() + "' is no longer the one of the plan.",
                            "Follow the path over the breath again.");
            field = r.field.get();
            image = r.fixed;
        }
        samples.push_back({s.state, field});
    }
    return std::make_shared<const BodyMotion>(BodyMotion{
        motion::MotionModel::fit(
            samples, record->hysteresis ? motion::MotionTerms::Hysteresis : motion::MotionTerms::Linear, 0, job),
        record->trace, plan, image});
}

} // namespace pollux
