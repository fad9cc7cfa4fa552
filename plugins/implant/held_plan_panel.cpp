#include "plugins/implant/held_plan_panel.h"

#include "core/operation/recorded.h"
#include "core/operation/run.h"
#include "ui/forms/param_form.h"
#include "ui/forms/small_widgets.h"
#include "ui/panels/bench.h"
#include "ui/panels/step_column.h"

#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>

#include <utility>

namespace pollux::implant {

namespace {

constexpr int kSettleMs = 700;

} // namespace

HeldPlan::HeldPlan(PanelContext& context, Parts parts, QObject* parent)
    : QObject(parent), m_context(context), m_parts(std::move(parts)), m_settle(new QTimer(this))
{
    m_settle->setSingleShot(true);
    m_settle->setInterval(kSettleMs);
    connect(m_settle, &QTimer::timeout, this, &HeldPlan::placeHere);
    for (ParamForm* form : m_parts.forms)
        connect(form, &ParamForm::changed, this, [this] {
            if (!m_taking) { // by hand: it is placed by its button alone
                m_follows = false;
                m_settle->stop();
            }
            Q_EMIT edited();
        });
    connect(m_parts.run, &QPushButton::clicked, this, [this] { run(true); });
    connect(&m_context.bench, &Bench::selected, this, [this](const Id& selected) {
        const auto& plans = m_context.bench.seenCase().plans;
        if (const auto it = plans.find(selected); it != plans.end() && it->second->kind == m_parts.kind)
            setInHand(selected);
    });
}

Id HeldPlan::id() const
{
    const std::string id = completed(m_parts.list, idForm().values()).text("plan_id");
    return isValidId(id) ? Id(id) : Id();
}

const Plan* HeldPlan::plan() const
{
    const auto& plans = m_context.bench.seenCase().plans;
    const auto it = plans.find(id());
    return it == plans.end() || it->second->kind != m_parts.kind ? nullptr : it->second.get();
}

const Plan* HeldPlan::exact() const
{
    return m_placed == values() ? plan() : nullptr;
}

bool HeldPlan::stale() const
{
    return staleIds(m_context.bench.document().current()).contains(id());
}

ParamValues HeldPlan::given() const
{
    ParamValues v;
    for (const ParamForm* form : m_parts.forms)
        for (const auto& [key, value] : form->values().all())
            v.set(key, value);
    return v;
}

ParamValues HeldPlan::values() const
{
    return fillDefaults(m_parts.list, m_context.bench.document().current(), given());
}

void HeldPlan::setCase(std::shared_ptr<const Case> c)
{
    for (ParamForm* form : m_parts.forms)
        form->setCase(c);
    takeOverRecorded();
}

void HeldPlan::takeOverRecorded()
{
    const Case& c = m_context.bench.seenCase();
    const Id own = id();
    const auto made = plan() ? c.lineage.find(own) : c.lineage.end();
    if (made == c.lineage.end()) {
        if (std::exchange(m_recorded, nullptr)) // undone
            overtaken();
        m_placed = {};
        return;
    }
    if (made->second == m_recorded)
        return;
    m_recorded = made->second;
    ParamValues v = recordedValues(c, own, m_parts.list);
    if (v.all().empty())
        return;
    v.set("plan_id", own.text());
    const ParamValues before = std::exchange(m_placed, fillDefaults(m_parts.list, c, v));
    // What its own run put, or what was made anew of the same values: what is in hand stays, moved on or not.
    if (m_placed == before || (m_started && m_placed == m_started->values))
        return;
    overtaken();
    std::vector<std::unique_ptr<QSignalBlocker>> quiet; // all forms first, then what follows from them
    for (ParamForm* form : m_parts.forms)
        quiet.push_back(std::make_unique<QSignalBlocker>(form));
    for (ParamForm* form : m_parts.forms)
        form->setValues(v);
    m_placed = values();
}

void HeldPlan::overtaken()
{
    m_settle->stop();
    m_again = m_follows = false;
    Q_EMIT letGo();
    if (const auto was = std::exchange(m_started, std::nullopt))
        m_context.bench.cancel(was->job);
}

void HeldPlan::take(const std::function<void(ParamValues&)>& into, bool finished)
{
    const ParamValues now = values();
    m_follows = m_follows || exact() || (m_started && m_started->values == now);
    m_taking = true;
    ParamValues v = idForm().values();
    into(v);
    idForm().setValues(v);
    m_taking = false;
    if (finished && m_follows)
        m_settle->start();
    else
        m_settle->stop();
}

void HeldPlan::setInHand(const Id& plan)
{
    if (plan != id()) {
        if (m_settle->isActive() || m_again) // the one before is placed where it was let go
            run(false);
        m_started.reset(); // it ends by itself
        m_recorded.reset();
        m_again = m_follows = false;
        Q_EMIT letGo();
        ParamValues v = idForm().values();
        v.set("plan_id", plan.text());
        idForm().setValues(v);
    }
    // After the window has shown what was selected: the plan stays in the views.
    QTimer::singleShot(0, this, &HeldPlan::renewed);
}

void HeldPlan::placeHere()
{
    m_again = m_started.has_value();
    runIfMoved();
}

bool HeldPlan::runIfMoved()
{
    const bool moved = m_parts.run->isEnabled() && !(m_placed == values());
    if (moved)
        run(false);
    return moved;
}

void HeldPlan::run(bool look)
{
    m_settle->stop();
    m_running = true;
    const int ticket = ++m_tickets;
    m_started = Started{ticket, values()};
    Q_EMIT started();
    const auto job = m_context.bench.run(m_parts.operation, given(),
                                         [held = QPointer<HeldPlan>(this), ticket, look](const Outcome& outcome) {
                                             if (held)
                                                 held->landed(ticket, look && outcome.ok);
                                         });
    if (m_started && m_started->ticket == ticket)
        m_started->job = job;
}

void HeldPlan::landed(int ticket, bool look)
{
    const bool inHand = m_started && m_started->ticket == ticket; // else another is by now, or it was undone
    if (inHand)
        m_started.reset();
    m_running = ticket != m_tickets;
    Q_EMIT renewed();
    if (!inHand)
        return;
    if (std::exchange(m_again, false) && runIfMoved())
        return;
    if (look && exact()) // else it is elsewhere by now
        Q_EMIT placed();
}

void HeldPlan::showState(StepColumn& steps, int step)
{
    const bool there = plan(), elsewhere = there && !exact();
    setPrimary(m_parts.run, !there || elsewhere);
    steps.setState(step, there ? elsewhere ? Mark::Edited : Mark::Ok : Mark::Open,
                   there ? elsewhere ? tr("changed, not placed") : tr("placed") : tr("not placed"));
}

} // namespace pollux::implant
