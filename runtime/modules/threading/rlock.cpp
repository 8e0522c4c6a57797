// The type _thread.RLock.
#include "runtime/modules/threading/lock.hpp"
#include "runtime/modules/threading/lock_arguments.hpp"

namespace py {

using portalis::Deadline;

Truth acquire(RLockObject* lock, Deadline deadline) {
  uint64_t self = this_thread->ident;
  if (lock->holder.load(std::memory_order_relaxed) == self) {
    ++lock->count;
    return 1;
  }
  if (!lock->mutex.try_lock()) {
    if (deadline == Deadline::at_ns(0)) return 0;
    Truth got = wait_interruptibly("a lock", [&] { return lock->mutex.lock_until(deadline, true); });
    if (got <= 0) return got;
  }
  lock->holder.store(self, std::memory_order_relaxed);
  lock->count = 1;
  return 1;
}

Truth release(RLockObject* lock) {
  if (!is_owned(lock)) {
    return raise_truth(exc::RuntimeError, "cannot release un-acquired lock");
  }
  if (--lock->count == 0) {
    lock->holder.store(0, std::memory_order_relaxed);
    lock->mutex.unlock();
  }
  return 0;
}

namespace {

Value rlock_create(Type* cls, const Value*, uint32_t, Tuple*) {
  auto* lock = make_instance<RLockObject>(cls);
  return lock ? object_value(lock) : Error;
}

Value rlock_acquire(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("acquire", nullptr, "blocking=, timeout=");
  Deadline deadline = Deadline::never();
  if (!parse_acquire(def, args + 1, n - 1, kwnames, deadline)) return Error;
  Truth got = acquire(args[0].as<RLockObject>(), deadline);
  return got < 0 ? Error : boolean(got);
}

Value rlock_enter(const Value* args, uint32_t) {
  return acquire(args[0].as<RLockObject>(), Deadline::never()) < 0 ? Error : True;
}

Value rlock_release(const Value* args, uint32_t) { return release(args[0].as<RLockObject>()) < 0 ? Error : None; }

Value rlock_is_owned(const Value* args, uint32_t) { return boolean(is_owned(args[0].as<RLockObject>())); }

Value rlock_recursion_count(const Value* args, uint32_t) {
  auto* lock = args[0].as<RLockObject>();
  return make_int(is_owned(lock) ? lock->count : 0);
}

// For Condition: gives the lock up whatever the count, and takes it back.
Value rlock_release_save(const Value* args, uint32_t) {
  auto* lock = args[0].as<RLockObject>();
  if (!is_owned(lock)) return raise(exc::RuntimeError, "cannot release un-acquired lock");
  Ref count = make_int(lock->count);
  Ref owner = make_int_unsigned(this_thread->ident);
  lock->count = 0;
  lock->holder.store(0, std::memory_order_relaxed);
  lock->mutex.unlock();
  return tuple_of(count, owner);
}

Value rlock_acquire_restore(const Value* args, uint32_t) {
  auto* lock = args[0].as<RLockObject>();
  Tuple* state = as_tuple(args[1]);
  int64_t count;
  if (!state || state->length != 2) return raise(exc::TypeError, "_acquire_restore() argument 1 must be 2-item tuple, not %T", args[1]);
  if (!to_index_int64(state->items()[0], count)) return Error;
  Ref owner = to_index(state->items()[1]);
  if (owner.is_error()) return Error;
  lock->mutex.lock();
  lock->holder.store(this_thread->ident, std::memory_order_relaxed);
  lock->count = count;
  return None;
}

Value rlock_reset(const Value* args, uint32_t) {
  auto* lock = args[0].as<RLockObject>();
  lock->holder.store(0, std::memory_order_relaxed);
  lock->count = 0;
  if (lock->mutex.is_locked()) lock->mutex.unlock();
  return None;
}

Value rlock_repr(Value self) {
  auto* lock = self.as<RLockObject>();
  uint64_t owner = lock->holder.load(std::memory_order_relaxed);
  return make_text("<%s %s object owner=%llu count=%lld at %p>", owner ? "locked" : "unlocked", type_of(self)->name,
                   static_cast<unsigned long long>(owner), static_cast<long long>(owner ? lock->count : 0), static_cast<void*>(lock));
}

constexpr NativeDef rlock_methods[] = {PY_RAW("acquire", rlock_acquire),
                                       PY_NOARGS("release", rlock_release),
                                       PY_NOARGS("_is_owned", rlock_is_owned),
                                       PY_NOARGS("_recursion_count", rlock_recursion_count),
                                       PY_ONE("_acquire_restore", rlock_acquire_restore),
                                       PY_NOARGS("_release_save", rlock_release_save),
                                       PY_NOARGS("__enter__", rlock_enter),
                                       PY_RANGE("__exit__", rlock_release, 0, 255),
                                       PY_NOARGS("_at_fork_reinit", rlock_reset),
                                       {}};

}  // namespace

constinit Type rlock_type{{.name = "_thread.RLock",
                           .instance_size = sizeof(RLockObject),
                           .flags = type_is_base | type_has_weakrefs,
                           .create = rlock_create,
                           .dealloc = Lifecycle<RLockObject>::dealloc,
                           .repr = rlock_repr,
                           .methods = rlock_methods}};

Value make_rlock() { return rlock_create(&rlock_type, nullptr, 0, nullptr); }

}  // namespace py
