// threading._active and threading._dangling: private names of Lib/threading.py that test suites and debuggers look into.
//
// In CPython they are a dict and a WeakSet; here they are views of the registry, which is what they stand for.
#include "runtime/modules/threading/thread.hpp"
#include "runtime/object/containers.hpp"

namespace py {

namespace {

// {ident: Thread} of now.
Value active_dict() {
  Ref threads = live_threads(), dict = make_dict();
  if (threads.is_error() || dict.is_error()) return Error;
  List* list = threads.as<List>();
  for (int64_t i = 0; i < list_size(list); ++i) {
    Ref thread = list_get(list, i), ident = make_int_unsigned(thread.as<ThreadObject>()->ident());
    if (dict_set(dict.as<Dict>(), ident, thread) < 0) return Error;
  }
  return dict.take();
}

Value active_item(Value, Value ident) {
  Ref dict = active_dict();
  return dict.is_error() ? Error : get_item(dict, ident);
}

// Only a thread that nobody will take out any more can be deleted: one made by current_thread() for a foreign thread.
Truth forget(Value, Value ident, Value value) {
  if (!value.is_undefined()) return raise_truth(exc::TypeError, "threads enter this dict by themselves");
  Ref thread = active_item(None, ident);
  if (thread.is_error()) return -1;
  if (!is_exactly(thread, dummy_thread_type)) return raise_truth(exc::KeyError, "%R", ident);
  unregister_thread(thread.as<ThreadObject>());
  return 0;
}

Truth active_contains(Value, Value ident) {
  Ref dict = active_dict();
  return dict.is_error() ? -1 : contains(dict, ident);
}

int64_t count(Value) { return live_thread_count(); }

Value iterate_active(Value) {
  Ref dict = active_dict();
  return dict.is_error() ? Error : iter(dict);
}
Value iterate_dangling(Value) {
  Ref threads = live_threads();
  return threads.is_error() ? Error : iter(threads);
}

Value copy_active(const Value*, uint32_t) { return active_dict(); }
Value copy_dangling(const Value*, uint32_t) {
  Ref threads = live_threads(), set = make_set();
  if (threads.is_error()) return Error;
  List* list = threads.as<List>();
  for (int64_t i = 0; i < list_size(list); ++i) {
    Ref thread = list_get(list, i);
    if (set_add(set, thread) < 0) return Error;
  }
  return set.take();
}

constexpr NativeDef active_methods[] = {PY_NOARGS("copy", copy_active), {}};
constexpr NativeDef dangling_methods[] = {PY_NOARGS("copy", copy_dangling), {}};

Type active_type{{.name = "threading._ActiveThreads",
                  .instance_size = sizeof(Object),
                  .iter = iterate_active,
                  .length = count,
                  .get_item = active_item,
                  .set_item = forget,
                  .contains = active_contains,
                  .methods = active_methods}};
Type dangling_type{{.name = "threading._DanglingThreads",
                    .instance_size = sizeof(Object),
                    .iter = iterate_dangling,
                    .length = count,
                    .methods = dangling_methods}};

}  // namespace

void add_live_views(Module* module) {
  for (auto& [type, name] : {std::pair{&active_type, "_active"}, std::pair{&dangling_type, "_dangling"}}) {
    type_ready(*type);
    module_set(module, name, object_value(allocate_instance(type)));
  }
}

}  // namespace py
