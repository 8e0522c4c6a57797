// The parking lot: a fixed hash table of queues of sleeping threads.
//
// The problem: locks, conditions, events and queues all need "sleep until told", with time limits, fairness
// and Ctrl-C. Giving each its own queue makes them fat (a Python object has room for one byte of lock) and
// writes the hard part many times. The choice, as in WebKit's ParkingLot, Rust's parking_lot and CPython
// 3.13's parking_lot.c: queues stand in a table, found by the address of the primitive.
//
// Rejected: growing the table with the number of threads. parking_lot does it, and pays for it with a retry
// loop in every operation. Each thread is in at most one queue, so 512 buckets hold 10,000 threads on 10,000
// addresses at 20 a bucket; queues are doubly linked, so leaving one is O(1) at any length.
//
// Invariants:
// 1. record.address == a (non-null) exactly while the record is linked in the bucket of a. It is changed only
//    with that bucket locked (unpark_requeue holds both).
// 2. Who unlinks a record decides its fate. A waker unlinks it, sets token, stores `signaled`; the thread then
//    returns Unparked. The thread itself unlinks it for a time limit or an interrupt. If it finds itself
//    unlinked, a waker has been faster: it must wait for `signaled` (which is on its way) and return Unparked,
//    or a handed-over lock would be lost.
// 3. A waker stores `signaled` after it has unlocked the bucket, and calls the system only if the word said
//    `sleeping`. After the store the record may already be in use again; that is harmless, since a woken word
//    is only looked at again, and records are never freed.
// 4. interrupt() only sets a flag and turns `sleeping` into `poked`. It takes no lock, so a signal handler may
//    call it on the very thread that is inside the lot. The sleeper stores `sleeping` before it reads the flag,
//    and interrupt() stores the flag before it reads the word (both seq_cst): one of them sees the other.
// 5. No callback that runs with a bucket locked may use the lot. unpark_requeue locks two buckets in the order
//    of their addresses; nothing else locks two.
//
// Polling: a hand-off takes 0.2 us between two threads that are awake, 2.5 us to one that sleeps on the same processor,
// and 25 us to one that sleeps on another. So before sleeping a thread polls for its `spin_budget`, but only while no
// more threads of this process are awake than there are processors. A short wait that ended in sleep raises the budget to
// the longest poll, twice the price of the dearest hand-off; a long wait halves it. A longest poll in vain sets it to the
// shortest, and some short waits, twice as many each time, go by before it is tried again: then other processes keep
// the processors busy, the waker may be waiting for the very one we poll on, and sleeping is cheaper. Waits that end by
// a time limit teach nothing. A polling thread counts as running: it delays whoever waits for its safepoint by at most
// the longest poll.
//
// Who wakes another goes on first. A system likes to run a woken thread at once, on the waker's processor and in its
// place, while the waker is still inside the call that woke it. With a GIL the woken thread would have to wait for its
// waker's next pause, and programs rely on it: `cond.notify(2)`, then reading what is left to wait for. So a thread that
// comes out of its sleep lets the others run for as long as its waker is in that call. Nothing is promised: it makes
// what CPython does the usual case, where one in three of such programs went the other way.
#include "portalis/parking_lot.hpp"

#include <algorithm>

#include "runtime/platform/platform.hpp"
#include "runtime/sync/bucket_lock.hpp"
#include "runtime/sync/thread_record.hpp"

namespace portalis {

namespace {

constexpr int64_t fair_interval_ns = 1000000;  // hand locks over about once a millisecond
constexpr int64_t longest_spin_ns = 50000;     // twice what waking a thread on another processor costs
constexpr int64_t shortest_spin_ns = 1000;      // must stay above a hand-off between two awake threads
constexpr uint8_t longest_patience = 64;
constexpr int most_yields = 100;               // 50 us if nobody else wants the processor

struct alignas(64) Bucket {
  BucketLock lock;
  ThreadRecord* head = nullptr;  // guarded by lock, as all below
  ThreadRecord* tail = nullptr;
  int64_t next_fair = 0;

