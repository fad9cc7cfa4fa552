#pragma once

#include "core/case/placed_implant.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace pollux::implant {

/// Turns the three slices to the implant or to the row of teeth, and back. They stay as they are while it moves.
class TurnedViewsRow : public QWidget
{
    Q_OBJECT

public:
    TurnedViewsRow(PanelContext& context, QWidget* parent);

    /// nullopt: there is none, and the buttons say so.
    void setImplant(const std::optional<PlacedImplant>& placed);

private:
    void renew();
    void turn(const Mat3& axes);
    std::optional<Vec3> tangent() const;

    PanelContext& m_context;
    QPushButton* m_along;
    QPushButton* m_across;
    QPushButton* m_straight;
    std::optional<PlacedImplant> m_placed;
};

} // namespace pollux::implant
