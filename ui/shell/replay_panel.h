#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSlider;
class QVBoxLayout;

namespace pollux {

class Replay;
class Viewer;
class Workspace;

/// A lesson from the history of the case: play, pause, step, slide and jump through its steps, each with its words,
/// author and time. Says what cannot be shown as it was. Space plays and pauses, the left and right arrows step.
class ReplayPanel : public QWidget
{
    Q_OBJECT

public:
    ReplayPanel(Workspace& workspace, Viewer& viewer, QWidget* parent = nullptr);

    Replay& replay() { return *m_replay; }

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(QVBoxLayout* column);
    void renew();
    void renewSteps();
    void renewStep();
    void renewButtons();
    void step(int by);
    void playOrPause();
    bool onKey(int key);

    Workspace& m_workspace;
    Replay* m_replay;
    QLabel* m_hint;
    QLabel* m_step;
    QLabel* m_doubt;
    QSlider* m_slider;
    QPushButton* m_back;
    QPushButton* m_play;
    QPushButton* m_forward;
    QPushButton* m_leave;
    QComboBox* m_speed;
    QListWidget* m_steps;
};

} // namespace pollux
