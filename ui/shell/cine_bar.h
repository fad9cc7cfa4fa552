#pragma once

#include "ui/viewer/viewer.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QCheckBox;
class QLabel;
class QMenu;
class QPushButton;
class QSlider;
class QSpinBox;

namespace pollux {

/// Plays what changes with time in the viewer itself, never in the case: the times of the map that is shown, if it has
/// any, else the phases of the 4-D series; display window and crosshair stay. Which phases there are and their order is
/// what films take, see phasesOf(). A frame is due after the one before was drawn: slow frames lower the rate, none piles up. Main thread.
class CineBar : public QWidget
{
    Q_OBJECT

public:
    explicit CineBar(Viewer& viewer, QWidget* parent = nullptr);

    /// The same by commands, with keys.
    void fill(QMenu& menu);
    bool playing() const { return m_playing; }
    QString whyNot() const; ///< why there is nothing to play; empty if there is

public Q_SLOTS:
    void playOrPause();
    void pause();         ///< the frame shown stays
    void step(int steps); ///< pauses; beyond an end it goes on at the other one, if it plays in a loop

Q_SIGNALS:
    void changed(); ///< whyNot() or playing()

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; ///< a view is drawn

private:
    void build();
    void follow(); ///< what the viewer shows
    void renew();
    void goOn();
    void show(int frame);
    int frames() const; ///< fewer than two: nothing to play
    int shown() const;  ///< -1: none of them
    QString nameOf(int frame) const;

    Viewer& m_viewer;
    std::shared_ptr<const Case> m_case; ///< that m_phases were found in: held, so that an address is never met twice
    Id m_volume;
    std::vector<Id> m_phases;
    std::shared_ptr<const Field> m_map; ///< shown, and changes with time; else null
    std::optional<double> m_time;       ///< that the viewer shows of it
    bool m_playing = false;
    bool m_undrawn = false; ///< the frame shown last has not been drawn yet
    QElapsedTimer m_since;  ///< it was shown
    QTimer m_next;
    QPushButton* m_back;
    QPushButton* m_play;
    QPushButton* m_forward;
    QSlider* m_slider;
    QLabel* m_told;
    QSpinBox* m_rate;
    QCheckBox* m_loop;
    std::vector<QAction*> m_actions; ///< play, back, forward; as long as there is no menu, none
};

} // namespace pollux
