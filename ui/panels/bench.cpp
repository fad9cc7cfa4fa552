#include "ui/panels/bench.h"

#include "ui/forms/text.h"

namespace pollux {

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
