// The order of values whose comparison is known to run no user code.
#include "runtime/object/plain_order.hpp"

#include "runtime/object/dict_table.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/str.hpp"

namespace py {
namespace {

constexpr int deepest = 50;                              // of nested tuples; beyond it the general way guards the stack

bool is_plain_number(Value v) { return v.is_bool() || is_exact_int(v) || is_exact_float(v); }

int less(Value a, Value b, int depth) {
  if (a.is_small_int() && b.is_small_int()) return a.small_int() < b.small_int();
  const bool tuples = is_exactly(a, tuple_type) && is_exactly(b, tuple_type);
  if (!tuples && is_plain_number(a) && is_plain_number(b)) return lt(a, b).is_true();
  if (is_exactly(a, str_type) && is_exactly(b, str_type)) return str_order(a.as<Str>(), b.as<Str>()) < 0;
  if (is_exactly(a, bytes_type) && is_exactly(b, bytes_type)) return lt(a, b).is_true();
  if (!tuples || depth == deepest) return not_plain;
  // The first pair that differs decides; what comes after it may be anything.
  const Tuple *x = a.as<Tuple>(), *y = b.as<Tuple>();
  for (int64_t i = 0; i < x->length && i < y->length; ++i) {
    Value p = x->items()[i], q = y->items()[i];
    if (p.same(q)) continue;
    if (p.is_small_int() && q.is_small_int()) return p.small_int() < q.small_int();
    if (is_exactly(p, str_type) && is_exactly(q, str_type)) {
      if (int order = str_order(p.as<Str>(), q.as<Str>())) return order < 0;
      continue;
    }
    int match = keys_match(p, q);
    if (match == 2) return not_plain;
    if (match == 0) return less(p, q, depth + 1);
  }
  return x->length < y->length;
}

}  // namespace

int plain_less_slow(Value a, Value b) {
  // Most often pairs of which the first item decides.
  if (is_exactly(a, tuple_type) && is_exactly(b, tuple_type) && a.as<Tuple>()->length && b.as<Tuple>()->length) {
    Value p = a.as<Tuple>()->items()[0], q = b.as<Tuple>()->items()[0];
    if (!p.same(q) && p.is_small_int() && q.is_small_int()) return p.small_int() < q.small_int();
  }
  return less(a, b, 0);
}

}  // namespace py
