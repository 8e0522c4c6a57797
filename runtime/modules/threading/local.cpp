// threading.local: a namespace for each thread that uses the object. Definition: local objects in
// Modules/_threadmodule.c of CPython 3.11.
//
// Each local has an index into a table that every thread has for itself, and a serial number that tells it from
// former owners of the index. Reading is thus a look into the thread's own table, without a lock. The tables are
// linked, under a lock, so that the end of a local takes its namespaces out of all of them.
//
// Invariant: an entry is written by its own thread, or by the thread that disposes of the local with that serial
// number, when no other can be using it. Both hold tables_lock; the owner reads without.
#include <cstdlib>

#include "portalis/mutex.hpp"
#include "runtime/modules/threading/threading.hpp"
#include "runtime/object/dict_table.hpp"
#include "runtime/platform/platform.hpp"

namespace py {

using portalis::MutexLock;
namespace platform = portalis::platform;

struct LocalTable {
  struct Entry {
    uint64_t serial;
    Value dict;                          // owned; a Dict, or Undefined
  };
  Entry* entries = nullptr;
  uint32_t size = 0;
  LocalTable* next = nullptr;                 // all tables, guarded by tables_lock
  LocalTable* previous = nullptr;
};

namespace {

struct LocalBody {
  uint32_t index = 0;
  uint64_t serial = 0;
  Slot args, kwnames;                    // of the constructor: tuples, for __init__ in each thread
};
struct LocalObject : Object, LocalBody {
  using Body = LocalBody;
};

portalis::RawMutex tables_lock;
LocalTable* tables = nullptr;
uint32_t* free_indices = nullptr;        // guarded by tables_lock, as all below
uint32_t free_count = 0, free_capacity = 0, next_index = 0;
uint64_t next_serial = 1;

void assign_index(LocalBody* local) {
  MutexLock lock(tables_lock);
  local->serial = next_serial++;
  local->index = free_count ? free_indices[--free_count] : next_index++;
}

void give_index_back(uint32_t index) REQUIRES(tables_lock) {
  if (free_count == free_capacity) {
    free_capacity = free_capacity ? free_capacity * 2 : 16;
    free_indices = static_cast<uint32_t*>(realloc(free_indices, free_capacity * sizeof(uint32_t)));
    if (!free_indices) abort();
  }
  free_indices[free_count++] = index;
}

LocalTable::Entry* find(LocalObject* local) {
  LocalTable* table = this_thread->locals;
  if (!table || local->index >= table->size) return nullptr;
  LocalTable::Entry& entry = table->entries[local->index];
  return entry.serial == local->serial && !entry.dict.is_undefined() ? &entry : nullptr;
}

void enter(LocalObject* local, Value dict_owned) {
  Value old = Undefined;
  {
    MutexLock lock(tables_lock);
    LocalTable* table = this_thread->locals;
    if (!table) {
      table = this_thread->locals = new LocalTable;
      table->next = tables;
      if (tables) tables->previous = table;
      tables = table;
    }
    if (local->index >= table->size) {
      uint32_t size = local->index + 8;
      auto* entries = static_cast<LocalTable::Entry*>(realloc(table->entries, size * sizeof(LocalTable::Entry)));
      if (!entries) abort();
      for (uint32_t i = table->size; i < size; ++i) entries[i] = {0, Undefined};
      table->entries = entries;
      table->size = size;
    }
    LocalTable::Entry& entry = table->entries[local->index];
    old = entry.dict;
    entry = {local->serial, dict_owned};
  }
  decref(old);
}

// The namespace of the calling thread, borrowed; made, and __init__ run in it, on first use. nullptr: error.
Dict* namespace_of(LocalObject* local) {
  if (LocalTable::Entry* entry = find(local)) [[likely]] return entry->dict.as<Dict>();
  Ref dict = make_dict();
  if (dict.is_error()) return nullptr;
  Dict* result = dict.as<Dict>();
  enter(local, dict.take());
  Value self = object_value(local);
  auto init = type_of(self)->init;
  if (!init || init == local_type.init || is_exactly(self, local_type)) return result;
  Ref args = local->args.get(), names = local->kwnames.get();
  Tuple* given = args.as<Tuple>();
  Tuple* kwnames = names.is_undefined() ? nullptr : names.as<Tuple>();
  uint32_t n = uint32_t(given->length - (kwnames ? kwnames->length : 0));
  if (init(self, given->items(), n, kwnames) >= 0) return result;
  // As if the thread had never come here.
  LocalTable::Entry* entry = find(local);
  if (entry) {
    Value failed = Undefined;
    {
      MutexLock lock(tables_lock);
      std::swap(failed, entry->dict);
    }
    Ref error = fetch_error();
    decref(failed);
    restore_error(error.take());
  }
  return nullptr;
}

Value local_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  uint32_t total = n + (kwnames ? uint32_t(kwnames->length) : 0);
  if (total > 0 && (!cls->init || cls->init == object_type.init || cls->init == local_type.init)) {
    return raise(exc::TypeError, "Initialization arguments are not supported");
  }
  auto* local = make_instance<LocalObject>(cls);
  if (!local) return Error;
  Ref self = object_value(local);
  local->args.init(make_tuple(args, total));
  if (kwnames) local->kwnames.init(incref(object_value(kwnames)));
  assign_index(local);
  // The creating thread's namespace exists from now on: the constructor calls __init__ for it.
  Ref dict = make_dict();
  if (dict.is_error()) return Error;
  enter(local, dict.take());
  return self.take();
}

Truth local_init(Value, const Value*, uint32_t, Tuple*) { return 0; }

Value local_get_attribute(Value self, Str* name) {
  Dict* dict = namespace_of(self.as<LocalObject>());
  if (!dict) return Error;
  if (name == dunder::dict) return incref(object_value(dict));
  return generic_get_attribute(self, name, dict);
}

Truth local_set_attribute(Value self, Str* name, Value value) {
  Dict* dict = namespace_of(self.as<LocalObject>());
  if (!dict) return -1;
  if (name == dunder::dict) {
    return raise_truth(exc::AttributeError, "'%s' object attribute '__dict__' is read-only", type_of(self)->name);
  }
  return generic_set_attribute(self, name, value, dict);
}

void remove_everywhere(LocalObject* local) {
  // One at a time, since releasing a namespace may run anything.
  for (;;) {
    Value dict = Undefined;
    {
      MutexLock lock(tables_lock);
      for (LocalTable* table = tables; table && dict.is_undefined(); table = table->next) {
        if (local->index >= table->size || table->entries[local->index].serial != local->serial) continue;
        std::swap(dict, table->entries[local->index].dict);
      }
      if (dict.is_undefined()) return;
    }
    release_overwritten(dict);
  }
}

using Life = Lifecycle<LocalObject, &LocalBody::args, &LocalBody::kwnames>;

// The namespaces of all threads are the local's own: a local that is reachable only from them is garbage. Runs while the
// world is stopped, when nobody is inside a section of tables_lock (there is no safepoint in one).
void local_traverse(Object* o, Visitor& visitor) {
  auto* local = static_cast<LocalObject*>(o);
  for (LocalTable* table = tables; table; table = table->next) {
    if (local->index >= table->size || table->entries[local->index].serial != local->serial) continue;
    Value dict = table->entries[local->index].dict;
    if (dict.is_object()) visitor.visit(dict);
  }
  Life::traverse(o, visitor);
}

void local_clear(Object* o) {
  remove_everywhere(static_cast<LocalObject*>(o));
  Life::clear(o);
}

void local_dealloc(Object* o) {
  auto* local = static_cast<LocalObject*>(o);
  remove_everywhere(local);
  if (local->serial) {
    MutexLock lock(tables_lock);
    give_index_back(local->index);
  }
  Life::dealloc(o);
}

}  // namespace

