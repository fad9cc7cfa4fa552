#pragma once

namespace pollux::heat {

/// Death of cells by heat as a reaction of first order: Omega = integral of A exp(-Ea / (R T)) dt; a share of
/// 1 - exp(-Omega) is dead. The pair stands in several public programs of liver ablation (not seen in the work they
/// name); it is for liver, other tissues have others. Below `from` nothing is counted: at 37 deg C the pair itself
/// would reach Omega = 1 after 57 minutes (computed), so it cannot hold there. That bound is a choice of Pollux.
struct Arrhenius
{
    double frequency = 7.39e39;        ///< A, 1/s
    double activationEnergy = 2.577e5; ///< Ea, J/mol
    double from = 43;                  ///< deg C

    /// 1/s at a temperature in deg C.
    double rate(double celsius) const;
    /// Seconds until Omega = 1 at a temperature that does not change; infinite below `from`.
    double secondsToOne(double celsius) const;
};

/// Dose of Sapareto and Dewey 1984 (Int J Radiat Oncol Biol Phys 10:787, from memory): minutes at 43 deg C that do the
/// same, integral of R^(43 - T) dt.
struct Cem43
{
    double rAbove = 0.5;  ///< from 43 deg C up
    double rBelow = 0.25; ///< below (from memory)
    double from = 39;     ///< deg C; below it nothing is counted (from memory)

    /// Equivalent minutes a second at a temperature in deg C.
    double rate(double celsius) const;
};

/// Omega at which 63 % are dead, and perfusion stops.
inline constexpr double kOmegaDead = 1.0;
/// Omega at which 99 % are dead.
inline constexpr double kOmegaAllDead = 4.6;
/// Equivalent minutes taken for death (from memory).
inline constexpr double kCem43Dead = 240;

} // namespace pollux::heat
