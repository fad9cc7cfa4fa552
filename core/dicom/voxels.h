#pragma once

#include "core/dicom/header.h"
#include "core/dicom/stack.h"
#include "core/image/volume.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <span>

namespace pollux {

/// Range and exactness of a stack's real-world values, from its headers alone.
struct ValueRange
{
    double low = 0;
    double high = 0;
    bool integral = true;
};

ValueRange valueRange(const FileHeader& header, const FrameHeader& frame);
/// The smallest type that holds the values exactly; CT is Int16 whenever it is integral.
VoxelType voxelTypeFor(const ValueRange& range, bool ct);

/// What was met while converting; merged over chunks by minimum and sum, so the same on every run.
struct ConversionCount
{
    double lowest = 0; ///< below the floor
    std::int64_t belowFloor = 0;
    void merge(const ConversionCount& o)
    {
        lowest = std::min(lowest, o.lowest);
        belowFloor += o.belowFloor;
    }
};

/// Stored pixels of one frame to real-world values. `floorHu`: values below become it (CT as Int16 only).
template <class T>
void convertFrame(const FileHeader& header, const FrameHeader& frame, std::span<const std::byte> stored,
                  std::span<T> out, std::optional<double> floorHu, ConversionCount& count);

/// Puts images (each rows x columns, in slice order) on the stack's grid: linear between planes, bilinear within.
/// `outside` where no image reaches.
template <class T>
void resampleSlice(const Stack& stack, int rows, int columns, std::span<const T> images, int slice, T outside,
                   std::span<T> out);

} // namespace pollux
