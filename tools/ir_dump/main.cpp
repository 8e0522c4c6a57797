// Prints the scopes or the IR of Python files, or only checks that they lower and verify.
//
//     ir_dump [--scopes | --check | --diagnostics] [--passes] [--positions] [--package] [--name=MODULE] file.py ...
//
// --check prints nothing but what the verifier finds and which files do not lower; --diagnostics prints one line for each
// diagnostic: line, code, message. Exit status 1 when the verifier complains, 2 when a file does not lower.
#include <cstdio>
#include <string>
#include <vector>

#include "compiler/ir/print.hpp"
#include "compiler/ir/verify.hpp"
#include "compiler/lowering/find_imports.hpp"
#include "compiler/lowering/lower.hpp"
#include "compiler/passes/passes.hpp"
#include "compiler/semantics/scope.hpp"
#include "compiler/syntax/parse.hpp"

using namespace portalis;

namespace {

struct Request {
  bool scopes = false, check = false, diagnostics = false, positions = false, passes = false;
  lowering::Options options{.name = "__main__", .coroutines = true};
  std::vector<std::string> files;
};

int report(DiagnosticSink& sink, const Request& request, const std::string& path) {
  sink.sort();
  if (request.check) {
    if (sink.has_errors()) std::printf("%s: does not lower\n", path.c_str());
  } else if (request.diagnostics) {
    for (const Diagnostic& d : sink.diagnostics()) {
      std::printf("%u %s %s\n", d.span.line, d.code.c_str(), d.message.c_str());
    }
  } else {
    std::fputs(render_all(sink).c_str(), stdout);
  }
  return sink.has_errors() ? 2 : 0;
}

int process(const std::string& path, const Request& request) {
  DiagnosticSink sink;
  Arena arena;
  auto file = SourceFile::load(path, sink);
  if (!file) return report(sink, request, path);
  ast::Module* tree = parse_module(*file, arena, sink);
  if (!tree) return report(sink, request, path);
  auto scopes = semantics::analyze(*tree, *file, sink);
  if (sink.has_errors()) return report(sink, request, path);
  if (request.scopes) {
    std::fputs(semantics::print(*scopes).c_str(), stdout);
    return 0;
  }
  auto lowered = lowering::lower(*tree, *scopes, *file, request.options, sink);
  if (request.passes) passes::run(*lowered.module);
  int status = 0;
  for (const std::string& problem : ir::verify(*lowered.module)) {
    std::printf("%s: %s\n", path.c_str(), problem.c_str());
    status = 1;
  }
  if (request.check) return status;
  if (request.diagnostics) return status | report(sink, request, path);
  for (const lowering::ImportRequest& r : lowering::find_imports(*tree, request.options)) {
    std::printf("import %s, line %u%s%s\n", r.name.c_str(), r.span.line, r.optional ? ", perhaps an attribute" : "",
                r.guarded ? ", guarded" : "");
  }
  std::fputs(ir::print(*lowered.module, {.positions = request.positions}).c_str(), stdout);
  return status | report(sink, request, path);
}

}  // namespace

int main(int argc, char** argv) {
  Request request;
  for (int i = 1; i < argc; ++i) {
    std::string arg = argv[i];
    if (arg == "--scopes") {
      request.scopes = true;
    } else if (arg == "--check") {
      request.check = true;
    } else if (arg == "--diagnostics") {
      request.diagnostics = true;
    } else if (arg == "--passes") {
      request.passes = true;
    } else if (arg == "--positions") {
      request.positions = true;
    } else if (arg == "--package") {
      request.options.is_package = true;
    } else if (arg.starts_with("--name=")) {
      request.options.name = arg.substr(7);
    } else {
      request.files.push_back(arg);
    }
  }
  int status = 0;
  for (const std::string& path : request.files) status |= process(path, request);
  return status;
}
