#include "ui/panels/plan_panel.h"

#include "core/case/plan_state.h"
#include "core/operation/run.h"
#include "core/report/csv.h"
#include "core/report/plan_comparison.h"
#include "core/report/plan_rows.h"
#include "ui/forms/text.h"
#include "ui/panels/hide_plan_row.h"
#include "ui/panels/plan_table.h"
#include "ui/panels/state_mark.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

PlanPanel::PlanPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_state(new QLabel(this)), m_told(new QLabel(this)),
      m_review(new QPushButton(tr("Mark as reviewed"), this)), m_approve(new QPushButton(tr("Approve"), this)),
      m_takeBack(new QPushButton(tr("Take back"), this)), m_copy(new QPushButton(tr("Copy as CSV"), this)),
      m_onlyDifferences(new QCheckBox(tr("Only what differs"), this)), m_hiding(new HidePlanRow(context, this)),
      m_table(new PlanTable(context, this))
{
    build();
    for (QComboBox* box : m_boxes)
        connect(box, &QComboBox::currentIndexChanged, this, &PlanPanel::renew);
    connect(&m_context.bench, &Bench::caseChanged, this, &PlanPanel::renewChoices);
    connect(&m_context.bench, &Bench::selected, this, [this](const Id& id) {
        if (const int index = m_boxes[0]->findData(q(id.text())); index >= 0)
            m_boxes[0]->setCurrentIndex(index);
    });
    connect(m_review, &QPushButton::clicked, this, [this] { sign("reviewed"); });
    connect(m_approve, &QPushButton::clicked, this, [this] { sign("approved"); });
    connect(m_takeBack, &QPushButton::clicked, this, [this] { sign("draft"); });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asCsv()); });
    connect(m_onlyDifferences, &QCheckBox::toggled, this, &PlanPanel::renew);
    connect(m_hiding, &HidePlanRow::revealed, this, &PlanPanel::compareWith);
    connect(m_hiding, &HidePlanRow::told, this, [this](const QString& error) { tell("stop", error); });
    renewChoices();
}

void PlanPanel::build()
{
    auto* form = new QFormLayout;
    const QString labels[] = {tr("Plan A"), tr("Plan B"), tr("Plan C")};
    const QString spoken[] = {tr("Plan A"), tr("Plan B, beside plan A"), tr("Plan C, beside plan A")};
    for (size_t n = 0; n < m_boxes.size(); ++n) {
        m_boxes[n] = new QComboBox(this);
        m_boxes[n]->setObjectName(QStringLiteral("plan%1").arg(QChar(u'A' + char16_t(n))));
        m_boxes[n]->setAccessibleName(spoken[n]);
        form->addRow(labels[n], m_boxes[n]);
    }
    m_state->setObjectName(QStringLiteral("planState"));
    m_state->setWordWrap(true);
    m_told->setObjectName(QStringLiteral("planTold"));
    m_told->setWordWrap(true);
    m_told->setProperty("role", "stop");
    m_told->hide();
    m_review->setObjectName(QStringLiteral("planReview"));
    m_approve->setObjectName(QStringLiteral("planApprove"));
    m_takeBack->setObjectName(QStringLiteral("planTakeBack"));
    m_copy->setObjectName(QStringLiteral("planCopy"));
    m_onlyDifferences->setObjectName(QStringLiteral("planOnlyDifferences"));
    auto* signing = new QHBoxLayout;
    for (QPushButton* button : {m_review, m_approve, m_takeBack}) {
        button->setAccessibleName(button->text());
        signing->addWidget(button);
    }
    signing->addStretch();
    m_copy->setAccessibleName(tr("Copy the numbers as CSV"));
    m_onlyDifferences->setAccessibleName(tr("Show only the numbers that differ"));
    auto* below = new QHBoxLayout;
    below->addWidget(m_onlyDifferences);
    below->addStretch();
    below->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4); // a small window holds it
    column->addLayout(form);
    column->addWidget(m_state);
    column->addLayout(signing);
    column->addWidget(m_hiding);
    column->addWidget(m_told);
    column->addWidget(m_table, 1);
    column->addLayout(below);
}

void PlanPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        renew();
}

Id PlanPanel::idIn(size_t box) const
{
    const QString text = m_boxes[box]->currentData().toString();
    const Id id = text.isEmpty() ? Id() : Id(u8(text));
    return m_context.bench.seenCase().plans.contains(id) ? id : Id();
}

std::vector<Id> PlanPanel::shownPlans() const
{
    std::vector<Id> ids;
    for (size_t n = 0; n < m_boxes.size(); ++n) {
        const Id id = idIn(n);
        if (id.text().empty()) {
            if (n == 0)
                break;
            continue;
        }
        // What has other numbers cannot stand beside it.
        const Case& c = m_context.bench.seenCase();
        const bool there = std::find(ids.begin(), ids.end(), id) != ids.end();
        if (!there && (ids.empty() || c.plan(id).kind == c.plan(ids.front()).kind))
            ids.push_back(id);
    }
    return ids;
}

