#pragma once

#include "ui/viewer/viewer.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;

namespace pollux {

/// How the 3-D view draws: cut open at the planes of the crosshair, contours, projection. A part of the 3-D menu.
/// Changes the look, never the case. Main thread.
class SceneForm : public QWidget
{
    Q_OBJECT

public:
    explicit SceneForm(Viewer& viewer, QWidget* parent = nullptr);

private:
    void renew(); ///< from the viewer
    void apply(); ///< to the viewer

    Viewer& m_viewer;
    std::array<QComboBox*, 3> m_sides; ///< axial, sagittal, coronal
    QCheckBox* m_skin;
    QCheckBox* m_image;
    QCheckBox* m_silhouettes;
    QCheckBox* m_orthographic;
};

} // namespace pollux
