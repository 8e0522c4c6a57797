// Names of characters, for the module unicodedata and, once that is imported, for \N{...} and the error handler namereplace.
//
// The tables are text, written with 91 printable characters ("symbols": '#' to '~' without the backslash), which is about as short
// as bytes would be, and read as it is:
//   name_words     the 14,000 different words, most frequent first, each followed by a blank; name_word_offsets has every 16th's
//                  place. A '#' at the end of a word is the character's own number.
//   name_stream    the names, by code point: a symbol that is 9 * (new words, at most 9) + (words taken over from the beginning of
//                  the name before); from 9 new words on a symbol with their count; then the numbers of the new words, of one, two or
//                  three symbols each.
//   name_blocks    (names << 24 | first code point, place in the stream), for up to 64 neighbours, the first taking nothing over.
// Names of Hangul syllables and unified ideographs are made by rule. Aliases and named sequences have code points of a private
// plane, as in CPython, and name_aliases and name_sequences (four units each, zeros at the end) say what they stand for.
#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/object/text.hpp"

namespace py::unicode {

inline constexpr int name_symbols_one = 46, name_symbols_two = 43, name_word_step = 16;
inline constexpr uint32_t first_alias = 0xF0000, first_sequence = 0xF0200;
extern const char name_words[], name_stream[];
extern const uint32_t name_word_offsets[], name_blocks[], name_aliases[];
extern const uint16_t name_sequences[];
extern const int name_word_count, name_blocks_count;

// The name of c, also if it is an alias or a sequence; false: it has none.
bool character_name(Text& out, uint32_t c);
// The character of a name, in small or capital letters, perhaps one that stands for an alias or a sequence; false: there is none.
bool character_named(std::string_view name, uint32_t& c);

}  // namespace py::unicode
