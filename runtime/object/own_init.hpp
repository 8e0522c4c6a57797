// Keywords of classes derived from built-in types that take none: an __init__ of their own may take some.
#pragma once

#include "runtime/object/call.hpp"
#include "runtime/object/type.hpp"

namespace py {

// false: error. base is the built-in type, cls it or a class derived from it.
inline bool reject_keywords(const char* name, Tuple* kwnames, const Type* cls, const Type& base) {
  return cls->init != base.init || reject_keywords(name, kwnames);
}

}  // namespace py
