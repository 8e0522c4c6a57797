// Object header, biased reference counts, owning references and shared slots.
//
// Counting (Choi, Shull, Torrellas 2018; PEP 703): the thread that allocated an object counts
// in `local` without atomics, all others in `shared` with atomics. An object dies when the
// sum is zero; refcount.cpp holds the merging rules. Immortal objects (constants, functions'
// code, built-in types, interned names) carry owner == immortal_owner and are never counted.
//
// Sharing: any Python variable that more than one thread may reach lives in a Slot. Reading a
// Slot takes no lock. What a store overwrites is released at once while one thread is alive;
// with more, it is retired and released only after every thread has passed a safepoint
// (reclaim.hpp has the invariant). So a Value peeked from a Slot stays valid until this thread's
// next safepoint even without a count of its own; to keep it across anything that may run Python
// code or block, take a Ref. What leaves a Slot must therefore never be released by a plain
// decref: use remove() to move a value out (list.pop), release_overwritten() after exchange().
//
// Locks: `lock` is a one-byte mutex over the object's interior (see ObjectLock). It is taken
// only while several threads are alive. Never run user code (__eq__, __hash__, __del__, key
// functions, decref of unknown objects) while holding one: release, run, lock again, revalidate.
#pragma once

#include <atomic>
#include <utility>

#include "runtime/object/value.hpp"

namespace py {

struct Type;

inline constexpr uint16_t immortal_owner = 0xffff;
inline constexpr uint16_t foreign_owner = 0xfffe;   // this_owner of threads that are not registered
inline constexpr uint16_t no_owner = 0;             // counted in `shared` only

struct alignas(8) Object {               // also where pointers have 32 bits: Value's tags are the low three bits
  Object() = default;
  struct Immortal { Type* type; uint32_t aux; };
  constexpr Object(Immortal init)
      : type(init.type), local(1), owner(immortal_owner), lock(0), marks(0), shared(0), aux(init.aux) {}

  Type* type;                         // read with type_of(); changes only by `o.__class__ = C`
  // Aligned, so that 32-bit pointers leave no padding at the end, into which derived structs would put their first field.
  alignas(8) uint32_t local;          // references counted by the owner thread
  uint16_t owner;                     // OwnerId of the allocating OS thread, or immortal_owner
  uint8_t lock;                       // 0 = free; see ObjectLock
  std::atomic<uint8_t> marks;         // ObjectFlag
  std::atomic<uint32_t> shared;       // references counted by other threads (refcount.cpp)
  uint32_t aux;                       // free for the concrete type (a length, a kind, ...)
};
static_assert(sizeof(Object) == 24);

enum ObjectFlag : uint8_t {
  flag_has_weakrefs = 1,
  flag_finalized = 2,   // __del__ has run
  flag_frozen = 4,      // gc.freeze(): the collector takes it for reachable
  flag_settled = 8,     // of a function: the name that its def statement bound it to still stands for it (dict_table.hpp, left_dict)
  flag_large = 16,          // heap.cpp: memory straight from malloc
  flag_large_listed = 32,   // heap.cpp: and on the list of large objects the collector looks at
  flag_dying = 64,          // its dealloc has begun or is queued; never again reachable
  flag_loaned = 128,        // some thread has or had a loan of it (loan.hpp)
};

// What the low two bits of `shared` say; the count is above them and may be negative (refcount.cpp).
enum SharedState : uint32_t {
  shared_plain = 0,
  shared_weak = 1,     // plain, but some weak reference or loan may exist: the owner alone cannot tell that the object is dead
  shared_queued = 2,   // the owner has been asked to merge
  shared_merged = 3,   // all references are counted in `shared`; there is no owner any more (owner == no_owner)
  shared_state_mask = 3,
  shared_one = 4,
};

// The owner id of this OS thread; all fibers of one OS thread share it.
extern thread_local constinit uint16_t this_owner;

// Header of a statically allocated, immortal object of the given type.
constexpr Object::Immortal immortal_header(Type* type, uint32_t aux = 0) { return {type, aux}; }

void incref_shared(Object* o);             // not the owner: atomic
void decref_shared(Object* o);             // not the owner: atomic, may free or queue for the owner
void destroy(Object* o);                   // local count fell to zero: merge, finalize, free

// Another thread may just be merging the counts: no_owner and the old owner are equally right then.
inline uint16_t owner_of(const Object* o) { return __atomic_load_n(&o->owner, __ATOMIC_RELAXED); }

// Emitted code is full of these: only what the owner does while more references remain is inline.
void incref_other(Object* o);              // not the owner, or immortal
void decref_other(Object* o);              // likewise, or the last reference
[[gnu::always_inline]] inline void incref(Object* o) {
  if (owner_of(o) == this_owner) [[likely]] ++o->local;
  else incref_other(o);
}
[[gnu::always_inline]] inline void decref(Object* o) {
  if (owner_of(o) == this_owner && o->local > 1) [[likely]] --o->local;
  else decref_other(o);
}
[[gnu::always_inline]] inline Value incref(Value v) {
  if (v.is_object()) incref(v.object());
  return v;
}
[[gnu::always_inline]] inline void decref(Value v) {
  if (v.is_object()) decref(v.object());
}
void incref_times(Object* o, int64_t times);
void make_immortal(Object* o);             // never freed from now on; before it is shared
// True if this thread holds the only reference (so the object may be changed in place).
bool is_unique(Object* o);
// A new reference through a pointer that owns none (a weak reference): false if the object is dying. The caller
// makes sure that the memory stays (weakref.cpp holds the lock that destroy() must take to clear the references).
bool try_incref(Object* o);
void expose_to_weakrefs(Object* o);        // from now on try_incref may be used on o, a live object
void expose_to_loans(Object* o);           // from now on o may stand in a table of loans
int64_t reference_count(Object* o);        // sys.getrefcount; exact only while nobody else counts

// Ref owns one reference; a local variable of emitted code or of the runtime.
class [[nodiscard]] Ref {
 public:
  constexpr Ref() : value_(Undefined) {}
  constexpr Ref(Value owned) : value_(owned) {}          // adopts
  Ref(Ref&& other) noexcept : value_(std::exchange(other.value_, Undefined)) {}
  [[gnu::always_inline]] Ref& operator=(Ref&& other) noexcept {
    Value old = std::exchange(value_, std::exchange(other.value_, Undefined));
    decref(old);
    return *this;
  }
  Ref(const Ref&) = delete;
  Ref& operator=(const Ref&) = delete;
  [[gnu::always_inline]] ~Ref() { decref(value_); }

