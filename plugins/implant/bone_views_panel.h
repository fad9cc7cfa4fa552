#pragma once

#include "plugins/implant/views_row_panel.h"

namespace pollux::implant {

/// Turns the three slices to the planes of the bone or of the component on it, and back.
class BoneViewsRow : public ViewsRow
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
};

} // namespace pollux::implant
