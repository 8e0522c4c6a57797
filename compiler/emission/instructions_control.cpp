// Instructions: exceptions, contexts, generators and pattern matching.
#include "compiler/emission/function_emitter.hpp"
#include "compiler/emission/naming.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Statement;

bool FunctionEmitter::exception_instruction(const Statement& s) {
  const Instruction& i = s.instruction;
  // These always fail, so what follows in the block is unreachable and the block must leave unconditionally.
  auto always = [&](const std::string& call, bool add_traceback) {
    at(i);
    out_.line("(void)" + call + ";");
    out_.line(fail(add_traceback));
  };
  switch (i.op) {
    case Op::raise: always("raise_statement(" + operand(i.operands[0]) + ", " + optional(i, 1) + ")", true); return true;
    case Op::reraise: {
      at(i);
      out_.line("if (reraise_handled()) { " + fail(false) + " }");
      out_.line(fail(true));
      return true;
    }
    case Op::reraise_caught: always("reraise_caught(" + operand(i.operands[0]) + ")", false); return true;
    case Op::raise_assertion: always("raise_assertion(" + optional(i, 0) + ")", true); return true;
    case Op::exception_match: truth_result(i, "exception_matches(" + operands(i) + ")"); return true;
    case Op::group_begin: value_result(i, "group_begin(" + operands(i) + ")"); return true;
    case Op::group_match: value_result(i, "group_match(" + operands(i) + ")"); return true;
    case Op::group_raised: out_.line("group_raised(" + operands(i) + ");"); return true;
    case Op::group_end:
      at(i);
      fail_if("!group_end(" + operands(i) + ")", false);
      return true;
    case Op::with_enter: {
      std::string entered = temporary(i.result), exit = temporary(i.result + 1);
      std::string fresh;
      if (!is_declared(i.result)) fresh += " " + entered;
      if (!is_declared(i.result + 1)) fresh += (fresh.empty() ? " " : ", ") + exit;
      if (!fresh.empty()) out_.line(ref_type() + fresh + ";");
      status(i, "!with_enter(" + operand(i.operands[0]) + ", " + entered + ", " + exit + ")");
      return true;
    }
    case Op::trace_line: status(i, std::string(i.count ? "!trace_round(" : "!trace_line(") + frame_name() + ")"); return true;
    case Op::profiled_callee: value_result(i, "profiled_callee(" + operand(i.operands[0]) + ")"); return true;
    case Op::trace_return: at(i); out_.line("trace_result(" + frame_name() + ", " + operand(i.operands[0]) + ");"); return true;
    case Op::with_exit: status(i, "!with_exit(" + operands(i) + ")"); return true;
    case Op::with_exit_error: truth_result(i, "with_exit_error(" + operands(i) + ")"); return true;
    default: return false;
  }
}

bool FunctionEmitter::generator_instruction(const Statement& s) {
  const Instruction& i = s.instruction;
  switch (i.op) {
    case Op::yield:
      value_result(i, "co_yield " + owned(i.operands[0], s));
      return true;
    case Op::yield_from:
    case Op::await: {
      std::string delegation = "delegation_" + std::to_string(++labels_);
      at(i);
      out_.line("Delegation " + delegation + "(gen, " + (i.op == Op::await ? "awaitable(" + operands(i) + ")" : "iter(" + operands(i) + ")") + ");");
      out_.open("while (" + delegation + ".step()) {");
      out_.line("Value sent = co_yield " + delegation + ".take();");
      out_.line(delegation + ".resumed(sent);");
      out_.close();
      value_result(i, delegation + ".result()");
      return true;
    }
    default: return false;
  }
}

bool FunctionEmitter::match_instruction(const Statement& s) {
  const Instruction& i = s.instruction;
  switch (i.op) {
    case Op::match_is_sequence: plain_result(i, "match_is_sequence(" + operands(i) + ")"); return true;
    case Op::match_is_mapping: plain_result(i, "match_is_mapping(" + operands(i) + ")"); return true;
    case Op::length_at_least:
    case Op::length_equals:
      truth_result(i, std::string(i.op == Op::length_equals ? "length_equals(" : "length_at_least(") + operand(i.operands[0]) + ", " + std::to_string(i.count) + ")");
      return true;
    case Op::match_keys: value_result(i, "match_keys(" + operands(i) + ")"); return true;
    case Op::match_rest: value_result(i, "match_rest(" + operands(i) + ")"); return true;
    case Op::match_class:
      value_result(i, "match_class(" + operands(i) + ", " + std::to_string(i.count) + ", " + (i.list.empty() ? "Undefined" : context_.keywords(i.list)) + ")");
      return true;
    default: return false;
  }
}

}  // namespace portalis::emission
