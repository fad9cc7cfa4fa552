#include "plugins/liver/labelled_distance.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>

namespace pollux::liver {

namespace {

constexpr float kNone = 1e30F;

/// Scratch of one line: values and labels in, values and labels out.
struct Line
{
    explicit Line(size_t n) : value(n), label(n), vertex(n), start(n + 1), outValue(n), outLabel(n) {}
    std::vector<float> value;
    std::vector<std::uint8_t> label;
    std::vector<int> vertex;
    std::vector<float> start;
    std::vector<float> outValue;
    std::vector<std::uint8_t> outLabel;
};

void envelope(Line& line, int n)
{
    int top = -1;
    for (int q = 0; q < n; ++q) {
        const float f = line.value[static_cast<size_t>(q)];
        if (f >= kNone)
            continue;
        float s = -kNone;
        while (top >= 0) {
            const int v = line.vertex[static_cast<size_t>(top)];
            s = (f + static_cast<float>(q) * static_cast<float>(q) - line.value[static_cast<size_t>(v)] -
                 static_cast<float>(v) * static_cast<float>(v)) /
                static_cast<float>(2 * (q - v));
            if (s > line.start[static_cast<size_t>(top)])
                break;
            --top;
            s = -kNone;
        }
        ++top;
        line.vertex[static_cast<size_t>(top)] = q;
        line.start[static_cast<size_t>(top)] = s;
    }
    if (top < 0) {
        std::fill_n(line.outValue.begin(), n, kNone);
        std::fill_n(line.outLabel.begin(), n, std::uint8_t{0});
        return;
    }
    int at = 0;
    for (int q = 0; q < n; ++q) {
        while (at < top && line.start[static_cast<size_t>(at) + 1] < static_cast<float>(q))
            ++at;
        const int v = line.vertex[static_cast<size_t>(at)];
        const auto d = static_cast<float>(q - v);
        line.outValue[static_cast<size_t>(q)] = d * d + line.value[static_cast<size_t>(v)];
        line.outLabel[static_cast<size_t>(q)] = line.label[static_cast<size_t>(v)];
    }
}

} // namespace

std::vector<std::uint8_t> labelledDistance(const Index3& size, double spacing, std::vector<std::uint8_t>& labels,
                                           const Job& job)
{
    const std::int64_t nx = size[0], ny = size[1], nz = size[2];
    // Beyond kFar nothing is told apart: cutting there keeps the envelopes short.
    const auto cut = static_cast<float>((kFar / spacing + 1) * (kFar / spacing + 1));
    std::vector<float> square(labels.size());

    parallelFor(0, nz, 4, [&](std::int64_t first, std::int64_t last) {
        Line line(static_cast<size_t>(std::max(nx, ny)));
        for (std::int64_t k = first; k < last; ++k) {
            job.checkStop();
            for (std::int64_t j = 0; j < ny; ++j) {
                const size_t row = static_cast<size_t>((k * ny + j) * nx);
                std::int64_t seed = -1;
                for (std::int64_t i = 0; i < nx; ++i) { // distance to the last seed on the left
                    if (labels[row + static_cast<size_t>(i)])
                        seed = i;
                    line.value[static_cast<size_t>(i)] = seed < 0 ? kNone : static_cast<float>(i - seed);
                    line.vertex[static_cast<size_t>(i)] = static_cast<int>(seed);
                }
                seed = -1;
                for (std::int64_t i = nx - 1; i >= 0; --i) { // and on the right
                    const auto n = static_cast<size_t>(i);
                    if (labels[row + n])
                        seed = i;
                    if (seed >= 0 && static_cast<float>(seed - i) < line.value[n]) {
                        line.value[n] = static_cast<float>(seed - i);
                        line.vertex[n] = static_cast<int>(seed);
                    }
                }
                for (std::int64_t i = 0; i < nx; ++i) {
                    const auto n = static_cast<size_t>(i);
                    const float d = line.value[n];
                    const bool near = d < kNone && d * d <= cut;
                    square[row + n] = near ? d * d : kNone;
                    line.label[n] = near ? labels[row + static_cast<size_t>(line.vertex[n])] : std::uint8_t{0};
                }
                std::copy_n(line.label.begin(), nx, labels.begin() + static_cast<std::ptrdiff_t>(row));
            }
            const size_t slice = static_cast<size_t>(k * ny * nx);
            for (std::int64_t i = 0; i < nx; ++i) {
                for (std::int64_t j = 0; j < ny; ++j) {
                    const size_t at = slice + static_cast<size_t>(j * nx + i);
                    line.value[static_cast<size_t>(j)] = square[at];
                    line.label[static_cast<size_t>(j)] = labels[at];
                }
                envelope(line, static_cast<int>(ny));
                for (std::int64_t j = 0; j < ny; ++j) {
                    const size_t at = slice + static_cast<size_t>(j * nx + i);
                    const float d = line.outValue[static_cast<size_t>(j)];
                    square[at] = d <= cut ? d : kNone;
                    labels[at] = line.outLabel[static_cast<size_t>(j)];
                }
            }
        }
    });

    std::vector<std::uint8_t> steps(labels.size());
    const std::int64_t stride = nx * ny;
    parallelFor(0, ny, 2, [&](std::int64_t first, std::int64_t last) {
        Line line(static_cast<size_t>(nz));
        // A slab (i, k) at a time: columns along k are far apart in memory, rows along i are not.
        std::vector<float> value(static_cast<size_t>(nx * nz));
        std::vector<std::uint8_t> label(value.size());
        for (std::int64_t j = first; j < last; ++j) {
            job.checkStop();
            for (std::int64_t k = 0; k < nz; ++k) {
                const std::int64_t at = k * stride + j * nx;
                std::copy_n(square.begin() + at, nx, value.begin() + k * nx);
                std::copy_n(labels.begin() + at, nx, label.begin() + k * nx);
            }
            for (std::int64_t i = 0; i < nx; ++i) {
                for (std::int64_t k = 0; k < nz; ++k) {
                    line.value[static_cast<size_t>(k)] = value[static_cast<size_t>(k * nx + i)];
                    line.label[static_cast<size_t>(k)] = label[static_cast<size_t>(k * nx + i)];
                }
                envelope(line, static_cast<int>(nz));
                for (std::int64_t k = 0; k < nz; ++k) {
                    const size_t at = static_cast<size_t>(k * nx + i);
                    value[at] = line.outValue[static_cast<size_t>(k)];
                    label[at] = line.outLabel[static_cast<size_t>(k)];
                }
            }
            for (std::int64_t k = 0; k < nz; ++k)
                for (std::int64_t i = 0; i < nx; ++i) {
                    const size_t at = static_cast<size_t>(k * stride + j * nx + i);
                    const float d = value[static_cast<size_t>(k * nx + i)];
                    const double n = d >= kNone ? 255.0 : std::sqrt(d) * spacing / kDistanceStep;
                    steps[at] = static_cast<std::uint8_t>(std::min(255.0, std::round(n)));
                    labels[at] = steps[at] < 255 ? label[static_cast<size_t>(k * nx + i)] : std::uint8_t{0};
                }
        }
    });
    return steps;
}

} // namespace pollux::liver
