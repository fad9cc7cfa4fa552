#pragma once

#include "core/params/param.h"
#include "ui/panels/panel_registry.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QPushButton;
class QTimer;

namespace pollux {
class ParamForm;
class StepColumn;
} // namespace pollux

namespace pollux::implant {

/// The plan that a page has in hand: what the page's forms say of it, what the case has of it, and the runs that place
/// it. One that was placed and is moved by hand is placed anew where it is let go; one that was never placed, or that
/// was changed in a form, is placed by the page's button alone. Main thread.
class HeldPlan : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const char* operation;         ///< that places it; its id
        const char* kind;              ///< of the plan; it outlives this
        ParamList list;                ///< of the operation
        std::vector<ParamForm*> forms; ///< together they hold all of `list`; the last one holds "plan_id"
        QPushButton* run;              ///< enabled while the plan can be placed
    };
    HeldPlan(PanelContext& context, Parts parts, QObject* parent);

    Id id() const; ///< empty where the form's is none
    const Plan* plan() const;
    const Plan* exact() const; ///< the plan, if it is what the forms say
    bool stale() const;        ///< what the plan was made from has changed
    bool running() const { return m_running; }
    ParamValues given() const;  ///< what the forms hold
    ParamValues values() const; ///< complete

    void setCase(std::shared_ptr<const Case> c); ///< the forms follow it, and what is recorded of the plan
    void take(const std::function<void(ParamValues&)>& into, bool finished); ///< moved by a hand in the views
    void setInHand(const Id& plan);
    /// Placed where the forms say, unless it is already, or cannot be; once what runs has ended, if something does.
    void placeHere();
    /// The button is the next step, or not; step number `step` says whether the plan is placed.
    void showState(StepColumn& steps, int step);

Q_SIGNALS:
    void edited();  ///< the forms say something else
    void started(); ///< a run was
    void renewed(); ///< a run ended, or another plan is in hand: all of the page is to be renewed
    void letGo();   ///< what is being moved is no longer wanted
    void placed();  ///< by the page's button, where the forms say

private:
    struct Started
    {
        int ticket;
        ParamValues values; ///< complete
        std::uint64_t job = 0;
    };
    void takeOverRecorded();
    void overtaken();    ///< the case has it elsewhere now (an undo): what was moved and what runs is no longer wanted
    bool runIfMoved();   ///< see placeHere(); says whether it runs
    void run(bool look); ///< `look`: the user wants to see it placed
    void landed(int ticket, bool look);
    ParamForm& idForm() const { return *m_parts.forms.back(); }

    PanelContext& m_context;
    Parts m_parts;
    QTimer* m_settle;                          ///< after the last move: compute exactly
    std::shared_ptr<const Lineage> m_recorded; ///< of the plan whose values the forms took over
    ParamValues m_placed;                      ///< complete values of the plan in hand
    std::optional<Started> m_started;          ///< the run of the plan in hand that is on its way
    int m_tickets = 0;
    bool m_running = false; ///< a run, of this plan or of the one before
    bool m_again = false;   ///< moved on while it was computed, and let go there
    bool m_follows = false; ///< it was placed, and moved by hand since: placed anew where it is let go
    bool m_taking = false;  ///< the form changes by a hand in the views, not by one in the form
};

} // namespace pollux::implant
