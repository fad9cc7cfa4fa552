#pragma once

#include <cstdint>
#include <functional>

namespace pollux {

/// Splits [begin, end) into chunks of about `grain` and runs `body(first, last)` on several threads (oneTBB).
/// The body must not touch what another chunk writes. An exception from a body reaches the caller.
void parallelFor(std::int64_t begin, std::int64_t end, std::int64_t grain,
                 const std::function<void(std::int64_t first, std::int64_t last)>& body);

} // namespace pollux
