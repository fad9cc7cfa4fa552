#include "plugins/liver/pareto.h"

#include "core/base/error.h"

#include <algorithm>
#include <numeric>

namespace pollux::liver {

bool dominates(std::span<const float> a, std::span<const float> b)
{
    bool better = false;
    for (size_t i = 0; i < a.size(); ++i) {
        if (a[i] > b[i])
            return false;
        better |= a[i] < b[i];
    }
    return better;
}

std::vector<std::uint32_t> paretoFront(std::span<const float> values, int dimensions)
{
    if (dimensions < 1 || values.size() % static_cast<size_t>(dimensions) != 0)
        throw Error(ErrorCode::BadInput, "A Pareto front needs the same number of criteria for every candidate.");
    const auto d = static_cast<size_t>(dimensions);
    const auto n = static_cast<std::uint32_t>(values.size() / d);
    const auto row = [&](std::uint32_t i) { return values.subspan(i * d, d); };
    // In lexicographic order a row can be dominated only by an earlier one, exactly (a sorted sum could tie by
    // rounding).
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::lexicographical_compare(row(a).begin(), row(a).end(), row(b).begin(), row(b).end());
    });
    std::vector<std::uint32_t> front;
    for (const std::uint32_t candidate : order)
        if (std::none_of(front.begin(), front.end(),
                         [&](std::uint32_t member) { return dominates(row(member), row(candidate)); }))
            front.push_back(candidate);
    std::sort(front.begin(), front.end());
    return front;
}

} // namespace pollux::liver
