#pragma once

#include "plugins/liver/resection_shift.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <memory>

class QLabel;
class QSlider;

namespace pollux {
class OperationStep;
}

namespace pollux::liver {

/// Moves the cut of a resection along its normal: what would remain is told and shown while the slider moves, marked as
/// approximate; let go, the shift stands in the form of the step, and a run makes it exact.
class ShiftPanel : public QWidget
{
    Q_OBJECT

public:
    /// `step` runs liver.resect; its form says what is cut. Outlives the panel.
    ShiftPanel(PanelContext& context, OperationStep& step, QWidget* parent);
    /// In line with case and form again.
    void renew();
    /// The cut is being drawn by hand: what remains is told for each that the form comes to hold, the newest asked for.
    void setFollowing(bool on);

Q_SIGNALS:
    /// Share of the liver with its lesions (0..1) that the cut would remove where it is now.
    void moved(double removedShare);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    struct Organ;
    struct Prepared;
    void showRemoved(std::shared_ptr<const Mask> removed); ///< in place of what the case has; null: that again
    void prepare();
    void move(int tenths);
    void tell(const Prepared& prepared, int tenths);
    void drawRemoved();
    void release();

    PanelContext& m_context;
    OperationStep& m_step;
    QSlider* m_slider;
    QLabel* m_told;
    std::shared_ptr<const Organ> m_organ;
    std::shared_ptr<const Prepared> m_prepared;
    ParamValues m_wanted; ///< what the prepared or the coming one is of, without the shift
    std::shared_ptr<const Case> m_case;
    bool m_preparing = false;
    bool m_drawing = false;
    bool m_drawAgain = false;
    bool m_dragging = false;
    bool m_following = false;
    bool m_shown = false; ///< the views show what would be removed
};

} // namespace pollux::liver
