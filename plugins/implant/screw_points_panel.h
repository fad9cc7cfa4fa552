#pragma once

#include "ui/panels/panel_registry.h"
#include "ui/viewer/point_tool.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace pollux::implant {

/// Entry and target of a screw by two clicks in the slices, one after the other.
class ScrewPoints : public QWidget
{
    Q_OBJECT

public:
    ScrewPoints(PanelContext& context, QWidget* parent);
    ~ScrewPoints() override;

    void renew(); ///< in line with the case again

Q_SIGNALS:
    void set(pollux::Vec3 entry, pollux::Vec3 target);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void begin();
    void take(const Vec3& p);
    void stop();
    void say();

    PanelContext& m_context;
    PointTool m_tool;
    QPushButton* m_set;
    QLabel* m_hint;
    bool m_on = false;
    std::optional<Vec3> m_entry; ///< of the pair that is being set
};

} // namespace pollux::implant
