// Readies the container types at start-up.
#include "runtime/types/container_support.hpp"
#include "runtime/types/generic_alias.hpp"

namespace py {

void ready_container_types() {
  static constinit const TypeTable table({
      &tuple_type, &list_type, &dict_type, &set_type, &frozenset_type, &slice_type, &range_type, &list_iterator_type,
      &list_reverse_iterator_type, &tuple_iterator_type, &sequence_iterator_type, &callable_iterator_type, &reversed_type,
      &enumerate_type, &zip_type, &map_type, &filter_type, &range_iterator_type, &long_range_iterator_type, &set_iterator_type,
      &dict_keys_type, &dict_values_type, &dict_items_type, &dict_key_iterator_type, &dict_value_iterator_type,
      &dict_item_iterator_type, &dict_reverse_key_iterator_type, &dict_reverse_value_iterator_type,
      &dict_reverse_item_iterator_type, &mapping_proxy_type, &generic_alias_type, nullptr});
  types_ready(table.types);
}

}  // namespace py
