// Small helpers that the container types share, and the container types other folders refer to.
#pragma once

#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/text.hpp"

namespace py {

extern Type list_iterator_type, list_reverse_iterator_type, tuple_iterator_type, sequence_iterator_type,
    callable_iterator_type, reversed_type, enumerate_type, zip_type, map_type, filter_type, range_iterator_type,
    long_range_iterator_type, set_iterator_type, dict_keys_type, dict_values_type, dict_items_type,
    dict_key_iterator_type, dict_value_iterator_type, dict_item_iterator_type, dict_reverse_key_iterator_type,
    dict_reverse_value_iterator_type, dict_reverse_item_iterator_type, mapping_proxy_type;

// Readies every type of this header and the containers themselves; called by runtime start-up after object and type.
void ready_container_types();

Value make_sequence_iterator(Value sequence);            // iter() of what has only __getitem__
Value make_callable_iterator(Value callable, Value sentinel);
Value make_mapping_proxy(Value mapping);
Value make_range(Value start, Value stop, Value step);   // ints of any size; ValueError for step 0
struct Range : Object { Value start, stop, step, length; };   // exact ints; immutable
Value make_dict_view(Dict* d, DictPart part);

// Appends repr(v); false: error.
bool append_repr(Text& out, Value v);
// repr of a class as messages show a name: the part after the last dot.
std::string_view short_type_name(const Type* t);
// A key for __getitem__ of a sequence: small or big ints and __index__; IndexError when too big. false: error.
bool item_index(Value key, int64_t& out);
inline bool has_index(Value v) { return is_int(v) || type_of(v)->number.index; }
// An argument that must fit Py_ssize_t ("Python int too large to convert to C ssize_t"); false: error.
bool ssize_argument(Value v, int64_t& out);
// Bounds of index(x[, start[, stop]]): clamped.
bool search_bounds(const Value* args, uint32_t n, int64_t& start, int64_t& stop);
Value compare_sizes(int64_t a, int64_t b, Compare op);
// The comparison of two sequences once the first different pair of items is known.
Value compare_items(Value a, Value b, Compare op);
inline Value iterator_self(Value v) { return incref(v); }

// Hands out 0, 1, 2, ... so that threads sharing an iterator never get the same one twice.
inline int64_t claim_index(std::atomic<int64_t>& next) {
  if (threads_alive()) [[unlikely]] return next.fetch_add(1, std::memory_order_relaxed);
  int64_t i = next.load(std::memory_order_relaxed);
  next.store(i + 1, std::memory_order_relaxed);
  return i;
}

// __class_getitem__ of generic containers: list[int].
Value generic_alias_method(const Value* args, uint32_t n);
#define PY_CLASS_GETITEM \
  {"__class_getitem__", generic_alias_method, ::py::Arity::one, 1, 1, nullptr, ::py::NativeDef::class_method, nullptr, nullptr}

}  // namespace py
