#include "core/simulation/motion/motion_model.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace pollux::motion {

namespace {

constexpr std::int64_t kChunk = 1 << 14; // voxels a thread takes at once

const Grid& commonGrid(std::span<const MotionSample> samples)
{
    const DisplacementField* first = nullptr;
    for (const MotionSample& s : samples) {
        if (!s.field || s.field->empty())
            continue;
        if (!first)
            first = s.field;
        if (!sameGeometry(first->grid, s.field->grid))
            throw Error(ErrorCode::BadInput, "The displacements lie on several grids.",
                        "Register every image onto the same reference image.");
    }
    if (!first)
        throw Error(ErrorCode::BadInput, "There is no displacement to learn a motion from.",
                    "Register an image of another state of breathing onto the reference image.");
    return first->grid;
}

/// Sums over the voxels of products of samples: what the principal modes come from.
Eigen::MatrixXd products(std::span<const MotionSample> samples, std::int64_t voxels, const Job& job)
{
    const auto n = static_cast<Eigen::Index>(samples.size());
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(n, n);
    for (Eigen::Index a = 0; a < n; ++a)
        for (Eigen::Index b = 0; b <= a; ++b) {
            job.checkStop();
            const auto *f = samples[static_cast<size_t>(a)].field, *g = samples[static_cast<size_t>(b)].field;
            double sum = 0; // one after the other: the same to the last bit on every run
            if (f && g)
                for (size_t axis = 0; axis < 3; ++axis)
                    for (std::int64_t v = 0; v < voxels; ++v)
                        sum += double(f->u[axis][size_t(v)]) * double(g->u[axis][size_t(v)]);
            sums(a, b) = sums(b, a) = sum;
        }
    return sums;
}

} // namespace

MotionModel MotionModel::fit(std::span<const MotionSample> samples, MotionTerms terms, int modes, const Job& job)
{
    const Grid& grid = commonGrid(samples);
    const auto count = static_cast<Eigen::Index>(samples.size());
    MotionModel model;
    std::vector<BreathingState> states;
    Eigen::MatrixXd design(count, 3);
    for (const MotionSample& s : samples) {
        design.row(static_cast<Eigen::Index>(states.size())) = surrogateRow(s.state, terms);
        states.push_back(s.state);
        model.m_fit.deepest = std::max(model.m_fit.deepest, s.state.value);
    }
    Eigen::MatrixXd weights = surrogateWeights(states, terms);
    const Eigen::MatrixXd sums = products(samples, grid.voxels(), job.part(0, 0.4));
    weights *= modeReduction(sums, modes, model.m_fit.modeShares);
    // What the model makes of the samples, less the samples.
    const Eigen::MatrixXd missed = design * weights - Eigen::MatrixXd::Identity(count, count);

    for (Eigen::Index c = 0; c < 3; ++c) {
        DisplacementField& out = model.m_terms[static_cast<size_t>(c)];
        out.grid = grid;
        if (weights.row(c).isZero(0))
            continue;
        out = identityField(grid);
        parallelFor(0, grid.voxels(), kChunk, [&](std::int64_t first, std::int64_t last) {
            job.checkStop();
            for (Eigen::Index p = 0; p < count; ++p)
                if (const DisplacementField* f = samples[static_cast<size_t>(p)].field)
                    for (size_t axis = 0; axis < 3; ++axis)
                        for (std::int64_t v = first; v < last; ++v)
                            out.u[axis][size_t(v)] += static_cast<float>(weights(c, p)) * f->u[axis][size_t(v)];
        });
    }

    double squares = 0;
    for (Eigen::Index p = 0; p < count; ++p) {
        const Eigen::VectorXd row = missed.row(p);
        squares += std::max(0.0, row.dot(sums * row));
        for (std::int64_t v = 0; v < grid.voxels(); ++v) {
            Vec3 d = Vec3::Zero();
            for (Eigen::Index q = 0; q < count; ++q)
                if (const DisplacementField* f = samples[static_cast<size_t>(q)].field)
                    d += row[q] * f->voxel(v);
            model.m_fit.largest = std::max(model.m_fit.largest, d.norm());
        }
        job.checkStop();
    }
    model.m_fit.rms = std::sqrt(squares / (double(count) * double(grid.voxels())));
    return model;
}

std::array<Vec3, 3> MotionModel::termsAt(const Vec3& reference) const
{
    std::array<Vec3, 3> out;
    for (size_t n = 0; n < 3; ++n)
        out[n] = m_terms[n].empty() ? Vec3(Vec3::Zero()) : m_terms[n].at(reference);
    return out;
}

Vec3 MotionModel::displacement(const Vec3& reference, const BreathingState& state) const
{
    const auto t = termsAt(reference);
    return t[0] + state.value * t[1] + state.rate * t[2];
}

DisplacementField MotionModel::field(const BreathingState& state) const
{
    DisplacementField out = identityField(grid());
    const std::array<float, 3> factor{1.0f, static_cast<float>(state.value), static_cast<float>(state.rate)};
    parallelFor(0, grid().voxels(), kChunk, [&](std::int64_t first, std::int64_t last) {
        for (size_t n = 0; n < 3; ++n)
            if (!m_terms[n].empty())
                for (size_t axis = 0; axis < 3; ++axis)
                    for (std::int64_t v = first; v < last; ++v)
                        out.u[axis][size_t(v)] += factor[n] * m_terms[n].u[axis][size_t(v)];
    });
    return out;
}

Vec3 MotionModel::referencePoint(const Vec3& now, const BreathingState& state) const
{
    constexpr int kMost = 60;
    constexpr double kEnough = 0.01; // mm
    Vec3 x = now;
    for (int n = 0; n < kMost; ++n) {
        const Vec3 next = now - displacement(x, state);
        const double moved = (next - x).norm();
        x = next;
        if (moved < kEnough)
            break;
    }
    return x;
}

} // namespace pollux::motion
