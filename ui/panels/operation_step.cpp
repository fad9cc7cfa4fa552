#include "ui/panels/operation_step.h"

#include "core/operation/recorded.h"
#include "core/operation/run.h"
#include "ui/forms/param_form.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_list.h"
#include "ui/panels/plan_table.h"
#include "ui/viewer/viewer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pollux {

namespace {

/// The declaration with all but the plain parameters folded away.
ParamList folded(const ParamList& all, const std::set<std::string>& plain)
{
    ParamList out;
    for (Param p : all.all()) {
        p.advanced = !plain.contains(p.key);
        out.add(p);
    }
    return out;
}

} // namespace

OperationStep::OperationStep(PanelContext& context, Shape shape, QWidget* parent)
    : QWidget(parent), m_context(context), m_shape(std::move(shape)),
      m_operation(&context.bench.registry().at(m_shape.operation)), m_findings(new FindingsList(context, this)),
      m_hint(new QLabel(m_shape.hint, this)), m_run(new QPushButton(m_shape.button, this)),
      m_fold(new QToolButton(this)), m_table(new PlanTable(context, this))
{
    PointSource points;
    if (m_context.viewer)
        points = [viewer = QPointer<Viewer>(m_context.viewer)]() -> std::optional<Vec3> {
            return viewer ? std::optional(viewer->crosshair()) : std::nullopt;
        };
    m_form = new ParamForm(folded(m_operation->declare(), m_shape.plain), points, this);
    build();
    connect(m_form, &ParamForm::changed, this, &OperationStep::renewCheck);
    connect(m_run, &QPushButton::clicked, this, &OperationStep::run);
    connect(m_fold, &QToolButton::toggled, this, [this](bool on) {
        m_form->setVisible(on);
        m_fold->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(&m_context.bench, &Bench::tablesChanged, m_form, [this] { m_form->setPresets(m_operation->declare()); });
    renew();
}

void OperationStep::build()
{
    setObjectName(q(m_shape.operation));
    m_hint->setWordWrap(true);
    m_hint->setProperty("role", QStringLiteral("muted"));
    m_run->setObjectName(q(m_shape.operation) + QStringLiteral(".run"));
    m_run->setAccessibleName(m_shape.button);
    m_fold->setText(tr("Parameters"));
    m_fold->setObjectName(q(m_shape.operation) + QStringLiteral(".parameters"));
    m_fold->setAccessibleName(tr("%1: parameters").arg(m_shape.button));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_form->hide();
    m_table->setMinimumHeight(200);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_hint);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_form);
    column->addWidget(m_findings);
    column->addWidget(m_run, 0, Qt::AlignLeft);
    column->addWidget(m_table);
}

void OperationStep::give(const ParamValues& values)
{
    ParamValues all = m_form->values();
    bool other = false;
    for (const auto& [key, value] : values.all()) {
        const auto it = all.all().find(key);
        other = other || it == all.all().end() || !(it->second == value);
        all.set(key, value);
    }
    if (other)
        m_form->setValues(all);
}

Id OperationStep::resultId() const
{
    const ParamValues values = completed(m_operation->declare(), m_form->values());
    const std::string& text = values.text("plan_id");
    return isValidId(text) ? Id(text) : Id();
}

const Plan* OperationStep::result() const
{
    const auto& plans = m_context.bench.seenCase().plans;
    const auto it = plans.find(resultId());
    return it == plans.end() || it->second->kind != m_shape.kind ? nullptr : it->second.get();
}

void OperationStep::takeOverRecorded()
{
    const Case& c = m_context.bench.seenCase();
    const auto made = c.lineage.find(resultId());
    if (!result() || made == c.lineage.end() || made->second == m_recorded ||
        made->second->operation != m_shape.operation)
        return;
    m_recorded = made->second;
    // Empty where they are of another version of the program: the form keeps what it has.
    if (const ParamValues recorded = recordedValues(c, resultId(), m_operation->declare()); !recorded.all().empty())
        m_form->setValues(recorded);
}

void OperationStep::renew()
{
    m_form->setCase(m_context.bench.document().snapshot());
    takeOverRecorded();
    renewCheck();
}

void OperationStep::renewCheck()
{
    const Findings all = checkOperation(*m_operation, m_context.bench.document().current(), m_form->values());
    const QString before = std::exchange(m_blocked, QString());
    Findings shownOnes;
    for (const Finding& f : all) {
        if (f.severity == Severity::Stop && f.acknowledged.empty() && m_blocked.isEmpty())
            m_blocked = shown(f.text + " " + f.advice);
        if (f.severity != Severity::Stop)
            shownOnes.push_back(f);
    }
    if (!m_form->problems().empty() && m_blocked.isEmpty())
        m_blocked = shown(m_form->problems().front().text);
    if (m_running)
        m_blocked = tr("It is being computed: see its progress below.");
    m_run->setEnabled(m_blocked.isEmpty());
    m_run->setToolTip(m_blocked.isEmpty() ? shown(m_operation->info().summary) : m_blocked);

    const Plan* plan = result();
    const bool stale = plan && staleIds(m_context.bench.document().current()).contains(resultId());
    // What a run would say is told beside its button as long as there is no result that says it itself.
    m_findings->show(plan ? Findings{} : shownOnes);
    const bool tellWhy = !m_blocked.isEmpty() && !m_running && (!plan || stale);
    m_hint->setText(tellWhy ? m_shape.hint + QChar(u'\n') + m_blocked : m_shape.hint);
    m_hint->setVisible(!plan || tellWhy);
    m_table->show(plan, nullptr, stale);
    m_table->setVisible(plan);
    const bool outside = plan && std::any_of(plan->numbers.begin(), plan->numbers.end(),
                                             [](const PlanNumber& n) { return n.verdict == "stop"; });
    if (!plan)
        Q_EMIT stateChanged(Mark::Open, m_running ? tr("being computed") : tr("not computed"));
    else if (stale)
        Q_EMIT stateChanged(Mark::Stale, tr("stale"));
    else
        Q_EMIT stateChanged(outside ? Mark::Stop : Mark::Ok, outside ? tr("outside limits") : tr("computed"));
    if (m_blocked != before)
        Q_EMIT runChanged();
}

void OperationStep::run()
{
    if (!m_blocked.isEmpty())
        return;
    m_running = true;
    renewCheck();
    m_context.bench.run(m_shape.operation, m_form->values(), [step = QPointer<OperationStep>(this)](const Outcome& o) {
        if (!step)
            return;
        step->m_running = false;
        step->renew();
        if (!o.ok && !o.cancelled) {
            step->m_hint->setText(o.error);
            step->m_hint->show();
        }
    });
}

} // namespace pollux
