// Source bytes to UTF-8 text, as PEP 263 and CPython's tokenizer define it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace portalis {

struct DecodedSource {
  std::string text;      // UTF-8, every line end is '\n'
  std::string encoding;  // normalised: "utf-8", "iso-8859-1" or the name as written
  std::string error;     // CPython's message when the bytes cannot be decoded, else empty
  std::uint32_t error_line = 0;
};

// `path` only appears in messages.
DecodedSource decode_source(std::string_view bytes, std::string_view path);

// The offset of the first byte that is not valid UTF-8 (surrogates and overlong forms are not), or
// npos.
std::size_t find_invalid_utf8(std::string_view text);

}  // namespace portalis
