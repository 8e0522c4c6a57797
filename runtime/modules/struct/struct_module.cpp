// The struct module: C structures as bytes (CPython's Modules/_struct.c).
#include <cmath>
#include <cstring>
#include <vector>

#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/numbers.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::structs {
namespace {

// IEEE 754 binary16, which not every target's compiler knows. Rounds half to even.
uint16_t half_from_double(double d) {
  uint16_t sign = std::signbit(d) ? 0x8000 : 0;
  if (d != d) return sign | 0x7e00;
  d = std::fabs(d);
  if (d >= 65520) return sign | 0x7c00;                  // rounds to 2^16, or is infinite
  if (d < 0x1p-14) return sign | static_cast<uint16_t>(std::nearbyint(d * 0x1p24));   // subnormal, or the first normal
  int exponent;
  double fraction = std::frexp(d, &exponent);            // 0.5 <= fraction < 1
  auto mantissa = static_cast<uint16_t>(std::nearbyint(fraction * 2048));             // 1024..2048; 2048 carries over
  return sign | static_cast<uint16_t>(((exponent + 14) << 10) + (mantissa - 1024));
}
double double_from_half(uint16_t bits) {
  int exponent = bits >> 10 & 0x1f, mantissa = bits & 0x3ff;
  double d = exponent == 31 ? (mantissa ? std::nan("") : HUGE_VAL)
             : exponent ? std::ldexp(1024 + mantissa, exponent - 25) : std::ldexp(mantissa, -24);
  return std::copysign(d, bits & 0x8000 ? -1.0 : 1.0);
}

constinit Type error_type{{.name = "struct.error", .flags = type_is_base | type_has_dict | kind_exception, .base = &exc::Exception}};

template <class... Args>
Value fail(const char* format, Args... args) { return raise(error_type, format, args...); }

template <class... Args>
bool refuse(const char* format, Args... args) { return (void)fail(format, args...), false; }

// One item of a format: `count` repetitions (the length for s and p), each `size` bytes, the first at `offset`.
struct Item {
  char code;
  int64_t count, size, offset;
};
struct Format {
  std::vector<Item> items;
  bool little = true, native = true;
  int64_t size = 0, values = 0;
};

int64_t native_size(char code) {
  switch (code) {
    case 'x': case 'c': case 'b': case 'B': case '?': case 's': case 'p': return 1;
    case 'h': case 'H': case 'e': return 2;
    case 'i': case 'I': case 'f': return 4;
    case 'l': case 'L': case 'q': case 'Q': case 'n': case 'N': case 'd': case 'P': return 8;
  }
  return 0;
}
int64_t standard_size(char code) {
  if (code == 'l' || code == 'L') return 4;
  return code == 'n' || code == 'N' || code == 'P' ? 0 : native_size(code);
}

bool parse(std::string_view text, Format& out) {
  size_t i = 0;
  if (!text.empty() && std::strchr("@=<>!", text[0])) {
    out.native = text[0] == '@';
    out.little = text[0] != '>' && text[0] != '!';
    ++i;
  }
  while (i < text.size()) {
    char c = text[i++];
    if (c == ' ' || (c >= 9 && c <= 13)) continue;
    int64_t count = 1;
    if (c >= '0' && c <= '9') {
      count = c - '0';
      for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
        if (count > (INT64_MAX - 9) / 10) return refuse("total struct size too long");
        count = count * 10 + (text[i] - '0');
      }
      if (i == text.size()) return refuse("repeat count given without format specifier");
      c = text[i++];
    }
    int64_t size = out.native ? native_size(c) : standard_size(c);
    if (size == 0) return refuse("bad char in struct format");
    if (out.native) out.size = (out.size + size - 1) / size * size;
    if (count > (INT64_MAX - out.size) / size) return refuse("total struct size too long");
    if (c == 's' || c == 'p') ++out.values;
    else if (c != 'x') out.values += count;
    if (c != 'x') out.items.push_back({c, count, size, out.size});
    out.size += count * size;
  }
  return true;
}

// Formats are parsed once: a Struct keeps its own.
struct StructObject : Object {
  Value text;                            // str; owned
  Format* format;
};
extern Type struct_type;