Value peek_thread_local(Value local, Str* name) {
  LocalTable::Entry* entry = find(local.as<LocalObject>());
  if (!entry) return Undefined;
  // Most locals hold one thing only.
  DictTable* table = entry->dict.as<Dict>()->table.load(std::memory_order_acquire);
  if (table->used.load(std::memory_order_acquire) && table->entries()[0].key.peek().same(object_value(name))) [[likely]] {
    return table->entries()[0].value.peek();
  }
  return dict_get_borrowed(entry->dict.as<Dict>(), name);
}

void clear_thread_locals() {
  // Releasing a namespace may use locals again.
  while (LocalTable* table = this_thread->locals) {
    {
      MutexLock lock(tables_lock);
      (table->previous ? table->previous->next : tables) = table->next;
      if (table->next) table->next->previous = table->previous;
    }
    this_thread->locals = nullptr;
    for (uint32_t i = 0; i < table->size; ++i) decref(table->entries[i].dict);
    free(table->entries);
    delete table;
  }
}

constinit Type local_type{{.name = "_thread._local",
                           .instance_size = sizeof(LocalObject),
                           .flags = type_is_base | type_has_weakrefs,
                           .doc = "Thread-local data",
                           .create = local_create,
                           .init = local_init,
                           .dealloc = local_dealloc,
                           .traverse = local_traverse,
                           .clear = local_clear,
                           .get_attribute = local_get_attribute,
                           .set_attribute = local_set_attribute}};

}  // namespace py
