#pragma once

#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/jobs/job.h"

#include <complex>
#include <span>
#include <vector>

namespace pollux {

/// One line of the spectrum of fat: its shift against water (ppm, negative is below water) and its share.
struct FatPeak
{
    double ppm = 0;
    double share = 0;
};

/// The six peaks of liver fat (Hamilton; ISMRM challenge of 2012): -3.80, -3.40, -2.60, -1.94, -0.39, +0.60 ppm with
/// .087, .693, .128, .004, .039, .048. Their sum is .999: shares are normalised where they are used.
const std::vector<FatPeak>& sixFatPeaks();

/// How water and fat were measured: S(t) = [W + F sum_p a_p exp(i 2 pi f_p t)] exp(i (2 pi psi t + phi)) exp(-R2* t),
/// f_p = 42.577 MHz/T x field x ppm; W and F real, one R2* for both.
struct FatModel
{
    double fieldTesla = 1.5;
    std::vector<double> echoTimes; ///< s, strictly increasing, 3 to 32
    std::vector<FatPeak> peaks = sixFatPeaks();
};

/// What one voxel holds.
struct FatFit
{
    double fraction = 0; ///< F / (W + F); noise can put it a little below 0 or above 1
    double r2Star = 0;   ///< 1/s, 0 or more: no signal grows
    double amount = 0;   ///< W + F in units of the signal; 0: there was nothing to fit
    double fieldHz = 0;  ///< psi, of the complex fit; known but for whole turns between echoes
    double misfit = 0;   ///< root mean square of what the model leaves, over that of the signal
};

/// Fits one voxel. Built once, then const: any thread. Throws Error (BadInput) for a model out of range.
class FatFitter
{
public:
    explicit FatFitter(const FatModel& model);

    int echoes() const { return static_cast<int>(m_times.size()); }
    /// Magnitudes, one an echo. Levenberg-Marquardt from a mostly-water and a mostly-fat start, the better one is
    /// taken.
    FatFit magnitude(std::span<const double> signal) const;
    /// Complex signals, one an echo. The off-resonance psi is scanned over all that the echoes can tell apart, with W,
    /// F and phi solved for in closed form (variable projection); the best three valleys are refined by
    /// Levenberg-Marquardt on all five unknowns. A voxel is fitted by itself: in noise neighbours may swap.
    FatFit complex(std::span<const std::complex<double>> signal) const;

    /// The signal of the model.
    std::vector<std::complex<double>> signal(double water, double fat, double r2Star, double fieldHz,
                                             double phase) const;
    /// Standard deviation that noise leaves on the fraction at best (Cramér-Rao bound, Gaussian noise of 1/snr of W + F
    /// on each channel); infinite where these echo times cannot tell water from fat.
    double predictedDeviation(bool complexSignal, double fraction, double r2Star, double snr) const;

private:
    struct Scan;
    std::vector<double> m_times;
    std::vector<std::complex<double>> m_fat; ///< sum_p a_p exp(i 2 pi f_p t) at each echo
    std::vector<double> m_fields;            ///< off-resonances to scan, Hz
    double m_period = 0;                     ///< Hz after which evenly spaced echoes repeat; 0: uneven
};

struct FatMapOptions
{
    const Mask* within = nullptr; ///< fit its voxels only; null: where the strongest echo is above the background
    double background = 0.05;     ///< of the largest value of all echoes; what is weaker is left out
};

/// Maps on the grid of the echoes, Float32, 0 where nothing was fitted.
struct FatMaps
{
    Volume fraction; ///< proton density fat fraction, %
    Volume r2Star;   ///< 1/s
    Volume misfit;   ///< %
    Mask fitted;
};

/// `magnitude` and `phase` one volume an echo, all on one grid; `phase` in radians times `phaseScale` per unit, or
/// empty for a magnitude fit. Threads inside, the same result for any number of them. Throws Error (BadInput) for
/// numbers of volumes, grids or a model that do not fit; stops with the job.
FatMaps fatMaps(const std::vector<Volume>& magnitude, const std::vector<Volume>& phase, double phaseScale,
                const FatModel& model, const FatMapOptions& options, const Job& job);

} // namespace pollux
