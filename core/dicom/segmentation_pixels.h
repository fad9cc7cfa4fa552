#pragma once

// For .cpp files of this module only: shows DCMTK types.

#include "core/dicom/frame_reader.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcpixseq.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace pollux {

/// The pixels of a DICOM Segmentation: one bit a pixel (native, RLE, JPEG 2000) or one byte (binary or fractional, any
/// transfer syntax that images are read in). Refers to what it was made from.
class SegmentationPixels
{
public:
    /// Throws Error: Unsupported (coding), BadInput (pixels missing or cut short).
    SegmentationPixels(const Source& source, const FileHeader& header, DcmDataset& dataset);

    /// Sets in `slice` (rows x columns, one byte a pixel) what frame `number` has inside; fractions from one half on.
    void addFrame(int number, std::span<std::uint8_t> slice);

private:
    void addBits(std::span<const std::uint8_t> bytes, std::uint64_t firstBit, std::span<std::uint8_t> slice) const;
    std::span<const std::uint8_t> fragment(int number) const;

    const FileHeader& m_header;
    std::uint64_t m_pixels = 0; ///< of a frame
    double m_half = 0.5;
    std::unique_ptr<FrameReader> m_reader;   ///< one byte a pixel
    std::span<const std::uint8_t> m_bits;    ///< native bits of all frames
    DcmPixelSequence* m_fragments = nullptr; ///< encapsulated bits, one fragment a frame
};

} // namespace pollux
