#include "core/storage/codec/codec.h"

namespace pollux {

namespace {

Json numbersJson(const std::vector<PlanNumber>& numbers)
{
    Json list = Json::array();
    for (const PlanNumber& n : numbers) {
        list.push_back({{"key", jsonText(n.key)},
                        {"label", jsonText(n.label)},
                        {"unit", unitName(n.unit)},
                        {"before", jsonOptional(n.before, jsonNumber)},
                        {"after", jsonOptional(n.after, jsonNumber)},
                        {"limit", jsonText(n.limit)},
                        {"limitValue", jsonOptional(n.limitValue, jsonNumber)},
                        {"verdict", jsonText(n.verdict)},
                        {"note", jsonText(n.note)},
                        {"place", jsonOptional(n.place, [](const Vec3& v) { return toJson(v); })},
                        {"approximate", n.approximate}});
        // Left out where it is not known: what an older program wrote comes back as it was, and it skips what it does
        // not know, so the format stays.
        if (n.limitKind)
            list.back()["limitKind"] = name(*n.limitKind);
    }
    return list;
}

PlanNumber numberFrom(const Json& json)
{
    PlanNumber n;
    n.key = textField(json, "key");
    n.label = textField(json, "label");
    n.unit = unitField(json, "unit");
    n.before = optionalNumber(json, "before");
    n.after = optionalNumber(json, "after");
    n.limit = textField(json, "limit");
    n.limitValue = optionalNumber(json, "limitValue");
    if (json.contains("limitKind"))
        n.limitKind = enumField(json, "limitKind", LimitKind::AtMost);
    n.verdict = textField(json, "verdict");
    n.note = textField(json, "note");
    n.place = optionalVec3(json, "place");
    n.approximate = boolField(json, "approximate");
    return n;
}

} // namespace

EncodedObject encode(const Plan& p)
{
    Json points = Json::array();
    for (const NamedPoint& point : p.points)
        points.push_back({{"key", jsonText(point.key)}, {"position", toJson(point.position)}});
    Json used = Json::array();
    for (const UsedStructure& u : p.used)
        used.push_back({{"id", u.id.text()}, {"name", jsonText(u.name)}, {"state", name(u.state)}});
    const Json json = {
        {"name", jsonText(p.name)},     {"kind", jsonText(p.kind)},       {"state", name(p.state)},
        {"author", jsonText(p.author)}, {"points", std::move(points)},    {"numbers", numbersJson(p.numbers)},
        {"used", std::move(used)},      {"findings", toJson(p.findings)}, {"detail", jsonText(p.detail)}};
    return {std::string(name(Kind::Plan)), schemaOf(Kind::Plan), dumped(json), {}};
}

Plan decodePlan(const Json& json)
{
    Plan p;
    p.name = textField(json, "name");
    p.kind = textField(json, "kind");
    p.state = enumField(json, "state", PlanState::Approved);
    p.author = textField(json, "author");
    for (const Json& point : listField(json, "points"))
        p.points.push_back({textField(point, "key"), vec3Of(field(point, "position"))});
    for (const Json& number : listField(json, "numbers"))
        p.numbers.push_back(numberFrom(number));
    for (const Json& u : listField(json, "used"))
        p.used.push_back({idField(u, "id"), textField(u, "name"), enumField(u, "state", ConfirmState::Confirmed)});
    p.findings = findingsField(json, "findings");
    p.detail = textField(json, "detail");
    return p;
}

} // namespace pollux
