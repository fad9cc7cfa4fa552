#include "plugins/implant/plate_panel.h"

#include "core/case/placed_implant.h"
#include "core/operation/recorded.h"
#include "core/operation/run.h"
#include "plugins/implant/move_plate_panel.h"
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

#include <utility>

namespace pollux::implant {

namespace {

constexpr const char* kPlace = "implant.place-plate";
constexpr int kSettleMs = 700;

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
      m_steps(new StepColumn(context, this)), m_settle(new QTimer(this))
{
    build();
    connectAll();
    renew();
}

void PlatePanel::build()
{
    m_settle->setSingleShot(true);
    m_settle->setInterval(kSettleMs);
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
    connect(&m_context.bench, &Bench::selected, this, [this](const Id& id) {
        const auto& plans = m_context.bench.seenCase().plans;
        if (const auto it = plans.find(id); it != plans.end() && it->second->kind == kPlatePlan)
            setInHand(id);
    });
    for (ParamForm* form : {m_boneForm, m_form})
        connect(form, &ParamForm::changed, this, [this] {
            if (!m_taking) { // by hand: it is placed by its button alone
                m_follows = false;
                m_settle->stop();
            }
            renewBone(m_context.bench.document().current());
            renewCheck();
            renewMove();
        });
    connect(m_points, &TwoPoints::set, this, &PlatePanel::setPoints);
    connect(m_move, &MovePlate::moved, this, &PlatePanel::take);
    connect(m_settle, &QTimer::timeout, this, [this] {
        m_again = m_started.has_value();
        if (m_run->isEnabled() && !(m_placed == values()))
            run(false);
    });
    connect(m_run, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_another, &QPushButton::clicked, this, &PlatePanel::startAnother);
    connect(m_plates, &PlanInHand::chosen, this, &PlatePanel::setInHand); // it may be selected already
}

Id PlatePanel::planId() const
{
    const std::string id = values().text("plan_id");
    return isValidId(id) ? Id(id) : Id();
}

const Plan* PlatePanel::plan() const
{
    const auto& plans = m_context.bench.seenCase().plans;
    const auto it = plans.find(planId());
    return it == plans.end() || it->second->kind != kPlatePlan ? nullptr : it->second.get();
}

ParamValues PlatePanel::given() const
{
    ParamValues v = m_form->values();
    for (const auto& [key, value] : m_boneForm->values().all())
        v.set(key, value);
    return v;
}

ParamValues PlatePanel::values() const
{
    return fillDefaults(m_list, m_context.bench.document().current(), given());
}

void PlatePanel::renew()
{
    const auto snapshot = m_context.bench.document().snapshot();
    m_boneForm->setCase(snapshot);
    m_form->setCase(snapshot);
    takeOverRecorded();
    m_gate->renew(*snapshot);
    m_points->renew();
    renewBone(*snapshot);
    renewCheck();
    m_plates->renew(planId());
    renewMove();
    m_ending->renew(m_context.bench.seenCase(), planId(), staleIds(*snapshot).contains(planId()));
}

void PlatePanel::takeOverRecorded()
{
    const Case& c = m_context.bench.seenCase();
    const Id id = planId();
    const auto made = plan() ? c.lineage.find(id) : c.lineage.end();
    if (made == c.lineage.end()) {
        if (std::exchange(m_recorded, nullptr)) // undone
            overtaken();
        m_placed = {};
        return;
    }
    if (made->second == m_recorded)
        return;
    m_recorded = made->second;
    ParamValues v = recordedValues(c, id, m_list);
    if (v.all().empty())
        return;
    v.set("plan_id", id.text());
    const ParamValues before = std::exchange(m_placed, fillDefaults(m_list, c, v));
    // What its own run put, or what was made anew of the same values: what is in hand stays, moved on or not.
    if (m_placed == before || (m_started && m_placed == m_started->values))
        return;
    overtaken();
    const QSignalBlocker quietBone(m_boneForm), quiet(m_form); // both first, then what follows from them
    m_boneForm->setValues(v);
    m_form->setValues(v);
    m_placed = values();
}

void PlatePanel::overtaken()
{
    m_settle->stop();
    m_again = m_follows = false;
    m_move->letGo();
    if (const auto started = std::exchange(m_started, std::nullopt))
        m_context.bench.cancel(started->job);
}

void PlatePanel::run(bool look)
{
    m_settle->stop();
    m_running = true;
    const int ticket = ++m_tickets;
    m_started = Started{ticket, values()};
    renewCheck();
    const auto job = m_context.bench.run(kPlace, given(),
                                         [panel = QPointer<PlatePanel>(this), ticket, look](const Outcome& outcome) {
                                             if (panel)
                                                 panel->landed(ticket, look && outcome.ok);
                                         });
    if (m_started && m_started->ticket == ticket)
        m_started->job = job;
}

void PlatePanel::landed(int ticket, bool look)
{
    const bool inHand = m_started && m_started->ticket == ticket; // else another is by now, or it was undone
    if (inHand)
        m_started.reset();
    m_running = ticket != m_tickets;
    renew();
    if (!inHand)
        return;
    if (std::exchange(m_again, false) && m_run->isEnabled() && !(m_placed == values())) {
        run(false);
        return;
    }
    if (!look || !plan() || !(m_placed == values())) // it is elsewhere by now
        return;
    m_move->flyTo();
    m_move->setFocus(); // its keys move the plate
    QTimer::singleShot(0, this, [this] { m_steps->ensureWidgetVisible(m_move); });
}

void PlatePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renew();
}

} // namespace pollux::implant
