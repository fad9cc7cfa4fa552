#include "ui/panels/plan_ending.h"

#include "core/case/plan_state.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

namespace {

QVBoxLayout* columnOf(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    return column;
}

} // namespace

PlanEnding::PlanEnding(PanelContext& context, std::string kind, const QString& name, QString report, QWidget* parent)
    : QObject(parent), m_context(context), m_kind(std::move(kind)), m_reportHelp(std::move(report)),
      m_comparing(new QWidget(parent)), m_signing(new QWidget(parent)), m_compared(new QLabel(m_comparing)),
      m_compare(namedButton(tr("Compare plans…"), name + QStringLiteral("Compare"), m_comparing)),
      m_signed(new QLabel(m_signing)),
      m_sign(namedButton(tr("Review or approve…"), name + QStringLiteral("Sign"), m_signing)),
      m_report(namedButton(tr("Export report…"), name + QStringLiteral("Report"), m_signing))
{
    m_compared->setObjectName(name + QStringLiteral("Compared"));
    m_compared->setWordWrap(true);
    m_compared->setProperty("role", QStringLiteral("muted"));
    m_signed->setWordWrap(true);
    QVBoxLayout* compare = columnOf(m_comparing);
    compare->addWidget(m_compared);
    compare->addWidget(m_compare, 0, Qt::AlignLeft);
    QVBoxLayout* sign = columnOf(m_signing);
    sign->addWidget(m_signed);
    sign->addWidget(m_sign, 0, Qt::AlignLeft);
    sign->addWidget(m_report, 0, Qt::AlignLeft);
    const auto toPlans = [this] {
        m_context.bench.select(m_plan);
        if (m_context.openTask)
            m_context.openTask(QStringLiteral("Plans"));
    };
    connect(m_compare, &QPushButton::clicked, this, toPlans);
    connect(m_sign, &QPushButton::clicked, this, toPlans);
    connect(m_report, &QPushButton::clicked, this, [this] {
        if (m_context.exportReport)
            m_context.exportReport();
    });
}

void PlanEnding::renew(const Case& seen, const Id& plan, bool stale)
{
    m_plan = plan;
    const auto it = seen.plans.find(plan);
    const Plan* p = it != seen.plans.end() && it->second->kind == m_kind ? it->second.get() : nullptr;
    const auto count = std::count_if(seen.plans.begin(), seen.plans.end(), [&](const auto& other) {
        return other.second->kind == m_kind && (!p || !m_alike || m_alike(*p, *other.second));
    });
    m_compared->setText(count > 1 ? tr("%1 plans of this kind: their numbers side by side.").arg(count)
                                  : tr("With a second plan the two stand side by side here."));
    m_compare->setEnabled(count > 0 && m_context.openTask);
    m_compare->setToolTip(count > 0 ? tr("Opens the plans beside each other") : tr("There is no plan yet."));
    Q_EMIT compareState(count > 1 ? Mark::Ok : Mark::Open,
                        count > 1 ? tr("%1 plans").arg(count) : tr("one plan or none"));
    m_sign->setEnabled(p && m_context.openTask);
    m_sign->setToolTip(p ? tr("Opens the plan, where it is reviewed and approved") : tr("Make a plan first."));
    setPrimary(m_report, p && !stale);
    m_report->setEnabled(p && m_context.exportReport);
    m_report->setToolTip(p ? m_reportHelp : tr("Make a plan first."));
    if (!p) {
        m_signed->setText(tr("A plan is a draft until somebody reviews and approves it."));
        Q_EMIT signState(Mark::Open, tr("after the plan"));
        return;
    }
    QString text = tr("%1: %2").arg(q(p->name), shown(name(p->state)));
    for (const PlanSignature& s : signaturesOf(seen, plan))
        text += QChar(u'\n') + tr("%1 by %2, %3").arg(shown(name(s.state)), q(s.by), q(s.when)) +
                (s.holds ? QString() : tr(": CHANGED SINCE"));
    m_signed->setText(text);
    Q_EMIT signState(p->state == PlanState::Approved   ? Mark::Confirmed
                     : p->state == PlanState::Reviewed ? Mark::Edited
                                                       : Mark::Proposed,
                     shown(name(p->state)));
}

} // namespace pollux
