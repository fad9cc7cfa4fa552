#pragma once

#include "plugins/liver/panel_drag.h"
#include "ui/panels/panel_registry.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace pollux {
class AlongPathRow;
class PlanTable;
} // namespace pollux

namespace pollux::liver {

class CandidatesPanel;

/// What came of the computation: the path in the views, which may be dragged, and its numbers: the evaluator's while it
/// moves, the operation's once it is let go.
class PathPanel : public QWidget
{
    Q_OBJECT

public:
    /// `values` gives what the form holds now; `operation` outlives the panel.
    PathPanel(PanelContext& context, const PlanPuncture& operation, std::function<ParamValues()> values,
              QWidget* parent);

    const Id& planId() const { return m_planId; }
    /// Only said here: renew() shows it.
    void setPlan(const Id& id) { m_planId = id; }
    /// The plan that is shown; nullptr if there is none.
    const Plan* plan() const;
    /// In line with the case again.
    void renew();
    void flyToTarget();

Q_SIGNALS:
    void stateChanged(pollux::Mark mark, QString words);
    void released(pollux::ParamValues values); ///< the needle was let go: to be measured exactly with these
    void anotherWanted();                      ///< keep this plan, make the next one beside it

protected:
    void showEvent(QShowEvent* event) override;

private:
    void drag(const QString& point, const Vec3& position, bool finished);
    void showInViews(const Plan* p, bool good);
    void showOthers();
    void take(const Vec3& entry);
    ParamValues measured() const; ///< values of the plan in hand at the places shown

    PanelContext& m_context;
    std::function<ParamValues()> m_values;
    DragPreview* m_drag;
    QLabel* m_hint;
    PlanTable* m_table;
    QPushButton* m_another;
    AlongPathRow* m_along;
    CandidatesPanel* m_candidates;
    Id m_planId{"plan-1"};
    Vec3 m_target = Vec3::Zero();
    Vec3 m_entry = Vec3::Zero();
};

} // namespace pollux::liver
