#include "plugins/liver/puncture_panel.h"

#include "core/operation/run.h"
#include "plugins/liver/needed_structures_panel.h"
#include "ui/forms/param_form.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_panel.h"
#include "ui/panels/plan_table.h"
#include "ui/viewer/viewer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux::liver {

namespace {

constexpr const char* kOperation = "liver.plan-puncture";

/// Part of the declaration: a step shows only its own parameters, the rest of the plan's are folded.
ParamList part(const ParamList& all, bool target)
{
    ParamList out;
    for (Param p : all.all()) {
        const bool ofTarget = p.key == "target" || p.key == "target_point";
        if (ofTarget != target || p.key == "entry_point") // the entry is dragged in the views
            continue;
        p.advanced = !ofTarget && p.key != "position" && p.key != "name" && p.key != "plan_id";
        out.add(p);
    }
    return out;
}

std::optional<Vec3> pointOf(const Plan& plan, std::string_view key)
{
    for (const NamedPoint& p : plan.points)
        if (p.key == key)
            return p.position;
    return std::nullopt;
}

bool withinLimits(const std::vector<PlanNumber>& numbers)
{
    return std::none_of(numbers.begin(), numbers.end(), [](const PlanNumber& n) { return n.verdict == "stop"; });
}

} // namespace

PuncturePanel::PuncturePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_operation(context.bench.registry().limits()),
      m_drag(new DragPreview(context, m_operation, this))
{
    build();
    connectAll();
    renew();
}

QVBoxLayout* PuncturePanel::addStep(QVBoxLayout* column, int number, const QString& title)
{
    auto* head = new QHBoxLayout;
    auto* label = new QLabel(QStringLiteral("%1  %2").arg(number).arg(title), this);
    label->setProperty("role", QStringLiteral("title"));
    m_steps[number] = {new QLabel(this), new QLabel(this)};
    head->addWidget(label, 1);
    head->addWidget(m_steps[number].icon);
    head->addWidget(m_steps[number].words);
    column->addLayout(head);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(16, 0, 0, 12);
    body->setSpacing(4);
    column->addLayout(body);
    return body;
}

void PuncturePanel::setStep(int number, Mark mark, const QString& words)
{
    m_steps[number].icon->setPixmap(icon(mark, *m_context.theme).pixmap(16, 16));
    m_steps[number].words->setText(words);
    m_steps[number].words->setProperty("role", role(mark));
    m_steps[number].words->setStyleSheet(QString()); // looks at the role again
}

void PuncturePanel::build()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 8, 8, 8);
    m_gate = new FindingsList(m_context, page);
    addStep(column, 1, tr("Study fit?"))->addWidget(m_gate);

    m_structures = new NeededStructuresPanel(m_context, page);
    addStep(column, 2, tr("Structures"))->addWidget(m_structures);
    buildPlanSteps(column);
    column->addStretch(1);

    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Steps of a liver puncture"));
    m_scroll->setWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);
}

void PuncturePanel::buildPlanSteps(QVBoxLayout* column)
{
    const ParamList all = m_operation.declare();
    PointSource crosshair;
    if (m_context.viewer)
        crosshair = [viewer = QPointer<Viewer>(m_context.viewer)]() -> std::optional<Vec3> {
            return viewer ? std::optional(viewer->crosshair()) : std::nullopt;
        };
    m_targetForm = new ParamForm(part(all, true), crosshair, this);
    addStep(column, 3, tr("Target"))->addWidget(m_targetForm);

    m_planForm = new ParamForm(part(all, false), {}, this);
    m_check = new FindingsList(m_context, this);
    m_run = new QPushButton(tr("Compute entry map and best path"), this);
    m_run->setObjectName(QStringLiteral("computePath"));
    m_run->setAccessibleName(m_run->text());
    m_run->setProperty("primary", true);
    QVBoxLayout* plan = addStep(column, 4, tr("Plan"));
    plan->addWidget(m_planForm);
    plan->addWidget(m_check);
    plan->addWidget(m_run);

    m_table = new PlanTable(m_context, this);
    m_table->setMinimumHeight(320);
    auto* hint = new QLabel(
        tr("Drag target or entry in a slice: the numbers follow, marked ≈; on release they are exact."), this);
    hint->setWordWrap(true);
    hint->setProperty("role", QStringLiteral("muted"));
    m_another = new QPushButton(tr("Keep it, plan another beside it"), this);
    m_another->setObjectName(QStringLiteral("anotherPlan"));
    m_another->setAccessibleName(m_another->text());
    QVBoxLayout* path = addStep(column, 5, tr("Path"));
    path->addWidget(hint);
    path->addWidget(m_table);
    path->addWidget(m_another, 0, Qt::AlignLeft);

    m_report = new QPushButton(tr("Export report…"), this);
    m_report->setObjectName(QStringLiteral("exportReport"));
    m_report->setAccessibleName(m_report->text());
    addStep(column, 6, tr("Report"))->addWidget(m_report, 0, Qt::AlignLeft);
}

