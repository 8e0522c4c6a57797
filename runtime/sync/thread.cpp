// portalis::Thread over the platform's threads.
#include "portalis/thread.hpp"

#include "runtime/platform/platform.hpp"

namespace portalis {

Thread::StartResult Thread::start_raw(void (*entry)(void*), void* argument, const Options& options) {
  join();
  platform::ThreadHandle handle;
  switch (platform::start_thread(entry, argument, {.name = options.name, .stack_size = options.stack_size}, handle)) {
    case platform::StartResult::NoResources:
      return NoResources;
    case platform::StartResult::BadStackSize:
      return BadStackSize;
    case platform::StartResult::Started:
      break;
  }
  handle_ = handle.value;
  joinable_ = true;
  return Started;
}

void Thread::join() {
  if (!std::exchange(joinable_, false)) return;
  BlockingRegion region;
  platform::join_thread({handle_});
}

void Thread::detach() {
  if (std::exchange(joinable_, false)) platform::detach_thread({handle_});
}

unsigned cpu_count() { return platform::cpu_count(); }

void yield_thread() { platform::yield(); }

}  // namespace portalis
