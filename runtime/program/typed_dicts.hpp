// Typed versions: dicts, as far as keys are compared without code of the program (is_plain_key()).
#pragma once

#include "runtime/object/dict_table.hpp"
#include "runtime/program/typed.hpp"

namespace py::typed {

// Where a key was found, for who stores under it at once: `d[k] += 1` looks it up once. A hint: the entry is looked at again.
struct Entry {
  DictTable* table = nullptr;
  int64_t place = -1;
  Value key = Undefined;                 // what lies there; not held
};

// Of an exact dict; borrowed as by item().
inline Value lookup(Value dict, Value key) {
  Value found = Undefined;
  return is_exactly(dict, dict_type) && dict_peek(dict.as<Dict>(), key, found) == 1 ? found : Undefined;
}
// dict.get(key, otherwise), likewise.
inline Value get(Value dict, Value key, Value otherwise) {
  Value found = Undefined;
  int there = is_exactly(dict, dict_type) ? dict_peek(dict.as<Dict>(), key, found) : 2;
  return there == 0 ? otherwise : found;
}
inline int find_entry(Value dict, Value key, Value& found, Entry& entry) {
  if (!is_exactly(dict, dict_type)) return 2;
  DictTable* table = dict.as<Dict>()->table.load(std::memory_order_relaxed);
  int there = dict_peek(dict.as<Dict>(), key, found, &entry.place);
  if (there == 1 && table == dict.as<Dict>()->table.load(std::memory_order_relaxed)) {
    entry.table = table;
    entry.key = table->entries()[entry.place].key.peek();
  }
  return there;
}
inline Value lookup(Value dict, Value key, Entry& entry) {
  Value found = Undefined;
  return find_entry(dict, key, found, entry) == 1 ? found : Undefined;
}
inline Value get(Value dict, Value key, Value otherwise, Entry& entry) {
  Value found = Undefined;
  return find_entry(dict, key, found, entry) == 0 ? otherwise : found;
}
// dict[key] = item, whatever the dict is; -1: an exception is pending.
inline Truth store_entry(Value dict, Value key, Value item_borrowed, const Entry& entry) {
  if (entry.table && !threads_alive() && dict.as<Dict>()->table.load(std::memory_order_relaxed) == entry.table &&
      entry.place < entry.table->used.load(std::memory_order_relaxed)) [[likely]] {
    DictEntry& e = entry.table->entries()[entry.place];
    Value old = e.value.peek();
    if (e.key.peek().same(entry.key) && !old.is_undefined()) [[likely]] {
      decref(e.replace(incref(item_borrowed)));
      return 0;
    }
  }
  return set_item_inline(dict, key, item_borrowed);
}

}  // namespace py::typed
