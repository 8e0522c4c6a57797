// threading.Semaphore and BoundedSemaphore. Definition: Lib/threading.py of CPython 3.11.
//
// The value is guarded by a mutex and waited for with a condition, both native: no Python code runs under them.
#include "portalis/condvar.hpp"
#include "runtime/modules/threading/threading.hpp"

namespace py {

using portalis::Deadline;
using portalis::MutexLock;

namespace {

struct SemaphoreBody {
  portalis::RawMutex mutex;
  portalis::Condvar released;
  int64_t value = 0;                     // guarded by mutex
  int64_t initial = 0;                   // BoundedSemaphore: value's upper limit
};
struct SemaphoreObject : Object, SemaphoreBody {
  using Body = SemaphoreBody;
};

SemaphoreObject* self_of(const Value* args) { return args[0].as<SemaphoreObject>(); }

Value semaphore_create(Type* cls, const Value*, uint32_t, Tuple*) {
  auto* s = make_instance<SemaphoreObject>(cls);
  return s ? object_value(s) : Error;
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames, const Signature& signature) {
  Value value;
  if (!bind(signature, args, n, kwnames, &value)) return -1;
  int64_t initial = 1;
  if (!value.is_undefined()) {
    Ref negative = lt(value, small_int(0));
    Truth is_negative = negative.is_error() ? -1 : truth(negative);
    if (is_negative < 0) return -1;
    if (is_negative) return raise_truth(exc::ValueError, "semaphore initial value must be >= 0");
    if (!to_index_int64(value, initial, true)) return -1;
  }
  auto* s = self.as<SemaphoreObject>();
  s->value = s->initial = initial;
  return 0;
}

Truth semaphore_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Semaphore.__init__", {"value"}, 1, 0, 1};
  return init(self, args, n, kwnames, signature);
}
Truth bounded_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"BoundedSemaphore.__init__", {"value"}, 1, 0, 1};
  return init(self, args, n, kwnames, signature);
}

Truth take(SemaphoreObject* s, Deadline deadline) {
  // The mutex is not held while a signal handler runs, which may use this semaphore.
  return wait_interruptibly("a semaphore", [&] {
    MutexLock lock(s->mutex);
    while (s->value == 0) {
      if (deadline == Deadline::at_ns(0)) return portalis::WaitResult::TimedOut;
      portalis::WaitResult waited = s->released.wait_until(s->mutex, deadline, true);
      if (waited != portalis::WaitResult::Done && s->value == 0) return waited;
    }
    --s->value;
    return portalis::WaitResult::Done;
  });
}

Value semaphore_acquire(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Semaphore.acquire", {"blocking", "timeout"}, 2, 0, 2};
  Value given[2];
  if (!bind(signature, args + 1, n - 1, kwnames, given)) return Error;
  Truth blocking = given[0].is_undefined() ? 1 : truth(given[0]);
  if (blocking < 0) return Error;
  Deadline deadline = Deadline::at_ns(0);
  if (!blocking && is_given(given[1])) return raise(exc::ValueError, "can't specify timeout for non-blocking acquire");
  if (blocking && !deadline_from(given[1], deadline)) return Error;
  Truth got = take(self_of(args), deadline);
  return got < 0 ? Error : boolean(got);
}

Value semaphore_enter(const Value* args, uint32_t) { return take(self_of(args), Deadline::never()) < 0 ? Error : True; }

Value release(const Value* args, uint32_t n, Tuple* kwnames, const Signature& signature, bool bounded) {
  Value given;
  if (!bind(signature, args + 1, n - 1, kwnames, &given)) return Error;
  int64_t count = 1;
  if (!given.is_undefined()) {
    Ref too_few = lt(given, small_int(1));
    Truth is_too_few = too_few.is_error() ? -1 : truth(too_few);
    if (is_too_few < 0) return Error;
    if (is_too_few) return raise(exc::ValueError, "n must be one or more");
    if (!to_index_int64(given, count, true)) return Error;
  }
  auto* s = self_of(args);
  bool too_often = false;
  {
    MutexLock lock(s->mutex);
    int64_t after;
    too_often = __builtin_add_overflow(s->value, count, &after) || (bounded && after > s->initial);
    if (!too_often) {
      s->value = after;
      s->released.notify(count > UINT32_MAX ? UINT32_MAX : unsigned(count));
    }
  }
  return too_often ? raise(exc::ValueError, "Semaphore released too many times") : None;
}

