#include "core/image/fat_fraction.h"

#include "core/base/error.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace pollux {

namespace {

constexpr double kGyromagneticMhz = 42.577; // of the proton, MHz/T
constexpr size_t kFewest = 3, kMost = 32;
constexpr double kTwoPi = 2 * std::numbers::pi;
using Complex = std::complex<double>;

[[noreturn]] void refuse(const char* what, const char* advice)
{
    throw Error(ErrorCode::BadInput, what, advice);
}

/// Levenberg-Marquardt with Marquardt's scaling. `evaluate(x, hessian, gradient)` gives the sum of squares, J^T J and
/// J^T r of r = data - model. Returns the sum of squares at the end.
template <int P, class Evaluate>
double descend(Eigen::Matrix<double, P, 1>& x, const Evaluate& evaluate)
{
    using Vector = Eigen::Matrix<double, P, 1>;
    using Matrix = Eigen::Matrix<double, P, P>;
    Matrix hessian = Matrix::Zero(), nextHessian = Matrix::Zero();
    Vector gradient = Vector::Zero(), nextGradient = Vector::Zero();
    double cost = evaluate(x, hessian, gradient), damping = 1e-3;
    for (int n = 0; n < 100 && damping < 1e12; ++n) {
        Matrix damped = hessian;
        damped.diagonal() += (damping * hessian.diagonal()).cwiseMax(1e-14);
        const Vector step = damped.ldlt().solve(gradient);
        const Vector next = x + step;
        const double nextCost =
            next.allFinite() ? evaluate(next, nextHessian, nextGradient) : std::numeric_limits<double>::infinity();
        if (!(nextCost < cost)) {
            damping *= 5;
            continue;
        }
        const double gain = cost - nextCost;
        x = next;
        cost = nextCost;
        hessian = nextHessian;
        gradient = nextGradient;
        damping = std::max(damping / 10, 1e-12);
        if (gain < 1e-14 * cost || cost < 1e-26)
            break;
    }
    return cost;
}

/// Adds one residual with its derivatives.
template <int P>
void add(double residual, const Eigen::Matrix<double, P, 1>& derivative, double& cost,
         Eigen::Matrix<double, P, P>& hessian, Eigen::Matrix<double, P, 1>& gradient)
{
    cost += residual * residual;
    hessian += derivative * derivative.transpose();
    gradient += derivative * residual;
}

/// Magnitude and its derivatives by W, F and R2* T; `c` is the fat at this echo, `t` in units of the last echo time.
double magnitudeModel(const Eigen::Vector3d& x, Complex c, double t, Eigen::Vector3d& derivative)
{
    const double decay = std::exp(-x[2] * t);
    const double norm = std::norm(c);
    const double q = std::sqrt(std::max(x[0] * x[0] + 2 * x[0] * x[1] * c.real() + x[1] * x[1] * norm, 1e-20));
    derivative = decay * Eigen::Vector3d((x[0] + x[1] * c.real()) / q, (x[0] * c.real() + x[1] * norm) / q, -t * q);
    return decay * q;
}

using Five = Eigen::Matrix<double, 5, 1>;

/// Complex signal and its derivatives by W, F, R2* T, 2 pi psi T and phi.
Complex complexModel(const Five& x, Complex c, double t, std::array<Complex, 5>& derivative)
{
    const Complex turn = std::polar(std::exp(-x[2] * t), x[3] * t + x[4]);
    const Complex s = (x[0] + x[1] * c) * turn;
    derivative = {turn, c * turn, -t * s, Complex(0, t) * s, Complex(0, 1) * s};
    return s;
}

} // namespace

const std::vector<FatPeak>& sixFatPeaks()
{
    static const std::vector<FatPeak> peaks{{-3.80, .087}, {-3.40, .693}, {-2.60, .128},
                                            {-1.94, .004}, {-0.39, .039}, {0.60, .048}};
    return peaks;
}

