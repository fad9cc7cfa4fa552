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
    for (const Param& p : list.all()) {
        if (p.type == ParamType::Object && !p.optional && values.text(p.key).empty())
            for (const std::string& id : candidates) {
                ParamValues tried = values;
                tried.set(p.key, id);
                const Findings findings = checkOperation(op, c, tried);
                if (std::none_of(findings.begin(), findings.end(),
                                 [](const Finding& f) { return f.code == "param.object"; })) {
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
        else if (p.type == ParamType::Objects && values.list(p.key).empty())
            values.set(p.key, edits && !p.optional ? std::vector<std::string>{"painted", "spleen"}
                                                   : std::vector<std::string>{"spleen", "kidney_left"});
        if (p.type == ParamType::Point && !p.optional && p.unit != Unit::None) {
            const auto image = edits && list.find("volume") ? c.volumes.find(Id(values.text("volume")))
                                                            : ObjectMap<VolumeObject>::const_iterator(c.volumes.end());
            values.set(p.key, image == c.volumes.end()
                                  ? middle
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
