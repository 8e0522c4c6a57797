// Typed versions: calls of other typed versions, of builtins and of module math.
#include <algorithm>
#include <string_view>

#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Rep;
using ir::Statement;

// Functions of module math that take one float and give one; typed::NAME of it.
static const char* math_function(std::string_view name) {
  struct Known {
    std::string_view name;
    const char* function;
  };
  static constexpr Known known[] = {{"sqrt", "square_root"}, {"sin", "sine"}, {"cos", "cosine"}, {"exp", "exponential"}, {"log", "logarithm"},
                                    {"tan", "tangent"},      {"atan", "arc_tangent"}, {"fabs", "magnitude"}};
  for (const Known& k : known) {
    if (k.name == name) return k.function;
  }
  return nullptr;
}

bool TypedEmitter::call_instruction(const Statement& s) {
  const Instruction& i = s.instruction;
  if (!i.list.empty() && i.target == ir::no_index && i.count == 0) return false;
  switch (i.op) {
    case Op::call: {
      if (i.operands[0].kind != Operand::temporary && expected(i.operands[0]) != ir::kind_instance) return false;
      if (rep(i.operands[0]) != Rep::value) return false;
      if (i.count != 0 && expected(i.operands[0]) == ir::kind_instance) return instance_call(i);
      if (i.count != 0) return new_instance(i);
      if (i.target == ir::no_index) return math_call(i, math_name(i.operands[0]), plain(i.operands[0]));
      return known_call(i, global_test(i), i.target, 1);
    }
    case Op::call_builtin: return builtin_call(i);
    case Op::find_method: return true;             // the call looks it up, and gives up where there is none
    case Op::call_method: {
      const std::string& name = context_.module.names[i.name];
      if (holds_own_list(i.operands[0])) return list_method(i);
      if (rep(i.operands[0]) != Rep::value) return false;
      if (i.target == ir::no_index) {
        if (name == "get" && expected(i.operands[0]) == ir::kind_dict && i.result != ir::no_index && (i.operands.size() == 2 || i.operands.size() == 3)) {
          std::string key = as(i.operands[1], Rep::value), otherwise = i.operands.size() == 3 ? as(i.operands[2], Rep::value) : "py::None";
          dict_result(s, plain(i.operands[0]), key, "typed::get(" + plain(i.operands[0]) + ", " + key + ", " + otherwise + ")");
          return true;
        }
        if (text_method(i)) return true;
        if (!math_function(name)) return append(i);
        return math_call(i, name, "typed::member(" + plain(i.operands[0]) + ", " + context_.name(i.name) + ", " + context_.global_site() + ")");
      }
      // With as many arguments as the typed version is given: constant defaults are handed to it too.
      return known_call(i, {method_test(i.operands[0], name, context_.module.functions[i.target]->positional), ""}, i.target, 0);
    }
    default: return false;
  }
}

// The function has a typed version that takes these arguments; what they leave out has constant defaults.
bool TypedEmitter::may_call(const Instruction& i, uint32_t target, size_t first_operand, size_t first_parameter) {
  const ir::Function& callee = *context_.module.functions[target];
  calls_ = true;
  return context_.typed[target] && callee.defined_once && callee.free_variables.empty() && bind(i, callee, first_operand, first_parameter).has_value();
}

std::optional<ModuleContext::Bound> TypedEmitter::bind(const Instruction& i, const ir::Function& callee, size_t first_operand, size_t first_parameter) const {
  return context_.bind(callee, std::span(i.operands).subspan(first_operand), i.list, first_parameter);
}

// Adds the operands from first_operand on, for the parameters from first_parameter on.
bool TypedEmitter::typed_arguments(const Instruction& i, const ir::Function& callee, size_t first_operand, size_t first_parameter, std::string& out) {
  const ModuleContext::Bound bound = *bind(i, callee, first_operand, first_parameter);
  for (size_t n = 0; n < bound.operands.size(); ++n) {
    const Operand& o = bound.operands[n];
    Rep wanted = typed_rep(callee.variables[callee.parameters[first_parameter + n]].expected);
    std::string argument = as(o, wanted);
    // An int where a float is expected would change what the callee does with it.
    if (wanted == Rep::real && rep(o) == Rep::integer) return false;
    if (wanted == Rep::integer && rep(o) == Rep::boolean) return false;
    out += ", " + argument;
  }
  return true;
}

