#include "core/base/parallel.h"

#include "core/base/thread_order.h"

#include <tbb/blocked_range.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>

namespace pollux {

void parallelFor(std::int64_t begin, std::int64_t end, std::int64_t grain,
                 const std::function<void(std::int64_t first, std::int64_t last)>& body)
{
    char start = 0;
    char finish = 0;
    threadOrderPublish(&start);
    tbb::parallel_for(tbb::blocked_range<std::int64_t>(begin, end, grain),
                      [&](const tbb::blocked_range<std::int64_t>& r) {
                          threadOrderObserve(&start);
                          body(r.begin(), r.end());
                          threadOrderPublish(&finish);
                      });
    threadOrderObserve(&finish);
}

void runPipeline(const std::function<std::shared_ptr<void>()>& next, const std::function<void(void*)>& work,
                 const std::function<void(void*)>& take)
{
    using Item = std::shared_ptr<void>;
    char start = 0;
    char finish = 0;
    char making = 0;
    char taking = 0;
    threadOrderPublish(&start);
    const auto make = tbb::make_filter<void, Item>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) {
        threadOrderObserve(&start);
        threadOrderObserve(&making); // serial, but on whichever thread is free
        Item item = next();
        if (!item)
            control.stop();
        else
            threadOrderPublish(item.get());
        threadOrderPublish(&making);
        threadOrderPublish(&finish);
        return item;
    });
    const auto change = tbb::make_filter<Item, Item>(tbb::filter_mode::parallel, [&](const Item& item) {
        threadOrderObserve(item.get());
        work(item.get());
        threadOrderPublish(item.get());
        threadOrderPublish(&finish);
        return item;
    });
    const auto use = tbb::make_filter<Item, void>(tbb::filter_mode::serial_in_order, [&](const Item& item) {
        threadOrderObserve(item.get());
        threadOrderObserve(&taking);
        if (take)
            take(item.get());
        threadOrderPublish(&taking);
        threadOrderPublish(&finish);
    });
    // Enough that no thread waits for the slow one, few enough that memory stays small.
    const auto inFlight = static_cast<std::size_t>(tbb::info::default_concurrency()) * 3;
    tbb::parallel_pipeline(inFlight, make & change & use);
    threadOrderObserve(&finish);
}

} // namespace pollux
