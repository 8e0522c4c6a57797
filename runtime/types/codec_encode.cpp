// Encoders: str to bytes; and the names of encodings.
#include "runtime/object/utf8.hpp"
#include "runtime/types/code_pages.hpp"
#include "runtime/types/codec_errors.hpp"

namespace py {
namespace {

struct EncodingName {
  std::string_view name;                 // lower case, without '-', '_' and blanks
  Encoding encoding;
};
constexpr EncodingName known_names[] = {
    {"utf8", Encoding::utf8}, {"u8", Encoding::utf8}, {"utf", Encoding::utf8}, {"cp65001", Encoding::utf8}, {"locale", Encoding::utf8},
    {"utf8sig", Encoding::utf8_sig}, {"ascii", Encoding::ascii}, {"usascii", Encoding::ascii}, {"646", Encoding::ascii},
    {"us", Encoding::ascii}, {"iso646us", Encoding::ascii}, {"ansix3.41968", Encoding::ascii}, {"latin1", Encoding::latin1},
    {"iso88591", Encoding::latin1}, {"8859", Encoding::latin1}, {"cp819", Encoding::latin1}, {"l1", Encoding::latin1},
    {"latin", Encoding::latin1}, {"utf16", Encoding::utf16}, {"u16", Encoding::utf16}, {"utf16le", Encoding::utf16_le},
    {"utf16be", Encoding::utf16_be}, {"utf32", Encoding::utf32}, {"u32", Encoding::utf32}, {"utf32le", Encoding::utf32_le},
    {"utf32be", Encoding::utf32_be}, {"unicodeescape", Encoding::unicode_escape}, {"rawunicodeescape", Encoding::raw_unicode_escape},
    {"utf7", Encoding::utf7}, {"u7", Encoding::utf7}, {"unicode11utf7", Encoding::utf7},
};

void put_units(Text& out, uint32_t c, int unit, bool big) {
  for (int i = 0; i < unit; ++i) out.append(static_cast<char>(c >> 8 * (big ? unit - 1 - i : i) & 0xff));
}

bool is_surrogate(uint32_t c) { return (c & 0xfffff800) == 0xd800; }

// One function per encoding: writes c, or returns false if the encoding has no way to.
bool put_utf8(Text& out, uint32_t c, Encoding) { return is_surrogate(c) ? false : (out.append_utf8(c), true); }
bool put_ascii(Text& out, uint32_t c, Encoding) { return c < 0x80 ? (out.append(static_cast<char>(c)), true) : false; }
bool put_latin1(Text& out, uint32_t c, Encoding) { return c < 0x100 ? (out.append(static_cast<char>(c)), true) : false; }
template <bool big>
bool put_utf16(Text& out, uint32_t c, Encoding) {
  if (is_surrogate(c)) return false;
  if (c >= 0x10000) {
    put_units(out, 0xd7c0 + (c >> 10), 2, big);
    c = 0xdc00 | (c & 0x3ff);
  }
  put_units(out, c, 2, big);
  return true;
}
template <bool big>
bool put_utf32(Text& out, uint32_t c, Encoding) {
  return is_surrogate(c) ? false : (put_units(out, c, 4, big), true);
}

using Put = bool (*)(Text& out, uint32_t c, Encoding e);
constexpr Put put_functions[] = {put_utf8, put_utf8, put_ascii, put_latin1, put_utf16<false>, put_utf16<false>, put_utf16<true>,
                                 put_utf32<false>, put_utf32<false>, put_utf32<true>};

// UTF-8 of s from i on, up to a surrogate or the end; returns where it stopped.
template <class Unit>
int64_t put_utf8_run(Text& out, const Unit* units, int64_t i, int64_t length) {
  while (i < length) {
    int64_t end = length - i > 1024 ? i + 1024 : length;
    uint8_t* start = reinterpret_cast<uint8_t*>(out.make_room(static_cast<size_t>(end - i) * (sizeof(Unit) == 1 ? 2 : sizeof(Unit) == 2 ? 3 : 4)));
    uint8_t* to = start;
    for (; i < end && !(sizeof(Unit) > 1 && is_surrogate(units[i])); ++i) {
      if (units[i] < 0x80) *to++ = static_cast<uint8_t>(units[i]);
      else to += encode_utf8(units[i], to);
    }
    out.size += static_cast<size_t>(to - start);
    if (i < end) break;
  }
  return i;
}
int64_t put_utf8_run(Text& out, const Str* s, int64_t i) {
  if (s->kind() == 1) return put_utf8_run(out, s->data1(), i, s->length);
  return s->kind() == 2 ? put_utf8_run(out, s->data2(), i, s->length) : put_utf8_run(out, s->data4(), i, s->length);
}

const char* encode_reason(Encoding e) {
  switch (e) {
    case Encoding::ascii: return "ordinal not in range(128)";
    case Encoding::latin1: return "ordinal not in range(256)";
    default: return is_code_page(e) ? "character maps to <undefined>" : "surrogates not allowed";
  }
}

bool can_encode(Encoding e, uint32_t c) {
  if (e == Encoding::ascii) return c < 0x80;
  if (e == Encoding::latin1) return c < 0x100;
  if (is_code_page(e)) {
    Text scratch;
    return put_in_code_page(scratch, c, e);
  }
  return !is_surrogate(c);
}

}  // namespace

Encoding find_encoding(std::string_view name) {
  char squeezed[24];
  size_t n = 0;
  for (char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    if (n == sizeof squeezed) return find_code_page(name);
    squeezed[n++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  for (const EncodingName& known : known_names)
    if (known.name == std::string_view(squeezed, n)) return known.encoding;
  return find_code_page(name);
}

const char* encoding_name(Encoding e) {
  static constexpr const char* names[] = {"utf-8", "utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be",
                                          "utf-32", "utf-32-le", "utf-32-be", "utf7", "unicodeescape", "rawunicodeescape", "unknown"};
  return is_code_page(e) ? "charmap" : names[static_cast<int>(e)];
}

bool encode_to(Text& out, Encoding e, Str* s, const char* errors_name) {
  if (e == Encoding::unicode_escape || e == Encoding::raw_unicode_escape) return encode_escapes(out, s, e == Encoding::raw_unicode_escape), true;
  if (e == Encoding::utf7) return encode_utf7(out, s), true;
  bool byte_wise = e < Encoding::utf16 || is_code_page(e);
  if (e == Encoding::utf8_sig) out.append("\xef\xbb\xbf");
  if (e == Encoding::utf16) out.append({"\xff\xfe", 2});
  if (e == Encoding::utf32) out.append({"\xff\xfe\0\0", 4});
  if (s->is_ascii() && byte_wise && (!is_code_page(e) || keeps_ascii(e))) return out.append(s->ascii()), true;
  if (e == Encoding::latin1 && s->kind() == 1)
    return out.append({reinterpret_cast<const char*>(s->data1()), static_cast<size_t>(s->length)}), true;
  Put put = is_code_page(e) ? put_in_code_page : put_functions[static_cast<int>(e)];
  bool utf8 = e == Encoding::utf8 || e == Encoding::utf8_sig;
  for (int64_t i = 0; i < s->length;) {
    if (utf8 && (i = put_utf8_run(out, s, i)) == s->length) break;
    if (!utf8 && put(out, s->at(i), e)) {
      ++i;
      continue;
    }
    int64_t end = i + 1;
    while (byte_wise && end < s->length && !can_encode(e, s->at(end))) ++end;
    EncodeErrors errors{e, encoding_name(e), s, errors_name, find_error_handler(errors_name), put};
    if (!errors.handle(out, i, end, encode_reason(e), i)) return false;
  }
  return true;
}

Value raise_unknown_encoding(Str* encoding, const char* direction) {
  Text name;
  append_utf8(name, encoding);
  for (const char* transform : {"rot13", "rot_13", "hex", "hex_codec", "base64", "base_64", "base64_codec", "bz2", "bz2_codec", "zip", "zlib", "zlib_codec", "uu", "uu_codec", "quopri", "quopri_codec"}) {
    if (name.view() == transform) return raise(exc::LookupError, "'%U' is not a text encoding; use codecs.%s() to handle arbitrary codecs", encoding, direction);
  }
  return raise(exc::LookupError, "unknown encoding: %U", encoding);
}

Value encode_text(Str* s, Str* encoding, Str* errors) {
  Encoding e = Encoding::utf8;
  if (encoding && !is_written_utf8(encoding)) {
    Text name;
    append_utf8(name, encoding);
    e = find_encoding(name.view());
    if (e == Encoding::unknown) return run_codec_module(object_value(s), encoding, errors, "encode");
  }
  if (s->is_ascii() && (e == Encoding::utf8 || e == Encoding::ascii || e == Encoding::latin1)) return make_bytes(s->data1(), s->length);
  Text handler, out;
  if (errors) append_utf8(handler, errors), handler.append('\0');
  if (!encode_to(out, e, s, errors ? handler.data : nullptr)) return Error;
  return make_bytes(out.data, static_cast<int64_t>(out.size));
}

bool encode_file_name(Text& out, Str* s) { return encode_to(out, Encoding::utf8, s, "surrogateescape"); }

}  // namespace py
