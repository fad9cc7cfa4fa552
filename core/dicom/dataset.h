#pragma once

// For .cpp files of this module only: shows DCMTK types.

#include "core/dicom/source.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace pollux {

/// A file parsed up to its pixels.
struct ParsedFile
{
    enum class Pixels { None, Integer, Float, Double };

    std::unique_ptr<DcmFileFormat> file;
    std::vector<std::byte> bytes; ///< what `file` was read from
    std::string transferSyntax;   ///< UID
    Pixels pixels = Pixels::None;
    std::uint64_t pixelOffset = 0; ///< of native little-endian pixels in the file; 0 if they are not that
    std::uint32_t pixelLength = 0;
    std::unique_lock<std::mutex> alone; ///< held for a very long header: only one at a time is in memory
};

/// Sets DCMTK up once: quiet log, decoders, conversion of UN. Thread-safe.
void prepareToolkit();

/// Parses the header without reading the pixels. Nullopt if it is no DICOM. Throws Error (BadInput) if it is broken,
/// (Io).
std::optional<ParsedFile> parseToPixels(const Source& source, const Source::Member& member);

/// Parses everything, pixels included. Throws Error.
std::unique_ptr<DcmFileFormat> parseAll(const Source& source, const Source::Member& member);

/// Words for a transfer syntax: "JPEG 2000 (lossless)"; the UID if unknown.
std::string transferSyntaxName(const std::string& uid);
/// True if pixels of this transfer syntax can be decoded.
bool canDecode(const std::string& uid);
bool isJpeg2000(const std::string& uid);

} // namespace pollux
