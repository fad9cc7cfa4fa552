#include "ui/panels/sensitivity_params.h"

#include "core/base/text.h"
#include "ui/forms/text.h"
#include "ui/forms/tick_delegate.h"

#include <QHeaderView>
#include <QSignalBlocker>

namespace pollux {

namespace {

enum Column { kName, kLow, kHigh };

/// Only the range can be edited.
class RangeDelegate final : public TickDelegate
{
public:
    explicit RangeDelegate(QObject* parent) : TickDelegate(Reach::LeftOfText, parent) {}
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (index.column() == kName)
            return nullptr;
        QWidget* editor = TickDelegate::createEditor(parent, option, index);
        if (editor)
            editor->setAccessibleName(index.column() == kLow ? QObject::tr("Low end of the range")
                                                             : QObject::tr("High end of the range"));
        return editor;
    }
};

} // namespace

QString paramLabel(const VariedParam& param)
{
    return QStringLiteral("%1 (%2) · %3")
        .arg(shown(param.label), q(param.param.object.text()), shown(param.operationName));
}

QString paramValue(double value, Unit unit)
{
    const QString sign = q(symbol(unit));
    return q(toText(value)) + (sign.isEmpty() ? QString() : QChar(0x202F) + sign);
}

SensitivityParams::SensitivityParams(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("sensitivityParams"));
    setAccessibleName(tr("Parameters to vary"));
    setHeaderLabels({tr("Vary"), tr("From"), tr("To")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setMinimumHeight(150);
    setItemDelegate(new RangeDelegate(this));
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(kName, QHeaderView::Stretch);
    header()->setSectionResizeMode(kLow, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(kHigh, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemChanged, this, &SensitivityParams::take);
}

void SensitivityParams::forget()
{
    m_ranges.clear();
    m_unticked.clear();
}

void SensitivityParams::setScope(const SensitivityScope& scope)
{
    const QSignalBlocker quiet(this);
    clear();
    m_params = scope.params;
    for (size_t n = 0; n < m_params.size(); ++n) {
        const VariedParam& p = m_params[n];
        const std::string key = toText(p.param);
        const auto edited = m_ranges.find(key);
        const auto [low, high] = edited != m_ranges.end() ? edited->second : std::pair(p.low, p.high);
        auto* item = new QTreeWidgetItem(this, {paramLabel(p), q(toText(low)), q(toText(high))});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsEditable);
        item->setCheckState(kName, m_unticked.contains(key) ? Qt::Unchecked : Qt::Checked);
        item->setData(kName, Qt::UserRole, int(n));
        item->setToolTip(kName, tr("%1, recorded as %2").arg(paramLabel(p), paramValue(p.base, p.unit)));
        const QString range = edited != m_ranges.end() ? tr("chosen") : q(p.range);
        for (const int column : {kLow, kHigh}) {
            item->setToolTip(
                column, tr("Recorded: %1. Range: %2. A double click changes it; empty takes the assumed one again.")
                            .arg(paramValue(p.base, p.unit), range));
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    for (const NotVaried& fixed : scope.notVaried) {
        const QString name = q(toText(fixed.param));
        auto* item = new QTreeWidgetItem(this, {tr("%1: not varied, %2").arg(name, shown(fixed.reason))});
        item->setFlags(Qt::ItemIsSelectable); // shown as what cannot be chosen
        item->setToolTip(kName, item->text(kName));
        item->setFirstColumnSpanned(true);
    }
}

void SensitivityParams::take(QTreeWidgetItem* item, int column)
{
    const VariedParam& p = m_params.at(size_t(item->data(kName, Qt::UserRole).toInt()));
    const std::string key = toText(p.param);
    if (column == kName) {
        if (item->checkState(kName) == Qt::Checked)
            m_unticked.erase(key);
        else
            m_unticked.insert(key);
        Q_EMIT changed();
        return;
    }
    const auto edited = m_ranges.find(key);
    std::pair<double, double> range = edited != m_ranges.end() ? edited->second : std::pair(p.low, p.high);
    QString why;
    if (item->text(column).trimmed().isEmpty()) {
        m_ranges.erase(key);
        range = {p.low, p.high};
    } else {
        const auto typed = parseDouble(u8(item->text(column)));
        std::pair<double, double> wanted = range;
        if (typed)
            (column == kLow ? wanted.first : wanted.second) = *typed;
        if (!typed)
            why = tr("'%1' is not a number: write it with a decimal point.").arg(item->text(column));
        else if (wanted.first >= wanted.second)
            why = tr("The range would be empty: its low end must lie below its high end.");
        else
            m_ranges[key] = range = wanted;
    }
    {
        const QSignalBlocker quiet(this);
        item->setText(kLow, q(toText(range.first)));
        item->setText(kHigh, q(toText(range.second)));
    }
    if (why.isEmpty())
        Q_EMIT changed();
    else
        Q_EMIT refused(why);
}

int SensitivityParams::ticked() const
{
    int count = 0;
    for (const VariedParam& p : m_params)
        count += !m_unticked.contains(toText(p.param));
    return count;
}

SensitivityOptions SensitivityParams::options(double step) const
{
    SensitivityOptions out;
    out.step = step;
    for (const VariedParam& p : m_params) {
        const std::string key = toText(p.param);
        if (m_unticked.contains(key))
            continue;
        out.only.push_back(p.param);
        if (const auto edited = m_ranges.find(key); edited != m_ranges.end())
            out.ranges.push_back({p.param, edited->second.first, edited->second.second});
    }
    return out;
}

} // namespace pollux
