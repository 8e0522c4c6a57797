// The phases of one file, one after the other, as far as asked for.
#include "compiler/driver/phases.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "compiler/driver/options.hpp"
#include "compiler/emission/emission.hpp"
#include "compiler/inference/inference.hpp"
#include "compiler/ir/print.hpp"
#include "compiler/lowering/lower.hpp"
#include "compiler/passes/passes.hpp"
#include "compiler/semantics/scope.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis::driver {

namespace {

enum Phase : uint8_t { tokens, ast_tree, scopes_tree, ir_text, types, cpp, none };
constexpr std::array<std::string_view, 6> phase_names = {"tokens", "ast", "scopes", "ir", "types", "cpp"};

// What `wanted` made of the file after all phases up to `last`; errors go to the sink.
std::string run_phases(const SourceFile& file, Phase wanted, Phase last, bool verify_types, DiagnosticSink& sink) {
  std::string out;
  if (wanted == tokens || last == tokens) {
    std::string dump;
    if (!dump_tokens(file, sink, dump) || last == tokens) return dump;
    out = std::move(dump);
  }
  Arena arena;
  ast::Module* tree = parse_module(file, arena, sink);
  if (!tree) return out;
  if (wanted == ast_tree) out = dump_ast(*tree) + "\n";
  if (last == ast_tree) return out;
  lowering::Options options{.name = "__main__", .traced_lines = semantics::may_trace(file.text()), .traced_calls = semantics::may_profile(file.text())};
  auto scopes = semantics::analyze(*tree, file, sink, !semantics::may_change_builtins(file.text()), options.traced());
  if (sink.has_errors()) return out;
  if (wanted == scopes_tree) out = semantics::print(*scopes);
  if (last == scopes_tree) return out;
  lowering::Lowered lowered = lowering::lower(*tree, *scopes, file, options, sink);
  if (sink.has_errors()) return out;
  if (verify_types) inference::infer_completeness({lowered.module.get()}, inference::World::closed);
  else inference::infer({lowered.module.get()});
  passes::run(*lowered.module, verify_types);
  if (wanted == ir_text) out = ir::print(*lowered.module);
  if (wanted == types) out = inference::annotate(*lowered.module, file.text());
  if (wanted == cpp) out = emission::emit_module(*lowered.module, file.text()).whole();
  return out;
}

// false after a complaint.
bool find_phase(const std::string& name, Phase& out) {
  auto found = std::find(phase_names.begin(), phase_names.end(), name);
  out = name.empty() ? none : static_cast<Phase>(found - phase_names.begin());
  if (name.empty() || found != phase_names.end()) return true;
  complain("build", "there is no phase '" + name + "'; the phases are tokens, ast, scopes, ir, types, cpp");
  return false;
}

}  // namespace

int print_phase(const std::string& file, const std::string& print, const std::string& stop_after, bool verify_types) {
  Phase wanted = none, last = none;
  if (!find_phase(print, wanted) || !find_phase(stop_after, last)) return 2;
  if (last == none) last = wanted;
  if (wanted != none && wanted > last) return complain("build", "cannot print " + print + " when stopping after " + stop_after);
  DiagnosticSink sink;
  std::string out;
  std::unique_ptr<SourceFile> source = SourceFile::load(file, sink);
  if (source) run_on_large_stacks(1, [&] { out = run_phases(*source, wanted, last, verify_types, sink); });
  std::fputs(render_all(sink).c_str(), stderr);
  if (sink.has_errors()) return 1;
  return wanted == none ? 0 : print_result("build", out);
}

}  // namespace portalis::driver
