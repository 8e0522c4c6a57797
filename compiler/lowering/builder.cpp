// Making IR: see builder.hpp.
#include "compiler/lowering/builder.hpp"

#include <cctype>
#include <cstring>

namespace portalis::lowering {

using namespace ast;

uint32_t Builder::name_index(std::string_view text) {
  auto [it, fresh] = names_.try_emplace(std::string(text), static_cast<uint32_t>(ir_.names.size()));
  if (fresh) ir_.names.emplace_back(text);
  return it->second;
}

uint32_t Builder::constant_index(ir::Constant c) {
  std::string key(1, static_cast<char>('a' + c.kind));
  for (double number : {c.number, c.imaginary}) {
    char bits[sizeof(double)];
    std::memcpy(bits, &number, sizeof bits);   // by bits: -0.0 is not 0.0
    key.append(bits, sizeof bits);
  }
  for (uint32_t item : c.items) key += std::to_string(item) + ",";
  key += c.text;
  auto [it, fresh] = constants_.try_emplace(std::move(key), static_cast<uint32_t>(ir_.constants.size()));
  if (fresh) ir_.constants.push_back(std::move(c));
  return it->second;
}

Operand Builder::constant(ir::Constant::Kind kind) {
  ir::Constant c;
  c.kind = kind;
  return {Operand::constant, constant_index(std::move(c))};
}

Operand Builder::text(std::string_view utf8) {
  ir::Constant c;
  c.kind = ir::Constant::string;
  c.text = utf8;
  return {Operand::constant, constant_index(std::move(c))};
}

Operand Builder::integer(int64_t n) {
  ir::Constant c;
  c.kind = ir::Constant::integer;
  c.text = std::to_string(n);
  return {Operand::constant, constant_index(std::move(c))};
}

const ir::Constant* Builder::as_constant(const Operand& o) const {
  return o.kind == Operand::constant ? &ir_.constants[o.index] : nullptr;
}

bool Builder::all_constant(const Operands& items) {
  for (const Operand& o : items) {
    if (o.kind != Operand::constant) return false;
  }
  return true;
}

Operand Builder::constant_tuple(const Operands& items, ir::Constant::Kind kind) {
  ir::Constant c;
  c.kind = kind;
  for (const Operand& o : items) c.items.push_back(o.index);
  return {Operand::constant, constant_index(std::move(c))};
}

uint32_t Builder::temporary(Rep rep, bool declared) {
  fs_->fn->temporaries.push_back({rep, declared});
  return static_cast<uint32_t>(fs_->fn->temporaries.size() - 1);
}

Operand Builder::emit(Op op, Operands operands, More more) {
  if (fs_->traced && place_.span.line != fs_->traced_line) {
    fs_->traced_line = place_.span.line;
    if (op != Op::trace_line) emit(Op::trace_line);
  }
  Statement s;
  ir::Instruction& x = s.instruction;
  x.op = op;
  x.operands = std::move(operands);
  x.name = more.name;
  x.target = more.target;
  x.count = more.count;
  x.list = std::move(more.list);
  x.outside = more.outside;
  if (ir::op_raises(op)) x.position = position();
  Operand result;
  if (Rep rep = ir::op_result(op); rep != Rep::none) {
    x.result = temporary(rep);
    result = use(x.result);
  }
  push(std::move(s));
  return result;
}

uint32_t Builder::emit_many(Op op, Operands operands, uint32_t count, More more) {
  Statement s;
  ir::Instruction& x = s.instruction;
  x.op = op;
  x.operands = std::move(operands);
  x.count = more.count;
  x.position = position();
  x.result = static_cast<uint32_t>(fs_->fn->temporaries.size());
  for (uint32_t i = 0; i < count; ++i) temporary(Rep::value);
  if (count == 0) x.result = no_index;
  uint32_t first = x.result;
  push(std::move(s));
  return first;
}

Operand Builder::declare(Rep rep) {
  Statement s;
  s.instruction.op = Op::declare;
  s.instruction.result = temporary(rep, true);
  Operand result = use(s.instruction.result);
  push(std::move(s));
  return result;
}

void Builder::copy(const Operand& declared, const Operand& value) {
  Statement s;
  s.instruction.op = Op::copy;
  s.instruction.result = declared.index;
  s.instruction.operands = {value};
  push(std::move(s));
}

void Builder::emit_return(const Operand& value) {
  Statement s;
  s.kind = StatementKind::return_;
  s.condition = value;
  push(std::move(s));
}

void Builder::emit_jump(StatementKind kind, uint32_t loop) {
  Statement s;
  s.kind = kind;
  s.label = loop;
  push(std::move(s));
}

// The rule of traceback.py's _extract_caret_anchors_from_line_segment: the operator of a binary operation, the brackets
// of a subscript, when all is on one line.
Builder::Place Builder::place_of(const Expr* e) const {
  Place place{e->span};
  if (e->span.line != e->span.end_line) return place;
  if (auto* op = dyn<BinOp>(e)) {
    std::string_view line = file_.line(e->span.line);
    uint32_t begin = op->left->span.end_col, end = op->right->span.col;
    if (end > line.size() || begin >= end) return place;
    uint32_t at = begin;
    while (at < end && std::isspace(static_cast<unsigned char>(line[at]))) ++at;
    place.anchor_start = at;
    place.anchor_end = at + 1;
    if (at + 1 < end && !std::isspace(static_cast<unsigned char>(line[at + 1]))) ++place.anchor_end;
  } else if (auto* item = dyn<Subscript>(e)) {
    place.anchor_start = item->value->span.end_col;
    place.anchor_end = item->slice->span.end_col + 1;
  }
  return place;
}

uint32_t Builder::positions_of_call(const Place& lookup) {
  uint32_t here = position(), there;
  {
    At at(*this, lookup);
    there = position();
  }
  std::vector<ir::Position>& all = fs_->fn->codes[fs_->code].positions;
  if (there == here + 1) return here;
  all.push_back(ir::Position(all[here]));
  all.push_back(ir::Position(all[there]));
  return static_cast<uint32_t>(all.size()) - 2;
}

uint32_t Builder::position() {
  ir::Position p{place_.span.line, place_.span.end_line, place_.span.col, place_.span.end_col,
                 place_.anchor_start, place_.anchor_end};
  std::string key(reinterpret_cast<const char*>(&p), sizeof p);
  std::vector<ir::Position>& all = fs_->fn->codes[fs_->code].positions;
  auto [it, fresh] = fs_->positions[fs_->code].try_emplace(std::move(key), static_cast<uint32_t>(all.size()));
  if (fresh) all.push_back(p);
  return it->second;
}

}  // namespace portalis::lowering
