#include "plugins/implant/plate_panel.h"

#include "core/case/placed_implant.h"
#include "plugins/implant/held_plan_panel.h"
#include "plugins/implant/move_plate_panel.h"
#include "plugins/implant/part_of_form.h"
#include "plugins/implant/plan_in_hand_panel.h"
#include "plugins/implant/two_points_panel.h"
#include "ui/forms/param_form.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_list.h"
#include "ui/panels/plan_ending.h"
#include "ui/panels/step_column.h"
#include "ui/panels/study_gate.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace pollux::implant {

namespace {

constexpr const char* kPlace = "implant.place-plate";

/// The bone and what it keeps away from have a step of their own. What a plate is, and how it lies, is entered; rules
/// and the plan's id are folded.
ParamList part(const ParamList& all, bool ofBone)
{
    ParamList out;
    for (Param p :
         partOfForm(all, {"bone", "avoid"}, !ofBone, {"gap", "hole_gap", "avoid_distance", "plan_id"}).all()) {
        p.advanced = p.advanced && p.key != "width" && p.key != "thickness";
        out.add(std::move(p));
    }
    return out;
}

} // namespace

PlatePanel::PlatePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_place(context.bench.registry().limits()), m_list(m_place.declare()),
      m_steps(new StepColumn(context, this))
{
    build();
    connectAll();
    renew();
}

void PlatePanel::build()
{
    m_steps->setAccessibleName(tr("Steps of placing a bone plate"));
    PointSource crosshair;
    if (m_context.viewer)
        crosshair = [viewer = QPointer<Viewer>(m_context.viewer)]() -> std::optional<Vec3> {
            return viewer ? std::optional(viewer->crosshair()) : std::nullopt;
        };
    m_gate = new StudyGate(m_context, this);
    m_bone = mutedLabel(this);
    m_bone->setObjectName(QStringLiteral("plateBoneTold"));
    m_boneForm = new ParamForm(part(m_list, true), crosshair, this);
    m_points =
        new TwoPoints(m_context,
                      {QStringLiteral("platePoints"), tr("Set two points"),
                       tr("Click the first point, then the second. Space sets it at the crosshair, Escape gives up."),
                       tr("The plate goes from the first point towards the second, both on the bone's surface."),
                       tr("1 of 2: click the first point, on the bone's surface."),
                       tr("2 of 2: click the second point, along the bone, in any slice.")},
                      this);
    m_form = new ParamForm(part(m_list, false), crosshair, this);
    m_check = new FindingsList(m_context, this);
    m_run = namedButton(tr("Place the plate"), QStringLiteral("placePlate"), this);
    m_run->setProperty("primary", true);
    m_plates = new PlanInHand(m_context, kPlatePlan, QStringLiteral("plateInHand"), tr("Which plate is in hand"), this);
    m_move = new MovePlate(m_context, m_place, this);
    m_held = new HeldPlan(m_context, {kPlace, kPlatePlan, m_list, {m_boneForm, m_form}, m_run}, this);
    m_another = namedButton(tr("Keep it, plan another"), QStringLiteral("anotherPlate"), this);
    m_another->setToolTip(tr("The next one is a plan of its own; they keep their distance from each other."));
    m_ending = new PlanEnding(m_context, kPlatePlan, QStringLiteral("plate"),
                              tr("HTML, PDF and JSON with pictures, the plate and its screws as STL and STEP"), this);

    m_steps->addStep(tr("Study fit?"))->addWidget(m_gate);
    QVBoxLayout* bone = m_steps->addStep(tr("Bone"));
    bone->addWidget(m_bone);
    bone->addWidget(m_boneForm);
    QVBoxLayout* plate = m_steps->addStep(tr("Plate"));
    plate->addWidget(m_points);
    plate->addWidget(m_form);
    plate->addWidget(m_check);
    plate->addWidget(m_run);
    QVBoxLayout* move = m_steps->addStep(tr("Move it"));
    move->addWidget(m_plates);
    move->addWidget(m_move);
    move->addWidget(m_another, 0, Qt::AlignLeft);
    m_steps->addStep(tr("Compare"))->addWidget(m_ending->comparing());
    m_steps->addStep(tr("Sign and report"))->addWidget(m_ending->signing());
    m_steps->finish();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_steps);
}

void PlatePanel::connectAll()
{
    connect(m_gate, &StudyGate::stateChanged, this, m_steps->follow(kGate));
    connect(m_move, &MovePlate::stateChanged, this, m_steps->follow(kMove));
    connect(m_ending, &PlanEnding::compareState, this, m_steps->follow(kCompare));
    connect(m_ending, &PlanEnding::signState, this, m_steps->follow(kSign));
    connect(&m_context.bench, &Bench::caseChanged, this, &PlatePanel::renew);
    connect(m_held, &HeldPlan::edited, this, [this] {
        renewBone(m_context.bench.document().current());
        renewCheck();
        renewMove();
    });
    connect(m_held, &HeldPlan::started, this, &PlatePanel::renewCheck);
    connect(m_held, &HeldPlan::renewed, this, &PlatePanel::renew);
    connect(m_held, &HeldPlan::letGo, m_move, &MovePlate::letGo);
    connect(m_held, &HeldPlan::placed, this, &PlatePanel::showPlaced);
    connect(m_points, &TwoPoints::set, this, &PlatePanel::setPoints);
    connect(m_move, &MovePlate::moved, this, [this](const PlateSetting& setting, bool finished) {
        m_held->take([&](ParamValues& v) { setInto(v, setting); }, finished);
    });
    connect(m_another, &QPushButton::clicked, this, &PlatePanel::startAnother);
    connect(m_plates, &PlanInHand::chosen, m_held, &HeldPlan::setInHand); // it may be selected already
}

void PlatePanel::renew()
{
    const auto snapshot = m_context.bench.document().snapshot();
    m_held->setCase(snapshot);
    m_gate->renew(*snapshot);
    m_points->renew();
    renewBone(*snapshot);
    renewCheck();
    m_plates->renew(m_held->id());
    renewMove();
    m_ending->renew(m_context.bench.seenCase(), m_held->id(), m_held->stale());
}

void PlatePanel::renewMove()
{
    m_another->setVisible(m_held->plan());
    if (!isVisible()) // all of it once it is shown
        return;
    const Plan* exact = m_held->exact();
    m_move->follow(m_held->values(), exact, exact && m_held->stale());
}

void PlatePanel::showPlaced()
{
    m_move->flyTo();
    m_move->setFocus(); // its keys move it
    m_steps->bringIntoSight(m_move);
}

void PlatePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renew();
}

} // namespace pollux::implant
