// DeprecationWarnings that the runtime itself gives.
#pragma once

#include <string_view>

#include "runtime/object/object.hpp"

namespace py {

// DeprecationWarning at the place of the Python caller. false: it was made an exception.
bool warn_deprecated(std::string_view message);
// That `method` gave an instance of a subclass of what it should give: "METHOD returned non-KIND (type ...)".
bool warn_strict_subclass(std::string_view method, const char* kind, Value result);

}  // namespace py
