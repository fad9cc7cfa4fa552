#include "ui/panels/case_tree.h"

namespace pollux {

std::optional<Vec3> placeOf(const Case& c, const Id& id)
{
    if (const auto s = c.structures.find(id); s != c.structures.end()) {
        if (s->second->mask && !s->second->mask->empty())
            return s->second->mask->centroid();
        if (s->second->surface && !s->second->surface->empty())
            return s->second->surface->bounds().centre();
    }
    if (const auto v = c.volumes.find(id); v != c.volumes.end() && !v->second->volume.empty())
        return v->second->volume.grid().bounds().centre();
    if (const auto l = c.landmarks.find(id); l != c.landmarks.end())
        return l->second->position;
    if (const auto m = c.measurements.find(id); m != c.measurements.end() && !m->second->points.empty()) {
        Vec3 sum = Vec3::Zero();
        for (const Vec3& p : m->second->points)
            sum += p;
        return sum / static_cast<double>(m->second->points.size());
    }
    if (const auto f = c.fields.find(id); f != c.fields.end() && !f->second->surface.empty())
        return f->second->surface.bounds().centre();
    if (const auto p = c.plans.find(id); p != c.plans.end())
        for (const NamedPoint& point : p->second->points)
            if (point.key == "target")
                return point.position;
    return std::nullopt;
}

} // namespace pollux
