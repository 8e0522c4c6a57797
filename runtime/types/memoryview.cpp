// The type memoryview: items of one native format in the memory of another object. Rows along the first dimension
// are at any stride; the dimensions inside a row, which only cast(shape=...) makes, are contiguous.
//
// Threads: a view may be released while others read through it. `released` and `exports` change under the object's lock;
// whoever takes memory from the view for longer than to its next safepoint (another view, a Buffer) does so under that lock,
// after it has seen that the view is not released. Others look at `released` and then read: the memory of bytearrays and the
// reference to the owner are retired, so both outlast that reading (reclaim.hpp). Everything else never changes. What the
// memory holds may change under any reader: shared_bytes.hpp.
#include <atomic>
#include <cstdio>
#include <cstring>
#include <vector>

#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/shared_bytes.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/container_support.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py {
namespace {

struct MemoryView : Object {
  Buffer* buffer;                        // owned; the export this view holds until it is released
  std::atomic<bool> released;
  uint8_t* start;                        // first item
  int64_t count, stride, item_size;      // rows, bytes between rows, bytes of an item
  int64_t inner;                         // items in a row: 1 in one dimension
  std::vector<int64_t>* inner_shape;     // owned; null in one dimension
  char format[4];
  int64_t exports;                       // Buffers taken from this view
};

MemoryView* view_of(Value v) { return v.as<MemoryView>(); }

// The view itself, or null with ValueError pending if it was released.
MemoryView* live(Value v) {
  MemoryView* m = view_of(v);
  if (!m->released.load(std::memory_order_acquire)) return m;
  (void)raise(exc::ValueError, "operation forbidden on released memoryview object");
  return nullptr;
}

int64_t dimensions(const MemoryView* m) { return m->inner_shape ? 1 + static_cast<int64_t>(m->inner_shape->size()) : 1; }
int64_t items_in(const MemoryView* m) { return m->count * m->inner; }
int64_t bytes_in(const MemoryView* m) { return items_in(m) * m->item_size; }
bool contiguous(const MemoryView* m) { return m->count <= 1 || m->stride == m->inner * m->item_size; }
uint8_t* item_pointer(const MemoryView* m, int64_t i) {
  return m->inner == 1 ? m->start + i * m->stride : m->start + i / m->inner * m->stride + i % m->inner * m->item_size;
}

int64_t size_of_format(char c) {
  switch (c) {
    case 'b': case 'B': case 'c': case '?': return 1;
    case 'h': case 'H': return 2;
    case 'i': case 'I': case 'f': return 4;
    case 'l': case 'L': case 'q': case 'Q': case 'n': case 'N': case 'P': case 'd': return 8;
  }
  return 0;
}

Value new_view(Value source) {
  Buffer* buffer = new Buffer;
  if (!get_buffer(source, *buffer)) {
    delete buffer;
    return Error;
  }
  MemoryView* m = allocate<MemoryView>(&memoryview_type);
  m->buffer = buffer;
  m->released.store(false, std::memory_order_relaxed);
  m->start = buffer->data;
  m->item_size = m->stride = buffer->item_size;
  m->count = buffer->size / buffer->item_size;
  m->inner = 1;
  m->inner_shape = nullptr;
  std::memcpy(m->format, buffer->format, 4);
  m->exports = 0;
  return object_value(m);
}

// Another view of the same memory, with an export of its own.
Value derive(MemoryView* m) {
  Ref owner = Ref::borrow(m->buffer->owner), view = Ref(new_view(owner));
  if (view.is_error()) return Error;
  ObjectLock lock(m);
  if (m->released.load(std::memory_order_relaxed)) return lock.unlock(), live(object_value(m)), Error;
  MemoryView* copy = view_of(view);
  copy->start = m->start, copy->count = m->count, copy->stride = m->stride, copy->item_size = m->item_size;
  copy->inner = m->inner;
  if (m->inner_shape) copy->inner_shape = new std::vector<int64_t>(*m->inner_shape);
  copy->buffer->read_only = m->buffer->read_only;
  std::memcpy(copy->format, m->format, 4);
  return view.take();
}

Value item_at(MemoryView* m, int64_t i) {
  const uint8_t* p = item_pointer(m, i);
  switch (m->format[0]) {
    case 'B': return small_int(load_shared<uint8_t>(p));
    case 'b': return small_int(load_shared<int8_t>(p));
    case 'c': {
      uint8_t byte = load_shared<uint8_t>(p);
      return make_bytes(&byte, 1);
    }
    case '?': return boolean(load_shared<uint8_t>(p) != 0);
    case 'h': return small_int(load_shared<int16_t>(p));
    case 'H': return small_int(load_shared<uint16_t>(p));
    case 'i': return small_int(load_shared<int32_t>(p));
    case 'I': return small_int(load_shared<uint32_t>(p));
    case 'l': case 'q': case 'n': return make_int(load_shared<int64_t>(p));
    case 'L': case 'Q': case 'N': case 'P': return make_int_unsigned(load_shared<uint64_t>(p));
    case 'f': return make_float(load_shared<float>(p));
    default: return make_float(load_shared<double>(p));
  }
}

bool store_item(MemoryView* m, int64_t i, Value v) {
  uint8_t* p = item_pointer(m, i);
  char f = m->format[0];
  auto wrong = [&](Type& type, const char* message) {
    (void)raise(type, message, m->format);
    return false;
  };
  if (f == 'f' || f == 'd') {
    double d;
    if (!to_double(v, d)) return clear_error(), wrong(exc::TypeError, "memoryview: invalid type for format '%s'");
    if (!live(object_value(m))) return false;
    float single = static_cast<float>(d);
    if (f == 'f') store_shared(p, single);
    else store_shared(p, d);
    return true;
  }
  if (f == 'c') {
    Bytes* b = as_bytes(v);
    if (!b) return wrong(exc::TypeError, "memoryview: invalid type for format '%s'");
    if (b->length != 1) return wrong(exc::ValueError, "memoryview: invalid value for format '%s'");
    store_shared(p, b->data()[0]);
    return true;
  }
  if (f == '?') {
    Truth t = truth(v);
    if (t >= 0 && !live(object_value(m))) return false;
    if (t >= 0) store_shared(p, static_cast<uint8_t>(t));
    return t >= 0;
  }
  Ref index = is_int(v) || type_of(v)->number.index ? to_index(v) : Undefined;
  if (index.is_error()) return false;
  if (index.is_undefined()) return wrong(exc::TypeError, "memoryview: invalid type for format '%s'");
  bool is_unsigned = f >= 'A' && f <= 'Z';
  if (!live(object_value(m))) return false;        // __index__ may have released it
  int64_t n;
  IntFit fit = int_to_int64(index, n);
  int bits = static_cast<int>(m->item_size) * 8;
  if (bits == 64 && is_unsigned && fit == IntFit::too_big) {   // the upper half of what 64 bits hold
    Ref two_to_64 = add(Ref(make_int_unsigned(UINT64_MAX)), small_int(1));
    Ref wrapped = subtract(index, two_to_64);
    if (wrapped.is_error()) return false;
    if (int_to_int64(wrapped, n) != IntFit::fits || n >= 0) return wrong(exc::ValueError, "memoryview: invalid value for format '%s'");
    store_shared(p, n);
    return true;
  }
  bool fits = fit == IntFit::fits && (!is_unsigned || n >= 0);
  if (fits && bits < 64) fits = is_unsigned ? n < int64_t{1} << bits : n >= -(int64_t{1} << (bits - 1)) && n < int64_t{1} << (bits - 1);
  if (!fits) return wrong(exc::ValueError, "memoryview: invalid value for format '%s'");
  switch (m->item_size) {
    case 1: store_shared(p, static_cast<uint8_t>(n)); break;
    case 2: store_shared(p, static_cast<uint16_t>(n)); break;
    case 4: store_shared(p, static_cast<uint32_t>(n)); break;
    default: store_shared(p, n);
  }
  return true;
}

void copy_out(MemoryView* m, Text& out) {
  auto copy = [&out](const uint8_t* from, size_t size) {
    uint8_t piece[4096];
    for (size_t done = 0, n; done < size; done += n) {
      n = std::min(size - done, sizeof piece);
      copy_from_shared(piece, from + done, n);
      out.append({reinterpret_cast<char*>(piece), n});
    }
  };
  if (contiguous(m)) return copy(m->start, static_cast<size_t>(bytes_in(m)));
  for (int64_t i = 0; i < m->count; ++i) copy(m->start + i * m->stride, static_cast<size_t>(m->inner * m->item_size));
}

Value create(Type*, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef definition = PY_KEYWORDS("memoryview", nullptr, "object");
  Value source;
  if (!bind_arguments(definition, args, n, kwnames, &source)) return Error;
  if (!is_bytes_like(source)) return raise(exc::TypeError, "memoryview: a bytes-like object is required, not '%T'", source);
  if (is_exactly(source, memoryview_type)) return live(source) ? derive(view_of(source)) : Error;
  return new_view(source);
}

void dealloc(Object* self) {
  auto* m = static_cast<MemoryView*>(self);
  if (m->released.load(std::memory_order_relaxed)) m->buffer->owner = Undefined;
  delete m->buffer;
  delete static_cast<MemoryView*>(self)->inner_shape;
  free_object(self);
}

// The item at a tuple of indices, one for each dimension; -1 with the error pending.
int64_t index_of_all(MemoryView* m, Tuple* indices) {
  for (int64_t d = 0; d < indices->length; ++d)
    if (!has_index(indices->items()[d])) return (void)raise(exc::TypeError, "memoryview: invalid slice key"), -1;
  int64_t n = dimensions(m), at = 0;
  if (indices->length < n) return (void)raise(exc::NotImplementedError, "sub-views are not implemented"), -1;
  if (indices->length > n)
    return (void)raise(exc::TypeError, "cannot index %l-dimension view with %l-element tuple", n, indices->length), -1;
  for (int64_t d = 0; d < n; ++d) {
    int64_t i, size = d == 0 ? m->count : (*m->inner_shape)[static_cast<size_t>(d) - 1];
    if (!to_index_int64(indices->items()[d], i)) return -1;
    if (i < 0) i += size;
    if (i < 0 || i >= size) return (void)raise(exc::IndexError, "index out of bounds on dimension %l", d + 1), -1;
    at = at * size + i;
  }
  return at;
}

// Index into items; -1 with the error pending.
int64_t index_of(MemoryView* m, Value key) {
  int64_t i;
  if (Tuple* indices = as_tuple(key)) return index_of_all(m, indices);
  if (has_index(key) && m->inner_shape) return (void)raise(exc::NotImplementedError, "multi-dimensional sub-views are not implemented"), -1;
  if (!has_index(key)) return (void)raise(exc::TypeError, "memoryview: invalid slice key"), -1;
  if (!to_index_int64(key, i)) return -1;
  if (i < 0) i += m->count;
  if (i < 0 || i >= m->count) return (void)raise(exc::IndexError, "index out of bounds on dimension 1"), -1;
  return i;
}

Value get(Value self, Value key) {
  MemoryView* m = live(self);
  if (!m) return Error;
  Slice* slice = as_slice(key);
  if (!slice) {
    int64_t i = index_of(m, key);
    return i < 0 ? Error : item_at(m, i);
  }
  int64_t start, stop, step;
  if (!slice_unpack(slice, start, stop, step)) return Error;
  int64_t count = slice_adjust(m->count, start, stop, step);
  Value v = derive(m);
  if (v.is_error()) return Error;
  MemoryView* part = view_of(v);
  part->start += start * part->stride;
  part->stride *= step;
  part->count = count > 0 ? count : 0;
  return v;
}

Truth set(Value self, Value key, Value value) {
  MemoryView* m = live(self);
  if (!m) return -1;
  if (m->buffer->read_only) return (void)raise(exc::TypeError, "cannot modify read-only memory"), -1;
  if (value.is_undefined()) return (void)raise(exc::TypeError, "cannot delete memory"), -1;
  Slice* slice = as_slice(key);
  if (!slice) {
    int64_t i = index_of(m, key);
    return i >= 0 && store_item(m, i, value) ? 0 : -1;
  }
  if (m->inner_shape)
    return (void)raise(exc::NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1"), -1;
  BytesView bytes;
  int64_t start, stop, step;
  if (!bytes.argument(value) || !slice_unpack(slice, start, stop, step)) return -1;
  int64_t count = slice_adjust(m->count, start, stop, step);
  if (count < 0) count = 0;
  if (bytes.size != count * m->item_size)
    return (void)raise(exc::ValueError, "memoryview assignment: lvalue and rvalue have different structures"), -1;
  Text copy;                             // the source may overlap
  copy.append({reinterpret_cast<const char*>(bytes.data), static_cast<size_t>(bytes.size)});
  const auto* from = reinterpret_cast<const uint8_t*>(copy.data);
  size_t item = static_cast<size_t>(m->item_size);
  if (step == 1 && m->stride == m->item_size) copy_to_shared(m->start + start * m->stride, from, static_cast<size_t>(count) * item);
  else for (int64_t i = 0; i < count; ++i) copy_to_shared(m->start + (start + i * step) * m->stride, from + static_cast<size_t>(i) * item, item);
  return 0;
}

Value compare(Value self, Value other, Compare op) {
  if ((op != Compare::eq && op != Compare::ne) || !is_bytes_like(other)) return NotImplemented;
  MemoryView* m = view_of(self);
  auto is_released = [](Value v) { return is_exactly(v, memoryview_type) && view_of(v)->released.load(std::memory_order_acquire); };
  if (is_released(self) || is_released(other)) return boolean(self.same(other) == (op == Compare::eq));
  Ref other_view = is_exactly(other, memoryview_type) ? incref(other) : new_view(other);
  if (other_view.is_error()) {
    clear_error();
    return NotImplemented;
  }
  MemoryView* o = view_of(other_view);
  bool same = m->count == o->count && dimensions(m) == dimensions(o) && (!m->inner_shape || *m->inner_shape == *o->inner_shape);
  for (int64_t i = 0; same && i < items_in(m); ++i) {
    Ref a = item_at(m, i), b = item_at(o, i);
    Truth t = equal(a, b);
    if (t < 0) return Error;
    same = t;
  }
  return boolean(same == (op == Compare::eq));
}

int64_t memory_hash(Value self) {
  MemoryView* m = live(self);
  if (!m) return -1;
  if (!m->buffer->read_only) return (void)raise(exc::ValueError, "cannot hash writable memoryview object"), -1;
  if (m->format[0] != 'B' && m->format[0] != 'b' && m->format[0] != 'c')
    return (void)raise(exc::ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'"), -1;
  Text out;
  copy_out(m, out);
  return hash_bytes(out.data, out.size);
}

Value to_bytes(const Value* args, uint32_t) {
  MemoryView* m = live(args[0]);
  if (!m) return Error;
  if (!args[1].is_undefined() && !args[1].is_none()) {
    Str* order = str_argument(args[1], "tobytes", "'order'");
    if (!order) return Error;
    if (!str_equal_ascii(order, "C") && !str_equal_ascii(order, "F") && !str_equal_ascii(order, "A"))
      return raise(exc::ValueError, "order must be 'C', 'F' or 'A'");
  }
  Text out;
  copy_out(m, out);
  return make_bytes(out.data, static_cast<int64_t>(out.size));
}

// The items from `at` on in dimension d, as nested lists.
Value nested_list(MemoryView* m, int64_t d, int64_t& at) {
  int64_t n = d == 0 ? m->count : (*m->inner_shape)[static_cast<size_t>(d) - 1];
  bool last = d + 1 == dimensions(m);
  Ref list = make_list_sized(n);
  for (int64_t i = 0; i < n; ++i) {
    Ref item = last ? item_at(m, at++) : nested_list(m, d + 1, at);
    if (item.is_error() || list_append(list.as<List>(), item) < 0) return Error;
  }
  return list.take();
}

Value items_list(const Value* args, uint32_t) {
  MemoryView* m = live(args[0]);
  int64_t at = 0;
  return m ? nested_list(m, 0, at) : Error;
}

Value shape_of(MemoryView* m) {
  Ref list = make_list_sized(4);
  (void)list_append(list.as<List>(), small_int(m->count));
  for (size_t d = 0; m->inner_shape && d < m->inner_shape->size(); ++d) (void)list_append(list.as<List>(), small_int((*m->inner_shape)[d]));
  return to_tuple(list);
}

Value strides_of(MemoryView* m) {
  Ref list = make_list_sized(4);
  (void)list_append(list.as<List>(), small_int(m->stride));
  int64_t left = m->inner * m->item_size;
  for (size_t d = 0; m->inner_shape && d < m->inner_shape->size(); ++d)
    (void)list_append(list.as<List>(), small_int(left /= (*m->inner_shape)[d]));
  return to_tuple(list);
}

Value hex(const Value* args, uint32_t) {
  MemoryView* m = live(args[0]);
  if (!m) return Error;
  Text out;
  copy_out(m, out);
  return hex_text(reinterpret_cast<uint8_t*>(out.data), static_cast<int64_t>(out.size), args[1], args[2]);
}

bool shape_argument(MemoryView* m, Value given, std::vector<int64_t>& out) {
  if (!as_list(given) && !as_tuple(given)) return (void)raise(exc::TypeError, "shape must be a list or a tuple"), false;
  Ref items = to_tuple(given);
  if (items.is_error()) return false;
  Tuple* t = items.as<Tuple>();
  if (t->length == 0) return (void)raise(exc::NotImplementedError, "memoryview: views without dimensions are not supported"), false;
  if (t->length > 1 && m->inner_shape) return (void)raise(exc::TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D"), false;
  for (int64_t i = 0; i < t->length; ++i) {
    int64_t n;
    if (!is_int(t->items()[i])) return (void)raise(exc::TypeError, "memoryview.cast(): elements of shape must be integers"), false;
    if (!to_index_int64(t->items()[i], n)) return false;
    if (n <= 0) return (void)raise(exc::ValueError, "memoryview.cast(): elements of shape must be integers > 0"), false;
    out.push_back(n);
  }
  return true;
}

Value cast(const Value* args, uint32_t) {
  MemoryView* m = live(args[0]);
  if (!m) return Error;
  Str* format = str_argument(args[1], "cast", "'format'");
  if (!format) return Error;
  std::string_view text = format->is_ascii() ? format->ascii() : std::string_view();
  if (text.size() == 2 && text[0] == '@') text.remove_prefix(1);
  int64_t item_size = text.size() == 1 ? size_of_format(text[0]) : 0;
  if (item_size == 0)
    return raise(exc::ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'");
  if (!contiguous(m)) return raise(exc::TypeError, "memoryview: casts are restricted to C-contiguous views");
  auto is_byte = [](char c) { return c == 'B' || c == 'b' || c == 'c'; };
  if (!is_byte(m->format[0]) && !is_byte(text[0])) return raise(exc::TypeError, "memoryview: cannot cast between two non-byte formats");
  int64_t bytes = bytes_in(m);
  if (bytes % item_size != 0) return raise(exc::TypeError, "memoryview: length is not a multiple of itemsize");
  std::vector<int64_t> shape;
  if (!args[2].is_undefined() && !shape_argument(m, args[2], shape)) return Error;
  int64_t inner = 1;
  for (size_t d = 1; d < shape.size(); ++d)
    if (__builtin_mul_overflow(inner, shape[d], &inner)) return raise(exc::ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX");
  int64_t items = bytes / item_size, rows = shape.empty() ? items : shape[0], wanted;
  if (__builtin_mul_overflow(inner, rows, &wanted) || wanted != items)
    return raise(exc::TypeError, "memoryview: product(shape) * itemsize != buffer size");
  Value v = derive(m);
  if (v.is_error()) return Error;
  MemoryView* result = view_of(v);
  delete std::exchange(result->inner_shape, shape.size() > 1 ? new std::vector<int64_t>(shape.begin() + 1, shape.end()) : nullptr);
  result->item_size = item_size;
  result->inner = inner;
  result->stride = inner * item_size;
  result->count = rows;
  result->format[0] = text[0], result->format[1] = 0;
  return v;
}

Value release(const Value* args, uint32_t) {
  MemoryView* m = view_of(args[0]);
  {
    ObjectLock lock(m);
    int64_t exports = m->exports;
    if (exports > 0) return lock.unlock(), raise(exc::BufferError, "memoryview has %l exported buffer%s", exports, exports == 1 ? "" : "s");
    if (m->released.exchange(true, std::memory_order_acq_rel)) return None;
    if (m->buffer->release) m->buffer->release(m->buffer->owner.object());
  }
  release_overwritten(m->buffer->owner);
  return None;
}

Value to_read_only(const Value* args, uint32_t) {
  MemoryView* m = live(args[0]);
  Value v = m ? derive(m) : Error;
  if (!v.is_error()) view_of(v)->buffer->read_only = true;
  return v;
}

Value enter(const Value* args, uint32_t) { return live(args[0]) ? incref(args[0]) : Error; }

void release_export(Object* owner) {
  auto* m = static_cast<MemoryView*>(owner);
  ObjectLock lock(m);
  --m->exports;
}

Truth buffer(Value self, Buffer& out) {
  MemoryView* m = live(self);
  if (!m) return -1;
  if (!contiguous(m)) return (void)raise(exc::BufferError, "memoryview: underlying buffer is not C-contiguous"), -1;
  {
    ObjectLock lock(m);
    if (m->released.load(std::memory_order_relaxed)) return lock.unlock(), live(self), -1;
    ++m->exports;
  }
  out.data = m->start;
  out.size = bytes_in(m);
  out.read_only = m->buffer->read_only;
  std::memcpy(out.format, m->format, 4);
  out.item_size = m->item_size;
  out.owner = incref(self);
  out.release = release_export;
  return 0;
}

Value memory_repr(Value self) {
  char text[64];
  std::snprintf(text, sizeof text, view_of(self)->released.load(std::memory_order_acquire) ? "<released memory at %p>" : "<memory at %p>", static_cast<void*>(self.object()));
  return make_str_ascii(text, std::strlen(text));
}

#define PY_GETTER(expression) [](Value self) -> Value { MemoryView* m = live(self); return m ? (expression) : Error; }, nullptr
constexpr GetSetDef getsets[] = {
    {"obj", PY_GETTER(incref(m->buffer->owner))},
    {"nbytes", PY_GETTER(small_int(bytes_in(m)))},
    {"readonly", PY_GETTER(boolean(m->buffer->read_only))},
    {"itemsize", PY_GETTER(small_int(m->item_size))},
    {"format", PY_GETTER(make_str(m->format))},
    {"ndim", PY_GETTER(small_int(dimensions(m)))},
    {"shape", PY_GETTER(shape_of(m))},
    {"strides", PY_GETTER(strides_of(m))},
    {"suboffsets", PY_GETTER(make_tuple(nullptr, 0))},
    {"c_contiguous", PY_GETTER(boolean(contiguous(m)))},
    {"f_contiguous", PY_GETTER(boolean(contiguous(m) && (m->count <= 1 || m->inner == 1)))},
    {"contiguous", PY_GETTER(boolean(contiguous(m)))},
    {},
};
#undef PY_GETTER

constexpr NativeDef methods[] = {
    PY_NOARGS("release", release),
    PY_KEYWORDS("tobytes", to_bytes, "order="),
    PY_KEYWORDS("hex", hex, "sep=, bytes_per_sep="),
    PY_NOARGS("tolist", items_list),
    PY_KEYWORDS("cast", cast, "format, shape="),
    PY_NOARGS("toreadonly", to_read_only),
    PY_NOARGS("__enter__", enter),
    PY_RANGE("__exit__", release, 0, 255),
    {},
};

}  // namespace

constinit Type memoryview_type{{
    .name = "memoryview",
    .instance_size = sizeof(MemoryView),
    .flags = type_has_weakrefs | kind_sequence,
    .base = &object_type,
    .doc = "Create a new memoryview object which references the given object.",
    .create = create,
    .dealloc = dealloc,
    .repr = memory_repr,
    .hash = memory_hash,
    .compare = compare,
    .length = [](Value self) { MemoryView* m = live(self); return m ? m->count : -1; },
    .get_item = get,
    .set_item = set,
    .buffer = buffer,
    .methods = methods,
    .getsets = getsets,
}};

}  // namespace py
