// How collect() copies containers of types that this folder does not know.
#pragma once

#include "runtime/object/containers.hpp"

namespace py {

// From now on collect() uses `copy` for exact instances of `type`, and is_copied_atomically() says so: it appends owned
// values, all of one moment; false: an error is pending. While one thread is alive; the type lives for ever.
void register_collector(const Type* type, bool (*copy)(Values& out, Value container));

}  // namespace py
