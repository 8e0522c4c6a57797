// base64 and hexadecimal (RFC 4648) for binascii, with CPython's rules for what is neither.
#include "runtime/object/error.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/types/bytes.hpp"

namespace py::hashing {
namespace {

constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr uint8_t no_digit = 0xff;
struct Digits {
  uint8_t value[256];
  constexpr Digits() {
    for (uint8_t& v : value) v = no_digit;
    for (uint8_t i = 0; i < 64; ++i) value[static_cast<uint8_t>(alphabet[i])] = i;
  }
};
constexpr Digits digits;

// The first whole groups of four digits; returns how many characters they are.
int64_t decode_groups(const uint8_t* text, int64_t length, uint8_t*& out) {
  int64_t i = 0;
  for (; i + 4 <= length; i += 4) {
    uint8_t a = digits.value[text[i]], b = digits.value[text[i + 1]], c = digits.value[text[i + 2]], d = digits.value[text[i + 3]];
    if ((a | b | c | d) & 0xc0) break;
    *out++ = static_cast<uint8_t>(a << 2 | b >> 4);
    *out++ = static_cast<uint8_t>(b << 4 | c >> 2);
    *out++ = static_cast<uint8_t>(c << 6 | d);
  }
  return i;
}

// What is wrong with the text, or null. `written` counts the bytes also then.
const char* decode(const uint8_t* text, int64_t length, bool strict, uint8_t* const start, int64_t& written) {
  uint8_t* out = start;
  int quad = 0, pads = 0;
  uint8_t left = 0;
  written = 0;
  if (strict && length && text[0] == '=') return "Leading padding not allowed";
  for (int64_t i = decode_groups(text, length, out); i < length; ++i) {
    if (text[i] == '=') {
      ++pads;
      if (quad >= 2 && quad + pads >= 4) {
        if (strict && i + 1 < length) return "Excess data after padding";
        written = out - start;
        return nullptr;
      }
      if (strict && quad < 2) return quad ? "Discontinuous padding not allowed" : "Excess data after padding";
      continue;
    }
    uint8_t value = digits.value[text[i]];
    if (value == no_digit) {
      if (strict) return "Only base64 data is allowed";
      continue;
    }
    if (strict && pads) return "Discontinuous padding not allowed";
    pads = 0;
    switch (quad) {
      case 0: left = value; break;
      case 1: *out++ = static_cast<uint8_t>(left << 2 | value >> 4), left = value & 15; break;
      case 2: *out++ = static_cast<uint8_t>(left << 4 | value >> 2), left = value & 3; break;
      case 3: *out++ = static_cast<uint8_t>(left << 6 | value); break;
    }
    quad = (quad + 1) % 4;
  }
  written = out - start;
  if (quad == 1) return "Invalid base64-encoded string: number of data characters (%l) cannot be 1 more than a multiple of 4";
  return quad ? "Incorrect padding" : nullptr;
}

uint8_t hex_digit(uint8_t c) {
  if (c >= '0' && c <= '9') return static_cast<uint8_t>(c - '0');
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? static_cast<uint8_t>(c - 'a' + 10) : no_digit;
}

}  // namespace

// decoded_hex(data): the bytes, or a str that says what is wrong with data.
Value decoded_hex(const Value* args, uint32_t) {
  BytesView text;
  if (!text.argument(args[0])) return Error;
  if (text.size % 2) return make_str("Odd-length string");
  Bytes* bytes = allocate_bytes(text.size / 2);
  if (!bytes) return Error;
  Ref result = object_value(bytes);
  for (int64_t i = 0; i < text.size; i += 2) {
    uint8_t high = hex_digit(text.data[i]), low = hex_digit(text.data[i + 1]);
    if ((high | low) == no_digit) return make_str("Non-hexadecimal digit found");
    bytes->data()[i / 2] = static_cast<uint8_t>(high << 4 | low);
  }
  return result.take();
}

// b2a_base64(data, /, *, newline=True)
Value b2a_base64(const Value* args, uint32_t) {
  BytesView bytes;
  if (!bytes.argument(args[0])) return Error;
  Truth newline = args[1].is_undefined() ? 1 : truth(args[1]);
  if (newline < 0) return Error;
  int64_t groups = bytes.size / 3, left = bytes.size % 3;
  Bytes* result = allocate_bytes((groups + (left ? 1 : 0)) * 4 + newline);
  if (!result) return Error;
  const uint8_t* in = bytes.data;
  uint8_t* out = result->data();
  auto put = [&](uint32_t three, int digits_wanted) {
    for (int i = 0; i < 4; ++i) *out++ = i < digits_wanted ? static_cast<uint8_t>(alphabet[three >> (18 - 6 * i) & 63]) : uint8_t{'='};
  };
  for (; groups > 0; --groups, in += 3) put(uint32_t{in[0]} << 16 | uint32_t{in[1]} << 8 | in[2], 4);
  if (left) put(uint32_t{in[0]} << 16 | (left == 2 ? uint32_t{in[1]} << 8 : 0), static_cast<int>(left) + 1);
  if (newline) *out = '\n';
  return object_value(result);
}

// decoded_base64(data, strict): the bytes, or a str that says what is wrong with data.
Value decoded_base64(const Value* args, uint32_t) {
  BytesView text;
  if (!text.argument(args[0])) return Error;
  Truth strict = truth(args[1]);
  if (strict < 0) return Error;
  Bytes* room = allocate_bytes(text.size / 4 * 3 + 3);
  if (!room) return Error;
  Ref owner = object_value(room);
  int64_t written;
  const char* wrong = decode(text.data, text.size, strict, room->data(), written);
  return wrong ? format_text(wrong, written / 3 * 4 + 1) : make_bytes(room->data(), written);
}

}  // namespace py::hashing
