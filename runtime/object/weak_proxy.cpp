// weakref.proxy: an object that hands every operation on to its target (Objects/weakrefobject.c).
#include <cstdio>

#include "runtime/object/operators.hpp"
#include "runtime/object/text.hpp"
#include "runtime/object/weakref.hpp"

namespace py {
namespace {

bool is_proxy(Value v) { return is_exactly(v, weak_proxy_type) || is_exactly(v, weak_callable_proxy_type); }

// The target of a proxy, anything else itself; owned. Error: ReferenceError.
Value target_of(Value v) {
  if (!is_proxy(v)) return incref(v);
  Value target = weakref_target(v.as<WeakRef>());
  return target.is_undefined() ? raise(exc::ReferenceError, "weakly-referenced object no longer exists") : target;
}

template <Value (*operation)(Value)>
Value unary(Value self) {
  Ref target(target_of(self));
  return target.is_error() ? Error : operation(target);
}

template <BinaryOp op>
Value binary(Value a, Value b) {
  Ref left(target_of(a));
  if (left.is_error()) return Error;
  Ref right(target_of(b));
  return right.is_error() ? Error : binary_slow(op, left, right);
}

template <BinaryOp op>
Value inplace(Value a, Value b) {
  Ref left(target_of(a));
  if (left.is_error()) return Error;
  Ref right(target_of(b));
  return right.is_error() ? Error : inplace_other(op, left, right);
}

Value proxy_power(Value a, Value b, Value c) {
  Ref base(target_of(a));
  if (base.is_error()) return Error;
  Ref exponent(target_of(b));
  if (exponent.is_error()) return Error;
  Ref modulus(target_of(c));
  if (modulus.is_error()) return Error;
  return modulus.get().is_none() || modulus.is_undefined() ? power(base, exponent) : power_mod(base, exponent, modulus);
}

Value proxy_inplace_power(Value a, Value b, Value) { return inplace<BinaryOp::power>(a, b); }

Value to_special(Value v, const char* name) {
  Ref result(call_special(v, intern(name)));
  if (!result.is_undefined()) return result.take();
  return raise(exc::TypeError, "'%T' object has no %s", v, name);
}
Value to_int(Value v) { return to_special(v, "__int__"); }
Value to_float(Value v) {
  double d;
  return py::to_double(v, d) ? make_float(d) : Error;
}
Value bytes_of(Value v) { return to_special(v, "__bytes__"); }
Value reversed_of(Value v) { return to_special(v, "__reversed__"); }

template <Value (*operation)(Value)>
Value method(const Value* args, uint32_t) { return unary<operation>(args[0]); }

Value proxy_repr(Value self) {
  Ref target(weakref_target(self.as<WeakRef>()));
  Value shown = target.is_undefined() ? None : target.get();
  char text[64];
  Text out;
  out.append({text, size_t(std::snprintf(text, sizeof text, "<weakproxy at %p to ", static_cast<void*>(self.object())))});
  out.append(type_of(shown)->name);
  const void* address = shown.is_object() ? shown.object() : static_cast<const void*>(type_of(shown));
  out.append({text, size_t(std::snprintf(text, sizeof text, " at %p>", address))});
  return out.to_str();
}

Value proxy_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  Ref target(target_of(self));
  return target.is_error() ? Error : call(target, args, n, kwnames);
}

Value proxy_get_attribute(Value self, Str* name) {
  Ref target(target_of(self));
  return target.is_error() ? Error : get_attribute(target, name);
}
Truth proxy_set_attribute(Value self, Str* name, Value value) {
  Ref target(target_of(self));
  if (target.is_error()) return -1;
  return value.is_undefined() ? delete_attribute(target, name) : set_attribute(target, name, value);
}

Value proxy_compare(Value self, Value other, Compare op) {
  Ref left(target_of(self));
  if (left.is_error()) return Error;
  Ref right(target_of(other));
  return right.is_error() ? Error : compare_slow(left, right, op);
}

Value proxy_next(Value self) {
  Ref target(target_of(self));
  if (target.is_error()) return Error;
  if (!type_of(target)->next) return raise(exc::TypeError, "Weakref proxy referenced a non-iterator '%T' object", target.get());
  return next(target);
}

Truth proxy_truth(Value self) {
  Ref target(target_of(self));
  return target.is_error() ? -1 : truth(target);
}
int64_t proxy_length(Value self) {
  Ref target(target_of(self));
  return target.is_error() ? -1 : length(target);
}
Value proxy_get_item(Value self, Value key) {
  Ref target(target_of(self));
  return target.is_error() ? Error : get_item(target, key);
}
Truth proxy_set_item(Value self, Value key, Value value) {
  Ref target(target_of(self));
  if (target.is_error()) return -1;
  return value.is_undefined() ? delete_item(target, key) : set_item(target, key, value);
}
Truth proxy_contains(Value self, Value item) {
  Ref target(target_of(self));
  return target.is_error() ? -1 : contains(target, item);
}

const NativeDef proxy_methods[] = {
    PY_NOARGS("__bytes__", method<bytes_of>),
    PY_NOARGS("__reversed__", method<reversed_of>),
    {},
};

constexpr TypeSlots proxy_slots(const char* name) {
  TypeSlots slots{};
  slots.name = name;
  slots.instance_size = sizeof(WeakRef);
  slots.base = &object_type;
  slots.dealloc = weakref_dealloc;
  slots.traverse = weakref_traverse;
  slots.clear = weakref_clear;
  slots.repr = proxy_repr;
  slots.str = unary<py::str>;
  slots.hash = hash_not_implemented;
  slots.get_attribute = proxy_get_attribute;
  slots.set_attribute = proxy_set_attribute;
  slots.compare = proxy_compare;
  slots.iter = unary<py::iter>;
  slots.next = proxy_next;
  slots.truth = proxy_truth;
  slots.length = proxy_length;
  slots.get_item = proxy_get_item;
  slots.set_item = proxy_set_item;
  slots.contains = proxy_contains;
  NumberSlots& number = slots.number;
  number.add = binary<BinaryOp::add>;
  number.subtract = binary<BinaryOp::subtract>;
  number.multiply = binary<BinaryOp::multiply>;
  number.matrix_multiply = binary<BinaryOp::matrix_multiply>;
  number.true_divide = binary<BinaryOp::true_divide>;
  number.floor_divide = binary<BinaryOp::floor_divide>;
  number.remainder = binary<BinaryOp::remainder>;
  number.divmod = binary<BinaryOp::divmod>;
  number.left_shift = binary<BinaryOp::left_shift>;
  number.right_shift = binary<BinaryOp::right_shift>;
  number.bit_and = binary<BinaryOp::bit_and>;
  number.bit_or = binary<BinaryOp::bit_or>;
  number.bit_xor = binary<BinaryOp::bit_xor>;
  number.power = proxy_power;
  number.inplace_add = inplace<BinaryOp::add>;
  number.inplace_subtract = inplace<BinaryOp::subtract>;
  number.inplace_multiply = inplace<BinaryOp::multiply>;
  number.inplace_matrix_multiply = inplace<BinaryOp::matrix_multiply>;
  number.inplace_true_divide = inplace<BinaryOp::true_divide>;
  number.inplace_floor_divide = inplace<BinaryOp::floor_divide>;
  number.inplace_remainder = inplace<BinaryOp::remainder>;
  number.inplace_left_shift = inplace<BinaryOp::left_shift>;
  number.inplace_right_shift = inplace<BinaryOp::right_shift>;
  number.inplace_and = inplace<BinaryOp::bit_and>;
  number.inplace_or = inplace<BinaryOp::bit_or>;
  number.inplace_xor = inplace<BinaryOp::bit_xor>;
  number.inplace_power = proxy_inplace_power;
  number.negative = unary<negative_slow>;
  number.positive = unary<positive>;
  number.absolute = unary<absolute>;
  number.invert = unary<invert>;
  number.index = unary<to_index>;
  number.to_int = unary<to_int>;
  number.to_float = unary<to_float>;
  slots.methods = proxy_methods;
  return slots;
}

constexpr TypeSlots callable_proxy_slots() {
  TypeSlots slots = proxy_slots("weakref.CallableProxyType");
  slots.call = proxy_call;
  return slots;
}

}  // namespace

constinit Type weak_proxy_type{proxy_slots("weakref.ProxyType")};
constinit Type weak_callable_proxy_type{callable_proxy_slots()};

}  // namespace py
