// _json.encode: values to JSON text. The classes around it are in stdlib/json.
#include <string>
#include <vector>

#include "runtime/modules/json/json_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/types/numbers.hpp"

namespace py::json {

void append_quoted(StrBuilder& out, const Str* s, bool ascii_only) {
  auto escape = [&](uint32_t unit) {
    char text[] = {'\\', 'u', "0123456789abcdef"[unit >> 12 & 15], "0123456789abcdef"[unit >> 8 & 15], "0123456789abcdef"[unit >> 4 & 15],
                   "0123456789abcdef"[unit & 15]};
    out.append_ascii({text, 6});
  };
  auto plain = [&](uint32_t c) { return c >= 0x20 && c != '"' && c != '\\' && (!ascii_only || c < 0x7f); };
  out.append('"');
  for (int64_t i = 0; i < s->length;) {
    int64_t start = i;
    while (i < s->length && plain(s->at(i))) ++i;
    out.append(s, start, i);
    if (i == s->length) break;
    uint32_t c = s->at(i++);
    switch (c) {
      case '"': out.append_ascii("\\\""); break;
      case '\\': out.append_ascii("\\\\"); break;
      case '\n': out.append_ascii("\\n"); break;
      case '\r': out.append_ascii("\\r"); break;
      case '\t': out.append_ascii("\\t"); break;
      case '\b': out.append_ascii("\\b"); break;
      case '\f': out.append_ascii("\\f"); break;
      default:
        if (c < 0x10000) {
          escape(c);
        } else {
          escape(0xd7c0 + (c >> 10));
          escape(0xdc00 | (c & 0x3ff));
        }
    }
  }
  out.append('"');
}

namespace {

struct Encoder {
  Value fallback;                        // default(), or None
  bool skip_keys, ascii_only, check_circular, allow_nan, sort_keys;
  Str* indent;                           // null: everything on one line
  Str *item_separator, *key_separator;
  StrBuilder out;
  std::vector<uint64_t> open;            // the containers being written, when check_circular

  bool value(Value v, int64_t level);

 private:
  void new_line(int64_t level) {
    if (!indent) return;
    out.append('\n');
    for (; level > 0; --level) out.append(indent);
  }

