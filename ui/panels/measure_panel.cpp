#include "ui/panels/measure_panel.h"

#include "core/base/text.h"
#include "core/operation/run.h"
#include "core/report/csv.h"
#include "ui/forms/param_form.h"
#include "ui/forms/text.h"
#include "ui/panels/case_tree.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace pollux {

struct MeasurePanel::Kind
{
    const char* name; ///< of the button
    QString text;
    QString called; ///< measurements are numbered after it
    QString hint;
    std::optional<MeasurementKind> kind;
    bool open = false;
};

const std::vector<MeasurePanel::Kind>& MeasurePanel::kinds()
{
    using K = MeasurementKind;
    static const std::vector<Kind> all{
        {"measureNone",
         tr("Look"),
         {},
         tr("Choose what to measure, then set its points in a slice or, but for areas and ellipses, on a surface in "
            "3-D. "
            "Space sets a point at the crosshair, Escape forgets those set."),
         std::nullopt},
        {"measureLength", tr("Length"), tr("Length"), tr("Drag from end to end, or click both ends."), K::Length},
        {"measurePath", tr("Path"), tr("Path"), tr("Click along the path; Enter or a double click ends it."), K::Length,
         true},
        {"measureAngle", tr("Angle"), tr("Angle"), tr("Click an arm, the vertex, the other arm."), K::Angle},
        {"measureLines", tr("Line angle"), tr("Line angle"),
         tr("Click the ends of one line, then the ends of the other; they need not meet."), K::LineAngle},
        {"measureArea", tr("Area"), tr("Area"), tr("Click around the area; Enter or a double click closes it."),
         K::Area},
        {"measureEllipse", tr("Ellipse"), tr("Ellipse"), tr("Drag from the middle outwards: values inside an ellipse."),
         K::Ellipse},
        {"measureSphere", tr("Sphere"), tr("Sphere"), tr("Drag from the middle outwards: values inside a sphere."),
         K::Sphere}};
    return all;
}

MeasurePanel::MeasurePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_buttons(new QButtonGroup(this)), m_hint(new QLabel),
      m_which(new QComboBox), m_run(new QPushButton(tr("Measure"))), m_list(new QTreeWidget),
      m_remove(new QPushButton(tr("Remove"))), m_copy(new QPushButton(tr("Copy table")))
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Measure"));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    buildTools(column);
    buildStructures(column);
    buildList(column);
    scroll->setWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(&m_tool, &MeasureTool::placed, this, [this](const std::vector<Vec3>& points) {
        const Kind& k = kinds()[static_cast<size_t>(m_kind)];
        ParamValues v;
        v.set("kind", std::string(name(*k.kind)));
        v.set("points", points);
        v.set("volume", m_context.viewer->volume().text());
        measure("measure.place", std::move(v), k.called);
    });
    connect(&m_tool, &MeasureTool::refused, this, [this](const QString& why) {
        m_refused = true;
        say(why, "warning");
    });
    connect(&m_tool, &MeasureTool::changed, this, [this] {
        if (std::exchange(m_refused, false))
            say(kinds()[static_cast<size_t>(m_kind)].hint);
    });
    connect(&context.bench, &Bench::caseChanged, this, &MeasurePanel::renew);
    take(0);
    choose();
    renew();
}

MeasurePanel::~MeasurePanel() = default;

void MeasurePanel::buildTools(QVBoxLayout* column)
{
    auto* title = new QLabel(tr("In the images"));
    title->setProperty("role", QStringLiteral("title"));
    column->addWidget(title);
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    m_buttons->setExclusive(true);
    int n = 0;
    for (const Kind& kind : kinds()) {
        auto* button = new QPushButton(kind.text);
        button->setObjectName(QLatin1String(kind.name));
        button->setAccessibleName(tr("Measure: %1").arg(kind.text));
        button->setToolTip(kind.hint);
        button->setCheckable(true);
        button->setChecked(n == 0);
        m_buttons->addButton(button, n);
        grid->addWidget(button, n / 4, n % 4);
        ++n;
    }
    column->addLayout(grid);
    connect(m_buttons, &QButtonGroup::idClicked, this, &MeasurePanel::take);
    m_hint->setObjectName(QStringLiteral("measureHint"));
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
}

