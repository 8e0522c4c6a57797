// Backslash escapes of str and bytes literals.
#pragma once

#include <string>
#include <string_view>

namespace portalis {

// Appends the decoded `body` to `out` (WTF-8). Returns CPython's message when an escape is wrong,
// otherwise an empty string.
std::string decode_escapes(std::string_view body, std::string& out);

// The same for bytes: `out` gets raw bytes.
std::string decode_bytes_escapes(std::string_view body, std::string& out);

}  // namespace portalis
