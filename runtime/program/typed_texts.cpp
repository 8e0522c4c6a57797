#include "runtime/program/typed_texts.hpp"

#include "runtime/object/dict_table.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/int_internal.hpp"

namespace py::typed {

bool equal_other(Value a, Value b, bool& out) {
  double x, y;
  if (unbox(a, x) && unbox(b, y)) return out = x == y, true;     // one and the same float may be a NaN
  if (a.same(b)) return out = true, is_plain_key(a) || is_equal_to_itself_only(a);
  int match = keys_match(a, b);
  out = match == 1;
  return match != 2;
}

Value text_of(int64_t n) {
  if (fits_small_int(n)) return unless_error(int_repr(small_int(n)));
  Text text;
  text.append_int(n);
  return unless_error(make_str(text.view()));
}

}  // namespace py::typed
