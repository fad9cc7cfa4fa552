#include "plugins/implant/aside_panel.h"

#include <utility>

namespace pollux::implant {

void Aside::start(const QString& title, std::function<std::function<void()>(const Case&, Job&)> work)
{
    const std::uint64_t mine = ++*m_round;
    m_job = m_bench.runAside(title,
                             [this, mine, round = std::weak_ptr(m_round),
                              work = std::move(work)](const Case& c, Job& job) -> std::function<void()> {
                                 return [this, mine, round, then = work(c, job)] {
                                     const auto now = round.lock(); // none: this is gone
                                     if (!now || *now != mine)
                                         return;
                                     m_job = 0;
                                     then();
                                 };
                             });
}

void Aside::stop()
{
    ++*m_round;
    if (const auto job = std::exchange(m_job, 0))
        m_bench.cancel(job);
}

} // namespace pollux::implant
