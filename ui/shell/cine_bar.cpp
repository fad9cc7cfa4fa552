#include "ui/shell/cine_bar.h"

#include "ui/forms/text.h"
#include "ui/viewer/film.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace pollux {

namespace {

constexpr int kUnseenMs = 500; ///< while no view is drawn, the window being hidden, it goes on slowly
constexpr int kSlowest = 2, kFastest = 25, kAtFirst = 10; ///< phases a second

template <class Control>
void setUp(Control* control, const char* name, const QString& accessible)
{
    control->setObjectName(QLatin1String(name));
    control->setAccessibleName(accessible);
    control->setMinimumHeight(28);
}

} // namespace

CineBar::CineBar(Viewer& viewer, QWidget* parent)
    : QWidget(parent), m_viewer(viewer), m_back(new QPushButton(tr("Back"))), m_play(new QPushButton(tr("Play"))),
      m_forward(new QPushButton(tr("Forward"))), m_slider(new QSlider(Qt::Horizontal)), m_told(new QLabel),
      m_rate(new QSpinBox), m_loop(new QCheckBox(tr("In a loop")))
{
    build();
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &CineBar::goOn);
    connect(m_back, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_play, &QPushButton::clicked, this, &CineBar::playOrPause);
    connect(m_slider, &QSlider::valueChanged, this, [this](int phase) {
        pause();
        show(phase);
    });
    connect(&viewer, &Viewer::lookChanged, this, &CineBar::follow);
    for (const char* view : {"axialView", "sagittalView", "coronalView", "volumeView"})
        if (auto* w = viewer.findChild<QWidget*>(QLatin1String(view)))
            w->installEventFilter(this);
    follow();
    renew();
}

void CineBar::build()
{
    setUp(m_back, "cineBack", tr("Phase before"));
    setUp(m_play, "cinePlay", tr("Play or pause the phases"));
    setUp(m_forward, "cineForward", tr("Next phase"));
    setUp(m_slider, "cineSlider", tr("Phase that is shown"));
    setUp(m_rate, "cineRate", tr("Phases a second"));
    setUp(m_loop, "cineLoop", tr("Play the phases in a loop"));
    m_slider->setPageStep(1);
    m_slider->setMinimumWidth(220);
    m_told->setObjectName(QStringLiteral("cineTold"));
    m_told->setTextFormat(Qt::PlainText);                                // the name of a phase is not markup
    m_told->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the menu shall not jump
    m_rate->setLocale(QLocale::c());
    m_rate->setRange(kSlowest, kFastest);
    m_rate->setValue(kAtFirst);
    m_rate->setSuffix(tr(" a second"));
    m_loop->setChecked(true);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* b : {m_back, m_play, m_forward})
        buttons->addWidget(b, 1);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(12, 12, 12, 12);
    form->addRow(buttons);
    form->addRow(m_slider);
    form->addRow(m_told);
    form->addRow(tr("Phases"), m_rate);
    form->addRow(m_loop);
}

void CineBar::fill(QMenu& menu)
{
    QMenu* phases = menu.addMenu(tr("&Phases of a 4-D series"));
    phases->setToolTipsVisible(true);
    const auto add = [&](const char* name, const QString& text, const char* key, auto act) {
        QAction* action = phases->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(QKeySequence(QLatin1String(key)));
        connect(action, &QAction::triggered, this, act);
        m_actions.push_back(action);
    };
    add("actionCinePlay", tr("Play or pause the phases"), "F8", [this] { playOrPause(); });
    add("actionCineBack", tr("Phase before"), "Ctrl+PgUp", [this] { step(-1); });
    add("actionCineForward", tr("Next phase"), "Ctrl+PgDown", [this] { step(1); });
    renew();
}

QString CineBar::whyNot() const
{
    if (m_phases.size() >= 2)
        return {};
    return m_viewer.state().volumeObject() ? tr("The image shown is no phase of a 4-D series. Add the other phases of "
                                                "its series to this case.")
                                           : tr("No image is shown.");
}

