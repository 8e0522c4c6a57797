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
  const char* const* names;              // parameter names in co_varnames order: positional, keyword-only, *args, **kwargs; then locals
  uint16_t local_count;                  // entries of names
  const Position* positions;
  Value (*body)(Function* self, const Value* args);   // args bound, borrowed; a generator's body makes the generator
  const char* doc;                       // null: none
};
enum CodeFlag : uint16_t {
  code_varargs = 4, code_varkeywords = 8, code_generator = 0x20, code_coroutine = 0x80, code_async_generator = 0x200,
};
struct SourceText {
  const char* file;                      // as the user named it, absolute when CPython's would be
  const char* text;                      // whole file, UTF-8, or null: read from `file` when needed
  size_t length;
};

// One activation of a function; lives on the C++ stack (a generator's in its object). The chain from
// ThreadState::frame is what tracebacks, sys._getframe and SIGQUIT's report show.
struct Frame {
  Frame* back;
  const Code* code;
  uint32_t position;                     // index into code->positions of what runs now
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
  void* lookup_cache = nullptr;          // per-thread type_lookup() cache
  ThreadState* next = nullptr;           // registry, under its lock
};

extern thread_local constinit ThreadState* this_thread;
extern uint32_t recursion_limit;         // sys.setrecursionlimit

// ---- safepoints ----
// Non-zero when any thread should stop at its next safepoint (collection, signal, grace period, async exception).
extern std::atomic<uint32_t> safepoint_request;
bool safepoint_slow();                   // false: an exception is pending (KeyboardInterrupt, ...)
// At loop back-edges and function entries of emitted code.
inline bool safepoint() {
  if (safepoint_request.load(std::memory_order_relaxed) == 0) [[likely]] return true;
  return safepoint_slow();
}
// Around anything that may block in C++: the thread counts as being at a safepoint and must not touch Python objects.
class BlockingRegion {
 public:
  BlockingRegion();
  ~BlockingRegion();
  BlockingRegion(const BlockingRegion&) = delete;
  BlockingRegion& operator=(const BlockingRegion&) = delete;
};

// Registers the calling OS thread as a Python thread for the object's lifetime.
class ThreadRegistration {
 public:
  ThreadRegistration();
  ~ThreadRegistration();
  ThreadState state;
};

// Raises RecursionError and returns false when the thread is too deep. `where` completes the message
// ("maximum recursion depth exceeded" + where), e.g. " while calling a Python object".
bool recursion_error(const char* where);
struct RecursionGuard {                  // for recursion in C++ (repr, compare, ...)
  explicit RecursionGuard(const char* where) {
    ThreadState* t = this_thread;
    ok = ++t->depth <= recursion_limit && reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) > t->stack_limit;
    if (!ok) [[unlikely]] recursion_error(where);
  }
  ~RecursionGuard() { --this_thread->depth; }
  bool ok;
};

}  // namespace py
