#pragma once

#include "core/image/mask.h"
#include "core/params/param.h"
#include "ui/panels/panel_registry.h"
#include "ui/viewer/points_tool.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace pollux {
class OperationStep;
}

namespace pollux::liver {

/// Sets the points of a cut by hand in the slices: clicked, dragged, taken away; where the surface through them cuts
/// the liver is drawn at once.
class CutPointsPanel : public QWidget
{
    Q_OBJECT

public:
    /// `step` runs liver.resect; its form holds the points. Outlives the panel.
    CutPointsPanel(PanelContext& context, OperationStep& step, QWidget* parent);
    ~CutPointsPanel() override;
    /// In line with case and form again.
    void renew();

Q_SIGNALS:
    void inHand(bool on); ///< the points are being set

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void begin();
    void stop();
    void take(const std::vector<Vec3>& points);
    void drawCut(const ParamValues& values);

    PanelContext& m_context;
    OperationStep& m_step;
    PointsTool m_tool;
    QPushButton* m_set;
    QLabel* m_hint;
    bool m_on = false;
    bool m_giving = false; ///< the form changes by us
};

} // namespace pollux::liver
