// File names as arguments.
#include "runtime/modules/os/path_argument.hpp"

#include <cstring>

#include "runtime/object/call.hpp"
#include "runtime/object/str.hpp"
#include "runtime/types/codec.hpp"

namespace py {

Value os_fspath(Value path) {
  if (as_str(path) || as_bytes(path)) return incref(path);
  static Str* const name = intern("__fspath__");
  Ref result = call_special(path, name);
  if (result.is_undefined()) return raise(exc::TypeError, "expected str, bytes or os.PathLike object, not %T", path);
  if (result.is_error() || as_str(result) || as_bytes(result)) return result.take();
  return raise(exc::TypeError, "expected %T.__fspath__() to return str or bytes, not %T", path, result.get());
}

bool os_path_argument(Value path, Text& out) {
  Ref name = os_fspath(path);
  if (name.is_error()) return false;
  size_t start = out.size;
  if (Bytes* b = as_bytes(name)) out.append({reinterpret_cast<const char*>(b->data()), static_cast<size_t>(b->length)});
  else if (!encode_file_name(out, as_str(name))) return false;
  size_t length = out.size - start;
  out.append('\0');
  out.size = start + length;
  if (length > 0 && std::memchr(out.data + start, 0, length)) return (void)raise(exc::ValueError, "embedded null byte"), false;
  return true;
}

}  // namespace py
