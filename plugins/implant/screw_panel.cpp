#include "plugins/implant/screw_panel.h"

#include "core/base/error.h"
#include "core/case/placed_implant.h"
#include "core/operation/recorded.h"
#include "core/operation/run.h"
#include "plugins/implant/move_screw_panel.h"
#include "plugins/implant/part_of_form.h"
#include "plugins/implant/plan_in_hand_panel.h"
#include "plugins/implant/two_points_panel.h"
#include "ui/forms/param_form.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_list.h"
#include "ui/panels/plan_ending.h"
#include "ui/panels/run_check.h"
#include "ui/panels/step_column.h"
#include "ui/panels/study_gate.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace pollux::implant {

namespace {

/// The parameters of one step: those named, or all others. The folded ones are what a surgeon does not enter.
ParamList part(const ParamList& all, const std::set<std::string>& named, bool others)
{
    return partOfForm(all, named, others, {"volume", "wall", "ahead", "avoid_distance", "plan_id"});
}

/// To a hundredth of a millimetre: a click is no better, and the fields show it whole.
Vec3 rounded(const Vec3& p)
{
    return (p * 100).array().round() / 100;
}

/// Where a plan has its screw, as far as it says so itself.
ParamValues shownBy(const Plan& plan)
{
    ParamValues v;
    const auto shape = placedShape(plan);
    const auto* screw = shape ? std::get_if<BoneScrew>(&shape->implant) : nullptr;
    if (!screw)
        return v;
    v.set("entry", shape->pose.origin);
    v.set("target", shape->pose.at(screw->length));
    v.set("diameter", screw->diameter);
    v.set("length", screw->length);
    v.set("thread_length", screw->threadLength);
    v.set("cannulation", screw->cannulation);
    v.set("thread_pitch", screw->threadPitch);
    v.set("thread_depth", screw->threadDepth);
    v.set("head_diameter", screw->headDiameter);
    v.set("head_height", screw->headHeight);
    return v;
}

/// By the points, or along what is found in the bone.
std::string alongOf(const ParamValues& v)
{
    return v.has("along") ? v.text("along") : std::string();
}

} // namespace

ScrewPanel::ScrewPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_place(context.bench.registry().limits()),
      m_steps(new StepColumn(context, this))
{
    build();
    connectAll();
    renew();
}

