// What the runtime keeps for each Python thread, the frames of running functions, and safepoints.
#pragma once

#include "runtime/object/layouts.hpp"

namespace py {

struct Function;

// A place in the source: lines from 1, columns are UTF-8 byte offsets from 0 (as CPython's co_positions()).
// anchor_*: columns of the operator inside (for ~~~^^~~ carets, PEP 657), 0/0 when there is none; relative to
// `line`, only set when the whole span is on one line.
struct Position {
  uint32_t line, end_line;
  uint16_t column, end_column;           // 0xffff: unknown
  uint16_t anchor_start, anchor_end;
};

// What is fixed about a function (CPython's code object): emitted as a static constant.
struct Code {
  const char* name;
  const char* qualname;
  const struct SourceText* source;       // file name and text, for tracebacks
  uint32_t first_line;
  uint16_t positional_only, positional;  // positional counts positional-only ones too
  uint16_t keyword_only;
  uint16_t flags;                        // CodeFlag
  uint16_t parameter_count;              // positional + keyword_only + *args + **kwargs: length of the body's args
  uint16_t free_count;                   // closure cells
  const char* const* free_names;         // of the closure cells
  const char* const* names;              // parameter names in co_varnames order: positional, keyword-only, *args, **kwargs; then locals
  uint16_t local_count;                  // entries of names
  uint16_t cell_count;                   // entries of cell_names
  const char* const* cell_names;         // captured variables, in co_cellvars order: parameters (also in names), then others
  const Position* positions;
  Value (*body)(Function* self, const Value* args);   // args bound, borrowed; a generator's body makes the generator
  const char* doc;                       // null: none
  mutable std::atomic<struct CodeCache*> cache{nullptr};   // interned names and code object, made on first use
};
enum CodeFlag : uint16_t {
  code_varargs = 4, code_varkeywords = 8, code_generator = 0x20, code_coroutine = 0x80, code_async_generator = 0x200,
};
struct SourceText {
  const char* file;                      // as the compiler was given it, see absolute_file() in module.hpp
  const char* text;                      // whole file, UTF-8, or null: read from `file` when needed
  size_t length;
};

// One activation of a function; lives on the C++ stack (a generator's in its object). The chain from
// ThreadState::frame is what tracebacks, sys._getframe and SIGQUIT's report show.
struct Frame {
  Frame* back;
  const Code* code;
  uint32_t position;                     // index into code->positions of what runs now
  bool traced;                           // sys.settrace or sys.setprofile saw its call and wants its return
  Function* function;                    // borrowed; null for module bodies and class bodies
  Object* module;                        // borrowed: the Module whose globals() apply
};

// An `except` block being executed: what sys.exc_info() and a bare raise see. RAII on the C++ stack.
struct Handling {
  Handling* outer;
  Value exception;                       // owned by the emitted handler
};

struct ThreadState {
  Frame* frame = nullptr;                // innermost
  uint32_t depth = 0;                    // active Python calls, against recursion_limit
  uintptr_t stack_limit = 0;             // lowest address the C++ stack may reach before RecursionError
  Value pending = Undefined;             // the exception that goes with Error; owned
  Handling* handling = nullptr;
  Value current_thread = Undefined;      // the threading.Thread object; owned
  Value trace = None, profile = None;    // sys.settrace / sys.setprofile; owned
  uint64_t ident = 0;
  struct Heap* heap = nullptr;
  struct ReclaimState* reclaim = nullptr;
  struct ThreadLife* life = nullptr;     // of a thread that module threading started
  struct LocalTable* locals = nullptr;   // threading.local objects (modules/threading/local.cpp)
  struct RecentTexts* recent_texts = nullptr;    // recent_texts.hpp
  class ReprGuard* repr = nullptr;       // containers whose repr() is being made, innermost first
  struct TracedFrame* traced_frames = nullptr;   // tracing.cpp
  bool inside_trace_function = false;
  const char* waiting_for = nullptr;     // what the Python code waits for, for reports; null: nothing known

