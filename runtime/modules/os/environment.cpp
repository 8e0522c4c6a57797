// os.environ, getenv, putenv.
//
// environ is a dict whose changes are passed on to the process's own environment, for the programs it starts and for
// C code. CPython's is a MutableMapping around a dict; being a dict is the one difference.
#include <unistd.h>

#include <cstdlib>
#include <cerrno>
#include <string_view>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/types/codec.hpp"

extern char** environ;

namespace py::os {
namespace {

bool check_str(Value v) {
  if (!as_str(v)) (void)raise(exc::TypeError, "str expected, not %T", v);
  return as_str(v);
}

// value Undefined: removed.
Truth set_variable(Value key, Value value) {
  SystemPath name, text;
  if (!check_str(key) || !name.read(key)) return -1;
  if (value.is_undefined()) return ::unsetenv(name.c()) < 0 ? ((void)raise_os_error(errno), -1) : 0;
  if (!check_str(value) || !text.read(value)) return -1;
  if (name.text.size == 0 || name.text.view().find('=') != std::string_view::npos)
    return (void)raise_os_error(EINVAL), -1;
  return ::setenv(name.c(), text.c(), 1) < 0 ? ((void)raise_os_error(errno), -1) : 0;
}

Truth set(Value self, Value key, Value value) {
  if (!check_str(key) || (!value.is_undefined() && !check_str(value))) return -1;
  if (value.is_undefined()) {
    Truth removed = dict_delete(as_dict(self), key);
    if (removed == 0) (void)raise_key_error(key);
    return removed <= 0 ? -1 : set_variable(key, Undefined);
  }
  return set_variable(key, value) < 0 ? -1 : dict_set(as_dict(self), key, value);
}

Value pop(const Value* args, uint32_t n) {
  Value value = dict_pop(as_dict(args[0]), args[1]);
  if (value.is_error()) return Error;
  if (value.is_undefined()) return n > 2 ? incref(args[2]) : raise_key_error(args[1]);
  Ref held(value);
  return set_variable(args[1], Undefined) < 0 ? Error : held.take();
}

Value popitem(const Value* args, uint32_t) {
  Value key, value;
  if (!dict_pop_item(as_dict(args[0]), true, key, value)) return raise(exc::KeyError, "popitem(): dictionary is empty");
  Ref k(key), v(value);
  return set_variable(k, Undefined) < 0 ? Error : tuple_of(k, v);
}

Value setdefault(const Value* args, uint32_t n) {
  Ref value = dict_get(as_dict(args[0]), args[1]);
  if (value.is_error() || !value.is_undefined()) return value.take();
  Value fallback = n > 2 ? args[2] : None;
  return set(args[0], args[1], fallback) < 0 ? Error : incref(fallback);
}

Value update(const Value* args, uint32_t n, Tuple* kwnames) {
  Ref added = make_dict();
  if (n > 2) return raise(exc::TypeError, "update expected at most 1 argument, got %d", static_cast<int>(n - 1));
  if (n > 1 && dict_update(added.as<Dict>(), args[1]) < 0) return Error;
  for (int64_t i = 0; kwnames && i < kwnames->length; ++i)
    if (dict_set(added.as<Dict>(), kwnames->items()[i], args[n + i]) < 0) return Error;
  Values items;
  if (!dict_snapshot(added.as<Dict>(), DictPart::items, items)) return Error;
  for (int64_t i = 0; i + 1 < items.size(); i += 2)
    if (set(args[0], items[i], items[i + 1]) < 0) return Error;
  return None;
}

Value clear(const Value* args, uint32_t) {
  Values keys;
  if (!dict_snapshot(as_dict(args[0]), DictPart::keys, keys)) return Error;
  for (int64_t i = 0; i < keys.size(); ++i)
    if (set(args[0], keys[i], Undefined) < 0) return Error;
  return None;
}

Value copy(const Value* args, uint32_t) {
  Ref plain = make_dict();
  return dict_update_dict(plain.as<Dict>(), as_dict(args[0])) < 0 ? Error : plain.take();
}

Value environ_repr(Value self) {
  Ref plain = copy(&self, 1);
  Ref inner = plain.is_error() ? Error : repr(plain);
  if (inner.is_error()) return Error;
  Text out;
  out.append("environ(");
  append_utf8(out, as_str(inner));
  out.append(")");
  return out.to_str();
}

constexpr NativeDef methods[] = {
    PY_RANGE("pop", pop, 1, 2), PY_NOARGS("popitem", popitem), PY_RANGE("setdefault", setdefault, 1, 2), PY_RAW("update", update),
    PY_NOARGS("clear", clear), PY_NOARGS("copy", copy), {},
};

constinit Type environ_type{{.name = "os._Environ", .instance_size = sizeof(Dict), .base = &dict_type, .repr = environ_repr, .set_item = set, .methods = methods}};

constinit Slot the_environment;

Value getenv(const Value* args, uint32_t) {
  if (!check_str(args[0])) return Error;
  Ref value = dict_get(as_dict(the_environment.peek()), args[0]);
  if (value.is_error() || !value.is_undefined()) return value.take();
  return args[1].is_undefined() ? None : incref(args[1]);
}

Value putenv(const Value* args, uint32_t) { return set_variable(args[0], args[1]) < 0 ? Error : None; }
Value unsetenv(const Value* args, uint32_t) { return set_variable(args[0], Undefined) < 0 ? Error : None; }

constexpr NativeDef functions[] = {PY_KEYWORDS("getenv", getenv, "key, default="), PY_RANGE("putenv", putenv, 2, 2), PY_ONE("unsetenv", unsetenv), {}};

}  // namespace

bool add_environment(Module* os) {
  type_ready(environ_type);
  Ref dict = dict_type.create(&environ_type, nullptr, 0, nullptr);
  if (dict.is_error()) return false;
  for (char** entry = environ; entry && *entry; ++entry) {
    std::string_view text = *entry;
    size_t equals = text.find('=', 1);
    if (equals == text.npos) continue;
    Ref key = decode_file_name(text.substr(0, equals)), value = decode_file_name(text.substr(equals + 1));
    if (key.is_error() || value.is_error() || dict_set(as_dict(dict), key, value) < 0) return false;
  }
  the_environment.set(incref(dict));
  module_set(os, "environ", dict.take());
  module_add_functions(os, functions);
  return true;
}

}  // namespace py::os
