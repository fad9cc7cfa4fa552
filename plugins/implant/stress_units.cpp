#include "plugins/implant/stress_units.h"

#include "plugins/implant/stress_model.h"

#include <algorithm>
#include <limits>

namespace pollux::implant {

using elasticity::Voigt;

Voigt amountsOf(const UnitSolutions& units, const TopLoad& load)
{
    Voigt out;
    out << units.axes.transpose() * load.force, units.axes.transpose() * load.momentInAll(units.axes.col(0));
    return out;
}

StressFrame combined(const UnitSolutions& units, const TopLoad& load)
{
    const Voigt amounts = amountsOf(units, load);
    StressFrame f = combined(units, amounts);
    const double force = load.force.norm();
    f.displacement = force > 0 ? amountsOf(units, {load.force, load.arm}).dot(units.way * amounts) / force : 0;
    return f;
}

StressFrame combined(const UnitSolutions& units, const Voigt& amounts)
{
    StressFrame f;
    std::vector<float> mises, failure;
    mises.reserve(units.stress.size());
    failure.reserve(units.stress.size());
    const double nu = units.poisson;
    for (std::size_t n = 0; n < units.stress.size(); ++n) {
        if (units.modulus[n] == 0)
            continue;
        const Voigt s = units.stress[n].cast<double>() * amounts;
        // Hooke's law the other way round: only stress is kept.
        Voigt strain;
        const double trace = nu * (s(0) + s(1) + s(2));
        for (int c = 0; c < 3; ++c) {
            strain(c) = (1 + nu) * s(c) - trace;
            strain(3 + c) = 2 * (1 + nu) * s(3 + c);
        }
        strain /= double(units.modulus[n]);
        mises.push_back(float(elasticity::vonMises(s)));
        failure.push_back(float(elasticity::strainFailureIndex(strain, units.limits)));
    }
    f.cubes = mises.size();
    f.p95 = elasticity::percentile(mises, 95);
    f.p99 = elasticity::percentile(mises, 99);
    f.failure99 = elasticity::percentile(failure, 99);
    f.displacement = amounts.dot(units.way * amounts) / std::max(amounts.head<3>().norm(), 1e-12);
    f.solve.iterations = units.iterations;
    f.solve.residual = units.residual;
    return f;
}

std::vector<float> misesOf(const UnitSolutions& units, const Voigt& amounts)
{
    std::vector<float> out(units.stress.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t n = 0; n < out.size(); ++n)
        if (units.modulus[n] != 0)
            out[n] = float(elasticity::vonMises(units.stress[n].cast<double>() * amounts));
    return out;
}

} // namespace pollux::implant
