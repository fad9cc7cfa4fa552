#include "plugins/implant/plan_in_hand_panel.h"

#include "ui/forms/text.h"
#include "ui/panels/bench.h"

#include <QSignalBlocker>

namespace pollux::implant {

PlanInHand::PlanInHand(PanelContext& context, const char* kind, const QString& name, const QString& told,
                       QWidget* parent)
    : QComboBox(parent), m_context(context), m_kind(kind)
{
    setObjectName(name);
    setAccessibleName(told);
    setPlaceholderText(tr("A new one"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(this, &QComboBox::activated, this, [this] {
        const Id id(u8(currentData().toString()));
        Q_EMIT chosen(id);
        m_context.bench.select(id);
    });
}

void PlanInHand::renew(const Id& inHand)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const auto& [id, plan] : m_context.bench.seenCase().plans)
        if (plan->kind == m_kind)
            addItem(q(plan->name), q(id.text()));
    setCurrentIndex(findData(q(inHand.text()))); // -1: a new one
    setVisible(count() > (currentIndex() < 0 ? 0 : 1));
}

Id freePlanId(const Case& c, const std::string& stem, const std::function<bool(const Id&)>& taken)
{
    int n = 2;
    const auto named = [&] { return Id(stem + '-' + std::to_string(n)); };
    while (c.kindOf(named()) || taken(named()))
        ++n;
    return named();
}

} // namespace pollux::implant
