#pragma once

#include "core/solid/revolved.h"

#include <QWidget>

#include <optional>

class QKeyEvent;

namespace pollux::implant {

class NudgePad;

/// Moves a screw by steps: along its axis, across it along the body's axes, and tilted about its entry. By buttons and
/// by keys. What goes along the axis is no way across it, and is off.
class ScrewPad : public QWidget
{
    Q_OBJECT

public:
    explicit ScrewPad(QWidget* parent);

    /// Where the screw lies now; nullopt: there is none.
    void follow(const std::optional<AxisPose>& now);
    /// Moves it if the key is one of its own.
    bool key(const QKeyEvent& event);

Q_SIGNALS:
    void nudged(const pollux::AxisPose& pose); ///< where it comes to lie

private:
    void nudge(int entry, double step);

    NudgePad* m_pad;
    std::optional<AxisPose> m_now;
};

} // namespace pollux::implant