Value make_struct(Value format) {
  Text text;
  if (Str* s = as_str(format)) append_utf8(text, s);
  else if (Bytes* b = as_bytes(format)) text.append({reinterpret_cast<const char*>(b->data()), static_cast<size_t>(b->length)});
  else return raise(exc::TypeError, "Struct() argument 1 must be a str or bytes object, not %T", format);
  Format* parsed = new Format;
  if (!parse(text.view(), *parsed)) {
    delete parsed;
    return Error;
  }
  StructObject* o = allocate<StructObject>(&struct_type);
  o->text = text.to_str();
  o->format = parsed;
  return object_value(o);
}

// The Struct for a module function's format argument; the last ones are remembered.
Value cached_struct(Value format) {
  constexpr int64_t limit = 100;
  static constinit Slot cache;
  if (cache.peek().is_undefined()) cache.set(make_dict());
  Ref dict = cache.get();
  bool hashable = as_str(format) || as_bytes(format);
  Ref found = hashable ? dict_get(dict.as<Dict>(), format) : Undefined;
  if (found.is_error() || !found.is_undefined()) return found.take();
  Ref made = make_struct(format);
  if (made.is_error()) return Error;
  if (dict_size(dict.as<Dict>()) >= limit) dict_clear(dict.as<Dict>());
  return dict_set(dict.as<Dict>(), format, made) < 0 ? Error : made.take();
}

// The machine is little-endian on every target.
void store(uint8_t* out, uint64_t bits, int64_t size, bool little) {
  if (!little) bits = __builtin_bswap64(bits) >> (64 - 8 * size);
  switch (size) {
    case 1: *out = static_cast<uint8_t>(bits); break;
    case 2: std::memcpy(out, &bits, 2); break;
    case 4: std::memcpy(out, &bits, 4); break;
    default: std::memcpy(out, &bits, 8);
  }
}
uint64_t load(const uint8_t* p, int64_t size, bool little) {
  uint64_t bits = 0;
  switch (size) {
    case 1: return *p;
    case 2: std::memcpy(&bits, p, 2); break;
    case 4: std::memcpy(&bits, p, 4); break;
    default: std::memcpy(&bits, p, 8);
  }
  return little ? bits : __builtin_bswap64(bits) >> (64 - 8 * size);
}

bool pack_int(const Item& item, Value v, uint8_t* out, bool little) {
  bool is_unsigned = item.code <= 'Z' && item.code != 'P';
  if (v.is_small_int()) {                // most are; P takes the other way
    int64_t number = v.small_int(), unused = 64 - item.size * 8;
    bool fits = is_unsigned ? number >= 0 && (unused == 0 || number >> (item.size * 8) == 0)
                            : item.code != 'P' && static_cast<int64_t>(static_cast<uint64_t>(number) << unused) >> unused == number;
    if (fits) return store(out, static_cast<uint64_t>(number), item.size, little), true;
  }
  if (!is_int(v) && !type_of(v)->number.index) return refuse("required argument is not an integer");
  Ref n = to_index(v);
  if (n.is_error()) return false;
  IntView view(n);
  uint64_t magnitude = view.view.count > 0 ? view.view.digits[0] : 0;
  if (view.view.count > 1) magnitude |= uint64_t{view.view.digits[1]} << 32;
  int64_t bits = item.size * 8;
  bool fits = view.view.count <= 2;
  if (is_unsigned) fits = fits && (!view.negative || magnitude == 0) && (bits == 64 || magnitude >> bits == 0);
  else fits = fits && magnitude <= (uint64_t{1} << (bits - 1)) - !view.negative;
  if (!fits) {
    // What no C long (or, for unsigned ints, unsigned long) holds is refused before the format's own range is looked at.
    bool wide = view.view.count > 2 || (item.size == 4 && is_unsigned ? view.negative : magnitude > (uint64_t{1} << 63) - !view.negative);
    if (item.size == 8 || wide) return refuse(item.code == 'P' ? "int too large to convert" : "argument out of range");
    static constexpr struct { char code; const char* name; } names[] = {{'b', "byte"}, {'B', "ubyte"}, {'h', "short"}, {'H', "ushort"}};
    int64_t high = (int64_t{1} << (is_unsigned ? bits : bits - 1)) - 1, low = is_unsigned ? 0 : -high - 1;
    for (auto& known : names)
      if (known.code == item.code) return refuse("%s format requires %l <= number <= %l", known.name, low, high);
    return refuse("'%c' format requires %l <= number <= %l", static_cast<int>(item.code), low, high);
  }
  store(out, view.negative ? 0 - magnitude : magnitude, item.size, little);
  return true;
}

