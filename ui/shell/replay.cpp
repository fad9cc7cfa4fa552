#include "ui/shell/replay.h"

#include "ui/panels/case_tree.h"
#include "ui/print/plan_path.h"
#include "ui/shell/workspace.h"
#include "ui/viewer/slice_tool.h"
#include "ui/viewer/viewer.h"

#include <QTimer>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pollux {

namespace {

/// The first thing of a step that has a place, what a person decided before what the body is made of.
std::optional<Vec3> placeOfStep(const Case& c, const std::vector<Change>& changed)
{
    for (const Kind kind : {Kind::Plan, Kind::Landmark, Kind::Measurement, Kind::Structure, Kind::Field, Kind::Volume})
        for (const Change& change : changed)
            if (change.kind == kind && change.what != Change::What::Removed)
                if (const auto place = placeOf(c, change.id))
                    return place;
    return std::nullopt;
}

} // namespace

Replay::Replay(Workspace& workspace, Viewer& viewer, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_viewer(viewer), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, [this] {
        goTo(m_done + 1);
        wait();
    });
    const auto renew = [this] {
        m_outdated = true;
        if (!active())
            Q_EMIT changed();
    };
    connect(&workspace, &Bench::caseChanged, this, renew);
    connect(&workspace, &Workspace::opened, this, renew);
    connect(&workspace, &Workspace::replayingChanged, this, [this](bool replaying) {
        if (!replaying)
            ended();
    });
}

const History& Replay::history()
{
    if (m_outdated && !active()) {
        m_history = m_workspace.history();
        m_done = m_history.steps().size();
        m_outdated = false;
    }
    return m_history;
}

QString Replay::whyNot()
{
    if (active())
        return {};
    if (history().steps().empty())
        return tr("Nothing is known of how this case came about.");
    if (m_workspace.busy())
        return tr("A job is running, which may change the case: wait for its end.");
    return {};
}

bool Replay::enter()
{
    if (active())
        return true;
    if (!whyNot().isEmpty() || !m_workspace.startReplay())
        return false;
    m_before = m_viewer.viewState();
    m_tool = m_viewer.tool();
    m_viewer.setTool(nullptr);
    m_viewer.setMaskPreview(std::nullopt);
    m_viewer.setEditable(false);
    return true;
}

void Replay::goTo(size_t done)
{
    if (!enter()) {
        Q_EMIT changed(); // a slider that was moved goes back
        return;
    }
    m_done = std::min(done, m_history.steps().size());
    show();
    Q_EMIT changed();
}

void Replay::play()
{
    const bool again = !active() || m_done >= history().steps().size();
    if (!enter())
        return;
    m_playing = true;
    if (again)
        goTo(0);
    wait();
    Q_EMIT changed();
}

void Replay::wait()
{
    if (!m_playing)
        return;
    if (m_done >= m_history.steps().size()) {
        pause();
        return;
    }
    m_timer->start(static_cast<int>(std::lround(1000 * replaySeconds(m_history.steps()[m_done], m_speed))));
}

void Replay::pause()
{
    m_timer->stop();
    if (std::exchange(m_playing, false))
        Q_EMIT changed();
}

void Replay::setSpeed(double speed)
{
    m_speed = std::clamp(speed, 1.0, 10.0);
    if (m_playing)
        wait();
    Q_EMIT changed();
}

void Replay::leave()
{
    m_workspace.endReplay();
}

void Replay::ended()
{
    if (!active())
        return;
    m_timer->stop();
    m_playing = false;
    m_viewer.comeBack(*std::exchange(m_before, std::nullopt));
    m_viewer.setTool(m_tool);
    m_tool = nullptr;
    m_state = {};
    m_outdated = true;
    Q_EMIT changed();
}

void Replay::show()
{
    m_state = m_history.state(m_done);
    m_viewer.setCase(m_state.shown);
    // A state that was put together has no lineage to be stale by.
    m_viewer.setStale(m_state.exact ? staleIds(*m_state.shown) : std::set<Id>());
    showPlan();
    Id field;
    if (m_done > 0) {
        const std::vector<Change>& changed = m_history.steps()[m_done - 1].changed;
        for (const Change& change : changed)
            if (m_state.shown->fields.contains(change.id))
                field = change.id;
        if (const auto place = placeOfStep(*m_state.shown, changed))
            m_viewer.flyTo(*place);
    }
    m_viewer.setField(field);
}

void Replay::showPlan()
{
    std::optional<Path> path; // of the plan that was worked on last
    for (size_t n = m_done; n > 0 && !path; --n)
        for (const Change& change : m_history.steps()[n - 1].changed)
            if (const auto plan = m_state.shown->plans.find(change.id); plan != m_state.shown->plans.end() && !path)
                path = pathOf(*plan->second);
    m_viewer.setPath(path);
}

} // namespace pollux
