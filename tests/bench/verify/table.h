#pragma once

#include "tests/support/verification.h"

#include <string>
#include <vector>

namespace pollux::verification {

/// The table that is printed, row by row as it comes, and what came of it.
class Table
{
public:
    Table();
    void title(const char* text);
    /// What a problem found; what it throws becomes a row.
    void run(const Problem& problem);
    /// Says what failed and, loudly, what was not compared. The exit code: 1 if a row is out of its bound.
    int finish() const;

private:
    void row(const Problem& problem, const Check& check);

    int m_rows = 0;
    std::vector<std::string> m_failed, m_notRun;
};

} // namespace pollux::verification