// The defaults of a known function still are the constants that are passed.
void TypedEmitter::test_defaults(const Instruction& i, uint32_t target, size_t first_operand, size_t first_parameter) {
  const ir::Function& callee = *context_.module.functions[target];
  if (!bind(i, callee, first_operand, first_parameter)->with_defaults) return;
  give_up_unless("typed::has_defaults(" + context_.known_function(target) + ", " + context_.constant(callee.defaults) + ")");
}

// What is left for a callee. A region is no call of its own.
std::string TypedEmitter::levels_below() const { return outputs_ ? "levels" : "levels - 1"; }

// A call of a class of this module whose __init__ has a typed version.
bool TypedEmitter::new_instance(const Instruction& i) {
  uint32_t init = i.count - 1;
  const ir::Function& callee = *context_.module.functions[init];
  if (typed_rep(callee.returns) != Rep::value) return false;   // no None, which raises TypeError
  if (i.result == ir::no_index || !may_call(i, init, 1, 1) || !is_initialiser(callee)) return false;
  gains_ = true;
  std::string made = temporary(i.result), arguments = levels_below() + ", " + made;
  if (!typed_arguments(i, callee, 1, 1, arguments)) return false;
  auto loaded = globals_.find(i.operands[0].index);
  bool named = loaded != globals_.end() && only_called_.count(i.operands[0].index);
  std::string cls = named ? "typed::global(py_globals, " + context_.name(loaded->second) + ", " + context_.global_site() + ")" : plain(i.operands[0]);
  result(i.result, Rep::value, "typed::new_instance(" + cls + ", " + context_.known_function(init) + ", " + callee.symbol + "_code)");
  undefined_gives_up(i.result);
  test_defaults(i, init, 1, 1);
  give_up_unless("typed::initialised(" + callee.symbol + "_typed(" + arguments + "))");
  return true;
}

// Is what is called the known function? Mostly a global that is loaded for nothing else.
TypedEmitter::CalleeTest TypedEmitter::global_test(const Instruction& i) {
  auto loaded = globals_.find(i.operands[0].index);
  if (loaded == globals_.end() || !only_called_.count(i.operands[0].index)) return {"typed::is_known(" + plain(i.operands[0]) + ", ", ""};
  return {"typed::still_calls(", ", py_globals, " + context_.name(loaded->second) + ", " + context_.global_site()};
}

// A call of the typed version of a function of this module, behind the test that it is still the one called.
bool TypedEmitter::known_call(const Instruction& i, const CalleeTest& callee_test, uint32_t target, size_t first_operand) {
  const ir::Function& callee = *context_.module.functions[target];
  if (!may_call(i, target, first_operand, 0) || is_initialiser(callee)) return false;
  bool nested = nested_ > 0 && calls_itself(i), tested = nested && i.op == Op::call && itself_.count(i.operands[0].index);
  if (!tested) give_up_unless(callee_test.first + context_.known_function(target) + callee_test.second + ", " + callee.symbol + "_code)");
  test_defaults(i, target, first_operand, 0);
  std::string arguments = levels_below();
  if (!typed_arguments(i, callee, first_operand, 0, arguments)) return false;
  gains_ = true;                                         // the call itself is cheaper
  Rep held = typed_rep(callee.returns);
  std::string attempt = fresh("attempt_");
  out_.line("auto " + attempt + " = " + callee.symbol + (nested ? "_nested<levels_here - 1>(" : "_typed(") + arguments + ");");
  give_up_unless(attempt + ".done");
  if (std::vector<Rep> items = returned_items(context_.module, callee); !items.empty()) return several_result(i, attempt, items), true;
  if (i.result == ir::no_index) {
    if (held == Rep::value) out_.line("decref(" + attempt + ".value);");
    return true;
  }
  result(i.result, held, attempt + ".value");
  return true;
}

// Is `self` an instance whose method of that name, called with n arguments, is the known function that a call then adds? Empty where
// the module does not know the name.
std::string TypedEmitter::method_test(const Operand& self, std::string_view method, size_t n) {
  const auto& names = context_.module.names;
  uint32_t name = static_cast<uint32_t>(std::find(names.begin(), names.end(), method) - names.begin());
  if (name == names.size()) return "";
  return "typed::is_known_method(" + context_.method_site() + ", " + context_.name(name) + ", " + plain(self) + ", " + std::to_string(n) + ", ";
}

