#include "ui/panels/hide_plan_row.h"

#include "core/case/hidden_plans.h"
#include "core/operation/run.h"
#include "ui/forms/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pollux {

namespace {

/// Why an operation cannot run; empty if it can.
QString whyNot(Bench& bench, std::string_view id, const ParamValues& values)
{
    const Operation* operation = bench.registry().find(id);
    if (!operation)
        return QObject::tr("This program has no operation to hide plans.");
    QString why;
    for (const Finding& f : checkOperation(*operation, bench.document().current(), values))
        if (f.severity == Severity::Stop)
            why += (why.isEmpty() ? QString() : QStringLiteral(" ")) + shown(f.text + " " + f.advice);
    return why;
}

ParamValues plansOf(const std::vector<Id>& ids)
{
    std::vector<std::string> texts;
    for (const Id& id : ids)
        texts.push_back(id.text());
    ParamValues values;
    values.set("plans", std::move(texts));
    return values;
}

} // namespace

HidePlanRow::HidePlanRow(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_hidden(new QLabel(this)),
      m_hide(new QPushButton(tr("Hide from learner"), this)), m_reveal(new QPushButton(tr("Reveal"), this))
{
    m_hidden->setObjectName(QStringLiteral("planHidden"));
    m_hidden->setWordWrap(true);
    m_hidden->setProperty("role", QStringLiteral("note"));
    m_hide->setObjectName(QStringLiteral("planHide"));
    m_hide->setAccessibleName(tr("Hide plan A from a learner"));
    m_reveal->setObjectName(QStringLiteral("planReveal"));
    m_reveal->setAccessibleName(tr("Reveal the hidden plans"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_hide);
    buttons->addWidget(m_reveal);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_hidden);
    column->addLayout(buttons);
    connect(m_hide, &QPushButton::clicked, this, &HidePlanRow::hidePlan);
    connect(m_reveal, &QPushButton::clicked, this, &HidePlanRow::reveal);
    renew();
}

void HidePlanRow::setPlan(const Id& plan)
{
    m_plan = plan;
    renew();
}

void HidePlanRow::renew()
{
    const size_t hidden = hiddenPlans(m_context.bench.document().current()).size();
    m_hidden->setText(hidden == 1
                          ? tr("One plan is hidden: make your own, then reveal it and compare.")
                          : tr("%1 plans are hidden: make your own, then reveal them and compare.").arg(hidden));
    m_hidden->setVisible(hidden > 0);
    const auto set = [](QPushButton* button, const QString& why, const QString& does) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why.isEmpty() ? does : why);
    };
    set(m_hide, m_plan.empty() ? tr("There is no plan yet.") : whyNot(m_context.bench, kHidePlan, plansOf({m_plan})),
        tr("For teaching: plan A leaves lists, views, tables, report and exports until it is revealed, also in the "
           "saved "
           "case. It is no protection: the file still holds the plan."));
    set(m_reveal, hidden == 0 ? tr("No plan of this case is hidden.") : QString(),
        tr("Shows the hidden plans again, beside yours."));
}

void HidePlanRow::hidePlan()
{
    m_context.bench.run(std::string(kHidePlan), plansOf({m_plan}),
                        [this](const Outcome& o) { Q_EMIT told(o.ok || o.cancelled ? QString() : o.error); });
}

void HidePlanRow::reveal()
{
    const std::vector<Id> hidden = hiddenPlans(m_context.bench.document().current());
    m_context.bench.run(std::string(kRevealPlan), plansOf(hidden), [this, hidden](const Outcome& o) {
        Q_EMIT told(o.ok || o.cancelled ? QString() : o.error);
        if (o.ok)
            Q_EMIT revealed(hidden);
    });
}

} // namespace pollux
