// The list of streams with something to flush, and the standard streams.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string_view>

#include "runtime/modules/io/io_internal.hpp"
#include "runtime/object/runtime.hpp"

namespace py::io {
namespace {

constinit portalis::RawMutex list_mutex;
Object* first;                           // guarded by list_mutex

// A stream over one of the descriptors 0 to 2 that open_standard_stream() made.
bool is_standard(Object* o) {
  Value below = is_subtype(type_of(object_value(o)), &text_io_wrapper_type) ? static_cast<TextIO*>(o)->buffer.peek() : static_cast<Buffered*>(o)->raw.peek();
  if (is_buffered(below)) below = below.as<Buffered>()->raw.peek();
  return is_exactly(below, file_io_type) && below.as<FileIO>()->fd <= 2 && !below.as<FileIO>()->close_fd;
}

bool is_text(Object* o) { return is_subtype(type_of(object_value(o)), &text_io_wrapper_type); }

}  // namespace

StreamLinks& links_of(Object* o) { return is_text(o) ? static_cast<TextIO*>(o)->links : static_cast<Buffered*>(o)->links; }

void link_stream(Object* o) {
  portalis::MutexLock lock(list_mutex);
  StreamLinks& links = links_of(o);
  if (links.previous || first == o) return;
  flush_open_files = flush_all;
  links.next = first;
  if (first) links_of(first).previous = o;
  first = o;
}

void unlink_stream(Object* o) {
  portalis::MutexLock lock(list_mutex);
  StreamLinks& links = links_of(o);
  if (!links.previous && first != o) return;
  if (links.previous) links_of(links.previous).next = links.next;
  else first = links.next;
  if (links.next) links_of(links.next).previous = links.previous;
  links = {};
}

void flush_all() {
  // Text first: it goes through the buffers. sys.stdout and sys.stderr come last and with their own error report, so
  // what they hold is left to the program's end.
  for (bool text : {true, false}) {
    for (Object* o = first; o; o = links_of(o).next) {
      if (is_text(o) != text) continue;
      Value below = text ? static_cast<TextIO*>(o)->buffer.peek() : static_cast<Buffered*>(o)->raw.peek();
      if (is_standard(o)) continue;
      Truth closed = below.is_undefined() ? 1 : stream_closed(below);
      bool ok = closed == 0 && (text ? text_flush(static_cast<TextIO*>(o)) : buffered_flush(static_cast<Buffered*>(o)));
      if (!ok && error_pending()) clear_error();
    }
  }
}

Value open_standard_stream(int fd) {
  struct stat info;
  if (fstat(fd, &info) < 0) return None;
  const char* unbuffered = std::getenv("PYTHONUNBUFFERED");
  bool writing = fd != 0, raw_writes = writing && unbuffered && *unbuffered;
  Ref file = make_file(&file_io_type, small_int(fd), writing ? "wb" : "rb", false, None);
  if (file.is_error()) return Error;
  Ref name = make_str(fd == 0 ? "<stdin>" : fd == 1 ? "<stdout>" : "<stderr>");
  file.as<FileIO>()->name.set(incref(name));
  Ref buffer = raw_writes ? incref(file) : make_buffered(writing ? &buffered_writer_type : &buffered_reader_type, file, default_buffer_size);
  if (buffer.is_error()) return Error;

  // PYTHONIOENCODING=encoding:errors; otherwise UTF-8, lenient in the C locale (PEP 538, PEP 540).
  std::string_view encoding = "utf-8", errors, setting;
  const char* locale = nullptr;
  for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (const char* value = std::getenv(variable); !locale && value && *value) locale = value;
  std::string_view language = locale ? locale : "C";
  errors = language == "C" || language == "POSIX" || language.substr(0, 2) == "C." ? "surrogateescape" : "strict";
  if (const char* given = std::getenv("PYTHONIOENCODING")) {
    setting = given;
    size_t colon = setting.find(':');
    if (colon != 0) encoding = setting.substr(0, colon), errors = "strict";
    if (colon != std::string_view::npos) errors = setting.substr(colon + 1);
  }
  if (fd == 2) errors = "backslashreplace";
  Ref encoding_value = make_str(encoding), errors_value = make_str(errors), newline = make_str("\n");
  bool line_buffering = writing && (fd == 2 || ::isatty(fd));
  Ref text = make_text(&text_io_wrapper_type, buffer, encoding_value, errors_value, writing ? newline.get() : None,
                       line_buffering, raw_writes);
  if (!text.is_error()) text.as<TextIO>()->mode.set(make_str(writing ? "w" : "r"));
  return text.take();
}

}  // namespace py::io
