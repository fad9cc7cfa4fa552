#include "plugins/implant/bone_views_panel.h"

#include "ui/viewer/viewer.h"

#include <QGridLayout>
#include <QPushButton>

namespace pollux::implant {

BoneViewsRow::BoneViewsRow(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_bone(new QPushButton(tr("Views to the bone"), this)),
      m_component(new QPushButton(tr("Views to the component"), this)),
      m_straight(new QPushButton(tr("Views to the patient"), this))
{
    m_bone->setObjectName(QStringLiteral("viewsBone"));
    m_bone->setAccessibleName(tr("Turn the slices to the planes of the bone"));
    m_component->setObjectName(QStringLiteral("viewsComponent"));
    m_component->setAccessibleName(tr("Turn the slices to the planes of the component"));
    m_straight->setObjectName(QStringLiteral("viewsPatient"));
    m_straight->setAccessibleName(tr("Turn the slices back to the patient's planes"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    grid->addWidget(m_bone, 0, 0);
    grid->addWidget(m_component, 0, 1);
    grid->addWidget(m_straight, 1, 0);
    connect(m_bone, &QPushButton::clicked, this, [this] {
        if (m_axes)
            turn(m_axes->bone);
    });
    connect(m_component, &QPushButton::clicked, this, [this] {
        if (m_axes)
            turn(m_axes->component);
    });
    connect(m_straight, &QPushButton::clicked, this, [this] { turn(Mat3::Identity()); });
    setAxes(std::nullopt);
}

void BoneViewsRow::setAxes(const std::optional<Axes>& axes)
{
    m_axes = axes;
    const bool can = m_axes && m_context.viewer;
    const auto state = [can](QPushButton* b, const QString& help) {
        b->setEnabled(can);
        b->setToolTip(can ? help : tr("There is no component yet: bone and landmarks come first."));
    };
    state(m_bone, tr("Coronal, sagittal and axial plane of the bone, in which varus, slope and rotation count"));
    state(m_component, tr("The axial view lies in the cut, the other two stand on it, along and across the component"));
    state(m_straight, tr("Axial, sagittal and coronal as usual"));
}

void BoneViewsRow::turn(const Mat3& axes)
{
    if (!m_context.viewer || !m_axes)
        return;
    m_context.viewer->setAxes(axes);
    m_context.viewer->flyTo(m_axes->middle);
}

} // namespace pollux::implant
