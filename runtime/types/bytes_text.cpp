// Methods of bytes and bytearray that see ASCII text in them: case, classes of characters, hex, decode, translate.
#include <cstring>

#include "runtime/object/operators.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/codec.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py {
namespace {

bool is_upper(uint8_t c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(uint8_t c) { return c >= 'a' && c <= 'z'; }
bool is_alpha(uint8_t c) { return is_upper(c) || is_lower(c); }
bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }
bool is_space(uint8_t c) { return c == ' ' || (c >= 9 && c <= 13); }
uint8_t to_upper(uint8_t c) { return is_lower(c) ? static_cast<uint8_t>(c - 32) : c; }
uint8_t to_lower(uint8_t c) { return is_upper(c) ? static_cast<uint8_t>(c + 32) : c; }

// map(byte, previous byte or 0)
template <class Map>
Value mapped(const Value* args, Map map) {
  BytesView self;
  if (!self.own(args[0])) return Error;
  Text out;
  for (int64_t i = 0; i < self.size; ++i) out.append(static_cast<char>(map(self.data[i], i)));
  return make_bytes_like(args[0], out.data, static_cast<int64_t>(out.size));
}

template <class Test>
Value all_of(const Value* args, Test test) {
  BytesView self;
  if (!self.own(args[0])) return Error;
  for (int64_t i = 0; i < self.size; ++i)
    if (!test(self.data[i])) return False;
  return boolean(self.size > 0);
}

Value cased_only(const Value* args, bool upper) {
  BytesView self;
  if (!self.own(args[0])) return Error;
  bool found = false;
  for (int64_t i = 0; i < self.size; ++i) {
    if (upper ? is_lower(self.data[i]) : is_upper(self.data[i])) return False;
    found = found || is_alpha(self.data[i]);
  }
  return boolean(found);
}

int hex_digit(uint32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  c |= 32;
  return c >= 'a' && c <= 'f' ? static_cast<int>(c - 'a' + 10) : -1;
}

}  // namespace

Value hex_text(const uint8_t* data, int64_t length, Value separator, Value group) {
  int64_t per_group = 1;
  char between = 0;
  bool separated = !separator.is_undefined();
  if (!separator.is_undefined()) {
    if (Str* s = as_str(separator)) {
      if (s->length != 1) return raise(exc::ValueError, "sep must be length 1.");
      if (!s->is_ascii()) return raise(exc::ValueError, "sep must be ASCII.");
      between = s->ascii()[0];
    } else {
      int64_t n = py::length(separator);
      if (n < 0) return Error;
      if (n != 1) return raise(exc::ValueError, "sep must be length 1.");
      Bytes* b = as_bytes(separator);
      if (!b) return raise(exc::TypeError, "sep must be str or bytes.");
      if (b->data()[0] > 127) return raise(exc::ValueError, "sep must be ASCII.");
      between = static_cast<char>(b->data()[0]);
    }
  }
  if (!group.is_undefined() && !size_argument(group, per_group)) return Error;
  if (!separated && length > 0) {
    if (length > INT64_MAX / 4) return raise_no_memory();
    Str* digits = allocate_str(length * 2, 1, true);
    if (!digits) return Error;
    uint8_t* at = digits->data();
    for (int64_t i = 0; i < length; ++i) {
      *at++ = static_cast<uint8_t>("0123456789abcdef"[data[i] >> 4]);
      *at++ = static_cast<uint8_t>("0123456789abcdef"[data[i] & 15]);
    }
    return object_value(digits);
  }
  Text out;
  for (int64_t i = 0; i < length; ++i) {
    // Groups are counted from the right, from the left when the size is negative.
    bool boundary = per_group > 0 ? (length - i) % per_group == 0 : per_group < 0 && i % -per_group == 0;
    if (separated && i > 0 && boundary) out.append(between);
    out.append("0123456789abcdef"[data[i] >> 4]);
    out.append("0123456789abcdef"[data[i] & 15]);
  }
  return out.to_str();
}

