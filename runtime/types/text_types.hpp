// Start-up of the text and bytes types.
#pragma once

#include "runtime/object/type.hpp"

namespace py {

extern Type str_iterator_type, str_ascii_iterator_type, bytes_iterator_type, bytearray_iterator_type;
void ready_text_types();

}  // namespace py
