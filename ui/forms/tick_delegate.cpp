#include "ui/forms/tick_delegate.h"

#include <QApplication>
#include <QMouseEvent>

namespace pollux {

TickDelegate::TickDelegate(Reach reach, QObject* parent) : QStyledItemDelegate(parent), m_reach(reach) {}

QRect TickDelegate::reachOf(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable) || !index.flags().testFlag(Qt::ItemIsEnabled) ||
        !index.data(Qt::CheckStateRole).isValid())
        return {};
    if (m_reach == Reach::WholeRow)
        return option.rect;
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const QStyle* style = full.widget ? full.widget->style() : QApplication::style();
    const QRect text = style->subElementRect(QStyle::SE_ItemViewItemText, &full, full.widget);
    QRect reach = option.rect;
    if (full.direction == Qt::RightToLeft)
        reach.setLeft(text.right() + 1);
    else
        reach.setRight(text.left() - 1);
    return reach;
}

bool TickDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    const bool press = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (!press && event->type() != QEvent::MouseButtonRelease)
        return QStyledItemDelegate::editorEvent(event, model, option, index); // keys
    const auto* mouse = static_cast<const QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton || !reachOf(option, index).contains(mouse->position().toPoint()))
        return false;
    if (press)
        return m_reach == Reach::LeftOfText; // a tick is not a choice of the row
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace pollux
