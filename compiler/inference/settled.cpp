// What each operation does to the values it is given and whether its result is all that was found, once kinds are settled
// (escapes.cpp). Only what is listed here as understood leaves types closed.
#include "compiler/inference/program.hpp"

namespace portalis::inference {
namespace {

using ir::Instruction;
using ir::Op;

constexpr Kinds integers = ir::kind_bool | ir::kind_int, numbers = integers | ir::kind_float;
// Of built-in types whose operators inference knows.
constexpr Kinds plain = numbers | ir::kind_none | ir::kind_str | ir::kind_bytes | ir::kind_list | ir::kind_tuple | ir::kind_dict | ir::kind_set | ir::kind_function;

// Names through which a program reaches modules without naming them.
constexpr std::string_view builtins_that_reach_modules[] = {"globals", "vars", "locals", "__import__", "exec", "eval"};   // vars() without arguments
constexpr std::string_view modules_that_reach_modules[] = {"importlib", "pickle", "unittest", "runpy", "doctest", "inspect", "pkgutil", "__main__"};

// Builtins of which the result is known whatever they are given, and which keep nothing.
constexpr std::string_view certain[] = {"len", "ord", "hash", "id", "int", "chr", "hex", "bin", "oct", "ascii", "bool", "isinstance", "issubclass", "callable",
                                        "any", "all", "float", "print", "range", "input"};
// Those that make containers and iterators of what is in their arguments.
constexpr std::string_view making[] = {"list", "sorted", "set", "frozenset", "tuple", "enumerate", "zip", "map", "filter", "next"};
constexpr std::string_view harmless_keywords[] = {"sep", "end", "flush", "start", "reverse", "key", "strict"};

// Called by operators that inference follows like other calls.
constexpr std::string_view followed[] = {"__init__", "__call__", "__getitem__", "__setitem__"};
constexpr std::string_view operator_names[] = {"add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor"};
// Called with what inference does not see, but with nobody to keep what they give.
constexpr std::string_view answering[] = {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__contains__", "__exit__", "__format__", "__delitem__",
                                          "__setattr__", "__delattr__"};

bool is_operator(std::string_view dunder) {
  std::string_view name = dunder.substr(2, dunder.size() - 4);
  if (among(operator_names, name)) return true;
  return !name.empty() && (name[0] == 'r' || name[0] == 'i') && among(operator_names, name.substr(1));
}

// Instructions whose operands stay where they are.
bool keeps_nothing(Op op) {
  switch (op) {
    case Op::truth: case Op::is: case Op::not_: case Op::is_undefined: case Op::from_boolean: case Op::box: case Op::delete_attribute: case Op::format_value:
    case Op::join_strings: case Op::exception_match: case Op::trace_line: case Op::with_exit: case Op::with_exit_error: case Op::length_at_least:
    case Op::length_equals: case Op::match_is_sequence: case Op::match_is_mapping: case Op::find_method: case Op::store_annotation: case Op::group_begin:
    case Op::group_match: case Op::group_raised: case Op::group_end: case Op::reraise_caught:
    case Op::negative: case Op::positive: case Op::invert: return true;
    default: return false;
  }
}

// Instructions whose operands the rules of inference follow.
bool follows(Op op) {
  switch (op) {
    case Op::copy: case Op::load_variable: case Op::store_variable: case Op::store_global: case Op::store_name: case Op::get_attribute: case Op::set_attribute:
    case Op::get_item: case Op::set_item: case Op::call: case Op::call_unpacked: case Op::call_builtin: case Op::call_method: case Op::super_: case Op::iter:
    case Op::next: case Op::make_function: case Op::build_class: case Op::import_from: case Op::with_enter: case Op::make_list: case Op::make_set:
    case Op::make_tuple: case Op::make_dict: case Op::list_append: case Op::list_extend: case Op::set_add: case Op::set_update: case Op::dict_store:
    case Op::list_to_tuple: case Op::unpack: case Op::unpack_star: return true;
    default: return op >= Op::add && op <= Op::ge;
  }
}

}  // namespace

void Program::settle_instruction(const Instruction& x) {
  FunctionFacts& f = facts();
  switch (x.op) {
    case Op::import_star: {
      Type module = operand(x, 0);
      if (!module.is(ir::kind_module) || module.id >= globals_.size()) escape_module(f.module_index);
      else for (const auto& [name, t] : std::unordered_map<std::string, Type>(globals_[module.id])) join(globals_[f.module_index][name], t);
      break;
    }
    case Op::load_globals: escape_module(f.module_index); break;
    case Op::load_locals:
      if (f.fn->kind == ir::FunctionKind::module) escape_module(f.module_index);
      if (f.fn->kind == ir::FunctionKind::class_body) escape_class(current_);
      for (uint32_t v : x.list) escape(f.variables[v]);
      break;
    case Op::load_name_or_variable: {
      auto cls = classes_.find(current_);
      if (cls != classes_.end() && cls->second.names.count(name(x))) result(x, cls->second.names[name(x)]);
      result(x, f.variables[x.target]);
      break;
    }
    case Op::import_module:
      if (among(modules_that_reach_modules, name(x).substr(0, name(x).find('.')))) escape_modules();
      break;
    case Op::yield:
      if (f.fn->kind != ir::FunctionKind::generator) escape_operands(x);
      break;
    case Op::yield_from:                     // which calls send(), throw() and close() of what is no generator
      if (operand(x, 0).open || (operand(x, 0).kinds & ~(plain | ir::kind_iterator)) || f.fn->kind != ir::FunctionKind::generator) escape_operands(x);
      break;
    case Op::contains:
    case Op::delete_item: {
      Type container = operand(x, 0);
      if (container.open || (container.kinds & ~(plain | ir::kind_iterator))) escape(operand(x, 1));
      break;
    }
    case Op::sum_step: {
      bool counts = !((operand(x, 1).kinds | operand(x, 2).kinds) & ~numbers) && !operand(x, 1).open && !operand(x, 2).open;
      if (counts) break;
      escape_operands(x);
      open(f.temporaries[x.result]);
      break;
    }
    case Op::sum_result:
      if ((operand(x, 1).kinds & ~operand(x, 0).kinds) || operand(x, 1).open) open(f.temporaries[x.result]);
      break;
    case Op::dict_update:
    case Op::dict_merge: {
      Type into = operand(x, 0), from = operand(x, 1);
      if (from.is(ir::kind_dict) && !from.open && lattice_.has_content(from)) {
        store_item(into, lattice_.content(from).element, lattice_.content(from).value);
      } else {
        escape(into);
        escape(from);
      }
      break;
    }
    case Op::lt: case Op::le: case Op::eq: case Op::ne: case Op::gt: case Op::ge: settle_comparison(x); break;
    case Op::store_global:
      if (is_dunder(name(x))) escape_operands(x);          // __getattr__ of a module
      break;
    default:
      if (!keeps_nothing(x.op) && !follows(x.op)) escape_operands(x);
      break;
  }
  if (x.result == ir::no_index || x.op == Op::declare || x.op == Op::find_method || x.op == Op::copy) return;
  for (uint32_t n = 0; n < ir::result_count(x); ++n) {
    Type& t = f.temporaries[x.result + n];
    if (t.kinds == 0) open(t);
  }
}

void Program::settle_comparison(const Instruction& x) {
  static constexpr const char* names[] = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};
  static constexpr const char* reflected[] = {"__gt__", "__ge__", "__eq__", "__ne__", "__lt__", "__le__"};
  Type a = operand(x, 0), b = operand(x, 1);
  bool known = !a.open && !b.open && !((a.kinds | b.kinds) & ~plain);
  bool ordering = x.op != Op::eq && x.op != Op::ne;
  for (const Type& t : {a, b}) {           // the order of rows is that of their items, whatever those say
    if (!ordering || !(t.kinds & (ir::kind_list | ir::kind_tuple)) || !lattice_.has_content(t)) continue;
    const Type& item = lattice_.content(t).element;
    known &= !item.open && !(item.kinds & ~(plain & ~(ir::kind_list | ir::kind_tuple)));
  }
  if (!known && x.result != ir::no_index) open(facts().temporaries[x.result]);
  size_t n = static_cast<size_t>(x.op) - static_cast<size_t>(Op::lt);
  auto ask = [&](const Type& asked, const char* method, const Type& other) {
    for (uint32_t id : asked.may(ir::kind_instance) ? ids_of(asked) : std::vector<uint32_t>()) {
      if (in_class(id, method).kinds || overridden(id, method).kinds) call_method(of(ir::kind_instance, id), method, {{other}, {}}, nullptr);
    }
  };
  ask(a, names[n], b);
  ask(b, reflected[n], a);
}

