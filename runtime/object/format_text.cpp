// The format language of raise() and format_text().
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "runtime/object/error.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/text.hpp"

namespace py {

// false: str() or repr() of an argument raised.
static bool append_formatted(Text& out, const char* format, va_list arguments) {
  char digits[40];
  for (const char* p = format; *p; ++p) {
    if (*p != '%') {
      const char* run = p;
      while (p[1] && p[1] != '%') ++p;
      out.append(std::string_view(run, static_cast<size_t>(p + 1 - run)));
      continue;
    }
    switch (*++p) {
      case '%': out.append('%'); break;
      case 's': out.append(va_arg(arguments, const char*)); break;
      case 'd': out.append_int(va_arg(arguments, int)); break;
      case 'l': out.append_int(va_arg(arguments, int64_t)); break;
      case 'u':
        std::snprintf(digits, sizeof digits, "%llu", static_cast<unsigned long long>(va_arg(arguments, uint64_t)));
        out.append(digits);
        break;
      case 'p':
        std::snprintf(digits, sizeof digits, "0x%llx", static_cast<unsigned long long>(reinterpret_cast<uintptr_t>(va_arg(arguments, void*))));
        out.append(digits);
        break;
      case 'c': out.append_utf8(static_cast<uint32_t>(va_arg(arguments, int))); break;
      case 'T': out.append(type_of(va_arg(arguments, Value))->name); break;
      case 'A': {
        Value v = va_arg(arguments, Value);
        out.append(v.is_none() ? "None" : type_of(v)->name);
        break;
      }
      case 'N': out.append(va_arg(arguments, Type*)->name); break;
      case 'U': append_utf8(out, va_arg(arguments, Str*)); break;
      case 'S':
      case 'R': {
        Value v = va_arg(arguments, Value);
        Ref text = *p == 'S' ? str(v) : repr(v);
        if (text.is_error()) return false;
        append_utf8(out, as_str(text));
        break;
      }
      default: __builtin_trap();         // a format the language has not
    }
  }
  return true;
}

Value format_text(const char* format, ...) {
  Text text;
  va_list arguments;
  va_start(arguments, format);
  bool ok = append_formatted(text, format, arguments);
  va_end(arguments);
  return ok ? text.to_str() : Error;
}

// Messages without anything to fill in, the first few dozen of which are kept: found by where they lie, if it is still the same text.
static Value fixed_message(std::string_view text) {
  constexpr size_t places = 64;
  static std::atomic<Str*> kept[places];
  std::atomic<Str*>& place = kept[reinterpret_cast<uintptr_t>(text.data()) / 8 % places];
  Str* known = place.load(std::memory_order_acquire);
  if (!known) place.store(known = intern(text), std::memory_order_release);
  return known->is_ascii() && known->ascii() == text ? object_value(known) : make_str(text);
}

Value raise(Type& type, const char* format, ...) {
  if (!std::strchr(format, '%')) {
    Ref e = make_exception(type, fixed_message(format));
    return e.is_error() ? Error : raise_value(e);
  }
  Text text;
  va_list arguments;
  va_start(arguments, format);
  bool ok = append_formatted(text, format, arguments);
  va_end(arguments);
  if (!ok) return Error;
  Ref e = make_exception(type, text.to_str());
  return e.is_error() ? Error : raise_value(e);
}

}  // namespace py
