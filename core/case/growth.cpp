#include "core/case/growth.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/image/mask_volume.h"
#include "core/image/statistics.h"

#include <cmath>

namespace pollux {

namespace {

double deviation(const Quantity& q)
{
    return q.standardDeviation.value_or(0);
}

/// After minus before; without an uncertainty if either has none.
Quantity difference(const Quantity& before, const Quantity& after)
{
    Quantity q{after.value - before.value, after.unit, std::nullopt, {}};
    if (before.standardDeviation && after.standardDeviation) {
        q.standardDeviation = std::hypot(*before.standardDeviation, *after.standardDeviation);
        q.covers = after.covers;
    }
    return q;
}

GrowthValue valueOf(const Case& c, const Id& id, size_t time, const std::set<Id>& stale)
{
    const Structure& s = c.structure(id);
    GrowthValue v;
    v.time = time;
    v.structure = id;
    v.volume = maskVolume(*s.mask);
    v.carried = s.state == ConfirmState::Proposed && carriedFrom(c, id).has_value();
    v.cut = cutByImage(*s.mask);
    v.stale = stale.contains(id);
    // The body ends where the image does: its length says nothing.
    if (s.anatomy != "skin" && !s.mask->empty()) {
        Quantity d{largestDiameter(*s.mask).length, Unit::Millimetre, std::nullopt, "each end within a voxel"};
        d.standardDeviation = s.mask->grid().spacing.maxCoeff() / std::sqrt(12.0) * std::sqrt(2.0);
        v.diameter = d;
    }
    return v;
}

std::string withSign(const Quantity& q)
{
    return (q.value > 0 ? "+" : "") + toText(q);
}

} // namespace

GrowthChange changeBetween(const GrowthValue& before, const GrowthValue& after, std::optional<int> days)
{
    GrowthChange change;
    change.days = days;
    change.volume = difference(before.volume, after.volume);
    if (before.diameter && after.diameter)
        change.diameter = difference(*before.diameter, *after.diameter);
    change.measurable = change.volume.value != 0 && std::abs(change.volume.value) > deviation(change.volume);
    const double v1 = before.volume.value, v2 = after.volume.value;
    if (v1 <= 0)
        return change;
    Quantity percent{100 * (v2 - v1) / v1, Unit::Percent, std::nullopt, {}};
    const bool known = change.volume.standardDeviation.has_value();
    if (known) {
        percent.standardDeviation =
            100 * std::hypot(deviation(after.volume) / v1, v2 * deviation(before.volume) / (v1 * v1));
        percent.covers = change.volume.covers;
    }
    change.percent = percent;
    if (v2 <= 0 || !days || *days <= 0 || !change.measurable)
        return change;
    const double rate = std::log(v2 / v1);
    change.doublingDays = std::log(2.0) * *days / rate;
    if (known)
        change.doublingDeviation = std::abs(*change.doublingDays / rate) *
                                   std::hypot(deviation(before.volume) / v1, deviation(after.volume) / v2);
    return change;
}

std::vector<Growth> growthsOf(const Case& c, const TimePoints& times, const Job& job)
{
    const std::set<Id> stale = staleIds(c);
    std::vector<Growth> out;
    for (Track& track : tracksOf(c, times)) {
        std::vector<std::pair<size_t, Id>> with;
        for (size_t t = 0; t < track.at.size(); ++t)
            if (track.at[t] && c.structure(*track.at[t]).mask)
                with.emplace_back(t, *track.at[t]);
        if (with.size() < 2)
            continue;
        Growth g;
        for (const auto& [t, id] : with) {
            job.checkStop();
            g.values.push_back(valueOf(c, id, t, stale));
        }
        const auto add = [&](size_t from, size_t to) {
            GrowthChange change =
                changeBetween(g.values[from], g.values[to],
                              daysBetween(times.all[g.values[from].time].date, times.all[g.values[to].time].date));
            change.from = from;
            change.to = to;
            g.changes.push_back(std::move(change));
        };
        for (size_t n = 1; n < g.values.size(); ++n)
            add(n - 1, n);
        if (g.values.size() > 2)
            add(0, g.values.size() - 1);
        g.track = std::move(track);
        out.push_back(std::move(g));
    }
    return out;
}

std::string changeText(const GrowthChange& change)
{
    if (!change.measurable)
        return term("no measurable change");
    std::string text = withSign(change.volume);
    if (change.percent)
        text += " (" + withSign(*change.percent) + ")";
    return text;
}

std::string doublingText(const GrowthChange& change)
{
    if (!change.doublingDays)
        return {};
    std::string days = toText(std::abs(*change.doublingDays), 0);
    if (change.doublingDeviation)
        days += " ± " + toText(*change.doublingDeviation, 0);
    return filled(*change.doublingDays > 0 ? "doubles in %1 days" : "halves in %1 days", {days});
}

std::string doubtText(const Growth& growth, const GrowthChange& change)
{
    const GrowthValue &before = growth.values[change.from], &after = growth.values[change.to];
    std::string text;
    const auto say = [&](bool when, const char* sentence) {
        if (when)
            text += (text.empty() ? "" : " ") + std::string(sentence);
    };
    say(before.carried || after.carried,
        "A border was carried by the registration and is not corrected: the change is what the registration found.");
    say(before.cut || after.cut, "It reaches the border of an image: it may not be whole.");
    say(before.stale || after.stale, "STALE: rebuild it first.");
    return text;
}

} // namespace pollux
