// The operator module: operators as functions (Modules/_operator.c). Getters and callers are in operator_getters.cpp.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/modules/operator/operator_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/str.hpp"

namespace py {

namespace {

template <Value (*function)(Value, Value)>
Value binary(const Value* args, uint32_t) { return function(args[0], args[1]); }
template <Value (*function)(Value)>
Value unary(const Value* args, uint32_t) { return function(args[0]); }
template <BinaryOp op>
Value inplace(const Value* args, uint32_t) { return inplace_other(op, args[0], args[1]); }

Value truth_result(Truth t) { return t < 0 ? Error : boolean(t); }
Value truth_function(const Value* args, uint32_t) { return truth_result(truth(args[0])); }
Value not_function(const Value* args, uint32_t) {
  Truth t = truth(args[0]);
  return t < 0 ? Error : boolean(!t);
}
Value is_function(const Value* args, uint32_t) { return boolean(is(args[0], args[1])); }
Value is_not_function(const Value* args, uint32_t) { return boolean(!is(args[0], args[1])); }
Value contains_function(const Value* args, uint32_t) { return truth_result(contains(args[0], args[1])); }
Value getitem_function(const Value* args, uint32_t) { return get_item(args[0], args[1]); }
Value setitem_function(const Value* args, uint32_t) { return set_item(args[0], args[1], args[2]) < 0 ? Error : None; }
Value delitem_function(const Value* args, uint32_t) { return delete_item(args[0], args[1]) < 0 ? Error : None; }
Value index_function(const Value* args, uint32_t) { return to_index(args[0]); }

bool require_sequence(Value v) {
  if (type_of(v)->get_item && !as_dict(v)) return true;
  (void)raise(exc::TypeError, "'%T' object can't be concatenated", v);
  return false;
}
Value concat_function(const Value* args, uint32_t) {
  return require_sequence(args[0]) && require_sequence(args[1]) ? add(args[0], args[1]) : Error;
}
Value iconcat_function(const Value* args, uint32_t) {
  return require_sequence(args[0]) && require_sequence(args[1]) ? inplace_slow(BinaryOp::add, args[0], args[1]) : Error;
}

Value count_of(const Value* args, uint32_t) {
  Items items(args[0]);
  Ref item;
  int64_t count = 0;
  while (items.next(item)) {
    Truth t = equal(item, args[1]);
    if (t < 0) return Error;
    count += t;
  }
  return items.failed ? Error : make_int(count);
}
Value index_of(const Value* args, uint32_t) {
  Items items(args[0]);
  Ref item;
  for (int64_t i = 0; items.next(item); ++i) {
    Truth t = equal(item, args[1]);
    if (t != 0) return t < 0 ? Error : make_int(i);
  }
  return items.failed ? Error : raise(exc::ValueError, "sequence.index(x): x not in sequence");
}

Value length_hint(const Value* args, uint32_t n) {
  if (n == 2 && !is_int(args[1])) return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
  if (type_of(args[0])->length) {
    int64_t length = py::length(args[0]);
    return length < 0 ? Error : make_int(length);
  }
  static Str* const name = intern("__length_hint__");
  Ref hint = call_special(args[0], name);
  if (hint.is_error()) {
    if (!error_matches(exc::TypeError)) return Error;
    clear_error();                                         // the object has no length after all
    return n == 2 ? incref(args[1]) : small_int(0);
  }
  if (hint.is_undefined() || hint.get().is_not_implemented()) return n == 2 ? incref(args[1]) : small_int(0);
  if (!is_int(hint)) return raise(exc::TypeError, "__length_hint__ must be an integer, not %T", hint.get());
  if (int_is_negative(hint)) return raise(exc::ValueError, "__length_hint__() should return >= 0");
  return hint.take();
}

Value call_function(const Value* args, uint32_t n, Tuple* kwnames) {
  if (n == 0) return raise(exc::TypeError, "call expected at least 1 argument, got 0");
  return call(args[0], args + 1, n - 1, kwnames);
}

const NativeDef functions[] = {
    PY_RANGE("lt", binary<lt>, 2, 2),
    PY_RANGE("le", binary<le>, 2, 2),
    PY_RANGE("eq", binary<eq>, 2, 2),
    PY_RANGE("ne", binary<ne>, 2, 2),
    PY_RANGE("ge", binary<ge>, 2, 2),
    PY_RANGE("gt", binary<gt>, 2, 2),
    PY_ONE("not_", not_function),
    PY_RANGE("is_", is_function, 2, 2),
    PY_RANGE("is_not", is_not_function, 2, 2),
    PY_ONE("truth", truth_function),
    PY_ONE("abs", unary<absolute>),
    PY_RANGE("add", binary<add>, 2, 2),
    PY_RANGE("and_", binary<bit_and>, 2, 2),
    PY_RANGE("floordiv", binary<floor_divide>, 2, 2),
    PY_ONE("index", index_function),
    PY_ONE("inv", unary<invert>),
    PY_ONE("invert", unary<invert>),
    PY_RANGE("lshift", binary<left_shift>, 2, 2),
    PY_RANGE("mod", binary<remainder>, 2, 2),
    PY_RANGE("mul", binary<multiply>, 2, 2),
    PY_RANGE("matmul", binary<matrix_multiply>, 2, 2),
    PY_ONE("neg", unary<negative>),
    PY_RANGE("or_", binary<bit_or>, 2, 2),
    PY_ONE("pos", unary<positive>),
    PY_RANGE("pow", binary<power>, 2, 2),
    PY_RANGE("rshift", binary<right_shift>, 2, 2),
    PY_RANGE("sub", binary<subtract>, 2, 2),
    PY_RANGE("truediv", binary<true_divide>, 2, 2),
    PY_RANGE("xor", binary<bit_xor>, 2, 2),
    PY_RANGE("concat", concat_function, 2, 2),
    PY_RANGE("contains", contains_function, 2, 2),
    PY_RANGE("delitem", delitem_function, 2, 2),
    PY_RANGE("getitem", getitem_function, 2, 2),
    PY_RANGE("setitem", setitem_function, 3, 3),
    PY_RANGE("iadd", inplace<BinaryOp::add>, 2, 2),
    PY_RANGE("iand", inplace<BinaryOp::bit_and>, 2, 2),
    PY_RANGE("iconcat", iconcat_function, 2, 2),
    PY_RANGE("ifloordiv", inplace<BinaryOp::floor_divide>, 2, 2),
    PY_RANGE("ilshift", inplace<BinaryOp::left_shift>, 2, 2),
    PY_RANGE("imod", inplace<BinaryOp::remainder>, 2, 2),
    PY_RANGE("imul", inplace<BinaryOp::multiply>, 2, 2),
    PY_RANGE("imatmul", inplace<BinaryOp::matrix_multiply>, 2, 2),
    PY_RANGE("ior", inplace<BinaryOp::bit_or>, 2, 2),
    PY_RANGE("ipow", inplace<BinaryOp::power>, 2, 2),
    PY_RANGE("irshift", inplace<BinaryOp::right_shift>, 2, 2),
    PY_RANGE("isub", inplace<BinaryOp::subtract>, 2, 2),
    PY_RANGE("itruediv", inplace<BinaryOp::true_divide>, 2, 2),
    PY_RANGE("ixor", inplace<BinaryOp::bit_xor>, 2, 2),
    PY_RAW("call", call_function),
    PY_RANGE("countOf", count_of, 2, 2),
    PY_RANGE("indexOf", index_of, 2, 2),
    PY_RANGE("length_hint", length_hint, 1, 2),
    {},
};

// Names that the module also offers as dunders.
const char* const with_dunder[] = {
    "lt",  "le",     "eq",       "ne",      "ge",      "gt",      "not_",   "abs",      "add",       "and_",   "floordiv",
    "index", "inv",  "invert",   "lshift",  "mod",     "mul",     "matmul", "neg",      "or_",       "pos",    "pow",
    "rshift", "sub", "truediv",  "xor",     "concat",  "contains", "delitem", "getitem", "setitem",  "iadd",   "iand",
    "iconcat", "ifloordiv", "ilshift", "imod", "imul", "imatmul", "ior",    "ipow",     "irshift",   "isub",   "itruediv",
    "ixor", "call",
};

bool fill_operator(Module* module) {
  module_add_functions(module, functions);
  module_add_type(module, attrgetter_type);
  module_add_type(module, itemgetter_type);
  module_add_type(module, methodcaller_type);
  for (const char* name : with_dunder) {
    std::string plain = name;
    if (plain.back() == '_') plain.pop_back();
    module_set(module, ("__" + plain + "__").c_str(), dict_get(module->globals, intern(name)));
  }
  std::vector<std::string_view> exported = {"attrgetter", "itemgetter", "methodcaller"};
  for (const NativeDef* f = functions; f->name; ++f) exported.push_back(f->name);
  std::sort(exported.begin(), exported.end());
  Ref names = make_list(nullptr, 0);
  for (std::string_view name : exported) {
    if (list_append(names.as<List>(), object_value(intern(name))) < 0) return false;
  }
  module_set(module, "__all__", names.take());
  return true;
}

}  // namespace

namespace native {
extern const ModuleDef module_operator;
const ModuleDef module_operator = {"operator", fill_operator, false};
}  // namespace native

}  // namespace py