void PlanPanel::renewChoices()
{
    const Case& c = m_context.bench.seenCase();
    for (size_t n = 0; n < m_boxes.size(); ++n) {
        QComboBox* box = m_boxes[n];
        const QString before = box->currentData().toString();
        const QSignalBlocker quiet(box);
        box->clear();
        if (n > 0)
            box->addItem(tr("(none)"), QString());
        for (const auto& [id, plan] : c.plans)
            box->addItem(q(plan->name), q(id.text()));
        box->setCurrentIndex(std::max(box->count() > 0 ? 0 : -1, box->findData(before)));
        const size_t plans = c.plans.size();
        box->setEnabled(plans > n);
        box->setToolTip(plans == 0  ? tr("There is no plan yet: make one in the panel of the intervention.")
                        : plans > n ? QString()
                                    : tr("The case has no further plan to compare with."));
    }
    renew();
}

void PlanPanel::renew()
{
    const Case& c = m_context.bench.seenCase();
    const std::set<Id> stale = staleIds(c);
    std::vector<PlanColumn> columns;
    for (const Id& id : shownPlans())
        columns.push_back({&c.plan(id), stale.contains(id)});
    m_onlyDifferences->setEnabled(columns.size() > 1);
    m_onlyDifferences->setToolTip(columns.size() > 1
                                      ? tr("Leaves out the numbers that are the same in all plans shown.")
                                      : tr("Choose a plan B first."));
    m_copy->setEnabled(!columns.empty());
    m_copy->setToolTip(columns.empty() ? tr("There is no plan yet.") : tr("For a spreadsheet"));
    m_table->setOnlyDifferences(m_onlyDifferences->isChecked());
    m_table->show(columns);
    m_hiding->setPlan(idIn(0));
    renewButtons();
    if (columns.empty()) {
        m_state->setText(tr("No plan yet. Make one in the panel of the intervention; its numbers appear here."));
        return;
    }
    const Plan& plan = *columns.front().plan;
    QString text = tr("State: %1").arg(shown(name(plan.state)));
    if (!plan.author.empty())
        text += tr(", by %1").arg(q(plan.author));
    if (columns.front().stale)
        text += tr(". ↻ Stale: re-run it before you rely on it.");
    for (const PlanSignature& s : signaturesOf(c, idIn(0))) {
        text += QChar(u'\n') + tr("%1 by %2, %3").arg(shown(name(s.state)), q(s.by), q(s.when));
        if (!s.holds)
            text += tr(": CHANGED SINCE");
    }
    if (isLocked(c, idIn(0)))
        text += QChar(u'\n') + tr("Locked: a new computation becomes its next version.");
    m_state->setText(text);
}

void PlanPanel::renewButtons()
{
    const Case& c = m_context.bench.document().current();
    const Id id = idIn(0);
    const Operation* operation = m_context.bench.registry().find(kSignPlan);
    const auto set = [&](QPushButton* button, const char* state, const QString& does) {
        QString why = id.text().empty() ? tr("There is no plan yet.") : QString();
        if (!operation)
            why = tr("This program has no operation to sign plans.");
        if (why.isEmpty()) {
            ParamValues v;
            v.set("plan", id.text());
            v.set("state", std::string(state));
            v.set("by", u8(m_context.bench.author()));
            for (const Finding& f : checkOperation(*operation, c, v))
                if (f.severity == Severity::Stop)
                    why += (why.isEmpty() ? QString() : QStringLiteral(" ")) + shown(f.text + " " + f.advice);
        }
        button->setEnabled(why.isEmpty());
        button->setToolTip(why.isEmpty() ? does : why);
    };
    set(m_review, "reviewed", tr("Records you and the time. Undo takes it back."));
    set(m_approve, "approved", tr("Records you and the time, and locks the plan."));
    set(m_takeBack, "draft", tr("The plan becomes a draft again; both signatures go."));
}

void PlanPanel::sign(const char* state)
{
    ParamValues v;
    v.set("plan", idIn(0).text());
    v.set("state", std::string(state));
    v.set("by", u8(m_context.bench.author()));
    m_told->hide();
    m_context.bench.run(std::string(kSignPlan), v, [this](const Outcome& o) {
        QString text = o.ok || o.cancelled ? QString() : o.error;
        for (const Finding& f : o.findings)
            if (o.ok && f.severity == Severity::Warning)
                text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + shown(f.text + " " + f.advice);
        tell(o.ok ? "warning" : "stop", text);
        renew();
    });
}

void PlanPanel::tell(const char* role, const QString& text)
{
    m_told->setProperty("role", QLatin1String(role));
    restyle(m_told);
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
}

void PlanPanel::compareWith(const std::vector<Id>& revealed)
{
    // The learner's own stays plan A; the teacher's take the boxes beside it.
    size_t box = 1;
    for (const Id& id : revealed)
        if (const int index = box < m_boxes.size() ? m_boxes[box]->findData(q(id.text())) : -1;
            index >= 0 && id != idIn(0)) {
            m_boxes[box]->setCurrentIndex(index);
            ++box;
        }
}

QString PlanPanel::asCsv() const
{
    const Case& c = m_context.bench.seenCase();
    const std::vector<Id> ids = shownPlans();
    if (ids.empty())
        return {};
    const LimitTable& limits = m_context.bench.registry().limits();
    if (ids.size() > 1)
        return q(toCsv(comparisonTable(c, ids, limits)));
    return q(toCsv(planTables(c.plan(ids.front()), limits, staleIds(c).contains(ids.front())).front()));
}

} // namespace pollux
