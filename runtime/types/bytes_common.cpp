// What bytes and bytearray have in common below their methods: views, construction, repr, comparison, iteration.
#include <cstdlib>
#include <cstring>

#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/codec.hpp"
#include "runtime/types/iterator_state.hpp"
#include "runtime/types/percent_format.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py {

void BytesView::free_copy() { std::free(copy_); }

bool BytesView::own_other(Value v) {
  if (Bytes* b = as_bytes(v)) [[likely]] {
    data = b->data(), size = b->length;
    return true;
  }
  ByteArray* b = as_bytearray(v);
  if (!threads_alive()) {
    data = b->data, size = b->length;
    return true;
  }
  ObjectLock lock(b);
  copy_ = static_cast<uint8_t*>(std::malloc(static_cast<size_t>(b->length) + 1));
  if (!copy_) return (void)raise_no_memory(), false;
  if (b->length > 0) std::memcpy(copy_, b->data, static_cast<size_t>(b->length));
  data = copy_, size = b->length;
  return true;
}

bool BytesView::argument_other(Value v) {
  if (as_bytes(v) || as_bytearray(v)) return own(v);
  if (!get_buffer(v, buffer_)) return false;
  data = buffer_.data, size = buffer_.size;
  return true;
}

Value make_bytes_like(Value self, const void* data, int64_t length) {
  return as_bytearray(self) ? make_bytearray(data, length) : make_bytes(data, length);
}

bool byte_argument(Value v, uint8_t& out, const char* message) {
  if (v.is_small_int() && static_cast<uint64_t>(v.small_int()) < 256) [[likely]] {
    out = static_cast<uint8_t>(v.small_int());
    return true;
  }
  int64_t n;
  if (!to_index_int64(v, n, true)) return false;
  if (n < 0 || n > 255) {
    (void)raise(exc::ValueError, message);
    return false;
  }
  out = static_cast<uint8_t>(n);
  return true;
}

bool collect_bytes(Value source, Text& out, const char* kind) {
  bool for_bytes = kind[5] == 0;
  const char* range = for_bytes ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)";
  auto append_item = [&](Value item) {
    if (item.is_small_int() && static_cast<uint64_t>(item.small_int()) < 256) [[likely]] return out.append(static_cast<char>(item.small_int())), true;
    uint8_t byte;
    return byte_argument(item, byte, range) && (out.append(static_cast<char>(byte)), true);
  };
  if (is_int(source) || (!is_bytes_like(source) && type_of(source)->number.index)) {
    int64_t n;
    if (to_index_int64(source, n)) {
      if (n < 0) return (void)raise(exc::ValueError, "negative count"), false;
      if (n > int64_t{1} << 40) return (void)raise_no_memory(), false;
      out.append_repeated('\0', n);
      return true;
    }
    if (is_int(source) || !error_matches(exc::TypeError)) return false;
    clear_error();
  }
  if (is_bytes_like(source)) {
    // Through tobytes(), since the items of a memoryview need not be contiguous.
    static Str* const to_bytes = intern("tobytes");
    Ref copied = is_exactly(source, memoryview_type) ? call_method(source, to_bytes) : incref(source);
    BytesView view;
    if (copied.is_error() || !view.argument(copied)) return false;
    out.append({reinterpret_cast<const char*>(view.data), static_cast<size_t>(view.size)});
    return true;
  }
  bool iterable = !as_str(source) && (type_of(source)->iter || type_of(source)->get_item);
  if (!iterable) {
    (void)raise(exc::TypeError, "cannot convert '%T' object to %s", source, kind);
    return false;
  }
  if (is_exactly(source, list_type)) {
    int64_t done = 0, expected = list_size(source.as<List>());
    char* room = out.make_room(static_cast<size_t>(expected));
    for (; done < expected; ++done) {
      Value item = list_peek(source.as<List>(), done);
      if (!item.is_small_int() || static_cast<uint64_t>(item.small_int()) >= 256) break;
      room[done] = static_cast<char>(item.small_int());
    }
    out.size += static_cast<size_t>(done);
    for (int64_t i = done;; ++i) {
      Ref item = list_get(source.as<List>(), i);
      if (item.is_undefined()) return true;
      if (!append_item(item)) return false;
    }
  }
  Ref iterator = iter(source);
  if (iterator.is_error()) return false;
  for (;;) {
    Ref item = next(iterator);
    if (item.is_error()) return false;
    if (item.is_undefined()) return true;
    if (!append_item(item)) return false;
  }
}

bool bytes_from_arguments(const char* kind, const Value given[3], Text& out) {
  Str *encoding = nullptr, *errors = nullptr;
  if (!given[1].is_undefined() && !(encoding = str_argument(given[1], kind, "'encoding'"))) return false;
  if (!given[2].is_undefined() && !(errors = str_argument(given[2], kind, "'errors'"))) return false;
  Str* text = given[0].is_undefined() ? nullptr : as_str(given[0]);
  if (!text && (encoding || errors)) {
    (void)raise(exc::TypeError, encoding ? "encoding without a string argument" : "errors without a string argument");
    return false;
  }
  if (given[0].is_undefined()) return true;
  if (!text) return collect_bytes(given[0], out, kind);
  if (!encoding) return (void)raise(exc::TypeError, "string argument without an encoding"), false;
  Ref encoded = encode_text(text, encoding, errors);
  return !encoded.is_error() && collect_bytes(encoded, out, kind);
}

