// One walk in execution order numbers the statements and notes each temporary's last reader.
#include "compiler/emission/liveness.hpp"

namespace portalis::emission {

using ir::Op;
using ir::StatementKind;

Liveness::Liveness(const ir::Function& function) : temporaries_(function.temporaries.size()) { visit(function.body, 0); }

void Liveness::define(uint32_t temporary, uint32_t count, uint32_t loop) {
  for (uint32_t i = 0; i < count; ++i) temporaries_[temporary + i].defined_loop = loop;
}

void Liveness::use(const ir::Operand& operand, uint32_t loop) {
  if (operand.kind != ir::Operand::temporary) return;
  Info& info = temporaries_[operand.index];
  ++info.uses;
  info.last = clock_;
  info.last_loop = loop;
}

void Liveness::visit(const ir::Block& block, uint32_t loop) {
  for (const ir::Statement& s : block) {
    order_[&s] = ++clock_;
    switch (s.kind) {
      case StatementKind::instruction:
        for (const ir::Operand& operand : s.instruction.operands) use(operand, loop);
        if (s.instruction.op == Op::call_method && s.instruction.count) use({ir::Operand::temporary, s.instruction.count - 1}, loop);
        if (s.instruction.op != Op::copy) define(s.instruction.result, ir::result_count(s.instruction), loop);
        break;
      case StatementKind::while_: {
        uint32_t inner = ++loops_;
        visit(s.a, inner);
        use(s.condition, inner);
        visit(s.b, inner);
        visit(s.c, loop);
        break;
      }
      case StatementKind::for_each:
      case StatementKind::for_range: {
        for (const ir::Operand& operand : s.instruction.operands) use(operand, loop);
        uint32_t inner = ++loops_;
        if (s.condition.kind != ir::Operand::none) use(s.condition, inner);
        define(s.target, 1, inner);
        visit(s.b, inner);
        // The iterator lives to the end of the loop.
        ++clock_;
        if (s.condition.kind != ir::Operand::none) use(s.condition, inner);
        visit(s.c, loop);
        break;
      }
      default:
        use(s.condition, loop);
        if (s.kind == StatementKind::try_ && s.target != ir::no_index) define(s.target, 1, loop);
        visit(s.a, loop);
        visit(s.b, loop);
        visit(s.c, loop);
        break;
    }
  }
}

bool Liveness::is_last_use(uint32_t temporary, const ir::Statement& statement) const {
  const Info& info = temporaries_[temporary];
  return info.last == order_.at(&statement) && info.last_loop == info.defined_loop;
}

bool Liveness::dead_before(uint32_t temporary, const ir::Statement& statement) const {
  return temporaries_[temporary].last < order_.at(&statement);
}

}  // namespace portalis::emission
