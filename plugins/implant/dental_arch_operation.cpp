#include "plugins/implant/dental_arch_operation.h"

#include "core/anatomy/dental_arch.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/geometry/curve.h"
#include "core/operation/plan_parts.h"

#include <algorithm>

namespace pollux::implant {

namespace {

constexpr double kStep = 0.5;    // mm between nodes of the line
constexpr double kRadius = 0.5;  // mm, of the nodes: a line has no lumen, but is to be seen
constexpr double kLongest = 400; // mm of a line by hand; a jaw's is 100 to 200
constexpr Colour kColour{240, 190, 60};

class DentalArchOperation final : public Operation
{
public:
    explicit DentalArchOperation(const LimitTable& limits) : m_gap(limits.at("implant.arch_gap")) {}

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "implant.dental-arch";
        i.name = "Find the dental arch";
        i.summary = "Proposes the middle line of a dental arch, for the panoramic view and cross-sections.";
        i.help =
            "The line goes through the middle between the outer and the inner side of the teeth or, where there are "
            "none, of the lower jaw, from the patient's right to the left. It starts from a polar profile and is moved "
            "to the middle of each station of 2 mm, smoothed by a penalty on third differences, in the manner of a "
            "principal curve (Hastie and Stuetzle 1989, Eilers 2003). The plane of the arch is fitted on the way: "
            "heads tilted by up to 20 degrees are good. The height is that of the jaw's upper border, or of the "
            "middle of the teeth. Rami are left out where the jaw is 1.4 times as tall as in its middle.\n\n"
            "Three or more points set by hand take the place of all that: a smooth curve goes through them.\n\n"
            "Limits: a proposal. Where teeth or bone are missing it is bridged, with a warning above the given angle. "
            "Teeth of both jaws in one mask give a line between them. Tried on phantoms and on one model of a "
            "mandible. Research and teaching "
            "only, not for clinical use.";
        i.category = "Plan";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        Param bone = objectParam("bone", "Bone", "structure:mask", "mandible", "The lower jaw.");
        Param teeth = objectParam("teeth", "Teeth", "structure:mask", "tooth",
                                  "Teeth of one jaw, on both sides; empty: the line is that of the bone.");
        Param points = pointsParam("points", "Points along the arch", 3,
                                   "From one end to the other, at the height of the crest; empty: it is found.");
        bone.optional = teeth.optional = points.optional = true;
        list.add(bone);
        list.add(teeth);
        list.add(points);
        Param gap = limitParam(m_gap, "gap");
        gap.advanced = true;
        list.add(gap);
        list.add(textParam("name", "Name", "Dental arch", "Name of the result; its id is made from it."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const auto stop = [&](const char* code, std::string text, const char* advice) {
            out.push_back(finding(Severity::Stop, code, std::move(text), advice));
        };
        const std::vector<Vec3>& points = values.points("points");
        if (!points.empty()) {
            if (points.size() < 3)
                stop("arch.points", "There are fewer than three points along the arch.",
                     "Set three or more, or none to have it found.");
            else if (polylineMm(points) > kLongest)
                stop("arch.points",
                     filled("The points are more than %1 mm apart along the arch.", {toText(kLongest, 0)}),
                     "Set them one after another along one jaw.");
        } else if (const std::string& from = source(values); from.empty())
            stop("arch.no-mask", "There is neither a mask of the jaw or its teeth nor points along the arch.",
                 "Segment the jaw or its teeth, or set points along the arch.");
        else if (const Structure& s = c.structure(Id(from)); s.mask->empty())
            stop("structure.empty", filled("'%1' has no voxels.", {s.name}), "Segment it first.");
        const std::string& name = values.text("name");
        if (name.empty()) {
            stop("arch.name", "The arch needs a name.", "Give one.");
            return out;
        }
        const Id id = slug(name);
        const auto kind = c.kindOf(id);
        const auto there = c.structures.find(id);
        if (kind && (there == c.structures.end() || there->second->mask || there->second->surface))
            stop("arch.name", filled("'%1' is the name of something else.", {name}), "Give another name.");
        else
            for (Finding& f : checkFree(c, id, Kind::Structure, IdFrom::Name))
                out.push_back(std::move(f));
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        Structure s;
        s.name = values.text("name");
        s.colour = kColour;
        const Id id = slug(s.name);
        Edit edit;
        std::vector<Vec3> line;
        if (const std::vector<Vec3>& points = values.points("points"); !points.empty()) {
            line = resampledCurve(points, {kStep, 0});
            if (line.front().x() > line.back().x())
                std::reverse(line.begin(), line.end());
            s.state = ConfirmState::Edited;
            edit.madeFrom[id] = {};
        } else {
            const Id from(source(values));
            const bool teeth = !values.text("teeth").empty();
            const DentalArch arch = findDentalArch(*c.structure(from).mask, teeth ? ArchOf::Teeth : ArchOf::Jaw, job);
            line = arch.line;
            edit.madeFrom[id] = {from};
            judge(edit.findings, arch, c.nameOf(from), values.real("gap"));
        }
        Tree tree;
        for (size_t n = 0; n < line.size(); ++n)
            tree.nodes.push_back({line[n], kRadius, static_cast<int>(n) - 1});
        s.tree = std::make_shared<const Tree>(std::move(tree));
        const double length = polylineMm(line);
        s.measures.push_back({"length", "Length", {length, Unit::Millimetre, {}, {}}});
        edit.findings.push_back(finding(Severity::Note, "arch.length",
                                        filled("The line of the arch is %1 mm long.", {toText(length, 1)}), ""));
        edit.put(id, std::move(s));
        return edit;
    }

private:
    /// Id of the mask that the line is found in; empty if none is given.
    static const std::string& source(const ParamValues& values)
    {
        return values.text("teeth").empty() ? values.text("bone") : values.text("teeth");
    }

    void judge(Findings& out, const DentalArch& arch, const std::string& from, double gap) const
    {
        out.push_back(finding(Severity::Note, "arch.proposal",
                              filled("The line of the arch is a proposal, found in '%1'.", {from}),
                              "Look at it in the slices; where it is off, set points along the arch."));
        if (arch.widestGapDeg <= gap)
            return;
        Finding f = finding(Severity::Warning, "arch.gap",
                            filled("The line bridges a gap of %1°, where there is nothing of '%2'.",
                                   {toText(arch.widestGapDeg, 0), from}),
                            "Look at it there; where it is off, find it in the bone, or set points along the arch.");
        f.place = arch.gap;
        f.limit = m_gap.id;
        out.push_back(std::move(f));
    }

    Limit m_gap;
};

} // namespace

std::unique_ptr<Operation> makeDentalArch(const LimitTable& limits)
{
    return std::make_unique<DentalArchOperation>(limits);
}

} // namespace pollux::implant
