#include "plugins/implant/cup_panel.h"

#include "core/case/placed_implant.h"
#include "plugins/implant/held_plan_panel.h"
#include "plugins/implant/move_cup_panel.h"
#include "plugins/implant/part_of_form.h"
#include "plugins/implant/plan_in_hand_panel.h"
#include "ui/forms/param_form.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_list.h"
#include "ui/panels/plan_ending.h"
#include "ui/panels/step_column.h"
#include "ui/panels/study_gate.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace pollux::implant {

namespace {

constexpr const char* kPlace = "implant.place-cup";

/// The pelvis has a step of its own; limits and the plan's id are folded.
ParamList part(const ParamList& all, bool pelvis)
{
    return partOfForm(all, {"pelvis"}, !pelvis, {"coverage", "medial_wall", "centre_distance", "plan_id"});
}

} // namespace

CupPanel::CupPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_place(context.bench.registry().limits()), m_list(m_place.declare()),
      m_steps(new StepColumn(context, this))
{
    build();
    connectAll();
    renew();
}

void CupPanel::build()
{
    m_steps->setAccessibleName(tr("Steps of placing a hip cup"));
    m_gate = new StudyGate(m_context, this);
    m_pelvis = mutedLabel(this);
    m_findPelvis = namedButton(tr("Propose the pelvis"), QStringLiteral("cupPelvis"), this);
    m_pelvisForm = new ParamForm(part(m_list, true), {}, this);
    m_landmarks = mutedLabel(this);
    m_landmarks->setObjectName(QStringLiteral("cupLandmarksTold"));
    m_findLandmarks = namedButton(tr("Find the landmarks"), QStringLiteral("cupLandmarks"), this);
    m_found = new FindingsList(m_context, this);
    m_size = mutedLabel(this);
    m_form = new ParamForm(part(m_list, false), {}, this);
    m_check = new FindingsList(m_context, this);
    m_run = namedButton(tr("Place the cup"), QStringLiteral("placeCup"), this);
    m_run->setProperty("primary", true);
    m_cups = new PlanInHand(m_context, kCupPlan, QStringLiteral("cupInHand"), tr("Which cup is in hand"), this);
    m_move = new MoveCup(m_context, m_place, this);
    m_held = new HeldPlan(m_context, {kPlace, kCupPlan, m_list, {m_pelvisForm, m_form}, m_run}, this);
    m_another = namedButton(tr("Keep it, plan another"), QStringLiteral("anotherCup"), this);
    m_another->setToolTip(tr("The next one is a plan of its own, to be compared with this one."));
    m_ending = new PlanEnding(m_context, kCupPlan, QStringLiteral("cup"),
                              tr("HTML, PDF and JSON with pictures, the cup as STL and STEP"), this);

    m_steps->addStep(tr("Study fit?"))->addWidget(m_gate);
    QVBoxLayout* pelvis = m_steps->addStep(tr("Pelvis"));
    pelvis->addWidget(m_pelvis);
    pelvis->addWidget(m_findPelvis, 0, Qt::AlignLeft);
    pelvis->addWidget(m_pelvisForm);
    QVBoxLayout* landmarks = m_steps->addStep(tr("Landmarks"));
    landmarks->addWidget(m_landmarks);
    landmarks->addWidget(m_findLandmarks, 0, Qt::AlignLeft);
    landmarks->addWidget(m_found);
    QVBoxLayout* cup = m_steps->addStep(tr("Cup"));
    cup->addWidget(m_form);
    cup->addWidget(m_size);
    cup->addWidget(m_check);
    cup->addWidget(m_run);
    QVBoxLayout* move = m_steps->addStep(tr("Move it"));
    move->addWidget(m_cups);
    move->addWidget(m_move);
    move->addWidget(m_another, 0, Qt::AlignLeft);
    m_steps->addStep(tr("Compare"))->addWidget(m_ending->comparing());
    m_steps->addStep(tr("Sign and report"))->addWidget(m_ending->signing());
    m_steps->finish();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_steps);
}

void CupPanel::connectAll()
{
    connect(m_gate, &StudyGate::stateChanged, this, m_steps->follow(kGate));
    connect(m_move, &MoveCup::stateChanged, this, m_steps->follow(kMove));
    connect(m_ending, &PlanEnding::compareState, this, m_steps->follow(kCompare));
    connect(m_ending, &PlanEnding::signState, this, m_steps->follow(kSign));
    connect(&m_context.bench, &Bench::caseChanged, this, &CupPanel::renew);
    connect(m_held, &HeldPlan::edited, this, [this] {
        const Case& c = m_context.bench.document().current();
        renewPelvis(c);
        renewLandmarks(c);
        renewCheck();
        renewMove();
    });
    connect(m_held, &HeldPlan::started, this, &CupPanel::renewCheck);
    connect(m_held, &HeldPlan::renewed, this, &CupPanel::renew);
    connect(m_held, &HeldPlan::letGo, m_move, &MoveCup::letGo);
    connect(m_held, &HeldPlan::placed, this, &CupPanel::showPlaced);
    connect(m_move, &MoveCup::moved, this, [this](const CupSetting& setting, bool finished) {
        m_held->take([&](ParamValues& v) { setInto(v, setting); }, finished);
    });
    connect(m_findPelvis, &QPushButton::clicked, this, &CupPanel::findPelvis);
    connect(m_findLandmarks, &QPushButton::clicked, this, &CupPanel::findLandmarks);
    connect(m_another, &QPushButton::clicked, this, &CupPanel::startAnother);
    connect(m_cups, &PlanInHand::chosen, m_held, &HeldPlan::setInHand); // it may be selected already
}

bool CupPanel::busy() const
{
    return m_finding || m_held->running();
}

void CupPanel::renew()
{
    const auto snapshot = m_context.bench.document().snapshot();
    m_held->setCase(snapshot);
    m_gate->renew(*snapshot);
    renewPelvis(*snapshot);
    renewLandmarks(*snapshot);
    renewCheck();
    m_cups->renew(m_held->id());
    renewMove();
    m_ending->renew(m_context.bench.seenCase(), m_held->id(), m_held->stale());
}

void CupPanel::renewMove()
{
    m_another->setVisible(m_held->plan());
    if (!isVisible()) // all of it once it is shown
        return;
    const Plan* exact = m_held->exact();
    m_move->follow(m_held->values(), exact, exact && m_held->stale());
}

void CupPanel::showPlaced()
{
    if (m_context.viewer && m_move->cup())
        m_context.viewer->flyTo(m_move->cup()->pose.origin);
    m_move->setFocus(); // its keys move it
    m_steps->bringIntoSight(m_move);
}

void CupPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renew();
}

} // namespace pollux::implant
