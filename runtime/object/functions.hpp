// Callable objects and descriptors of the object model: layouts and what their files share.
#pragma once

#include "runtime/object/class.hpp"

namespace py {

// What is made of a Code once, on first use: interned names and the code object Python sees.
struct CodeCache {
  Value code_object;                     // immortal
  Str* names[];                          // as Code::names
};
CodeCache* cache_of(const Code& code);   // nullptr: no memory, error pending
struct CodeObject : Object { const Code* code; };
Value code_object(const Code& code);     // borrowed, immortal

struct BoundMethod : Object { Value function, self; };          // owned
struct NativeFunction : Object {
  const NativeDef* def;
  Value self;                            // owned; Undefined for functions of a module
  const char* module;                    // null for methods
  Type* owner;                           // class of a method, or null
};
struct MethodDescriptor : Object {
  Type* owner;
  const NativeDef* def;
};
struct GetSetDescriptor : Object {
  Type* owner;
  const GetSetDef* def;
};
struct MemberDescriptor : Object {
  Type* owner;
  Str* name;
  uint32_t offset;
  bool read_only;
};
struct CallableWrapper : Object { Slot callable; };             // staticmethod, classmethod
struct Property : Object { Slot getter, setter, deleter, doc, name; bool doc_from_getter; };
struct Super : Object { Slot this_class, self, self_class; };

// Do n positional arguments bind as they are, without defaults or collecting?
inline bool takes_exactly(const Code* c, uint32_t n) {
  return c->positional == n && c->parameter_count == n && !(c->flags & (code_varargs | code_varkeywords));
}

// The C++ function, where `given` positional arguments (without self) need no binding; nullptr: they do, or the program was
// linked without it.
inline NativeFn takes_as_they_are(const NativeDef& def, uint32_t given) {
  bool fits = (def.arity == Arity::none && given == 0) || (def.arity == Arity::one && given == 1) ||
              (def.arity == Arity::range && given >= def.min && (given <= def.max || def.max == 255));
  return fits ? def.fn : nullptr;
}

// Calls def's function. args[0] is self when has_self; n counts it.
Value call_native(const NativeDef& def, Type* owner, const char* module, bool has_self, const Value* args, uint32_t n, Tuple* kwnames);
Value make_native_method(const NativeDef& def, Type* owner, Value self);
Value call_function(Function* f, const Value* args, uint32_t n, Tuple* kwnames);
// The plain method of self's class that self.name(...) calls with self as its first argument, owned; Undefined when it calls something else.
Value class_method(Value self, Str* name);
// call_method() for a call that stands in compiled code: a failed lookup has a place of its own in the innermost frame.
Value call_method_in_code(Str* name, const Value* args, uint32_t n, Tuple* kwnames);
Value bind_and_call(Function* f, const Value* args, uint32_t n, Tuple* kwnames);
Value function_qualname(Function* f);    // owned

// The parsed form of NativeDef::signature.
inline constexpr uint32_t most_parameters = 16;
struct Signature {
  uint8_t count, positional_only, positional;   // positional: can be given by position
  uint8_t required_positional;           // leading parameters without '='
  uint32_t optional;                     // bit for each parameter with '='
  Str* names[most_parameters];
};
// Whether a call that gives the first n parameters gives all it must.
inline bool leaves_out_only_optional(const Signature& s, uint32_t n) { return (s.optional | ((1u << n) - 1)) == (1u << s.count) - 1; }
const Signature& signature_of(const NativeDef& def);

}  // namespace py
