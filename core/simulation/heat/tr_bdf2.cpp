#include "core/simulation/heat/tr_bdf2.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace pollux::heat {

namespace {

// Hosea and Shampine 1996: c2 = gamma, both stages with the same diagonal coefficient d.
constexpr double kGamma = 2 - std::numbers::sqrt2;
constexpr double kD = kGamma / 2;
constexpr double kW = std::numbers::sqrt2 / 4;
// Weights of the step less those of the embedded formula of order 3.
constexpr double kE1 = (4 * kW - 1) / 3, kE2 = -1.0 / 3, kE3 = 2 * kD / 3;
// Quadrature over a step by its values at 0, gamma and 1: exact for parabolas, no weight below 0.
constexpr double kQ2 = 1 / (6 * kGamma * (1 - kGamma));
constexpr double kQ3 = 0.5 - kQ2 * kGamma;
constexpr double kQ1 = 1 - kQ2 - kQ3;

constexpr int kMostNewton = 15;
// Of the step's tolerance: what solvers may leave is small beside the error of the step itself.
constexpr double kStageShare = 0.01;
constexpr double kEstimateShare = 0.1;
// Tissue that boils is dead in milliseconds, and a voxel that begins or ends to boil has a kink in time that no step is
// short enough for: there the error counts less. What it does to the neighbours counts in full.
constexpr double kBoilingWeight = 0.02;

using Sums = std::vector<std::array<double, 6>>;

double total(const Sums& sums, size_t which)
{
    double sum = 0;
    for (const auto& s : sums)
        sum += s[which];
    return sum;
}

double largest(const Sums& sums, size_t which)
{
    double most = sums.front()[which];
    for (const auto& s : sums)
        most = std::max(most, s[which]);
    return most;
}

/// Of values [first, last): largest f(value). In lanes, so that the compiler may use vectors.
template <class T, class F>
double largestOf(const T* values, std::int64_t first, std::int64_t last, F f)
{
    constexpr std::int64_t kLanes = 8;
    T most[kLanes];
    std::fill(std::begin(most), std::end(most), f(values[first]));
    std::int64_t n = first;
    for (; n + kLanes <= last; n += kLanes)
        for (std::int64_t l = 0; l < kLanes; ++l)
            most[l] = std::max(most[l], f(values[n + l]));
    for (; n < last; ++n)
        most[0] = std::max(most[0], f(values[n]));
    return double(*std::max_element(std::begin(most), std::end(most)));
}

float size(float v)
{
    return std::abs(v);
}

double itself(double v)
{
    return v;
}

struct Weights
{
    double capacity, a, c1, c2;
};

/// Where nothing boils, nearly everywhere: loops without questions and with nothing captured, which become vectors.
void coldResidual(const HeatOperator& op, const HeatOperator::Run& run, const Weights w, const double* now,
                  const double* t, const float* k1, const float* k2, float* __restrict left, float* __restrict diagonal)
{
    for (std::int64_t n = run.first; n < run.last; ++n)
        left[n] = static_cast<float>(w.capacity * (now[n] - t[n]) + w.c1 * double(k1[n]) + w.c2 * double(k2[n]) +
                                     w.a * op.rate(n, t));
    for (std::int64_t n = run.first; n < run.last; ++n)
        diagonal[n] = static_cast<float>(w.capacity + w.a * op.diagonal(n));
}

} // namespace

TrBdf2::TrBdf2(const HeatProblem& problem, const HeatState& state, const HeatOptions& options)
    : m_options(options), m_op(problem), m_solver(m_op), m_now(m_op.voxels(), m_op.plane()),
      m_middle(m_op.voxels(), m_op.plane()), m_next(m_op.voxels(), m_op.plane()),
      m_k1(static_cast<size_t>(m_op.voxels())), m_k2(static_cast<size_t>(m_op.voxels())),
      m_sums(static_cast<size_t>(m_op.planes()))
{
    m_op.setWalls(state.temperature);
    std::copy(state.temperature.begin(), state.temperature.end(), m_now.data());
    m_middle = m_now; // what is held stays
    m_next = m_now;
}

