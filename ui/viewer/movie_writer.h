#pragma once

#include <QImage>
#include <QSize>

#include <filesystem>
#include <memory>

namespace pollux {

/// Writes frames of one size to a film. What is written goes beside the target and is renamed by finish(): without it
/// (an error, a cancel) nothing is left. One thread at a time.
///
/// The target says how: "film.ogv" is one Ogg Theora file (4:2:0, lossy); "film.png" are numbered lossless pictures
/// film-0001.png, film-0002.png, ...; a folder that exists takes frame-0001.png, ...
class MovieWriter
{
public:
    struct Options
    {
        int framesPerSecond = 25; ///< 1 to 100; of numbered pictures, nothing
        int quality = 2;          ///< 0 small file, 1, 2 best picture
    };

    /// Throws Error: BadInput for another ending, a rate out of bounds, and pictures of that name that are there
    /// already; Io where the folder is missing or may not be written to.
    MovieWriter(const std::filesystem::path& target, const Options& options);
    ~MovieWriter();
    MovieWriter(const MovieWriter&) = delete;
    MovieWriter& operator=(const MovieWriter&) = delete;

    /// Of an Ogg film, sides that are odd get one more column or row of black: its colours come in squares of 2 x 2.
    /// Throws Error: BadInput for a picture without size or of another size than the first; Io for a full disk.
    void add(const QImage& frame);
    /// Throws Error (Io) if not all of it came to the disk, BadInput without a frame. No frame may follow.
    void finish();

    int frames() const;
    /// The film, or its first picture; there after finish().
    std::filesystem::path result() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// True if `file` is a whole Ogg stream: pages in unbroken order up to one that ends the stream. VTK's writer drops
/// what a full disk refuses without a word; this finds it.
bool isWholeOgg(const std::filesystem::path& file);

} // namespace pollux
