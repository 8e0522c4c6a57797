// int as a value: views of digits, results, comparison, hash, conversion to and from machine numbers.
// Fast paths treat operands below 2^127 as __int128, so that digits only matter to really big numbers.
#include <bit>
#include <cmath>

#include "runtime/object/deprecation.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/types/int_internal.hpp"

namespace py {

using magnitude::Digit;
using magnitude::View;

IntView::IntView(Value v) {
  Value plain = plain_int(v);
  if (plain.is_small_int()) {
    int64_t n = plain.small_int();
    negative = n < 0;
    uint64_t m = negative ? -static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
    local_[0] = static_cast<Digit>(m);
    local_[1] = static_cast<Digit>(m >> 32);
    view = {local_, magnitude::trimmed(local_, 2)};
  } else {
    BigInt* big = plain.as<BigInt>();
    negative = big->negative();
    view = {big->digits(), static_cast<size_t>(big->count)};
  }
}

bool int_is_negative(Value v) {
  Value plain = plain_int(v);
  return plain.is_small_int() ? plain.small_int() < 0 : plain.as<BigInt>()->negative();
}

BigInt* allocate_int(uint64_t digits) {
  if (digits >= (SIZE_MAX >> 28 ? uint64_t{1} << 36 : uint64_t{1} << 28)) {   // 256 GB of digits, or 1 GB
    (void)raise_no_memory();
    return nullptr;
  }
  return allocate<BigInt>(&int_type, static_cast<size_t>(digits) * sizeof(Digit));
}

Value finish_int(BigInt* n, size_t used, bool negative) {
  used = magnitude::trimmed(n->digits(), used);
  if (used <= 2) {
    uint64_t m = magnitude::low64({n->digits(), used});
    if (m <= static_cast<uint64_t>(Value::small_max) + negative) {
      free_object(n);
      return small_int(negative ? -static_cast<int64_t>(m) : static_cast<int64_t>(m));
    }
  }
  n->count = static_cast<int64_t>(used);
  n->aux = negative;
  return object_value(n);
}

Value make_int_from(bool negative, View v) {
  if (v.count <= 2) {
    uint64_t m = magnitude::low64(v);
    if (m <= static_cast<uint64_t>(Value::small_max) + negative) return small_int(static_cast<int64_t>(negative ? -m : m));
  }
  BigInt* n = allocate_int(v.count);
  if (!n) return Error;
  std::memcpy(n->digits(), v.digits, v.count * sizeof(Digit));
  n->count = static_cast<int64_t>(v.count);
  n->aux = negative;
  return object_value(n);
}

Value make_int_from_magnitude(bool negative, unsigned __int128 m) {
  if (m <= static_cast<uint64_t>(Value::small_max) + negative) {
    int64_t n = static_cast<int64_t>(m);
    return small_int(negative ? -n : n);
  }
  const auto low = static_cast<uint64_t>(m), high = static_cast<uint64_t>(m >> 64);
  auto* n = static_cast<BigInt*>(allocate_unfilled(&int_type, sizeof(BigInt) + (high ? 2 : 1) * sizeof(uint64_t)));
  if (!n) return Error;
  const Digit digits[4] = {static_cast<Digit>(low), static_cast<Digit>(low >> 32), static_cast<Digit>(high), static_cast<Digit>(high >> 32)};
  std::memcpy(n->digits(), digits, 2 * sizeof(Digit));
  if (high) std::memcpy(n->digits() + 2, digits + 2, 2 * sizeof(Digit));
  n->count = !high ? 2 : digits[3] ? 4 : 3;
  n->aux = negative;
  return object_value(n);
}

Value make_int_from_int128(__int128 n) {
  unsigned __int128 m = static_cast<unsigned __int128>(n);
  return make_int_from_magnitude(n < 0, n < 0 ? -m : m);
}

Value make_int(int64_t n) {
  if (fits_small_int(n)) [[likely]] return small_int(n);
  auto* big = static_cast<BigInt*>(allocate_unfilled(&int_type, sizeof(BigInt) + sizeof(uint64_t)));   // what is no small int has two digits
  if (!big) [[unlikely]] return Error;
  const uint64_t magnitude = n < 0 ? -static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
  const Digit digits[2] = {static_cast<Digit>(magnitude), static_cast<Digit>(magnitude >> 32)};
  std::memcpy(big->digits(), digits, sizeof digits);
  big->count = 2;
  big->aux = n < 0;
  return object_value(big);
}

Value make_int_unsigned(uint64_t n) {
  if (n <= static_cast<uint64_t>(Value::small_max)) [[likely]] return small_int(static_cast<int64_t>(n));
  return make_int_from_magnitude(false, n);
}

bool big_to_int128(Value plain, __int128& out) {
  BigInt* big = plain.as<BigInt>();
  const Digit* digits = big->digits();
  unsigned __int128 m = digits[0] | static_cast<uint64_t>(digits[1]) << 32;   // what is no small int has two
  if (big->count > 2) {
    if (big->count > 4 || (big->count == 4 && digits[3] >> 31)) return false;
    m |= static_cast<unsigned __int128>(digits[2] | (big->count == 4 ? static_cast<uint64_t>(digits[3]) << 32 : 0)) << 64;
  }
  out = static_cast<__int128>(m);
  if (big->negative()) out = -out;
  return true;
}

Value int_from_double(double d) {
  if (d != d) return raise(exc::ValueError, "cannot convert float NaN to integer");
  if (std::isinf(d)) return raise(exc::OverflowError, "cannot convert float infinity to integer");
  if (std::fabs(d) < 4.0e18) return make_int(static_cast<int64_t>(d));
  int exponent;
  uint64_t fraction = static_cast<uint64_t>(std::ldexp(std::frexp(std::fabs(d), &exponent), 53));
  magnitude::Natural n = magnitude::shift_left(magnitude::Natural(fraction), static_cast<size_t>(exponent - 53));
  return make_int_from(d < 0, n);
}

IntFit int_to_int64(Value v, int64_t& out) {
  Value plain = plain_int(v);
  if (plain.is_small_int()) [[likely]] {
    out = plain.small_int();
    return IntFit::fits;
  }
  BigInt* big = plain.as<BigInt>();
  uint64_t m = magnitude::low64({big->digits(), static_cast<size_t>(big->count)});
  if (big->count <= 2 && m <= static_cast<uint64_t>(INT64_MAX) + big->negative()) {
    out = static_cast<int64_t>(big->negative() ? -m : m);
    return IntFit::fits;
  }
  out = big->negative() ? INT64_MIN : INT64_MAX;
  return big->negative() ? IntFit::too_small : IntFit::too_big;
}

double scale_rounded(uint64_t top, int64_t exponent, bool& overflow) {
  overflow = exponent > 960;                             // top * 2^961 is at least 2^1024
  if (overflow) return HUGE_VAL;
  int64_t drop = exponent + 11 < -1074 ? -1074 - exponent : 11;
  if (drop > 64) return 0.0;
  uint64_t kept = drop == 64 ? 0 : top >> drop, half = uint64_t{1} << (drop - 1);
  uint64_t rest = drop == 64 ? top : top & ((uint64_t{1} << drop) - 1);
  if (rest > half || (rest == half && (kept & 1))) ++kept;
  double result = std::ldexp(static_cast<double>(kept), static_cast<int>(exponent + drop));
  overflow = std::isinf(result);
  return result;
}

double int_to_double(Value v, bool& overflow) {
  Value plain = plain_int(v);
  overflow = false;
  if (plain.is_small_int()) return static_cast<double>(plain.small_int());
  IntView n(plain);
  int64_t shift;
  uint64_t top = magnitude::top64_sticky(n.view, shift);
  double d = scale_rounded(top, shift, overflow);
  return n.negative ? -d : d;
}

double int_frexp(Value v, int64_t& exponent) {
  IntView n(v);
  exponent = 0;
  if (n.view.is_zero()) return 0.0;
  int64_t shift;
  uint64_t top = magnitude::top64_sticky(n.view, shift);
  bool overflow;
  double fraction = scale_rounded(top, -64, overflow);
  exponent = shift + 64;
  if (fraction == 1.0) {
    fraction = 0.5;
    ++exponent;
  }
  return n.negative ? -fraction : fraction;
}

int int_compare(Value a, Value b) {
  if (a.is_small_int() && b.is_small_int()) return a.small_int() < b.small_int() ? -1 : a.small_int() > b.small_int();
  IntView x(a), y(b);
  if (x.negative != y.negative) return x.negative ? -1 : 1;
  int order = magnitude::compare(x.view, y.view);
  return x.negative ? -order : order;
}

int int_compare_double(Value v, double d) {
  if (std::isinf(d)) return d > 0 ? -1 : 1;
  Value plain = plain_int(v);
  if (plain.is_small_int()) {
    int64_t n = plain.small_int();
    if (d >= 0x1p62) return -1;
    if (d < -0x1p62) return 1;
    int64_t whole = static_cast<int64_t>(d);
    if (n != whole) return n < whole ? -1 : 1;
    double fraction = d - static_cast<double>(whole);
    return fraction > 0 ? -1 : fraction < 0;
  }
  IntView n(plain);
  int outer = n.negative ? -1 : 1;
  if ((d < 0) != n.negative || std::fabs(d) < 0x1p61) return outer;
  int exponent;
  uint64_t fraction = static_cast<uint64_t>(std::ldexp(std::frexp(std::fabs(d), &exponent), 64));
  int64_t bits = static_cast<int64_t>(magnitude::bit_length(n.view));
  if (bits != exponent) return bits > exponent ? outer : -outer;
  int64_t shift;
  uint64_t top = magnitude::top64_sticky(n.view, shift);
  return top == fraction ? 0 : top > fraction ? outer : -outer;
}

// Objects/longobject.c, long_hash: the value modulo 2^61 - 1 with the sign kept, -1 being reserved.
int64_t int_hash(Value v) {
  Value plain = plain_int(v);
  int64_t h;
  if (plain.is_small_int()) {
    h = plain.small_int() % static_cast<int64_t>(hash_modulus);
  } else {
    BigInt* big = plain.as<BigInt>();
    uint64_t x = 0;
    for (int64_t i = big->count; i-- > 0;) {
      x = (x << 32 & hash_modulus) | x >> (hash_bits - 32);
      x += big->digits()[i];
      if (x >= hash_modulus) x -= hash_modulus;
    }
    h = big->negative() ? -static_cast<int64_t>(x) : static_cast<int64_t>(x);
  }
  return h == -1 ? -2 : h;
}

Value to_index(Value v) {
  if (v.is_small_int()) [[likely]] return v;
  if (is_int(v)) return incref(plain_int(v));
  UnarySlot index = type_of(v)->number.index;
  if (!index) return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", v);
  Ref result = index(v);
  if (result.is_error()) return Error;
  if (!is_int(result)) return raise(exc::TypeError, "__index__ returned non-int (type %T)", result.get());
  if (!is_exact_int(result) && !warn_strict_subclass("__index__", "int", result)) return Error;
  return incref(plain_int(result));
}

bool to_index_int64(Value v, int64_t& out, bool clamp) {
  if (v.is_small_int()) [[likely]] {
    out = v.small_int();
    return true;
  }
  Ref index = to_index(v);
  if (index.is_error()) return false;
  if (int_to_int64(index, out) == IntFit::fits || clamp) return true;
  (void)raise(exc::OverflowError, "cannot fit '%T' into an index-sized integer", v);
  return false;
}

bool int_argument(Value v, int& out) {
  int64_t n;
  if (!to_index_int64(v, n, true)) return false;
  if (n > INT32_MAX || n < INT32_MIN) return (void)raise(exc::OverflowError, "Python int too large to convert to C int"), false;
  out = static_cast<int>(n);
  return true;
}

}  // namespace py
