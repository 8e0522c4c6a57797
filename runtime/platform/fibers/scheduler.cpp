// Choosing the next fiber, sleeping on words, deadlines and descriptors. The rules are in scheduler.hpp.
#include "runtime/platform/fibers/scheduler.hpp"

#include <cstdio>
#include <cstdlib>

namespace portalis::platform {
namespace {

template <class T>
T* grown(T* items, size_t count, size_t& capacity) {
  if (count < capacity) return items;
  capacity = capacity ? capacity * 2 : 64;
  auto* larger = static_cast<T*>(realloc(items, capacity * sizeof(T)));
  if (!larger) {
    std::fputs("Fatal Python error: out of memory\n", stderr);
    abort();
  }
  return larger;
}

// ---- the seed ----
uint64_t random_state = 0;               // 0: no seed was given

uint32_t random_below(uint32_t limit) {  // splitmix64
  uint64_t z = random_state += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return uint32_t(((z ^ (z >> 31)) >> 32) * limit >> 32);
}

// ---- time ----
constexpr int64_t virtual_step = 1000;   // ns, for each look at a clock
constexpr int64_t virtual_epoch = 1700000000000000000;   // the wall clock's lead, in 2023
int64_t virtual_now = 0;

struct Seed {
  Seed() {
    const char* text = getenv("PORTALIS_SCHEDULE");
    if (!text || !*text) return;
    random_state = 0x6A09E667F3BCC909u;
    for (; *text; ++text) random_state = (random_state ^ uint8_t(*text)) * 0x100000001B3u;
    if (!random_state) random_state = 1;
    virtual_now = 1000000000000;         // what a clock since boot might say
  }
};
const Seed seed;

// ---- runnable fibers ----
Fiber** ready = nullptr;                 // a ring
size_t ready_first = 0, ready_count = 0, ready_capacity = 0;

void make_ready(Fiber* fiber) {
  if (ready_count == ready_capacity) {
    size_t before = ready_capacity;
    ready = grown(ready, ready_count, ready_capacity);
    for (size_t i = 0; i < ready_first; ++i) ready[before + i] = ready[i];   // unroll what had wrapped around
  }
  ready[(ready_first + ready_count++) & (ready_capacity - 1)] = fiber;
}

Fiber* take_ready() {
  if (ready_count == 0) return nullptr;
  if (random_state && ready_count > 1) {
    Fiber*& chosen = ready[(ready_first + random_below(uint32_t(ready_count))) & (ready_capacity - 1)];
    Fiber* first = ready[ready_first];
    ready[ready_first] = chosen;
    chosen = first;
  }
  Fiber* fiber = ready[ready_first];
  ready_first = (ready_first + 1) & (ready_capacity - 1);
  --ready_count;
  return fiber;
}

// ---- deadlines: a heap, the earliest at 1 ----
Fiber** timers = nullptr;
size_t timer_count = 0, timer_capacity = 0;

void place(Fiber* fiber, size_t at) {
  timers[at] = fiber;
  fiber->timer = uint32_t(at);
}
void sift_up(Fiber* fiber, size_t at) {
  for (; at > 1 && timers[at / 2]->deadline > fiber->deadline; at /= 2) place(timers[at / 2], at);
  place(fiber, at);
}
void sift_down(Fiber* fiber, size_t at) {
  for (size_t child; (child = at * 2) <= timer_count; at = child) {
    if (child < timer_count && timers[child + 1]->deadline < timers[child]->deadline) ++child;
    if (timers[child]->deadline >= fiber->deadline) break;
    place(timers[child], at);
  }
  place(fiber, at);
}
void add_timer(Fiber* fiber) {
  timers = grown(timers, timer_count + 1, timer_capacity);
  sift_up(fiber, ++timer_count);
}
void remove_timer(Fiber* fiber) {
  size_t at = fiber->timer;
  fiber->timer = 0;
  Fiber* last = timers[timer_count--];
  if (last == fiber) return;
  sift_up(last, at);
  sift_down(last, last->timer);
}

// ---- fibers asleep on words: queues in a table, by address ----
struct Queue {
  Fiber *first = nullptr, *last = nullptr;
};
constexpr unsigned queue_bits = 8;
Queue queues[1u << queue_bits];
size_t sleeping = 0;

Queue& queue_of(const void* word) {
  return queues[(uint64_t(reinterpret_cast<uintptr_t>(word)) * 0x9E3779B97F4A7C15u) >> (64 - queue_bits)];
}
void enqueue(Fiber* fiber) {
  Queue& queue = queue_of(fiber->word);
  fiber->next = nullptr;
  fiber->previous = queue.last;
  (queue.last ? queue.last->next : queue.first) = fiber;
  queue.last = fiber;
  ++sleeping;
}
void dequeue(Fiber* fiber) {
  Queue& queue = queue_of(fiber->word);
  (fiber->previous ? fiber->previous->next : queue.first) = fiber->next;
  (fiber->next ? fiber->next->previous : queue.last) = fiber->previous;
  fiber->word = nullptr;
  --sleeping;
}

void wake(Fiber* fiber, bool timed_out) {
  if (fiber->word) dequeue(fiber);
  if (fiber->timer) remove_timer(fiber);
  fiber->timed_out = timed_out;
  make_ready(fiber);
}

// A signal handler woke some word: look at all of them.
volatile int poked = 0;
void look_at_words() {
  poked = 0;
  for (Queue& queue : queues) {
    for (Fiber *fiber = queue.first, *next; fiber; fiber = next) {
      next = fiber->next;
      if (fiber->word->load(std::memory_order_acquire) != fiber->expected) wake(fiber, false);
    }
  }
}

// ---- descriptors ----
Fiber** readers = nullptr;
size_t reader_count = 0, reader_capacity = 0;

// Waits, or with deadline 0 looks, for the outside world.
void look_outside(int64_t deadline) {
  int* descriptors = nullptr;
  bool* readable = nullptr;
  if (reader_count) {
    descriptors = static_cast<int*>(malloc(reader_count * (sizeof(int) + sizeof(bool))));
    if (!descriptors) abort();
    readable = reinterpret_cast<bool*>(descriptors + reader_count);
    for (size_t i = 0; i < reader_count; ++i) descriptors[i] = readers[i]->descriptor, readable[i] = false;
  }
  idle(deadline, descriptors, readable, reader_count, poked);
  size_t kept = 0, count = reader_count;
  for (size_t i = 0; i < count; ++i) {
    if (readable[i]) make_ready(readers[i]);
    else readers[kept++] = readers[i];
  }
  reader_count = kept;
  free(descriptors);
}

void fire_timers() {
  if (!timer_count) return;
  for (int64_t time = now(); timer_count && timers[1]->deadline <= time;) wake(timers[1], true);
}

// ---- switching ----
SwitchHooks hooks{};
void (*deadlock_report)() = nullptr;
Fiber* finished = nullptr;               // its stack can be freed as soon as another one is in use

void reap() {
  Fiber* fiber = finished;
  if (!fiber) return;
  finished = nullptr;
  free_context(fiber->context);
  fiber->context = nullptr;
  if (fiber->detached) delete_fiber(fiber);
}

[[noreturn]] void deadlock() {
  static bool reported = false;
  if (!reported && deadlock_report) {
    reported = true;
    deadlock_report();
  }
  end_process(1);
}

constexpr uint32_t switches_between_looks = 64;
uint32_t look_countdown = switches_between_looks;

// The next fiber to run: waits until there is one.
Fiber* next_fiber() {
  if (poked) look_at_words();
  if (--look_countdown == 0) {
    look_countdown = switches_between_looks;
    fire_timers();
    if (reader_count) look_outside(0);
  }
  for (;;) {
    if (Fiber* fiber = take_ready()) return fiber;
    fire_timers();
    if (ready_count) continue;
    int64_t earliest = timer_count ? timers[1]->deadline : INT64_MAX;
    if (earliest == INT64_MAX && !reader_count) deadlock();
    if (reader_count || !random_state) look_outside(random_state && timer_count ? 0 : earliest);
    if (poked) look_at_words();
    if (random_state && timer_count && !ready_count) virtual_now = earliest;
  }
}

void run_next() {
  Fiber* self = current_fiber;
  Fiber* next = next_fiber();
  if (next == self) return;
  if (hooks.leaving) hooks.leaving();
  current_fiber = next;
  switch_context(self->context, next->context);
  reap();
  if (hooks.entering) hooks.entering();
}

void enter_fiber(void* raw) {
  auto* fiber = static_cast<Fiber*>(raw);
  reap();
  if (hooks.entering) hooks.entering();
  fiber->body();
}

Fiber main_fiber;
int slice = 1;

}  // namespace

Fiber* current_fiber = &main_fiber;

bool schedule(Fiber* fiber, size_t stack_size, void (*body)()) {
  if (!main_fiber.context) main_fiber.context = main_context();
  fiber->body = body;
  fiber->context = make_context(stack_size, enter_fiber, fiber);
  if (!fiber->context) return false;
  make_ready(fiber);
  return true;
}

void delete_fiber(Fiber* fiber) {
  fiber->~Fiber();
  free(fiber);
}

void end_fiber() {
  Fiber* self = current_fiber;
  self->ended.store(1, std::memory_order_release);
  wake_word(self->ended, INT32_MAX);
  finished = self;
  run_next();
  __builtin_trap();
}

bool wait_on_word(const std::atomic<uint32_t>& word, uint32_t expected, int64_t deadline) {
  if (word.load(std::memory_order_acquire) != expected) return true;
  Fiber* self = current_fiber;
  if (deadline != INT64_MAX && deadline <= now()) {
    yield();                             // whoever polls with a deadline of now must not keep the others from running
    return word.load(std::memory_order_acquire) != expected;
  }
  self->word = &word;
  self->expected = expected;
  self->deadline = deadline;
  enqueue(self);
  if (deadline != INT64_MAX) add_timer(self);
  run_next();
  return !self->timed_out;
}

void wake_word(const std::atomic<uint32_t>& word, uint32_t how_many) {
  if (in_signal_handler()) {
    poked = 1;
    return;
  }
  if (!sleeping) return;
  for (Fiber *fiber = queue_of(&word).first, *next; fiber && how_many; fiber = next) {
    next = fiber->next;
    if (fiber->word != &word) continue;
    wake(fiber, false);
    --how_many;
  }
}

void wait_readable(int descriptor) {
  if (!ready_count && !sleeping && !reader_count) return;   // nobody else is there to run
  readers = grown(readers, reader_count, reader_capacity);
  current_fiber->descriptor = descriptor;
  readers[reader_count++] = current_fiber;
  run_next();
}

void yield() {
  if (!ready_count) fire_timers();       // else next_fiber() looks now and then: asking the time costs more than a switch
  if (!ready_count && !poked && !reader_count) return;
  make_ready(current_fiber);
  run_next();
}

bool time_slice_over() {
  if (--slice > 0) return false;
  if (!random_state) slice = 2000;
  else slice = int(random_below(4) ? 1 + random_below(300) : 1 + random_below(10));
  return true;
}

int64_t now() { return random_state ? virtual_now += virtual_step : system_now(); }
int64_t wall_clock() { return random_state ? now() + virtual_epoch : system_wall_clock(); }

bool threads_are_fibers() { return true; }
void install_switch_hooks(SwitchHooks wanted) { hooks = wanted; }
void on_deadlock(void (*report)()) { deadlock_report = report; }

}  // namespace portalis::platform
