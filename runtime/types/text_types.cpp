// Readies the text and bytes types at start-up.
#include "runtime/object/layouts.hpp"
#include "runtime/types/text_types.hpp"

namespace py {

void ready_text_types() {
  for (Type* type : {&str_type, &bytes_type, &bytearray_type, &memoryview_type, &str_iterator_type, &str_ascii_iterator_type,
                     &bytes_iterator_type, &bytearray_iterator_type})
    type_ready(*type);
}

}  // namespace py
