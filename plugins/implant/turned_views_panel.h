#pragma once

#include "core/case/placed_implant.h"
#include "plugins/implant/views_row_panel.h"

namespace pollux::implant {

/// Turns the three slices to the implant or to the row of teeth, and back.
class TurnedViewsRow : public ViewsRow
{
    Q_OBJECT

public:
    TurnedViewsRow(PanelContext& context, QWidget* parent);

    /// nullopt: there is none, and the buttons say so.
    void setImplant(const std::optional<PlacedImplant>& placed);

private:
    PanelContext& m_context;
};

} // namespace pollux::implant
