// The bodies of modules. The C++ compiler's time grows faster than a function does, so the body of a long module becomes
// several functions. It is cut between its statements only, which leave no temporary behind; the variables of a module
// are those of its comprehensions, each used in one statement.
#include "compiler/emission/function_emitter.hpp"

namespace portalis::emission {
namespace {

size_t size_of(Statements statements) {
  size_t size = statements.size();
  for (const ir::Statement& s : statements) size += size_of(s.a) + size_of(s.b) + size_of(s.c);
  return size;
}

void note_variables(Statements statements, std::vector<bool>& used) {
  for (const ir::Statement& s : statements) {
    const ir::Instruction& i = s.instruction;
    for (const ir::Operand& o : i.operands) {
      if (o.kind == ir::Operand::variable) used[o.index] = true;
    }
    if (s.condition.kind == ir::Operand::variable) used[s.condition.index] = true;
    bool variable = (i.op >= ir::Op::load_variable && i.op <= ir::Op::load_cell) || i.op == ir::Op::load_name_or_variable || i.op == ir::Op::super_;
    if (s.kind == ir::StatementKind::instruction && variable && i.target != ir::no_index) used[i.target] = true;
    if (i.op == ir::Op::make_function || i.op == ir::Op::build_class || i.op == ir::Op::load_locals) {
      for (uint32_t v : i.list) used[v] = true;
    }
    for (const ir::Block* inner : {&s.a, &s.b, &s.c}) note_variables(*inner, used);
  }
}

}  // namespace

bool has_loop(Statements statements) {
  return std::any_of(statements.begin(), statements.end(), [](const ir::Statement& s) {
    bool loop = s.kind == ir::StatementKind::while_ || s.kind == ir::StatementKind::for_each || s.kind == ir::StatementKind::for_range;
    return loop || has_loop(s.a) || has_loop(s.b) || has_loop(s.c);
  });
}

// Where each part ends in the body. Loops stand in parts of their own, which are compiled for speed.
std::vector<size_t> FunctionEmitter::part_ends() const {
  constexpr size_t enough = 100;
  Statements body = function_.body;
  if (function_.kind != ir::FunctionKind::module || size_of(body) <= enough) return {body.size()};
  std::vector<size_t> ends;
  size_t size = 0;
  bool loops = false;
  for (size_t n = 0; n < body.size(); ++n) {
    size_t added = size_of(body.subspan(n, 1));
    bool loop = has_loop(body.subspan(n, 1));
    if (size > 0 && body[n].kind == ir::StatementKind::line && (size + added > enough || loop != loops)) {
      ends.push_back(n);
      size = 0;
    }
    size += added;
    loops = loop;
  }
  ends.push_back(body.size());
  return ends;
}

void FunctionEmitter::emit_parts(const std::vector<size_t>& ends) {
  auto name = [&](size_t part) { return function_.symbol + "_" + std::to_string(part + 1); };
  size_t from = 0;
  for (size_t part = 0; part < ends.size(); ++part) {
    Statements statements = Statements(function_.body).subspan(from, ends[part] - from);
    std::vector<bool> used(function_.variables.size());
    note_variables(statements, used);
    out_.open((has_loop(statements) ? "[[gnu::noinline]] " : "[[gnu::noinline, gnu::cold]] ") + ("Value " + name(part)) + "(ActiveFrame& frame) {");
    emit_parameters(used);
    block(function_.body, from, ends[part]);
    if (!ends_in_return(statements)) out_.line("return py::None;");
    out_.close();
    from = ends[part];
  }
  out_.open(signature() + " {");
  emit_entry();
  for (size_t part = 0; part < ends.size(); ++part) out_.line("if (" + name(part) + "(frame).is_error()) return Error;");
  out_.line("return py::None;");
  out_.close();
}

}  // namespace portalis::emission
