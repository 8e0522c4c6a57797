#include "runtime/program/dict_places.hpp"

#include "runtime/program/statements.hpp"

namespace py {

// 1: there, and its item, borrowed; 0: not; 2: the general way has to tell.
static int look_up(Value container, Value key, Value& item, DictPlace& place) {
  if (!is_exactly(container, dict_type) || threads_alive()) return 2;
  return dict_peek(container.as<Dict>(), key, item, &place);
}

Value get_item_inline(Value container, Value key, DictPlace& place) {
  Value item;
  return look_up(container, key, item, place) == 1 ? incref(item) : get_item_inline(container, key);
}

Value lend_item(Value container, Value key, DictPlace& place) {
  Value item;
  return look_up(container, key, item, place) == 1 ? lend(item) : lend_item(container, key);
}

Value invoke_get(MethodSite& site, Str* name, Value container, Value key, Value otherwise, DictPlace& place) {
  Value item;
  int there = look_up(container, key, item, place);
  return there == 2 ? invoke_method(site, name, container, key, otherwise) : incref(there == 1 ? item : otherwise);
}

}  // namespace py