FatFitter::FatFitter(const FatModel& model) : m_times(model.echoTimes)
{
    const auto n = m_times.size();
    if (n < kFewest || n > kMost)
        refuse("A fat fraction needs 3 to 32 echoes.", "Choose the volumes of all echoes.");
    for (size_t e = 0; e < n; ++e)
        if (!(std::isfinite(m_times[e]) && m_times[e] > (e ? m_times[e - 1] : 0.0)))
            refuse("The echo times do not increase.", "Give a time of its own for each echo, the shortest first.");
    if (!(model.fieldTesla > 0 && model.fieldTesla < 30))
        refuse("The field strength is out of range.", "Give that of the scanner in tesla, such as 1.5.");
    double sum = 0;
    for (const FatPeak& p : model.peaks)
        sum += p.share;
    if (!(sum > 0) || !std::isfinite(sum))
        refuse("The spectrum of fat is empty.", "Give at least one peak.");
    for (const double t : m_times) {
        Complex fat = 0;
        for (const FatPeak& p : model.peaks)
            fat += p.share / sum * std::polar(1.0, kTwoPi * kGyromagneticMhz * model.fieldTesla * p.ppm * t);
        m_fat.push_back(fat);
    }
    // Evenly spaced echoes repeat after one turn between neighbours: a shift by that only turns phi.
    double shortest = std::numeric_limits<double>::infinity();
    for (size_t e = 1; e < n; ++e)
        shortest = std::min(shortest, m_times[e] - m_times[e - 1]);
    const double range = m_times.back() - m_times.front();
    bool even = true;
    for (size_t e = 1; e < n; ++e)
        even = even && m_times[e] - m_times[e - 1] - shortest < 1e-6 * shortest;
    if (even)
        m_period = 1 / shortest;
    const int steps = std::clamp(static_cast<int>(std::ceil(8 * range / shortest)), 16, 400);
    for (int s = 0; s < steps; ++s)
        m_fields.push_back(((s + 0.5) / steps - 0.5) / shortest);
}

std::vector<Complex> FatFitter::signal(double water, double fat, double r2Star, double fieldHz, double phase) const
{
    std::vector<Complex> out;
    for (size_t e = 0; e < m_times.size(); ++e)
        out.push_back((water + fat * m_fat[e]) *
                      std::polar(std::exp(-r2Star * m_times[e]), kTwoPi * fieldHz * m_times[e] + phase));
    return out;
}

FatFit FatFitter::magnitude(std::span<const double> signal) const
{
    if (signal.size() != m_times.size())
        refuse("There are not as many signals as echoes.", "Give one an echo.");
    const double largest = *std::max_element(signal.begin(), signal.end());
    FatFit fit;
    if (!(largest > 0) || !std::isfinite(largest))
        return fit;
    const double last = m_times.back();
    bool decays = true;
    const auto evaluate = [&](const Eigen::Vector3d& x, Eigen::Matrix3d& hessian, Eigen::Vector3d& gradient) {
        double cost = 0;
        hessian.setZero();
        gradient.setZero();
        Eigen::Vector3d derivative;
        for (size_t e = 0; e < m_times.size(); ++e) {
            const double model = magnitudeModel(x, m_fat[e], m_times[e] / last, derivative);
            if (!decays)
                derivative[2] = 0;
            add<3>(signal[e] / largest - model, derivative, cost, hessian, gradient);
        }
        return cost;
    };
    Eigen::Vector3d best = Eigen::Vector3d::Zero();
    double bestCost = std::numeric_limits<double>::infinity();
    for (const double fraction : {0.1, 0.9}) {
        Eigen::Vector3d x(1.2 * (1 - fraction), 1.2 * fraction, 40 * last);
        decays = true;
        double cost = descend<3>(x, evaluate);
        if (x[2] < 0) { // no signal grows: nearly all swaps of water and fat in noise are such
            x[2] = 0;
            decays = false;
            cost = descend<3>(x, evaluate);
        }
        if (x.allFinite() && cost < bestCost) {
            bestCost = cost;
            best = x;
        }
    }
    double sum = best[0] + best[1];
    if (sum < 0) { // the magnitude knows no sign
        best.head<2>() *= -1;
        sum = -sum;
    }
    if (!(sum > 1e-12))
        return fit;
    const double power = std::inner_product(signal.begin(), signal.end(), signal.begin(), 0.0) / (largest * largest);
    fit.fraction = best[1] / sum;
    fit.r2Star = best[2] / last;
    fit.amount = sum * largest;
    fit.misfit = std::sqrt(bestCost / power);
    return fit;
}

