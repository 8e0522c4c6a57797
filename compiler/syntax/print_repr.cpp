// repr() of constants.
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "compiler/syntax/ast_printer.hpp"
#include "compiler/syntax/unicode.hpp"

namespace portalis {

namespace {

// CPython prefers single quotes unless the text has those and no double ones.
char quote_for(std::string_view text) {
  bool single = text.find('\'') != std::string_view::npos;
  return single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

void append_hex(std::string& out, char letter, char32_t value, int digits) {
  out += '\\';
  out += letter;
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out += "0123456789abcdef"[value >> shift & 15];
}

// The escapes str and bytes have in common; false when `c` is not one of them.
bool append_common_escape(std::string& out, char32_t c, char quote) {
  switch (c) {
    case '\n': out += "\\n"; return true;
    case '\r': out += "\\r"; return true;
    case '\t': out += "\\t"; return true;
    case '\\': out += "\\\\"; return true;
    default: break;
  }
  if (c != static_cast<char32_t>(quote)) return false;
  out += '\\';
  out += quote;
  return true;
}

}  // namespace

void append_str_repr(std::string& out, std::string_view text) {
  char quote = quote_for(text);
  out += quote;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t start = at;
    char32_t c = unicode::decode(text, at);
    if (append_common_escape(out, c, quote)) continue;
    if (c < 0x80 ? c >= ' ' && c < 0x7F : unicode::is_printable(c)) {
      out += text.substr(start, at - start);
    } else if (c < 0x100) {
      append_hex(out, 'x', c, 2);
    } else if (c < 0x10000) {
      append_hex(out, 'u', c, 4);
    } else {
      append_hex(out, 'U', c, 8);
    }
  }
  out += quote;
}

void append_bytes_repr(std::string& out, std::string_view bytes) {
  char quote = quote_for(bytes);
  out += 'b';
  out += quote;
  for (char c : bytes) {
    unsigned char byte = static_cast<unsigned char>(c);
    if (append_common_escape(out, byte, quote)) continue;
    if (byte >= ' ' && byte < 0x7F) {
      out += c;
    } else {
      append_hex(out, 'x', byte, 2);
    }
  }
  out += quote;
}

// The shortest digits that give the value back; an exponent outside 1e-4 .. 1e16.
void append_float_repr(std::string& out, double value, bool keep_point) {
  if (std::isinf(value)) {
    out += "inf";
    return;
  }
  char scientific[40];
  auto end = std::to_chars(scientific, scientific + sizeof scientific - 1, value, std::chars_format::scientific);
  *end.ptr = '\0';
  std::string_view text(scientific, static_cast<std::size_t>(end.ptr - scientific));
  std::size_t e = text.find('e');
  int exponent = std::atoi(text.data() + e + 1);
  if (exponent < -4 || exponent >= 16) {
    out += text;
    return;
  }
  char fixed[40];
  auto fixed_end = std::to_chars(fixed, fixed + sizeof fixed, value, std::chars_format::fixed);
  std::string_view plain(fixed, static_cast<std::size_t>(fixed_end.ptr - fixed));
  out += plain;
  if (keep_point && plain.find('.') == std::string_view::npos) out += ".0";
}

}  // namespace portalis
