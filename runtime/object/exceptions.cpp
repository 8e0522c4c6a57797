// The exception classes and BaseException's own behaviour (Objects/exceptions.c).
#include "runtime/object/exceptions.hpp"

#include <algorithm>
#include <new>

#include "runtime/object/class_layout.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"

namespace py {

// ---- life ----

// The fields after Exception's own are all Slots.
static uint32_t native_size(const Type* t) {
  while (t->flags & type_is_heap) t = t->base;
  return t->instance_size;
}
template <class F>
static void for_each_field(Object* o, F f) {
  auto* e = static_cast<Exception*>(o);
  f(e->args);
  f(e->traceback);
  f(e->context);
  f(e->cause);
  for (uint32_t at = sizeof(Exception), end = native_size(o->type); at < end; at += sizeof(Slot)) {
    f(*reinterpret_cast<Slot*>(reinterpret_cast<char*>(o) + at));
  }
}

Value exception_create(Type* cls, const Value* args, uint32_t n, Tuple*) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  auto* e = static_cast<Exception*>(o);
  new (&e->notes) Slot;
  for_each_field(o, [](Slot& s) { new (&s) Slot(None); });
  e->traceback.init(Undefined);
  e->context.init(Undefined);
  e->cause.init(Undefined);
  Value tuple = make_tuple(args, n);
  e->args.init(tuple);
  return object_value(o);
}
Truth exception_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords(type_of(self)->name, kwnames)) return -1;
  Value known = self.as<Exception>()->args.peek();          // as a rule just these, from exception_create()
  if (is_exactly(known, tuple_type) && known.as<Tuple>()->length == n &&
      std::equal(args, args + n, known.as<Tuple>()->items(), [](Value a, Value b) { return a.same(b); })) {
    return 0;
  }
  Value tuple = make_tuple(args, n);
  if (tuple.is_error()) return -1;
  self.as<Exception>()->args.set(tuple);
  return 0;
}
void exception_dealloc(Object* o) {
  if (has_attributes(o->type)) release_attributes(o, o->type);
  for_each_field(o, [](Slot& s) { s.drop(); });
  free_object(o);
}
void exception_traverse(Object* o, Visitor& visitor) {
  if (!(o->type->flags & type_is_heap) && has_attributes(o->type)) {
    Attributes* a = attributes_of(o, o->type);
    for (uint32_t i = 0; i < a->used; ++i) visitor.visit(a->slots[i]);
    visitor.visit(a->dict);
  }
  for_each_field(o, [&](Slot& s) { visitor.visit(s); });
}
void exception_clear(Object* o) {
  if (!(o->type->flags & type_is_heap) && has_attributes(o->type)) release_attributes(o, o->type);
  for_each_field(o, [](Slot& s) { s.set(None); });
}

// ---- text ----

Value exception_str(Value self) {
  Ref args = self.as<Exception>()->args.get();
  Tuple* t = args.as<Tuple>();
  if (t->length == 0) return make_str("");
  return str(t->length == 1 ? t->items()[0] : args.get());
}
Value exception_repr(Value self) {
  Ref args = self.as<Exception>()->args.get();
  Tuple* t = args.as<Tuple>();
  Ref name = make_str(short_name(type_of(self)));
  if (t->length == 1) return format_text("%S(%R)", name.get(), t->items()[0]);
  return format_text("%S%R", name.get(), args.get());
}
Value key_error_str(Value self) {
  Ref args = self.as<Exception>()->args.get();
  return args.as<Tuple>()->length == 1 ? repr(args.as<Tuple>()->items()[0]) : exception_str(self);
}

// ---- attributes ----

