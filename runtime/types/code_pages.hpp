// Single-byte encodings that have a table (abi/code_pages.def; CPython's Lib/encodings, Objects/unicodeobject.c: charmap).
// Their values in Encoding follow one another from Encoding::first_code_page on.
#pragma once

#include "runtime/types/codec.hpp"

namespace py {

inline constexpr uint32_t undefined_in_page = 0xfffe;

inline bool is_code_page(Encoding e) { return e >= Encoding::first_code_page; }

// By any of CPython's names for it; unknown: no page has that name, or the program was linked without them.
Encoding find_code_page(std::string_view name);
const char* code_page_name(Encoding page);               // "iso8859-2"
// Whether ASCII is ASCII in it, both ways.
bool keeps_ascii(Encoding page);
// The character of a byte, or undefined_in_page.
uint32_t code_page_character(Encoding page, uint8_t byte);
bool put_in_code_page(Text& out, uint32_t c, Encoding page);    // false: it has no such character

}  // namespace py
