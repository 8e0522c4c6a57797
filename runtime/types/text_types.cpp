// Readies the text and bytes types at start-up.
#include "runtime/object/layouts.hpp"
#include "runtime/types/text_types.hpp"

namespace py {

void ready_text_types() {
  static constinit const TypeTable table({&str_type, &bytes_type, &bytearray_type, &memoryview_type, &str_iterator_type,
                                          &str_ascii_iterator_type, &bytes_iterator_type, &bytearray_iterator_type, nullptr});
  types_ready(table.types);
}

}  // namespace py
