// Import statements as instructions. Which modules a file asks for is found by find_imports().
#include "compiler/lowering/find_imports.hpp"
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

void Lowering::import(const Import* s) {
  for (const Alias* a : s->names) {
    Operand module = emit(Op::import_module, {}, {.name = name_index(a->name)});
    size_t dot = a->name.find('.');
    if (a->asname.empty()) {
      store(a->name.substr(0, dot), module);
      continue;
    }
    // `import a.b.c as d` binds what the attributes b, then c say.
    while (dot != std::string_view::npos) {
      size_t next = a->name.find('.', dot + 1);
      std::string_view part = a->name.substr(dot + 1, next == std::string_view::npos ? next : next - dot - 1);
      module = emit(Op::import_from, {module}, {.name = name_index(part)});
      dot = next;
    }
    store(a->asname, module);
  }
}

void Lowering::raise_import_error(const char* message, Span span) {
  Diagnostic d;
  d.code = "P0311";
  d.severity = Severity::Warning;
  d.file = &file_;
  d.span = span;
  d.message = message;
  d.help = "run the package's entry from outside of it, or import by the absolute name";
  sink_.add(std::move(d));
  Operand error = emit(Op::call_builtin, {text(message)}, {.name = name_index("ImportError")});
  emit(Op::raise, {error, {}});
}

void Lowering::import_from(const ImportFrom* s) {
  std::string name;
  if (const char* problem = absolute_module_name(*s, options_, name)) return raise_import_error(problem, s->span);
  Operand module = emit(Op::import_module, {}, {.name = name_index(name), .count = 1});
  for (const Alias* a : s->names) {
    if (a->name == "*") {
      emit(Op::import_star, {module});
      continue;
    }
    Operand value = emit(Op::import_from, {module}, {.name = name_index(a->name)});
    store(a->asname.empty() ? a->name : a->asname, value);
  }
}

}  // namespace portalis::lowering
