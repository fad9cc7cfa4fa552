// The steps of ScrewPanel: what each says, and what it starts.
#include "core/operation/run.h"
#include "plugins/implant/move_screw_panel.h"
#include "plugins/implant/plan_in_hand_panel.h"
#include "plugins/implant/screw_panel.h"
#include "plugins/implant/snap.h"
#include "ui/forms/param_form.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_list.h"
#include "ui/panels/run_check.h"
#include "ui/panels/step_column.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace pollux::implant {

namespace {

constexpr const char* kPlace = "implant.place-screw";
constexpr const char* kVertebraeOperation = "anatomy.vertebrae";
constexpr const char* kLandmarksOperation = "implant.find-landmarks";

/// Whose landmarks help to lay a screw into this bone; empty: none are known.
std::string jointOf(const Structure& bone)
{
    if (bone.anatomy == "femur")
        return "hip";
    return bone.anatomy.empty() || bone.anatomy.starts_with("vertebra") ? "vertebra" : "";
}

} // namespace

const Structure* ScrewPanel::bone(const Case& c) const
{
    const std::string id = values().text("bone");
    const auto it = isValidId(id) ? c.structures.find(Id(id)) : c.structures.end();
    return it == c.structures.end() || !it->second->mask ? nullptr : it->second.get();
}

void ScrewPanel::renewBone(const Case& c)
{
    const Structure* s = bone(c);
    m_bone->setText(
        s ? tr("It holds in the bone chosen here, filled: marrow that its mask leaves out counts as outside.")
          : tr("Choose the bone that it holds in, and what it keeps away from."));
    m_steps->setState(Bone, s ? Mark::Ok : Mark::Open, s ? tr("chosen") : tr("not chosen"));
    const bool image = !c.volumes.empty();
    const bool busy = m_finding || !m_asked.empty();
    m_vertebrae->setEnabled(image && !busy);
    m_vertebrae->setToolTip(image ? tr("Parts the vertebrae from each other; a proposal to look at")
                                  : tr("Open a study first."));
    m_landmarks->setVisible(!s || !jointOf(*s).empty());
    m_landmarks->setEnabled(s && !busy);
    m_landmarks->setToolTip(s ? tr("Proposes the landmarks of this bone, with how sure they are")
                              : tr("Choose the bone first."));
}

void ScrewPanel::renewCheck()
{
    const Case& c = m_context.bench.document().current();
    RunCheck check(checkOperation(m_place, c, given()), Severity::Note);
    check.nothingYet = c.structures.empty();
    check.nothingWords = tr("There is no bone yet: segment it first.");
    check.formWrong = !m_form->problems().empty() || !m_boneForm->problems().empty();
    check.running = m_finding || placing();
    check.show(*m_check, *m_run, tr("Measures exactly what it holds in and what it keeps away from."));
    const Plan* p = m_move->plan();
    const bool changed = p && !asPlaced();
    setPrimary(m_run, !p || changed);
    m_steps->setState(Screw, p ? changed ? Mark::Edited : Mark::Ok : Mark::Open,
                      p ? changed ? tr("changed, not placed") : tr("placed") : tr("not placed"));
}

void ScrewPanel::renewMove()
{
    m_another->setVisible(m_move->plan());
    m_move->renew(trial());
    m_snap->setVisible(m_move->now().has_value());
}

bool ScrewPanel::placing() const
{
    return std::any_of(m_asked.begin(), m_asked.end(), [this](const Asked& a) { return a.inHand == m_move->planId(); });
}

void ScrewPanel::place()
{
    const bool stands = asPlaced();
    if (m_move->settle() && stands) // it is on its way, there
        return;
    run(given(), true);
}

void ScrewPanel::run(const ParamValues& wanted, bool thenShow)
{
    Asked asked;
    if (const auto there = described(wanted))
        asked.ticket = m_move->await(*there);
    asked.inHand = m_move->planId();
    const std::string puts =
        fillDefaults(m_place.declare(), m_context.bench.document().current(), wanted).text("plan_id");
    asked.puts = isValidId(puts) ? Id(puts) : Id();
    asked.form = given();
    m_asked.push_back(asked);
    renewCheck();
    const int ticket = asked.ticket;
    const auto job =
        m_context.bench.run(kPlace, wanted, [panel = QPointer<ScrewPanel>(this), ticket, thenShow](const Outcome& o) {
            if (panel)
                panel->landed(ticket, o, thenShow);
        });
    for (Asked& a : m_asked)
        if (a.ticket == ticket)
            a.job = job;
}

