// What a message costs: sent and received by one thread, and streamed between two.
#include <benchmark/benchmark.h>

#include "portalis/channel.hpp"
#include "portalis/thread.hpp"

namespace portalis {
namespace {

template <class Channel>
void same_thread(benchmark::State& state, Channel& channel) {
  std::optional<long> out;
  for (auto _ : state) {
    channel.send(1);
    channel.receive(out);
    benchmark::DoNotOptimize(out);
  }
  state.SetItemsProcessed(state.iterations());
}

template <class Channel>
void stream(benchmark::State& state, Channel& channel) {
  Thread consumer;
  consumer.start([&] {
    std::optional<long> out;
    while (channel.receive(out) == ChannelStatus::Ok) benchmark::DoNotOptimize(out);
  });
  for (auto _ : state) channel.send(1);
  channel.close();
  consumer.join();
  state.SetItemsProcessed(state.iterations());
}

void bounded_same_thread(benchmark::State& state) {
  BoundedChannel<long> channel(64);
  same_thread(state, channel);
}
BENCHMARK(bounded_same_thread);

void unbounded_same_thread(benchmark::State& state) {
  UnboundedChannel<long> channel;
  same_thread(state, channel);
}
BENCHMARK(unbounded_same_thread);

void bounded_stream(benchmark::State& state) {
  BoundedChannel<long> channel(size_t(state.range(0)));
  stream(state, channel);
}
BENCHMARK(bounded_stream)->Arg(1)->Arg(100)->Arg(1024)->UseRealTime();

void unbounded_stream(benchmark::State& state) {
  UnboundedChannel<long> channel;
  stream(state, channel);
}
BENCHMARK(unbounded_stream)->UseRealTime();

}  // namespace
}  // namespace portalis
