#include "ui/panels/plan_table.h"

#include "core/base/text.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QHeaderView>

#include <algorithm>

namespace pollux {

namespace {

const QString kUnverified = QStringLiteral("†");
constexpr int kRowSpace = 6;    ///< px: lines of one row stand closer than two rows
constexpr int kNameWidth = 110; ///< px at least, whatever stands beside it: then the table scrolls

/// The side of a limit as a sign: a column is narrow. In words it is one hover away.
QString side(const PlanNumber& number, const LimitTable& limits)
{
    const auto kind = limitKindOf(number, limits);
    if (kind == LimitKind::AtLeast)
        return QStringLiteral("≥ ");
    return kind == LimitKind::AtMost ? QStringLiteral("≤ ") : QString();
}

} // namespace

QString limitHelp(const LimitTable& limits, const PlanNumber& number)
{
    QString html;
    if (!number.note.empty())
        html += QStringLiteral("<p>%1</p>").arg(q(number.note).toHtmlEscaped());
    if (const Limit* limit = limits.find(number.limit)) {
        const double value = number.limitValue.value_or(limit->value);
        const LimitKind kind = limitKindOf(number, limits).value_or(limit->kind);
        const QString bound = kind == LimitKind::Setting ? QString() : q(name(kind)) + QChar(u' ');
        html +=
            QObject::tr("<p><b>%1: %2</b><br>%3</p><p>Source: %4 (%5)</p>")
                .arg(q(limit->label).toHtmlEscaped(), bound + shown(value, limit->unit),
                     q(limit->definition).toHtmlEscaped(), q(limit->source).toHtmlEscaped(), q(name(limit->evidence)));
        if (value != limit->value)
            html += QObject::tr("<p>Set here; the table says %1.</p>").arg(shown(limit->value, limit->unit));
    }
    return html;
}

PlanTable::PlanTable(PanelContext& context, QWidget* parent) : QTableWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("planTable"));
    setAccessibleName(tr("Numbers of the plan"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(true);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(28);
    verticalHeader()->setMinimumSectionSize(28);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableWidget::cellDoubleClicked, this, [this](int row) {
        if (m_context.viewer && row < int(m_places.size()) && m_places[row])
            m_context.viewer->flyTo(*m_places[row]);
    });
}

void PlanTable::show(const Plan* plan, const Plan* other, bool stale, bool otherStale)
{
    clear();
    clearSpans();
    m_places.clear();
    setRowCount(0);
    if (!plan) {
        setColumnCount(0);
        return;
    }
    const auto& numbers = plan->numbers;
    const bool anyBefore =
        std::any_of(numbers.begin(), numbers.end(), [](const PlanNumber& n) { return n.before.has_value(); });
    QStringList head{tr("Number"), tr("Before"), other ? q(plan->name) : tr("After")};
    if (other)
        head << q(other->name);
    head << tr("Verdict, limit");
    setColumnCount(int(head.size()));
    setHorizontalHeaderLabels(head);
    setColumnHidden(1, !anyBefore);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    setRowCount(int(numbers.size()));
    for (int row = 0; row < int(numbers.size()); ++row) {
        const PlanNumber& number = numbers[row];
        const PlanNumber* beside = nullptr;
        if (other)
            for (const PlanNumber& n : other->numbers)
                if (n.key == number.key)
                    beside = &n;
        fillRow(row, {number, beside, stale, other != nullptr, otherStale});
        m_places.push_back(number.place);
    }
    if (std::any_of(numbers.begin(), numbers.end(), [this](const PlanNumber& n) { return unverified(n); }))
        addLegend();
    fit();
}

void PlanTable::fit()
{
    if (columnCount() == 0)
        return;
    int others = 0;
    for (int column = 1; column < columnCount(); ++column)
        others += isColumnHidden(column) ? 0 : horizontalHeader()->sectionSize(column);
    horizontalHeader()->resizeSection(0, std::max(kNameWidth, viewport()->width() - others));
    resizeRowsToContents(); // the names wrap at their width
    for (int row = 0; row < rowCount(); ++row)
        setRowHeight(row, rowHeight(row) + kRowSpace);
}

void PlanTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    fit();
}

bool PlanTable::unverified(const PlanNumber& number) const
{
    const Limit* limit = m_context.bench.registry().limits().find(number.limit);
    return limit && limit->evidence == Evidence::Unverified;
}

void PlanTable::addLegend()
{
    const int row = rowCount();
    insertRow(row);
    for (int column = 0; column < columnCount(); ++column) {
        auto* item = new QTableWidgetItem;
        item->setFlags(Qt::ItemIsEnabled);
        setItem(row, column, item);
    }
    item(row, 0)->setText(tr("%1 unverified: from memory, not read in its source. Point at a row for definition and "
                             "source of its limit.")
                              .arg(kUnverified));
    item(row, 0)->setForeground(m_context.theme->textMuted);
    setSpan(row, 0, 1, columnCount());
}

void PlanTable::fillRow(int at, const Row& row)
{
    const PlanNumber& number = row.number;
    const LimitTable& limits = m_context.bench.registry().limits();
    const QString help = limitHelp(limits, number);
    int column = 0;
    const auto put = [&](const QString& text, bool right) {
        auto* item = new QTableWidgetItem(text);
        item->setToolTip(help);
        item->setTextAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        setItem(at, column++, item);
        return item;
    };
    const auto value = [&](const std::optional<double>& v, const PlanNumber& n) {
        return v ? (n.approximate ? QStringLiteral("≈ ") : QString()) + shown(*v, n.unit) : QStringLiteral("–");
    };
    put(q(number.label), false);
    put(value(number.before, number), true);
    QTableWidgetItem* after = put(value(number.after, number), true);
    QFont bold = font();
    bold.setBold(true);
    after->setFont(bold);
    if (row.stale)
        after->setForeground(m_context.theme->stale);
    if (row.beside) {
        QTableWidgetItem* beside = put(row.other ? value(row.other->after, *row.other) : QStringLiteral("–"), true);
        if (row.otherStale) { // the verdict is the first plan's: the sign has to stand here
            beside->setText(QStringLiteral("⧗ ") + beside->text());
            beside->setForeground(m_context.theme->stale);
            beside->setToolTip(tr("Stale: something this plan was made from has changed since."));
        }
    }
    QString limit = number.limitValue ? side(number, limits) + shown(*number.limitValue, number.unit) : QString();
    if (unverified(number) && !limit.isEmpty())
        limit += QChar(u' ') + kUnverified;
    const Mark mark = row.stale ? Mark::Stale : markOfVerdict(number.verdict);
    const bool judged = row.stale || !number.verdict.empty();
    QStringList lines;
    if (judged)
        lines << word(mark);
    if (!limit.isEmpty())
        lines << limit;
    QTableWidgetItem* verdict = put(lines.join(QChar(u'\n')), false);
    QString spoken = judged ? word(mark) : QString();
    if (!limit.isEmpty())
        spoken += tr(" limit %1").arg(q(limitText(number, limits)));
    verdict->setData(Qt::AccessibleTextRole, unverified(number) ? spoken + tr(", unverified") : spoken);
    if (judged) {
        verdict->setIcon(icon(mark, *m_context.theme));
        verdict->setForeground(colour(mark, *m_context.theme));
    }
}

} // namespace pollux
