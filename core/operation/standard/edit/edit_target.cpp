#include "core/operation/standard/edit/edit_target.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/image/edit/held_bytes.h"
#include "core/operation/standard/segment_operations_result.h"

namespace pollux {

namespace {

// CT numbers span -1024..3071 by convention, other images more; the range only catches slips.
constexpr double kLeastValue = -1e6, kMostValue = 1e6;

bool makesNew(const ParamValues& values)
{
    return values.text("structure").empty();
}

Finding confirmedWarning(const Structure& s)
{
    Finding f;
    f.severity = Severity::Warning;
    f.code = "edit.confirmed";
    f.text = "'" + s.name + "' was confirmed; after the edit it counts as edited.";
    f.advice = "Confirm it again when it is right.";
    return f;
}

} // namespace

void addTargetParams(ParamList& list)
{
    Param structure =
        objectParam("structure", "Structure", "structure:mask", "", "What to change; empty for a new structure.");
    structure.optional = true;
    list.add(structure);
    list.add(textParam("name", "New name", "", "Name of the new structure, if none is chosen to be changed."));
    list.add(objectParam("volume", "Image", "volume", "",
                         "The image that a new structure lies on, and whose values count."));
}

void addEffectParams(ParamList& list)
{
    list.add(
        choiceParam("mode", "Effect", {"add", "remove", "keep"}, "Add the voxels, remove them, or keep only them."));
    list.add(boolParam("use_range", "Only values between", false, "Change only voxels whose value lies in the range."));
    list.add(realParam("low", "Lowest value", Unit::Hounsfield, 0, kLeastValue, kMostValue,
                       "Smallest value that may change, in the unit of the image."));
    list.add(realParam("high", "Highest value", Unit::Hounsfield, 300, kLeastValue, kMostValue,
                       "Largest value that may change, in the unit of the image."));
    Param within = objectParam("within", "Only within", "structure:mask", "", "Change only voxels of this structure.");
    within.optional = true;
    within.advanced = true;
    list.add(within);
    Param neighbours = objectsParam("neighbours", "Neighbours", "structure:mask", "Structures that the edit may meet.");
    neighbours.advanced = true;
    list.add(neighbours);
    Param meeting = choiceParam("meeting", "Where they meet", {"stay", "give-way"},
                                "Neighbours keep their voxels, or lose what is added.");
    meeting.advanced = true;
    list.add(meeting);
}

Findings checkEdited(const Case& c, const std::vector<std::string>& structures)
{
    Findings out;
    for (const std::string& id : structures)
        if (c.structure(Id(id)).state == ConfirmState::Confirmed)
            out.push_back(confirmedWarning(c.structure(Id(id))));
    return out;
}

Findings checkTarget(const Case& c, const ParamValues& values)
{
    if (!makesNew(values))
        return checkEdited(c, {values.text("structure")});
    if (trimmed(values.text("name")).empty())
        return {stopFinding("edit.target", "No structure is chosen to be changed, and no name is given for a new one.",
                            "Choose a structure, or name the new one.")};
    const Id id = slug(values.text("name"));
    if (c.kindOf(id))
        return {stopFinding("result.taken", "'" + id.text() + "' is in the case already.",
                            "Choose it as the structure to change, or take another name.")};
    return {};
}

Findings checkEffect(const Case& c, const ParamValues& values)
{
    Findings out = checkTarget(c, values);
    if (makesNew(values) && values.text("mode") != "add")
        out.push_back(stopFinding("edit.mode", "A new structure has nothing to remove or keep.", "Add to it first."));
    if (values.boolean("use_range") && values.real("low") > values.real("high"))
        out.push_back(stopFinding("range.empty", "The lowest value is above the highest.", "Exchange the two."));
    if (values.text("meeting") == "give-way")
        for (const std::string& id : values.list("neighbours"))
            if (c.structure(Id(id)).state == ConfirmState::Confirmed)
                out.push_back(stopFinding("edit.neighbour",
                                          "'" + c.structure(Id(id)).name + "' is confirmed and would lose voxels.",
                                          "Let it stay, or take its confirmation back."));
    return out;
}

EditTarget targetOf(const Case& c, const ParamValues& values)
{
    if (!makesNew(values)) {
        const Id id(values.text("structure"));
        return {id, c.structure(id)};
    }
    EditTarget target{slug(values.text("name")), {}};
    target.structure.name = values.text("name");
    target.structure.mask = std::make_shared<Mask>(c.volume(Id(values.text("volume"))).volume.grid(), IndexBox{},
                                                   std::vector<std::uint8_t>{});
    return target;
}

void putEdited(Edit& edit, const Id& id, Structure structure, Mask mask)
{
    if (mask.empty())
        throw Error(ErrorCode::BadInput, "Nothing would be left of '" + structure.name + "'.",
                    "Change less, or remove the structure as a whole.");
    if (changedBricks(*structure.mask, mask).empty()) // costs what changed; a key would cost the whole mask
        throw Error(ErrorCode::BadInput, "The edit changes no voxel of '" + structure.name + "'.",
                    "Look at the limits that are set, and where the tool was used.");
    structure.state = ConfirmState::Edited;
    structure.confirmedBy.clear();
    structure.confirmedAt.clear();
    // The figure was of the proposal.
    structure.quality.reset();
    structure.qualityText.clear();
    structure.mask = std::make_shared<Mask>(std::move(mask));
    edit.put(id, std::move(structure));
}

void applySelection(Edit& edit, const Case& c, const ParamValues& values, const Mask& selection, const Job& job)
{
    EditTarget target = targetOf(c, values);
    const Grid& grid = target.structure.mask->grid();
    EditLimits limits;
    if (values.boolean("use_range")) {
        limits.image = &c.volume(Id(values.text("volume"))).volume;
        limits.low = values.real("low");
        limits.high = values.real("high");
    }
    std::optional<Mask> within;
    if (!values.text("within").empty()) {
        within = maskOn(c.structure(Id(values.text("within"))), grid, job);
        limits.within = &*within;
    }
    std::vector<OtherStructure> others;
    std::vector<Id> ids;
    for (const std::string& id : values.list("neighbours"))
        if (Id(id) != target.id) {
            ids.emplace_back(id);
            others.push_back({maskOn(c.structure(Id(id)), grid, job),
                              values.text("meeting") == "stay" ? Meeting::Stay : Meeting::GiveWay});
        }
    const std::string& mode = values.text("mode");
    const EditResult result = apply(*target.structure.mask, selection,
                                    mode == "add"      ? EditMode::Add
                                    : mode == "remove" ? EditMode::Remove
                                                       : EditMode::Keep,
                                    limits, others, job);
    for (size_t n = 0; n < ids.size(); ++n)
        if (!changedBricks(others[n].mask, result.others[n]).empty())
            putEdited(edit, ids[n], c.structure(ids[n]), result.others[n]);
    putEdited(edit, target.id, std::move(target.structure), result.target);
}

} // namespace pollux
