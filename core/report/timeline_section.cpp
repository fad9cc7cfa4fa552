#include "core/report/timeline_section.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace pollux {

namespace {

std::string names(const Case& c, const std::vector<Id>& ids)
{
    std::string text;
    for (const Id& id : ids)
        text += (text.empty() ? "" : ", ") + c.nameOf(id);
    return text;
}

nlohmann::json idsJson(const std::vector<Id>& ids)
{
    nlohmann::json j = nlohmann::json::array();
    for (const Id& id : ids)
        j.push_back(id.text());
    return j;
}

nlohmann::json quantityJson(const std::optional<Quantity>& q)
{
    if (!q)
        return nullptr;
    nlohmann::json j = {{"value", q->value}, {"unit", unitName(q->unit)}};
    if (q->standardDeviation)
        j["standard_deviation"] = *q->standardDeviation;
    return j;
}

template <class T>
nlohmann::json orNull(const std::optional<T>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json changeJson(const Growth& g, const GrowthChange& change)
{
    return {{"from", g.values[change.from].time},
            {"to", g.values[change.to].time},
            {"days", orNull(change.days)},
            {"volume", quantityJson(change.volume)},
            {"percent", quantityJson(change.percent)},
            {"largest_diameter", quantityJson(change.diameter)},
            {"measurable", change.measurable},
            {"doubling_days", orNull(change.doublingDays)},
            {"doubling_days_standard_deviation", orNull(change.doublingDeviation)},
            {"remark", doubtText(g, change)}};
}

} // namespace

Timeline makeTimeline(const Case& c, const Job& job)
{
    Timeline out;
    out.times = timePointsOf(c);
    if (out.times.all.size() < 2)
        return out;
    out.growths = growthsOf(c, out.times, job);
    for (Track& track : tracksOf(c, out.times))
        if (track.times() == 1)
            out.alone.push_back(std::move(track));
    return out;
}

std::string timeText(const TimePoints& times, size_t n)
{
    const std::string& date = times.all[n].date;
    const bool alone = !date.empty() && std::count_if(times.all.begin(), times.all.end(),
                                                      [&](const TimePoint& t) { return t.date == date; }) == 1;
    return alone ? dateText(date) : dateText(date) + " (" + times.all[n].study.text() + ")";
}

ReportTable timePointsTable(const Timeline& timeline)
{
    ReportTable table;
    table.head = {"Study", "Date", "Images", "Structures", "Plans"};
    const auto count = [](const std::vector<Id>& ids) { return toText(std::int64_t(ids.size())); };
    for (const TimePoint& t : timeline.times.all)
        table.rows.push_back({{t.name, {}},
                              {dateText(t.date), t.date.empty() ? "warning" : ""},
                              {count(t.volumes), {}},
                              {count(t.structures), {}},
                              {count(t.plans), {}}});
    return table;
}

ReportTable changesTable(const Timeline& timeline)
{
    ReportTable table;
    table.head = {"Structure",       "From",           "To",     "Days",
                  "Volume before",   "Volume after",   "Change", "Doubling time",
                  "Diameter before", "Diameter after", "Remarks"};
    const auto length = [](const std::optional<Quantity>& q) { return q ? toText(*q) : std::string("-"); };
    for (const Growth& g : timeline.growths)
        for (const GrowthChange& change : g.changes) {
            const GrowthValue &before = g.values[change.from], &after = g.values[change.to];
            const std::string doubling = doublingText(change), doubt = doubtText(g, change);
            const bool stale = before.stale || after.stale;
            table.rows.push_back({{g.track.name, {}},
                                  {timeText(timeline.times, before.time), {}},
                                  {timeText(timeline.times, after.time), {}},
                                  {change.days ? toText(std::int64_t(*change.days)) : "-", {}},
                                  {toText(before.volume), stale ? "stale" : ""},
                                  {toText(after.volume), stale ? "stale" : ""},
                                  {changeText(change), stale               ? "stale"
                                                       : change.measurable ? ""
                                                                           : "muted"},
                                  {doubling.empty() ? "-" : doubling, stale ? "stale" : ""},
                                  {length(before.diameter), {}},
                                  {length(after.diameter), {}},
                                  {doubt, doubt.empty() ? "" : "warning"}});
        }
    return table;
}

nlohmann::json timelineJson(const Case& c, const Timeline& timeline)
{
    nlohmann::json j = {{"time_points", nlohmann::json::array()}, {"structures", nlohmann::json::array()}};
    for (const TimePoint& t : timeline.times.all)
        j["time_points"].push_back({{"study", t.study.text()},
                                    {"date", t.date.empty() ? nlohmann::json() : nlohmann::json(t.date)},
                                    {"volumes", idsJson(t.volumes)},
                                    {"structures", idsJson(t.structures)},
                                    {"plans", idsJson(t.plans)}});
    for (const Growth& g : timeline.growths) {
        nlohmann::json one = {{"name", g.track.name}, {"values", nlohmann::json::array()}};
        for (const GrowthValue& v : g.values)
            one["values"].push_back({{"time_point", v.time},
                                     {"structure", v.structure.text()},
                                     {"state", name(c.structure(v.structure).state)},
                                     {"volume", quantityJson(v.volume)},
                                     {"largest_diameter", quantityJson(v.diameter)},
                                     {"carried", v.carried},
                                     {"cut_by_image", v.cut},
                                     {"stale", v.stale}});
        for (const GrowthChange& change : g.changes)
            one["changes"].push_back(changeJson(g, change));
        j["structures"].push_back(std::move(one));
    }
    j["only_once"] = nlohmann::json::array();
    for (const Track& track : timeline.alone)
        for (const auto& id : track.at)
            if (id)
                j["only_once"].push_back(id->text());
    j["unplaced"] = idsJson(timeline.times.unplaced);
    return j;
}

std::optional<ReportSection> timelineSection(const Case& c, const Job& job)
{
    const Timeline timeline = makeTimeline(c, job);
    if (timeline.times.all.size() < 2)
        return std::nullopt;
    ReportSection section{"Changes over time", {}, {}, {}};
    section.tables.push_back(timePointsTable(timeline));
    if (timeline.times.anyUnknownDate())
        section.paragraphs.push_back("A study states no date: it stands last, and no days are counted to it.");
    if (timeline.growths.empty())
        section.paragraphs.push_back("No structure is known in two of the studies: there is no change to measure.");
    else
        section.tables.push_back(changesTable(timeline));
    section.paragraphs.push_back(
        "The uncertainty after ± is one standard deviation: of a volume, that of its border within a voxel all around; "
        "of a diameter, that of each end within a voxel. A change that is not larger than its uncertainty is called no "
        "measurable change. Doubling time: ln 2 × days / ln(V2/V1) (Schwartz, Cancer 14 (1961) 1272).");
    std::vector<Id> alone;
    for (const Track& track : timeline.alone)
        for (const auto& id : track.at)
            if (id)
                alone.push_back(*id);
    if (!alone.empty())
        section.paragraphs.push_back("In one study only, so not compared: " + names(c, alone) + ".");
    if (!timeline.times.unplaced.empty())
        section.paragraphs.push_back("Nothing says in which study these lie: " + names(c, timeline.times.unplaced) +
                                     ".");
    return section;
}

} // namespace pollux