static Value get_args(Value self) { return self.as<Exception>()->args.get(); }
static Truth set_args(Value self, Value value) {
  if (value.is_undefined()) {
    (void)raise(exc::TypeError, "args may not be deleted");
    return -1;
  }
  Value tuple = to_tuple(value);
  if (tuple.is_error()) return -1;
  self.as<Exception>()->args.set(tuple);
  return 0;
}
static Value get_traceback(Value self) { return slot_or_none(self.as<Exception>()->traceback); }
static Truth set_traceback(Value self, Value value) {
  if (value.is_undefined()) {
    (void)raise(exc::TypeError, "__traceback__ may not be deleted");
    return -1;
  }
  if (!value.is_none() && !is_exactly(value, traceback_type)) {
    (void)raise(exc::TypeError, "__traceback__ must be a traceback or None");
    return -1;
  }
  self.as<Exception>()->traceback.set(value.is_none() ? Undefined : incref(value));
  return 0;
}
static Truth set_link(Slot& slot, Value value, const char* name) {
  if (value.is_undefined()) {
    (void)raise(exc::TypeError, "__%s__ may not be deleted", name);
    return -1;
  }
  if (!value.is_none() && !as_exception(value)) {
    (void)raise(exc::TypeError, "exception %s must be None or derive from BaseException", name);
    return -1;
  }
  slot.set(value.is_none() ? Undefined : incref(value));
  return 0;
}
static Truth set_cause(Value self, Value value) {
  if (set_link(self.as<Exception>()->cause, value, "cause") < 0) return -1;
  self.as<Exception>()->suppress_context.store(true, std::memory_order_relaxed);
  return 0;
}
static Truth set_suppress(Value self, Value value) {
  if (!value.is_bool()) {
    (void)raise(exc::TypeError, "attribute value type must be bool");
    return -1;
  }
  self.as<Exception>()->suppress_context.store(value.is_true(), std::memory_order_relaxed);
  return 0;
}
const GetSetDef exception_getsets[] = {
    {"args", get_args, set_args},
    {"__traceback__", get_traceback, set_traceback},
    {"__context__", [](Value self) { return slot_or_none(self.as<Exception>()->context); },
     [](Value self, Value value) { return set_link(self.as<Exception>()->context, value, "context"); }},
    {"__cause__", [](Value self) { return slot_or_none(self.as<Exception>()->cause); }, set_cause},
    {"__suppress_context__", [](Value self) { return boolean(self.as<Exception>()->suppress_context.load(std::memory_order_relaxed)); }, set_suppress},
    instance_dict_getset,
    {},
};

// ---- methods ----

static Value with_traceback(const Value* args, uint32_t) {
  if (set_traceback(args[0], args[1]) < 0) return Error;
  return incref(args[0]);
}
static Value add_note(const Value* args, uint32_t) {
  if (!as_str(args[1])) return raise(exc::TypeError, "note must be a str, not '%T'", args[1]);
  Ref notes = get_attribute_or_undefined(args[0], dunder::notes);
  if (notes.is_error()) return Error;
  if (notes.is_undefined()) {
    notes = make_list(nullptr, 0);
    if (set_attribute(args[0], dunder::notes, notes) < 0) return Error;
  }
  List* list = as_list(notes);
  if (!list) return raise(exc::TypeError, "Cannot add note: __notes__ is not a list");
  return list_append(list, args[1]) < 0 ? Error : None;
}
static Value reduce(const Value* args, uint32_t) {
  Ref call_args = self_args_for_pickle(args[0]);
  if (call_args.is_error()) return Error;
  Type* t = type_of(args[0]);
  Dict* d = has_attributes(t) ? instance_dict(args[0].object(), t) : nullptr;
  if (is_subtype(t, &exc::ImportError)) {
    // Its name and path are no arguments that could be given again by position.
    auto* e = args[0].as<ImportErrorObject>();
    Ref name = e->name.get(), path = e->path.get();
    bool has_name = !name.is_undefined(), has_path = !path.is_undefined();
    if (has_name || has_path) {
      static Str *const n_name = intern("name"), *const n_path = intern("path");
      Ref state = d ? dict_copy(d) : make_dict();
      if (state.is_error()) return Error;
      if (has_name) dict_set(state.as<Dict>(), n_name, name);
      if (has_path) dict_set(state.as<Dict>(), n_path, path);
      return tuple_of(object_value(t), call_args, state);
    }
  }
  if (d && dict_size(d)) return tuple_of(object_value(t), call_args, object_value(d));
  return tuple_of(object_value(t), call_args);
}
static Value setstate(const Value* args, uint32_t) {
  if (args[1].is_none()) return None;
  Dict* d = as_dict(args[1]);
  if (!d) return raise(exc::TypeError, "state is not a dictionary");
  Values items;
  if (!dict_snapshot(d, DictPart::items, items)) return Error;
  for (int64_t i = 0; i < items.size(); i += 2) {
    Str* name = as_str(items[i]);
    if (!name) return raise(exc::TypeError, "attribute name must be string, not '%T'", items[i]);
    if (set_attribute(args[0], intern(name), items[i + 1]) < 0) return Error;
  }
  return None;
}
const NativeDef exception_methods[] = {
    PY_ONE("with_traceback", with_traceback),
    PY_ONE("add_note", add_note),
    PY_NOARGS("__reduce__", reduce),
    PY_ONE("__setstate__", setstate),
    {},
};

