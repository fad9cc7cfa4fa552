#include "ui/shell/next_step.h"

#include <QObject>

#include <algorithm>

namespace pollux {

std::optional<NextStep> nextStep(const Case& c)
{
    if (!c.structures.empty() || !c.plans.empty())
        return std::nullopt;
    const bool ct =
        std::any_of(c.volumes.begin(), c.volumes.end(), [](const auto& v) { return v.second->modality == "CT"; });
    if (!ct)
        return std::nullopt;
    return NextStep{
        QObject::tr("The study is open. Next: build the twin. Pollux proposes skin, bones, lungs, liver, vessels "
                    "and other organs; you look at them and confirm."),
        QObject::tr("Build the twin (abdomen CT)"), "abdomen-ct"};
}

} // namespace pollux
