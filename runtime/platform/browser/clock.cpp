// Clocks, processor count, pausing and randomness in a browser, by Emscripten.
#include <emscripten/emscripten.h>
#include <emscripten/threading.h>
#include <time.h>
#include <unistd.h>

#include "runtime/platform/platform.hpp"

namespace portalis::platform {

namespace {

int64_t read_clock(clockid_t id) {
  timespec ts;
  clock_gettime(id, &ts);
  return int64_t(ts.tv_sec) * 1000000000 + ts.tv_nsec;
}

// A page is not told what it used of a processor: the time that has passed is the nearest there is.
const int64_t started = now();

}  // namespace

int64_t now() { return read_clock(CLOCK_MONOTONIC); }

int64_t wall_clock() { return read_clock(CLOCK_REALTIME); }

int64_t process_time() { return now() - started; }

int64_t thread_time() { return now() - started; }

unsigned cpu_count() {
  static const unsigned count = [] {
    int cores = emscripten_num_logical_cores();
    return cores > 0 ? unsigned(cores) : 1u;
  }();
  return count;
}

// Workers are threads of the operating system, but a page has no way to give up a time slice.
void yield() {}

void relax() { asm volatile("" ::: "memory"); }

bool random_bytes(void* out, size_t size) {
  constexpr size_t most = 256;                 // of one getentropy()
  char* at = static_cast<char*>(out);
  while (size > 0) {
    size_t piece = size < most ? size : most;
    if (getentropy(at, piece) != 0) return false;
    at += piece;
    size -= piece;
  }
  return true;
}

}  // namespace portalis::platform
