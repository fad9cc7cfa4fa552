#pragma once

#include "core/case/case.h"
#include "core/geometry/vec.h"

#include <QColor>
#include <QString>

#include <utility>
#include <vector>

namespace pollux {

/// How the 3-D view draws the image itself. Off with an empty preset.
struct VolumeRendering
{
    QString preset;          ///< key of a VolumePreset
    double shift = 0;        ///< added to all values of the preset, in its unit (relative ones: parts of the range)
    bool structures = false; ///< surfaces are drawn with it
    bool cropped = false;
    /// Crop box: parts of the image's extent towards left, posterior and superior, 0 to 1, low < high.
    Vec3 cropLow = Vec3::Zero();
    Vec3 cropHigh = Vec3::Ones();

    bool operator==(const VolumeRendering&) const = default;
};

/// Opacity and colour against the value; from resources/viewer/volume_presets.json.
struct VolumePreset
{
    struct Point
    {
        double value = 0;   ///< HU, or a part of the range if relative
        double opacity = 0; ///< of 1 mm of it, 0 to 1
        QColor colour;
    };
    QString key;
    QString name;
    QString modality; ///< "CT"; empty: for any image, values relative to its range
    std::vector<Point> points;

    bool relative() const { return modality.isEmpty(); }
};

/// Throws Error (BadInput) if the built-in file is damaged.
const std::vector<VolumePreset>& loadVolumePresets();
/// Those that mean something for an image: the CT ones only where values are HU.
std::vector<VolumePreset> presetsFor(const VolumeObject& volume);

/// The crop box as half-open voxel indices of a grid.
IndexBox cropBox(const Grid& grid, const VolumeRendering& rendering);

} // namespace pollux
