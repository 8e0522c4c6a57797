// The way from the codecs to the names of characters.
#include "runtime/types/character_names.hpp"

#include <atomic>

#include "runtime/object/import.hpp"

namespace py {

static constinit std::atomic<const CharacterNames*> provided;

void provide_character_names(const CharacterNames& names) { provided.store(&names, std::memory_order_release); }

const CharacterNames* character_names(const char* what) {
  if (!provided.load(std::memory_order_acquire)) {
    Str* module = intern("unicodedata");
    if (!module_is_linked(module)) {
      (void)raise(exc::NotImplementedError, "%s: the program carries no names of characters, for it does not import unicodedata", what);
      return nullptr;
    }
    Ref imported = import_module(module);
    if (imported.is_error()) return nullptr;
  }
  return provided.load(std::memory_order_acquire);
}

}  // namespace py
