// Names of characters where the codecs need them. They are in the module unicodedata, which programs are linked with that import
// it or name the error handler namereplace.
#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/object/text.hpp"

namespace py {

struct CharacterNames {
  bool (*name)(Text& out, uint32_t c);                       // false: it has none
  bool (*character)(std::string_view name, uint32_t& c);     // false: there is none, or several
};
void provide_character_names(const CharacterNames& names);   // by unicodedata; they live for ever
// Imports unicodedata if need be. Null: NotImplementedError that `what` needs names, or why the import failed.
const CharacterNames* character_names(const char* what);

}  // namespace py
