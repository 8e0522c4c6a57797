// str.format and str.format_map.
#include "runtime/object/operators.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/types/format_markup.hpp"
#include "runtime/types/int_internal.hpp"
#include "runtime/types/str_methods.hpp"

namespace py {
namespace {

// The arguments of one call of format, and the state of automatic numbering.
struct FormatCall {
  const Value* positional;               // null for format_map
  int64_t count;
  Tuple* names;                          // keyword names; their values follow the positional ones
  Value mapping;                         // format_map's, or Undefined
  enum { undecided, automatic, manual } numbering = undecided;
  int64_t next_index = 0;
};

bool build(FormatCall& call, StrBuilder& out, Str* text, Range part, int depth);

Value look_up(FormatCall& call, Str* key) {
  if (!call.mapping.is_undefined()) return get_item(call.mapping, object_value(key));
  for (int64_t i = 0; call.names && i < call.names->length; ++i)
    if (str_equal(as_str(call.names->items()[i]), key)) return incref(call.positional[call.count + i]);
  return raise_key_error(object_value(key));
}

Value first_object(FormatCall& call, Str* text, FieldName& name) {
  bool numbered = name.first.empty() || name.first_index >= 0;
  int64_t index = name.first_index;
  if (numbered) {
    auto wanted = name.first.empty() ? FormatCall::automatic : FormatCall::manual;
    if (call.numbering == FormatCall::undecided) call.numbering = wanted;
    if (call.numbering != wanted) {
      return raise(exc::ValueError, wanted == FormatCall::automatic ? "cannot switch from manual field specification to automatic field numbering"
                                                                    : "cannot switch from automatic field numbering to manual field specification");
    }
    if (name.first.empty()) index = call.next_index++;
  }
  if (index < 0) {
    Ref key = str_slice(text, name.first.start, name.first.end);
    return key.is_error() ? Error : look_up(call, key.as<Str>());
  }
  if (!call.positional) return raise(exc::ValueError, "Format string contains positional fields");
  if (index >= call.count) return raise(exc::IndexError, "Replacement index %l out of range for positional args tuple", index);
  return incref(call.positional[index]);
}

Value field_object(FormatCall& call, Str* text, Range range) {
  FieldName name(text, range);
  if (!name.ok()) return Error;
  Ref object = first_object(call, text, name);
  Range part;
  bool is_attribute;
  int64_t index;
  while (!object.is_error()) {
    Truth more = name.next(part, is_attribute, index);
    if (more < 0) return Error;
    if (more == 0) break;
    if (index >= 0) {
      object = get_item(object, small_int(index));
      continue;
    }
    Ref key = str_slice(text, part.start, part.end);
    if (key.is_error()) return Error;
    object = is_attribute ? get_attribute(object, intern(key.as<Str>())) : get_item(object, key);
  }
  return object.take();
}

Value convert(Value object, uint32_t conversion) {
  switch (conversion) {
    case 'r': return repr(object);
    case 's': return str(object);
    case 'a': return ascii(object);
  }
  if (conversion > 32 && conversion < 127) return raise(exc::ValueError, "Unknown conversion specifier %c", static_cast<int>(conversion));
  char text[12];
  int n = 0;
  for (int shift = 20; shift >= 0; shift -= 4)
    if (n > 0 || conversion >> shift || shift == 0) text[n++] = "0123456789abcdef"[conversion >> shift & 15];
  text[n] = 0;
  return raise(exc::ValueError, "Unknown conversion specifier \\x%s", text);
}

bool append_field(FormatCall& call, StrBuilder& out, Str* text, const FormatMarkup& markup, int depth) {
  Ref object = field_object(call, text, markup.name);
  if (object.is_error()) return false;
  if (markup.conversion && (object = convert(object, markup.conversion)).is_error()) return false;
  if (markup.spec.empty()) {
    if (is_exactly(object, str_type)) return out.append(object.as<Str>()), true;
    if (const Value v = object; quick_ways && v.is_small_int() && static_cast<uint64_t>(v.small_int()) < below_short) {
      uint8_t digits[8];
      size_t length;
      store_word(digits, short_digits(static_cast<uint64_t>(v.small_int()), length));
      return out.append_ascii({reinterpret_cast<const char*>(digits), length}), true;
    }
    if (is_exact_int(object) || is_exact_float(object)) object = str(object);
    else object = format(object, object_value(empty_str()));
  } else {
    Ref spec;
    if (markup.spec_has_fields) {
      StrBuilder expanded;
      if (!build(call, expanded, text, markup.spec, depth - 1)) return false;
      spec = expanded.finish();
    } else {
      spec = str_slice(text, markup.spec.start, markup.spec.end);
    }
    if (spec.is_error()) return false;
    object = format(object, spec);
  }
  if (object.is_error()) return false;
  out.append(as_str(object));
  return true;
}

bool build(FormatCall& call, StrBuilder& out, Str* text, Range part, int depth) {
  if (depth <= 0) {
    (void)raise(exc::ValueError, "Max string recursion exceeded");
    return false;
  }
  FormatMarkup markup(text, part);
  for (;;) {
    Truth more = markup.next();
    if (more <= 0) return more == 0;
    out.append(text, markup.literal.start, markup.literal.end);
    if (markup.has_field && !append_field(call, out, text, markup, depth)) return false;
  }
}

Value run(FormatCall& call, Str* text) {
  StrBuilder out;
  return build(call, out, text, {0, text->length}, 2) ? out.finish() : Error;
}

}  // namespace

namespace str_methods {

Value format(const Value* args, uint32_t n, Tuple* kwnames) {
  FormatCall call{args + 1, static_cast<int64_t>(n) - 1, kwnames, Undefined};
  return run(call, self_str(args));
}

Value format_map(const Value* args, uint32_t) {
  FormatCall call{nullptr, 0, nullptr, args[1]};
  return run(call, self_str(args));
}

}  // namespace str_methods
}  // namespace py
