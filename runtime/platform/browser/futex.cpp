// Sleeping and waking in a browser: WebAssembly's own wait and notify. The page's main thread may not wait; no code of
// the runtime waits there (see program.cpp).
#include "runtime/platform/platform.hpp"

namespace portalis::platform {

bool wait_on_word(const std::atomic<uint32_t>& word, uint32_t expected, int64_t deadline) {
  int64_t timeout = -1;                        // for ever
  if (deadline != INT64_MAX) {
    timeout = deadline - now();
    if (timeout <= 0) return false;
  }
  constexpr int timed_out = 2;
  auto* address = reinterpret_cast<int*>(const_cast<std::atomic<uint32_t>*>(&word));
  return __builtin_wasm_memory_atomic_wait32(address, int(expected), timeout) != timed_out;
}

void wake_word(const std::atomic<uint32_t>& word, uint32_t how_many) {
  __builtin_wasm_memory_atomic_notify(reinterpret_cast<int*>(const_cast<std::atomic<uint32_t>*>(&word)), how_many);
}

}  // namespace portalis::platform
