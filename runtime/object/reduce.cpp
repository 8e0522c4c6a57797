// object.__reduce_ex__: how copy and pickle take instances apart (Objects/typeobject.c, copyreg.__reduce_ex__).
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"

namespace py {

// copyreg.__newobj__ and __newobj_ex__ as native functions: cls.__new__(cls, *args).
static Value new_object(const Value* args, uint32_t n, Tuple* kwnames) {
  if (n < 1) return raise(exc::TypeError, "__newobj__ expected at least 1 argument, got 0");
  Ref method = get_attribute(args[0], dunder::new_);
  return method.is_error() ? Error : call(method, args, n, kwnames);
}
static const NativeDef new_object_def = PY_RAW("__newobj__", new_object);
static Value new_object_ex(const Value* args, uint32_t n) {
  Ref method = get_attribute(args[0], dunder::new_);
  if (method.is_error()) return Error;
  Ref rest = to_tuple(args[1]), front = tuple_of(args[0]);
  if (rest.is_error()) return Error;
  Ref all = add(front, rest);
  return all.is_error() ? Error : call_unpacked(method, all, args[2]);
}
static const NativeDef new_object_ex_def = PY_RANGE("__newobj_ex__", new_object_ex, 3, 3);

static Value constructor(const NativeDef& def) {
  static Slot made[2];
  Slot& slot = made[&def == &new_object_ex_def];
  Value v = slot.get();
  if (!v.is_undefined()) return v;
  v = make_native_function(def, Undefined, "copyreg");
  slot.set(v);                           // immortal; a second thread's is equally good
  return v;
}

// (function, arguments) that make an instance without state.
static Truth new_arguments(Value self, Ref& function, Ref& arguments) {
  Ref with_keywords = call_special(self, dunder::getnewargs_ex);
  if (with_keywords.is_error()) return -1;
  if (!with_keywords.is_undefined()) {
    Tuple* pair = as_tuple(with_keywords);
    if (!pair || pair->length != 2) {
      (void)raise(exc::TypeError, "__getnewargs_ex__ should return a tuple, not '%T'", with_keywords.get());
      return -1;
    }
    function = constructor(new_object_ex_def);
    arguments = tuple_of(object_value(type_of(self)), pair->items()[0], pair->items()[1]);
    return arguments.is_error() ? -1 : 0;
  }
  Ref args = call_special(self, dunder::getnewargs);
  if (args.is_error()) return -1;
  if (!args.is_undefined() && !as_tuple(args)) {
    (void)raise(exc::TypeError, "__getnewargs__ should return a tuple, not '%T'", args.get());
    return -1;
  }
  Type* t = type_of(self);
  Ref cls = tuple_of(object_value(t));
  if (args.is_undefined() && (t->flags & type_has_payload)) args = tuple_of(payload(self));
  function = constructor(new_object_def);
  arguments = args.is_undefined() ? cls.take() : add(cls, args);
  return arguments.is_error() ? -1 : 0;
}

static Value state_of(Value self) { return call_special(self, dunder::getstate); }

Value reduce_object(Value self, Value protocol) {
  static Str* const name_reduce = intern("__reduce__");
  // A class's own __reduce__ comes first.
  Type* owner = nullptr;
  (void)type_lookup_with_owner(type_of(self), name_reduce, &owner);
  if (owner && owner != &object_type && !protocol.same(small_int(0))) return call_special(self, name_reduce);
  Type* t = type_of(self);
  if (!(t->flags & type_is_heap) && !t->create) return raise(exc::TypeError, "cannot pickle '%N' object", t);
  if (!(t->flags & type_is_heap) && t->base == &object_type && t->instance_size > sizeof(Object) && !(t->flags & ~uint32_t{0xff}) &&
      type_lookup(t, dunder::getstate).same(type_lookup(&object_type, dunder::getstate)) && !has_attributes(t)) {
    return raise(exc::TypeError, "cannot pickle '%N' object", t);
  }
  Ref function, arguments;
  if (new_arguments(self, function, arguments) < 0) return Error;
  Ref state = state_of(self);
  if (state.is_error()) return Error;
  if (state.is_undefined()) state = None;
  Ref items = None, pairs = None;
  if (as_list(self)) items = iter(self);
  if (Dict* d = as_dict(self)) {
    Ref view = call_method(object_value(d), intern("items"));
    if (view.is_error()) return Error;
    pairs = iter(view);
  }
  if (items.is_error() || pairs.is_error()) return Error;
  Value parts[] = {function, arguments, state, items, pairs};
  return make_tuple(parts, 5);
}

}  // namespace py
