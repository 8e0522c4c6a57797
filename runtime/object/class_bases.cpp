// Assignment to T.__bases__, and texts that live as long as classes do.
#include <cstring>

#include "runtime/object/class_change.hpp"
#include "runtime/object/class_layout.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/text.hpp"

namespace py {

const char* permanent_text(std::string_view text) {
  char* copy = static_cast<char*>(allocate_buffer(text.size() + 1));
  if (!copy) return nullptr;
  std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = 0;
  return copy;
}
const char* permanent_text_of(Str* s) {
  Text text;
  append_utf8(text, s);
  return permanent_text(text.view());
}

static void set_base(Type* t, Type* base) {
  ClassChange change;
  t->base = base;
}

static Truth recompute_mro(Type* t) {
  Ref mro = resolve_mro(t, t->bases.peek().as<Tuple>());
  if (mro.is_error()) return -1;
  if (mro.get().object()->owner == this_owner) make_immortal(mro.get().object());
  {
    ClassChange change;
    t->mro.set(mro.take());
    type_modified(t);
    update_slots(t);
  }
  Ref subclasses = subclasses_of(t);
  for (int64_t i = 0, n = list_size(subclasses.as<List>()); i < n; ++i) {
    Ref sub = list_get(subclasses.as<List>(), i);
    if (recompute_mro(sub.as<Type>()) < 0) return -1;
  }
  return 0;
}

static void remove_subclass(Type* base, Type* sub) {
  Value subclasses = base->subclasses.peek();
  if (subclasses.is_undefined()) return;
  List* list = subclasses.as<List>();
  for (int64_t i = 0; i < list_size(list); ++i) {
    Ref entry = list_get(list, i);
    if (!entry.get().same(object_value(sub))) continue;
    Ref removed = list_pop(list, i);
    return;
  }
}

// While a metaclass's mro() runs, the chain of bases is ahead of the MRO: a cycle may show in that alone.
static bool is_above(const Type* t, const Type* derived) {
  while (derived && derived != t) derived = derived->base;
  return derived;
}

Truth set_bases(Value self, Value value) {
  Type* t = self.as<Type>();
  if (!(t->flags & type_is_heap)) {
    (void)raise(exc::TypeError, "cannot set '__bases__' attribute of immutable type '%s'", t->name);
    return -1;
  }
  if (value.is_undefined()) {
    (void)raise(exc::TypeError, "cannot delete '__bases__' attribute of type '%s'", t->name);
    return -1;
  }
  Tuple* bases = as_tuple(value);
  if (!bases) {
    (void)raise(exc::TypeError, "can only assign tuple to %s.__bases__, not %T", t->name, value);
    return -1;
  }
  if (!bases->length) {
    (void)raise(exc::TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", t->name);
    return -1;
  }
  for (int64_t i = 0; i < bases->length; ++i) {
    Type* base = as_type(bases->items()[i]);
    if (!base) {
      (void)raise(exc::TypeError, "%s.__bases__ must be tuple of classes, not '%T'", t->name, bases->items()[i]);
      return -1;
    }
    if (is_subtype(base, t) || is_above(t, base)) {
      (void)raise(exc::TypeError, "a __bases__ item causes an inheritance cycle");
      return -1;
    }
  }
  Type* base = best_base(bases);
  if (!base) return -1;
  if (!same_layout(t->base, base)) {
    (void)raise(exc::TypeError, "__bases__ assignment: '%N' object layout differs from '%N'", base, t->base);
    return -1;
  }
  Value old = t->bases.exchange(incref(value));
  Type* old_base = t->base;
  set_base(t, base);
  const bool made = recompute_mro(t) == 0;
  if (!t->bases.peek().same(value)) {      // a metaclass's mro() assigned others, which stay
    release_overwritten(old);
    return made ? 0 : -1;
  }
  if (!made) {
    set_base(t, old_base);
    release_overwritten(t->bases.exchange(old));
    return -1;
  }
  Tuple* old_bases = old.as<Tuple>();
  for (int64_t i = 0; i < old_bases->length; ++i) remove_subclass(old_bases->items()[i].as<Type>(), t);
  for (int64_t i = 0; i < bases->length; ++i) add_subclass(bases->items()[i].as<Type>(), t);
  release_overwritten(old);
  return 0;
}

}  // namespace py
