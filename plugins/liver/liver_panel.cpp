#include "plugins/liver/liver_panel.h"

#include "plugins/liver/puncture_panel.h"

namespace pollux::liver {

void installPanels(PanelRegistry& registry)
{
    registry.add({QStringLiteral("liver.puncture"), QObject::tr("Liver puncture"),
                  [](PanelContext& context, QWidget* parent) { return new PuncturePanel(context, parent); }});
}

} // namespace pollux::liver
