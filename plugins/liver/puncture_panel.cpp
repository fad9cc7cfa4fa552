#include "plugins/liver/puncture_panel.h"

#include "core/operation/recorded.h"
#include "core/operation/run.h"
#include "plugins/liver/circulation_panel.h"
#include "plugins/liver/cut_points_panel.h"
#include "plugins/liver/heat_panel.h"
#include "plugins/liver/liver_fat.h"
#include "plugins/liver/needed_structures_panel.h"
#include "plugins/liver/path_panel.h"
#include "plugins/liver/shift_panel.h"
#include "ui/forms/param_form.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_panel.h"
#include "ui/panels/operation_step.h"
#include "ui/panels/plan_ending.h"
#include "ui/panels/run_check.h"
#include "ui/panels/step_column.h"
#include "ui/panels/study_gate.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux::liver {

namespace {

constexpr const char* kOperation = "liver.plan-puncture";
enum Step { kGate = 1, kStructures, kTarget, kPlan, kPath, kZone, kBreathing, kLeft, kCompare, kSign };

/// Part of the declaration: a step shows only its own parameters, the rest of the plan's are folded.
ParamList part(const ParamList& all, bool target)
{
    ParamList out;
    for (Param p : all.all()) {
        const bool ofTarget = p.key == "target" || p.key == "target_point";
        if (ofTarget != target || p.key == "entry_point") // the entry is dragged in the views
            continue;
        p.advanced = !ofTarget && p.key != "position" && p.key != "device" && p.key != "name" && p.key != "plan_id";
        out.add(p);
    }
    return out;
}

/// Registrations that deform one image onto another: what a breath may be made of.
std::vector<std::string> statesOfBreathing(const Case& c)
{
    std::vector<std::string> ids;
    for (const auto& [id, r] : c.registrations)
        if (r->field)
            ids.push_back(id.text());
    return ids;
}

} // namespace

PuncturePanel::PuncturePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context),
      m_operation(context.bench.registry().limits(), context.bench.registry().devices()),
      m_steps(new StepColumn(context, this))
{
    build();
    connectAll();
    renew();
}

void PuncturePanel::build()
{
    m_steps->setAccessibleName(tr("Steps of a liver puncture"));
    m_gate = new StudyGate(m_context, this);
    m_structures = new NeededStructuresPanel(m_context, this);
    m_path = new PathPanel(
        m_context, m_operation, [this] { return values(); }, this);
    buildForms();
    buildLaterSteps();

    m_steps->addStep(tr("Study fit?"))->addWidget(m_gate);
    m_steps->addStep(tr("Structures"))->addWidget(m_structures);
    m_steps->addStep(tr("Target"))->addWidget(m_targetForm);
    QVBoxLayout* plan = m_steps->addStep(tr("Plan"));
    plan->addWidget(m_planForm);
    plan->addWidget(m_devices, 0, Qt::AlignLeft);
    plan->addWidget(m_check);
    plan->addWidget(m_run);
    m_steps->addStep(tr("Path"))->addWidget(m_path);
    QVBoxLayout* zone = m_steps->addStep(tr("Heated zone"));
    zone->addWidget(m_zone);
    zone->addWidget(m_heat);
    zone->addWidget(m_cover);
    m_steps->addStep(tr("Breathing"))->addWidget(m_breathing);
    QVBoxLayout* left = m_steps->addStep(tr("What is left"));
    left->addWidget(m_cutPoints);
    left->addWidget(m_shift);
    left->addWidget(m_left);
    left->addWidget(m_portal);
    left->addWidget(m_circulation);
    m_steps->addStep(tr("Compare"))->addWidget(m_ending->comparing());
    m_steps->addStep(tr("Sign and report"))->addWidget(m_ending->signing());
    m_steps->finish();

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_steps);
}