  bool number(double d) {
    if (d != d || d - d != 0) {
      if (!allow_nan) return (void)raise(exc::ValueError, "Out of range float values are not JSON compliant"), false;
      out.append_ascii(d != d ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
      return true;
    }
    char text[32];
    out.append_ascii({text, float_repr(d, text)});
    return true;
  }

  bool integer(Value v) {
    std::string digits;
    if (!append_int(digits, plain_int(v), 10)) return false;
    out.append_ascii(digits);
    return true;
  }

  // 1: written, 0: left out, -1: error.
  Truth key(Value k) {
    if (Str* s = as_str(k)) return append_quoted(out, s, ascii_only), 1;
    bool known = k.is_bool() || k.is_none() || is_int(k) || is_float(k);
    if (!known) {
      if (!skip_keys) (void)raise(exc::TypeError, "keys must be str, int, float, bool or None, not %T", k);
      return skip_keys ? 0 : -1;
    }
    out.append('"');
    bool ok = true;
    if (k.is_bool()) out.append_ascii(k.is_true() ? "true" : "false");
    else if (k.is_none()) out.append_ascii("null");
    else ok = is_int(k) ? integer(k) : number(float_value(k));
    out.append('"');
    return ok ? 1 : -1;
  }

  bool enter(Value container) {
    if (!check_circular) return true;
    for (uint64_t bits : open)
      if (bits == container.bits) return (void)raise(exc::ValueError, "Circular reference detected"), false;
    open.push_back(container.bits);
    return true;
  }
  void leave() {
    if (check_circular) open.pop_back();
  }

  bool sequence(Value v, int64_t level) {
    Values items;
    if (!collect(items, v)) return false;
    if (items.size() == 0) return out.append_ascii("[]"), true;
    if (!enter(v)) return false;
    out.append('[');
    for (int64_t i = 0; i < items.size(); ++i) {
      if (i > 0) out.append(item_separator);
      new_line(level + 1);
      if (!value(items[i], level + 1)) return false;
    }
    new_line(level);
    out.append(']');
    leave();
    return true;
  }

  // Keys and values, alternating. False: error.
  bool items_of(Value v, Values& pairs) {
    if (is_exactly(v, dict_type) && !sort_keys) return dict_snapshot(v.as<Dict>(), DictPart::items, pairs);
    static Str* const items_name = intern("items");
    Ref view = call_method(v, items_name);
    Ref list = view.is_error() ? Error : to_list(view);
    if (list.is_error() || (sort_keys && list_sort(list.as<List>(), None, false) < 0)) return false;
    for (int64_t i = 0; i < list_size(list.as<List>()); ++i) {
      Ref item = list_get(list.as<List>(), i);
      Tuple* pair = as_tuple(item);
      if (!pair || pair->length != 2) return (void)raise(exc::ValueError, "items must return 2-tuples"), false;
      if (!pairs.push(incref(pair->items()[0])) || !pairs.push(incref(pair->items()[1]))) return false;
    }
    return true;
  }

  bool mapping(Value v, int64_t level) {
    Values pairs;
    if (!items_of(v, pairs)) return false;
    if (pairs.size() == 0) return out.append_ascii("{}"), true;
    if (!enter(v)) return false;
    out.append('{');
    bool first = true;
    for (int64_t i = 0; i + 1 < pairs.size(); i += 2) {
      bool known = as_str(pairs[i]) || !skip_keys || pairs[i].is_bool() || pairs[i].is_none() || is_int(pairs[i]) || is_float(pairs[i]);
      if (!known) continue;
      if (!first) out.append(item_separator);
      first = false;
      new_line(level + 1);
      if (key(pairs[i]) < 0) return false;
      out.append(key_separator);
      if (!value(pairs[i + 1], level + 1)) return false;
    }
    if (!first) new_line(level);
    out.append('}');
    leave();
    return true;
  }
};

bool Encoder::value(Value v, int64_t level) {
  if (Str* s = as_str(v)) return append_quoted(out, s, ascii_only), true;
  if (v.is_none()) return out.append_ascii("null"), true;
  if (v.is_bool()) return out.append_ascii(v.is_true() ? "true" : "false"), true;
  if (is_int(v)) return integer(v);
  if (is_float(v)) return number(float_value(v));
  RecursionGuard guard(" while encoding a JSON object");
  if (!guard.ok) return false;
  if (as_list(v) || as_tuple(v)) return sequence(v, level);
  if (as_dict(v)) return mapping(v, level);
  if (!enter(v)) return false;
  Ref replacement = call(fallback, v);
  if (replacement.is_error() || !value(replacement, level)) return false;
  leave();
  return true;
}

}  // namespace

// encode(o, default, skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent, item_separator, key_separator)
Value encode(const Value* args, uint32_t) {
  Encoder e;
  e.fallback = args[1];
  bool* flags[] = {&e.skip_keys, &e.ascii_only, &e.check_circular, &e.allow_nan, &e.sort_keys};
  for (int i = 0; i < 5; ++i) {
    Truth t = truth(args[2 + i]);
    if (t < 0) return Error;
    *flags[i] = t;
  }
  e.indent = as_str(args[7]);
  e.item_separator = as_str(args[8]);
  e.key_separator = as_str(args[9]);
  if (!e.item_separator || !e.key_separator) return raise(exc::TypeError, "separators must be str");
  return e.value(args[0], 0) ? e.out.finish() : Error;
}

Value encode_basestring(const Value* args, uint32_t) {
  Str* s = as_str(args[0]);
  if (!s) return raise(exc::TypeError, "first argument must be a string, not %T", args[0]);
  StrBuilder out;
  append_quoted(out, s, false);
  return out.finish();
}

Value encode_basestring_ascii(const Value* args, uint32_t) {
  Str* s = as_str(args[0]);
  if (!s) return raise(exc::TypeError, "first argument must be a string, not %T", args[0]);
  StrBuilder out;
  append_quoted(out, s, true);
  return out.finish();
}

}  // namespace py::json
