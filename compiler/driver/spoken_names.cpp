// Which names a program has in its text, and whether it can make others up.
#include "abi/encoding_names.hpp"
#include "compiler/driver/left_out.hpp"

namespace portalis::driver {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The module operator has its functions under two names each, with and without double underscores ("__and__", "and_").
void add_name(std::string_view name, std::set<std::string, std::less<>>& out) {
  out.emplace(name);
  if (name.size() < 5 || !name.starts_with("__") || !name.ends_with("__")) return;
  std::string inner(name.substr(2, name.size() - 4));
  out.insert(inner + "_");
  out.insert(std::move(inner));
}

// Every run of letters: literals are also format strings ("{0.real}") and dotted names.
void add_words(std::string_view text, std::set<std::string, std::less<>>& out) {
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    while (end < text.size() && (is_letter(text[end]) || (end > i && is_digit(text[end])))) ++end;
    if (end > i) add_name(text.substr(i, end - i), out);
    i = end > i ? end : i + 1;
  }
}

// With these a program reaches attributes whose names stand nowhere.
bool makes_names_up(std::string_view name) {
  for (const char* n : {"vars", "eval", "exec", "attrgetter", "methodcaller", "vformat", "Formatter", "import_module", "get_objects",
                        "get_referents", "__subclasses__", "get_referrers", "__dict__", "__getattribute__", "__builtins__", "__import__"}) {
    if (name == n) return true;
  }
  return false;
}

bool makes_names_up(const ir::Instruction& i, const ir::Module& module) {
  if (i.op == ir::Op::import_star) return true;      // and then globals()[...]
  if (i.name == ir::no_index) return false;
  const std::string& name = module.names[i.name];
  auto literal = [&](size_t n) { return i.operands.size() > n && i.operands[n].kind == ir::Operand::constant; };
  switch (i.op) {
    case ir::Op::store_global: case ir::Op::store_name: case ir::Op::delete_global: case ir::Op::delete_name:
    case ir::Op::store_annotation: case ir::Op::build_class:
      return false;
    case ir::Op::call_builtin:
      if (name == "getattr") return !literal(1);
      break;
    case ir::Op::call_method: case ir::Op::get_attribute:
      if (name == "format" || name == "format_map") return !literal(0);
      break;
    default: break;
  }
  return name == "getattr" || makes_names_up(name);
}

bool makes_names_up(const ir::Block& block, const ir::Module& module) {
  for (const ir::Statement& s : block) {
    if (makes_names_up(s.instruction, module) || makes_names_up(s.a, module) || makes_names_up(s.b, module) || makes_names_up(s.c, module)) return true;
  }
  return false;
}

// A name of one of the encodings with tables?
bool is_code_page(std::string_view text) {
  const std::string spelling = portalis::normalized_encoding(text);
  for (std::string_view names : {
#define PORTALIS_CODE_PAGE(name, names, first, at) std::string_view(names),
#include "abi/code_pages.def"
#undef PORTALIS_CODE_PAGE
       })
    if (portalis::is_among(names, spelling)) return true;
  return false;
}

// Is something called with an encoding whose name does not stand there?
bool takes_any_encoding(const ir::Instruction& i, const ir::Module& module) {
  auto is_open = [&](size_t n) { return i.operands.size() > n && i.operands[n].kind != ir::Operand::constant; };
  bool calls = i.op == ir::Op::call || i.op == ir::Op::call_method || i.op == ir::Op::call_builtin;
  for (size_t k = 0; calls && k < i.list.size(); ++k)
    if (module.names[i.list[k]] == "encoding" && is_open(i.operands.size() - i.list.size() + k)) return true;
  if (i.name == ir::no_index || !calls || i.op == ir::Op::call) return false;
  std::string_view name = module.names[i.name];
  if (i.op == ir::Op::call_method) return (name == "encode" || name == "decode") && is_open(1);
  return (name == "str" || name == "bytes" || name == "bytearray") && is_open(1);
}

bool takes_any_encoding(const ir::Block& block, const ir::Module& module) {
  for (const ir::Statement& s : block) {
    if (takes_any_encoding(s.instruction, module)) return true;
    for (const ir::Block* inner : {&s.a, &s.b, &s.c})
      if (takes_any_encoding(*inner, module)) return true;
  }
  return false;
}

// May the program ask for such an encoding? What the standard library asks for comes from the program, or is utf-8.
bool may_use_code_pages(const ModuleGraph& graph) {
  for (const LoadedModule& m : graph.modules) {
    if (m.name == "codecs") return true;
    if (m.is_library) continue;
    for (const ir::Constant& c : m.ir->constants)
      if (c.kind == ir::Constant::string && is_code_page(c.text)) return true;
    for (const auto& f : m.ir->functions)
      if (takes_any_encoding(f->body, *m.ir)) return true;
  }
  return false;
}

}  // namespace

SpokenNames spoken_names(const ModuleGraph& graph) {
  SpokenNames out;
  for (const LoadedModule& m : graph.modules) {
    for (const std::string& name : m.ir->names) add_words(name, out.names);
    for (const ir::Constant& c : m.ir->constants) {
      if (c.kind == ir::Constant::string) add_words(c.text, out.names);
    }
    for (const auto& f : m.ir->functions) out.all = out.all || makes_names_up(f->body, *m.ir);
  }
  if (may_use_code_pages(graph)) out.names.emplace("code page");   // what leads to the tables: runtime/types/code_page_list.hpp
  return out;
}

}  // namespace portalis::driver