void ScrewPanel::landed(int ticket, const Outcome& outcome, bool thenShow)
{
    const auto asked =
        std::find_if(m_asked.begin(), m_asked.end(), [ticket](const Asked& a) { return a.ticket == ticket; });
    // The user may have another screw in hand by now: that one stays.
    const bool inHand = asked != m_asked.end() && asked->inHand == m_move->planId();
    if (asked != m_asked.end())
        m_asked.erase(asked);
    m_move->landed(ticket);
    if (inHand)
        for (const Id& id : outcome.changed)
            choose(id);
    renew();
    if (!inHand || !outcome.ok || !thenShow)
        return;
    m_move->flyTo();
    m_move->setFocus(); // its keys move the screw
    m_steps->bringIntoSight(m_move);
}

void ScrewPanel::cancelRuns()
{
    const std::vector<Asked> asked = m_asked; // one that has not begun ends at once
    for (const Asked& a : asked)
        if (a.inHand == m_move->planId())
            m_context.bench.cancel(a.job);
}

void ScrewPanel::runSimple(const char* operation, const ParamValues& values)
{
    m_finding = true;
    renew();
    m_context.bench.run(operation, values, [panel = QPointer<ScrewPanel>(this)](const Outcome&) {
        if (!panel)
            return;
        panel->m_finding = false;
        panel->renew();
    });
}

void ScrewPanel::findVertebrae()
{
    ParamValues v;
    if (m_context.viewer && !m_context.viewer->volume().text().empty())
        v.set("volume", m_context.viewer->volume().text());
    runSimple(kVertebraeOperation, v);
}

void ScrewPanel::findLandmarks()
{
    const Structure* s = bone(m_context.bench.document().current());
    if (!s)
        return;
    const std::string joint = jointOf(*s);
    ParamValues v;
    v.set("joint", joint);
    v.set(joint == "hip" ? "femur" : "vertebra", values().text("bone"));
    runSimple(kLandmarksOperation, v);
}

void ScrewPanel::takePose(const Vec3& entry, const Vec3& tip)
{
    // While it is being placed as the forms say, it counts as placed.
    const bool beingPlaced = std::any_of(m_asked.begin(), m_asked.end(), [this](const Asked& a) {
        return a.inHand == m_move->planId() && a.form == given();
    });
    if (!asPlaced() && !beingPlaced) { // its button alone places it
        ParamValues v = m_form->values();
        v.set("entry", entry);
        v.set("target", tip);
        m_form->setValues(v);
        return;
    }
    ParamValues v = given();
    v.set("entry", entry);
    v.set("target", tip);
    v.set("plan_id", m_move->planId().text());
    run(v, false);
}

void ScrewPanel::snapToBone()
{
    m_move->settle();
    const Structure* s = bone(m_context.bench.document().current());
    const auto& now = m_move->now();
    if (!s || !now)
        return;
    const auto entry = snapEntry(*s->mask, now->pose);
    if (!entry) // no bone within reach: the numbers say so already
        return;
    takePose(*entry, now->tip() + *entry - now->pose.origin);
}

void ScrewPanel::startAnother()
{
    const Case& c = m_context.bench.document().current();
    const Id next = freePlanId(c, "screw", [this](const Id& id) {
        return std::any_of(m_asked.begin(), m_asked.end(), [&](const Asked& a) { return a.puts == id; });
    });
    ParamValues v;
    const ParamValues before = m_form->values();
    for (const auto& [key, value] : before.all())
        if (key != "entry" && key != "target") // it lies elsewhere
            v.set(key, value);
    v.set("plan_id", next.text());
    m_move->setPlan(next);
    m_form->setValues(v);
    renew();
    m_steps->ensureWidgetVisible(m_form);
}

} // namespace pollux::implant
