// The type _thread.lock.
#include "runtime/modules/threading/lock.hpp"

#include "runtime/modules/threading/lock_arguments.hpp"
#include "runtime/object/native_context.hpp"

namespace py {

using portalis::Deadline;

Truth acquire(LockObject* lock, Deadline deadline) {
  if (lock->mutex.try_lock()) [[likely]] return 1;
  if (deadline == Deadline::at_ns(0)) return 0;
  return wait_interruptibly("a lock", [&] { return lock->mutex.lock_until(deadline, true); });
}

Truth release(LockObject* lock) {
  // Two threads that release at once: only one may succeed, and nobody who has acquired in between may lose it.
  if (!lock->mutex.unlock_if_locked()) {
    return raise_truth(exc::RuntimeError, "release unlocked lock");
  }
  return 0;
}

void register_lock_contexts() {
  register_native_context({&lock_type, [](Value self) { return acquire(self.as<LockObject>(), Deadline::never()) < 0 ? Error : True; },
                           [](Value self) { return release(self.as<LockObject>()) >= 0; }});
  register_native_context({&rlock_type, [](Value self) { return acquire(self.as<RLockObject>(), Deadline::never()) < 0 ? Error : True; },
                           [](Value self) { return release(self.as<RLockObject>()) >= 0; }});
}

Value make_lock() {
  auto* lock = make_instance<LockObject>(&lock_type);
  return lock ? object_value(lock) : Error;
}

bool parse_acquire(const NativeDef& def, const Value* args, uint32_t n, Tuple* kwnames, Deadline& out) {
  out = Deadline::never();
  if (n == 0 && (!kwnames || !kwnames->length)) [[likely]] return true;
  Value given[2];
  if (!bind_arguments(def, args, n, kwnames, given)) return false;
  Truth blocking = 1;
  if (!given[0].is_undefined()) {
    Ref number = to_index(given[0]);
    if (number.is_error()) return false;
    blocking = truth(number);
  }
  double seconds = -1;
  if (!given[1].is_undefined() && !seconds_from(given[1], seconds)) return false;
  if (!blocking && seconds != -1) {
    return raise_false(exc::ValueError, "can't specify a timeout for a non-blocking call");
  }
  if (seconds < 0 && seconds != -1) {
    return raise_false(exc::ValueError, "timeout value must be positive");
  }
  if (!blocking) out = Deadline::at_ns(0);
  else if (seconds == 0) out = Deadline::at_ns(0);
  else if (seconds > 0) out = Deadline::after_seconds(seconds);
  return true;
}

namespace {

Value lock_acquire(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("acquire", nullptr, "blocking=, timeout=");
  Deadline deadline = Deadline::never();
  if (!parse_acquire(def, args + 1, n - 1, kwnames, deadline)) return Error;
  Truth got = acquire(args[0].as<LockObject>(), deadline);
  return got < 0 ? Error : boolean(got);
}

Value lock_release(const Value* args, uint32_t) { return release(args[0].as<LockObject>()) < 0 ? Error : None; }

Value lock_locked(const Value* args, uint32_t) { return boolean(args[0].as<LockObject>()->mutex.is_locked()); }

Value lock_enter(const Value* args, uint32_t) {
  return acquire(args[0].as<LockObject>(), Deadline::never()) < 0 ? Error : True;
}

Value lock_exit(const Value* args, uint32_t) { return release(args[0].as<LockObject>()) < 0 ? Error : None; }

Value lock_reset(const Value* args, uint32_t) {
  auto& mutex = args[0].as<LockObject>()->mutex;
  if (mutex.is_locked()) mutex.unlock();
  return None;
}

Value lock_repr(Value self) {
  return make_text("<%s %s object at %p>", self.as<LockObject>()->mutex.is_locked() ? "locked" : "unlocked", type_of(self)->name,
                   static_cast<void*>(self.object()));
}

constexpr NativeDef lock_methods[] = {
    PY_RAW("acquire", lock_acquire), PY_RAW("acquire_lock", lock_acquire), PY_NOARGS("release", lock_release),
    PY_NOARGS("release_lock", lock_release), PY_NOARGS("locked", lock_locked), PY_NOARGS("locked_lock", lock_locked),
    PY_NOARGS("__enter__", lock_enter), PY_RANGE("__exit__", lock_exit, 0, 255), PY_NOARGS("_at_fork_reinit", lock_reset), {}};

}  // namespace

constinit Type lock_type{{.name = "_thread.lock",
                          .instance_size = sizeof(LockObject),
                          .flags = type_has_weakrefs,
                          .doc = "A lock object is a synchronization primitive.",
                          .dealloc = Lifecycle<LockObject>::dealloc,
                          .repr = lock_repr,
                          .methods = lock_methods}};

}  // namespace py
