#pragma once

#include "core/geometry/vec.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPushButton;

namespace pollux::implant {

/// Buttons that turn the three slices to what is planned, and back, two a row. The slices stay as they are while it
/// moves.
class ViewsRow : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        const char* name; ///< object name
        QString text;
        QString told; ///< by a screen reader
    };
    ViewsRow(PanelContext& context, const std::vector<Entry>& entries, QWidget* parent);

    /// Axes as Viewer::setAxes() takes them; nullopt: the button is off, and its help says why.
    void setView(size_t entry, const std::optional<Mat3>& axes, const QString& help);
    /// Where the slices go when they are turned.
    void setMiddle(const Vec3& middle) { m_middle = middle; }

private:
    PanelContext& m_context;
    std::vector<QPushButton*> m_buttons;
    std::vector<Mat3> m_axes;
    Vec3 m_middle = Vec3::Zero();
};

} // namespace pollux::implant
