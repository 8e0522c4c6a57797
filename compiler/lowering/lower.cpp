// lower(): the sequence of lowering, and the module's own body.
#include "compiler/lowering/lower.hpp"

#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

Lowered lower(const ast::Module& module, semantics::ScopeTree& scopes, const SourceFile& file, const Options& options,
              DiagnosticSink& sink) {
  Lowered result;
  result.module = std::make_unique<ir::Module>();
  result.module->name = options.name;
  result.module->file = file.path();
  result.module->is_package = options.is_package;
  Lowering lowering(*result.module, scopes, file, options, sink);
  lowering.module(module);
  resolve_local_reads(*result.module);
  return result;
}

void Lowering::module(const ast::Module& tree) {
  scope_ = scopes_.module();
  NewFunction f = begin_function(ir::FunctionKind::module, scope_, "<module>", Span{1, 0, 1, 0});
  find_single_definitions(tree);
  place_ = {Span{1, 0, 1, 0}};
  Seq<Stmt*> statements = tree.body;
  if (const Constant* doc = docstring(statements)) {
    fs_->fn->doc = text(doc->value.text).index;
    emit(Op::store_global, {text(doc->value.text)}, {.name = name_index("__doc__")});
  }
  body(statements);
  emit_return(none());
  print_warnings();
  end_function(f);
}

void Lowering::unsupported(const char* code, Span span, std::string message, std::string help) {
  Diagnostic d;
  d.code = code;
  d.severity = options_.library ? Severity::Warning : Severity::Error;
  d.file = &file_;
  d.span = span;
  d.message = std::move(message);
  d.help = std::move(help);
  sink_.add(std::move(d));
}

}  // namespace portalis::lowering
