// The type bytes.
#include <cstring>

#include "runtime/object/containers.hpp"
#include "runtime/object/heap_blocks.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py {

Bytes* allocate_bytes(int64_t length) {
  if (length > PTRDIFF_MAX / 2) return (void)raise_no_memory(), nullptr;
  Bytes* b = allocate<Bytes>(&bytes_type, (static_cast<size_t>(length) + 7) & ~size_t{7});
  if (!b) return nullptr;
  b->length = length;
  b->hash.store(-1, std::memory_order_relaxed);
  return b;
}

// The same where it is short, without a call. As those of a Str, its bytes take whole words.
PORTALIS_IN_LINE static Bytes* allocate_few_bytes(int64_t length) {
  const size_t size = sizeof(Bytes) + ((static_cast<size_t>(length) + 7) & ~size_t{7});
  Bytes* b = nullptr;
  if (small_limit > 0 && size <= small_limit) b = static_cast<Bytes*>(take_object(&bytes_type, list_for(size, false), false));
  if (!b) [[unlikely]] return allocate_bytes(length);
  b->length = length;
  b->hash.store(-1, std::memory_order_relaxed);
  return b;
}

// What has one byte or none: made once, as in CPython. In the order of their byte, the empty one last.
struct ShortBytes : Bytes {
  uint8_t text[8];
};
struct AllShort {
  ShortBytes of[257];
  AllShort() {
    for (uint32_t i = 0; i <= 256; ++i) new (of + i) ShortBytes{{{immortal_header(&bytes_type)}, i < 256, {-1}}, {static_cast<uint8_t>(i)}};
  }
};

Value make_bytes(const void* data, int64_t length) {
  if (length <= 1) {
    static AllShort* const shorts = new AllShort;
    return object_value(shorts->of + (length ? *static_cast<const uint8_t*>(data) : 256));
  }
  const auto size = static_cast<size_t>(length);
  const auto* from = static_cast<const uint8_t*>(data);
  if (quick_ways && length <= 8) {
    Bytes* b = allocate_few_bytes(length);
    if (!b) return Error;
    store_word(b->data(), length < 8 ? load_few(from, size) : load_word(from));
    return object_value(b);
  }
  Bytes* b = allocate_bytes(length);
  if (!b) return Error;
  std::memcpy(b->data(), from, size);
  return object_value(b);
}

int64_t bytes_hash(Bytes* b) {
  int64_t hash = b->hash.load(std::memory_order_relaxed);
  if (hash != -1) return hash;
  hash = hash_bytes(b->data(), static_cast<size_t>(b->length));
  b->hash.store(hash, std::memory_order_relaxed);
  return hash;
}

namespace {

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef definition = PY_KEYWORDS("bytes", nullptr, "source=, encoding=, errors=");
  static Str* const bytes_name = intern("__bytes__");
  Value given[3];
  if (!bind_arguments(definition, args, n, kwnames, given)) return Error;
  Ref result;
  bool plain = given[1].is_undefined() && given[2].is_undefined() && !given[0].is_undefined();
  if (plain && is_exactly(given[0], bytes_type)) {
    result = incref(given[0]);
  } else {
    Ref converted = plain && !is_exact_int(given[0]) ? call_special(given[0], bytes_name) : Undefined;
    if (converted.is_error()) return Error;
    if (!converted.is_undefined()) {
      if (!as_bytes(converted)) return raise(exc::TypeError, "__bytes__ returned non-bytes (type %T)", converted.get());
      result = cls == &bytes_type ? std::move(converted) : Ref::borrow(object_value(as_bytes(converted)));
    } else {
      Text out;
      if (!bytes_from_arguments("bytes", given, out)) return Error;
      result = make_bytes(out.data, static_cast<int64_t>(out.size));
    }
  }
  return cls == &bytes_type || result.is_error() ? result.take() : make_wrapped(cls, result.take());
}

Value get(Value self, Value key) {
  Bytes* b = as_bytes(self);
  if (Slice* slice = as_slice(key)) {
    int64_t start, stop, step;
    if (!slice_unpack(slice, start, stop, step)) return Error;
    int64_t count = slice_adjust(b->length, start, stop, step);
    if (step == 1) return count == b->length && is_exactly(self, bytes_type) ? incref(self) : make_bytes(b->data() + start, count > 0 ? count : 0);
    Bytes* out = allocate_bytes(count > 0 ? count : 0);
    for (int64_t i = 0; out && i < count; ++i) out->data()[i] = b->data()[start + i * step];
    return out ? object_value(out) : Error;
  }
  if (!is_int(key) && !type_of(key)->number.index) return raise(exc::TypeError, "byte indices must be integers or slices, not %T", key);
  int64_t i;
  if (!to_index_int64(key, i)) {
    if (!error_matches(exc::OverflowError)) return Error;
    clear_error();
    return raise(exc::IndexError, "cannot fit '%T' into an index-sized integer", key);
  }
  if (i < 0) i += b->length;
  return i < 0 || i >= b->length ? raise(exc::IndexError, "index out of range") : small_int(b->data()[i]);
}

