// The native concurrency modules driven from C++: threads come and go, locks exclude, queues deliver, pools answer.
// What Python programs see is compared with CPython elsewhere; this is for the sanitizers and for measuring.
#include <gtest/gtest.h>

#include "runtime/modules/threading/support.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/runtime.hpp"

namespace py {

namespace native {
extern const ModuleDef module_threading, module__uthread, module_queue, module__uqueue, module__ucollections, module__uheapq;
}  // namespace native

namespace {

class Threading : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    static ThreadRegistration& registration = *new ThreadRegistration;
    (void)registration;
    ready_runtime();
    static const ModuleDef* const modules[] = {&native::module_threading, &native::module__uthread, &native::module_queue,
                                               &native::module__uqueue, &native::module__ucollections, &native::module__uheapq, nullptr};
    static const CompiledModule* const none[] = {nullptr};
    register_modules(none, modules);
  }
};

Value get(const char* module, const char* name) {
  Value v = module_attribute(module, name);
  EXPECT_FALSE(v.is_error()) << module << "." << name;
  return v;
}

Value make(const char* module, const char* name) {
  Ref type = get(module, name);
  Value v = call(type);
  EXPECT_FALSE(v.is_error());
  return v;
}

// A native function as a Python callable.
template <NativeFn function>
Value callable(Value self = Undefined) {
  static constexpr NativeDef def = PY_RANGE("function", function, 0, 255);
  return make_native_function(def, self);
}

Value start_thread(Value target) {
  Ref type = get("threading", "Thread");
  Value args[] = {None, target};
  Value thread = call(type, args, 2);
  EXPECT_FALSE(thread.is_error());
  EXPECT_TRUE(run_method(thread, PY_NAME(start)));
  return thread;
}

Value add_many(const Value* args, uint32_t) {
  Ref counter = Ref::borrow(args[0]);
  List* list = counter.as<List>();
  Ref lock = list_get(list, 0);
  for (int i = 0; i < 2000; ++i) {
    Ref entered = call_method(lock, PY_NAME(acquire));
    Ref before = list_get(list, 1);
    Ref after = add(before, small_int(1));
    if (set_item(counter, small_int(1), after) < 0) return Error;
    if (!run_method(lock, PY_NAME(release))) return Error;
  }
  return None;
}

TEST_F(Threading, LocksExclude) {
  for (const char* kind : {"Lock", "RLock", "Condition", "Semaphore"}) {
    Ref lock = make("threading", kind);
    Value items[] = {lock, small_int(0)};
    Ref counter = make_list(items, 2);
    Ref target = callable<add_many>(counter);
    std::vector<Ref> threads;
    for (int i = 0; i < 4; ++i) threads.push_back(start_thread(target));
    for (Ref& thread : threads) EXPECT_TRUE(run_method(thread, PY_NAME(join)));
    Ref sum = list_get(counter.as<List>(), 1);
    EXPECT_EQ(sum.get().small_int(), 8000) << kind;
  }
}

Value consume(const Value* args, uint32_t) {
  Ref queue = Ref::borrow(args[0]);
  int64_t sum = 0;
  for (;;) {
    Ref item = call_method(queue, PY_NAME(get));
    if (item.is_error()) return Error;
    if (item.get().is_none()) break;
    sum += item.get().small_int();
    EXPECT_TRUE(run_method(queue, PY_NAME(task_done)));
  }
  EXPECT_EQ(sum, 499500);
  return None;
}

TEST_F(Threading, QueueDelivers) {
  Ref type = get("queue", "Queue");
  Ref queue = call(type, small_int(3));
  Ref target = callable<consume>(queue);
  Ref thread = start_thread(target);
  for (int i = 0; i < 1000; ++i) ASSERT_TRUE(run_method(queue, PY_NAME(put), small_int(i)));
  EXPECT_TRUE(run_method(queue, PY_NAME(join)));
  EXPECT_TRUE(run_method(queue, PY_NAME(put), None));
  EXPECT_TRUE(run_method(thread, PY_NAME(join)));
}

Value nothing(const Value*, uint32_t) { return None; }

TEST_F(Threading, ManyShortThreads) {
  Ref target = callable<nothing>();
  for (int i = 0; i < 300; ++i) {
    Ref thread = start_thread(target);
    EXPECT_TRUE(run_method(thread, PY_NAME(join)));
    Ref alive = call_method(thread, PY_NAME(is_alive));
    EXPECT_TRUE(alive.get().is_false());
  }
  Ref count = get("threading", "active_count");
  Ref n = call(count);
  EXPECT_EQ(n.get().small_int(), 1);
}

TEST_F(Threading, ErrorsAreCPythons) {
  Ref lock = make("threading", "Lock");
  EXPECT_FALSE(run_method(lock, PY_NAME(release)));
  Ref error = fetch_error();
  Ref text = str(error);
  EXPECT_TRUE(as_str(text)->ascii() == "release unlocked lock");
}

}  // namespace
}  // namespace py
