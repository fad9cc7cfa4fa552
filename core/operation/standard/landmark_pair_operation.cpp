#include "core/operation/standard/landmark_pair_operation.h"

#include "core/case/landmark_pairs.h"
#include "core/operation/standard/segment_operations_result.h"

namespace pollux {

namespace {

class SetLandmarkPair final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"case.landmark-pair",
                1,
                "Set landmark in two images",
                "Puts one place of the body into the case as it lies in two images.",
                "It becomes two landmarks, each called after its image: 'Tip' on 'ct' and 'ct-2' is 'tip-on-ct' and "
                "'tip-on-ct-2'. register.landmarks starts from such pairs, and a registration of the two images is "
                "judged by them.",
                "Case"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(textParam("name", "Name", "Landmark", "What the place is called; both ids are made from it."));
        list.add(objectParam("fixed", "Fixed image", "volume", "", "The image that the other is laid upon."));
        list.add(objectParam("moving", "Moving image", "volume", "", "The image that is carried to the fixed one."));
        list.add(pointParam("fixed_point", "Place in the fixed image", "Patient coordinates, LPS."));
        list.add(pointParam("moving_point", "Place in the moving image", "Patient coordinates, LPS."));
        return list;
    }
    Findings check(const Case& c, const ParamValues& values) const override
    {
        const Id fixed(values.text("fixed")), moving(values.text("moving"));
        if (fixed == moving)
            return {stopFinding("register.same", "The fixed and the moving image are the same.", "Choose two images.")};
        for (const Id& image : {fixed, moving}) {
            const std::string id = landmarkIdOn(values.text("name"), image);
            if (!isValidId(id))
                return {stopFinding("landmark.long", "The name is too long.", "Choose a shorter one.")};
            const auto kind = c.kindOf(Id(id));
            if (kind && *kind != Kind::Landmark)
                return {stopFinding("landmark.taken", "Another object already has this name.", "Choose another name.")};
        }
        return {};
    }
    Edit run(const Case&, const ParamValues& values, Job&) const override
    {
        Edit edit;
        const std::string& name = values.text("name");
        for (const char* which : {"fixed", "moving"}) {
            const Id image(values.text(which)), id(landmarkIdOn(name, image));
            edit.madeFrom[id] = {image}; // a change of the one image says nothing about the other's point
            edit.put(id, Landmark{landmarkNameOn(name, image), values.point(std::string(which) + "_point")});
        }
        return edit;
    }
};

} // namespace

std::unique_ptr<Operation> makeLandmarkPair()
{
    return std::make_unique<SetLandmarkPair>();
}

} // namespace pollux
