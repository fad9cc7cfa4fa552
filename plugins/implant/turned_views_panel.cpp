#include "plugins/implant/turned_views_panel.h"

#include "plugins/implant/arch_axes.h"
#include "ui/viewer/viewer.h"

#include <QGridLayout>
#include <QPushButton>

namespace pollux::implant {

TurnedViewsRow::TurnedViewsRow(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_along(new QPushButton(tr("Along the implant"), this)),
      m_across(new QPushButton(tr("Across the arch"), this)),
      m_straight(new QPushButton(tr("As the patient lies"), this))
{
    m_along->setObjectName(QStringLiteral("viewsAlong"));
    m_along->setAccessibleName(tr("Turn the slices along the implant"));
    m_across->setObjectName(QStringLiteral("viewsAcross"));
    m_across->setAccessibleName(tr("Turn the slices across the dental arch"));
    m_straight->setObjectName(QStringLiteral("viewsStraight"));
    m_straight->setAccessibleName(tr("Turn the slices back to the patient's planes"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    grid->addWidget(m_along, 0, 0);
    grid->addWidget(m_across, 0, 1);
    grid->addWidget(m_straight, 1, 0);
    connect(m_along, &QPushButton::clicked, this, [this] {
        if (m_placed)
            turn(axesAlongImplant(m_placed->pose, tangent()));
    });
    connect(m_across, &QPushButton::clicked, this, [this] {
        if (const auto t = tangent())
            turn(axesAcrossArch(*t));
    });
    connect(m_straight, &QPushButton::clicked, this, [this] { turn(Mat3::Identity()); });
    renew();
}

void TurnedViewsRow::setImplant(const std::optional<PlacedImplant>& placed)
{
    m_placed = placed;
    renew();
}

std::optional<Vec3> TurnedViewsRow::tangent() const
{
    if (!m_placed)
        return {};
    return archTangent(m_context.bench.document().current(), m_placed->pose.origin);
}

void TurnedViewsRow::renew()
{
    const bool can = m_placed && m_context.viewer, arch = can && tangent();
    const QString why = tr("Place the implant first.");
    m_along->setEnabled(can);
    m_along->setToolTip(!can   ? why
                        : arch ? tr("The axial view looks along the implant; the coronal one lies along the row of "
                                    "teeth, the sagittal one from cheek to tongue.")
                               : tr("The axial view looks along the implant, the other two contain its axis. With a "
                                    "dental arch they lie along and across the row of teeth."));
    m_across->setEnabled(arch);
    m_across->setToolTip(!can   ? why
                         : arch ? tr("The sagittal view is square to the row of teeth at the implant, upright.")
                                : tr("Find the dental arch first, under Structures."));
    m_straight->setEnabled(can);
    m_straight->setToolTip(can ? tr("Axial, sagittal and coronal as usual.") : why);
}

void TurnedViewsRow::turn(const Mat3& axes)
{
    if (!m_context.viewer || !m_placed)
        return;
    m_context.viewer->setAxes(axes);
    m_context.viewer->flyTo(m_placed->pose.at(m_placed->implant.length / 2));
}

} // namespace pollux::implant
