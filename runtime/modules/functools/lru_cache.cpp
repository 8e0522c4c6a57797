// The wrapper that functools.lru_cache puts around a function. The cache is a dict in order of use.
//
// As in CPython, calls of the function itself are not serialised: two threads that miss at once both compute. Counters
// are exact, and the cache never holds more than maxsize results.
#include "runtime/modules/functools/functools.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/dict_core.hpp"
#include "runtime/object/tuple_key.hpp"

namespace py::functools {
namespace {

struct LruCache : Object {
  Slot function, info_type, cache;       // cache: dict of results
  int64_t limit;                         // -1: none
  bool typed;
  std::atomic<int64_t> hits, misses;
};
LruCache* self_of(Value v) { return v.as<LruCache>(); }

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("lru_cache", nullptr, "user_function, maxsize, typed, cache_info_type");
  Value given[4];
  if (!bind_arguments(def, args, n, kwnames, given)) return Error;
  if (!type_of(given[0])->call) return raise(exc::TypeError, "the first argument must be callable");
  int64_t limit = -1;
  if (!given[1].is_none()) {
    if (!has_index(given[1])) return raise(exc::TypeError, "maxsize should be integer or None");
    if (!ssize_argument(given[1], limit)) return Error;
    if (limit < 0) limit = 0;
  }
  Truth typed = truth(given[2]);
  if (typed < 0) return Error;
  auto* c = static_cast<LruCache*>(allocate_instance(cls));
  c->function.init(incref(given[0]));
  c->info_type.init(incref(given[3]));
  c->cache.init(make_dict());
  c->limit = limit;
  c->typed = typed;
  return object_value(c);
}

// The arguments as one hashable value: the only argument itself when it is a plain int or str, else a tuple in which a
// mark keeps keywords apart from positions.
Value make_key(LruCache* c, const Value* args, uint32_t n, Tuple* kwnames) {
  int64_t keywords = kwnames ? kwnames->length : 0;
  if (!c->typed && keywords == 0) {
    return n == 1 && (is_exact_int(args[0]) || is_exactly(args[0], str_type)) ? incref(args[0]) : make_tuple(args, n);
  }
  Values parts;
  if (!parts.reserve((n + 2 * keywords) * 2 + 1)) return Error;
  for (uint32_t i = 0; i < n; ++i) (void)parts.push(incref(args[i]));
  if (keywords) (void)parts.push(incref(value_of(lru_cache_type)));
  for (int64_t i = 0; i < keywords; ++i) {
    (void)parts.push(incref(kwnames->items()[i]));
    (void)parts.push(incref(args[n + i]));
  }
  for (int64_t i = 0; c->typed && i < n + keywords; ++i) (void)parts.push(incref(value_of(*type_of(args[i]))));
  Value key = make_tuple_owned(parts.data(), parts.size());
  parts.forget();
  return key;
}

// The result of that key, which was used last from now on; owned, Undefined or Error.
Value find_and_use(Dict* d, Value key, int64_t hash) {
  DictFind find(d, key, hash);
  if (find.entry < 0) return find.entry == DictFind::failed ? Error : Undefined;
  Value result = d->table.load(std::memory_order_relaxed)->entries()[find.entry].value.get();
  if (dict_move_last_locked(d, find.entry, hash)) return result;
  decref(result);
  return Error;
}

// The same while there is only one thread, by a key that need not be made. Undefined: it is not there or must be looked for with an object.
template <class Key>
Value find_at_once(LruCache* c, const Key& key) {
  Dict* d = c->cache.peek().as<Dict>();
  Value found;
  DictPlace place;
  if (threads_alive() || dict_peek(d, key.value(), found, &place) != 1) return Undefined;
  incref(found);
  if (c->limit < 0 || dict_move_last_locked(d, place.entry, place.hash)) return found;
  decref(found);
  return Error;
}
Value find_by_few(LruCache* c, const Value* args, uint32_t n) {
  if (c->typed) return Undefined;
  if (n == 2) return find_at_once(c, TupleKey(args[0], args[1]));
  return n == 3 ? find_at_once(c, TupleKey(args[0], args[1], args[2])) : Undefined;
}

// Drops the result that was used longest ago if there are more than `limit`. Asked under the lock: of two threads that both find one too
// many, one drops it. False: there are no more.
bool drop_oldest_beyond(Dict* d, int64_t limit) {
  Value key, value;
  {
    ObjectLock lock(d);
    if (d->count.load(std::memory_order_relaxed) <= limit) return false;
    DictTable* t = d->table.load(std::memory_order_relaxed);
    while (t->entries()[t->live_begin].value.peek().is_undefined()) ++t->live_begin;
    dict_remove_locked(d, t->live_begin, key, value);
  }
  release_overwritten(key);
  release_overwritten(value);
  return true;
}

Value call_cached(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  LruCache* c = self_of(self);
  Ref function = c->function.get();
  if (c->limit == 0) {
    c->misses.fetch_add(1, std::memory_order_relaxed);
    return call(function, args, n, kwnames);
  }
  if (!kwnames) {
    Value found = find_by_few(c, args, n);
    if (!found.is_undefined()) {
      if (!found.is_error()) c->hits.fetch_add(1, std::memory_order_relaxed);
      return found;
    }
  }
  Ref key = make_key(c, args, n, kwnames);
  if (key.is_error()) return Error;
  int64_t h = hash_key(key);
  if (h == -1) return Error;
  Ref cache = c->cache.get();
  Dict* d = cache.as<Dict>();
  Ref found = c->limit > 0 ? find_and_use(d, key, h) : dict_get(d, key, h);
  if (found.is_error()) return Error;
  if (!found.is_undefined()) {
    c->hits.fetch_add(1, std::memory_order_relaxed);
    return found.take();
  }
  c->misses.fetch_add(1, std::memory_order_relaxed);
  Ref result = call(function, args, n, kwnames);
  if (result.is_error()) return Error;
  Ref stored = dict_set_default(d, key, result, h);
  if (stored.is_error()) return Error;
  while (c->limit > 0 && drop_oldest_beyond(d, c->limit)) {}
  return result.take();
}

void dealloc(Object* self) {
  auto* c = static_cast<LruCache*>(self);
  for (Slot* s : {&c->function, &c->info_type, &c->cache}) decref(s->peek());
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) {
  auto* c = static_cast<LruCache*>(self);
  for (Slot* s : {&c->function, &c->info_type, &c->cache}) visitor.visit(*s);
}
void clear(Object* self) { dict_clear(static_cast<LruCache*>(self)->cache.peek().as<Dict>()); }

Value cache_info(const Value* args, uint32_t) {
  LruCache* c = self_of(args[0]);
  Ref info_type = c->info_type.get(), cache = c->cache.get();
  Value numbers[] = {small_int(c->hits.load(std::memory_order_relaxed)), small_int(c->misses.load(std::memory_order_relaxed)),
                     c->limit < 0 ? None : small_int(c->limit), small_int(dict_size(cache.as<Dict>()))};
  return call(info_type, numbers, 4);
}

Value cache_clear(const Value* args, uint32_t) {
  LruCache* c = self_of(args[0]);
  c->hits.store(0, std::memory_order_relaxed);
  c->misses.store(0, std::memory_order_relaxed);
  Ref cache = c->cache.get();
  dict_clear(cache.as<Dict>());
  return None;
}

Value copy(const Value* args, uint32_t) { return incref(args[0]); }

Value reduce(const Value* args, uint32_t) {
  static Str* const qualname = intern("__qualname__");
  return get_attribute(args[0], qualname);
}

constexpr NativeDef methods[] = {PY_NOARGS("cache_info", cache_info), PY_NOARGS("cache_clear", cache_clear), PY_NOARGS("__copy__", copy),
                                 PY_ONE("__deepcopy__", copy), PY_NOARGS("__reduce__", reduce), {}};

const GetSetDef getsets[] = {instance_dict_getset, {}};

}  // namespace

constinit Type lru_cache_type{{.name = "functools._lru_cache_wrapper", .instance_size = sizeof(LruCache), .flags = type_is_base | type_has_dict | type_has_weakrefs,
                               .doc = "Create a cached callable that wraps another function.", .create = create, .dealloc = dealloc,
                               .traverse = traverse, .clear = clear, .call = call_cached, .descriptor_get = get_as_method, .methods = methods,
                               .getsets = getsets}};

}  // namespace py::functools
