#include "plugins/liver/breathing_states.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace pollux::liver {

Vec3 meanDisplacement(const DisplacementField& field, const Mask& organ)
{
    constexpr double kSamples = 20000;
    const IndexBox& box = organ.box();
    const int stride = std::max(1, static_cast<int>(std::cbrt(double(organ.count()) / kSamples)));
    Vec3 sum = Vec3::Zero();
    std::int64_t count = 0;
    for (int k = box.min[2]; k < box.max[2]; k += stride)
        for (int j = box.min[1]; j < box.max[1]; j += stride)
            for (int i = box.min[0]; i < box.max[0]; i += stride)
                if (organ.at(i, j, k)) {
                    sum += field.at(organ.grid().toPatient(i, j, k));
                    ++count;
                }
    return count > 0 ? Vec3(sum / double(count)) : sum;
}

std::vector<motion::MotionSample> breathingSamples(const std::vector<const DisplacementField*>& fields,
                                                   const Mask& organ, ReferenceBreath reference, double period)
{
    std::vector<Vec3> means;
    Vec3 farthest = Vec3::Zero();
    for (const DisplacementField* f : fields) {
        means.push_back(meanDisplacement(*f, organ));
        if (means.back().norm() > farthest.norm())
            farthest = means.back();
    }
    constexpr double kLeast = 0.5; // mm
    if (!(farthest.norm() >= kLeast))
        throw Error(ErrorCode::BadInput, "The liver hardly moves between the images.",
                    "Register an image that was taken in another state of breathing.");
    const auto valueOf = [&](double part) { return reference == ReferenceBreath::Out ? part : 1 - part; };
    std::vector<motion::MotionSample> samples{{{valueOf(0), 0}, nullptr}};
    for (size_t n = 0; n < fields.size(); ++n)
        samples.push_back({{valueOf(means[n].dot(farthest) / farthest.squaredNorm()), 0}, fields[n]});
    if (period > 0) {
        const size_t count = samples.size();
        const double step = period / double(count);
        std::vector<double> rates;
        for (size_t n = 0; n < count; ++n)
            rates.push_back((samples[(n + 1) % count].state.value - samples[(n + count - 1) % count].state.value) /
                            (2 * step));
        for (size_t n = 0; n < count; ++n)
            samples[n].state.rate = rates[n];
    }
    return samples;
}

} // namespace pollux::liver
