// What encoders and decoders do where the text does not fit: the built-in error handlers and those of the program.
#pragma once

#include "runtime/types/codec.hpp"

namespace py {

// Decoding `data` failed at [start, end). Appends what the handler puts there and sets `next` to where decoding goes on.
struct DecodeErrors {
  Encoding encoding;
  const char* name;                      // as in messages, e.g. "utf-16-le"
  const uint8_t* data;
  int64_t size;
  const char* handler_name;              // null: strict
  ErrorHandler handler;
  bool handle(StrBuilder& out, int64_t start, int64_t end, const char* reason, int64_t& next) const;

 private:
  bool raise_error(int64_t start, int64_t end, const char* reason) const;
  bool call_custom(StrBuilder& out, int64_t start, int64_t end, const char* reason, int64_t& next) const;
};

// Encoding `s` failed for the characters [start, end). `put` writes one character the encoding can express.
struct EncodeErrors {
  Encoding encoding;
  const char* name;
  Str* s;
  const char* handler_name;
  ErrorHandler handler;
  bool (*put)(Text& out, uint32_t c, Encoding e);    // false: not expressible
  bool handle(Text& out, int64_t start, int64_t end, const char* reason, int64_t& next) const;

 private:
  void put_number(Text& out, uint32_t c) const;
  bool replace_by_names(Text& out, int64_t start, int64_t end) const;
  bool raise_error(int64_t start, int64_t end, const char* reason) const;
  bool call_custom(Text& out, int64_t start, int64_t end, const char* reason, int64_t& next) const;
};

// unicode_escape, and raw_unicode_escape if `raw`; as decode_some() and encode_to(). Encoding knows no errors.
bool decode_escapes(StrBuilder& out, const DecodeErrors& errors, bool raw, bool final, int64_t& at);
void encode_escapes(Text& out, Str* s, bool raw);

// utf-7, likewise.
bool decode_utf7(StrBuilder& out, const DecodeErrors& errors, bool final, int64_t& at);
void encode_utf7(Text& out, Str* s);

}  // namespace py
