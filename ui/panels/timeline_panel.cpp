#include "ui/panels/timeline_panel.h"

#include "core/operation/run.h"
#include "core/report/csv.h"
#include "ui/forms/param_form.h"
#include "ui/forms/structure_name.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"
#include "ui/panels/timeline_chart.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

namespace {

constexpr const char* kFollowUp = "case.follow-up";

QLabel* title(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", QStringLiteral("title"));
    return label;
}

/// The same numbers come of both.
bool sameNumbers(const Case& a, const Case& b)
{
    return a.structures == b.structures && a.studies == b.studies && a.volumes == b.volumes && a.plans == b.plans &&
           a.lineage == b.lineage;
}

} // namespace

TimelinePanel::TimelinePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_state(new QLabel), m_times(new QTreeWidget),
      m_chart(new TimelineChart(*context.theme)), m_changes(new QTreeWidget),
      m_copy(new QPushButton(tr("Copy as CSV"))), m_told(new QLabel), m_run(new QPushButton(tr("Carry over")))
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Timeline"));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    buildTimes(column);
    buildChanges(column);
    buildFollowUp(column);
    column->addStretch(1);
    scroll->setWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(&context.bench, &Bench::caseChanged, this, &TimelinePanel::renew);
    showChanges();
    renew();
}

void TimelinePanel::buildTimes(QVBoxLayout* column)
{
    column->addWidget(title(tr("Studies in order of time")));
    m_state->setObjectName(QStringLiteral("timelineState"));
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    m_times->setObjectName(QStringLiteral("timePoints"));
    m_times->setAccessibleName(tr("Studies in order of time"));
    m_times->setHeaderLabels({tr("Study"), tr("Date"), tr("Structures")});
    m_times->setRootIsDecorated(false);
    m_times->setMinimumHeight(110);
    m_times->header()->setStretchLastSection(false);
    m_times->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_times->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    column->addWidget(m_times);
    connect(m_times, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem* item) {
        if (const QString id = item->data(0, Qt::UserRole).toString(); !id.isEmpty())
            m_context.bench.select(Id(u8(id)));
    });
}

void TimelinePanel::buildChanges(QVBoxLayout* column)
{
    column->addWidget(title(tr("Changes")));
    column->addWidget(m_chart);
    m_changes->setObjectName(QStringLiteral("timelineChanges"));
    m_changes->setAccessibleName(tr("Changes of structures; the chosen ones are drawn"));
    m_changes->setHeaderLabels({tr("Structure"), tr("Change"), tr("Doubling time")});
    m_changes->setRootIsDecorated(false);
    m_changes->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_changes->setMinimumHeight(140);
    m_changes->header()->setStretchLastSection(false);
    m_changes->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_changes->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    column->addWidget(m_changes);
    m_copy->setObjectName(QStringLiteral("timelineCopy"));
    m_copy->setAccessibleName(tr("Copy the changes as CSV"));
    column->addWidget(m_copy);
    connect(m_changes, &QTreeWidget::itemSelectionChanged, this, &TimelinePanel::showChart);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asCsv()); });
}

void TimelinePanel::buildFollowUp(QVBoxLayout* column)
{
    column->addWidget(title(tr("Carry over to the new study")));
    if (const Operation* operation = m_context.bench.registry().find(kFollowUp)) {
        m_form = new ParamForm(operation->declare());
        column->addWidget(m_form);
        connect(m_form, &ParamForm::changed, this, &TimelinePanel::renewButtons);
    }
    m_told->setObjectName(QStringLiteral("timelineTold"));
    m_told->setWordWrap(true);
    m_told->hide();
    column->addWidget(m_told);
    m_run->setObjectName(QStringLiteral("timelineFollowUp"));
    m_run->setAccessibleName(tr("Carry structures and points of plans over to the new study"));
    m_run->setProperty("primary", true);
    column->addWidget(m_run);
    connect(m_run, &QPushButton::clicked, this, &TimelinePanel::followUp);
}

void TimelinePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    measure();
}

void TimelinePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showChanges();
        m_chart->update();
    }
}

