#pragma once

#include "core/dicom/header.h"

#include <memory>
#include <span>

namespace pollux {

/// Reads the stored pixels of one file, frame by frame. Not thread-safe: one reader a thread.
class FrameReader
{
public:
    /// Throws Error (Unsupported) for a transfer syntax without decoder.
    FrameReader(const Source& source, const FileHeader& header);
    ~FrameReader();

    /// Little-endian pixels of one frame, frameBytes(header) of them; valid until the next call. Throws Error.
    std::span<const std::byte> frame(int number);

private:
    struct Decoder;
    const Source& m_source;
    const FileHeader& m_header;
    std::vector<std::byte> m_buffer;
    std::vector<std::byte> m_whole;
    std::unique_ptr<Decoder> m_decoder;
};

} // namespace pollux
