#pragma once

#include "core/geometry/vec.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace pollux::implant {

/// Turns the three slices to the planes of the bone or of the component on it, and back. They stay while it moves.
class BoneViewsRow : public QWidget
{
    Q_OBJECT

public:
    struct Axes
    {
        Mat3 bone, component;
        Vec3 middle; ///< where the views go to
    };

    BoneViewsRow(PanelContext& context, QWidget* parent);

    /// nullopt: there is no component, and the buttons say so.
    void setAxes(const std::optional<Axes>& axes);

private:
    void turn(const Mat3& axes);

    PanelContext& m_context;
    QPushButton* m_bone;
    QPushButton* m_component;
    QPushButton* m_straight;
    std::optional<Axes> m_axes;
};

} // namespace pollux::implant