Value bytes_repr(const uint8_t* data, int64_t length, bool escape_single) {
  size_t size = static_cast<size_t>(length);
  bool has_single = size > 0 && std::memchr(data, '\'', size), has_double = size > 0 && std::memchr(data, '"', size);
  char quote = has_single && !has_double ? '"' : '\'';
  Text out;
  out.append('b');
  out.append(quote);
  for (int64_t i = 0; i < length; ++i) {
    char c = static_cast<char>(data[i]);
    if (c == quote || c == '\\' || (escape_single && c == '\'')) out.append('\\'), out.append(c);
    else if (c == '\t') out.append("\\t");
    else if (c == '\n') out.append("\\n");
    else if (c == '\r') out.append("\\r");
    else if (c < ' ' || c >= 127) {      // signed: also everything above 127
      out.append("\\x");
      out.append("0123456789abcdef"[data[i] >> 4]);
      out.append("0123456789abcdef"[data[i] & 15]);
    } else out.append(c);
  }
  out.append(quote);
  return out.to_str();
}

Value bytes_compare(Value self, Value other, Compare op) {
  if (!is_bytes_like(other) || (is_exactly(other, memoryview_type) && op != Compare::eq && op != Compare::ne)) return NotImplemented;
  BytesView a, b;
  if (!a.own(self)) return Error;
  if (!b.argument(other)) {
    clear_error();
    return NotImplemented;
  }
  if (op == Compare::eq || op == Compare::ne) {
    bool equal = a.size == b.size && (a.size == 0 || std::memcmp(a.data, b.data, static_cast<size_t>(a.size)) == 0);
    return boolean(equal == (op == Compare::eq));
  }
  int64_t shared = a.size < b.size ? a.size : b.size;
  int order = shared > 0 ? std::memcmp(a.data, b.data, static_cast<size_t>(shared)) : 0;
  if (order == 0) order = a.size < b.size ? -1 : a.size > b.size;
  return boolean(op == Compare::lt ? order < 0 : op == Compare::le ? order <= 0 : op == Compare::gt ? order > 0 : order >= 0);
}

Value bytes_percent(Value self, Value arguments) {
  if (!as_bytes(self) && !as_bytearray(self)) return NotImplemented;
  BytesView view;
  if (!view.own(self)) return Error;
  Ref text = percent_format_bytes(view.data, view.size, arguments);
  return text.is_error() ? Error : make_bytes_like(self, text.as<Str>()->data1(), text.as<Str>()->length);
}

namespace {

struct BytesIterator : Object {
  Slot source;                           // Undefined when exhausted
  std::atomic<int64_t> index;
};

Value iterator_next(Value self) {
  BytesIterator* it = self.as<BytesIterator>();
  Ref source = it->source.get();
  if (source.is_undefined()) return Undefined;
  int64_t i = it->index.load(std::memory_order_relaxed);
  if (threads_alive()) i = it->index.fetch_add(1, std::memory_order_relaxed);
  else it->index.store(i + 1, std::memory_order_relaxed);
  if (Bytes* b = as_bytes(source)) {
    if (i < b->length) return small_int(b->data()[i]);
  } else {
    ByteArray* array = as_bytearray(source);
    ObjectLock lock(array);
    if (i < array->length) return small_int(array->data[i]);
  }
  it->source.set(Undefined);
  return Undefined;
}

Value iterator_length_hint(const Value* args, uint32_t) {
  BytesIterator* it = args[0].as<BytesIterator>();
  Ref source = it->source.get();
  if (source.is_undefined()) return small_int(0);
  int64_t left = length(source) - it->index.load(std::memory_order_relaxed);
  return small_int(left > 0 ? left : 0);
}

void iterator_dealloc(Object* self) {
  decref(static_cast<BytesIterator*>(self)->source.peek());
  free_object(self);
}

Value iterator_reduce(const Value* args, uint32_t) {
  BytesIterator* it = args[0].as<BytesIterator>();
  Ref source = it->source.get();
  if (!source.is_undefined()) return iterator_state("iter", source, it->index.load(std::memory_order_relaxed));
  Ref nothing = make_tuple(nullptr, 0);
  return exhausted_iterator_state(nothing);
}

Value iterator_set_state(const Value* args, uint32_t) {
  BytesIterator* it = args[0].as<BytesIterator>();
  Ref source = it->source.get();
  int64_t index;
  if (!iterator_position(args[1], 0, source.is_undefined() ? 0 : length(source), index)) return Error;
  if (!source.is_undefined()) it->index.store(index, std::memory_order_relaxed);
  return None;
}

constexpr NativeDef iterator_methods[] = {PY_NOARGS("__length_hint__", iterator_length_hint), PY_NOARGS("__reduce__", iterator_reduce),
                                          PY_ONE("__setstate__", iterator_set_state), {}};

}  // namespace

constinit Type bytes_iterator_type{{.name = "bytes_iterator", .instance_size = sizeof(BytesIterator), .dealloc = iterator_dealloc,
                                    .iter = [](Value self) { return incref(self); }, .next = iterator_next, .methods = iterator_methods}};
constinit Type bytearray_iterator_type{{.name = "bytearray_iterator", .instance_size = sizeof(BytesIterator), .dealloc = iterator_dealloc,
                                        .iter = [](Value self) { return incref(self); }, .next = iterator_next, .methods = iterator_methods}};

Value bytes_iterator(Value self) {
  BytesIterator* it = allocate<BytesIterator>(as_bytes(self) ? &bytes_iterator_type : &bytearray_iterator_type);
  new (&it->source) Slot(incref(self));
  it->index.store(0, std::memory_order_relaxed);
  return object_value(it);
}

}  // namespace py
