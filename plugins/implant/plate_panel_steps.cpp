// The steps of PlatePanel: what each says, and what it starts.
#include "core/operation/run.h"
#include "plugins/implant/held_plan_panel.h"
#include "plugins/implant/move_plate_panel.h"
#include "plugins/implant/plan_in_hand_panel.h"
#include "plugins/implant/plate_panel.h"
#include "ui/forms/param_form.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_list.h"
#include "ui/panels/run_check.h"
#include "ui/panels/step_column.h"

#include <QLabel>
#include <QPushButton>

namespace pollux::implant {

const Structure* PlatePanel::bone(const Case& c) const
{
    const std::string id = m_held->values().text("bone");
    const auto it = isValidId(id) ? c.structures.find(Id(id)) : c.structures.end();
    return it == c.structures.end() || !it->second->mask ? nullptr : it->second.get();
}

void PlatePanel::renewBone(const Case& c)
{
    const Structure* s = bone(c);
    m_bone->setText(c.structures.empty() ? tr("There is no bone yet: segment it first, or have it proposed under "
                                              "Structures.")
                    : s ? tr("It lies on the bone chosen here: look at its mask, and mend it under Segmentation.")
                        : tr("Choose the bone that it lies on, and what plate and screws keep away from."));
    m_steps->setState(kBone, s ? Mark::Ok : Mark::Open, s ? tr("chosen") : tr("not chosen"));
}

void PlatePanel::renewCheck()
{
    const Case& c = m_context.bench.document().current();
    RunCheck check(checkOperation(m_place, c, m_held->given()), Severity::Note);
    const PlateSetting s = plateSettingOf(m_held->values());
    const bool points = !(s.from.isZero() && s.to.isZero()); // as a form begins
    check.nothingYet = !bone(c) || !points;
    check.nothingWords = c.structures.empty() ? tr("There is no bone yet: segment it first.")
                         : !bone(c)           ? tr("Choose the bone first.")
                                              : tr("Set both points on the bone first.");
    check.formWrong = !m_form->problems().empty() || !m_boneForm->problems().empty();
    check.running = m_held->running();
    check.show(*m_check, *m_run, tr("Measures exactly how it lies and how long its screws are"));
    m_held->showState(*m_steps, kPlate);
}

void PlatePanel::setPoints(const Vec3& from, const Vec3& to)
{
    ParamValues v = m_form->values();
    PlateSetting s = plateSettingOf(m_held->values());
    s.from = from;
    s.to = to;
    setInto(v, rounded(s));
    m_form->setValues(v);
    m_move->flyTo();
}

void PlatePanel::startAnother()
{
    m_held->setInHand(freePlanId(m_context.bench.document().current(), "plate"));
    m_steps->ensureWidgetVisible(m_form);
}

} // namespace pollux::implant
