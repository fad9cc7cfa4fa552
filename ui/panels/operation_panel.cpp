#include "ui/panels/operation_panel.h"

#include "core/operation/run.h"
#include "ui/forms/param_form.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_list.h"
#include "ui/panels/help_page.h"
#include "ui/viewer/viewer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTextBrowser>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <map>

namespace pollux {

OperationPanel::OperationPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_search(new QLineEdit(this)), m_list(new QTreeWidget(this)),
      m_title(new QLabel(this)), m_summary(new QLabel(this)), m_scroll(new QScrollArea(this)),
      m_findings(new FindingsList(context, this)), m_run(new QPushButton(tr("Run"), this)),
      m_help(new QPushButton(tr("Help"), this)), m_page(new QTextBrowser(this)), m_timer(new QTimer(this))
{
    m_search->setObjectName(QStringLiteral("operationSearch"));
    m_search->setAccessibleName(tr("Search operations"));
    m_search->setPlaceholderText(tr("Search operations"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("operationList"));
    m_list->setAccessibleName(tr("Operations by category"));
    m_list->setHeaderHidden(true);
    m_title->setProperty("role", QStringLiteral("title"));
    m_title->setWordWrap(true); // a long name shall not widen the panel
    m_summary->setWordWrap(true);
    m_summary->setProperty("role", QStringLiteral("muted"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Parameters"));
    // Findings scroll with the form: however many there are, none is cut and the button stays in sight.
    auto* page = new QWidget;
    m_formColumn = new QVBoxLayout(page);
    m_formColumn->setContentsMargins(0, 0, 8, 0);
    m_formColumn->setSpacing(8);
    m_formColumn->addWidget(m_findings);
    m_formColumn->addStretch(1);
    m_scroll->setWidget(page);
    m_run->setObjectName(QStringLiteral("run"));
    m_run->setAccessibleName(tr("Run the operation"));
    m_run->setProperty("primary", true);
    m_help->setObjectName(QStringLiteral("help"));
    m_help->setAccessibleName(tr("Help for the operation"));
    m_help->setCheckable(true);
    m_page->setAccessibleName(tr("Help page"));
    m_page->hide();
    m_timer->setSingleShot(true);
    m_timer->setInterval(150);

    auto* top = new QWidget(this);
    auto* topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(8, 8, 8, 0);
    topColumn->addWidget(m_search);
    topColumn->addWidget(m_list, 1);
    auto* bottom = new QWidget(this);
    auto* column = new QVBoxLayout(bottom);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_page, 2);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_run, 1);
    buttons->addWidget(m_help);
    column->addLayout(buttons);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(top);
    splitter->addWidget(bottom);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(splitter);

    connect(m_search, &QLineEdit::textChanged, this, &OperationPanel::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        const QString id = item ? item->data(0, Qt::UserRole).toString() : QString();
        if (!id.isEmpty())
            choose(u8(id));
    });
    connect(m_timer, &QTimer::timeout, this, &OperationPanel::check);
    connect(m_run, &QPushButton::clicked, this, &OperationPanel::run);
    connect(m_help, &QPushButton::toggled, this, [this](bool on) { m_page->setVisible(on); });
    connect(&context.bench, &Bench::caseChanged, this, [this] {
        if (m_form)
            m_form->setCase(m_context.bench.document().snapshot());
        m_timer->start();
    });
    connect(&context.bench, &Bench::jobChanged, m_timer, [this] { m_timer->start(); });
    fillList();
    check();
}

void OperationPanel::fillList()
{
    std::map<std::string, QTreeWidgetItem*> categories;
    for (const Operation* operation : m_context.bench.registry().all()) {
        const OperationInfo info = operation->info();
        QTreeWidgetItem*& category = categories[info.category];
        if (!category) {
            category = new QTreeWidgetItem(m_list, {shown(info.category)});
            category->setFlags(Qt::ItemIsEnabled);
        }
        auto* item = new QTreeWidgetItem(category, {shown(info.name)});
        item->setData(0, Qt::UserRole, q(info.id));
        item->setToolTip(0, QStringLiteral("%1\n%2").arg(shown(info.summary), q(info.id)));
    }
    m_list->sortItems(0, Qt::AscendingOrder);
    m_list->expandAll();
}

void OperationPanel::filter(const QString& words)
{
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* category = m_list->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < category->childCount(); ++j) {
            QTreeWidgetItem* item = category->child(j);
            const QString text = item->text(0) + u' ' + item->toolTip(0) + u' ' + category->text(0);
            const bool fits = std::all_of(all.begin(), all.end(),
                                          [&](const QString& w) { return text.contains(w, Qt::CaseInsensitive); });
            item->setHidden(!fits);
            any = any || fits;
        }
        category->setHidden(!any);
    }
}

void OperationPanel::choose(const std::string& operation, const ParamValues& values)
{
    m_operation = &m_context.bench.registry().at(operation);
    const OperationInfo info = m_operation->info();
    m_title->setText(shown(info.name));
    m_summary->setText(shown(info.summary));
    m_page->setHtml(helpPage(*m_operation));
    PointSource points;
    if (m_context.viewer)
        points = [viewer = QPointer<Viewer>(m_context.viewer)]() -> std::optional<Vec3> {
            return viewer ? std::optional(viewer->crosshair()) : std::nullopt;
        };
    delete m_form;
    m_form = new ParamForm(m_operation->declare(), points);
    m_form->setCase(m_context.bench.document().snapshot());
    m_form->setValues(values);
    m_formColumn->insertWidget(0, m_form);
    connect(m_form, &ParamForm::changed, m_timer, [this] { m_timer->start(); });
    check();
}

void OperationPanel::check()
{
    QString why;
    if (!m_operation) {
        why = tr("Choose an operation in the list above.");
        m_title->setText(tr("No operation chosen"));
        m_summary->setText(why);
        m_findings->show(Findings{});
    } else {
        const std::vector<ParamProblem> problems = m_form->problems();
        const Findings findings = checkOperation(*m_operation, m_context.bench.document().current(), m_form->values());
        m_findings->show(findings);
        if (!problems.empty())
            why = shown(problems.front().text);
        for (const Finding& f : findings)
            if (why.isEmpty() && f.severity == Severity::Stop && f.acknowledged.empty())
                why = shown(f.text + " " + f.advice);
        if (m_job)
            why = tr("It is running: see its progress below.");
    }
    m_run->setEnabled(why.isEmpty());
    m_run->setToolTip(why.isEmpty() ? tr("Runs it on the open case; undo takes it back.") : why);
    m_help->setEnabled(m_operation != nullptr);
    m_help->setToolTip(m_operation ? tr("Method, sources, parameters") : why);
}

void OperationPanel::run()
{
    if (!m_operation)
        return;
    m_job = m_context.bench.run(m_operation->info().id, m_form->values(), [this](const Outcome&) {
        m_job = 0;
        check();
    });
    check();
}

} // namespace pollux
