#pragma once

#include "core/params/param.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace pollux::liver {

/// Predicts the heated zone of the plan in hand by the heat model and tells it beside the vendor's ellipsoid. All
/// parameters are under Operations; here they stand at their defaults.
class HeatPanel : public QWidget
{
    Q_OBJECT

public:
    HeatPanel(PanelContext& context, QWidget* parent);
    /// `plan`: in hand, empty for none; `lesion`: id or empty.
    void setPlan(const Id& plan, const std::string& lesion);

private:
    ParamValues values() const;
    void renew();
    void run();

    PanelContext& m_context;
    QPushButton* m_run;
    QLabel* m_told;
    Id m_plan;
    std::string m_lesion;
    bool m_running = false;
};

} // namespace pollux::liver
