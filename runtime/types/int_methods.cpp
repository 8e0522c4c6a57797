// The methods and attributes of int.
#include "runtime/object/buffer.hpp"
#include "runtime/object/str.hpp"
#include "runtime/types/format_spec.hpp"
#include "runtime/types/int_internal.hpp"

namespace py {

using magnitude::Digit;
using magnitude::Natural;

namespace {

Value int_itself(const Value* args, uint32_t) { return incref(plain_int(args[0])); }
Value get_itself(Value self) { return incref(plain_int(self)); }
Value get_zero(Value) { return small_int(0); }
Value get_one(Value) { return small_int(1); }

Value bit_length(const Value* args, uint32_t) {
  return make_int(static_cast<int64_t>(magnitude::bit_length(IntView(args[0]).view)));
}
Value bit_count(const Value* args, uint32_t) {
  return make_int(static_cast<int64_t>(magnitude::bit_count(IntView(args[0]).view)));
}
Value as_integer_ratio(const Value* args, uint32_t) { return tuple_of(plain_int(args[0]), small_int(1)); }
Value getnewargs(const Value* args, uint32_t) { return tuple_of(plain_int(args[0])); }

Value format_method(const Value* args, uint32_t) {
  Str* spec = as_str(args[1]);
  if (!spec) return raise(exc::TypeError, "__format__() argument must be str, not %A", args[1]);
  return format_int(args[0], spec);
}

Value round_method(const Value* args, uint32_t n) {
  Value plain = plain_int(args[0]);
  if (n < 2) return incref(plain);
  Ref digits = to_index(args[1]);
  return digits.is_error() ? Error : int_round(plain, digits);
}

Value sizeof_method(const Value* args, uint32_t) {
  // As CPython's: a 24-byte header and 30-bit digits.
  size_t bits = magnitude::bit_length(IntView(args[0]).view);
  size_t digits = (bits + 29) / 30;
  return make_int(static_cast<int64_t>(24 + 4 * digits));
}

// "big" or "little"; the default is big. false: error.
bool parse_byte_order(const char* method, Value v, bool& little) {
  little = false;
  if (v.is_undefined()) return true;
  Str* s = as_str(v);
  if (s && str_equal_ascii(s, "little")) return little = true;
  if (s && str_equal_ascii(s, "big")) return true;
  if (!s) (void)raise(exc::TypeError, "%s() argument 'byteorder' must be str, not %A", method, v);
  else (void)raise(exc::ValueError, "byteorder must be either 'little' or 'big'");
  return false;
}

Value to_bytes(const Value* args, uint32_t) {
  int64_t length = 1;
  if (!args[1].is_undefined() && !to_index_int64(args[1], length)) return Error;
  bool little;
  if (!parse_byte_order("to_bytes", args[2], little)) return Error;
  Truth is_signed = args[3].is_undefined() ? 0 : truth(args[3]);
  if (is_signed < 0) return Error;
  if (length < 0) return raise(exc::ValueError, "length argument must be non-negative");
  IntView n(args[0]);
  if (n.negative && !is_signed) return raise(exc::OverflowError, "can't convert negative int to unsigned");
  // Room for the magnitude; signed numbers need the sign bit too, but for -2^k.
  size_t bits = magnitude::bit_length(n.view), room = static_cast<size_t>(length) * 8;
  bool power_of_two = bits > 0 && magnitude::trailing_zeros(n.view) == bits - 1;
  size_t needed = !is_signed || bits == 0 ? bits : bits + (n.negative && power_of_two ? 0 : 1);
  if (needed > room) return raise(exc::OverflowError, "int too big to convert");
  std::string out(static_cast<size_t>(length), '\0');
  unsigned carry = n.negative ? 1 : 0;
  for (int64_t i = 0; i < length; ++i) {
    size_t at = static_cast<size_t>(i);
    unsigned byte = at / 4 < n.view.count ? n.view[at / 4] >> (at % 4 * 8) & 0xff : 0;
    if (n.negative) {
      carry += ~byte & 0xff;
      byte = carry & 0xff;
      carry >>= 8;
    }
    out[static_cast<size_t>(little ? i : length - 1 - i)] = static_cast<char>(byte);
  }
  return make_bytes(out.data(), length);
}

Value from_bytes(const Value* args, uint32_t) {
  Type* cls = as_type(args[0]);
  bool little;
  if (!parse_byte_order("from_bytes", args[2], little)) return Error;
  Truth is_signed = args[3].is_undefined() ? 0 : truth(args[3]);
  if (is_signed < 0) return Error;
  if (is_int(args[1]) || as_str(args[1])) return raise(exc::TypeError, "cannot convert '%T' object to bytes", args[1]);
  Ref data = is_bytes_like(args[1]) ? Ref::borrow(args[1]) : Ref(call(value_of(bytes_type), args[1]));
  Buffer bytes;
  if (data.is_error() || !get_buffer(data, bytes)) return Error;
  size_t length = static_cast<size_t>(bytes.size);
  auto byte_at = [&](size_t i) { return bytes.data[little ? i : length - 1 - i]; };
  bool negative = is_signed && length && byte_at(length - 1) & 0x80;
  Natural n;
  n.resize((length + 3) / 4);
  std::memset(n.data(), 0, n.size() * sizeof(Digit));
  unsigned carry = 1;
  for (size_t i = 0; i < length; ++i) {
    unsigned byte = byte_at(i);
    if (negative) {
      carry += ~byte & 0xff;
      byte = carry & 0xff;
      carry >>= 8;
    }
    n.data()[i / 4] |= static_cast<Digit>(byte) << (i % 4 * 8);
  }
  n.trim();
  Ref result = make_int_from(negative, n);
  if (result.is_error() || cls == &int_type) return result.take();
  return call(value_of(*cls), result);
}

}  // namespace

const NativeDef int_methods[] = {
    PY_NOARGS("conjugate", int_itself),
    PY_NOARGS("bit_length", bit_length),
    PY_NOARGS("bit_count", bit_count),
    PY_NOARGS("as_integer_ratio", as_integer_ratio),
    PY_KEYWORDS("to_bytes", to_bytes, "length=, byteorder=, *, signed="),
    {"from_bytes", from_bytes, Arity::keywords, 0, 0, "bytes, byteorder=, *, signed=", NativeDef::class_method, nullptr, nullptr},
    PY_NOARGS("__trunc__", int_itself),
    PY_NOARGS("__floor__", int_itself),
    PY_NOARGS("__ceil__", int_itself),
    PY_RANGE("__round__", round_method, 0, 1),
    PY_NOARGS("__getnewargs__", getnewargs),
    PY_ONE("__format__", format_method),
    PY_NOARGS("__sizeof__", sizeof_method),
    {},
};

const GetSetDef int_getsets[] = {
    {"real", get_itself, nullptr},
    {"imag", get_zero, nullptr},
    {"numerator", get_itself, nullptr},
    {"denominator", get_one, nullptr},
    {},
};

}  // namespace py
