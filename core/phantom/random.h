#pragma once

#include <cstdint>
#include <string_view>

namespace pollux::phantom {

/// SplitMix64's finaliser: 64 well-mixed bits from a counter (Steele, Lea, Flood, OOPSLA 2014).
constexpr std::uint64_t mix(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// A stream of random numbers that depends only on the seed and the stream's name: adding an organ shifts no other.
class Random
{
public:
    Random(std::uint64_t seed, std::string_view stream) : m_state(mix(seed))
    {
        for (char c : stream)
            m_state = mix(m_state ^ static_cast<unsigned char>(c));
    }

    std::uint64_t bits() { return mix(m_state + m_count++); }
    double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; } ///< [0,1)
    double range(double low, double high) { return low + (high - low) * uniform(); }
    double about(double value, double plusMinus) { return range(value - plusMinus, value + plusMinus); }

private:
    std::uint64_t m_state;
    std::uint64_t m_count = 0;
};

} // namespace pollux::phantom
