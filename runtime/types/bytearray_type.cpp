// The type bytearray: storage and operators. Its own methods are in bytearray_methods.cpp.
#include "runtime/types/bytearray_type.hpp"

#include <cstring>

#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py {

bool bytearray_resize_locked(ByteArray* b, int64_t length) {
  if (length == b->length) return true;
  if (b->exports > 0) return (void)raise(exc::BufferError, "Existing exports of data: object cannot be re-sized"), false;
  if (length > b->capacity || length < b->capacity / 4) {
    if (length > PTRDIFF_MAX / 2) return (void)raise_no_memory(), false;
    int64_t capacity = length > b->capacity ? length + length / 8 + 16 : length;
    uint8_t* data = capacity > 0 ? static_cast<uint8_t*>(allocate_buffer(static_cast<size_t>(capacity))) : nullptr;
    if (capacity > 0 && !data) return false;
    int64_t kept = length < b->length ? length : b->length;
    if (kept > 0) std::memcpy(data, b->data, static_cast<size_t>(kept));
    if (b->data) retire_buffer(b->data);   // another thread may be reading through a view that was just released
    b->data = data;
    b->capacity = capacity;
  }
  b->length = length;
  return true;
}

bool bytearray_splice(ByteArray* b, int64_t start, int64_t end, const uint8_t* bytes, int64_t n) {
  ObjectLock lock(b);
  if (end > b->length) end = b->length;  // another thread may have shrunk it
  if (start > end) start = end;
  int64_t old_length = b->length, tail = old_length - end, length = start + n + tail;
  if (length < old_length) {
    if (b->exports > 0) return (void)raise(exc::BufferError, "Existing exports of data: object cannot be re-sized"), false;
    std::memmove(b->data + start + n, b->data + end, static_cast<size_t>(tail));
  }
  if (!bytearray_resize_locked(b, length)) return false;
  if (length > old_length && tail > 0) std::memmove(b->data + start + n, b->data + end, static_cast<size_t>(tail));
  if (n > 0) std::memcpy(b->data + start, bytes, static_cast<size_t>(n));
  return true;
}

Value make_bytearray(const void* data, int64_t length) {
  Object* o = allocate_instance(&bytearray_type);
  if (!o) return Error;
  ByteArray* b = static_cast<ByteArray*>(o);
  if (length > 0 && !bytearray_resize_locked(b, length)) {
    decref(o);
    return Error;
  }
  if (length > 0) std::memcpy(b->data, data, static_cast<size_t>(length));
  return object_value(b);
}

namespace {

ByteArray* array_of(Value v) { return v.as<ByteArray>(); }

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  return o ? object_value(o) : Error;
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef definition = PY_KEYWORDS("bytearray", nullptr, "source=, encoding=, errors=");
  Value given[3];
  Text out;
  if (!bind_arguments(definition, args, n, kwnames, given) || !bytes_from_arguments("bytearray", given, out)) return -1;
  return bytearray_splice(array_of(self), 0, INT64_MAX, reinterpret_cast<uint8_t*>(out.data), static_cast<int64_t>(out.size)) ? 0 : -1;
}

void dealloc(Object* self) {
  ByteArray* b = static_cast<ByteArray*>(self);
  if (b->data) free_buffer(b->data);
  free_object(self);
}

Value get(Value self, Value key) {
  ByteArray* b = array_of(self);
  if (Slice* slice = as_slice(key)) {
    int64_t start, stop, step;
    if (!slice_unpack(slice, start, stop, step)) return Error;
    BytesView view;
    if (!view.own(self)) return Error;
    int64_t count = slice_adjust(view.size, start, stop, step);
    if (count < 0) count = 0;
    if (step == 1) return make_bytearray(view.data + start, count);
    Text out;
    for (int64_t i = 0; i < count; ++i) out.append(static_cast<char>(view.data[start + i * step]));
    return make_bytearray(out.data, count);
  }
  int64_t i;
  if (!bytearray_index(key, i)) return Error;
  ObjectLock lock(b);
  if (i < 0) i += b->length;
  if (i >= 0 && i < b->length) return small_int(b->data[i]);
  lock.unlock();
  return raise(exc::IndexError, "bytearray index out of range");
}

