// How emitted code reads and writes names: unbound locals, closure cells, globals, class namespaces. What is called lend_
// is as load_, for a Loan.
#pragma once

#include "runtime/object/call.hpp"
#include "runtime/object/dict_table.hpp"
#include "runtime/object/loan.hpp"

namespace py {

// ---- errors for names ----
[[gnu::cold]] Value raise_unbound_local(const char* name);   // "cannot access local variable 'x' where it is not associated with a value"
[[gnu::cold]] Value raise_unbound_free(const char* name);
[[gnu::cold]] Value raise_undefined_name(Str* name);         // "name 'x' is not defined"

// ---- locals ----
inline Value load_local(Value local, const char* name) {     // owned
  return local.is_undefined() ? raise_unbound_local(name) : incref(local);
}
inline Value lend_local(Value local, const char* name) { return local.is_undefined() ? raise_unbound_local(name) : lend(local); }
template <class Holder> inline bool delete_local(Holder& local, const char* name) {
  if (local.is_undefined()) [[unlikely]] return (void)raise_unbound_local(name), false;
  local.reset();
  return true;
}

// ---- closure cells; shared with inner functions and so with other threads ----
Value make_cell(Value initial_owned);
inline Value closure_cell(Function* function, uint32_t index) {   // borrowed
  return function->closure.peek().as<Tuple>()->items()[index];
}
template <Keep keep = counted> inline Value load_own_cell(Value cell, const char* name) {   // owned
  Value v = cell.as<Cell>()->value.peek();
  return v.is_undefined() ? raise_unbound_local(name) : keep(v);
}
template <Keep keep = counted> inline Value load_free_cell(Value cell, const char* name) {
  Value v = cell.as<Cell>()->value.peek();
  return v.is_undefined() ? raise_unbound_free(name) : keep(v);
}
inline Value lend_own_cell(Value cell, const char* name) { return load_own_cell<lend>(cell, name); }
inline Value lend_free_cell(Value cell, const char* name) { return load_free_cell<lend>(cell, name); }
inline void store_cell(Value cell, Value owned) { cell.as<Cell>()->value.set(owned); }
bool delete_own_cell(Value cell, const char* name);
bool delete_free_cell(Value cell, const char* name);

// ---- globals ----
// One use of a global name: remembers which entry of the namespace's table holds it. Only a hint: an entry counts
// if its key is the name itself, so a stale or racing hint is harmless.
struct GlobalSite {
  std::atomic<uint32_t> entry{0};
};
Value load_global(Dict* globals, Str* name);          // owned; NameError
Value load_global_slow(Dict* globals, Str* name, GlobalSite& site);
template <Keep keep = counted> inline Value load_global(Dict* globals, Str* name, GlobalSite& site) {   // owned; NameError
  DictTable* table = globals->table.load(std::memory_order_acquire);
  uint32_t entry = site.entry.load(std::memory_order_relaxed);
  if (entry < table->used.load(std::memory_order_acquire)) [[likely]] {
    DictEntry& e = table->entries()[entry];
    if (e.key.peek().same(object_value(name))) [[likely]] {
      Value v = e.value.peek();
      if (!v.is_undefined()) [[likely]] return keep(v);
    }
  }
  return load_global_slow(globals, name, site);
}
inline Value lend_global(Dict* globals, Str* name, GlobalSite& site) { return load_global<lend>(globals, name, site); }
// The name by which a def statement at the top of the module bound the function still stands for it, and it has the code it had.
inline bool is_settled(const Function* known) { return known && (known->marks.load(std::memory_order_relaxed) & flag_settled) != 0; }
// A callee: Undefined when the global still is the function `known` (which is immortal), else as load_global().
inline Value load_callee(Dict* globals, Str* name, GlobalSite& site, const Function* known) {
  if (is_settled(known)) [[likely]] return Undefined;
  DictTable* table = globals->table.load(std::memory_order_acquire);
  uint32_t entry = site.entry.load(std::memory_order_relaxed);
  if (entry < table->used.load(std::memory_order_acquire)) [[likely]] {
    DictEntry& e = table->entries()[entry];
    if (known && e.key.peek().same(object_value(name)) && e.value.peek().same(object_value(known))) [[likely]] return Undefined;
  }
  return load_global(globals, name, site);
}
bool store_global(Dict* globals, Str* name, Value borrowed);
bool store_global_slow(Dict* globals, Str* name, Value borrowed, GlobalSite& site);
inline bool store_global(Dict* globals, Str* name, Value borrowed, GlobalSite& site) {
  DictTable* table = globals->table.load(std::memory_order_relaxed);
  uint32_t entry = site.entry.load(std::memory_order_relaxed);
  if (!threads_alive() && entry < table->used.load(std::memory_order_relaxed)) [[likely]] {
    DictEntry& e = table->entries()[entry];
    Value old = e.value.peek();
    if (e.key.peek().same(object_value(name)) && !old.is_undefined()) [[likely]] {
      return decref(e.replace(incref(borrowed))), true;
    }
  }
  return store_global_slow(globals, name, borrowed, site);
}
bool delete_global(Dict* globals, Str* name);                // false: NameError

// ---- class bodies ----
Value load_name(Value name_space, Dict* globals, Str* name); // owned; namespace, globals, builtins; NameError
Value load_name_or_cell(Value name_space, Value cell, Str* name);
bool store_name(Value name_space, Str* name, Value borrowed);
bool delete_name(Value name_space, Str* name);
bool store_annotation(Value name_space, Str* name, Value annotation);

// ---- locals() ----
struct NamedCell {
  const char* name;                      // nullptr ends the list
  Value value;                           // a value, or a cell of it; unbound ones are left out
  bool is_cell;
};
Value dict_of_locals(const NamedCell* entries);

}  // namespace py
