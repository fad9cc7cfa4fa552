#include "ui/panels/plan_table.h"

#include "core/base/text.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QHeaderView>

#include <algorithm>

namespace pollux {

QString limitHelp(const LimitTable& limits, const PlanNumber& number)
{
    QString html;
    if (!number.note.empty())
        html += QStringLiteral("<p>%1</p>").arg(q(number.note).toHtmlEscaped());
    if (const Limit* limit = limits.find(number.limit)) {
        const double value = number.limitValue.value_or(limit->value);
        html +=
            QObject::tr("<p><b>%1: %2</b><br>%3</p><p>Source: %4 (%5)</p>")
                .arg(q(limit->label).toHtmlEscaped(), shown(value, limit->unit), q(limit->definition).toHtmlEscaped(),
                     q(limit->source).toHtmlEscaped(), q(name(limit->evidence)));
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

void PlanTable::show(const Plan* plan, const Plan* other, bool stale)
{
    clear();
    m_places.clear();
    setRowCount(0);
    if (!plan) {
        setColumnCount(0);
        return;
    }
    const bool anyBefore = std::any_of(plan->numbers.begin(), plan->numbers.end(),
                                       [](const PlanNumber& n) { return n.before.has_value(); });
    QStringList head{tr("Number"), tr("Before"), other ? q(plan->name) : tr("After")};
    if (other)
        head << q(other->name);
    head << tr("Limit") << tr("Verdict");
    setColumnCount(int(head.size()));
    setHorizontalHeaderLabels(head);
    setColumnHidden(1, !anyBefore);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    setRowCount(int(plan->numbers.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const PlanNumber& number = plan->numbers[row];
        const PlanNumber* beside = nullptr;
        if (other)
            for (const PlanNumber& n : other->numbers)
                if (n.key == number.key)
                    beside = &n;
        fillRow(row, number, beside, stale, other != nullptr);
        m_places.push_back(number.place);
    }
    resizeRowsToContents();
}

void PlanTable::fillRow(int row, const PlanNumber& number, const PlanNumber* other, bool stale, bool beside)
{
    const QString help = limitHelp(m_context.bench.registry().limits(), number);
    int column = 0;
    const auto put = [&](const QString& text, bool right) {
        auto* item = new QTableWidgetItem(text);
        item->setToolTip(help);
        item->setTextAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        setItem(row, column++, item);
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
    if (stale)
        after->setForeground(m_context.theme->stale);
    if (beside)
        put(other ? value(other->after, *other) : QStringLiteral("–"), true);
    put(number.limitValue ? shown(*number.limitValue, number.unit) : QString(), true);
    const Mark mark = stale ? Mark::Stale : markOfVerdict(number.verdict);
    const bool judged = stale || !number.verdict.empty();
    QTableWidgetItem* verdict = put(judged ? word(mark) : QString(), false);
    if (judged) {
        verdict->setIcon(icon(mark, *m_context.theme));
        verdict->setForeground(colour(mark, *m_context.theme));
    }
}

} // namespace pollux
