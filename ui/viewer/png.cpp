#include "ui/viewer/png.h"

#include <QBuffer>
#include <QFileDevice>
#include <QImage>

namespace pollux {

bool writePng(const QImage& image, QFileDevice& file)
{
    QBuffer png;
    if (!png.open(QIODevice::WriteOnly) || !image.save(&png, "PNG"))
        return false;
    // Without flush() nothing would tell that a full disk took only what fitted (Qt 6.4).
    return file.open(QIODevice::WriteOnly) && file.write(png.data()) == png.size() && file.flush();
}

} // namespace pollux
