// Which kind a value is of, and the end of a program whose types were inferred wrongly.
#include "runtime/program/verify_types.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

#include "runtime/object/layouts.hpp"
#include "runtime/object/traceback.hpp"
#include "runtime/object/type.hpp"

namespace py {
namespace {

std::string kinds_text(uint32_t kinds) {
  static constexpr const char* names[] = {
#define PORTALIS_KIND(name, bit, text) text,
#include "abi/kinds.def"
#undef PORTALIS_KIND
  };
  std::string out;
  for (size_t bit = 0; bit < std::size(names); ++bit) {
    if (kinds >> bit & 1) out += (out.empty() ? "" : " or ") + std::string(names[bit]);
  }
  return out.empty() ? "nothing" : out;
}

}  // namespace

uint32_t kinds_of(Value v) {
  const Type* type = type_of(v);
  if (type == &none_type) return value_none;
  if (type == &bool_type) return value_bool;
  uint32_t flags = type->flags;
  if (flags & kind_type) return value_class;
  if (flags & (type_is_heap | kind_exception)) return value_instance;
  if (type == &super_type) return value_instance | value_other;      // inference follows what it stands for
  if (type == &module_type) return value_module;
  if (type == &function_type || type == &native_function_type || type == &bound_method_type || type == &staticmethod_type || type == &classmethod_type) {
    return value_function;
  }
  if (flags & kind_int) return value_int;
  if (flags & kind_float) return value_float;
  if (flags & kind_str) return value_str;
  if (flags & kind_bytes) return value_bytes;
  if (flags & kind_list) return value_list;
  if (flags & kind_tuple) return value_tuple;
  if (flags & kind_dict) return value_dict;
  if (flags & kind_set) return value_set;
  return value_iterator | value_other;
}

void wrong_type(Value found, uint32_t expected, const SourceText& source, uint32_t line, const char* name) {
  uint32_t kinds = kinds_of(found);
  std::string what = kinds == (value_iterator | value_other) || kinds == value_instance ? type_of(found)->name : kinds_text(kinds);
  std::fprintf(stderr, "%s:%u: --verify-types: %s is %s where inference expected %s\n", source.file, line, name, what.c_str(), kinds_text(expected).c_str());
  std::fflush(stderr);
  std::_Exit(wrong_type_status);
}

}  // namespace py
