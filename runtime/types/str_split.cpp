// Methods of str that take text apart and put it together: split, splitlines, partition, join.
#include "runtime/object/containers.hpp"
#include "runtime/types/str_methods.hpp"
#include "runtime/types/text_arguments.hpp"
#include "runtime/types/unicode.hpp"

#include <cstring>

namespace py {
namespace {

// Collects pieces; `owned` may be Error.
bool push_slice(Values& out, Str* s, int64_t start, int64_t end) {
  Value piece = str_slice(s, start, end);
  return !piece.is_error() && out.push(piece);
}

Value list_from(Values& pieces) {
  Value list = make_list_owned(pieces.data(), pieces.size());
  pieces.forget();
  return list;
}

bool split_whitespace(Values& out, Str* s, int64_t max) {
  int64_t i = 0, n = s->length;
  for (; max != 0; --max) {
    while (i < n && unicode::is_space(s->at(i))) ++i;
    if (i == n) return true;
    int64_t start = i;
    while (i < n && !unicode::is_space(s->at(i))) ++i;
    if (!push_slice(out, s, start, i)) return false;
  }
  while (i < n && unicode::is_space(s->at(i))) ++i;
  return i == n || push_slice(out, s, i, n);
}

bool rsplit_whitespace(Values& out, Str* s, int64_t max) {
  int64_t end = s->length;
  for (; max != 0; --max) {
    while (end > 0 && unicode::is_space(s->at(end - 1))) --end;
    if (end == 0) return true;
    int64_t start = end;
    while (start > 0 && !unicode::is_space(s->at(start - 1))) --start;
    if (!push_slice(out, s, start, end)) return false;
    end = start;
  }
  while (end > 0 && unicode::is_space(s->at(end - 1))) --end;
  return end == 0 || push_slice(out, s, 0, end);
}

bool split_on(Values& out, Str* s, Str* separator, int64_t max) {
  Needle needle(separator, s->kind());
  int kind = s->kind();
  int64_t done = 0;
  for (; needle.units && max != 0; --max) {
    int64_t i = find_units(s->data1() + done * kind, s->length - done, needle.units, needle.length, kind);
    if (i < 0) break;
    if (!push_slice(out, s, done, done + i)) return false;
    done += i + needle.length;
  }
  return push_slice(out, s, done, s->length);
}

bool rsplit_on(Values& out, Str* s, Str* separator, int64_t max) {
  int64_t end = s->length;
  for (; max != 0; --max) {
    int64_t i = str_rfind(s, separator, 0, end);
    if (i < 0) break;
    if (!push_slice(out, s, i + separator->length, end)) return false;
    end = i;
  }
  return push_slice(out, s, 0, end);
}

// The separator argument: null for None or absent. False: error.
bool separator_argument(Value v, Str*& out) {
  out = nullptr;
  if (v.is_undefined() || v.is_none()) return true;
  if (!(out = as_str(v))) {
    (void)raise(exc::TypeError, "must be str or None, not %T", v);
    return false;
  }
  if (out->length == 0) {
    (void)raise(exc::ValueError, "empty separator");
    return false;
  }
  return true;
}

Value partition_at(Str* s, Str* separator, bool from_right) {
  if (separator->length == 0) return raise(exc::ValueError, "empty separator");
  int64_t i = separator->length > s->length ? -1 : from_right ? str_rfind(s, separator, 0, s->length) : str_find(s, separator, 0, s->length);
  Value empty = object_value(empty_str()), whole = object_value(s);
  if (i < 0) return from_right ? tuple_of(empty, empty, whole) : tuple_of(whole, empty, empty);
  Ref before = str_slice(s, 0, i), after = str_slice(s, i + separator->length, s->length);
  if (before.is_error() || after.is_error()) return Error;
  return tuple_of(before, object_value(separator), after);
}

}  // namespace

Value str_split(Str* s, Str* separator, int64_t max) {
  Values pieces;
  bool ok = separator ? split_on(pieces, s, separator, max) : split_whitespace(pieces, s, max);
  return ok ? list_from(pieces) : Error;
}

Value str_join(Str* separator, Value iterable) {
  Values items;
  if (!collect(items, iterable)) {
    // Only the lack of iterability is reworded.
    if (error_matches(exc::TypeError) && !type_of(iterable)->iter && !type_of(iterable)->get_item) {
      clear_error();
      return raise(exc::TypeError, "can only join an iterable");
    }
    return Error;
  }
  if (items.size() == 1 && is_exactly(items[0], str_type)) return incref(items[0]);
  int64_t length = items.size() > 0 ? separator->length * (items.size() - 1) : 0;
  int kind = items.size() > 1 ? separator->kind() : 1;
  bool ascii = items.size() < 2 || separator->is_ascii();
  for (int64_t i = 0; i < items.size(); ++i) {
    Str* s = as_str(items[i]);
    if (!s) return raise(exc::TypeError, "sequence item %l: expected str instance, %T found", i, items[i]);
    if (__builtin_add_overflow(length, s->length, &length)) return raise(exc::OverflowError, "join() result is too long for a Python string");
    if (s->kind() > kind) kind = s->kind();
    ascii = ascii && s->is_ascii();
  }
  if (length == 0) return object_value(empty_str());
  if (length == 1 && kind == 1) {
    for (int64_t i = 0; i < items.size(); ++i)
      if (Str* s = as_str(items[i]); s->length == 1) return unchanged(s);
    return unchanged(separator);
  }
  Str* out = allocate_str(length, kind, ascii);
  if (!out) return Error;
  uint8_t* at = out->data();
  auto put = [&](const Str* s) {
    if (s->kind() == kind) {
      std::memcpy(at, s->data1(), static_cast<size_t>(s->length * kind));
    } else if (kind == 2) {
      for (int64_t i = 0; i < s->length; ++i) reinterpret_cast<uint16_t*>(at)[i] = static_cast<uint16_t>(s->at(i));
    } else {
      for (int64_t i = 0; i < s->length; ++i) reinterpret_cast<uint32_t*>(at)[i] = s->at(i);
    }
    at += s->length * kind;
  };
  for (int64_t i = 0; i < items.size(); ++i) {
    if (i > 0 && separator->length > 0) put(separator);
    put(as_str(items[i]));
  }
  return object_value(out);
}

namespace str_methods {

Value split(const Value* args, uint32_t) {
  Str* separator;
  int64_t max = -1;
  if (!args[2].is_undefined() && !size_argument(args[2], max)) return Error;
  if (!separator_argument(args[1], separator)) return Error;
  return str_split(self_str(args), separator, max);
}

Value rsplit(const Value* args, uint32_t) {
  Str* s = self_str(args);
  Str* separator;
  int64_t max = -1;
  if (!args[2].is_undefined() && !size_argument(args[2], max)) return Error;
  if (!separator_argument(args[1], separator)) return Error;
  Values pieces;
  if (!(separator ? rsplit_on(pieces, s, separator, max) : rsplit_whitespace(pieces, s, max))) return Error;
  for (int64_t i = 0, j = pieces.size() - 1; i < j; ++i, --j) std::swap(pieces[i], pieces[j]);
  return list_from(pieces);
}

Value splitlines(const Value* args, uint32_t) {
  Str* s = self_str(args);
  int64_t keep = 0;
  if (!args[1].is_undefined() && !size_argument(args[1], keep)) return Error;
  Values lines;
  for (int64_t i = 0; i < s->length;) {
    int64_t start = i;
    while (i < s->length && !unicode::is_line_break(s->at(i))) ++i;
    int64_t end = i;
    if (i < s->length) i += s->at(i) == '\r' && i + 1 < s->length && s->at(i + 1) == '\n' ? 2 : 1;
    if (!push_slice(lines, s, start, keep ? i : end)) return Error;
  }
  return list_from(lines);
}

Value partition(const Value* args, uint32_t) {
  Str* separator = plain_str_argument(args[1]);
  return separator ? partition_at(self_str(args), separator, false) : Error;
}

Value rpartition(const Value* args, uint32_t) {
  Str* separator = plain_str_argument(args[1]);
  return separator ? partition_at(self_str(args), separator, true) : Error;
}

Value join(const Value* args, uint32_t) { return str_join(self_str(args), args[1]); }

}  // namespace str_methods
}  // namespace py
