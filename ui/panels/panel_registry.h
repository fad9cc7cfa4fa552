#pragma once

#include "core/image/curved_reformation.h"
#include "ui/panels/bench.h"
#include "ui/viewer/theme.h"

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace pollux {

class Viewer;

/// What a panel is given. Outlives every panel.
struct PanelContext
{
    Bench& bench;
    Viewer* viewer = nullptr;     ///< nullptr in tests without a display
    const Theme* theme = nullptr; ///< the one in use; a change of theme arrives as QEvent::PaletteChange
    std::function<void()> exportReport;
    std::function<void(const QString& title)> openTask;       ///< brings a task to the front; empty in tests
    std::function<void(const QString& page)> openPreferences; ///< the same for a page of the preferences
    /// Brings the image along a curve of the case to the front; empty in tests.
    std::function<void(const Id& curve, CurvedKind kind)> openCurve = {};
};

/// One panel that a plugin offers.
struct PanelEntry
{
    QString id;    ///< "liver.puncture"
    QString title; ///< of its tab
    std::function<QWidget*(PanelContext& context, QWidget* parent)> make;
};

/// The panels of all plugins, in the order they were added. Built in main and handed down.
class PanelRegistry
{
public:
    /// Throws Error (Internal) if the id is taken.
    void add(PanelEntry entry);
    const std::vector<PanelEntry>& all() const { return m_entries; }

private:
    std::vector<PanelEntry> m_entries;
};

} // namespace pollux
