// Text encodings: bytes to str and back, with error handlers (CPython's Objects/unicodeobject.c and Python/codecs.c).
// Built in: utf-8, utf-8-sig, ascii, latin-1, utf-16 and utf-32 in all byte orders, utf-7, unicode_escape, raw_unicode_escape, and
// CPython's single-byte encodings (code_pages.hpp); names are matched as CPython normalises them ("UTF8", "utf_8", "Latin-1", ...).
// Handlers: strict, ignore, replace, backslashreplace, surrogateescape, surrogatepass, xmlcharrefreplace, namereplace, and those
// registered with codecs.register_error().
#pragma once

#include "runtime/object/error.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"

namespace py {

enum class Encoding : uint8_t {
  utf8, utf8_sig, ascii, latin1, utf16, utf16_le, utf16_be, utf32, utf32_le, utf32_be, utf7,
  unicode_escape, raw_unicode_escape, unknown, first_code_page,
};
// By any of its names.
Encoding find_encoding(std::string_view name);
// "utf-8", as it is mostly written.
inline bool is_written_utf8(const Str* encoding) {
  return encoding->length == 5 && encoding->is_ascii() && std::memcmp(encoding->data1(), "utf-8", 5) == 0;
}
// The argument `encoding`, where it says the same as if it were not there.
inline bool is_utf8_argument(Value encoding) {
  return encoding.is_undefined() || (is_exactly(encoding, str_type) && is_written_utf8(encoding.as<Str>()));
}
// As in messages: "utf-8", "latin-1", "charmap".
const char* encoding_name(Encoding e);

// LookupError "unknown encoding: x", or that a transform of bytes is none; direction: "encode" or "decode".
Value raise_unknown_encoding(Str* encoding, const char* direction);

// Encodings that are modules of the program (encodings.idna, encodings.punycode): their CodecInfo; Undefined: there is none.
Value find_codec_module(Str* encoding);
// What the codec makes of a str or bytes; as raise_unknown_encoding() if there is none. direction: "encode" or "decode".
Value run_codec_module(Value input, Str* encoding, Str* errors, const char* direction);

// encoding and errors null: utf-8, strict.
Value decode_text(const uint8_t* data, int64_t size, Str* encoding, Str* errors);
Value encode_text(Str* s, Str* encoding, Str* errors);

// Decoding piece by piece: unless `final`, an incomplete sequence at the end is left, and `consumed` says how much was
// taken. errors null: strict. `e` is replaced by the byte order a byte order mark tells (utf16, utf32) and by utf8
// once the mark of utf8_sig is past. Appends to out. False: error pending.
bool decode_some(StrBuilder& out, Encoding& e, const uint8_t* data, int64_t size, const char* errors, bool final, int64_t& consumed);
// Appends the bytes of s. False: error pending.
bool encode_to(Text& out, Encoding e, Str* s, const char* errors);

// The handlers that are built in, by name; `custom` for any other.
enum class ErrorHandler : uint8_t {
  strict, ignore, replace, backslashreplace, surrogateescape, surrogatepass, xmlcharrefreplace, namereplace, custom,
};
ErrorHandler find_error_handler(const char* name);       // null: strict

// codecs.register_error / lookup_error: handlers written in Python; Undefined and LookupError when there is none.
void register_error_handler(Str* name, Value handler);
Value lookup_error_handler(Str* name);

// File names (PEP 383): bytes that are not UTF-8 become lone surrogates and back.
Value decode_file_name(std::string_view bytes);
bool encode_file_name(Text& out, Str* s);                // UnicodeEncodeError for other surrogates

}  // namespace py
