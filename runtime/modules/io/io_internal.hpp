// The objects of the io module: raw files, buffers and text layers (CPython's Modules/_io).
//
// Each stream object has a mutex of its own around its buffers, held while it calls the layer below (which may be
// written in Python); a thread that comes back to a stream it is already inside gets RuntimeError. Whoever waits for
// such a mutex or for the operating system does so in a BlockingRegion.
#pragma once

#include "portalis/mutex.hpp"
#include "runtime/modules/io/io.hpp"
#include "runtime/object/buffer.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/codec.hpp"

namespace py::io {

inline constexpr int64_t default_buffer_size = 8192;

struct StreamMutex {
  portalis::RawMutex mutex;
  std::atomic<ThreadState*> owner{nullptr};
};
class StreamGuard {
 public:
  StreamGuard(StreamMutex& mutex, Value stream);
  ~StreamGuard();
  bool ok;                               // false: RuntimeError pending

 private:
  StreamMutex& mutex_;
};

// All streams that may hold something not yet written, for flush_all().
struct StreamLinks {
  Object* previous = nullptr;
  Object* next = nullptr;
};
StreamLinks& links_of(Object* stream);   // a TextIO or Buffered
void link_stream(Object* stream);
void unlink_stream(Object* stream);      // does nothing for one that is not linked

struct FileIO : Object {
  int fd;                                // -1: closed
  bool created, readable, writable, appending, close_fd;
  int8_t seekable;                       // -1: not known yet
  Slot name;
};

struct Buffered : Object {
  StreamMutex mutex;
  Slot raw;                              // Undefined once detached
  bool can_read, can_write;
  uint8_t* memory;                       // malloc'ed, `size` bytes
  int64_t size;
  int64_t at, end;                       // what was read and not yet handed out: memory[at, end)
  int64_t pending;                       // what was written and not yet passed on: memory[0, pending)
  StreamLinks links;
};

struct TextIO : Object {
  StreamMutex mutex;
  Slot buffer;                           // Undefined once detached
  Slot encoding_name, errors_name, mode;
  Encoding encoding;                     // as resolved by a byte order mark while reading
  Encoding initial_encoding;
  char errors[32];                       // a NUL-terminated handler name
  bool can_read, can_write, line_buffering, write_through;
  // Newlines. Reading: universal recognises all three, translate turns them into \n. Else `terminator` ends lines.
  bool universal, translate;
  char terminator[3];                    // empty: "\n"
  char written_newline[3];               // what \n is written as; empty: as it is
  uint8_t newlines_seen;                 // 1 \r, 2 \n, 4 \r\n
  bool telling;                          // false while iterating
  Text* pending;                         // encoded, not yet passed to the buffer
  Text* chunk;                           // the bytes `decoded` came from, then `undecoded` ones
  int64_t undecoded;
  Slot decoded;                          // Str or Undefined
  int64_t decoded_at;                    // characters of it handed out
  StreamLinks links;
};

// ---- errors ----
Value raise_unsupported(const char* what);
extern Type unsupported_operation_type;
[[gnu::cold]] Value raise_closed();      // ValueError "I/O operation on closed file."

// ---- raw files: bytes moved, 0 at the end; -1: error pending; -2: would block ----
int64_t file_read(FileIO* file, uint8_t* out, int64_t n);
int64_t file_write(FileIO* file, const uint8_t* data, int64_t n);
int64_t file_seek(FileIO* file, int64_t offset, int whence);   // -1: error
Value file_read_all(FileIO* file);                             // bytes
Value make_file(Type* cls, Value file, const char* mode, bool close_fd, Value opener);

// ---- buffers ----
bool is_buffered(Value v);               // an exact BufferedReader, BufferedWriter or BufferedRandom
Value make_buffered(Type* cls, Value raw, int64_t buffer_size);
// As read1(n): at most one read of the raw stream. Appends to out. -1: error, 0: end, else the number of bytes.
int64_t buffered_read_some(Buffered* b, Text& out, int64_t n);
bool buffered_write(Buffered* b, const uint8_t* data, int64_t n);
bool buffered_flush(Buffered* b);

// ---- text ----
Value make_text(Type* cls, Value buffer, Value encoding, Value errors, Value newline, bool line_buffering, bool write_through);
bool text_flush(TextIO* t);
bool newline_argument(Value newline, TextIO* t, bool shows_repr);   // sets the newline rules; false: error pending

// Attribute or method of a stream below: by name, through the usual lookup.
Value call_stream(Value stream, const char* method);
Value call_stream(Value stream, const char* method, Value argument);
Truth stream_truth(Value stream, const char* method);          // e.g. "readable"; -1 error
Truth stream_closed(Value stream);
// Memory to read into: TypeError "readinto() argument must be read-write bytes-like object, not T".
bool writable_argument(Value v, const char* function, Buffer& out);
// A size argument: None and absent mean -1; TypeError "argument should be integer or None, not 'T'".
bool size_or_none(Value v, int64_t& out);

}  // namespace py::io
