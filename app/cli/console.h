#pragma once

#include "core/base/error.h"
#include "core/case/finding.h"
#include "core/jobs/job.h"

#include <nlohmann/json_fwd.hpp>

#include <stop_token>
#include <string>
#include <vector>

namespace pollux::cli {

/// Exit codes, documented by `pollux --help`.
enum ExitCode {
    kOk = 0,
    kInternal = 1,
    kUsage = 2,
    kBadInput = 3,
    kNotFound = 4,
    kUnsupported = 5,
    kIo = 6,
    kOutOfMemory = 7,
    kCancelled = 130
};
int exitCode(ErrorCode code);

/// What the user sees: results on standard output, progress and findings on standard error.
class Console
{
public:
    bool json = false;  ///< results as one JSON document, errors too
    bool quiet = false; ///< no progress

    void line(const std::string& text) const;      ///< plain text; dropped with --json
    void result(const nlohmann::json& json) const; ///< printed only with --json
    void findings(const Findings& findings) const;
    void error(const Error& error) const;
    /// A job that shows progress on a terminal and stops on Ctrl+C.
    Job job() const;
    void endProgress() const;

private:
    mutable bool m_progressShown = false;
};

/// Set once in main: Ctrl+C and SIGTERM ask for a stop; files being written are left whole.
std::stop_token stopOnSignals();

nlohmann::json toJson(const Findings& findings);

/// Rows with aligned columns.
std::string table(const std::vector<std::vector<std::string>>& rows);

} // namespace pollux::cli
