#include "core/base/parallel.h"

#include "core/base/thread_order.h"

#include <tbb/blocked_range.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>

#include <mutex>
#include <unordered_map>

namespace pollux {

namespace {

/// At the end of a scope, however it is left: a body that throws (a stop, above all) has ended too.
struct Publish
{
    void* what;
    ~Publish() { threadOrderPublish(what); }
};
struct Observe
{
    void* what;
    ~Observe() { threadOrderObserve(what); }
};

} // namespace

void parallelFor(std::int64_t begin, std::int64_t end, std::int64_t grain,
                 const std::function<void(std::int64_t first, std::int64_t last)>& body)
{
    char start = 0;
    char finish = 0;
    const Observe joined{&finish};
    threadOrderPublish(&start);
    tbb::parallel_for(tbb::blocked_range<std::int64_t>(begin, end, grain),
                      [&](const tbb::blocked_range<std::int64_t>& r) {
                          const Publish ended{&finish};
                          threadOrderObserve(&start);
                          body(r.begin(), r.end());
                      });
}

void runPipeline(const std::function<std::shared_ptr<void>()>& next, const std::function<void(void*)>& work,
                 const std::function<void(void*)>& take)
{
    using Item = std::shared_ptr<void>;
    char start = 0;
    char finish = 0;
    char making = 0;
    char taking = 0;
    const Observe joined{&finish};
    threadOrderPublish(&start);
    // The belt carries bare pointers and the items are kept here: a pipeline that ends by an exception forgets what is
    // on it (seen with the leak sanitizer, oneTBB 2021.8).
    std::mutex mutex;
    std::unordered_map<void*, Item> alive;
    const auto make = tbb::make_filter<void, void*>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) {
        const Publish ended{&finish};
        threadOrderObserve(&start);
        threadOrderObserve(&making); // serial, but on whichever thread is free
        Item item = next();
        if (!item)
            control.stop();
        else
            threadOrderPublish(item.get());
        threadOrderPublish(&making);
        void* const bare = item.get();
        if (bare) {
            const std::scoped_lock lock(mutex);
            alive.emplace(bare, std::move(item));
        }
        return bare;
    });
    const auto change = tbb::make_filter<void*, void*>(tbb::filter_mode::parallel, [&](void* item) {
        const Publish ended{&finish};
        threadOrderObserve(item);
        work(item);
        threadOrderPublish(item);
        return item;
    });
    const auto use = tbb::make_filter<void*, void>(tbb::filter_mode::serial_in_order, [&](void* item) {
        const Publish ended{&finish};
        threadOrderObserve(item);
        threadOrderObserve(&taking);
        if (take)
            take(item);
        Item done; // freed after the lock
        {
            const std::scoped_lock lock(mutex);
            const auto it = alive.find(item);
            done = std::move(it->second);
            alive.erase(it);
        }
        threadOrderPublish(&taking);
    });
    // Enough that no thread waits for the slow one, few enough that memory stays small.
    const auto inFlight = static_cast<std::size_t>(tbb::info::default_concurrency()) * 3;
    tbb::parallel_pipeline(inFlight, make & change & use);
}

} // namespace pollux
