#include "core/base/error.h"

#include <new>

namespace pollux {

Error::Error(ErrorCode code, std::string message, std::string advice)
    : std::runtime_error(advice.empty() ? message : message + " " + advice), m_code(code),
      m_message(std::move(message)), m_advice(std::move(advice))
{
}

std::string messageOf(const std::exception& e)
{
    if (dynamic_cast<const std::bad_alloc*>(&e))
        return "Not enough memory. Close other programs or use a smaller region, then try again.";
    return e.what();
}

std::string_view name(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadInput:
        return "bad-input";
    case ErrorCode::NotFound:
        return "not-found";
    case ErrorCode::Unsupported:
        return "unsupported";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Io:
        return "io";
    case ErrorCode::OutOfMemory:
        return "out-of-memory";
    case ErrorCode::Internal:
        break;
    }
    return "internal";
}

} // namespace pollux
