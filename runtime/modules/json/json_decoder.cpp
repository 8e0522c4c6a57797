// _json.scan: JSON text to values. Messages and positions are those of CPython's Modules/_json.c.
#include <cstring>

#include "runtime/modules/json/json_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/types/numbers.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::json {
namespace {

struct Options {
  bool strict;
  Value object_hook, object_pairs_hook, parse_float, parse_int, parse_constant;   // None where not given
  Value error_class;
};

// Object keys repeat: the last str seen for each slot of a small table is used again.
class KeyCache {
 public:
  ~KeyCache() {
    for (Value v : slots_)
      if (v.is_object() && v.object()) decref(v);
  }
  Value find(const uint8_t* bytes, int64_t length) {     // ASCII text; owned
    uint32_t hash = 2166136261u;
    for (int64_t i = 0; i < length; ++i) hash = (hash ^ bytes[i]) * 16777619u;
    Value& slot = slots_[hash % size];
    if (slot.object()) {
      Str* s = slot.as<Str>();
      if (s->length == length && std::memcmp(s->data1(), bytes, static_cast<size_t>(length)) == 0) return incref(slot);
      decref(slot);
    }
    slot = make_str_ascii(reinterpret_cast<const char*>(bytes), static_cast<size_t>(length));
    return slot.is_error() ? std::exchange(slot, Value{0}) : incref(slot);
  }

 private:
  static constexpr uint32_t size = 128;
  Value slots_[size] = {};
};

template <class Unit>
class Scanner {
 public:
  Scanner(Str* text, const Options& options)
      : text_(text), p_(reinterpret_cast<const Unit*>(text->data1())), n_(text->length), options_(options) {}

  int64_t at = 0;                        // where the value just scanned ends

  Value value(int64_t i) {
    if (i >= n_) return expecting_value(i);
    switch (p_[i]) {
      case '"': return string(i + 1, false);
      case '{': {
        RecursionGuard guard(" while decoding a JSON object from a unicode string");
        return guard.ok ? object(i + 1) : Error;
      }
      case '[': {
        RecursionGuard guard(" while decoding a JSON array from a unicode string");
        return guard.ok ? array(i + 1) : Error;
      }
      case 'n': return word(i, "null") ? None : expecting_value(i);
      case 't': return word(i, "true") ? True : expecting_value(i);
      case 'f': return word(i, "false") ? False : expecting_value(i);
      case 'N': return word(i, "NaN") ? constant("NaN", __builtin_nan("")) : expecting_value(i);
      case 'I': return word(i, "Infinity") ? constant("Infinity", __builtin_inf()) : expecting_value(i);
      case '-':
        if (word(i, "-Infinity")) return constant("-Infinity", -__builtin_inf());
        break;
    }
    return number(i);
  }

 private:
  Value fail(const char* message, int64_t position) {
    Ref text = make_str(message);
    Ref error = call(options_.error_class, text, object_value(text_), small_int(position));
    return error.is_error() ? Error : raise_value(error);
  }
  Value expecting_value(int64_t i) { return fail("Expecting value", i); }

  int64_t skip_space(int64_t i) const {
    while (i < n_ && (p_[i] == ' ' || p_[i] == '\t' || p_[i] == '\n' || p_[i] == '\r')) ++i;
    return i;
  }

  bool word(int64_t i, std::string_view w) {
    if (i + static_cast<int64_t>(w.size()) > n_) return false;
    for (size_t k = 0; k < w.size(); ++k)
      if (p_[i + static_cast<int64_t>(k)] != static_cast<uint8_t>(w[k])) return false;
    at = i + static_cast<int64_t>(w.size());
    return true;
  }

  Value constant(const char* name, double d) {
    if (options_.parse_constant.is_none()) return make_float(d);
    Ref text = make_str(name);
    return call(options_.parse_constant, text);
  }

  static bool is_digit(Unit c) { return c >= '0' && c <= '9'; }

