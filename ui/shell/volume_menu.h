#pragma once

#include "core/case/case.h"
#include "ui/viewer/viewer.h"

#include <QMenu>

#include <array>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;

namespace pollux {

/// How the 3-D view draws the image itself: preset, shift of its values, crop box. Changes the look, never the case.
class VolumeMenu : public QMenu
{
    Q_OBJECT

public:
    explicit VolumeMenu(Viewer& viewer, QWidget* parent = nullptr);

    /// What there is to show; presets follow the image.
    void setCase(std::shared_ptr<const Case> c);

private:
    void renew();
    void takeOver(); ///< what the viewer draws, after a view was brought back
    void apply();
    void onCropMoved(size_t axis, bool high);

    Viewer& m_viewer;
    std::shared_ptr<const Case> m_case;
    QComboBox* m_preset;
    QDoubleSpinBox* m_shift;
    QCheckBox* m_structures;
    QCheckBox* m_crop;
    std::array<std::array<QSlider*, 2>, 3> m_box; ///< of each patient axis: low, high
};

} // namespace pollux
