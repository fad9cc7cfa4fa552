#include "ui/panels/sensitivity_panel.h"

#include "core/base/error.h"
#include "ui/forms/quantity_edit.h"
#include "ui/forms/text.h"
#include "ui/panels/sensitivity_params.h"
#include "ui/panels/state_mark.h"
#include "ui/panels/tornado_chart.h"

#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pollux {

namespace {

/// Fills a box anew and keeps its choice where that is still there.
void refill(QComboBox* box, const std::vector<std::pair<QString, QString>>& entries, const QString& none)
{
    const QString before = box->currentData().toString();
    const QSignalBlocker quiet(box);
    box->clear();
    for (const auto& [text, data] : entries)
        box->addItem(text, data);
    box->setCurrentIndex(std::max(entries.empty() ? -1 : 0, box->findData(before)));
    box->setEnabled(!entries.empty());
    box->setToolTip(entries.empty() ? none : QString());
}

} // namespace

SensitivityPanel::SensitivityPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_object(new QComboBox), m_number(new QComboBox),
      m_step(new QuantityEdit(false)), m_params(new SensitivityParams), m_run(new QPushButton(tr("Run"))),
      m_stop(new QPushButton(tr("Stop"))), m_hint(new QLabel), m_chart(new TornadoChart(*context.theme)),
      m_table(new QTreeWidget), m_copy(new QPushButton(tr("Copy table")))
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Sensitivity"));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    buildChoice(column);
    buildResult(column);
    scroll->setWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(&context.bench, &Bench::jobChanged, this, &SensitivityPanel::onJob);
    connect(&context.bench, &Bench::caseChanged, this, [this] {
        m_outdated = true;
        if (isVisible())
            renew();
    });
    connect(&context.bench, &Bench::selected, this, [this](const Id& id) {
        if (const int index = m_object->findData(q(id.text())); index >= 0)
            m_object->setCurrentIndex(index);
    });
    renew();
}

void SensitivityPanel::buildChoice(QVBoxLayout* column)
{
    auto* title = new QLabel(tr("What moves a number"));
    title->setProperty("role", QStringLiteral("title"));
    column->addWidget(title);
    const auto setUp = [](QComboBox* box, const QString& name, const QString& accessible) {
        box->setObjectName(name);
        box->setAccessibleName(accessible);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
    };
    setUp(m_object, QStringLiteral("sensitivityObject"), tr("Plan, structure or measurement"));
    setUp(m_number, QStringLiteral("sensitivityNumber"), tr("Number to explain"));
    m_step->setObjectName(QStringLiteral("sensitivityStep"));
    m_step->setAccessibleName(tr("How far to vary parameters, in percent of their value"));
    m_step->setToolTip(tr("No parameter declares how uncertain it is: this share of its value is assumed, down and "
                          "up. Set a range of its own in the list below where you know better."));
    m_step->setRange(0.1, 100);
    m_step->setValue(10);
    auto* form = new QFormLayout;
    form->addRow(tr("Of"), m_object);
    form->addRow(tr("Number"), m_number);
    form->addRow(tr("Vary by ± %"), m_step);
    column->addLayout(form);
    column->addWidget(m_params);
    auto* row = new QHBoxLayout;
    m_run->setObjectName(QStringLiteral("sensitivityRun"));
    m_run->setAccessibleName(tr("Run the chain behind the number with every parameter varied"));
    m_run->setProperty("primary", true);
    m_stop->setObjectName(QStringLiteral("sensitivityStop"));
    m_stop->setAccessibleName(tr("Stop the runs"));
    row->addWidget(m_run);
    row->addWidget(m_stop);
    column->addLayout(row);
    connect(m_object, &QComboBox::currentIndexChanged, this, &SensitivityPanel::renewNumbers);
    connect(m_number, &QComboBox::currentIndexChanged, this, &SensitivityPanel::renewScope);
    connect(m_step, &QuantityEdit::valueChanged, this, &SensitivityPanel::renewScope);
    connect(m_params, &SensitivityParams::changed, this, &SensitivityPanel::renewScope, Qt::QueuedConnection);
    connect(m_params, &SensitivityParams::refused, this, [this](const QString& why) { say(why, "stop"); });
    connect(m_run, &QPushButton::clicked, this, &SensitivityPanel::run);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_context.bench.cancel(m_job); });
}

