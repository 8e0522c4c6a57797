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

static Str* intern_dunder(std::string_view identifier) {
  if (identifier.back() == '_') identifier.remove_suffix(1);
  char text[40] = "__";
  size_t size = 2 + identifier.copy(text + 2, sizeof text - 4);
  text[size++] = '_';
  text[size++] = '_';
  return intern({text, size});
}

static Str* intern_name(std::string_view identifier) {
  if (identifier.back() == '_') identifier.remove_suffix(1);
  return intern(identifier);
}

void ready_names() {
  if (dunder::abstractmethods) return;
#define PORTALIS_DUNDER(identifier) dunder::identifier = intern_dunder(#identifier);
#include "runtime/object/names.def"
#define PORTALIS_NAME(identifier) names::identifier = intern_name(#identifier);
#include "runtime/object/names.def"
}

}  // namespace py