  Value number(int64_t start) {
    int64_t i = start;
    if (p_[i] == '-' && ++i >= n_) return expecting_value(start);
    if (!is_digit(p_[i])) return expecting_value(start);
    if (p_[i] == '0') ++i;
    else while (i < n_ && is_digit(p_[i])) ++i;
    bool is_float = false;
    if (i + 1 < n_ && p_[i] == '.' && is_digit(p_[i + 1])) {
      is_float = true;
      for (i += 2; i < n_ && is_digit(p_[i]);) ++i;
    }
    if (i + 1 < n_ && (p_[i] == 'e' || p_[i] == 'E')) {
      int64_t e = i + 1;
      if (e + 1 < n_ && (p_[e] == '-' || p_[e] == '+')) ++e;
      if (is_digit(p_[e])) {
        is_float = true;
        while (e < n_ && is_digit(p_[e])) ++e;
        i = e;
      }
    }
    at = i;
    Value custom = is_float ? options_.parse_float : options_.parse_int;
    if (!custom.is_none()) {
      Ref text = str_slice(text_, start, i);
      return text.is_error() ? Error : call(custom, text);
    }
    if (!is_float && i - start <= 18) {
      bool negative = p_[start] == '-';
      int64_t n = 0;
      for (int64_t k = start + negative; k < i; ++k) n = n * 10 + (p_[k] - '0');
      return make_int(negative ? -n : n);
    }
    Ref text = str_slice(text_, start, i);
    if (text.is_error()) return Error;
    if (!is_float) return int_from_text(text.as<Str>(), 10, text);
    double d;
    parse_float_prefix(text.as<Str>()->ascii(), d);
    return make_float(d);
  }

  // The four hex digits at i, or -1.
  int32_t hex4(int64_t i) const {
    int32_t n = 0;
    for (int64_t k = i; k < i + 4; ++k) {
      Unit c = p_[k];
      int digit = is_digit(c) ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' && c < 128 ? (c | 32) - 'a' + 10 : -1;
      if (digit < 0) return -1;
      n = n << 4 | digit;
    }
    return n;
  }

