// open(), and the io module.
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

#include "runtime/modules/io/io_internal.hpp"
#include "runtime/modules/os/path_argument.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::io {
namespace {

struct Mode {
  bool creating = false, reading = false, writing = false, appending = false, updating = false, text = false, binary = false;
};

bool parse_mode(Str* s, Mode& m) {
  bool ok = s->is_ascii();
  for (size_t i = 0; ok && i < s->ascii().size(); ++i) {
    char c = s->ascii()[i];
    bool* flag = c == 'x' ? &m.creating : c == 'r' ? &m.reading : c == 'w' ? &m.writing : c == 'a' ? &m.appending
               : c == '+' ? &m.updating : c == 't' ? &m.text : c == 'b' ? &m.binary : nullptr;
    ok = flag && !*flag;
    if (ok) *flag = true;
  }
  if (!ok) return (void)raise(exc::ValueError, "invalid mode: %R", object_value(s)), false;
  return true;
}

bool check_str(Value v, const char* name, bool none_allowed) {
  if (as_str(v) || (none_allowed && v.is_none())) return true;
  (void)raise(exc::TypeError, none_allowed ? "open() argument '%s' must be str or None, not %A" : "open() argument '%s' must be str, not %A", name, v);
  return false;
}

}  // namespace

Value open(Value file, Value mode, Value buffering, Value encoding, Value errors, Value newline, Value close_fd, Value opener) {
  Ref default_mode = latin1_char('r');
  if (mode.is_undefined()) mode = default_mode;
  if (encoding.is_undefined()) encoding = None;
  if (errors.is_undefined()) errors = None;
  if (newline.is_undefined()) newline = None;
  if (opener.is_undefined()) opener = None;
  int64_t buffer_size = -1;
  if (!check_str(mode, "mode", false) || (!buffering.is_undefined() && !size_argument(buffering, buffer_size))) return Error;
  if (!check_str(encoding, "encoding", true) || !check_str(errors, "errors", true) || !check_str(newline, "newline", true)) return Error;
  Truth closes = close_fd.is_undefined() ? 1 : truth(close_fd);
  if (closes < 0) return Error;
  Ref path = is_int(file) ? incref(file) : os_fspath(file);
  if (path.is_error()) return Error;
  Mode m;
  if (!parse_mode(as_str(mode), m)) return Error;
  int kinds = m.creating + m.reading + m.writing + m.appending;
  if (m.text && m.binary) return raise(exc::ValueError, "can't have text and binary mode at once");
  if (kinds > 1) return raise(exc::ValueError, "must have exactly one of create/read/write/append mode");
  if (m.binary && !encoding.is_none()) return raise(exc::ValueError, "binary mode doesn't take an encoding argument");
  if (m.binary && !errors.is_none()) return raise(exc::ValueError, "binary mode doesn't take an errors argument");
  if (m.binary && !newline.is_none()) return raise(exc::ValueError, "binary mode doesn't take a newline argument");
  char raw_mode[8];
  int n = 0;
  if (m.creating) raw_mode[n++] = 'x';
  if (m.reading) raw_mode[n++] = 'r';
  if (m.writing) raw_mode[n++] = 'w';
  if (m.appending) raw_mode[n++] = 'a';
  if (m.updating) raw_mode[n++] = '+';
  raw_mode[n] = 0;
  Ref raw = make_file(&file_io_type, path, raw_mode, closes, opener);
  if (raw.is_error()) return Error;
  bool line_buffering = buffer_size == 1 && !m.binary;
  if (buffer_size == 1) buffer_size = -1;
  if (buffer_size < 0) {
    struct stat info;
    int fd = raw.as<FileIO>()->fd;
    bool terminal = ::isatty(fd);
    line_buffering = line_buffering || terminal;
    buffer_size = fstat(fd, &info) == 0 && info.st_blksize > 1 && !terminal ? info.st_blksize : default_buffer_size;
  }
  auto close_and_fail = [&] {
    Value error = fetch_error();
    Ref closed = call_stream(raw, "close");
    if (closed.is_error()) clear_error();
    restore_error(error);
    return Error;
  };
  if (buffer_size == 0) {
    if (m.binary) return raw.take();
    (void)raise(exc::ValueError, "can't have unbuffered text I/O");
    return close_and_fail();
  }
  Type* type = m.updating ? &buffered_random_type : m.reading ? &buffered_reader_type : &buffered_writer_type;
  if (m.updating) {
    Truth seekable = stream_truth(raw, "seekable");
    if (seekable == 0) (void)raise_unsupported("File or stream is not seekable.");
    if (seekable <= 0) return close_and_fail();
  }
  Ref buffer = make_buffered(type, raw, buffer_size);
  if (buffer.is_error()) return close_and_fail();
  if (m.binary) return buffer.take();
  Ref text = make_text(&text_io_wrapper_type, buffer, encoding, errors, newline, line_buffering, false);
  if (text.is_error()) return close_and_fail();
  text.as<TextIO>()->mode.set(incref(mode));
  return text.take();
}

const NativeDef open_table[] = {
    PY_KEYWORDS("open", [](const Value* a, uint32_t) { return open(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]); },
                "file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener="),
    {}};

void ready_types() {
  static constinit const TypeTable table({&io_base_type, &raw_io_base_type, &buffered_io_base_type, &text_io_base_type, &file_io_type,
                                          &buffered_reader_type, &buffered_writer_type, &buffered_random_type, &buffered_rw_pair_type,
                                          &newline_decoder_type, &text_io_wrapper_type, &bytes_io_type, &string_io_type,
                                          &unsupported_operation_type, nullptr});
  types_ready(table.types);
}

}  // namespace py::io

namespace py::native {
namespace {

Value open_code(const Value* args, uint32_t) {
  Ref mode = make_str("rb");
  return io::open(args[0], mode, Undefined, Undefined, Undefined, Undefined, Undefined, Undefined);
}

Value text_encoding(const Value* args, uint32_t n) {
  return args[0].is_none() ? make_str("locale") : incref(args[0]);
}

constexpr NativeDef functions[] = {PY_KEYWORDS("open_code", open_code, "path"), PY_RANGE("text_encoding", text_encoding, 1, 2), {}};

bool fill_io(Module* module) {
  io::ready_types();
  module_add_functions(module, io::open_table);
  module_add_functions(module, functions);
  auto add = [&](const char* name, Type& type) { module_set(module, name, value_of(type)); };
  add("IOBase", io::io_base_type), add("RawIOBase", io::raw_io_base_type), add("BufferedIOBase", io::buffered_io_base_type);
  add("TextIOBase", io::text_io_base_type), add("FileIO", io::file_io_type), add("BufferedReader", io::buffered_reader_type);
  add("BufferedWriter", io::buffered_writer_type), add("BufferedRandom", io::buffered_random_type);
  add("TextIOWrapper", io::text_io_wrapper_type), add("BytesIO", io::bytes_io_type), add("StringIO", io::string_io_type);
  add("BufferedRWPair", io::buffered_rw_pair_type), add("IncrementalNewlineDecoder", io::newline_decoder_type);
  add("BlockingIOError", exc::BlockingIOError);
  add("UnsupportedOperation", io::unsupported_operation_type);
  module_set(module, "DEFAULT_BUFFER_SIZE", small_int(io::default_buffer_size));
  module_set(module, "SEEK_SET", small_int(0));
  module_set(module, "SEEK_CUR", small_int(1));
  module_set(module, "SEEK_END", small_int(2));
  return true;
}

}  // namespace

extern const ModuleDef module_io;
const ModuleDef module_io = {"io", fill_io, false};

}  // namespace py::native