void ScrewPanel::build()
{
    m_steps->setAccessibleName(tr("Steps of placing a bone screw"));
    m_gate = new StudyGate(m_context, this);
    m_bone = mutedLabel(this);
    PointSource crosshair;
    if (m_context.viewer)
        crosshair = [viewer = QPointer<Viewer>(m_context.viewer)]() -> std::optional<Vec3> {
            return viewer ? std::optional(viewer->crosshair()) : std::nullopt;
        };
    const std::set<std::string> bone{"volume", "bone", "avoid"};
    m_boneForm = new ParamForm(part(m_place.declare(), bone, false), crosshair, this);
    m_form = new ParamForm(part(m_place.declare(), bone, true), crosshair, this);
    m_vertebrae = namedButton(tr("Find vertebrae"), QStringLiteral("screwVertebrae"), this);
    m_landmarks = namedButton(tr("Find landmarks"), QStringLiteral("screwLandmarks"), this);
    m_points = new TwoPoints(m_context,
                             {QStringLiteral("screwPoints"), tr("Set entry and target"),
                              tr("Click the entry, then the target. Space sets it at the crosshair, Escape gives up."),
                              tr("The axis goes from the entry, on the bone's surface, to the target."),
                              tr("1 of 2: click the entry, on the bone's surface."),
                              tr("2 of 2: click the target, in any slice.")},
                             this);
    m_check = new FindingsList(m_context, this);
    m_run = namedButton(tr("Place the screw"), QStringLiteral("placeScrew"), this);
    m_run->setProperty("primary", true);
    m_screws = new PlanInHand(m_context, kScrewPlan, QStringLiteral("screwInHand"), tr("Which screw is in hand"), this);
    m_move = new MoveScrew(
        m_context, m_place, [this] { return values(); }, this);
    m_snap = namedButton(tr("Entry onto the bone"), QStringLiteral("snapScrew"), this);
    m_snap->setToolTip(tr("Moves the screw along its axis until its head stands on the bone's surface."));
    m_another = namedButton(tr("Keep it, place another"), QStringLiteral("anotherScrew"), this);
    m_another->setToolTip(tr("The next one is a plan of its own; they keep their distance from each other."));
    m_ending = new PlanEnding(m_context, kScrewPlan, QStringLiteral("screw"),
                              tr("HTML, PDF and JSON with pictures, the screw as STL and STEP"), this);

    m_steps->addStep(tr("Study fit?"))->addWidget(m_gate);
    QVBoxLayout* bones = m_steps->addStep(tr("Bone"));
    bones->addWidget(m_bone);
    bones->addWidget(m_vertebrae, 0, Qt::AlignLeft);
    bones->addWidget(m_boneForm);
    bones->addWidget(m_landmarks, 0, Qt::AlignLeft);
    QVBoxLayout* screw = m_steps->addStep(tr("Screw"));
    screw->addWidget(m_points);
    screw->addWidget(m_form);
    screw->addWidget(m_check);
    screw->addWidget(m_run);
    QVBoxLayout* move = m_steps->addStep(tr("Move it"));
    move->addWidget(m_screws);
    move->addWidget(m_move);
    move->addWidget(m_snap, 0, Qt::AlignLeft);
    move->addWidget(m_another, 0, Qt::AlignLeft);
    m_steps->addStep(tr("Compare"))->addWidget(m_ending->comparing());
    m_steps->addStep(tr("Sign and report"))->addWidget(m_ending->signing());
    m_steps->finish();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_steps);
}

void ScrewPanel::connectAll()
{
    connect(m_gate, &StudyGate::stateChanged, this, m_steps->follow(Gate));
    connect(m_move, &MoveScrew::stateChanged, this, m_steps->follow(Move));
    connect(m_ending, &PlanEnding::compareState, this, m_steps->follow(Compare));
    connect(m_ending, &PlanEnding::signState, this, m_steps->follow(Sign));
    connect(&m_context.bench, &Bench::caseChanged, this, &ScrewPanel::renew);
    for (ParamForm* form : {m_boneForm, m_form})
        connect(form, &ParamForm::changed, this, [this] {
            leavePoints();
            renewBone(m_context.bench.document().current());
            renewCheck();
            renewMove();
        });
    connect(m_points, &TwoPoints::set, this, [this](const Vec3& entry, const Vec3& target) {
        ParamValues v = m_form->values();
        v.set("entry", rounded(entry));
        v.set("target", rounded(target));
        m_form->setValues(v);
        m_move->flyTo();
    });
    connect(m_vertebrae, &QPushButton::clicked, this, &ScrewPanel::findVertebrae);
    connect(m_landmarks, &QPushButton::clicked, this, &ScrewPanel::findLandmarks);
    connect(m_run, &QPushButton::clicked, this, &ScrewPanel::place);
    connect(m_move, &MoveScrew::released, this, &ScrewPanel::takePose);
    connect(m_move, &MoveScrew::overtaken, this, &ScrewPanel::cancelRuns);
    connect(m_snap, &QPushButton::clicked, this, &ScrewPanel::snapToBone);
    connect(m_another, &QPushButton::clicked, this, &ScrewPanel::startAnother);
    connect(m_screws, &PlanInHand::chosen, this, &ScrewPanel::choose); // it may be selected already
    connect(&m_context.bench, &Bench::selected, this, &ScrewPanel::choose);
}

void ScrewPanel::choose(const Id& id)
{
    const auto& plans = m_context.bench.seenCase().plans;
    if (const auto it = plans.find(id); it == plans.end() || it->second->kind != kScrewPlan)
        return;
    m_move->setPlan(id);
    // After the window has shown what was selected: the screw stays in the views.
    QTimer::singleShot(0, this, &ScrewPanel::renew);
}

