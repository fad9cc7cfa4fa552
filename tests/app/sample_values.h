#pragma once

#include "core/base/error.h"
#include "core/case/acknowledgement.h"
#include "core/operation/run.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace pollux::test {

/// In the image: between a voxel of the structure and its neighbour outside, where their values differ most in the
/// slice through the structure's centroid. Voxels of `without` are left alone. The centroid if there is no such place.
inline Vec3 placeOnBorder(const Volume& image, const Mask& mask, const Mask& without)
{
    const Grid& grid = image.grid();
    Vec3 place = mask.centroid();
    if (!sameGeometry(grid, mask.grid()) || !sameGeometry(grid, without.grid()))
        return place;
    const int k = grid.nearest(place)[2];
    double most = 0;
    for (int j = 1; j + 1 < grid.size[1]; ++j)
        for (int i = 0; i + 1 < grid.size[0]; ++i) {
            if (mask.at(i, j, k) == mask.at(i + 1, j, k) || without.at(i, j, k) || without.at(i + 1, j, k))
                continue;
            const double step = std::abs(double(image.at(i, j, k)) - double(image.at(i + 1, j, k)));
            if (step > most) {
                most = step;
                place = grid.toPatient(Vec3(i + 0.5, j, k));
            }
        }
    return place;
}

/// Values to run an operation with on sampleCase(), or on what operations have made of it: its defaults, and for what
/// stays open the first thing of the case that fits. Knows types, units and usual keys of parameters and the category
/// "Edit", no operation. What cannot be filled stays empty: checkOperation() says so.
///
/// An operation that edits gets "painted". Its lengths are at least two voxels (a smaller one changes nothing in so
/// coarse an image), and a place is the middle of the painted ball, or, where it is looked for in an image, on a border
/// that can be seen there. A point without a unit is a direction and keeps its default.
inline ParamValues sampleValues(const Operation& op, const Case& c)
{
    const ParamList list = op.declare();
    ParamValues values = fillDefaults(list, c, {});
    const auto liver = c.structures.find(Id("liver"));
    const auto painted = c.structures.find(Id("painted"));
    if (liver == c.structures.end() || painted == c.structures.end() || !liver->second->mask || !painted->second->mask)
        return values;
    const Mask& organ = *liver->second->mask;
    const bool edits = op.info().category == "Edit";
    const Vec3 middle = organ.centroid();
    const double twoVoxels = 2 * organ.grid().spacing.maxCoeff();

    std::vector<std::string> candidates{"liver", "ct", "portal_vein"};
    if (edits)
        candidates.insert(candidates.begin(), "painted");
    for (const auto& [id, plan] : c.plans)
        candidates.push_back(id.text());
    for (const auto& [id, landmark] : c.landmarks)
        candidates.push_back(id.text());
    // One parameter after the other: those that are not filled yet are missing, too.
    const auto missing = [&](const ParamValues& v) {
        const Findings findings = checkOperation(op, c, v);
        return std::count_if(findings.begin(), findings.end(),
                             [](const Finding& f) { return f.code.starts_with("param."); });
    };
    int places = 0;
    std::vector<std::string> bodies; // with surfaces, each for one parameter
    for (const char* id : {"spleen", "kidney_left"})
        if (const auto it = c.structures.find(Id(id)); it != c.structures.end() && it->second->surface)
            bodies.emplace_back(id);
    for (const Param& p : list.all()) {
        if (p.accepts == "structure:surface" && !p.optional && values.text(p.key).empty() && !bodies.empty()) {
            values.set(p.key, bodies.front());
            bodies.erase(bodies.begin());
        }
        if (p.type == ParamType::Object && !p.optional && values.text(p.key).empty())
            for (const std::string& id : candidates) {
                ParamValues tried = values;
                tried.set(p.key, id);
                if (missing(tried) < missing(values)) {
                    values = tried;
                    break;
                }
            }
        if (p.type == ParamType::Object && p.key == "structure" && p.optional && values.text(p.key).empty())
            values.set(p.key, std::string(edits ? "painted" : "liver")); // rather than a new one
        if (p.type == ParamType::Objects && p.accepts == "plan")
            for (const auto& [id, plan] : c.plans) {
                ParamValues tried = values;
                tried.set(p.key, std::vector<std::string>{id.text()});
                if (!values.list(p.key).empty() || blocks(checkOperation(op, c, tried)))
                    continue;
                values = tried;
            }
        else if (p.type == ParamType::Objects && values.list(p.key).empty() &&
                 (p.accepts.empty() || p.accepts.starts_with("structure")) &&
                 !(p.optional && !p.anatomy.empty())) // those are taken by their anatomy
            values.set(p.key, edits && !p.optional ? std::vector<std::string>{"painted", "spleen"}
                                                   : std::vector<std::string>{"spleen", "kidney_left"});
        if (p.type == ParamType::Point && !p.optional && p.unit != Unit::None) {
            const auto image = edits && list.find("volume") ? c.volumes.find(Id(values.text("volume")))
                                                            : ObjectMap<VolumeObject>::const_iterator(c.volumes.end());
            // Points after the first lie deeper: two at one place are no line.
            values.set(p.key, image == c.volumes.end()
                                  ? Vec3(middle + (edits ? 0.0 : 20.0 * places++) * Vec3::UnitY())
                                  : placeOnBorder(image->second->volume, organ, *painted->second->mask));
        }
        if (p.type == ParamType::Points && !p.optional)
            values.set(p.key, std::vector<Vec3>{middle, middle + Vec3(90, 0, 0), middle + Vec3(90, 45, 0),
                                                middle + Vec3(0, 45, 9)});
        if (p.type == ParamType::Text && !p.optional && values.text(p.key).empty())
            values.set(p.key, std::string("tester"));
        if (edits && p.type == ParamType::Real && p.unit == Unit::Millimetre && values.real(p.key) < twoVoxels)
            values.set(p.key, std::min(twoVoxels, p.max.value_or(twoVoxels)));
    }
    // What may be left open is given where it cannot run without: places, else an object.
    if (blocks(checkOperation(op, c, values))) {
        ParamValues tried = values;
        for (const Param& p : list.all())
            if (p.optional && p.type == ParamType::Point && p.unit != Unit::None)
                tried.set(p.key, Vec3(middle + 20.0 * places++ * Vec3::UnitY()));
            else if (p.optional && p.type == ParamType::Points)
                tried.set(p.key, std::vector<Vec3>{middle, middle + Vec3(30, -20, 0), middle + Vec3(60, 0, 0)});
        if (!blocks(checkOperation(op, c, tried)))
            values = tried;
    }
    for (const Param& p : list.all())
        for (const std::string& id : candidates) {
            if (!p.optional || p.type != ParamType::Object || !values.text(p.key).empty() ||
                !blocks(checkOperation(op, c, values)))
                break;
            ParamValues tried = values;
            tried.set(p.key, id);
            if (!blocks(checkOperation(op, c, tried)))
                values = tried;
        }
    // A text that any words will not do for may name a finding of the case.
    for (const Param& p : list.all())
        for (const HeldFinding& held : heldFindings(c)) {
            if (p.type != ParamType::Text || p.optional || !blocks(checkOperation(op, c, values)))
                continue;
            ParamValues tried = values;
            tried.set(p.key, held.id.text());
            if (!blocks(checkOperation(op, c, tried)))
                values = tried;
        }
    return values;
}

} // namespace pollux::test
