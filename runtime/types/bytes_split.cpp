// Methods of bytes and bytearray that take them apart and put them together.
#include <algorithm>
#include <cstring>

#include "runtime/object/containers.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/few_values.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py {
namespace {

bool is_space(uint8_t c) { return c == ' ' || (c >= 9 && c <= 13); }

// What is split, or splits: the bytes of a BytesView, or of an exact bytes.
struct Span {
  const uint8_t* data;
  int64_t size;
  Span(const BytesView& view) : data(view.data), size(view.size) {}
  Span(const Bytes* b) : data(b->data()), size(b->length) {}
};

// The pieces of one split, as a list of the kind of self.
class Pieces {
 public:
  Pieces(Value self, Span from) : data_(from.data), mutable_(as_bytearray(self)) {}
  bool add(int64_t start, int64_t end) {
    return values_.push(mutable_ ? make_bytearray(data_ + start, end - start) : make_bytes(data_ + start, end - start));
  }
  Value finish(bool reversed) {
    if (reversed) std::reverse(values_.data(), values_.data() + values_.size());
    return values_.finish();
  }

 private:
  const uint8_t* data_;
  bool mutable_;
  FewValues values_;
};

bool split_whitespace(Pieces& out, Span s, int64_t max) {
  int64_t i = 0;
  for (; max != 0; --max) {
    while (i < s.size && is_space(s.data[i])) ++i;
    if (i == s.size) return true;
    int64_t start = i;
    while (i < s.size && !is_space(s.data[i])) ++i;
    if (!out.add(start, i)) return false;
  }
  while (i < s.size && is_space(s.data[i])) ++i;
  return i == s.size || out.add(i, s.size);
}

bool rsplit_whitespace(Pieces& out, Span s, int64_t max) {
  int64_t end = s.size;
  for (; max != 0; --max) {
    while (end > 0 && is_space(s.data[end - 1])) --end;
    if (end == 0) return true;
    int64_t start = end;
    while (start > 0 && !is_space(s.data[start - 1])) --start;
    if (!out.add(start, end)) return false;
    end = start;
  }
  while (end > 0 && is_space(s.data[end - 1])) --end;
  return end == 0 || out.add(0, end);
}

// On one byte; looks at eight at a time.
bool split_on_byte(Pieces& out, Span s, uint8_t separator, int64_t max) {
  constexpr uint64_t each = 0x0101010101010101u, low = each * 0x7f;
  int64_t start = 0;
  for (int64_t i = 0; i < s.size; i += 8) {
    uint64_t eight = i + 8 <= s.size ? load_word(s.data + i) : load_few(s.data + i, static_cast<size_t>(s.size - i));
    uint64_t differing = eight ^ each * separator;
    for (uint64_t hits = ~(((differing & low) + low) | differing | low); hits; hits &= hits - 1) {
      int64_t at = i + __builtin_ctzll(hits) / 8;
      if (at >= s.size) break;
      if (max-- == 0) return out.add(start, s.size);
      if (!out.add(start, at)) return false;
      start = at + 1;
    }
  }
  return out.add(start, s.size);
}

bool split_on(Pieces& out, Span s, Span separator, int64_t max) {
  if (separator.size == 1) return split_on_byte(out, s, separator.data[0], max);
  int64_t done = 0;
  for (; max != 0; --max) {
    int64_t i = find_units(s.data + done, s.size - done, separator.data, separator.size, 1);
    if (i < 0) break;
    if (!out.add(done, done + i)) return false;
    done += i + separator.size;
  }
  return out.add(done, s.size);
}

bool rsplit_on(Pieces& out, Span s, Span separator, int64_t max) {
  int64_t end = s.size;
  for (; max != 0; --max) {
    int64_t i = rfind_units(s.data, end, separator.data, separator.size, 1);
    if (i < 0) break;
    if (!out.add(i + separator.size, end)) return false;
    end = i;
  }
  return out.add(0, end);
}

Value split_at(Value self, Span s, Span separator, int64_t max, bool from_right) {
  if (separator.size == 0) return raise(exc::ValueError, "empty separator");
  Pieces out(self, s);
  bool ok = from_right ? rsplit_on(out, s, separator, max) : split_on(out, s, separator, max);
  return ok ? out.finish(from_right) : Error;
}

// What is seldom is a call at the end, for which nothing has to be kept.
[[gnu::noinline]] Value split_any(const Value* args, bool from_right) {
  BytesView self, separator;
  int64_t max = -1;
  bool whitespace = args[1].is_undefined() || args[1].is_none();
  if (!args[2].is_undefined() && !size_argument(args[2], max)) return Error;
  if ((!whitespace && !separator.argument(args[1])) || !self.own(args[0])) return Error;
  if (!whitespace) return split_at(args[0], self, separator, max, from_right);
  Pieces out(args[0], self);
  bool ok = from_right ? rsplit_whitespace(out, self, max) : split_whitespace(out, self, max);
  return ok ? out.finish(from_right) : Error;
}

Value split_method(const Value* args, bool from_right) {
  if (quick_ways && args[2].is_undefined() && is_exactly(args[0], bytes_type) && is_exactly(args[1], bytes_type))
    return split_at(args[0], args[0].as<Bytes>(), args[1].as<Bytes>(), -1, from_right);
  return split_any(args, from_right);
}

Value partition_method(const Value* args, bool from_right) {
  BytesView self, separator;
  if (!separator.argument(args[1]) || !self.own(args[0])) return Error;
  if (separator.size == 0) return raise(exc::ValueError, "empty separator");
  int64_t i = from_right ? rfind_units(self.data, self.size, separator.data, separator.size, 1)
                         : find_units(self.data, self.size, separator.data, separator.size, 1);
  int64_t before = i >= 0 ? i : from_right ? 0 : self.size, after = i >= 0 ? i + separator.size : from_right ? 0 : self.size;
  Ref head = make_bytes_like(args[0], self.data, before), tail = make_bytes_like(args[0], self.data + after, self.size - after);
  Ref middle = make_bytes_like(args[0], separator.data, i < 0 ? 0 : separator.size);
  if (head.is_error() || middle.is_error() || tail.is_error()) return Error;
  return tuple_of(head, middle, tail);
}

}  // namespace