void MeasurePanel::buildStructures(QVBoxLayout* column)
{
    auto* title = new QLabel(tr("Structures"));
    title->setProperty("role", QStringLiteral("title"));
    column->addWidget(title);
    m_which->setObjectName(QStringLiteral("measureWhich"));
    m_which->setAccessibleName(tr("What to measure of structures"));
    for (const char* id : {"measure.distance", "measure.diameter", "measure.cuts", "measure.statistics"})
        if (const Operation* operation = m_context.bench.registry().find(id))
            m_which->addItem(shown(operation->info().name), QLatin1String(id));
    column->addWidget(m_which);
    m_formColumn = new QVBoxLayout;
    column->addLayout(m_formColumn);
    m_run->setObjectName(QStringLiteral("measureRun"));
    m_run->setAccessibleName(tr("Measure the structures"));
    column->addWidget(m_run);
    connect(m_which, &QComboBox::currentIndexChanged, this, &MeasurePanel::choose);
    connect(m_run, &QPushButton::clicked, this, [this] {
        const std::string id = u8(m_which->currentData().toString());
        measure(id, m_form->values(),
                id == "measure.distance" ? tr("Distance")
                : id == "measure.cuts"   ? tr("Cuts")
                                         : tr("Diameter"));
    });
}

void MeasurePanel::buildList(QVBoxLayout* column)
{
    auto* title = new QLabel(tr("Measured"));
    title->setProperty("role", QStringLiteral("title"));
    column->addWidget(title);
    m_list->setObjectName(QStringLiteral("measurements"));
    m_list->setAccessibleName(tr("Measurements"));
    m_list->setHeaderLabels({tr("Measurement"), tr("Value")});
    m_list->setRootIsDecorated(true);
    m_list->setMinimumHeight(160);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    m_remove->setObjectName(QStringLiteral("measureRemove"));
    m_remove->setAccessibleName(tr("Remove the measurement"));
    m_copy->setObjectName(QStringLiteral("measureCopy"));
    m_copy->setAccessibleName(tr("Copy all measurements as a table (CSV)"));
    row->addWidget(m_remove);
    row->addWidget(m_copy);
    column->addLayout(row);
    const auto chosen = [this] {
        const QTreeWidgetItem* item = m_list->currentItem();
        if (item && item->parent())
            item = item->parent();
        return item ? Id(u8(item->data(0, Qt::UserRole).toString())) : Id();
    };
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this, chosen] {
        renewButtons();
        if (const Id id = chosen(); !id.empty())
            m_context.bench.select(id);
    });
    connect(m_list, &QTreeWidget::itemClicked, this, [this, chosen] {
        if (const auto place = placeOf(m_context.bench.document().current(), chosen()); place && m_context.viewer)
            m_context.viewer->flyTo(*place);
    });
    connect(m_remove, &QPushButton::clicked, this, [this, chosen] {
        ParamValues v;
        v.set("objects", std::vector<std::string>{chosen().text()});
        m_context.bench.run("case.remove", v);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asCsv()); });
}

void MeasurePanel::take(int kind)
{
    m_kind = kind;
    const Kind& k = kinds()[static_cast<size_t>(kind)];
    say(k.hint);
    if (!m_context.viewer)
        return;
    if (k.kind)
        m_tool.setKind(*k.kind, k.open);
    m_context.viewer->setTool(k.kind ? &m_tool : nullptr);
}

void MeasurePanel::choose()
{
    delete m_form;
    m_form = nullptr;
    const Operation* operation = m_context.bench.registry().find(u8(m_which->currentData().toString()));
    if (!operation)
        return;
    ParamList list;
    for (const Param& p : operation->declare().all())
        if (p.key != "name") // numbered
            list.add(p);
    m_form = new ParamForm(list, [this]() -> std::optional<Vec3> {
        return m_context.viewer ? std::optional(m_context.viewer->crosshair()) : std::nullopt;
    });
    m_form->setCase(m_context.bench.document().snapshot());
    m_formColumn->addWidget(m_form);
    connect(m_form, &ParamForm::changed, this, &MeasurePanel::renewButtons);
    renewButtons();
}

