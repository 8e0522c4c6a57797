// What the files of dict and its views share.
#pragma once

#include "runtime/types/container_support.hpp"

namespace py {

extern const NativeDef dict_methods[];
Value dict_iterate_keys(Value dict);
Value make_dict_iterator(Dict* d, DictPart part, bool backwards);
// The arguments of dict() and dict.update(): at most one mapping or iterable of pairs, then keywords.
Truth dict_update_arguments(const char* name, Value self, const Value* args, uint32_t n, Tuple* kwnames);
// & | ^ - of keys and items views, with any iterable on the other side.
Value dict_view_subtract(Value left, Value right);
Value dict_view_and(Value left, Value right);
Value dict_view_or(Value left, Value right);
Value dict_view_xor(Value left, Value right);

}  // namespace py
