#include "plugins/implant/move_landmark.h"

#include "core/operation/plan_parts.h"

namespace pollux::implant {

namespace {

class MoveLandmark final : public Operation
{
public:
    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "implant.move-landmark";
        i.name = "Move a landmark";
        i.summary = "Puts a landmark to another place; its name stays.";
        i.help = "What was found in the image is a proposal: here it is corrected. Axes and plans that read the "
                 "landmark turn stale. Research and teaching only, not for clinical use.";
        i.category = "Plan";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("landmark", "Landmark", "landmark", "", "Which one is moved."));
        list.add(pointParam("position", "Position", "Where it comes to lie, patient coordinates (LPS)."));
        return list;
    }

    Findings check(const Case&, const ParamValues& values) const override
    {
        constexpr double kFar = 1e5; // mm: no place in a body
        const Vec3 p = values.point("position");
        if (p.allFinite() && p.cwiseAbs().maxCoeff() < kFar)
            return {};
        return {finding(Severity::Stop, "landmark.place", "This is no place in the body.", "Set it on the image.")};
    }

    Edit run(const Case& c, const ParamValues& values, Job&) const override
    {
        const Id id(values.text("landmark"));
        Landmark moved = *c.landmarks.at(id); // it is there: parameters are checked
        moved.position = values.point("position");
        Edit edit;
        edit.put(id, std::move(moved));
        return edit;
    }
};

} // namespace

std::unique_ptr<Operation> makeMoveLandmark()
{
    return std::make_unique<MoveLandmark>();
}

} // namespace pollux::implant