// b[slice] = bytes, or deletion when value is Undefined.
Truth set_slice(Value self, Slice* slice, Value value) {
  ByteArray* b = array_of(self);
  Text bytes;
  if (!value.is_undefined()) {
    bool acceptable = is_bytes_like(value) || (!as_str(value) && !is_int(value) && (type_of(value)->iter || type_of(value)->get_item));
    if (!acceptable) return (void)raise(exc::TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)"), -1;
    if (!collect_bytes(value, bytes, "bytearray")) return -1;
  }
  int64_t start, stop, step, n = static_cast<int64_t>(bytes.size);
  if (!slice_unpack(slice, start, stop, step)) return -1;
  int64_t length = py::length(self), count = slice_adjust(length, start, stop, step);
  if (count < 0) count = 0;
  if (step == 1 || (step == -1 && value.is_undefined() && count <= 1)) {
    int64_t end = start + count;
    return bytearray_splice(b, start, end, reinterpret_cast<uint8_t*>(bytes.data), n) ? 0 : -1;
  }
  // An empty value deletes the slice, as no value does; and a slice that ends before it begins is empty at its beginning.
  if (n == 0) value = Undefined;
  if (!value.is_undefined() && n != count) {
    (void)raise(exc::ValueError, "attempt to assign bytes of size %l to extended slice of size %l", n, count);
    return -1;
  }
  if (count == 0) return 0;
  ObjectLock lock(b);
  if (b->length != length) return 0;     // resized by another thread meanwhile: the slice is gone
  if (!value.is_undefined()) {
    for (int64_t i = 0; i < count; ++i) b->data[start + i * step] = static_cast<uint8_t>(bytes.data[i]);
    return 0;
  }
  if (b->exports > 0 && count > 0) return (void)raise(exc::BufferError, "Existing exports of data: object cannot be re-sized"), -1;
  if (step < 0) start += (count - 1) * step, step = -step;
  int64_t to = start;
  for (int64_t from = start, removed = 0; from < length; ++from) {
    if (removed < count && from - start == removed * step) ++removed;
    else b->data[to++] = b->data[from];
  }
  return bytearray_resize_locked(b, to) ? 0 : -1;
}

Truth set(Value self, Value key, Value value) {
  if (key.is_small_int() && value.is_small_int() && !threads_alive()) [[likely]] {
    ByteArray* b = array_of(self);
    const uint64_t i = static_cast<uint64_t>(key.small_int()), byte = static_cast<uint64_t>(value.small_int());
    if (i < static_cast<uint64_t>(b->length) && byte < 256) [[likely]] {
      b->data[i] = static_cast<uint8_t>(byte);
      return 0;
    }
  }
  if (Slice* slice = as_slice(key)) return set_slice(self, slice, value);
  ByteArray* b = array_of(self);
  int64_t i;
  uint8_t byte = 0;
  if (!bytearray_index(key, i)) return -1;
  if (!value.is_undefined() && !byte_argument(value, byte)) return -1;
  ObjectLock lock(b);
  if (i < 0) i += b->length;
  if (i < 0 || i >= b->length) {
    lock.unlock();
    return (void)raise(exc::IndexError, "bytearray index out of range"), -1;
  }
  if (!value.is_undefined()) {
    b->data[i] = byte;
    return 0;
  }
  lock.unlock();
  return bytearray_splice(b, i, i + 1, nullptr, 0) ? 0 : -1;
}

Truth has(Value self, Value item) {
  Value args[] = {self, item};
  if (!is_int(item) && !is_bytes_like(item) && !type_of(item)->number.index)
    return (void)raise(exc::TypeError, "a bytes-like object is required, not '%T'", item), -1;
  Value found = bytes_methods::find(args, 2);
  return found.is_error() ? -1 : found.small_int() >= 0;
}

Value concat(Value a, Value b) {
  if (!is_bytes_like(b)) return raise(exc::TypeError, "can't concat %T to bytearray", b);
  BytesView left, right;
  if (!left.own(a) || !right.argument(b)) return Error;
  Ref out = make_bytearray(left.data, left.size);
  return !out.is_error() && bytearray_splice(array_of(out), left.size, left.size, right.data, right.size) ? out.take() : Error;
}

