#include "core/case/objects.h"

#include "core/image/registration/displacement_field.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace pollux {

std::string_view name(ConfirmState state)
{
    switch (state) {
    case ConfirmState::Proposed:
        return "proposed";
    case ConfirmState::Edited:
        return "edited";
    case ConfirmState::Confirmed:
        break;
    }
    return "confirmed";
}

std::string_view name(PlanState state)
{
    switch (state) {
    case PlanState::Draft:
        return "draft";
    case PlanState::Reviewed:
        return "reviewed";
    case PlanState::Approved:
        break;
    }
    return "approved";
}

std::optional<LimitKind> limitKindOf(const PlanNumber& number, const LimitTable& limits)
{
    if (number.limitKind || !number.limitValue)
        return number.limitKind;
    const Limit* limit = limits.find(number.limit);
    return limit ? std::optional(limit->kind) : std::nullopt;
}

std::string limitText(const PlanNumber& number, const LimitTable& limits)
{
    if (!number.limitValue)
        return {};
    const std::string value = toText(Quantity{*number.limitValue, number.unit, {}, {}});
    const auto kind = limitKindOf(number, limits);
    return kind ? std::string(name(*kind)) + " " + value : value;
}

ContentKey contentKey(const Study& s)
{
    return Hasher()
        .add(std::string_view("study"))
        .add(s.patientKey)
        .add(s.studyUid)
        .add(s.studyDate)
        .add(s.description)
        .key();
}

ContentKey contentKey(const VolumeObject& v)
{
    return Hasher()
        .add(std::string_view("volume-object"))
        .add(v.volume.key())
        .add(v.modality)
        .add(v.unit)
        .add(v.seriesUid)
        .add(v.phase)
        .key();
}

ContentKey contentKey(const Structure& s)
{
    Hasher h;
    h.add(std::string_view("structure")).add(s.anatomy);
    h.add(s.mask ? s.mask->key() : ContentKey{});
    // A surface or tree derived from the mask has a key of its own ("id/surface"); it enters here only when it is the
    // first shape, so that extracting a surface does not make everything that used the mask stale.
    if (!s.mask) {
        h.add(s.surface ? s.surface->key() : ContentKey{});
        h.add(s.tree ? s.tree->key() : ContentKey{});
    }
    return h.key();
}

ContentKey contentKey(const Landmark& l)
{
    return Hasher().add(std::string_view("landmark")).add(l.position.x()).add(l.position.y()).add(l.position.z()).key();
}

ContentKey contentKey(const Measurement& m)
{
    Hasher h;
    h.add(std::string_view("measurement")).add(name(m.kind));
    for (const Vec3& p : m.points)
        h.add(p.x()).add(p.y()).add(p.z());
    for (const NamedQuantity& q : m.values)
        h.add(q.key).add(q.quantity.value);
    return h.key();
}

ContentKey contentKey(const Registration& r)
{
    Hasher h;
    h.add(std::string_view("registration")).add(r.fixed.text()).add(r.moving.text());
    for (Eigen::Index n = 0; n < 9; ++n)
        h.add(r.map.linear.data()[n]);
    for (Eigen::Index n = 0; n < 3; ++n)
        h.add(r.map.offset[n]);
    if (r.field)
        for (const auto& component : r.field->u)
            h.add(std::as_bytes(std::span(component)));
    return h.key();
}

ContentKey contentKey(const Field& f)
{
    Hasher h;
    h.add(std::string_view("field")).add(f.surface.key());
    h.add(std::as_bytes(std::span(f.values))).add(std::as_bytes(std::span(f.category)));
    for (const std::string& c : f.categories)
        h.add(c);
    if (!f.times.empty()) // a map that does not change keeps the key that it had before there were times
        h.add(std::as_bytes(std::span(f.times)));
    return h.key();
}

std::span<const float> Field::valuesAt(size_t step) const
{
    const size_t points = surface.points().size(), first = std::min(step, steps() - 1) * points;
    if (first + points > values.size())
        return {};
    return std::span(values).subspan(first, points);
}

size_t Field::stepAt(double seconds) const
{
    const auto nearest = std::min_element(times.begin(), times.end(), [&](double a, double b) {
        return std::abs(a - seconds) < std::abs(b - seconds);
    });
    return nearest == times.end() ? 0 : static_cast<size_t>(nearest - times.begin());
}

ContentKey contentKey(const Plan& p)
{
    Hasher h;
    const auto optional = [&](const std::optional<double>& v) {
        h.add(v.value_or(0)).add(std::int64_t(v.has_value()));
    };
    h.add(std::string_view("plan")).add(p.kind).add(p.name).add(p.author).add(p.detail);
    for (const NamedPoint& point : p.points)
        h.add(point.key).add(point.position.x()).add(point.position.y()).add(point.position.z());
    // All that a person sees and signs.
    for (const PlanNumber& n : p.numbers) {
        h.add(n.key).add(n.limit).add(n.verdict).add(n.note);
        optional(n.before);
        optional(n.after);
        optional(n.limitValue);
    }
    for (const UsedStructure& u : p.used)
        h.add(u.id.text()).add(name(u.state));
    return h.key();
}

} // namespace pollux
