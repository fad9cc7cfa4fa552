#pragma once

#include "core/base/content_key.h"
#include "core/case/finding.h"
#include "core/dicom/header.h"
#include "core/geometry/grid.h"

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace pollux {

/// Images of one series with the same rows and columns, to be made into stacks.
struct StackInput
{
    std::vector<const FrameHeader*> images;
    std::vector<std::string> instances; ///< SOP instance UID (with frame number) of each image
    int rows = 0;
    int columns = 0;
    /// Fingerprint of an image's pixels: asked for only where two lie at one place.
    std::function<ContentKey(int image)> pixels;
};

/// Images that make one volume, in order along the normal, and the grid they will be on.
struct Stack
{
    std::vector<int> images;       ///< numbers in StackInput::images
    std::vector<double> distances; ///< of each image's plane from the grid's first plane, mm
    /// Where each image's first pixel lies on the grid, in pixels along i and j. Zero unless the stack is sheared.
    std::vector<std::array<double, 2>> shifts;
    Grid grid;
    bool resample = false; ///< images and slices of the grid are not one to one
    bool loadable = true;
    std::string phase;
    Findings gate;
};

/// Sorts by position along the normal (never by instance number), splits orientations and phases, drops copies, and
/// says what is missing, tilted or uneven. Method: distances are those of the planes along the normal, as in dcm2niix.
std::vector<Stack> buildStacks(const StackInput& input);

} // namespace pollux