int CineBar::shown() const
{
    const auto at = std::find(m_phases.begin(), m_phases.end(), m_viewer.volume());
    return at == m_phases.end() ? -1 : static_cast<int>(at - m_phases.begin());
}

void CineBar::follow()
{
    const ViewState& state = m_viewer.state();
    if (state.document == m_case && state.volume == m_volume)
        return; // the crosshair moved
    m_case = state.document;
    m_volume = state.volume;
    std::vector<Id> phases = m_case ? phasesOf(*m_case, m_volume) : std::vector<Id>();
    const bool others = phases != m_phases;
    m_phases = std::move(phases);
    if (others)
        pause(); // another series, or a phase came or went
    renew();
}

void CineBar::playOrPause()
{
    if (m_playing) {
        pause();
        return;
    }
    if (!whyNot().isEmpty())
        return;
    m_playing = true;
    const bool atEnd = shown() + 1 >= static_cast<int>(m_phases.size());
    show(atEnd ? 0 : shown() + 1);
    renew();
}

void CineBar::pause()
{
    m_next.stop();
    if (std::exchange(m_playing, false))
        renew();
}

void CineBar::step(int steps)
{
    pause();
    const int count = static_cast<int>(m_phases.size());
    if (count < 2)
        return;
    const int wanted = shown() + steps;
    show(m_loop->isChecked() ? ((wanted % count) + count) % count : std::clamp(wanted, 0, count - 1));
}

void CineBar::goOn()
{
    if (!m_playing)
        return;
    const int next = shown() + 1;
    if (next < static_cast<int>(m_phases.size()))
        show(next);
    else if (m_loop->isChecked())
        show(0);
    else
        pause();
}

void CineBar::show(int phase)
{
    if (phase < 0 || phase >= static_cast<int>(m_phases.size()))
        return;
    m_since.start();
    m_undrawn = true;
    if (m_playing)
        m_next.start(kUnseenMs);
    const Id wanted = m_phases[static_cast<size_t>(phase)]; // follow() may renew the list
    m_viewer.setPhase(wanted);
}

bool CineBar::eventFilter(QObject* watched, QEvent* event)
{
    // Due a rate's step after it was shown, but not before the views are drawn: that is this thread's next work.
    if (event->type() == QEvent::Paint && m_playing && std::exchange(m_undrawn, false))
        m_next.start(static_cast<int>(std::max<qint64>(1, 1000 / m_rate->value() - m_since.elapsed())));
    return QWidget::eventFilter(watched, event);
}

void CineBar::renew()
{
    const QString why = whyNot();
    const auto state = [&](auto* control, const QString& can) {
        control->setEnabled(why.isEmpty());
        control->setToolTip(why.isEmpty() ? can : why);
    };
    m_play->setText(m_playing ? tr("Pause") : tr("Play"));
    state(m_play, tr("Display window and crosshair stay; the case is not changed."));
    state(m_back, tr("Phase before"));
    state(m_forward, tr("Next phase"));
    state(m_slider, tr("Phase that is shown"));
    state(m_rate, tr("Fewer are shown where drawing takes longer."));
    state(m_loop, tr("Unticked, it stops at the last phase."));
    for (QAction* action : m_actions)
        state(action, action->text());
    const int at = shown();
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, std::max(0, static_cast<int>(m_phases.size()) - 1));
        m_slider->setValue(std::max(0, at));
    }
    QString told = why;
    if (why.isEmpty() && at >= 0)
        told = tr("%1 of %2: %3").arg(at + 1).arg(m_phases.size()).arg(q(m_case->volume(m_volume).phase));
    m_told->setText(told);
    m_told->setToolTip(told);
    m_told->setVisible(why.isEmpty()); // else every control tells it
    Q_EMIT changed();
}

} // namespace pollux
