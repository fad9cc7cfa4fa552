#include "ui/shell/cine_bar.h"

#include "core/base/error.h"
#include "core/case/body_motion.h"
#include "core/case/field_time.h"
#include "ui/forms/text.h"
#include "ui/viewer/film.h"
#include "ui/viewer/slice_field.h"

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
#include <cmath>
#include <utility>

namespace pollux {

namespace {

constexpr int kUnseenMs = 500;     ///< while no view is drawn, the window being hidden, it goes on slowly
constexpr double kBreathRate = 25; ///< frames a second of a breath
constexpr int kSlowest = 2, kFastest = 25, kAtFirst = 10; ///< frames a second

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
      m_rate(new QSpinBox), m_loop(new QCheckBox(tr("In a loop"))), m_atRest(new QPushButton(tr("As on the images")))
{
    build();
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &CineBar::goOn);
    connect(m_back, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_play, &QPushButton::clicked, this, &CineBar::playOrPause);
    connect(m_atRest, &QPushButton::clicked, this, &CineBar::atRest);
    connect(m_slider, &QSlider::valueChanged, this, [this](int frame) {
        pause();
        show(frame);
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
    setUp(m_back, "cineBack", tr("Phase or time before"));
    setUp(m_play, "cinePlay", tr("Play or pause phases or times"));
    setUp(m_forward, "cineForward", tr("Next phase or time"));
    setUp(m_slider, "cineSlider", tr("Phase or time that is shown"));
    setUp(m_rate, "cineRate", tr("Pictures a second"));
    setUp(m_loop, "cineLoop", tr("Play in a loop"));
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
    form->addRow(tr("Pictures"), m_rate);
    form->addRow(m_loop);
    setUp(m_atRest, "cineAtRest", tr("Body as on the images"));
    m_atRest->setToolTip(tr("Puts the body back to where it is on the images."));
    form->addRow(m_atRest);
}

void CineBar::fill(QMenu& menu)
{
    QMenu* phases = menu.addMenu(tr("&Phases or times"));
    phases->setToolTipsVisible(true);
    const auto add = [&](const char* name, const QString& text, const char* key, auto act) {
        QAction* action = phases->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(QKeySequence(QLatin1String(key)));
        connect(action, &QAction::triggered, this, act);
        m_actions.push_back(action);
    };
    add("actionCinePlay", tr("Play or pause phases or times"), "F8", [this] { playOrPause(); });
    add("actionCineBack", tr("Phase or time before"), "Ctrl+PgUp", [this] { step(-1); });
    add("actionCineForward", tr("Next phase or time"), "Ctrl+PgDown", [this] { step(1); });
    renew();
}

QString CineBar::whyNot() const
{
    if (!m_fault.isEmpty())
        return m_fault;
    if (frames() >= 2)
        return {};
    return m_viewer.state().volumeObject()
               ? tr("The image shown is no phase of a 4-D series, and no map that changes with time is shown. Add the "
                    "other phases of its series to this case, or choose a map, or a result that follows the breath.")
               : tr("No image is shown.");
}

int CineBar::frames() const
{
    if (moves())
        return std::max(2, static_cast<int>(std::lround(m_period * kBreathRate)));
    return static_cast<int>(m_map ? m_map->steps() : m_phases.size());
}

QString CineBar::nameOf(int frame) const
{
    if (moves())
        return q(timeText(frame / kBreathRate));
    if (!m_map)
        return q(m_case->volume(m_volume).phase);
    return q(timeText(m_map->times[static_cast<size_t>(frame)]));
}

int CineBar::shown() const
{
    if (moves()) {
        const auto& time = m_viewer.state().fieldTime;
        return time && m_viewer.state().motion ? static_cast<int>(std::lround(*time * kBreathRate)) : -1;
    }
    if (m_map)
        return static_cast<int>(m_viewer.state().stepOf(*m_map));
    const auto at = std::find(m_phases.begin(), m_phases.end(), m_viewer.volume());
    return at == m_phases.end() ? -1 : static_cast<int>(at - m_phases.begin());
}

void CineBar::follow()
{
    const ViewState& state = m_viewer.state();
    std::shared_ptr<const Field> map = shownField(state);
    if (map && map->steps() < 2)
        map = nullptr;
    if ((moves() || (map && map == m_map)) && state.fieldTime != m_time) {
        m_time = state.fieldTime;
        renew();
    }
    if (state.document == m_case && state.volume == m_volume && map == m_map)
        return; // the crosshair moved
    if (map != m_map)
        pause();
    m_map = std::move(map);
    m_time = state.fieldTime;
    const bool otherCase = state.document != m_case;
    m_case = state.document;
    m_volume = state.volume;
    if (otherCase)
        setMotionOf(m_object); // it may be gone, or another one
    std::vector<Id> phases = m_case ? phasesOf(*m_case, m_volume) : std::vector<Id>();
    const bool others = phases != m_phases;
    m_phases = std::move(phases);
    if (others)
        pause(); // another series, or a phase came or went
    renew();
}

void CineBar::setMotionOf(const Id& object)
{
    const Case* c = m_viewer.state().document.get();
    m_object = object;
    m_fault.clear();
    const std::optional<Id> plan = c ? motionPlanOf(*c, object) : std::nullopt;
    const auto& made = m_viewer.state().motion;
    if (made && (!plan || *plan != made->plan || m_motionOf != c->plans.at(*plan))) {
        pause();
        m_viewer.setMotion(nullptr);
    }
    m_moving = plan;
    m_period = plan ? motionRecordOf(c->plan(*plan).detail)->trace.period : 0;
    renew();
}

bool CineBar::makeMotion()
{
    if (m_viewer.state().motion)
        return true;
    try {
        m_viewer.setMotion(bodyMotionOf(*m_case, *m_moving, Job()));
        m_motionOf = m_case->plans.at(*m_moving);
    } catch (const Error& e) {
        m_fault = pollux::shown(e.message()) + QChar(u' ') + pollux::shown(e.advice());
        pause();
        renew();
    }
    return m_fault.isEmpty();
}

void CineBar::atRest()
{
    pause();
    m_viewer.setFieldTime(std::nullopt);
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
    const bool atEnd = shown() + 1 >= frames();
    m_begun = atEnd ? 0 : shown() + 1;
    m_sinceBegun.start();
    show(m_begun);
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
    const int count = frames();
    if (count < 2)
        return;
    const int wanted = shown() + steps;
    show(m_loop->isChecked() ? ((wanted % count) + count) % count : std::clamp(wanted, 0, count - 1));
}

void CineBar::goOn()
{
    if (!m_playing)
        return;
    const int next = moves() ? m_begun + static_cast<int>(m_sinceBegun.elapsed() * kBreathRate / 1000) : shown() + 1;
    if (moves() && m_loop->isChecked())
        show(next % frames());
    else if (next < frames())
        show(next);
    else if (m_loop->isChecked())
        show(0);
    else
        pause();
}

void CineBar::show(int frame)
{
    if (frame < 0 || frame >= frames())
        return;
    m_since.start();
    m_undrawn = true;
    if (m_playing)
        m_next.start(kUnseenMs);
    if (moves()) {
        if (makeMotion())
            m_viewer.setFieldTime(frame / kBreathRate);
        return;
    }
    if (m_map) {
        m_viewer.setFieldTime(m_map->times[static_cast<size_t>(frame)]);
        return;
    }
    const Id wanted = m_phases[static_cast<size_t>(frame)]; // follow() may renew the list
    m_viewer.setPhase(wanted);
}

bool CineBar::eventFilter(QObject* watched, QEvent* event)
{
    // Due a rate's step after it was shown, but not before the views are drawn: that is this thread's next work.
    const int rate = moves() ? static_cast<int>(kBreathRate) : m_rate->value();
    if (event->type() == QEvent::Paint && m_playing && std::exchange(m_undrawn, false))
        m_next.start(static_cast<int>(std::max<qint64>(1, 1000 / rate - m_since.elapsed())));
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
    state(m_back, tr("Phase or time before"));
    state(m_forward, tr("Next phase or time"));
    state(m_slider, tr("Phase or time that is shown"));
    state(m_rate, tr("Fewer are shown where drawing takes longer."));
    if (moves() && why.isEmpty()) {
        m_rate->setEnabled(false);
        m_rate->setToolTip(tr("A breath is played at its own pace."));
    }
    state(m_loop, tr("Unticked, it stops at the last one."));
    m_atRest->setVisible(moves());
    for (QAction* action : m_actions)
        state(action, action->text());
    const int at = shown();
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, std::max(0, frames() - 1));
        m_slider->setValue(std::max(0, at));
    }
    QString told = why;
    if (why.isEmpty() && at >= 0)
        told = tr("%1 of %2: %3").arg(at + 1).arg(frames()).arg(nameOf(at));
    m_told->setText(told);
    m_told->setToolTip(told);
    m_told->setVisible(why.isEmpty()); // else every control tells it
    Q_EMIT changed();
}

} // namespace pollux
