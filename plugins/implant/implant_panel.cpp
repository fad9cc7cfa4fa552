#include "plugins/implant/implant_panel.h"

#include "plugins/implant/joint_panel.h"
#include "plugins/implant/placing_panel.h"

namespace pollux::implant {

void installPanels(PanelRegistry& registry)
{
    registry.add({QStringLiteral("implant.dental"), QObject::tr("Dental implant"),
                  [](PanelContext& context, QWidget* parent) { return new PlacingPanel(context, parent); }});
    registry.add({QStringLiteral("implant.joint"), QObject::tr("Joint"),
                  [](PanelContext& context, QWidget* parent) { return new JointPanel(context, parent); }});
}

} // namespace pollux::implant