void TimelinePanel::renew()
{
    const auto snapshot = m_context.bench.document().snapshot();
    const TimePoints times = timePointsOf(*snapshot);
    m_times->clear();
    for (const TimePoint& t : times.all) {
        auto* item =
            new QTreeWidgetItem(m_times, {q(t.name), shown(dateText(t.date)), QString::number(t.structures.size())});
        item->setData(0, Qt::UserRole, q(t.study.text()));
        item->setToolTip(0, q(t.name));
        if (t.date.empty()) {
            item->setIcon(1, icon(Mark::Warning, *m_context.theme));
            item->setToolTip(1, tr("The study states no date: it stands last, and no days are counted to it."));
        }
    }
    QString text;
    if (times.all.size() < 2)
        text = tr("A second study of the patient joins by File > Add study to this case. Then its structures can be "
                  "carried over below, and what changed appears here.");
    else if (times.anyUnknownDate())
        text = tr("A study states no date: growth over time cannot be given for it.");
    if (!times.unplaced.empty() && times.all.size() > 1)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) +
                tr("Nothing says in which study %1 of the structures lie.").arg(times.unplaced.size());
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    if (m_timeline && !sameNumbers(*m_measured, *snapshot)) {
        m_timeline.reset();
        showChanges();
    }
    if (m_form)
        m_form->setCase(snapshot);
    suggest();
    renewButtons();
    if (isVisible())
        measure();
}

void TimelinePanel::suggest()
{
    const TimePoints times = timePointsOf(m_context.bench.document().current());
    std::vector<Id> studies;
    for (const TimePoint& t : times.all)
        studies.push_back(t.study);
    if (!m_form || studies == m_suggestedFor)
        return;
    m_suggestedFor = studies;
    // The newest study and the one before it; undated ones stand last, as they were not there first.
    std::vector<Id> images;
    for (const TimePoint& t : times.all)
        if (!t.volumes.empty())
            images.push_back(t.volumes.front());
    ParamValues values = m_form->values();
    if (images.size() >= 2) {
        values.set("fixed", images.back().text());
        values.set("moving", images[images.size() - 2].text());
        values.set("registration", std::string());
        m_form->setValues(values);
    }
}

void TimelinePanel::measure()
{
    const auto snapshot = m_context.bench.document().snapshot();
    if (m_measured && sameNumbers(*m_measured, *snapshot))
        return;
    m_measured = snapshot;
    if (m_measuring)
        m_context.bench.cancel(m_measuring);
    m_measuring = 0;
    if (timePointsOf(*snapshot).all.size() < 2) {
        m_timeline.reset();
        showChanges();
        return;
    }
    const QPointer<TimelinePanel> self(this);
    m_measuring = m_context.bench.runAside(tr("Measure changes"), [self, snapshot](const Case&, Job& job) {
        auto made = std::make_shared<const Timeline>(makeTimeline(*snapshot, job));
        return std::function<void()>([self, snapshot, made] {
            if (!self || self->m_measured != snapshot)
                return; // the case has gone on: a later one is on its way
            self->m_measuring = 0;
            self->m_timeline = made;
            self->showChanges();
        });
    });
}

void TimelinePanel::showChanges()
{
    std::set<int> chosen;
    for (const QTreeWidgetItem* item : m_changes->selectedItems())
        chosen.insert(item->data(0, Qt::UserRole).toInt());
    const QSignalBlocker quiet(m_changes);
    m_changes->clear();
    if (m_timeline) {
        int n = 0;
        for (const Growth& g : m_timeline->growths) {
            const auto first = std::find_if(g.track.at.begin(), g.track.at.end(), [](const auto& id) { return id; });
            const QString name =
                first == g.track.at.end() ? q(g.track.name) : nameShown(m_context.bench.document().current(), **first);
            for (const GrowthChange& change : g.changes) {
                const GrowthValue &before = g.values[change.from], &after = g.values[change.to];
                auto* item =
                    new QTreeWidgetItem(m_changes, {name, shown(changeText(change)), shown(doublingText(change))});
                item->setData(0, Qt::UserRole, n);
                const QString doubt = shown(doubtText(g, change));
                QString help = tr("%1, %2\n%3, %4")
                                   .arg(q(timeText(m_timeline->times, before.time)), q(toText(before.volume)),
                                        q(timeText(m_timeline->times, after.time)), q(toText(after.volume)));
                if (change.diameter)
                    help +=
                        QChar(u'\n') +
                        tr("Largest diameter %1, then %2").arg(q(toText(*before.diameter)), q(toText(*after.diameter)));
                for (int column = 0; column < 3; ++column)
                    item->setToolTip(column, doubt.isEmpty() ? help : help + QChar(u'\n') + doubt);
                const bool stale = before.stale || after.stale;
                if (stale || !doubt.isEmpty())
                    item->setIcon(1, icon(stale ? Mark::Stale : Mark::Warning, *m_context.theme));
                if (stale)
                    item->setForeground(1, colour(Mark::Stale, *m_context.theme));
                item->setSelected(chosen.contains(n));
            }
            ++n;
        }
    }
    if (m_changes->topLevelItemCount() > 0 && m_changes->selectedItems().isEmpty())
        m_changes->topLevelItem(0)->setSelected(true);
    showChart();
    renewButtons();
}

