// The steps of PlatePanel: what each says, and what it starts.
#include "core/case/placed_implant.h"
#include "core/operation/run.h"
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
#include <QTimer>

namespace pollux::implant {

const Structure* PlatePanel::bone(const Case& c) const
{
    const std::string id = values().text("bone");
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
    RunCheck check(checkOperation(m_place, c, given()), Severity::Note);
    const PlateSetting s = plateSettingOf(values());
    const bool points = !(s.from.isZero() && s.to.isZero()); // as a form begins
    check.nothingYet = !bone(c) || !points;
    check.nothingWords = c.structures.empty() ? tr("There is no bone yet: segment it first.")
                         : !bone(c)           ? tr("Choose the bone first.")
                                              : tr("Set both points on the bone first.");
    check.formWrong = !m_form->problems().empty() || !m_boneForm->problems().empty();
    check.running = m_running;
    check.show(*m_check, *m_run, tr("Measures exactly how it lies and how long its screws are"));
    const Plan* p = plan();
    const bool changed = p && !(m_placed == values());
    setPrimary(m_run, !p || changed);
    m_steps->setState(kPlate, p ? changed ? Mark::Edited : Mark::Ok : Mark::Open,
                      p ? changed ? tr("changed, not placed") : tr("placed") : tr("not placed"));
}

void PlatePanel::renewMove()
{
    const Plan* p = plan();
    m_another->setVisible(p);
    if (!isVisible()) // all of it once it is shown
        return;
    const ParamValues now = values();
    const Plan* exact = m_placed == now ? p : nullptr;
    m_move->follow(now, exact, exact && staleIds(m_context.bench.document().current()).contains(planId()));
}

void PlatePanel::setPoints(const Vec3& from, const Vec3& to)
{
    ParamValues v = m_form->values();
    PlateSetting s = plateSettingOf(values());
    s.from = from;
    s.to = to;
    setInto(v, rounded(s));
    m_form->setValues(v);
    m_move->flyTo();
}

void PlatePanel::take(const PlateSetting& setting, bool finished)
{
    const ParamValues now = values();
    m_follows = m_follows || (plan() && m_placed == now) || (m_started && m_started->values == now);
    m_taking = true;
    ParamValues v = m_form->values();
    setInto(v, setting);
    m_form->setValues(v);
    m_taking = false;
    if (finished && m_follows)
        m_settle->start();
    else
        m_settle->stop();
}

void PlatePanel::setInHand(const Id& plan)
{
    if (plan != planId()) {
        if (m_settle->isActive() || m_again) // the one before is placed where it was let go
            run(false);
        m_started.reset(); // it ends by itself
        m_recorded.reset();
        m_again = m_follows = false;
        m_move->letGo();
        ParamValues v = m_form->values();
        v.set("plan_id", plan.text());
        m_form->setValues(v);
    }
    // After the window has shown what was selected: the plate stays in the views.
    QTimer::singleShot(0, this, &PlatePanel::renew);
}

void PlatePanel::startAnother()
{
    setInHand(freePlanId(m_context.bench.document().current(), "plate"));
    m_steps->ensureWidgetVisible(m_form);
}

} // namespace pollux::implant
