#pragma once

#include "ui/panels/panel_registry.h"

#include <QWidget>

namespace pollux::implant {

/// The task of implants: a dental one, a component of a joint, a bone screw, a hip cup or a bone plate, one at a time.
class TaskPanel : public QWidget
{
    Q_OBJECT

public:
    TaskPanel(PanelContext& context, QWidget* parent);
};

} // namespace pollux::implant