bool pack_float(const Format& format, const Item& item, Value v, uint8_t* out) {
  double d;
  if (!to_double(v, d)) {
    clear_error();
    return refuse("required argument is not a float");
  }
  uint64_t bits = 0;
  bool finite = d - d == 0;
  if (item.code == 'd') {
    std::memcpy(&bits, &d, 8);
  } else if (item.code == 'f') {
    float f = static_cast<float>(d);
    if (finite && f - f != 0 && !format.native) return (void)raise(exc::OverflowError, "float too large to pack with f format"), false;
    std::memcpy(&bits, &f, 4);
  } else {
    bits = half_from_double(d);
    if (finite && (bits & 0x7c00) == 0x7c00) return (void)raise(exc::OverflowError, "float too large to pack with e format"), false;
  }
  store(out, bits, item.size, format.little);
  return true;
}

bool pack_bytes(const Item& item, Value v, uint8_t* out) {
  Bytes* b = as_bytes(v);
  if (!b && !as_bytearray(v)) return refuse("argument for '%c' must be a bytes object", static_cast<int>(item.code));
  BytesView view;
  if (!view.own(v)) return false;
  int64_t room = item.code == 'p' ? item.count - 1 : item.count, n = view.size < room ? view.size : room;
  if (item.count == 0) return true;
  if (item.code == 'p') *out++ = static_cast<uint8_t>(n > 255 ? 255 : n);
  if (n > 0) std::memcpy(out, view.data, static_cast<size_t>(n));
  return true;
}

// out is zeroed. False: error pending.
bool pack_values(const Format& format, const Value* values, int64_t n, uint8_t* out, const char* function) {
  if (n != format.values) return refuse("%s expected %l items for packing (got %l)", function, format.values, n);
  for (const Item& item : format.items) {
    if (item.code == 's' || item.code == 'p') {
      if (!pack_bytes(item, *values++, out + item.offset)) return false;
      continue;
    }
    for (int64_t i = 0; i < item.count; ++i) {
      uint8_t* to = out + item.offset + i * item.size;
      Value v = *values++;
      if (item.code == 'c') {
        Bytes* b = as_bytes(v);
        if (!b || b->length != 1) return refuse("char format requires a bytes object of length 1");
        *to = b->data()[0];
      } else if (item.code == '?') {
        Truth t = truth(v);
        if (t < 0) return false;
        *to = static_cast<uint8_t>(t);
      } else if (item.code == 'f' || item.code == 'd' || item.code == 'e') {
        if (!pack_float(format, item, v, to)) return false;
      } else if (!pack_int(item, v, to, format.little)) {
        return false;
      }
    }
  }
  return true;
}

Value unpack_value(const Format& format, const Item& item, const uint8_t* p) {
  uint64_t bits = load(p, item.size, format.little);
  switch (item.code) {
    case 'c': return make_bytes(p, 1);
    case '?': return boolean(*p != 0);
    case 'b': return small_int(static_cast<int8_t>(bits));
    case 'h': return small_int(static_cast<int16_t>(bits));
    case 'i': return small_int(static_cast<int32_t>(bits));
    case 'l': case 'q': case 'n': return make_int(item.size == 4 ? static_cast<int32_t>(bits) : static_cast<int64_t>(bits));
    case 'd': {
      double d;
      return std::memcpy(&d, &bits, 8), make_float(d);
    }
    case 'f': {
      float f;
      return std::memcpy(&f, &bits, 4), make_float(f);
    }
    case 'e': return make_float(double_from_half(static_cast<uint16_t>(bits)));
    default: return make_int_unsigned(bits);
  }
}

