#include "ui/panels/step_column.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QTimer>
#include <QVBoxLayout>

namespace pollux {

StepColumn::StepColumn(PanelContext& context, QWidget* parent) : QScrollArea(parent), m_context(context)
{
    auto* page = new QWidget;
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(8, 8, 8, 8);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(page);
}

QVBoxLayout* StepColumn::addStep(const QString& title)
{
    const int number = static_cast<int>(m_steps.size()) + 1;
    auto* head = new QHBoxLayout;
    auto* label = new QLabel(QStringLiteral("%1  %2").arg(number).arg(title), widget());
    label->setProperty("role", QStringLiteral("title"));
    m_steps.push_back({new QLabel(widget()), new QLabel(widget())});
    m_steps.back().words->setObjectName(QStringLiteral("step%1").arg(number));
    m_steps.back().words->setAccessibleName(tr("State of step %1, %2").arg(number).arg(title));
    head->addWidget(label, 1);
    head->addWidget(m_steps.back().icon);
    head->addWidget(m_steps.back().words);
    m_column->addLayout(head);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(16, 0, 0, 12);
    body->setSpacing(4);
    m_column->addLayout(body);
    return body;
}

void StepColumn::finish()
{
    m_column->addStretch(1);
}

void StepColumn::setState(int step, Mark mark, const QString& words)
{
    Step& s = m_steps.at(static_cast<size_t>(step - 1));
    s.mark = mark;
    s.words->setText(words);
    draw(s);
}

void StepColumn::bringIntoSight(QWidget* part)
{
    QTimer::singleShot(0, this, [this, part = QPointer<QWidget>(part)] {
        if (part)
            ensureWidgetVisible(part);
    });
}

void StepColumn::draw(const Step& step)
{
    step.icon->setPixmap(icon(step.mark, *m_context.theme).pixmap(16, 16));
    step.words->setProperty("role", role(step.mark));
    restyle(step.words);
}

void StepColumn::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        for (const Step& step : m_steps)
            draw(step);
}

} // namespace pollux
