#pragma once

#include "plugins/implant/live_screw_panel.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

#include <functional>
#include <map>
#include <optional>

class QLabel;
class QTimer;

namespace pollux {
class AlongPathRow;
class PlanTable;
} // namespace pollux

namespace pollux::implant {

class AxisGizmo;
class ScrewGrade;
class ScrewPad;

/// The screw in hand: dragged by its ends in the slices or moved by steps, with its numbers while it moves; exact ones
/// once it is let go. Before it is placed, the one that the form describes.
class MoveScrew : public QWidget
{
    Q_OBJECT

public:
    /// Gives complete values of the operation.
    using Values = std::function<ParamValues()>;
    MoveScrew(PanelContext& context, const PlaceScrew& place, Values values, QWidget* parent);

    const Id& planId() const { return m_planId; }
    /// Takes another one in hand, shown by the next renew(). A move of the one before that has not settled is released
    /// first, under its own id; of answers that are still to come to it nothing is shown.
    void setPlan(const Id& id);
    const Plan* plan() const { return current().get(); }            ///< nullptr if there is none
    const std::optional<ScrewInHand>& now() const { return m_now; } ///< where it is shown
    /// In line with the case; `trial`: what the form describes where that is not what is placed.
    void renew(const std::optional<ScrewInHand>& trial);
    /// A run is on its way that puts the plan in hand there: when that comes it is no reason to take away what is in
    /// hand. Returns a ticket for landed().
    int await(const ScrewInHand& there);
    /// That run has ended. A ticket of a screw that is no longer in hand does nothing.
    void landed(int ticket);
    /// A move that has not settled is released now; false: there was none.
    bool settle();
    void flyTo();

Q_SIGNALS:
    void stateChanged(pollux::Mark mark, QString words);
    void released(pollux::Vec3 entry, pollux::Vec3 tip); ///< the user has let it go there
    void overtaken(); ///< the case has it elsewhere now (an undo): what awaited runs would put is no longer wanted

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::shared_ptr<const Plan> current() const;
    void take(const std::shared_ptr<const Plan>& plan, const std::optional<ScrewInHand>& trial);
    bool lands(const std::shared_ptr<const Plan>& plan) const;
    void endDrag();
    void nudge(const AxisPose& pose);
    void drag(const QString& point, const Vec3& position, bool finished);
    void dragTo(const AxisPose& pose, bool finished);
    void moved();
    void tell(const ScrewMoment& moment);
    void showNumbers();
    void showInViews();
    void leaveViews();
    ParamValues values() const;

    PanelContext& m_context;
    const PlaceScrew& m_place;
    Values m_values;
    LiveScrew* m_live;
    QLabel* m_hint;
    ScrewGrade* m_grade;
    AlongPathRow* m_along;
    ScrewPad* m_pad;
    AxisGizmo* m_gizmo;
    PlanTable* m_table;
    QTimer* m_settle; ///< after the last move: compute exactly
    Id m_planId{"screw-1"};
    std::shared_ptr<const Plan> m_base; ///< that the move began from
    std::optional<ScrewInHand> m_now;
    std::optional<Plan> m_told;           ///< numbers of the moment
    std::map<int, ScrewInHand> m_awaited; ///< by ticket: where runs on their way put it
    int m_tickets = 0;
    bool m_trial = false;    ///< it is what the form describes, not placed
    bool m_moving = false;   ///< it is not where the plan has it
    bool m_dragging = false; ///< the mouse holds it
    bool m_lost = false;     ///< another screw came while the mouse held the one before: that drag is of none
    bool m_previews = false; ///< the views show a body of a moment
};

} // namespace pollux::implant
