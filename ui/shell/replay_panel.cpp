#include "ui/shell/replay_panel.h"

#include "ui/forms/text.h"
#include "ui/shell/replay.h"
#include "ui/shell/replay_text.h"
#include "ui/shell/workspace.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

namespace pollux {

namespace {

constexpr int kSpeeds[] = {1, 2, 5, 10};
constexpr int kRowHeight = 30; ///< px

QLabel* wrapped(const char* name)
{
    auto* label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // a name from a file is not markup
    return label;
}

QPushButton* button(const char* name, const QString& text, const QString& spoken)
{
    auto* made = new QPushButton(text);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(spoken);
    return made;
}

} // namespace

ReplayPanel::ReplayPanel(Workspace& workspace, Viewer& viewer, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_replay(new Replay(workspace, viewer, this)),
      m_hint(wrapped("replayHint")), m_step(wrapped("replayStep")), m_doubt(wrapped("replayDoubt")),
      m_slider(new QSlider(Qt::Horizontal)), m_back(button("replayBack", tr("Back"), tr("One step back"))),
      m_play(button("replayPlay", tr("Play"), tr("Play or pause the replay"))),
      m_forward(button("replayForward", tr("Forward"), tr("One step forward"))),
      m_leave(button("replayLeave", tr("Leave the replay"), tr("Leave the replay"))), m_speed(new QComboBox),
      m_steps(new QListWidget)
{
    setFocusPolicy(Qt::StrongFocus);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Replay"));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    build(column);
    scroll->setWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    for (QWidget* w : QList<QWidget*>{m_slider, m_steps, m_back, m_play, m_forward, m_leave})
        w->installEventFilter(this);

    connect(m_back, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_play, &QPushButton::clicked, this, &ReplayPanel::playOrPause);
    connect(m_leave, &QPushButton::clicked, this, [this] { m_replay->leave(); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int done) { m_replay->goTo(static_cast<size_t>(done)); });
    connect(m_steps, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_replay->goTo(static_cast<size_t>(row));
    });
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this] { m_replay->setSpeed(m_speed->currentData().toDouble()); });
    connect(m_replay, &Replay::changed, this, &ReplayPanel::renew);
    const auto onJobs = [this] {
        if (isVisible())
            renewButtons();
    };
    connect(&workspace, &Bench::jobChanged, this, onJobs);
    connect(&workspace, &Workspace::idle, this, onJobs);
    renewSteps();
    renewStep();
    renewButtons();
}

void ReplayPanel::build(QVBoxLayout* column)
{
    m_hint->setProperty("role", QStringLiteral("muted"));
    column->addWidget(m_hint);
    column->addWidget(m_step);
    m_doubt->setProperty("role", QStringLiteral("warning"));
    column->addWidget(m_doubt);
    m_slider->setObjectName(QStringLiteral("replaySlider"));
    m_slider->setAccessibleName(tr("Step that is shown"));
    m_slider->setPageStep(1);
    m_slider->setMinimumHeight(28);
    column->addWidget(m_slider);
    auto* row = new QHBoxLayout;
    for (QPushButton* b : {m_back, m_play, m_forward})
        row->addWidget(b, 1);
    column->addLayout(row);
    m_speed->setObjectName(QStringLiteral("replaySpeed"));
    m_speed->setAccessibleName(tr("Speed of the replay"));
    m_speed->setToolTip(tr("How fast the steps follow each other; a pause is never longer than 3 s at 1×."));
    for (const int speed : kSpeeds)
        m_speed->addItem(QStringLiteral("%1×").arg(speed), speed);
    auto* below = new QHBoxLayout;
    below->addWidget(m_speed);
    below->addStretch();
    below->addWidget(m_leave);
    column->addLayout(below);
    m_steps->setObjectName(QStringLiteral("replaySteps"));
    m_steps->setAccessibleName(tr("Steps of the case"));
    m_steps->setMinimumHeight(120);
    column->addWidget(m_steps, 1);
}

void ReplayPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renew(); // what changed while it was out of sight
}

void ReplayPanel::renew()
{
    if (!isVisible() && !m_replay->active())
        return; // a long history costs a moment at every step
    if (!m_replay->active())
        renewSteps();
    renewStep();
    renewButtons();
}

