#include "plugins/implant/task_panel.h"

#include "plugins/implant/cup_panel.h"
#include "plugins/implant/joint_panel.h"
#include "plugins/implant/placing_panel.h"
#include "plugins/implant/plate_panel.h"
#include "plugins/implant/screw_panel.h"

#include <QComboBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pollux::implant {

TaskPanel::TaskPanel(PanelContext& context, QWidget* parent) : QWidget(parent)
{
    auto* which = new QComboBox(this);
    which->setObjectName(QStringLiteral("implantTask"));
    which->setAccessibleName(tr("What is placed"));
    which->addItem(tr("Dental implant"));
    which->addItem(tr("Component of a joint"));
    which->addItem(tr("Bone screw"));
    which->addItem(tr("Hip cup"));
    which->addItem(tr("Bone plate"));
    auto* pages = new QStackedWidget(this);
    pages->addWidget(new PlacingPanel(context, pages));
    pages->addWidget(new JointPanel(context, pages));
    pages->addWidget(new ScrewPanel(context, pages));
    pages->addWidget(new CupPanel(context, pages));
    pages->addWidget(new PlatePanel(context, pages));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(which);
    column->addLayout(row);
    column->addWidget(pages, 1);
    connect(which, &QComboBox::currentIndexChanged, pages, &QStackedWidget::setCurrentIndex);
}

} // namespace pollux::implant
