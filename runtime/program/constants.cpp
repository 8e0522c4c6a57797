// Constants of emitted code: made once before their module runs, immortal, shared by all threads.
#include "runtime/object/containers.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/program/start.hpp"
#include "runtime/types/numbers.hpp"

namespace py {
namespace {

Value immortal(Value v) {
  if (v.is_object()) make_immortal(v.object());
  return v;
}

}  // namespace

Value constant_int(const char* digits) {
  bool negative = *digits == '-';
  Ref magnitude = int_from_digits(digits + negative, 10);
  return immortal(negative ? negative_slow(magnitude) : magnitude.take());
}
Value constant_float(double d) { return immortal(make_float(d)); }
Value constant_complex(double real, double imaginary) { return immortal(make_complex(real, imaginary)); }
Value constant_str(std::string_view utf8) {
  // Short texts that look like names are interned, as CPython does: they are likely to be keys.
  bool name_like = utf8.size() <= 40;
  for (char c : utf8) name_like = name_like && (c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
  return name_like ? object_value(intern(utf8)) : immortal(make_str(utf8));
}
Value constant_bytes(std::string_view bytes) { return immortal(make_bytes(bytes.data(), static_cast<int64_t>(bytes.size()))); }
Value constant_tuple(std::initializer_list<Value> items) { return immortal(make_tuple(items.begin(), static_cast<int64_t>(items.size()))); }
Value constant_frozenset(std::initializer_list<Value> items) {
  // CPython's compiler makes such a set a second time from its own items (merge_consts_recursive), which shows in the order.
  Ref list = make_list(items.begin(), static_cast<int64_t>(items.size()));
  Ref first = call(value_of(frozenset_type), list);
  Ref again = call(value_of(list_type), first);
  return immortal(call(value_of(frozenset_type), again));
}

}  // namespace py
