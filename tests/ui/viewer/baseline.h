#pragma once

// Pictures kept in tests/images, compared with what is drawn now. tests/images/README.md says how to take one over.

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cstdlib>

namespace pollux::baseline {

/// How far a picture may be from the one that is kept. The difference of a pixel is that of its worst channel, in
/// levels of 255.
struct Tolerance
{
    int levels;   ///< a pixel that differs by more counts as another one
    double share; ///< of all pixels: as many may be others
    double mean;  ///< levels, over all pixels
};

/// Drawn on the processor, without text: the same everywhere, but for roundings. A mask's voxel on a border may fall
/// either way (20 pixels of 200 x 200), and Qt has loops of its own for some processors.
inline constexpr Tolerance kPainted{4, 0.0005, 0.1};
/// A whole picture with a few letters at its edges: fonts differ between machines by a hair.
inline constexpr Tolerance kLetters{24, 0.02, 1.5};
/// A small picture of little but text. Half of the ink may lie elsewhere; without the text it is far beyond this.
inline constexpr Tolerance kTexts{24, 0.05, 4};
/// Drawn by OpenGL: versions of the software renderer differ at edges and a little in shading.
inline constexpr Tolerance kOpenGl{24, 0.015, 1.5};

struct Difference
{
    bool sameSize = false;
    qint64 others = 0; ///< pixels beyond the levels
    qint64 pixels = 0;
    double mean = 0;

    bool within(const Tolerance& t) const
    {
        return sameSize && double(others) <= t.share * double(pixels) && mean <= t.mean;
    }
};

/// Levels between two pixels.
inline int apart(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

inline Difference difference(const QImage& a, const QImage& b, const Tolerance& tolerance)
{
    Difference d;
    if (a.isNull() || a.size() != b.size())
        return d;
    const QImage x = a.convertToFormat(QImage::Format_RGB32), y = b.convertToFormat(QImage::Format_RGB32);
    double sum = 0;
    for (int j = 0; j < x.height(); ++j)
        for (int i = 0; i < x.width(); ++i) {
            const int off = apart(x.pixel(i, j), y.pixel(i, j));
            d.others += off > tolerance.levels;
            sum += off;
        }
    d.sameSize = true;
    d.pixels = qint64(x.width()) * x.height();
    d.mean = sum / double(d.pixels);
    return d;
}

/// Side by side: the one that is kept, the one drawn now, and eight times their difference, red where a pixel counts as
/// another one. Both of one size.
inline QImage differencePicture(const QImage& kept, const QImage& now, const Tolerance& tolerance)
{
    const QImage a = kept.convertToFormat(QImage::Format_RGB32), b = now.convertToFormat(QImage::Format_RGB32);
    QImage off(a.size(), QImage::Format_RGB32);
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const int d = apart(a.pixel(x, y), b.pixel(x, y)), grey = std::min(255, 8 * d);
            off.setPixel(x, y, d > tolerance.levels ? qRgb(255, 0, 0) : qRgb(grey, grey, grey));
        }
    constexpr int kGap = 4;
    QImage all(3 * a.width() + 2 * kGap, a.height(), QImage::Format_RGB32);
    all.fill(Qt::white);
    QPainter painter(&all);
    for (const QImage* part : {&a, &b, static_cast<const QImage*>(&off)}) {
        painter.drawImage(0, 0, *part);
        painter.translate(a.width() + kGap, 0);
    }
    return all;
}

/// Where pictures lie: those that are kept, and what a failed comparison leaves.
struct Folders
{
    QString kept = QStringLiteral(POLLUX_SOURCE_DIR "/tests/images/");
    QString candidates = QStringLiteral(POLLUX_BINARY_DIR "/tests/image_candidates/");
    QString differences = QStringLiteral(POLLUX_BINARY_DIR "/tests/image_differences/");
};

/// Empty if the picture is like the one that is kept under this name; else what is wrong and where the candidate and
/// the picture of the difference lie. What an earlier run left under the name goes.
inline QString complaint(const QImage& image, const QString& name, const Tolerance& tolerance,
                         const Folders& folders = Folders())
{
    const QString file = name + QStringLiteral(".png");
    const QString candidate = folders.candidates + file, off = folders.differences + file;
    QFile::remove(candidate);
    QFile::remove(off);
    const auto write = [](const QImage& picture, const QString& to) {
        QDir().mkpath(QFileInfo(to).path());
        const QImage plain = picture.convertToFormat(QImage::Format_RGB32); // opaque: a smaller file
        return plain.save(to) ? to : to + QStringLiteral(" (could not be written)");
    };
    const QImage kept(folders.kept + file);
    if (kept.isNull())
        return QStringLiteral("no baseline %1; candidate: %2").arg(file, write(image, candidate));
    const Difference d = difference(image, kept, tolerance);
    if (d.within(tolerance))
        return {};
    if (!d.sameSize)
        return QStringLiteral("%1 is kept at %2 x %3, drawn at %4 x %5; candidate: %6")
            .arg(file)
            .arg(kept.width())
            .arg(kept.height())
            .arg(image.width())
            .arg(image.height())
            .arg(write(image, candidate));
    return QStringLiteral("%1: %2 of %3 pixels differ by more than %4 levels (at most %5), the mean is %6 (at most "
                          "%7); candidate: %8; difference: %9")
        .arg(file)
        .arg(d.others)
        .arg(d.pixels)
        .arg(tolerance.levels)
        .arg(tolerance.share * double(d.pixels))
        .arg(d.mean)
        .arg(tolerance.mean)
        .arg(write(image, candidate), write(differencePicture(kept, image, tolerance), off));
}

/// Fails the test if the picture is not like the one that is kept under this name.
#define COMPARE_IMAGE(image, name, tolerance)                                                                          \
    do {                                                                                                               \
        const QString why_ = pollux::baseline::complaint((image), (name), (tolerance));                                \
        QVERIFY2(why_.isEmpty(), qPrintable(why_));                                                                    \
    } while (false)

} // namespace pollux::baseline
