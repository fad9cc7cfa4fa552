#include "ui/panels/plan_panel.h"

#include "ui/forms/text.h"
#include "ui/panels/plan_table.h"
#include "ui/panels/state_mark.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace pollux {

namespace {

const Plan* planOf(const Case& c, const QComboBox* box)
{
    const QString id = box->currentData().toString();
    if (id.isEmpty())
        return nullptr;
    const auto it = c.plans.find(Id(u8(id)));
    return it == c.plans.end() ? nullptr : it->second.get();
}

} // namespace

PlanPanel::PlanPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_first(new QComboBox(this)), m_second(new QComboBox(this)),
      m_state(new QLabel(this)), m_table(new PlanTable(context, this))
{
    m_first->setObjectName(QStringLiteral("planA"));
    m_first->setAccessibleName(tr("Plan A"));
    m_second->setObjectName(QStringLiteral("planB"));
    m_second->setAccessibleName(tr("Plan B, beside plan A"));
    m_state->setObjectName(QStringLiteral("planState"));
    m_state->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("Plan A"), m_first);
    form->addRow(tr("Plan B"), m_second);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addLayout(form);
    column->addWidget(m_state);
    column->addWidget(m_table, 1);
    connect(m_first, &QComboBox::currentIndexChanged, this, &PlanPanel::renew);
    connect(m_second, &QComboBox::currentIndexChanged, this, &PlanPanel::renew);
    connect(&context.bench, &Bench::caseChanged, this, &PlanPanel::renewChoices);
    connect(&context.bench, &Bench::selected, this, [this](const Id& id) {
        if (const int index = m_first->findData(q(id.text())); index >= 0)
            m_first->setCurrentIndex(index);
    });
    renewChoices();
}

void PlanPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        renew();
}

void PlanPanel::renewChoices()
{
    const Case& c = m_context.bench.document().current();
    const auto fill = [&](QComboBox* box, bool mayBeNone) {
        const QString before = box->currentData().toString();
        const QSignalBlocker quiet(box);
        box->clear();
        if (mayBeNone)
            box->addItem(tr("(none)"), QString());
        for (const auto& [id, plan] : c.plans)
            box->addItem(q(plan->name), q(id.text()));
        box->setCurrentIndex(std::max(box->count() > 0 ? 0 : -1, box->findData(before)));
        const bool enough = box->count() > 1 || (!mayBeNone && box->count() == 1);
        box->setEnabled(enough);
        box->setToolTip(enough ? QString() : tr("There is no plan yet: make one in the panel of the intervention."));
    };
    fill(m_first, false);
    fill(m_second, true);
    renew();
}

void PlanPanel::renew()
{
    const Case& c = m_context.bench.document().current();
    const Plan* plan = planOf(c, m_first);
    const Plan* other = planOf(c, m_second);
    const std::set<Id> staleOnes = staleIds(c);
    const auto isStale = [&](const Plan* p, const QComboBox* box) {
        return p && staleOnes.contains(Id(u8(box->currentData().toString())));
    };
    const bool stale = isStale(plan, m_first);
    m_table->show(plan, other == plan ? nullptr : other, stale, isStale(other, m_second));
    if (!plan) {
        m_state->setText(tr("No plan yet. Make one in the panel of the intervention; its numbers appear here."));
        return;
    }
    QString text = tr("State: %1").arg(q(name(plan->state)));
    if (!plan->author.empty())
        text += tr(", by %1").arg(q(plan->author));
    if (stale)
        text += tr(". ⧗ Stale: re-run it before you rely on it.");
    m_state->setText(text);
}

} // namespace pollux
