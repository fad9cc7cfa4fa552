#include "core/operation/standard/segment_operations_result.h"

#include "core/base/error.h"
#include "core/image/filters.h"
#include "core/operation/plan_parts.h"

namespace pollux {

Finding stopFinding(std::string code, std::string text, std::string advice)
{
    Finding f;
    f.severity = Severity::Stop;
    f.code = std::move(code);
    f.text = std::move(text);
    f.advice = std::move(advice);
    return f;
}

void addResultParams(ParamList& list)
{
    list.add(textParam("anatomy", "Anatomy", "", "Key of the anatomy table ('liver', 'portal_vein'); may stay empty."));
    list.add(textParam("name", "Name", "", "Name of the result, its id is made from it; empty takes the anatomy's."));
}

std::string resultName(const ParamValues& values, const std::string& fallback)
{
    if (!values.text("name").empty())
        return values.text("name");
    if (const Anatomy* anatomy = findAnatomy(values.text("anatomy")))
        return anatomy->label;
    return fallback;
}

Findings checkResult(const Case& c, const ParamValues& values, const std::string& fallbackName)
{
    Findings out;
    if (!values.text("anatomy").empty() && !findAnatomy(values.text("anatomy")))
        out.push_back(stopFinding("anatomy.unknown", "There is no anatomy '" + values.text("anatomy") + "'.",
                                  "See 'pollux list anatomy', or leave it empty."));
    const Id id = slug(resultName(values, fallbackName));
    for (Finding& f : checkFree(c, id, Kind::Structure, IdFrom::Name))
        out.push_back(std::move(f));
    return out;
}

void putResult(Edit& edit, const ParamValues& values, const std::string& fallback, Mask mask,
               const std::string& emptyAdvice)
{
    if (mask.empty())
        throw Error(ErrorCode::BadInput, "The result has no voxels.", emptyAdvice);
    Structure s;
    s.name = resultName(values, fallback);
    if (const Anatomy* anatomy = findAnatomy(values.text("anatomy"))) {
        s.anatomy = anatomy->key;
        s.colour = anatomy->colour;
    }
    s.state = ConfirmState::Proposed;
    s.mask = std::make_shared<Mask>(std::move(mask));
    const Id id = slug(s.name); // before the move
    edit.put(id, std::move(s));
}

Mask maskOn(const Structure& structure, const Grid& grid, const Job& job)
{
    if (!structure.mask)
        throw Error(ErrorCode::BadInput, "'" + structure.name + "' has no voxels.", "Choose a structure with a mask.");
    return sameGeometry(structure.mask->grid(), grid) ? *structure.mask : resample(*structure.mask, grid, job);
}

} // namespace pollux