// A call of an instance of a class of this module that defines __call__.
bool TypedEmitter::instance_call(const Instruction& i) {
  uint32_t target = i.count - 1;
  std::string test = method_test(i.operands[0], "__call__", context_.module.functions[target]->positional);
  return !test.empty() && known_call(i, {test, ""}, target, 0);
}

// An operator on an instance of a class of this module that defines it.
bool TypedEmitter::operator_call(const Instruction& i) {
  const std::string method = ir::operator_method(i.op);
  const auto& names = context_.module.names;
  uint32_t name = static_cast<uint32_t>(std::find(names.begin(), names.end(), method) - names.begin());
  if (name == names.size() || i.result == ir::no_index) return false;
  std::string test = "typed::is_known_operator(" + context_.method_site() + ", " + context_.name(name) + ", " + plain(i.operands[0]) + ", ";
  if (i.operands.size() == 2) {
    bool in_place = i.op >= Op::inplace_add && i.op <= Op::inplace_bit_xor;
    test += as(i.operands[1], Rep::value) + ", " + (in_place ? "&NumberSlots::" + std::string(ir::op_name(i.op)) : "nullptr") + ", ";
  } else {
    test = method_test(i.operands[0], method, 1);
  }
  if (!known_call(i, {test, ""}, i.target, 0)) return false;
  if (rep({Operand::temporary, i.result}) == Rep::value) give_up_unless("!" + temporary(i.result) + ".get().same(NotImplemented)");
  return true;
}

// The global a temporary was loaded from, if math has a function of that name.
std::string TypedEmitter::math_name(const Operand& callee) const {
  auto loaded = globals_.find(callee.index);
  if (loaded == globals_.end() || !math_function(context_.module.names[loaded->second])) return "";
  return context_.module.names[loaded->second];
}

// `callee` is a value, tested to be that function of module math.
bool TypedEmitter::math_call(const Instruction& i, const std::string& name, const std::string& callee) {
  const char* function = math_function(name);
  if (!function || i.operands.size() != 2 || i.result == ir::no_index) return false;
  Rep held = rep(i.operands[1]);
  std::string argument;
  if (is_mixed(i.operands[1])) {
    argument = fresh("plain_");
    out_.line("double " + argument + ";");
    give_up_unless("typed::to_real(" + plain(i.operands[1]) + ", " + argument + ")");
  } else {
    if (held != Rep::integer && held != Rep::real) return false;
    argument = as(i.operands[1], Rep::real);
  }
  give_up_unless("typed::is_native(" + callee + ", " + context_.native_site() + ", \"math\", \"" + name + "\")");
  output(i.result, Rep::real, std::string("typed::") + function + "(" + argument);
  return true;
}

// Of a list made here.
bool TypedEmitter::list_method(const Instruction& i) {
  const std::string& name = context_.module.names[i.name];
  size_t n = i.operands.size();
  std::string list = plain(i.operands[0]);
  if (name == "pop" && n <= 2) {
    if (n == 2 && rep(i.operands[1]) != Rep::integer) return false;
    std::string popped = fresh("popped_"), index = n == 2 ? plain(i.operands[1]) : "-1";
    if (i.result != ir::no_index && typed_rep(function_.temporaries[i.result].expected) != Rep::value) {
      element(i.result, "typed::item(" + list + ", " + index + ")");
      out_.line("Loan " + popped + " = typed::pop(" + list + ", " + index + ");");
    } else {
      out_.line("Loan " + popped + " = typed::pop(" + list + ", " + index + ");");
      give_up_unless("!" + popped + ".is_undefined()");
      if (i.result != ir::no_index) element(i.result, popped);
    }
    return changed(), true;
  }
  if (name == "append" && n == 2) {
    std::string item = as_stored(i.operands[1]);
    give_up_unless("typed::append(" + list + ", " + item + ")");
  } else if (name == "insert" && n == 3 && rep(i.operands[1]) == Rep::integer) {
    std::string item = as(i.operands[2], Rep::value);
    give_up_unless("typed::insert(" + list + ", " + plain(i.operands[1]) + ", " + item + ")");
  } else {
    return false;
  }
  changed();
  if (i.result != ir::no_index) {
    temporaries_[i.result] = Rep::value;
    aliases_[i.result] = "py::None";
  }
  return true;
}