  void append(ThreadRecord& record) {
    record.next = nullptr;
    record.previous = tail;
    (tail ? tail->next : head) = &record;
    tail = &record;
  }
  void remove(ThreadRecord& record) {
    (record.previous ? record.previous->next : head) = record.next;
    (record.next ? record.next->previous : tail) = record.previous;
    record.next = record.previous = nullptr;
  }
};

constexpr unsigned bucket_bits = 9;
Bucket buckets[1u << bucket_bits];

Bucket& bucket_of(const void* address) {
  uint64_t hash = uint64_t(reinterpret_cast<uintptr_t>(address)) * 0x9E3779B97F4A7C15u;
  return buckets[hash >> (64 - bucket_bits)];
}

bool is_at(const ThreadRecord& record, const void* address) {
  return record.address.load(std::memory_order_relaxed) == address;
}

// Threads taken out of a queue, to be woken once the bucket is unlocked.
struct WakeList {
  ThreadRecord* first = nullptr;
  ThreadRecord* last = nullptr;
  unsigned count = 0;

  void add(ThreadRecord& record) {
    record.address.store(nullptr, std::memory_order_relaxed);
    (last ? last->next : first) = &record;
    last = &record;
    ++count;
  }
  void wake(uintptr_t token) {
    for (ThreadRecord* record = first; record;) {
      ThreadRecord* next = record->next;  // the record is its thread's again after the exchange
      record->token = token;
      record->wakers.fetch_add(1, std::memory_order_relaxed);  // seen by who sees `signaled`
      if (record->word.exchange(ThreadRecord::signaled, std::memory_order_acq_rel) != ThreadRecord::queued)
        platform::wake_word(record->word, 1);
      record->wakers.fetch_sub(1, std::memory_order_relaxed);
      record = next;
    }
  }
};

// Locks the bucket whose queue holds the record; null if it is in none.
Bucket* lock_bucket_of(const ThreadRecord& record) {
  for (;;) {
    const void* address = record.address.load(std::memory_order_acquire);
    if (!address) return nullptr;
    Bucket& bucket = bucket_of(address);
    bucket.lock.lock();
    if (is_at(record, address)) return &bucket;
    bucket.lock.unlock();
  }
}

bool is_interrupted(ThreadRecord& self, const ParkOptions& options) {
  return options.interruptible && self.interrupt_pending.load(std::memory_order_seq_cst);
}

bool is_signaled(const ThreadRecord& self) { return self.word.load(std::memory_order_acquire) == ThreadRecord::signaled; }

// Polls for a while. True if a waker came.
bool spin(ThreadRecord& self, const ParkOptions& options, int64_t start) {
  int64_t end = start + self.spin_budget;
  if (options.deadline.ns() < end) end = options.deadline.ns();
  for (int64_t now = start; now < end; now = platform::now()) {
    for (int i = 0; i < 16; ++i) {
      if (is_signaled(self)) {
        // Room for the next wait to be four times as long, and then some; shrinking slowly, since one long poll costs
        // less than one sleep.
        int64_t wanted = std::min(4 * (now - start) + 4000, longest_spin_ns);
        self.spin_budget = std::max(wanted, self.spin_budget - self.spin_budget / 8);
        self.spin_patience = 1;
        return true;
      }
      platform::relax();
    }
    if (is_interrupted(self, options) || !may_spin()) return false;
  }
  return false;
}

void let_waker_go_on(const ThreadRecord& self) {
  for (int i = 0; i < most_yields && self.wakers.load(std::memory_order_relaxed); ++i) platform::yield();
}

// After a sleep: would polling have been the better choice?
void learn(ThreadRecord& self, int64_t waited) {
  if (self.spin_budget == longest_spin_ns) {
    // It was tried at length and failed. Perhaps waits are long now, or the waker needs this very processor.
    self.spin_budget = shortest_spin_ns;
    self.spin_pause = self.spin_patience;
    self.spin_patience = uint8_t(std::min(2 * self.spin_patience, int(longest_patience)));
  } else if (waited > 2 * longest_spin_ns) {
    self.spin_budget = std::max(self.spin_budget / 2, shortest_spin_ns);
  } else if (self.spin_pause) {
    --self.spin_pause;
  } else {
    self.spin_budget = longest_spin_ns;
  }
}

enum class Woken : uint8_t { Signaled, TimedOut, Interrupted };

Woken sleep(ThreadRecord& self, const ParkOptions& options) {
  for (;;) {
    uint32_t state = self.word.load(std::memory_order_acquire);
    if (state == ThreadRecord::signaled) return Woken::Signaled;
    if (state != ThreadRecord::sleeping &&
        !self.word.compare_exchange_strong(state, ThreadRecord::sleeping, std::memory_order_seq_cst))
      continue;
    if (is_interrupted(self, options)) return Woken::Interrupted;
    if (!platform::wait_on_word(self.word, ThreadRecord::sleeping, options.deadline.ns())) {
      return is_signaled(self) ? Woken::Signaled : Woken::TimedOut;
    }
  }
}

ParkOutcome finish(ThreadRecord& self, ParkResult result) {
  return {.result = result, .requeued = self.requeued, .token = result == ParkResult::Unparked ? self.token : 0};
}

// After a time limit or an interrupt: leave the queue, unless a waker was faster (invariant 2).
ParkResult give_up(ThreadRecord& self, Woken why, const ParkOptions& options) {
  if (Bucket* bucket = lock_bucket_of(self)) {
    bucket->remove(self);
    self.address.store(nullptr, std::memory_order_relaxed);
    if (options.on_give_up) (*options.on_give_up)();
    bucket->lock.unlock();
    if (why == Woken::TimedOut) return ParkResult::TimedOut;
    self.interrupt_pending.store(false, std::memory_order_relaxed);
    return ParkResult::Interrupted;
  }
  sleep(self, {});
  return ParkResult::Unparked;
}

}  // namespace

void interrupt(ThreadToken thread) {
  ThreadRecord* record = thread.record_;
  if (!record) return;
  record->interrupt_pending.store(true, std::memory_order_seq_cst);
  uint32_t expected = ThreadRecord::sleeping;
  if (record->word.compare_exchange_strong(expected, ThreadRecord::poked, std::memory_order_seq_cst))
    platform::wake_word(record->word, 1);
}

WaitResult sleep_until(Deadline deadline, bool interruptible) {
  char nobody_else = 0;
  for (;;) {
    ParkOutcome outcome = parking_lot::park(
        &nobody_else, [] { return true; }, [] {}, {.deadline = deadline, .interruptible = interruptible, .spin = false});
    if (outcome.result == ParkResult::TimedOut) return WaitResult::TimedOut;
    if (outcome.result == ParkResult::Interrupted) return WaitResult::Interrupted;
    // A late waker of something that was at this address before.
  }
}

namespace parking_lot {

ParkOutcome park(const void* address, FunctionRef<bool()> validate, FunctionRef<void()> before_sleep,
                 const ParkOptions& options) {
  ThreadRecord& self = ThreadRecord::current();
  Bucket& bucket = bucket_of(address);
  bucket.lock.lock();
  if (!validate()) {
    bucket.lock.unlock();
    return {.result = ParkResult::Invalid};
  }
  self.word.store(ThreadRecord::queued, std::memory_order_relaxed);
  self.tag = options.tag;
  self.requeued = false;
  self.address.store(address, std::memory_order_relaxed);
  bucket.append(self);
  bucket.lock.unlock();
  before_sleep();

  bool may_poll = options.spin && may_spin();
  int64_t start = may_poll ? platform::now() : 0;
  if (may_poll && spin(self, options, start)) return finish(self, ParkResult::Unparked);
  call_about_to_block();
  Woken woken = sleep(self, options);
  if (woken == Woken::Signaled) let_waker_go_on(self);
  if (may_poll && woken == Woken::Signaled) learn(self, platform::now() - start);
  ParkResult result = woken == Woken::Signaled ? ParkResult::Unparked : give_up(self, woken, options);
  ParkOutcome outcome = finish(self, result);
  call_resumed();
  return outcome;
}

unsigned unpark_one(const void* address, FunctionRef<uintptr_t(UnparkInfo)> callback) {
  bool found = false;
  auto first = [&](uint8_t) {
    if (found) return FilterVerdict::Stop;
    found = true;
    return FilterVerdict::Unpark;
  };
  return unpark_filter(address, first, callback);
}

unsigned unpark_one(const void* address) { return unpark_some(address, 1); }

unsigned unpark_some(const void* address, unsigned limit, uintptr_t token) {
  unsigned left = limit;
  auto filter = [&](uint8_t) { return left && left-- ? FilterVerdict::Unpark : FilterVerdict::Stop; };
  return unpark_filter(address, filter, [&](UnparkInfo) { return token; });
}

unsigned unpark_all(const void* address, uintptr_t token) {
  return unpark_filter(address, [](uint8_t) { return FilterVerdict::Unpark; }, [&](UnparkInfo) { return token; });
}

unsigned unpark_filter(const void* address, FunctionRef<FilterVerdict(uint8_t)> filter,
                       FunctionRef<uintptr_t(UnparkInfo)> callback) {
  Bucket& bucket = bucket_of(address);
  WakeList woken;
  bool has_more = false;
  bucket.lock.lock();
  for (ThreadRecord* record = bucket.head; record;) {
    ThreadRecord* next = record->next;
    if (is_at(*record, address)) {
      FilterVerdict verdict = filter(record->tag);
      if (verdict == FilterVerdict::Unpark) {
        bucket.remove(*record);
        woken.add(*record);
      } else {
        has_more = true;
        if (verdict == FilterVerdict::Stop) break;
      }
    }
    record = next;
  }
  bool be_fair = false;
  if (woken.count) {
    int64_t now = platform::now();
    if (now >= bucket.next_fair) {
      be_fair = true;
      bucket.next_fair = now + fair_interval_ns;
    }
  }
  uintptr_t token = callback({.unparked = woken.count, .has_more = has_more, .be_fair = be_fair});
  bucket.lock.unlock();
  woken.wake(token);
  return woken.count;
}

RequeueInfo unpark_requeue(const void* from, const void* to, FunctionRef<RequeuePlan()> plan,
                           FunctionRef<void(RequeueInfo)> callback) {
  Bucket& source = bucket_of(from);
  Bucket& target = bucket_of(to);
  Bucket& first = &source < &target ? source : target;
  Bucket& second = &source < &target ? target : source;
  first.lock.lock();
  if (&first != &second) second.lock.lock();

  ThreadRecord* record = source.head;
  while (record && !is_at(*record, from)) record = record->next;
  RequeuePlan wanted = record ? plan() : RequeuePlan{0, 0};
  WakeList woken;
  RequeueInfo info{};
  while (record) {
    ThreadRecord* next = record->next;
    // With both addresses in one bucket, threads moved to its end have `to` as address and are passed over.
    if (is_at(*record, from)) {
      if (info.unparked < wanted.unpark) {
        source.remove(*record);
        woken.add(*record);
        ++info.unparked;
      } else if (info.requeued < wanted.requeue) {
        source.remove(*record);
        record->requeued = true;
        record->address.store(to, std::memory_order_release);
        target.append(*record);
        ++info.requeued;
      } else {
        info.has_more = true;
        break;
      }
    }
    record = next;
  }
  callback(info);
  if (&first != &second) second.lock.unlock();
  first.lock.unlock();
  woken.wake(0);
  return info;
}

}  // namespace parking_lot
}  // namespace portalis
