// Methods of str that take text apart and put it together: split, splitlines, partition, join.
#include "runtime/object/containers.hpp"
#include "runtime/object/few_units.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/object/recent_texts.hpp"
#include "runtime/object/str_copy.hpp"
#include "runtime/types/few_values.hpp"
#include "runtime/types/str_methods.hpp"
#include "runtime/types/text_arguments.hpp"
#include "runtime/types/unicode.hpp"

#include <algorithm>
#include <cstring>

namespace py {
namespace {

struct Pieces : FewValues {
  bool push_slice(Str* s, int64_t start, int64_t end) { return push(str_slice(s, start, end)); }
};

constexpr uint64_t each = 0x0101010101010101u;
inline uint64_t load_eight(const uint8_t* text, int64_t i, int64_t n) {
  return i + 8 <= n ? load_word(text + i) : load_few(text + i, static_cast<size_t>(n - i));
}
// The high bits of those of eight ASCII characters that are at most `last`, as what is behind the text is.
template <uint8_t last> constexpr uint64_t up_to(uint64_t eight) { return ~(eight + each * (0x7f - last)) & (each * 0x80); }

// Where the next character of ASCII text is, at or after i, that is at most `last` and wanted; n: nowhere. Eight at a time.
template <uint8_t last, class IsWanted>
int64_t find_low(const uint8_t* text, int64_t i, int64_t n, IsWanted is_wanted) {
  for (;;) {
    uint64_t low = up_to<last>(load_eight(text, i, n));
    if (low == 0) {
      i += 8;
      continue;
    }
    i += __builtin_ctzll(low) / 8;
    if (i == n || is_wanted(text[i])) return i;
    ++i;
  }
}

PORTALIS_IN_LINE bool split_ascii_whitespace(Pieces& out, Str* s, const Str*, int64_t max) {
  constexpr uint64_t spaces = uint64_t{1} << ' ' | uint64_t{0x1f} << '\t' | uint64_t{0xf} << 0x1c;
  const uint8_t* text = s->data1();
  int64_t i = 0, n = s->length;
  auto space_at = [&](int64_t at) { return text[at] <= ' ' && (spaces >> text[at] & 1); };
  for (; max != 0; --max) {
    while (i < n && space_at(i)) ++i;
    if (i >= n) return true;
    int64_t start = i;
    // Most words are looked at once, and made of what was seen.
    const uint64_t eight = load_eight(text, i, n), low = up_to<' '>(eight);
    if (low) [[likely]] {
      const int64_t length = __builtin_ctzll(low) / 8, end = i + length;
      if (length > 1 && (end != n ? spaces >> text[end] & 1 : i > 0)) {
        if (!out.push(recent_short_ascii(eight & ~(~uint64_t{0} << 8 * length), static_cast<size_t>(length)))) return false;
        i = end + 1;                     // behind the space, or the end
        continue;
      }
    }
    i = find_low<' '>(text, i, n, [](uint8_t c) { return unicode::is_space(c); });
    if (i - start == n) return out.push_slice(s, start, i);
    if (!out.push(recent_str_ascii(text + start, static_cast<size_t>(i - start)))) return false;
  }
  while (i < n && space_at(i)) ++i;
  return i >= n || out.push_slice(s, i, n);
}

bool split_whitespace(Pieces& out, Str* s, int64_t max) {
  if (!quick_ways && s->is_ascii()) return split_ascii_whitespace(out, s, nullptr, max);
  int64_t i = 0, n = s->length;
  for (; max != 0; --max) {
    while (i < n && unicode::is_space(s->at(i))) ++i;
    if (i == n) return true;
    int64_t start = i;
    while (i < n && !unicode::is_space(s->at(i))) ++i;
    if (!out.push_slice(s, start, i)) return false;
  }
  while (i < n && unicode::is_space(s->at(i))) ++i;
  return i == n || out.push_slice(s, i, n);
}

bool rsplit_whitespace(Pieces& out, Str* s, int64_t max) {
  int64_t end = s->length;
  for (; max != 0; --max) {
    while (end > 0 && unicode::is_space(s->at(end - 1))) --end;
    if (end == 0) return true;
    int64_t start = end;
    while (start > 0 && !unicode::is_space(s->at(start - 1))) --start;
    if (!out.push_slice(s, start, end)) return false;
    end = start;
  }
  while (end > 0 && unicode::is_space(s->at(end - 1))) --end;
  return end == 0 || out.push_slice(s, 0, end);
}

// ASCII text on one character; looks at eight at a time.
PORTALIS_IN_LINE bool split_on_byte(Pieces& out, Str* s, const Str* separator, int64_t max) {
  constexpr uint64_t low = each * 0x7f;
  const uint64_t wanted = each * separator->data1()[0];
  const uint8_t* text = s->data1();
  int64_t start = 0, n = s->length;
  for (int64_t i = 0; i < n; i += 8) {
    uint64_t differing = load_word(text + i) ^ wanted;
    for (uint64_t hits = ~(((differing & low) + low) | differing | low); hits; hits &= hits - 1) {
      int64_t at = i + __builtin_ctzll(hits) / 8;
      if (at >= n) break;
      if (max-- == 0) return out.push_slice(s, start, n);
      if (!out.push(recent_str_ascii(text + start, static_cast<size_t>(at - start)))) return false;
      start = at + 1;
    }
  }
  return out.push_slice(s, start, n);
}

// ASCII text on a few characters.
PORTALIS_IN_LINE bool split_on_few(Pieces& out, Str* s, const Str* separator, int64_t max) {
  const uint8_t* text = s->data1();
  const int64_t m = separator->length;
  int64_t start = 0;
  bool ok = true;
  if (max != 0) {
    each_of_few(text, s->length, separator->data1(), m, [&](int64_t at) {
      ok = out.push(recent_str_ascii(text + start, static_cast<size_t>(at - start)));
      start = at + m;
      return ok && --max != 0;
    });
  }
  return ok && out.push_slice(s, start, s->length);
}

PORTALIS_IN_LINE bool split_on_ascii(Pieces& out, Str* s, const Str* separator, int64_t max) {
  const uint8_t* text = s->data1();
  int64_t start = 0, n = s->length;
  for (; max != 0; --max) {
    int64_t i = find_units(text + start, n - start, separator->data1(), separator->length, 1);
    if (i < 0) break;
    if (!out.push(recent_str_ascii(text + start, static_cast<size_t>(i)))) return false;
    start += i + separator->length;
  }
  return out.push_slice(s, start, n);
}

bool split_on(Pieces& out, Str* s, Str* separator, int64_t max) {
  if (!quick_ways && s->is_ascii() && separator->is_ascii()) return separator->length == 1 ? split_on_byte(out, s, separator, max) : split_on_ascii(out, s, separator, max);
  Needle needle(separator, s->kind());
  int kind = s->kind();
  int64_t done = 0;
  for (; needle.units && max != 0; --max) {
    int64_t i = find_units(s->data1() + done * kind, s->length - done, needle.units, needle.length, kind);
    if (i < 0) break;
    if (!out.push_slice(s, done, done + i)) return false;
    done += i + needle.length;
  }
  return out.push_slice(s, done, s->length);
}

bool rsplit_on(Pieces& out, Str* s, Str* separator, int64_t max) {
  int64_t end = s->length;
  for (; max != 0; --max) {
    int64_t i = str_rfind(s, separator, 0, end);
    if (i < 0) break;
    if (!out.push_slice(s, i + separator->length, end)) return false;
    end = i;
  }
  return out.push_slice(s, 0, end);
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
  const int64_t rest = i + separator->length;
  Ref before, after;
  if (s->is_ascii()) {
    before = recent_str_ascii(s->data1(), static_cast<size_t>(i));
    after = recent_str_ascii(s->data1() + rest, static_cast<size_t>(s->length - rest));
  } else {
    before = str_slice(s, 0, i);
    after = str_slice(s, rest, s->length);
  }
  if (before.is_error() || after.is_error()) return Error;
  Value parts[] = {before.take(), incref(object_value(separator)), after.take()};
  return make_tuple_owned(parts, 3);
}

}  // namespace

// Each way of its own, so that it has all registers.
template <bool (&split)(Pieces&, Str*, const Str*, int64_t)>
[[gnu::noinline]] static Value list_of_pieces(Str* s, const Str* separator, int64_t max) {
  Pieces pieces;
  return split(pieces, s, separator, max) ? pieces.finish() : Error;
}

Value str_split(Str* s, Str* separator, int64_t max) {
  if (quick_ways && s->is_ascii()) {
    if (!separator) return list_of_pieces<split_ascii_whitespace>(s, separator, max);
    if (separator->is_ascii()) {
      if (separator->length == 1) return list_of_pieces<split_on_byte>(s, separator, max);
      if (separator->length <= most_few_units) return list_of_pieces<split_on_few>(s, separator, max);
      return list_of_pieces<split_on_ascii>(s, separator, max);
    }
  }
  Pieces pieces;
  bool ok = separator ? split_on(pieces, s, separator, max) : split_whitespace(pieces, s, max);
  return ok ? pieces.finish() : Error;
}

// Items of an iterable as they are at one moment.
struct JoinedItems {
  const Value* items;
  int64_t count;
  // Borrowed, where nobody can change them meanwhile.
  bool borrow(Value iterable) {
    if (is_exactly(iterable, tuple_type)) {
      items = iterable.as<Tuple>()->items();
      count = iterable.as<Tuple>()->length;
    } else if (is_exactly(iterable, list_type) && !threads_alive()) {
      items = reinterpret_cast<const Value*>(iterable.as<List>()->items.load(std::memory_order_relaxed));
      count = list_size(iterable.as<List>());
    } else {
      return false;
    }
    return true;
  }
  int64_t size() const { return count; }
  Value operator[](int64_t i) const { return items[i]; }
};

// Exact texts of one byte per character. Undefined: the general way is needed.
static Value join_narrow(const Str* separator, const JoinedItems& items) {
  if (separator->kind() != 1 || items.size() < 2) return Undefined;
  int64_t length;
  uint32_t all = str_ascii_bit & separator->aux;
  if (__builtin_mul_overflow(separator->length, items.size() - 1, &length)) return Undefined;
  for (int64_t i = 0; i < items.size(); ++i) {
    if (!is_exactly(items[i], str_type)) return Undefined;
    const Str* s = items[i].as<Str>();
    if (s->kind() != 1 || __builtin_add_overflow(length, s->length, &length)) return Undefined;
    all &= s->aux;
  }
  if (length < 2) return Undefined;
  Str* out = allocate_narrow(length, all & str_ascii_bit);
  if (!out) return Error;
  uint8_t* at = out->data();
  const uint8_t* limit = narrow_limit(out);
  for (int64_t i = 0; i < items.size(); ++i) {
    if (i && separator->length) at = put_narrow(at, limit, separator);
    at = put_narrow(at, limit, items[i].as<Str>());
  }
  return object_value(out);
}

static Value join_items(Str* separator, const JoinedItems& items) {
  if (items.size() == 1 && is_exactly(items[0], str_type)) return incref(items[0]);
  Value joined = join_narrow(separator, items);
  if (!joined.is_undefined()) return joined;
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
    if (s->length == 1 && kind == 1) {
      *at = s->data1()[0];
    } else if (s->kind() == kind) {
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

Value str_join(Str* separator, Value iterable) {
  JoinedItems items;
  if (items.borrow(iterable)) [[likely]] return join_items(separator, items);
  Values collected;
  if (!collect(collected, iterable)) {
    // Only the lack of iterability is reworded.
    if (error_matches(exc::TypeError) && !type_of(iterable)->iter && !type_of(iterable)->get_item) {
      clear_error();
      return raise(exc::TypeError, "can only join an iterable");
    }
    return Error;
  }
  return join_items(separator, {collected.data(), collected.size()});
}

namespace str_methods {

// What is seldom is a call at the end, for which nothing has to be kept.
[[gnu::noinline]] static Value split_any(const Value* args) {
  Str* separator;
  int64_t max = -1;
  if (!args[2].is_undefined() && !size_argument(args[2], max)) return Error;
  if (!separator_argument(args[1], separator)) return Error;
  return str_split(self_str(args), separator, max);
}

Value split(const Value* args, uint32_t) {
  if constexpr (quick_ways) {
    if (args[2].is_undefined() && args[1].is_undefined()) return str_split(self_str(args), nullptr, -1);
    if (args[2].is_undefined() && is_exactly(args[1], str_type) && args[1].as<Str>()->length > 0) return str_split(self_str(args), args[1].as<Str>(), -1);
  }
  return split_any(args);
}

Value rsplit(const Value* args, uint32_t) {
  Str* s = self_str(args);
  Str* separator;
  int64_t max = -1;
  if (!args[2].is_undefined() && !size_argument(args[2], max)) return Error;
  if (!separator_argument(args[1], separator)) return Error;
  Pieces pieces;
  if (!(separator ? rsplit_on(pieces, s, separator, max) : rsplit_whitespace(pieces, s, max))) return Error;
  std::reverse(pieces.data(), pieces.data() + pieces.size());
  return pieces.finish();
}

Value splitlines(const Value* args, uint32_t) {
  Str* s = self_str(args);
  int keep = 0;
  if (!args[1].is_undefined() && !int_argument(args[1], keep)) return Error;
  Pieces lines;
  const uint8_t* ascii = s->is_ascii() ? s->data1() : nullptr;
  for (int64_t i = 0; i < s->length;) {
    int64_t start = i;
    if (ascii) {
      i = find_low<0x1e>(ascii, i, s->length, [](uint8_t c) { return unicode::is_line_break(c); });
    } else {
      while (i < s->length && !unicode::is_line_break(s->at(i))) ++i;
    }
    int64_t end = i;
    if (i < s->length) i += s->at(i) == '\r' && i + 1 < s->length && s->at(i + 1) == '\n' ? 2 : 1;
    if (keep) end = i;
    bool pushed = ascii && end - start < s->length ? lines.push(recent_str_ascii(ascii + start, static_cast<size_t>(end - start))) : lines.push_slice(s, start, end);
    if (!pushed) return Error;
  }
  return lines.finish();
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
