#pragma once

class QFileDevice;
class QImage;

namespace pollux {

/// Opens the file, writes the picture and pushes it to the disk; false if any of that failed (of a QSaveFile, commit()
/// remains). The picture is made in memory first: the library that makes it loses memory where a write fails.
bool writePng(const QImage& image, QFileDevice& file);

} // namespace pollux
