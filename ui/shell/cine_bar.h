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

/// Plays what changes with time in the viewer itself, never in the case: the body that moves over a breath, if the
/// object in hand tells of it (motionPlanOf()), else the times of the map that is shown, if it has any, else the phases
/// of the 4-D series; display window and crosshair stay. Which phases there are and their order is what films take, see
/// phasesOf(). A frame is due after the one before was drawn: slow frames lower the rate, none piles up. A breath keeps
/// its pace: slow frames leave some out. Main thread.
class CineBar : public QWidget
{
    Q_OBJECT

public:
    explicit CineBar(Viewer& viewer, QWidget* parent = nullptr);

    /// The same by commands, with keys.
    void fill(QMenu& menu);
    bool playing() const { return m_playing; }
    QString whyNot() const; ///< why there is nothing to play; empty if there is
    /// The motion that belongs to this object, if any, is played from now on; the body is at rest until then.
    void setMotionOf(const Id& object);

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
    bool moves() const { return m_moving.has_value(); }
    bool makeMotion(); ///< false: it cannot be made, and why was told
    void atRest();

    Viewer& m_viewer;
    std::shared_ptr<const Case> m_case; ///< that m_phases were found in: held, so that an address is never met twice
    Id m_volume;
    std::vector<Id> m_phases;
    std::shared_ptr<const Field> m_map;     ///< shown, and changes with time; else null
    std::optional<double> m_time;           ///< that the viewer shows of it
    Id m_object;                            ///< in hand
    std::optional<Id> m_moving;             ///< plan whose motion is played
    std::shared_ptr<const Plan> m_motionOf; ///< that the viewer's motion was made of
    double m_period = 0;                    ///< s, of its breath
    QString m_fault;                        ///< why its motion cannot be made
    int m_begun = 0;                        ///< frame at which a breath was begun to be played
    QElapsedTimer m_sinceBegun;
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
    QPushButton* m_atRest;           ///< only while a body moves
    std::vector<QAction*> m_actions; ///< play, back, forward; as long as there is no menu, none
};

} // namespace pollux
