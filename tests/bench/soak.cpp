/// Works on the sample case for an hour as nobody would: random operations, undo, redo, save, reopen, with the journal
/// running. Looks whether what was saved is what comes back, whether undo and redo lead to where they came from, and
/// whether the memory stays where it was. Usage: soak [minutes=60] [ceiling in MiB=2048] [seed]; a line a minute and a
/// verdict; exit code 1 if something was wrong. Not a test: it has no end of its own.

#include "app/plugins/shipped.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/case/case_document.h"
#include "core/operation/run.h"
#include "core/storage/case_file.h"
#include "core/storage/session.h"
#include "tests/app/fingerprint.h"
#include "tests/app/sample_case.h"
#include "tests/app/sample_values.h"
#include "tests/bench/timing.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <malloc.h>
#include <optional>
#include <random>
#include <stdexcept>
#include <unistd.h>

using namespace pollux;
using namespace pollux::bench;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kStepsOfRound = 40;
constexpr double kMostGrowth = 1.02; ///< of the memory that is held, last fifth to second fifth
constexpr size_t kFewestRounds = 10; ///< fewer say nothing about growth

double residentMiB()
{
    std::ifstream statm("/proc/self/statm");
    long all = 0, resident = 0;
    if (!(statm >> all >> resident))
        throw std::runtime_error("/proc/self/statm cannot be read");
    return double(resident) * double(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

/// What is allocated and not given back. The resident memory says no more than how the allocator lays it out: it goes
/// up and down by a third between rounds that hold the same.
double heldMiB()
{
    const struct mallinfo2 m = ::mallinfo2();
    return double(m.uordblks + m.hblkhd) / (1 << 20);
}

struct Counts
{
    int rounds = 0, ran = 0, refused = 0, undone = 0, saved = 0;
};

class Soak
{
public:
    Soak(fs::path folder, std::uint64_t seed) : m_folder(std::move(folder)), m_random(seed)
    {
        installStandardOperations(m_registry);
        installShippedPlugins(m_registry);
        m_operations = m_registry.all();
        saveCase(test::sampleCase(), sample(), Job());
        m_document.listen([this](const Case&, const Case& after) {
            if (!m_resetting)
                m_session->record(m_stepText.empty() ? m_document.undoText() : m_stepText, after);
        });
    }

    /// From the sample case to a saved one. Throws what went wrong.
    void round(Clock::time_point end)
    {
        m_done.clear();
        open(sample());
        for (int step = 0; step < kStepsOfRound && Clock::now() < end; ++step)
            switch (pick(20)) {
            case 0:
            case 1:
                undoAndRedo();
                break;
            case 2:
            case 3:
                undo(1 + pick(3));
                break;
            case 4:
                redo(1 + pick(3));
                break;
            case 5:
                save();
                break;
            case 6:
                reopen();
                break;
            default:
                operate(*m_operations[static_cast<size_t>(pick(static_cast<int>(m_operations.size())))]);
            }
        reopen();
        open(sample()); // the same case after each round, so that what is held can be compared
        ++counts.rounds;
    }

    Counts counts;
    const std::string& done() const { return m_done; } ///< what the round has done so far

private:
    fs::path sample() const { return m_folder / "sample.pollux"; }
    fs::path saved() const { return m_folder / "soak.pollux"; }
    int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(m_random); }
    void note(const std::string& what) { m_done += "  " + what + "\n"; }

    static void same(const Case& a, const Case& b, const char* what)
    {
        if (const std::string d = test::difference(test::fingerprint(a), test::fingerprint(b)); !d.empty())
            throw std::runtime_error(std::string(what) + ":\n" + d);
    }

    void open(const fs::path& file)
    {
        m_session.emplace(Session::open(m_folder / "recovery", file, Job()));
        m_resetting = true;
        m_document.reset(m_session->initial());
        m_resetting = false;
    }

    void operate(const Operation& op)
    {
        ParamValues values = test::sampleValues(op, m_document.current());
        const ParamList list = op.declare();
        for (const Param& p : list.all())
            if (p.type == ParamType::Choice && pick(3) == 0)
                values.set(p.key, p.choices[static_cast<size_t>(pick(static_cast<int>(p.choices.size())))]);
        const std::string id = op.info().id;
        note(id);
        if (blocks(checkOperation(op, m_document.current(), values))) {
            ++counts.refused;
            return;
        }
        try {
            Job job;
            m_document.apply(id, runOperation(op, m_document.current(), values, {"soak"}, job).after);
            ++counts.ran;
        } catch (const Error& e) {
            // An edit that changes nothing, a point beside the structure: a user is told so and goes on.
            if ((e.code() != ErrorCode::BadInput && e.code() != ErrorCode::NotFound) || e.advice().empty())
                throw;
            ++counts.refused;
        }
    }

    void undo(int steps)
    {
        for (; steps > 0 && m_document.canUndo(); --steps, ++counts.undone) {
            m_stepText = "Undo: " + m_document.undoText();
            note(m_stepText);
            m_document.undo();
            m_stepText.clear();
        }
    }

    void redo(int steps)
    {
        for (; steps > 0 && m_document.canRedo(); --steps) {
            m_stepText = "Redo: " + m_document.redoText();
            note(m_stepText);
            m_document.redo();
            m_stepText.clear();
        }
    }

    void undoAndRedo()
    {
        const Case before = m_document.current();
        const int undone = counts.undone;
        undo(1 + pick(6));
        redo(counts.undone - undone);
        same(before, m_document.current(), "undo and redo led elsewhere");
    }

    void save()
    {
        note("save");
        m_session->save(saved(), Job());
        ++counts.saved;
        if (const std::string error = m_session->lastError(); !error.empty())
            throw std::runtime_error("the journal: " + error);
        same(m_document.current(), loadCase(saved(), Job()), "loaded is not what was saved");
    }

    /// As closing the window and opening the file: the history goes.
    void reopen()
    {
        save();
        note("reopen");
        const Case before = m_document.current();
        open(saved());
        same(before, m_document.current(), "reopened is not what was saved");
    }

    fs::path m_folder;
    std::mt19937_64 m_random;
    Registry m_registry;
    std::vector<const Operation*> m_operations;
    std::optional<Session> m_session;
    CaseDocument m_document;
    std::string m_stepText; ///< of an undo or redo; otherwise the document knows
    bool m_resetting = false;
    std::string m_done;
};

/// Empty if the memory did not grow.
std::string growth(const std::vector<double>& mib)
{
    const auto fifth = static_cast<std::ptrdiff_t>(mib.size() / 5);
    const double early = median({mib.begin() + fifth, mib.begin() + 2 * fifth});
    const double late = median({mib.end() - fifth, mib.end()});
    if (late <= kMostGrowth * early)
        return {};
    return "the memory held grew from " + toText(early, 2) + " to " + toText(late, 2) + " MiB";
}

void tell(double minutes, const Counts& c, double held, double resident)
{
    std::printf(
        "%5.1f min: %d rounds, %d operations, %d refused, %d undone, %d saved, %.2f MiB held, %.0f MiB resident\n",
        minutes, c.rounds, c.ran, c.refused, c.undone, c.saved, held, resident);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    const auto minutes = argc > 1 ? parseDouble(argv[1]) : std::optional(60.0);
    const auto ceiling = argc > 2 ? parseDouble(argv[2]) : std::optional(2048.0);
    const auto seed = argc > 3 ? parseInt(argv[3]) : std::optional<std::int64_t>(std::random_device()());
    if (argc > 4 || !minutes || !(*minutes > 0) || !ceiling || !(*ceiling > 0) || !seed) {
        std::fprintf(stderr, "usage: soak [minutes=60] [ceiling in MiB=2048] [seed]\n");
        return 2;
    }
    std::printf("soak: %g minutes, ceiling %g MiB, seed %lld\n", *minutes, *ceiling, static_cast<long long>(*seed));
    const fs::path folder = fs::temp_directory_path() / ("pollux-soak-" + std::to_string(::getpid()));
    std::string wrong;
    Counts counts;
    std::vector<double> held;
    double resident = 0;
    const auto start = Clock::now();
    const auto passed = [&] { return std::chrono::duration<double, std::ratio<60>>(Clock::now() - start).count(); };
    try {
        fs::create_directories(folder);
        Soak soak(folder, static_cast<std::uint64_t>(*seed));
        const auto end = start + std::chrono::duration_cast<Clock::duration>(
                                     std::chrono::duration<double, std::ratio<60>>(*minutes));
        double told = 0;
        while (wrong.empty() && Clock::now() < end) {
            try {
                soak.round(end);
            } catch (const std::exception& e) {
                std::printf("round %d did:\n%s", soak.counts.rounds + 1, soak.done().c_str());
                wrong = e.what();
            }
            counts = soak.counts;
            held.push_back(heldMiB());
            resident = residentMiB();
            if (wrong.empty() && resident > *ceiling)
                wrong = toText(resident, 0) + " MiB are resident, more than " + toText(*ceiling, 0);
            if (passed() >= told + 1) {
                told = passed();
                tell(told, counts, held.back(), resident);
            }
        }
        if (wrong.empty() && counts.ran == 0)
            wrong = "no operation ran";
        if (wrong.empty() && held.size() >= kFewestRounds)
            wrong = growth(held);
    } catch (const std::exception& e) {
        wrong = e.what();
    }
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    if (!held.empty())
        tell(passed(), counts, held.back(), resident);
    if (wrong.empty())
        std::printf("soak: passed%s\n", held.size() < kFewestRounds ? " (too few rounds to judge growth)" : "");
    else
        std::printf("soak: FAILED (seed %lld): %s\n", static_cast<long long>(*seed), wrong.c_str());
    return wrong.empty() ? 0 : 1;
}
