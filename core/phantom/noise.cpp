#include "core/phantom/noise.h"

#include "core/phantom/random.h"

#include <array>
#include <cmath>
#include <numbers>

namespace pollux::phantom {

namespace {

constexpr int kReach = 3;
constexpr double kSigma = 0.8; // pixels

// Weights whose squares sum to 1, so that white noise of variance 1 keeps it.
std::array<float, 2 * kReach + 1> kernel()
{
    std::array<float, 2 * kReach + 1> weights{};
    double squares = 0;
    for (int i = -kReach; i <= kReach; ++i)
        squares += std::exp(-i * i / (kSigma * kSigma));
    for (int i = -kReach; i <= kReach; ++i)
        weights[i + kReach] = static_cast<float>(std::exp(-i * i / (2 * kSigma * kSigma)) / std::sqrt(squares));
    return weights;
}

} // namespace

void fillNoise(std::uint64_t seed, int slice, int size, std::vector<float>& noise)
{
    static const auto weights = kernel();
    const int wide = size + 2 * kReach;
    const std::uint64_t key = mix(mix(seed ^ 0x6e6f697365ULL) ^ static_cast<std::uint64_t>(slice));
    std::vector<float> row(wide + 1), across(std::size_t(wide) * size);
    for (int j = 0; j < wide; ++j) {
        // Box and Muller (1958): two normal numbers from one 64-bit counter.
        for (int i = 0; i < wide; i += 2) {
            const std::uint64_t bits = mix(key ^ (static_cast<std::uint64_t>(j) << 32 | static_cast<std::uint32_t>(i)));
            const float u = (static_cast<float>(bits >> 40) + 0.5f) * 0x1p-24f;
            const float angle = static_cast<float>((bits >> 8) & 0xffffff) * 0x1p-24f * 2 * std::numbers::pi_v<float>;
            const float r = std::sqrt(-2 * std::log(u));
            row[i] = r * std::cos(angle);
            row[i + 1] = r * std::sin(angle);
        }
        float* out = &across[std::size_t(j) * size];
        for (int i = 0; i < size; ++i) {
            float sum = 0;
            for (int t = 0; t <= 2 * kReach; ++t)
                sum += weights[t] * row[i + t];
            out[i] = sum;
        }
    }
    noise.assign(std::size_t(size) * size, 0.0f);
    for (int j = 0; j < size; ++j)
        for (int t = 0; t <= 2 * kReach; ++t) {
            const float* in = &across[std::size_t(j + t) * size];
            float* out = &noise[std::size_t(j) * size];
            for (int i = 0; i < size; ++i)
                out[i] += weights[t] * in[i];
        }
}

} // namespace pollux::phantom
