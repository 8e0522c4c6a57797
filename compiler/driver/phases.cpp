// One phase of one file, printed.
#include "compiler/driver/phases.hpp"

#include <cstdio>

#include "compiler/driver/build.hpp"
#include "compiler/emission/emission.hpp"
#include "compiler/ir/print.hpp"
#include "compiler/lowering/lower.hpp"
#include "compiler/passes/passes.hpp"
#include "compiler/semantics/scope.hpp"
#include "compiler/syntax/parse.hpp"

namespace portalis::driver {

static int print_here(const std::string& file, const std::string& phase) {
  bool print = !phase.starts_with("-");
  std::string name = print ? phase : phase.substr(1), out;
  DiagnosticSink sink;
  auto finish = [&](bool known) {
    if (!known) {
      std::fprintf(stderr, "portalis build: there is no phase '%s'; the phases are tokens, ast, scopes, ir, cpp\n", name.c_str());
      return 2;
    }
    std::fputs(render_all(sink).c_str(), stderr);
    if (sink.has_errors()) return 1;
    if (print) std::fwrite(out.data(), 1, out.size(), stdout);
    return 0;
  };
  if (name != "tokens" && name != "ast" && name != "scopes" && name != "ir" && name != "cpp") return finish(false);
  std::unique_ptr<SourceFile> source = SourceFile::load(file, sink);
  if (!source) return finish(true);
  if (name == "tokens") {
    dump_tokens(*source, sink, out);
    return finish(true);
  }
  Arena arena;
  ast::Module* tree = parse_module(*source, arena, sink);
  if (!tree) return finish(true);
  if (name == "ast") {
    out = dump_ast(*tree) + "\n";
    return finish(true);
  }
  auto scopes = semantics::analyze(*tree, *source, sink);
  if (name == "scopes" && !sink.has_errors()) out = semantics::print(*scopes);
  if (name == "scopes" || sink.has_errors()) return finish(true);
  lowering::Lowered lowered = lowering::lower(*tree, *scopes, *source, {.name = "__main__"}, sink);
  if (sink.has_errors()) return finish(true);
  passes::run(*lowered.module);
  if (name == "ir") out = ir::print(*lowered.module);
  if (name == "cpp") out = emission::emit_module(*lowered.module, source->text());
  return finish(true);
}

int print_phase(const std::string& file, const std::string& phase) {
  int status = 0;
  run_on_large_stacks(1, [&] { status = print_here(file, phase); });
  return status;
}

}  // namespace portalis::driver