/// The scan over off-resonance: for each, W, F and phi in closed form.
struct FatFitter::Scan
{
    struct Valley
    {
        double explained = -1; ///< part of |signal|^2
        double fieldHz = 0;
        Five x = Five::Zero();
    };

    /// With v = A^H s (A: water and fat, demodulated, decayed) and M = Re(A^H A), real amplitudes x under one phase phi
    /// explain b^T M^-1 b, b = Re(v exp(-i phi)); this is largest at 2 phi = arg(v^T M^-1 v), where it is half of
    /// v^H M^-1 v + |v^T M^-1 v|.
    static Valley at(const FatFitter& f, std::span<const Complex> s, double fieldHz, double r2Star)
    {
        Complex v[2] = {0, 0};
        Eigen::Matrix2d m = Eigen::Matrix2d::Zero();
        for (size_t e = 0; e < f.m_times.size(); ++e) {
            const double decay = std::exp(-r2Star * f.m_times[e]);
            const Complex turned = s[e] * std::polar(decay, -kTwoPi * fieldHz * f.m_times[e]);
            v[0] += turned;
            v[1] += std::conj(f.m_fat[e]) * turned;
            m(0, 0) += decay * decay;
            m(0, 1) += decay * decay * f.m_fat[e].real();
            m(1, 1) += decay * decay * std::norm(f.m_fat[e]);
        }
        const double det = m(0, 0) * m(1, 1) - m(0, 1) * m(0, 1);
        Valley out;
        if (!(det > 1e-12 * m(0, 0) * m(1, 1)))
            return out;
        const double a = m(1, 1) / det, b = -m(0, 1) / det, d = m(0, 0) / det;
        const Complex plain = a * v[0] * v[0] + 2 * b * v[0] * v[1] + d * v[1] * v[1];
        const double hermitian = a * std::norm(v[0]) + 2 * b * (std::conj(v[0]) * v[1]).real() + d * std::norm(v[1]);
        double phi = 0.5 * std::arg(plain);
        const double v0 = (v[0] * std::polar(1.0, -phi)).real(), v1 = (v[1] * std::polar(1.0, -phi)).real();
        double water = a * v0 + b * v1, fat = b * v0 + d * v1;
        if (water + fat < 0) {
            water = -water;
            fat = -fat;
            phi += std::numbers::pi;
        }
        const double last = f.m_times.back();
        out.explained = 0.5 * (hermitian + std::abs(plain));
        out.fieldHz = fieldHz;
        out.x << water, fat, r2Star * last, kTwoPi * fieldHz * last, phi;
        return out;
    }
};

