// The interned names the runtime looks up by itself: dunder::init is the Str "__init__", names::flush is "flush".
// Set once at start-up (ready_names()), immortal, readable from any thread.
#pragma once

#include "runtime/object/layouts.hpp"

namespace py {

namespace dunder {
#define PORTALIS_DUNDER(identifier) extern Str* identifier;
#include "runtime/object/names.def"
}  // namespace dunder
namespace names {
#define PORTALIS_NAME(identifier) extern Str* identifier;
#include "runtime/object/names.def"
}  // namespace names

void ready_names();                      // idempotent; before any class is made ready

}  // namespace py
