// Typed versions: dicts, as far as keys are compared without code of the program (is_plain_key()).
#pragma once

#include "runtime/program/dict_places.hpp"
#include "runtime/program/typed.hpp"

namespace py::typed {

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
// The same for a key under which something is stored next.
inline Value lookup(Value dict, Value key, DictPlace& place) {
  Value found = Undefined;
  return is_exactly(dict, dict_type) && dict_peek(dict.as<Dict>(), key, found, &place) == 1 ? found : Undefined;
}
inline Value get(Value dict, Value key, Value otherwise, DictPlace& place) {
  Value found = Undefined;
  int there = is_exactly(dict, dict_type) ? dict_peek(dict.as<Dict>(), key, found, &place) : 2;
  return there == 0 ? otherwise : found;
}

}  // namespace py::typed