void PuncturePanel::buildForms()
{
    const ParamList all = m_operation.declare();
    PointSource crosshair;
    if (m_context.viewer)
        crosshair = [viewer = QPointer<Viewer>(m_context.viewer)]() -> std::optional<Vec3> {
            return viewer ? std::optional(viewer->crosshair()) : std::nullopt;
        };
    m_targetForm = new ParamForm(part(all, true), crosshair, this);
    m_planForm = new ParamForm(part(all, false), {}, this);
    m_devices = new QPushButton(tr("Table of devices…"), this);
    m_devices->setObjectName(QStringLiteral("devicesTable"));
    m_devices->setAccessibleName(m_devices->text());
    m_devices->setEnabled(bool(m_context.openPreferences));
    m_devices->setToolTip(m_devices->isEnabled() ? tr("Read where their figures are from, or enter your own")
                                                 : tr("There are no preferences here."));
    m_check = new FindingsList(m_context, this);
    m_run = new QPushButton(tr("Compute entry map and best path"), this);
    m_run->setObjectName(QStringLiteral("computePath"));
    m_run->setAccessibleName(m_run->text());
    m_run->setProperty("primary", true);
}

void PuncturePanel::buildLaterSteps()
{
    const auto step = [this](OperationStep::Shape shape) {
        return new OperationStep(m_context, std::move(shape), this);
    };
    m_zone = step({"liver.ablation",
                   "liver.ablation",
                   tr("Check the heated zone"),
                   tr("Least margin about the lesion, what of it is heated, and what else."),
                   {"plans", "lesion"}});
    m_cover = step({"liver.cover",
                    "liver.cover",
                    tr("Cover the lesion with several zones"),
                    tr("Where one zone is too small: the fewest on feasible paths, each a plan of its own."),
                    {"target", "device", "most"}});
    m_heat = new HeatPanel(m_context, this);
    m_breathing =
        step({"liver.breathing",
              "liver.breathing",
              tr("Follow the plan over a breath"),
              tr("How far the target moves off the needle, and when. Needs a registration of another state of "
                 "breathing (Registration)."),
              {"plan", "registrations", "reference"}});
    m_left = step({"liver.resect",
                   "liver.resection",
                   tr("What remains after a resection"),
                   tr("Cut by a plane, by a surface through points, or along a branch of the portal vein."),
                   {"method", "point", "normal", "cut_points", "shift", "height", "weight", "liver_kind", "fat"}});
    m_cutPoints = new CutPointsPanel(m_context, *m_left, this);
    m_shift = new ShiftPanel(m_context, *m_left, this);
    m_circulation = step({"liver.circulation",
                          "liver.circulation",
                          tr("Portal pressure afterwards"),
                          tr("From the share that is removed and the pressures and flows that were measured."),
                          {"resected", "removed", "cardiac_output", "arterial_pressure", "portal_pressure"}});
    m_portal = new CirculationPanel(m_context, *m_circulation, this);
    m_ending = new PlanEnding(m_context, "liver.puncture", QStringLiteral("puncture"),
                              tr("HTML, PDF and JSON with pictures, limits and where every number came from"), this);
}

