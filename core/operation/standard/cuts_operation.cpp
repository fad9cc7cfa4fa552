#include "core/operation/standard/cuts_operation.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/geometry/curve.h"
#include "core/measure/cross_sections.h"
#include "core/mesh/tree_path.h"
#include "core/operation/standard/segment_operations_result.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

constexpr double kCurveStepMm = 0.25;
constexpr size_t kMostCuts = 200;

std::optional<Vec3> given(const ParamValues& values, std::string_view key)
{
    return values.has(key) ? std::optional(values.point(key)) : std::nullopt;
}

class MeasureCuts final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"measure.cuts",
                1,
                "Measure vessel by cuts",
                "Area and area-equivalent diameter of a vessel along its centreline.",
                "The mask is cut at right angles to the smoothed centreline, and of each cut the part that hangs "
                "together at the centreline counts. The diameter is that of the circle of the same area, 2 sqrt(A / "
                "pi): for a vessel that is not round it lies between its smallest and largest one. Measure vessel "
                "diameter gives that of the largest ball inside instead.\n\nFor a shunt (Jackson, doi "
                "10.1111/vru.13337: dogs, abstract read) set the origin at its ostium, step and extent 20 mm: the vena "
                "cava 20 mm to both sides, and the length between. An upright slice through a vessel tilted by 30 "
                "degrees would give a diameter that is 7 % too large.\n\nLimits: at a fork the cut takes the other "
                "branch in; near an end of the vessel it is cut short. On synthetic cylinders of five voxels and more "
                "across, at any angle, the diameter keeps within half a voxel, which is the uncertainty given.",
                "Measure"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("structure", "Vessel", "structure:tree", "", "A structure with a mask and a centreline."));
        Param through = pointParam("through", "Through",
                                   "The way through the tree passes here; the longest way if not "
                                   "given.");
        through.optional = true;
        list.add(through);
        Param origin = pointParam("origin", "Origin",
                                  "Distances count from the place of the centreline nearest to it, "
                                  "such as the ostium of a shunt; from the root if not given.");
        origin.optional = true;
        list.add(origin);
        list.add(realParam("step", "Step", Unit::Millimetre, 5, 0.5, 100, "Distance between two cuts."));
        list.add(realParam("extent", "Extent", Unit::Millimetre, 0, 0, 2000,
                           "How far from the origin to cut, to both sides; 0: all along."));
        Param smoothing = realParam("smoothing", "Smoothing", Unit::Millimetre, 4, 0, 50,
                                    "Of the centreline, along it: a crooked line makes oblique cuts.");
        smoothing.advanced = true;
        list.add(smoothing);
        Param reach = realParam("reach", "Reach", Unit::Millimetre, 40, 1, 200,
                                "A cut that extends farther than this from the centreline is called incomplete.");
        reach.advanced = true;
        list.add(reach);
        Param name = textParam("name", "Name", "Cuts", "What it is called; a measurement of this name is replaced.");
        list.add(name);
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const Structure& s = c.structure(Id(values.text("structure")));
        if (s.tree->nodes.size() < 2)
            out.push_back(stopFinding("measure.tree", "The centreline is empty.", "Make it again."));
        if (!s.mask || s.mask->empty())
            out.push_back(stopFinding("structure.empty", "The vessel has no voxels to cut.", "Segment it first."));
        const auto kind = c.kindOf(slug(values.text("name")));
        if (kind && *kind != Kind::Measurement)
            out.push_back(stopFinding("result.taken",
                                      "Another object already has the name '" + values.text("name") + "'.",
                                      "Choose another name."));
        return out;
    }
    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Id id(values.text("structure"));
        const Structure& s = c.structure(id);
        CurveOptions along;
        along.stepMm = kCurveStepMm;
        along.smoothingMm = values.real("smoothing");
        const std::vector<Vec3> curve = resampledCurve(treePath(*s.tree, given(values, "through")), along);
        CutsAlong options;
        options.stepMm = kCurveStepMm;
        options.every = values.real("step");
        options.reach = values.real("reach");
        if (const double extent = values.real("extent"); extent > 0)
            options.within = extent;
        const auto origin = given(values, "origin");
        if (origin)
            options.origin = static_cast<size_t>(std::min_element(curve.begin(), curve.end(),
                                                                  [&](const Vec3& a, const Vec3& b) {
                                                                      return (a - *origin).squaredNorm() <
                                                                             (b - *origin).squaredNorm();
                                                                  }) -
                                                 curve.begin());
        if (static_cast<double>(curve.size()) * kCurveStepMm / options.every > static_cast<double>(kMostCuts) &&
            2 * options.within / options.every > static_cast<double>(kMostCuts))
            throw Error(ErrorCode::BadInput, "That would be more than 200 cuts.",
                        "Choose a larger step or a smaller extent.");
        const std::vector<CrossSection> cuts = crossSections(*s.mask, curve, options, job);
        if (cuts.empty())
            throw Error(ErrorCode::BadInput, "No cut meets the vessel.",
                        "Make the centreline again from the mask as it is now.");

        Measurement m;
        m.name = values.text("name");
        m.kind = MeasurementKind::Length;
        for (const CrossSection& cut : cuts)
            m.points.push_back(cut.centre);
        if (m.points.size() == 1) // a line has two ends: across the vessel, then
            addAcross(m, cuts.front());
        addValues(m, cuts, s.mask->grid());
        m.note = direction(curve);
        Edit edit;
        const auto cutShort =
            std::count_if(cuts.begin(), cuts.end(), [](const CrossSection& x) { return !x.complete; });
        if (cutShort > 0) {
            Finding f = stopFinding("measure.cut-short",
                                    toText(std::int64_t(cutShort)) +
                                        " cuts reach the end of the image or farther than the reach: their areas are "
                                        "too small.",
                                    "Leave them out, or enlarge the reach.");
            f.severity = Severity::Warning;
            m.note += " " + f.text;
            edit.findings.push_back(std::move(f));
        }
        std::int64_t missed = 0;
        for (size_t n = 1; n < cuts.size(); ++n)
            missed += std::lround((cuts[n].distance - cuts[n - 1].distance) / options.every) - 1;
        if (missed > 0) {
            Finding f =
                stopFinding("measure.cut-missed",
                            toText(missed) + " places of the centreline in between do not lie in the vessel and "
                                             "were left out.",
                            "Make the centreline again from the mask as it is now.");
            f.severity = Severity::Warning;
            edit.findings.push_back(std::move(f));
        }
        const Id out = slug(m.name); // before the move
        edit.put(out, std::move(m));
        edit.madeFrom[out] = {id, Id(id.text() + "/tree")};
        return edit;
    }

