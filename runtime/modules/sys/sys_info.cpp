// sys: what the program can learn about its interpreter. Programs test these for CPython 3.11, so they say that.
#include <cfloat>
#include <initializer_list>

#include "runtime/builtins/builtins_internal.hpp"
#include "runtime/modules/sys/sys_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/types/simple_namespace.hpp"
#include "runtime/types/struct_sequence.hpp"
#include "runtime/platform/system_calls.hpp"

namespace py::sys {
namespace {

Value sequence(const char* type_name, const char* const* fields, std::initializer_list<Value> owned) {
  Type* type = make_struct_sequence_type(type_name, nullptr, fields, static_cast<int>(owned.size()));
  return type ? make_struct_sequence(type, owned.begin()) : Error;
}

Value version_info(const Value*, uint32_t) {
  static const char* const fields[] = {"major", "minor", "micro", "releaselevel", "serial", nullptr};
  return sequence("sys.version_info", fields, {small_int(3), small_int(11), small_int(2), make_str("final"), small_int(0)});
}

Value float_info(const Value*, uint32_t) {
  static const char* const fields[] = {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds", nullptr};
  return sequence("sys.float_info", fields,
                  {make_float(DBL_MAX), small_int(DBL_MAX_EXP), small_int(DBL_MAX_10_EXP), make_float(DBL_MIN), small_int(DBL_MIN_EXP),
                   small_int(DBL_MIN_10_EXP), small_int(DBL_DIG), small_int(DBL_MANT_DIG), make_float(DBL_EPSILON), small_int(FLT_RADIX),
                   small_int(FLT_ROUNDS)});
}

Value int_info(const Value*, uint32_t) {
  static const char* const fields[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold", nullptr};
  return sequence("sys.int_info", fields, {small_int(30), small_int(4), small_int(4300), small_int(640)});
}

Value hash_info(const Value*, uint32_t) {
  static const char* const fields[] = {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff", nullptr};
  return sequence("sys.hash_info", fields,
                  {small_int(64), small_int((int64_t{1} << 61) - 1), small_int(314159), small_int(0), small_int(1000003), make_str("siphash13"),
                   small_int(64), small_int(128), small_int(0)});
}

Value flags(const Value*, uint32_t) {
  static const char* const fields[] = {"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
                                       "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated",
                                       "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits", nullptr};
  Value zero = small_int(0), one = small_int(1);
  return sequence("sys.flags", fields,
                  {zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, one, zero, False, zero, zero, False, small_int(4300)});
}

Value thread_info(const Value*, uint32_t) {
  static const char* const fields[] = {"name", "lock", "version", nullptr};
  return sequence("sys.thread_info", fields, {make_str("pthread"), make_str("futex"), None});
}

Value implementation(const Value* module, uint32_t) {
  Ref types = make_dict();
  Dict* fields = types.as<Dict>();
  auto set = [fields](const char* name, Value owned) {
    Ref value = owned;
    dict_set(fields, intern(name), value);
  };
  set("name", make_str("cpython"));
  set("cache_tag", make_str("cpython-311"));
  set("version", dict_get(module->as<Module>()->globals, intern("version_info")));
  set("hexversion", small_int(0x030b02f0));
  set("_multiarch", make_str("x86_64-linux-gnu"));
  Ref none = make_tuple(nullptr, 0);
  return call_unpacked(value_of(simple_namespace_type), none, types);
}

// Attributes that take some making, and the functions that make them, which are called with the module. A table of functions, so that
// a WebAssembly program that names none of them goes without.
const NativeDef made_attributes[] = {
    PY_NOARGS("version_info", version_info), PY_NOARGS("float_info", float_info), PY_NOARGS("int_info", int_info),
    PY_NOARGS("hash_info", hash_info), PY_NOARGS("flags", flags), PY_NOARGS("thread_info", thread_info),
    PY_NOARGS("implementation", implementation), {},
};

}  // namespace

bool add_information(Module* module) {
  const uint16_t probe = 1;
  module_set(module, "byteorder", make_str(*reinterpret_cast<const uint8_t*>(&probe) ? "little" : "big"));
  module_set(module, "platform", make_str(portalis::platform::system_name()));
  module_set(module, "executable", make_str(""));
  for (const char* name : {"prefix", "base_prefix", "exec_prefix", "base_exec_prefix"}) module_set(module, name, make_str("/usr"));
  module_set(module, "platlibdir", make_str("lib"));
  module_set(module, "pycache_prefix", None);
  module_set(module, "dont_write_bytecode", True);
  module_set(module, "abiflags", make_str(""));
  module_set(module, "builtin_module_names", make_tuple(nullptr, 0));
  module_set(module, "version", make_str("3.11.2 (main) [GCC]"));
  module_set(module, "hexversion", small_int(0x030b02f0));
  module_set(module, "api_version", small_int(1013));
  module_set(module, "copyright", make_str(copyright_notice));
  module_set(module, "maxsize", make_int(INT64_MAX));
  module_set(module, "maxunicode", small_int(0x10ffff));
  module_set(module, "float_repr_style", make_str("short"));
  const Value self = object_value(module);
  for (const NativeDef* def = made_attributes; def->name; ++def) {
    Value v = tables_have_gaps && !def->fn ? None : def->fn(&self, 1);
    if (v.is_error()) return false;
    module_set(module, def->name, v);
  }
  return true;
}

}  // namespace py::sys
