// Code objects as Python sees them (Objects/codeobject.c), and the names interned with them.
#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"

namespace py {

CodeCache* cache_of(const Code& code) {
  if (CodeCache* c = code.cache.load(std::memory_order_acquire)) [[likely]] return c;
  auto* fresh = static_cast<CodeCache*>(allocate_buffer(sizeof(CodeCache) + (code.local_count + 1) * sizeof(Str*)));
  if (!fresh) return nullptr;
  for (uint32_t i = 0; i < code.local_count; ++i) fresh->names[i] = intern(code.names[i]);
  auto* object = allocate<CodeObject>(&code_type);
  object->code = &code;
  make_immortal(object);
  fresh->code_object = object_value(object);
  CodeCache* expected = nullptr;         // a second thread's is left alone: it is small and happens once
  return code.cache.compare_exchange_strong(expected, fresh, std::memory_order_acq_rel) ? fresh : expected;
}

Value code_object(const Code& code) {
  CodeCache* c = cache_of(code);
  return c ? c->code_object : Error;
}

static const Code& code_of(Value v) { return *v.as<CodeObject>()->code; }

static Value get_varnames(Value self) {
  const Code& c = code_of(self);
  CodeCache* cache = cache_of(c);
  if (!cache) return Error;
  Tuple* t = allocate_tuple(c.local_count);
  if (!t) return Error;
  for (uint32_t i = 0; i < c.local_count; ++i) t->items()[i] = object_value(cache->names[i]);
  return object_value(t);
}
static Value tuple_of_names(const char* const* names, uint32_t count) {
  Tuple* t = allocate_tuple(count);
  if (!t) return Error;
  for (uint32_t i = 0; i < count; ++i) t->items()[i] = object_value(intern(names[i]));
  return object_value(t);
}
static Value get_freevars(Value self) { return tuple_of_names(code_of(self).free_names, code_of(self).free_count); }
static Value get_cellvars(Value self) { return tuple_of_names(code_of(self).cell_names, code_of(self).cell_count); }
static const GetSetDef code_getsets[] = {
    {"co_name", [](Value v) { return object_value(intern(code_of(v).name)); }, nullptr},
    {"co_qualname", [](Value v) { return make_str(code_of(v).qualname); }, nullptr},
    {"co_filename", [](Value v) { return object_value(absolute_file(code_of(v).source->file)); }, nullptr},
    {"co_firstlineno", [](Value v) { return small_int(code_of(v).first_line); }, nullptr},
    {"co_argcount", [](Value v) { return small_int(code_of(v).positional); }, nullptr},
    {"co_posonlyargcount", [](Value v) { return small_int(code_of(v).positional_only); }, nullptr},
    {"co_kwonlyargcount", [](Value v) { return small_int(code_of(v).keyword_only); }, nullptr},
    {"co_nlocals", [](Value v) { return small_int(code_of(v).local_count); }, nullptr},
    {"co_flags", [](Value v) { return small_int(code_of(v).flags | 3); }, nullptr},   // CO_OPTIMIZED | CO_NEWLOCALS
    {"co_varnames", get_varnames, nullptr},
    {"co_freevars", get_freevars, nullptr},
    {"co_cellvars", get_cellvars, nullptr},
    {},
};
static Value code_repr(Value self) {
  const Code& c = code_of(self);
  return format_text("<code object %s at %p, file \"%U\", line %d>", c.name, reinterpret_cast<void*>(self.bits), absolute_file(c.source->file), static_cast<int>(c.first_line));
}
constinit Type code_type{{.name = "code",
                          .instance_size = sizeof(CodeObject),
                          .flags = type_has_weakrefs,
                          .base = &object_type,
                          .repr = code_repr,
                          .getsets = code_getsets}};

}  // namespace py
