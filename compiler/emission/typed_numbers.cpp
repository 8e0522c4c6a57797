// Typed versions: numbers that may be ints or floats, as variables are that begin as 0 and become sums of floats. They stay values
// (runtime/program/typed_numbers.hpp).
#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Rep;

bool TypedEmitter::is_mixed(const Operand& o) const {
  constexpr ir::Kinds integers = ir::kind_int | ir::kind_bool;
  if (rep(o) != Rep::value || o.kind == Operand::constant) return false;
  ir::Kinds kinds = expected(o);
  return (kinds & ~(integers | ir::kind_float)) == 0 && (kinds & integers) && (kinds & ir::kind_float);
}

// Two numbers of which at least one may be either. Next to what is certainly a float, a number just becomes one (as_number).
bool TypedEmitter::are_mixed(const Operand& a, const Operand& b) const {
  auto fits = [&](const Operand& o) { return is_mixed(o) || rep(o) == Rep::integer || rep(o) == Rep::boolean; };
  return (is_mixed(a) || is_mixed(b)) && fits(a) && fits(b);
}

void TypedEmitter::mixed_result(uint32_t t, const std::string& expression) {
  Rep wanted = typed_rep(function_.temporaries[t].expected);
  std::string name = wanted == Rep::value ? temporary(t) : fresh("number_");
  if (wanted == Rep::value) declare(t, Rep::value);
  out_.line("Loan " + name + " = " + expression + ";");
  give_up_unless("!" + name + ".is_undefined()");
  if (wanted != Rep::value) output(t, wanted, "typed::unbox(" + name);
}

bool TypedEmitter::mixed_arithmetic(const Instruction& i, Op op) {
  if (i.operands.size() == 1) {
    if (op != Op::negative || !is_mixed(i.operands[0])) return false;
    mixed_result(i.result, "typed::negative(" + plain(i.operands[0]) + ")");
    return true;
  }
  const char* name = op == Op::add            ? "add"
                     : op == Op::subtract     ? "subtract"
                     : op == Op::multiply     ? "multiply"
                     : op == Op::floor_divide ? "floor_divide"
                     : op == Op::remainder    ? "remainder"
                     : op == Op::true_divide  ? "true_divide"
                                              : nullptr;
  if (!name || !are_mixed(i.operands[0], i.operands[1])) return false;
  gains_ = true;
  std::string operation = std::string("typed::") + name + "(" + as(i.operands[0], Rep::value);
  operation += ", " + as(i.operands[1], Rep::value);
  if (op == Op::true_divide) output(i.result, Rep::real, operation);
  else mixed_result(i.result, operation + ")");
  return true;
}

bool TypedEmitter::mixed_comparison(const Instruction& i) {
  if (!are_mixed(i.operands[0], i.operands[1])) return false;
  std::string a = as(i.operands[0], Rep::value), b = as(i.operands[1], Rep::value);
  switch (i.op) {
    case Op::lt: output(i.result, Rep::boolean, "typed::less(" + a + ", " + b); return true;
    case Op::le: output(i.result, Rep::boolean, "typed::less_or_equal(" + a + ", " + b); return true;
    case Op::gt: output(i.result, Rep::boolean, "typed::less(" + b + ", " + a); return true;
    case Op::ge: output(i.result, Rep::boolean, "typed::less_or_equal(" + b + ", " + a); return true;
    case Op::eq: output(i.result, Rep::boolean, "typed::equal(" + a + ", " + b); return true;
    case Op::ne: output(i.result, Rep::boolean, "typed::unequal(" + a + ", " + b); return true;
    default: return false;
  }
}

// abs(), float() and int() of one.
bool TypedEmitter::mixed_builtin(const Instruction& i, std::string_view name) {
  if (!is_mixed(i.operands[0])) return false;
  std::string number = plain(i.operands[0]);
  if (name == "abs") return mixed_result(i.result, "typed::absolute(" + number + ")"), true;
  if (name == "float") return output(i.result, Rep::real, "typed::to_real(" + number), true;
  return false;
}

// min() or max() of numbers that may be either: the first of the best, as it is.
bool TypedEmitter::mixed_extreme(const Instruction& i, bool least) {
  bool mixed = false;
  for (const Operand& o : i.operands) {
    mixed |= is_mixed(o);
    if (!is_mixed(o) && rep(o) != Rep::integer && rep(o) != Rep::real && rep(o) != Rep::boolean) return false;
  }
  if (!mixed) return false;
  std::string best = as(i.operands[0], Rep::value);
  for (size_t n = 1; n < i.operands.size(); ++n) {
    std::string other = as(i.operands[n], Rep::value), better = fresh("better_"), chosen = fresh("best_");
    out_.line("bool " + better + ";");
    give_up_unless("typed::less(" + (least ? other + ", " + best : best + ", " + other) + ", " + better + ")");
    out_.line("const Value " + chosen + " = " + better + " ? Value(" + other + ") : Value(" + best + ");");
    best = chosen;
  }
  mixed_result(i.result, "Loan::borrow(" + best + ")");
  return true;
}

}  // namespace portalis::emission
