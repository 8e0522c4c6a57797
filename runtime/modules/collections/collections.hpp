// The native parts of the module collections (CPython's _collections): deque, defaultdict, OrderedDict and helpers.
#pragma once

#include "runtime/object/module.hpp"
#include "runtime/types/container_support.hpp"

namespace py::collections {

extern Type deque_type, deque_iterator_type, deque_reverse_iterator_type, default_dict_type, ordered_dict_type, tuple_getter_type;
void ready_ordered_dict_views();
Value count_elements(const Value* args, uint32_t n);
Value named_new(const Value* args, uint32_t n);

}  // namespace py::collections
