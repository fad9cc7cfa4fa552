#pragma once

#include "core/geometry/vec.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;

namespace pollux {

/// Views along a straight path: the axial view looks down the needle or screw, the other two lie along it, and a slider
/// moves through it from the entry to its end. Switched off, the planes are the standard ones again.
class AlongPathRow : public QWidget
{
    Q_OBJECT

public:
    /// What the path is of: its words, and the object names of its controls.
    enum class Of { Needle, Screw };
    AlongPathRow(PanelContext& context, QWidget* parent, Of of = Of::Needle);

    /// From the skin to the target, of a screw from below its head to the tip; nullopt: there is none, and the row says
    /// so.
    void setPath(std::optional<std::pair<Vec3, Vec3>> entryAndTarget);
    bool on() const;

private:
    void renew();
    void toggle(bool on);
    void move(int tenths);
    void lookFromHub();

    PanelContext& m_context;
    Of m_of;
    QCheckBox* m_along;
    QPushButton* m_hub;
    QSlider* m_depth;
    QLabel* m_told;
    std::optional<std::pair<Vec3, Vec3>> m_path;
};

} // namespace pollux
