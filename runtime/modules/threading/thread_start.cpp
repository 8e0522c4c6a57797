// The life of a thread: start, bootstrap, end, join; and _thread.start_new_thread.
//
// Order at the end, which join() and enumerate() rely on: the thread leaves the registry, gives up its Python state
// (ThreadRegistration), and only then sets `done`, with no Python object in its hands.
#include "portalis/thread.hpp"
#include "runtime/modules/threading/thread.hpp"
#include "runtime/object/traceback.hpp"
#include "runtime/platform/platform.hpp"

namespace py {

Slot thread_trace_hook{None}, thread_profile_hook{None};

namespace {

std::atomic<int64_t> running_threads{0};
std::atomic<size_t> stack_size{0};

// What a new thread takes over: references of its own.
struct Start {
  ThreadLife* life;
  Value thread;                          // Thread, or Undefined for start_new_thread
  Value function, args, kwargs;          // start_new_thread only
};

void enter_thread(ThreadState& state, Start& start) {
  state.life = start.life;
  state.ident = start.life->ident;
  start.life->native_id = portalis::platform::current_native_id();
  start.life->running.set();
  state.current_thread = start.thread;
  ++running_threads;
  for (auto& [hook, name] : {std::pair{&thread_trace_hook, "settrace"}, std::pair{&thread_profile_hook, "setprofile"}}) {
    Ref function = hook->get();
    if (!is_given(function)) continue;
    Ref set = module_attribute("sys", name);
    Ref result = set.is_error() ? Error : call(set, function);
    if (result.is_error()) write_unraisable(function);
  }
}

void run_thread_object(ThreadObject* thread) {
  Value self = object_value(thread);
  Ref result = is_exactly(self, thread_type) ? run_thread_target(thread) : call_method(self, PY_NAME(run));
  if (result.is_error()) invoke_excepthook(self);
}

void run_bare(Start& start) {
  Ref function = start.function, args = start.args, kwargs = start.kwargs;
  Ref result = call_unpacked(function, args, kwargs);
  if (!result.is_error()) return;
  if (error_matches(exc::SystemExit)) {
    clear_error();
  } else {
    Ref message = make_text("Exception ignored in thread started by");
    write_unraisable_with(function, message);
  }
}

void bootstrap(void* raw) {
  auto* boxed = static_cast<Start*>(raw);
  Start start = *boxed;
  delete boxed;
  {
    ThreadRegistration registration;
    enter_thread(registration.state, start);
    if (start.thread.is_undefined()) {
      run_bare(start);
    } else {
      run_thread_object(start.thread.as<ThreadObject>());
    }
    clear_thread_locals();
    registration.state.life = nullptr;
    if (!start.thread.is_undefined()) unregister_thread(start.thread.as<ThreadObject>());
    --running_threads;
  }
  start.life->retain();                  // for telling: the cache of threads has the other reference from here on
  portalis::finish_detached(
      [](void* life) {
        static_cast<ThreadLife*>(life)->done.set();
        static_cast<ThreadLife*>(life)->release();
      },
      [](void* life) {
        auto* l = static_cast<ThreadLife*>(life);
        return l->references.load(std::memory_order_acquire) > 1 || l->native_id_told.load(std::memory_order_relaxed);
      },
      [](void* life) { static_cast<ThreadLife*>(life)->release(); }, start.life);
}

// What the runtime takes of a stack by itself: thread-local storage, and the reserve below the recursion limit. It comes
// on top of what threading.stack_size() asks for, so that a thread with the smallest stack can still do something.
#if defined(PORTALIS_SANITIZE_THREAD) || defined(PORTALIS_SANITIZE_ADDRESS)
constexpr size_t stack_overhead = 1 << 20;   // a sanitizer keeps its own data there, and frames are several times as large
#else
constexpr size_t stack_overhead = 64 << 10;
#endif

size_t whole_stack_size() {
  size_t asked = thread_stack_size();
  return asked ? asked + stack_overhead : 0;
}

// false: no thread could be started; what `start` owns is still the caller's.
bool launch(const Start& start) {
  auto* boxed = new Start(start);
  start.life->ident = reinterpret_cast<uintptr_t>(start.life);
  start.life->retain();
  announce_thread();
  // Nobody joins the system's thread: `done` is what join() waits for.
  if (portalis::run_detached(bootstrap, boxed, whole_stack_size()) == portalis::Thread::Started) return true;
  retract_thread();
  start.life->release();
  delete boxed;
  return raise_false(exc::RuntimeError, "can't start new thread");
}

}  // namespace

bool start_thread_object(ThreadObject* thread) {
  if (thread->started.exchange(true, std::memory_order_acq_rel)) {
    return raise_false(exc::RuntimeError, "threads can only be started once");
  }
  auto* life = new ThreadLife;
  life->ident = reinterpret_cast<uintptr_t>(life);
  thread->life.store(life, std::memory_order_release);
  register_thread(thread);
  Start start{life, incref(object_value(thread)), Undefined, Undefined, Undefined};
  if (launch(start)) return true;
  // Back to what it was before, so that start() may be tried again.
  Ref error = fetch_error();
  unregister_thread(thread);
  thread->life.store(nullptr, std::memory_order_release);
  life->release();
  thread->started.store(false, std::memory_order_release);
  decref(thread);
  restore_error(error.take());
  return false;
}

Truth join_thread_object(ThreadObject* thread, portalis::Deadline deadline) {
  ThreadLife* life = thread->life.load(std::memory_order_acquire);
  Truth ended = wait_interruptibly("a thread to end", [&] { return life->done.wait_until(deadline, true); });
  // What the thread let go of is ours to count: after join() it must be gone.
  return ended == 1 && !safepoint() ? -1 : ended;
}

Value native_id_of_this_thread(const Value*, uint32_t) {
  if (ThreadLife* life = this_thread->life) life->native_id_told.store(true, std::memory_order_relaxed);
  return make_int_unsigned(portalis::platform::current_native_id());
}

Value start_new_thread(const Value* args, uint32_t n) {
  if (!type_of(args[0])->call) return raise(exc::TypeError, "first arg must be callable");
  if (!as_tuple(args[1])) return raise(exc::TypeError, "2nd arg must be a tuple");
  if (n > 2 && !as_dict(args[2])) return raise(exc::TypeError, "optional 3rd arg must be a dictionary");
  auto* life = new ThreadLife;
  Start start{life, Undefined, incref(args[0]), incref(args[1]), n > 2 ? incref(args[2]) : Undefined};
  uint64_t ident = reinterpret_cast<uintptr_t>(life);
  bool ok = launch(start);
  if (!ok) {
    decref(start.function);
    decref(start.args);
    decref(start.kwargs);
  }
  life->release();
  return ok ? make_int_unsigned(ident) : Error;
}

int64_t bare_thread_count() { return running_threads.load(std::memory_order_relaxed); }

size_t thread_stack_size() { return stack_size.load(std::memory_order_relaxed); }

Value set_stack_size(const Value* args, uint32_t n) {
  Value before = make_int(int64_t(thread_stack_size()));
  int64_t size = 0;                      // also if it is not given: asking for the size sets the default
  if (n > 0 && !to_index_int64(args[0], size)) return Error;
  if (size < 0) return raise(exc::ValueError, "size must be 0 or a positive value");
  if (size != 0 && size < 32768) return raise(exc::ValueError, "size not valid: %l bytes", size);
  stack_size.store(size_t(size), std::memory_order_relaxed);
  return before;
}

}  // namespace py
