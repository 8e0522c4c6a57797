// Typed versions: loops.
#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Op;
using ir::Operand;
using ir::Rep;
using ir::Statement;
using ir::StatementKind;

void TypedEmitter::loop_body(const Statement& s, size_t from) {
  loops_.push_back({s.label, !s.c.empty()});
  block(s.b, from);
  loops_.pop_back();
  out_.close();
  if (stage_of(s) != 0) place_ = {};
  if (s.c.empty()) return;
  out_.open("{  // else");
  block(s.c);
  out_.close();
  out_.label("end_" + std::to_string(s.label) + ":;");
}

void TypedEmitter::while_statement(const Statement& s) {
  gains_ = true;                                         // what loops reads without counting references, if nothing else
  out_.open("for (;;) {");
  begin_stage(stage_of(s));
  pass_safepoint();
  block(s.a);
  if (s.condition.kind != Operand::constant) out_.line("if (!" + as(s.condition, Rep::boolean) + ") break;");
  loop_body(s);
}

// Over range(start, stop, step).
void TypedEmitter::count_loop(const Statement& s, const std::vector<Operand>& bounds) {
  gains_ = true;
  temporaries_[s.target] = Rep::integer;
  std::string element = temporary(s.target), start = "0", stop, step = "1";
  if (bounds.size() == 1) {
    stop = as(bounds[0], Rep::integer);
  } else {
    start = as(bounds[0], Rep::integer);
    stop = as(bounds[1], Rep::integer);
    if (bounds.size() == 3) step = as(bounds[2], Rep::integer);
  }
  bool up = step == "1", kept = stage_of(s) != 0;
  if (kept && (up || step == "-1")) {
    std::string loop = keep_loop(up ? KeptLoop::count_up : KeptLoop::count_down, s);
    out_.line(loop + " = {" + start + ", " + stop + "};");
    out_.open("for (;;) {");
    begin_stage(stage_of(s));
    pass_safepoint();
    out_.line("if (" + loop + ".next " + (up ? ">=" : "<=") + " " + loop + ".stop) break;");
    out_.line("int64_t " + element + " = " + loop + ".next" + (up ? "++;" : "--;"));
    place_.step_back = loop + ".next" + (up ? "--; " : "++; ");
    return loop_body(s);
  }
  if (kept) {
    std::string loop = keep_loop(KeptLoop::range, s);
    out_.line(loop + " = typed::Range(" + start + ", " + stop + ", " + step + ");");
    give_up_unless(loop + ".supported()");
    out_.open("for (;;) {");
    begin_stage(stage_of(s));
    pass_safepoint();
    out_.line("int64_t " + element + ";");
    out_.line("if (!" + loop + ".next(" + element + ")) break;");
    place_.step_back = loop + ".step_back(); ";
    return loop_body(s);
  }
  if (up || step == "-1") {
    std::string end = fresh("stop_");
    out_.line("const int64_t " + end + " = " + stop + ";");
    out_.open("for (int64_t " + element + " = " + start + "; " + element + (up ? " < " : " > ") + end + "; " + (up ? "++" : "--") + element + ") {");
  } else {
    std::string range = fresh("range_");
    out_.line("typed::Range " + range + "(" + start + ", " + stop + ", " + step + ");");
    give_up_unless(range + ".supported()");
    out_.line("int64_t " + element + ";");
    out_.open("while (" + range + ".next(" + element + ")) {");
  }
  pass_safepoint();
  loop_body(s);
}

void TypedEmitter::for_each(const Statement& s) {
  gains_ = true;
  auto iterator = s.condition.kind == Operand::temporary ? pending_.find(s.condition.index) : pending_.end();
  if (iterator == pending_.end()) return unsupported();
  const Operand& source = iterator->second.operands[0];
  if (source.kind == Operand::temporary) {
    auto range = pending_.find(source.index);
    if (range != pending_.end()) {
      if (context_.module.names[range->second.name] == "range") return count_loop(s, range->second.operands);
      return for_each_together(s, range->second);
    }
  }
  if (array(source) != Rep::none) {
    std::string loop = array_loop(source);
    out_.open("for (;;) {");
    pass_safepoint();
    array_element(s.target, array(source), loop);
    return loop_body(s);
  }
  if (rep(source) != Rep::value) return unsupported();
  bool kept = stage_of(s) != 0;
  std::string loop = kept ? keep_loop(KeptLoop::each, s) : fresh("each_"), element_name = fresh("element_");
  if (kept) {
    give_up_unless(loop + ".start(" + plain(source) + ")");
  } else {
    out_.line("typed::Each " + loop + "(" + plain(source) + ");");
    give_up_unless(loop + ".supported()");
  }
  out_.open("for (;;) {");
  begin_stage(stage_of(s));
  pass_safepoint();
  if (!kept && typed_rep(function_.temporaries[s.target].expected) == Rep::integer) {
    std::string more = fresh("more_");
    temporaries_[s.target] = Rep::integer;
    out_.line("int64_t " + temporary(s.target) + ";");
    out_.line("bool " + more + ";");
    give_up_unless(loop + ".next(" + temporary(s.target) + ", " + more + ")");
    out_.line("if (!" + more + ") break;");
    return loop_body(s);
  }
  out_.line("Value " + element_name + " = " + loop + ".next();");
  out_.line("if (" + element_name + ".is_undefined()) break;");
  if (kept) place_.step_back = loop + ".step_back(); ";
  bool unpacked = !s.b.empty() && s.b[0].kind == StatementKind::instruction && s.b[0].instruction.op == Op::unpack && liveness_.uses(s.target) == 1;
  element(s.target, element_name, unpacked);
  loop_body(s);
}

