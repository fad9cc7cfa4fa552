#include "core/base/error.h"
#include "core/base/text.h"
#include "core/operation/registry.h"
#include "core/operation/standard/acknowledge_operation.h"
#include "core/operation/standard/hide_plan_operation.h"
#include "core/operation/standard/landmark_pair_operation.h"
#include "core/operation/standard/sign_plan_operation.h"
#include "core/operation/standard/standard.h"

namespace pollux {

namespace {

/// A human's word that a structure is right; a later operation will not overwrite it unasked.
class Confirm final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {
            "case.confirm",
            1,
            "Confirm structures",
            "Records that a person has checked structures.",
            "A proposal of an algorithm is only a proposal until a person has looked at it. Plans name the state of "
            "every structure they used.\n\nConfirming changes no voxel and makes nothing stale.",
            "Case"};
    }
    ParamList declare() const override
    {
        ParamList list;
        Param structures =
            objectsParam("structures", "Structures", "structure", "Which structures; all if none is named.");
        list.add(structures);
        list.add(choiceParam("state", "State", {"confirmed", "edited", "proposed"}, "What to record."));
        list.add(textParam("by", "Confirmed by", "", "Name or initials of the person."));
        return list;
    }
    Edit run(const Case& c, const ParamValues& values, Job&) const override
    {
        Edit edit;
        std::vector<std::string> ids = values.list("structures");
        if (ids.empty())
            for (const auto& [id, s] : c.structures)
                ids.push_back(id.text());
        const std::string& state = values.text("state");
        for (const std::string& text : ids) {
            Structure s = c.structure(Id(text));
            s.state = state == "confirmed" ? ConfirmState::Confirmed
                      : state == "edited"  ? ConfirmState::Edited
                                           : ConfirmState::Proposed;
            s.confirmedBy = s.state == ConfirmState::Confirmed ? values.text("by") : std::string();
            s.confirmedAt = s.state == ConfirmState::Confirmed ? utcNow() : std::string();
            edit.put(Id(text), std::move(s));
        }
        return edit;
    }
};

class AddLandmark final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"case.landmark",
                1,
                "Set landmark",
                "Puts a named point into the case.",
                "A landmark is a point in patient coordinates (LPS, mm).",
                "Case"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(textParam("name", "Name", "Landmark", "What the point is called; its id is made from it."));
        list.add(pointParam("position", "Position", "Patient coordinates, LPS."));
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        const auto kind = c.kindOf(slug(values.text("name")));
        if (kind && *kind != Kind::Landmark)
            return {{Severity::Stop,
                     "landmark.taken",
                     "Another object already has this name.",
                     "Choose another name.",
                     {},
                     {},
                     {}}};
        return {};
    }
    Edit run(const Case&, const ParamValues& values, Job&) const override
    {
        Edit edit;
        edit.put(slug(values.text("name")), Landmark{values.text("name"), values.point("position")});
        return edit;
    }
};

class Rename final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"case.rename",
                1,
                "Rename structure",
                "Gives a structure another name or anatomy.",
                "The id stays. A changed anatomy changes what a planner takes the structure for.",
                "Case"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("structure", "Structure", "structure", "", "Which one."));
        list.add(textParam("name", "Name", "", "New name; empty keeps it."));
        list.add(textParam("anatomy", "Anatomy", "", "Key of the anatomy table ('portal_vein'); empty keeps it."));
        return list;
    }
    Findings check(const Case&, const ParamValues& values) const override
    {
        if (!values.text("anatomy").empty() && !findAnatomy(values.text("anatomy")))
            return {{Severity::Stop,
                     "anatomy.unknown",
                     "There is no anatomy '" + values.text("anatomy") + "'.",
                     "See 'pollux list anatomy'.",
                     {},
                     {},
                     {}}};
        return {};
    }
    Edit run(const Case& c, const ParamValues& values, Job&) const override
    {
        const Id id(values.text("structure"));
        Structure s = c.structure(id);
        if (!values.text("name").empty())
            s.name = values.text("name");
        if (const Anatomy* a = findAnatomy(values.text("anatomy"))) {
            s.anatomy = a->key;
            s.colour = a->colour;
        }
        Edit edit;
        edit.put(id, std::move(s));
        return edit;
    }
};

class Remove final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"case.remove",
                1,
                "Remove object",
                "Takes an object out of the case.",
                "What stood on it turns stale. Undo brings it back.",
                "Case"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectsParam("objects", "Objects", "", "Ids of the objects to remove."));
        return list;
    }
    Findings check(const Case&, const ParamValues& values) const override
    {
        if (values.list("objects").empty())
            return {{Severity::Stop, "remove.none", "No object is named.", "Choose what to remove.", {}, {}, {}}};
        return {};
    }
    Edit run(const Case&, const ParamValues& values, Job&) const override
    {
        Edit edit;
        for (const std::string& id : values.list("objects"))
            edit.remove(Id(id));
        return edit;
    }
};

} // namespace

void installCaseOperations(Registry& registry)
{
    registry.add(std::make_unique<Confirm>());
    registry.add(makeAcknowledge());
    registry.add(makeSignPlan());
    registry.add(makeHidePlan());
    registry.add(makeRevealPlan());
    registry.add(std::make_unique<AddLandmark>());
    registry.add(makeLandmarkPair());
    registry.add(std::make_unique<Rename>());
    registry.add(std::make_unique<Remove>());
}

} // namespace pollux
