// A module's translation units, and the program's main().
#include "compiler/emission/claims.hpp"
#include "compiler/emission/emission.hpp"
#include "compiler/emission/function_emitter.hpp"
#include "compiler/emission/naming.hpp"
#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

std::string module_symbol(std::string_view dotted_name) {
  std::string out = "module_";
  for (char c : dotted_name) {
    if (c == '.') out += "_dot_";
    else if (c == '_') out += "_u";
    else if (static_cast<unsigned char>(c) >= 0x80) out += "_x" + std::to_string(static_cast<unsigned char>(c));
    else out += c;
  }
  return out;
}

namespace {

// After how many functions each of the module's translation units ends: as many units of about the same size as make pieces of one
// size, since what the C++ compiler takes for that much is a few times what it takes to begin.
std::vector<size_t> cut(const std::vector<std::string>& functions) {
  constexpr size_t short_enough = 150'000, good_size = 90'000;   // bytes
  size_t size = 0, written = 0;
  for (const std::string& text : functions) size += text.size();
  size_t count = size <= short_enough ? 1 : (size + good_size - 1) / good_size;
  std::vector<size_t> ends;
  for (size_t n = 0; n < functions.size(); ++n) {
    if (written * count >= size * (ends.size() + 1)) ends.push_back(n);
    written += functions[n].size();
  }
  ends.push_back(functions.size());
  return ends;
}

// Inner functions first: their Code constants are named where they are made.
std::string emit_function(ModuleContext& context, size_t nth) {
  Writer function;
  FunctionEmitter(context, static_cast<uint32_t>(context.module.functions.size() - 1 - nth), function).emit();
  return function.take();
}

// What every body may name of the others'.
std::string shared_declarations(const ModuleContext& context) {
  std::string out = "extern const SourceText py_source;\nextern Object* py_module;\nextern Dict* py_globals;\n";
  if (!context.module.claims.empty()) out += "extern const TypeClaim py_claims[];\n";
  for (const auto& function : context.module.functions) {
    if (function->kind == ir::FunctionKind::module) continue;
    out += "Value " + function->symbol + "(Function* py_self, const Value* py_args);\nextern const Code " + function->symbol + "_code;\n";
  }
  return out;
}

}  // namespace

std::string ModuleText::whole() const {
  std::string out = head;
  for (size_t n = 0; n < bodies.size(); ++n) {
    if (bodies.size() > 1) out += "\n// ---- translation unit " + std::to_string(n + 1) + " of " + std::to_string(bodies.size()) + " ----\n\n";
    out += bodies[n];
  }
  return out;
}

ModuleText emit_module(const ir::Module& module, std::string_view source) {
  ModuleContext trial(module, source);
  choose_typed(trial, source);
  std::vector<std::string> functions;
  functions.reserve(module.functions.size());
  for (size_t n = 0; n < module.functions.size(); ++n) functions.push_back(emit_function(trial, n));
  const std::vector<size_t> ends = cut(functions);
  const bool several = ends.size() > 1;

  // Each unit names only what it uses and counts its own sites, so that a change elsewhere in the module leaves its text as it is.
  ModuleContext context(module, source);
  context.typed = trial.typed;
  std::vector<std::string> pieces;
  for (size_t end : ends) {
    context.begin_unit();
    std::string text;
    for (size_t n = pieces.empty() ? 0 : ends[pieces.size() - 1]; n < end; ++n) text += emit_function(context, n);
    const std::string sites = several ? "namespace {\n" + context.sites() + "}\n\n" : context.sites() + "\n";
    pieces.push_back((end != ends.back() ? context.imports() : "") + sites + text);      // the last one defines what all of them name
  }
  std::string initialiser = context.initialiser();

  // One unit keeps what it defines to itself; several share a namespace.
  std::string space = several ? "namespace program::" + module_symbol(module.name) : "namespace";
  std::string open = space + " {\n\n", close = "}  // " + space + "\n";
  ModuleText out;
  out.head = "// " + module.file + " as C++.\n#include \"abi/program.hpp\"\n\nusing namespace py;\n\n";
  std::string typed_declarations, own_declarations;
  for (size_t n = 0; n < module.functions.size(); ++n) {   // may be called by their names before they are defined below
    const ir::Function& f = *module.functions[n];
    if (f.defined_once) own_declarations += "Value " + f.symbol + "(Function* py_self, const Value* py_args);\n";
    if (!context.typed[n]) continue;
    typed_declarations += TypedEmitter::signature(module, f) + ";\n";
    own_declarations += "extern const Code " + f.symbol + "_code;\n";
  }
  if (several) out.head += open + shared_declarations(context) + typed_declarations + "\n" + close;

  std::string first = open;
  first += "const SourceText py_source = {" + string_literal(module.file, 1000) + ", " + string_literal(source) + ", " + std::to_string(source.size()) + "};\n";
  first += claims_table(module);
  first += "Object* py_module;\nDict* py_globals;\n" + context.definitions();
  if (!several) first += "\n" + own_declarations + typed_declarations;
  const std::string& body = module.functions[0]->symbol;
  first += pieces.back() + initialiser + "\n";            // the module's own body is in the last piece
  first += "Value run_module(Object* new_module) {\n  py_module = new_module;\n  py_globals = module_globals(new_module);\n  fill_in_constants();\n  return " + body + "();\n}\n\n" + close + "\n";
  std::string run = several ? "program::" + module_symbol(module.name) + "::run_module" : "run_module";
  first += "extern const py::CompiledModule " + module_symbol(module.name) + ";\nconst py::CompiledModule " + module_symbol(module.name) + " = {" +
           string_literal(module.name, 1000) + ", " + string_literal(module.file, 1000) + ", " + (module.is_package ? "true" : "false") + ", " + run + "};\n";
  out.bodies.push_back(std::move(first));
  for (size_t n = 0; n + 1 < pieces.size(); ++n) out.bodies.push_back(open + pieces[n] + close);
  return out;
}

std::string emit_main(const Program& program) {
  std::string out = "// The program: its modules and main().\n";
  for (const ProgramModule& m : program.compiled) out += "extern const py::CompiledModule " + module_symbol(m.name) + ";\n";
  out += "namespace py::native {\n";
  for (const std::string& name : program.native) out += "extern const ModuleDef " + module_symbol(name) + ";\n";
  out += "}\n\nint main(int argc, char** argv) {\n  static const py::CompiledModule* const compiled[] = {\n";
  for (const ProgramModule& m : program.compiled) out += "      &" + module_symbol(m.name) + ",\n";
  out += "      nullptr};\n  static const py::ModuleDef* const native[] = {\n";
  for (const std::string& name : program.native) out += "      &py::native::" + module_symbol(name) + ",\n";
  out += "      nullptr};\n  return py::run_program(argc, argv, compiled, native);\n}\n";
  return out;
}

}  // namespace portalis::emission
