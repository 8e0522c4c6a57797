// What programs compiled with --verify-types check while they run: that each value is what the compiler's inference claims
// of it. Types only make programs faster, so a wrong one would not be seen otherwise.
#pragma once

#include <span>

#include "runtime/object/error.hpp"
#include "runtime/object/object.hpp"

namespace py {

enum ValueKind : uint32_t {
#define PORTALIS_KIND(name, bit, text) value_##name = 1u << bit,
#include "abi/kinds.def"
#undef PORTALIS_KIND
};

// Of a class or function: where it is defined, as in its code (for classes that of the body).
struct TypeDefinition {
  const char* file;
  const char* qualname;
  uint32_t line;
};

inline constexpr uint32_t no_claim = UINT32_MAX;

// See ir::Claim. A module has a table of them, and they name each other by their places in it.
struct TypeClaim {
  uint32_t kinds;                        // of ValueKind; 0: there is no value
  std::span<const TypeDefinition> definitions;   // empty: nothing is said
  uint32_t element, value;               // no_claim: nothing is said
  std::span<const uint32_t> items;
};

inline constexpr int wrong_type_status = 119;

// The kinds that fit: of an object of a built-in type that has no kind of its own several do, for inference tells those
// apart by how they are used.
uint32_t kinds_of(Value v);

// The class was made by this body.
void note_class(Value cls, const Code& body);

// Where the claim does not hold: "FILE:LINE: --verify-types: NAME is str where inference expected int or float" on stderr, and
// the end of the process. Undefined stands for an absent value. Of long containers, items at both ends are looked at.
void verify_type(Value v, const TypeClaim* claims, uint32_t claim, const SourceText& source, uint32_t line, const char* name);

}  // namespace py