std::string MeasurePanel::freeName(const QString& called) const
{
    for (int n = 1;; ++n) {
        const std::string name = u8(QStringLiteral("%1 %2").arg(called).arg(n));
        if (!m_context.bench.document().current().kindOf(slug(name)))
            return name;
    }
}

void MeasurePanel::measure(const std::string& operation, ParamValues values, const QString& called)
{
    if (m_context.bench.registry().at(operation).declare().find("name"))
        values.set("name", freeName(called));
    m_context.bench.run(operation, values, [this](const Outcome& o) {
        if (!o.ok && !o.cancelled)
            say(o.error, "stop");
        else
            say(kinds()[static_cast<size_t>(m_kind)].hint);
    });
}

void MeasurePanel::renew()
{
    const auto snapshot = m_context.bench.document().snapshot();
    const std::set<Id> stale = snapshot->measurements.empty() ? std::set<Id>() : staleIds(*snapshot);
    const QTreeWidgetItem* current = m_list->currentItem();
    const QString was = current ? current->data(0, Qt::UserRole).toString() : QString();
    m_list->blockSignals(true);
    m_list->clear();
    for (const auto& [id, m] : snapshot->measurements) {
        auto* item = new QTreeWidgetItem(m_list, {q(m->name)});
        item->setData(0, Qt::UserRole, q(id.text()));
        item->setToolTip(0, shown(m->note));
        const bool old = stale.contains(id);
        if (!m->values.empty()) {
            item->setText(1, q(toText(m->values.front().quantity)));
            const NamedQuantity& first = m->values.front();
            const QString covers = shown(first.quantity.covers);
            item->setToolTip(1, shown(first.label) + (covers.isEmpty() ? covers : tr("; ± covers %1").arg(covers)));
        }
        if (old) {
            item->setIcon(1, icon(Mark::Stale, *m_context.theme));
            item->setForeground(1, colour(Mark::Stale, *m_context.theme));
            item->setToolTip(1, tr("Stale: something it was made from has changed since."));
        }
        for (size_t n = 1; n < m->values.size(); ++n)
            new QTreeWidgetItem(item, {shown(m->values[n].label), q(toText(m->values[n].quantity))});
        if (q(id.text()) == was)
            m_list->setCurrentItem(item);
    }
    m_list->blockSignals(false);
    if (m_form)
        m_form->setCase(snapshot);
    renewButtons();
}

void MeasurePanel::renewButtons()
{
    const bool any = m_list->topLevelItemCount() > 0, one = m_list->currentItem() != nullptr;
    m_remove->setEnabled(one);
    m_remove->setToolTip(one ? tr("Undo brings it back.") : tr("Choose a measurement in the list."));
    m_copy->setEnabled(any);
    m_copy->setToolTip(any ? tr("As CSV, for a spreadsheet") : tr("Nothing has been measured yet."));
    QString why;
    if (m_form)
        for (const ParamProblem& p : m_form->problems())
            if (why.isEmpty())
                why = shown(p.text);
    m_run->setEnabled(m_form && why.isEmpty());
    m_run->setToolTip(why.isEmpty() ? tr("One step; undo takes it back.") : why);
}

void MeasurePanel::say(const QString& text, const char* role)
{
    m_hint->setText(text);
    m_hint->setProperty("role", QLatin1String(role));
    restyle(m_hint);
}

QString MeasurePanel::asCsv() const
{
    ReportTable table;
    table.head = {"name", "what", "value", "unit", "standard deviation"};
    for (const auto& [id, m] : m_context.bench.document().current().measurements)
        for (const NamedQuantity& v : m->values) {
            const auto deviation = v.quantity.standardDeviation;
            table.rows.push_back({{m->name, {}},
                                  {v.label, {}},
                                  {toText(v.quantity.value), {}},
                                  {std::string(unitName(v.quantity.unit)), {}},
                                  {deviation ? toText(*deviation) : std::string(), {}}});
        }
    return q(toCsv(table));
}

void MeasurePanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_kind != 0) {
        m_buttons->button(0)->setChecked(true);
        take(0);
    }
}

} // namespace pollux
