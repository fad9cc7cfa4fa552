#include "core/operation/registry.h"
#include "shell_operation.h"
#include "shell_panel.h"
#include "ui/extension/site_plugin.h"

#include <QObject>

class TemplatePlugin : public QObject, public pollux::SitePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID POLLUX_SITE_PLUGIN_IID FILE "template_plugin.json")
    Q_INTERFACES(pollux::SitePlugin)

public:
    void install(pollux::Registry& registry) override { registry.add(makeShellOperation()); }
    void installPanels(pollux::PanelRegistry& registry) override { addShellPanel(registry); }
};

#include "template_plugin.moc"
