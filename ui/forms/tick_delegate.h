#pragma once

#include <QStyledItemDelegate>

namespace pollux {

/// Ticks of a list or tree that are easy to hit: a click anywhere left of the text, or anywhere in the row, changes
/// them, not only one on the 16 px of the box.
class TickDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Reach { LeftOfText, WholeRow };
    explicit TickDelegate(Reach reach, QObject* parent = nullptr);

    /// Where a click changes the tick; empty if the item has none.
    QRect reachOf(const QStyleOptionViewItem& option, const QModelIndex& index) const;

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    Reach m_reach;
};

} // namespace pollux
