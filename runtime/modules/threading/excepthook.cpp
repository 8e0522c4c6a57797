// Uncaught exceptions of threads: threading.excepthook, its default, and ExceptHookArgs.
// Definition: _excepthook in Modules/_threadmodule.c and _make_invoke_excepthook in Lib/threading.py.
#include "runtime/modules/threading/thread.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/text.hpp"

namespace py {

namespace {

constexpr int64_t field_count = 4;
constexpr const char* field_names[field_count] = {"exc_type", "exc_value", "exc_traceback", "thread"};

template <int field>
Value get_field(Value self) {
  return incref(as_tuple(self)->items()[field]);
}
constexpr GetSetDef args_getsets[] = {{field_names[0], get_field<0>, nullptr},
                                      {field_names[1], get_field<1>, nullptr},
                                      {field_names[2], get_field<2>, nullptr},
                                      {field_names[3], get_field<3>, nullptr},
                                      {}};

Value args_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("_thread._ExceptHookArgs", kwnames) || !check_positional("_thread._ExceptHookArgs", n, 1, 1)) return Error;
  Ref fields = to_tuple(args[0]);
  if (fields.is_error()) return Error;
  int64_t given = fields.as<Tuple>()->length;
  if (given != field_count) {
    return raise(exc::TypeError, "_thread._ExceptHookArgs() takes a 4-sequence (%d-sequence given)", int(given));
  }
  return make_wrapped(cls, fields.take());
}

Value args_repr(Value self) {
  Text out;
  out.append("_thread._ExceptHookArgs(");
  for (int i = 0; i < field_count; ++i) {
    Ref text = repr(as_tuple(self)->items()[i]);
    if (text.is_error()) return Error;
    if (i) out.append(", ");
    out.append(field_names[i]);
    out.append('=');
    append_utf8(out, as_str(text));
  }
  out.append(')');
  return out.to_str();
}

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
  Ref file = standard_error();
  if (file.is_undefined()) return None;
  Text header;
  header.append("Exception in thread ");
  Ref name = thread.is_none() ? Ref() : Ref(get_attribute_or_undefined(thread, PY_NAME(name)));
  if (name.is_error()) return Error;
  if (Str* text = name.is_undefined() ? nullptr : as_str(name)) append_utf8(header, text);
  else header.append_int(int64_t(this_thread->ident));
  header.append(":\n");
  if (!write_line(file, header) || !call_sys_hook("__excepthook__", type, exception, traceback)) return Error;
  return run_method(file, PY_NAME(flush)) ? None : Error;
}

}  // namespace

constinit Type excepthook_args_type{{.name = "_thread._ExceptHookArgs",
                                     .instance_size = sizeof(Wrapped),
                                     .flags = kind_tuple | type_has_payload,
                                     .base = &tuple_type,
                                     .create = args_create,
                                     .repr = args_repr,
                                     .getsets = args_getsets}};

Value make_excepthook_args(Value type, Value exception, Value traceback, Value thread) {
  Value fields[] = {type, exception, traceback, thread};
  return make_wrapped(&excepthook_args_type, make_tuple(fields, field_count));
}

Value default_excepthook(const Value* args, uint32_t) {
  if (!is_exactly(args[0], excepthook_args_type)) {
    return raise(exc::TypeError, "_thread.excepthook argument type must be ExceptHookArgs");
  }
  Value* fields = as_tuple(args[0])->items();
  if (fields[0].same(value_of(exc::SystemExit))) return None;
  return print_uncaught(fields[0], fields[1], fields[2], fields[3]);
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
    Ref arguments = make_excepthook_args(type, exception, traceback, thread);
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
