#include "core/case/case.h"

#include "core/base/error.h"

#include <array>

namespace pollux {

namespace {

constexpr std::array<std::pair<Kind, std::string_view>, 9> kKinds{{{Kind::Study, "study"},
                                                                   {Kind::Volume, "volume"},
                                                                   {Kind::Structure, "structure"},
                                                                   {Kind::Landmark, "landmark"},
                                                                   {Kind::Measurement, "measurement"},
                                                                   {Kind::Registration, "registration"},
                                                                   {Kind::Field, "field"},
                                                                   {Kind::Plan, "plan"},
                                                                   {Kind::Unknown, "unknown"}}};

/// Calls f(kind, map) for each map of objects; C is Case or const Case.
template <class C, class F>
void eachMap(C& c, F&& f)
{
    f(Kind::Study, c.studies);
    f(Kind::Volume, c.volumes);
    f(Kind::Structure, c.structures);
    f(Kind::Landmark, c.landmarks);
    f(Kind::Measurement, c.measurements);
    f(Kind::Registration, c.registrations);
    f(Kind::Field, c.fields);
    f(Kind::Plan, c.plans);
    f(Kind::Unknown, c.unknown);
}

template <class T>
const T& lookUp(const ObjectMap<T>& map, const Id& id, std::string_view what)
{
    const auto it = map.find(id);
    if (it != map.end())
        return *it->second;
    std::string known;
    for (const auto& [key, object] : map)
        known += (known.empty() ? "" : ", ") + key.text();
    throw Error(ErrorCode::NotFound, "The case has no " + std::string(what) + " '" + id.text() + "'.",
                known.empty() ? "It has none at all." : "It has: " + known + ".");
}

} // namespace

std::string_view name(Kind kind)
{
    for (const auto& [k, n] : kKinds)
        if (k == kind)
            return n;
    return "unknown";
}

std::optional<Kind> kindFromName(std::string_view name)
{
    for (const auto& [k, n] : kKinds)
        if (n == name)
            return k;
    return std::nullopt;
}

bool Case::empty() const
{
    bool none = true;
    eachMap(*this, [&](Kind, const auto& map) { none = none && map.empty(); });
    return none;
}

std::optional<Kind> Case::kindOf(const Id& id) const
{
    std::optional<Kind> found;
    eachMap(*this, [&](Kind kind, const auto& map) {
        if (map.count(id))
            found = kind;
    });
    return found;
}

std::string Case::nameOf(const Id& id) const
{
    std::string out;
    eachMap(*this, [&](Kind, const auto& map) {
        const auto it = map.find(id);
        if (it == map.end())
            return;
        if constexpr (requires { it->second->name; })
            out = it->second->name;
        else
            out = it->second->kind;
    });
    return out;
}

const VolumeObject& Case::volume(const Id& id) const
{
    return lookUp(volumes, id, "volume");
}
const Structure& Case::structure(const Id& id) const
{
    return lookUp(structures, id, "structure");
}
const Plan& Case::plan(const Id& id) const
{
    return lookUp(plans, id, "plan");
}

const Registration& Case::registration(const Id& id) const
{
    return lookUp(registrations, id, "registration");
}

std::optional<ContentKey> Case::keyOf(const Id& id) const
{
    std::optional<ContentKey> key;
    eachMap(*this, [&](Kind, const auto& map) {
        const auto it = map.find(id);
        if (it == map.end())
            return;
        if constexpr (requires { contentKey(*it->second); })
            key = contentKey(*it->second);
    });
    if (key)
        return key;
    const auto slash = id.text().rfind('/');
    if (slash == std::string::npos || slash == 0)
        return std::nullopt;
    const auto it = structures.find(Id(id.text().substr(0, slash)));
    if (it == structures.end())
        return std::nullopt;
    const std::string shape = id.text().substr(slash + 1);
    if (shape == "surface" && it->second->surface)
        return it->second->surface->key();
    if (shape == "tree" && it->second->tree)
        return it->second->tree->key();
    return std::nullopt;
}

Id Case::freeId(const Id& wanted) const
{
    if (!kindOf(wanted))
        return wanted;
    for (int n = 2;; ++n) {
        Id candidate(wanted.text() + "-" + std::to_string(n));
        if (!kindOf(candidate))
            return candidate;
    }
}

std::optional<Id> Case::findAnatomy(std::string_view anatomyKey) const
{
    std::optional<Id> best;
    int rank = -1;
    for (const auto& [id, s] : structures)
        if (s->anatomy == anatomyKey && static_cast<int>(s->state) > rank) {
            best = id;
            rank = static_cast<int>(s->state);
        }
    return best;
}

std::string Case::patientKey() const
{
    return studies.empty() ? std::string() : studies.begin()->second->patientKey;
}

void Edit::put(Id id, Study object)
{
    m_puts.studies[std::move(id)] = std::make_shared<Study>(std::move(object));
}
void Edit::put(Id id, VolumeObject object)
{
    m_puts.volumes[std::move(id)] = std::make_shared<VolumeObject>(std::move(object));
}
void Edit::put(Id id, Structure object)
{
    m_puts.structures[std::move(id)] = std::make_shared<Structure>(std::move(object));
}
void Edit::put(Id id, Landmark object)
{
    m_puts.landmarks[std::move(id)] = std::make_shared<Landmark>(std::move(object));
}
void Edit::put(Id id, Measurement object)
{
    m_puts.measurements[std::move(id)] = std::make_shared<Measurement>(std::move(object));
}
void Edit::put(Id id, Registration object)
{
    m_puts.registrations[std::move(id)] = std::make_shared<Registration>(std::move(object));
}
void Edit::put(Id id, Field object)
{
    m_puts.fields[std::move(id)] = std::make_shared<Field>(std::move(object));
}
void Edit::put(Id id, Plan object)
{
    m_puts.plans[std::move(id)] = std::make_shared<Plan>(std::move(object));
}
void Edit::remove(Id id)
{
    m_removes.push_back(std::move(id));
}

std::vector<Id> Edit::touched() const
{
    std::vector<Id> ids = m_removes;
    eachMap(m_puts, [&](Kind, const auto& map) {
        for (const auto& [id, object] : map)
            ids.push_back(id);
    });
    return ids;
}

bool Edit::empty() const
{
    return m_removes.empty() && m_puts.empty();
}

namespace {

void removeObject(Case& c, const Id& id)
{
    eachMap(c, [&](Kind, auto& map) { map.erase(id); });
}

} // namespace

Case apply(const Case& before, const Edit& edit)
{
    Case after = before;
    for (const Id& id : edit.removes()) {
        removeObject(after, id);
        after.lineage.erase(id);
        // Of its shapes, measures and answered findings.
        std::erase_if(after.lineage,
                      [&](const auto& entry) { return entry.first.text().starts_with(id.text() + "/"); });
    }
    for (const Id& id : edit.touched())
        if (edit.puts().kindOf(id))
            removeObject(after, id);
    const auto merge = [](auto& into, const auto& from) {
        for (const auto& [id, object] : from)
            into[id] = object;
    };
    merge(after.studies, edit.puts().studies);
    merge(after.volumes, edit.puts().volumes);
    merge(after.structures, edit.puts().structures);
    merge(after.landmarks, edit.puts().landmarks);
    merge(after.measurements, edit.puts().measurements);
    merge(after.registrations, edit.puts().registrations);
    merge(after.fields, edit.puts().fields);
    merge(after.plans, edit.puts().plans);
    return after;
}

std::vector<Change> diff(const Case& before, const Case& after)
{
    std::vector<Change> changes;
    const auto compare = [&](Kind kind, const auto& a, const auto& b) {
        for (const auto& [id, object] : a) {
            const auto it = b.find(id);
            if (it == b.end())
                changes.push_back({kind, id, Change::What::Removed});
            else if (it->second != object)
                changes.push_back({kind, id, Change::What::Changed});
        }
        for (const auto& [id, object] : b)
            if (!a.count(id))
                changes.push_back({kind, id, Change::What::Added});
    };
    compare(Kind::Study, before.studies, after.studies);
    compare(Kind::Volume, before.volumes, after.volumes);
    compare(Kind::Structure, before.structures, after.structures);
    compare(Kind::Landmark, before.landmarks, after.landmarks);
    compare(Kind::Measurement, before.measurements, after.measurements);
    compare(Kind::Registration, before.registrations, after.registrations);
    compare(Kind::Field, before.fields, after.fields);
    compare(Kind::Plan, before.plans, after.plans);
    compare(Kind::Unknown, before.unknown, after.unknown);
    return changes;
}

std::set<Id> staleIds(const Case& c)
{
    // Direct ones first: a recorded input that is gone or no longer what it was.
    std::set<Id> stale;
    for (const auto& [id, lineage] : c.lineage)
        for (const LineageInput& input : lineage->inputs)
            if (c.keyOf(input.id) != input.key) {
                stale.insert(id);
                break;
            }
    // Then what stands on a stale one, until nothing changes.
    bool grew = !stale.empty();
    while (grew) {
        grew = false;
        for (const auto& [id, lineage] : c.lineage) {
            if (stale.count(id))
                continue;
            for (const LineageInput& input : lineage->inputs)
                if (stale.count(input.id)) {
                    grew = stale.insert(id).second;
                    break;
                }
        }
    }
    return stale;
}

} // namespace pollux
