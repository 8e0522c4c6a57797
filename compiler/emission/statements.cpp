// Structured statements, and how control leaves them.
#include "compiler/emission/function_emitter.hpp"

namespace portalis::emission {

using ir::Operand;
using ir::Statement;
using ir::StatementKind;

namespace {

std::string number(uint32_t n) { return std::to_string(n); }

}  // namespace

void FunctionEmitter::block(const ir::Block& statements, size_t from, size_t to) {
  blocks_.push_back(&statements);
  bool around = std::exchange(hoisting_, stages_ && stages_->inside(statements));
  for (size_t i = from; i < std::min(to, statements.size()); ++i) {
    if (size_t end = region(statements, i); end != i) {
      i = end - 1;
      continue;
    }
    const Statement& s = statements[i];
    if (s.kind == StatementKind::instruction) {
      bool consumed = false;
      instruction(s, i + 1 < statements.size() ? &statements[i + 1] : nullptr, consumed);
      i += consumed;
    } else {
      release_dead(s);
      statement(s);
      // What a comprehension went through is dropped when it is done.
      if (s.kind == StatementKind::inline_frame && i + 1 < statements.size()) release_dead(statements[i + 1], true);
    }
  }
  hoisting_ = around;
  blocks_.pop_back();
}

// CPython drops an operand when it is used; a C++ temporary would live on through the statement below.
void FunctionEmitter::release_dead(const Statement& s, bool always) {
  bool leaves = s.kind == StatementKind::line || s.kind == StatementKind::return_ || s.kind == StatementKind::break_ || s.kind == StatementKind::continue_;
  if (leaves && !always) return;
  for (const Statement& earlier : *blocks_.back()) {
    if (&earlier == &s) return;
    const ir::Instruction& i = earlier.instruction;
    if (earlier.kind != StatementKind::instruction || i.result == ir::no_index || i.op == ir::Op::declare || i.op == ir::Op::copy) continue;
    for (uint32_t n = 0; n < ir::result_count(i); ++n) {
      uint32_t t = i.result + n;
      if (function_.temporaries[t].rep == ir::Rep::value && !is_declared(t) && liveness_.uses(t) > 0 && liveness_.dead_before(t, s) &&
          released_.insert(t).second) {
        out_.line(temporary(t) + ".reset();");
      }
    }
  }
}

void FunctionEmitter::statement(const Statement& s) {
  switch (s.kind) {
    case StatementKind::line: return line_statement(s);
    case StatementKind::instruction: return;
    case StatementKind::if_: return if_statement(s);
    case StatementKind::while_: return while_statement(s);
    case StatementKind::for_each: return for_each(s);
    case StatementKind::for_range: return for_range(s);
    case StatementKind::break_:
    case StatementKind::continue_: return leave_loop(s);
    case StatementKind::try_: return try_statement(s);
    case StatementKind::finally_: return finally_statement(s);
    case StatementKind::inline_frame: return inline_frame(s);
    case StatementKind::return_: return return_statement(s);
  }
}

void FunctionEmitter::line_statement(const Statement& s) {
  if (s.a.empty()) return;
  out_.line("// " + number(s.label) + ": " + context_.line_comment(s.label));
  bool single_exit = s.a.size() == 1 && (s.a[0].kind == StatementKind::break_ || s.a[0].kind == StatementKind::continue_);
  stage_label(s);
  if (single_exit) return block(s.a);
  out_.open("{");
  if (!stages_ || !stages_->inside(s.a)) declare_together(s.a);
  block(s.a);
  out_.close();
}

// A statement with many temporaries keeps them in one array: were each a variable with a destructor, every way out
// of the statement would need code to destroy all before it, which costs the C++ compiler quadratic time.
void FunctionEmitter::declare_together(const ir::Block& statements) {
  std::vector<uint32_t> together;
  for (const Statement& s : statements) {
    const ir::Instruction& i = s.instruction;
    bool plain = s.kind == StatementKind::instruction && i.result != ir::no_index && ir::result_count(i) == 1 && i.op != ir::Op::declare &&
                 i.op != ir::Op::copy && i.op != ir::Op::unpack && i.op != ir::Op::unpack_star &&
                 i.op != ir::Op::iter &&                              // which may become a loop of its own kind
                 (i.op != ir::Op::find_method || runs_once());        // a FoundMethod
    if (plain && function_.temporaries[i.result].rep == ir::Rep::value && !is_declared(i.result)) together.push_back(i.result);
  }
  if (together.size() <= (runs_once() ? 4 : 12)) return;
  std::string array = "u" + number(together[0]);
  out_.line((may_lend() ? "Loan" : ref_type()) + (" " + array) + "[" + std::to_string(together.size()) + "];");
  for (size_t n = 0; n < together.size(); ++n) renamed_[together[n]] = array + "[" + std::to_string(n) + "]";
  if (may_lend()) lent_.insert(together.begin(), together.end());
}

void FunctionEmitter::if_statement(const Statement& s) {
  out_.open("if (" + operand(s.condition) + ") {");
  block(s.a);
  if (!s.b.empty()) {
    out_.close("} else {");
    out_.open_again();
    block(s.b);
  }
  out_.close();
}

// ---- exits ----
bool FunctionEmitter::runs_once() const {
  bool body = function_.kind == ir::FunctionKind::module || function_.kind == ir::FunctionKind::class_body;
  return body && std::none_of(exits_.begin(), exits_.end(), [](const Exit& exit) { return exit.kind == Exit::loop; });
}

std::string FunctionEmitter::frame_name() const {
  for (size_t i = exits_.size(); i-- > 0;) {
    if (exits_[i].kind == Exit::frame) return "frame_" + number(exits_[i].id);
  }
  return "frame";
}

// outside: the error is none of the innermost inlined frame.
std::string FunctionEmitter::fail(bool add_traceback, bool outside) {
  std::string out;
  for (size_t i = exits_.size(); i-- > 0;) {
    const Exit& exit = exits_[i];
    if (exit.kind == Exit::loop || exit.kind == Exit::stages) continue;
    if (exit.kind == Exit::frame) {
      bool generator = function_.codes[exit.id].generator;
      if (add_traceback && !outside) out += "frame_" + number(exit.id) + (generator ? ".failed_in_generator(); " : ".failed(); ");
      add_traceback = true;
      outside = false;
      continue;
    }
    if (add_traceback) {
      std::string frame = "frame";
      for (size_t k = i; k-- > 0;) {
        if (exits_[k].kind == Exit::frame) {
          frame = "frame_" + number(exits_[k].id);
          break;
        }
      }
      out += frame + ".failed(); ";
    }
    return out + "goto error_" + number(exit.id) + ";";
  }
  return out + (is_generator() ? "co_return " : "return ") + (add_traceback ? "frame.fail();" : "Error;");
}

void FunctionEmitter::fail_if(const std::string& condition, bool add_traceback, bool outside) {
  std::string leaving = fail(add_traceback, outside);
  bool single = leaving.find(';') == leaving.size() - 1;
  out_.line("if (" + condition + ") " + (single ? leaving : "{ " + leaving + " }"));
}

void FunctionEmitter::leave_loop(const Statement& s) {
  bool is_break = s.kind == StatementKind::break_, between = false;
  for (size_t i = exits_.size(); i-- > 0;) {
    Exit& exit = exits_[i];
    if (exit.kind == Exit::finally_) {
      exit.pending->push_back({s.kind, s.label});
      out_.line("exit_" + number(exit.id) + ".exit = " + number(2 + exit.pending->size()) + ";");
      out_.line("goto finally_" + number(exit.id) + ";");
      return;
    }
    between |= exit.kind == Exit::stages;
    if (exit.kind == Exit::loop && exit.id == s.label) {
      bool jumps = is_break && (exit.goto_break || between);
      exit.jumped_past |= jumps;
      out_.line(!is_break ? "continue;" : jumps ? "goto end_" + number(s.label) + ";" : "break;");
      return;
    }
  }
}

void FunctionEmitter::leave_with(const std::string& owned_value) {
  for (size_t i = exits_.size(); i-- > 0;) {
    const Exit& exit = exits_[i];
    if (exit.kind != Exit::finally_) continue;
    out_.line("exit_" + number(exit.id) + ".value = " + owned_value + ";");
    out_.line("exit_" + number(exit.id) + ".exit = 2;");
    out_.line("goto finally_" + number(exit.id) + ";");
    return;
  }
  out_.line((is_generator() ? "co_return " : "return ") + owned_value + ";");
}

void FunctionEmitter::return_statement(const Statement& s) {
  leave_with(s.condition.kind == Operand::none ? "py::None" : owned(s.condition, s));
}

void FunctionEmitter::try_statement(const Statement& s) {
  uint32_t id = ++labels_;
  out_.open("{");
  exits_.push_back({Exit::try_, id});
  block(s.a);
  exits_.pop_back();
  out_.close();
  if (!s.c.empty()) {
    out_.open("{  // else");
    block(s.c);
    out_.close();
  }
  out_.line("goto end_try_" + number(id) + ";");
  out_.label("error_" + number(id) + ":");
  out_.open("{");
  std::string exception = s.target == ir::no_index ? "exception_" + number(id) : temporary(s.target);
  out_.line(std::string(ref_type()) + " " + exception + " = fetch_error();");
  out_.line("HandlingScope handling_" + number(id) + "(" + exception + ");");
  block(s.b);
  out_.close();
  out_.label("end_try_" + number(id) + ":;");
}

void FunctionEmitter::finally_statement(const Statement& s) {
  uint32_t id = ++labels_;
  std::string exit = "exit_" + number(id);
  std::vector<std::pair<StatementKind, uint32_t>> pending;
  out_.line("Completion " + exit + ";");
  out_.open("{");
  exits_.push_back({Exit::finally_, id, false, false, &pending});
  block(s.a);
  exits_.pop_back();
  out_.close();
  out_.line("goto finally_" + number(id) + ";");
  out_.label("error_" + number(id) + ":");
  out_.line(exit + ".caught();");
  out_.label("finally_" + number(id) + ":");
  out_.open("{");
  out_.line("HandlingScope handling_" + number(id) + "(" + exit + ".error());");
  block(s.b);
  out_.close();
  out_.open("switch (" + exit + ".exit) {");
  out_.line("case 0: break;");
  out_.line("case 1: " + exit + ".rethrow(); " + fail(false));
  out_.open("case 2: {");
  leave_with(exit + ".value.take()");
  out_.close();
  out_.close();
  for (size_t n = 0; n < pending.size(); ++n) {      // outside the switch: C++'s break must mean the loop
    out_.open("if (" + exit + ".exit == " + number(3 + n) + ") {");
    Statement leaving;
    leaving.kind = pending[n].first;
    leaving.label = pending[n].second;
    leave_loop(leaving);
    out_.close();
  }
}

void FunctionEmitter::inline_frame(const Statement& s) {
  at(s.instruction);
  out_.open("{");
  out_.line("ActiveFrame frame_" + number(s.label) + "(" + function_.symbol + "_part" + number(s.label) + "_code, " +
            (function_.kind == ir::FunctionKind::module ? "nullptr" : "py_self") + ", py_module);");
  fail_if("!frame_" + number(s.label) + ".enter()");
  exits_.push_back({Exit::frame, s.label});
  block(s.a);
  exits_.pop_back();
  out_.close();
}

}  // namespace portalis::emission
