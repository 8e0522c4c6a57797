// Layouts of the exception classes that have fields of their own, and what the error code shares.
// All fields are Slots: any thread may read an exception while another changes it.
#pragma once

#include "runtime/object/class.hpp"
#include "runtime/object/error.hpp"

namespace py {

struct StopIterationError : Exception { Slot value; };
struct SystemExitError : Exception { Slot code; };
struct OSErrorObject : Exception {       // written: characters written, for BlockingIOError
  Slot number, text, filename, filename2, written;
};
struct ImportErrorObject : Exception { Slot message, name, path; };
struct NameErrorObject : Exception { Slot name; };
struct AttributeErrorObject : Exception { Slot name, object; };
struct SyntaxErrorObject : Exception {
  Slot message, filename, line, offset, text, end_line, end_offset, print_file_and_line;
};
struct UnicodeErrorObject : Exception { Slot encoding, object, start, end, reason; };
struct GroupObject : Exception { Slot message, exceptions; };

inline Exception* as_exception(Value v) { return v.is_object() && has_flag(v, kind_exception) ? v.as<Exception>() : nullptr; }

// create slot of all exception classes: fields Undefined or None, args = the positional arguments.
Value exception_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames);
Truth exception_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
void exception_dealloc(Object* o);
void exception_traverse(Object* o, Visitor& visitor);
void exception_clear(Object* o);
inline Value slot_or_none(const Slot& s) {
  Value v = s.peek();
  return v.is_undefined() ? None : incref(v);
}
inline Tuple* exception_args(Value e) { return e.as<Exception>()->args.peek().as<Tuple>(); }

// ---- groups ----
extern const NativeDef group_methods[];
Value group_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames);
Value group_str(Value self);
// Splits by a condition (a class or tuple of classes, or a callable). Results owned or None.
bool split_group(Value exception, Value kinds, Value& match, Value& rest);
Value derive_group(Value original, List* members);          // original.derive(members) with the metadata of original
// except*: combines what handlers raised with what nobody handled, as CPython's _PyExc_PrepReraiseStar does.
Value combine_star(Value original, List* raised);        // owned exception or None; Error

// ---- slots of single classes ----
extern const MemberDef stop_iteration_members[], system_exit_members[], name_error_members[], attribute_error_members[],
    import_error_members[], syntax_error_members[], os_error_members[], unicode_error_members[], group_members[];
extern const GetSetDef os_error_getsets[], exception_getsets[];
extern const NativeDef exception_methods[];
Value self_args_for_pickle(Value exception);             // what to call the class with to get an equal exception
Value current_handled_exception();                       // borrowed; Undefined when none is being handled
Value exception_repr(Value self);
Value exception_str(Value self);
Value key_error_str(Value self);
Value os_error_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames);
Truth os_error_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Value os_error_str(Value self);
Truth stop_iteration_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Truth system_exit_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Truth name_error_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Truth attribute_error_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Truth import_error_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Value import_error_str(Value self);
Truth syntax_error_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Value syntax_error_str(Value self);
Truth unicode_decode_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Truth unicode_encode_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Truth unicode_translate_init(Value self, const Value* args, uint32_t n, Tuple* kwnames);
Value unicode_decode_str(Value self);
Value unicode_encode_str(Value self);
Value unicode_translate_str(Value self);

}  // namespace py
