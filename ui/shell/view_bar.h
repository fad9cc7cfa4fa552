#pragma once

#include "core/case/case.h"
#include "ui/viewer/slice_plane.h"
#include "ui/viewer/viewer.h"
#include "ui/viewer/window_presets.h"

#include <QWidget>

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace pollux {

class CineBar;
class VolumeMenu;

/// The line above the views: layout, display window, slab, fusion, playing of phases, and the way back from oblique
/// planes. It changes how the case looks, never the case; a fusion that a panel asked for shows here too. Main thread.
class ViewBar : public QWidget
{
    Q_OBJECT

public:
    ViewBar(Viewer& viewer, QWidget* parent = nullptr);

    /// What there is to show; menus follow.
    void setCase(std::shared_ptr<const Case> c);
    /// The layouts of the View menu, offered here too.
    void setLayouts(const QList<QAction*>& layouts);
    CineBar* cine() const { return m_cine; }

private:
    QToolButton* addButton(const QString& name, const QString& text, const QString& what);
    void makeWindows();
    void makeSlab();
    void makeFusion();
    void makeCine();
    void renewWindows();
    void renewVolumes();
    void fillVolumes(const QString& chosen);
    void followFusion();
    void renewFusion();
    void applySlab();
    void applyFusion();
    void renewStraighten();
    void takeOver(); ///< what the viewer shows, after a view was brought back

    Viewer& m_viewer;
    std::shared_ptr<const Case> m_case;
    std::vector<WindowPreset> m_presets;
    QToolButton* m_layoutButton = nullptr;
    QMenu* m_windows = nullptr;
    QToolButton* m_slabButton = nullptr;
    QComboBox* m_slabMode = nullptr;
    QDoubleSpinBox* m_slabMm = nullptr;
    QToolButton* m_fusionButton = nullptr;
    QComboBox* m_second = nullptr;
    QComboBox* m_fusionMode = nullptr;
    QSlider* m_amount = nullptr;
    bool m_applying = false; ///< the fusion that the viewer tells of is this bar's own
    VolumeMenu* m_volumeMenu = nullptr;
    CineBar* m_cine = nullptr;
    QToolButton* m_straighten = nullptr;
};

} // namespace pollux
