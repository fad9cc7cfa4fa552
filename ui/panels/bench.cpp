#include "ui/panels/bench.h"

#include "core/case/hidden_plans.h"
#include "ui/forms/text.h"

namespace pollux {

std::shared_ptr<const Case> Bench::seen()
{
    const auto whole = document().snapshot();
    if (whole != m_whole) {
        m_seen = withoutHidden(whole);
        m_whole = whole;
    }
    return m_seen;
}

void Bench::acknowledge(const Id& finding, const QString& reason)
{
    ParamValues values;
    values.set("finding", finding.text());
    values.set("reason", u8(reason.trimmed()));
    run("case.acknowledge", values);
}

void Bench::select(const Id& id)
{
    if (m_selection == id)
        return;
    m_selection = id;
    Q_EMIT selected(id);
}

} // namespace pollux
