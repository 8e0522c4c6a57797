// What programs compiled with --verify-types check while they run: that each value is of a kind which the compiler's
// inference expected. Types only make programs faster, so a wrong one would not be seen otherwise.
#pragma once

#include "runtime/object/error.hpp"
#include "runtime/object/object.hpp"

namespace py {

enum ValueKind : uint32_t {
#define PORTALIS_KIND(name, bit, text) value_##name = 1u << bit,
#include "abi/kinds.def"
#undef PORTALIS_KIND
};

inline constexpr int wrong_type_status = 119;

// The kinds that fit: of an object of a built-in type that has no kind of its own several do, for inference tells those
// apart by how they are used.
uint32_t kinds_of(Value v);

// "FILE:LINE: --verify-types: NAME is str where inference expected int or float" on stderr, and the end of the process.
[[noreturn, gnu::cold]] void wrong_type(Value found, uint32_t expected, const SourceText& source, uint32_t line, const char* name);

// Undefined stands for an absent value.
inline void verify_type(Value v, uint32_t expected, const SourceText& source, uint32_t line, const char* name) {
  if (!v.is_undefined() && !(kinds_of(v) & expected)) [[unlikely]] wrong_type(v, expected, source, line, name);
}

}  // namespace py
