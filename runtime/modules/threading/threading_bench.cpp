// What the concurrency modules cost below the compiled program: the same operations as seen from Python, called
// through the objects' methods.
#include <benchmark/benchmark.h>

#include "runtime/modules/threading/support.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/runtime.hpp"

namespace py {

namespace native {
extern const ModuleDef module_threading, module__uthread, module_queue, module__uqueue, module__ucollections, module__uheapq,
    module_concurrent, module_concurrent_dot_futures, module_concurrent_dot_futures_dot__ubase, module_concurrent_dot_futures_dot_thread;
}  // namespace native

namespace {

void start_runtime() {
  static bool started = false;
  if (std::exchange(started, true)) return;
  static ThreadRegistration& registration = *new ThreadRegistration;
  (void)registration;
  ready_runtime();
  static const ModuleDef* const modules[] = {&native::module_threading,
                                             &native::module__uthread,
                                             &native::module_queue,
                                             &native::module__uqueue,
                                             &native::module__ucollections,
                                             &native::module__uheapq,
                                             nullptr};
  static const CompiledModule* const none[] = {nullptr};
  register_modules(none, modules);
}

Value make(const char* module, const char* name) {
  Ref type = module_attribute(module, name);
  return call(type);
}

void lock_acquire_release(benchmark::State& state) {
  start_runtime();
  Ref lock = make("threading", "Lock");
  for (auto _ : state) {
    run_method(lock, PY_NAME(acquire));
    run_method(lock, PY_NAME(release));
  }
}
BENCHMARK(lock_acquire_release);

void queue_put_get(benchmark::State& state) {
  start_runtime();
  Ref queue = make("queue", "Queue");
  for (auto _ : state) {
    run_method(queue, PY_NAME(put), small_int(1));
    run_method(queue, PY_NAME(get));
  }
}
BENCHMARK(queue_put_get);

void simple_queue_put_get(benchmark::State& state) {
  start_runtime();
  Ref queue = make("queue", "SimpleQueue");
  for (auto _ : state) {
    run_method(queue, PY_NAME(put), small_int(1));
    run_method(queue, PY_NAME(get));
  }
}
BENCHMARK(simple_queue_put_get);

void thread_start_join(benchmark::State& state) {
  start_runtime();
  Ref type = module_attribute("threading", "Thread");
  static constexpr NativeDef def = {"nothing", [](const Value*, uint32_t) { return None; }, Arity::range, 0, 255, nullptr,
                                    NativeDef::method, nullptr, nullptr};
  Ref target = make_native_function(def);
  for (auto _ : state) {
    Value args[] = {None, target};
    Ref thread = call(type, args, 2);
    run_method(thread, PY_NAME(start));
    run_method(thread, PY_NAME(join));
  }
}
BENCHMARK(thread_start_join)->UseRealTime();

}  // namespace
}  // namespace py
