// Imports: relative names are resolved here, every module asked for is noted for the module graph.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

void Lowering::request(std::string name, Span span, bool optional) {
  imports_.push_back({std::move(name), span, optional, import_guards_ > 0});
}

void Lowering::import(const Import* s) {
  for (const Alias* a : s->names) {
    request(std::string(a->name), s->span, false);
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

// The absolute name of the module that `from` names; false when the dots lead out of the package.
bool Lowering::absolute_name(const ImportFrom* s, std::string& name) {
  name = std::string(s->module);
  if (s->level == 0) return true;
  std::string package = options_.name;
  int up = s->level - (options_.is_package ? 1 : 0);
  for (int i = 0; i < up; ++i) {
    size_t dot = package.rfind('.');
    if (dot == std::string::npos) {
      bool no_package = i == 0 && !options_.is_package;
      raise_import_error(no_package ? "attempted relative import with no known parent package"
                                    : "attempted relative import beyond top-level package",
                         s->span);
      return false;
    }
    package.resize(dot);
  }
  name = s->module.empty() ? package : package + "." + std::string(s->module);
  return true;
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
  if (s->level == 0 && s->module == "__future__") return;   // changed how the module is compiled; nothing is left to run
  std::string name;
  if (!absolute_name(s, name)) return;
  request(name, s->span, false);
  Operand module = emit(Op::import_module, {}, {.name = name_index(name), .count = 1});
  for (const Alias* a : s->names) {
    if (a->name == "*") {
      emit(Op::import_star, {module});
      continue;
    }
    request(name + "." + std::string(a->name), s->span, true);
    Operand value = emit(Op::import_from, {module}, {.name = name_index(a->name)});
    store(a->asname.empty() ? a->name : a->asname, value);
  }
}

}  // namespace portalis::lowering
