// Shared by the files that implement int; nobody else includes this.
#pragma once

#include "runtime/types/numbers.hpp"

namespace py {

Value make_int_from_magnitude(bool negative, unsigned __int128 m);
bool big_to_int128(Value plain, __int128& out);          // a BigInt below 2^127
inline bool to_int128(Value plain, __int128& out) {
  if (plain.is_small_int()) {
    out = plain.small_int();
    return true;
  }
  return big_to_int128(plain, out);
}
// top * 2^exponent rounded half to even, where top has its highest bit set and its lowest bit is sticky.
double scale_rounded(uint64_t top, int64_t exponent, bool& overflow);

Value int_repr(Value v);
Value int_from_bytes_text(std::string_view text, int base, Value origin);

extern const NativeDef int_methods[];
extern const GetSetDef int_getsets[];
Value int_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames);

}  // namespace py
