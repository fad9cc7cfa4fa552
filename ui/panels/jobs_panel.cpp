#include "ui/panels/jobs_panel.h"

#include "ui/forms/text.h"
#include "ui/panels/bench.h"
#include "ui/panels/state_mark.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace pollux {

namespace {

QWidget* makeRow(const JobReport& report, QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    auto* title = new QLabel(shown(report.title), row);
    title->setMinimumWidth(72); // a running job shall not widen a small window
    title->setWordWrap(true);
    auto* bar = new QProgressBar(row);
    bar->setObjectName(QStringLiteral("bar"));
    bar->setRange(0, 1000);
    bar->setTextVisible(false);
    bar->setFixedHeight(12);
    bar->setMinimumWidth(48);
    bar->setAccessibleName(QObject::tr("Progress of %1").arg(shown(report.title)));
    auto* what = new QLabel(row);
    what->setObjectName(QStringLiteral("what"));
    what->setWordWrap(true);
    auto* button = new QPushButton(QObject::tr("Cancel"), row);
    button->setObjectName(QStringLiteral("cancel"));
    button->setAccessibleName(QObject::tr("Cancel %1").arg(shown(report.title)));
    line->addWidget(title);
    line->addWidget(bar, 1);
    line->addWidget(what, 2);
    line->addWidget(button);
    return row;
}

} // namespace

JobsPanel::JobsPanel(Bench& bench, QWidget* parent) : QWidget(parent), m_bench(bench), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(8, 4, 8, 4);
    m_column->setSpacing(4);
    connect(&bench, &Bench::jobChanged, this, &JobsPanel::show);
    hide();
}

void JobsPanel::show(const JobReport& report)
{
    const bool wasEmpty = isEmpty();
    if (report.state == JobState::Done || report.state == JobState::Cancelled) {
        drop(report.id);
        return;
    }
    if (report.title.empty() && report.state != JobState::Failed) // a moment of a drag: the views shall not jump for it
        return;
    auto it = m_rows.find(report.id);
    if (it == m_rows.end()) {
        QWidget* row = makeRow(report, this);
        m_column->addWidget(row);
        it = m_rows.emplace(report.id, row).first;
        auto* button = row->findChild<QPushButton*>(QStringLiteral("cancel"));
        const std::uint64_t id = report.id;
        connect(button, &QPushButton::clicked, this, [this, id, button] {
            if (button->property("failed").toBool()) {
                drop(id);
                return;
            }
            button->setEnabled(false);
            button->setToolTip(tr("Stopping…"));
            m_bench.cancel(id);
        });
    }
    QWidget* row = it->second;
    auto* what = row->findChild<QLabel*>(QStringLiteral("what"));
    auto* bar = row->findChild<QProgressBar*>(QStringLiteral("bar"));
    auto* button = row->findChild<QPushButton*>(QStringLiteral("cancel"));
    if (report.state == JobState::Failed) {
        bar->hide();
        what->setProperty("role", QStringLiteral("stop"));
        restyle(what);
        what->setText(tr("Failed: %1").arg(shown(report.error)));
        button->setText(tr("Dismiss"));
        button->setProperty("failed", true);
        button->setEnabled(true);
        button->setToolTip(QString());
    } else {
        bar->setValue(int(report.fraction * 1000));
        what->setText(report.state == JobState::Waiting ? tr("waiting") : shown(report.what));
    }
    QWidget::show();
    if (wasEmpty)
        Q_EMIT emptyChanged(false);
}

void JobsPanel::drop(std::uint64_t id)
{
    const auto it = m_rows.find(id);
    if (it == m_rows.end())
        return;
    it->second->deleteLater();
    m_rows.erase(it);
    if (isEmpty()) {
        hide();
        Q_EMIT emptyChanged(true);
    }
}

} // namespace pollux
