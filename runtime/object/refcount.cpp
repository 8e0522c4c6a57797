// Biased reference counts: merging, death, and deallocation without deep recursion.
//
// An object has an owner thread that counts its references in `local`; all others count in `shared`, whose
// count may be negative (they may drop references the owner counted). The object dies when the sum is zero:
//
// - The owner's `local` falls to zero (destroy). If nobody else ever counted (shared == plain 0) it is dead.
//   Otherwise the owner merges: it gives the object up (owner = no_owner, state merged) and from then on the
//   sum is `shared` alone; whoever brings that to zero has the death of the object.
// - Another thread would bring `shared` from zero below: it does not know `local`, so it leaves its reference
//   to the owner's queue (state queued) and the owner merges at its next safepoint. Further foreign decrefs
//   just count below zero. If the owner is blocked, the queuing thread borrows it and merges on its behalf, so
//   that a consumer frees what a blocked producer made; if it has ended, whoever comes merges, under the
//   record's lock, which a new thread with that id must take first.
// - state weak: some weak reference exists, or existed a loan. Then even the owner must use an atomic step to pronounce
//   the object dead, because another thread may revive it through the weak reference (try_incref) or take over its loan
//   (own_loan) meanwhile.
// - flag loaned: the last reference is kept until no loan is to be seen (release_loaned), so that the count of an object
//   that somebody still uses never is zero.
//
// Order of death, as Objects/typeobject.c subtype_dealloc: the finalizer (which may resurrect), then weak
// references are cleared and their callbacks run, then dealloc.
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "portalis/mutex.hpp"
#include "runtime/object/death.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/loan.hpp"
#include "runtime/object/object_list.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/object/reclaim.hpp"
#include "runtime/object/registry.hpp"
#include "runtime/object/weakref.hpp"