void PuncturePanel::connectAll()
{
    connect(&m_context.bench, &Bench::caseChanged, this, &PuncturePanel::renew);
    connect(m_targetForm, &ParamForm::changed, this, &PuncturePanel::renewCheck);
    connect(m_planForm, &ParamForm::changed, this, &PuncturePanel::renewCheck);
    connect(m_run, &QPushButton::clicked, this, [this] { run(values(), true); });
    connect(m_another, &QPushButton::clicked, this, &PuncturePanel::startAnother);
    connect(m_report, &QPushButton::clicked, this, [this] {
        if (m_context.exportReport)
            m_context.exportReport();
    });
    connect(&m_context.bench, &Bench::selected, this, [this](const Id& id) {
        const auto& plans = m_context.bench.document().current().plans;
        if (const auto it = plans.find(id); it != plans.end() && it->second->kind == "liver.puncture") {
            m_planId = id;
            renew();
        }
    });
    if (m_context.viewer)
        connect(m_context.viewer, &Viewer::pathDragged, this, &PuncturePanel::drag);
}

const Plan* PuncturePanel::plan() const
{
    const auto& plans = m_context.bench.document().current().plans;
    const auto it = plans.find(m_planId);
    return it == plans.end() || it->second->kind != "liver.puncture" ? nullptr : it->second.get();
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
    std::vector<FindingEntry> gate = findingsOf(*snapshot);
    std::erase_if(gate, [&](const FindingEntry& e) { return snapshot->plans.contains(e.owner); });
    bool blocked = false;
    for (const FindingEntry& e : gate)
        blocked = blocked || blocks({e.finding});
    m_gate->show(gate);
    if (snapshot->volumes.empty())
        setStep(1, Mark::Open, tr("no study"));
    else if (blocked)
        setStep(1, Mark::Stop, tr("blocked"));
    else
        setStep(1, gate.empty() ? Mark::Ok : Mark::Note, gate.empty() ? tr("fit") : tr("fit, see notes"));
    m_structures->renew();
    const int all = m_structures->count();
    const bool done = m_structures->confirmed() == all;
    setStep(2,
            all == 0 ? Mark::Open
            : done   ? Mark::Confirmed
                     : Mark::Proposed,
            all == 0 ? tr("none yet") : tr("%1 of %2 confirmed").arg(m_structures->confirmed()).arg(all));
    renewCheck();
    renewPath();
}

