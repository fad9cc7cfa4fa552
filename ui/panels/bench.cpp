#include "ui/panels/bench.h"

#include "ui/forms/text.h"

namespace pollux {

namespace {

bool mark(Findings& findings, const Finding& which, const std::string& reason)
{
    for (Finding& f : findings)
        if (f.code == which.code && f.text == which.text && f.acknowledged.empty()) {
            f.acknowledged = reason;
            return true;
        }
    return false;
}

} // namespace

void Bench::acknowledge(const Id& owner, const Finding& finding, const QString& reason)
{
    const std::string why = u8(reason.trimmed());
    if (why.empty())
        return;
    const Case& c = document().current();
    Edit edit;
    if (const auto it = c.studies.find(owner); it != c.studies.end()) {
        Study s = *it->second;
        if (mark(s.gate, finding, why))
            edit.put(owner, std::move(s));
    } else if (const auto v = c.volumes.find(owner); v != c.volumes.end()) {
        VolumeObject object = *v->second;
        if (mark(object.gate, finding, why))
            edit.put(owner, std::move(object));
    } else if (const auto p = c.plans.find(owner); p != c.plans.end()) {
        Plan plan = *p->second;
        if (mark(plan.findings, finding, why))
            edit.put(owner, std::move(plan));
    }
    if (!edit.empty())
        document().apply(u8(tr("Acknowledge a finding")), edit);
}

void Bench::select(const Id& id)
{
    if (m_selection == id)
        return;
    m_selection = id;
    Q_EMIT selected(id);
}

} // namespace pollux
