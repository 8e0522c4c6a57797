// What the files about TextIOWrapper share. Functions named _locked want the stream's guard held.
#pragma once

#include "runtime/modules/io/io_internal.hpp"

namespace py::io {

bool check_open(TextIO* t);              // false: ValueError pending
void drop_decoded(TextIO* t);
bool flush_locked(TextIO* t);
bool write_locked(TextIO* t, Str* s);
int64_t tell_locked(TextIO* t);          // -1: error
int64_t seek_locked(TextIO* t, Value cookie, int64_t whence);
bool set_encoding(TextIO* t, Value encoding, Value errors);   // strs, None or Undefined: no change
Value allocate_text(Type* cls);
bool init_text(TextIO* t, Value buffer, Value encoding, Value errors, Value newline, bool line_buffering, bool write_through);
Value read_locked(TextIO* t, int64_t n); // n characters, negative: all
Value readline_locked(TextIO* t, int64_t limit);
// The end of the line that starts at `from`, or -1 if the text has no end of line there. For StringIO too.
int64_t find_line_end(const TextIO* t, Str* s, int64_t from);
// With `translate` \r\n and \r as \n; notes what was seen, as in TextIO::newlines_seen.
Value translate_newlines(Str* s, bool translate, uint8_t& seen);
Value newlines_of(uint8_t seen);         // the attribute `newlines`

}  // namespace py::io
