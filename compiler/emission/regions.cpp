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

// The region that begins where the block stands, at `at`, if there is one. The search is done once for each loop.
const TypedRegion* FunctionEmitter::find_region_at(const ir::Block& statements, size_t at) {
  if (!may_have_regions() || stages_) return nullptr;
  size_t loop = at;
  while (loop < statements.size() && !has_loop(Statements(statements).subspan(loop, 1))) ++loop;
  if (loop == statements.size()) return at == 0 && &statements == &function_.body ? find_body_region() : nullptr;
  if (searched_loop_ != &statements[loop]) {
    searched_loop_ = &statements[loop];
    std::string symbol = function_.symbol + "_region" + std::to_string(regions_ + 1);
    found_region_ = find_region(context_, function_, statements, at, loop, symbol, found_begin_);
  }
  return found_region_ && found_begin_ == at ? &*found_region_ : nullptr;
}

const TypedRegion* FunctionEmitter::find_body_region() {
  if (is_generator() || has_loop(function_.body)) return nullptr;
  found_region_ = emission::find_body_region(context_, function_, function_.symbol + "_region1");
  return found_region_ ? &*found_region_ : nullptr;
}

// Emits the statements of a region that begins with statements[at]: as the attempt and, for when it gives up, in their
// general form. Returns the end of the region; `at` where none begins.
size_t FunctionEmitter::region(const ir::Block& statements, size_t at) {
  if (!find_region_at(statements, at)) return at;
  TypedRegion found = *std::exchange(found_region_, std::nullopt);
  const std::string number = std::to_string(++regions_);
  Writer definition;
  emit_region(context_, found, definition);
  out_.insert(definition_, definition.take());
  found.staged ? staged_region(found, statements, at, number) : restarted_region(found, statements, at, number);
  return found.end;
}

// The region's arguments: declares and unboxes them, and adds to the test whether they fit.
std::string FunctionEmitter::region_arguments(const ir::Function& f, std::string& tests) {
  std::string arguments;
  for (uint32_t v : f.parameters) {
    std::string argument = "a" + std::to_string(f.variables[v].parameter);
    out_.line(std::string(typed_cpp(typed_rep(f.variables[v].expected))) + " " + argument + ";");
    tests += (tests.empty() ? "" : " && ") + ("typed::unbox(" + variable(v)) + ", " + argument + ")";
    arguments += (arguments.empty() ? "" : ", ") + argument;
  }
  for (uint32_t v : f.free_variables) arguments += (arguments.empty() ? "" : ", ") + variable(v);
  return arguments;
}

// Takes the variables that the region gives back.
void FunctionEmitter::take_results(const TypedRegion& region, const std::string& results) {
  if (region.returns) {
    out_.open("if (!" + results + ".returned.is_undefined()) {");
    leave_with(results + ".returned.take()");
    out_.close();
  }
  const std::vector<std::string> names = TypedEmitter::names_of(region.function);
  for (auto [v, certain] : region.outputs) {
    Rep held = typed_rep(region.function.variables[v].expected);
    std::string given = results + "." + names[v], stored;
    if (held == Rep::value) {
      out_.line((certain ? "" : "if (!" + given + ".is_undefined()) ") + variable(v) + " = " + (is_generator() ? "Ref(" + given + ".take())" : "std::move(" + given + ")") + ";");
      continue;
    }
    if (function_.variables[v].rep == Rep::number) stored = "Number(" + given + ")";
    else stored = std::string(local_type()) + "(typed::box(" + given + "))";
    out_.line((certain ? "" : "if (" + given + "_bound) ") + variable(v) + " = " + stored + ";");
  }
}

void FunctionEmitter::restarted_region(const TypedRegion& region, const ir::Block& statements, size_t at, const std::string& number) {
  std::string done = "region_" + number, results = "results_" + number, tests;
  const ir::Function& f = region.function;
  out_.line("bool " + done + " = false;");
  out_.open("if (" + f.symbol + "_attempts.worthwhile()) {");
  std::string arguments = region_arguments(f, tests);
  out_.line(f.symbol + "_results " + results + ";");
  arguments += (arguments.empty() ? "" : ", ") + results;
  if (!tests.empty()) tests += " && ";
  out_.line(done + " = " + tests + f.symbol + "_typed(" + arguments + ").done;");
  out_.open("if (" + done + ") {");
  take_results(region, results);
  out_.close("} else {");
  out_.open_again();
  out_.line(f.symbol + "_attempts.failed();");
  out_.close();
  out_.close();
  out_.open("if (!" + done + ") {");
  for (size_t n = at; n < region.end; ++n) statement(statements[n]);
  out_.close();
}

// The general form goes on from the stage at which the attempt was left.
void FunctionEmitter::staged_region(const TypedRegion& region, const ir::Block& statements, size_t at, const std::string& number) {
  std::string stage = "stage_" + number, results = "results_" + number, tests;
  const ir::Function& f = region.function;
  out_.open("{");
  out_.line("int " + stage + " = 0;");
  out_.line(f.symbol + "_results " + results + ";");
  out_.open("if (" + f.symbol + "_attempts.worthwhile()) {");
  std::string arguments = region_arguments(f, tests), call = f.symbol + "_typed(" + frame_name() + ", " + arguments + (arguments.empty() ? "" : ", ") + results + ")";
  out_.line(stage + " = " + (tests.empty() ? call : tests + " ? " + call + " : 0") + ";");
  out_.line("if (" + stage + " == 0) " + f.symbol + "_attempts.failed();");
  out_.close();
  out_.open("if (" + stage + " != 0) {");
  take_results(region, results);
  fail_if(stage + " == typed::raised");
  out_.close();

  size_t before = out_.text().size();
  Stages stages(Statements(statements).subspan(at, region.end - at));
  stages_ = &stages;
  hoisted_.clear();
  out_.open("switch (" + stage + ") {");
  out_.label("case 0:");
  exits_.push_back({Exit::stages, 0});
  for (size_t n = at; n < region.end; ++n) statement(statements[n]);
  exits_.pop_back();
  out_.close();
  stages_ = nullptr;
  out_.close();
  Writer declarations = out_.nested(1);
  for (const std::string& line : hoisted_) declarations.line(line);
  for (const KeptLoop& kept : region.loops) resume_loop(declarations, kept, results);
  out_.insert(before, declarations.take());
}

void FunctionEmitter::resume_loop(Writer& out, const KeptLoop& kept, const std::string& results) {
  const Statement& s = *kept.loop;
  std::string loop = s.kind == ir::StatementKind::for_range ? "loop_" + std::to_string(s.label) : temporary(s.condition.index);
  std::string left = results + "." + TypedEmitter::kept_name(kept);
  std::string more = kept.kind == KeptLoop::count_up ? ", 1" : kept.kind == KeptLoop::count_down ? ", -1" : kept.kind == KeptLoop::enumerate ? ", " + left + "_index" : "";
  out.line("resume(" + loop + ", " + left + more + ");");
}

// A declaration that would stand between a switch and one of its labels goes before the switch.
void FunctionEmitter::declare_at(const std::string& declaration) {
  if (hoisting_) hoisted_.push_back(declaration);
  else out_.line(declaration);
}

// "case 3:", where a region may be gone on with.
void FunctionEmitter::stage_label(const Statement& s) {
  if (uint32_t stage = stages_ ? stages_->of(s) : 0) out_.label("case " + std::to_string(stage) + ":");
}

}  // namespace portalis::emission
