#pragma once

#include "tests/support/temporary_folder.h"
#include "tests/support/verification.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>

namespace pollux::verification {

inline bool calculixIsHere()
{
    return std::system("command -v ccx >/dev/null 2>&1") == 0;
}

/// CalculiX on one deck, in a folder that goes with the object.
class CalculixRun
{
public:
    /// Throws NotRun where it is not installed, std::runtime_error where it fails.
    explicit CalculixRun(const std::function<void(std::ostream&)>& writeDeck)
    {
        if (!calculixIsHere())
            throw NotRun("CalculiX (ccx) is not installed: nothing was compared");
        {
            std::ofstream deck(m_folder / "twin.inp");
            writeDeck(deck);
        }
        const std::string run =
            "cd '" + m_folder.text() + "' && OMP_NUM_THREADS=1 CCX_NPROC_EQUATION_SOLVER=1 ccx -i twin >ccx.log 2>&1";
        const auto start = std::chrono::steady_clock::now();
        const int rc = std::system(run.c_str());
        m_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        if (rc != 0) {
            std::ifstream log(m_folder / "ccx.log");
            const std::string text{std::istreambuf_iterator<char>(log), {}};
            const std::size_t at = text.find("*ERROR");
            throw std::runtime_error("CalculiX failed: " + (at < text.size() ? text.substr(at, 200) : "see its log"));
        }
    }

    double seconds() const { return m_seconds; }                               ///< of the whole run
    std::ifstream dat() const { return std::ifstream(m_folder / "twin.dat"); } ///< what *NODE PRINT asked for
    std::ifstream frd() const { return std::ifstream(m_folder / "twin.frd"); } ///< what *EL FILE asked for

private:
    test::TemporaryFolder m_folder;
    double m_seconds = 0;
};

} // namespace pollux::verification
