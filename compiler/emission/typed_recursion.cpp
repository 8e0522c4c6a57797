// Typed versions of short functions that call themselves: several levels of the recursion in one C++ function, as C++ compilers do
// it for fib(). The body is a template that calls itself with one level less, down to none, where it is the function again.
#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Op;
using ir::Statement;
using ir::StatementKind;

static bool reads_what_others_change(const ir::Instruction& i) {
  bool plain = (i.op >= Op::add && i.op <= Op::is && i.target == ir::no_index) || i.op == Op::copy || i.op == Op::declare || i.op == Op::box || i.op == Op::truth || i.op == Op::not_ ||
               i.op == Op::from_boolean || i.op == Op::call || ir::is_of_variable(i);
  return !plain;
}

// How many levels one function is to hold: 0 for what does not call itself, has loops or is too long for more than one.
uint32_t TypedEmitter::nested_levels() {
  constexpr uint32_t most_levels = 3, most_instructions = 120;           // in all the bodies together
  uint32_t calls = 0, instructions = 0, reads = 0;
  bool loops = false;
  std::vector<ir::Operand> callees;
  auto count = [&](auto& self, const ir::Block& block) -> void {
    for (const Statement& s : block) {
      loops |= s.kind == StatementKind::while_ || s.kind == StatementKind::for_each || s.kind == StatementKind::for_range;
      instructions += s.kind == StatementKind::instruction;
      if (s.kind == StatementKind::instruction) reads += reads_what_others_change(s.instruction);
      if (s.kind == StatementKind::instruction && calls_itself(s.instruction)) {
        ++calls;
        own_index_ = s.instruction.target;
        if (s.instruction.op == Op::call) callees.push_back(s.instruction.operands[0]);
      }
      self(self, s.a);
      self(self, s.b);
      self(self, s.c);
    }
  };
  count(count, function_.body);
  if (calls == 0 || loops || is_initialiser(function_) || !function_.free_variables.empty()) return 0;
  uint32_t levels = 1, bodies = 1, on_level = calls;
  for (; levels < most_levels && (bodies + on_level) * instructions <= most_instructions; ++levels) {
    bodies += on_level;
    on_level *= calls;
  }
  if (levels == 1) return 0;
  // Tested once for all levels only where the function reads nothing else that others may change meanwhile: else it could see what they
  // did after they had given the name away, and still call what it was.
  if (reads > callees.size()) return levels;
  for (const ir::Operand& o : callees) {
    if (o.kind == ir::Operand::temporary && liveness_.uses(o.index) == 1) itself_.insert(o.index);
  }
  return levels;
}

// The global of the function's own name, loaded for a call: close_nested() tests it.
bool TypedEmitter::loads_itself(const ir::Instruction& i) {
  if (nested_ == 0 || !itself_.count(i.result)) return false;
  own_name_ = i.name;
  return true;
}

bool TypedEmitter::calls_itself(const ir::Instruction& i) const {
  bool known = (i.op == Op::call && i.count == 0) || i.op == Op::call_method;
  return known && i.target != ir::no_index && context_.module.functions[i.target].get() == &function_;
}

void TypedEmitter::open_nested() {
  std::string name = function_.symbol + "_nested";
  out_.line("template <int levels_here>");
  out_.line(signature(context_.module, function_, name) + ";");
  out_.line("template <>");
  out_.line("inline " + signature(context_.module, function_, name + "<0>") + " { return " + function_.symbol + "_typed(" + own_arguments() + "); }");
  out_.line("template <int levels_here>");
  out_.open("[[gnu::always_inline]] inline " + signature(context_.module, function_, name) + " {");
}

void TypedEmitter::close_nested() {
  std::string levels = std::to_string(nested_);
  out_.open(signature(context_.module, function_) + " {");
  out_.line("if (!typed::may_enter(levels, " + levels + ")) return not_done;");
  if (own_name_ != ir::no_index) {
    std::string self = context_.known_function(own_index_) + ", py_globals, " + context_.name(own_name_) + ", " + context_.global_site();
    out_.line("if (!typed::still_calls(" + self + ", " + function_.symbol + "_code)) return not_done;");
  }
  out_.line("return " + function_.symbol + "_nested<" + levels + ">(" + own_arguments() + ");");
  out_.close();
  out_.line("");
}

}  // namespace portalis::emission