Value unpack_values(const Format& format, const uint8_t* data) {
  Tuple* tuple = allocate_tuple(format.values);
  if (!tuple) return Error;
  Ref result = object_value(tuple);
  Value* out = tuple->items();
  for (const Item& item : format.items) {
    const uint8_t* p = data + item.offset;
    if (item.code == 's' || item.code == 'p') {
      int64_t n = item.count;
      if (item.code == 'p' && n > 0) n = *p < n - 1 ? *p : n - 1, ++p;
      if ((*out = make_bytes(p, n)).is_error()) return *out = Undefined, Error;
      ++out;
      continue;
    }
    for (int64_t i = 0; i < item.count; ++i) {
      if ((*out = unpack_value(format, item, p + i * item.size)).is_error()) return *out = Undefined, Error;
      ++out;
    }
  }
  return result.take();
}

// The operations below take the Struct, then the arguments behind the format.
const Format& format_of(Value s) { return *s.as<StructObject>()->format; }

Value pack(Value self, const Value* values, int64_t n) {
  const Format& format = format_of(self);
  Bytes* out = allocate_bytes(format.size);
  if (!out) return Error;
  Ref held(object_value(out));
  std::memset(out->data(), 0, static_cast<size_t>(format.size));
  return pack_values(format, values, n, out->data(), "pack") ? held.take() : Error;
}

Value pack_into(Value self, const Value* args, int64_t n) {
  const Format& format = format_of(self);
  if (n < 2) return n == 0 ? fail("pack_into expected buffer argument") : fail("pack_into expected offset argument");
  Buffer buffer;
  if (!is_bytes_like(args[0])) return raise(exc::TypeError, "argument must be read-write bytes-like object, not %T", args[0]);
  int64_t offset;
  if (!get_buffer(args[0], buffer)) return Error;
  if (buffer.read_only) return raise(exc::TypeError, "argument must be read-write bytes-like object, not %T", args[0]);
  if (!size_argument(args[1], offset)) return Error;
  if (n - 2 != format.values) return fail("pack_into expected %l items for packing (got %l)", format.values, n - 2);
  int64_t given = offset;
  if (offset < 0) {
    if (offset + format.size > 0) return fail("no space to pack %l bytes at offset %l", format.size, offset);
    if ((offset += buffer.size) < 0) return fail("offset %l out of range for %l-byte buffer", given, buffer.size);
  }
  if (buffer.size - offset < format.size)
    return fail("pack_into requires a buffer of at least %l bytes for packing %l bytes at offset %l (actual buffer size is %l)",
                format.size + offset, format.size, offset, buffer.size);
  std::memset(buffer.data + offset, 0, static_cast<size_t>(format.size));
  return pack_values(format, args + 2, n - 2, buffer.data + offset, "pack_into") ? None : Error;
}

Value unpack(Value self, Value source) {
  const Format& format = format_of(self);
  if (is_exactly(source, bytes_type) && source.as<Bytes>()->length == format.size) return unpack_values(format, source.as<Bytes>()->data());
  BytesView view;
  if (!view.argument(source)) return Error;
  if (view.size != format.size) return fail("unpack requires a buffer of %l bytes", format.size);
  return unpack_values(format, view.data);
}

Value unpack_from(Value self, Value source, Value offset_value) {
  const Format& format = format_of(self);
  BytesView view;
  int64_t offset = 0;
  if (!view.argument(source) || (!offset_value.is_undefined() && !size_argument(offset_value, offset))) return Error;
  int64_t given = offset;
  if (offset < 0) {
    if (offset + format.size > 0) return fail("not enough data to unpack %l bytes at offset %l", format.size, offset);
    if ((offset += view.size) < 0) return fail("offset %l out of range for %l-byte buffer", given, view.size);
  }
  if (view.size - offset < format.size)
    return fail("unpack_from requires a buffer of at least %l bytes for unpacking %l bytes at offset %l (actual buffer size is %l)",
                format.size + offset, format.size, offset, view.size);
  return unpack_values(format, view.data + offset);
}

