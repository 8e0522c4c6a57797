// Threads coming and going, safepoints, blocking regions, and the recursion limit.
#include "runtime/object/thread_state.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "runtime/object/cycles.hpp"
#include "runtime/object/error.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/loan.hpp"
#include "runtime/object/reclaim.hpp"
#include "runtime/object/recent_texts.hpp"
#include "runtime/object/registry.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/sync/thread_record.hpp"

namespace py {

namespace platform = portalis::platform;

thread_local constinit uint16_t this_owner = foreign_owner;
thread_local constinit ThreadState* this_thread = nullptr;
thread_local constinit std::atomic<uint32_t> safepoint_request{0};
std::atomic<bool> multi_threaded{false};
std::atomic<uint32_t> recursion_limit{1000};
bool (*safepoint_handler)(uint32_t reasons) = nullptr;

namespace {

uint32_t announced = 0;                  // threads about to register; guarded by registry_lock
uint16_t* free_ids = nullptr;            // ids without a thread, a heap, lowest first; guarded by registry_lock
uint32_t free_id_count = 0, free_id_capacity = 0;
uint16_t next_id = 1;

[[noreturn]] void fatal(const char* message) {
  std::fprintf(stderr, "Fatal Python error: %s\n", message);
  std::abort();
}

// The lowest: those have tables of loans, and heaps that are warm.
uint16_t take_id() {
  if (free_id_count) {
    std::pop_heap(free_ids, free_ids + free_id_count, std::greater<>());
    return free_ids[--free_id_count];
  }
  if (next_id == foreign_owner) fatal("too many threads");
  return next_id++;
}

void give_id_back(uint16_t id) {
  if (free_id_count == free_id_capacity) {
    free_id_capacity = free_id_capacity ? free_id_capacity * 2 : 64;
    void* grown = std::realloc(free_ids, free_id_capacity * sizeof(uint16_t));
    if (!grown) fatal("out of memory");
    free_ids = static_cast<uint16_t*>(grown);
  }
  free_ids[free_id_count++] = id;
  std::push_heap(free_ids, free_ids + free_id_count, std::greater<>());
}

// The C++ stack below which RecursionError is raised: enough for the deepest C++ work between two checks.
uintptr_t stack_limit() {
  platform::StackBounds bounds = platform::current_stack();
  size_t size = size_t(bounds.highest - bounds.lowest);
  size_t reserve = size / 4 < (256u << 10) ? size / 4 : 256u << 10;
  return reinterpret_cast<uintptr_t>(bounds.lowest) + reserve;
}

// Only this thread is registered and nobody is about to: it may go back to the ways of a single thread. Only the
// thread itself can decide that, since it must be at a safepoint.
void check_alone() {
  RegistryLock lock;
  if (thread_count != 1 || announced != 0) return;
  multi_threaded.store(false, std::memory_order_relaxed);
  safepoint_request.fetch_and(~uint32_t{safepoint_yield}, std::memory_order_relaxed);
}

// Fibers share the OS thread: what is above is the running fiber's, and follows it here. In this order a signal
// handler that calls request_safepoint() finds a word that is looked at later, wherever it comes between.
void leaving_fiber() {
  ThreadState* thread = this_thread;
  if (!thread) return;
  thread->safepoint_word = &thread->parked_requests;
  thread->parked_requests.fetch_or(safepoint_request.exchange(0, std::memory_order_relaxed), std::memory_order_relaxed);
}
void entering_fiber() {
  auto* thread = static_cast<ThreadState*>(platform::thread_slot(platform::Slot::Runtime));
  this_thread = thread;
  this_owner = thread ? thread->owner : foreign_owner;
  this_heap = thread ? thread->heap : nullptr;
  start_loans(this_owner);
  safepoint_request.store(thread && threads_alive() ? safepoint_yield : 0, std::memory_order_relaxed);
  if (!thread) return;
  thread->safepoint_word = &safepoint_request;
  safepoint_request.fetch_or(thread->parked_requests.exchange(0, std::memory_order_relaxed) & ~uint32_t{safepoint_yield},
                             std::memory_order_relaxed);
}

// At a safepoint of a fiber that is not alone.
void let_others_run(ThreadState* thread) {
  if (thread->pinned || !platform::time_slice_over()) return;
  leave_running(thread);
  platform::yield();
  enter_running(thread);
}

void about_to_block() {
  if (this_thread) leave_running(this_thread);
}
void resumed() {
  if (this_thread) enter_running(this_thread);
}

}  // namespace

// Serves all requests but those of `kept`, which stay; returns what else was requested.
static uint32_t serve_requests(uint32_t kept) {
  ThreadState* thread = this_thread;
  uint32_t requested = safepoint_request.load(std::memory_order_relaxed);
  if (requested & safepoint_yield) {
    let_others_run(thread);
    requested &= ~uint32_t{safepoint_yield};
    if (requested == 0) return 0;
  }
  // While something is retired every safepoint comes here, but there is no hurry.
  if (requested == safepoint_reclaim && thread->reclaim_countdown > 0) {
    --thread->reclaim_countdown;
    return 0;
  }
  uint32_t reasons = safepoint_request.fetch_and(kept | safepoint_traced | safepoint_yield, std::memory_order_acq_rel) & ~kept;
  if (reasons & safepoint_stop) {
    leave_running(thread);
    enter_running(thread);
  }
  announce_epoch(thread);
  if (reasons & safepoint_alone) check_alone();
  if (reasons & safepoint_merge) merge_queued(thread);
  if (reasons & safepoint_reclaim) poll_reclaim(thread);
  if (reasons & safepoint_collect) collect_if_due();
  return reasons;
}

bool safepoint_slow() {
  uint32_t reasons = serve_requests(0) & safepoint_handled;
  return !reasons || !safepoint_handler || safepoint_handler(reasons);
}

bool safepoint_without_handlers() {
  serve_requests(safepoint_handled);
  return (safepoint_request.load(std::memory_order_relaxed) & (safepoint_handled | safepoint_traced)) == 0;
}

BlockingRegion::BlockingRegion() { portalis::call_about_to_block(); }
BlockingRegion::~BlockingRegion() { portalis::call_resumed(); }

void announce_thread() {
  RegistryLock lock;
  ++announced;
  multi_threaded.store(true, std::memory_order_relaxed);
  if (platform::threads_are_fibers()) request_safepoint(this_thread, safepoint_yield);
}

void retract_thread() {
  {
    RegistryLock lock;
    --announced;
  }
  request_safepoint(this_thread, safepoint_alone);
}

ThreadRegistration::ThreadRegistration() {
  portalis::install_blocking_hooks({about_to_block, resumed});
  platform::install_switch_hooks({leaving_fiber, entering_fiber});
  state.blocking_depth = 1;
  state.safepoint_word = &safepoint_request;
  state.stack_limit = stack_limit();
  state.ident = reinterpret_cast<uintptr_t>(&state);
  bool expected;
  {
    RegistryLock lock;
    expected = announced != 0 || thread_count == 0;
    if (announced) --announced;
    ++thread_count;
    state.owner = take_id();
    state.next = all_threads;
    if (all_threads) all_threads->previous = &state;
    all_threads = &state;
    OwnerRecord& record = owner_record(state.owner);
    record.lock.lock();
    record.thread = &state;
    record.lock.unlock();
    if (!record.heap) record.heap = make_heap();
    state.heap = record.heap;
  }
  this_thread = &state;
  this_owner = state.owner;
  start_loans(state.owner);
  this_heap = state.heap;
  platform::set_thread_slot(platform::Slot::Runtime, &state);
  enter_heap(state.heap);
  safepoint_request.store(platform::threads_are_fibers() && threads_alive() ? safepoint_yield : 0, std::memory_order_relaxed);
  enter_running(&state);
  if (!expected && !threads_alive()) {
    WorldStop stop;
    multi_threaded.store(true, std::memory_order_relaxed);
  }
}

ThreadRegistration::~ThreadRegistration() {
  decref(std::exchange(state.current_thread, Undefined));
  decref(std::exchange(state.pending, Undefined));
  decref(std::exchange(state.trace, None));
  decref(std::exchange(state.profile, None));
  forget_recent_texts(state);
  // Releasing may run Python code, which may give this thread new work.
  OwnerRecord& record = owner_record(state.owner);
  end_loans();
  do {
    merge_queued(&state);
    check_alone();
    while (!threads_alive() && has_retired(&state)) poll_reclaim(&state);
    hand_over_retired(&state, true);
  } while (has_retired(&state) || !retire_owner(record));
  leave_heap(state.heap);
  free_reclaim_state(&state);
  {
    RegistryLock lock;
    (state.previous ? state.previous->next : all_threads) = state.next;
    if (state.next) state.next->previous = state.previous;
    --thread_count;
    give_id_back(state.owner);
    if (thread_count == 1) request_safepoint(all_threads, safepoint_alone);
  }
  platform::set_thread_slot(platform::Slot::Runtime, nullptr);
  this_thread = nullptr;
  this_owner = foreign_owner;
  this_heap = nullptr;
}

bool recursion_error(const char* where) {
  (void)raise(exc::RecursionError, "maximum recursion depth exceeded%s", where);
  return false;
}

}  // namespace py