Value semaphore_release(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Semaphore.release", {"n"}, 1, 0, 1};
  return release(args, n, kwnames, signature, false);
}
Value bounded_release(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"BoundedSemaphore.release", {"n"}, 1, 0, 1};
  return release(args, n, kwnames, signature, true);
}

// __exit__ goes through release, which may be overridden.
Value semaphore_exit(const Value* args, uint32_t) {
  if (is_exactly(args[0], semaphore_type)) return semaphore_release(args, 1, nullptr);
  if (is_exactly(args[0], bounded_semaphore_type)) return bounded_release(args, 1, nullptr);
  return run_method(args[0], PY_NAME(release)) ? None : Error;
}

Value get_value(Value self) {
  auto* s = self.as<SemaphoreObject>();
  MutexLock lock(s->mutex);
  return make_int(s->value);
}
Value get_initial(Value self) { return make_int(self.as<SemaphoreObject>()->initial); }

Value semaphore_repr(Value self) {
  Ref value = get_value(self);
  return make_text("<threading.%s at %p: value=%lld>", short_type_name(self), static_cast<void*>(self.object()),
                   static_cast<long long>(value.get().small_int()));
}
Value bounded_repr(Value self) {
  Ref value = get_value(self);
  return make_text("<threading.%s at %p: value=%lld/%lld>", short_type_name(self), static_cast<void*>(self.object()),
                   static_cast<long long>(value.get().small_int()), static_cast<long long>(self.as<SemaphoreObject>()->initial));
}

using Life = Lifecycle<SemaphoreObject>;
constexpr NativeDef semaphore_methods[] = {PY_RAW("acquire", semaphore_acquire), PY_RAW("release", semaphore_release),
                                           PY_RAW("__enter__", [](const Value* args, uint32_t n, Tuple* kwnames) {
                                             return n == 1 && !kwnames ? semaphore_enter(args, n) : semaphore_acquire(args, n, kwnames);
                                           }),
                                           PY_RANGE("__exit__", semaphore_exit, 0, 255), {}};
constexpr NativeDef bounded_methods[] = {PY_RAW("release", bounded_release), {}};
constexpr GetSetDef semaphore_getsets[] = {{"_value", get_value, nullptr}, {}};
constexpr GetSetDef bounded_getsets[] = {{"_initial_value", get_initial, nullptr}, {}};

}  // namespace

constinit Type semaphore_type{{.name = "Semaphore",
                               .instance_size = sizeof(SemaphoreObject),
                               .flags = type_is_base | type_has_dict | type_has_weakrefs,
                               .doc = "This class implements semaphore objects.",
                               .create = semaphore_create,
                               .init = semaphore_init,
                               .dealloc = Life::dealloc,
                               .traverse = Life::traverse,
                               .clear = Life::clear,
                               .repr = semaphore_repr,
                               .methods = semaphore_methods,
                               .getsets = semaphore_getsets}};

constinit Type bounded_semaphore_type{{.name = "BoundedSemaphore",
                                       .instance_size = sizeof(SemaphoreObject),
                                       .flags = type_is_base | type_has_dict | type_has_weakrefs,
                                       .base = &semaphore_type,
                                       .doc = "Implements a bounded semaphore.",
                                       .create = semaphore_create,
                                       .init = bounded_init,
                                       .dealloc = Life::dealloc,
                                       .traverse = Life::traverse,
                                       .clear = Life::clear,
                                       .repr = bounded_repr,
                                       .methods = bounded_methods,
                                       .getsets = bounded_getsets}};

}  // namespace py
