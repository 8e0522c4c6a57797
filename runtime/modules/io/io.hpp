// What other native modules need of io: its types, opening files, and the standard streams.
#pragma once

#include "runtime/object/module.hpp"

namespace py::io {

extern Type io_base_type, raw_io_base_type, buffered_io_base_type, text_io_base_type, file_io_type, buffered_reader_type,
    buffered_writer_type, buffered_random_type, buffered_rw_pair_type, newline_decoder_type, text_io_wrapper_type, bytes_io_type, string_io_type;

void ready_types();                      // at start-up; idempotent
// open(file, mode, buffering, encoding, errors, newline, closefd, opener); Undefined where not given.
Value open(Value file, Value mode, Value buffering, Value encoding, Value errors, Value newline, Value close_fd, Value opener);
extern const NativeDef open_table[];     // builtins.open and io.open
// sys.stdin, sys.stdout, sys.stderr for file descriptors 0, 1, 2: None when the descriptor is not open.
Value open_standard_stream(int fd);
// Writes out what any stream still holds; at exit. Errors are dropped.
void flush_all();

}  // namespace py::io
