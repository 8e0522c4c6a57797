// What the two files about buffered streams share. Functions want the stream's guard held unless they say otherwise.
#pragma once

#include "runtime/modules/io/io_internal.hpp"

namespace py::io {

int64_t raw_read(Buffered* b, uint8_t* out, int64_t n);        // 0 at the end; -1 error, -2 would block
int64_t raw_seek(Buffered* b, int64_t offset, int whence);     // the new position, -1 error
bool flush_pending(Buffered* b);
bool begin_reading(Buffered* b);
bool begin_writing(Buffered* b);
int64_t fill(Buffered* b);                                     // bytes ready after at most one raw read; else as raw_read
bool write_locked(Buffered* b, const uint8_t* data, int64_t n);
bool check_usable(Buffered* b, const char* closed_message);    // needs no guard
Value allocate_buffered(Type* cls);
bool init_buffered(Buffered* b, Value raw, int64_t size);

}  // namespace py::io
