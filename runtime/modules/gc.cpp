// The gc module: Python's view of the cycle collector (Modules/gcmodule.c). There is one generation, so the
// generation arguments are checked and otherwise make no difference.
#include <cstdio>

#include "runtime/object/cycles.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/object_list.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/registry.hpp"

namespace py {
namespace {

constinit Slot callbacks, garbage;       // lists, set when the module is made

Value list_of(ObjectList& objects) {     // takes the references
  Ref list(make_list(nullptr, 0));
  bool failed = list.is_error();
  for (Object* o : objects) {
    if (!failed) failed = list_append(list.as<List>(), object_value(o)) < 0;
    decref(o);
  }
  return failed ? Error : list.take();
}

// ---- hooks ----

void call_callbacks(const char* phase, const Collection& result) {
  Ref list(to_list(callbacks.peek()));
  if (list.is_error() || list_size(list.as<List>()) == 0) return clear_error();
  Ref info(make_dict()), name(make_str(phase));
  Ref generation(make_str("generation")), collected(make_str("collected")), uncollectable(make_str("uncollectable"));
  Dict* dict = info.as<Dict>();
  if (dict_set(dict, generation, small_int(2)) < 0 || dict_set(dict, collected, small_int(result.collected)) < 0 ||
      dict_set(dict, uncollectable, small_int(result.uncollectable)) < 0)
    return clear_error();
  for (int64_t i = 0; i < list_size(list.as<List>()); ++i) {
    Ref callback(list_get(list.as<List>(), i));
    Ref returned(call(callback, name, info));
    if (returned.is_error()) write_unraisable(callback);
  }
}

void started() {
  if (collector_debug & debug_stats) {
    std::fprintf(stderr, "gc: collecting generation 2...\ngc: objects in each generation: %lld 0 0\n",
                 static_cast<long long>(allocated_since_collection()));
  }
  call_callbacks("start", {});
}

void finished(const Collection& result) {
  if (collector_debug & debug_stats) {
    std::fprintf(stderr, "gc: done, %lld unreachable, %lld uncollectable\n", static_cast<long long>(result.collected),
                 static_cast<long long>(result.uncollectable));
  }
  call_callbacks("stop", result);
}

void save_garbage(Object* o) {
  if (list_append(garbage.peek().as<List>(), object_value(o)) < 0) clear_error();
}

void show_collectable(Object* o) { std::fprintf(stderr, "gc: collectable <%s %p>\n", o->type->name, static_cast<void*>(o)); }

// ---- functions ----

Value enable(const Value*, uint32_t) { return set_automatic_collection(true), None; }
Value disable(const Value*, uint32_t) { return set_automatic_collection(false), None; }
Value is_enabled(const Value*, uint32_t) { return boolean(automatic_collection()); }

Value collect(const Value* args, uint32_t) {
  if (!args[0].is_undefined()) {
    int generation;
    if (!int_argument(args[0], generation)) return Error;
    if (generation < 0 || generation > 2) return raise(exc::ValueError, "invalid generation");
  }
  return small_int(collect_cycles().collected);
}

Value get_count(const Value*, uint32_t) { return tuple_of(small_int(allocated_since_collection()), small_int(0), small_int(0)); }

Value get_threshold(const Value*, uint32_t) {
  int t[3];
  get_collection_thresholds(t);
  return tuple_of(small_int(t[0]), small_int(t[1]), small_int(t[2]));
}

Value set_threshold(const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("gc.set_threshold", kwnames)) return Error;
  if (n < 1) return raise(exc::TypeError, "set_threshold() takes at least 1 argument (0 given)");
  if (n > 3) return raise(exc::TypeError, "set_threshold() takes at most 3 arguments (%d given)", int(n));
  int t[3];
  get_collection_thresholds(t);
  for (uint32_t i = 0; i < n; ++i) {
    int64_t given;
    if (!to_index_int64(args[i], given)) return Error;
    if (given > INT32_MAX || given < INT32_MIN) return raise(exc::OverflowError, "signed integer is greater than maximum");
    t[i] = int(given);
  }
  set_collection_thresholds(t);
  return None;
}

Value get_debug(const Value*, uint32_t) { return small_int(collector_debug); }
Value set_debug(const Value* args, uint32_t) {
  int64_t flags;
  if (!to_index_int64(args[0], flags)) return Error;
  collector_debug = int(flags);
  return None;
}

Value get_objects(const Value* args, uint32_t) {
  if (!args[0].is_undefined() && !args[0].is_none()) {
    int generation;
    if (!int_argument(args[0], generation)) return Error;
    if (generation >= 3)
      return raise(exc::ValueError, "generation parameter must be less than the number of available generations (3)");
    if (generation < -1) return raise(exc::ValueError, "generation parameter cannot be negative");
  }
  ObjectList objects;
  list_tracked(objects);
  return list_of(objects);
}

Value get_referrers(const Value* args, uint32_t n) {
  ObjectList targets, found;
  for (uint32_t i = 0; i < n; ++i) {
    if (args[i].is_object()) targets.push(args[i].object());
  }
  list_referrers(targets.begin(), targets.count(), found);
  return list_of(found);
}

Value get_referents(const Value* args, uint32_t n) {
  struct Gather final : Visitor {
    ObjectList values;                   // only heap objects: numbers and the like are not referred to
    void visit(Value v) override {
      if (v.is_object() && v.object()) values.push(incref(v).object());
    }
  } gather;
  {
    WorldStop stop;
    for (uint32_t i = 0; i < n; ++i) {
      if (is_tracked(args[i])) type_of(args[i])->traverse(args[i].object(), gather);
    }
  }
  return list_of(gather.values);
}

// CPython does not track containers that hold nothing that could refer back: it leaves dicts of atomic values alone.
Value is_tracked_function(const Value* args, uint32_t) {
  Value v = args[0];
  if (is_exactly(v, dict_type)) {
    int64_t position = 0;
    Value key, value;
    while (dict_next(v.as<Dict>(), position, key, value)) {
      if (is_tracked(key) || is_tracked(value)) return True;
    }
    return False;
  }
  if (is_exactly(v, tuple_type) && v.as<Tuple>()->length == 0) return False;
  return boolean(is_tracked(v) && type_of(v) != &object_type);
}

Value is_finalized(const Value* args, uint32_t) {
  return boolean(args[0].is_object() && (args[0].object()->marks.load(std::memory_order_relaxed) & flag_finalized));
}

Value freeze(const Value*, uint32_t) { return freeze_tracked(), None; }
Value unfreeze(const Value*, uint32_t) { return thaw_tracked(), None; }
Value get_freeze_count(const Value*, uint32_t) { return small_int(count_frozen()); }

Value get_stats(const Value*, uint32_t) {
  CollectorStats stats = collector_stats();
  Ref list(make_list(nullptr, 0));
  if (list.is_error()) return Error;
  for (int generation = 0; generation < 3; ++generation) {
    bool oldest = generation == 2;
    Ref dict(make_dict()), collections(make_str("collections")), collected(make_str("collected")),
        uncollectable(make_str("uncollectable"));
    if (dict_set(dict.as<Dict>(), collections, small_int(oldest ? stats.collections : 0)) < 0 ||
        dict_set(dict.as<Dict>(), collected, small_int(oldest ? stats.collected : 0)) < 0 ||
        dict_set(dict.as<Dict>(), uncollectable, small_int(oldest ? stats.uncollectable : 0)) < 0 ||
        list_append(list.as<List>(), dict) < 0)
      return Error;
  }
  return list.take();
}

const NativeDef functions[] = {
    PY_NOARGS("enable", enable),
    PY_NOARGS("disable", disable),
    PY_NOARGS("isenabled", is_enabled),
    PY_KEYWORDS("collect", collect, "generation="),
    PY_NOARGS("get_count", get_count),
    PY_NOARGS("get_threshold", get_threshold),
    PY_RAW("set_threshold", set_threshold),
    PY_NOARGS("get_debug", get_debug),
    PY_ONE("set_debug", set_debug),
    PY_KEYWORDS("get_objects", get_objects, "generation="),
    PY_RANGE("get_referrers", get_referrers, 0, 255),
    PY_RANGE("get_referents", get_referents, 0, 255),
    PY_ONE("is_tracked", is_tracked_function),
    PY_ONE("is_finalized", is_finalized),
    PY_NOARGS("freeze", freeze),
    PY_NOARGS("unfreeze", unfreeze),
    PY_NOARGS("get_freeze_count", get_freeze_count),
    PY_NOARGS("get_stats", get_stats),
    {},
};

bool fill_gc(Module* module) {
  module_add_functions(module, functions);
  for (auto& [name, slot] : {std::pair<const char*, Slot*>{"callbacks", &callbacks}, {"garbage", &garbage}}) {
    Value list = make_list(nullptr, 0);
    if (list.is_error()) return false;
    slot->set(incref(list));
    module_set(module, name, list);
  }
  module_set(module, "DEBUG_STATS", small_int(debug_stats));
  module_set(module, "DEBUG_COLLECTABLE", small_int(debug_collectable));
  module_set(module, "DEBUG_UNCOLLECTABLE", small_int(debug_uncollectable));
  module_set(module, "DEBUG_SAVEALL", small_int(debug_saveall));
  module_set(module, "DEBUG_LEAK", small_int(debug_collectable | debug_uncollectable | debug_saveall));
  collector_hooks = {started, finished, save_garbage, show_collectable};
  return true;
}

}  // namespace

namespace native {
extern const ModuleDef module_gc;
const ModuleDef module_gc = {"gc", fill_gc, false};
}  // namespace native
}  // namespace py
