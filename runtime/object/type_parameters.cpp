// The type variables of list[T] and T | None, and putting types in their place (Objects/genericaliasobject.c).
//
// Nothing here knows module typing. What can be replaced has __typing_subst__, what contains such has __parameters__, and
// a variable that takes several arguments (ParamSpec, TypeVarTuple) arranges them beforehand in __typing_prepare_subst__.
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"

namespace py {

namespace {

Value look_up(Value v, const char* name) { return get_attribute_or_undefined(v, intern(name)); }

bool contains(Values& found, Value v) {
  for (int64_t i = 0; i < found.size(); ++i) {
    if (found[i].same(v)) return true;
  }
  return false;
}

// 1 and the replacing method, 0 where v is no variable.
Truth substitution(Value v, Ref& method) {
  method = Ref(look_up(v, "__typing_subst__"));
  return method.is_error() ? -1 : !method.is_undefined();
}

int64_t position(Tuple* parameters, Value v) {
  for (int64_t i = 0; i < parameters->length; ++i) {
    if (parameters->items()[i].same(v)) return i;
  }
  return -1;
}

// *tuple[int, str] among the arguments counts as its parts.
bool unpack_arguments(Values& out, Value item) {
  Tuple* items = as_tuple(item);
  if (!items) return out.push(incref(item));
  for (int64_t i = 0; i < items->length; ++i) {
    Value one = items->items()[i];
    Ref parts = as_type(one) ? Ref(Undefined) : Ref(look_up(one, "__typing_unpacked_tuple_args__"));
    if (parts.is_error()) return false;
    Tuple* tuple = parts.is_undefined() ? nullptr : as_tuple(parts);
    bool open = tuple && tuple->length && tuple->items()[tuple->length - 1].same(Ellipsis);
    if (!tuple || open) {
      if (!out.push(incref(one))) return false;
    } else if (!collect(out, parts)) {
      return false;
    }
  }
  return true;
}

// part[...] with the arguments for the variables it has.
Value replace_inside(Value part, Tuple* parameters, Tuple* arguments) {
  Ref own = look_up(part, "__parameters__");
  if (own.is_error()) return Error;
  Tuple* inner = own.is_undefined() ? nullptr : as_tuple(own);
  if (!inner || !inner->length) return incref(part);
  Values chosen;
  for (int64_t i = 0; i < inner->length; ++i) {
    Value variable = inner->items()[i];
    int64_t at = position(parameters, variable);
    Value argument = at < 0 ? variable : arguments->items()[at];
    bool ok = at >= 0 && type_of(variable)->iter && as_tuple(argument) ? collect(chosen, argument) : chosen.push(incref(argument));
    if (!ok) return Error;
  }
  Ref key = make_tuple(chosen.data(), chosen.size());
  return key.is_error() ? Error : get_item_of_instance(part, key);
}

}  // namespace

Value type_parameters(Value arguments) {
  Tuple* all = arguments.as<Tuple>();
  Values found;
  for (int64_t i = 0; i < all->length; ++i) {
    Value one = all->items()[i];
    if (as_type(one)) continue;          // whose __parameters__ would be those of the class, not of this use
    Ref method;
    Truth variable = substitution(one, method);
    if (variable < 0) return Error;
    if (variable) {
      if (!contains(found, one) && !found.push(incref(one))) return Error;
      continue;
    }
    Ref inner = look_up(one, "__parameters__");
    if (inner.is_error()) return Error;
    Tuple* own = inner.is_undefined() ? nullptr : as_tuple(inner);
    for (int64_t k = 0; own && k < own->length; ++k) {
      if (!contains(found, own->items()[k]) && !found.push(incref(own->items()[k]))) return Error;
    }
  }
  return make_tuple(found.data(), found.size());
}

Value substitute_parameters(Value self, Value arguments, Value item) {
  Ref parameters_of_self = type_parameters(arguments);
  if (parameters_of_self.is_error()) return Error;
  Tuple* parameters = parameters_of_self.as<Tuple>();
  if (!parameters->length) return raise(exc::TypeError, "%R is not a generic class", self);
  Values given;
  if (!unpack_arguments(given, item)) return Error;
  Ref prepared = make_tuple(given.data(), given.size());
  for (int64_t i = 0; i < parameters->length; ++i) {
    Ref prepare = prepared.is_error() ? Ref(Error) : Ref(look_up(parameters->items()[i], "__typing_prepare_subst__"));
    if (prepare.is_error()) return Error;
    if (prepare.is_undefined() || prepare.get().is_none()) continue;
    prepared = Ref(call(prepare, self, prepared));
    if (!prepared.is_error() && !as_tuple(prepared)) prepared = Ref(tuple_of(prepared));
  }
  if (prepared.is_error()) return Error;
  Tuple* chosen = prepared.as<Tuple>();
  if (chosen->length != parameters->length)
    return raise(exc::TypeError, "Too %s arguments for %R; actual %l, expected %l", chosen->length > parameters->length ? "many" : "few", self,
                 chosen->length, parameters->length);
  Values replaced;
  Tuple* all = arguments.as<Tuple>();
  for (int64_t i = 0; i < all->length; ++i) {
    Value one = all->items()[i];
    if (as_type(one)) {
      if (!replaced.push(incref(one))) return Error;
      continue;
    }
    Ref unpacked = look_up(one, "__typing_is_unpacked_typevartuple__"), method;
    Truth several = unpacked.is_error() ? -1 : unpacked.is_undefined() ? 0 : truth(unpacked);
    Truth variable = several < 0 ? -1 : substitution(one, method);
    if (variable < 0) return Error;
    Ref result = variable ? call(method, chosen->items()[position(parameters, one)]) : replace_inside(one, parameters, chosen);
    if (result.is_error() || !(several ? collect(replaced, result) : replaced.push(result.take()))) return Error;
  }
  return make_tuple(replaced.data(), replaced.size());
}

}  // namespace py
