#include "ui/panels/panel_registry.h"

#include "core/base/error.h"

namespace pollux {

void PanelRegistry::add(PanelEntry entry)
{
    for (const PanelEntry& known : m_entries)
        if (known.id == entry.id)
            throw Error(ErrorCode::Internal, "Panel '" + entry.id.toStdString() + "' is registered twice.");
    m_entries.push_back(std::move(entry));
}

} // namespace pollux