// min() or max() of several ints, or of several floats.
bool TypedEmitter::extreme_call(const Instruction& i, const char* better) {
  std::string best;
  Rep kind = Rep::none;
  for (size_t n = 0; n < i.operands.size(); ++n) {
    if (may_be_bool(i.operands[n])) return false;      // which would have to stay one
    Rep held = Rep::none;
    std::string other = as_number(i.operands[n], held);
    if (failed_ || (n > 0 && held != kind)) return false;
    kind = held;
    if (n == 0) {
      best = other;
      continue;
    }
    bool last = n + 1 == i.operands.size();
    std::string choice = other + better + best + " ? " + other + " : " + best;
    best = last ? temporary(i.result) : fresh("best_");
    if (last) result(i.result, kind, choice);
    else out_.line(std::string(typed_cpp(kind)) + " " + best + " = " + choice + ";");
  }
  return true;
}

bool TypedEmitter::builtin_call(const Instruction& i) {
  const std::string& name = context_.module.names[i.name];
  size_t n = i.operands.size();
  if (i.result == ir::no_index) return false;
  if (name == "range" && n >= 1 && n <= 3) {
    for (const Operand& o : i.operands) {
      if (rep(o) != Rep::integer) return false;
    }
    // A loop reads the bounds where it stands, which is the next thing to happen.
    if (only_looped_.count(i.result)) return pending_[i.result] = i, true;
    std::string bounds = n == 1 ? "0, " + plain(i.operands[0]) : plain(i.operands[0]) + ", " + plain(i.operands[1]);
    result(i.result, Rep::value, "typed::range_object(" + context_.builtin(i.name) + ", " + bounds + ", " + (n == 3 ? plain(i.operands[2]) : "1") + ")");
    undefined_gives_up(i.result);
    return true;
  }
  bool together = (name == "enumerate" && (n == 1 || (n == 2 && rep(i.operands[1]) == Rep::integer))) || (name == "zip" && n >= 1);
  if (together) return pending_[i.result] = i, true;
  if (name == "list" && n == 1) {
    auto range = i.operands[0].kind == Operand::temporary ? pending_.find(i.operands[0].index) : pending_.end();
    if (range != pending_.end()) {
      if (context_.module.names[range->second.name] != "range") return false;
      const auto& bounds = range->second.operands;
      std::string start = bounds.size() > 1 ? plain(bounds[0]) : "0", stop = plain(bounds[bounds.size() > 1 ? 1 : 0]), step = bounds.size() > 2 ? plain(bounds[2]) : "1";
      result(i.result, Rep::value, "typed::list_of(typed::Range(" + start + ", " + stop + ", " + step + "))");
    } else {
      if (rep(i.operands[0]) != Rep::value) return false;
      result(i.result, Rep::value, "typed::list_of(" + plain(i.operands[0]) + ")");
    }
    undefined_gives_up(i.result);
    return true;
  }
  if (name == "len" && n == 1 && rep(i.operands[0]) == Rep::value) return output(i.result, Rep::integer, "typed::length(" + plain(i.operands[0])), true;
  if (n == 1 && (text_builtin(i) || mixed_builtin(i, name))) return true;
  Rep ra = Rep::none;
  if (n == 1 && (name == "abs" || name == "int" || name == "float")) {
    std::string a = as_number(i.operands[0], ra);
    if (failed_) return false;
    if (name == "float") return result(i.result, Rep::real, as(i.operands[0], Rep::real)), true;
    if (ra == Rep::integer) {
      if (name == "int") return result(i.result, Rep::integer, a), true;
      out_.line(declare(i.result, Rep::integer) + " = " + a + ";");
      give_up_unless("(" + temporary(i.result) + " >= 0 || typed::negative(" + a + ", " + temporary(i.result) + "))");
      return true;
    }
    if (name == "abs") return result(i.result, Rep::real, "__builtin_fabs(" + a + ")"), true;
    return output(i.result, Rep::integer, "typed::truncate(" + a), true;
  }
  if (n < 2 || (name != "min" && name != "max")) return false;
  return mixed_extreme(i, name == "min") || extreme_call(i, name == "min" ? " < " : " > ");
}

}  // namespace portalis::emission
