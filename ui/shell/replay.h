#pragma once

#include "core/storage/history.h"
#include "ui/viewer/view_state.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QTimer;

namespace pollux {

class SliceTool;
class Viewer;
class Workspace;

/// Plays a case's history in the views. The document is not touched: the views are given other snapshots, and leaving
/// gives them back what they showed. Edits are refused meanwhile (Workspace::startReplay()). Main thread.
class Replay : public QObject
{
    Q_OBJECT

public:
    Replay(Workspace& workspace, Viewer& viewer, QObject* parent = nullptr);

    /// Of now; while it is replayed, of when the replay began.
    const History& history();
    bool active() const { return m_before.has_value(); }
    bool playing() const { return m_playing; }
    size_t position() const { return m_done; } ///< steps done in what is shown
    const HistoryState& state() const { return m_state; }
    double speed() const { return m_speed; }
    /// Why a replay cannot begin now; empty if it can.
    QString whyNot();

    /// Shows the case after the first `done` steps; begins a replay if there is none. Nothing if it cannot begin.
    void goTo(size_t done);
    void play(); ///< from where it is; from the beginning if that is the end, or now
    void pause();
    void setSpeed(double speed);
    void leave();

Q_SIGNALS:
    void changed();

private:
    bool enter();
    void ended();
    void show();
    void showPlan();
    void wait();

    Workspace& m_workspace;
    Viewer& m_viewer;
    History m_history;
    bool m_outdated = true;
    HistoryState m_state;
    size_t m_done = 0;
    bool m_playing = false;
    double m_speed = 1;
    QTimer* m_timer;
    std::optional<ViewState> m_before; ///< what the views showed when the replay began
    QPointer<SliceTool> m_tool;
};

} // namespace pollux
