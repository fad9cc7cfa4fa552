#pragma once

#include "core/image/volume.h"

#include <QString>

#include <utility>
#include <vector>

namespace pollux {

/// A display window by name; from resources/viewer/windows.json.
struct WindowPreset
{
    QString key;
    QString name;
    QString modality; ///< "CT", ...
    double centre = 0;
    double width = 1;
};

/// Throws Error (BadInput) if the built-in file is damaged.
std::vector<WindowPreset> loadWindowPresets();

/// Centre and width between the 1st and 99th percentile of the voxels (of at most a million of them, evenly picked);
/// for images without calibrated values. (0, 1) for an empty one.
std::pair<double, double> automaticWindow(const Volume& volume);

} // namespace pollux
