// Functions of dataclasses: what CPython's dataclasses module compiles text for. Each is an ordinary Python function whose
// Code carries what the text would say: the names of the fields, and for each what attribute sites remember.
//
// As the code of other functions, such a Code lives for ever; Python values that it needs are in the function's closure.
#pragma once

#include "runtime/object/functions.hpp"
#include "runtime/object/sites.hpp"

namespace py::dataclasses {

struct Field {
  Str* name;
  int32_t argument;                      // __init__: which argument is stored; -1: none, the factory makes the value
  mutable AttributeSite site;
};

struct GeneratedCode : Code {
  uint32_t count;
  uint32_t post_count;                   // __init__: arguments of __post_init__
  const int32_t* post_arguments;         // which argument each is; -1: the one kept in the closure
  bool frozen, has_post_init, has_kept;  // has_kept: the closure holds factories and defaults
  mutable AttributeSite class_site;
  mutable std::atomic<uint32_t> plain_version{0};        // of a class whose instances say themselves what class they are of
  Field fields[];
};
inline const GeneratedCode* generated_code(Function* f) { return static_cast<const GeneratedCode*>(f->code); }

// A new GeneratedCode with room for `count` fields; name and qualname are to live for ever. null: error.
GeneratedCode* make_code(const char* name, const char* qualname, uint32_t count, const char* const* names, uint32_t parameters);
// A function of that code that sees the globals of `module`; kept: a tuple for the closure, or Undefined.
Value make_function(const GeneratedCode* code, Object* module, Value defaults, Value keyword_defaults, Value kept);

// The activation of a generated function; its statement n is in line n + 3 of "<string>", as in CPython's text.
class GeneratedFrame : Frame {
 public:
  GeneratedFrame(Function* callee, const char* too_deep_where) {
    ThreadState* thread = this_thread;
    back = thread->frame;
    code = callee->code;
    position = 0, traced = false;
    function = callee;
    module = callee->module;
    thread->frame = this;
    ++thread->depth;
    bool deep = too_deep(thread->depth) || reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < thread->stack_limit;
    ok = deep ? recursion_error(too_deep_where) : safepoint();
  }
  ~GeneratedFrame() {
    ThreadState* thread = this_thread;
    thread->frame = back;
    --thread->depth;
  }
  GeneratedFrame(const GeneratedFrame&) = delete;
  GeneratedFrame& operator=(const GeneratedFrame&) = delete;
  void at(uint32_t statement) { position = statement; }
  Value fail() { return add_traceback(this); }
  bool ok;                               // false: an exception is pending, and nothing of the body runs
};

Value initializer(const Value* args, uint32_t n);
Value method(const Value* args, uint32_t n);

}  // namespace py::dataclasses
