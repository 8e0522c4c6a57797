// operator.itemgetter, attrgetter and methodcaller: immutable callables.
#include <new>

#include "runtime/modules/operator/operator_internal.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/sites.hpp"
#include "runtime/object/str.hpp"

namespace py {

namespace {

struct Getter : Object {
  Value keys;                            // owned Tuple: items; or for attrgetter tuples of names
  Value shown;                           // owned Tuple: the arguments as given
  AttributeSite site;                    // of attrgetter("name"); what it knows goes with the getter
};

Tuple* keys_of(Value v) { return v.as<Getter>()->keys.as<Tuple>(); }

void getter_dealloc(Object* o) {
  auto* g = static_cast<Getter*>(o);
  decref(g->keys);
  decref(g->shown);
  for (const RemoteAttribute* r = g->site.remote.load(std::memory_order_relaxed); r;) {
    free_buffer(const_cast<RemoteAttribute*>(std::exchange(r, r->next)));
  }
  free_object(o);
}
void getter_traverse(Object* o, Visitor& visitor) {
  visitor.visit(static_cast<Getter*>(o)->keys);
  visitor.visit(static_cast<Getter*>(o)->shown);
}
void getter_clear(Object* o) {
  auto* g = static_cast<Getter*>(o);
  decref(std::exchange(g->keys, Undefined));
  decref(std::exchange(g->shown, Undefined));
}

Value make_getter(Type* cls, Value keys_owned, Value shown_owned) {
  Getter* g = allocate<Getter>(cls);
  g->keys = keys_owned;
  g->shown = shown_owned;
  new (&g->site) AttributeSite;
  return object_value(g);
}

// Exactly one positional argument for a call. false: error.
bool one_argument(const char* name, uint32_t n, Tuple* kwnames) {
  return reject_keywords(name, kwnames) && check_positional(name, n, 1, 1);
}

Value repr_of(Value self, const char* name) {
  StrBuilder out;
  out.append_ascii(name);
  out.append('(');
  Tuple* shown = self.as<Getter>()->shown.as<Tuple>();
  for (int64_t i = 0; i < shown->length; ++i) {
    if (i) out.append_ascii(", ");
    Ref text = repr(shown->items()[i]);
    if (text.is_error()) return Error;
    out.append(as_str(text));
  }
  out.append(')');
  return out.finish();
}

// ---- itemgetter ----

Value itemgetter_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("itemgetter", kwnames) || !check_positional("itemgetter", n, 1, n > 1 ? n : 1)) return Error;
  Value keys = make_tuple(args, n);
  return make_getter(cls, keys, incref(keys));
}

Value itemgetter_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!one_argument("itemgetter", n, kwnames)) return Error;
  Tuple* keys = keys_of(self);
  if (keys->length == 1) return get_item(args[0], keys->items()[0]);
  Ref result = object_value(allocate_tuple(keys->length));
  for (int64_t i = 0; i < keys->length; ++i) {
    Value item = get_item(args[0], keys->items()[i]);
    if (item.is_error()) return Error;
    result.as<Tuple>()->items()[i] = item;
  }
  return result.take();
}

Value itemgetter_repr(Value self) { return repr_of(self, "operator.itemgetter"); }

// ---- attrgetter ----

// "a.b" as a tuple of interned names.
Value split_name(Str* dotted) {
  Ref parts = make_list(nullptr, 0);
  int64_t start = 0;
  for (int64_t i = 0; i <= dotted->length; ++i) {
    if (i < dotted->length && dotted->at(i) != '.') continue;
    Ref part = str_slice(dotted, start, i);
    if (part.is_error() || list_append(parts.as<List>(), object_value(intern(part.as<Str>()))) < 0) return Error;
    start = i + 1;
  }
  return to_tuple(parts);
}

Value attrgetter_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("attrgetter", kwnames) || !check_positional("attrgetter", n, 1, n > 1 ? n : 1)) return Error;
  Ref keys = object_value(allocate_tuple(n));
  for (uint32_t i = 0; i < n; ++i) {
    Str* name = as_str(args[i]);
    if (!name) return raise(exc::TypeError, "attribute name must be a string");
    Value path = split_name(name);
    if (path.is_error()) return Error;
    keys.as<Tuple>()->items()[i] = path;
  }
  return make_getter(cls, keys.take(), make_tuple(args, n));
}

Value follow(Value v, Tuple* path) {
  Ref at = Ref::borrow(v);
  for (int64_t i = 0; i < path->length; ++i) {
    at = Ref(get_attribute(at, path->items()[i].as<Str>()));
    if (at.is_error()) return Error;
  }
  return at.take();
}

