#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace pollux {

/// What kind of thing went wrong; the command line turns it into an exit code.
enum class ErrorCode { BadInput, NotFound, Unsupported, Cancelled, Io, OutOfMemory, Internal };

/// The only exception that leaves a module. `message` says what is wrong, `advice` what the user can do about it.
/// Neither holds patient data.
class Error : public std::runtime_error
{
public:
    Error(ErrorCode code, std::string message, std::string advice = {});

    ErrorCode code() const { return m_code; }
    const std::string& message() const { return m_message; }
    const std::string& advice() const { return m_advice; }

private:
    ErrorCode m_code;
    std::string m_message;
    std::string m_advice;
};

/// What the user is told of any exception: message and advice of an Error, advice on memory for std::bad_alloc.
std::string messageOf(const std::exception& e);

/// "bad-input", "not-found", ...: stable names for JSON output.
std::string_view name(ErrorCode code);

} // namespace pollux
