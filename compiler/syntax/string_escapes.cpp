// Escapes follow CPython's unicode-escape decoder, whose error messages count positions in a text in
// which every character outside ASCII takes ten bytes (\UXXXXXXXX).
#include "compiler/syntax/string_escapes.hpp"

#include "compiler/syntax/unicode.hpp"

namespace portalis {

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }

// The escapes of one letter, the same in str and bytes; 0 for the others.
char simple_escape(char c) {
  switch (c) {
    case '\\':
    case '\'':
    case '"': return c;
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return '\0';
  }
}

// Reads up to three octal digits at body[at].
unsigned octal(std::string_view body, std::size_t& at) {
  unsigned value = 0;
  for (int i = 0; i < 3 && at < body.size() && is_octal(body[at]); ++i) value = value * 8 + static_cast<unsigned>(body[at++] - '0');
  return value;
}

std::size_t widened(std::string_view body) {
  std::size_t size = 0;
  for (char c : body) {
    unsigned char byte = static_cast<unsigned char>(c);
    size += byte < 0x80 ? 1 : (byte & 0xC0) == 0xC0 ? 10 : 0;
  }
  return size;
}

class Decoder {
 public:
  Decoder(std::string_view body, std::string& out) : body_(body), out_(out) {}

  std::string run() {
    while (at_ < body_.size()) {
      std::size_t slash = body_.find('\\', at_);
      out_ += body_.substr(at_, slash - at_);
      if (slash == std::string_view::npos) break;
      at_ = slash;
      if (!escape()) return error_;
    }
    return {};
  }

 private:
  bool escape() {
    std::size_t start = at_++;
    if (at_ == body_.size()) {
      // Before the brace of an f-string's replacement field.
      out_ += '\\';
      return true;
    }
    char c = body_[at_];
    if (char simple = simple_escape(c)) {
      out_ += simple;
      ++at_;
      return true;
    }
    if (is_octal(c)) {
      unicode::append_utf8(out_, octal(body_, at_));
      return true;
    }
    ++at_;
    switch (c) {
      case '\n': return true;
      case 'x': return hex(start, 2, "truncated \\xXX escape");
      case 'u': return hex(start, 4, "truncated \\uXXXX escape");
      case 'U': return hex(start, 8, "truncated \\UXXXXXXXX escape");
      case 'N': return named(start);
      default:
        // Not an escape: both characters stand for themselves.
        out_ += '\\';
        --at_;
        return true;
    }
  }

  bool hex(std::size_t start, int digits, const char* message) {
    char32_t value = 0;
    for (int i = 0; i < digits; ++i, ++at_) {
      int digit = at_ < body_.size() ? hex_value(body_[at_]) : -1;
      if (digit < 0) return fail(start, message);
      value = value << 4 | static_cast<char32_t>(digit);
    }
    if (value > 0x10FFFF) return fail(start, "illegal Unicode character");
    unicode::append_utf8(out_, value);
    return true;
  }

  bool named(std::size_t start) {
    if (at_ >= body_.size() || body_[at_] != '{') return fail(start, "malformed \\N character escape");
    std::size_t close = body_.find('}', at_);
    if (close == std::string_view::npos || close == at_ + 1) {
      at_ = close == std::string_view::npos ? body_.size() : close + 1;
      return fail(start, "malformed \\N character escape");
    }
    char32_t value = unicode::lookup_name(body_.substr(at_ + 1, close - at_ - 1));
    at_ = close + 1;
    if (value == unicode::kNoCharacter) return fail(start, "unknown Unicode character name");
    unicode::append_utf8(out_, value);
    return true;
  }

  bool fail(std::size_t start, const char* message) {
    std::size_t first = widened(body_.substr(0, start));
    std::size_t last = widened(body_.substr(0, at_)) - 1;
    std::string place = last == first ? "byte 0x5c in position " + std::to_string(first)
                                      : "bytes in position " + std::to_string(first) + "-" + std::to_string(last);
    error_ = "(unicode error) 'unicodeescape' codec can't decode " + place + ": " + message;
    return false;
  }

  std::string_view body_;
  std::string& out_;
  std::size_t at_ = 0;
  std::string error_;
};

}  // namespace

std::string decode_escapes(std::string_view body, std::string& out) { return Decoder(body, out).run(); }

std::string decode_bytes_escapes(std::string_view body, std::string& out) {
  for (std::size_t at = 0; at < body.size();) {
    if (body[at] != '\\') {
      out += body[at++];
      continue;
    }
    std::size_t start = at++;
    char c = at < body.size() ? body[at] : '\0';
    if (char simple = simple_escape(c)) {
      out += simple;
      ++at;
    } else if (is_octal(c)) {
      out += static_cast<char>(octal(body, at));
    } else if (c == '\n') {
      ++at;
    } else if (c == 'x') {
      int high = at + 1 < body.size() ? hex_value(body[at + 1]) : -1;
      int low = at + 2 < body.size() ? hex_value(body[at + 2]) : -1;
      if (high < 0 || low < 0) return "(value error) invalid \\x escape at position " + std::to_string(start);
      out += static_cast<char>(high << 4 | low);
      at += 3;
    } else {
      out += '\\';
    }
  }
  return {};
}

}  // namespace portalis