void PuncturePanel::connectAll()
{
    connect(&m_context.bench, &Bench::tablesChanged, m_planForm,
            [this] { m_planForm->setPresets(m_operation.declare()); });
    const auto follow = [this](OperationStep* one, Step step) {
        connect(one, &OperationStep::stateChanged, this, m_steps->follow(step));
    };
    connect(m_cutPoints, &CutPointsPanel::inHand, m_shift, &ShiftPanel::setFollowing);
    connect(m_shift, &ShiftPanel::moved, m_portal, &CirculationPanel::follow);
    follow(m_zone, kZone);
    follow(m_breathing, kBreathing);
    follow(m_left, kLeft);
    connect(m_gate, &StudyGate::stateChanged, this, m_steps->follow(kGate));
    connect(m_ending, &PlanEnding::compareState, this, m_steps->follow(kCompare));
    connect(m_ending, &PlanEnding::signState, this, m_steps->follow(kSign));
    connect(m_devices, &QPushButton::clicked, this, [this] {
        if (m_context.openPreferences)
            m_context.openPreferences(tr("Devices"));
    });
    connect(&m_context.bench, &Bench::caseChanged, this, &PuncturePanel::renew);
    connect(m_targetForm, &ParamForm::changed, this, &PuncturePanel::onTargetChanged);
    connect(m_planForm, &ParamForm::changed, this, &PuncturePanel::renewCheck);
    connect(m_run, &QPushButton::clicked, this, [this] { run(values(), true); });
    connect(m_path, &PathPanel::stateChanged, this, m_steps->follow(kPath));
    connect(m_path, &PathPanel::released, this, [this](const ParamValues& given) { run(given, false); });
    connect(m_path, &PathPanel::anotherWanted, this, &PuncturePanel::startAnother);
    connect(&m_context.bench, &Bench::selected, this, [this](const Id& id) {
        const auto& plans = m_context.bench.seenCase().plans;
        if (const auto it = plans.find(id); it != plans.end() && it->second->kind == "liver.puncture") {
            m_path->setPlan(id);
            // After the window has shown what was selected: the plan's skin map stays in the views.
            QTimer::singleShot(0, this, &PuncturePanel::renew);
        }
    });
}

ParamValues PuncturePanel::values() const
{
    ParamValues all = m_targetForm->values();
    const ParamValues ofPlan = m_planForm->values();
    for (const auto& [key, value] : ofPlan.all())
        all.set(key, value);
    return all;
}

void PuncturePanel::renew()
{
    const auto snapshot = m_context.bench.document().snapshot();
    m_targetForm->setCase(snapshot);
    m_planForm->setCase(snapshot);
    m_gate->renew(*snapshot);
    takeOverRecorded();
    m_structures->renew();
    const int all = m_structures->count();
    const bool done = m_structures->confirmed() == all;
    m_steps->setState(kStructures,
                      all == 0                    ? Mark::Open
                      : m_structures->stale() > 0 ? Mark::Stale
                      : done                      ? Mark::Confirmed
                                                  : Mark::Proposed,
                      all == 0                    ? tr("none yet")
                      : m_structures->stale() > 0 ? tr("%1 of %2 stale").arg(m_structures->stale()).arg(all)
                                                  : tr("%1 of %2 confirmed").arg(m_structures->confirmed()).arg(all));
    renewCheck();
    renewPlan();
    m_path->renew();
    renewLaterSteps();
}

void PuncturePanel::takeOverRecorded()
{
    const Case& c = m_context.bench.seenCase();
    const Plan* p = m_path->plan();
    const auto made = c.lineage.find(m_path->planId());
    if (!p || made == c.lineage.end() || made->second == m_recorded)
        return;
    m_recorded = made->second;
    const ParamList all = m_operation.declare();
    if (const ParamValues target = recordedValues(c, m_path->planId(), part(all, true)); !target.all().empty()) {
        m_lesion = target.has("target") ? target.text("target") : std::string();
        m_targetForm->setValues(target);
    }
    if (ParamValues values = recordedValues(c, m_path->planId(), part(all, false)); !values.all().empty()) {
        values.set("plan_id", m_path->planId().text());
        values.set("name", p->name);
        m_planForm->setValues(values);
    }
}

void PuncturePanel::onTargetChanged()
{
    ParamValues target = m_targetForm->values();
    const std::string lesion = target.has("target") ? target.text("target") : std::string();
    if (lesion != std::exchange(m_lesion, lesion) && target.has("target_point")) {
        // A point in the lesion before is none in this one.
        ParamValues other;
        other.set("target", lesion);
        m_targetForm->setValues(other);
    }
    renewCheck();
}