// A method that a class body defines: who else calls it.
void Program::settle_method(const std::string& name, const Type& value) {
  if (value.may(ir::kind_instance)) escape_class(current_);      // perhaps a descriptor, which is told of the class
  if (!value.may(ir::kind_function) || !is_dunder(name) || among(followed, name) || is_operator(name)) return;
  if (name == "__new__" || name.starts_with("__get") || name == "__set__" || name == "__delete__") escape_class(current_);
  for (uint32_t id : ids_of(value)) {
    if (id >= functions_.size()) continue;
    bool of_class = name == "__init_subclass__" || name == "__class_getitem__" || name == "__new__";   // takes no instance
    if (!of_class && functions_[id].fn->positional <= 1 && !functions_[id].fn->has_varargs && functions_[id].binding == FunctionFacts::plain) continue;
    if (!among(answering, name)) escape_function(id);
    changed_ |= !functions_[id].called_from_outside;
    functions_[id].called_from_outside = true;
  }
}

Type Program::settle_builtin(const std::string& name, const Arguments& args, Type out) {
  auto argument = [&](size_t n) { return n < args.positional.size() ? args.positional[n] : Type{}; };
  for (const auto& [keyword, value] : args.named) {
    if (!among(harmless_keywords, keyword) || (keyword == "key" && !is_known_function(value))) escape(value);
  }
  Type first = argument(0);
  bool simple = !first.open && !(first.kinds & ~(plain | ir::kind_iterator));
  if (among(certain, name)) return out;
  if (name == "str" || name == "repr" || name == "format" || name == "reversed") return simple ? out : opened(out);
  if ((name == "staticmethod" || name == "classmethod") && first.is(ir::kind_function) && first.id < functions_.size()) return out;
  if (name == "property" && first.is(ir::kind_function) && args.positional.size() == 1 && args.named.empty()) return out;
  if (among(making, name)) return out;
  if (name == "iter" && args.positional.size() == 1) return simple ? out : opened(out);
  if (name == "min" || name == "max") {
    for (const auto& named : args.named) {
      if (named.first == "default") out.open = true;
    }
    return out;
  }
  if (name == "abs") return first.open || (first.kinds & ~(ir::kind_int | ir::kind_float)) ? opened(out) : out;
  if (name == "round") return args.positional.size() == 1 && !first.open && !(first.kinds & ~numbers) ? out : opened(out);
  if (name == "dict") {
    bool understood = args.positional.empty() || (first.is(ir::kind_dict) && !first.open);
    if (!understood) {
      escape(args);
      escape(out);
    }
    return out;
  }
  if (name == "sum") {
    Type item = element(first), start = argument(1);
    if (args.named.empty() && out.is(ir::kind_int) && !item.open && !start.open && !((item.kinds | start.kinds) & ~integers)) return out;
  }
  if (among(builtins_that_reach_modules, name) && !(name == "vars" && !args.positional.empty())) escape_modules();
  escape(args);
  return opened(out);
}

