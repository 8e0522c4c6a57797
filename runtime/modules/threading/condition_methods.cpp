// The type threading.Condition and its methods.
#include <cstdint>

#include "runtime/modules/threading/condition.hpp"
#include "runtime/object/text.hpp"

namespace py {

using portalis::Deadline;

namespace {

ConditionObject* self_of(const Value* args) { return args[0].as<ConditionObject>(); }

Value condition_create(Type* cls, const Value*, uint32_t, Tuple*) {
  auto* c = make_instance<ConditionObject>(cls);
  return c ? object_value(c) : Error;
}

Truth condition_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Condition.__init__", {"lock"}, 1, 0, 1};
  Value lock;
  if (!bind(signature, args, n, kwnames, &lock)) return -1;
  Ref chosen = is_given(lock) ? Ref::borrow(lock) : Ref(make_rlock());
  if (chosen.is_error()) return -1;
  if (!as_exact_lock(chosen) && !as_exact_rlock(chosen)) {
    for (Str* name : {PY_NAME(acquire), PY_NAME(release)}) {
      Ref method = get_attribute(chosen, name);
      if (method.is_error()) return -1;
    }
  }
  self.as<ConditionObject>()->base_lock.set(chosen.take());
  return 0;
}

// acquire and release with the lock's own arguments.
Value forward(const Value* args, uint32_t n, Tuple* kwnames, Str* name) {
  Ref lock = self_of(args)->base_lock.get();
  Value small[4];
  uint32_t total = n + (kwnames ? uint32_t(kwnames->length) : 0);
  if (total > 4) return raise(exc::TypeError, "%U() takes at most 2 arguments (%d given)", name, int(total - 1));
  small[0] = lock;
  for (uint32_t i = 1; i < total; ++i) small[i] = args[i];
  return call_method(name, small, n, kwnames);
}

Value condition_acquire(const Value* args, uint32_t n, Tuple* kwnames) { return forward(args, n, kwnames, PY_NAME(acquire)); }
Value condition_release(const Value* args, uint32_t n, Tuple* kwnames) { return forward(args, n, kwnames, PY_NAME(release)); }

Value condition_enter(const Value* args, uint32_t) {
  Ref lock = self_of(args)->base_lock.get();
  if (RLockObject* r = as_exact_rlock(lock)) return acquire(r, Deadline::never()) < 0 ? Error : True;
  if (LockObject* l = as_exact_lock(lock)) return acquire(l, Deadline::never()) < 0 ? Error : True;
  return call_special(lock, PY_NAME(__enter__));
}

Value condition_exit(const Value* args, uint32_t n) {
  Ref lock = self_of(args)->base_lock.get();
  if (RLockObject* r = as_exact_rlock(lock)) return release(r) < 0 ? Error : None;
  if (LockObject* l = as_exact_lock(lock)) return release(l) < 0 ? Error : None;
  return call_special(lock, PY_NAME(__exit__), args + 1, n - 1);
}

// The lock's own if it has them, as an RLock does.
Value condition_release_save(const Value* args, uint32_t) {
  Ref lock = self_of(args)->base_lock.get();
  Ref save = get_attribute_or_undefined(lock, PY_NAME(_release_save));
  if (save.is_error()) return Error;
  if (!save.is_undefined()) return call(save);
  return run_method(lock, PY_NAME(release)) ? None : Error;
}
Value condition_acquire_restore(const Value* args, uint32_t) {
  Ref lock = self_of(args)->base_lock.get();
  Ref restore = get_attribute_or_undefined(lock, PY_NAME(_acquire_restore));
  if (restore.is_error()) return Error;
  if (!restore.is_undefined()) return call(restore, args[1]);
  return run_method(lock, PY_NAME(acquire)) ? None : Error;
}

Value condition_is_owned(const Value* args, uint32_t) {
  Truth owned = condition_owned(self_of(args));
  return owned < 0 ? Error : boolean(owned);
}

Value condition_wait_method(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Condition.wait", {"timeout"}, 1, 0, 1};
  Value timeout;
  if (!bind(signature, args + 1, n - 1, kwnames, &timeout)) return Error;
  Truth owned = condition_owned(self_of(args));
  if (owned < 0) return Error;
  if (!owned) return raise(exc::RuntimeError, "cannot wait on un-acquired lock");
  Deadline deadline = Deadline::never();
  if (!deadline_from(timeout, deadline)) return Error;
  Truth notified = condition_wait(self_of(args), deadline);
  return notified < 0 ? Error : boolean(notified);
}

Value condition_wait_for(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Condition.wait_for", {"predicate", "timeout"}, 2, 1, 2};
  Value given[2];
  if (!bind(signature, args + 1, n - 1, kwnames, given)) return Error;
  Ref result = call(given[0]);
  Deadline deadline = Deadline::never();
  bool limited = false;
  for (;;) {
    if (result.is_error()) return Error;
    Truth satisfied = truth(result);
    if (satisfied < 0) return Error;
    if (satisfied) return result.take();
    if (is_given(given[1])) {
      if (!std::exchange(limited, true)) {
        if (!deadline_from(given[1], deadline)) return Error;
      }
      int64_t left = deadline.ns() - portalis::monotonic_ns();
      if (left <= 0) return result.take();
    }
    // wait may be overridden.
    if (as_exact_condition(args[0])) {
      Truth owned = condition_owned(self_of(args));
      if (owned < 0) return Error;
      if (!owned) return raise(exc::RuntimeError, "cannot wait on un-acquired lock");
      if (condition_wait(self_of(args), deadline) < 0) return Error;
    } else {
      Ref left = limited ? make_float(double(deadline.ns() - portalis::monotonic_ns()) / 1e9) : None;
      if (!run_method(args[0], PY_NAME(wait), left)) return Error;
    }
    result = call(given[0]);
  }
}

Truth check_may_notify(const Value* args) {
  Truth owned = condition_owned(self_of(args));
  if (owned == 0) return raise_truth(exc::RuntimeError, "cannot notify on un-acquired lock");
  return owned;
}

Value condition_notify_method(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"Condition.notify", {"n"}, 1, 0, 1};
  Value count;
  if (!bind(signature, args + 1, n - 1, kwnames, &count) || check_may_notify(args) < 0) return Error;
  int64_t limit = 1;
  if (!count.is_undefined()) {
    if (self_of(args)->waiting.load(std::memory_order_relaxed) == 0) return None;   // n is not looked at
    if (is_float(count)) limit = int64_t(float_value(count));
    else if (!to_index_int64(count, limit, true)) return Error;
  }
  condition_notify(self_of(args), limit);
  return None;
}

