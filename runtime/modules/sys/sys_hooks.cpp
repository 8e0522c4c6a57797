// sys: excepthook, unraisablehook, displayhook, breakpointhook.
#include "runtime/builtins/builtins_internal.hpp"
#include "runtime/modules/sys/sys_internal.hpp"
#include "runtime/object/runtime.hpp"
#include "runtime/object/traceback.hpp"
#include "runtime/types/struct_sequence.hpp"

namespace py::sys {
namespace {

Value except_hook(const Value* args, uint32_t) {
  if (!as_exception(args[1])) return raise(exc::TypeError, "print_exception(): Exception expected for value, %T found", args[1]);
  if (is_exactly(args[2], traceback_type)) args[1].as<Exception>()->traceback.set(incref(args[2]));
  print_exception(args[1]);
  return None;
}

Type* unraisable_type = nullptr;
Value make_arguments(Value exception, Value where, Value message) {
  Ref traceback = slot_or_none(exception.as<Exception>()->traceback);
  Value fields[] = {object_value(type_of(exception)), incref(exception), traceback.take(), message.is_undefined() ? None : incref(message), where.is_undefined() ? None : incref(where)};
  return make_struct_sequence(unraisable_type, fields);
}
Value unraisable_hook(const Value* args, uint32_t) {
  if (type_of(args[0]) != unraisable_type) return raise(exc::TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs");
  Value exception = struct_sequence_field(args[0], 1);
  if (as_exception(exception)) print_unraisable(exception, struct_sequence_field(args[0], 4), struct_sequence_field(args[0], 3));
  return None;
}

Value display_hook(const Value* args, uint32_t) {
  Dict* builtins = builtins_dict();
  Str* underscore = intern("_");
  if (args[0].is_none()) return None;
  dict_set(builtins, underscore, None);
  Ref print = dict_get(builtins, intern("print")), text = repr(args[0]);
  if (text.is_error() || print.is_undefined()) return Error;
  Ref r = call(print, text);
  if (r.is_error()) return Error;
  dict_set(builtins, underscore, args[0]);
  return None;
}

}  // namespace

const NativeDef hook_functions[] = {
    PY_RANGE("excepthook", except_hook, 3, 3),
    PY_ONE("unraisablehook", unraisable_hook),
    PY_ONE("displayhook", display_hook),
    PY_RAW("breakpointhook", breakpoint_hook),
    {},
};

bool add_hooks(Module* module) {
  static const char* const fields[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object", nullptr};
  unraisable_type = make_struct_sequence_type("UnraisableHookArgs", nullptr, fields, 5);
  if (!unraisable_type) return false;
  make_unraisable_arguments = make_arguments;
  for (const char* name : {"excepthook", "unraisablehook", "displayhook", "breakpointhook"}) {
    Text dunder;
    dunder.append("__");
    dunder.append(name);
    dunder.append("__");
    Ref function = dict_get(module->globals, intern(name));
    dict_set(module->globals, intern(dunder.view()), function);
  }
  return true;
}

}  // namespace py::sys
