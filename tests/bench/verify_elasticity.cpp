// All problems with a known answer: what came out, and how far it is off. Exit code 1 if one is beyond its tolerance.
#include "tests/core/simulation/elasticity/verification.h"

#include <chrono>
#include <cstdio>

int main()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    using namespace pollux::verification;
    bool good = true;
    for (const Problem& p : problems()) {
        const auto start = std::chrono::steady_clock::now();
        for (const Check& c : p.run()) {
            std::printf("%s | %s: %s | exact %.6g, found %.6g, off by %.2g (at most %.2g)%s%s\n",
                        c.good() ? "ok  " : "FAIL", c.problem.c_str(), c.quantity.c_str(), c.exact, c.found, c.error(),
                        c.tolerance, c.note.empty() ? "" : " | ", c.note.c_str());
            good = good && c.good();
        }
        std::printf("     %s: %.2f s\n", p.name,
                    std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return good ? 0 : 1;
}
