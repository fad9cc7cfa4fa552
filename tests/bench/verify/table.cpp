#include "tests/bench/verify/table.h"

#include <algorithm>
#include <cstdio>
#include <exception>

namespace pollux::verification {

namespace {

/// In percent where it is relative, so that it is not taken for one in millimetres or degrees.
std::string size(double v, bool relative)
{
    char text[32];
    std::snprintf(text, sizeof text, relative ? "%.2g %%" : "%.2g", relative ? 100 * v : v);
    return text;
}

/// A message as a part of a row.
std::string inOneLine(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '|', '/');
    return text;
}

} // namespace

Table::Table()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    std::puts("what | expected (source) | got | error | bound | ok | again: build/release/bench/...");
}

void Table::title(const char* text)
{
    std::printf("\n== %s\n", text);
}

void Table::row(const Problem& problem, const Check& check)
{
    ++m_rows;
    const std::string what = check.problem + ": " + check.quantity;
    if (!check.good())
        m_failed.push_back(what);
    std::printf("%s%s%s%s | %.6g (%s) | %.6g | %s | %s | %s | verify %s\n", what.c_str(),
                check.note.empty() ? "" : " [", check.note.c_str(), check.note.empty() ? "" : "]", check.exact,
                problem.source, check.found, size(check.error(), check.relative()).c_str(),
                size(check.tolerance, check.relative()).c_str(), check.good() ? "ok" : "FAIL", problem.name);
}

void Table::run(const Problem& problem)
{
    try {
        const std::vector<Check> checks = problem.run();
        for (const Check& c : checks)
            row(problem, c);
        if (checks.empty())
            throw std::runtime_error("it found nothing");
    } catch (const NotRun& e) {
        m_notRun.push_back(std::string(problem.name) + ": " + e.what());
        std::printf("%s | - (%s) | - | - | - | NOT RUN: %s | verify %s\n", problem.name, problem.source, e.what(),
                    problem.name);
    } catch (const std::exception& e) {
        m_failed.push_back(problem.name);
        std::printf("%s | - (%s) | - | - | - | FAIL: %s | verify %s\n", problem.name, problem.source,
                    inOneLine(e.what()).c_str(), problem.name);
    }
}

int Table::finish() const
{
    std::printf("\n%d rows, %zu out of their bound, %zu problems not run\n", m_rows, m_failed.size(), m_notRun.size());
    for (const std::string& what : m_failed)
        std::printf("FAIL %s\n", what.c_str());
    for (const std::string& what : m_notRun)
        std::printf("*** NOT RUN *** %s\n", what.c_str());
    return m_failed.empty() ? 0 : 1;
}

} // namespace pollux::verification
