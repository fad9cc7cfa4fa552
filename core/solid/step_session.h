#pragma once

#include <mutex>

namespace pollux {

/// STEP of OpenCASCADE 7.6 keeps its settings for the whole process and is not safe in threads: whoever reads or writes
/// a STEP file holds one of these meanwhile; others wait. Makes the toolkit quiet, starts it and sets millimetres, in
/// that order: a setting that comes before the start is taken and lost without a word.
/// Throws Error (Internal), Standard_Failure.
class StepSession
{
public:
    StepSession();
    StepSession(const StepSession&) = delete;
    StepSession& operator=(const StepSession&) = delete;

    /// Throws Error (Internal) if the toolkit does not take it.
    void set(const char* key, const char* value);

private:
    std::scoped_lock<std::mutex> m_lock;
};

} // namespace pollux
