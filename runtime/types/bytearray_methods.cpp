// The methods bytearray does not share with bytes: those that change it.
#include <algorithm>
#include <cstring>

#include "runtime/object/operators.hpp"
#include "runtime/object/text.hpp"
#include "runtime/object/str.hpp"
#include "runtime/types/bytearray_type.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py {
namespace {

ByteArray* self_of(const Value* args) { return args[0].as<ByteArray>(); }

Value append(const Value* args, uint32_t) {
  uint8_t byte;
  if (!byte_argument(args[1], byte)) return Error;
  ByteArray* b = self_of(args);
  ObjectLock lock(b);
  if (!bytearray_resize_locked(b, b->length + 1)) return Error;
  b->data[b->length - 1] = byte;
  return None;
}

Value extend(const Value* args, uint32_t) {
  if (is_bytes_like(args[1])) return bytearray_append(self_of(args), args[1]) ? None : Error;
  if (!type_of(args[1])->iter && !type_of(args[1])->get_item) return raise(exc::TypeError, "can't extend bytearray with %T", args[1]);
  Ref iterator = iter(args[1]);
  if (iterator.is_error()) return Error;
  Text bytes;
  for (;;) {
    Ref item = next(iterator);
    if (item.is_error()) return Error;
    if (item.is_undefined()) break;
    uint8_t byte;
    if (!byte_argument(item, byte)) return Error;
    bytes.append(static_cast<char>(byte));
  }
  bool ok = bytearray_splice(self_of(args), INT64_MAX, INT64_MAX, reinterpret_cast<uint8_t*>(bytes.data), static_cast<int64_t>(bytes.size));
  return ok ? None : Error;
}

Value insert(const Value* args, uint32_t) {
  int64_t i, length = py::length(args[0]);
  uint8_t byte;
  if (!size_argument(args[1], i) || !byte_argument(args[2], byte)) return Error;
  if (i < 0) i = std::max<int64_t>(i + length, 0);
  i = std::min(i, length);
  return bytearray_splice(self_of(args), i, i, &byte, 1) ? None : Error;
}

Value pop(const Value* args, uint32_t n) {
  int64_t i = -1;
  if (n > 1 && !size_argument(args[1], i)) return Error;
  ByteArray* b = self_of(args);
  ObjectLock lock(b);
  int64_t length = b->length;
  if (length == 0) return lock.unlock(), raise(exc::IndexError, "pop from empty bytearray");
  if (i < 0) i += length;
  if (i < 0 || i >= length) return lock.unlock(), raise(exc::IndexError, "pop index out of range");
  if (b->exports > 0) return lock.unlock(), raise(exc::BufferError, "Existing exports of data: object cannot be re-sized");
  uint8_t byte = b->data[i];
  std::memmove(b->data + i, b->data + i + 1, static_cast<size_t>(length - i - 1));
  return bytearray_resize_locked(b, length - 1) ? small_int(byte) : Error;
}

Value remove(const Value* args, uint32_t) {
  uint8_t byte;
  if (!byte_argument(args[1], byte)) return Error;
  ByteArray* b = self_of(args);
  int64_t i = -1;
  {
    ObjectLock lock(b);
    const void* hit = b->length > 0 ? std::memchr(b->data, byte, static_cast<size_t>(b->length)) : nullptr;
    if (hit) i = static_cast<const uint8_t*>(hit) - b->data;
  }
  if (i < 0) return raise(exc::ValueError, "value not found in bytearray");
  return bytearray_splice(b, i, i + 1, nullptr, 0) ? None : Error;
}

Value reverse(const Value* args, uint32_t) {
  ByteArray* b = self_of(args);
  ObjectLock lock(b);
  if (b->length > 1) std::reverse(b->data, b->data + b->length);
  return None;
}

Value clear(const Value* args, uint32_t) { return bytearray_splice(self_of(args), 0, INT64_MAX, nullptr, 0) ? None : Error; }

Value copy(const Value* args, uint32_t) {
  BytesView view;
  return view.own(args[0]) ? make_bytearray(view.data, view.size) : Error;
}

Value allocated(const Value* args, uint32_t) {
  ByteArray* b = self_of(args);
  return small_int(b->capacity > 0 ? b->capacity + 1 : 0);
}

Value size_of(const Value* args, uint32_t) { return small_int(56 + allocated(args, 0).small_int()); }

// (class, arguments, attributes); as text in Latin-1 for the protocols that had no bytes.
Value reduce_as(Value self, int64_t protocol) {
  BytesView view;
  if (!view.own(self)) return Error;
  Ref arguments;
  if (protocol >= 3) {
    Ref bytes = make_bytes(view.data, view.size);
    if (bytes.is_error()) return Error;
    arguments = tuple_of(bytes);
  } else {
    Ref text = make_str_latin1(view.data, view.size), encoding = make_str("latin-1");
    if (text.is_error() || encoding.is_error()) return Error;
    arguments = view.size ? tuple_of(text, encoding) : make_tuple(nullptr, 0);
  }
  static Str* const get_state = intern("__getstate__");
  Ref state = call_method(self, get_state);
  if (arguments.is_error() || state.is_error()) return Error;
  return tuple_of(value_of(*type_of(self)), arguments, state);
}
Value reduce(const Value* args, uint32_t) { return reduce_as(args[0], 2); }
Value reduce_ex(const Value* args, uint32_t) {
  int64_t protocol;
  return to_index_int64(args[1], protocol, true) ? reduce_as(args[0], protocol) : Error;
}

}  // namespace

const NativeDef bytearray_methods[] = {
    PY_BYTES_METHODS,
    PY_ONE("append", append),
    PY_ONE("extend", extend),
    PY_RANGE("insert", insert, 2, 2),
    PY_RANGE("pop", pop, 0, 1),
    PY_ONE("remove", remove),
    PY_NOARGS("reverse", reverse),
    PY_NOARGS("clear", clear),
    PY_NOARGS("copy", copy),
    PY_NOARGS("__alloc__", allocated),
    PY_NOARGS("__sizeof__", size_of),
    PY_ONE("__reduce_ex__", reduce_ex),
    PY_NOARGS("__reduce__", reduce),
    {},
};

}  // namespace py
