// Two fibers that hand over to each other: what a switch costs by itself, in the library, without Python.
#include <cstdio>

#include "portalis/thread.hpp"
#include "runtime/platform/platform.hpp"

namespace {

constexpr int rounds = 1000000;

void take_turns() {
  for (int i = 0; i < rounds; ++i) portalis::yield_thread();
}

int program(void*) {
  portalis::Thread threads[2];
  const int64_t began = portalis::platform::now();
  for (portalis::Thread& t : threads) t.start([] { take_turns(); });
  for (portalis::Thread& t : threads) t.join();
  std::printf("switch %.9f\n", double(portalis::platform::now() - began) * 1e-9 / (2 * rounds));
  return 0;
}

}  // namespace

int main() { return portalis::platform::run_main(program, nullptr); }
