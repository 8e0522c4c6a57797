// How emitted code reads and writes names: unbound locals, closure cells, globals, class namespaces.
#pragma once

#include "runtime/object/call.hpp"

namespace py {

// ---- errors for names ----
[[gnu::cold]] Value raise_unbound_local(const char* name);
[[gnu::cold]] Value raise_unbound_free(const char* name);
[[gnu::cold]] Value raise_undefined_name(Str* name);

// ---- closure cells ----
Value make_cell(Value initial_owned);
inline Value load_cell(Value cell) { return cell.as<Cell>()->value.get(); }           // owned; Undefined when unbound
inline void store_cell(Value cell, Value owned) { cell.as<Cell>()->value.set(owned); }
inline Value closure_cell(Function* function, uint32_t index) {                       // borrowed
  return function->closure.peek().as<Tuple>()->items()[index];
}

// ---- globals ----
// One use of a global name: remembers the name's place in the namespace (table id and entry index in one word,
// so that the pair is read whole; a table's entries never move within the table).
struct GlobalSite {
  std::atomic<uint64_t> cache{0};
};
Value load_global_slow(Dict* globals, Str* name, GlobalSite& site);
Value load_global(Dict* globals, Str* name, GlobalSite& site);       // owned; NameError
void store_global(Dict* globals, Str* name, Value borrowed);
bool delete_global(Dict* globals, Str* name);                        // false: NameError

// ---- class bodies ----
Value load_name(Value name_space, Dict* globals, Str* name);         // owned; namespace, globals, builtins; NameError
Value load_name_or_cell(Value name_space, Value cell, Str* name, const char* text);
bool store_name(Value name_space, Str* name, Value borrowed);
bool delete_name(Value name_space, Str* name);
bool store_annotation(Value name_space, Str* name, Value annotation);

}  // namespace py
