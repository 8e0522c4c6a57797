// int to text and text to int, with sys.set_int_max_str_digits()'s limit (Objects/longobject.c).
#include <charconv>

#include "runtime/object/str_copy.hpp"
#include "runtime/types/int_internal.hpp"

namespace py {

using magnitude::Natural;

std::atomic<int32_t> int_max_str_digits{4300};

namespace {

// Below this many digits no limit applies, so that small settings cannot break ordinary programs.
constexpr int64_t limit_threshold = 640;

bool is_binary_base(int base) { return base == 2 || base == 4 || base == 8 || base == 16 || base == 32; }

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char lower = static_cast<char>(c | 32);
  return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
}

Value raise_invalid_literal(int base, Value origin) {
  Ref text = repr(origin);
  if (text.is_error()) return Error;
  Str* s = text.as<Str>();
  if (s->length > 200) text = Ref(str_slice(s, 0, 200));
  return raise(exc::ValueError, "invalid literal for int() with base %d: %S", base, text.get());
}

Value int_from_clean(std::string_view text, int base, Value origin) {
  int shown_base = base;
  size_t at = 0;
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) negative = text[at++] == '-';
  auto fail = [&] { return raise_invalid_literal(shown_base, origin); };
  if (at >= text.size()) return fail();
  bool must_be_zero = false;
  if (base == 0) {
    char letter = at + 1 < text.size() ? static_cast<char>(text[at + 1] | 32) : 0;
    if (text[at] != '0') base = 10;
    else if (letter == 'x') base = 16;
    else if (letter == 'o') base = 8;
    else if (letter == 'b') base = 2;
    else base = 10, must_be_zero = true;                 // "0", "00", not "010"
  }
  if (text[at] == '0' && at + 1 < text.size()) {
    char letter = static_cast<char>(text[at + 1] | 32);
    if ((base == 16 && letter == 'x') || (base == 8 && letter == 'o') || (base == 2 && letter == 'b')) {
      at += 2;
      if (at < text.size() && text[at] == '_') ++at;     // one underscore may follow the prefix
    }
  }
  std::string_view digits = text.substr(at);
  std::string joined;
  if (digits.find('_') != std::string_view::npos) {
    for (char previous = '_'; char c : digits) {
      if (c != '_') joined += c;
      else if (previous == '_') return fail();
      previous = c;
    }
    if (digits.back() == '_') return fail();
    digits = joined;
  }
  if (digits.empty()) return fail();
  for (char c : digits) {
    if (digit_of(c) >= base) return fail();
  }
  if (!is_binary_base(base)) {
    int64_t limit = int_max_str_digits.load(std::memory_order_relaxed);
    int64_t count = static_cast<int64_t>(digits.size());
    if (limit > 0 && count > limit_threshold && count > limit)
      return raise(exc::ValueError,
                   "Exceeds the limit (%l digits) for integer string conversion: value has %l digits; use "
                   "sys.set_int_max_str_digits() to increase the limit",
                   limit, count);
  }
  if (digits.size() <= 18 && base == 10) {
    int64_t n = 0;
    for (char c : digits) n = n * 10 + (c - '0');
    if (must_be_zero && n != 0) return fail();
    return make_int(negative ? -n : n);
  }
  size_t zeros = 0;
  while (zeros < digits.size() && digits[zeros] == '0') ++zeros;
  Natural n = magnitude::from_text(digits.substr(zeros), base);
  if (must_be_zero && !n.is_zero()) return fail();
  return make_int_from(negative, n);
}

}  // namespace

Value int_from_text(Str* text, int base, Value origin) {
  if (base == 10 && text->is_ascii() && text->length > 0 && text->length <= 18) {   // the usual case needs no copy
    std::string_view plain = text->ascii();
    int64_t n;
    auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), n);
    if (error == std::errc() && end == plain.data() + plain.size()) return small_int(n);
  }
  return text->is_ascii() ? int_from_bytes_text(text->ascii(), base, origin) : int_from_clean(ascii_number_text(text), base, origin);
}

Value int_from_bytes_text(std::string_view text, int base, Value origin) {
  auto is_space = [](char c) { return c == ' ' || (c >= 9 && c <= 13); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return int_from_clean(text, base, origin);
}

Value int_from_digits(std::string_view digits, int base) {
  Natural n = magnitude::from_text(digits, base);
  return make_int_from(false, n);
}

bool append_int(std::string& out, Value v, int base) {
  Value plain = plain_int(v);
  if (plain.is_small_int()) {
    char text[72];
    auto end = std::to_chars(text, text + sizeof text, plain.small_int(), base).ptr;
    out.append(text, end);
    return true;
  }
  IntView n(plain);
  if (n.negative) out += '-';
  size_t start = out.size();
  if (!is_binary_base(base)) {
    int64_t limit = int_max_str_digits.load(std::memory_order_relaxed);
    auto over = [&](size_t digits) {
      return limit > 0 && digits > limit_threshold && static_cast<int64_t>(digits) > limit;
    };
    bool too_long = over(magnitude::decimal_digits_at_least(n.view));
    if (!too_long) {
      magnitude::append_text(out, n.view, base);
      too_long = over(out.size() - start);
    }
    if (too_long) {
      (void)raise(exc::ValueError,
                  "Exceeds the limit (%l digits) for integer string conversion; use sys.set_int_max_str_digits() to "
                  "increase the limit",
                  limit);
      return false;
    }
    return true;
  }
  magnitude::append_text(out, n.view, base);
  return true;
}

Value int_repr(Value v) {
  Value plain = plain_int(v);
  if (plain.is_small_int()) {
    const uint64_t n = static_cast<uint64_t>(plain.small_int());
    if (n < 10) return latin1_char(static_cast<uint8_t>('0' + n));
#ifndef __OPTIMIZE_SIZE__
    if (n < below_short) {
      size_t length;
      uint64_t word = short_digits(n, length);
      Str* s = allocate_short(word, length);
      return s ? object_value(s) : Error;
    }
#endif
    char text[24];
    auto end = std::to_chars(text, text + sizeof text, plain.small_int()).ptr;
    return make_str_ascii(text, static_cast<size_t>(end - text));
  }
  std::string text;
  return append_int(text, plain, 10) ? make_str_ascii(text.data(), text.size()) : Error;
}

}  // namespace py
