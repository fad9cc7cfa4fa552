#include "core/jobs/job.h"

#include "core/base/error.h"

#include <algorithm>

namespace pollux {

Job::Job(std::stop_token stop, ProgressSink sink) : m_stop(std::move(stop)), m_sink(std::move(sink)) {}

void Job::checkStop() const
{
    if (m_stop.stop_requested())
        throw Error(ErrorCode::Cancelled, "Stopped on request.");
}

void Job::progress(double fraction, const std::string& what) const
{
    checkStop();
    if (m_sink)
        m_sink(std::clamp(fraction, 0.0, 1.0), what);
}

Job Job::part(double from, double to) const
{
    if (!m_sink)
        return Job(m_stop);
    return Job(m_stop, [sink = m_sink, from, to](double f, const std::string& what) { sink(from + f * (to - from), what); });
}

} // namespace pollux
