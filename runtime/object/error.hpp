// Raising, catching and chaining exceptions. Errors are values: a function that raises sets the
// thread's pending exception and returns Error (Value), -1 (Truth, lengths) or false (bool).
#pragma once

#include "runtime/object/thread_state.hpp"

namespace py {

// BaseException's layout; subclasses with more fields (OSError, StopIteration, ...) derive from it.
struct Exception : Object {
  Slot args;                             // Tuple
  Slot traceback;                        // Traceback or Undefined
  Slot context, cause;                   // Exception or Undefined
  Slot notes;                            // kept in __dict__ as __notes__ like CPython; unused here
  std::atomic<bool> suppress_context;
};

struct Traceback : Object {              // one entry, outermost first through `next`
  Slot next;                             // Traceback or Undefined
  const Code* code;
  uint32_t position;
  Slot frame;                            // FrameObject made on demand
  Value module;                          // owned
};

namespace exc {                          // the built-in exception classes: exc::TypeError is a Type
#define PORTALIS_EXCEPTION(name, base) extern Type name;
#include "abi/exceptions.def"
#undef PORTALIS_EXCEPTION
}  // namespace exc

// Raises type(message). Format: %s char*, %d int, %l int64_t, %u uint64_t, %c int (code point), %T Value -> its type's name, %A the same, but
// "None" for None as in CPython's argument parsers, %N Type* -> its name, %S Value -> str(), %R Value -> repr(), %U Str*, %%. Always Error.
[[gnu::cold]] Value raise(Type& type, const char* format, ...);
// The same formatting into a str; also %p (an address as CPython prints it).
Value format_text(const char* format, ...);
// type(message); message_owned may be Error, which is passed on.
Value make_exception(Type& type, Value message_owned);
Value make_exception_args(Type& type, const Value* args, uint32_t n);
// AttributeError and NameError carry what was looked for, for the suggestions in tracebacks.
void set_attribute_error_fields(Value error, Value name, Value object);
[[gnu::cold]] Value raise_value(Value exception_borrowed);           // raise an existing exception object (sets __context__)
[[gnu::cold]] Value raise_no_memory();
[[gnu::cold]] Value raise_os_error(int error_number, Value filename = Undefined, Value filename2 = Undefined);
[[gnu::cold]] Value raise_key_error(Value key);
[[gnu::cold]] Value raise_stop_iteration(Value result);              // Undefined or None: no argument
// The raise statement: exception may be a class or an instance; cause Undefined: no `from`.
Value raise_statement(Value exception, Value cause = Undefined);
Value reraise();                         // bare raise

inline bool error_pending() { return !this_thread->pending.is_undefined(); }
Value fetch_error();                     // takes the pending exception (owned); Undefined when none
void restore_error(Value exception_owned);   // makes it pending again, no context added
void clear_error();
bool error_matches(Type& type);          // is the pending exception an instance of type?
// `except X:` test; kinds may be a class or a (nested) tuple of classes; TypeError for anything else. -1 error.
Truth exception_matches(Value exception, Value kinds);
// Reports the pending exception through sys.unraisablehook ("Exception ignored in: ...").
void write_unraisable(Value where);

// Adds the frame's current position to the pending exception's traceback. Returns Error.
[[gnu::cold]] Value add_traceback(Frame* frame);

}  // namespace py