Value attrgetter_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!one_argument("attrgetter", n, kwnames)) return Error;
  Tuple* keys = keys_of(self);
  if (keys->length == 1) {
    Tuple* path = keys->items()[0].as<Tuple>();
    if (path->length == 1) return get_attribute(args[0], path->items()[0].as<Str>(), self.as<Getter>()->site);
    return follow(args[0], path);
  }
  Ref result = object_value(allocate_tuple(keys->length));
  for (int64_t i = 0; i < keys->length; ++i) {
    Value found = follow(args[0], keys->items()[i].as<Tuple>());
    if (found.is_error()) return Error;
    result.as<Tuple>()->items()[i] = found;
  }
  return result.take();
}

Value attrgetter_repr(Value self) { return repr_of(self, "operator.attrgetter"); }

// ---- methodcaller ----

// keys: (name, *args, *keyword values); shown: keyword names.
Value methodcaller_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (n == 0) return raise(exc::TypeError, "methodcaller needs at least one argument, the method name");
  if (!as_str(args[0])) return raise(exc::TypeError, "method name must be a string");
  uint32_t keywords = kwnames ? static_cast<uint32_t>(kwnames->length) : 0;
  Ref keys = make_tuple(args, n + keywords);
  if (keys.is_error()) return Error;
  Value& name = keys.as<Tuple>()->items()[0];
  Value interned = object_value(intern(as_str(name)));
  decref(std::exchange(name, interned));
  return make_getter(cls, keys.take(), kwnames ? incref(object_value(kwnames)) : make_tuple(nullptr, 0));
}

Value methodcaller_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!one_argument("methodcaller", n, kwnames)) return Error;
  Tuple *keys = keys_of(self), *keywords = self.as<Getter>()->shown.as<Tuple>();
  constexpr int64_t inline_arguments = 8;
  Value room[inline_arguments];
  Values more;
  Value* all = room;
  if (keys->length > inline_arguments) {
    for (int64_t i = 0; i < keys->length; ++i) {
      if (!more.push(incref(i == 0 ? args[0] : keys->items()[i]))) return Error;
    }
    all = more.data();
  } else {
    room[0] = args[0];
    for (int64_t i = 1; i < keys->length; ++i) room[i] = keys->items()[i];
  }
  return call_method(keys->items()[0].as<Str>(), all, static_cast<uint32_t>(keys->length - keywords->length),
                     keywords->length ? keywords : nullptr);
}

Value methodcaller_repr(Value self) {
  Tuple *keys = keys_of(self), *keywords = self.as<Getter>()->shown.as<Tuple>();
  int64_t positional = keys->length - keywords->length;
  StrBuilder out;
  out.append_ascii("operator.methodcaller(");
  for (int64_t i = 0; i < keys->length; ++i) {
    if (i) out.append_ascii(", ");
    if (i >= positional) {
      out.append(as_str(keywords->items()[i - positional]));
      out.append('=');
    }
    Ref text = repr(keys->items()[i]);
    if (text.is_error()) return Error;
    out.append(as_str(text));
  }
  out.append(')');
  return out.finish();
}

}  // namespace

constinit Type itemgetter_type{{
    .name = "operator.itemgetter",
    .instance_size = sizeof(Getter),
    .base = &object_type,
    .doc = "itemgetter(item, ...) --> itemgetter object",
    .create = itemgetter_create,
    .dealloc = getter_dealloc,
    .traverse = getter_traverse,
    .clear = getter_clear,
    .repr = itemgetter_repr,
    .call = itemgetter_call,
}};
constinit Type attrgetter_type{{
    .name = "operator.attrgetter",
    .instance_size = sizeof(Getter),
    .base = &object_type,
    .doc = "attrgetter(attr, ...) --> attrgetter object",
    .create = attrgetter_create,
    .dealloc = getter_dealloc,
    .traverse = getter_traverse,
    .clear = getter_clear,
    .repr = attrgetter_repr,
    .call = attrgetter_call,
}};
constinit Type methodcaller_type{{
    .name = "operator.methodcaller",
    .instance_size = sizeof(Getter),
    .base = &object_type,
    .doc = "methodcaller(name, ...) --> methodcaller object",
    .create = methodcaller_create,
    .dealloc = getter_dealloc,
    .traverse = getter_traverse,
    .clear = getter_clear,
    .repr = methodcaller_repr,
    .call = methodcaller_call,
}};

}  // namespace py
