#include "core/case/time_points.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/hidden_plans.h"
#include "core/case/images_on.h"
#include "core/case/place_map.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace pollux {

namespace {

std::optional<std::chrono::sys_days> dayOf(const std::string& date)
{
    if (date.size() != 8 || date.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    const auto part = [&](size_t from, size_t count) { return parseInt(date.substr(from, count)).value_or(0); };
    const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(part(0, 4))),
                                          std::chrono::month(static_cast<unsigned>(part(4, 2))),
                                          std::chrono::day(static_cast<unsigned>(part(6, 2)))};
    if (!day.ok())
        return std::nullopt;
    return std::chrono::sys_days(day);
}

bool carries(const Lineage& lineage)
{
    return lineage.operation == "register.carry" || lineage.operation == "case.follow-up";
}

/// The object of an input that may be a shape ("liver/tree").
Id ownerOf(const Id& id)
{
    return Id(id.text().substr(0, id.text().find('/')));
}

/// An id made by carriedId(): what stands before "-on-" and the image after it (the longest that fits).
struct Ending
{
    std::string stem;
    Id volume;
};
std::optional<Ending> endingOf(const Case& c, const Id& id)
{
    std::optional<Ending> best;
    for (const auto& [volume, object] : c.volumes) {
        const std::string ending = "-on-" + volume.text();
        if (id.text().size() > ending.size() && id.text().ends_with(ending) &&
            (!best || volume.text().size() > best->volume.text().size()))
            best = Ending{id.text().substr(0, id.text().size() - ending.size()), volume};
    }
    return best;
}

/// In which study a thing lies. The empty id stands for images without a study.
class Places
{
public:
    explicit Places(const Case& c) : m_case(c)
    {
        for (const auto& [id, v] : c.volumes)
            m_studies.insert(study(*v));
        for (const auto& [id, s] : c.studies)
            m_studies.insert(id);
    }

    const std::set<Id>& studies() const { return m_studies; }
    Id study(const VolumeObject& v) const { return m_case.studies.contains(v.study) ? v.study : Id(); }
    std::optional<Id> studyOfVolume(const Id& id) const
    {
        const auto it = m_case.volumes.find(id);
        return it == m_case.volumes.end() ? std::nullopt : std::optional(study(*it->second));
    }

    std::optional<Id> studyOfStructure(const Id& id)
    {
        if (const auto known = m_known.find(id); known != m_known.end())
            return known->second;
        m_known[id] = std::nullopt; // a loop in the records ends here
        const std::optional<Id> found = find(id);
        m_known[id] = found;
        return found;
    }

    std::optional<Id> studyOfField(const Id& id)
    {
        std::set<Id> of;
        if (const auto it = m_case.lineage.find(id); it != m_case.lineage.end()) {
            of = studiesOfInputs(*it->second, true, true);
            for (const LineageInput& in : it->second->inputs)
                if (const auto s = m_case.plans.contains(in.id) ? studyOfPlan(in.id) : std::nullopt)
                    of.insert(*s);
        }
        return one(of);
    }

    std::optional<Id> studyOfPlan(const Id& id)
    {
        std::set<Id> of;
        if (const auto it = m_case.lineage.find(id); it != m_case.lineage.end())
            of = studiesOfInputs(*it->second, true, true);
        if (of.empty())
            for (const UsedStructure& used : m_case.plan(id).used)
                if (const auto s = m_case.structures.contains(used.id) ? studyOfStructure(used.id) : std::nullopt)
                    of.insert(*s);
        return one(of);
    }

private:
    std::optional<Id> one(const std::set<Id>& of) const
    {
        if (of.size() == 1)
            return *of.begin();
        return m_studies.size() == 1 ? std::optional(*m_studies.begin()) : std::nullopt;
    }

    std::optional<Id> find(const Id& id)
    {
        const auto lineage = m_case.lineage.find(id);
        const bool made = lineage != m_case.lineage.end();
        if (made && carries(*lineage->second))
            if (const auto fixed = fixedImage(*lineage->second))
                return studyOfVolume(*fixed);
        std::set<Id> fits;
        if (const auto& mask = m_case.structure(id).mask)
            for (const Id& volume : imagesOn(m_case, mask->grid()))
                fits.insert(study(m_case.volume(volume)));
        if (fits.size() == 1)
            return *fits.begin();
        const auto may = [&](const std::optional<Id>& s) { return s && (fits.empty() || fits.contains(*s)); };
        if (const auto ending = endingOf(m_case, id))
            if (const auto s = studyOfVolume(ending->volume); may(s))
                return s;
        // A tool of the editor looks at whatever image is shown: its inputs do not place what it changed.
        for (const bool volumes : {true, false})
            if (made && !lineage->second->operation.starts_with("edit."))
                if (const auto of = studiesOfInputs(*lineage->second, volumes, !volumes);
                    of.size() == 1 && may(*of.begin()))
                    return *of.begin();
        return one({});
    }

    std::set<Id> studiesOfInputs(const Lineage& lineage, bool volumes, bool structures)
    {
        std::set<Id> of;
        for (const LineageInput& in : lineage.inputs) {
            const Id owner = ownerOf(in.id);
            std::optional<Id> s;
            if (volumes && m_case.volumes.contains(owner))
                s = studyOfVolume(owner);
            else if (structures && m_case.structures.contains(owner))
                s = studyOfStructure(owner);
            if (s)
                of.insert(*s);
        }
        return of;
    }

