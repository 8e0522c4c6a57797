#include "runtime/types/iterator_state.hpp"

#include "runtime/object/module.hpp"
#include "runtime/types/container_support.hpp"

namespace py {

Value iterator_state(const char* builtin_name, Value argument, int64_t index) {
  Ref arguments = tuple_of(argument);
  return arguments.is_error() ? Error : tuple_of(builtin(intern(builtin_name)), arguments, small_int(index));
}

Value iterator_state(const char* builtin_name, Value arguments) { return tuple_of(builtin(intern(builtin_name)), arguments); }

Value exhausted_iterator_state(Value empty) {
  Ref arguments = tuple_of(empty);
  return arguments.is_error() ? Error : iterator_state("iter", arguments);
}

Value remaining_iterator_state(Value iterator) {
  Ref rest = to_list(iterator);
  return rest.is_error() ? Error : exhausted_iterator_state(rest);
}

bool iterator_position(Value v, int64_t lowest, int64_t highest, int64_t& out) {
  if (!is_int(v)) return (void)raise(exc::TypeError, "an integer is required"), false;
  if (!ssize_argument(v, out)) return false;
  if (out > highest) out = highest;
  if (out < lowest) out = lowest;
  return true;
}

}  // namespace py
