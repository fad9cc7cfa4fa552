#include "plugins/liver/heat_panel.h"

#include "core/operation/run.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace pollux::liver {

namespace {

constexpr const char* kOperation = "liver.heat";

} // namespace

HeatPanel::HeatPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_run(new QPushButton(tr("Predict the zone by heat"), this)),
      m_told(mutedLabel(this))
{
    m_run->setObjectName(QStringLiteral("predictHeat"));
    m_run->setAccessibleName(m_run->text());
    m_told->setObjectName(QStringLiteral("predictHeatTold"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_told);
    column->addWidget(m_run, 0, Qt::AlignLeft);
    connect(m_run, &QPushButton::clicked, this, &HeatPanel::run);
    renew();
}

void HeatPanel::setPlan(const Id& plan, const std::string& lesion)
{
    m_plan = plan;
    m_lesion = lesion;
    renew();
}

ParamValues HeatPanel::values() const
{
    ParamValues v;
    v.set("plan", m_plan.text());
    if (!m_lesion.empty())
        v.set("lesion", m_lesion);
    return v;
}

void HeatPanel::renew()
{
    const Case& c = m_context.bench.seenCase();
    QString why;
    if (m_running)
        why = tr("It is being computed: see its progress below.");
    else if (m_plan.empty() || !c.plans.contains(m_plan))
        why = tr("Compute a plan first.");
    else
        for (const Finding& f :
             checkOperation(m_context.bench.registry().at(kOperation), m_context.bench.document().current(), values()))
            if (f.severity == Severity::Stop && why.isEmpty())
                why = shown(f.text + " " + f.advice);
    m_run->setEnabled(why.isEmpty());
    m_run->setToolTip(why.isEmpty() ? tr("Bioheat equation with blood flow and vessels that cool; its parameters are "
                                         "under Operations")
                                    : why);
    const Id made("heat-damage-" + (m_plan.empty() ? std::string("none") : m_plan.text()));
    const auto damage = c.structures.find(made);
    if (damage == c.structures.end()) {
        m_told->setText(tr("What the heat model predicts beside the vendor's ellipsoid: unverified properties, not for "
                           "a decision on a patient."));
        return;
    }
    QStringList lines;
    if (staleIds(m_context.bench.document().current()).contains(made))
        lines << tr("STALE: something that it was made from has changed.");
    for (const NamedQuantity& m : damage->second->measures)
        lines << tr("%1: %2").arg(shown(m.label), shown(m.quantity.value, m.quantity.unit));
    m_told->setText(lines.join(QChar(u'\n')));
}

void HeatPanel::run()
{
    m_running = true;
    renew();
    m_context.bench.run(kOperation, values(), [panel = QPointer<HeatPanel>(this)](const Outcome& o) {
        if (!panel)
            return;
        panel->m_running = false;
        panel->renew();
        if (!o.ok && !o.cancelled)
            panel->m_told->setText(o.error);
    });
}

} // namespace pollux::liver
