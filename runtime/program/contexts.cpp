// with statements, raise and assert, except*, imports, super().
#include "runtime/object/class.hpp"
#include "runtime/object/import.hpp"
#include "runtime/object/text.hpp"
#include "runtime/object/native_context.hpp"
#include "runtime/program/statements.hpp"
#include "runtime/program/start.hpp"

namespace py {

// ---- with ----
// __enter__ and __exit__ are looked up on the type, __exit__ bound before __enter__ runs... in CPython's order: enter first.
static Value special_method(Value v, Str* name) {
  Ref found = Ref::borrow(type_lookup(type_of(v), name));
  if (found.is_undefined()) return Undefined;
  Type* type = type_of(found);
  return type->descriptor_get ? type->descriptor_get(found, v, type_of(v)) : found.take();
}

bool with_enter(Value manager, Ref& entered, Ref& exit) {
  if (const NativeContext* native = find_native_context(manager)) {   // then the manager itself stands for its __exit__
    exit = Ref::borrow(manager);
    entered = Ref(native->enter(manager));
    return !entered.is_error();
  }
  static Str *const n_enter = intern("__enter__"), *const n_exit = intern("__exit__");
  Ref enter = Ref::borrow(type_lookup(type_of(manager), n_enter));
  bool takes_manager = is_plain_method(enter);           // so that nothing need be bound
  if (!takes_manager) enter = Ref(special_method(manager, n_enter));
  if (enter.is_error()) return false;
  if (enter.is_undefined()) {
    return (void)raise(exc::TypeError, "'%T' object does not support the context manager protocol", manager), false;
  }
  exit = Ref(special_method(manager, n_exit));
  if (exit.is_error()) return false;
  if (exit.is_undefined()) {
    return (void)raise(exc::TypeError, "'%T' object does not support the context manager protocol (missed __exit__ method)", manager), false;
  }
  entered = Ref(takes_manager ? call(enter, manager) : call(enter));
  return !entered.is_error();
}

bool with_exit(Value exit) {
  if (const NativeContext* native = find_native_context(exit)) return native->exit(exit);
  Ref result = call(exit, None, None, None);
  return !result.is_error();
}

Truth with_exit_error(Value exit, Value exception) {
  if (const NativeContext* native = find_native_context(exit)) return native->exit(exit) ? 0 : -1;
  Value traceback = exception.as<Exception>()->traceback.peek();
  Ref held = Ref::borrow(traceback.is_undefined() ? None : traceback);
  Ref result = call(exit, value_of(*type_of(exception)), exception, held);
  return result.is_error() ? -1 : truth(result);
}

// ---- raise ----
Value raise_assertion(Value message) {
  if (message.is_undefined()) return raise_statement(value_of(exc::AssertionError));
  Ref exception = call(value_of(exc::AssertionError), message);
  return exception.is_error() ? Error : raise_statement(exception);
}

bool reraise_handled() {
  for (Handling* h = this_thread->handling; h; h = h->outer) {
    if (h->exception.is_undefined() || h->exception.is_none()) continue;
    restore_error(incref(h->exception));
    return true;
  }
  (void)raise(exc::RuntimeError, "No active exception to reraise");
  return false;
}

Value reraise_caught(Value exception) {
  restore_error(incref(exception));
  return Error;
}

// ---- imports ----
static Str* top_package(Str* dotted) {
  std::string_view text = dotted->ascii();
  size_t dot = text.find('.');
  return dot == std::string_view::npos ? dotted : intern(text.substr(0, dot));
}

Value import_name(Str* name, bool whole) {
  Ref module = import_module(name);
  if (module.is_error() || whole) return module.take();
  Str* top = top_package(name);
  if (top == name) return module.take();
  return import_module(top);
}

// The submodule module.name, if the program is linked with one that is not imported yet.
static Value import_submodule(Value module, Str* name) {
  static Str* const n_name = intern("__name__");
  Ref package = get_attribute_or_undefined(module, n_name);
  if (package.is_error()) return Error;
  if (package.is_undefined() || !as_str(package)) return Undefined;
  Text dotted;
  append_utf8(dotted, as_str(package));
  dotted.append('.');
  append_utf8(dotted, name);
  Str* whole = intern(dotted.view());
  if (module_is_linked(whole)) return import_module(whole);
  return dict_get(sys_modules(), whole);
}

Value import_from(Value module, Str* name) {
  static Str *const n_name = intern("__name__"), *const n_file = intern("__file__"), *const n_path = intern("path");
  Ref found = get_attribute_or_undefined(module, name);
  if (found.is_undefined()) found = Ref(import_submodule(module, name));
  if (!found.is_undefined()) return found.take();
  Ref module_name = get_attribute_or_undefined(module, n_name), file = get_attribute_or_undefined(module, n_file);
  if (module_name.is_error() || file.is_error()) return Error;
  bool has_name = !module_name.is_undefined() && as_str(module_name), has_file = !file.is_undefined() && as_str(file);
  Ref shown = has_name ? module_name.take() : make_str("<unknown module name>");
  bool half_made = is_exactly(module, module_type) && is_loading(module.as<Module>());
  Ref place = has_file ? Ref::borrow(file) : Ref(make_str("unknown location"));
  if (half_made) {
    (void)raise(exc::ImportError, "cannot import name '%U' from partially initialized module '%U' (most likely due to a circular import) (%U)", name,
                as_str(shown), as_str(place));
  } else {
    (void)raise(exc::ImportError, "cannot import name '%U' from '%U' (%U)", name, as_str(shown), as_str(place));
  }
  static Str* const n_error_name = intern("name");
  Ref error = fetch_error();
  if (set_attribute(error, n_error_name, shown) < 0 || (has_file && set_attribute(error, n_path, file) < 0)) clear_error();
  restore_error(error.take());
  return Error;
}

bool import_star(Value module, Dict* globals) {
  static Str* const n_all = intern("__all__");
  Ref all = get_attribute_or_undefined(module, n_all);
  if (all.is_error()) return false;
  bool every = all.is_undefined();
  if (every) {
    static Str* const n_dict = intern("__dict__");
    Ref dict = get_attribute(module, n_dict);
    if (dict.is_error()) return false;
    all = Ref(to_list(dict));
    if (all.is_error()) return false;
  }
  Ref iterator = iter(all);
  if (iterator.is_error()) return false;
  for (;;) {
    Ref name = next(iterator);
    if (name.is_error()) return false;
    if (name.is_undefined()) return true;
    Str* text = as_str(name);
    if (!text) return (void)raise(exc::TypeError, "Item in __all__ must be str, not %T", name.get()), false;
    if (every && text->length > 0 && text->at(0) == '_') continue;
    Ref value = get_attribute(module, intern(text));
    if (value.is_error()) return false;
    dict_set(globals, intern(text), value);
  }
}

}  // namespace py