ParamValues ScrewPanel::given() const
{
    ParamValues v = m_form->values();
    for (const auto& [key, value] : m_boneForm->values().all())
        v.set(key, value);
    return v;
}

ParamValues ScrewPanel::values() const
{
    return fillDefaults(m_place.declare(), m_context.bench.document().current(), given());
}

bool ScrewPanel::asPlaced() const
{
    return m_move->plan() && values() == m_placed;
}

std::optional<ScrewInHand> ScrewPanel::trial() const
{
    return asPlaced() ? std::nullopt : described(given());
}

std::optional<ScrewInHand> ScrewPanel::described(const ParamValues& given) const
{
    const Case& c = m_context.bench.document().current();
    try {
        const ParamValues v = m_place.posed(c, fillDefaults(m_place.declare(), c, given));
        if (v.point("entry").isZero() || v.point("target").isZero())
            return {}; // as a form begins
        ScrewInHand s{m_place.screw(v), m_place.pose(v)};
        s.screw.check();
        return s;
    } catch (const Error&) {
        return {}; // no points yet, or measures that make no screw: the check says so
    }
}

void ScrewPanel::leavePoints()
{
    ParamValues v = m_form->values();
    const std::string along = alongOf(v);
    if (along == m_along)
        return;
    m_along = along;
    const Param* p = m_form->list().find("along");
    if (!p || p->choices.empty() || along == p->choices.front() || !v.has("entry"))
        return;
    // Another way is chosen: points that were set before would stay in its place.
    ParamValues without;
    for (const auto& [key, value] : v.all())
        if (key != "entry" && key != "target")
            without.set(key, value);
    m_form->setValues(without);
}

void ScrewPanel::renew()
{
    const auto snapshot = m_context.bench.document().snapshot();
    m_boneForm->setCase(snapshot);
    m_form->setCase(snapshot);
    takeOverRecorded();
    m_gate->renew(*snapshot);
    m_points->renew();
    renewBone(*snapshot);
    renewCheck();
    m_screws->renew(m_move->planId());
    renewMove();
    m_ending->renew(m_context.bench.seenCase(), m_move->planId(), staleIds(*snapshot).contains(m_move->planId()));
}

void ScrewPanel::takeOverRecorded()
{
    const Case& c = m_context.bench.seenCase();
    if (!m_move->plan()) {
        m_recorded.reset();
        return;
    }
    const auto made = c.lineage.find(m_move->planId());
    if (made == c.lineage.end() || made->second == m_recorded)
        return;
    m_recorded = made->second;
    const ParamList list = m_place.declare();
    ParamValues v = recordedValues(c, m_move->planId(), list);
    if (v.all().empty()) // of another version of the program
        v = shownBy(*m_move->plan());
    v.set("plan_id", m_move->planId().text());
    const ParamValues recorded = fillDefaults(list, c, v), now = given();
    // What was entered while this was computed stays.
    std::set<std::string> entered;
    const auto asked =
        std::find_if(m_asked.begin(), m_asked.end(), [this](const Asked& a) { return a.inHand == m_move->planId(); });
    if (asked != m_asked.end())
        for (const auto& [key, value] : now.all())
            if (const auto then = asked->form.all().find(key);
                then == asked->form.all().end() || !(then->second == value)) {
                v.set(key, value);
                entered.insert(key);
            }
    const QSignalBlocker quietBone(m_boneForm), quiet(m_form); // both first, then what follows from them
    m_boneForm->setValues(v);
    m_form->setValues(v);
    m_along = alongOf(m_form->values());
    m_placed = entered.empty() ? values() : recorded;
    // What the forms took over now, no later run shall take for entered.
    const ParamValues shown = given();
    for (Asked& a : m_asked)
        for (const auto& [key, value] : shown.all())
            if (a.inHand == m_move->planId() && !entered.contains(key))
                a.form.set(key, value);
}

} // namespace pollux::implant