std::int64_t TrBdf2::bytes() const
{
    constexpr std::int64_t kRates = 2 * sizeof(float);
    return m_op.bytes() + m_solver.bytes() + 3 * m_now.bytes() + kRates * m_op.voxels();
}

double TrBdf2::begin(double h, const std::vector<float>& omega)
{
    const double* t = m_now.data();
    const Arrhenius& arrhenius = m_options.arrhenius;
    const double limit = m_options.perfusionStopsAt;
    m_op.everyPlane([&](int k, std::int64_t, std::int64_t) {
        double most = 0;
        float* __restrict k1 = m_k1.data();
        for (const HeatOperator::Run& run : m_op.runs(k)) {
            if (run.held())
                continue;
            for (std::int64_t n = run.first; n < run.last && limit > 0; ++n) {
                const float done = omega[static_cast<size_t>(n)];
                if (t[n] >= arrhenius.from || done > 0)
                    m_op.setPerfused(n, double(done) + 0.5 * h * arrhenius.rate(t[n]) < limit);
            }
            for (std::int64_t n = run.first; n < run.last; ++n)
                k1[n] = static_cast<float>(m_op.rate(n, t));
            most = std::max(most, largestOf(k1, run.first, run.last, size) / m_op.content(run.label).capacity);
        }
        m_sums[static_cast<size_t>(k)] = {most, 0, 0, 0, 0, 0};
    });
    return largest(m_sums, 0);
}

double TrBdf2::residual(const Padded<double>& temperature, double a, double c1, double c2, bool& boils)
{
    const double* t = temperature.data();
    const double* now = m_now.data();
    m_op.everyPlane([&](int k, std::int64_t first, std::int64_t last) {
        const float *k1 = m_k1.data(), *k2 = m_k2.data();
        float* __restrict left = m_solver.residual.data();
        float* __restrict diagonal = m_solver.diagonal.data();
        double hottest = -1e300;
        for (const HeatOperator::Run& run : m_op.runs(k)) {
            if (run.held()) {
                std::fill(left + run.first, left + run.last, 0.0f);
                std::fill(diagonal + run.first, diagonal + run.last, 1.0f);
                continue;
            }
            const HeatOperator::Content content = m_op.content(run.label);
            const double most = largestOf(t, run.first, run.last, itself);
            hottest = std::max(hottest, most);
            if (std::max(most, largestOf(now, run.first, run.last, itself)) < content.from) {
                coldResidual(m_op, run, {content.capacity, a, c1, c2}, now, t, k1, k2, left, diagonal);
                continue;
            }
            for (std::int64_t n = run.first; n < run.last; ++n) {
                left[n] = static_cast<float>(content.at(now[n]) - content.at(t[n]) + c1 * double(k1[n]) +
                                             c2 * double(k2[n]) + a * m_op.rate(n, t));
                diagonal[n] = static_cast<float>(content.slope(t[n]) + a * m_op.diagonal(n));
            }
        }
        m_sums[static_cast<size_t>(k)] = {largestOf(left, first, last, size), hottest, 0, 0, 0, 0};
    });
    boils = largest(m_sums, 1) >= m_op.problem().boiling.from;
    return largest(m_sums, 0);
}

bool TrBdf2::correct(Padded<double>& temperature)
{
    double* t = temperature.data();
    const float* x = m_solver.solution().data();
    const double from = m_op.problem().boiling.from;
    m_op.everyPlane([&](int k, std::int64_t, std::int64_t) {
        double hottest = -1e300;
        for (const HeatOperator::Run& run : m_op.runs(k)) {
            if (run.held())
                continue;
            const HeatOperator::Content& content = m_op.content(run.label);
            for (std::int64_t n = run.first; n < run.last; ++n) {
                const double plain = t[n] + double(x[n]);
                hottest = std::max(hottest, plain);
                if (t[n] < from && plain < from) {
                    t[n] = plain;
                    continue;
                }
                // By the heat content a voxel below the range cannot jump over it, by temperature one within it cannot
                // leave it with the wrong content: the smaller of both changes is safe.
                const double byContent = content.temperature(content.at(t[n]) + content.slope(t[n]) * double(x[n]));
                hottest = std::max(hottest, t[n]);
                t[n] = std::abs(byContent - t[n]) < std::abs(plain - t[n]) ? byContent : plain;
            }
        }
        m_sums[static_cast<size_t>(k)] = {hottest, 0, 0, 0, 0, 0};
    });
    return largest(m_sums, 0) >= from;
}

