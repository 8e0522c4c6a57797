// Which statements make a region, and what goes in and comes out of it.
#include "compiler/emission/typed_region.hpp"

#include <algorithm>
#include <set>

#include "compiler/emission/function_emitter.hpp"

namespace portalis::emission {
namespace {

using ir::Op;
using ir::Operand;
using ir::Statement;
using ir::StatementKind;

// Follows the statements in order and notes which variables are read before they certainly have been assigned.
class Exposed {
 public:
  explicit Exposed(const ir::Function& function) : function_(function) {}
  std::set<uint32_t> inputs, outputs, cells;   // cells: variables in cells, whether read or assigned
  bool closed = true;                    // the statements use no temporary from outside, as the parts of an `elif` may
  using Set = std::set<uint32_t>;

  void block(Statements statements, Set& assigned) {
    for (const Statement& s : statements) statement(s, assigned);
  }

 private:
  void read(uint32_t variable, const Set& assigned) {
    if (!assigned.count(variable)) inputs.insert(variable);
  }
  void read(const Operand& o, const Set& assigned) {
    if (o.kind == Operand::variable) read(o.index, assigned);
    if (o.kind == Operand::temporary && !temporaries_.count(o.index)) closed = false;
  }
  void define(const Statement& s) {
    const ir::Instruction& i = s.instruction;
    bool loop = s.kind == StatementKind::for_each || s.kind == StatementKind::for_range;
    if (loop) temporaries_.insert(s.target);
    if (s.kind != StatementKind::instruction || i.result == ir::no_index) return;
    if (i.op == Op::copy && !temporaries_.count(i.result)) closed = false;
    for (uint32_t n = 0; n < ir::result_count(i); ++n) temporaries_.insert(i.result + n);
  }
  void apart(Statements statements, Set assigned) { block(statements, assigned); }

  void statement(const Statement& s, Set& assigned) {
    bool computes_condition = s.kind == StatementKind::while_;
    if (!computes_condition) read(s.condition, assigned);
    for (const Operand& o : s.instruction.operands) read(o, assigned);
    define(s);
    switch (s.kind) {
      case StatementKind::instruction: {
        const ir::Instruction& i = s.instruction;
        if (ir::is_of_variable(i) && function_.variables[i.target].storage != ir::Storage::local) return (void)cells.insert(i.target);
        if (i.op == Op::load_variable) read(i.target, assigned);
        if (i.op == Op::store_variable) assigned.insert(i.target);
        if (i.op == Op::clear_variable) assigned.erase(i.target);
        if (i.op == Op::store_variable || i.op == Op::clear_variable) outputs.insert(i.target);
        return;
      }
      case StatementKind::if_: {
        Set other = assigned, both;
        block(s.a, assigned);
        block(s.b, other);
        std::set_intersection(assigned.begin(), assigned.end(), other.begin(), other.end(), std::inserter(both, both.begin()));
        assigned = std::move(both);
        return;
      }
      case StatementKind::while_:
        block(s.a, assigned);
        read(s.condition, assigned);
        [[fallthrough]];
      case StatementKind::for_each:
      case StatementKind::for_range:
        apart(s.b, assigned);
        return apart(s.c, assigned);
      default:
        block(s.a, assigned);
        apart(s.b, assigned);
        return apart(s.c, assigned);
    }
  }

