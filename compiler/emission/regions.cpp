// Where a function's general version tries a typed region first.
#include "compiler/emission/function_emitter.hpp"
#include "compiler/emission/typed_region.hpp"

namespace portalis::emission {

using ir::Rep;
using ir::Statement;

// Of a function with a typed version the general one only runs when expectations failed; what runs once has no locals.
bool FunctionEmitter::may_have_regions() const {
  bool body = function_.kind == ir::FunctionKind::module || function_.kind == ir::FunctionKind::class_body;
  return !body && !context_.typed[function_index_] && definition_ != 0;
}

// Emits the statements of a region that ends with statements[loop], if there is one that begins where the block stands, at
// `at`: as the attempt and, for when it gives up, in their general form. Returns the end of the region, else `at`.
size_t FunctionEmitter::region(const ir::Block& statements, size_t at) {
  if (!may_have_regions()) return at;
  size_t loop = at;
  while (loop < statements.size() && !has_loop(Statements(statements).subspan(loop, 1))) ++loop;
  size_t begin = 0;
  std::string symbol = function_.symbol + "_region" + std::to_string(regions_ + 1);
  if (loop == statements.size()) return at;
  auto found = find_region(context_, function_, statements, at, loop, symbol, begin);
  if (!found || begin != at) return at;
  ++regions_;
  Writer definition;
  emit_region(context_, *found, definition);
  out_.insert(definition_, definition.take());

  std::string done = "region_" + std::to_string(regions_), results = "results_" + std::to_string(regions_), arguments, tests;
  const ir::Function& f = found->function;
  out_.line("bool " + done + " = false;");
  out_.open("if (" + symbol + "_attempts.worthwhile()) {");
  for (uint32_t v : f.parameters) {
    std::string argument = "a" + std::to_string(f.variables[v].parameter);
    out_.line(std::string(typed_cpp(typed_rep(f.variables[v].expected))) + " " + argument + ";");
    tests += (tests.empty() ? "" : " && ") + ("typed::unbox(" + variable(v)) + ", " + argument + ")";
    arguments += (arguments.empty() ? "" : ", ") + argument;
  }
  if (!found->outputs.empty()) {
    out_.line(symbol + "_results " + results + ";");
    arguments += (arguments.empty() ? "" : ", ") + results;
  }
  if (!tests.empty()) tests += " && ";
  out_.line(done + " = " + tests + symbol + "_typed(" + arguments + ").done;");
  out_.open("if (" + done + ") {");
  const std::vector<std::string> names = TypedEmitter::names_of(f);
  for (auto [v, certain] : found->outputs) {
    Rep held = typed_rep(f.variables[v].expected);
    std::string given = results + "." + names[v], stored;
    if (held == Rep::value) {
      out_.line((certain ? "" : "if (!" + given + ".is_undefined()) ") + variable(v) + " = " + (is_generator() ? "Ref(" + given + ".take())" : "std::move(" + given + ")") + ";");
      continue;
    }
    if (function_.variables[v].rep == Rep::number) stored = "Number(" + given + ")";
    else stored = std::string(local_type()) + "(typed::box(" + given + "))";
    out_.line((certain ? "" : "if (" + given + "_bound) ") + variable(v) + " = " + stored + ";");
  }
  out_.close("} else {");
  out_.open_again();
  out_.line(symbol + "_attempts.failed();");
  out_.close();
  out_.close();
  out_.open("if (!" + done + ") {");
  for (size_t n = at; n < found->end; ++n) statement(statements[n]);
  out_.close();
  return found->end;
}

}  // namespace portalis::emission