bool TrBdf2::solveStage(Padded<double>& t, double a, double c1, double c2, HeatRun& run, const Job& job)
{
    const double bound = kStageShare * m_options.tolerance * m_op.smallestCapacity();
    for (int n = 0; n < kMostNewton; ++n) {
        bool boils = false;
        ++run.passes;
        if (residual(t, a, c1, c2, boils) <= bound)
            return true;
        run.iterations += m_solver.solve(a, 0.5 * bound, job);
        ++run.newton;
        const bool boilsNow = correct(t);
        if (!boils && !boilsNow)
            return true; // a linear system: what was solved is the solution
    }
    return false;
}

double TrBdf2::estimate(double h, HeatRun& run, const Job& job)
{
    // Filtered by the matrix of the stages, or stiff parts of no matter would rule the step (Hosea and Shampine).
    const double* now = m_now.data();
    const double* next = m_next.data();
    const double a = kD * h;
    m_op.everyPlane([&](int k, std::int64_t, std::int64_t) {
        const float *k1 = m_k1.data(), *k2 = m_k2.data();
        float* __restrict left = m_solver.residual.data();
        float* __restrict diagonal = m_solver.diagonal.data();
        for (const HeatOperator::Run& r : m_op.runs(k)) {
            if (r.held())
                continue; // as the stage left it: 1 and a remainder of 0
            const HeatOperator::Content content = m_op.content(r.label);
            for (std::int64_t n = r.first; n < r.last; ++n) {
                const double one = double(k1[n]), two = double(k2[n]);
                const double three = (content.at(next[n]) - content.at(now[n]) - h * kW * (one + two)) / a;
                left[n] = static_cast<float>(h * (kE1 * one + kE2 * two + kE3 * three));
                diagonal[n] = static_cast<float>(content.slope(next[n]) + a * m_op.diagonal(n));
            }
        }
    });
    run.iterations += m_solver.solve(a, kEstimateShare * m_options.tolerance * m_op.smallestCapacity(), job);
    const float* x = m_solver.solution().data();
    const double from = m_op.problem().boiling.from;
    m_op.everyPlane([&](int k, std::int64_t, std::int64_t) {
        double most = 0;
        for (const HeatOperator::Run& r : m_op.runs(k)) {
            if (r.held())
                continue;
            if (std::max(largestOf(now, r.first, r.last, itself), largestOf(next, r.first, r.last, itself)) < from) {
                most = std::max(most, largestOf(x, r.first, r.last, size));
                continue;
            }
            for (std::int64_t n = r.first; n < r.last; ++n)
                most = std::max(most, std::abs(double(x[n])) * (now[n] < from && next[n] < from ? 1 : kBoilingWeight));
        }
        m_sums[static_cast<size_t>(k)] = {most, 0, 0, 0, 0, 0};
    });
    ++run.passes;
    return largest(m_sums, 0);
}

