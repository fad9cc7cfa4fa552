#include "core/case/curve_source.h"

#include "core/base/error.h"
#include "core/mesh/tree_path.h"

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

/// Evens out what is left of the voxels in a centreline; a display setting, small against the bends of a vessel.
constexpr double kCentrelineSmoothingMm = 2;

bool isCurve(const Structure& s)
{
    return s.tree && s.tree->nodes.size() >= 2;
}

bool isCurve(const Measurement& m)
{
    return m.kind == MeasurementKind::Length && m.points.size() >= 2;
}

std::string whatThereIs(const Case& c)
{
    std::string all;
    for (const Id& id : curvesOf(c))
        all += (all.empty() ? "" : ", ") + id.text();
    return all.empty() ? "Make the centreline of a vessel (mesh.centrelines), or measure a path along the curve."
                       : "Curves of this case: " + all + ".";
}

void toReadingOrder(std::vector<Vec3>& points)
{
    if (points.size() < 2)
        return;
    const Vec3 way = points.back() - points.front();
    int most = 0;
    way.cwiseAbs().maxCoeff(&most);
    if (most == 2 ? way[2] > 0 : way[most] < 0) // left, posterior and superior are positive
        std::reverse(points.begin(), points.end());
}

} // namespace

std::vector<Id> curvesOf(const Case& c)
{
    std::vector<Id> all;
    for (const auto& [id, s] : c.structures)
        if (isCurve(*s))
            all.push_back(id);
    for (const auto& [id, m] : c.measurements)
        if (isCurve(*m))
            all.push_back(id);
    return all;
}

CurveSource curveSource(const Case& c, const Id& id, const std::optional<Vec3>& through)
{
    CurveSource out;
    const std::set<Id> stale = staleIds(c);
    out.stale = stale.contains(id);
    if (const auto s = c.structures.find(id); s != c.structures.end() && isCurve(*s->second)) {
        if (through && !through->allFinite())
            throw Error(ErrorCode::BadInput, "The point that the curve is to pass is not a number.",
                        "Give finite coordinates in mm.");
        out.points = treePath(*s->second->tree, through);
        out.smoothingMm = kCentrelineSmoothingMm;
        out.stale = out.stale || stale.contains(Id(id.text() + "/tree"));
    } else if (const auto m = c.measurements.find(id); m != c.measurements.end() && isCurve(*m->second)) {
        out.points = m->second->points;
    } else if (!c.kindOf(id)) {
        throw Error(ErrorCode::NotFound, "There is no '" + id.text() + "' in this case.", whatThereIs(c));
    } else {
        throw Error(ErrorCode::BadInput, "'" + id.text() + "' is no curve.", whatThereIs(c));
    }
    toReadingOrder(out.points);
    return out;
}

} // namespace pollux
