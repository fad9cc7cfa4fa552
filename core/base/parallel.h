#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace pollux {

/// Splits [begin, end) into chunks of about `grain` and runs `body(first, last)` on several threads (oneTBB).
/// The body must not touch what another chunk writes. An exception from a body reaches the caller.
void parallelFor(std::int64_t begin, std::int64_t end, std::int64_t grain,
                 const std::function<void(std::int64_t first, std::int64_t last)>& body);

/// Items on a belt: `next` makes them one after another until it returns null, `work` runs on several threads at once,
/// `take` gets them one after another in the order in which they were made. Only a few items exist at a time.
/// An exception from any of the three reaches the caller.
template <class Item>
struct Pipeline
{
    std::function<std::shared_ptr<Item>()> next;
    std::function<void(Item&)> work;
    std::function<void(Item&)> take; ///< may be empty

    void run() const
    {
        runPipeline([this]() -> std::shared_ptr<void> { return next(); },
                    [this](void* item) { work(*static_cast<Item*>(item)); },
                    take ? [this](void* item) { take(*static_cast<Item*>(item)); } : std::function<void(void*)>{});
    }
};

void runPipeline(const std::function<std::shared_ptr<void>()>& next, const std::function<void(void*)>& work,
                 const std::function<void(void*)>& take);

} // namespace pollux
