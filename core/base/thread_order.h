#pragma once

// oneTBB is not built with the thread sanitizer, which therefore cannot see that a task runs after its spawning and
// before the end of the wait. These two say so; in other builds they are nothing. Only core/base/parallel.cpp uses
// them, and that file is itself compiled without the sanitizer: what the bodies do among each other stays watched.
#ifdef POLLUX_THREAD_SANITIZER
extern "C" void __tsan_acquire(void* address);
extern "C" void __tsan_release(void* address);
#endif

namespace pollux {

/// What was done before is seen by whoever observes the same address later.
inline void threadOrderPublish([[maybe_unused]] void* address)
{
#ifdef POLLUX_THREAD_SANITIZER
    __tsan_release(address);
#endif
}

inline void threadOrderObserve([[maybe_unused]] void* address)
{
#ifdef POLLUX_THREAD_SANITIZER
    __tsan_acquire(address);
#endif
}

} // namespace pollux
