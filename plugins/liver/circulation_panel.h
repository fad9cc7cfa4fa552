#pragma once

#include "plugins/liver/circulation_numbers.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace pollux {
class CurveChart;
class OperationStep;
} // namespace pollux

namespace pollux::liver {

/// Portal pressure over the share of the liver that is removed, live with what the form of the step says: the curve
/// with its bands, and the numbers at a share that is dragged, marked as approximate. Let go, the share stands in the
/// form; a run makes it exact.
class CirculationPanel : public QWidget
{
    Q_OBJECT

public:
    /// `step` runs liver.circulation. Outlives the panel.
    CirculationPanel(PanelContext& context, OperationStep& step, QWidget* parent);
    /// In line with case and form again.
    void renew();
    /// The share (0..1) that a cut in hand would remove: the mark follows it.
    void follow(double share);

private:
    void draw(double percent); ///< the curve around a share, and the mark there
    void tell(double percent);
    /// Percent of the liver that the form says is removed; nullopt where it names a structure that says nothing.
    std::optional<double> removedPercent(const Case& c) const;

    PanelContext& m_context;
    OperationStep& m_step;
    CurveChart* m_chart;
    QLabel* m_told;
    ParamValues m_values; ///< that the model is of
    std::optional<PortalModel> m_model;
    std::shared_ptr<const Structure> m_removed; ///< that the form names
    CirculationLimits m_limits;
    bool m_curveStands = false; ///< the chart's curve is of m_model
};

} // namespace pollux::liver
