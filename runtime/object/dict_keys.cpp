// How the keys of dicts and sets are hashed and compared.
#include "runtime/object/containers.hpp"
#include "runtime/object/dict_table.hpp"

namespace py {

int64_t hash_slow(Value v) { return hash(v); }

bool is_plain_key_slow(Value v) {
  const Type* t = type_of(v);
  if (t == &str_type || t == &int_type || t == &float_type || t == &bytes_type || t == &bool_type || t == &none_type) return true;
  if (t != &tuple_type) return false;
  const Tuple* tuple = v.as<Tuple>();
  for (int64_t i = 0; i < tuple->length; ++i) {
    if (!is_plain_key(tuple->items()[i])) return false;
  }
  return true;
}

int keys_match_slow(Value stored, Value wanted) {
  if (stored.is_undefined()) return 0;
  if (!is_plain_key(stored) || !is_plain_key(wanted)) return 2;
  return equal(stored, wanted) > 0;
}

}  // namespace py
