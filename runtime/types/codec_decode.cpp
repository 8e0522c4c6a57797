// Decoders: bytes to str.
#include <cstring>

#include "runtime/object/utf8.hpp"
#include "runtime/types/code_pages.hpp"
#include "runtime/types/codec_errors.hpp"

namespace py {
namespace {

// What is wrong with the UTF-8 at p: the length of the broken part and the reason; length 0: valid so far, but cut off.
struct Utf8Fault {
  int64_t length;
  const char* reason;
};
Utf8Fault utf8_fault(const uint8_t* p, int64_t left) {
  uint8_t b = p[0];
  if (b < 0xc2 || b > 0xf4) return {1, "invalid start byte"};
  int needed = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
  for (int64_t i = 1; i <= needed; ++i) {
    if (i == left) return {0, "unexpected end of data"};
    uint8_t low = 0x80, high = 0xbf;
    if (i == 1 && b == 0xe0) low = 0xa0;
    if (i == 1 && b == 0xed) high = 0x9f;
    if (i == 1 && b == 0xf0) low = 0x90;
    if (i == 1 && b == 0xf4) high = 0x8f;
    if (p[i] < low || p[i] > high) return {i, "invalid continuation byte"};
  }
  return {1, "invalid start byte"};      // not reached for what decode_utf8 rejects
}

bool decode_as_utf8(StrBuilder& out, const DecodeErrors& errors, bool final, int64_t& at) {
  const uint8_t* data = errors.data;
  while (at < errors.size) {
    int64_t left = errors.size - at;
    if (data[at] < 0x80) {
      size_t n = ascii_prefix(data + at, static_cast<size_t>(left));
      out.append_ascii({reinterpret_cast<const char*>(data + at), n});
      at += static_cast<int64_t>(n);
      continue;
    }
    uint32_t c;
    if (int n = decode_utf8(data + at, static_cast<size_t>(left), c, true)) [[likely]] {
      out.append(c);
      at += n;
      continue;
    }
    Utf8Fault fault = utf8_fault(data + at, left);
    if (fault.length == 0) {
      if (!final) return true;
      fault.length = left;
    }
    if (!errors.handle(out, at, at + fault.length, fault.reason, at)) return false;
  }
  return true;
}

bool decode_as_ascii(StrBuilder& out, const DecodeErrors& errors, int64_t& at) {
  while (at < errors.size) {
    size_t n = ascii_prefix(errors.data + at, static_cast<size_t>(errors.size - at));
    out.append_ascii({reinterpret_cast<const char*>(errors.data + at), n});
    at += static_cast<int64_t>(n);
    if (at < errors.size && !errors.handle(out, at, at + 1, "ordinal not in range(128)", at)) return false;
  }
  return true;
}

bool decode_from_code_page(StrBuilder& out, const DecodeErrors& errors, int64_t& at) {
  while (at < errors.size) {
    uint32_t c = code_page_character(errors.encoding, errors.data[at]);
    if (c != undefined_in_page) {
      out.append(c);
      ++at;
    } else if (!errors.handle(out, at, at + 1, "character maps to <undefined>", at)) {
      return false;
    }
  }
  return true;
}

bool decode_as_utf16(StrBuilder& out, const DecodeErrors& errors, bool big, bool final, int64_t& at) {
  const uint8_t* p = errors.data;
  auto unit = [&](int64_t i) -> uint32_t { return big ? uint32_t{p[i]} << 8 | p[i + 1] : uint32_t{p[i + 1]} << 8 | p[i]; };
  while (at < errors.size) {
    const char* reason;
    int64_t end = at + 2;
    if (errors.size - at < 2) {
      if (!final) return true;
      reason = "truncated data", end = errors.size;
    } else {
      uint32_t c = unit(at);
      if ((c & 0xf800) != 0xd800) {
        out.append(c);
        at += 2;
        continue;
      }
      if (c >= 0xdc00) {
        reason = "illegal encoding";
      } else if (errors.size - at < 4) {
        if (!final) return true;
        reason = "unexpected end of data", end = errors.size;
      } else if (uint32_t low = unit(at + 2); (low & 0xfc00) == 0xdc00) {
        out.append(0x10000 + ((c & 0x3ff) << 10 | (low & 0x3ff)));
        at += 4;
        continue;
      } else {
        reason = "illegal UTF-16 surrogate";
      }
    }
    if (!errors.handle(out, at, end, reason, at)) return false;
  }
  return true;
}

bool decode_as_utf32(StrBuilder& out, const DecodeErrors& errors, bool big, bool final, int64_t& at) {
  while (at < errors.size) {
    const char* reason;
    int64_t end = at + 4;
    if (errors.size - at < 4) {
      if (!final) return true;
      reason = "truncated data", end = errors.size;
    } else {
      uint32_t c;
      std::memcpy(&c, errors.data + at, 4);
      if (big) c = __builtin_bswap32(c);
      if (c <= 0x10ffff && (c & 0xfffff800) != 0xd800) {
        out.append(c);
        at += 4;
        continue;
      }
      reason = c > 0x10ffff ? "code point not in range(0x110000)" : "code point in surrogate code point range(0xd800, 0xe000)";
    }
    if (!errors.handle(out, at, end, reason, at)) return false;
  }
  return true;
}

// A byte order mark at the beginning decides the order; false: not enough bytes yet.
bool resolve_byte_order(Encoding& e, const uint8_t* data, int64_t size, bool final, int64_t& at) {
  auto starts = [&](std::string_view mark) {
    return size >= static_cast<int64_t>(mark.size()) && std::memcmp(data, mark.data(), mark.size()) == 0;
  };
  if (e == Encoding::utf8_sig) {
    if (size < 3 && !final && (size == 0 || std::memcmp(data, "\xef\xbb\xbf", static_cast<size_t>(size)) == 0)) return false;
    e = Encoding::utf8;
    if (starts("\xef\xbb\xbf")) at = 3;
  } else if (e == Encoding::utf16) {
    if (size < 2 && !final) return false;
    e = starts("\xfe\xff") ? Encoding::utf16_be : Encoding::utf16_le;
    if (starts("\xfe\xff") || starts("\xff\xfe")) at = 2;
  } else if (e == Encoding::utf32) {
    if (size < 4 && !final) return false;
    bool big = starts({"\0\0\xfe\xff", 4}), little = starts({"\xff\xfe\0\0", 4});
    e = big ? Encoding::utf32_be : Encoding::utf32_le;
    if (big || little) at = 4;
  }
  return true;
}

}  // namespace

bool decode_some(StrBuilder& out, Encoding& e, const uint8_t* data, int64_t size, const char* errors_name, bool final, int64_t& consumed) {
  int64_t& at = consumed;
  at = 0;
  if (size == 0 || !resolve_byte_order(e, data, size, final, at)) return true;
  DecodeErrors errors{e, encoding_name(e), data, size, errors_name, find_error_handler(errors_name)};
  switch (e) {
    case Encoding::utf8: return decode_as_utf8(out, errors, final, at);
    case Encoding::ascii: return decode_as_ascii(out, errors, at);
    case Encoding::latin1:
      for (; at < size; ++at) out.append(data[at]);
      return true;
    case Encoding::utf16_le: return decode_as_utf16(out, errors, false, final, at);
    case Encoding::utf16_be: return decode_as_utf16(out, errors, true, final, at);
    case Encoding::utf32_le: return decode_as_utf32(out, errors, false, final, at);
    case Encoding::utf32_be: return decode_as_utf32(out, errors, true, final, at);
    case Encoding::utf7: return decode_utf7(out, errors, final, at);
    case Encoding::unicode_escape: return decode_escapes(out, errors, false, final, at);
    case Encoding::raw_unicode_escape: return decode_escapes(out, errors, true, final, at);
    default: return !is_code_page(e) || decode_from_code_page(out, errors, at);
  }
}

Value decode_text(const uint8_t* data, int64_t size, Str* encoding, Str* errors) {
  Encoding e = Encoding::utf8;
  if (encoding && !is_written_utf8(encoding)) {
    Text name;
    append_utf8(name, encoding);
    e = find_encoding(name.view());
    if (e == Encoding::unknown) {
      Ref input = make_bytes(data, size);
      return run_codec_module(input, encoding, errors, "decode");
    }
  }
  size_t bytes = static_cast<size_t>(size);
  if (e == Encoding::latin1) return make_str_latin1(data, size);
  if (e == Encoding::ascii && ascii_prefix(data, bytes) == bytes) return make_str_ascii(reinterpret_cast<const char*>(data), bytes);
  if (e == Encoding::utf8) {
    Value text = make_str_if_utf8(data, bytes);
    if (!text.is_undefined()) return text;
  }
  Text handler;
  if (errors) append_utf8(handler, errors), handler.append('\0');
  StrBuilder out;
  int64_t consumed;
  return decode_some(out, e, data, size, errors ? handler.data : nullptr, true, consumed) ? out.finish() : Error;
}

Value decode_file_name(std::string_view bytes) {
  StrBuilder out;
  Encoding e = Encoding::utf8;
  int64_t consumed;
  bool ok = decode_some(out, e, reinterpret_cast<const uint8_t*>(bytes.data()), static_cast<int64_t>(bytes.size()), "surrogateescape", true, consumed);
  return ok ? out.finish() : Error;
}

}  // namespace py
