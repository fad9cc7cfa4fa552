#include "ui/panels/plan_table.h"

#include "core/base/text.h"
#include "ui/forms/text.h"
#include "ui/viewer/viewer.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace pollux {

namespace {

const QString kUnverified = QStringLiteral("†");
constexpr int kSign = Qt::UserRole;       ///< the Mark that an item's icon shows
constexpr int kColour = Qt::UserRole + 1; ///< the Mark in whose colour its text stands
constexpr int kMuted = -1;                ///< of kColour: muted
constexpr int kRowSpace = 6;              ///< px: lines of one row stand closer than two rows
constexpr int kBesideName = 24;           ///< px of a cell beside its words
constexpr int kNameWidth = 110;           ///< px at least, whatever stands beside it: then the table scrolls

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
        html += QStringLiteral("<p>%1</p>").arg(shown(number.note).toHtmlEscaped());
    if (const Limit* limit = limits.find(number.limit)) {
        const double value = number.limitValue.value_or(limit->value);
        const LimitKind kind = limitKindOf(number, limits).value_or(limit->kind);
        const QString bound = kind == LimitKind::Setting ? QString() : shown(name(kind)) + QChar(u' ');
        html += QObject::tr("<p><b>%1: %2</b><br>%3</p><p>Source: %4 (%5)</p>")
                    .arg(shown(limit->label).toHtmlEscaped(), bound + shown(value, limit->unit),
                         shown(limit->definition).toHtmlEscaped(), shown(limit->source).toHtmlEscaped(),
                         shown(name(limit->evidence)));
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
    std::vector<PlanColumn> plans{{plan, stale}};
    if (other)
        plans.push_back({other, otherStale});
    show(plans);
}

void PlanTable::setOnlyDifferences(bool on)
{
    m_onlyDifferences = on;
}

void PlanTable::show(const std::vector<PlanColumn>& plans)
{
    clear();
    clearSpans();
    m_places.clear();
    m_plans = plans;
    setRowCount(0);
    if (plans.empty() || !plans.front().plan) {
        setColumnCount(0);
        return;
    }
    std::vector<const Plan*> compared;
    for (const PlanColumn& p : plans)
        compared.push_back(p.plan);
    std::vector<ComparedNumber> rows = comparePlans(compared);
    if (m_onlyDifferences && plans.size() > 1)
        std::erase_if(rows, [](const ComparedNumber& r) { return !r.differs; });
    const auto& numbers = plans.front().plan->numbers;
    const bool anyBefore =
        std::any_of(numbers.begin(), numbers.end(), [](const PlanNumber& n) { return n.before.has_value(); });
    // A letter each: names would make the columns wider than the panel. The boxes above say which plan is which.
    QStringList head{tr("Number"), tr("Before"), plans.size() > 1 ? tr("A") : tr("After")};
    for (size_t n = 1; n < plans.size(); ++n)
        head << (n == 1 ? tr("B") : tr("C"));
    head << tr("Verdict, limit");
    setColumnCount(int(head.size()));
    setHorizontalHeaderLabels(head);
    for (size_t n = 0; n < plans.size(); ++n)
        horizontalHeaderItem(int(n) + 2)->setToolTip(q(plans[n].plan->name));
    m_before = anyBefore && plans.size() == 1;
    setColumnHidden(1, !anyBefore || plans.size() > 2); // three plans are compared with each other
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    setRowCount(int(rows.size()));
    bool anyUnverified = false;
    for (int row = 0; row < int(rows.size()); ++row) {
        fillRow(row, rows[row]);
        const auto any = std::find_if(rows[row].values.begin(), rows[row].values.end(), [](auto* v) { return v; });
        m_places.push_back((*any)->place);
        anyUnverified = anyUnverified || unverified(**any);
    }
    if (anyUnverified)
        addLegend();
    if (rows.empty() && m_onlyDifferences) {
        insertRow(0);
        auto* item = new QTableWidgetItem(tr("No number differs between these plans."));
        item->setFlags(Qt::ItemIsEnabled);
        setItem(0, 0, item);
        setSpan(0, 0, 1, columnCount());
    }
    fit();
}

void PlanTable::fit()
{
    if (columnCount() == 0)
        return;
    int word = kNameWidth; // a word that does not fit would be cut
    for (int row = 0; row < rowCount(); ++row)
        if (const QTableWidgetItem* name = item(row, 0); name && columnSpan(row, 0) == 1)
            for (const QString& one : name->text().split(u' '))
                word = std::max(word, fontMetrics().horizontalAdvance(one) + kBesideName);
    const auto beside = [this] {
        int width = 0;
        for (int column = 1; column < columnCount(); ++column)
            width += isColumnHidden(column) ? 0 : horizontalHeader()->sectionSize(column);
        return width;
    };
    foldBefore(false);
    if (word + beside() > viewport()->width())
        foldBefore(true); // else the verdict would be cut
    const int others = beside();
    horizontalHeader()->resizeSection(0, std::max(word, viewport()->width() - others));
    resizeRowsToContents(); // the names wrap at their width
    for (int row = 0; row < rowCount(); ++row)
        setRowHeight(row, rowHeight(row) + kRowSpace);
}

void PlanTable::foldBefore(bool fold)
{
    if (!m_before)
        return;
    setColumnHidden(1, fold);
    horizontalHeaderItem(2)->setText(fold ? tr("After") + u'\n' + tr("(before)") : tr("After"));
    for (int row = 0; row < rowCount(); ++row) {
        QTableWidgetItem* after = item(row, 2);
        const QTableWidgetItem* before = item(row, 1);
        if (!after || !before || before->text().isEmpty() || columnSpan(row, 0) > 1)
            continue;
        const QString alone = after->text().section(u'\n', 0, 0);
        after->setText(fold ? alone + u'\n' + u'(' + before->text() + u')' : alone);
    }
}

void PlanTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    fit();
}

