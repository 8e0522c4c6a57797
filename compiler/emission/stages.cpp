// Numbering the stages, and whether what lies between them can be left out.
#include "compiler/emission/stages.hpp"

#include <algorithm>

namespace portalis::emission {

using ir::Op;
using ir::Operand;
using ir::Statement;
using ir::StatementKind;

namespace {

bool is_loop(const Statement& s) { return s.kind == StatementKind::while_ || s.kind == StatementKind::for_each || s.kind == StatementKind::for_range; }

// Its results are plain variables, so that they can be declared elsewhere.
bool is_hoistable(const ir::Instruction& i) {
  switch (i.op) {
    case Op::load_variable: case Op::store_variable: case Op::clear_variable: case Op::load_global: case Op::load_builtin:
    case Op::get_attribute: case Op::set_attribute: case Op::get_item: case Op::set_item: case Op::make_slice:
    case Op::declare: case Op::copy: case Op::call: case Op::call_builtin: case Op::make_tuple: case Op::make_list:
    case Op::unpack: case Op::iter:
      return true;
    case Op::call_method: return i.count == 0;
    default: return i.op >= Op::add && i.op <= Op::is_undefined;
  }
}

// It computes the condition of the statement it stands in: a temporary of that outlives it.
bool gives_temporaries(Statements statements, std::unordered_set<uint32_t>& declared) {
  for (const Statement& s : statements) {
    if (s.kind == StatementKind::instruction && s.instruction.op == Op::declare) declared.insert(s.instruction.result);
    if (s.kind == StatementKind::instruction && s.instruction.op == Op::copy && !declared.count(s.instruction.result)) return true;
    if (gives_temporaries(s.a, declared) || gives_temporaries(s.b, declared) || gives_temporaries(s.c, declared)) return true;
  }
  return false;
}

bool is_stage(const Statement& s) {
  std::unordered_set<uint32_t> declared;
  return is_loop(s) || (s.kind == StatementKind::line && !gives_temporaries(s.a, declared));
}

}  // namespace

Stages::Stages(Statements statements) {
  number(statements);
  check(statements, {});
}

uint32_t Stages::of(const Statement& s) const {
  auto found = numbers_.find(&s);
  return found == numbers_.end() ? 0 : found->second;
}

bool Stages::inside(Statements statements) const {
  return std::any_of(statements.begin(), statements.end(), [this](const Statement& s) { return numbers_.count(&s) || (s.kind == StatementKind::if_ && (inside(s.a) || inside(s.b))); });
}

void Stages::number(Statements statements) {
  for (const Statement& s : statements) {
    bool stage = is_stage(s);
    if (stage) numbers_[&s] = ++count_;
    if (!stage && s.kind != StatementKind::if_) continue;
    number(s.a);
    number(s.b);
    number(s.c);
  }
}

void Stages::read(const Operand& o, const Known& known) {
  if (o.kind == Operand::temporary && !known.count(o.index)) resumable_ = false;
}

// `known`: the temporaries that certainly are set where the statements begin. Whether a label lies in them.
bool Stages::check(Statements statements, Known known) {
  bool labels = false;
  bool hoisted = inside(statements);
  for (const Statement& s : statements) {
    if (hoisted && s.kind == StatementKind::instruction && !is_hoistable(s.instruction)) resumable_ = false;
    if (!check_statement(s, known)) continue;
    labels = true;
    known.clear();                       // a label was passed: whoever begins there has none of them
  }
  return labels;
}

bool Stages::check_statement(const Statement& s, Known& known) {
  for (const Operand& o : s.instruction.operands) read(o, known);
  switch (s.kind) {
    case StatementKind::instruction:
      for (uint32_t n = 0; n < ir::result_count(s.instruction); ++n) known.insert(s.instruction.result + n);
      if (s.instruction.op == Op::declare) known.insert(s.instruction.result);
      return false;
    case StatementKind::line: {
      bool stage = numbers_.count(&s) > 0;
      check(s.a, stage ? Known() : known);
      return stage;
    }
    case StatementKind::if_: {
      read(s.condition, known);
      bool in_a = check(s.a, known), in_b = check(s.b, known);
      return in_a || in_b;
    }
    case StatementKind::while_: {
      bool inner = check(s.a, {});
      Known computed;
      for (const Statement& part : s.a) {
        for (uint32_t n = 0; n < ir::result_count(part.instruction); ++n) computed.insert(part.instruction.result + n);
      }
      if (inner) resumable_ = false;
      if (s.condition.kind == Operand::temporary && !computed.count(s.condition.index)) resumable_ = false;
      check(s.b, {});
      check(s.c, {});
      return true;
    }
    case StatementKind::for_each:
    case StatementKind::for_range:
      read(s.condition, known);
      check(s.b, {s.target});
      check(s.c, {});
      return true;
    case StatementKind::return_:
      read(s.condition, known);
      return false;
    case StatementKind::break_:
    case StatementKind::continue_:
    case StatementKind::inline_frame:      // these are one step of the statement they stand in
    case StatementKind::try_:
    case StatementKind::finally_: return false;
  }
  return false;
}

}  // namespace portalis::emission
