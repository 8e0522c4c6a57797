// weakref.ref as a Python type: calling, comparing, hashing, representation (Objects/weakrefobject.c).
#include <cstdio>

#include "runtime/object/operators.hpp"
#include "runtime/object/text.hpp"
#include "runtime/object/weakref.hpp"

namespace py {
namespace {

Value ref_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  if (cls == &weakref_type && !reject_keywords("ref", kwnames)) return Error;
  if (!check_positional("__new__", n, 1, 2)) return Error;
  return make_weakref(args[0], n > 1 ? args[1] : Undefined, cls);
}

Truth ref_init(Value, const Value*, uint32_t n, Tuple* kwnames) {
  return reject_keywords("ref", kwnames) && check_positional("__init__", n, 1, 2) ? 0 : -1;
}

Value ref_call(Value self, const Value*, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("weakref", kwnames)) return Error;
  if (n) return raise(exc::TypeError, "weakref expected 0 arguments, got %d", int(n));
  Value target = weakref_target(self.as<WeakRef>());
  return target.is_undefined() ? None : target;
}

int64_t ref_hash(Value self) {
  auto* ref = self.as<WeakRef>();
  int64_t known = ref->hash.load(std::memory_order_relaxed);
  if (known != -1) return known;
  Ref target(weakref_target(ref));
  if (target.is_undefined()) {
    (void)raise(exc::TypeError, "weak object has gone away");
    return -1;
  }
  known = hash(target);
  if (known != -1) ref->hash.store(known, std::memory_order_relaxed);
  return known;
}

Value ref_compare(Value self, Value other, Compare op) {
  if (op != Compare::eq && op != Compare::ne) return NotImplemented;
  if (!other.is_object() || !is_subtype(type_of(other), &weakref_type)) return NotImplemented;
  Ref mine(weakref_target(self.as<WeakRef>())), others(weakref_target(other.as<WeakRef>()));
  if (mine.is_undefined() || others.is_undefined()) return boolean(self.same(other) == (op == Compare::eq));
  return op == Compare::eq ? eq(mine, others) : ne(mine, others);
}

void append_address(Text& out, const void* address) {
  char text[24];
  out.append({text, size_t(std::snprintf(text, sizeof text, "%p", address))});
}

Value ref_repr(Value self) {
  static Str* const name_attribute = intern("__name__");
  Text text;
  text.append("<weakref at ");
  append_address(text, self.object());
  Ref target(weakref_target(self.as<WeakRef>()));
  if (target.is_undefined()) {
    text.append("; dead>");
    return text.to_str();
  }
  text.append("; to '");
  text.append(type_of(target)->name);
  text.append("' at ");
  append_address(text, target.get().object());
  Ref name(get_attribute_or_undefined(target, name_attribute));
  if (name.is_error()) return Error;
  if (Str* s = name.is_undefined() ? nullptr : as_str(name)) {
    text.append(" (");
    append_utf8(text, s);
    text.append(')');
  }
  text.append('>');
  return text.to_str();
}

Value get_callback(Value self) {
  auto* ref = self.as<WeakRef>();
  Ref callback(ref->callback.get());
  return callback.is_undefined() ? None : callback.take();
}

const GetSetDef ref_getsets[] = {{"__callback__", get_callback, nullptr}, {}};

}  // namespace

constinit Type weakref_type{{
    .name = "weakref.ReferenceType",
    .instance_size = sizeof(WeakRef),
    .flags = type_is_base,
    .base = &object_type,
    .create = ref_create,
    .init = ref_init,
    .dealloc = weakref_dealloc,
    .traverse = weakref_traverse,
    .clear = weakref_clear,
    .repr = ref_repr,
    .hash = ref_hash,
    .call = ref_call,
    .compare = ref_compare,
    .getsets = ref_getsets,
}};

}  // namespace py