  static Ref borrow(Value v) { return Ref(incref(v)); }  // a new reference to a borrowed value
  operator Value() const { return value_; }              // borrowed
  Value get() const { return value_; }
  Value take() { return std::exchange(value_, Undefined); }   // hands the reference on
  [[gnu::always_inline]] void reset(Value owned = Undefined) { decref(std::exchange(value_, owned)); }
  bool is_error() const { return value_.is_error(); }
  bool is_undefined() const { return value_.is_undefined(); }
  template <class T> T* as() const { return value_.as<T>(); }

 private:
  Value value_;
};

// More than one thread is alive (or may be): interior locks must be taken, overwritten values retired.
extern std::atomic<bool> multi_threaded;
inline bool threads_alive() { return multi_threaded.load(std::memory_order_relaxed); }

// Releases a value another thread may just be reading: at once with one thread, else after a grace period.
void retire(Value owned);
inline void release_overwritten(Value owned) {
  if (!owned.is_object()) return;
  if (!threads_alive()) [[likely]] decref(owned.object());
  else retire(owned);
}

// A variable that threads share: an attribute, an element, a global, a closure cell.
class Slot {
 public:
  constexpr Slot() : bits_(Value::undefined_bits) {}
  constexpr explicit Slot(Value owned) : bits_(owned.bits) {}
  // Borrowed: valid until this thread's next safepoint or the slot's next store by this thread.
  Value peek() const { return Value{bits_.load(std::memory_order_acquire)}; }
  // Owned.
  Value get() const { return incref(peek()); }
  void init(Value owned) { bits_.store(owned.bits, std::memory_order_relaxed); }  // not yet shared
  void set(Value owned) { release_overwritten(exchange(owned)); }
  // Shared, and what was there needs no release because it moved elsewhere or was Undefined.
  void put(Value owned) { bits_.store(owned.bits, std::memory_order_release); }
  // For dealloc and clear: nobody else can reach the holder any more, so what it holds is released at once.
  void drop() {
    Value old = peek();
    init(Value{Value::undefined_bits});
    decref(old);
  }
  // Stores and returns what was there, which the caller must pass to release_overwritten().
  Value exchange(Value owned) {
    if (!threads_alive()) [[likely]] {
      Value old{bits_.load(std::memory_order_relaxed)};
      bits_.store(owned.bits, std::memory_order_relaxed);
      return old;
    }
    return Value{bits_.exchange(owned.bits, std::memory_order_acq_rel)};
  }
  // Moves the value out for the caller to own (list.pop, dict.pop): safe against concurrent readers.
  Value remove(Value replacement = Undefined) {
    Value old = exchange(replacement);
    if (old.is_object() && threads_alive()) [[unlikely]] retire(incref(old));
    return old;
  }

 private:
  std::atomic<uint64_t> bits_;
};
static_assert(sizeof(Slot) == 8);

// Interior lock of one object, for the length of a scope; free of charge while one thread is alive.
void lock_object_slow(Object* o);
void unlock_object_slow(Object* o);
class ObjectLock {
 public:
  explicit ObjectLock(Object* o) : object_(threads_alive() ? o : nullptr) {
    if (object_) [[unlikely]] lock_object_slow(object_);
  }
  ~ObjectLock() {
    if (object_) [[unlikely]] unlock_object_slow(object_);
  }
  ObjectLock(const ObjectLock&) = delete;
  ObjectLock& operator=(const ObjectLock&) = delete;
  void unlock() {                                        // early, e.g. before releasing values
    if (object_) [[unlikely]] unlock_object_slow(std::exchange(object_, nullptr));
  }
  void lock_again(Object* o) {                           // after unlock(); the object may have changed meanwhile
    object_ = threads_alive() ? o : nullptr;
    if (object_) [[unlikely]] lock_object_slow(object_);
  }

 private:
  Object* object_;
};

}  // namespace py
