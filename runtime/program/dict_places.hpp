// An item of a dict that is read and then stored anew, as in `d[k] += 1` and `d[k] = d.get(k, 0) + 1`: the key is hashed and looked up once.
//
// Between the two any code may run. What was found is used only while one thread is alive and no key has come or gone since
// (DictPlace); the hash of a plain key stays what it is.
#pragma once

#include "runtime/object/container_inline.hpp"
#include "runtime/object/dict_table.hpp"
#include "runtime/object/sites.hpp"

namespace py {

// container[key]: owned, and for a Loan.
Value get_item_inline(Value container, Value key, DictPlace& place);
Value lend_item(Value container, Value key, DictPlace& place);
// container.get(key, otherwise), whatever that is. Owned.
Value invoke_get(MethodSite& site, Str* name, Value container, Value key, Value otherwise, DictPlace& place);

// container[key] = item, after one of them for the same two objects.
inline Truth set_item_inline(Value container, Value key, Value item, const DictPlace& place) {
  if (place.table && !threads_alive()) [[likely]] {
    Dict* d = container.as<Dict>();
    if (d->table.load(std::memory_order_relaxed) == place.table && d->keys_version.load(std::memory_order_relaxed) == place.keys_version) [[likely]] {
      decref(place.table->entries()[place.entry].replace(incref(item)));
      return 0;
    }
  }
  if (place.hash != -1) return dict_set(container.as<Dict>(), key, item, place.hash);
  return set_item_inline(container, key, item);
}

}  // namespace py
