#include "core/case/time_points.h"

#include <algorithm>
#include <numeric>

namespace pollux {

namespace {

struct Placed
{
    Id id;
    size_t time;
    bool carried;
};

/// Which of the placed structures are one thing: disjoint sets.
class Sets
{
public:
    explicit Sets(size_t n) : m_parent(n) { std::iota(m_parent.begin(), m_parent.end(), size_t(0)); }
    size_t of(size_t n) const
    {
        while (m_parent[n] != n)
            n = m_parent[n];
        return n;
    }
    /// The smaller index stands for both, so that the order of ids decides.
    void join(size_t a, size_t b)
    {
        a = of(a);
        b = of(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<size_t> m_parent;
};

std::optional<size_t> indexOf(const std::vector<Placed>& all, const Id& id)
{
    for (size_t n = 0; n < all.size(); ++n)
        if (all[n].id == id)
            return n;
    return std::nullopt;
}

void joinCarried(const Case& c, const std::vector<Placed>& all, Sets& sets)
{
    for (size_t n = 0; n < all.size(); ++n) {
        if (const auto from = carriedFrom(c, all[n].id))
            if (const auto other = indexOf(all, *from))
                sets.join(n, *other);
        // What was edited since no longer says where it came from, but its id does.
        for (size_t m = 0; m < n; ++m)
            if (all[m].time != all[n].time && carriedStem(c, all[m].id) == carriedStem(c, all[n].id) &&
                c.structure(all[m].id).anatomy == c.structure(all[n].id).anatomy)
                sets.join(n, m);
    }
}

/// All of one anatomy, where no time point has two that could be meant.
void joinAnatomy(const Case& c, const std::vector<Placed>& all, Sets& sets)
{
    std::map<std::string, std::vector<size_t>> kinds;
    for (size_t n = 0; n < all.size(); ++n)
        if (const std::string& key = c.structure(all[n].id).anatomy; !key.empty())
            kinds[key].push_back(n);
    for (const auto& [key, members] : kinds) {
        std::map<size_t, int> own; // by time point
        std::map<size_t, std::set<size_t>> things;
        for (const size_t n : members) {
            own[all[n].time] += !all[n].carried;
            if (all[n].carried)
                things[all[n].time].insert(sets.of(n));
        }
        const bool clear =
            std::all_of(own.begin(), own.end(), [](const auto& e) { return e.second <= 1; }) &&
            std::all_of(things.begin(), things.end(), [](const auto& e) { return e.second.size() <= 1; });
        if (clear)
            for (const size_t n : members)
                sets.join(members.front(), n);
    }
}

/// How much a structure's border is worth: looked at by a person first, the registration's guess last.
int worth(const Case& c, const Placed& p)
{
    const ConfirmState state = c.structure(p.id).state;
    return state == ConfirmState::Confirmed ? 3 : state == ConfirmState::Edited ? 2 : p.carried ? 0 : 1;
}

} // namespace

size_t Track::times() const
{
    return static_cast<size_t>(std::count_if(at.begin(), at.end(), [](const auto& id) { return id.has_value(); }));
}

std::vector<Track> tracksOf(const Case& c, const TimePoints& times)
{
    std::vector<Placed> all;
    for (size_t t = 0; t < times.all.size(); ++t)
        for (const Id& id : times.all[t].structures)
            all.push_back({id, t, carriedFrom(c, id).has_value()});
    std::sort(all.begin(), all.end(), [](const Placed& a, const Placed& b) { return a.id < b.id; });
    Sets sets(all.size());
    joinCarried(c, all, sets);
    joinAnatomy(c, all, sets);

    std::vector<Track> out;
    std::map<size_t, size_t> trackOf; // by the set
    std::vector<std::map<size_t, size_t>> chosen;
    for (size_t n = 0; n < all.size(); ++n) {
        const auto [it, fresh] = trackOf.emplace(sets.of(n), out.size());
        if (fresh) {
            Track track;
            track.at.resize(times.all.size());
            track.passedBy.resize(times.all.size());
            out.push_back(std::move(track));
            chosen.emplace_back();
        }
        Track& track = out[it->second];
        auto& best = chosen[it->second];
        const size_t t = all[n].time;
        const auto known = best.find(t);
        if (known == best.end() || worth(c, all[n]) > worth(c, all[known->second])) {
            if (known != best.end())
                track.passedBy[t].push_back(all[known->second].id);
            best[t] = n;
            track.at[t] = all[n].id;
        } else {
            track.passedBy[t].push_back(all[n].id);
        }
    }
    for (Track& track : out)
        for (const auto& id : track.at)
            if (id) {
                track.name = c.structure(*id).name;
                break;
            }
    return out;
}

} // namespace pollux
