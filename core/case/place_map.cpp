#include "core/case/place_map.h"

#include "core/image/registration/displacement_field.h"

#include <algorithm>
#include <deque>
#include <map>

namespace pollux {

namespace {

/// Images of one frame of reference lie upon each other; one that names none stands alone.
std::string frameOf(const Case& c, const Id& volume)
{
    const auto it = c.volumes.find(volume);
    if (it == c.volumes.end())
        return {};
    return it->second->frameOfReference.empty() ? "volume " + volume.text() : "frame " + it->second->frameOfReference;
}

struct Arrival
{
    std::string from;
    Id over;
    bool forwards = true;
};

} // namespace

bool sameFrame(const Case& c, const Id& a, const Id& b)
{
    const std::string frame = frameOf(c, a);
    return !frame.empty() && frame == frameOf(c, b);
}

std::optional<Vec3> placeCarriedTo(const Registration& registration, const Vec3& q)
{
    if (!registration.field)
        return registration.map.inverse()(q);
    constexpr double kSettled = 0.01; // mm, as in inverted()
    constexpr int kMost = 100;
    Vec3 p = q;
    for (int i = 0; i < kMost; ++i) {
        const Vec3 next = q - registration.field->at(p);
        if (!next.allFinite())
            return std::nullopt;
        const double moved = (next - p).norm();
        p = next;
        if (moved < kSettled)
            return p;
    }
    return std::nullopt;
}

std::optional<Vec3> PlaceMap::there(const Vec3& p) const
{
    std::optional<Vec3> at = p;
    for (const Step& s : m_steps) {
        at = s.forwards ? (*s.registration)(*at) : placeCarriedTo(*s.registration, *at);
        if (!at || !at->allFinite())
            return std::nullopt;
    }
    return at;
}

std::optional<Vec3> PlaceMap::back(const Vec3& p) const
{
    std::optional<Vec3> at = p;
    for (auto s = m_steps.rbegin(); s != m_steps.rend(); ++s) {
        at = s->forwards ? placeCarriedTo(*s->registration, *at) : (*s->registration)(*at);
        if (!at || !at->allFinite())
            return std::nullopt;
    }
    return at;
}

std::optional<PlaceMap> placeMap(const Case& c, const Id& from, const Id& to)
{
    const std::string start = frameOf(c, from);
    const std::string goal = frameOf(c, to);
    if (start.empty() || goal.empty())
        return std::nullopt;
    // Breadth first: the fewest registrations, each of which adds its error.
    std::map<std::string, Arrival> reached{{start, {}}};
    std::deque<std::string> open{start};
    while (!open.empty() && !reached.contains(goal)) {
        const std::string here = open.front();
        open.pop_front();
        for (const auto& [id, r] : c.registrations) {
            const std::string fixed = frameOf(c, r->fixed);
            const std::string moving = frameOf(c, r->moving);
            if (fixed.empty() || moving.empty())
                continue;
            for (const bool forwards : {true, false}) {
                if ((forwards ? fixed : moving) != here)
                    continue;
                const std::string& next = forwards ? moving : fixed;
                if (reached.try_emplace(next, Arrival{here, id, forwards}).second)
                    open.push_back(next);
            }
        }
    }
    if (!reached.contains(goal))
        return std::nullopt;
    PlaceMap map;
    for (std::string at = goal; at != start; at = reached.at(at).from) {
        const Arrival& a = reached.at(at);
        map.m_steps.push_back({c.registrations.at(a.over), a.forwards});
        map.m_over.push_back(a.over);
    }
    std::reverse(map.m_steps.begin(), map.m_steps.end());
    std::reverse(map.m_over.begin(), map.m_over.end());
    return map;
}

} // namespace pollux
