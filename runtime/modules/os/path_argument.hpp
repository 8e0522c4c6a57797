// File names as arguments: str, bytes or os.PathLike (PEP 519), as the operating system wants them.
#pragma once

#include "runtime/object/text.hpp"

namespace py {

// Appends the name in the file system's encoding and a terminating NUL (not counted in size). False: TypeError
// "expected str, bytes or os.PathLike object, not T", ValueError "embedded null byte", UnicodeEncodeError.
bool os_path_argument(Value path, Text& out);
// os.fspath(): a str or bytes, owned.
Value os_fspath(Value path);

}  // namespace py
