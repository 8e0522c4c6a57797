// What a task costs: one at a time, many at once, and forked recursively.
#include <benchmark/benchmark.h>

#include <atomic>

#include "portalis/executor.hpp"

namespace portalis {
namespace {

void submit_and_get(benchmark::State& state) {
  Pool pool(1);
  for (auto _ : state) benchmark::DoNotOptimize(pool.submit([] { return 1; }).get());
}
BENCHMARK(submit_and_get)->UseRealTime();

void group_of_1000(benchmark::State& state) {
  Pool pool;
  std::atomic<int> sum{0};
  for (auto _ : state) {
    TaskGroup group(pool);
    for (int i = 0; i < 1000; ++i) group.spawn([&] { sum.fetch_add(1, std::memory_order_relaxed); });
    group.wait();
  }
  state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(group_of_1000)->UseRealTime();

}  // namespace
}  // namespace portalis