  // memory (registry.hpp, refcount.cpp, reclaim.cpp)
  uint16_t owner = 0;                    // this_owner
  uint16_t pinned = 0;                   // NoSafepoint scopes
  uint16_t blocking_depth = 0;           // BlockingRegions, and parks inside them
  uint16_t dealloc_depth = 0;            // nested deallocations
  uint32_t reclaim_countdown = 0;        // safepoints until the next poll_reclaim()
  class ObjectList* dead = nullptr;      // objects whose deallocation was put off because of the nesting
  std::atomic<uint32_t> activity{1};     // Activity
  std::atomic<uint64_t> seen_epoch{0};   // the grace period this thread last took note of
  std::atomic<uint32_t>* safepoint_word = nullptr;   // its safepoint_request, or parked_requests
  std::atomic<uint32_t> parked_requests{0};          // of a fiber that is switched out
  ThreadState *next = nullptr, *previous = nullptr;  // registry, under its lock
};

extern thread_local constinit ThreadState* this_thread;
extern std::atomic<uint32_t> recursion_limit;   // sys.setrecursionlimit
inline bool too_deep(uint32_t depth) { return depth > recursion_limit.load(std::memory_order_relaxed); }

// ---- safepoints ----
// Why a thread should stop at its next safepoint; bits of safepoint_request.
enum SafepointReason : uint32_t {
  safepoint_merge = 1,                   // others released objects of this thread (refcount.cpp)
  safepoint_reclaim = 2,                 // this thread has something to reclaim
  safepoint_announce = 4,                // another thread waits for a grace period
  safepoint_stop = 8,                    // the world is to stop
  safepoint_collect = 16,                // enough was allocated for a collection
  safepoint_alone = 32,                  // this may be the last thread
  safepoint_signal = 64,                 // a signal came in            } given to safepoint_handler
  safepoint_exception = 128,             // an asynchronous exception   }
  safepoint_traced = 256,                // stays set while sys.settrace or sys.setprofile is in force (tracing.cpp)
  safepoint_yield = 512,                 // stays set while several fibers share the OS thread
  safepoint_report = 1024,               // the user asks for a report; given to safepoint_handler
  safepoint_handled = safepoint_signal | safepoint_exception | safepoint_report,
};
// Non-zero when this thread should stop at its next safepoint; one word for each thread.
extern thread_local constinit std::atomic<uint32_t> safepoint_request;
// Any thread, also from a signal handler. `thread` must not end meanwhile (it is the caller, or the registry is locked).
inline void request_safepoint(ThreadState* thread, uint32_t reasons) {
  thread->safepoint_word->fetch_or(reasons, std::memory_order_release);
}
// Runs at a safepoint of the thread when one of safepoint_handled was requested, with those reasons; may run Python code.
// false: an exception is pending. Installed once by whoever handles signals.
extern bool (*safepoint_handler)(uint32_t reasons);
bool safepoint_slow();                   // false: an exception is pending (KeyboardInterrupt, ...)
// Serves the requests that need no handler; runs no Python code but finalizers. false: a handler or tracing waits for an
// ordinary safepoint.
bool safepoint_without_handlers();
// At loop back-edges and function entries of emitted code.
inline bool safepoint() {
  if (safepoint_request.load(std::memory_order_relaxed) == 0) [[likely]] return true;
  return safepoint_slow();
}
// Around anything that may block in C++: the thread counts as being at a safepoint and must not touch Python objects.
// Sleeping in the parking lot (a Mutex, a Condvar, ...) is such a region by itself, through the lot's hooks: it ends the
// validity of peeked values, and the collector may run meanwhile. May be nested.
class BlockingRegion {
 public:
  BlockingRegion();
  ~BlockingRegion();
  BlockingRegion(const BlockingRegion&) = delete;
  BlockingRegion& operator=(const BlockingRegion&) = delete;
};

// For locks of runtime/sync that the runtime takes for a moment while it holds peeked values: waiting for them is no
// safepoint. Nothing that takes long, and no Python code, may run in such a scope.
class NoSafepoint {
 public:
  NoSafepoint() : thread_(this_thread) {
    if (thread_) ++thread_->pinned;
  }
  ~NoSafepoint() {
    if (thread_) --thread_->pinned;
  }
  NoSafepoint(const NoSafepoint&) = delete;
  NoSafepoint& operator=(const NoSafepoint&) = delete;

 private:
  ThreadState* thread_;
};

// Registers the calling OS thread as a Python thread for the object's lifetime. Whoever starts a Python thread calls
// announce_thread() first, so that the starter knows from then on that it is not alone; where nobody did (a thread of a
// C++ program), the constructor waits until the other threads are at a safepoint or in a BlockingRegion.
class ThreadRegistration {
 public:
  ThreadRegistration();
  ~ThreadRegistration();
  ThreadRegistration(const ThreadRegistration&) = delete;
  ThreadRegistration& operator=(const ThreadRegistration&) = delete;
  ThreadState state;
};
void announce_thread();                  // by the parent, before it starts a thread that will register itself
void retract_thread();                   // by the parent: starting it failed

// Raises RecursionError and returns false when the thread is too deep. `where` completes the message
// ("maximum recursion depth exceeded" + where), e.g. " while calling a Python object".
bool recursion_error(const char* where);
struct RecursionGuard {                  // for recursion in C++ (repr, compare, ...)
  explicit RecursionGuard(const char* where) {
    ThreadState* t = this_thread;
    ok = !too_deep(++t->depth) && reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) > t->stack_limit;
    if (!ok) [[unlikely]] recursion_error(where);
  }
  ~RecursionGuard() { --this_thread->depth; }
  bool ok;
};

}  // namespace py