void ReplayPanel::renewSteps()
{
    const std::vector<HistoryStep>& steps = m_replay->history().steps();
    const QSignalBlocker quietList(m_steps), quietSlider(m_slider);
    m_steps->clear();
    const auto add = [this](const QString& text) {
        auto* item = new QListWidgetItem(text, m_steps);
        item->setSizeHint(QSize(10, kRowHeight));
        item->setToolTip(text);
    };
    m_slider->setRange(0, static_cast<int>(steps.size()));
    if (steps.empty())
        return;
    add(tr("Before the first step"));
    for (size_t n = 0; n < steps.size(); ++n)
        add(QStringLiteral("%1. %2").arg(n + 1).arg(stepName(steps[n], m_workspace.registry())));
}

void ReplayPanel::renewStep()
{
    const std::vector<HistoryStep>& steps = m_replay->history().steps();
    const size_t done = m_replay->position();
    {
        const QSignalBlocker quietList(m_steps), quietSlider(m_slider);
        m_slider->setValue(static_cast<int>(done));
        m_steps->setCurrentRow(steps.empty() ? -1 : static_cast<int>(done));
    }
    const bool active = m_replay->active();
    m_hint->setText(active
                        ? tr("The views show the case as it was; the lists beside them show it as it is. Nothing can "
                             "be changed until you leave the replay.")
                        : tr("Plays how this case came about, step by step. The case itself stays as it is."));
    const HistoryStep* last = active && done > 0 ? &steps[done - 1] : nullptr;
    QString text;
    if (last)
        text = tr("Step %1 of %2: %3").arg(done).arg(steps.size()).arg(stepName(*last, m_workspace.registry())) +
               QChar(u'\n') + stepDetail(*last, *m_replay->state().shown);
    else if (active)
        text = tr("Before the first of %1 steps").arg(steps.size());
    m_step->setText(text);
    m_step->setVisible(!text.isEmpty());
    const QString doubt = active ? stateDoubt(m_replay->state(), last) : QString();
    m_doubt->setText(doubt);
    m_doubt->setVisible(!doubt.isEmpty());
}

void ReplayPanel::renewButtons()
{
    const QString why = m_replay->whyNot();
    const bool active = m_replay->active();
    const size_t done = m_replay->position(), all = m_replay->history().steps().size();
    const auto set = [](QWidget* w, const QString& whyNot, const QString& does) {
        w->setEnabled(whyNot.isEmpty());
        w->setToolTip(whyNot.isEmpty() ? does : whyNot);
    };
    m_play->setText(m_replay->playing() ? tr("Pause") : tr("Play"));
    set(m_play, why, tr("Space"));
    set(m_slider, why, tr("Drag to the step to look at"));
    set(m_steps, why, {});
    set(m_back, !why.isEmpty() ? why : done == 0 ? tr("This is the beginning.") : QString(), tr("Arrow left"));
    set(m_forward,
        !why.isEmpty() ? why
        : done >= all  ? tr("This is the case as it is now.")
                       : QString(),
        tr("Arrow right"));
    set(m_leave, active ? QString() : tr("The views show the case as it is."), tr("Back to the case as it is"));
}

void ReplayPanel::step(int by)
{
    const size_t all = m_replay->history().steps().size(), done = m_replay->position();
    m_replay->pause();
    if (by < 0 && done > 0)
        m_replay->goTo(done - 1);
    else if (by > 0 && done < all)
        m_replay->goTo(done + 1);
}

void ReplayPanel::playOrPause()
{
    if (m_replay->playing())
        m_replay->pause();
    else
        m_replay->play();
}

bool ReplayPanel::onKey(int key)
{
    if (key == Qt::Key_Space)
        playOrPause();
    else if (key == Qt::Key_Left)
        step(-1);
    else if (key == Qt::Key_Right)
        step(1);
    else
        return false;
    return true;
}

void ReplayPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() != Qt::NoModifier || !onKey(event->key()))
        QWidget::keyPressEvent(event);
}

bool ReplayPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    // Space presses the button that has the focus, as everywhere.
    const bool pressed = key->key() == Qt::Key_Space && qobject_cast<QPushButton*>(watched);
    if (key->modifiers() == Qt::NoModifier && !pressed && onKey(key->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace pollux
