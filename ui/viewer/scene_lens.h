#pragma once

#include "core/geometry/vec.h"

#include <QPointF>
#include <QSizeF>

#include <optional>

namespace pollux {

/// Where a place of the patient stands in the 3-D picture: the camera's projection as plain numbers. Pinhole or
/// parallel rays, square pixels.
struct SceneLens
{
    Vec3 eye = Vec3::Zero();      ///< LPS, mm; with parallel rays any point of the middle one
    Vec3 towards = Vec3::UnitY(); ///< unit vector away from the viewer
    Vec3 right = Vec3::UnitX();   ///< unit vectors of the picture's x and up
    Vec3 up = Vec3::UnitZ();
    bool parallel = false;
    double height = 1; ///< of the picture: mm with parallel rays, else mm at a distance of 1 mm
    QSizeF size{1, 1}; ///< of the picture in pixels

    /// From the top left corner; nullopt for what is not in front of the eye.
    std::optional<QPointF> toPixel(const Vec3& p) const;
};

} // namespace pollux