Type Program::settle_arithmetic(const Instruction& x, Type out) {
  Type a = operand(x, 0), b = operand(x, 1);
  bool instances = (a.kinds | b.kinds) & ir::kind_instance;
  out.open |= a.open || b.open || ((a.kinds | b.kinds) & ~(plain | ir::kind_instance));
  if (x.operands.size() == 1) {
    if (a.may(ir::kind_instance) && (a.kinds & numbers)) out.open = true;
    return out;
  }
  bool power = x.op == Op::power || x.op == Op::inplace_power, bits = x.op == Op::bit_and || x.op == Op::bit_or || x.op == Op::bit_xor ||
       x.op == Op::inplace_bit_and || x.op == Op::inplace_bit_or || x.op == Op::inplace_bit_xor;
  bool remainder = x.op == Op::remainder || x.op == Op::inplace_remainder;
  if (power && (a.kinds & numbers)) {
    const ir::Constant* exponent = x.operands[1].kind == ir::Operand::constant ? &facts().module->constants[x.operands[1].index] : nullptr;
    bool natural = exponent && exponent->kind == ir::Constant::integer && exponent->text[0] != '-';
    if (!natural && !(a.is(ir::kind_float) && !(b.kinds & ~integers))) out.open = true;
  }
  if (bits && a.may(ir::kind_bool) && b.may(ir::kind_bool)) out.open = true;
  if (bits && (a.kinds & b.kinds & ir::kind_dict)) out.open = true;
  if (remainder && a.may(ir::kind_bytes)) out.open = true;
  if (remainder && a.may(ir::kind_str)) escape(b);           // its items are formatted by methods of theirs
  if (a.kinds & b.kinds & ir::kind_set) lattice_.join(out, {ir::kind_set, unknown, b.content});
  if (!instances) return out;
  const std::string dunder = ir::operator_method(x.op);
  bool inplace = x.op >= Op::inplace_add && x.op <= Op::inplace_bit_xor;
  if (dunder.empty()) {
    escape_operands(x);
    return opened(out);
  }
  auto ask = [&](const Type& asked, const std::string& method, const Type& other) {
    bool all = true;
    for (uint32_t id : asked.may(ir::kind_instance) ? ids_of(asked) : std::vector<uint32_t>()) {
      bool has = in_class(id, method).kinds || overridden(id, method).kinds;
      if (has) lattice_.join(out, call_method(of(ir::kind_instance, id), method, {{other}, {}}, nullptr));
      all &= has;
    }
    return all && asked.id < many;
  };
  if (inplace) ask(a, "__i" + dunder.substr(2), b);
  bool left = ask(a, dunder, b), right = ask(b, "__r" + dunder.substr(2), a);
  bool understood = a.may(ir::kind_instance) ? left : right;
  if (!understood) {
    escape(a);
    escape(b);
    out.open = true;
  }
  return out;
}

}  // namespace portalis::inference
