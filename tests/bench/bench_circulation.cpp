// Portal pressure after a resection: one value for a slider, one with its band, the curve of 30 to 70 %, the closed
// loop.
//
//   bench_circulation [runs of the loop, 5]
//
// What it costs at least: the closed form is some 15 divisions (4 to 5 ns each if they wait for one another); the band
// has 2000 of them and two selections of two lists; the loop takes some 470 steps a beat, with a Jacobian now and then.

#include "core/base/text.h"
#include "core/simulation/circulation/loop_fit.h"
#include "core/simulation/circulation/prediction.h"
#include "tests/bench/timing.h"

#include <algorithm>
#include <cstdio>

using namespace pollux;
using namespace pollux::bench;

int main(int argc, char** argv)
{
    const int runs = argc > 1 ? std::max(1, static_cast<int>(parseInt(argv[1]).value_or(5))) : 5;
    const LiverFlowInputs inputs{100, 90, 5, 10, 1100.0 / 60, 400.0 / 60};
    PredictionOptions options;
    options.spread = {0.1, 1, 3};

    double kept = 0; // so that no work is left out
    const PortalModel model(inputs, options, Job());
    constexpr int kMany = 1000000;
    const double one = medianMs(5, [&] {
        for (int i = 0; i < kMany; ++i)
            kept += model.flows(1 - 0.7 * i / kMany).portal;
    });
    std::printf("one value                          %10.1f ns\n", one / kMany * 1e6);
    std::printf("draws of a model, 2000             %10.3f ms\n",
                medianMs(21, [&] { kept += PortalModel(inputs, options, Job()).rejected(); }));
    std::printf("one value with its band            %10.3f ms\n",
                medianMs(101, [&] { kept += model.predict(0.3).portal.high; }));
    std::printf("curve of 41 values with bands      %10.3f ms\n",
                medianMs(11, [&] { kept += model.sweep(0.3, 0.7, 41, Job()).back().portal.high; }));

    LoopOptions eighty;
    eighty.mostBeats = 80;
    eighty.periodic = 0;
    const BodyVessels body = bodyOf(model.circuit());
    long steps = 0;
    const double loop =
        medianMs(runs, [&] { steps = runClosedLoop(genericHeart(), body, genericStart(), eighty, Job()).means.steps; });
    std::printf("closed loop, 80 beats, %6ld steps %9.1f ms\n", steps, loop);
    LoopFit fit;
    const double fitting = medianMs(runs, [&] { fit = fitClosedLoop(model.circuit(), Job()); });
    std::printf("closed loop fitted, %2d runs        %10.1f ms\n", fit.runs, fitting);
    std::printf("closed loop after a resection      %10.1f ms\n",
                medianMs(runs, [&] { kept += resected(fit, 0.3, 0, Job()).means.portal; }));
    return kept > 0 ? 0 : 1;
}
