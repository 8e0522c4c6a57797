// Calling things, and describing functions written in C++.
#pragma once

#include <cstddef>

#include "runtime/object/error.hpp"

namespace py {

// A function written in Python: code, defaults, closure.
struct Function : Object {
  const Code* code;
  Object* module;                        // Module whose globals it sees; owned
  Slot defaults;                         // Tuple for the last positional parameters, or None
  Slot keyword_defaults;                 // Dict or None
  Slot closure;                          // Tuple of Cell, or Undefined
  Slot name, qualname, doc, module_name, annotations, dict;   // dict, annotations: Undefined until asked for
};

// n positional arguments, then kwnames->length keyword values. kwnames may be null.
Value call(Value callee, const Value* args, uint32_t n, Tuple* kwnames);
Value call(Value callee, const Value* args, uint32_t n);
inline Value call(Value callee) { return call(callee, nullptr, 0); }
inline Value call(Value callee, Value a) { return call(callee, &a, 1); }
inline Value call(Value callee, Value a, Value b) { Value v[] = {a, b}; return call(callee, v, 2); }
inline Value call(Value callee, Value a, Value b, Value c) { Value v[] = {a, b, c}; return call(callee, v, 3); }
// f(*args, **kwargs): args any iterable, kwargs a mapping or Undefined.
Value call_unpacked(Value callee, Value args, Value kwargs);
// args[0].name(args[1:]...) without making a bound method.
Value call_method(Str* name, const Value* args, uint32_t n, Tuple* kwnames = nullptr);
inline Value call_method(Value self, Str* name) { return call_method(name, &self, 1); }
inline Value call_method(Value self, Str* name, Value a) { Value v[] = {self, a}; return call_method(name, v, 2); }
// As call_method for a dunder looked up on the type only; Undefined when the type has none.
Value call_special(Value self, Str* name, const Value* rest = nullptr, uint32_t n = 0);

// ---- functions written in C++ ----
// How arguments are checked; each kind words its TypeError as CPython's convention of the same name does.
enum class Arity : uint8_t {
  none,        // METH_NOARGS: "f() takes no arguments (1 given)"
  one,         // METH_O: "f() takes exactly one argument (2 given)"
  range,       // METH_FASTCALL with _PyArg_CheckPositional: "f expected at most 2 arguments, got 3"
  keywords,    // Argument Clinic with keywords: parameters given by `signature`
  raw,         // gets positional and keyword arguments unchecked (raw_fn)
};
// args[0] is self for methods of a type (the class for class methods), not for module functions.
using NativeFn = Value (*)(const Value* args, uint32_t n);
using RawNativeFn = Value (*)(const Value* args, uint32_t n, Tuple* kwnames);

// One entry of a method table; tables end with {}.
struct NativeDef {
  const char* name;
  NativeFn fn;
  Arity arity;
  uint8_t min, max;                      // Arity::range, self not counted; max 255: no limit
  // Arity::keywords: "iterable, /, key=, *, reverse=": names, '/' and '*' as in Python, '=' marks optional.
  // fn gets one args entry per parameter (after self), Undefined where not given.
  const char* signature;
  // The values mark the tables in object files for the linking of WebAssembly programs (compiler/driver/left_out.cpp).
  enum Kind : uint32_t { method = 0x64656600, class_method, static_method } kind;
  RawNativeFn raw_fn;                    // Arity::raw
  const char* doc;
};
#ifdef __wasm__
inline constexpr bool tables_have_gaps = true;   // functions that the program cannot name are left out: fn and raw_fn are null
static_assert(sizeof(NativeDef) == 28 && offsetof(NativeDef, fn) == 4 && offsetof(NativeDef, kind) == 16 && offsetof(NativeDef, raw_fn) == 20);
#else
inline constexpr bool tables_have_gaps = false;
#endif
#define PY_NOARGS(name, fn) {name, fn, ::py::Arity::none, 0, 0, nullptr, ::py::NativeDef::method, nullptr, nullptr}
#define PY_ONE(name, fn) {name, fn, ::py::Arity::one, 1, 1, nullptr, ::py::NativeDef::method, nullptr, nullptr}
#define PY_RANGE(name, fn, min, max) {name, fn, ::py::Arity::range, min, max, nullptr, ::py::NativeDef::method, nullptr, nullptr}
#define PY_KEYWORDS(name, fn, signature) {name, fn, ::py::Arity::keywords, 0, 0, signature, ::py::NativeDef::method, nullptr, nullptr}
#define PY_RAW(name, fn) {name, nullptr, ::py::Arity::raw, 0, 0, nullptr, ::py::NativeDef::method, fn, nullptr}

struct MemberDef {                       // a Slot at a fixed offset of the instance
  const char* name;
  uint32_t offset;
  bool read_only;
};
struct GetSetDef {                       // a computed attribute
  const char* name;
  Value (*get)(Value self);
  Truth (*set)(Value self, Value value /* Undefined: delete */);   // null: "attribute 'x' of 'T' objects is not writable"
};

// A native function object for a module (self Undefined) or bound to self.
Value make_native_function(const NativeDef& def, Value self = Undefined, const char* module_name = nullptr);
Value make_bound_method(Value function, Value self);
// The descriptor_get of types whose instances a class may have for methods: called with self first they do what `self.name(...)` does.
Value get_as_method(Value self, Value object, Type* owner);
Value make_super(Type* cls, Value self);                // super(cls, self)

// Binds positional and keyword arguments to a NativeDef of Arity::keywords; out has room for all parameters.
// Also for `create`/`init` slots of types: pass a static def that carries name and signature. false: error.
bool bind_arguments(const NativeDef& def, const Value* args, uint32_t n, Tuple* kwnames, Value* out);
// For types and functions that take no keywords: "f() takes no keyword arguments". false: error.
bool reject_keywords(const char* name, Tuple* kwnames);
// "f expected at least 1 argument, got 0" and so on. false: error.
bool check_positional(const char* name, uint32_t n, uint32_t min, uint32_t max);

}  // namespace py
