// Interns the names of names.def.
#include "runtime/object/names.hpp"

namespace py {

namespace dunder {
#define PORTALIS_DUNDER(identifier) Str* identifier;
#include "runtime/object/names.def"
}  // namespace dunder
namespace names {
#define PORTALIS_NAME(identifier) Str* identifier;
#include "runtime/object/names.def"
}  // namespace names

// WebAssembly programs need the names only of what they use: this function is known by its own (compiler/driver/reach.cpp).
void ready_names() {
  if (dunder::abstractmethods) return;
  struct Entry {
    const char* identifier;
    Str** name;
  };
  static constexpr Entry dunders[] = {
#define PORTALIS_DUNDER(identifier) {#identifier, &dunder::identifier},
#include "runtime/object/names.def"
  };
  static constexpr Entry plain[] = {
#define PORTALIS_NAME(identifier) {#identifier, &names::identifier},
#include "runtime/object/names.def"
  };
  for (const Entry& e : dunders) {
    std::string_view identifier = e.identifier;
    if (identifier.back() == '_') identifier.remove_suffix(1);
    char text[40] = "__";
    size_t size = 2 + identifier.copy(text + 2, sizeof text - 4);
    text[size++] = '_';
    text[size++] = '_';
    *e.name = intern({text, size});
  }
  for (const Entry& e : plain) {
    std::string_view identifier = e.identifier;
    if (identifier.back() == '_') identifier.remove_suffix(1);
    *e.name = intern(identifier);
  }
}

}  // namespace py
