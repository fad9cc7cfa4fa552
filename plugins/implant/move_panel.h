#pragma once

#include "plugins/implant/live_numbers_panel.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace pollux {
class PlanTable;
}

namespace pollux::implant {

class AxisGizmo;
class NudgePad;
class StressPreview;

/// The placed implant in hand: dragged by its ends in the slices or moved by steps along its own and the body's axes,
/// with distances and the bone's stress while it moves; exact numbers once it is let go.
class MovePanel : public QWidget
{
    Q_OBJECT

public:
    /// Both give complete values of their operation for the plan in hand.
    using Values = std::function<ParamValues()>;
    MovePanel(PanelContext& context, const PlaceDental& place, const StressOperation& stress, Values placeValues,
              Values stressValues, QWidget* parent);

    const Id& planId() const { return m_planId; }
    /// Takes another one in hand, shown by the next renew(). A move of the one before that has not settled is released
    /// first, under its own id.
    void setPlan(const Id& id);
    const Plan* plan() const; ///< nullptr if there is none
    /// Where it is now, also while it moves; nullopt without one.
    const std::optional<PlacedImplant>& now() const { return m_now; }
    void renew();
    void flyTo();

Q_SIGNALS:
    void stateChanged(pollux::Mark mark, QString words);
    void moves();                                            ///< at each step of a move
    void released(pollux::Vec3 platform, pollux::Vec3 apex); ///< to be measured exactly there

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildNudges(QVBoxLayout* column);
    void nudge(int what);
    void drag(const QString& point, const Vec3& position, bool finished);
    void moved(bool finished);
    void showInViews();
    void showBody();
    void endPreviews();
    void tellStress(const StressFrame& frame);
    void renewLearn();
    ParamValues placeValues() const;

    PanelContext& m_context;
    const PlaceDental& m_place;
    Values m_placeValues, m_stressValues;
    LiveNumbers* m_live;
    AxisGizmo* m_gizmo;
    NudgePad* m_pad = nullptr;
    QLabel* m_hint;
    QLabel* m_stressTold;
    PlanTable* m_table;
    StressPreview* m_preview;
    QPushButton* m_learn;
    QTimer* m_settle; ///< after the last step: compute exactly
    Id m_planId{"implant-1"};
    std::optional<PlacedImplant> m_now;
    bool m_moving = false;
    bool m_previews = false; ///< the views show the body or a map of a moment of the move
};

} // namespace pollux::implant
