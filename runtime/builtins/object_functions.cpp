// Functions about any object: attributes, classes, identity, hash, text.
#include "runtime/builtins/builtins_internal.hpp"
#include "runtime/object/class_statement.hpp"
#include "runtime/object/containers.hpp"

namespace py {

namespace {

Value ascii_function(const Value* args, uint32_t) { return ascii(args[0]); }
Value repr_function(const Value* args, uint32_t) { return repr(args[0]); }
Value callable_function(const Value* args, uint32_t) { return boolean(type_of(args[0])->call != nullptr); }
Value id_function(const Value* args, uint32_t) { return make_int(static_cast<int64_t>(args[0].bits)); }

Value hash_function(const Value* args, uint32_t) {
  int64_t h = hash(args[0]);
  return h == -1 ? Error : make_int(h);
}

Value len_function(const Value* args, uint32_t) {
  int64_t n = length(args[0]);
  return n < 0 ? Error : make_int(n);
}

Value truth_result(Truth t) { return t < 0 ? Error : boolean(t); }
Value isinstance_function(const Value* args, uint32_t) { return truth_result(is_instance(args[0], args[1])); }
Value issubclass_function(const Value* args, uint32_t) { return truth_result(is_subclass(args[0], args[1])); }

// The interned attribute name, or nullptr with TypeError.
Str* attribute_name(Value v) {
  if (Str* s = as_str(v)) return s->is_interned() ? s : intern(s);
  (void)raise(exc::TypeError, "attribute name must be string, not '%T'", v);
  return nullptr;
}

Value getattr_function(const Value* args, uint32_t n) {
  Str* name = attribute_name(args[1]);
  if (!name) return Error;
  if (n == 2) return get_attribute(args[0], name);
  Value found = get_attribute_or_undefined(args[0], name);
  return found.is_undefined() ? incref(args[2]) : found;
}
Value hasattr_function(const Value* args, uint32_t) {
  Str* name = attribute_name(args[1]);
  if (!name) return Error;
  Ref found = get_attribute_or_undefined(args[0], name);
  return found.is_error() ? Error : boolean(!found.is_undefined());
}
Value setattr_function(const Value* args, uint32_t) {
  Str* name = attribute_name(args[1]);
  return name && set_attribute(args[0], name, args[2]) >= 0 ? None : Error;
}
Value delattr_function(const Value* args, uint32_t) {
  Str* name = attribute_name(args[1]);
  return name && delete_attribute(args[0], name) >= 0 ? None : Error;
}

Dict* current_globals() { return module_globals(this_thread->frame->module); }

Value globals_function(const Value*, uint32_t) { return incref(object_value(current_globals())); }

Value vars_function(const Value* args, uint32_t n) {
  if (n == 0) return globals_function(args, n);
  static Str* const name = intern("__dict__");
  Value found = get_attribute_or_undefined(args[0], name);
  return found.is_undefined() ? raise(exc::TypeError, "vars() argument must have __dict__ attribute") : found;
}

Value dir_function(const Value* args, uint32_t n) {
  Ref names;
  if (n == 0) {
    names = Ref(to_list(object_value(current_globals())));
  } else {
    static Str* const method = intern("__dir__");
    Ref given = call_special(args[0], method);
    if (given.is_error()) return Error;
    if (given.is_undefined()) return raise(exc::TypeError, "object does not provide __dir__");
    names = Ref(to_list(given));
  }
  if (names.is_error() || list_sort(names.as<List>(), None, false) < 0) return Error;
  return names.take();
}

Value format_function(const Value* args, uint32_t n) {
  if (n == 2 && !as_str(args[1])) return raise(exc::TypeError, "format() argument 2 must be str, not %A", args[1]);
  static Str* const empty = intern("");
  return format(args[0], n == 2 ? args[1] : object_value(empty));
}

Value import_function(const Value* args, uint32_t) {
  Str* name = as_str(args[0]);
  if (!name) return raise(exc::TypeError, "module name must be a string");
  Ref module = import_module(name);
  if (module.is_error() || (!args[3].is_undefined() && truth(args[3]))) return module.take();
  int64_t dot = 0;                                       // the top package, unless names were asked for
  while (dot < name->length && name->at(dot) != '.') ++dot;
  if (dot == name->length) return module.take();
  Ref slice = make_slice(None, small_int(dot), None);
  Ref top = get_item(args[0], slice);
  return top.is_error() ? Error : import_module(as_str(top));
}

// What a class statement compiles to in CPython. The body is an ordinary function here: it binds nothing in the class.
Value build_class_function(const Value* args, uint32_t n, Tuple* kwnames) {
  if (n < 2) return raise(exc::TypeError, "__build_class__: not enough arguments");
  if (!is_exactly(args[0], function_type)) return raise(exc::TypeError, "__build_class__: func must be a function");
  if (!as_str(args[1])) return raise(exc::TypeError, "__build_class__: name is not a string");
  Ref bases = make_tuple(args + 2, n - 2), keywords;
  if (bases.is_error()) return Error;
  if (kwnames) {
    keywords = make_dict();
    if (keywords.is_error()) return Error;
    for (int64_t i = 0; i < kwnames->length; ++i)
      if (dict_set(keywords.as<Dict>(), kwnames->items()[i], args[n + i]) < 0) return Error;
  }
  ClassStatement statement;
  if (!begin_class(statement, args[1], bases, keywords)) return Error;
  Ref cell = call(args[0]);
  return cell.is_error() ? Error : finish_class(statement, cell);
}

}  // namespace

const NativeDef object_builtins[] = {
    PY_ONE("ascii", ascii_function),
    PY_RAW("__build_class__", build_class_function),
    PY_ONE("callable", callable_function),
    PY_RANGE("delattr", delattr_function, 2, 2),
    PY_RANGE("dir", dir_function, 0, 1),
    PY_RANGE("format", format_function, 1, 2),
    PY_RANGE("getattr", getattr_function, 2, 3),
    PY_NOARGS("globals", globals_function),
    PY_NOARGS("locals", globals_function),               // of a module; inside functions the compiler provides them
    PY_RANGE("hasattr", hasattr_function, 2, 2),
    PY_ONE("hash", hash_function),
    PY_ONE("id", id_function),
    PY_KEYWORDS("__import__", import_function, "name, globals=, locals=, fromlist=, level="),
    PY_RANGE("isinstance", isinstance_function, 2, 2),
    PY_RANGE("issubclass", issubclass_function, 2, 2),
    PY_ONE("len", len_function),
    PY_ONE("repr", repr_function),
    PY_RANGE("setattr", setattr_function, 3, 3),
    PY_RANGE("vars", vars_function, 0, 1),
    {},
};

}  // namespace py
