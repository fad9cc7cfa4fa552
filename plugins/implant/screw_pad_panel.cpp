#include "plugins/implant/screw_pad_panel.h"

#include "plugins/implant/nudge_keys_panel.h"
#include "plugins/implant/nudge_panel.h"
#include "ui/forms/small_widgets.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <iterator>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr double kLeastAcross = 0.3; // share of a direction across the axis below which it is none

/// What the pad's buttons and the keys do, in their order.
struct Motion
{
    const char* name;
    NudgeKey key;
};
constexpr Motion kMotions[] = {
    {"screwDeeper", {NudgeKey::In, false}},      {"screwHigher", {NudgeKey::Out, false}},
    {"screwLeft", {NudgeKey::Left, false}},      {"screwRight", {NudgeKey::Right, false}},
    {"screwUp", {NudgeKey::Up, false}},          {"screwDown", {NudgeKey::Down, false}},
    {"screwFront", {NudgeKey::Front, false}},    {"screwBack", {NudgeKey::Back, false}},
    {"screwTiltLeft", {NudgeKey::Left, true}},   {"screwTiltRight", {NudgeKey::Right, true}},
    {"screwTiltUp", {NudgeKey::Up, true}},       {"screwTiltDown", {NudgeKey::Down, true}},
    {"screwTiltFront", {NudgeKey::Front, true}}, {"screwTiltBack", {NudgeKey::Back, true}},
};

/// 1 towards the tip, -1 out of the bone, 0 across the axis.
double along(const Motion& m)
{
    return m.key.towards == NudgeKey::In ? 1 : m.key.towards == NudgeKey::Out ? -1 : 0;
}

/// LPS; zero along the axis.
Vec3 bodyWay(NudgeKey::Towards towards)
{
    switch (towards) {
    case NudgeKey::Left:
        return {1, 0, 0};
    case NudgeKey::Right:
        return {-1, 0, 0};
    case NudgeKey::Front:
        return {0, -1, 0};
    case NudgeKey::Back:
        return {0, 1, 0};
    case NudgeKey::Up:
        return {0, 0, 1};
    case NudgeKey::Down:
        return {0, 0, -1};
    case NudgeKey::In:
    case NudgeKey::Out:
        break;
    }
    return Vec3::Zero();
}

/// Unit, across the axis; nullopt for a direction that goes along it.
std::optional<Vec3> across(const Motion& m, const Vec3& axis)
{
    const Vec3 v = bodyWay(m.key.towards);
    const Vec3 d = v - v.dot(axis) * axis;
    return d.norm() > kLeastAcross ? std::optional<Vec3>(d.normalized()) : std::nullopt;
}

} // namespace

ScrewPad::ScrewPad(QWidget* parent)
    : QWidget(parent),
      m_pad(new NudgePad(
          {{kMotions[0].name, tr("Deeper"), tr("Along its axis, towards the tip")},
           {kMotions[1].name, tr("Higher"), tr("Along its axis, out of the bone")},
           {kMotions[2].name, tr("To the left"), tr("Towards the patient's left, across its axis")},
           {kMotions[3].name, tr("To the right"), tr("Towards the patient's right, across its axis")},
           {kMotions[4].name, tr("Up"), tr("Towards the patient's head, across its axis")},
           {kMotions[5].name, tr("Down"), tr("Towards the patient's feet, across its axis")},
           {kMotions[6].name, tr("Forwards"), tr("Towards the patient's front, across its axis")},
           {kMotions[7].name, tr("Backwards"), tr("Towards the patient's back, across its axis")},
           {kMotions[8].name, tr("Tilt left"), tr("The tip goes to the patient's left, the entry stays")},
           {kMotions[9].name, tr("Tilt right"), tr("The tip goes to the patient's right, the entry stays")},
           {kMotions[10].name, tr("Tilt up"), tr("The tip goes towards the head, the entry stays")},
           {kMotions[11].name, tr("Tilt down"), tr("The tip goes towards the feet, the entry stays")},
           {kMotions[12].name, tr("Tilt forwards"), tr("The tip goes forwards, the entry stays")},
           {kMotions[13].name, tr("Tilt backwards"), tr("The tip goes backwards, the entry stays")}},
          "screwStep", this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* keys = mutedLabel(this);
    keys->setObjectName(QStringLiteral("screwKeys"));
    keys->setText(nudgeKeysTold(NudgeKeys::All));
    column->addWidget(m_pad);
    column->addWidget(keys);
    for (size_t n = 0; n < std::size(kMotions); ++n)
        m_pad->setKey(static_cast<int>(n), keyName(kMotions[n].key));
    connect(m_pad, &NudgePad::nudged, this, &ScrewPad::nudge);
}

void ScrewPad::follow(const std::optional<AxisPose>& now)
{
    m_now = now;
    for (const Motion& m : kMotions)
        if (auto* button = m_pad->findChild<QPushButton*>(QLatin1String(m.name)))
            button->setEnabled(now && (along(m) != 0 || across(m, now->direction)));
    setVisible(now.has_value());
}

bool ScrewPad::key(const QKeyEvent& event)
{
    const auto key = nudgeKey(event, NudgeKeys::All);
    for (size_t n = 0; key && n < std::size(kMotions); ++n)
        if (kMotions[n].key == *key) {
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
    if (along(m) != 0) {
        pose.origin += along(m) * step * pose.direction;
    } else if (!way) {
        return;
    } else if (m.key.turn) {
        const double angle = step * std::numbers::pi / 180;
        pose.direction = (std::cos(angle) * pose.direction + std::sin(angle) * *way).normalized();
    } else {
        pose.origin += step * *way;
    }
    Q_EMIT nudged(pose);
}

} // namespace pollux::implant
