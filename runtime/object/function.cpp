// The type `function`: attributes of functions written in Python (Objects/funcobject.c).
#include "runtime/object/dict_table.hpp"
#include <new>

#include "runtime/object/containers.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"

namespace py {

static Function* fn(Value v) { return v.as<Function>(); }

Value function_qualname(Function* f) {
  Value v = f->qualname.get();
  return v.is_undefined() ? make_str(f->code->qualname) : v;
}

static Value get_name(Value self) {
  Value v = fn(self)->name.get();
  return v.is_undefined() ? object_value(intern(fn(self)->code->name)) : v;
}
static Value get_qualname(Value self) { return function_qualname(fn(self)); }
static Truth set_text(Slot& slot, Value value, const char* name) {
  if (value.is_undefined() || !as_str(value)) {
    (void)raise(exc::TypeError, "%s must be set to a string object", name);
    return -1;
  }
  slot.set(incref(value));
  return 0;
}
static Value get_doc(Value self) {
  Value v = fn(self)->doc.get();
  if (!v.is_undefined()) return v;
  return fn(self)->code->doc ? make_str(fn(self)->code->doc) : None;
}
static Value get_module(Value self) {
  Value v = fn(self)->module_name.get();
  if (!v.is_undefined()) return v;
  if (!fn(self)->module) return None;
  v = dict_get(module_globals(fn(self)->module), dunder::name);
  return v.is_undefined() ? None : v;
}
static Truth set_any(Slot& slot, Value value) {
  slot.set(value.is_undefined() ? None : incref(value));
  return 0;
}
static Value get_defaults(Value self) { Value v = fn(self)->defaults.get(); return v.is_undefined() ? None : v; }
static Truth set_defaults(Value self, Value value) {
  if (!value.is_undefined() && !value.is_none() && !as_tuple(value)) {
    (void)raise(exc::TypeError, "__defaults__ must be set to a tuple object");
    return -1;
  }
  return set_any(fn(self)->defaults, value);
}
static Value get_keyword_defaults(Value self) { Value v = fn(self)->keyword_defaults.get(); return v.is_undefined() ? None : v; }
static Truth set_keyword_defaults(Value self, Value value) {
  if (!value.is_undefined() && !value.is_none() && !as_dict(value)) {
    (void)raise(exc::TypeError, "__kwdefaults__ must be set to a dict object");
    return -1;
  }
  return set_any(fn(self)->keyword_defaults, value);
}
// A dict made on demand; the first of two threads wins.
static Value demand_dict(Object* owner, Slot& slot) {
  Value v = slot.get();
  if (!v.is_undefined()) return v;
  ObjectLock lock(owner);
  v = slot.get();
  if (!v.is_undefined()) return v;
  Value fresh = make_dict();
  if (!fresh.is_error()) slot.set(incref(fresh));
  return fresh;
}
static Value get_annotations(Value self) { return demand_dict(fn(self), fn(self)->annotations); }
static Truth set_annotations(Value self, Value value) {
  if (!value.is_undefined() && !value.is_none() && !as_dict(value)) {
    (void)raise(exc::TypeError, "__annotations__ must be set to a dict object");
    return -1;
  }
  fn(self)->annotations.set(value.is_undefined() || value.is_none() ? Undefined : incref(value));
  return 0;
}
static Value get_dict(Value self) { return demand_dict(fn(self), fn(self)->dict); }
static Truth set_dict(Value self, Value value) {
  if (value.is_undefined() || !as_dict(value)) {
    if (value.is_undefined()) (void)raise(exc::TypeError, "cannot delete __dict__");
    else (void)raise(exc::TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
    return -1;
  }
  fn(self)->dict.set(incref(value));
  return 0;
}
static Value get_closure(Value self) { Value v = fn(self)->closure.get(); return v.is_undefined() ? None : v; }
static Value get_globals(Value self) { return incref(object_value(module_globals(fn(self)->module))); }
static Value get_code(Value self) { return code_object(*fn(self)->code); }
void unsettle(Value v) {
  if (is_exactly(v, function_type)) v.object()->marks.fetch_and(uint8_t(~flag_settled), std::memory_order_relaxed);
}
static Truth set_code(Value self, Value value) {
  if (value.is_undefined() || !is_exactly(value, code_type)) return (void)raise(exc::TypeError, "__code__ must be set to a code object"), -1;
  const Code* code = value.as<CodeObject>()->code;
  if (code->free_count != fn(self)->code->free_count) {
    Ref name = get_name(self);
    (void)raise(exc::ValueError, "%S() requires a code object with %d free vars, not %d", name.get(), int(fn(self)->code->free_count), int(code->free_count));
    return -1;
  }
  unsettle(self);
  Ref name = get_name(self), qualname = get_qualname(self);   // stay as they are
  fn(self)->name.set(name.take());
  fn(self)->qualname.set(qualname.take());
  fn(self)->code = code;
  return 0;
}

// types.FunctionType(code, globals, name=None, argdefs=None, closure=None). Compiled code sees the globals of its module.
static Value function_create(Type*, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("function", kwnames) || !check_positional("function", n, 2, 5)) return Error;
  if (!is_exactly(args[0], code_type)) return raise(exc::TypeError, "function() argument 'code' must be code, not %T", args[0]);
  if (!as_dict(args[1])) return raise(exc::TypeError, "function() argument 'globals' must be dict, not %T", args[1]);
  Value name = n > 2 ? args[2] : None, defaults = n > 3 ? args[3] : None, closure = n > 4 ? args[4] : None;
  if (!name.is_none() && !as_str(name)) return raise(exc::TypeError, "arg 3 (name) must be None or string");
  if (!defaults.is_none() && !as_tuple(defaults)) return raise(exc::TypeError, "arg 4 (defaults) must be None or tuple");
  const Code* code = args[0].as<CodeObject>()->code;
  Tuple* cells = as_tuple(closure);
  if (!cells && code->free_count) return raise(exc::TypeError, "arg 5 (closure) must be tuple");
  if (!cells && !closure.is_none()) return raise(exc::TypeError, "arg 5 (closure) must be None or tuple");
  int64_t given = cells ? cells->length : 0;
  if (given != code->free_count) {
    return raise(exc::ValueError, "%s requires closure of length %d, not %d", code->name, int(code->free_count), static_cast<int>(given));
  }
  auto* f = allocate<Function>(&function_type);
  f->code = code;
  f->module = this_thread->frame ? this_thread->frame->module : nullptr;
  if (f->module) incref(f->module);
  new (&f->defaults) Slot(defaults.is_none() ? Undefined : incref(defaults));
  new (&f->closure) Slot(cells && given ? incref(closure) : Undefined);
  new (&f->name) Slot(name.is_none() ? Undefined : incref(name));
  for (Slot* s : {&f->keyword_defaults, &f->annotations, &f->qualname, &f->doc, &f->module_name, &f->dict}) new (s) Slot;
  return object_value(f);
}

static const GetSetDef function_getsets[] = {
    {"__name__", get_name, [](Value self, Value v) { return set_text(fn(self)->name, v, "__name__"); }},
    {"__qualname__", get_qualname, [](Value self, Value v) { return set_text(fn(self)->qualname, v, "__qualname__"); }},
    {"__doc__", get_doc, [](Value self, Value v) { return set_any(fn(self)->doc, v); }},
    {"__module__", get_module, [](Value self, Value v) { return set_any(fn(self)->module_name, v); }},
    {"__defaults__", get_defaults, set_defaults},
    {"__kwdefaults__", get_keyword_defaults, set_keyword_defaults},
    {"__annotations__", get_annotations, set_annotations},
    {"__dict__", get_dict, set_dict},
    {"__closure__", get_closure, nullptr},
    {"__globals__", get_globals, nullptr},
    {"__builtins__", [](Value) { return incref(object_value(builtins_dict())); }, nullptr},
    {"__code__", get_code, set_code},
    {},
};

static Value function_get_attribute(Value self, Str* name) {
  Value d = fn(self)->dict.peek();
  return generic_get_attribute(self, name, d.is_undefined() ? nullptr : d.as<Dict>());
}
static Truth function_set_attribute(Value self, Str* name, Value value) {
  Value found = type_lookup(&function_type, name);
  if (found.is_undefined() || !type_of(found)->descriptor_set) {
    Ref d = demand_dict(fn(self), fn(self)->dict);
    return d.is_error() ? -1 : generic_set_attribute(self, name, value, d.as<Dict>());
  }
  return generic_set_attribute(self, name, value, nullptr);
}

static Value function_repr(Value self) {
  Ref name = function_qualname(fn(self));
  return format_text("<function %S at %p>", name.get(), reinterpret_cast<void*>(self.bits));
}
static Value function_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) { return call_function(fn(self), args, n, kwnames); }

