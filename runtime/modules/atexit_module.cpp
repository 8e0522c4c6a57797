// atexit: functions to call when the program ends, last registered first (Modules/atexitmodule.c of CPython).
#include "portalis/mutex.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/traceback.hpp"

namespace py {
namespace {

// Entries are (function, args tuple, kwargs dict) tuples; the list's own atomic operations suffice.
List* handlers() {
  static List* const list = [] {
    Value v = make_list(nullptr, 0);
    make_immortal(v.object());
    return v.as<List>();
  }();
  return list;
}

Value atexit_register(const Value* args, uint32_t n, Tuple* kwnames) {
  if (n == 0) return raise(exc::TypeError, "register() takes at least 1 argument (0 given)");
  if (!type_of(args[0])->call) return raise(exc::TypeError, "the first argument must be callable");
  Ref positional = make_tuple(args + 1, n - 1), keywords = make_dict();
  for (int64_t i = 0; kwnames && i < kwnames->length; ++i) {
    if (dict_set(keywords.as<Dict>(), kwnames->items()[i], args[n + i]) < 0) return Error;
  }
  Ref entry = tuple_of(args[0], positional, keywords);
  if (list_append(handlers(), entry) < 0) return Error;
  return incref(args[0]);
}

Value atexit_unregister(const Value* args, uint32_t) {
  for (int64_t i = list_size(handlers()) - 1; i >= 0; --i) {
    Ref entry = list_get(handlers(), i);
    if (entry.is_undefined()) continue;
    Truth same = equal(entry.as<Tuple>()->items()[0], args[0]);
    if (same < 0) return Error;
    if (same) {
      Ref removed = list_pop(handlers(), i);
      if (removed.is_error()) return Error;
    }
  }
  return None;
}

Value atexit_clear(const Value*, uint32_t) {
  list_clear(handlers());
  return None;
}

Value atexit_count(const Value*, uint32_t) { return make_int(list_size(handlers())); }

// Errors are reported one by one; the others still run.
Value atexit_run(const Value*, uint32_t) {
  while (list_size(handlers()) > 0) {
    Ref entry = list_pop(handlers(), -1);
    if (entry.is_error()) {
      clear_error();
      break;
    }
    Value* parts = entry.as<Tuple>()->items();
    Ref result = call_unpacked(parts[0], parts[1], parts[2]);
    if (result.is_error()) {
      Ref message = make_str("Exception ignored in atexit callback");
      write_unraisable_with(parts[0], message);
    }
  }
  return None;
}

const NativeDef functions[] = {PY_RAW("register", atexit_register), PY_ONE("unregister", atexit_unregister), PY_NOARGS("_clear", atexit_clear),
                               PY_NOARGS("_ncallbacks", atexit_count), PY_NOARGS("_run_exitfuncs", atexit_run), {}};

bool fill_atexit(Module* module) {
  module_add_functions(module, functions);
  return true;
}

}  // namespace

namespace native {
extern const ModuleDef module_atexit;
const ModuleDef module_atexit = {"atexit", fill_atexit, false};
}  // namespace native

}  // namespace py
