// Buffer: access to the memory of bytes-like objects (PEP 3118, reduced to one dimension of contiguous items).
//
// A type whose instances are bytes-like fills the slot `buffer`. While a Buffer is held the memory neither moves nor
// changes its size: bytearray and array refuse to resize ("Existing exports of data: object cannot be re-sized").
// The bytes themselves may change under the reader's eyes when the object is mutable and shared by threads.
#pragma once

#include "runtime/object/type.hpp"

namespace py {

struct Buffer {
  uint8_t* data = nullptr;
  int64_t size = 0;                      // bytes
  bool read_only = true;
  char format[4] = "B";                  // struct-style item format
  int64_t item_size = 1;
  Value owner = Undefined;               // owned
  void (*release)(Object* owner) = nullptr;   // undoes the export; may be null

  Buffer() = default;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() { reset(); }
  void reset();
};

bool is_bytes_like(Value v);
// False, with TypeError "a bytes-like object is required, not 'T'" pending, if v is not bytes-like. `writable` asks
// for memory that may be changed: "a read-write bytes-like object is required, not 'T'" is the caller's, so it
// returns false with BufferError("Object is not writable.") like CPython's PyObject_GetBuffer.
bool get_buffer(Value v, Buffer& out, bool writable = false);

}  // namespace py
