// Functions, classes and super() as emitted code makes them.
#include <algorithm>

#include "runtime/object/class.hpp"
#include "runtime/object/class_statement.hpp"
#include "runtime/program/statements.hpp"

namespace py {

void keep_forever(Function*& known, Value function) {
  make_immortal(function.object());
  function.object()->marks.fetch_or(flag_settled, std::memory_order_relaxed);
  known = function.as<Function>();
}

void keep_class_forever(Value cls) {
  bool own = cls.is_object() && owner_of(cls.object()) == this_owner && !threads_alive();
  if (own && as_type(cls) && (as_type(cls)->flags & type_is_heap)) make_immortal(cls.object());
}

void expect_attributes(Value cls, uint32_t stored) {
  Type* t = as_type(cls);                // a metaclass may have made something else
  if (!t || !(t->flags & type_is_heap)) return;
  uint32_t inherited = t->base && (t->base->flags & type_is_heap) ? t->base->attributes_expected : 0;
  auto expected = static_cast<uint16_t>(std::min(inherited + stored, max_inline_attributes));
  __atomic_store_n(&t->attributes_expected, expected, __ATOMIC_RELAXED);
  if (expected > t->attributes_capacity) __atomic_store_n(&t->attributes_capacity, expected, __ATOMIC_RELAXED);
}

Value build_class(Value body_function, Str* name, Value bases, Value keywords) {
  ClassStatement statement;
  if (!begin_class(statement, object_value(name), bases, keywords)) return Error;
  Value name_space = statement.name_space;                 // the body is no Python function: it takes just this
  Function* body = body_function.as<Function>();
  Ref cell = body->code->body(body, &name_space);
  if (cell.is_error()) return Error;
  return finish_class(statement, cell);
}

Value super_zero_arguments(Value class_cell, Value first_argument) {
  if (class_cell.is_undefined()) return raise(exc::RuntimeError, "super(): __class__ cell not found");
  Ref cls = class_cell.as<Cell>()->value.get();
  if (cls.is_undefined()) return raise(exc::RuntimeError, "super(): empty __class__ cell");
  if (first_argument.is_undefined()) return raise(exc::RuntimeError, "super(): arg[0] deleted");
  if (Type* known = as_type(cls); known && !first_argument.is_none()) return make_super(known, first_argument);
  return call(value_of(super_type), cls, first_argument);
}

}  // namespace py
