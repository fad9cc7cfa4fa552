#include "plugins/liver/segments.h"

#include "core/anatomy/couinaud.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/image/filters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace pollux::liver {

namespace {

constexpr const char* kBranches = "portal branches";
constexpr const char* kPlanes = "planes";
constexpr const char* kWithin = "within the liver";
constexpr const char* kStraight = "straight";
constexpr const char* kPower = "straight, less the radius";
constexpr double kShortestForkMm = 10; // of the automatic branches: what is shorter is a twig
constexpr std::array<const char*, 5> kPlaces{"cava", "right_vein", "middle_vein", "left_vein", "bifurcation"};

Finding finding(Severity severity, std::string code, std::string text, std::string advice)
{
    Finding f;
    f.severity = severity;
    f.code = std::move(code);
    f.text = std::move(text);
    f.advice = std::move(advice);
    return f;
}

/// "II, III" as its parts.
std::vector<std::string> namesIn(std::string_view text)
{
    std::vector<std::string> out;
    while (!trimmed(text).empty()) {
        const size_t end = text.find(',');
        out.emplace_back(trimmed(text.substr(0, end)));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return out;
}

/// Colours as far apart as their number allows, by steps of the golden angle around the circle of hues.
Colour colourOf(int n)
{
    const double hue = std::fmod(0.08 + n * 0.618034, 1.0) * 6;
    const auto part = [&](double shift) {
        const double x = std::fmod(hue + shift, 6.0);
        const double v = std::clamp(std::abs(x - 3) - 1, 0.0, 1.0);
        return static_cast<std::uint8_t>(std::lround(70 + 160 * v));
    };
    return {part(0), part(4), part(2)};
}

bool byPlanes(const ParamValues& values)
{
    return values.text("method") == kPlanes;
}

CouinaudLandmarks landmarksOf(const ParamValues& values)
{
    CouinaudLandmarks l;
    l.cava = values.point("cava");
    l.rightVein = values.point("right_vein");
    l.middleVein = values.point("middle_vein");
    l.leftVein = values.point("left_vein");
    l.bifurcation = values.point("bifurcation");
    return l;
}

std::string titleOf(const ParamValues& values, const std::string& part)
{
    const bool automatic = !byPlanes(values) && values.points("branches").empty();
    const std::string& given = values.text("name");
    return (!given.empty() ? given : automatic ? "Portal territory" : "Liver segment") + " " + part;
}

/// Every name that a run with these values can give.
std::vector<std::string> possibleTitles(const ParamValues& values)
{
    std::vector<std::string> out;
    if (byPlanes(values))
        for (int n = 1; n <= 8; ++n)
            out.push_back(titleOf(values, std::string(couinaudName(n))));
    else if (!values.points("branches").empty())
        for (const std::string& name : namesIn(values.text("branch_names")))
            out.push_back(titleOf(values, name));
    else // a fork may have more than two branches
        for (std::int64_t n = 1; n <= values.integer("parts") + 8; ++n)
            out.push_back(titleOf(values, toText(n)));
    return out;
}

class Segments final : public Operation
{
public:
    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "liver.segments";
        i.name = "Part the liver in segments";
        i.summary = "Couinaud's segments by planes through landmarks, or the territories of portal branches.";
        i.help =
            "Portal branches: each voxel of the liver goes to the nearest branch of the portal vein's centreline. Mark "
            "a "
            "point on each branch and name them (II, III, ...); all that hangs on a marked branch counts to it. "
            "Without "
            "points the tree is parted at its largest forks. Distances run within the liver (fast marching, Sethian "
            "1996), so that nothing leaks across a fissure; or straight; or straight, squared, less the squared "
            "radius, "
            "so that thick branches reach farther.\n\n"
            "Planes: half planes from the vena cava through the right, middle and left hepatic vein, and the plane "
            "across at the fork of the portal vein (Couinaud). Segment I is the caudate lobe that is given; without it "
            "its tissue stays in the other segments.\n\n"
            "Limits: both are conventions of geometry; no flow is computed. Planes do not follow a patient's branches, "
            "and a branch that the segmentation has missed feeds nothing. Research and teaching only, not for clinical "
            "use.";
        i.category = "Segment";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("liver", "Liver", "structure:mask", "liver", "What to part."));
        list.add(choiceParam("method", "Method", {kBranches, kPlanes},
                             "By the nearest portal branch, or by planes through landmarks."));
        Param portal = objectParam("portal", "Portal vein", "structure:tree", "portal_vein", "With its centreline.");
        portal.optional = true;
        list.add(portal);
        Param branches = pointsParam("branches", "Points on branches", 1,
                                     "One at the beginning of each branch, in the order of their names; none: the "
                                     "largest forks.");
        branches.optional = true;
        list.add(branches);
        list.add(textParam("branch_names", "Names of the branches", "II, III, IV, V, VI, VII, VIII",
                           "One for each point, with commas between."));
        list.add(intParam("parts", "Number of parts", 2, 2, 16, "How many, where no points are given."));
        list.add(branchDistanceParam());
        const std::array<std::pair<const char*, const char*>, 5> places{
            {{"Vena cava", "Where the hepatic veins enter it."},
             {"Right hepatic vein", "A place on it, well off the vena cava."},
             {"Middle hepatic vein", "A place on it, or in the gallbladder's bed."},
             {"Left hepatic vein", "A place on it, or in the umbilical fissure."},
             {"Fork of the portal vein", "Segments above it lie towards the head."}}};
        for (size_t n = 0; n < places.size(); ++n) {
            Param p = pointParam(kPlaces[n], places[n].first, places[n].second);
            p.optional = true;
            list.add(p);
        }
        Param caudate = objectParam("caudate", "Caudate lobe", "structure:mask", "", "Segment I, drawn by hand.");
        caudate.optional = true;
        list.add(caudate);
        list.add(textParam("name", "Name", "", "Put before each part; empty: Liver segment or Portal territory."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const auto stop = [&](std::string code, std::string text, std::string advice) {
            out.push_back(finding(Severity::Stop, std::move(code), std::move(text), std::move(advice)));
        };
        if (c.structure(Id(values.text("liver"))).mask->empty())
            stop("structure.empty", "The liver has no voxels.", "Segment it first.");
        byPlanes(values) ? checkPlanes(values, out) : checkBranches(c, values, out);
        for (const std::string& title : possibleTitles(values)) {
            const Id id = slug(title);
            const auto kind = c.kindOf(id);
            if (kind && *kind != Kind::Structure)
                stop("result.taken", "Another object already has the name '" + title + "'.", "Choose another name.");
            else if (kind && c.structure(id).state == ConfirmState::Confirmed)
                stop("result.confirmed", "'" + title + "' has been confirmed and would be overwritten.",
                     "Choose another name, or take the confirmation back.");
        }
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Mask& liver = *c.structure(Id(values.text("liver"))).mask;
        Edit edit;
        std::vector<std::pair<std::string, Mask>> parts =
            byPlanes(values) ? planes(c, values, liver, edit, job) : branches(c, values, liver, edit, job);
        std::set<Id> made;
        int number = 0;
        for (auto& [title, mask] : parts) {
            if (mask.empty()) {
                edit.findings.push_back(finding(Severity::Warning, "liver.segment-empty",
                                                "'" + title + "' has no voxels.",
                                                "Look whether its landmarks or its branch lie where they should."));
                ++number;
                continue;
            }
            Structure s;
            s.name = title;
            s.colour = colourOf(number++);
            s.measures.push_back({"volume", "Volume", {mask.volumeMl(), Unit::Millilitre, {}, {}}});
            s.measures.push_back({"liver_share",
                                  "Share of the liver",
                                  {100.0 * static_cast<double>(mask.count()) / static_cast<double>(liver.count()),
                                   Unit::Percent,
                                   {},
                                   {}}});
            s.mask = std::make_shared<const Mask>(std::move(mask));
            made.insert(slug(title));
            edit.put(slug(title), std::move(s));
        }
        // What an earlier run made under such a name and this one does not would look as if it belonged to it.
        for (const std::string& title : possibleTitles(values)) {
            const auto lineage = c.lineage.find(slug(title));
            if (!made.contains(slug(title)) && c.structures.contains(slug(title)) && lineage != c.lineage.end() &&
                lineage->second->operation == info().id)
                edit.remove(slug(title));
        }
        return edit;
    }

private:
    static void checkPlanes(const ParamValues& values, Findings& out)
    {
        for (const char* place : kPlaces)
            if (!values.has(place)) {
                out.push_back(finding(Severity::Stop, "liver.landmarks",
                                      "The planes need five places: vena cava, three hepatic veins and the fork of the "
                                      "portal vein.",
                                      "Place them all, or part by portal branches."));
                return;
            }
        if (const std::string problem = problemOf(landmarksOf(values)); !problem.empty())
            out.push_back(finding(Severity::Stop, "liver.landmarks", problem, "Place the landmarks again."));
        if (values.text("caudate").empty())
            out.push_back(finding(Severity::Note, "liver.no-caudate",
                                  "No caudate lobe is given: segment I is not parted, its tissue stays in the others.",
                                  "Draw it and choose it if it matters."));
    }

    static void checkBranches(const Case& c, const ParamValues& values, Findings& out)
    {
        const std::string& portal = values.text("portal");
        if (portal.empty() || c.structure(Id(portal)).tree->nodes.size() < 2) {
            out.push_back(finding(Severity::Stop, "liver.no-portal-tree", "There is no centreline of the portal vein.",
                                  "Make the centrelines of the portal vein first, or part by planes."));
            return;
        }
        const auto& points = values.points("branches");
        if (points.empty())
            return;
        const std::vector<std::string> names = namesIn(values.text("branch_names"));
        const std::set<std::string> different(names.begin(), names.end());
        if (names.size() != points.size() || different.size() != names.size() || different.contains(std::string()))
            out.push_back(
                finding(Severity::Stop, "liver.branch-names",
                        "There must be as many different names as points: " + toText(std::int64_t(points.size())) +
                            " points, " + toText(std::int64_t(names.size())) + " names.",
                        "Name the branches in the order of their points, such as II, III, IV."));
        std::set<int> nodes;
        for (const Vec3& p : points)
            nodes.insert(nearestNode(*c.structure(Id(portal)).tree, p));
        if (nodes.size() != points.size())
            out.push_back(finding(Severity::Stop, "liver.branch-points", "Two points mark the same place of the tree.",
                                  "Set one point at the beginning of each branch."));
    }

    static std::vector<std::pair<std::string, Mask>> planes(const Case& c, const ParamValues& values, const Mask& liver,
                                                            Edit&, const Job& job)
    {
        Mask caudate;
        if (const std::string& id = values.text("caudate"); !id.empty()) {
            const Mask& drawn = *c.structure(Id(id)).mask;
            caudate = sameGeometry(drawn.grid(), liver.grid()) ? drawn : resample(drawn, liver.grid(), job);
        }
        const std::vector<std::uint8_t> labels =
            couinaudSegments(liver, landmarksOf(values), caudate.empty() ? nullptr : &caudate, job);
        std::vector<std::pair<std::string, Mask>> out;
        for (int n = 1; n <= 8; ++n) {
            if (n == 1 && caudate.empty())
                continue;
            std::vector<std::uint8_t> own(labels.size());
            std::transform(labels.begin(), labels.end(), own.begin(),
                           [n](std::uint8_t l) { return static_cast<std::uint8_t>(l == n); });
            out.emplace_back(titleOf(values, std::string(couinaudName(n))), Mask(liver.grid(), liver.box(), own));
            job.checkStop();
        }
        return out;
    }

    static std::vector<std::pair<std::string, Mask>> branches(const Case& c, const ParamValues& values,
                                                              const Mask& liver, Edit& edit, const Job& job)
    {
        const Tree& tree = *c.structure(Id(values.text("portal"))).tree;
        std::vector<int> begins;
        std::vector<std::string> names;
        if (const auto& points = values.points("branches"); !points.empty()) {
            for (const Vec3& p : points)
                begins.push_back(nearestNode(tree, p));
            names = namesIn(values.text("branch_names"));
        } else {
            begins = largestBranches(tree, static_cast<int>(values.integer("parts")), kShortestForkMm);
            for (size_t n = 1; n <= begins.size(); ++n)
                names.push_back(toText(std::int64_t(n)));
        }
        // A branch marked on another one keeps what hangs on it: nodes take the last mark on the way from the root.
        std::vector<std::int32_t> labels(tree.nodes.size(), -1);
        double all = 0, fed = 0;
        for (size_t n = 0; n < labels.size(); ++n) {
            const int parent = tree.nodes[n].parent;
            const auto mark = std::find(begins.begin(), begins.end(), static_cast<int>(n));
            if (mark != begins.end())
                labels[n] = static_cast<std::int32_t>(mark - begins.begin());
            else if (parent >= 0)
                labels[n] = labels[static_cast<size_t>(parent)];
            if (parent < 0 || !liver.contains(tree.nodes[n].position))
                continue;
            const double length = (tree.nodes[n].position - tree.nodes[static_cast<size_t>(parent)].position).norm();
            all += length;
            fed += labels[n] >= 0 ? length : 0;
        }
        if (fed < all)
            edit.findings.push_back(finding(Severity::Note, "liver.unmarked-branches",
                                            toText(all - fed, 0) + " mm of the " + toText(all, 0) +
                                                " mm of portal branches in the liver belong to no part; what they feed "
                                                "went to the nearest one.",
                                            "The stem is always among them. Mark side branches that matter."));
        const Territories t = territories(liver, tree, labels, branchDistance(values), job);
        std::vector<std::pair<std::string, Mask>> out;
        std::int64_t reached = 0;
        for (size_t n = 0; n < begins.size(); ++n) {
            Mask own = t.of(liver.grid(), static_cast<std::int32_t>(n));
            reached += own.count();
            out.emplace_back(titleOf(values, names[n]), std::move(own));
            job.checkStop();
        }
        if (reached < liver.count())
            edit.findings.push_back(
                finding(Severity::Warning, "liver.unreached",
                        toText(liver.count() - reached) +
                            " voxels of the liver hang together with no branch and belong to no part.",
                        "Remove loose voxels from the liver, or measure distances straight."));
        return out;
    }
};

} // namespace

Param branchDistanceParam()
{
    return choiceParam("distance", "Distance", {kWithin, kStraight, kPower},
                       "How near a branch is: along the way through the liver, or straight, or straight with thick "
                       "branches reaching farther.");
}

BranchDistance branchDistance(const ParamValues& values)
{
    const std::string& text = values.text("distance");
    return text == kPower      ? BranchDistance::Power
           : text == kStraight ? BranchDistance::Straight
                               : BranchDistance::Within;
}

std::unique_ptr<Operation> makeSegments()
{
    return std::make_unique<Segments>();
}

} // namespace pollux::liver