void PuncturePanel::renewLaterSteps()
{
    const Case& c = m_context.bench.seenCase();
    if (m_path->plan()) {
        // What the surgeon has in hand; other needles that heat are added by hand.
        ParamValues one;
        one.set("plan", m_path->planId().text());
        if (const std::vector<std::string> ways = statesOfBreathing(c); !m_breathing->result() && !ways.empty())
            one.set("registrations", ways);
        m_breathing->give(one);
        ParamValues zone;
        zone.set("plans", std::vector<std::string>{m_path->planId().text()});
        if (const std::string target = lesionInHand(); !target.empty())
            zone.set("lesion", target);
        if (!m_zone->result())
            m_zone->give(zone);
    }
    if (const std::string target = lesionInHand(); !target.empty() && !m_cover->result()) {
        ParamValues lesion;
        lesion.set("target", target);
        m_cover->give(lesion);
    }
    if (const Id removed(m_left->resultId().text() + "-removed");
        m_left->result() && c.structures.contains(removed) && !m_circulation->result()) {
        ParamValues resected;
        resected.set("resected", removed.text());
        m_circulation->give(resected);
    }
    if (const std::vector<Id> maps = fatMapsOf(c); !maps.empty() && !m_left->result()) {
        ParamValues fat;
        fat.set("fat", maps.front().text());
        m_left->give(fat);
    }
    for (OperationStep* step : {m_zone, m_cover, m_breathing, m_left, m_circulation})
        step->renew();
    m_heat->setPlan(m_path->plan() ? m_path->planId() : Id(), lesionInHand());
    m_cutPoints->renew();
    m_shift->renew();
    m_portal->renew();
    if (c.plans.empty() && !m_zone->result())
        m_steps->setState(kZone, Mark::Open, tr("after the plan"));
}

std::string PuncturePanel::lesionInHand() const
{
    const ParamValues filled =
        fillDefaults(m_operation.declare(), m_context.bench.document().current(), m_targetForm->values());
    return filled.text("target");
}

void PuncturePanel::renewCheck()
{
    const Case& c = m_context.bench.document().current();
    RunCheck check(checkOperation(m_operation, c, values()), Severity::Warning);
    check.nothingYet = c.structures.empty();
    check.nothingWords = tr("There is no structure yet: build the twin first.");
    check.formWrong = !m_targetForm->problems().empty() || !m_planForm->problems().empty();
    check.running = m_running;
    check.show(*m_check, *m_run, tr("Colours the skin by how good an entry is, and shows the best path."));
    const ParamValues filled = fillDefaults(m_operation.declare(), c, values());
    const bool hasTarget = !filled.text("target").empty() || filled.has("target_point");
    m_steps->setState(kTarget, hasTarget ? Mark::Ok : Mark::Open, hasTarget ? tr("chosen") : tr("to choose"));
}

void PuncturePanel::renewPlan()
{
    const Plan* p = m_path->plan();
    const bool stale = p && staleIds(m_context.bench.document().current()).contains(m_path->planId());
    if (!p)
        m_steps->setState(kPlan, Mark::Open, tr("not computed"));
    else
        m_steps->setState(kPlan, stale ? Mark::Stale : Mark::Ok, stale ? tr("stale") : tr("computed"));
    setPrimary(m_run, !p || stale);
    m_ending->renew(m_context.bench.seenCase(), m_path->planId(), stale);
}

void PuncturePanel::run(const ParamValues& given, bool thenShow)
{
    m_running = true;
    renewCheck();
    m_context.bench.run(kOperation, given, [panel = QPointer<PuncturePanel>(this), thenShow](const Outcome& outcome) {
        if (!panel)
            return;
        panel->m_running = false;
        for (const Id& id : outcome.changed)
            if (panel->m_context.bench.seenCase().plans.contains(id))
                panel->m_path->setPlan(id);
        panel->renew();
        if (!outcome.ok || !thenShow)
            return;
        panel->m_path->flyToTarget();
        panel->m_steps->bringIntoSight(panel->m_path);
    });
}

void PuncturePanel::startAnother()
{
    const Case& c = m_context.bench.document().current();
    int n = 2;
    while (c.kindOf(Id("plan-" + std::to_string(n))))
        ++n;
    ParamValues v = m_planForm->values();
    v.set("plan_id", "plan-" + std::to_string(n));
    v.set("name", "Liver puncture " + std::to_string(n));
    m_planForm->setValues(v);
}

} // namespace pollux::liver
