#include "core/dicom/voxels.h"

#include "core/base/error.h"

namespace pollux {

namespace {

bool whole(double x)
{
    return x == std::floor(x);
}

template <class T>
T fitted(double value)
{
    if constexpr (std::is_same_v<T, float>)
        return static_cast<float>(value);
    else
        return static_cast<T>(std::lround(std::clamp(value, static_cast<double>(std::numeric_limits<T>::lowest()),
                                                     static_cast<double>(std::numeric_limits<T>::max()))));
}

struct Bits
{
    int shift = 0;
    std::uint32_t mask = 0xffffffffu;
    std::uint32_t sign = 0;
    bool all = true;
};

Bits bitsOf(const FileHeader& h)
{
    Bits b;
    const bool sane = h.bitsStored >= 1 && h.bitsStored <= h.bitsAllocated && h.highBit >= h.bitsStored - 1 &&
                      h.highBit < h.bitsAllocated;
    if (!sane || h.bitsStored == h.bitsAllocated)
        return b;
    b.all = false;
    b.shift = h.highBit + 1 - h.bitsStored;
    b.mask = (1u << h.bitsStored) - 1;
    b.sign = h.isSigned ? 1u << (h.bitsStored - 1) : 0;
    return b;
}

/// Calls f(index, stored value) for every pixel.
template <class Raw, class F>
void eachStored(const FileHeader& h, std::span<const std::byte> stored, std::size_t pixels, const F& f)
{
    using Unsigned = std::make_unsigned_t<Raw>;
    const Bits bits = bitsOf(h);
    const std::byte* from = stored.data();
    const auto load = [&](std::size_t i) {
        Raw value;
        std::memcpy(&value, from + i * sizeof(Raw), sizeof(Raw));
        return value;
    };
    if (bits.all) {
        for (std::size_t i = 0; i < pixels; ++i)
            f(i, load(i));
        return;
    }
    // Some scanners write a padding value that does not fit in the stored bits; it is meant as it stands.
    const bool hasPadding = h.padding.has_value();
    const auto padding = static_cast<Raw>(h.padding.value_or(0));
    for (std::size_t i = 0; i < pixels; ++i) {
        const Raw raw = load(i);
        if (hasPadding && raw == padding) {
            f(i, raw);
            continue;
        }
        std::uint32_t v = (static_cast<std::uint32_t>(static_cast<Unsigned>(raw)) >> bits.shift) & bits.mask;
        if (v & bits.sign)
            v |= ~bits.mask;
        f(i, static_cast<Raw>(v));
    }
}

template <class F>
void visitRaw(const FileHeader& h, const F& f)
{
    if (h.bitsAllocated == 8)
        h.isSigned ? f(std::int8_t{}) : f(std::uint8_t{});
    else if (h.bitsAllocated == 16)
        h.isSigned ? f(std::int16_t{}) : f(std::uint16_t{});
    else if (h.bitsAllocated == 32)
        h.isSigned ? f(std::int32_t{}) : f(std::uint32_t{});
    else
        throw Error(ErrorCode::Unsupported, "Images of this bit depth cannot be read here.",
                    "Export the study with 16 bits.");
}

} // namespace

ValueRange valueRange(const FileHeader& h, const FrameHeader& frame)
{
    if (h.coding != PixelCoding::Integer)
        return {0, 0, false};
    double low = 0;
    double high = 0;
    if (!h.modalityLut.empty()) {
        const auto [a, b] = std::minmax_element(h.modalityLut.begin(), h.modalityLut.end());
        return {static_cast<double>(*a), static_cast<double>(*b), true};
    }
    const bool sane = h.bitsStored >= 1 && h.bitsStored <= h.bitsAllocated;
    const int bits = sane ? h.bitsStored : h.bitsAllocated;
    low = h.isSigned ? -std::ldexp(1.0, bits - 1) : 0;
    high = h.isSigned ? std::ldexp(1.0, bits - 1) - 1 : std::ldexp(1.0, bits) - 1;
    if (h.padding) {
        low = std::min(low, static_cast<double>(*h.padding));
        high = std::max(high, static_cast<double>(*h.padding));
    }
    const double a = low * frame.slope + frame.intercept;
    const double b = high * frame.slope + frame.intercept;
    return {std::min(a, b), std::max(a, b), whole(frame.slope) && whole(frame.intercept)};
}

VoxelType voxelTypeFor(const ValueRange& range, bool ct)
{
    if (!range.integral)
        return VoxelType::Float32;
    if (ct)
        return VoxelType::Int16;
    if (range.low >= 0 && range.high <= 255)
        return VoxelType::UInt8;
    if (range.low >= -32768 && range.high <= 32767)
        return VoxelType::Int16;
    if (range.low >= 0 && range.high <= 65535)
        return VoxelType::UInt16;
    return VoxelType::Float32;
}

template <class T>
void convertFrame(const FileHeader& h, const FrameHeader& frame, std::span<const std::byte> stored, std::span<T> out,
                  std::optional<double> floorHu, ConversionCount& count)
{
    const std::size_t pixels = static_cast<std::size_t>(h.rows) * static_cast<std::size_t>(h.columns);
    if (out.size() != pixels || stored.size() < frameBytes(h) || h.samples != 1)
        throw Error(ErrorCode::Internal, "An image does not fit its volume.", "Report this with how it came about.");
    if (h.coding == PixelCoding::Float || h.coding == PixelCoding::Double) {
        for (std::size_t i = 0; i < pixels; ++i) {
            float single = 0;
            double value = 0;
            if (h.coding == PixelCoding::Float) {
                std::memcpy(&single, stored.data() + 4 * i, 4);
                value = static_cast<double>(single);
            } else {
                std::memcpy(&value, stored.data() + 8 * i, 8);
            }
            // What is no number stays none in a volume of floats: loadSeries() counts and names it.
            out[i] = std::isfinite(value) || std::is_same_v<T, float> ? fitted<T>(value * frame.slope + frame.intercept)
                                                                      : T(0);
        }
        return;
    }
    const double slope = frame.slope;
    const double intercept = frame.intercept;
    const bool lut = !h.modalityLut.empty();
    visitRaw(h, [&]<class Raw>(Raw) {
        // int arithmetic is exact and four times quicker than double here; it holds for all 8 and 16-bit data.
        const bool small = sizeof(Raw) <= 2 && std::abs(slope) <= 16000 && std::abs(intercept) <= 1e9 && whole(slope) &&
                           whole(intercept);
        if (lut) {
            const auto last = static_cast<std::int64_t>(h.modalityLut.size()) - 1;
            eachStored<Raw>(h, stored, pixels, [&](std::size_t i, Raw v) {
                const std::int64_t at =
                    std::clamp<std::int64_t>(static_cast<std::int64_t>(v) - h.modalityLutFirst, 0, last);
                out[i] = fitted<T>(static_cast<double>(h.modalityLut[static_cast<std::size_t>(at)]));
            });
        } else if (small && std::is_integral_v<T>) {
            const int a = static_cast<int>(slope);
            const int b = static_cast<int>(intercept);
            const int low = std::is_integral_v<T> ? static_cast<int>(std::numeric_limits<T>::lowest()) : 0;
            const int high = std::is_integral_v<T> ? static_cast<int>(std::numeric_limits<T>::max()) : 0;
            const int bottom = floorHu ? std::max(low, static_cast<int>(*floorHu)) : low;
            int least = 0;
            int below = 0;
            eachStored<Raw>(h, stored, pixels, [&](std::size_t i, Raw v) {
                const int value = static_cast<int>(v) * a + b;
                least = std::min(least, value);
                below += value < bottom;
                out[i] = static_cast<T>(std::clamp(value, bottom, high));
            });
            if (floorHu) {
                count.lowest = std::min(count.lowest, static_cast<double>(least));
                count.belowFloor += below;
            }
        } else {
            eachStored<Raw>(h, stored, pixels, [&](std::size_t i, Raw v) {
                out[i] = fitted<T>(static_cast<double>(v) * slope + intercept);
            });
        }
    });
}

template <class T>
void resampleSlice(const Stack& stack, int rows, int columns, std::span<const T> images, int slice, T outside,
                   std::span<T> out)
{
    const double z = slice * stack.grid.spacing[2];
    const auto& d = stack.distances;
    const auto after = std::lower_bound(d.begin(), d.end(), z - 1e-6);
    const std::size_t b = std::min<std::size_t>(static_cast<std::size_t>(after - d.begin()), d.size() - 1);
    const std::size_t a = b > 0 && d[b] > z + 1e-6 ? b - 1 : b;
    double weight = a == b ? 0 : (z - d[a]) / (d[b] - d[a]);
    if (weight < 1e-4)
        weight = 0;
    const int width = stack.grid.size[0];
    const int height = stack.grid.size[1];
    const auto at = [&](std::size_t image, int j, int i) -> double {
        if (i < 0 || j < 0 || i >= columns || j >= rows)
            return static_cast<double>(outside);
        return static_cast<double>(images[(image * static_cast<std::size_t>(rows) + static_cast<std::size_t>(j)) *
                                              static_cast<std::size_t>(columns) +
                                          static_cast<std::size_t>(i)]);
    };
    const auto sampled = [&](std::size_t image, int j, int i) -> double {
        const double x = i - stack.shifts[image][0];
        const double y = j - stack.shifts[image][1];
        const double x0 = std::floor(x + 1e-6);
        const double y0 = std::floor(y + 1e-6);
        const double fx = std::max(0.0, x - x0);
        const double fy = std::max(0.0, y - y0);
        const int ix = static_cast<int>(x0);
        const int iy = static_cast<int>(y0);
        double v = (1 - fx) * at(image, iy, ix);
        if (fx > 0)
            v += fx * at(image, iy, ix + 1);
        if (fy == 0)
            return v;
        double w = (1 - fx) * at(image, iy + 1, ix);
        if (fx > 0)
            w += fx * at(image, iy + 1, ix + 1);
        return (1 - fy) * v + fy * w;
    };
    for (int j = 0; j < height; ++j)
        for (int i = 0; i < width; ++i) {
            double v = sampled(a, j, i);
            if (weight > 0)
                v = (1 - weight) * v + weight * sampled(b, j, i);
            out[static_cast<std::size_t>(j) * static_cast<std::size_t>(width) + static_cast<std::size_t>(i)] =
                fitted<T>(v);
        }
}

#define POLLUX_VOXELS(T)                                                                                               \
    template void convertFrame<T>(const FileHeader&, const FrameHeader&, std::span<const std::byte>, std::span<T>,     \
                                  std::optional<double>, ConversionCount&);                                            \
    template void resampleSlice<T>(const Stack&, int, int, std::span<const T>, int, T, std::span<T>);
POLLUX_VOXELS(std::uint8_t)
POLLUX_VOXELS(std::int16_t)
POLLUX_VOXELS(std::uint16_t)
POLLUX_VOXELS(float)
#undef POLLUX_VOXELS

} // namespace pollux
