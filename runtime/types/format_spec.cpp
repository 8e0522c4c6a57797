// Parsing of format specifications.
#include "runtime/types/format_spec.hpp"

#include <cstdlib>
#include <cstdio>

#include "runtime/object/error.hpp"
#include "runtime/types/unicode.hpp"

namespace py {

namespace {

bool is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// Decimal digits at `at`; false when the number is too large. used: how many digits.
bool parse_count(Str* spec, int64_t& at, int64_t& out, int64_t& used) {
  out = 0;
  int64_t start = at;
  for (; at < spec->length; ++at) {
    uint32_t c = spec->at(at);
    int digit = c < 128 ? (c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1) : unicode::decimal_value(c);
    if (digit < 0) break;
    if (out > (INT64_MAX - digit) / 10) {
      (void)raise(exc::ValueError, "Too many decimal digits in format string");
      return false;
    }
    out = out * 10 + digit;
  }
  used = at - start;
  return true;
}

bool raise_bad_grouping(char grouping, uint32_t type) {
  if (type > 32 && type < 128) (void)raise(exc::ValueError, "Cannot specify '%c' with '%c'.", grouping, static_cast<int>(type));
  else {
    char hex[16];
    std::snprintf(hex, sizeof hex, "%x", type);
    (void)raise(exc::ValueError, "Cannot specify '%c' with '\\x%s'.", grouping, hex);
  }
  return false;
}

bool check_grouping(FormatSpec& f) {
  switch (f.type) {
    case 'd': case 'e': case 'f': case 'g': case 'E': case 'G': case '%': case 'F': case 0: return true;
    case 'b': case 'o': case 'x': case 'X':
      if (f.grouping == '_') {
        f.group_by_four = true;
        return true;
      }
      [[fallthrough]];
    default: return raise_bad_grouping(f.grouping, f.type);
  }
}

}  // namespace

static bool parse(Value value, Str* spec, char default_type, char default_align, FormatSpec& f) {
  int64_t at = 0, end = spec->length, used;
  auto next = [&](uint32_t c) { return at < end && spec->at(at) == c; };
  f = FormatSpec();
  f.align = default_align;
  f.type = static_cast<uint32_t>(default_type);
  if (end == 1 && (spec->at(0) | 32) >= 'a' && (spec->at(0) | 32) <= 'z' && spec->at(0) != 'z') {   // the type alone
    f.type = spec->at(0);
    return true;
  }
  bool fill_given = false;
  if (end >= 2 && is_align(spec->at(1))) {
    f.fill = spec->at(0);
    f.align = static_cast<char>(spec->at(1));
    fill_given = f.align_given = true;
    at = 2;
  } else if (end >= 1 && is_align(spec->at(0))) {
    f.align = static_cast<char>(spec->at(0));
    f.align_given = true;
    at = 1;
  }
  if (next(' ') || next('+') || next('-')) f.sign = static_cast<char>(spec->at(at++));
  if (next('z')) f.no_negative_zero = true, ++at;
  if (next('#')) f.alternate = true, ++at;
  if (!fill_given && next('0')) {
    f.fill = '0';
    if (!f.align_given && default_align == '>') f.align = '=';
    ++at;
  }
  if (!parse_count(spec, at, f.width, used)) return false;
  if (used == 0) f.width = -1;
  if (next(',')) f.grouping = ',', ++at;
  if (next('_')) {
    if (f.grouping) return (void)raise(exc::ValueError, "Cannot specify both ',' and '_'."), false;
    f.grouping = '_';
    ++at;
  }
  if (next(',') && f.grouping == '_') return (void)raise(exc::ValueError, "Cannot specify both ',' and '_'."), false;
  if (next('.')) {
    ++at;
    if (!parse_count(spec, at, f.precision, used)) return false;
    if (used == 0) return (void)raise(exc::ValueError, "Format specifier missing precision"), false;
  }
  if (end - at > 1) {
    (void)raise(exc::ValueError, "Invalid format specifier '%U' for object of type '%T'", spec, value);
    return false;
  }
  if (end - at == 1) f.type = spec->at(at);
  return memory_for(f.width) && (f.grouping == 0 || check_grouping(f));
}

// What the last few specifications came to of those that live for ever, as those in the text of a program do.
namespace {
struct Parsed {
  const Str* spec;
  char default_type, default_align;
  FormatSpec result;
};
constexpr size_t remembered = 8;
thread_local constinit Parsed parsed[remembered] = {};
}  // namespace

bool parse_format_spec(Value value, Str* spec, char default_type, char default_align, FormatSpec& f) {
  if (owner_of(spec) != immortal_owner) return parse(value, spec, default_type, default_align, f);
  Parsed& known = parsed[reinterpret_cast<uintptr_t>(spec) / sizeof(Str) % remembered];
  if (known.spec == spec && known.default_type == default_type && known.default_align == default_align) {
    f = known.result;
    return true;
  }
  if (!parse(value, spec, default_type, default_align, f)) return false;
  known = {spec, default_type, default_align, f};
  return true;
}

bool memory_for(int64_t width) {
  if (width < int64_t{1} << 28) return true;             // what is asked for in earnest is not tried out
  void* volatile room = std::malloc(static_cast<size_t>(width));   // or the compiler takes it for granted
  if (!room) return (void)raise_no_memory(), false;
  std::free(room);
  return true;
}

Value raise_unknown_format_code(Value value, uint32_t type) {
  if (type > 32 && type < 128)
    return raise(exc::ValueError, "Unknown format code '%c' for object of type '%T'", static_cast<int>(type), value);
  char hex[16];
  std::snprintf(hex, sizeof hex, "%x", type);
  return raise(exc::ValueError, "Unknown format code '\\x%s' for object of type '%T'", hex, value);
}

Padding padding_for(const FormatSpec& spec, int64_t length) {
  if (length >= spec.width) return {0, 0};
  int64_t total = spec.width - length;
  int64_t before = spec.align == '>' ? total : spec.align == '^' ? total / 2 : 0;
  return {before, total - before};
}

}  // namespace py