namespace py {
namespace {

constexpr uint16_t dealloc_nesting = 50;
constexpr auto relaxed = std::memory_order_relaxed;

int32_t count_of(uint32_t shared) { return static_cast<int32_t>(shared) >> 2; }
uint32_t merged_with(int64_t count) { return (static_cast<uint32_t>(count) << 2) | shared_merged; }

[[gnu::noinline]] void dealloc_postponed(ThreadState* thread) {
  ObjectList& dead = *thread->dead;
  while (!dead.empty()) {
    Object* o = dead.pop();
    o->type->dealloc(o);
  }
  delete std::exchange(thread->dead, nullptr);
}

[[gnu::noinline]] void postpone_dealloc(ThreadState* thread, Object* o) {
  if (!thread->dead) thread->dead = new ObjectList;
  thread->dead->push(o);
}

}  // namespace

// The object is beyond return, and its count or its marks say so to the collector.
[[gnu::noinline]] void release_dead(Object* o) {
  ThreadState* thread = this_thread;
  if (thread->dealloc_depth >= dealloc_nesting) [[unlikely]] return postpone_dealloc(thread, o);
  ++thread->dealloc_depth;
  o->type->dealloc(o);
  if (thread->dead && thread->dealloc_depth == 1) [[unlikely]] dealloc_postponed(thread);
  --thread->dealloc_depth;
}

namespace {

// The object is beyond return: clears weak references and releases it.
void bury(Object* o) {
  uint8_t marks = o->marks.load(relaxed);
  if (marks & flag_has_weakrefs) [[unlikely]] {
    clear_weakrefs(o);
    marks = o->marks.load(relaxed);
  }
  o->marks.store(marks | flag_dying, relaxed);
  release_dead(o);
}

bool needs_finalizer(Object* o) { return o->type->finalize && !(o->marks.load(relaxed) & flag_finalized); }

// Runs the finalizer with any pending exception put aside. The caller has made the count one.
void run_finalizer(Object* o) {
  o->marks.fetch_or(flag_finalized, relaxed);
  ThreadState* thread = this_thread;
  Value pending = std::exchange(thread->pending, Undefined);
  o->type->finalize(o);
  decref(std::exchange(thread->pending, pending));
}

// A merged object whose count has just reached zero: this thread alone knows.
void destroy_merged(Object* o) {
  if (!needs_finalizer(o)) return bury(o);
  o->shared.store(shared_one | shared_merged, relaxed);
  run_finalizer(o);
  decref_shared(o);
}

bool is_loaned(Object* o) { return o->marks.load(relaxed) & flag_loaned; }

// The caller gives up what may be the last reference, of a merged object. Nothing but that reference, a loan or a weak
// reference could make another one, so where no loan is seen and the count still is one, the object is dead.
void release_loaned(Object* o) {
  if (is_lent(o)) return retire_even_alone(o);
  uint32_t last = shared_one | shared_merged;
  if (o->shared.compare_exchange_strong(last, shared_merged, std::memory_order_acq_rel, relaxed)) return destroy_merged(o);
  decref_shared(o);
}

// Adds the owner's count and `extra` to the shared one; the caller acts for the owner. Returns the sum.
int64_t merge(Object* o, int64_t extra) {
  int64_t local = o->local + extra;
  o->local = 0;
  __atomic_store_n(&o->owner, no_owner, __ATOMIC_RELAXED);
  uint32_t shared = o->shared.load(relaxed);
  int64_t sum;
  do {
    sum = count_of(shared) + local;
  } while (!o->shared.compare_exchange_weak(shared, merged_with(sum), std::memory_order_acq_rel, relaxed));
  return sum;
}

void push(OwnerRecord& record, Object* o) {
  if (record.queued == record.capacity) {
    uint32_t capacity = record.capacity ? record.capacity * 2 : 64;
    void* grown = std::realloc(record.queue, capacity * sizeof(Object*));
    if (!grown) {
      std::fputs("Fatal Python error: out of memory\n", stderr);
      std::abort();
    }
    record.queue = static_cast<Object**>(grown);
    record.capacity = capacity;
  }
  record.queue[record.queued++] = o;
}

// Merges everything in the queue on behalf of the owner. Adds to `dead` what died, and with the reference from the queue
// what ever was lent. Record locked.
void merge_queue(OwnerRecord& record, ObjectList& dead) {
  for (uint32_t i = 0; i < record.queued; ++i) {
    Object* o = record.queue[i];
    bool loaned = is_loaned(o);
    if (merge(o, loaned ? 0 : -1) == 0 || loaned) dead.push(o);
  }
  record.queued = 0;
}

void release_merged(ObjectList& dead) {
  for (Object* o : dead) {
    if (is_loaned(o)) decref_shared(o);
    else destroy_merged(o);
  }
}

// Leaves one reference to the owner. The caller has set the state to queued and still holds that reference.
void queue_for_owner(Object* o) {
  uint16_t owner = owner_of(o);
  // The owner is just merging in destroy() and has not reached `shared` yet: it will find the reference missing there.
  if (owner == no_owner) return decref_shared(o);
  OwnerRecord& record = owner_record(owner);
  record.lock.lock();
  push(record, o);
  ObjectList dead;
  if (ThreadState* thread = record.thread) {
    uint32_t activity = activity_blocked;
    if (thread->activity.compare_exchange_strong(activity, activity_borrowed, std::memory_order_acquire, relaxed)) {
      merge_queue(record, dead);
      thread->activity.store(activity_blocked, std::memory_order_release);
    } else if (!(thread->safepoint_word->load(relaxed) & safepoint_merge)) {
      // Where it is still set the owner takes it down later, and then waits for this lock.
      request_safepoint(thread, safepoint_merge);
    }
  } else {
    merge_queue(record, dead);
  }
  record.lock.unlock();
  release_merged(dead);
}

portalis::RawMutex& mutex_of(Object* o) {
  static_assert(sizeof(portalis::RawMutex) == 1);
  return *reinterpret_cast<portalis::RawMutex*>(&o->lock);
}

}  // namespace

// What destroy() meets seldom: others count too, or there is a finalizer.
[[gnu::noinline]] static void destroy_slow(Object* o) {
  for (;;) {
    uint32_t shared = o->shared.load(std::memory_order_acquire);
    if (shared != shared_plain) {
      if (is_loaned(o)) {
        merge(o, 1);
        return decref_shared(o);
      }
      if (merge(o, 0) == 0) destroy_merged(o);
      return;
    }
    // Had there ever been a weak reference, `shared` would say so.
    if (!needs_finalizer(o)) return bury(o);
    o->local = 1;
    run_finalizer(o);
    if (owner_of(o) != this_owner) return decref_shared(o);   // merged meanwhile, on behalf of a queue
    if (--o->local != 0) return;
  }
}

// Each way ends in a call, so that nothing is saved here.
[[gnu::always_inline]] static inline void destroy_in_line(Object* o) {
  const Type* type = o->type;
  if (type->finalize || o->shared.load(std::memory_order_acquire) != shared_plain) [[unlikely]] return destroy_slow(o);
  if (type->dealloc == free_object) return free_object(o);   // nothing but memory, as texts and numbers are
  if (type->flags & type_is_plain) return bury_plain(o);
  if (type == &tuple_type) return bury_tuple(o);
  if (quick_ways && type == &list_type) return bury_list(o);
  if (quick_ways && (type == &set_type || type == &frozenset_type)) return bury_set(o);
  if (quick_ways && type == &dict_type) return bury_dict(o);
  release_dead(o);
}

void destroy(Object* o) { destroy_in_line(o); }

void release_last_nested(Object* o) {
  ThreadState* thread = this_thread;
  o->local = 0;
  if (!dies_plainly(o)) return destroy(o);
  if (thread->dealloc_depth >= dealloc_nesting) [[unlikely]] return postpone_dealloc(thread, o);
  ++thread->dealloc_depth;
  bury_plain(o);
  if (thread->dead && thread->dealloc_depth == 1) [[unlikely]] dealloc_postponed(thread);
  --thread->dealloc_depth;
}

void incref_times(Object* o, int64_t times) {
  uint16_t owner = owner_of(o);
  if (owner == this_owner) o->local += static_cast<uint32_t>(times);
  else if (owner != immortal_owner) o->shared.fetch_add(static_cast<uint32_t>(times) * shared_one, relaxed);
}

void incref_other(Object* o) {
  if (owner_of(o) != immortal_owner) incref_shared(o);
}

void decref_other(Object* o) {
  uint16_t owner = owner_of(o);
  if (owner == this_owner) {
    if (--o->local == 0) {
      if constexpr (quick_ways) destroy_in_line(o);
      else destroy(o);
    }
  } else if (owner != immortal_owner) {
    decref_shared(o);
  }
}

void incref_shared(Object* o) { o->shared.fetch_add(shared_one, relaxed); }

[[gnu::noinline]] void decref_shared(Object* o) {
  uint32_t shared = o->shared.load(relaxed);
  for (;;) {
    bool queue = shared == shared_plain || shared == shared_weak;   // a count of zero, and an owner
    uint32_t next = queue ? uint32_t{shared_queued} : shared - shared_one;
    if (next == shared_merged && is_loaned(o)) [[unlikely]] return release_loaned(o);
    if (!o->shared.compare_exchange_weak(shared, next, std::memory_order_acq_rel, relaxed)) continue;
    if (queue) return queue_for_owner(o);
    if (next == shared_merged) destroy_merged(o);
    return;
  }
}

void merge_queued(ThreadState* thread) {
  OwnerRecord& record = owner_record(thread->owner);
  record.lock.lock();
  ObjectList dead;
  merge_queue(record, dead);
  record.lock.unlock();
  release_merged(dead);
}

bool retire_owner(OwnerRecord& record) {
  record.lock.lock();
  bool empty = record.queued == 0;
  if (empty) record.thread = nullptr;
  record.lock.unlock();
  return empty;
}

bool try_incref(Object* o) {
  uint16_t owner = owner_of(o);
  if (owner == immortal_owner) return true;
  if (owner == this_owner) {
    if (o->local == 0) return false;
    ++o->local;
    return true;
  }
  uint32_t shared = o->shared.load(relaxed);
  while (shared != shared_merged) {
    if (o->shared.compare_exchange_weak(shared, shared + shared_one, std::memory_order_acquire, relaxed)) return true;
  }
  return false;
}

void make_immortal(Object* o) { __atomic_store_n(&o->owner, immortal_owner, __ATOMIC_RELAXED); }

bool is_unique(Object* o) {
  if (o->marks.load(relaxed) & (flag_has_weakrefs | flag_loaned)) return false;
  uint32_t shared = o->shared.load(std::memory_order_acquire);
  uint16_t owner = owner_of(o);
  if (owner == this_owner) return o->local == 1 && shared == shared_plain;
  return owner == no_owner && shared == (shared_one | shared_merged);
}

int64_t reference_count(Object* o) {
  if (owner_of(o) == immortal_owner) return UINT32_MAX;
  uint32_t shared = o->shared.load(relaxed);
  return int64_t{o->local} + count_of(shared) - ((shared & shared_state_mask) == shared_queued);
}

static void expose(Object* o, ObjectFlag to) {
  o->marks.fetch_or(to, relaxed);
  uint32_t plain = o->shared.load(relaxed);
  while ((plain & shared_state_mask) == shared_plain &&
         !o->shared.compare_exchange_weak(plain, plain | shared_weak, std::memory_order_release, relaxed)) {
  }
}
void expose_to_weakrefs(Object* o) { expose(o, flag_has_weakrefs); }
void expose_to_loans(Object* o) {
  if (!is_loaned(o)) expose(o, flag_loaned);
}

ObjectList::~ObjectList() {
  if (items_ != few_) std::free(items_);
}

void ObjectList::grow() {
  auto** grown = static_cast<Object**>(std::malloc(2 * capacity_ * sizeof(Object*)));
  if (!grown) {
    std::fputs("Fatal Python error: out of memory\n", stderr);
    std::abort();
  }
  std::memcpy(grown, items_, count_ * sizeof(Object*));
  if (items_ != few_) std::free(items_);
  items_ = grown;
  capacity_ *= 2;
}

// Waiting for the lock is no safepoint, since the thread may hold peeked values; nor is waiting for something else
// while holding it, since a stopped world would then wait for those who wait for the lock.
void lock_object_slow(Object* o) {
  ++this_thread->pinned;
  mutex_of(o).lock();
}

void unlock_object_slow(Object* o) {
  mutex_of(o).unlock();
  --this_thread->pinned;
}

}  // namespace py
