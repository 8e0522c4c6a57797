// What the memory system costs: allocation, counting, shared slots, weak references, collection.
#include <benchmark/benchmark.h>

#include "portalis/thread.hpp"
#include "runtime/object/cycles.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/thread_state.hpp"
#include "runtime/object/type.hpp"
#include "runtime/object/weakref.hpp"

namespace py {
namespace {

struct Pair : Object {
  Slot first, second, third;             // 48 bytes in all
};
void pair_dealloc(Object* o) {
  auto* pair = static_cast<Pair*>(o);
  decref(pair->first.peek());
  decref(pair->second.peek());
  free_object(o);
}
void pair_traverse(Object* o, Visitor& visitor) {
  visitor.visit(static_cast<Pair*>(o)->first);
  visitor.visit(static_cast<Pair*>(o)->second);
}
void plain_dealloc(Object* o) { free_object(o); }

constinit Type plain_type{{.name = "plain", .instance_size = sizeof(Pair), .dealloc = plain_dealloc}};
constinit Type pair_type{{.name = "pair",
                          .instance_size = sizeof(Pair),
                          .flags = type_has_weakrefs,
                          .dealloc = pair_dealloc,
                          .traverse = pair_traverse}};

Value make_pair(Value first = None, Value second = None) {
  auto* pair = allocate<Pair>(&pair_type);
  pair->first.init(first);
  pair->second.init(second);
  return object_value(pair);
}

// A second registered thread that only keeps the program multi-threaded.
class Companion {
 public:
  Companion() {
    announce_thread();
    thread_.start([this] {
      ThreadRegistration registration;
      ready_ = true;
      BlockingRegion region;
      while (!done_) portalis::yield_thread();
    });
    while (!ready_) portalis::yield_thread();
  }
  ~Companion() {
    done_ = true;
    BlockingRegion region;
    thread_.join();
  }

 private:
  std::atomic<bool> ready_{false}, done_{false};
  portalis::Thread thread_;
};

void allocate_free_plain(benchmark::State& state) {
  ThreadRegistration registration;
  for (auto _ : state) decref(object_value(allocate<Pair>(&plain_type)));
}
BENCHMARK(allocate_free_plain);

void allocate_free_collected(benchmark::State& state) {
  ThreadRegistration registration;
  for (auto _ : state) decref(make_pair());
}
BENCHMARK(allocate_free_collected);

void allocate_thousand_then_free(benchmark::State& state) {
  ThreadRegistration registration;
  Value values[1000];
  for (auto _ : state) {
    for (Value& v : values) v = make_pair();
    for (Value v : values) decref(v);
  }
  state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(allocate_thousand_then_free);

void count_up_and_down(benchmark::State& state) {
  ThreadRegistration registration;
  Ref v(make_pair());
  for (auto _ : state) {
    Ref again = Ref::borrow(v);
    benchmark::DoNotOptimize(again);
  }
}
BENCHMARK(count_up_and_down);

void overwrite_slot_alone(benchmark::State& state) {
  ThreadRegistration registration;
  Slot slot(make_pair());
  for (auto _ : state) {
    slot.set(make_pair());
    safepoint();
  }
  slot.set(Undefined);
}
BENCHMARK(overwrite_slot_alone);

void overwrite_slot_with_threads(benchmark::State& state) {
  ThreadRegistration registration;
  Companion companion;
  Slot slot(make_pair());
  for (auto _ : state) {
    slot.set(make_pair());
    safepoint();
  }
  slot.set(Undefined);
}
BENCHMARK(overwrite_slot_with_threads);

void object_lock_with_threads(benchmark::State& state) {
  ThreadRegistration registration;
  Companion companion;
  Ref v(make_pair());
  for (auto _ : state) ObjectLock lock(v.get().object());
}
BENCHMARK(object_lock_with_threads);

void read_weakref(benchmark::State& state) {
  ThreadRegistration registration;
  Ref v(make_pair());
  Ref ref(make_weakref(v));
  for (auto _ : state) Ref target(weakref_target(ref.as<WeakRef>()));
}
BENCHMARK(read_weakref);

void register_thread(benchmark::State& state) {
  ThreadRegistration registration;
  for (auto _ : state) {
    announce_thread();
    portalis::Thread thread;
    thread.start([] { ThreadRegistration inner; });
    BlockingRegion region;
    thread.join();
  }
}
BENCHMARK(register_thread);

void bare_thread(benchmark::State& state) {   // what the system takes of it
  for (auto _ : state) {
    portalis::Thread thread;
    thread.start([] {});
    thread.join();
  }
}
BENCHMARK(bare_thread);

void collect_live(benchmark::State& state) {
  ThreadRegistration registration;
  Value head = None;
  for (int i = 0; i < 100000; ++i) head = make_pair(head);
  for (auto _ : state) collect_cycles();
  decref(head);
  state.SetItemsProcessed(state.iterations() * 100000);
}
BENCHMARK(collect_live);

}  // namespace
}  // namespace py
