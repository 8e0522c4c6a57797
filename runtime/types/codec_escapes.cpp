// The encodings unicode_escape and raw_unicode_escape (Objects/unicodeobject.c: _PyUnicode_DecodeUnicodeEscapeInternal,
// PyUnicode_DecodeRawUnicodeEscape and their encoders).
#include "runtime/types/character_names.hpp"
#include "runtime/types/codec_errors.hpp"

namespace py {
namespace {

void put_hex(Text& out, char letter, uint32_t c, int digits) {
  out.append('\\');
  out.append(letter);
  for (int i = digits; i-- > 0;) out.append("0123456789abcdef"[c >> 4 * i & 15]);
}
void put_wide(Text& out, uint32_t c) { c < 0x10000 ? put_hex(out, 'u', c, 4) : put_hex(out, 'U', c, 8); }

int hex_digit(uint8_t c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; }

// The character a single letter after a backslash stands for; -1: none.
int plain_escape(uint8_t letter) {
  switch (letter) {
    case '\\': case '\'': case '"': return letter;
    case 'a': return 7;
    case 'b': return 8;
    case 'f': return 12;
    case 'n': return 10;
    case 'r': return 13;
    case 't': return 9;
    case 'v': return 11;
    default: return -1;
  }
}

class EscapeDecoder {
 public:
  EscapeDecoder(StrBuilder& out, const DecodeErrors& errors, bool raw, bool final, int64_t& at) : out_(out), errors_(errors), raw_(raw), final_(final), at_(at) {}

  bool run() {
    while (at_ < errors_.size) {
      uint8_t b = errors_.data[at_];
      if (b != '\\') {
        out_.append(b);
        ++at_;
        continue;
      }
      incomplete_ = false;
      int64_t before = at_;
      if (!(raw_ ? raw_escape() : escape())) {
        if (!incomplete_) return false;
        at_ = before;                    // the rest may come with the next piece
        return true;
      }
    }
    return true;
  }

 private:
  int64_t left() const { return errors_.size - at_; }
  bool fail(int64_t length, const char* reason) {
    incomplete_ = !final_ && at_ + length == errors_.size;
    return !incomplete_ && errors_.handle(out_, at_, at_ + length, reason, at_);
  }
  bool put(uint32_t c, int64_t length) {
    out_.append(c);
    at_ += length;
    return true;
  }

  // \x41, \u0041, \U00000041: `digits` of them.
  bool hex(int digits, const char* truncated, const char* too_big) {
    uint32_t c = 0;
    int n = 0;
    for (; n < digits && 2 + n < left() && hex_digit(errors_.data[at_ + 2 + n]) >= 0; ++n) c = c << 4 | static_cast<uint32_t>(hex_digit(errors_.data[at_ + 2 + n]));
    if (n < digits) return fail(2 + n, truncated);
    return c > 0x10ffff ? fail(2 + n, too_big) : put(c, 2 + n);
  }

  bool named() {
    int64_t end = 3;
    while (end < left() && errors_.data[at_ + end] != '}') ++end;
    if (left() < 3 || errors_.data[at_ + 2] != '{') return fail(2, "malformed \\N character escape");
    if (end == left() || end == 3) return fail(end, "malformed \\N character escape");
    const CharacterNames* names = character_names("decoding \\N{...}");
    uint32_t c;
    if (!names) return false;
    if (names->character({reinterpret_cast<const char*>(errors_.data + at_ + 3), static_cast<size_t>(end - 3)}, c)) return put(c, end + 1);
    return errors_.handle(out_, at_, at_ + end + 1, "unknown Unicode character name", at_);
  }

  bool raw_escape() {
    uint8_t letter = left() > 1 ? errors_.data[at_ + 1] : 0;
    if (left() == 1 && !final_) return incomplete_ = true, false;
    if (letter == 'u') return hex(4, "truncated \\uXXXX escape", "");
    if (letter == 'U') return hex(8, "truncated \\UXXXXXXXX escape", "\\Uxxxxxxxx out of range");
    out_.append('\\');                   // \\u is a backslash and a u
    return left() > 1 ? put(letter, 2) : (++at_, true);
  }

  bool escape() {
    if (left() == 1) return fail(1, "\\ at end of string");
    uint8_t letter = errors_.data[at_ + 1];
    if (letter == '\n') return at_ += 2, true;
    if (int c = plain_escape(letter); c >= 0) return put(static_cast<uint32_t>(c), 2);
    if (letter >= '0' && letter <= '7') {
      uint32_t c = 0;
      int64_t n = 1;
      for (; n < 4 && n < left() && errors_.data[at_ + n] >= '0' && errors_.data[at_ + n] <= '7'; ++n) c = c * 8 + (errors_.data[at_ + n] - '0');
      return put(c, n);
    }
    if (letter == 'x') return hex(2, "truncated \\xXX escape", "");
    if (letter == 'u') return hex(4, "truncated \\uXXXX escape", "");
    if (letter == 'U') return hex(8, "truncated \\UXXXXXXXX escape", "illegal Unicode character");
    if (letter == 'N') return named();
    out_.append('\\');
    return put(letter, 2);
  }

  StrBuilder& out_;
  const DecodeErrors& errors_;
  const bool raw_, final_;
  int64_t& at_;
  bool incomplete_ = false;
};

}  // namespace

bool decode_escapes(StrBuilder& out, const DecodeErrors& errors, bool raw, bool final, int64_t& at) { return EscapeDecoder(out, errors, raw, final, at).run(); }

void encode_escapes(Text& out, Str* s, bool raw) {
  for (int64_t i = 0; i < s->length; ++i) {
    uint32_t c = s->at(i);
    if (c >= 0x100) put_wide(out, c);
    else if (raw || (c >= 0x20 && c < 0x7f && c != '\\')) out.append(static_cast<char>(c));
    else if (c == '\t' || c == '\n' || c == '\r' || c == '\\') out.append('\\'), out.append(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\\');
    else put_hex(out, 'x', c, 2);
  }
}

}  // namespace py