    std::optional<Id> fixedImage(const Lineage& lineage) const
    {
        for (const LineageInput& in : lineage.inputs)
            if (const auto r = m_case.registrations.find(in.id); r != m_case.registrations.end())
                return m_case.volumes.contains(r->second->fixed) ? std::optional(r->second->fixed) : std::nullopt;
        const auto parameters = nlohmann::json::parse(lineage.parameters, nullptr, false);
        if (!parameters.is_object())
            return std::nullopt;
        const auto fixed = parameters.find("fixed");
        if (fixed == parameters.end() || !fixed->is_string() || !isValidId(fixed->get<std::string>()))
            return std::nullopt;
        const Id id(fixed->get<std::string>());
        return m_case.volumes.contains(id) ? std::optional(id) : std::nullopt;
    }

    const Case& m_case;
    std::set<Id> m_studies;
    std::map<Id, std::optional<Id>> m_known;
};

template <class List>
std::optional<size_t> indexWith(const std::vector<TimePoint>& all, const Id& id, List TimePoint::*list)
{
    for (size_t n = 0; n < all.size(); ++n)
        if (const auto& ids = all[n].*list; std::find(ids.begin(), ids.end(), id) != ids.end())
            return n;
    return std::nullopt;
}

} // namespace

bool TimePoints::anyUnknownDate() const
{
    return std::any_of(all.begin(), all.end(), [](const TimePoint& t) { return t.date.empty(); });
}

std::optional<size_t> TimePoints::ofVolume(const Id& volume) const
{
    return indexWith(all, volume, &TimePoint::volumes);
}

std::optional<size_t> TimePoints::ofStructure(const Id& structure) const
{
    return indexWith(all, structure, &TimePoint::structures);
}

TimePoints timePointsOf(const Case& c)
{
    Places places(c);
    TimePoints out;
    for (const Id& id : places.studies()) {
        TimePoint t;
        t.study = id;
        if (const auto it = c.studies.find(id); it != c.studies.end()) {
            t.name = it->second->name;
            if (dayOf(it->second->studyDate))
                t.date = it->second->studyDate;
        } else {
            t.name = "Images without a study";
        }
        out.all.push_back(std::move(t));
    }
    // Text of eight digits is in order of time; '9' comes after every date.
    std::stable_sort(out.all.begin(), out.all.end(), [](const TimePoint& a, const TimePoint& b) {
        return (a.date.empty() ? "99999999" : a.date) < (b.date.empty() ? "99999999" : b.date);
    });
    const auto at = [&](const std::optional<Id>& study) -> TimePoint* {
        if (!study)
            return nullptr;
        const auto it = std::find_if(out.all.begin(), out.all.end(), [&](const auto& t) { return t.study == *study; });
        return it == out.all.end() ? nullptr : &*it;
    };
    for (const auto& [id, v] : c.volumes)
        at(places.study(*v))->volumes.push_back(id);
    for (const auto& [id, s] : c.structures) {
        TimePoint* t = at(places.studyOfStructure(id));
        (t ? t->structures : out.unplaced).push_back(id);
    }
    for (const auto& [id, p] : c.plans)
        if (TimePoint* t = isHidden(c, id) ? nullptr : at(places.studyOfPlan(id)))
            t->plans.push_back(id);
    for (const auto& [id, f] : c.fields)
        if (TimePoint* t = at(places.studyOfField(id)))
            t->fields.push_back(id);
    return out;
}

std::set<Id> shapesElsewhere(const Case& c, const Id& volume)
{
    std::set<Id> others;
    if (c.volumes.size() < 2 || !c.volumes.contains(volume))
        return others;
    const TimePoints times = timePointsOf(c);
    const auto at = times.ofVolume(volume);
    for (size_t t = 0; at && t < times.all.size(); ++t) {
        const TimePoint& other = times.all[t];
        if (t != *at && std::none_of(other.volumes.begin(), other.volumes.end(),
                                     [&](const Id& id) { return sameFrame(c, volume, id); })) {
            others.insert(other.structures.begin(), other.structures.end());
            others.insert(other.fields.begin(), other.fields.end());
        }
    }
    return others;
}

std::optional<int> daysBetween(const std::string& from, const std::string& to)
{
    const auto a = dayOf(from), b = dayOf(to);
    if (!a || !b)
        return std::nullopt;
    return static_cast<int>((*b - *a).count());
}

std::string dateText(const std::string& date)
{
    if (!dayOf(date))
        return term("date unknown");
    return date.substr(0, 4) + "-" + date.substr(4, 2) + "-" + date.substr(6, 2);
}

std::optional<Id> carriedFrom(const Case& c, const Id& structure)
{
    const auto it = c.lineage.find(structure);
    if (it == c.lineage.end() || !carries(*it->second))
        return std::nullopt;
    std::optional<Id> from;
    for (const LineageInput& in : it->second->inputs)
        if (c.structures.contains(in.id)) {
            if (from)
                return std::nullopt;
            from = in.id;
        }
    return from;
}

std::string carriedStem(const Case& c, const Id& structure)
{
    const auto ending = endingOf(c, structure);
    return ending ? ending->stem : structure.text();
}

Id carriedId(const Case& c, const Id& structure, const Id& volume)
{
    return Id(carriedStem(c, structure) + "-on-" + volume.text());
}

} // namespace pollux
