// os.environ, getenv, putenv.
//
// environ and environb are dicts, of str and of bytes, whose changes are passed on to each other and to the process's
// own environment, for the programs it starts and for C code. CPython's are MutableMappings around one dict; being a
// dict is the one difference.
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

extern Type environ_type, environb_type;
constinit Slot the_environment, the_byte_environment;

bool check_kind(Value v, bool is_bytes) {
  bool fits = is_bytes ? as_bytes(v) != nullptr : as_str(v) != nullptr;
  if (!fits) (void)raise(exc::TypeError, is_bytes ? "bytes expected, not %T" : "str expected, not %T", v);
  return fits;
}

// The process's own environment; value Undefined: removed.
Truth set_variable(const SystemPath& name, const SystemPath* value) {
  if (!value) return ::unsetenv(name.c()) < 0 ? ((void)raise_os_error(errno), -1) : 0;
  if (name.text.view().find('=') != std::string_view::npos) return (void)raise(exc::ValueError, "illegal environment variable name"), -1;
  return ::setenv(name.c(), value->c(), 1) < 0 ? ((void)raise_os_error(errno), -1) : 0;
}

// Passes a change of one dict on to the environment and to the other dict.
Truth pass_on(bool is_bytes, Value key, Value value) {
  SystemPath name, text;
  if (!check_kind(key, is_bytes) || !name.read(key)) return -1;
  bool removed = value.is_undefined();
  if (!removed && (!check_kind(value, is_bytes) || !text.read(value))) return -1;
  if (set_variable(name, removed ? nullptr : &text) < 0) return -1;
  auto other = [&](const SystemPath& s) { return is_bytes ? decode_file_name(s.text.view()) : make_bytes(s.c(), static_cast<int64_t>(s.text.size)); };
  Dict* dict = as_dict((is_bytes ? the_environment : the_byte_environment).peek());
  Ref other_key = other(name);
  if (other_key.is_error()) return -1;
  if (removed) return dict_delete(dict, other_key) < 0 ? -1 : 0;
  Ref other_value = other(text);
  return other_value.is_error() ? -1 : dict_set(dict, other_key, other_value);
}
bool holds_bytes(Value environment) { return type_of(environment) == &environb_type; }

Truth set(Value self, Value key, Value value) {
  bool is_bytes = holds_bytes(self);
  if (!check_kind(key, is_bytes) || (!value.is_undefined() && !check_kind(value, is_bytes))) return -1;
  if (value.is_undefined()) {
    Truth removed = dict_delete(as_dict(self), key);
    if (removed == 0) (void)raise_key_error(key);
    return removed <= 0 ? -1 : pass_on(is_bytes, key, Undefined);
  }
  return pass_on(is_bytes, key, value) < 0 ? -1 : dict_set(as_dict(self), key, value);
}

// As those of CPython, which encode the key first, so that one of another kind is a TypeError.
Value get_item(Value self, Value key) {
  if (!check_kind(key, holds_bytes(self))) return Error;
  Value value = dict_get(as_dict(self), key);
  return value.is_undefined() ? raise_key_error(key) : value;
}

Value pop(const Value* args, uint32_t n) {
  Value value = dict_pop(as_dict(args[0]), args[1]);
  if (value.is_error()) return Error;
  if (value.is_undefined()) return n > 2 ? incref(args[2]) : raise_key_error(args[1]);
  Ref held(value);
  return pass_on(holds_bytes(args[0]), args[1], Undefined) < 0 ? Error : held.take();
}

Value popitem(const Value* args, uint32_t) {
  Value key, value;
  if (!dict_pop_item(as_dict(args[0]), true, key, value)) return raise(exc::KeyError, "popitem(): dictionary is empty");
  Ref k(key), v(value);
  return pass_on(holds_bytes(args[0]), k, Undefined) < 0 ? Error : tuple_of(k, v);
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

constinit Type environ_type{{.name = "os._Environ", .instance_size = sizeof(Dict), .base = &dict_type, .repr = environ_repr, .get_item = get_item, .set_item = set, .methods = methods}};
constinit Type environb_type{{.name = "os._Environ", .instance_size = sizeof(Dict), .base = &dict_type, .repr = environ_repr, .get_item = get_item, .set_item = set, .methods = methods}};

template <bool is_bytes>
Value getenv(const Value* args, uint32_t) {
  if (!check_kind(args[0], is_bytes)) return Error;
  Ref value = dict_get(as_dict((is_bytes ? the_byte_environment : the_environment).peek()), args[0]);
  if (value.is_error() || !value.is_undefined()) return value.take();
  return args[1].is_undefined() ? None : incref(args[1]);
}

Value putenv(const Value* args, uint32_t) {
  SystemPath name, value;
  return name.read(args[0]) && value.read(args[1]) && set_variable(name, &value) == 0 ? None : Error;
}
Value unsetenv(const Value* args, uint32_t) {
  SystemPath name;
  return name.read(args[0]) && set_variable(name, nullptr) == 0 ? None : Error;
}

constexpr NativeDef functions[] = {
    PY_KEYWORDS("getenv", getenv<false>, "key, default="), PY_KEYWORDS("getenvb", getenv<true>, "key, default="),
    PY_RANGE("putenv", putenv, 2, 2), PY_ONE("unsetenv", unsetenv), {},
};

}  // namespace

bool add_environment(Module* os) {
  type_ready(environ_type), type_ready(environb_type);
  Ref dict = dict_type.create(&environ_type, nullptr, 0, nullptr), bytes = dict_type.create(&environb_type, nullptr, 0, nullptr);
  if (dict.is_error() || bytes.is_error()) return false;
  for (char** entry = environ; entry && *entry; ++entry) {
    std::string_view text = *entry;
    size_t equals = text.find('=', 1);
    if (equals == text.npos) continue;
    std::string_view name = text.substr(0, equals), rest = text.substr(equals + 1);
    Ref key = decode_file_name(name), value = decode_file_name(rest);
    if (key.is_error() || value.is_error() || dict_set(as_dict(dict), key, value) < 0) return false;
    Ref raw_key = make_bytes(name.data(), static_cast<int64_t>(name.size())), raw_value = make_bytes(rest.data(), static_cast<int64_t>(rest.size()));
    if (dict_set(as_dict(bytes), raw_key, raw_value) < 0) return false;
  }
  the_environment.set(incref(dict)), the_byte_environment.set(incref(bytes));
  module_set(os, "environ", dict.take());
  module_set(os, "environb", bytes.take());
  module_set(os, "supports_bytes_environ", True);
  module_add_functions(os, functions);
  return true;
}

}  // namespace py::os
