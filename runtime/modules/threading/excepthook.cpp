// Uncaught exceptions of threads: threading.excepthook, its default, and ExceptHookArgs.
// Definition: _excepthook in Modules/_threadmodule.c and _make_invoke_excepthook in Lib/threading.py.
#include "runtime/object/traceback.hpp"
#include "runtime/modules/threading/thread.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/struct_sequence.hpp"

namespace py {

namespace {

constexpr const char* field_names[] = {"exc_type", "exc_value", "exc_traceback", "thread", nullptr};

// sys.stderr, or Undefined if there is none.
Ref standard_error() {
  Ref file = module_attribute("sys", "stderr");
  if (file.is_error()) clear_error();
  return file.is_error() || file.get().is_none() ? Ref() : std::move(file);
}

bool write_line(Value file, const Text& line) {
  Ref text = line.to_str();
  return run_method(file, PY_NAME(write), text);
}

// hook(type, value, traceback) for sys.excepthook or sys.__excepthook__.
bool call_sys_hook(const char* name, Value type, Value exception, Value traceback) {
  Ref hook = module_attribute("sys", name);
  Ref result = hook.is_error() ? Error : call(hook, type, exception, traceback);
  return !result.is_error();
}

Ref traceback_of(Value exception) {
  Value traceback = exception.as<Exception>()->traceback.get();
  return traceback.is_undefined() ? None : traceback;
}

Value print_uncaught(Value type, Value exception, Value traceback, Value thread) {
  Ref current = standard_error();
  const bool replaced = current.is_undefined();
  // Where the thread was made there may have been one.
  ThreadObject* object = replaced ? as_thread(thread) : nullptr;
  Ref kept = object ? object->standard_error.get() : Undefined;
  Value file = replaced ? kept.get() : current.get();
  if (!is_given(file)) return None;
  Text header;
  header.append("Exception in thread ");
  Ref name = thread.is_none() ? Ref() : Ref(get_attribute_or_undefined(thread, PY_NAME(name)));
  if (name.is_error()) return Error;
  if (Str* text = name.is_undefined() ? nullptr : as_str(name)) append_utf8(header, text);
  else header.append_int(int64_t(this_thread->ident));
  header.append(":\n");
  if (replaced) {
    print_exception(header, exception);
    return write_line(file, header) && run_method(file, PY_NAME(flush)) ? None : Error;
  }
  if (!write_line(file, header) || !call_sys_hook("__excepthook__", type, exception, traceback)) return Error;
  return run_method(file, PY_NAME(flush)) ? None : Error;
}

}  // namespace

Type* excepthook_args_type() {
  static Type* const type = make_struct_sequence_type("_thread._ExceptHookArgs", "Type used to pass arguments to threading.excepthook.",
                                                      field_names, 4);
  return type;
}

Value default_excepthook(const Value* args, uint32_t) {
  if (!is_exactly(args[0], *excepthook_args_type())) {
    return raise(exc::TypeError, "_thread.excepthook argument type must be ExceptHookArgs");
  }
  Value type = struct_sequence_field(args[0], 0);
  if (type.same(value_of(exc::SystemExit))) return None;
  return print_uncaught(type, struct_sequence_field(args[0], 1), struct_sequence_field(args[0], 2), struct_sequence_field(args[0], 3));
}

void invoke_excepthook(Value thread) {
  Ref exception = fetch_error();
  Ref type = Ref::borrow(value_of(*type_of(exception)));
  Ref traceback = traceback_of(exception);
  Dict* names = threading_namespace();
  Ref hook = names ? dict_get(names, PY_NAME(excepthook)) : Undefined;
  Ref result;
  if (!is_given(hook)) {
    result = print_uncaught(type, exception, traceback, thread);
  } else {
    Value fields[] = {incref(type.get()), incref(exception.get()), incref(traceback.get()), incref(thread)};
    Ref arguments = make_struct_sequence(excepthook_args_type(), fields);
    result = call(hook, arguments);
  }
  if (!result.is_error()) return;

  Ref second = fetch_error();
  if (Ref file = standard_error(); !file.is_undefined()) {
    Text header;
    header.append("Exception in threading.excepthook:\n");
    if (!write_line(file, header) || !run_method(file, PY_NAME(flush))) clear_error();
  }
  Ref second_type = Ref::borrow(value_of(*type_of(second)));
  if (!call_sys_hook("excepthook", second_type, second, traceback_of(second))) clear_error();
}

}  // namespace py
