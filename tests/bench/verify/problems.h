#pragma once

#include "tests/support/verification.h"

#include <vector>

namespace pollux::verification {

/// Problems that belong together; by its name all of them are asked for.
struct Group
{
    const char* name;
    const char* title;
    std::vector<Problem> problems;
};
std::vector<Group> groups();

// The parts, each in the file of its name; those of elasticity in tests/core/simulation/elasticity.
std::vector<Problem> calculixProblems();
std::vector<Problem> frameProblems();
std::vector<Problem> solidProblems();
std::vector<Problem> cupProblems();
std::vector<Problem> screwProblems();
std::vector<Problem> componentProblems();
std::vector<Problem> dentalProblems();
std::vector<Problem> landmarkProblems();
std::vector<Problem> loadProblems();

} // namespace pollux::verification
