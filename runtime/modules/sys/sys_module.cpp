// sys: functions on the interpreter's state, and putting the module together (Python/sysmodule.c).
#include "runtime/modules/io/io.hpp"
#include "runtime/modules/sys/sys_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/types/numbers.hpp"

namespace py::sys {
namespace {

Value exit_function(const Value* args, uint32_t n) {
  if (n && is_subtype(type_of(args[0]), &exc::SystemExit)) return raise_value(args[0]);
  Tuple* several = n ? as_tuple(args[0]) : nullptr;        // a tuple is taken for the arguments of the exception
  Ref e = several ? make_exception_args(exc::SystemExit, several->items(), static_cast<uint32_t>(several->length))
                  : make_exception_args(exc::SystemExit, args, n && args[0].is_none() ? 0 : n);
  return e.is_error() ? Error : raise_value(e);
}

Value get_recursion_limit(const Value*, uint32_t) { return small_int(recursion_limit.load(std::memory_order_relaxed)); }
Value set_recursion_limit(const Value* args, uint32_t) {
  int limit;
  if (!int_argument(args[0], limit)) return Error;
  if (limit < 1) return raise(exc::ValueError, "recursion limit must be greater or equal than 1");
  if (this_thread->depth >= limit) {
    return raise(exc::RecursionError, "cannot set the recursion limit to %l at the recursion depth %d: the limit is too low", int64_t{limit},
                 static_cast<int>(this_thread->depth));
  }
  recursion_limit.store(static_cast<uint32_t>(limit), std::memory_order_relaxed);
  return None;
}

Value get_refcount(const Value* args, uint32_t) {
  if (!args[0].is_object()) return small_int(1'000'000'000);
  return make_int(reference_count(args[0].object()) + 1);
}
Value intern_function(const Value* args, uint32_t) {
  if (!is_exactly(args[0], str_type)) return raise(exc::TypeError, as_str(args[0]) ? "can't intern %T" : "intern() argument must be str, not %T", args[0]);
  return object_value(intern(args[0].as<Str>()));
}
Value get_size_of(const Value* args, uint32_t n, Tuple* kwnames) {
  static const NativeDef def = PY_KEYWORDS("getsizeof", nullptr, "object, default=");
  Value bound[2];
  if (!bind_arguments(def, args, n, kwnames, bound)) return Error;
  Ref r = call_special(bound[0], dunder::sizeof_);
  if (r.is_error() && error_matches(exc::TypeError) && !bound[1].is_undefined()) {
    clear_error();
    return incref(bound[1]);
  }
  if (r.is_error()) return Error;
  return r.is_undefined() ? small_int(sizeof(Object)) : r.take();
}
Value exc_info(const Value*, uint32_t) {
  Value e = current_handled_exception();
  if (e.is_undefined()) return tuple_of(None, None, None);
  Ref traceback = slot_or_none(e.as<Exception>()->traceback);
  return tuple_of(object_value(type_of(e)), e, traceback);
}
Value exception(const Value*, uint32_t) {
  Value e = current_handled_exception();
  return e.is_undefined() ? None : incref(e);
}
Value get_default_encoding(const Value*, uint32_t) { return make_str("utf-8"); }
Value get_file_system_errors(const Value*, uint32_t) { return make_str("surrogateescape"); }
Value get_max_digits(const Value*, uint32_t) { return small_int(int_max_str_digits.load(std::memory_order_relaxed)); }
Value set_max_digits(const Value* args, uint32_t) {
  int n;
  if (!int_argument(args[0], n)) return Error;
  if (n != 0 && n < 640) return raise(exc::ValueError, "maxdigits must be 0 or larger than 640");
  int_max_str_digits.store(n, std::memory_order_relaxed);
  return None;
}
// Kept for programs that set and read it back: without a GIL there is nothing to switch.
std::atomic<double> switch_interval{0.005};
Value get_switch_interval(const Value*, uint32_t) { return make_float(switch_interval.load(std::memory_order_relaxed)); }
Value set_switch_interval(const Value* args, uint32_t) {
  double seconds;
  if (!to_double(args[0], seconds)) return Error;
  if (seconds <= 0) return raise(exc::ValueError, "switch interval must be strictly positive");
  switch_interval.store(seconds, std::memory_order_relaxed);
  return None;
}
Value is_finalizing(const Value*, uint32_t) { return False; }
Value allocated_blocks(const Value*, uint32_t) { return make_int(tracked_objects.load(std::memory_order_relaxed)); }

bool add_streams(Module* module) {
  static const char* const stream_names[] = {"stdin", "stdout", "stderr"};
  for (int fd = 0; fd < 3; ++fd) {
    Ref stream = io::open_standard_stream(fd);
    if (stream.is_error()) return false;
    module_set(module, fd == 0 ? "__stdin__" : fd == 1 ? "__stdout__" : "__stderr__", incref(stream.get()));
    module_set(module, stream_names[fd], stream.take());
  }
  return true;
}

bool fill(Module* module) {
  module_add_functions(module, general_functions);
  module_add_functions(module, frame_functions);
  module_add_functions(module, hook_functions);
  module_set(module, "modules", incref(object_value(sys_modules())));
  for (const char* name : {"path", "meta_path", "path_hooks", "warnoptions", "argv", "orig_argv"}) module_set(module, name, make_list(nullptr, 0));
  module_set(module, "path_importer_cache", make_dict());
  io::ready_types();
  return add_information(module) && add_hooks(module) && add_audit(module) && add_streams(module);
}

}  // namespace

const NativeDef general_functions[] = {
    PY_RANGE("exit", exit_function, 0, 1),
    PY_NOARGS("getrecursionlimit", get_recursion_limit),
    PY_ONE("setrecursionlimit", set_recursion_limit),
    PY_ONE("getrefcount", get_refcount),
    PY_ONE("intern", intern_function),
    PY_RAW("getsizeof", get_size_of),
    PY_NOARGS("exc_info", exc_info),
    PY_NOARGS("exception", exception),
    PY_NOARGS("getdefaultencoding", get_default_encoding),
    PY_NOARGS("getfilesystemencoding", get_default_encoding),
    PY_NOARGS("getfilesystemencodeerrors", get_file_system_errors),
    PY_NOARGS("get_int_max_str_digits", get_max_digits),
    PY_KEYWORDS("set_int_max_str_digits", set_max_digits, "maxdigits"),
    PY_NOARGS("getswitchinterval", get_switch_interval),
    PY_ONE("setswitchinterval", set_switch_interval),
    PY_NOARGS("is_finalizing", is_finalizing),
    PY_NOARGS("getallocatedblocks", allocated_blocks),
    {},
};

}  // namespace py::sys

namespace py::native {
extern const ModuleDef module_sys;
const ModuleDef module_sys = {"sys", sys::fill, false};
}  // namespace py::native