FatFit FatFitter::complex(std::span<const Complex> signal) const
{
    if (signal.size() != m_times.size())
        refuse("There are not as many signals as echoes.", "Give one an echo.");
    double largest = 0;
    for (const Complex& s : signal)
        largest = std::max(largest, std::abs(s));
    FatFit fit;
    if (!(largest > 0) || !std::isfinite(largest))
        return fit;
    std::vector<Complex> scaled;
    double power = 0;
    for (const Complex& s : signal) {
        scaled.push_back(s / largest);
        power += std::norm(scaled.back());
    }
    constexpr std::array<double, 3> kDecays{20, 80, 250}; // 1/s, only where to look first
    std::vector<Scan::Valley> scan;
    for (const double field : m_fields) {
        Scan::Valley best;
        for (const double r2Star : kDecays)
            if (const Scan::Valley v = Scan::at(*this, scaled, field, r2Star); v.explained > best.explained)
                best = v;
        scan.push_back(best);
    }
    std::vector<Scan::Valley> valleys;
    for (size_t n = 0; n < scan.size(); ++n) {
        const double before = scan[(n + scan.size() - 1) % scan.size()].explained;
        const double after = scan[(n + 1) % scan.size()].explained;
        if (scan[n].explained >= before && scan[n].explained >= after)
            valleys.push_back(scan[n]);
    }
    std::stable_sort(valleys.begin(), valleys.end(),
                     [](const auto& a, const auto& b) { return a.explained > b.explained; });
    valleys.resize(std::min<size_t>(valleys.size(), 3));

    const double last = m_times.back();
    bool decays = true;
    const auto evaluate = [&](const Five& x, Eigen::Matrix<double, 5, 5>& hessian, Five& gradient) {
        double cost = 0;
        hessian.setZero();
        gradient.setZero();
        std::array<Complex, 5> derivative;
        Five real, imaginary;
        for (size_t e = 0; e < m_times.size(); ++e) {
            const Complex left = scaled[e] - complexModel(x, m_fat[e], m_times[e] / last, derivative);
            for (int p = 0; p < 5; ++p) {
                real[p] = derivative[static_cast<size_t>(p)].real();
                imaginary[p] = derivative[static_cast<size_t>(p)].imag();
            }
            if (!decays)
                real[2] = imaginary[2] = 0;
            add<5>(left.real(), real, cost, hessian, gradient);
            add<5>(left.imag(), imaginary, cost, hessian, gradient);
        }
        return cost;
    };
    Five best = Five::Zero();
    double bestCost = std::numeric_limits<double>::infinity();
    for (const Scan::Valley& valley : valleys) {
        Five x = valley.x;
        decays = true;
        double cost = descend<5>(x, evaluate);
        if (x[2] < 0) {
            x[2] = 0;
            decays = false;
            cost = descend<5>(x, evaluate);
        }
        if (x.allFinite() && cost < bestCost) {
            bestCost = cost;
            best = x;
        }
    }
    double sum = best[0] + best[1];
    if (sum < 0) {
        best.head<2>() *= -1;
        sum = -sum;
    }
    if (!(sum > 1e-12))
        return fit;
    fit.fraction = best[1] / sum;
    fit.r2Star = best[2] / last;
    fit.amount = sum * largest;
    fit.fieldHz = best[3] / (kTwoPi * last);
    if (m_period > 0)
        fit.fieldHz = std::remainder(fit.fieldHz, m_period);
    fit.misfit = std::sqrt(bestCost / power);
    return fit;
}

double FatFitter::predictedDeviation(bool complexSignal, double fraction, double r2Star, double snr) const
{
    const double last = m_times.back();
    Eigen::MatrixXd information = Eigen::MatrixXd::Zero(complexSignal ? 5 : 3, complexSignal ? 5 : 3);
    for (size_t e = 0; e < m_times.size(); ++e) {
        const double t = m_times[e] / last;
        if (!complexSignal) {
            Eigen::Vector3d d;
            magnitudeModel(Eigen::Vector3d(1 - fraction, fraction, r2Star * last), m_fat[e], t, d);
            information.selfadjointView<Eigen::Lower>().rankUpdate(d);
            continue;
        }
        Five x;
        x << 1 - fraction, fraction, r2Star * last, 0, 0;
        std::array<Complex, 5> derivative;
        complexModel(x, m_fat[e], t, derivative);
        Five real, imaginary;
        for (int p = 0; p < 5; ++p) {
            real[p] = derivative[static_cast<size_t>(p)].real();
            imaginary[p] = derivative[static_cast<size_t>(p)].imag();
        }
        information.selfadjointView<Eigen::Lower>().rankUpdate(real).rankUpdate(imaginary);
    }
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(information); // reads the lower half
    const Eigen::VectorXd& values = solver.eigenvalues();
    if (!(values[0] > 1e-12 * values[values.size() - 1]))
        return std::numeric_limits<double>::infinity();
    // Of F / (W + F) at W + F = 1.
    Eigen::VectorXd slope = Eigen::VectorXd::Zero(information.rows());
    slope[0] = -fraction;
    slope[1] = 1 - fraction;
    const Eigen::VectorXd along = solver.eigenvectors().transpose() * slope;
    return std::sqrt(along.cwiseAbs2().cwiseQuotient(values).sum()) / snr;
}

} // namespace pollux
