#pragma once

#include "core/geometry/vec.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;

namespace pollux {

/// Views along a straight path: the axial view looks down the needle, the other two lie along it, and a slider moves
/// through it from the skin to the target. Switched off, the planes are the standard ones again.
class AlongPathRow : public QWidget
{
    Q_OBJECT

public:
    AlongPathRow(PanelContext& context, QWidget* parent);

    /// From the skin to the target; nullopt: there is none, and the row says so.
    void setPath(std::optional<std::pair<Vec3, Vec3>> entryAndTarget);
    bool on() const;

private:
    void renew();
    void toggle(bool on);
    void move(int tenths);
    void lookFromHub();

    PanelContext& m_context;
    QCheckBox* m_along;
    QPushButton* m_hub;
    QSlider* m_depth;
    QLabel* m_told;
    std::optional<std::pair<Vec3, Vec3>> m_path;
};

} // namespace pollux
