#include "ui/viewer/slice_render.h"

#include "core/base/parallel.h"
#include "ui/viewer/grey_scale.h"
#include "ui/viewer/slice_samples.h"
#include "ui/viewer/slice_walk.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace pollux {

namespace {

QRgb mix(QRgb under, QRgb over, int alpha256)
{
    const auto channel = [&](int shift) {
        const int a = static_cast<int>(under >> shift & 0xff), b = static_cast<int>(over >> shift & 0xff);
        return static_cast<QRgb>(a + (b - a) * alpha256 / 256) << shift;
    };
    return 0xff000000U | channel(16) | channel(8) | channel(0);
}

/// The second image over a row of the first; where it has no voxels the first stays.
class Over
{
public:
    Over(const SliceOver& over, const SlicePlane& plane, const SliceGrey& look)
        : m_over(over), m_samples(*over.volume, plane, options(over, look)),
          m_scale(over.mode == FusionMode::Difference ? 0 : over.windowCentre, over.windowWidth),
          m_alpha(static_cast<int>(std::clamp(over.amount, 0.0, 1.0) * 256))
    {
    }
    /// `first`: the values of the first image in this row. `values`: room for those of the second.
    void row(int y, int width, const float* first, float* values, QRgb* out) const
    {
        m_samples.row(y, values);
        if (m_over.mode == FusionMode::VolumeChange || m_over.mode == FusionMode::Difference) {
            map(y, width, first, values, out);
            return;
        }
        const int square = std::max(m_over.square, 1);
        const int border = static_cast<int>(std::lround(std::clamp(m_over.amount, 0.0, 1.0) * width));
        for (int x = 0; x < width; ++x) {
            if (values[x] == SliceSamples::kOutside)
                continue;
            const QRgb second =
                m_over.colours.size() == 256 ? m_over.colours[qRed(m_scale(values[x]))] : m_scale(values[x]);
            switch (m_over.mode) {
            case FusionMode::Blend:
                out[x] = mix(out[x], second, m_alpha);
                break;
            case FusionMode::Checkerboard:
                if ((x / square + y / square) % 2 == 1)
                    out[x] = second;
                break;
            case FusionMode::Wipe:
                if (x >= border)
                    out[x] = second;
                break;
            case FusionMode::Difference:
            case FusionMode::VolumeChange:
                break; // map()
            }
        }
    }

private:
    static SliceSamples::Options options(const SliceOver& over, const SliceGrey& look)
    {
        // A determinant is shown as it was counted: at its voxel, never between two or as the mean of a slab.
        if (over.mode == FusionMode::VolumeChange)
            return {false, SlabMode::Mean, 0, nullptr};
        return {look.smooth, look.slabMode, look.slabMm, over.way};
    }
    QRgb colour(float scaled) const
    {
        const QRgb grey = m_scale(scaled);
        return m_over.colours.size() == 256 ? m_over.colours[static_cast<size_t>(qRed(grey))] : grey;
    }
    /// A difference hides what lies below, so that its colours are those of the legend; so do folds.
    void map(int y, int width, const float* first, const float* values, QRgb* out) const
    {
        constexpr int kStripe = 3;
        const auto most = static_cast<float>(std::log(kMostVolumeChange));
        const auto half = static_cast<float>(0.5 * m_over.windowWidth);
        const auto middle = static_cast<float>(m_over.windowCentre);
        for (int x = 0; x < width; ++x) {
            const float v = values[x];
            if (v == SliceSamples::kOutside || first[x] == SliceSamples::kOutside)
                continue;
            if (m_over.mode == FusionMode::Difference)
                out[x] = colour(first[x] - v);
            else if (!(v > 0))
                out[x] = (x + y) / kStripe % 2 ? m_over.folded : m_over.folded2;
            else
                out[x] = mix(out[x], colour(middle + half * std::log(v) / most), m_alpha);
        }
    }

    const SliceOver& m_over;
    SliceSamples m_samples;
    GreyScale m_scale;
    int m_alpha;
};

void greyRows(const Volume& volume, const SlicePlane& plane, const SliceGrey& look, const SliceOver& second,
              QImage& image)
{
    const GreyScale scale(look.windowCentre, look.windowWidth);
    const SliceSamples samples(volume, plane, {look.smooth, look.slabMode, look.slabMm});
    std::optional<Over> over;
    if (second.volume && !second.volume->empty())
        over.emplace(second, plane, look);
    const int width = image.width();
    const QRgb outside = look.background.rgb();
    uchar* const bits = image.bits();
    const qsizetype pitch = image.bytesPerLine();
    parallelFor(0, image.height(), 32, [&](std::int64_t firstRow, std::int64_t lastRow) {
        std::vector<float> values(static_cast<size_t>(width)), others(over ? values.size() : 0);
        for (auto y = firstRow; y < lastRow; ++y) {
            auto* out = reinterpret_cast<QRgb*>(bits + y * pitch);
            samples.row(static_cast<int>(y), values.data());
            for (int x = 0; x < width; ++x)
                out[x] = values[static_cast<size_t>(x)] == SliceSamples::kOutside
                             ? outside
                             : scale(values[static_cast<size_t>(x)]);
            if (over)
                over->row(static_cast<int>(y), width, values.data(), others.data(), out);
        }
    });
}

/// Where a mask is set: 1 in the pixels of a box, which has a rim of zeros so that neighbours need no tests.
struct Cover
{
    int left = 0, top = 0, width = 0, height = 0; ///< without the rim; empty if width is 0
    std::vector<std::uint8_t> set;

