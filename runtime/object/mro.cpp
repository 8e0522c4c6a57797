// C3 linearisation (https://www.python.org/download/releases/2.3/mro/; Objects/typeobject.c, mro_implementation).
#include "runtime/object/class.hpp"
#include "runtime/object/class_layout.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/text.hpp"

namespace py {

static bool in_tail(const Tuple* sequence, int64_t start, Value cls) {
  for (int64_t i = start + 1; i < sequence->length; ++i) {
    if (sequence->items()[i].same(cls)) return true;
  }
  return false;
}

// Names the heads nothing could be chosen from, as CPython does: a set of classes in order of appearance.
static Value raise_inconsistent(Tuple** sequences, const int64_t* next, int64_t count) {
  Text names;
  Values seen;
  for (int64_t i = 0; i < count; ++i) {
    if (next[i] >= sequences[i]->length) continue;
    Value head = sequences[i]->items()[next[i]];
    bool known = false;
    for (int64_t k = 0; k < seen.size(); ++k) known |= seen[k].same(head);
    if (known) continue;
    if (seen.size()) names.append(", ");
    names.append(head.as<Type>()->name);
    (void)seen.push(incref(head));
  }
  Ref list = names.to_str();
  return raise(exc::TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases %S", list.get());
}

static Value duplicate_base(Tuple* bases) {
  for (int64_t i = 0; i < bases->length; ++i) {
    for (int64_t k = i + 1; k < bases->length; ++k) {
      if (bases->items()[i].same(bases->items()[k])) return bases->items()[i];
    }
  }
  return Undefined;
}

Value compute_mro(Type* type, Tuple* bases) {
  Values result;
  if (!result.push(incref(object_value(type)))) return Error;
  if (bases->length == 1) {
    Tuple* mro = mro_of(bases->items()[0].as<Type>());
    for (int64_t i = 0; i < mro->length; ++i) {
      if (!result.push(incref(mro->items()[i]))) return Error;
    }
    return make_tuple(result.data(), result.size());
  }
  if (Value twice = duplicate_base(bases); !twice.is_undefined()) {
    return raise(exc::TypeError, "duplicate base class %N", twice.as<Type>());
  }
  // The MROs of the bases, then the list of the bases itself.
  int64_t count = bases->length + 1;
  Tuple** sequences = static_cast<Tuple**>(allocate_buffer(static_cast<size_t>(count) * (sizeof(Tuple*) + sizeof(int64_t))));
  if (!sequences) return Error;
  int64_t* next = reinterpret_cast<int64_t*>(sequences + count);
  for (int64_t i = 0; i < bases->length; ++i) sequences[i] = mro_of(bases->items()[i].as<Type>());
  sequences[bases->length] = bases;
  for (int64_t i = 0; i < count; ++i) next[i] = 0;

  Value answer = Undefined;
  while (answer.is_undefined()) {
    bool any = false;
    Value chosen = Undefined;
    for (int64_t i = 0; i < count && chosen.is_undefined(); ++i) {
      if (next[i] >= sequences[i]->length) continue;
      any = true;
      Value candidate = sequences[i]->items()[next[i]];
      bool blocked = false;
      for (int64_t k = 0; k < count && !blocked; ++k) blocked = in_tail(sequences[k], next[k], candidate);
      if (!blocked) chosen = candidate;
    }
    if (!any) {
      answer = make_tuple(result.data(), result.size());
    } else if (chosen.is_undefined()) {
      answer = raise_inconsistent(sequences, next, count);
    } else {
      if (!result.push(incref(chosen))) answer = Error;
      for (int64_t i = 0; i < count; ++i) {
        if (next[i] < sequences[i]->length && sequences[i]->items()[next[i]].same(chosen)) ++next[i];
      }
    }
  }
  free_buffer(sequences);
  return answer;
}

Value resolve_mro(Type* type, Tuple* bases) {
  Type* meta = type_of(object_value(type));
  if (meta == &type_type) return compute_mro(type, bases);
  Type* owner = nullptr;
  (void)type_lookup_with_owner(meta, names::mro, &owner);
  if (owner == &type_type) return compute_mro(type, bases);
  // The class is looked at while its metaclass makes up its mind: until then it has the usual order.
  if (type->mro.peek().is_undefined()) {
    Ref usual = compute_mro(type, bases);
    if (usual.is_error()) {
      clear_error();
      Value least[] = {object_value(type), object_value(&object_type)};
      usual = Ref(make_tuple(least, 2));
    }
    make_immortal(usual.get().object());
    type->mro.set(usual.take());
  }
  Ref answer = call_special(object_value(type), names::mro);
  if (answer.is_error()) return Error;
  Ref tuple = to_tuple(answer);
  if (tuple.is_error()) return Error;
  Tuple* t = tuple.as<Tuple>();
  if (t->length == 0) return raise(exc::TypeError, "type MRO must not be empty");
  for (int64_t i = 0; i < t->length; ++i) {
    Type* c = as_type(t->items()[i]);
    if (!c) return raise(exc::TypeError, "mro() returned a non-class ('%T')", t->items()[i]);
    if (!extends_layout(type, c)) return raise(exc::TypeError, "mro() returned base with unsuitable layout ('%N')", c);
  }
  return tuple.take();
}

}  // namespace py
