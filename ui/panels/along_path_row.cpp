#include "ui/panels/along_path_row.h"

#include "ui/forms/text.h"
#include "ui/viewer/slice_plane.h"
#include "ui/viewer/viewer.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace pollux {

AlongPathRow::AlongPathRow(PanelContext& context, QWidget* parent, Of of)
    : QWidget(parent), m_context(context), m_of(of), m_along(new QCheckBox(this)), m_hub(new QPushButton(this)),
      m_depth(new QSlider(Qt::Horizontal, this)), m_told(new QLabel(this))
{
    const bool screw = of == Of::Screw;
    m_along->setText(screw ? tr("Look along the screw") : tr("Views along the needle"));
    m_along->setObjectName(screw ? QStringLiteral("alongScrew") : QStringLiteral("alongNeedle"));
    m_along->setAccessibleName(m_along->text());
    m_hub->setText(screw ? tr("3-D from its head") : tr("3-D from its hub"));
    m_hub->setObjectName(screw ? QStringLiteral("fromScrewHead") : QStringLiteral("fromHub"));
    m_hub->setAccessibleName(screw ? tr("Look from the screw's head towards its tip in 3-D")
                                   : tr("Look at the target from the needle's hub in 3-D"));
    m_depth->setObjectName(screw ? QStringLiteral("screwDepth") : QStringLiteral("needleDepth"));
    m_depth->setAccessibleName(screw ? tr("Depth along the screw, in tenths of a millimetre from below its head")
                                     : tr("Depth along the needle, in tenths of a millimetre from the skin"));
    m_depth->setPageStep(50);
    m_depth->setSingleStep(10);
    m_told->setProperty("role", QStringLiteral("muted"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_along);
    top->addStretch();
    top->addWidget(m_hub);
    auto* below = new QHBoxLayout;
    below->addWidget(m_depth, 1);
    below->addWidget(m_told);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(below);
    connect(m_along, &QCheckBox::toggled, this, &AlongPathRow::toggle);
    connect(m_depth, &QSlider::valueChanged, this, &AlongPathRow::move);
    connect(m_hub, &QPushButton::clicked, this, &AlongPathRow::lookFromHub);
    if (m_context.viewer)
        connect(m_context.viewer, &Viewer::axesTurned, this, [this] { // the user's own planes
            const QSignalBlocker quiet(m_along);
            m_along->setChecked(false);
            renew();
        });
    renew();
}

bool AlongPathRow::on() const
{
    return m_along->isChecked();
}

void AlongPathRow::setPath(std::optional<std::pair<Vec3, Vec3>> entryAndTarget)
{
    if (entryAndTarget && (entryAndTarget->first - entryAndTarget->second).norm() < 1e-6)
        entryAndTarget.reset();
    if (entryAndTarget == m_path)
        return;
    m_path = entryAndTarget;
    if (on() && !m_path)
        m_along->setChecked(false);
    else if (on())
        m_context.viewer->setAxes(axesAlong(m_path->first, m_path->second));
    renew();
}

void AlongPathRow::renew()
{
    const bool can = m_path && m_context.viewer, screw = m_of == Of::Screw;
    const QString why = screw ? tr("There is no screw yet: set its entry and target first.")
                              : tr("There is no needle yet: compute a plan first.");
    m_along->setEnabled(can);
    m_along->setToolTip(!can    ? why
                        : screw ? tr("The axial view looks down the screw, the other two lie along it. Move the depth "
                                     "to follow it from its head to the tip.")
                                : tr("The axial view looks down the needle, the other two lie along it. Move the depth "
                                     "to follow it from the skin to the target."));
    m_hub->setEnabled(can);
    m_hub->setToolTip(!can    ? why
                      : screw ? tr("The 3-D view looks down the screw, with the feet below.")
                              : tr("The 3-D view looks down the needle, with the feet below."));
    const int length = m_path ? int(std::lround((m_path->second - m_path->first).norm() * 10)) : 0;
    const QSignalBlocker quiet(m_depth);
    m_depth->setRange(0, length);
    m_depth->setEnabled(can && on());
    m_depth->setToolTip(!can    ? why
                        : on()  ? screw ? tr("Where the crosshair stands on the screw")
                                        : tr("Where the crosshair stands on the needle")
                         : screw ? tr("Look along the screw first.")
                                : tr("Switch on the views along the needle first."));
    m_depth->setVisible(on());
    m_told->setVisible(on());
    if (!can)
        return;
    const double before = length / 10.0 - m_depth->value() / 10.0;
    const QString left = shown(before, Unit::Millimetre);
    m_told->setText(before < 0.05 ? screw ? tr("at the tip") : tr("at the target")
                    : screw ? tr("%1 before the tip").arg(left)
                                  : tr("%1 before the target").arg(left));
}

void AlongPathRow::toggle(bool on)
{
    if (!m_context.viewer)
        return;
    if (on && m_path) {
        m_context.viewer->setAxes(axesAlong(m_path->first, m_path->second));
        {
            const QSignalBlocker quiet(m_depth);
            m_depth->setRange(0, int(std::lround((m_path->second - m_path->first).norm() * 10)));
            m_depth->setValue(m_depth->maximum());
        }
        m_context.viewer->flyTo(m_path->second);
    } else {
        m_context.viewer->setAxes(Mat3::Identity());
    }
    renew();
}

void AlongPathRow::move(int tenths)
{
    if (!m_path || !m_context.viewer)
        return;
    const Vec3 way = m_path->second - m_path->first;
    const double share = m_depth->maximum() > 0 ? double(tenths) / m_depth->maximum() : 1;
    m_context.viewer->setCrosshair(m_path->first + share * way);
    renew();
}

void AlongPathRow::lookFromHub()
{
    if (!m_path || !m_context.viewer)
        return;
    const Mat3 axes = axesAlong(m_path->first, m_path->second);
    CameraPose pose = m_context.viewer->cameraPose().value_or(CameraPose{});
    pose.focus = m_path->second;
    pose.towards = -axes.col(2);
    pose.up = -axes.col(1);
    pose.heightMm = std::clamp(2.2 * (m_path->second - m_path->first).norm(), 80.0, 400.0);
    m_context.viewer->setCameraPose(pose);
}

} // namespace pollux
