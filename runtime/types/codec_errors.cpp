// Error handlers of encodings (PEP 293, PEP 383, and surrogatepass).
#include "runtime/types/codec_errors.hpp"

#include <cstdio>
#include <cstring>

#include "runtime/object/call.hpp"
#include "runtime/object/utf8.hpp"
#include "runtime/types/character_names.hpp"

namespace py {
namespace {

constinit Slot registry;                 // Dict: name -> handler

// The UnicodeDecodeError or UnicodeEncodeError.
Value make_error(Type& type, const char* encoding, Value object, int64_t start, int64_t end, const char* reason) {
  Ref name = make_str(encoding), why = make_str(reason);
  Value args[] = {name, object, small_int(start), small_int(end), why};
  return call(value_of(type), args, 5);
}

// Calls the registered handler; the replacement and the position to go on from. False: error pending.
bool call_handler(const char* handler_name, Ref& error, bool decoding, int64_t length, Ref& replacement, int64_t& next) {
  Ref handler = lookup_error_handler(intern(handler_name));
  if (handler.is_error() || error.is_error()) return false;
  Ref result = call(handler, error);
  if (result.is_error()) return false;
  Tuple* pair = as_tuple(result);
  bool fits = pair && pair->length == 2 && is_int(pair->items()[1]) &&
              (as_str(pair->items()[0]) || (!decoding && as_bytes(pair->items()[0])));
  if (!fits) {
    (void)raise(exc::TypeError, decoding ? "decoding error handler must return (str, int) tuple"
                                         : "encoding error handler must return (str/bytes, int) tuple");
    return false;
  }
  int64_t given;
  if (!to_index_int64(pair->items()[1], given, true)) return false;
  next = given < 0 ? given + length : given;
  if (next < 0 || next > length) {
    (void)raise(exc::IndexError, "position %l from error handler out of bounds", given);
    return false;
  }
  replacement = Ref::borrow(pair->items()[0]);
  return true;
}

// The surrogate encoded at p, or 0; `unit` is its size in bytes.
uint32_t encoded_surrogate(Encoding e, const uint8_t* p, int64_t left, int64_t& unit) {
  uint32_t c = 0;
  switch (e) {
    case Encoding::utf8: case Encoding::utf8_sig:
      unit = 3;
      return left >= 3 && p[0] == 0xed && decode_utf8(p, static_cast<size_t>(left), c) == 3 && c >= 0xd800 && c < 0xe000 ? c : 0;
    case Encoding::utf16: case Encoding::utf16_le: unit = 2; if (left >= 2) c = p[0] | p[1] << 8; break;
    case Encoding::utf16_be: unit = 2; if (left >= 2) c = p[1] | p[0] << 8; break;
    case Encoding::utf32: case Encoding::utf32_le: unit = 4; if (left >= 4 && !p[2] && !p[3]) c = p[0] | p[1] << 8; break;
    case Encoding::utf32_be: unit = 4; if (left >= 4 && !p[0] && !p[1]) c = p[3] | p[2] << 8; break;
    default: unit = 1;
  }
  return c >= 0xd800 && c < 0xe000 ? c : 0;
}

}  // namespace

ErrorHandler find_error_handler(const char* name) {
  static constexpr const char* names[] = {"strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "namereplace"};
  if (!name) return ErrorHandler::strict;
  for (int i = 0; i < 8; ++i)
    if (std::strcmp(name, names[i]) == 0) return static_cast<ErrorHandler>(i);
  return ErrorHandler::custom;
}

void register_error_handler(Str* name, Value handler) {
  if (registry.peek().is_undefined()) registry.set(make_dict());
  dict_set(registry.peek().as<Dict>(), intern(name), handler);
}

Value lookup_error_handler(Str* name) {
  Value dict = registry.peek();
  Value handler = dict.is_undefined() ? Undefined : dict_get(dict.as<Dict>(), intern(name));
  return handler.is_undefined() ? raise(exc::LookupError, "unknown error handler name '%U'", name) : handler;
}

bool DecodeErrors::raise_error(int64_t start, int64_t end, const char* reason) const {
  Ref object = make_bytes(data, size);
  if (object.is_error()) return false;
  Ref error = make_error(exc::UnicodeDecodeError, name, object, start, end, reason);
  if (!error.is_error()) (void)raise_value(error);
  return false;
}

bool DecodeErrors::call_custom(StrBuilder& out, int64_t start, int64_t end, const char* reason, int64_t& next) const {
  Ref object = make_bytes(data, size), replacement;
  if (object.is_error()) return false;
  Ref error = make_error(exc::UnicodeDecodeError, name, object, start, end, reason);
  if (!call_handler(handler_name, error, true, size, replacement, next)) return false;
  out.append(as_str(replacement));
  return true;
}

bool DecodeErrors::handle(StrBuilder& out, int64_t start, int64_t end, const char* reason, int64_t& next) const {
  next = end;
  switch (handler) {
    case ErrorHandler::ignore: return true;
    case ErrorHandler::replace: out.append(0xfffd); return true;
    case ErrorHandler::backslashreplace:
      for (int64_t i = start; i < end; ++i) {
        char text[8];
        std::snprintf(text, sizeof text, "\\x%02x", data[i]);
        out.append_ascii(text);
      }
      return true;
    case ErrorHandler::surrogateescape:
      for (next = start; next < end && data[next] >= 0x80; ++next) out.append(0xdc00u + data[next]);
      return next > start || raise_error(start, end, reason);
    case ErrorHandler::surrogatepass: {
      int64_t unit;
      uint32_t c = encoded_surrogate(encoding, data + start, size - start, unit);
      if (c == 0) return raise_error(start, end, reason);
      out.append(c);
      next = start + unit;
      return true;
    }
    case ErrorHandler::xmlcharrefreplace:
    case ErrorHandler::namereplace:
      (void)raise(exc::TypeError, "don't know how to handle UnicodeDecodeError in error callback");
      return false;
    case ErrorHandler::custom: return call_custom(out, start, end, reason, next);
    default: return raise_error(start, end, reason);
  }
}

bool EncodeErrors::raise_error(int64_t start, int64_t end, const char* reason) const {
  Ref error = make_error(exc::UnicodeEncodeError, name, object_value(s), start, end, reason);
  if (!error.is_error()) (void)raise_value(error);
  return false;
}

bool EncodeErrors::call_custom(Text& out, int64_t start, int64_t end, const char* reason, int64_t& next) const {
  Ref replacement;
  Ref error = make_error(exc::UnicodeEncodeError, name, object_value(s), start, end, reason);
  if (!call_handler(handler_name, error, false, s->length, replacement, next)) return false;
  if (Bytes* raw = as_bytes(replacement)) {
    out.append({reinterpret_cast<const char*>(raw->data()), static_cast<size_t>(raw->length)});
    return true;
  }
  Str* text = as_str(replacement);
  for (int64_t i = 0; i < text->length; ++i)
    if (!put(out, text->at(i), encoding)) return raise_error(start, end, reason);
  return true;
}

void EncodeErrors::put_number(Text& out, uint32_t c) const {
  char text[16];
  const char* form = handler == ErrorHandler::xmlcharrefreplace ? "&#%u;" : c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
  std::snprintf(text, sizeof text, form, c);
  for (const char* p = text; *p; ++p) put(out, static_cast<uint8_t>(*p), encoding);
}

// Characters without a name become numbers.
bool EncodeErrors::replace_by_names(Text& out, int64_t start, int64_t end) const {
  const CharacterNames* names = character_names("namereplace");
  if (!names) return false;
  for (; start < end; ++start) {
    Text name;
    name.append("\\N{");
    if (!names->name(name, s->at(start))) {
      put_number(out, s->at(start));
      continue;
    }
    name.append('}');
    for (char c : name.view()) put(out, static_cast<uint8_t>(c), encoding);
  }
  return true;
}

bool EncodeErrors::handle(Text& out, int64_t start, int64_t end, const char* reason, int64_t& next) const {
  bool wide = encoding >= Encoding::utf16 && encoding <= Encoding::utf32_be;
  next = end;
  switch (handler) {
    case ErrorHandler::ignore: return true;
    case ErrorHandler::replace:
      for (int64_t i = start; i < end; ++i) put(out, '?', encoding);
      return true;
    case ErrorHandler::backslashreplace:
    case ErrorHandler::xmlcharrefreplace:
      for (int64_t i = start; i < end; ++i) put_number(out, s->at(i));
      return true;
    case ErrorHandler::namereplace: return replace_by_names(out, start, end);
    case ErrorHandler::surrogateescape:
      if (wide) break;
      for (; start < end; ++start) {
        uint32_t c = s->at(start);
        if (c < 0xdc80 || c > 0xdcff) break;
        out.append(static_cast<char>(c - 0xdc00));
      }
      if (start == end) return true;
      break;
    case ErrorHandler::surrogatepass:
      if (!wide && encoding != Encoding::utf8 && encoding != Encoding::utf8_sig) break;
      for (; start < end; ++start) {
        uint32_t c = s->at(start);
        if ((c & 0xf800) != 0xd800) break;
        if (!wide) {
          out.append_utf8(c);
          continue;
        }
        bool big = encoding == Encoding::utf16_be || encoding == Encoding::utf32_be;
        int unit = encoding <= Encoding::utf16_be ? 2 : 4;
        for (int i = 0; i < unit; ++i) {
          int shift = 8 * (big ? unit - 1 - i : i);
          out.append(static_cast<char>(c >> shift & 0xff));
        }
      }
      if (start == end) return true;
      break;
    case ErrorHandler::custom: return call_custom(out, start, end, reason, next);
    default: break;
  }
  return raise_error(start, end, reason);
}

}  // namespace py
