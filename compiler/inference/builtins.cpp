// What builtin functions and the methods of built-in types give.
#include "compiler/inference/program.hpp"

namespace portalis::inference {
namespace {

constexpr std::string_view gives_int[] = {"len", "ord", "hash", "id", "int"};
constexpr std::string_view gives_str[] = {"str", "repr", "chr", "format", "input", "hex", "bin", "oct", "ascii"};
constexpr std::string_view gives_bool[] = {"bool", "isinstance", "issubclass", "callable", "hasattr", "any", "all"};
constexpr std::string_view gives_iterator[] = {"iter", "reversed", "filter"};

constexpr std::string_view str_gives_str[] = {"join", "strip", "lstrip", "rstrip", "lower", "upper", "title", "replace", "format", "zfill", "rjust", "ljust",
                                              "center", "capitalize", "translate", "swapcase", "removeprefix", "removesuffix", "expandtabs"};
constexpr std::string_view str_gives_bool[] = {"startswith", "endswith", "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "isidentifier"};
constexpr std::string_view math_gives_int[] = {"floor", "ceil", "trunc", "gcd", "lcm", "isqrt", "factorial", "comb", "perm"};
constexpr std::string_view math_gives_float[] = {"sqrt", "sin", "cos", "tan", "exp", "log", "log2", "log10", "atan", "atan2", "asin", "acos", "hypot", "pow",
                                                 "fabs", "fmod", "degrees", "radians", "sinh", "cosh", "tanh", "dist", "fsum", "copysign", "ldexp"};
constexpr std::string_view str_gives_else[] = {"find", "index", "rfind", "count", "encode", "split", "splitlines", "rsplit"};
// Methods that do nothing but what builtin_method() follows.
constexpr std::string_view list_methods[] = {"append", "insert", "extend", "pop", "copy", "index", "count", "sort", "reverse", "remove", "clear"};
constexpr std::string_view set_methods[] = {"add", "update", "pop", "copy", "union", "intersection", "difference", "discard", "remove", "clear", "issubset",
                                            "issuperset", "isdisjoint"};
constexpr std::string_view dict_methods[] = {"get", "pop", "setdefault", "copy", "clear", "update", "keys", "values", "items"};
constexpr std::string_view time_gives_float[] = {"time", "perf_counter", "monotonic", "process_time"};

// translate() asks a table that may be an object of the program's.
bool knows_str_method(std::string_view name) {
  return (among(str_gives_str, name) && name != "translate") || among(str_gives_bool, name) || among(str_gives_else, name);
}

}  // namespace

Type Program::call_builtin(const std::string& name, const Arguments& args, const ir::Instruction& site) {
  Type out = builtin_result(name, args, site);
  if (settled_ && name == "setattr" && args.positional.size() == 3) {
    const ir::Operand& key = site.operands[site.operands.size() - 2];
    const ir::Constant* c = key.kind == ir::Operand::constant ? &facts().module->constants[key.index] : nullptr;
    if (c && c->kind == ir::Constant::string) settle_change(c->text);
  }
  return settled_ ? settle_builtin(name, args, out) : out;
}

Type Program::builtin_result(const std::string& name, const Arguments& args, const ir::Instruction& site) {
  auto argument = [&](size_t n) { return n < args.positional.size() ? args.positional[n] : Type{}; };
  auto filled = [&](ir::Kind kind, const Type& with) {
    Type made = container(site, kind);
    changed_ |= lattice_.join_element(made, with);
    return made;
  };
  if (among(gives_int, name)) return of(ir::kind_int);
  if (among(gives_str, name)) return of(ir::kind_str);
  if (among(gives_bool, name)) return of(ir::kind_bool);
  if (among(gives_iterator, name)) return filled(ir::kind_iterator, element(argument(name == "filter" ? 1 : 0)));
  if (name == "float") return of(ir::kind_float);
  if (name == "bytes") return of(ir::kind_bytes);
  if (name == "print") return of(ir::kind_none);
  if (name == "range") return filled(ir::kind_iterator, of(ir::kind_int));
  if (name == "abs") return {static_cast<Kinds>(argument(0).kinds & (ir::kind_int | ir::kind_float)), unknown, unknown};
  if (name == "round") return of(args.positional.size() > 1 ? ir::kind_float : ir::kind_int);
  if (name == "list" || name == "sorted") return filled(ir::kind_list, element(argument(0)));
  if (name == "set" || name == "frozenset") return filled(ir::kind_set, element(argument(0)));
  if (name == "tuple") {
    Type made = filled(ir::kind_tuple, element(argument(0)));
    lattice_.content(made).one_length = false;
    return made;
  }
  if (name == "next") {
    Type out = element(argument(0));
    lattice_.join(out, argument(1));
    return out;
  }
  if (name == "dict") {
    Type made = container(site, ir::kind_dict);
    if (lattice_.has_content(argument(0)) && argument(0).is(ir::kind_dict)) {
      store_item(made, lattice_.content(argument(0)).element, lattice_.content(argument(0)).value);
    } else if (Type pair = element(argument(0)); lattice_.has_content(pair) && lattice_.content(pair).items.size() == 2) {
      std::vector<Type> items = lattice_.content(pair).items;
      store_item(made, items[0], items[1]);
    }
    for (const auto& named : args.named) store_item(made, of(ir::kind_str), named.second);
    return made;
  }
  if (name == "min" || name == "max") {
    Type out;
    if (args.positional.size() == 1) return element(argument(0));
    for (const Type& t : args.positional) lattice_.join(out, t);
    return out;
  }
  if (name == "sum") {
    Type out = element(argument(0));
    lattice_.join(out, argument(1));
    if (out.may(ir::kind_float)) return of(ir::kind_float);
    if (out.may(ir::kind_bool)) out.kinds = (out.kinds & ~ir::kind_bool) | ir::kind_int;
    return out;
  }
  if (name == "enumerate") {
    Type made = container(site, ir::kind_iterator);
    Type pair = lattice_.content(made).element;
    if (!lattice_.has_content(pair)) pair = {ir::kind_tuple, unknown, lattice_.new_content()};
    changed_ |= lattice_.join_items(pair, {of(ir::kind_int), element(argument(0))});
    changed_ |= lattice_.join_element(made, pair);
    return made;
  }
  if (name == "zip") {
    Type made = container(site, ir::kind_iterator);
    Type tuple = lattice_.content(made).element;
    if (!lattice_.has_content(tuple)) tuple = {ir::kind_tuple, unknown, lattice_.new_content()};
    std::vector<Type> items;
    for (const Type& t : args.positional) items.push_back(element(t));
    changed_ |= lattice_.join_items(tuple, items);
    changed_ |= lattice_.join_element(made, tuple);
    return made;
  }
  if (name == "map") {
    Arguments inner;
    for (size_t n = 1; n < args.positional.size(); ++n) inner.positional.push_back(element(args.positional[n]));
    return filled(ir::kind_iterator, call(argument(0), inner, nullptr));
  }
  if (name == "property" && argument(0).is(ir::kind_function)) return of(ir::kind_other, argument(0).id);
  if ((name == "staticmethod" || name == "classmethod") && argument(0).is(ir::kind_function) && argument(0).id < functions_.size()) {
    functions_[argument(0).id].binding = name == "staticmethod" ? FunctionFacts::static_ : FunctionFacts::class_;
    return argument(0);
  }
  return {};
}

Type Program::builtin_method(const Type& object, const std::string& name, const Arguments& args, const ir::Instruction* site) {
  auto argument = [&](size_t n) { return n < args.positional.size() ? args.positional[n] : Type{}; };
  auto filled = [&](ir::Kind kind, const Type& with) {
    if (!site) return Type{};
    Type made = container(*site, kind);
    changed_ |= lattice_.join_element(made, with);
    return made;
  };
  Type out;
  if (object.may(ir::kind_module) && object.id >= first_native_module && object.id < many) {
    const std::string& module = native_names_[object.id - first_native_module];
    if (module == "math") return among(math_gives_int, name) ? of(ir::kind_int) : among(math_gives_float, name) ? of(ir::kind_float) : out;
    if (module == "random") return name == "random" || name == "uniform" || name == "gauss" ? of(ir::kind_float) : name == "randint" || name == "randrange" ? of(ir::kind_int) : out;
    if (module == "time" && among(time_gives_float, name)) return of(ir::kind_float);
    return site ? made_by(name, args, *site) : out;
  }
  if (object.may(ir::kind_list) || object.may(ir::kind_set)) {
    if (name == "append" || name == "add") changed_ |= lattice_.join_element(object, argument(0));
    if (name == "insert") changed_ |= lattice_.join_element(object, argument(1));
    if (name == "extend" || name == "update") changed_ |= lattice_.join_element(object, element(argument(0)));
    if (name == "pop") lattice_.join(out, element(object));
    if (settled_ && name == "union") {
      for (const Type& other : args.positional) changed_ |= lattice_.join_element(object, element(other));
    }
    if (name == "copy" || name == "union" || name == "intersection" || name == "difference") lattice_.join(out, object);
    if (name == "index" || name == "count") out.kinds |= ir::kind_int;
    if (name == "append" || name == "insert" || name == "extend" || name == "sort" || name == "reverse" || name == "add") out.kinds |= ir::kind_none;
  }
  if (object.may(ir::kind_tuple) && (name == "index" || name == "count")) out.kinds |= ir::kind_int;
  if (object.may(ir::kind_dict) && lattice_.has_content(object)) {
    Type key = lattice_.content(object).element, value = lattice_.content(object).value;
    if (name == "get" || name == "pop" || name == "setdefault") {
      lattice_.join(out, value);
      if (args.positional.size() > 1) {
        lattice_.join(out, argument(1));
        if (name == "setdefault") store_item(object, argument(0), argument(1));
      } else if (name == "get") {
        out.kinds |= ir::kind_none;
      }
    }
    if (name == "update") {
      for (const auto& named : args.named) store_item(object, of(ir::kind_str), named.second);
      Type other = argument(0);
      if (lattice_.has_content(other) && other.is(ir::kind_dict)) store_item(object, lattice_.content(other).element, lattice_.content(other).value);
    }
    if (name == "keys") lattice_.join(out, filled(ir::kind_iterator, key));
    if (name == "values") lattice_.join(out, filled(ir::kind_iterator, value));
    if (name == "copy") lattice_.join(out, object);
    if (name == "items" && site) {
      Type made = container(*site, ir::kind_iterator);
      Type pair = lattice_.content(made).element;
      if (!lattice_.has_content(pair)) pair = {ir::kind_tuple, unknown, lattice_.new_content()};
      changed_ |= lattice_.join_items(pair, {key, value});
      changed_ |= lattice_.join_element(made, pair);
      lattice_.join(out, made);
    }
  }
  if (object.may(ir::kind_str)) {
    if (among(str_gives_str, name)) out.kinds |= ir::kind_str;
    if (among(str_gives_bool, name)) out.kinds |= ir::kind_bool;
    if (name == "find" || name == "index" || name == "rfind" || name == "count") out.kinds |= ir::kind_int;
    if (name == "encode") out.kinds |= ir::kind_bytes;
    if (name == "split" || name == "splitlines" || name == "rsplit") lattice_.join(out, filled(ir::kind_list, of(ir::kind_str)));
  }
  if (object.may(ir::kind_bytes) && name == "decode") out.kinds |= ir::kind_str;
  if (object.may(ir::kind_other) && lattice_.has_content(object)) lattice_.join(out, holder_method(object, name, args, site));
  return out;
}

// Whether builtin_method() says all that the method does.
bool Program::knows_method(const Type& object, const std::string& name, const Arguments& args, const ir::Instruction* site) const {
  Kinds kinds = object.kinds & ~(ir::kind_instance | ir::kind_class | ir::kind_module | ir::kind_none);
  if (kinds & ~(ir::kind_str | ir::kind_bytes | ir::kind_list | ir::kind_set | ir::kind_tuple | ir::kind_dict)) return false;
  if ((kinds & ir::kind_str) && !knows_str_method(name)) return false;
  if ((kinds & ir::kind_bytes) && name != "decode") return false;
  if ((kinds & ir::kind_list) && !among(list_methods, name)) return false;
  if ((kinds & ir::kind_set) && !among(set_methods, name)) return false;
  if ((kinds & ir::kind_tuple) && name != "index" && name != "count") return false;
  if ((kinds & (ir::kind_list | ir::kind_set | ir::kind_tuple | ir::kind_dict)) && !lattice_.has_content(object)) return false;
  for (const auto& named : args.named) {
    if (named.first == "key" && !is_known_function(named.second)) return false;
  }
  if (kinds & ir::kind_dict) {
    if (!among(dict_methods, name) || (name == "setdefault" && args.positional.size() < 2)) return false;
    if (name == "update" && !args.positional.empty() && !(args.positional[0].is(ir::kind_dict) && !args.positional[0].open)) return false;
  }
  if ((kinds & ir::kind_set) && name == "update" && args.positional.size() > 1) return false;
  bool makes = name == "keys" || name == "values" || name == "items" || name == "split" || name == "splitlines" || name == "rsplit";
  return site || !makes;
}

bool Program::knows_native(const Type& module, const std::string& name, const Arguments& args) const {
  if (module.id < first_native_module || module.id >= many || patched_.count(module.id)) return false;
  const std::string& called = native_names_[module.id - first_native_module];
  if (called == "time") return among(time_gives_float, name);
  bool counts = std::all_of(args.positional.begin(), args.positional.end(), [](const Type& t) { return t.kinds && !(t.kinds & ~(ir::kind_bool | ir::kind_int | ir::kind_float)) && !t.open; });
  return called == "math" && args.named.empty() && counts && (among(math_gives_int, name) || among(math_gives_float, name));
}

}  // namespace portalis::inference
