#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

namespace pollux::bench {

/// Milliseconds by the wall clock.
inline double msOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// The upper one of an even number.
inline double median(std::vector<double> v)
{
    std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2), v.end());
    return v[v.size() / 2];
}

inline double medianMs(int times, const std::function<void()>& work)
{
    std::vector<double> ms;
    for (int i = 0; i < times; ++i)
        ms.push_back(msOf(work));
    return median(ms);
}

} // namespace pollux::bench
