// Making, reading and clearing weak references. The type's Python face is in weakref_type.cpp.
#include "runtime/object/weakref.hpp"

#include "runtime/object/call.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/object_list.hpp"
#include "runtime/object/weakref_table.hpp"

namespace py {
namespace {

constexpr auto relaxed = std::memory_order_relaxed;

class ShardLock {
 public:
  explicit ShardLock(WeakShard& shard) : shard_(shard) { shard_.lock.lock(); }
  ~ShardLock() { shard_.lock.unlock(); }
  ShardLock(const ShardLock&) = delete;
  ShardLock& operator=(const ShardLock&) = delete;

 private:
  WeakShard& shard_;
};

bool has_callback(const WeakRef* ref) { return !ref->callback.peek().is_undefined(); }

// The reference every caller without a callback shares: counted once more, or null. Shard locked.
WeakRef* shared_reference(WeakShard& shard, Object* target, Type* cls) {
  for (WeakRef* ref = shard.first(target); ref; ref = ref->next) {
    if (type_of(object_value(ref)) == cls && !has_callback(ref) && try_incref(ref)) return ref;
  }
  return nullptr;
}

bool is_shared_kind(Type* cls) { return cls == &weakref_type || cls == &weak_proxy_type || cls == &weak_callable_proxy_type; }

void detach_locked(WeakShard& shard, Object* target, ObjectList& due) {
  WeakRef* ref = shard.remove_all(target);
  while (ref) {
    WeakRef* next = ref->next;
    ref->next = ref->previous = nullptr;
    if (has_callback(ref) && try_incref(ref)) due.push(ref);
    // Last: a thread that drops the reference does not come here when it sees this, but frees it.
    ref->target.store(nullptr, std::memory_order_release);
    ref = next;
  }
}

}  // namespace

bool supports_weakrefs(const Type* type) {
  for (const Type* t = type; t; t = t->base) {
    if (t->flags & type_has_weakrefs) return true;
  }
  Value mro = type->mro.peek();
  if (mro.is_undefined()) return false;
  auto* tuple = mro.as<Tuple>();
  for (int64_t i = 0; i < tuple->length; ++i) {
    if (tuple->items()[i].as<Type>()->flags & type_has_weakrefs) return true;
  }
  return false;
}

Value make_weakref(Value target, Value callback, Type* cls) {
  if (!target.is_object() || !supports_weakrefs(type_of(target)))
    return raise(exc::TypeError, "cannot create weak reference to '%T' object", target);
  if (callback.is_none()) callback = Undefined;
  Object* object = target.object();
  WeakShard& shard = weak_shard(object);
  bool shareable = callback.is_undefined() && is_shared_kind(cls);
  if (shareable && (object->marks.load(relaxed) & flag_has_weakrefs)) {
    ShardLock lock(shard);
    if (WeakRef* ref = shared_reference(shard, object, cls)) return object_value(ref);
  }
  Object* allocated = cls->flags & type_is_heap ? allocate_instance(cls) : allocate<WeakRef>(cls);
  if (!allocated) return Error;
  auto* ref = static_cast<WeakRef*>(allocated);
  ref->callback.init(incref(callback));
  ref->hash.store(-1, relaxed);
  expose_to_weakrefs(ref);               // another thread's make_weakref may revive it, detach_weakrefs too
  WeakRef* present = nullptr;
  {
    ShardLock lock(shard);
    expose_to_weakrefs(object);
    if (shareable) present = shared_reference(shard, object, cls);
    if (!present) {
      ref->target.store(object, relaxed);
      shard.insert(object, ref);
    }
  }
  if (!present) return object_value(ref);
  decref(ref);
  return object_value(present);
}

Value weakref_target(const WeakRef* ref) {
  Object* target = ref->target.load(std::memory_order_acquire);
  if (!target) return Undefined;
  ShardLock lock(weak_shard(target));
  if (ref->target.load(relaxed) != target || !try_incref(target)) return Undefined;
  return object_value(target);
}

void list_weakrefs(Object* target, ObjectList& out) {
  WeakShard& shard = weak_shard(target);
  ShardLock lock(shard);
  for (WeakRef* ref = shard.first(target); ref; ref = ref->next) {
    if (try_incref(ref)) out.push(ref);
  }
}

void detach_weakrefs(Object* target, ObjectList& due) {
  WeakShard& shard = weak_shard(target);
  ShardLock lock(shard);
  detach_locked(shard, target, due);
}

void run_weakref_callbacks(ObjectList& due) {
  if (due.empty()) return;
  ThreadState* thread = this_thread;
  Value pending = std::exchange(thread->pending, Undefined);
  for (Object* o : due) {
    auto* ref = static_cast<WeakRef*>(o);
    Ref callback(ref->callback.exchange(Undefined));
    if (!callback.is_undefined()) {
      Ref result(call(callback, object_value(ref)));
      if (result.is_error()) write_unraisable(callback);
    }
    decref(ref);
  }
  due.clear();
  thread->pending = pending;
}

void clear_weakrefs(Object* target) {
  ObjectList due;
  detach_weakrefs(target, due);
  run_weakref_callbacks(due);
}

void weakref_clear(Object* self) {
  auto* ref = static_cast<WeakRef*>(self);
  while (Object* target = ref->target.load(std::memory_order_acquire)) {
    WeakShard& shard = weak_shard(target);
    ShardLock lock(shard);
    if (ref->target.load(relaxed) != target) continue;
    shard.remove(ref);
    ref->target.store(nullptr, relaxed);
  }
  ref->callback.set(Undefined);
}

void weakref_traverse(Object* self, Visitor& visitor) { visitor.visit(static_cast<WeakRef*>(self)->callback); }

void weakref_dealloc(Object* self) {
  weakref_clear(self);
  free_object(self);
}

}  // namespace py
