#include "ui/panels/study_gate.h"

#include "ui/panels/findings_panel.h"

#include <QVBoxLayout>

namespace pollux {

StudyGate::StudyGate(PanelContext& context, QWidget* parent) : QWidget(parent), m_list(new FindingsList(context, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
}

void StudyGate::renew(const Case& c)
{
    std::vector<FindingEntry> gate = findingsOf(c);
    std::erase_if(gate, [&](const FindingEntry& e) { return c.plans.contains(e.owner); });
    bool blocked = false;
    for (const FindingEntry& e : gate)
        blocked = blocked || blocks({e.finding});
    m_list->show(gate);
    if (c.volumes.empty())
        Q_EMIT stateChanged(Mark::Open, tr("no study"));
    else if (blocked)
        Q_EMIT stateChanged(Mark::Stop, tr("blocked"));
    else
        Q_EMIT stateChanged(gate.empty() ? Mark::Ok : Mark::Note, gate.empty() ? tr("fit") : tr("fit, see notes"));
}

} // namespace pollux