Value condition_notify_all(const Value* args, uint32_t) {
  if (!as_exact_condition(args[0])) {
    Ref everybody = make_int(self_of(args)->waiting.load(std::memory_order_relaxed));
    return call_method(args[0], PY_NAME(notify), everybody);
  }
  if (check_may_notify(args) < 0) return Error;
  condition_notify(self_of(args), INT64_MAX);
  return None;
}

Value condition_notify_all_deprecated(const Value* args, uint32_t n) {
  return warn_deprecated("notifyAll() is deprecated, use notify_all() instead") ? condition_notify_all(args, n) : Error;
}

Value condition_repr(Value self) {
  auto* c = self.as<ConditionObject>();
  Ref lock = c->base_lock.get();
  Ref text = repr(lock);
  if (text.is_error()) return Error;
  Text out;
  out.append("<Condition(");
  append_utf8(out, as_str(text));
  out.append(", ");
  out.append_int(c->waiting.load(std::memory_order_relaxed));
  out.append(")>");
  return out.to_str();
}

using Life = Lifecycle<ConditionObject, &ConditionBody::base_lock>;

constexpr NativeDef condition_methods[] = {PY_RAW("acquire", condition_acquire),
                                           PY_RAW("release", condition_release),
                                           PY_NOARGS("__enter__", condition_enter),
                                           PY_RANGE("__exit__", condition_exit, 0, 255),
                                           PY_NOARGS("_is_owned", condition_is_owned),
                                           PY_NOARGS("_release_save", condition_release_save),
                                           PY_ONE("_acquire_restore", condition_acquire_restore),
                                           PY_RAW("wait", condition_wait_method),
                                           PY_RAW("wait_for", condition_wait_for),
                                           PY_RAW("notify", condition_notify_method),
                                           PY_NOARGS("notify_all", condition_notify_all),
                                           PY_NOARGS("notifyAll", condition_notify_all_deprecated),
                                           {}};
constexpr MemberDef condition_members[] = {{"_lock", sizeof(Object) + offsetof(ConditionBody, base_lock), false}, {}};

}  // namespace

constinit Type condition_type{{.name = "Condition",
                               .instance_size = sizeof(ConditionObject),
                               .flags = type_is_base | type_has_dict | type_has_weakrefs,
                               .doc = "Class that implements a condition variable.",
                               .create = condition_create,
                               .init = condition_init,
                               .dealloc = Life::dealloc,
                               .traverse = Life::traverse,
                               .clear = Life::clear,
                               .repr = condition_repr,
                               .methods = condition_methods,
                               .members = condition_members}};

Value make_condition(Value lock) {
  Ref condition = condition_create(&condition_type, nullptr, 0, nullptr);
  if (condition.is_error()) return Error;
  uint32_t n = lock.is_undefined() ? 0 : 1;
  return condition_init(condition, &lock, n, nullptr) < 0 ? Error : condition.take();
}

}  // namespace py
