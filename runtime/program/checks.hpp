// What programs compiled with --debug check while they run: the invariants between emitted code and the runtime. A
// failed check is a bug in Portalis; it ends the program with a message, the Python stack and abort().
//
// Switched on by PORTALIS_DEBUG in the program's own translation units. The runtime's archive is the same for all
// programs, so the checks stand where emitted code calls it: what goes into calls, what comes out of them, frames.
#pragma once

#include "runtime/object/error.hpp"
#include "runtime/object/object.hpp"

namespace py {

#ifdef PORTALIS_DEBUG
inline constexpr bool checks_on = true;
#else
inline constexpr bool checks_on = false;
#endif

[[noreturn, gnu::cold]] void check_failed(const char* invariant);

inline void check(bool holds, const char* invariant) {
  if constexpr (checks_on) {
    if (!holds) [[unlikely]] check_failed(invariant);
  }
}

// The object is there and somebody owns it.
inline void check_alive(Value v) {
  if constexpr (checks_on) {
    if (!v.is_object()) return;
    Object* o = v.object();
    check(o && o->type, "a value refers to an object");
    check(owner_of(o) != this_owner || o->local > 0, "the count of a referenced object is positive");
  }
}

// Undefined stands for an absent argument.
inline void check_argument(Value v) {
  check(!v.is_error(), "Error is not passed on as an argument");
  check_alive(v);
}

inline Value check_result(Value v) {
  check(v.is_error() == error_pending(), v.is_error() ? "Error is returned with an exception pending" : "a result is returned with no exception pending");
  check_alive(v);
  return v;
}

}  // namespace py
