#include "core/case/case_number.h"

#include "core/base/error.h"
#include "core/case/hidden_plans.h"

namespace pollux {

namespace {

std::vector<CaseNumber> fromQuantities(const std::vector<NamedQuantity>& all)
{
    std::vector<CaseNumber> out;
    for (const NamedQuantity& q : all) {
        CaseNumber n;
        n.key = q.key;
        n.label = q.label;
        n.unit = q.quantity.unit;
        n.value = q.quantity.value;
        out.push_back(std::move(n));
    }
    return out;
}

} // namespace

std::vector<CaseNumber> numbersOf(const Case& c, const Id& object)
{
    if (const auto s = c.structures.find(object); s != c.structures.end())
        return fromQuantities(s->second->measures);
    if (const auto m = c.measurements.find(object); m != c.measurements.end())
        return fromQuantities(m->second->values);
    if (const auto r = c.registrations.find(object); r != c.registrations.end())
        return fromQuantities(r->second->values);
    std::vector<CaseNumber> out;
    if (const auto p = c.plans.find(object); p != c.plans.end() && !isHidden(c, object))
        for (const PlanNumber& n : p->second->numbers)
            out.push_back({n.key, n.label, n.unit, n.after, n.note, n.limit, n.limitValue, n.limitKind});
    return out;
}

std::optional<CaseNumber> findNumber(const Case& c, const Id& object, std::string_view key)
{
    for (CaseNumber& n : numbersOf(c, object))
        if (n.key == key)
            return std::move(n);
    return std::nullopt;
}

CaseNumber numberAt(const Case& c, const Id& object, std::string_view key)
{
    if (!c.kindOf(object))
        throw Error(ErrorCode::NotFound, "The case has no object '" + object.text() + "'.",
                    "'pollux show CASE' lists all.");
    if (auto n = findNumber(c, object, key))
        return *std::move(n);
    std::string known;
    for (const CaseNumber& n : numbersOf(c, object))
        known += (known.empty() ? "" : ", ") + n.key;
    throw Error(ErrorCode::NotFound, "'" + object.text() + "' has no number '" + std::string(key) + "'.",
                known.empty() ? "It has none: take a plan, a measurement, or a structure that was measured."
                              : "It has: " + known + ".");
}

Id recordOfNumbers(const Case& c, const Id& object)
{
    if (c.structures.contains(object))
        if (Id measures(object.text() + "/measures"); c.lineage.contains(measures))
            return measures;
    return object;
}

} // namespace pollux