// What a loop goes over, held as inference expects it.
void TypedEmitter::element(uint32_t t, const std::string& borrowed, bool only_unpacked) {
  Rep wanted = typed_rep(function_.temporaries[t].expected);
  temporaries_[t] = wanted;
  if (wanted == Rep::value && only_unpacked) {
    out_.line("Value " + temporary(t) + " = " + borrowed + ";");
  } else if (wanted == Rep::value) {
    if (!borrows_) owned_.insert(t);
    out_.line(std::string(held_as()) + " " + temporary(t) + " = " + borrow(borrowed) + ";");
  } else {
    gains_ = true;
    out_.line(std::string(typed_cpp(wanted)) + " " + temporary(t) + ";");
    give_up_unless("typed::unbox(" + borrowed + ", " + temporary(t) + ")");
  }
}

// Over enumerate() or zip() of lists, when each element is unpacked at once.
void TypedEmitter::for_each_together(const Statement& s, const ir::Instruction& call) {
  const std::string& name = context_.module.names[call.name];
  bool counted = name == "enumerate";
  size_t n = counted ? 2 : call.operands.size();
  const ir::Instruction* unpack = s.b.empty() || s.b[0].kind != StatementKind::instruction ? nullptr : &s.b[0].instruction;
  if (!unpack || unpack->op != Op::unpack || unpack->count != n || liveness_.uses(s.target) != 1) return unsupported();
  std::vector<std::string> loops, names;
  bool kept = stage_of(s) != 0;
  if (kept && (counted ? call.operands.size() > 1 : n > 8)) return unsupported();   // which the general form does with an iterator
  std::string kept_name = !kept ? "" : counted ? keep_loop(KeptLoop::enumerate, s) : keep_loop(KeptLoop::zip, s, static_cast<uint32_t>(n));
  for (size_t k = 0; k < (counted ? 1 : n); ++k) {
    if (array(call.operands[k]) != Rep::none) {
      loops.push_back(array_loop(call.operands[k]));
      continue;
    }
    if (rep(call.operands[k]) != Rep::value) return unsupported();
    loops.push_back(!kept ? fresh("each_") : counted ? kept_name : kept_name + "[" + std::to_string(k) + "]");
    if (kept) {
      give_up_unless(loops.back() + ".start(" + plain(call.operands[k]) + ")");
    } else {
      out_.line("typed::Each " + loops.back() + "(" + plain(call.operands[k]) + ");");
      give_up_unless(loops.back() + ".supported()");
    }
  }
  std::string index = kept ? kept_name + "_index" : fresh("index_");
  if (counted) out_.line((kept ? "" : "int64_t ") + index + " = " + (call.operands.size() > 1 ? as(call.operands[1], Rep::integer) : "0") + ";");
  out_.open("for (;;) {");
  begin_stage(stage_of(s));
  pass_safepoint();
  uint32_t first = counted ? 1 : 0;
  for (size_t k = 0; k < loops.size(); ++k) {
    const std::string& loop = loops[k];
    Rep item = array(call.operands[k]);
    if (item != Rep::none) {
      array_element(unpack->result + first + static_cast<uint32_t>(k), item, loop);
      names.push_back("");
      continue;
    }
    names.push_back(fresh("element_"));
    out_.line("Value " + names.back() + " = " + loop + ".next();");
    out_.line("if (" + names.back() + ".is_undefined()) break;");
  }
  if (kept) {
    for (const std::string& loop : loops) place_.step_back += loop + ".step_back(); ";
    if (counted) place_.step_back += index + "--; ";
  }
  if (counted) result(unpack->result, Rep::integer, index + "++");
  for (size_t k = 0; k < names.size(); ++k) {
    if (!names[k].empty()) element(unpack->result + first + static_cast<uint32_t>(k), names[k]);
  }
  loop_body(s, 1);
}

}  // namespace portalis::emission