void SensitivityPanel::buildResult(QVBoxLayout* column)
{
    m_hint->setObjectName(QStringLiteral("sensitivityHint"));
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    column->addWidget(m_chart);
    m_table->setObjectName(QStringLiteral("sensitivityTable"));
    m_table->setAccessibleName(tr("The number at both ends of every parameter's range"));
    m_table->setHeaderLabels({tr("Parameter"), tr("At low end"), tr("At high end")});
    m_table->setRootIsDecorated(false);
    m_table->setMinimumHeight(150);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    column->addWidget(m_table, 1);
    m_copy->setObjectName(QStringLiteral("sensitivityCopy"));
    m_copy->setAccessibleName(tr("Copy what moves the number as a table (CSV)"));
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_result)
            QGuiApplication::clipboard()->setText(q(sensitivityCsv(*m_result)));
    });
}

Id SensitivityPanel::object() const
{
    const QString id = m_object->currentData().toString();
    return id.isEmpty() ? Id() : Id(u8(id));
}

std::string SensitivityPanel::number() const
{
    return u8(m_number->currentData().toString());
}

std::shared_ptr<const Lineage> SensitivityPanel::record() const
{
    const Case& c = m_context.bench.document().current();
    const auto it = object().empty() ? c.lineage.end() : c.lineage.find(recordOfNumbers(c, object()));
    return it == c.lineage.end() ? nullptr : it->second;
}

void SensitivityPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_outdated)
        renew();
}

void SensitivityPanel::renew()
{
    m_outdated = false;
    renewObjects();
    renewNumbers();
}

void SensitivityPanel::renewObjects()
{
    const Case& c = m_context.bench.document().current();
    std::vector<std::pair<QString, QString>> entries;
    const auto add = [&](const auto& map) {
        for (const auto& [id, object] : map)
            if (!numbersOf(c, id).empty())
                entries.emplace_back(q(object->name), q(id.text()));
    };
    add(c.plans);
    add(c.measurements);
    add(c.structures);
    add(c.registrations);
    refill(m_object, entries, tr("The case has no number yet: plan, or measure something."));
}

void SensitivityPanel::renewNumbers()
{
    const Case& c = m_context.bench.document().current();
    std::vector<std::pair<QString, QString>> entries;
    if (!object().empty())
        for (const CaseNumber& n : numbersOf(c, object()))
            if (n.value)
                entries.emplace_back(QStringLiteral("%1: %2").arg(shown(n.label), shown(*n.value, n.unit)), q(n.key));
    refill(m_number, entries, tr("Choose a plan or something that was measured first."));
    renewScope();
}

void SensitivityPanel::renewScope()
{
    m_blocked.clear();
    SensitivityScope scope;
    SensitivityOptions options;
    options.step = m_step->value().value_or(0) / 100;
    if (object().empty())
        m_blocked = tr("There is no number yet. Make a plan, or measure something (Measure); then choose its number "
                       "here to see which parameter upstream moves it, and how far.");
    else if (number().empty())
        m_blocked = tr("None of its numbers was computed.");
    else
        try {
            scope = sensitivityScope(m_context.bench.document().current(), m_context.bench.registry(), object(),
                                     number(), options);
        } catch (const Error& e) {
            m_blocked = shown(e.what());
        }
    m_params->setScope(scope);
    if (m_blocked.isEmpty() && scope.params.empty())
        m_blocked = tr("Nothing upstream of this number can be varied; the list says why.");
    else if (m_blocked.isEmpty() && m_params->ticked() == 0)
        m_blocked = tr("Tick at least one parameter.");
    showResult();
    renewButtons();
}

void SensitivityPanel::renewButtons()
{
    const bool running = m_job != 0;
    m_run->setEnabled(!running && m_blocked.isEmpty());
    m_run->setToolTip(running ? tr("It is running; stop it first.")
                      : m_blocked.isEmpty()
                          ? tr("%1 runs beside your work; the case stays as it is.").arg(1 + 2 * m_params->ticked())
                          : m_blocked);
    m_stop->setEnabled(running);
    m_stop->setToolTip(running ? tr("Nothing is kept of what has run.") : tr("Nothing is running."));
    m_copy->setEnabled(m_result != nullptr);
    m_copy->setToolTip(m_result ? tr("As CSV, for a spreadsheet") : tr("Nothing has been run yet."));
}

