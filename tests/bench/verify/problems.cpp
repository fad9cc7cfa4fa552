#include "tests/bench/verify/problems.h"

#include "tests/core/simulation/elasticity/verification.h"

namespace pollux::verification {

std::vector<Group> groups()
{
    return {
        {"elasticity", "Elasticity", problems()},
        {"calculix", "Elasticity: side by side with CalculiX, the same mesh", calculixProblems()},
        {"frames", "Axes and angles of bones", frameProblems()},
        {"solids", "Implants as solids, STEP", solidProblems()},
        {"cups", "Cups", cupProblems()},
        {"screws", "Screws", screwProblems()},
        {"components", "Components of ankle and knee", componentProblems()},
        {"dental", "Dental implants, guides, scans", dentalProblems()},
        {"landmarks", "Landmarks and joint spaces of made shapes", landmarkProblems()},
        {"loads", "Cement and loads", loadProblems()},
    };
}

} // namespace pollux::verification
