// Looking names up along the MRO, with a per-thread cache keyed by class version.
//
// A version names one state of a class and all its bases: it is unique among all classes and times, 0 means "none
// yet". Whoever changes a class stores first, then calls type_modified(), and only then releases the old value, so a
// cached value is valid as long as its version is current: another thread that still sees the old version holds
// up the grace period of the old value until its next safepoint.
#include <atomic>

#include "portalis/mutex.hpp"
#include "runtime/object/class.hpp"

namespace py {

static std::atomic<uint32_t> last_version{0};

struct CachedLookup {
  uint32_t version;
  Str* name;
  Value found;
};
static constexpr unsigned cache_size = 1024;
static thread_local constinit CachedLookup lookup_cache[cache_size] = {};

uint32_t type_version(Type* type) {
  uint32_t v = type->version.load(std::memory_order_acquire);
  if (v) [[likely]] return v;
  if (last_version.load(std::memory_order_relaxed) >= 0xfffffff0u) return 0;
  // Bases first: a class has a version only while all its bases have one (type_modified relies on it).
  Tuple* mro = mro_of(type);
  for (int64_t i = mro->length - 1; i > 0; --i) {
    Type* base = mro->items()[i].as<Type>();
    if (base != type && !type_version(base)) return 0;
  }
  return type->version.set_first(last_version.fetch_add(1, std::memory_order_relaxed) + 1);
}

Value type_lookup_with_owner(Type* type, Str* name, Type** owner) {
  if (!is_ready(type)) [[unlikely]] ensure_ready(type);
  Tuple* mro = mro_of(type);
  for (int64_t i = 0; i < mro->length; ++i) {
    Type* t = mro->items()[i].as<Type>();
    Value found = dict_get_borrowed(dict_of(t), name);
    if (!found.is_undefined()) {
      if (owner) *owner = t;
      return found;
    }
  }
  return Undefined;
}

// ---- class attributes that keep changing ----
struct Changing {
  std::atomic<Type*> type{nullptr};      // written last
  Str* name = nullptr;
};
static Changing changing[64];            // filled from the front, under the ClassLock, and never emptied

bool keeps_changing(const Type* type, const Str* name) {
  for (const Changing& c : changing) {
    const Type* changed = c.type.load(std::memory_order_acquire);
    if (!changed) return false;
    if (c.name == name && is_subtype(type, changed)) return true;
  }
  return false;
}

bool note_changing(Type* type, Str* name) {
  for (Changing& c : changing) {
    Type* known = c.type.load(std::memory_order_relaxed);
    if (known == type && c.name == name) return true;
    if (known) continue;
    c.name = name;
    c.type.store(type, std::memory_order_release);
    return false;
  }
  return false;
}

Value type_lookup(Type* type, Str* name) {
  uint32_t version = type->version.load(std::memory_order_acquire);
  CachedLookup& entry = lookup_cache[(version * 31u + static_cast<uint32_t>(reinterpret_cast<uintptr_t>(name) >> 4)) % cache_size];
  if (version != 0 && entry.version == version && entry.name == name) [[likely]] return entry.found;
  if (!is_ready(type)) [[unlikely]] ensure_ready(type);
  version = type_version(type);          // before the walk: a change during it leaves a stale version behind
  Value found = type_lookup_with_owner(type, name, nullptr);
  bool lasts = found.is_undefined() || !is_plain_in_class(found) || !keeps_changing(type, name);
  if (version && lasts) lookup_cache[(version * 31u + static_cast<uint32_t>(reinterpret_cast<uintptr_t>(name) >> 4)) % cache_size] = {version, name, found};
  return found;
}

void type_modified(Type* type) {
  if (type->version.clear() == 0) return;   // then no subclass has one either
  ClassLock guard;
  Value subclasses = type->subclasses.peek();
  if (subclasses.is_undefined()) return;
  List* list = subclasses.as<List>();
  for (int64_t i = 0, n = list_size(list); i < n; ++i) {
    Ref sub = list_get(list, i);
    if (!sub.is_undefined()) type_modified(sub.as<Type>());
  }
}

bool is_subtype(const Type* a, const Type* b) {
  if (a == b || b == &object_type) return true;
  Value mro = a->mro.peek();
  if (mro.is_undefined()) [[unlikely]] {
    while (a && a != b) a = a->base;
    return a == b;
  }
  const Tuple* t = mro.as<Tuple>();
  for (int64_t i = 1; i < t->length; ++i) {
    if (t->items()[i].as<Type>() == b) return true;
  }
  return false;
}

// ---- the lock of the class graph ----
// No Python code runs under it, so that nobody holds it for long.
static portalis::RawMutex class_mutex;
static std::atomic<ThreadState*> class_lock_holder{nullptr};
static uint32_t class_lock_depth = 0;

ClassLock::ClassLock() {
  if (!this_thread || class_lock_holder.load(std::memory_order_relaxed) != this_thread) {
    if (this_thread) {
      NoSafepoint pinned;                // callers hold values they have peeked
      class_mutex.lock();
    } else {
      class_mutex.lock();
    }
    class_lock_holder.store(this_thread, std::memory_order_relaxed);
  }
  ++class_lock_depth;
}

ClassLock::~ClassLock() {
  if (--class_lock_depth == 0) {
    class_lock_holder.store(nullptr, std::memory_order_relaxed);
    class_mutex.unlock();
  }
}

}  // namespace py
