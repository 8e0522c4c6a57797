// A module's translation unit, and the program's main().
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

std::string emit_module(const ir::Module& module, std::string_view source) {
  ModuleContext context(module, source);
  choose_typed(context, source);
  Writer functions;
  // Inner functions first: their Code constants are named where they are made.
  for (size_t n = module.functions.size(); n-- > 0;) FunctionEmitter(context, static_cast<uint32_t>(n), functions).emit();

  std::string out = "// " + module.file + " as C++.\n#include \"abi/program.hpp\"\n\nusing namespace py;\n\nnamespace {\n\n";
  out += "const SourceText py_source = {" + string_literal(module.file, 1000) + ", " + string_literal(source) + ", " + std::to_string(source.size()) + "};\n";
  out += "Object* py_module;\nDict* py_globals;\n";
  std::string initialiser = context.initialiser();
  out += context.declarations() + "\n";
  for (size_t n = 0; n < module.functions.size(); ++n) {   // may be called by their names before they are defined below
    const ir::Function& f = *module.functions[n];
    if (f.defined_once) out += "Value " + f.symbol + "(Function* py_self, const Value* py_args);\n";
    if (context.typed[n]) out += TypedEmitter::signature(f) + ";\nextern const Code " + f.symbol + "_code;\n";
  }
  out += functions.text() + initialiser + "\n";
  const std::string& body = module.functions[0]->symbol;
  out += "Value run_module(Object* new_module) {\n  py_module = new_module;\n  py_globals = module_globals(new_module);\n  fill_in_constants();\n  return " + body + "();\n}\n\n}  // namespace\n\n";
  out += "extern const py::CompiledModule " + module_symbol(module.name) + ";\nconst py::CompiledModule " + module_symbol(module.name) + " = {" +
         string_literal(module.name, 1000) + ", " + string_literal(module.file, 1000) + ", " + (module.is_package ? "true" : "false") + ", run_module};\n";
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
