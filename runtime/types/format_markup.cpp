// Parsing the strings that str.format takes.
#include "runtime/types/format_markup.hpp"

#include "runtime/types/unicode.hpp"

namespace py {
namespace {

Truth fail(const char* message) {
  (void)raise(exc::ValueError, message);
  return -1;
}

}  // namespace

Truth FormatMarkup::next() {
  has_field = spec_has_fields = false;
  conversion = 0;
  name = spec = {};
  if (at_ >= end_) return 0;
  int64_t start = at_;
  uint32_t c = 0;
  bool markup = false;
  while (at_ < end_ && !markup) {
    c = text_->at(at_++);
    markup = c == '{' || c == '}';
  }
  bool at_end = at_ >= end_;
  int64_t length = at_ - start;
  if (c == '}' && (at_end || text_->at(at_) != c)) return fail("Single '}' encountered in format string");
  if (c == '{' && at_end) return fail("Single '{' encountered in format string");
  if (!at_end) {
    if (markup && text_->at(at_) == c) {
      ++at_;                             // {{ or }}: literal, with one brace
      markup = false;
    } else if (markup) {
      --length;
    }
  }
  literal = {start, start + length};
  if (!markup) return 1;
  has_field = true;
  return parse_field();
}

Truth FormatMarkup::parse_field() {
  int64_t start = at_;
  uint32_t c = 0;
  bool stopped = false;
  while (at_ < end_ && !stopped) {
    c = text_->at(at_++);
    if (c == '{') return fail("unexpected '{' in field name");
    if (c == '[') {
      while (at_ < end_ && text_->at(at_) != ']') ++at_;
    }
    stopped = c == '}' || c == ':' || c == '!';
  }
  name = {start, at_ - 1};
  if (c == '}') return 1;
  if (c != '!' && c != ':') return fail("expected '}' before end of string");
  if (c == '!') {
    if (at_ >= end_) return fail("end of string while looking for conversion specifier");
    conversion = text_->at(at_++);
    if (at_ < end_) {
      c = text_->at(at_++);
      if (c == '}') return 1;
      if (c != ':') return fail("expected ':' after conversion specifier");
    }
  }
  spec.start = at_;
  for (int depth = 1; at_ < end_;) {
    c = text_->at(at_++);
    if (c == '{') {
      spec_has_fields = true;
      ++depth;
    } else if (c == '}' && --depth == 0) {
      spec.end = at_ - 1;
      return 1;
    }
  }
  return fail("unmatched '{' in format spec");
}

FieldName::FieldName(Str* text, Range name) : text_(text), at_(name.start), end_(name.end) {
  while (at_ < end_ && text_->at(at_) != '.' && text_->at(at_) != '[') ++at_;
  first = {name.start, at_};
  ok_ = parse_index(first, first_index);
}

// out: the number, or -1 if the part is not one. False: too large.
bool FieldName::parse_index(Range part, int64_t& out) {
  out = -1;
  if (part.empty()) return true;
  int64_t n = 0;
  for (int64_t i = part.start; i < part.end; ++i) {
    int digit = unicode::decimal_value(text_->at(i));
    if (digit < 0) return true;
    if (n > (INT64_MAX - digit) / 10) return fail("Too many decimal digits in format string") > 0;
    n = n * 10 + digit;
  }
  out = n;
  return true;
}

Truth FieldName::next(Range& part, bool& is_attribute, int64_t& index) {
  if (at_ >= end_) return 0;
  index = -1;
  uint32_t c = text_->at(at_++);
  is_attribute = c == '.';
  int64_t start = at_;
  if (c == '.') {
    while (at_ < end_ && text_->at(at_) != '.' && text_->at(at_) != '[') ++at_;
    part = {start, at_};
  } else if (c == '[') {
    while (at_ < end_ && text_->at(at_) != ']') ++at_;
    if (at_ >= end_) return fail("Missing ']' in format string");
    part = {start, at_++};
    if (!parse_index(part, index)) return -1;
  } else {
    return fail("Only '.' or '[' may follow ']' in format field specifier");
  }
  return part.empty() ? fail("Empty attribute in format string") : 1;
}

}  // namespace py
