// The preview of the stress beside an implant without solving: time to learn, time of an answer, the error it tells of
// itself and the true one on poses it has not seen, beside six iterations of the solver. Reference: the same problem
// in another program, 19 to 39 % L2 for 160 to 20 poses.
#include "core/phantom/jaw.h"
#include "plugins/implant/stress_surrogate.h"
#include "tests/bench/timing.h"

#include <Eigen/Geometry>

#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace pollux;
using namespace pollux::implant;
using namespace pollux::bench;
using elasticity::Voigt;

namespace {

struct Off
{
    std::vector<double> field, p99;
    double meanField() const
    {
        double s = 0;
        for (double v : field)
            s += v * v;
        return std::sqrt(s / double(field.size()));
    }
};

/// Stress of a load at places, in the frame of the surrogate.
std::vector<Voigt> stressOf(const UnitSolutions& u, const Mat3& axes, const TopLoad& load)
{
    std::vector<Voigt> out;
    const Voigt amounts = amountsOf(u, load);
    for (const auto& six : u.stress) {
        const Voigt s = six.cast<double>() * amounts;
        Mat3 m;
        m << s(0), s(3), s(5), s(3), s(1), s(4), s(5), s(4), s(2);
        const Mat3 t = axes.transpose() * m * axes;
        Voigt v;
        v << t(0, 0), t(1, 1), t(2, 2), t(0, 1), t(1, 2), t(2, 0);
        out.push_back(v);
    }
    return out;
}

void add(Off& to, const std::vector<Voigt>& said, const std::vector<Voigt>& truth, const std::vector<float>& modulus)
{
    double e = 0, t = 0;
    std::vector<float> a, b;
    for (std::size_t n = 0; n < truth.size(); ++n) {
        if (modulus[n] == 0)
            continue;
        e += (said[n] - truth[n]).squaredNorm();
        t += truth[n].squaredNorm();
        a.push_back(float(elasticity::vonMises(said[n])));
        b.push_back(float(elasticity::vonMises(truth[n])));
    }
    to.field.push_back(std::sqrt(e / t));
    to.p99.push_back(std::fabs(elasticity::percentile(a, 99) / elasticity::percentile(b, 99) - 1));
}

double percentileOf(std::vector<double> v, double percent)
{
    std::vector<float> f(v.begin(), v.end());
    return elasticity::percentile(f, percent);
}

} // namespace

int main(int argc, char** argv)
{
    const std::size_t most = argc > 1 ? static_cast<std::size_t>(std::atoi(argv[1])) : 80;
    JawOptions o;
    const Jaw jaw = makeJaw(o, Job());
    const Mask& bone = jaw.masks.at("mandible");
    const DentalImplant implant;
    const AxisPose about{jaw.gapCrest, Vec3(0, 0, -1)};
    StressSetup setup;
    setup.material = elasticity::boneMaterial("constant");
    const Vec3 force = 100 * Vec3(std::sin(0.35), 0, -std::cos(0.35));
    const double arm = 3;
    SurrogateBox box;
    box.along = jaw.gapTangent;
    StressModel model(jaw.image, bone, implant, about, setup, Job());
    std::size_t stiff = 0;
    for (float e : model.model().modulus)
        stiff += e > 0;
    std::printf("%zu cubes, %zu stiff; load 100 N at 20 degrees, 3 mm above the top\n", model.model().cubes(), stiff);

    UnitSolutions units;
    std::printf("six unit loads to 1e-6: %.0f ms; six iterations each: %.0f ms\n",
                msOf([&] { units = model.exactUnits(Job()); }), msOf([&] { model.dragUnits(kDragIterations, Job()); }));
    StressFrame frame;
    std::printf("another load by sum, %zu cubes of the shell: %.2f ms\n", units.stress.size(), medianMs(20, [&] {
                    frame = combined(units, TopLoad{force, arm});
                }));

    // Twenty poses between those of the sequence.
    std::vector<AxisPose> poses;
    for (int n = 0; n < 20; ++n) {
        const auto at = [n](double step) { return 2 * std::fmod(0.5 + (n + 1) * step, 1.0) - 1; };
        const Vec3 across = Vec3(0, 0, -1).cross(jaw.gapTangent).normalized();
        poses.push_back(
            {jaw.gapCrest + 1.9 * at(0.8566748838545) * jaw.gapTangent + 0.95 * at(0.733891856627) * across +
                 0.95 * at(0.628706721) * Vec3(0, 0, 1),
             (Vec3(0, 0, -1) + 0.13 * at(0.53859725722) * jaw.gapTangent + 0.13 * at(0.46140274278) * across)
                 .normalized()});
    }
    SurrogateTraining training(std::make_unique<StressModel>(jaw.image, bone, implant, about, setup, Job()), bone,
                               implant, about, box);
    std::vector<std::vector<Voigt>> truth;
    std::vector<std::vector<float>> modulus;
    Off drag;
    std::vector<double> dragMs;
    std::printf("%6s %9s %6s %8s %11s %10s %9s %8s %9s %9s %9s\n", "poses", "learn s", "modes", "answer", "left out L2",
                "P99 median", "P99 P95", "true L2", "P99 med.", "P99 most", "spread");
    double seconds = 0;
    for (std::size_t n = 20; n <= most; n *= 2) {
        std::shared_ptr<const StressSurrogate> s;
        seconds += msOf([&] { s = training.train(n, Job()); }) / 1000;
        if (truth.empty())
            for (const AxisPose& p : poses) {
                model.place(implant, p);
                const auto places = s->places(p);
                const UnitSolutions exact = model.exactUnits(Job(), places);
                truth.push_back(stressOf(exact, s->axes(p.direction), {force, arm}));
                modulus.push_back(exact.modulus);
                const UnitSolutions fast = model.dragUnits(kDragIterations, Job(), places);
                add(drag, stressOf(fast, s->axes(p.direction), {force, arm}), truth.back(), modulus.back());
                model.setLoad({force, arm});
                dragMs.push_back(msOf([&] {
                    model.place(implant, p);
                    model.drag(kDragIterations, Job());
                }));
            }
        const SurrogateError error = s->errorOf({force, arm});
        Off off;
        std::vector<double> ms, spread;
        for (std::size_t p = 0; p < poses.size(); ++p) {
            std::optional<SurrogateFrame> f;
            ms.push_back(medianMs(5, [&] { f = s->at(poses[p], {force, arm}); }));
            if (!f) {
                std::printf("pose %zu lies outside\n", p);
                continue;
            }
            spread.push_back(f->deviation);
            add(off, s->stress(poses[p], {force, arm}), truth[p], modulus[p]);
        }
        std::printf("%6zu %9.1f %6d %5.2f ms %9.1f %% %8.1f %% %7.1f %% %6.1f %% %7.1f %% %7.1f %% %9.2f\n", n, seconds,
                    int(s->pod().modes().cols()), median(ms), 100 * error.field, 100 * error.p99, 100 * error.p99Most,
                    100 * off.meanField(), 100 * percentileOf(off.p99, 50), 100 * percentileOf(off.p99, 100),
                    median(spread));
        std::fflush(stdout);
    }
    std::printf(
        "six iterations: %.1f ms with putting the implant in, true L2 %.1f %%, P99 median %.2f %%, most %.2f %%\n",
        median(dragMs), 100 * drag.meanField(), 100 * percentileOf(drag.p99, 50), 100 * percentileOf(drag.p99, 100));
}
