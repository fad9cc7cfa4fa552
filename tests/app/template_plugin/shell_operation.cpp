#include "shell_operation.h"

#include "core/image/morphology.h"
#include "core/operation/operation.h"

using namespace pollux;

namespace {

class ShellOperation final : public Operation
{
public:
    OperationInfo info() const override
    {
        return {"template.shell",
                1,
                "Safety shell",
                "The layer of given thickness around a structure.",
                "Dilates the structure by an exact Euclidean ball and takes the structure away again.\n\n"
                "Sources: none; the thickness is the user's choice.",
                "Segment"};
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("structure", "Structure", "structure:mask", "", "What the shell goes around."));
        list.add(
            realParam("thickness", "Thickness", Unit::Millimetre, 5, 0.5, 50, "How far the shell reaches outwards."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        if (c.structure(Id(values.text("structure"))).mask->empty())
            return {{Severity::Stop, "shell.empty", "The structure is empty.", "Choose another one.", {}, {}, {}}};
        return {};
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Structure& inner = c.structure(Id(values.text("structure")));
        Structure shell;
        shell.name = inner.name + " shell";
        shell.colour = {240, 200, 60};
        shell.mask = std::make_shared<Mask>(subtract(dilate(*inner.mask, values.real("thickness"), job), *inner.mask));
        Edit edit;
        edit.put(Id(values.text("structure") + "-shell"), std::move(shell));
        return edit;
    }
};

} // namespace

std::unique_ptr<Operation> makeShellOperation()
{
    return std::make_unique<ShellOperation>();
}