std::optional<double> TrBdf2::tryStep(double h, bool wantError, HeatRun& run, const Job& job)
{
    const double a = kD * h;
    const double* now = m_now.data();
    double* middle = m_middle.data();
    double* next = m_next.data();
    const double from = m_op.problem().boiling.from;
    m_op.everyPlane([&](int k, std::int64_t, std::int64_t) {
        for (const HeatOperator::Run& r : m_op.runs(k)) {
            if (r.held())
                continue;
            const HeatOperator::Content& content = m_op.content(r.label);
            for (std::int64_t n = r.first; n < r.last; ++n) {
                const double more = kGamma * h * double(m_k1[static_cast<size_t>(n)]);
                const double plain = now[n] + more / content.capacity;
                middle[n] = now[n] < from && plain < from ? plain : content.temperature(content.at(now[n]) + more);
            }
        }
    });
    if (!solveStage(m_middle, a, a, 0, run, job))
        return std::nullopt;
    m_op.everyPlane([&](int k, std::int64_t, std::int64_t) {
        for (const HeatOperator::Run& r : m_op.runs(k)) {
            if (r.held())
                continue;
            const HeatOperator::Content& content = m_op.content(r.label);
            for (std::int64_t n = r.first; n < r.last; ++n) {
                const auto at = static_cast<size_t>(n);
                // From the contents and not from f, which would blow the solver's remainder up in stiff voxels.
                const double k1 = double(m_k1[at]);
                const double k2 = (content.at(middle[n]) - content.at(now[n])) / a - k1;
                m_k2[at] = static_cast<float>(k2);
                const double k3 = k2 + (k2 - k1) * (1 - kGamma) / kGamma; // a guess
                const double more = h * (kW * (k1 + k2) + kD * k3);
                const double plain = now[n] + more / content.capacity;
                next[n] = now[n] < from && plain < from ? plain : content.temperature(content.at(now[n]) + more);
            }
        }
    });
    run.passes += 2;
    if (!solveStage(m_next, a, h * kW, h * kW, run, job))
        return std::nullopt;
    return wantError ? estimate(h, run, job) : 0;
}

void TrBdf2::accept(double h, HeatState& state, HeatRun& run)
{
    const double* now = m_now.data();
    const double* middle = m_middle.data();
    const double* next = m_next.data();
    const Arrhenius& arrhenius = m_options.arrhenius;
    const Cem43& cem = m_options.cem43;
    const double least = std::min(arrhenius.from, cem.from);
    m_op.everyPlane([&](int k, std::int64_t, std::int64_t) {
        double hottest = -1e300;
        for (const HeatOperator::Run& r : m_op.runs(k)) {
            if (r.held())
                continue;
            hottest = std::max(hottest, largestOf(next, r.first, r.last, itself));
            for (std::int64_t n = r.first; n < r.last; ++n) {
                if (now[n] < least && middle[n] < least && next[n] < least)
                    continue;
                const auto at = static_cast<size_t>(n);
                const auto add = [&](float& sum, const auto& model) {
                    sum = static_cast<float>(double(sum) + h * (kQ1 * model.rate(now[n]) + kQ2 * model.rate(middle[n]) +
                                                                kQ3 * model.rate(next[n])));
                };
                add(state.omega[at], arrhenius);
                add(state.cem43[at], cem);
            }
        }
        const auto atNow = m_op.bloodAndWalls(k, now), atMiddle = m_op.bloodAndWalls(k, middle),
                   atNext = m_op.bloodAndWalls(k, next);
        const auto over = [&](size_t n) { return kW * (atNow[n] + atMiddle[n]) + kD * atNext[n]; };
        m_sums[static_cast<size_t>(k)] = {hottest, over(0), over(1), 0, 0, 0};
    });
    run.highestTemperature = std::max(run.highestTemperature, largest(m_sums, 0));
    run.fromSource += h * m_op.source();
    run.fromBlood += h * total(m_sums, 1);
    run.throughWalls += h * total(m_sums, 2);
    ++run.passes;
    std::swap(m_now, m_next);
}

double TrBdf2::stored(const std::vector<double>& before) const
{
    double sum = 0;
    for (std::int64_t n = 0; n < m_op.voxels(); ++n)
        if (!m_op.held(n)) {
            const auto at = static_cast<size_t>(n);
            const HeatOperator::Content& content = m_op.content(m_op.problem().tissue[at]);
            sum += content.at(m_now.data()[n]) - content.at(before[at]);
        }
    return sum;
}

} // namespace pollux::heat
