// Names that emitted code cannot settle inline.
#include "runtime/program/variables.hpp"

#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/operators.hpp"

namespace py {

Value raise_unbound_local(const char* name) {
  return raise(exc::UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name);
}
Value raise_unbound_free(const char* name) {
  return raise(exc::NameError, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name);
}
// NameError carries the name, for "Did you mean" in tracebacks.
static Value raise_name_error(Type& type, const char* format, Str* name) {
  (void)raise(type, format, name);
  static Str* const n_name = intern("name");
  Ref error = fetch_error();
  if (set_attribute(error, n_name, object_value(name)) < 0) clear_error();
  restore_error(error.take());
  return Error;
}

Value raise_undefined_name(Str* name) { return raise_name_error(exc::NameError, "name '%U' is not defined", name); }

Value make_cell(Value initial_owned) {
  Cell* cell = allocate<Cell>(&cell_type);
  cell->value.init(initial_owned);
  return object_value(cell);
}

bool delete_own_cell(Value cell, const char* name) {
  Ref old = cell.as<Cell>()->value.get();
  if (old.is_undefined()) return (void)raise_unbound_local(name), false;
  store_cell(cell, Undefined);
  return true;
}

bool delete_free_cell(Value cell, const char* name) {
  Ref old = cell.as<Cell>()->value.get();
  if (old.is_undefined()) return (void)raise_unbound_free(name), false;
  store_cell(cell, Undefined);
  return true;
}

static Value load_builtin(Str* name) {
  Value v = dict_get(builtins_dict(), name);
  return v.is_undefined() ? raise_undefined_name(name) : v;
}

Value load_global(Dict* globals, Str* name) {
  Value v = dict_get(globals, name);
  return v.is_undefined() ? load_builtin(name) : v;
}

static void remember_entry(Dict* globals, Str* name, GlobalSite& site) {
  DictTable* table = globals->table.load(std::memory_order_acquire);
  uint32_t used = table->used.load(std::memory_order_acquire);
  for (uint32_t entry = 0; entry < used; ++entry) {
    if (!table->entries()[entry].key.peek().same(object_value(name))) continue;
    site.entry.store(entry, std::memory_order_relaxed);
    break;
  }
}

Value load_global_slow(Dict* globals, Str* name, GlobalSite& site) {
  Value v = dict_get(globals, name);
  if (v.is_undefined()) return load_builtin(name);
  remember_entry(globals, name, site);
  return v;
}

// What a `def` or `import` at the top of a module binds stays for the life of the program nearly always, and every
// thread that calls it would count it up and down on one cache line. Only the first binding of a name, so that a
// program that keeps replacing a function does not keep all of them.
static bool is_permanent(Dict* globals, Str* name, Value v) {
  if (!v.is_object() || owner_of(v.object()) != this_owner || threads_alive()) return false;
  bool kind = is_exactly(v, module_type) || (is_exactly(v, function_type) && v.as<Function>()->closure.peek().is_undefined());
  return kind && dict_get_borrowed(globals, name).is_undefined();
}

bool store_global(Dict* globals, Str* name, Value borrowed) {
  if (is_permanent(globals, name, borrowed)) make_immortal(borrowed.object());
  dict_set(globals, name, borrowed);
  return true;
}

bool store_global_slow(Dict* globals, Str* name, Value borrowed, GlobalSite& site) {
  store_global(globals, name, borrowed);
  if (!threads_alive()) remember_entry(globals, name, site);     // with others alive it would be of no use
  return true;
}

bool delete_global(Dict* globals, Str* name) {
  if (dict_delete(globals, name)) return true;
  (void)raise_undefined_name(name);
  return false;
}

// ---- class bodies: the namespace is what the metaclass's __prepare__ returned, usually a dict ----
static Value namespace_get(Value name_space, Str* name) {
  if (is_exactly(name_space, dict_type)) return dict_get(name_space.as<Dict>(), name);
  Value v = get_item(name_space, object_value(name));
  if (v.is_error() && error_matches(exc::KeyError)) {
    clear_error();
    return Undefined;
  }
  return v;
}

Value load_name(Value name_space, Dict* globals, Str* name) {
  Value v = namespace_get(name_space, name);
  if (!v.is_undefined()) return v;
  v = dict_get(globals, name);
  if (!v.is_undefined()) return v;
  v = dict_get(builtins_dict(), name);
  return v.is_undefined() ? raise_undefined_name(name) : v;
}

Value load_name_or_cell(Value name_space, Value cell, Str* name) {
  Value v = namespace_get(name_space, name);
  if (!v.is_undefined()) return v;
  v = cell.as<Cell>()->value.get();
  if (!v.is_undefined()) return v;
  return raise(exc::NameError, "cannot access free variable '%U' where it is not associated with a value in enclosing scope", name);
}

bool store_name(Value name_space, Str* name, Value borrowed) {
  if (!is_exactly(name_space, dict_type)) return set_item(name_space, object_value(name), borrowed) >= 0;
  dict_set(name_space.as<Dict>(), name, borrowed);
  return true;
}

bool delete_name(Value name_space, Str* name) {
  if (is_exactly(name_space, dict_type)) {
    if (dict_delete(name_space.as<Dict>(), name)) return true;
    return (void)raise_undefined_name(name), false;
  }
  if (delete_item(name_space, object_value(name)) >= 0) return true;
  if (error_matches(exc::KeyError)) {
    clear_error();
    (void)raise_undefined_name(name);
  }
  return false;
}

bool store_annotation(Value name_space, Str* name, Value annotation) {
  static Str* const n_annotations = intern("__annotations__");
  Ref annotations = namespace_get(name_space, n_annotations);
  if (annotations.is_error()) return false;
  if (annotations.is_undefined()) {
    annotations = Ref(make_dict());
    if (annotations.is_error() || !store_name(name_space, n_annotations, annotations)) return false;
  }
  return set_item(annotations, object_value(name), annotation) >= 0;
}

Value dict_of_locals(const NamedCell* entries) {
  Ref out = make_dict();
  if (out.is_error()) return Error;
  for (; entries->name; ++entries) {
    Ref value = entries->is_cell ? entries->value.as<Cell>()->value.get() : incref(entries->value);
    if (!value.is_undefined()) dict_set(out.as<Dict>(), intern(entries->name), value);
  }
  return out.take();
}

}  // namespace py