    size_t pitch() const { return static_cast<size_t>(width) + 2; }
    std::uint8_t* row(int y) { return set.data() + static_cast<size_t>(y - top + 1) * pitch() + 1; }
};

Cover coverage(const Mask& mask, const SliceWalk& walk, int width, int height)
{
    const IndexBox& box = mask.box();
    // Of an edited mask the box would have to be made: read its bricks.
    const BoxVoxels voxels = mask.inBricks() ? BoxVoxels() : mask.boxVoxels();
    const Vec3 low(box.min[0] - 0.5, box.min[1] - 0.5, box.min[2] - 0.5);
    const Vec3 high(box.max[0] - 0.5, box.max[1] - 0.5, box.max[2] - 0.5);
    Cover cover;
    int left = width, right = 0, top = height, bottom = 0;
    for (int y = 0; y < height; ++y) {
        const auto [first, last] = pixelSpan(walk.start + static_cast<double>(y) * walk.dy, walk.dx, low, high, width);
        if (first == last)
            continue;
        left = std::min(left, first);
        right = std::max(right, last);
        top = std::min(top, y);
        bottom = y + 1;
    }
    if (left >= right)
        return cover;
    cover.left = left;
    cover.top = top;
    cover.width = right - left;
    cover.height = bottom - top;
    cover.set.assign(cover.pitch() * (static_cast<size_t>(cover.height) + 2), 0);
    for (int y = top; y < bottom; ++y) {
        const Vec3 row = walk.start + static_cast<double>(y) * walk.dy;
        const auto [first, last] = pixelSpan(row, walk.dx, low, high, width);
        std::uint8_t* out = cover.row(y);
        for (int x = first; x < last; ++x) {
            const Vec3 p = row + x * walk.dx - low; // >= 0, so truncation is floor
            const int i = std::min(static_cast<int>(p[0]), box.size(0) - 1);
            const int j = std::min(static_cast<int>(p[1]), box.size(1) - 1);
            const int k = std::min(static_cast<int>(p[2]), box.size(2) - 1);
            out[x - left] =
                mask.inBricks()
                    ? mask.at(i + box.min[0], j + box.min[1], k + box.min[2])
                    : voxels[static_cast<size_t>((std::int64_t(k) * box.size(1) + j) * box.size(0) + i)] != 0;
        }
    }
    return cover;
}

} // namespace

QImage renderSliceImage(const Volume& volume, const SlicePlane& plane, const SliceGrey& grey,
                        const std::vector<SliceMask>& masks, const SliceOver& over)
{
    QImage image(plane.size, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    if (volume.empty())
        image.fill(grey.background);
    else
        greyRows(volume, plane, grey, over, image);

    std::vector<Cover> covers(masks.size());
    parallelFor(0, static_cast<std::int64_t>(masks.size()), 1, [&](std::int64_t first, std::int64_t last) {
        for (auto m = static_cast<size_t>(first); m < static_cast<size_t>(last); ++m)
            if (masks[m].mask && !masks[m].mask->empty() && (masks[m].fill > 0 || masks[m].outline > 0))
                covers[m] =
                    coverage(*masks[m].mask, SliceWalk(masks[m].mask->grid(), plane), image.width(), image.height());
    });
    uchar* const bits = image.bits();
    const qsizetype bytes = image.bytesPerLine();
    parallelFor(0, image.height(), 64, [&](std::int64_t firstRow, std::int64_t lastRow) {
        for (size_t m = 0; m < masks.size(); ++m) {
            Cover& cover = covers[m];
            const auto pitch = static_cast<std::ptrdiff_t>(cover.pitch());
            const QRgb colour = masks[m].colour.rgb();
            const int fill = static_cast<int>(std::clamp(masks[m].fill, 0.0, 1.0) * 256);
            const int rim =
                masks[m].outline > 0 ? static_cast<int>(std::clamp(masks[m].outline, 0.0, 1.0) * 256) : fill;
            const int from = std::max(static_cast<int>(firstRow), cover.top);
            const int to = std::min(static_cast<int>(lastRow), cover.top + cover.height);
            for (int y = from; y < to; ++y) {
                auto* out = reinterpret_cast<QRgb*>(bits + y * bytes) + cover.left;
                const std::uint8_t* c = cover.row(y);
                for (int x = 0; x < cover.width; ++x) {
                    if (!c[x])
                        continue;
                    const bool inner = c[x - 1] && c[x + 1] && c[x - pitch] && c[x + pitch];
                    out[x] = mix(out[x], colour, inner ? fill : rim);
                }
            }
        }
    });
    return image;
}

} // namespace pollux
