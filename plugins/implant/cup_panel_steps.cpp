// The steps of CupPanel: what each says, and what it starts.
#include "core/operation/run.h"
#include "plugins/implant/cup_panel.h"
#include "plugins/implant/held_plan_panel.h"
#include "plugins/implant/joint_case.h"
#include "plugins/implant/move_cup_panel.h"
#include "plugins/implant/plan_in_hand_panel.h"
#include "ui/forms/param_form.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_list.h"
#include "ui/panels/run_check.h"
#include "ui/panels/step_column.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>

namespace pollux::implant {

namespace {

constexpr const char* kPelvisOperation = "anatomy.leg-bones";
constexpr const char* kPelvisRecipe = "hip-ct";
constexpr const char* kLandmarksOperation = "implant.find-landmarks";

/// Its native centre, as landmarks tell it; nullptr if they do not.
const Landmark* hip(const Case& c, Side side)
{
    return landmarkOf(c, side == Side::Right ? "acetabulum-right" : "acetabulum-left", side);
}

bool anyPelvis(const Case& c, const ParamValues& values)
{
    const std::string& named = values.text("pelvis");
    return named.empty() ? boneInCase(c, "pelvis", std::nullopt).has_value()
                         : isValidId(named) && c.structures.contains(Id(named));
}

/// What of the findings of a search says how far its landmarks are to be trusted.
Findings trustOf(const Findings& all)
{
    Findings out;
    for (const Finding& f : all)
        if (f.severity != Severity::Note || f.code == "landmarks.proposal" || f.code == "landmarks.kept")
            out.push_back(f);
    return out;
}

} // namespace

void CupPanel::renewPelvis(const Case& c)
{
    const ParamValues v = m_held->values();
    const auto site = m_place.site(c, v);
    const bool there = site ? m_place.bone(c, v, *site).has_value() : anyPelvis(c, v);
    m_pelvis->setText(there
                          ? tr("The pelvis is there: look at it, and mend it under Segmentation. It has to be filled.")
                      : site ? tr("The pelvis of this side is needed, filled: propose it, or choose its structure.")
                             : tr("The pelvis is needed, filled and parted from the femora."));
    m_steps->setState(kPelvis, there ? Mark::Ok : Mark::Open, there ? tr("there") : tr("missing"));
    const bool image = !c.volumes.empty();
    m_findPelvis->setEnabled(image && !busy());
    m_findPelvis->setToolTip(!image   ? tr("Open a study first.")
                             : busy() ? tr("It is being computed: see its progress below.")
                                      : tr("Parts pelvis and femora in a CT of the hips; a proposal to look at"));
}

void CupPanel::renewLandmarks(const Case& c)
{
    const ParamValues v = m_held->values();
    const auto site = m_place.site(c, v);
    const bool right = hip(c, Side::Right), left = hip(c, Side::Left), pelvis = anyPelvis(c, v);
    if (!right && !left)
        m_found->show(Findings{});
    if (site) {
        const QString side = site->frame.side == Side::Left ? tr("Left") : tr("Right");
        m_landmarks->setText(tr("%1 side. Angles count against: %2. Look at each landmark; 'Move a landmark' among the "
                                "operations puts one right.")
                                 .arg(side, shown(site->frame.definition)));
    } else {
        m_landmarks->setText(right && left
                                 ? tr("Both hips are known: choose the side below.")
                                 : tr("Centre and opening of the native acetabulum, and the plane that angles "
                                      "count against, come from landmarks: find them, then look at each."));
    }
    m_findLandmarks->setEnabled(pelvis && !busy());
    m_findLandmarks->setToolTip(!pelvis  ? tr("Propose the pelvis first.")
                                : busy() ? tr("It is being computed: see its progress below.")
                                         : tr("Proposes the landmarks of the pelvis, with how sure they are"));
    if (site && site->byImage)
        m_steps->setState(kLandmarks, Mark::Warning, tr("without a pelvic plane"));
    else if (site && !site->native)
        m_steps->setState(kLandmarks, Mark::Warning, tr("without a rim"));
    else if (site)
        m_steps->setState(kLandmarks, Mark::Proposed, tr("found"));
    else
        m_steps->setState(kLandmarks, Mark::Open, right && left ? tr("choose the side") : tr("missing"));
    renewSize(site);
}

void CupPanel::renewSize(const std::optional<CupSite>& site)
{
    const ParamValues v = m_held->values();
    m_size->setVisible(site && v.real("diameter") <= 0);
    if (!site)
        return;
    m_size->setText(site->native ? tr("Without a diameter: %1, the even size next to the native acetabulum of %2.")
                                       .arg(shown(proposedDiameter(site->native->radius), Unit::Millimetre),
                                            shown(2 * site->native->radius, Unit::Millimetre))
                                 : tr("The native acetabulum is not known: no size is proposed, enter a diameter."));
}

void CupPanel::renewCheck()
{
    const Case& c = m_context.bench.document().current();
    RunCheck check(checkOperation(m_place, c, m_held->given()), Severity::Note);
    check.nothingYet = !anyPelvis(c, m_held->values()) && !hip(c, Side::Right) && !hip(c, Side::Left);
    check.nothingWords = tr("There is no pelvis yet: propose it first.");
    check.formWrong = !m_form->problems().empty() || !m_pelvisForm->problems().empty();
    check.running = busy();
    check.show(*m_check, *m_run, tr("Measures exactly how bone covers it"));
    m_held->showState(*m_steps, kCup);
}

void CupPanel::startAnother()
{
    m_held->setInHand(freePlanId(m_context.bench.document().current(), "cup"));
    m_steps->ensureWidgetVisible(m_form);
}

void CupPanel::findPelvis()
{
    m_finding = true;
    renew();
    const auto done = [panel = QPointer<CupPanel>(this)](const Outcome&) {
        if (!panel)
            return;
        panel->m_finding = false;
        panel->renew();
    };
    if (m_context.bench.document().current().volumes.size() == 1) { // with surfaces, and no question which image
        m_context.bench.runRecipe(kPelvisRecipe, done);
        return;
    }
    ParamValues v;
    v.set("joint", std::string("hip"));
    if (m_context.viewer && !m_context.viewer->volume().text().empty())
        v.set("volume", m_context.viewer->volume().text());
    m_context.bench.run(kPelvisOperation, v, done);
}

void CupPanel::findLandmarks()
{
    const Case& c = m_context.bench.document().current();
    ParamValues v;
    v.set("joint", std::string("pelvis"));
    // One that is no pelvis by its anatomy is found by nobody else; else both halves are looked at.
    if (const std::string named = m_held->values().text("pelvis");
        !named.empty() && c.structures.contains(Id(named)) && c.structure(Id(named)).anatomy != "pelvis")
        v.set("pelvis", named);
    m_finding = true;
    renew();
    m_context.bench.run(kLandmarksOperation, v, [panel = QPointer<CupPanel>(this)](const Outcome& outcome) {
        if (!panel)
            return;
        panel->m_finding = false;
        if (outcome.ok)
            panel->m_found->show(trustOf(outcome.findings));
        panel->renew();
        const auto site = panel->m_place.site(panel->m_context.bench.document().current(), panel->m_held->values());
        if (site && panel->m_context.viewer && panel->isVisible())
            panel->m_context.viewer->flyTo(site->centre);
    });
}

} // namespace pollux::implant