  const ir::Function& function_;
  Set temporaries_;
};

std::optional<TypedRegion> region_of(const ir::Function& function, const ir::Block& statements, size_t begin, size_t end, const std::string& symbol, bool staged) {
  Exposed exposed(function);
  Exposed::Set assigned;
  exposed.block(Statements(statements).subspan(begin, end - begin), assigned);
  if (!exposed.closed) return std::nullopt;
  TypedRegion region;
  region.end = end;
  region.staged = staged;
  for (uint32_t v : exposed.outputs) region.outputs.push_back({v, (assigned.count(v) && !staged) || exposed.inputs.count(v)});
  for (const auto* set : {&exposed.inputs, &exposed.outputs}) {
    for (uint32_t v : *set) {
      const ir::Variable& variable = function.variables[v];
      if (variable.storage != ir::Storage::local) return std::nullopt;
      if (variable.rep == ir::Rep::number && typed_rep(variable.expected) != ir::Rep::real) return std::nullopt;
    }
  }
  ir::Function& f = region.function;
  f.symbol = symbol;
  f.variables = function.variables;
  f.temporaries = function.temporaries;
  f.returns = ir::kind_bool;
  for (ir::Variable& v : f.variables) v.parameter = ir::no_index;
  for (uint32_t v : exposed.inputs) {
    f.variables[v].parameter = static_cast<uint32_t>(f.parameters.size());
    f.variables[v].reassigned = exposed.outputs.count(v) > 0;
    f.parameters.push_back(v);
  }
  f.free_variables.assign(exposed.cells.begin(), exposed.cells.end());
  f.body.assign(statements.begin() + static_cast<ptrdiff_t>(begin), statements.begin() + static_cast<ptrdiff_t>(end));
  return region;
}

bool has_typed_form(ModuleContext& scratch, const TypedRegion& region, uint32_t least_operations = 0) {
  Stages stages(region.function.body);
  if (region.staged && !stages.resumable()) return false;
  Writer dropped;
  TypedEmitter emitter(scratch, region.function, dropped, &region.outputs, region.staged ? &stages : nullptr);
  return emitter.emit() && emitter.gains() && emitter.operations() >= least_operations;
}

}  // namespace

std::optional<TypedRegion> find_region(ModuleContext& context, const ir::Function& function, const ir::Block& statements, size_t earliest,
                                       size_t loop, const std::string& symbol, size_t& begin) {
  constexpr int most_failures = 4;       // a list the loop changes may have been made a few statements before
  std::optional<TypedRegion> best;
  int failures = 0;
  for (size_t from = loop + 1; from-- > earliest && failures < most_failures;) {
    if (statements[from].kind != StatementKind::line || (from != loop && has_loop(Statements(statements).subspan(from, 1)))) break;
    std::optional<TypedRegion> region = region_of(function, statements, from, loop + 1, symbol, false);
    if (region && has_typed_form(context.scratch(), *region)) {
      best = std::move(region);
      begin = from;
    } else if (best) {
      break;
    } else {
      ++failures;
    }
  }
  if (best || statements[loop].kind != StatementKind::line) return best;
  begin = loop;
  best = region_of(function, statements, loop, loop + 1, symbol, true);
  return best && has_typed_form(context.scratch(), *best) ? std::move(best) : std::nullopt;
}

std::optional<TypedRegion> find_body_region(ModuleContext& context, const ir::Function& function, const std::string& symbol) {
  constexpr uint32_t least_operations = 3;   // with fewer, the code for leaving and going on is not worth it
  size_t end = function.body.size();
  if (function.body.back().kind == StatementKind::return_) --end;      // the None at the end
  std::optional<TypedRegion> region = region_of(function, function.body, 0, end, symbol, true);
  return region && has_typed_form(context.scratch(), *region, least_operations) ? std::move(region) : std::nullopt;
}

void emit_region(ModuleContext& context, TypedRegion& region, Writer& out) {
  const ir::Function& f = region.function;
  const std::vector<std::string> names = TypedEmitter::names_of(f);
  Writer body;
  Stages stages(f.body);
  TypedEmitter emitter(context, f, body, &region.outputs, region.staged ? &stages : nullptr);
  emitter.emit();
  region.loops = emitter.kept_loops();
  region.returns = emitter.returns();
  out.open("struct " + f.symbol + "_results {");
  for (auto [v, certain] : region.outputs) {
    ir::Rep held = typed_rep(f.variables[v].expected);
    const std::string& name = names[v];
    out.line((held == ir::Rep::value ? "Loan" : std::string(typed_cpp(held))) + " " + name + ";");
    if (held != ir::Rep::value && !certain) out.line("bool " + name + "_bound;");
  }
  for (const KeptLoop& kept : region.loops) out.line(TypedEmitter::kept_declaration(kept));
  if (region.returns) out.line("Ref returned;");
  out.close("};");
  out.line("Attempts " + f.symbol + "_attempts;");
  out.insert(out.text().size(), body.text());
}

}  // namespace portalis::emission