void TimelinePanel::showChart()
{
    std::set<int> chosen;
    for (const QTreeWidgetItem* item : m_changes->selectedItems())
        chosen.insert(item->data(0, Qt::UserRole).toInt());
    std::vector<TimelineSeries> series;
    bool even = false;
    m_chart->setVisible(m_timeline && !m_timeline->growths.empty());
    if (m_timeline) {
        const TimePoints& times = m_timeline->times;
        even = times.anyUnknownDate() || daysBetween(times.all.front().date, times.all.back().date).value_or(0) == 0;
        for (const int n : chosen) {
            const Growth& g = m_timeline->growths[static_cast<size_t>(n)];
            TimelineSeries s;
            s.name = q(g.track.name);
            for (const GrowthValue& v : g.values) {
                const auto days = daysBetween(times.all.front().date, times.all[v.time].date);
                s.points.push_back({even ? double(v.time) : double(days.value_or(0)), v.volume.value,
                                    v.volume.standardDeviation, shown(dateText(times.all[v.time].date))});
            }
            series.push_back(std::move(s));
        }
    }
    m_chart->show(std::move(series), q(symbol(Unit::Millilitre)), even);
}

void TimelinePanel::renewButtons()
{
    const bool any = m_timeline && !m_timeline->growths.empty();
    m_copy->setEnabled(any);
    m_copy->setToolTip(any ? tr("For a spreadsheet")
                           : tr("No structure is known in two studies yet: carry them over first."));
    QString why;
    const Operation* operation = m_context.bench.registry().find(kFollowUp);
    if (!operation || !m_form) {
        why = tr("This program has no operation to carry structures over.");
    } else if (m_suggestedFor.size() < 2) {
        why = tr("The case has one study only: add the new one by File > Add study to this case.");
    } else if (m_job) {
        why = tr("It is running: see its progress below.");
    } else {
        for (const ParamProblem& p : m_form->problems())
            why = why.isEmpty() ? shown(p.text) : why;
        if (why.isEmpty())
            for (const Finding& f : checkOperation(*operation, m_context.bench.document().current(), m_form->values()))
                if (why.isEmpty() && f.severity == Severity::Stop && f.acknowledged.empty())
                    why = shown(f.text + " " + f.advice);
    }
    m_run->setEnabled(why.isEmpty());
    m_run->setToolTip(why.isEmpty() ? tr("One step; undo takes it back.") : why);
}

void TimelinePanel::followUp()
{
    m_told->hide();
    m_job = m_context.bench.run(kFollowUp, m_form->values(), [this](const Outcome& o) {
        m_job = 0;
        QString text = o.ok || o.cancelled ? QString() : o.error;
        bool doubtful = false;
        for (const Finding& f : o.findings)
            if (o.ok && (f.severity == Severity::Warning || f.code == "follow-up.carried")) {
                doubtful = doubtful || f.severity == Severity::Warning;
                text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + shown(f.text + " " + f.advice);
            }
        tell(text, !o.ok ? "stop" : doubtful ? "warning" : "ok");
        renewButtons();
    });
    renewButtons();
}

void TimelinePanel::tell(const QString& text, const char* role)
{
    m_told->setProperty("role", QLatin1String(role));
    restyle(m_told);
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
}

QString TimelinePanel::asCsv() const
{
    return m_timeline && !m_timeline->growths.empty() ? q(toCsv(changesTable(*m_timeline))) : QString();
}

} // namespace pollux