void PuncturePanel::renewCheck()
{
    const Case& c = m_context.bench.document().current();
    const Findings findings = checkOperation(m_operation, c, values());
    QString why;
    Findings shown;
    for (const Finding& f : findings) {
        if (f.severity == Severity::Stop && why.isEmpty())
            why = q(f.text + " " + f.advice);
        shown.push_back(f);
    }
    // What stops comes first; doubts matter once nothing stops.
    const Severity least = why.isEmpty() ? Severity::Warning : Severity::Stop;
    std::erase_if(shown, [&](const Finding& f) { return f.severity < least; });
    if (c.structures.empty()) {
        shown.clear();
        why = tr("There is no structure yet: build the twin first.");
    }
    if (!m_targetForm->problems().empty() || !m_planForm->problems().empty())
        why = tr("A field of the form is not right: see the sign beside it.");
    if (m_running)
        why = tr("It is being computed: see its progress below.");
    m_check->show(shown);
    m_run->setEnabled(why.isEmpty());
    m_run->setToolTip(why.isEmpty() ? tr("Colours the skin by how good an entry is, and shows the best path.") : why);
    const ParamValues filled = fillDefaults(m_operation.declare(), c, values());
    const bool hasTarget = !filled.text("target").empty() || filled.has("target_point");
    setStep(3, hasTarget ? Mark::Ok : Mark::Open, hasTarget ? tr("chosen") : tr("to choose"));
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
            if (panel->m_context.bench.document().current().plans.contains(id))
                panel->m_planId = id;
        panel->renew();
        if (!outcome.ok || !thenShow)
            return;
        if (panel->m_context.viewer && panel->plan())
            panel->m_context.viewer->flyTo(panel->m_target);
        QTimer::singleShot(0, panel.data(), [panel] { panel->m_scroll->ensureWidgetVisible(panel->m_another); });
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

void PuncturePanel::renewPath()
{
    const Case& c = m_context.bench.document().current();
    const Plan* p = plan();
    const bool stale = p && staleIds(c).contains(m_planId);
    m_table->show(p, nullptr, stale);
    const bool good = p && withinLimits(p->numbers);
    setStep(4,
            !p      ? Mark::Open
            : stale ? Mark::Stale
                    : Mark::Ok,
            !p      ? tr("not computed")
            : stale ? tr("stale")
                    : tr("computed"));
    setStep(5,
            !p      ? Mark::Open
            : stale ? Mark::Stale
            : good  ? Mark::Ok
                    : Mark::Stop,
            !p      ? tr("no path yet")
            : stale ? tr("stale")
            : good  ? tr("within limits")
                    : tr("outside limits"));
    setStep(6, Mark::Open, p ? tr("ready") : tr("after the plan"));
    m_another->setEnabled(p);
    m_another->setToolTip(p ? tr("The next computation makes a second plan; compare them under Plans.")
                            : tr("There is no plan yet."));
    m_report->setEnabled(p && m_context.exportReport);
    m_report->setToolTip(p ? tr("HTML, PDF and JSON with pictures, limits and where every number came from")
                           : tr("Compute a plan first."));
    if (!m_context.viewer)
        return;
    const auto target = p ? pointOf(*p, "target") : std::nullopt;
    const auto entry = p ? pointOf(*p, "entry") : std::nullopt;
    m_context.viewer->setEditable(target && entry);
    if (!target || !entry) {
        m_context.viewer->setPath(std::nullopt);
        return;
    }
    m_target = *target;
    m_entry = *entry;
    m_context.viewer->setPath(Path{m_target, m_entry, false, q(p->name), good});
    const Id map("skin-map-" + m_planId.text());
    m_context.viewer->setField(c.fields.contains(map) ? map : Id());
    // As the release will run it: with the target as a point.
    ParamValues all = values();
    all.set("target_point", m_target);
    m_drag->prepare(all);
}

void PuncturePanel::drag(const QString& point, const Vec3& position, bool finished)
{
    const Plan* p = plan();
    if (!p)
        return;
    (point == QStringLiteral("entry") ? m_entry : m_target) = position;
    ParamValues all = values();
    const auto live = m_drag->at(all, *p, m_target, m_entry);
    m_context.viewer->setPath(Path{m_target, m_entry, true, q(p->name), !live || live->feasible});
    if (live) {
        m_table->show(&live->plan);
        setStep(5, live->feasible ? Mark::Ok : Mark::Stop,
                live->feasible ? tr("≈ within limits") : QStringLiteral("≈ ") + live->reason);
    } else {
        setStep(5, Mark::Open, tr("numbers on release"));
    }
    if (!finished)
        return;
    all.set("target_point", m_target);
    all.set("entry_point", m_entry);
    all.set("plan_id", m_planId.text());
    all.set("name", p->name);
    run(all, false);
}

} // namespace pollux::liver