private:
    static void addAcross(Measurement& m, const CrossSection& cut)
    {
        const Vec3 half = cut.diameterMm() / 2 * startAcross(cut.normal);
        m.kind = MeasurementKind::Diameter;
        m.points = {cut.centre - half, cut.centre + half};
    }

    static void addValues(Measurement& m, const std::vector<CrossSection>& cuts, const Grid& grid)
    {
        // Both borders lie within a voxel, as measure.diameter has it.
        const double deviation = grid.spacing.maxCoeff() / std::sqrt(12.0) * 2;
        const std::string covers = "the radius within a voxel";
        const auto diameter = [&](const CrossSection& cut) {
            return Quantity{cut.diameterMm(), Unit::Millimetre, deviation, covers};
        };
        const auto [least, most] =
            std::minmax_element(cuts.begin(), cuts.end(),
                                [](const CrossSection& a, const CrossSection& b) { return a.areaMm2 < b.areaMm2; });
        const auto add = [&](const char* key, const char* label, Quantity q) {
            m.values.push_back({key, label, std::move(q)});
        };
        add("smallest", "Smallest area-equivalent diameter", diameter(*least));
        add("largest", "Largest area-equivalent diameter", diameter(*most));
        add("length", "Length between the outer cuts",
            {cuts.back().distance - cuts.front().distance, Unit::Millimetre, {}, {}});
        int number = 0;
        for (const CrossSection& cut : cuts) {
            const std::string key = "cut_" + std::to_string(++number), label = "Cut " + std::to_string(number);
            m.values.push_back(
                {key + ".distance", label + ", distance along the vessel", {cut.distance, Unit::Millimetre, {}, {}}});
            m.values.push_back(
                {key + ".area",
                 label + ", area",
                 {cut.areaMm2, Unit::SquareMillimetre, std::numbers::pi / 2 * cut.diameterMm() * deviation, covers}});
            m.values.push_back({key + ".diameter", label + ", area-equivalent diameter", diameter(cut)});
        }
    }

    /// Which end a growing distance leads to.
    static std::string direction(const std::vector<Vec3>& curve)
    {
        const double rise = curve.back().z() - curve.front().z();
        if (std::abs(rise) < (curve.back() - curve.front()).norm() / 2)
            return "Distances grow away from the root of the centreline.";
        return std::string("Distances grow towards the ") + (rise > 0 ? "head." : "feet.");
    }
};

} // namespace

std::unique_ptr<Operation> makeMeasureCuts()
{
    return std::make_unique<MeasureCuts>();
}

} // namespace pollux
