// Loops. A for loop whose iterator nobody else sees runs without an iterator object (runtime/program/loops.hpp): its
// source, an EachLoop or the like, is declared where the IR makes the iterator.
#include "compiler/emission/function_emitter.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Statement;
using ir::StatementKind;

namespace {

std::string number(uint32_t n) { return std::to_string(n); }

}  // namespace

void FunctionEmitter::find_loops(const ir::Block& b) {
  for (const Statement& s : b) {
    // Liveness counts two uses by the loop itself: where it starts and where it ends.
    bool own = s.kind == StatementKind::for_each && s.condition.kind == Operand::temporary && liveness_.uses(s.condition.index) == 2;
    if (own) loops_[s.condition.index] = {&s, Source::iterator};
    find_loops(s.a);
    find_loops(s.b);
    find_loops(s.c);
  }
}

// The instruction that unpacks each element into exactly n values, if nothing else looks at it.
const Instruction* FunctionEmitter::unpacking(const Statement& loop, uint32_t n) const {
  if (loop.b.empty() || loop.b[0].kind != StatementKind::instruction) return nullptr;
  const Instruction& first = loop.b[0].instruction;
  bool fits = first.op == Op::unpack && first.count == n && n > 0 && first.operands[0].kind == Operand::temporary &&
              first.operands[0].index == loop.target && liveness_.uses(loop.target) == 1;
  return fits ? &first : nullptr;
}

// A loop object over what the arguments say.
void FunctionEmitter::declare_loop(const std::string& type, const std::string& name, const std::string& arguments) {
  if (!hoisting_) return out_.line(type + " " + name + "(" + arguments + ");");
  declare_at(type + " " + name + ";");
  out_.line(name + ".start(" + arguments + ");");
}

// `iter` of something whose iterator only a loop sees.
bool FunctionEmitter::loop_source(const Statement& s) {
  const Instruction& i = s.instruction;
  auto found = loops_.find(i.result);
  if (i.op != Op::iter || found == loops_.end()) return false;
  found->second.source = Source::each;
  at(i);
  declare_loop("EachLoop", temporary(i.result), owned(i.operands[0], s));
  fail_if(temporary(i.result) + ".failed()");
  return true;
}

// A call of range(), enumerate(), zip() or .items(), followed by `iter` for such a loop.
bool FunctionEmitter::loop_over_call(const Statement& s, const Statement* following) {
  const Instruction& i = s.instruction;
  if (!following || following->kind != StatementKind::instruction || following->instruction.op != Op::iter || !i.list.empty()) return false;
  auto is_short_int = [&](const Operand& o) {
    return o.kind == Operand::constant && context_.module.constants[o.index].kind == ir::Constant::integer && context_.module.constants[o.index].text.size() < 10;
  };
  const Operand& iterable = following->instruction.operands[0];
  auto found = loops_.find(following->instruction.result);
  if (found == loops_.end() || iterable.kind != Operand::temporary || iterable.index != i.result || liveness_.uses(i.result) != 1) return false;
  Loop& loop = found->second;
  const std::string& name = context_.module.names[i.name];
  size_t n = i.operands.size();
  std::string source = temporary(following->instruction.result);
  if (i.op == Op::call_method) {
    if (name != "items" || n != 1 || !unpacking(*loop.statement, 2)) return false;
    loop.source = Source::items;
    at(i);
    out_.line("ItemsLoop " + source + "(" + context_.method_site() + ", " + context_.name(i.name) + ", " + operand(i.operands[0]) + ");");
  } else if (name == "range" && n >= 1 && n <= 3) {
    loop.source = Source::range;
    at(i);
    std::string start = n == 1 ? "small_int(0), " : "", step = n < 3 ? ", small_int(1)" : "";
    declare_loop("RangeLoop", source, start + operands(i) + step);
  } else if (name == "enumerate" && (n == 1 || (n == 2 && is_short_int(i.operands[1]))) && unpacking(*loop.statement, 2)) {
    loop.source = Source::tuples;
    at(i);
    std::string start = n == 2 ? ", " + context_.module.constants[i.operands[1].index].text : "";
    declare_loop("EnumerateLoop", source, owned(i.operands[0], s) + start);
  } else if (name == "zip" && n >= 1 && n <= 8 && unpacking(*loop.statement, static_cast<uint32_t>(n))) {
    loop.source = Source::tuples;
    at(i);
    declare_loop("ZipLoop<" + std::to_string(n) + ">", source, operands(i));
  } else {
    return false;
  }
  fail_if(source + ".failed()");
  released_.insert(i.result);   // never comes to be
  return true;
}