  // The text behind an opening quote, up to the closing one.
  Value string(int64_t start, bool is_key) {
    int64_t i = start;
    uint32_t bits = 0;
    while (i < n_ && p_[i] != '"' && p_[i] != '\\' && (p_[i] >= 0x20 || !options_.strict)) bits |= p_[i++];
    if (i < n_ && p_[i] == '"') {
      at = i + 1;
      if (is_key && sizeof(Unit) == 1 && bits < 0x80) return keys_.find(reinterpret_cast<const uint8_t*>(p_) + start, i - start);
      return str_slice(text_, start, i);
    }
    StrBuilder out;
    for (int64_t piece = start;;) {
      while (i < n_ && p_[i] != '"' && p_[i] != '\\' && (p_[i] >= 0x20 || !options_.strict)) ++i;
      if (i >= n_) return fail("Unterminated string starting at", start - 1);
      out.append(text_, piece, i);
      if (p_[i] == '"') {
        at = i + 1;
        return out.finish();
      }
      if (p_[i] != '\\') return fail("Invalid control character at", i);
      if (++i >= n_) return fail("Unterminated string starting at", start - 1);
      uint32_t c = p_[i];
      if (c != 'u') {
        static constexpr char escapes[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
        int k = 0;
        while (escapes[k] && static_cast<uint8_t>(escapes[k]) != c) k += 2;
        if (!escapes[k]) return fail("Invalid \\escape", i - 1);
        out.append(static_cast<uint8_t>(escapes[k + 1]));
        piece = ++i;
        continue;
      }
      int32_t unit = i + 5 < n_ ? hex4(i + 1) : -1;
      if (unit < 0) return fail("Invalid \\uXXXX escape", i);
      c = static_cast<uint32_t>(unit);
      i += 5;
      if ((c & 0xfc00) == 0xd800 && i + 6 < n_ && p_[i] == '\\' && p_[i + 1] == 'u') {
        int32_t low = hex4(i + 2);
        if (low >= 0 && (low & 0xfc00) == 0xdc00) {
          c = 0x10000 + ((c & 0x3ff) << 10 | (static_cast<uint32_t>(low) & 0x3ff));
          i += 6;
        }
      }
      out.append(c);
      piece = i;
    }
  }

  Value object(int64_t i) {
    bool as_pairs = !options_.object_pairs_hook.is_none();
    Ref result = as_pairs ? make_list(nullptr, 0) : make_dict();
    i = skip_space(i);
    if (i < n_ && p_[i] == '}') {
      at = i + 1;
    } else {
      for (;;) {
        if (i >= n_ || p_[i] != '"') return fail("Expecting property name enclosed in double quotes", i);
        Ref key = string(i + 1, true);
        if (key.is_error()) return Error;
        i = skip_space(at);
        if (i >= n_ || p_[i] != ':') return fail("Expecting ':' delimiter", i);
        Ref item = value(skip_space(i + 1));
        if (item.is_error()) return Error;
        if (as_pairs) {
          Ref pair = tuple_of(key, item);
          if (list_append(result.as<List>(), pair) < 0) return Error;
        } else if (dict_set(result.as<Dict>(), key, item) < 0) {
          return Error;
        }
        i = skip_space(at);
        if (i < n_ && p_[i] == '}') break;
        if (i >= n_ || p_[i] != ',') return fail("Expecting ',' delimiter", i);
        i = skip_space(i + 1);
      }
      at = i + 1;
    }
    int64_t end = at;
    Value hook = as_pairs ? options_.object_pairs_hook : options_.object_hook;
    if (hook.is_none()) return result.take();
    Value replaced = call(hook, result);
    at = end;
    return replaced;
  }

  Value array(int64_t i) {
    Ref result = make_list(nullptr, 0);
    i = skip_space(i);
    if (i < n_ && p_[i] == ']') {
      at = i + 1;
      return result.take();
    }
    for (;;) {
      Ref item = value(i);
      if (item.is_error() || list_append(result.as<List>(), item) < 0) return Error;
      i = skip_space(at);
      if (i < n_ && p_[i] == ']') break;
      if (i >= n_ || p_[i] != ',') return fail("Expecting ',' delimiter", i);
      i = skip_space(i + 1);
    }
    at = i + 1;
    return result.take();
  }

  Str* text_;
  const Unit* p_;
  int64_t n_;
  const Options& options_;
  KeyCache keys_;
};

template <class Unit>
Value run(Str* text, int64_t start, const Options& options) {
  Scanner<Unit> scanner(text, options);
  Ref value = scanner.value(start);
  return value.is_error() ? Error : tuple_of(value, small_int(scanner.at));
}

}  // namespace

// scan(text, index, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error_class)
// -> (value, end)
Value scan(const Value* args, uint32_t) {
  Str* text = as_str(args[0]);
  if (!text) return raise(exc::TypeError, "first argument must be a string, not %T", args[0]);
  int64_t start;
  if (!size_argument(args[1], start)) return Error;
  if (start < 0) return raise(exc::ValueError, "idx cannot be negative");
  Truth strict = truth(args[2]);
  if (strict < 0) return Error;
  Options options{strict != 0, args[3], args[4], args[5], args[6], args[7], args[8]};
  if (text->kind() == 1) return run<uint8_t>(text, start, options);
  return text->kind() == 2 ? run<uint16_t>(text, start, options) : run<uint32_t>(text, start, options);
}

}  // namespace py::json

namespace py::native {
namespace {

constexpr NativeDef functions[] = {
    PY_RANGE("encode", json::encode, 10, 10), PY_ONE("encode_basestring", json::encode_basestring),
    PY_ONE("encode_basestring_ascii", json::encode_basestring_ascii), PY_RANGE("scan", json::scan, 9, 9), {},
};

bool fill_json(Module* module) {
  module_add_functions(module, functions);
  return true;
}

}  // namespace

extern const ModuleDef module__ujson;
const ModuleDef module__ujson = {"_json", fill_json, false};

}  // namespace py::native