Truth has(Value self, Value item) {
  Bytes* b = as_bytes(self);
  if (is_int(item) || (!is_bytes_like(item) && type_of(item)->number.index)) {
    uint8_t byte;
    if (!byte_argument(item, byte)) return -1;
    return b->length > 0 && std::memchr(b->data(), byte, static_cast<size_t>(b->length)) != nullptr;
  }
  BytesView view;
  if (!view.argument(item)) return -1;
  return find_units(b->data(), b->length, view.data, view.size, 1) >= 0;
}

// What is seldom is a call at the end, for which nothing has to be kept.
[[gnu::noinline]] Value concat_any(Value a, Value b) {
  if (!is_exactly(b, bytes_type) && !is_bytes_like(b)) return raise(exc::TypeError, "can't concat %T to bytes", b);
  BytesView left, right;
  if (!left.own(a) || !right.argument(b)) return Error;
  Bytes* out = allocate_bytes(left.size + right.size);
  if (!out) return Error;
  if (left.size > 0) std::memcpy(out->data(), left.data, static_cast<size_t>(left.size));
  if (right.size > 0) std::memcpy(out->data() + left.size, right.data, static_cast<size_t>(right.size));
  return object_value(out);
}

Value concat(Value a, Value b) {
  if (!quick_ways || !is_exactly(a, bytes_type) || !is_exactly(b, bytes_type)) return concat_any(a, b);
  const Bytes *left = a.as<Bytes>(), *right = b.as<Bytes>();
  if (left->length == 0 || right->length == 0) return incref(left->length == 0 ? b : a);
  const auto n = static_cast<size_t>(left->length), m = static_cast<size_t>(right->length);
  Bytes* out = allocate_few_bytes(left->length + right->length);
  if (!out) [[unlikely]] return Error;
  if (n + m <= 8) {
    store_word(out->data(), load_few(left->data(), n) | load_few(right->data(), m) << 8 * n);
  } else {
    std::memcpy(out->data(), left->data(), n);
    std::memcpy(out->data() + n, right->data(), m);
  }
  return object_value(out);
}

Value repeat(Value self, Value count) {
  int64_t times, size;
  if (!to_index_int64(count, times)) return Error;
  Bytes* b = as_bytes(self);
  if (times < 0) times = 0;
  if (times == 1 && is_exactly(self, bytes_type)) return incref(self);
  if (__builtin_mul_overflow(b->length, times, &size)) return raise(exc::OverflowError, "repeated bytes are too long");
  Bytes* out = allocate_bytes(size);
  if (!out) return Error;
  const size_t unit = static_cast<size_t>(b->length), total = static_cast<size_t>(size);
  if (unit == 1) {
    std::memset(out->data(), b->data()[0], total);
    return object_value(out);
  }
  // Copies of a few hundred bytes, doubled only then: reading what was written in smaller pieces a moment ago takes long.
  constexpr size_t enough = 256;
  size_t done = 0;
  for (; done < total && done < enough; done += unit) std::memcpy(out->data() + done, b->data(), unit);
  for (size_t n; done < total; done += n) {
    n = done < total - done ? done : total - done;
    std::memcpy(out->data() + done, out->data(), n);
  }
  return object_value(out);
}

Truth buffer(Value self, Buffer& out) {
  Bytes* b = as_bytes(self);
  out.data = b->data();
  out.size = b->length;
  out.owner = incref(self);
  return 0;
}

Value get_new_arguments(const Value* args, uint32_t) {
  Bytes* b = as_bytes(args[0]);
  Ref plain = make_bytes(b->data(), b->length);
  return plain.is_error() ? Error : tuple_of(plain);
}

Value to_bytes(const Value* args, uint32_t) { return incref(object_value(as_bytes(args[0]))); }
Value size_of(const Value* args, uint32_t) { return small_int(33 + as_bytes(args[0])->length); }

constexpr NativeDef methods[] = {
    PY_BYTES_METHODS, PY_NOARGS("__getnewargs__", get_new_arguments), PY_NOARGS("__bytes__", to_bytes), PY_NOARGS("__sizeof__", size_of), {},
};

}  // namespace

constinit Type bytes_type{{
    .name = "bytes",
    .instance_size = sizeof(Bytes),
    .flags = type_is_base | kind_bytes,
    .base = &object_type,
    .doc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of "
           "bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes "
           "object\n\nConstruct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded "
           "using the specified encoding\n  - any object implementing the buffer API.\n  - an integer",
    .create = create,
    .dealloc = free_object,
    .repr = [](Value self) { return bytes_repr(as_bytes(self)->data(), as_bytes(self)->length); },
    .hash = [](Value self) { return bytes_hash(as_bytes(self)); },
    .compare = bytes_compare,
    .iter = bytes_iterator,
    .length = [](Value self) { return as_bytes(self)->length; },
    .get_item = get,
    .contains = has,
    .concat = concat,
    .repeat = repeat,
    .buffer = buffer,
    .number = {.remainder = bytes_percent},
    .methods = methods,
}};

}  // namespace py
