// Classes of the standard library that CPython writes in C and we in Python: messages name such a class as they name
// built-in types, by module and name, while its __name__ is what follows the dot.
#pragma once

#include "runtime/object/type.hpp"

namespace py {

inline constexpr uint32_t type_has_dotted_name = 1u << 22;   // one of Type::flags, beside those of TypeFlag
static_assert(type_has_dotted_name > kind_mapping);

}  // namespace py