namespace bytes_methods {

Value upper(const Value* args, uint32_t) { return mapped(args, [](uint8_t c, int64_t) { return to_upper(c); }); }
Value lower(const Value* args, uint32_t) { return mapped(args, [](uint8_t c, int64_t) { return to_lower(c); }); }
Value swapcase(const Value* args, uint32_t) {
  return mapped(args, [](uint8_t c, int64_t) { return is_upper(c) ? to_lower(c) : to_upper(c); });
}
Value capitalize(const Value* args, uint32_t) {
  return mapped(args, [](uint8_t c, int64_t i) { return i == 0 ? to_upper(c) : to_lower(c); });
}
Value title(const Value* args, uint32_t) {
  return mapped(args, [inside = false](uint8_t c, int64_t) mutable {
    uint8_t result = inside ? to_lower(c) : to_upper(c);
    inside = is_alpha(c);
    return result;
  });
}

Value isalnum(const Value* args, uint32_t) { return all_of(args, [](uint8_t c) { return is_alpha(c) || is_digit(c); }); }
Value isalpha(const Value* args, uint32_t) { return all_of(args, is_alpha); }
Value isdigit(const Value* args, uint32_t) { return all_of(args, is_digit); }
Value isspace(const Value* args, uint32_t) { return all_of(args, is_space); }
Value islower(const Value* args, uint32_t) { return cased_only(args, false); }
Value isupper(const Value* args, uint32_t) { return cased_only(args, true); }
Value is_ascii_text(const Value* args, uint32_t) {
  BytesView self;
  if (!self.own(args[0])) return Error;
  for (int64_t i = 0; i < self.size; ++i)
    if (self.data[i] > 127) return False;
  return True;
}
Value istitle(const Value* args, uint32_t) {
  BytesView self;
  if (!self.own(args[0])) return Error;
  bool found = false, inside = false;
  for (int64_t i = 0; i < self.size; ++i) {
    uint8_t c = self.data[i];
    if (is_upper(c) ? inside : is_lower(c) && !inside) return False;
    inside = is_alpha(c);
    found = found || inside;
  }
  return boolean(found);
}

// What is seldom is a call at the end, for which nothing has to be kept.
[[gnu::noinline]] static Value decode_any(const Value* args) {
  Str *encoding = nullptr, *errors = nullptr;
  if (!args[1].is_undefined() && !(encoding = str_argument(args[1], "decode", "'encoding'"))) return Error;
  if (!args[2].is_undefined() && !(errors = str_argument(args[2], "decode", "'errors'"))) return Error;
  BytesView self;
  return self.own(args[0]) ? decode_text(self.data, self.size, encoding, errors) : Error;
}

Value decode(const Value* args, uint32_t) {
  if (quick_ways && is_exactly(args[0], bytes_type) && args[2].is_undefined() && is_utf8_argument(args[1])) {
    const Bytes* b = args[0].as<Bytes>();
    Value text = make_str_if_utf8(b->data(), static_cast<size_t>(b->length));
    if (!text.is_undefined()) [[likely]] return text;
  }
  return decode_any(args);
}

Value hex(const Value* args, uint32_t) {
  BytesView self;
  return self.own(args[0]) ? hex_text(self.data, self.size, args[1], args[2]) : Error;
}

Value fromhex(const Value* args, uint32_t) {
  Str* s = str_argument(args[1], "fromhex", "");
  if (!s) return Error;
  Text out;
  for (int64_t i = 0; i < s->length;) {
    uint32_t c = s->at(i);
    if (c < 128 && is_space(static_cast<uint8_t>(c))) {
      ++i;
      continue;
    }
    int high = hex_digit(c), low = i + 1 < s->length ? hex_digit(s->at(i + 1)) : -1;
    if (high < 0 || low < 0)
      return raise(exc::ValueError, "non-hexadecimal number found in fromhex() arg at position %l", high < 0 ? i : i + 1);
    out.append(static_cast<char>(high << 4 | low));
    i += 2;
  }
  Type* cls = as_type(args[0]);
  Value size = small_int(static_cast<int64_t>(out.size));
  if (cls == &bytearray_type) return make_bytearray(out.data, size.small_int());
  Ref result = make_bytes(out.data, size.small_int());
  return cls == &bytes_type || result.is_error() ? result.take() : call(args[0], result);
}

Value translate(const Value* args, uint32_t) {
  BytesView self, table, removed;
  bool has_table = !args[1].is_none();
  if (has_table && !table.argument(args[1])) return Error;
  if (has_table && table.size != 256) return raise(exc::ValueError, "translation table must be 256 characters long");
  if (!args[2].is_undefined() && !removed.argument(args[2])) return Error;
  if (!self.own(args[0])) return Error;
  Text out;
  for (int64_t i = 0; i < self.size; ++i) {
    uint8_t c = self.data[i];
    if (removed.size > 0 && std::memchr(removed.data, c, static_cast<size_t>(removed.size))) continue;
    out.append(static_cast<char>(has_table ? table.data[c] : c));
  }
  return make_bytes_like(args[0], out.data, static_cast<int64_t>(out.size));
}

Value maketrans(const Value* args, uint32_t) {
  BytesView from, to;
  if (!from.argument(args[0]) || !to.argument(args[1])) return Error;
  if (from.size != to.size) return raise(exc::ValueError, "maketrans arguments must have same length");
  uint8_t table[256];
  for (int i = 0; i < 256; ++i) table[i] = static_cast<uint8_t>(i);
  for (int64_t i = 0; i < from.size; ++i) table[from.data[i]] = to.data[i];
  return make_bytes(table, 256);
}

}  // namespace bytes_methods
}  // namespace py
