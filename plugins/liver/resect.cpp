#include "plugins/liver/resect.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/hidden_plans.h"
#include "core/case/plan_state.h"
#include "core/image/filters.h"
#include "core/operation/plan_parts.h"
#include "plugins/liver/cut_surface.h"
#include "plugins/liver/liver_fat.h"
#include "plugins/liver/plan_numbers.h"
#include "plugins/liver/resection.h"
#include "plugins/liver/resection_numbers.h"
#include "plugins/liver/segments.h"

#include <algorithm>

namespace pollux::liver {

namespace {

constexpr const char* kPlane = "plane";
constexpr const char* kFormulas[] = {"Vauthey", "Urata"};

/// What the liver is like, and the limit that then holds.
struct LiverKind
{
    const char* choice;
    const char* key;
    const char* limit;
};
constexpr LiverKind kKinds[] = {{"normal", "least_normal", "liver.remnant.normal"},
                                {"after chemotherapy", "least_chemotherapy", "liver.remnant.chemotherapy"},
                                {"fibrosis or cirrhosis", "least_fibrosis", "liver.remnant.fibrosis"}};

/// The lesions named, or all of the liver that have voxels.
std::vector<Id> lesionsOf(const Case& c, const ParamValues& values)
{
    std::vector<Id> ids;
    for (const std::string& id : values.list("lesions"))
        ids.emplace_back(id);
    if (ids.empty())
        for (const auto& [id, s] : c.structures)
            if (s->anatomy == "liver_lesion" && s->mask && !s->mask->empty())
                ids.push_back(id);
    return ids;
}

ResectionInput inputOf(const Case& c, const ParamValues& values, const std::vector<Id>& lesions, const Job& job)
{
    const Mask& liver = *c.structure(Id(values.text("liver"))).mask;
    ResectionInput input{liver, {}};
    for (const Id& id : lesions)
        input.lesions.push_back(onGrid(*c.structure(id).mask, liver.grid(), job));
    return input;
}

Plane planeOf(const ParamValues& values)
{
    Plane plane;
    plane.normal = values.point("normal").normalized();
    plane.offset = plane.normal.dot(values.point("point")) + values.real("shift");
    return plane;
}

CutSurface surfaceOf(const ParamValues& values)
{
    return CutSurface(values.points("cut_points"), values.point("normal")).shifted(values.real("shift"));
}

/// By the box around the liver: quick, and sure where it says so.
bool missesBox(const Mask& liver, const Plane& plane)
{
    const IndexBox& box = liver.box();
    int in = 0, behind = 0;
    for (int n = 0; n < 8; ++n) {
        const Vec3 corner =
            liver.grid().toPatient((n & 1) ? box.max[0] - 1 : box.min[0], (n & 2) ? box.max[1] - 1 : box.min[1],
                                   (n & 4) ? box.max[2] - 1 : box.min[2]);
        ++(plane.signedDistance(corner) >= 0 ? in : behind);
    }
    return in == 0 || behind == 0;
}

class Resect final : public Operation
{
public:
    explicit Resect(const LimitTable& limits)
    {
        for (const LiverKind& kind : kKinds)
            m_limits.push_back(limits.at(kind.limit));
        m_steatosis = limits.at("liver.steatosis");
        m_ofSteatosis = limits.at("liver.remnant.steatosis");
    }

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "liver.resect";
        i.name = "Plan a liver resection";
        i.version = 3;
        i.summary = "Cuts the liver by a plane, a surface or along a portal territory and measures what remains.";
        i.help =
            "Plane: what lies where the normal points is removed. Surface through points: a smooth surface (thin-plate "
            "spline over the plane that fits the points best) in place of the plane; the normal says which side is "
            "removed. Portal branch: the territory of all that hangs on "
            "the "
            "place of the portal vein's centreline nearest to the point (see Part the liver in segments). The plan "
            "says "
            "the volumes, the future liver remnant without the lesions that remain, and for each lesion how far it "
            "keeps "
            "from the cut, between the borders of voxels.\n\n"
            "The remnant is given against two totals, and the number says which: the liver on the images without its "
            "lesions, and the volume that a formula expects of a body of this size (standardised remnant): body "
            "surface "
            "sqrt(cm kg / 3600) (Mosteller); Vauthey -794.41 + 1267.28 BSA, Urata 706.2 BSA + 2.4 (from memory, "
            "unverified). The limit is held against the standardised remnant, or, where height and weight are not "
            "given, "
            "against the one on the images. With a map of the fat fraction the liver's mean is told, and from moderate "
            "steatosis on the limit of such a liver holds where it is the stricter one.\n\n"
            "Limits: volumes are of geometry. How the remnant works, drains and is fed is not computed; tissue whose "
            "veins are cut counts as remaining. The cut has no width. Vessels inside the liver's mask count as liver. "
            "Research and teaching only, not for clinical use.";
        i.category = "Plan";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("liver", "Liver", "structure:mask", "liver", "What to cut."));
        list.add(choiceParam("method", "Method", {kPlane, kCutBySurface, kCutByBranch},
                             "By a plane, a surface through points, or along the territory of a portal branch."));
        list.add(pointParam("point", "Point", "On the plane, or on the portal vein where it is cut (LPS)."));
        Param normal = pointParam("normal", "Normal",
                                  "Of the plane; points to what is removed. Of a surface only its side counts.");
        normal.unit = Unit::None;
        normal.defaultValue = Vec3(Vec3::UnitX());
        list.add(normal);
        Param points = pointsParam("cut_points", "Points of the surface", 0,
                                   "Which the cut goes through, at least three (LPS); only for a surface.");
        points.max = CutSurface::kMostPoints;
        list.add(points);
        list.add(realParam("shift", "Shift", Unit::Millimetre, 0, -200, 200,
                           "Of plane or surface along the normal, towards what is removed."));
        Param portal = objectParam("portal", "Portal vein", "structure:tree", "portal_vein", "With its centreline.");
        portal.optional = true;
        list.add(portal);
        list.add(branchDistanceParam());
        list.add(objectsParam("lesions", "Lesions", "structure:mask",
                              "Which ones to keep clear of; all liver lesions if none is named."));
        list.add(realParam("height", "Height", Unit::Centimetre, 0, 0, 250, "Of the patient; 0: not known."));
        list.add(realParam("weight", "Weight", Unit::Kilogram, 0, 0, 400, "Of the patient; 0: not known."));
        list.add(choiceParam("formula", "Formula", {std::begin(kFormulas), std::end(kFormulas)},
                             "For the liver volume that is expected of a body of this size."));
        list.add(choiceParam("liver_kind", "Kind of liver", {kKinds[0].choice, kKinds[1].choice, kKinds[2].choice},
                             "Which limit holds for what must remain."));
        for (size_t n = 0; n < m_limits.size(); ++n) {
            const Limit& l = m_limits[n];
            Param p = realParam(kKinds[n].key, l.label, l.unit, l.value, l.min, l.max, l.definition);
            p.source = sourceText(l);
            p.advanced = true;
            list.add(p);
        }
        Param fat = objectParam("fat", "Fat fraction map", "volume", "",
                                "Of the liver in percent, from 'Measure fat fraction'; empty: not known.");
        fat.optional = true;
        list.add(fat);
        for (const auto& [key, limit] : {std::pair("steatosis", &m_steatosis), {"least_steatosis", &m_ofSteatosis}}) {
            Param p = limitParam(*limit, key);
            p.advanced = true;
            list.add(p);
        }
        list.add(textParam("name", "Name", "Liver resection", "Name of the plan."));
        list.add(textParam("plan_id", "Plan", "resection-1",
                           "Id of the plan to make or replace; the structures are named after it."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const auto stop = [&](std::string code, std::string text, std::string advice) {
            out.push_back(finding(Severity::Stop, std::move(code), std::move(text), std::move(advice)));
        };
        const Mask& liver = *c.structure(Id(values.text("liver"))).mask;
        if (liver.empty())
            stop("structure.empty", "The liver has no voxels.", "Segment it first.");
        if (values.text("method") == kPlane) {
            if (!(values.point("normal").norm() > 1e-9))
                stop("liver.normal", "The normal of the plane has no length.", "Give one such as 1,0,0.");
            else if (!liver.empty() && missesBox(liver, planeOf(values)))
                stop("liver.plane-misses", "The plane misses the liver.", "Move it into the liver.");
        } else if (values.text("method") == kCutBySurface) {
            try {
                surfaceOf(values);
            } catch (const Error& e) {
                stop("liver.surface", e.message(), e.advice());
            }
        } else if (const std::string& portal = values.text("portal");
                   portal.empty() || c.structure(Id(portal)).tree->nodes.size() < 2) {
            stop("liver.no-portal-tree", "There is no centreline of the portal vein.",
                 "Make the centrelines of the portal vein first, or cut by a plane.");
        }
        if ((values.real("height") > 0) != (values.real("weight") > 0))
            stop("liver.body-size", "Only one of height and weight is given.", "Give both, or neither.");
        if (const std::string& fat = values.text("fat"); !fat.empty()) {
            for (Finding& f : checkFatMap(c, Id(fat), liver))
                out.push_back(std::move(f));
        } else if (const std::vector<Id> maps = fatMapsOf(c); !maps.empty()) {
            out.push_back(
                finding(Severity::Note, "liver.fat-map",
                        "The case has a fat fraction map, '" + c.nameOf(maps.front()) + "', that is not used.",
                        "Choose it to let the fat decide on what must remain."));
        }
        checkPlan(c, values.text("plan_id"), out);
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Id liverId(values.text("liver"));
        const std::vector<Id> lesionIds = lesionsOf(c, values);
        const ResectionInput input = inputOf(c, values, lesionIds, job);
        const bool byPlane = values.text("method") == kPlane, bySurface = values.text("method") == kCutBySurface;
        const bool byBranch = !byPlane && !bySurface;
        Vec3 place = values.point("point");
        Resection cut;
        if (byPlane) {
            cut = resectByPlane(input, planeOf(values), job);
        } else if (bySurface) {
            const CutSurface surface = surfaceOf(values);
            place = surface.centre();
            cut = resectBySurface(input, surface, job);
        } else {
            const Tree& tree = *c.structure(Id(values.text("portal"))).tree;
            const int node = nearestNode(tree, place);
            place = tree.nodes[static_cast<size_t>(node)].position;
            cut = resectBranch(input, tree, node, branchDistance(values), job);
        }
        if (cut.removed.empty())
            throw Error(ErrorCode::BadInput, "Nothing would be removed.",
                        byBranch ? "Choose a branch that reaches into the liver." : "Move the plane into the liver.");
        if (cut.remnant.empty())
            throw Error(ErrorCode::BadInput, "Nothing of the liver would remain.",
                        byBranch ? "Choose a branch farther out." : "Move the plane, or turn its normal.");

        const Id wanted(values.text("plan_id")), id = versionToWrite(c, wanted);
        RemnantRule rule = ruleOf(values);
        const std::string& fat = values.text("fat");
        if (!fat.empty()) {
            rule.fat = liverFat(c.volume(Id(fat)), input.liver, input.lesions, job);
            rule.fatMap = c.nameOf(Id(fat));
            applyFat(rule);
        }
        Plan p;
        p.name = versionName(wanted, id, values.text("name").empty() ? wanted.text() : values.text("name"));
        p.kind = "liver.resection";
        p.points = {{"cut", place}};
        std::vector<NamedLesion> lesions;
        for (size_t n = 0; n < lesionIds.size(); ++n)
            lesions.push_back({lesionIds[n], c.nameOf(lesionIds[n]), cut.lesions[n]});
        p.numbers = resectionNumbers(cut, lesions, rule);
        if (const auto old = c.plans.find(wanted);
            old != c.plans.end() && old->second->kind == p.kind && !isHidden(c, wanted))
            compareWith(p.numbers, *old->second);
        p.findings = resectionFindings(cut, lesions, rule);
        Edit edit;
        std::vector<Id> used{liverId};
        used.insert(used.end(), lesionIds.begin(), lesionIds.end());
        if (byBranch)
            used.emplace_back(values.text("portal"));
        for (const Id& u : used)
            p.used.push_back({u, c.nameOf(u), c.structure(u).state});
        edit.findings = p.findings;
        // Only what decided: a portal vein that a plane does not look at makes nothing stale.
        std::vector<Id> from = used;
        if (byBranch)
            from.emplace_back(values.text("portal") + "/tree");
        std::vector<Id> ofPlan = from;
        if (!fat.empty())
            ofPlan.emplace_back(fat);
        putPart(edit, Id(id.text() + "-remnant"), p.name + ", remnant", {96, 165, 110}, cut.remnant, from);
        putPart(edit, Id(id.text() + "-removed"), p.name + ", removed", kRemovedColour, cut.removed, from);
        edit.madeFrom[id] = ofPlan;
        edit.put(id, std::move(p));
        return edit;
    }

private:
    static void checkPlan(const Case& c, const std::string& plan, Findings& out)
    {
        const Findings taken = checkPlanId(c, plan, "liver.resection", "resection-2");
        out.insert(out.end(), taken.begin(), taken.end());
        if (!taken.empty())
            return;
        const Id written = versionToWrite(c, Id(plan));
        for (const char* part : {"-remnant", "-removed"})
            for (Finding& f : checkFree(c, Id(written.text() + part), Kind::Structure, IdFrom::Plan))
                out.push_back(std::move(f));
    }

    RemnantRule ruleOf(const ParamValues& values) const
    {
        RemnantRule rule;
        for (size_t n = 0; n < m_limits.size(); ++n)
            if (values.text("liver_kind") == kKinds[n].choice) {
                rule.limit = m_limits[n].id;
                rule.least = values.real(kKinds[n].key);
            }
        rule.steatosis = values.real("steatosis");
        rule.leastSteatosis = values.real("least_steatosis");
        rule.formulaName = values.text("formula");
        rule.formula = rule.formulaName == kFormulas[0] ? LiverFormula::Vauthey : LiverFormula::Urata;
        if (values.real("height") > 0 && values.real("weight") > 0)
            rule.bodySurface = bodySurface(values.real("height"), values.real("weight"));
        return rule;
    }

    static void putPart(Edit& edit, const Id& id, std::string name, const Colour& colour, const Mask& mask,
                        const std::vector<Id>& from)
    {
        Structure s;
        s.name = std::move(name);
        s.colour = colour;
        s.mask = std::make_shared<const Mask>(mask);
        s.measures.push_back({"volume", "Volume", {mask.volumeMl(), Unit::Millilitre, {}, {}}});
        edit.madeFrom[id] = from;
        edit.put(id, std::move(s));
    }

    std::vector<Limit> m_limits;
    Limit m_steatosis, m_ofSteatosis;
};

} // namespace

std::function<double(const Vec3&)> cutHeight(const ParamValues& values)
{
    if (values.text("method") == kCutByBranch)
        throw Error(ErrorCode::BadInput, "The territory of a branch cannot be shifted.",
                    "Cut by a plane or a surface.");
    ParamValues unshifted = values;
    unshifted.set("shift", 0.0);
    if (values.text("method") == kPlane)
        return [plane = planeOf(unshifted)](const Vec3& p) { return plane.signedDistance(p); };
    return [surface = surfaceOf(unshifted)](const Vec3& p) { return surface.height(p); };
}

CutSource cutSource(const Case& c, const ParamValues& values, const Job& job)
{
    CutSource out;
    out.height = cutHeight(values);
    out.lesions = lesionsOf(c, values);
    out.input = inputOf(c, values, out.lesions, job);
    return out;
}

std::unique_ptr<Operation> makeResect(const LimitTable& limits)
{
    return std::make_unique<Resect>(limits);
}

} // namespace pollux::liver