template <class F>
static void for_each_slot(Function* f, F visit) {
  for (Slot* s : {&f->defaults, &f->keyword_defaults, &f->closure, &f->name, &f->qualname, &f->doc, &f->module_name, &f->annotations, &f->dict}) visit(*s);
}
constinit Type function_type{{.name = "function",
                              .instance_size = sizeof(Function),
                              .flags = type_has_weakrefs,
                              .base = &object_type,
                              .create = function_create,
                              .dealloc = [](Object* o) {
                                for_each_slot(static_cast<Function*>(o), [](Slot& s) { s.drop(); });
                                if (Object* m = static_cast<Function*>(o)->module) decref(m);
                                free_object(o);
                              },
                              .traverse = [](Object* o, Visitor& v) { for_each_slot(static_cast<Function*>(o), [&](Slot& s) { v.visit(s); }); },
                              .clear = [](Object* o) {
                                auto* f = static_cast<Function*>(o);
                                for (Slot* s : {&f->defaults, &f->keyword_defaults, &f->annotations, &f->dict}) s->set(Undefined);
                              },
                              .repr = function_repr,
                              .call = function_call,
                              .get_attribute = function_get_attribute,
                              .set_attribute = function_set_attribute,
                              .descriptor_get = get_as_method,
                              .getsets = function_getsets}};

}  // namespace py
