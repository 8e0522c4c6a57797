// Modules queue and _queue.
#include "runtime/modules/queue/queue.hpp"
#include "runtime/object/module.hpp"

namespace py {

namespace {

bool fill_c_queue(Module* module) {
  module_add_type(module, simple_queue_type);
  module_add_type(module, queue_empty_type);
  return true;
}

bool fill_queue(Module* module) {
  Ref deques = import_module(PY_NAME(_collections));
  if (deques.is_error()) return false;
  Value push = module_attribute("_heapq", "heappush"), pop = module_attribute("_heapq", "heappop");
  if (push.is_error() || pop.is_error()) return false;
  heap_push.set(push);
  heap_pop.set(pop);
  for (Type* type : {&queue_empty_type, &queue_full_type, &simple_queue_type}) module_add_type(module, *type);
  module_set(module, "_PySimpleQueue", value_of(simple_queue_type));
  for (Type* type : {&queue_type, &lifo_queue_type, &priority_queue_type}) add_python_class(module, *type, "queue");
  module_set_all(module, {"Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"});
  return true;
}

}  // namespace

constinit Type queue_empty_type{{.name = "_queue.Empty",
                                 .instance_size = sizeof(Exception),
                                 .flags = type_is_base | type_has_dict | kind_exception,
                                 .base = &exc::Exception}};
constinit Type queue_full_type{{.name = "queue.Full",
                                .instance_size = sizeof(Exception),
                                .flags = type_is_base | type_has_dict | kind_exception,
                                .base = &exc::Exception}};

namespace native {
extern const ModuleDef module_queue, module__uqueue;
const ModuleDef module_queue = {"queue", fill_queue, false};
const ModuleDef module__uqueue = {"_queue", fill_c_queue, false};
}  // namespace native

}  // namespace py
