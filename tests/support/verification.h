#pragma once

#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

/// Problems with a known answer: for tests, and for the program that prints them all (tests/bench/verify).
namespace pollux::verification {

/// One number of a problem with a known answer.
struct Check
{
    std::string problem;
    std::string quantity; ///< with its unit
    double exact = 0;
    double found = 0;
    double tolerance = 0;  ///< relative to `exact`; absolute if that is 0 or `absolute` is set
    std::string note = {}; ///< grid, order, what the error comes from
    bool absolute = false;

    bool relative() const { return exact != 0 && !absolute; }
    double error() const { return relative() ? std::fabs(found / exact - 1) : std::fabs(found - exact); }
    bool good() const { return error() <= tolerance; } // of no number: false
};

/// A number whose error is told in its own unit.
inline Check within(std::string problem, std::string quantity, double exact, double found, double tolerance,
                    std::string note = {})
{
    return {std::move(problem), std::move(quantity), exact, found, tolerance, std::move(note), true};
}

/// Thrown by a problem that needs what is not here.
struct NotRun : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

enum class Cost { Quick, Usual, Long };

struct Problem
{
    const char* name; ///< by which it is asked for
    std::function<std::vector<Check>()> run;
    const char* source = "closed form"; ///< of what is expected
    Cost cost = Cost::Quick;
};

/// Of several numbers the one farthest from what is expected, for "the worst of ...".
class Worst
{
public:
    void add(double exact, double found) { take(std::fabs(found - exact)); }
    void take(double error)
    {
        if (!std::isnan(m_error) && !(error <= m_error)) // what is no number stays
            m_error = error;
        ++m_count;
    }
    double error() const { return m_count > 0 ? m_error : std::nan(""); }
    int count() const { return m_count; }

private:
    double m_error = 0;
    int m_count = 0;
};

} // namespace pollux::verification
