// Typed versions: strs, and comparisons of what is not a number (runtime/program/typed_texts.hpp).
#include <algorithm>
#include <iterator>

#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Rep;

bool TypedEmitter::is_text(const Operand& o) const {
  if (o.kind == Operand::constant) return context_.module.constants[o.index].kind == ir::Constant::string;
  return rep(o) == Rep::value && expected(o) == ir::kind_str;
}

// Something that inference knows, or the program says, and that is no number.
bool TypedEmitter::is_no_number(const Operand& o) const {
  constexpr ir::Kinds numbers = ir::kind_int | ir::kind_bool | ir::kind_float;
  if (rep(o) != Rep::value) return false;
  if (o.kind == Operand::constant) {
    ir::Constant::Kind kind = context_.module.constants[o.index].kind;
    return kind != ir::Constant::integer && kind != ir::Constant::complex;
  }
  return expected(o) != 0 && (expected(o) & numbers) == 0;
}

bool TypedEmitter::value_comparison(const Instruction& i) {
  const Operand &left = i.operands[0], &right = i.operands[1];
  if (rep(left) != Rep::value || rep(right) != Rep::value || (!is_no_number(left) && !is_no_number(right))) return false;
  if (i.op == Op::eq || i.op == Op::ne) {
    output(i.result, Rep::boolean, std::string("typed::") + (i.op == Op::eq ? "equal(" : "unequal(") + plain(left) + ", " + plain(right));
    return true;
  }
  if (!is_text(left) || !is_text(right)) return false;
  std::string order = fresh("order_");
  out_.line("int " + order + ";");
  give_up_unless("typed::order(" + plain(left) + ", " + plain(right) + ", " + order + ")");
  const char* symbol = i.op == Op::lt ? " < 0" : i.op == Op::le ? " <= 0" : i.op == Op::gt ? " > 0" : " >= 0";
  result(i.result, Rep::boolean, order + symbol);
  return true;
}

// A str that has just been made.
void TypedEmitter::text_result(uint32_t t, const std::string& expression) {
  result(t, Rep::value, expression);
  undefined_gives_up(t);
}

bool TypedEmitter::text_operation(const Instruction& i) {
  bool sum = i.op == Op::add || i.op == Op::inplace_add;
  if (!sum || !is_text(i.operands[0]) || !is_text(i.operands[1])) return false;
  bool overwritten = i.op == Op::inplace_add && i.operands[0].kind == Operand::variable;
  text_result(i.result, std::string("typed::") + (overwritten ? "appended(" : "concatenated(") + plain(i.operands[0]) + ", " + plain(i.operands[1]) + ")");
  return true;
}

bool TypedEmitter::text_builtin(const Instruction& i) {
  const std::string& name = context_.module.names[i.name];
  const Operand& o = i.operands[0];
  if (name == "ord" && is_text(o)) return output(i.result, Rep::integer, "typed::ordinal(" + plain(o)), true;
  if (name == "chr" && rep(o) == Rep::integer) return text_result(i.result, "typed::character_of(" + plain(o) + ")"), true;
  if (name == "str" && rep(o) == Rep::integer) return text_result(i.result, "typed::text_of(" + plain(o) + ")"), true;
  return false;
}

bool TypedEmitter::text_method(const Instruction& i) {
  static constexpr std::string_view methods[] = {
      "capitalize", "casefold", "center", "count", "endswith", "find", "index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit",
      "isidentifier", "islower", "isnumeric", "isspace", "isupper", "join", "ljust", "lower", "lstrip", "partition", "removeprefix", "removesuffix",
      "replace", "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title",
      "upper", "zfill"};
  const std::string& name = context_.module.names[i.name];
  if (!std::binary_search(std::begin(methods), std::end(methods), std::string_view(name)) || !is_text(i.operands[0]) || i.result == ir::no_index) return false;
  std::string call = "typed::text_method(" + context_.method_site() + ", " + context_.name(i.name) + ", " + plain(i.operands[0]);
  for (size_t n = 1; n < i.operands.size(); ++n) call += ", " + as(i.operands[n], Rep::value);
  Rep wanted = typed_rep(function_.temporaries[i.result].expected);
  if (wanted == Rep::value) return text_result(i.result, call + ")"), true;
  if (wanted != Rep::integer && wanted != Rep::boolean) return false;
  return output(i.result, wanted, "typed::unbox(" + call + ")"), true;
}

}  // namespace portalis::emission
