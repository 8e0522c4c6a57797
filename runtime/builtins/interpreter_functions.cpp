// Builtins for which CPython needs its compiler, its debugger or its coroutines. Where the compiler sees them called it says
// so; a program that calls them in another way gets an exception.
#include <cstdlib>
#include <string_view>

#include "runtime/builtins/builtins_internal.hpp"
#include "runtime/object/error.hpp"
#include "runtime/object/operators.hpp"

namespace py {
namespace {

Value no_interpreter(const Value*, uint32_t, Tuple*) { return raise(exc::NotImplementedError, "a compiled program has no interpreter"); }
Value no_coroutines(const Value*, uint32_t, Tuple*) { return raise(exc::NotImplementedError, "asynchronous code is not supported"); }

// PEP 553.
Value breakpoint_function(const Value* args, uint32_t n, Tuple* kwnames) {
  Ref sys = dict_get(sys_modules(), intern("sys"));
  if (sys.is_undefined()) return breakpoint_hook(args, n, kwnames);
  Ref hook = get_attribute_or_undefined(sys, intern("breakpointhook"));
  if (hook.is_error()) return Error;
  if (hook.is_undefined()) return raise(exc::RuntimeError, "lost sys.breakpointhook");
  return call(hook, args, n, kwnames);
}

}  // namespace

Value breakpoint_hook(const Value*, uint32_t, Tuple*) {
  const char* chosen = std::getenv("PYTHONBREAKPOINT");
  if (chosen && std::string_view(chosen) == "0") return None;
  return raise(exc::NotImplementedError, "breakpoint(): a compiled program has no Python debugger; set PYTHONBREAKPOINT=0, or build with --debug for gdb");
}

const NativeDef interpreter_builtins[] = {
    PY_RAW("aiter", no_coroutines),
    PY_RAW("anext", no_coroutines),
    PY_RAW("breakpoint", breakpoint_function),
    PY_RAW("compile", no_interpreter),
    PY_RAW("eval", no_interpreter),
    PY_RAW("exec", no_interpreter),
    {},
};

}  // namespace py