Value inplace_concat(Value a, Value b) {
  if (!is_bytes_like(b)) return raise(exc::TypeError, "can't concat %T to bytearray", b);
  return bytearray_append(array_of(a), b) ? incref(a) : Error;
}

Value repeated(Value self, Value count, Text& out) {
  int64_t times;
  BytesView view;
  if (!to_index_int64(count, times) || !view.own(self)) return Error;
  if (times > 0 && view.size > (int64_t{1} << 40) / times) return raise_no_memory();
  if (view.size == 1 && times > 0) return out.append_repeated(static_cast<char>(view.data[0]), times), None;
  for (; times > 0; --times) out.append({reinterpret_cast<const char*>(view.data), static_cast<size_t>(view.size)});
  return None;
}

Value repeat(Value self, Value count) {
  Text out;
  return repeated(self, count, out).is_error() ? Error : make_bytearray(out.data, static_cast<int64_t>(out.size));
}

Value inplace_repeat(Value self, Value count) {
  Text out;
  if (repeated(self, count, out).is_error()) return Error;
  bool ok = bytearray_splice(array_of(self), 0, INT64_MAX, reinterpret_cast<uint8_t*>(out.data), static_cast<int64_t>(out.size));
  return ok ? incref(self) : Error;
}

Value bytearray_repr(Value self) {
  BytesView view;
  if (!view.own(self)) return Error;
  Ref inner = bytes_repr(view.data, view.size, true);
  if (inner.is_error()) return Error;
  Text out;
  out.append(type_of(self)->name);
  out.append('(');
  append_utf8(out, inner.as<Str>());
  out.append(')');
  return out.to_str();
}

void release_export(Object* owner) {
  ByteArray* b = static_cast<ByteArray*>(owner);
  ObjectLock lock(b);
  --b->exports;
}

Truth buffer(Value self, Buffer& out) {
  static uint8_t nothing;
  ByteArray* b = array_of(self);
  ObjectLock lock(b);
  ++b->exports;
  out.data = b->data ? b->data : &nothing;
  out.size = b->length;
  out.read_only = false;
  out.owner = incref(self);
  out.release = release_export;
  return 0;
}

}  // namespace

bool bytearray_index(Value key, int64_t& out) {
  if (!is_int(key) && !type_of(key)->number.index) {
    (void)raise(exc::TypeError, "bytearray indices must be integers or slices, not %T", key);
    return false;
  }
  if (to_index_int64(key, out)) return true;
  if (!error_matches(exc::OverflowError)) return false;
  clear_error();
  (void)raise(exc::IndexError, "cannot fit '%T' into an index-sized integer", key);
  return false;
}

bool bytearray_append(ByteArray* b, Value bytes_like) {
  BytesView view;
  Text copy;                             // the view may be b's own memory, which is about to move
  if (!view.argument(bytes_like)) return false;
  copy.append({reinterpret_cast<const char*>(view.data), static_cast<size_t>(view.size)});
  return bytearray_splice(b, INT64_MAX, INT64_MAX, reinterpret_cast<uint8_t*>(copy.data), static_cast<int64_t>(copy.size));
}

constinit Type bytearray_type{{
    .name = "bytearray",
    .instance_size = sizeof(ByteArray),
    .flags = type_is_base | kind_bytearray,
    .base = &object_type,
    .doc = "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> "
           "mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null "
           "bytes\nbytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n  - an iterable yielding integers in "
           "range(256)\n  - a text string encoded using the specified encoding\n  - a bytes or a buffer object\n  - any object implementing "
           "the buffer API.\n  - an integer",
    .create = create,
    .init = init,
    .dealloc = dealloc,
    .repr = bytearray_repr,
    .hash = hash_not_implemented,
    .compare = bytes_compare,
    .iter = bytes_iterator,
    .length = [](Value self) { return __atomic_load_n(&array_of(self)->length, __ATOMIC_RELAXED); },
    .get_item = get,
    .set_item = set,
    .contains = has,
    .concat = concat,
    .repeat = repeat,
    .inplace_concat = inplace_concat,
    .inplace_repeat = inplace_repeat,
    .buffer = buffer,
    .number = {.remainder = bytes_percent},
    .methods = bytearray_methods,
}};

}  // namespace py