namespace bytes_methods {

Value split(const Value* args, uint32_t) { return split_method(args, false); }
Value rsplit(const Value* args, uint32_t) { return split_method(args, true); }
Value partition(const Value* args, uint32_t) { return partition_method(args, false); }
Value rpartition(const Value* args, uint32_t) { return partition_method(args, true); }

Value splitlines(const Value* args, uint32_t) {
  BytesView self;
  int keep = 0;
  if ((!args[1].is_undefined() && !int_argument(args[1], keep)) || !self.own(args[0])) return Error;
  Pieces out(args[0], self);
  for (int64_t i = 0; i < self.size;) {
    int64_t start = i;
    while (i < self.size && self.data[i] != '\n' && self.data[i] != '\r') ++i;
    int64_t end = i;
    if (i < self.size) i += self.data[i] == '\r' && i + 1 < self.size && self.data[i + 1] == '\n' ? 2 : 1;
    if (!out.add(start, keep ? i : end)) return Error;
  }
  return out.finish(false);
}

// The items of a list or tuple of nothing but bytes, while nobody else can change it; Undefined: there is another one.
Value join_bytes(const Bytes* separator, Value sequence) {
  const bool is_list = is_exactly(sequence, list_type);
  const int64_t n = is_list ? list_size(sequence.as<List>()) : sequence.as<Tuple>()->length;
  auto item = [&](int64_t i) { return is_list ? list_peek(sequence.as<List>(), i) : sequence.as<Tuple>()->items()[i]; };
  if (n == 0) return Undefined;
  int64_t size;
  if (__builtin_mul_overflow(separator->length, n - 1, &size)) return Undefined;
  for (int64_t i = 0; i < n; ++i) {
    if (!is_exactly(item(i), bytes_type) || __builtin_add_overflow(size, item(i).as<Bytes>()->length, &size)) return Undefined;
  }
  if (n == 1) return incref(item(0));
  Bytes* result = allocate_bytes(size);
  if (!result) return Error;
  uint8_t* to = result->data();
  auto append = [&](const Bytes* b) { to = static_cast<uint8_t*>(std::memcpy(to, b->data(), static_cast<size_t>(b->length))) + b->length; };
  for (int64_t i = 0; i < n; ++i) {
    if (i > 0 && separator->length) append(separator);
    append(item(i).as<Bytes>());
  }
  return object_value(result);
}

Value join(const Value* args, uint32_t) {
  if (is_exactly(args[0], bytes_type) && !threads_alive() && (is_exactly(args[1], list_type) || is_exactly(args[1], tuple_type))) {
    Value joined = join_bytes(args[0].as<Bytes>(), args[1]);
    if (!joined.is_undefined()) return joined;
  }
  Values items;
  if (!collect(items, args[1])) {
    if (error_matches(exc::TypeError) && !type_of(args[1])->iter && !type_of(args[1])->get_item) {
      clear_error();
      return raise(exc::TypeError, "can only join an iterable");
    }
    return Error;
  }
  BytesView separator;
  if (!separator.own(args[0])) return Error;
  Text out;
  for (int64_t i = 0; i < items.size(); ++i) {
    if (!is_bytes_like(items[i])) return raise(exc::TypeError, "sequence item %l: expected a bytes-like object, %T found", i, items[i]);
    BytesView item;
    if (!item.argument(items[i])) return Error;
    if (i > 0) out.append({reinterpret_cast<const char*>(separator.data), static_cast<size_t>(separator.size)});
    out.append({reinterpret_cast<const char*>(item.data), static_cast<size_t>(item.size)});
  }
  return make_bytes_like(args[0], out.data, static_cast<int64_t>(out.size));
}

}  // namespace bytes_methods
}  // namespace py
