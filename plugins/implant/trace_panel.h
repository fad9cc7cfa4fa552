#pragma once

#include "ui/panels/panel_registry.h"
#include "ui/viewer/points_tool.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace pollux::implant {

/// Points set along a canal in the slices, and the button that makes the canal of them.
class TracePanel : public QWidget
{
    Q_OBJECT

public:
    TracePanel(PanelContext& context, QWidget* parent);
    ~TracePanel() override;

    void renew();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void begin();
    void stop();
    void make();
    void renewHint();

    PanelContext& m_context;
    PointsTool m_tool;
    QPushButton* m_set;
    QPushButton* m_make;
    QLabel* m_hint;
    std::vector<Vec3> m_points;
    bool m_on = false;
};

} // namespace pollux::implant
