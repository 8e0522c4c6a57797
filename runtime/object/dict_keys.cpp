// How the keys of dicts and sets are hashed and compared.
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/dict_table.hpp"

namespace py {

int64_t hash_slow(Value v) { return is_exactly(v, tuple_type) ? tuple_hash(v) : hash(v); }

// The items of a tuple that compares and hashes as tuples do, such as a named one; null for others.
static const Tuple* plain_tuple(Value v) {
  if (is_exactly(v, tuple_type)) [[likely]] return v.as<Tuple>();
  const Type* t = type_of(v);
  return (t->flags & kind_tuple) && t->compare == tuple_type.compare && t->hash == tuple_type.hash ? as_tuple(v) : nullptr;
}

bool is_plain_key_slow(Value v) {
  const Type* t = type_of(v);
  if (t == &str_type || t == &int_type || t == &float_type || t == &bytes_type || t == &bool_type || t == &none_type) return true;
  const Tuple* tuple = plain_tuple(v);
  if (!tuple) return t->compare == object_compare && t->hash == object_hash;
  for (int64_t i = 0; i < tuple->length; ++i) {
    if (!is_plain_key(tuple->items()[i])) return false;
  }
  return true;
}

bool is_equal_to_itself_only(Value v) { return v.is_none() || (v.is_object() && type_of(v)->compare == object_compare); }

// Of plain tuples: the first pair that differs, or that only user code can compare, decides. Deeper ones are left to
// equal(), which guards the stack.
static int tuples_match(const Tuple* a, const Tuple* b, int depth) {
  constexpr int deepest = 50;
  if (a->length != b->length || depth == deepest) return a->length != b->length && depth < deepest ? 0 : 2;
  for (int64_t i = 0; i < a->length; ++i) {
    Value x = a->items()[i], y = b->items()[i];
    const Tuple *p = x.same(y) ? nullptr : plain_tuple(x), *q = p ? plain_tuple(y) : nullptr;
    int match = q ? tuples_match(p, q, depth + 1) : keys_match(x, y);
    if (match != 1) return match;
  }
  return 1;
}

[[gnu::noinline]] static int others_match(Value stored, Value wanted) {
  if (stored.is_undefined()) return 0;
  bool stored_alone = is_equal_to_itself_only(stored), wanted_alone = is_equal_to_itself_only(wanted);
  if (stored_alone && wanted_alone) return 0;
  if (!is_plain_key(stored) || !is_plain_key(wanted)) return 2;
  if (stored_alone || wanted_alone) return 0;   // what is plain thinks nothing else equal to it
  return equal(stored, wanted) > 0;
}

int keys_match_slow(Value stored, Value wanted) {
  const Tuple *a = plain_tuple(stored), *b = a ? plain_tuple(wanted) : nullptr;
  if (!b) return others_match(stored, wanted);
  int64_t i = 0;                         // the usual key that is found: the same ints or names
  while (i < a->length && i < b->length && a->items()[i].same(b->items()[i])) ++i;
  return i == a->length && i == b->length ? 1 : tuples_match(a, b, 0);
}

}  // namespace py
