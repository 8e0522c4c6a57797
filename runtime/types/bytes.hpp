// bytes and bytearray: layout of bytearray, and what their methods share.
//
// Threads: bytes never change. A bytearray's memory is changed under its object lock; a method that reads more than
// one byte looks at the memory directly while one thread is alive and at a private copy of it otherwise, so no
// lock is ever held while another object is looked at.
#pragma once

#include "runtime/object/buffer.hpp"
#include "runtime/object/call.hpp"

namespace py {

struct ByteArray : Object {
  uint8_t* data;                         // allocate_buffer(); null while capacity is 0
  int64_t length, capacity;
  int64_t exports;                       // Buffers held; no resizing meanwhile. Guarded by the object lock
};
inline ByteArray* as_bytearray(Value v) { return v.is_object() && has_flag(v, kind_bytearray) ? v.as<ByteArray>() : nullptr; }
Value make_bytearray(const void* data, int64_t length);

// Locked by the caller: makes room, moves the tail, sets the length. False: BufferError or MemoryError pending.
bool bytearray_resize_locked(ByteArray* b, int64_t length);
// Replaces b[start:end] by n bytes that are not b's own. Takes the lock. False: error pending.
bool bytearray_splice(ByteArray* b, int64_t start, int64_t end, const uint8_t* bytes, int64_t n);

// The bytes of a value for the length of one C++ function. The value must outlive this.
class BytesView {
 public:
  BytesView() = default;
  BytesView(const BytesView&) = delete;
  BytesView& operator=(const BytesView&) = delete;
  ~BytesView() {
    if (copy_) [[unlikely]] free_copy();
  }
  bool own(Value v) { return take_exact(v) || own_other(v); }             // v is a bytes or bytearray; false: MemoryError
  // Any bytes-like object, else TypeError "a bytes-like object is required, not 'T'".
  bool argument(Value v) { return take_exact(v) || argument_other(v); }
  const uint8_t* data = nullptr;
  int64_t size = 0;

 private:
  [[gnu::always_inline]] bool take_exact(Value v) {
    if (!is_exactly(v, bytes_type)) return false;
    data = v.as<Bytes>()->data(), size = v.as<Bytes>()->length;
    return true;
  }
  bool own_other(Value v);
  bool argument_other(Value v);
  void free_copy();

