// str objects: making them from UTF-8 and from code units, slices, concatenation, repetition, comparison.
#include "runtime/object/str_copy.hpp"

#include <cstring>
#include <new>

#include "runtime/object/error.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/recent_texts.hpp"
#include "runtime/object/text.hpp"
#include "runtime/object/utf8.hpp"

namespace py {
namespace {

template <class From, class To>
void convert(const From* from, To* to, int64_t n) {
  for (int64_t i = 0; i < n; ++i) to[i] = static_cast<To>(from[i]);
}

// Copies n code units of from_kind to to_kind; the values fit.
void copy_units(const uint8_t* from, int from_kind, uint8_t* to, int to_kind, int64_t n) {
  if (from_kind == to_kind) {
    std::memcpy(to, from, static_cast<size_t>(n) * static_cast<size_t>(to_kind));
    return;
  }
  auto widen = [&](auto* out) {
    if (from_kind == 1) convert(from, out, n);
    else if (from_kind == 2) convert(reinterpret_cast<const uint16_t*>(from), out, n);
    else convert(reinterpret_cast<const uint32_t*>(from), out, n);
  };
  if (to_kind == 1) widen(to);
  else if (to_kind == 2) widen(reinterpret_cast<uint16_t*>(to));
  else widen(reinterpret_cast<uint32_t*>(to));
}

template <class Unit>
uint32_t bits_of(const Unit* p, int64_t n) {
  Unit bits = 0;
  for (int64_t i = 0; i < n; ++i) bits |= p[i];
  return bits;
}

// An upper bound of the code points that is exact as to 0x80, 0x100 and 0x10000.
uint32_t unit_bits(const void* units, int kind, int64_t n) {
  if (kind == 1) return ascii_prefix(static_cast<const uint8_t*>(units), static_cast<size_t>(n)) == static_cast<size_t>(n) ? 0 : 0x80;
  if (kind == 2) return bits_of(static_cast<const uint16_t*>(units), n);
  return bits_of(static_cast<const uint32_t*>(units), n);
}

[[gnu::always_inline]] inline Str* allocate_with_capacity(int64_t length, int kind, bool ascii, int64_t bytes, unsigned capacity_log) {
  if (bytes > PTRDIFF_MAX - static_cast<int64_t>(sizeof(Str))) return (void)raise_no_memory(), nullptr;   // where pointers have 32 bits
  Str* s = allocate<Str>(&str_type, (static_cast<size_t>(bytes) + 7) & ~size_t{7});
  if (!s) [[unlikely]] return nullptr;
  s->aux = static_cast<uint32_t>(kind) | (ascii ? str_ascii_bit : 0) | capacity_log << str_capacity_shift;
  s->length = length;
  s->hash.store(-1, std::memory_order_relaxed);
  return s;
}

}  // namespace

uint64_t load_few_exactly(const uint8_t* p, size_t n) {
  uint64_t word = 0;
  while (n-- > 0) word = word << 8 | p[n];
  return word;
}

// Made when the program starts: initialised, they would be 12 kB of every program for browsers.
alignas(Latin1Char) std::byte latin1_chars[256 * sizeof(Latin1Char)];
[[maybe_unused]] static const bool latin1_chars_are_made = [] {
  for (uint32_t c = 0; c < 256; ++c) {
    new (latin1_char(static_cast<uint8_t>(c)).object())
        Latin1Char{{{immortal_header(&str_type, 1 | (c < 128 ? str_ascii_bit : 0) | str_interned_bit)}, 1, {-1}}, {static_cast<uint8_t>(c)}};
  }
  return true;
}();
Latin1Char empty_str_object = {{{immortal_header(&str_type, 1 | str_ascii_bit | str_interned_bit)}, 0, {-1}}, {0}};

Str* allocate_str(int64_t length, int kind, bool ascii) {
  if (length > INT64_MAX / 8) [[unlikely]] {
    (void)raise_no_memory();
    return nullptr;
  }
  return allocate_with_capacity(length, kind, ascii, length * kind, 0);
}

// Whether all bytes are ASCII: 32 at a time, and no byte after the other at the end.
static bool is_ascii(const uint8_t* p, size_t size) {
  constexpr uint64_t high = 0x8080808080808080u;
  if (size < 8) return size == 0 || !(load_few(p, size) & high);
  uint64_t found = load_word(p + size - 8);
  for (; size >= 32; p += 32, size -= 32) {
    found |= load_word(p) | load_word(p + 8) | load_word(p + 16) | load_word(p + 24);
    if (found & high) return false;
  }
  for (; size >= 8; p += 8, size -= 8) found |= load_word(p);
  return !(found & high);
}

Value make_str_ascii(const char* text, size_t length) {
  if (length <= 1) return length == 0 ? object_value(empty_str()) : latin1_char(static_cast<uint8_t>(*text));
  const auto* from = reinterpret_cast<const uint8_t*>(text);
  if (length < 8) {
    Str* s = allocate_short(load_few(from, length), length);
    return s ? object_value(s) : Error;
  }
  Str* s = allocate_narrow(static_cast<int64_t>(length), true);
  if (!s) [[unlikely]] return Error;
  if (length <= 16) {             // two words, which may overlap
    uint64_t last = load_word(from + length - 8);
    store_word(s->data(), load_word(from));
    store_word(s->data() + length - 8, last);
  } else {
    std::memcpy(s->data(), from, length);
  }
  return object_value(s);
}

Value make_str_latin1(const uint8_t* text, int64_t length) {
  if (length <= 1) return length == 0 ? object_value(empty_str()) : latin1_char(*text);
  size_t size = static_cast<size_t>(length);
  Str* s = allocate_str(length, 1, is_ascii(text, size));
  if (!s) [[unlikely]] return Error;
  std::memcpy(s->data(), text, size);
  return object_value(s);
}

Value make_str_code_point(uint32_t c) {
  if (c < 256) return latin1_char(static_cast<uint8_t>(c));
  int kind = kind_for(c);
  Str* s = allocate_str(1, kind, false);
  if (!s) [[unlikely]] return Error;
  copy_units(reinterpret_cast<const uint8_t*>(&c), 4, s->data(), kind, 1);
  return object_value(s);
}

// How many code points and how wide: what a str made of UTF-8 needs. ok: it is UTF-8 (surrogates allowed unless strict).
struct Utf8Extent {
  int64_t length = 0;
  uint32_t max = 0;
  bool ok = true;
};

static Utf8Extent measure_utf8(const uint8_t* p, size_t size, bool strict) {
  Utf8Extent extent;
  for (size_t i = 0; i < size;) {
    if (p[i] < 0x80) {
      size_t n = ascii_prefix(p + i, size - i);
      extent.length += static_cast<int64_t>(n);
      i += n;
      continue;
    }
    uint32_t c;
    int n = decode_utf8(p + i, size - i, c, strict);
    if (n == 0) extent.ok = false, c = 0xdc00u + p[i], n = 1;
    if (c > extent.max) extent.max = c;
    ++extent.length;
    i += static_cast<size_t>(n);
  }
  return extent;
}

// A byte that is not UTF-8 becomes a lone surrogate, as in file names (PEP 383).
template <class Unit>
static void decode_into(const uint8_t* p, size_t size, Unit* out) {
  for (size_t i = 0; i < size;) {
    uint32_t c = p[i];
    if (c < 0x80) {
      *out++ = static_cast<Unit>(c);
      ++i;
      continue;
    }
    int n = decode_utf8(p + i, size - i, c);
    if (n == 0) c = 0xdc00u + p[i], n = 1;
    *out++ = static_cast<Unit>(c);
    i += static_cast<size_t>(n);
  }
}

static Value make_measured(const uint8_t* p, size_t size, const Utf8Extent& extent) {
  if (extent.length == 1) return make_str_code_point(extent.max);
  int kind = kind_for(extent.max);
  Str* s = allocate_str(extent.length, kind, false);
  if (!s) [[unlikely]] return Error;
  if (kind == 1) decode_into(p, size, s->data());
  else if (kind == 2) decode_into(p, size, reinterpret_cast<uint16_t*>(s->data()));
  else decode_into(p, size, reinterpret_cast<uint32_t*>(s->data()));
  return object_value(s);
}

Value make_str(std::string_view utf8) {
  const uint8_t* p = reinterpret_cast<const uint8_t*>(utf8.data());
  size_t size = utf8.size();
  if (is_ascii(p, size)) return make_str_ascii(utf8.data(), size);
  return make_measured(p, size, measure_utf8(p, size, false));
}

Value make_str_if_utf8(const uint8_t* p, size_t size) {
  if (is_ascii(p, size)) return make_str_ascii(reinterpret_cast<const char*>(p), size);
  Utf8Extent extent = measure_utf8(p, size, true);
  return extent.ok ? make_measured(p, size, extent) : Undefined;
}

Value make_str_units(const void* units, int kind, int64_t length) {
  if (length == 0) return object_value(empty_str());
  uint32_t bits = unit_bits(units, kind, length);
  int narrow = kind_for(bits);
  if (length == 1) {
    uint32_t c = 0;
    copy_units(static_cast<const uint8_t*>(units), kind, reinterpret_cast<uint8_t*>(&c), 4, 1);
    return make_str_code_point(c);
  }
  Str* s = allocate_str(length, narrow, bits < 0x80);
  if (!s) [[unlikely]] return Error;
  copy_units(static_cast<const uint8_t*>(units), kind, s->data(), narrow, length);
  return object_value(s);
}

Value str_slice(Str* s, int64_t start, int64_t end) {
  if (start == 0 && end == s->length) return incref(object_value(s));
  if (s->is_ascii()) return recent_str_ascii(s->data() + start, static_cast<size_t>(end - start));
  return make_str_units(s->data() + start * s->kind(), s->kind(), end - start);
}

uint32_t str_max_code_point(const Str* s, int64_t start, int64_t end) {
  if (s->is_ascii()) return start < end ? 0x7f : 0;
  uint32_t max = 0;
  for (int64_t i = start; i < end; ++i) max = s->at(i) > max ? s->at(i) : max;
  return max;
}

Value str_concat(Str* a, Str* b) {
  if (a->length == 0) return incref(object_value(b));
  if (b->length == 0) return incref(object_value(a));
  if (a->kind() == 1 && b->kind() == 1) {
    Str* s = allocate_narrow(a->length + b->length, a->aux & b->aux & str_ascii_bit);
    if (!s) [[unlikely]] return Error;
    const uint8_t* limit = narrow_limit(s);
    put_narrow(put_narrow(s->data(), limit, a), limit, b);
    return object_value(s);
  }
  int kind = a->kind() > b->kind() ? a->kind() : b->kind();
  Str* s = allocate_str(a->length + b->length, kind, a->is_ascii() && b->is_ascii());
  if (!s) [[unlikely]] return Error;
  copy_units(a->data(), a->kind(), s->data(), kind, a->length);
  copy_units(b->data(), b->kind(), s->data() + a->length * kind, kind, b->length);
  return object_value(s);
}

// How many bytes of characters there is room for where a text lies that was made by a thread: what its block has, or what
// appending left behind it.
static int64_t room_of(const Str* s) {
  if (small_limit > 0 && !(s->marks.load(std::memory_order_relaxed) & flag_large)) return Page::of(s)->block_size - static_cast<int64_t>(sizeof(Str));
  unsigned log = s->aux >> str_capacity_shift;
  return log ? int64_t{1} << log : 0;
}

// a + b, made in a's own memory if a belongs to the caller alone and has room: then the result is a itself and
// no reference is added.
static Str* append_or_concat(Str* a, Str* b, bool unique) {
  if (b->length == 0) return a;
  int kind = a->kind() > b->kind() ? a->kind() : b->kind();
  int64_t length = a->length + b->length, bytes = length * kind;
  if (unique && kind == a->kind()) {
    const int64_t room = room_of(a);
    if (bytes <= room) {
      uint8_t* end = a->data() + a->length * kind;
      if (kind == 1) (void)put_narrow(end, a->data() + room, b);
      else copy_units(b->data(), b->kind(), end, kind, b->length);
      a->length = length;
      a->hash.store(-1, std::memory_order_relaxed);
      if (!b->is_ascii()) a->aux &= ~str_ascii_bit;
      return a;
    }
  }
  // Short strings are mostly not appended to again; longer ones get room to grow.
  bool grows = unique && a->length >= 32 && length < INT64_MAX / 16;
  const unsigned log = grows ? 64 - static_cast<unsigned>(__builtin_clzll(static_cast<uint64_t>(bytes + bytes / 8))) : 0;
  Str* s = allocate_with_capacity(length, kind, a->is_ascii() && b->is_ascii(), grows ? int64_t{1} << log : bytes, log);
  if (!s) [[unlikely]] return nullptr;
  if (kind == 1) {
    const uint8_t* limit = narrow_limit(s);
    (void)put_narrow(put_narrow(s->data(), limit, a), limit, b);
    return s;
  }
  copy_units(a->data(), a->kind(), s->data(), kind, a->length);
  copy_units(b->data(), b->kind(), s->data() + a->length * kind, kind, b->length);
  return s;
}

Value str_append_owned(Value a_owned, Str* b) {
  Str* a = a_owned.as<Str>();
  Str* result = append_or_concat(a, b, is_unique(a));
  if (result == a) return a_owned;
  decref(a);
  return result ? object_value(result) : Error;
}

Value str_inplace_add(Value a_value, Str* b) {
  Str* a = a_value.as<Str>();
  if (a->length == 0) return incref(object_value(b));
  // Another thread may be reading a variable's value without a count of its own, so only while there is none.
  Str* result = append_or_concat(a, b, !threads_alive() && is_unique(a));
  if (result == a) incref(a);
  return result ? object_value(result) : Error;
}

Value str_repeat(Str* s, int64_t times) {
  if (times <= 0 || s->length == 0) return object_value(empty_str());
  if (times == 1) return incref(object_value(s));
  int64_t length, bytes;
  if (__builtin_mul_overflow(s->length, times, &length) || __builtin_mul_overflow(length, int64_t{4}, &bytes))
    return raise_no_memory();
  Str* out = allocate_str(length, s->kind(), s->is_ascii());
  if (!out) [[unlikely]] return Error;
  size_t total = static_cast<size_t>(length) * static_cast<size_t>(s->kind());
  if (s->length == 1 && s->kind() == 1) {
    std::memset(out->data(), s->data1()[0], total);
    return object_value(out);
  }
  size_t unit = static_cast<size_t>(s->length) * static_cast<size_t>(s->kind()), done = 0;
  if (unit < 8) {
    // Reading what was written in smaller pieces a moment ago takes long: whole words, each of which overlaps the one before.
    uint64_t word = load_few(s->data(), unit);
    for (; done + 8 <= total && done < 256; done += unit) store_word(out->data() + done, word);
    for (; done < total && done < 256; done += unit) std::memcpy(out->data() + done, &word, unit);
  } else {
    std::memcpy(out->data(), s->data(), done = unit);
  }
  while (done < total) {
    size_t n = done < total - done ? done : total - done;
    std::memcpy(out->data() + done, out->data(), n);
    done += n;
  }
  return object_value(out);
}

bool str_equal(const Str* a, const Str* b) {
  if (a == b) return true;
  if (a->length != b->length || a->kind() != b->kind()) return false;
  if (a->is_interned() && b->is_interned()) return false;
  const uint8_t *x = a->data1(), *y = b->data1();
  size_t size = static_cast<size_t>(a->length) * static_cast<size_t>(a->kind());
  if (size > 64) return std::memcmp(x, y, size) == 0;
  if (size == 0) return true;
  size_t i = 0;
  for (; size - i > 8; i += 8) {
    if (load_word(x + i) != load_word(y + i)) return false;
  }
  return (load_word(x + i) ^ load_word(y + i)) << 8 * (8 - (size - i)) == 0;
}

bool str_equal_ascii(const Str* s, std::string_view ascii) { return s->is_ascii() && s->ascii() == ascii; }

int str_order(const Str* a, const Str* b) {
  int64_t n = a->length < b->length ? a->length : b->length;
  if (a->kind() == 1 && b->kind() == 1 && n > 0) {
    // Most differ among the first eight characters, which are whole words; read as big-endian numbers they are in order.
    uint64_t x = __builtin_bswap64(load_word(a->data1())), y = __builtin_bswap64(load_word(b->data1()));
    if (n < 8) x >>= 8 * (8 - n), y >>= 8 * (8 - n);
    if (x != y) return x < y ? -1 : 1;
    if (n > 8) {
      if (int r = std::memcmp(a->data1() + 8, b->data1() + 8, static_cast<size_t>(n - 8))) return r;
    }
  } else {
    for (int64_t i = 0; i < n; ++i)
      if (uint32_t x = a->at(i), y = b->at(i); x != y) return x < y ? -1 : 1;
  }
  return a->length < b->length ? -1 : a->length > b->length;
}

void append_utf8(Text& out, const Str* s) {
  if (s->is_ascii()) {
    out.append(s->ascii());
    return;
  }
  for (int64_t i = 0; i < s->length; ++i) out.append_utf8(s->at(i));
}

}  // namespace py
