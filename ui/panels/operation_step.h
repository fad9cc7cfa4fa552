#pragma once

#include "core/params/param.h"
#include "ui/panels/panel_registry.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

#include <set>

class QLabel;
class QPushButton;
class QToolButton;

namespace pollux {

class FindingsList;
class ParamForm;
class PlanTable;

/// One operation as a step of a task: run it, see what it made as a table, and open its parameters where they are to be
/// changed. For operations that put a plan under their parameter "plan_id".
class OperationStep : public QWidget
{
    Q_OBJECT

public:
    struct Shape
    {
        std::string operation;
        std::string kind;            ///< of the plan that it puts
        QString button;              ///< "Check the heated zone"
        QString hint;                ///< what it tells, while there is nothing yet
        std::set<std::string> plain; ///< parameters that are not folded away among the others
    };

    OperationStep(PanelContext& context, Shape shape, QWidget* parent);

    /// Values that the task knows (the plan in hand): set in the form, all others stay.
    void give(const ParamValues& values);
    ParamForm* form() const { return m_form; }
    const Plan* result() const; ///< nullptr if there is none
    Id resultId() const;        ///< what the form names; malformed or empty: an empty id
    /// Why it cannot run now, in the user's words; empty if it can.
    QString blocked() const { return m_blocked; }
    /// In line with the case again.
    void renew();
    /// As its button does, for a page that starts it from elsewhere; nothing where it is blocked(). What goes wrong is
    /// told in the step.
    void run();

Q_SIGNALS:
    /// It can be run now, or no longer, or for another reason: see blocked().
    void runChanged();
    void stateChanged(pollux::Mark mark, QString words);

private:
    void build();
    /// The values that the result was made with, so that another run does the same; once a result.
    void takeOverRecorded();
    void renewCheck();

    PanelContext& m_context;
    Shape m_shape;
    const Operation* m_operation;
    ParamForm* m_form;
    FindingsList* m_findings;
    QLabel* m_hint;
    QPushButton* m_run;
    QToolButton* m_fold;
    PlanTable* m_table;
    std::shared_ptr<const Lineage> m_recorded; ///< of the result whose values the form took over
    QString m_blocked;
    bool m_running = false;
};

} // namespace pollux
