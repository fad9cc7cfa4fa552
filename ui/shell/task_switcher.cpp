#include "ui/shell/task_switcher.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace pollux {

namespace {

constexpr int kColumns = 3;

} // namespace

TaskSwitcher::TaskSwitcher(QTabWidget* tabs, QWidget* parent) : QWidget(parent), m_buttons(new QButtonGroup(this))
{
    tabs->tabBar()->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* grid = new QGridLayout;
    grid->setContentsMargins(8, 8, 8, 4);
    grid->setSpacing(4);
    m_buttons->setExclusive(true);
    for (int i = 0; i < tabs->count(); ++i) {
        auto* button = new QPushButton(tabs->tabText(i), this);
        button->setObjectName(QStringLiteral("task%1").arg(i));
        button->setAccessibleName(tr("Task: %1").arg(tabs->tabText(i)));
        button->setCheckable(true);
        button->setChecked(i == tabs->currentIndex());
        m_buttons->addButton(button, i);
        grid->addWidget(button, i / kColumns, i % kColumns);
    }
    for (int c = 0; c < kColumns; ++c)
        grid->setColumnStretch(c, 1);
    column->addLayout(grid);
    column->addWidget(tabs, 1);
    connect(m_buttons, &QButtonGroup::idClicked, tabs, &QTabWidget::setCurrentIndex);
    connect(tabs, &QTabWidget::currentChanged, this, [this](int index) {
        if (QAbstractButton* button = m_buttons->button(index))
            button->setChecked(true);
    });
}

} // namespace pollux