// All records at once, then an iterator over them.
Value iter_unpack(Value self, Value source) {
  const Format& format = format_of(self);
  BytesView view;
  if (format.size == 0) return fail("cannot iteratively unpack with a struct of length 0");
  if (!view.argument(source)) return Error;
  if (view.size % format.size != 0) return fail("iterative unpacking requires a buffer of a multiple of %l bytes", format.size);
  Ref list = make_list_sized(view.size / format.size);
  for (int64_t at = 0; at < view.size; at += format.size) {
    Ref record = unpack_values(format, view.data + at);
    if (record.is_error() || list_append(list.as<List>(), record) < 0) return Error;
  }
  return py::iter(list);
}

Value create(Type*, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef definition = PY_KEYWORDS("Struct", nullptr, "format");
  Value format;
  return bind_arguments(definition, args, n, kwnames, &format) ? make_struct(format) : Error;
}

constexpr NativeDef methods[] = {
    PY_RANGE("pack", [](const Value* args, uint32_t n) { return pack(args[0], args + 1, int64_t{n} - 1); }, 0, 255),
    PY_RANGE("pack_into", [](const Value* args, uint32_t n) { return pack_into(args[0], args + 1, int64_t{n} - 1); }, 0, 255),
    PY_ONE("unpack", [](const Value* args, uint32_t) { return unpack(args[0], args[1]); }),
    PY_KEYWORDS("unpack_from", [](const Value* args, uint32_t) { return unpack_from(args[0], args[1], args[2]); }, "buffer, offset="),
    PY_ONE("iter_unpack", [](const Value* args, uint32_t) { return iter_unpack(args[0], args[1]); }), {},
};
constexpr GetSetDef getsets[] = {
    {"format", [](Value self) { return incref(self.as<StructObject>()->text); }, nullptr},
    {"size", [](Value self) { return make_int(format_of(self).size); }, nullptr}, {},
};

constinit Type struct_type{{
    .name = "_struct.Struct", .instance_size = sizeof(StructObject), .flags = type_has_weakrefs, .base = &object_type,
    .doc = "Struct(fmt) --> compiled struct object", .create = create,
    .dealloc = [](Object* o) {
      decref(static_cast<StructObject*>(o)->text);
      delete static_cast<StructObject*>(o)->format;
      free_object(o);
    },
    .methods = methods, .getsets = getsets}};

// Module functions: the format comes first.
template <class Use>
Value with_struct(const Value* args, Use use) {
  Ref s = cached_struct(args[0]);
  return s.is_error() ? Error : use(s.get());
}
Value pack_function(const Value* args, uint32_t n) {
  if (n == 0) return raise(exc::TypeError, "missing format argument");
  return with_struct(args, [&](Value s) { return pack(s, args + 1, int64_t{n} - 1); });
}
Value pack_into_function(const Value* args, uint32_t n) {
  if (n == 0) return raise(exc::TypeError, "missing format argument");
  return with_struct(args, [&](Value s) { return pack_into(s, args + 1, int64_t{n} - 1); });
}

constexpr NativeDef functions[] = {
    PY_RANGE("pack", pack_function, 0, 255), PY_RANGE("pack_into", pack_into_function, 0, 255),
    PY_RANGE("unpack", [](const Value* args, uint32_t) { return with_struct(args, [&](Value s) { return unpack(s, args[1]); }); }, 2, 2),
    PY_KEYWORDS("unpack_from", [](const Value* args, uint32_t) { return with_struct(args, [&](Value s) { return unpack_from(s, args[1], args[2]); }); }, "format, /, buffer, offset="),
    PY_RANGE("iter_unpack", [](const Value* args, uint32_t) { return with_struct(args, [&](Value s) { return iter_unpack(s, args[1]); }); }, 2, 2),
    PY_ONE("calcsize", [](const Value* args, uint32_t) { return with_struct(args, [&](Value s) { return make_int(format_of(s).size); }); }), {},
};

bool fill_struct(Module* module) {
  type_ready(struct_type);
  module_add_type(module, error_type);
  module_add_functions(module, functions);
  module_add_type(module, struct_type);
  return true;
}

}  // namespace
}  // namespace py::structs

namespace py::native {
extern const ModuleDef module_struct;
const ModuleDef module_struct = {"struct", structs::fill_struct, false};
}  // namespace py::native
