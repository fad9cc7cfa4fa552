#include "plugins/implant/cup_panel.h"

#include "core/case/placed_implant.h"
#include "core/operation/recorded.h"
#include "core/operation/run.h"
#include "plugins/implant/move_cup_panel.h"
#include "plugins/implant/part_of_form.h"
#include "plugins/implant/plan_in_hand_panel.h"
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

constexpr const char* kPlace = "implant.place-cup";
constexpr int kSettleMs = 700;

/// The pelvis has a step of its own; limits and the plan's id are folded.
ParamList part(const ParamList& all, bool pelvis)
{
    return partOfForm(all, {"pelvis"}, !pelvis, {"coverage", "medial_wall", "centre_distance", "plan_id"});
}

} // namespace

CupPanel::CupPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_place(context.bench.registry().limits()), m_list(m_place.declare()),
      m_steps(new StepColumn(context, this)), m_settle(new QTimer(this))
{
    build();
    connectAll();
    renew();
}

void CupPanel::build()
{
    m_settle->setSingleShot(true);
    m_settle->setInterval(kSettleMs);
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
    connect(&m_context.bench, &Bench::selected, this, [this](const Id& id) {
        const auto& plans = m_context.bench.seenCase().plans;
        if (const auto it = plans.find(id); it != plans.end() && it->second->kind == kCupPlan)
            setInHand(id);
    });
    for (ParamForm* form : {m_pelvisForm, m_form})
        connect(form, &ParamForm::changed, this, [this] {
            if (!m_taking) { // by hand: it is placed by its button alone
                m_follows = false;
                m_settle->stop();
            }
            const Case& c = m_context.bench.document().current();
            renewPelvis(c);
            renewLandmarks(c);
            renewCheck();
            renewMove();
        });
    connect(m_move, &MoveCup::moved, this, &CupPanel::take);
    connect(m_settle, &QTimer::timeout, this, [this] {
        m_again = m_started.has_value();
        if (m_run->isEnabled() && !(m_placed == values()))
            run(false);
    });
    connect(m_run, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_findPelvis, &QPushButton::clicked, this, &CupPanel::findPelvis);
    connect(m_findLandmarks, &QPushButton::clicked, this, &CupPanel::findLandmarks);
    connect(m_another, &QPushButton::clicked, this, &CupPanel::startAnother);
    connect(m_cups, &PlanInHand::chosen, this, &CupPanel::setInHand); // it may be selected already
}

Id CupPanel::planId() const
{
    const std::string id = values().text("plan_id");
    return isValidId(id) ? Id(id) : Id();
}

const Plan* CupPanel::plan() const
{
    const auto& plans = m_context.bench.seenCase().plans;
    const auto it = plans.find(planId());
    return it == plans.end() || it->second->kind != kCupPlan ? nullptr : it->second.get();
}

ParamValues CupPanel::given() const
{
    ParamValues v = m_form->values();
    for (const auto& [key, value] : m_pelvisForm->values().all())
        v.set(key, value);
    return v;
}

ParamValues CupPanel::values() const
{
    return fillDefaults(m_list, m_context.bench.document().current(), given());
}

void CupPanel::renew()
{
    const auto snapshot = m_context.bench.document().snapshot();
    m_pelvisForm->setCase(snapshot);
    m_form->setCase(snapshot);
    takeOverRecorded();
    m_gate->renew(*snapshot);
    renewPelvis(*snapshot);
    renewLandmarks(*snapshot);
    renewCheck();
    m_cups->renew(planId());
    renewMove();
    m_ending->renew(m_context.bench.seenCase(), planId(), staleIds(*snapshot).contains(planId()));
}

void CupPanel::takeOverRecorded()
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
    const QSignalBlocker quietPelvis(m_pelvisForm), quiet(m_form); // both first, then what follows from them
    m_pelvisForm->setValues(v);
    m_form->setValues(v);
    m_placed = values();
}

void CupPanel::overtaken()
{
    m_settle->stop();
    m_again = m_follows = false;
    m_move->letGo();
    if (const auto started = std::exchange(m_started, std::nullopt))
        m_context.bench.cancel(started->job);
}

void CupPanel::renewMove()
{
    const Plan* p = plan();
    m_another->setVisible(p);
    if (!isVisible()) // all of it once it is shown
        return;
    const ParamValues now = values();
    const Plan* exact = m_placed == now ? p : nullptr;
    m_move->follow(now, exact, exact && staleIds(m_context.bench.document().current()).contains(planId()));
}

void CupPanel::take(const CupSetting& setting, bool finished)
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

void CupPanel::run(bool look)
{
    m_settle->stop();
    m_running = true;
    const int ticket = ++m_tickets;
    m_started = Started{ticket, values()};
    renewCheck();
    const auto job =
        m_context.bench.run(kPlace, given(), [panel = QPointer<CupPanel>(this), ticket, look](const Outcome& outcome) {
            if (panel)
                panel->landed(ticket, look && outcome.ok);
        });
    if (m_started && m_started->ticket == ticket)
        m_started->job = job;
}

void CupPanel::landed(int ticket, bool look)
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
    if (m_context.viewer && m_move->cup())
        m_context.viewer->flyTo(m_move->cup()->pose.origin);
    m_move->setFocus(); // its keys move the cup
    QTimer::singleShot(0, this, [this] { m_steps->ensureWidgetVisible(m_move); });
}

void CupPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renew();
}

} // namespace pollux::implant
