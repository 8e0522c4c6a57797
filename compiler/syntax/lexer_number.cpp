// Number literals: which characters belong to one, and what is wrong with a bad one.
#include <cstring>

#include "compiler/syntax/lexer_state.hpp"

namespace portalis {

namespace {

bool is_hex_digit(char c) { return is_decimal_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_octal_digit(char c) { return c >= '0' && c <= '7'; }
bool is_binary_digit(char c) { return c == '0' || c == '1'; }

constexpr const char* kCode = "P0109";

}  // namespace

bool Lexer::looking_at(const char* text) const { return std::strncmp(at_, text, std::strlen(text)) == 0; }

// A number may touch a keyword (`1if x else 2`), but no other name.
bool Lexer::check_number_end(const char* kind) {
  bool keyword = looking_at("and") || looking_at("else") || looking_at("for") || looking_at("if") || looking_at("in") || looking_at("is") ||
                 looking_at("or") || looking_at("not");
  char c = *at_;
  if (keyword || static_cast<unsigned char>(c) >= 128 || !is_identifier_byte(c)) return true;
  return fail_here(kCode, std::string("invalid ") + kind + " literal");
}

// Digits with single underscores between them; the first digit is at at_.
bool Lexer::digits_tail(const char* kind, bool (*is_digit)(char)) {
  while (true) {
    while (is_digit(*at_)) ++at_;
    if (*at_ != '_') return true;
    ++at_;
    if (!is_digit(*at_)) {
      if (is_digit != is_decimal_digit && is_decimal_digit(*at_)) return true;
      return fail_here(kCode, std::string("invalid ") + kind + " literal");
    }
  }
}

bool Lexer::radix_number(const char* kind, bool (*is_digit)(char)) {
  at_ += 2;
  if (*at_ == '_') ++at_;
  bool any = is_digit(*at_);
  if (any && !digits_tail(kind, is_digit)) return false;
  if (is_decimal_digit(*at_)) {
    char digit = *at_++;
    return fail_here(kCode, std::string("invalid digit '") + digit + "' in " + kind + " literal");
  }
  if (!any) return fail_here(kCode, std::string("invalid ") + kind + " literal");
  if (!check_number_end(kind)) return false;
  emit(TokenKind::Number);
  return true;
}

bool Lexer::exponent_or_suffix() {
  if (*at_ == 'e' || *at_ == 'E') {
    const char* sign = at_ + 1;
    const char* digits = *sign == '+' || *sign == '-' ? sign + 1 : sign;
    if (is_decimal_digit(*digits)) {
      at_ = digits;
      if (!digits_tail("decimal", is_decimal_digit)) return false;
    } else if (digits != sign) {
      at_ = digits;
      return fail_here(kCode, "invalid decimal literal");
    } else {
      if (!check_number_end("decimal")) return false;
      emit(TokenKind::Number);
      return true;
    }
  }
  const char* kind = "decimal";
  if (*at_ == 'j' || *at_ == 'J') {
    ++at_;
    kind = "imaginary";
  }
  if (!check_number_end(kind)) return false;
  emit(TokenKind::Number);
  return true;
}

// at_ is past the point.
bool Lexer::fraction() {
  if (is_decimal_digit(*at_) && !digits_tail("decimal", is_decimal_digit)) return false;
  return exponent_or_suffix();
}

bool Lexer::decimal_number() {
  bool leading_zero = *at_ == '0';
  const char* zeros_end = at_;
  bool nonzero = false;
  if (leading_zero) {
    // Zeros may be written in any number; after them only a float or imaginary may go on.
    while (true) {
      if (*at_ == '_') {
        ++at_;
        if (!is_decimal_digit(*at_)) return fail_here(kCode, "invalid decimal literal");
      }
      if (*at_ != '0') break;
      ++at_;
    }
    zeros_end = at_;
    nonzero = is_decimal_digit(*at_);
  }
  if (is_decimal_digit(*at_) && !digits_tail("decimal", is_decimal_digit)) return false;
  if (*at_ == '.') {
    ++at_;
    return fraction();
  }
  bool exponent = *at_ == 'e' || *at_ == 'E';
  bool imaginary = *at_ == 'j' || *at_ == 'J';
  if (nonzero && !exponent && !imaginary) {
    return fail(kCode,
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix "
                "for octal integers",
                {line_, start_col_, line_, column(zeros_end)});
  }
  return exponent_or_suffix();
}

bool Lexer::number() {
  if (*at_ == '0') {
    switch (at_[1]) {
      case 'x':
      case 'X': return radix_number("hexadecimal", is_hex_digit);
      case 'o':
      case 'O': return radix_number("octal", is_octal_digit);
      case 'b':
      case 'B': return radix_number("binary", is_binary_digit);
      default: break;
    }
  }
  return decimal_number();
}

}  // namespace portalis