// `source`: the loop object, if there is one.
void FunctionEmitter::loop_end(const Statement& s, const std::string& source) {
  bool jumped_past = exits_.back().jumped_past;
  exits_.pop_back();
  out_.close();
  if (!s.c.empty()) {
    out_.open("{  // else");
    block(s.c);
    out_.close();
  }
  if (jumped_past) out_.label("end_" + number(s.label) + ":;");
  if (hoisting_ && !source.empty()) out_.line(source + ".reset();");
}

void FunctionEmitter::while_statement(const Statement& s) {
  out_.open("for (;;) {");
  stage_label(s);
  exits_.push_back({Exit::loop, s.label, !s.c.empty()});
  fail_if("!safepoint()");
  bool endless = s.condition.kind == Operand::constant;
  bool plain = !hoisting_ || endless;      // the condition leaves no references behind
  for (const Statement& part : s.a) {
    plain = plain && part.kind == StatementKind::instruction &&
            (part.instruction.result == ir::no_index || function_.temporaries[part.instruction.result].rep != ir::Rep::value || &part + 1 == &*s.a.end());
  }
  if (plain) {
    block(s.a);
    if (!endless) out_.line("if (!" + operand(s.condition) + ") break;");
  } else {
    std::string again = "loop_" + number(s.label);
    declare_at("Truth " + again + " = 0;");
    out_.open("{");
    block(s.a);
    out_.line(again + " = " + operand(s.condition) + ";");
    out_.close();
    out_.line("if (!" + again + ") break;");
  }
  block(s.b);
  loop_end(s, "");
}

void FunctionEmitter::for_each(const Statement& s) {
  std::string element = temporary(s.target), source = operand(s.condition);
  auto found = s.condition.kind == Operand::temporary ? loops_.find(s.condition.index) : loops_.end();
  Source kind = found == loops_.end() ? Source::iterator : found->second.source;
  out_.open("for (;;) {");
  stage_label(s);
  exits_.push_back({Exit::loop, s.label, !s.c.empty()});
  fail_if("!safepoint()");
  at(s.instruction);
  size_t begin = 0;
  switch (kind) {
    case Source::iterator:
    case Source::each: {
      bool lent = kind == Source::each && may_lend() && !taken_.count(s.target);
      if (lent) lent_.insert(s.target);
      if (hoisting_) declare_at((lent ? "Loan " : "Ref ") + element + ";");
      out_.line((hoisting_ ? "" : lent ? "Loan " : "Ref ") + element + " = " + (lent ? source + ".lend_next();" : kind == Source::each ? source + ".next();" : "next(" + source + ");"));
      fail_if(element + ".is_error()");
      out_.line("if (" + element + ".is_undefined()) break;");
      break;
    }
    case Source::range:
      declare_at("Ref " + element + ";");
      out_.line("if (!" + source + ".next(" + element + ")) break;");
      break;
    case Source::tuples:
    case Source::items: {
      const Instruction& unpack = s.b[0].instruction;
      std::string array = "u" + number(unpack.result), got = "loop_" + number(s.label);
      for (uint32_t k = 0; k < unpack.count; ++k) renamed_[unpack.result + k] = array + "[" + number(k) + "]";
      bool items = kind == Source::items;
      declare_at("Ref " + array + "[" + number(unpack.count) + "]" + (items ? ", " + element : "") + ";");
      if (hoisting_) declare_at("int " + got + " = 0;");
      out_.line((hoisting_ ? "" : "int ") + got + " = " + source + ".next(" + array + (items ? ", " + element : "") + ");");
      fail_if(got + " < 0");
      out_.line("if (" + got + " == 0) break;");
      if (items) {
        out_.open("if (" + got + " == 2) {");
        at(unpack);
        fail_if("!unpack(" + element + ", 2, " + array + ")");
        out_.close();
      }
      begin = 1;
    }
  }
  block(s.b, begin);
  loop_end(s, source);
}

void FunctionEmitter::for_range(const Statement& s) {
  std::string element = temporary(s.target), loop = "loop_" + number(s.label);
  at(s.instruction);
  declare_loop("RangeLoop", loop, operands(s.instruction));
  fail_if(loop + ".failed()");
  declare_at("Ref " + element + ";");
  out_.open("for (;;) {");
  stage_label(s);
  exits_.push_back({Exit::loop, s.label, !s.c.empty()});
  fail_if("!safepoint()");
  out_.line("if (!" + loop + ".next(" + element + ")) break;");
  block(s.b);
  loop_end(s, loop);
}

}  // namespace portalis::emission
