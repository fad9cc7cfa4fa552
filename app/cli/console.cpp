#include "app/cli/console.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <csignal>
#include <cstdio>
#include <thread>
#include <unistd.h>

namespace pollux::cli {

int exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadInput:
        return kBadInput;
    case ErrorCode::NotFound:
        return kNotFound;
    case ErrorCode::Unsupported:
        return kUnsupported;
    case ErrorCode::Cancelled:
        return kCancelled;
    case ErrorCode::Io:
        return kIo;
    case ErrorCode::OutOfMemory:
        return kOutOfMemory;
    case ErrorCode::Internal:
        break;
    }
    return kInternal;
}

nlohmann::json toJson(const Findings& findings)
{
    nlohmann::json all = nlohmann::json::array();
    for (const Finding& f : findings) {
        nlohmann::json j = {{"severity", name(f.severity)}, {"code", f.code}, {"text", f.text}, {"advice", f.advice}};
        if (f.place)
            j["place_mm"] = {f.place->x(), f.place->y(), f.place->z()};
        if (!f.limit.empty())
            j["limit"] = f.limit;
        all.push_back(std::move(j));
    }
    return all;
}

void Console::line(const std::string& text) const
{
    endProgress();
    if (!json)
        std::printf("%s\n", text.c_str());
}

void Console::result(const nlohmann::json& value) const
{
    endProgress();
    if (json)
        std::printf("%s\n", value.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

void Console::findings(const Findings& findings) const
{
    endProgress();
    if (json)
        return;
    for (const Finding& f : findings)
        std::fprintf(stderr, "%s: %s%s%s\n", std::string(name(f.severity)).c_str(), f.text.c_str(),
                     f.advice.empty() ? "" : " ", f.advice.c_str());
}

void Console::error(const Error& error) const
{
    endProgress();
    if (json)
        std::printf(
            "%s\n",
            nlohmann::json{
                {"error", {{"code", name(error.code())}, {"message", error.message()}, {"advice", error.advice()}}}}
                .dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
                .c_str());
    std::fprintf(stderr, "pollux: %s\n", error.what());
}

void Console::endProgress() const
{
    if (!m_progressShown)
        return;
    std::fprintf(stderr, "\r\033[K");
    m_progressShown = false;
}

Job Console::job() const
{
    if (quiet || !isatty(STDERR_FILENO))
        return Job(stopOnSignals());
    return Job(stopOnSignals(), [this](double fraction, const std::string& what) {
        constexpr int kWidth = 24;
        const int filled = static_cast<int>(fraction * kWidth);
        std::string bar(static_cast<size_t>(filled), '#');
        bar.resize(kWidth, '.');
        std::fprintf(stderr, "\r\033[K[%s] %3d %% %s", bar.c_str(), static_cast<int>(fraction * 100), what.c_str());
        std::fflush(stderr);
        m_progressShown = true;
    });
}

std::stop_token stopOnSignals()
{
    static std::stop_source source;
    static const bool installed = [] {
        // The signals are taken by a thread: a handler itself may not lock, and request_stop() may.
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, SIGINT);
        sigaddset(&set, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &set, nullptr);
        std::thread([set] {
            int signal = 0;
            sigwait(&set, &signal);
            source.request_stop();
            // A second Ctrl+C ends the program at once.
            sigwait(&set, &signal);
            _exit(kCancelled);
        }).detach();
        return true;
    }();
    (void)installed;
    return source.get_token();
}

namespace {

/// Columns of a UTF-8 text (every code point counts as one).
size_t columns(const std::string& text)
{
    size_t n = 0;
    for (const char c : text)
        n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return n;
}

/// Names come from files: a control character in them would steer the terminal.
std::string printable(std::string text)
{
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = '?';
    return text;
}

} // namespace

std::string table(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<size_t> widths;
    for (const auto& row : rows)
        for (size_t c = 0; c < row.size(); ++c) {
            if (widths.size() <= c)
                widths.push_back(0);
            widths[c] = std::max(widths[c], columns(row[c]));
        }
    std::string out;
    for (const auto& row : rows) {
        std::string line = "  ";
        for (size_t c = 0; c < row.size(); ++c) {
            line += printable(row[c]);
            if (c + 1 < row.size())
                line += std::string(widths[c] - columns(row[c]) + 2, ' ');
        }
        out += line + "\n";
    }
    if (!out.empty())
        out.pop_back();
    return out;
}

} // namespace pollux::cli