void SensitivityPanel::run()
{
    const SensitivityOptions options = m_params->options(m_step->value().value_or(0) / 100);
    m_resultOf = record();
    say(tr("Waiting…"));
    m_job = m_context.bench.runLongAside(
        tr("What moves %1").arg(m_number->currentText()),
        [panel = QPointer<SensitivityPanel>(this), &registry = m_context.bench.registry(), id = object(),
         key = number(), options,
         context = RunContext{u8(m_context.bench.author())}](const Case& c, Job& job) -> std::function<void()> {
            std::shared_ptr<const Sensitivity> result;
            QString error;
            try {
                StageCache cache;
                result = std::make_shared<const Sensitivity>(
                    sensitivity(c, registry, id, key, options, context, &cache, job));
            } catch (const Error& e) {
                if (e.code() == ErrorCode::Cancelled)
                    throw; // the job is told as stopped
                error = shown(e.what());
            }
            return [panel, result, error] {
                if (panel)
                    panel->land(result, error);
            };
        });
    renewButtons();
}

void SensitivityPanel::land(std::shared_ptr<const Sensitivity> result, const QString& error)
{
    m_job = 0;
    m_result = std::move(result);
    showResult();
    if (!error.isEmpty())
        say(error, "stop");
    renewButtons();
}

void SensitivityPanel::onJob(const JobReport& report)
{
    if (m_job == 0 || report.id != m_job)
        return;
    if (report.state == JobState::Running) {
        say(tr("%1 %: %2").arg(int(100 * report.fraction)).arg(shown(report.what)));
    } else if (report.state == JobState::Cancelled || report.state == JobState::Failed) {
        m_job = 0;
        showResult();
        if (report.state == JobState::Failed)
            say(shown(report.error), "stop");
        renewButtons();
    }
}

void SensitivityPanel::showResult()
{
    // Of another number, or of a case that is gone.
    if (m_result && (m_result->object != object() || m_result->number.key != number()))
        m_result.reset();
    m_table->clear();
    m_table->setVisible(m_result != nullptr);
    if (!m_result) {
        m_chart->setContent(std::nullopt);
        if (m_job == 0)
            say(m_blocked.isEmpty() ? tr("Run makes the chain behind this number again with each ticked parameter at "
                                         "both ends of its range, one at a time.")
                                    : m_blocked);
        return;
    }
    const Sensitivity& s = *m_result;
    TornadoChart::Content content{q(s.number.label), s.number.unit, s.base, s.number.limitValue, {}, {}};
    if (s.number.limitValue) {
        PlanNumber limited;
        limited.unit = s.number.unit;
        limited.limit = s.number.limit;
        limited.limitValue = s.number.limitValue;
        limited.limitKind = s.number.limitKind;
        content.limitText = q(limitText(limited, m_context.bench.registry().limits()));
    }
    for (const SensitivityRow& row : s.rows) {
        const VariedParam& v = row.varied;
        if (row.largest > 0 || !row.atLow || !row.atHigh)
            content.bars.push_back(
                {paramLabel(v), paramValue(v.low, v.unit), paramValue(v.high, v.unit), row.atLow, row.atHigh});
        const auto at = [&](const std::optional<double>& value) {
            return value ? shown(*value, s.number.unit) : tr("no number");
        };
        auto* item = new QTreeWidgetItem(m_table, {paramLabel(v), at(row.atLow), at(row.atHigh)});
        item->setToolTip(0, tr("%1: %2 to %3, recorded as %4 (%5)")
                                .arg(paramLabel(v), paramValue(v.low, v.unit), paramValue(v.high, v.unit),
                                     paramValue(v.base, v.unit), q(v.range)));
        item->setToolTip(1, q(row.errorLow));
        item->setToolTip(2, q(row.errorHigh));
        for (const int column : {1, 2})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_chart->setContent(std::move(content));
    if (m_job != 0)
        return;
    if (record() != m_resultOf) {
        say(tr("↻ Stale: the number has been made again since. Run once more."), "stale");
        return;
    }
    QString text = tr("One parameter at a time. Rows that move nothing are in the table only.");
    for (const Finding& f : s.findings)
        text += QChar(u' ') + shown(f.text) + QChar(u' ') + shown(f.advice);
    say(text, s.findings.empty() ? "muted" : "warning");
}

void SensitivityPanel::say(const QString& text, const char* role)
{
    m_hint->setText(text);
    m_hint->setProperty("role", QLatin1String(role));
    restyle(m_hint);
}

} // namespace pollux
