// The parts of the Unicode database (15.1, as in CPython 3.13) that reading Python source needs.
// Tables: unicode_tables.inc, made by make_unicode_tables.py.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace portalis::unicode {

// May a character start, or continue, an identifier (PEP 3131's XID_Start plus '_', XID_Continue)?
bool is_identifier_start(char32_t c);
bool is_identifier_part(char32_t c);

// str.isprintable() of one character.
bool is_printable(char32_t c);

// Decodes the character at text[at] and moves `at` past it. The text must be valid UTF-8.
char32_t decode(std::string_view text, std::size_t& at);

// Appends `c` as UTF-8; surrogates give the three bytes UTF-8 would use for them (WTF-8).
void append_utf8(std::string& out, char32_t c);

// Normalisation form KC (UAX 15), which identifiers are compared in.
std::string nfkc(std::string_view text);

inline constexpr char32_t kNoCharacter = 0xFFFFFFFF;

// The character of a name or alias as in \N{...}, in any case, or kNoCharacter.
char32_t lookup_name(std::string_view name);

// "U+00A0": at least four digits.
std::string code_point_name(char32_t c);

}  // namespace portalis::unicode