  Buffer buffer_;
  uint8_t* copy_ = nullptr;
};

// A new bytes, or a bytearray when self is one.
Value make_bytes_like(Value self, const void* data, int64_t length);
// An int in range(256) through __index__; `message` says what it had to be ("byte must be in range(0, 256)").
bool byte_argument(Value v, uint8_t& out, const char* message = "byte must be in range(0, 256)");
// bytes(x) / bytearray(x) of anything but str: appends to out. `kind` is "bytes" or "bytearray". False: error pending.
struct Text;
bool collect_bytes(Value source, Text& out, const char* kind);
// The common arguments (source, encoding, errors) of both constructors, into out. False: error pending.
bool bytes_from_arguments(const char* kind, const Value given[3], Text& out);
Value bytes_repr(const uint8_t* data, int64_t length, bool escape_single = false);   // bytearray escapes every '
Value bytes_compare(Value self, Value other, Compare op);
Value bytes_percent(Value self, Value arguments);
// The iterator over a bytes or bytearray.
Value bytes_iterator(Value self);

namespace bytes_methods {

#define PY_DECLARE(name) Value name(const Value* args, uint32_t n);
// bytes_search.cpp
PY_DECLARE(find) PY_DECLARE(rfind) PY_DECLARE(index) PY_DECLARE(rindex) PY_DECLARE(count) PY_DECLARE(startswith)
PY_DECLARE(endswith) PY_DECLARE(replace) PY_DECLARE(removeprefix) PY_DECLARE(removesuffix)
// bytes_split.cpp
PY_DECLARE(split) PY_DECLARE(rsplit) PY_DECLARE(splitlines) PY_DECLARE(partition) PY_DECLARE(rpartition) PY_DECLARE(join)
// bytes_layout.cpp
PY_DECLARE(strip) PY_DECLARE(lstrip) PY_DECLARE(rstrip) PY_DECLARE(center) PY_DECLARE(ljust) PY_DECLARE(rjust)
PY_DECLARE(zfill) PY_DECLARE(expandtabs)
// bytes_text.cpp
PY_DECLARE(upper) PY_DECLARE(lower) PY_DECLARE(title) PY_DECLARE(swapcase) PY_DECLARE(capitalize) PY_DECLARE(isalnum)
PY_DECLARE(isalpha) PY_DECLARE(is_ascii_text) PY_DECLARE(isdigit) PY_DECLARE(islower) PY_DECLARE(isspace) PY_DECLARE(istitle)
PY_DECLARE(isupper) PY_DECLARE(decode) PY_DECLARE(hex) PY_DECLARE(fromhex) PY_DECLARE(translate) PY_DECLARE(maketrans)
#undef PY_DECLARE

}  // namespace bytes_methods

// bytes.hex of plain memory: separator args as in the method, args[0] and args[1] may be Undefined.
Value hex_text(const uint8_t* data, int64_t length, Value separator, Value group);

#define PY_BYTES_METHODS                                                                                                \
  PY_NOARGS("capitalize", bytes_methods::capitalize), PY_RANGE("center", bytes_methods::center, 1, 2),                 \
      PY_RANGE("count", bytes_methods::count, 0, 255), PY_KEYWORDS("decode", bytes_methods::decode, "encoding=, errors="), \
      PY_RANGE("endswith", bytes_methods::endswith, 0, 255), PY_KEYWORDS("expandtabs", bytes_methods::expandtabs, "tabsize="), \
      PY_RANGE("find", bytes_methods::find, 0, 255), PY_KEYWORDS("hex", bytes_methods::hex, "sep=, bytes_per_sep="),    \
      PY_RANGE("index", bytes_methods::index, 0, 255), PY_NOARGS("isalnum", bytes_methods::isalnum),                   \
      PY_NOARGS("isalpha", bytes_methods::isalpha), PY_NOARGS("isascii", bytes_methods::is_ascii_text),                      \
      PY_NOARGS("isdigit", bytes_methods::isdigit), PY_NOARGS("islower", bytes_methods::islower),                      \
      PY_NOARGS("isspace", bytes_methods::isspace), PY_NOARGS("istitle", bytes_methods::istitle),                      \
      PY_NOARGS("isupper", bytes_methods::isupper), PY_ONE("join", bytes_methods::join),                               \
      PY_RANGE("ljust", bytes_methods::ljust, 1, 2), PY_NOARGS("lower", bytes_methods::lower),                         \
      PY_RANGE("lstrip", bytes_methods::lstrip, 0, 1), PY_ONE("partition", bytes_methods::partition),                  \
      PY_RANGE("replace", bytes_methods::replace, 2, 3), PY_ONE("removeprefix", bytes_methods::removeprefix),          \
      PY_ONE("removesuffix", bytes_methods::removesuffix), PY_RANGE("rfind", bytes_methods::rfind, 0, 255),            \
      PY_RANGE("rindex", bytes_methods::rindex, 0, 255), PY_RANGE("rjust", bytes_methods::rjust, 1, 2),                \
      PY_ONE("rpartition", bytes_methods::rpartition), PY_KEYWORDS("rsplit", bytes_methods::rsplit, "sep=, maxsplit="), \
      PY_RANGE("rstrip", bytes_methods::rstrip, 0, 1), PY_KEYWORDS("split", bytes_methods::split, "sep=, maxsplit="),  \
      PY_KEYWORDS("splitlines", bytes_methods::splitlines, "keepends="),                                               \
      PY_RANGE("startswith", bytes_methods::startswith, 0, 255), PY_RANGE("strip", bytes_methods::strip, 0, 1),        \
      PY_NOARGS("swapcase", bytes_methods::swapcase), PY_NOARGS("title", bytes_methods::title),                        \
      PY_KEYWORDS("translate", bytes_methods::translate, "table, /, delete="), PY_NOARGS("upper", bytes_methods::upper), \
      PY_ONE("zfill", bytes_methods::zfill),                                                                           \
      {"fromhex", bytes_methods::fromhex, Arity::one, 1, 1, nullptr, NativeDef::class_method, nullptr, nullptr},       \
      {"maketrans", bytes_methods::maketrans, Arity::range, 2, 2, nullptr, NativeDef::static_method, nullptr, nullptr}

}  // namespace py
