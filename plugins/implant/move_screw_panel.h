#pragma once

#include "plugins/implant/live_screw_panel.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

#include <functional>
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
    void setPlan(const Id& id) { m_planId = id; }
    const Plan* plan() const { return current().get(); }            ///< nullptr if there is none
    const std::optional<ScrewInHand>& now() const { return m_now; } ///< where it is shown
    /// In line with the case; `trial`: what the form describes where that is not what is placed.
    void renew(const std::optional<ScrewInHand>& trial);
    /// The exact run that released() asked for has ended.
    void landed() { m_awaiting = false; }
    void flyTo();

Q_SIGNALS:
    void stateChanged(pollux::Mark mark, QString words);
    void released(pollux::Vec3 entry, pollux::Vec3 tip); ///< to be measured exactly there

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::shared_ptr<const Plan> current() const;
    void take(const std::shared_ptr<const Plan>& plan, const std::optional<ScrewInHand>& trial);
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
    std::optional<Plan> m_told; ///< numbers of the moment
    bool m_moving = false;      ///< it is not where the plan has it
    bool m_dragging = false;
    bool m_awaiting = false;
    bool m_previews = false; ///< the views show a body of a moment
};

} // namespace pollux::implant
