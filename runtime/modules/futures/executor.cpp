// concurrent.futures.Executor and what its map() returns. Definition: Lib/concurrent/futures/_base.py of CPython 3.11.
#include "runtime/modules/futures/futures.hpp"
#include "runtime/object/module.hpp"

namespace py {

using portalis::Deadline;

namespace {

// ---- the results of map(), in the order of the calls ----

struct MapResultsBody {
  Values futures;
  int64_t next = 0;
  Deadline deadline = Deadline::never();
  bool begun = false;                    // a generator that was never resumed has nothing to clean up
  std::atomic<bool> busy{false};
};
struct MapResults : Object, MapResultsBody {
  using Body = MapResultsBody;
};

// Whatever has not been asked for yet is not wanted any more.
void cancel_rest(MapResults* self) {
  Ref pending = error_pending() ? fetch_error() : Undefined;
  for (; self->begun && self->next < self->futures.size(); ++self->next) {
    if (!run_method(self->futures[self->next], PY_NAME(cancel))) clear_error();
  }
  self->futures.clear();
  self->next = 0;
  if (!pending.is_undefined()) restore_error(pending.take());
}

Value result_of(Value future, Deadline deadline) {
  if (FutureObject* f = is_exactly(future, future_type) ? as_future(future) : nullptr) return future_result(f, deadline);
  if (deadline.is_never()) return call_method(future, PY_NAME(result));
  Ref left = make_float(double(deadline.ns() - portalis::monotonic_ns()) / 1e9);
  return call_method(future, PY_NAME(result), left);
}

bool enter_results(MapResults* self) {
  return !self->busy.exchange(true, std::memory_order_acquire) || raise_false(exc::ValueError, "generator already executing");
}

Value next_result(Value v) {
  auto* self = v.as<MapResults>();
  if (!enter_results(self)) return Error;
  Value result = Undefined;
  self->begun = true;
  if (self->next < self->futures.size()) {
    Ref future = std::exchange(self->futures[self->next++], None);
    result = result_of(future, self->deadline);
    if (result.is_error()) {
      Ref error = fetch_error();
      if (!run_method(future, PY_NAME(cancel))) clear_error();
      cancel_rest(self);
      restore_error(error.take());
    }
  }
  self->busy.store(false, std::memory_order_release);
  return result;
}

Value close_results(const Value* args, uint32_t) {
  auto* self = args[0].as<MapResults>();
  if (!enter_results(self)) return Error;
  cancel_rest(self);
  self->busy.store(false, std::memory_order_release);
  return None;
}

using Life = Lifecycle<MapResults>;

void dealloc_results(Object* o) {
  cancel_rest(static_cast<MapResults*>(o));
  Life::dealloc(o);
}

void traverse_results(Object* o, Visitor& visitor) {
  auto* self = static_cast<MapResults*>(o);
  for (int64_t i = 0; i < self->futures.size(); ++i) visitor.visit(self->futures[i]);
}

constexpr NativeDef results_methods[] = {PY_NOARGS("close", close_results), {}};

// ---- Executor ----

Value submit(const Value*, uint32_t, Tuple*) { return raise_plain(exc::NotImplementedError); }
Value shutdown(const Value*, uint32_t, Tuple*) { return None; }
Value enter(const Value* args, uint32_t) { return incref(args[0]); }

Value exit(const Value* args, uint32_t) {
  Ref names = tuple_of(object_value(PY_NAME(wait)));
  Value call_args[] = {args[0], True};
  Ref result = call_method(PY_NAME(shutdown), call_args, 1, names.as<Tuple>());
  return result.is_error() ? Error : False;
}

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  return o ? object_value(o) : Error;
}

struct ExecutorBody {};
struct ExecutorObject : Object, ExecutorBody {
  using Body = ExecutorBody;
};
using ExecutorLife = Lifecycle<ExecutorObject>;

constexpr NativeDef executor_methods[] = {PY_RAW("submit", submit),         PY_RAW("map", executor_map),
                                          PY_RAW("shutdown", shutdown),     PY_NOARGS("__enter__", enter),
                                          PY_RANGE("__exit__", exit, 0, 255), {}};

}  // namespace

constinit Type map_results_type{{.name = "generator",
                                 .instance_size = sizeof(MapResults),
                                 .dealloc = dealloc_results,
                                 .traverse = traverse_results,
                                 .clear = [](Object* o) { cancel_rest(static_cast<MapResults*>(o)); },
                                 .iter = [](Value self) { return incref(self); },
                                 .next = next_result,
                                 .methods = results_methods}};

constinit Type executor_type{{.name = "Executor",
                              .instance_size = sizeof(Object),
                              .flags = type_is_base | type_has_dict | type_has_weakrefs,
                              .doc = "This is an abstract base class for concrete asynchronous executors.",
                              .create = create,
                              .dealloc = ExecutorLife::dealloc,
                              .traverse = ExecutorLife::traverse,
                              .clear = ExecutorLife::clear,
                              .methods = executor_methods}};

Value executor_map(const Value* args, uint32_t n, Tuple* kwnames) {
  // map(self, fn, *iterables, timeout=None, chunksize=1); chunksize is for processes.
  Deadline deadline = Deadline::never();
  for (int64_t i = 0; kwnames && i < kwnames->length; ++i) {
    Str* name = as_str(kwnames->items()[i]);
    if (name == PY_NAME(chunksize)) continue;
    if (name != PY_NAME(timeout)) return raise(exc::TypeError, "Executor.map() got an unexpected keyword argument '%U'", name);
    if (!deadline_from(args[n + i], deadline)) return Error;
  }
  if (n < 2) return raise(exc::TypeError, "Executor.map() missing 1 required positional argument: 'fn'");
  auto* self = make_instance<MapResults>(&map_results_type);
  if (!self) return Error;
  Ref results = object_value(self);
  self->deadline = deadline;
  Ref rows = call(builtin(PY_NAME(zip)), args + 2, n - 2);
  if (rows.is_error()) return Error;
  for (;;) {
    Ref row = next(rows);
    if (row.is_error()) return Error;
    if (row.is_undefined()) return results.take();
    Tuple* items = row.as<Tuple>();
    Values arguments;
    if (!arguments.push(incref(args[0])) || !arguments.push(incref(args[1]))) return Error;
    for (int64_t i = 0; i < items->length; ++i) {
      if (!arguments.push(incref(items->items()[i]))) return Error;
    }
    Value future = call_method(PY_NAME(submit), arguments.data(), uint32_t(arguments.size()));
    if (future.is_error() || !self->futures.push(future)) return Error;
  }
}

}  // namespace py
