// Comparison, truth, containment and hashing of arbitrary values (Objects/object.c: do_richcompare).
#include "runtime/object/class.hpp"
#include "runtime/object/dict_table.hpp"

namespace py {

static constexpr Compare swapped[] = {Compare::gt, Compare::ge, Compare::eq, Compare::ne, Compare::lt, Compare::le};
static constexpr const char* symbols[] = {"<", "<=", "==", "!=", ">", ">="};

static Value compare_values(Value a, Value b, Compare op) {
  Type *ta = type_of(a), *tb = type_of(b);
  bool reflected_tried = false;
  if (ta != tb && is_subtype(tb, ta) && tb->compare) {
    reflected_tried = true;
    Value r = tb->compare(b, a, swapped[static_cast<int>(op)]);
    if (!r.is_not_implemented()) return r;
  }
  if (ta->compare) {
    Value r = ta->compare(a, b, op);
    if (!r.is_not_implemented()) return r;
  }
  if (!reflected_tried && tb->compare) {
    Value r = tb->compare(b, a, swapped[static_cast<int>(op)]);
    if (!r.is_not_implemented()) return r;
  }
  if (op == Compare::eq) return boolean(a.same(b));
  if (op == Compare::ne) return boolean(!a.same(b));
  return raise(exc::TypeError, "'%s' not supported between instances of '%T' and '%T'", symbols[static_cast<int>(op)], a, b);
}

Truth test_other(Value a, Value b, Compare op) {
  if (a.is_inline_float() && b.is_inline_float()) return holds(op, a.inline_float(), b.inline_float());
  if (op == Compare::eq || op == Compare::ne) {
    if (is_exactly(a, str_type) && is_exactly(b, str_type)) return str_equal(a.as<Str>(), b.as<Str>()) == (op == Compare::eq);
    if (is_equal_to_itself_only(a) && is_equal_to_itself_only(b)) return a.same(b) == (op == Compare::eq);
  }
  Ref r = compare_slow(a, b, op);
  return r.is_error() ? -1 : truth(r);
}

Value compare_other(Value a, Value b, Compare op) {
  bool simple = a.is_inline_float() && b.is_inline_float();
  return simple ? boolean(test_other(a, b, op)) : compare_slow(a, b, op);
}

Value compare_slow(Value a, Value b, Compare op) {
  RecursionGuard guard(" in comparison");
  return guard.ok ? compare_values(a, b, op) : Error;
}

Truth equal(Value a, Value b) {
  if (a.same(b)) return 1;
  return a.bits & b.bits & 1 ? 0 : test_other(a, b, Compare::eq);
}

Truth truth_slow(Value v) {
  Type* t = type_of(v);
  if (t->truth) return t->truth(v);
  if (t->length) {
    int64_t n = t->length(v);
    return n < 0 ? -1 : n > 0;
  }
  return 1;
}

Truth contains(Value container, Value item) {
  Type* t = type_of(container);
  if (t->contains) return t->contains(container, item);
  Ref iterator = iter(container);
  if (iterator.is_error()) {
    if (error_matches(exc::TypeError)) {
      clear_error();
      (void)raise(exc::TypeError, "argument of type '%T' is not iterable", container);
    }
    return -1;
  }
  for (;;) {
    Ref element = next(iterator);
    if (element.is_error()) return -1;
    if (element.is_undefined()) return 0;
    Truth r = equal(element, item);
    if (r) return r;
  }
}

int64_t hash(Value v) {
  Type* t = type_of(v);
  if (!t->hash) [[unlikely]] ensure_ready(t);
  return t->hash(v);
}

}  // namespace py
