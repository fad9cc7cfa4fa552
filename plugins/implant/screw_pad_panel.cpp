#include "plugins/implant/screw_pad_panel.h"

#include "plugins/implant/nudge_panel.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr double kLeastAcross = 0.3; // share of a direction across the axis below which it is none

/// What the pad's buttons and the keys do, in their order. Directions are LPS.
struct Motion
{
    const char* name;
    int key;
    bool tilt;
    double x, y, z;
    double along; ///< not 0: along the axis
};
constexpr Motion kMotions[] = {
    {"screwDeeper", Qt::Key_PageDown, false, 0, 0, 0, 1},
    {"screwHigher", Qt::Key_PageUp, false, 0, 0, 0, -1},
    {"screwLeft", Qt::Key_L, false, 1, 0, 0, 0},
    {"screwRight", Qt::Key_R, false, -1, 0, 0, 0},
    {"screwUp", Qt::Key_S, false, 0, 0, 1, 0},
    {"screwDown", Qt::Key_I, false, 0, 0, -1, 0},
    {"screwFront", Qt::Key_A, false, 0, -1, 0, 0},
    {"screwBack", Qt::Key_P, false, 0, 1, 0, 0},
    {"screwTiltLeft", Qt::Key_L, true, 1, 0, 0, 0},
    {"screwTiltRight", Qt::Key_R, true, -1, 0, 0, 0},
    {"screwTiltUp", Qt::Key_S, true, 0, 0, 1, 0},
    {"screwTiltDown", Qt::Key_I, true, 0, 0, -1, 0},
    {"screwTiltFront", Qt::Key_A, true, 0, -1, 0, 0},
    {"screwTiltBack", Qt::Key_P, true, 0, 1, 0, 0},
};

/// Unit, across the axis; nullopt for a direction that goes along it.
std::optional<Vec3> across(const Motion& m, const Vec3& axis)
{
    const Vec3 v(m.x, m.y, m.z);
    const Vec3 d = v - v.dot(axis) * axis;
    return d.norm() > kLeastAcross ? std::optional<Vec3>(d.normalized()) : std::nullopt;
}

} // namespace

ScrewPad::ScrewPad(QWidget* parent)
    : QWidget(parent),
      m_pad(new NudgePad(
          {{kMotions[0].name, tr("Deeper"), tr("Along its axis, towards the tip (Page down)")},
           {kMotions[1].name, tr("Higher"), tr("Along its axis, out of the bone (Page up)")},
           {kMotions[2].name, tr("To the left"), tr("Towards the patient's left, across its axis (L)")},
           {kMotions[3].name, tr("To the right"), tr("Towards the patient's right, across its axis (R)")},
           {kMotions[4].name, tr("Up"), tr("Towards the patient's head, across its axis (S)")},
           {kMotions[5].name, tr("Down"), tr("Towards the patient's feet, across its axis (I)")},
           {kMotions[6].name, tr("Forwards"), tr("Towards the patient's front, across its axis (A)")},
           {kMotions[7].name, tr("Backwards"), tr("Towards the patient's back, across its axis (P)")},
           {kMotions[8].name, tr("Tilt left"), tr("The tip goes to the patient's left, the entry stays (Shift+L)")},
           {kMotions[9].name, tr("Tilt right"), tr("The tip goes to the patient's right, the entry stays (Shift+R)")},
           {kMotions[10].name, tr("Tilt up"), tr("The tip goes towards the head, the entry stays (Shift+S)")},
           {kMotions[11].name, tr("Tilt down"), tr("The tip goes towards the feet, the entry stays (Shift+I)")},
           {kMotions[12].name, tr("Tilt forwards"), tr("The tip goes forwards, the entry stays (Shift+A)")},
           {kMotions[13].name, tr("Tilt backwards"), tr("The tip goes backwards, the entry stays (Shift+P)")}},
          "screwStep", this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pad);
    connect(m_pad, &NudgePad::nudged, this, &ScrewPad::nudge);
}

void ScrewPad::follow(const std::optional<AxisPose>& now)
{
    m_now = now;
    for (const Motion& m : kMotions)
        if (auto* button = m_pad->findChild<QPushButton*>(QLatin1String(m.name)))
            button->setEnabled(now && (m.along != 0 || across(m, now->direction)));
    setVisible(now.has_value());
}

bool ScrewPad::key(const QKeyEvent& event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const bool tilt = event.modifiers() & Qt::ShiftModifier;
    for (size_t n = 0; n < std::size(kMotions); ++n)
        if (kMotions[n].key == event.key() && kMotions[n].tilt == tilt) {
            nudge(static_cast<int>(n), m_pad->step());
            return true;
        }
    return false;
}

void ScrewPad::nudge(int entry, double step)
{
    if (!m_now)
        return;
    const Motion& m = kMotions[entry];
    AxisPose pose = *m_now;
    const auto way = across(m, pose.direction);
    if (m.along != 0) {
        pose.origin += m.along * step * pose.direction;
    } else if (!way) {
        return;
    } else if (m.tilt) {
        const double angle = step * std::numbers::pi / 180;
        pose.direction = (std::cos(angle) * pose.direction + std::sin(angle) * *way).normalized();
    } else {
        pose.origin += step * *way;
    }
    Q_EMIT nudged(pose);
}

} // namespace pollux::implant
