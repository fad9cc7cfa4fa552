#include "plugins/implant/implant_panel.h"

#include "plugins/implant/task_panel.h"

namespace pollux::implant {

void installPanels(PanelRegistry& registry)
{
    registry.add({QStringLiteral("implant.place"), QObject::tr("Implants"),
                  [](PanelContext& context, QWidget* parent) { return new TaskPanel(context, parent); }});
}

} // namespace pollux::implant
