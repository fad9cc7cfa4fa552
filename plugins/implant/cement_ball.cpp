#include "plugins/implant/cement_ball.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/limit.h"
#include "core/image/edit/brush.h"
#include "core/image/morphology.h"
#include "core/operation/plan_parts.h"
#include "core/operation/standard/segment_operations_result.h"
#include "plugins/implant/bone_places.h"

#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr Colour kCementColour{226, 140, 200};
constexpr int kMostParts = 200; // of a bone, of which the one with the cement is taken
constexpr const char* kAtPoint = "the point";

class CementBall final : public Operation
{
public:
    explicit CementBall(const LimitTable& limits)
        : m_volume(limits.at("cement.volume")), m_closing(limits.at("cement.closing"))
    {
    }

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "simulate.cement";
        i.name = "Cement in a bone";
        i.summary = "Puts a ball of cement into a bone as a structure, for a load on the bone with and without it.";
        i.help =
            "The ball has the volume given; its middle is where the largest ball fits into the bone, of a vertebra the "
            "middle of its body, or a point of yours. Holes within the bone are closed before that is looked for. What "
            "of the ball would lie outside of the bone so closed is left out.\n\n"
            "Where it is wanted the part of the bone that hangs together about the cement becomes a structure of its "
            "own, so that one vertebra of several is loaded.\n\n"
            "True cement runs where it finds room; a ball is a stand-in for it. Research and teaching only, not for "
            "clinical use.";
        i.category = "Segment";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("bone", "Bone", "structure:mask", "vertebra", "What the cement goes into."));
        list.add(limitParam(m_volume, "volume"));
        list.add(choiceParam("at", "Middle at", {"deepest place of the bone", kAtPoint},
                             "Deepest: where the largest ball fits into the bone."));
        Param point = pointParam("point", "Point", "The middle of the ball, with 'the point' alone.");
        point.optional = true;
        list.add(point);
        list.add(boolParam("piece", "The bone about it, too", false,
                           "Puts the part of the bone that hangs together about the cement as a structure."));
        Param closing = limitParam(m_closing, "closing");
        closing.advanced = true;
        list.add(closing);
        list.add(textParam("name", "Name", "Cement", "Name of the result; its id is made from it."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& v) const override
    {
        Findings out;
        const Mask& bone = *c.structure(Id(v.text("bone"))).mask;
        const auto stop = [&](const char* code, const char* text, const char* advice) {
            out.push_back(finding(Severity::Stop, code, text, advice));
        };
        if (bone.empty())
            stop("structure.empty", "The bone has no voxels.", "Segment it first.");
        else if (v.text("at") == kAtPoint && !v.has("point"))
            stop("cement.no-point", "The point that the cement lies about is missing.", "Set it in the bone.");
        else if (v.text("at") == kAtPoint && (((v.point("point") - bone.grid().bounds().min).array() < 0).any() ||
                                              ((bone.grid().bounds().max - v.point("point")).array() < 0).any()))
            stop("cement.outside", "The point lies outside the image.", "Set it in the bone.");
        if (v.text("name").empty())
            stop("cement.name", "The cement needs a name.", "Give one.");
        else if (slug(v.text("name")) == slug(v.text("name") + " bone"))
            stop("cement.name", "The name of the result is too long.", "Give a shorter one.");
        else
            for (const Id& id : results(v))
                for (Finding& f : checkFree(c, id, Kind::Structure, IdFrom::Name, {Id(v.text("bone"))}))
                    out.push_back(std::move(f));
        return out;
    }

    Edit run(const Case& c, const ParamValues& v, Job& job) const override
    {
        const Id boneId(v.text("bone"));
        const Structure& bone = c.structure(boneId);
        const double radius = std::cbrt(v.real("volume") * 1000 * 3 / (4 * std::numbers::pi));
        const Vec3 middle =
            v.text("at") == kAtPoint ? v.point("point") : deepestPlace(*bone.mask, v.real("closing"), job.part(0, 0.5));
        const Mask ball = ballStroke(bone.mask->grid(), {middle}, radius, job.part(0.5, 0.55));
        const Mask whole = fillHoles(close(*bone.mask, v.real("closing"), job.part(0.55, 0.7)), job.part(0.7, 0.75));
        Structure s;
        s.name = v.text("name");
        s.colour = kCementColour;
        s.state = ConfirmState::Edited;
        s.mask = std::make_shared<const Mask>(intersect(ball, whole));
        if (s.mask->empty())
            throw Error(ErrorCode::BadInput, "No cement lies in the bone.", "Set the point in the bone.");
        const double ml = s.mask->volumeMl();
        s.measures.push_back({"volume", "Volume", {ml, Unit::Millilitre, {}, {}}});
        Edit edit;
        Finding where =
            finding(Severity::Note, "cement.where",
                    v.text("at") == kAtPoint
                        ? filled("%1 mL of cement lie about the point given.", {toText(ml, 2)})
                        : filled("%1 mL of cement lie about the place of '%2' where the largest ball fits in: a rule.",
                                 {toText(ml, 2), bone.name}),
                    "Look whether that is the place that you mean.");
        where.place = middle;
        edit.findings.push_back(where);
        if (ml < 0.9 * v.real("volume"))
            edit.findings.push_back(finding(Severity::Warning, "cement.cut",
                                            filled("The bone holds only %1 mL of the %2 mL of cement.",
                                                   {toText(ml, 2), toText(v.real("volume"), 2)}),
                                            "Take less cement, or another place."));
        const Id id = slug(s.name);
        if (v.boolean("piece")) {
            const Id pieceId = slug(s.name + " bone");
            edit.madeFrom[pieceId] = {boneId};
            edit.put(pieceId, piece(bone, *s.mask, s.name, job.part(0.75, 1)));
        }
        edit.madeFrom[id] = {boneId};
        edit.put(id, std::move(s));
        return edit;
    }

private:
    /// What is put: the cement, and the bone about it where that is wanted.
    static std::vector<Id> results(const ParamValues& v)
    {
        std::vector<Id> out{slug(v.text("name"))};
        if (v.boolean("piece"))
            out.push_back(slug(v.text("name") + " bone"));
        return out;
    }

    /// The part that holds most of the cement; the largest where none does.
    static Structure piece(const Structure& bone, const Mask& cement, const std::string& name, const Job& job)
    {
        std::vector<Mask> parts = components(*bone.mask, 1, kMostParts, job);
        size_t best = 0;
        std::int64_t most = 0;
        for (size_t n = 0; n < parts.size(); ++n) {
            job.checkStop();
            if (const std::int64_t count = intersect(parts[n], cement).count(); count > most) {
                most = count;
                best = n;
            }
        }
        Structure s;
        s.name = filled("%1 bone", {name});
        s.anatomy = bone.anatomy;
        s.colour = bone.colour;
        s.state = ConfirmState::Edited;
        s.mask = std::make_shared<const Mask>(parts[best]);
        return s;
    }

    Limit m_volume, m_closing;
};

} // namespace

std::unique_ptr<Operation> makeCementBall(const LimitTable& limits)
{
    return std::make_unique<CementBall>(limits);
}

} // namespace pollux::implant