void PlanTable::changeEvent(QEvent* event)
{
    QTableWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::StyleChange)
        return;
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column)
            if (QTableWidgetItem* one = item(row, column))
                draw(*one);
}

void PlanTable::dress(QTableWidgetItem& item, std::optional<Mark> sign, std::optional<Mark> colour)
{
    if (sign)
        item.setData(kSign, int(*sign));
    if (colour)
        item.setData(kColour, int(*colour));
    draw(item);
}

void PlanTable::draw(QTableWidgetItem& item) const
{
    if (const QVariant sign = item.data(kSign); sign.isValid())
        item.setIcon(icon(Mark(sign.toInt()), *m_context.theme));
    if (const QVariant c = item.data(kColour); c.isValid())
        item.setForeground(c.toInt() == kMuted ? m_context.theme->textMuted
                                               : colour(Mark(c.toInt()), *m_context.theme));
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
    item(row, 0)->setData(kColour, kMuted);
    draw(*item(row, 0));
    setSpan(row, 0, 1, columnCount());
}

void PlanTable::fillBeside(QTableWidgetItem& item, const ComparedNumber& row, size_t plan)
{
    const PlanNumber* number = row.values[plan];
    QString text = item.text();
    if (const auto& d = row.difference[plan]; d && row.differs)
        text += QStringLiteral("\n(%1%2)").arg(*d > 0 ? QStringLiteral("+") : QString(), shown(*d, row.unit));
    if (m_plans[plan].stale) { // the verdict column is the first plan's: the sign has to stand here
        item.setText(QStringLiteral("↻ ") + text);
        dress(item, std::nullopt, Mark::Stale);
        item.setToolTip(tr("Stale: something this plan was made from has changed since."));
        return;
    }
    item.setText(text);
    if (!number || number->verdict.empty())
        return;
    const Mark mark = markOfVerdict(number->verdict);
    dress(item, mark, std::nullopt);
    item.setToolTip(word(mark) + item.toolTip());
    item.setData(Qt::AccessibleTextRole, text + QStringLiteral(", ") + word(mark));
}

void PlanTable::fillRow(int at, const ComparedNumber& row)
{
    const PlanNumber* first = row.values.front();
    const PlanNumber& number =
        first ? *first : **std::find_if(row.values.begin(), row.values.end(), [](auto* v) { return v; });
    const bool stale = m_plans.front().stale;
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
    const auto value = [&](const PlanNumber* n, const std::optional<double> PlanNumber::*which) {
        if (!n || !(n->*which))
            return QStringLiteral("–");
        return (n->approximate ? QStringLiteral("≈ ") : QString()) + shown(*(n->*which), n->unit);
    };
    QFont bold = font();
    bold.setBold(true);
    put(shown(number.label), false);
    put(value(first, &PlanNumber::before), true);
    QTableWidgetItem* after = put(value(first, &PlanNumber::after), true);
    after->setFont(bold);
    if (stale)
        dress(*after, std::nullopt, Mark::Stale);
    for (size_t n = 1; n < m_plans.size(); ++n)
        fillBeside(*put(value(row.values[n], &PlanNumber::after), true), row, n);
    QString limit = number.limitValue ? side(number, limits) + shown(*number.limitValue, number.unit) : QString();
    if (unverified(number) && !limit.isEmpty())
        limit += QChar(u' ') + kUnverified;
    const std::string verdictText = first ? first->verdict : std::string();
    const Mark mark = stale ? Mark::Stale : markOfVerdict(verdictText);
    const bool judged = stale || !verdictText.empty();
    QStringList lines;
    if (judged)
        lines << word(mark);
    if (!limit.isEmpty())
        lines << limit;
    QTableWidgetItem* verdict = put(lines.join(QChar(u'\n')), false);
    QString spoken = judged ? word(mark) : QString();
    if (!limit.isEmpty()) {
        const auto kind = limitKindOf(number, limits);
        const QString value = q(toText(Quantity{*number.limitValue, number.unit, {}, {}}));
        spoken += tr(" limit %1").arg(kind ? shown(name(*kind)) + QChar(u' ') + value : value);
    }
    verdict->setData(Qt::AccessibleTextRole, unverified(number) ? spoken + tr(", unverified") : spoken);
    if (judged)
        dress(*verdict, mark, mark);
}

} // namespace pollux
