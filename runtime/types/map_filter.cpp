// The types map and filter.
#include "runtime/object/own_init.hpp"
#include "runtime/types/container_support.hpp"

namespace py {
namespace {

struct Map : Object {
  Value function, iterators;             // owned; iterators: tuple
};

Value create_map(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("map", kwnames, cls, map_type)) return Error;
  if (n < 2) return raise(exc::TypeError, "map() must have at least two arguments.");
  Values iterators;
  for (uint32_t i = 1; i < n; ++i) {
    Value it = iter(args[i]);
    if (it.is_error()) return Error;
    if (!iterators.push(it)) return Error;
  }
  Value tuple = make_tuple_owned(iterators.data(), iterators.size());
  iterators.forget();
  if (tuple.is_error()) return Error;
  auto* m = static_cast<Map*>(cls == &map_type ? allocate_object(cls, sizeof(Map)) : allocate_instance(cls));
  m->function = incref(args[0]);
  m->iterators = tuple;
  return object_value(m);
}

Value step_map(Value self) {
  auto* m = self.as<Map>();
  Tuple* iterators = m->iterators.as<Tuple>();
  if (iterators->length == 1) [[likely]] {
    Value it = iterators->items()[0];
    Ref item = type_of(it)->next(it);
    if (item.is_undefined() || item.is_error()) return item.take();
    return call(m->function, item);
  }
  Values items;
  if (!items.reserve(iterators->length)) return Error;
  for (int64_t i = 0; i < iterators->length; ++i) {
    Value it = iterators->items()[i];
    Value item = type_of(it)->next(it);
    if (item.is_undefined() || item.is_error()) return item;
    (void)items.push(item);
  }
  return call(m->function, items.data(), static_cast<uint32_t>(items.size()));
}

void dealloc_map(Object* self) {
  decref(static_cast<Map*>(self)->function);
  decref(static_cast<Map*>(self)->iterators);
  free_object(self);
}
void traverse_map(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<Map*>(self)->function);
  visitor.visit(static_cast<Map*>(self)->iterators);
}

struct Filter : Object {
  Value function, iterator;              // owned
};

Value create_filter(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("filter", kwnames, cls, filter_type)) return Error;
  if (!check_positional("filter", n, 2, 2)) return Error;
  Value iterator = iter(args[1]);
  if (iterator.is_error()) return Error;
  auto* f = static_cast<Filter*>(cls == &filter_type ? allocate_object(cls, sizeof(Filter)) : allocate_instance(cls));
  f->function = incref(args[0]);
  f->iterator = iterator;
  return object_value(f);
}

Value step_filter(Value self) {
  auto* f = self.as<Filter>();
  UnarySlot advance = type_of(f->iterator)->next;
  bool as_is = f->function.is_none() || f->function.same(value_of(bool_type));
  for (;;) {
    Ref item = advance(f->iterator);
    if (item.is_undefined() || item.is_error()) return item.take();
    Truth good;
    if (as_is) {
      good = truth(item);
    } else {
      Ref verdict = call(f->function, item);
      good = verdict.is_error() ? -1 : truth(verdict);
    }
    if (good < 0) return Error;
    if (good) return item.take();
  }
}

void dealloc_filter(Object* self) {
  decref(static_cast<Filter*>(self)->function);
  decref(static_cast<Filter*>(self)->iterator);
  free_object(self);
}
void traverse_filter(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<Filter*>(self)->function);
  visitor.visit(static_cast<Filter*>(self)->iterator);
}

Value reduce_map(const Value* args, uint32_t) {
  auto* m = args[0].as<Map>();
  Ref function = tuple_of(m->function), arguments = add(function, m->iterators);
  return arguments.is_error() ? Error : tuple_of(value_of(*type_of(args[0])), arguments);
}
Value reduce_filter(const Value* args, uint32_t) {
  auto* f = args[0].as<Filter>();
  Ref arguments = tuple_of(f->function, f->iterator);
  return arguments.is_error() ? Error : tuple_of(value_of(*type_of(args[0])), arguments);
}
constexpr NativeDef map_methods[] = {PY_NOARGS("__reduce__", reduce_map), {}};
constexpr NativeDef filter_methods[] = {PY_NOARGS("__reduce__", reduce_filter), {}};

}  // namespace

constinit Type map_type{{.name = "map", .instance_size = sizeof(Map), .flags = type_is_base,
                         .doc = "map(func, *iterables) --> map object\n\nMake an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.",
                         .create = create_map, .dealloc = dealloc_map, .traverse = traverse_map, .iter = iterator_self, .next = step_map,
                         .methods = map_methods}};
constinit Type filter_type{{.name = "filter", .instance_size = sizeof(Filter), .flags = type_is_base,
                            .doc = "filter(function or None, iterable) --> filter object\n\nReturn an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
                            .create = create_filter, .dealloc = dealloc_filter, .traverse = traverse_filter, .iter = iterator_self,
                            .next = step_filter, .methods = filter_methods}};

}  // namespace py
