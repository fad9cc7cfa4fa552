#include "ui/shell/task_switcher.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

namespace {

constexpr int kMostColumns = 3;
constexpr double kMostHeight = 0.4; ///< of the whole
constexpr int kBeside = 10;         ///< px of a button beside its words

} // namespace

TaskSwitcher::TaskSwitcher(QTabWidget* tabs, QWidget* parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this)), m_grid(new QGridLayout)
{
    tabs->tabBar()->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_grid->setContentsMargins(8, 8, 8, 4);
    m_grid->setSpacing(4);
    m_buttons->setExclusive(true);
    for (int i = 0; i < tabs->count(); ++i) {
        auto* button = new QPushButton(tabs->tabText(i), this);
        button->setObjectName(QStringLiteral("task%1").arg(i));
        button->setAccessibleName(tr("Task: %1").arg(tabs->tabText(i)));
        button->setCheckable(true);
        button->setChecked(i == tabs->currentIndex());
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        m_buttons->addButton(button, i);
    }
    arrange();
    column->addLayout(m_grid);
    column->addWidget(tabs, 1);
    connect(m_buttons, &QButtonGroup::idClicked, tabs, &QTabWidget::setCurrentIndex);
    connect(tabs, &QTabWidget::currentChanged, this, [this](int index) {
        if (QAbstractButton* button = m_buttons->button(index))
            button->setChecked(true);
    });
}

void TaskSwitcher::arrange()
{
    int widest = 1;
    for (const QAbstractButton* button : m_buttons->buttons()) {
        QFont font = button->font();
        font.setBold(true); // as the one in hand
        widest = std::max(widest, QFontMetrics(font).horizontalAdvance(button->text()) + kBeside);
    }
    const QMargins margins = m_grid->contentsMargins();
    const int room = width() - margins.left() - margins.right() + m_grid->spacing();
    const int fit = std::clamp(room / (widest + m_grid->spacing()), 1, kMostColumns);
    // Before it is shown it has no size to go by. Words are cut rather than that the buttons leave the tasks no room.
    const auto count = m_buttons->buttons().size();
    const auto heightOf = [&](qsizetype columns) {
        const int row = m_buttons->buttons().isEmpty() ? 0 : m_buttons->buttons().front()->sizeHint().height();
        return ((count + columns - 1) / columns) * (row + m_grid->spacing());
    };
    int columns = kMostColumns;
    while (m_columns > 0 && columns > fit && heightOf(columns - 1) <= height() * kMostHeight)
        --columns;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (QAbstractButton* button : m_buttons->buttons())
        m_grid->removeWidget(button);
    for (QAbstractButton* button : m_buttons->buttons()) {
        const int i = m_buttons->id(button);
        m_grid->addWidget(button, i / columns, i % columns);
    }
    for (int c = 0; c < kMostColumns; ++c)
        m_grid->setColumnStretch(c, c < columns ? 1 : 0);
}

void TaskSwitcher::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TaskSwitcher::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(
            this, [this] { arrange(); }, Qt::QueuedConnection); // once the buttons have it too
}

} // namespace pollux