// ---- the classes ----

static constexpr TypeSlots describe(std::string_view name, Type* base) {
  TypeSlots s{};
  s.name = name.data();
  s.base = base;
  s.flags = type_is_base | type_has_dict | kind_exception;
  s.create = exception_create;
  s.init = exception_init;
  s.dealloc = exception_dealloc;
  s.traverse = exception_traverse;
  s.clear = exception_clear;
  if (name == "BaseException") {
    s.instance_size = sizeof(Exception);
    s.repr = exception_repr;
    s.str = exception_str;
    s.getsets = exception_getsets;
    s.methods = exception_methods;
    return s;
  }
  s.create = nullptr;                    // inherited, like init, unless set below
  s.init = nullptr;
  if (name == "StopIteration") {
    s.instance_size = sizeof(StopIterationError);
    s.init = stop_iteration_init;
    s.members = stop_iteration_members;
  } else if (name == "SystemExit") {
    s.instance_size = sizeof(SystemExitError);
    s.init = system_exit_init;
    s.members = system_exit_members;
  } else if (name == "NameError") {
    s.instance_size = sizeof(NameErrorObject);
    s.init = name_error_init;
    s.members = name_error_members;
  } else if (name == "AttributeError") {
    s.instance_size = sizeof(AttributeErrorObject);
    s.init = attribute_error_init;
    s.members = attribute_error_members;
  } else if (name == "ImportError") {
    s.instance_size = sizeof(ImportErrorObject);
    s.init = import_error_init;
    s.str = import_error_str;
    s.members = import_error_members;
  } else if (name == "SyntaxError") {
    s.instance_size = sizeof(SyntaxErrorObject);
    s.init = syntax_error_init;
    s.str = syntax_error_str;
    s.members = syntax_error_members;
  } else if (name == "OSError") {
    s.instance_size = sizeof(OSErrorObject);
    s.create = os_error_create;
    s.init = os_error_init;
    s.str = os_error_str;
    s.members = os_error_members;
    s.getsets = os_error_getsets;
  } else if (name == "KeyError") {
    s.str = key_error_str;
  } else if (name == "UnicodeDecodeError") {
    s.instance_size = sizeof(UnicodeErrorObject);
    s.init = unicode_decode_init;
    s.str = unicode_decode_str;
    s.members = unicode_error_members;
  } else if (name == "UnicodeEncodeError") {
    s.instance_size = sizeof(UnicodeErrorObject);
    s.init = unicode_encode_init;
    s.str = unicode_encode_str;
    s.members = unicode_error_members;
  } else if (name == "UnicodeTranslateError") {
    s.instance_size = sizeof(UnicodeErrorObject);
    s.init = unicode_translate_init;
    s.str = unicode_translate_str;
    s.members = unicode_error_members;
  } else if (name == "BaseExceptionGroup") {
    s.instance_size = sizeof(GroupObject);
    s.create = group_create;
    s.str = group_str;
    s.members = group_members;
    s.methods = group_methods;
  } else if (name == "ExceptionGroup") {
    s.flags |= type_has_weakrefs;
    s.second_base = &exc::Exception;
  }
  return s;
}

namespace exc {
static constexpr Type& object = object_type;
#define PORTALIS_EXCEPTION(name, base) constinit Type name{describe(#name, &base)};
#include "abi/exceptions.def"
#undef PORTALIS_EXCEPTION
}  // namespace exc

Type* const* exception_types() {
  static constinit const TypeTable table({
#define PORTALIS_EXCEPTION(name, base) &exc::name,
#include "abi/exceptions.def"
#undef PORTALIS_EXCEPTION
      nullptr});
  return table.types;
}

}  // namespace py
