// functools.partial.
#include "runtime/modules/functools/functools.hpp"
#include "runtime/object/class.hpp"

namespace py::functools {
namespace {

struct Partial : Object {
  Slot function, arguments, keywords;    // arguments: tuple; keywords: dict
};
Partial* self_of(Value v) { return v.as<Partial>(); }

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (n == 0) return raise(exc::TypeError, "type 'partial' takes at least one argument");
  static Str *const call_name = intern("__call__"), *const dict_name = intern("__dict__");
  Value function = args[0];
  if (!type_of(function)->call && type_lookup(type_of(function), call_name).is_undefined()) {
    return raise(exc::TypeError, "the first argument must be callable");
  }
  Ref held = Ref::borrow(function), arguments, keywords;
  Values positional;
  // A partial of a partial without attributes of its own becomes one partial.
  if (is_subtype(type_of(function), &partial_type) && type_of(function)->call == partial_type.call) {
    Ref attributes = get_attribute_or_undefined(function, dict_name);
    if (attributes.is_error()) return Error;
    if (attributes.is_undefined() || length(attributes) == 0) {
      Ref inner = self_of(function)->arguments.get(), inner_keywords = self_of(function)->keywords.get();
      if (!collect(positional, inner)) return Error;
      keywords = Ref(dict_copy(inner_keywords.as<Dict>()));
      held = Ref(self_of(function)->function.get());
    }
  }
  for (uint32_t i = 1; i < n; ++i) {
    if (!positional.push(incref(args[i]))) return Error;
  }
  arguments = Ref(make_tuple_owned(positional.data(), positional.size()));
  positional.forget();
  if (keywords.is_undefined()) keywords = Ref(make_dict());
  if (arguments.is_error() || keywords.is_error()) return Error;
  for (int64_t i = 0; kwnames && i < kwnames->length; ++i) {
    if (dict_set(keywords.as<Dict>(), kwnames->items()[i], args[n + i]) < 0) return Error;
  }
  auto* p = static_cast<Partial*>(allocate_instance(cls));
  p->function.init(held.take());
  p->arguments.init(arguments.take());
  p->keywords.init(keywords.take());
  return object_value(p);
}

Value call_partial(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  Partial* p = self_of(self);
  Ref function = p->function.get(), arguments = p->arguments.get(), keywords = p->keywords.get();
  Tuple* bound = arguments.as<Tuple>();
  int64_t given_keywords = kwnames ? kwnames->length : 0;
  Values all;
  if (!all.reserve(bound->length + n + given_keywords)) return Error;
  for (int64_t i = 0; i < bound->length; ++i) (void)all.push(incref(bound->items()[i]));
  for (uint32_t i = 0; i < n; ++i) (void)all.push(incref(args[i]));
  uint32_t positional = static_cast<uint32_t>(all.size());
  if (dict_size(keywords.as<Dict>()) == 0) {
    for (int64_t i = 0; i < given_keywords; ++i) (void)all.push(incref(args[n + i]));
    return call(function, all.data(), positional, kwnames);
  }
  Ref merged = dict_copy(keywords.as<Dict>());
  if (merged.is_error()) return Error;
  for (int64_t i = 0; i < given_keywords; ++i) {
    if (dict_set(merged.as<Dict>(), kwnames->items()[i], args[n + i]) < 0) return Error;
  }
  Values names;
  if (!dict_snapshot(merged.as<Dict>(), DictPart::keys, names) || !dict_snapshot(merged.as<Dict>(), DictPart::values, all)) return Error;
  for (int64_t i = 0; i < names.size(); ++i) {
    if (!as_str(names[i])) return raise(exc::TypeError, "keywords must be strings");
  }
  Ref name_tuple = make_tuple_owned(names.data(), names.size());
  names.forget();
  return name_tuple.is_error() ? Error : call(function, all.data(), positional, name_tuple.as<Tuple>());
}

void dealloc(Object* self) {
  auto* p = static_cast<Partial*>(self);
  for (Slot* s : {&p->function, &p->arguments, &p->keywords}) decref(s->peek());
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) {
  auto* p = static_cast<Partial*>(self);
  for (Slot* s : {&p->function, &p->arguments, &p->keywords}) visitor.visit(*s);
}
void clear(Object* self) {
  auto* p = static_cast<Partial*>(self);
  for (Slot* s : {&p->function, &p->arguments, &p->keywords}) decref(s->exchange(None));
}

Value repr_partial(Value self) {
  ReprGuard guard(self);
  if (!guard.ok) return Error;
  if (guard.again) return make_str("...");
  Partial* p = self_of(self);
  Ref function = p->function.get(), arguments = p->arguments.get(), keywords = p->keywords.get();
  Text out;
  Type* type = type_of(self);
  out.append(type == &partial_type ? "functools.partial" : short_type_name(type));
  out.append('(');
  if (!append_repr(out, function)) return Error;
  Tuple* t = arguments.as<Tuple>();
  for (int64_t i = 0; i < t->length; ++i) {
    out.append(", ");
    if (!append_repr(out, t->items()[i])) return Error;
  }
  Values pairs;
  if (!dict_snapshot(keywords.as<Dict>(), DictPart::items, pairs)) return Error;
  for (int64_t i = 0; i < pairs.size(); i += 2) {
    out.append(", ");
    Ref name = str(pairs[i]);
    if (name.is_error()) return Error;
    append_utf8(out, as_str(name));
    out.append('=');
    if (!append_repr(out, pairs[i + 1])) return Error;
  }
  out.append(')');
  return out.to_str();
}

Value reduce(const Value* args, uint32_t) {
  Partial* p = self_of(args[0]);
  static Str* const dict_name = intern("__dict__");
  Ref function = p->function.get(), arguments = p->arguments.get(), keywords = p->keywords.get();
  Ref attributes = get_attribute_or_undefined(args[0], dict_name), one = tuple_of(function);
  if (attributes.is_error()) return Error;
  Value state[] = {function, arguments, keywords, attributes.is_undefined() ? None : attributes.get()};
  Ref all = make_tuple(state, 4);
  return tuple_of(value_of(*type_of(args[0])), one, all);
}

Value set_state(const Value* args, uint32_t) {
  Tuple* state = as_tuple(args[1]);
  bool valid = state && state->length == 4 && type_of(state->items()[0])->call && as_tuple(state->items()[1]) &&
               (state->items()[2].is_none() || as_dict(state->items()[2]));
  if (!valid) return raise(exc::TypeError, "invalid partial state");
  Partial* p = self_of(args[0]);
  const Value* parts = state->items();
  p->function.set(incref(parts[0]));
  p->arguments.set(incref(object_value(as_tuple(parts[1]))));
  p->keywords.set(parts[2].is_none() ? make_dict() : is_exactly(parts[2], dict_type) ? incref(parts[2]) : dict_copy(as_dict(parts[2])));
  static Str* const dict_name = intern("__dict__");
  Ref attributes = parts[3].is_none() ? make_dict() : incref(parts[3]);
  if (set_attribute(args[0], dict_name, attributes) < 0) return Error;
  return None;
}

Value get_function(Value self) { return self_of(self)->function.get(); }
Value get_arguments(Value self) { return self_of(self)->arguments.get(); }
Value get_keywords(Value self) { return self_of(self)->keywords.get(); }

constexpr NativeDef methods[] = {PY_NOARGS("__reduce__", reduce), PY_ONE("__setstate__", set_state), PY_CLASS_GETITEM, {}};
const GetSetDef getsets[] = {instance_dict_getset, {"func", get_function, nullptr}, {"args", get_arguments, nullptr}, {"keywords", get_keywords, nullptr}, {}};

}  // namespace

constinit Type partial_type{{.name = "functools.partial", .instance_size = sizeof(Partial), .flags = type_is_base | type_has_dict | type_has_weakrefs,
                             .doc = "partial(func, *args, **keywords) - new function with partial application\n    of the given arguments and keywords.\n",
                             .create = create, .dealloc = dealloc, .traverse = traverse, .clear = clear, .repr = repr_partial,
                             .call = call_partial, .methods = methods, .getsets = getsets}};

}  // namespace py::functools
