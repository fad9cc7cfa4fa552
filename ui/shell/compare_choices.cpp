#include "ui/shell/compare_choices.h"

#include "core/case/time_points.h"
#include "ui/forms/text.h"
#include "ui/print/plan_path.h"

#include <QCoreApplication>

namespace pollux {

QString volumeTitle(const Case& c, const Id& volume)
{
    const auto v = c.volumes.find(volume);
    if (v == c.volumes.end())
        return QCoreApplication::translate("pollux::SideBySide", "No image");
    const QString name = q(v->second->name);
    const auto study = c.studies.find(v->second->study);
    if (study == c.studies.end() || study->second->studyDate.empty())
        return name;
    return QStringLiteral("%1 · %2").arg(name, shown(dateText(study->second->studyDate)));
}

std::vector<CompareChoice> compareChoices(const Case& c, const Id& shownVolume)
{
    std::vector<CompareChoice> all;
    for (const auto& [id, v] : c.volumes)
        if (id != shownVolume)
            all.push_back({CompareChoice::What::Volume, id, volumeTitle(c, id)});
    for (const auto& [id, plan] : c.plans)
        if (pathOf(*plan))
            all.push_back({CompareChoice::What::Plan, id,
                           QCoreApplication::translate("pollux::SideBySide", "Plan: %1").arg(q(plan->name))});
    return all;
}

} // namespace pollux
