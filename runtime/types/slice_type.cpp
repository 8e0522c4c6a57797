// The type slice.
#include "runtime/types/container_support.hpp"

namespace py {
namespace {

Value create(Type*, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!reject_keywords("slice", kwnames) || !check_positional("slice", n, 1, 3)) return Error;
  if (n == 1) return make_slice(None, args[0], None);
  return make_slice(args[0], args[1], n == 3 ? args[2] : None);
}

void dealloc(Object* self) {
  auto* s = static_cast<Slice*>(self);
  decref(s->start);
  decref(s->stop);
  decref(s->step);
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) {
  auto* s = static_cast<Slice*>(self);
  visitor.visit(s->start);
  visitor.visit(s->stop);
  visitor.visit(s->step);
}

Value repr_slice(Value self) {
  auto* s = self.as<Slice>();
  Text out;
  out.append("slice(");
  if (!append_repr(out, s->start)) return Error;
  out.append(", ");
  if (!append_repr(out, s->stop)) return Error;
  out.append(", ");
  if (!append_repr(out, s->step)) return Error;
  out.append(')');
  return out.to_str();
}

Value compare(Value self, Value other, Compare op) {
  Slice *a = self.as<Slice>(), *b = as_slice(other);
  if (!b) return NotImplemented;
  if (a == b) return boolean(op == Compare::eq || op == Compare::le || op == Compare::ge);
  Value pairs[][2] = {{a->start, b->start}, {a->stop, b->stop}, {a->step, b->step}};
  for (auto& [x, y] : pairs) {
    Truth same = equal(x, y);
    if (same < 0) return Error;
    if (!same) return compare_items(x, y, op);
  }
  return boolean(op == Compare::eq || op == Compare::le || op == Compare::ge);
}

// slice.indices(length) for ints of any size: the arithmetic of slice_adjust on Python ints.
Value indices(const Value* args, uint32_t) {
  auto* s = args[0].as<Slice>();
  Ref size = to_index(args[1]);
  if (size.is_error()) return Error;
  Truth negative_size = equal(lt(size, small_int(0)), True);
  if (negative_size) return raise(exc::ValueError, "length should not be negative");
  auto index = [](Value v) {
    return is_int(v) || type_of(v)->number.index ? to_index(v)
                                                 : raise(exc::TypeError, "slice indices must be integers or None or have an __index__ method");
  };
  Ref step = s->step.is_none() ? small_int(1) : index(s->step);
  if (step.is_error()) return Error;
  if (step.get().same(small_int(0))) return raise(exc::ValueError, "slice step cannot be zero");
  bool down = lt(step, small_int(0)).is_true();
  Ref lower = down ? small_int(-1) : small_int(0);
  Ref upper = down ? add(size, small_int(-1)) : incref(size);
  auto bound = [&](Value given, Value otherwise) -> Value {
    if (given.is_none()) return incref(otherwise);
    Ref i = index(given);
    if (i.is_error()) return Error;
    if (lt(i, small_int(0)).is_true()) {
      i = Ref(add(i, size));
      return lt(i, lower).is_true() ? incref(lower) : i.take();
    }
    return gt(i, upper).is_true() ? incref(upper) : i.take();
  };
  Ref start = bound(s->start, down ? upper : lower);
  if (start.is_error()) return Error;
  Ref stop = bound(s->stop, down ? lower : upper);
  if (stop.is_error()) return Error;
  return tuple_of(start, stop, step);
}

Value reduce(const Value* args, uint32_t) {
  auto* s = args[0].as<Slice>();
  Ref parts = tuple_of(s->start, s->stop, s->step);
  return tuple_of(value_of(slice_type), parts);
}

constexpr NativeDef methods[] = {PY_ONE("indices", indices), PY_NOARGS("__reduce__", reduce), {}};
constexpr MemberDef members[] = {
    {"start", offsetof(Slice, start), true}, {"stop", offsetof(Slice, stop), true}, {"step", offsetof(Slice, step), true}, {}};

}  // namespace

constinit Type slice_type{{.name = "slice", .instance_size = sizeof(Slice),
                           .doc = "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
                           .create = create, .dealloc = dealloc, .traverse = traverse, .repr = repr_slice, .hash = hash_not_implemented,
                           .compare = compare, .methods = methods, .members = members}};

}  // namespace py
