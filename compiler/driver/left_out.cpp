// Leaving methods out of WebAssembly programs.
//
// Half of what a small program would have to bring along is code that only the tables of methods of the built-in types
// lead to: the types are always there, so the linker keeps all of str.title and bytes.maketrans for a program that
// prints a line. But a method can be called only by somebody who knows its name, and all names are known here: those in
// the program's text (and in the texts of the modules of the standard library it is compiled with), and those the
// runtime's C++ looks up, which stand as string literals in its objects.
//
// So before the link, pointers to functions nobody can name are taken out of a copy of the runtime's archive: relocations
// in NativeDef tables, which those objects mark (NativeDef::kind). The linker then drops the functions and what only they
// need. The entry itself stays: dir(), hasattr() and suggestions in AttributeErrors see the method, only calling it would be
// a SystemError.
//
// A program that can make names up (getattr with a name that is no literal, a format string that is none, vars(), ...)
// keeps everything. The rejected ways: link-time optimisation cannot know what is looked up by name; sections that the
// program's names pull in cannot be written in tables, whose order is that of dir().
#include "compiler/driver/left_out.hpp"

#include <algorithm>
#include <cstdlib>

#include "compiler/driver/wasm_object.hpp"

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
                        "get_referents", "get_referrers", "__dict__", "__getattribute__", "__builtins__", "__import__"}) {
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

// ---- the runtime's method tables, as wasm32 lays them out ----

constexpr uint32_t def_function = 4, def_kind = 16, def_raw_function = 20, def_size = 28, def_mark = 0x64656600;   // NativeDef

// A NativeDef that stands alone may be bound under any name, or called by C++ alone.
bool is_table_entry(const WasmObject& object, const WasmObject::Pointer& name) {
  if (name.segment == WasmObject::nowhere || !name.to_data()) return false;
  std::string_view segment = object.segments[name.segment];
  if (segment.size() == def_size || name.offset + def_size > segment.size()) return false;
  uint32_t kind = 0;
  for (int i = 3; i >= 0; --i) kind = kind << 8 | static_cast<uint8_t>(segment[name.offset + def_kind + static_cast<uint32_t>(i)]);
  return kind >= def_mark && kind < def_mark + 3;
}

// The literals that lead anywhere else than into a table: what C++ may look up, as it is or by the rules of names.def (between
// double underscores, without one at the end).
void add_literals(const WasmObject& object, std::set<std::string, std::less<>>& out) {
  for (const WasmObject::Pointer& p : object.pointers) {
    if (!p.to_data() || is_table_entry(object, p)) continue;
    std::string_view text = object.text(p);
    if (text.empty() || text.size() >= 64) continue;
    for (std::string name : {std::string(text), std::string(text.substr(0, text.size() - text.ends_with('_')))}) {
      out.insert("__" + name + "__");
      out.insert(std::move(name));
    }
  }
}

std::string without_methods(const WasmObject& object, std::string_view bytes, const std::set<std::string, std::less<>>& named) {
  std::vector<const WasmObject::Pointer*> gone;
  for (size_t i = 0; i < object.pointers.size(); ++i) {
    const WasmObject::Pointer& name = object.pointers[i];
    if (!is_table_entry(object, name)) continue;
    std::string_view text = object.text(name);
    if (text.empty() || named.contains(text)) continue;
    for (size_t j = i + 1; j < object.pointers.size() && object.pointers[j].segment == name.segment; ++j) {
      const WasmObject::Pointer& p = object.pointers[j];
      if (p.offset >= name.offset + def_size) break;
      if (p.to_function() && (p.offset == name.offset + def_function || p.offset == name.offset + def_raw_function)) gone.push_back(&p);
    }
  }
  return gone.empty() ? std::string(bytes) : object.without(gone);
}

// ---- archives (ar's format, with GNU's index and long names) ----

constexpr std::string_view archive_magic = "!<arch>\n";
constexpr size_t header_size = 60, header_length = 48;   // offset of the length, ten decimal digits

struct Member {
  size_t at = 0;                               // of the header
  std::string_view header, bytes;
};

bool read_archive(std::string_view archive, std::vector<Member>& out) {
  if (!archive.starts_with(archive_magic)) return false;
  for (size_t at = archive_magic.size(); at < archive.size();) {
    if (archive.size() - at < header_size) return false;
    size_t length = std::strtoull(std::string(archive.substr(at + header_length, 10)).c_str(), nullptr, 10);
    if (length > archive.size() - at - header_size) return false;
    out.push_back({at, archive.substr(at, header_size), archive.substr(at + header_size, length)});
    at += header_size + length + length % 2;
  }
  return true;
}

uint32_t big_endian(std::string_view bytes) {
  uint32_t out = 0;
  for (size_t i = 0; i < 4; ++i) out = out << 8 | static_cast<uint8_t>(bytes[i]);
  return out;
}

// The index says at which offset the member is that defines a symbol.
bool move_index(std::string& index, const std::vector<std::pair<size_t, size_t>>& moves) {
  if (index.size() < 4) return false;
  size_t count = big_endian(index);
  if (index.size() < 4 + 4 * count) return false;
  for (size_t i = 1; i <= count; ++i) {
    size_t old = big_endian(std::string_view(index).substr(4 * i));
    auto move = std::lower_bound(moves.begin(), moves.end(), std::pair<size_t, size_t>{old, 0});
    if (move == moves.end() || move->first != old) return false;
    for (size_t k = 0; k < 4; ++k) index[4 * i + k] = static_cast<char>(move->second >> (24 - 8 * k));
  }
  return true;
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
  return out;
}

std::string leave_out_methods(std::string_view archive, const SpokenNames& spoken) {
  std::vector<Member> members;
  if (spoken.all || !read_archive(archive, members)) return std::string(archive);
  std::set<std::string, std::less<>> named = spoken.names;
  std::vector<WasmObject> objects(members.size());
  std::vector<bool> known(members.size());
  for (size_t i = 0; i < members.size(); ++i) {
    known[i] = objects[i].read(members[i].bytes);
    if (known[i]) add_literals(objects[i], named);
  }
  std::string out(archive_magic);
  size_t index = SIZE_MAX;
  std::vector<std::pair<size_t, size_t>> moves;
  for (size_t i = 0; i < members.size(); ++i) {
    const Member& m = members[i];
    std::string bytes = known[i] ? without_methods(objects[i], m.bytes, named) : std::string(m.bytes);
    if (m.header.starts_with("/ ")) index = out.size();
    moves.push_back({m.at, out.size()});
    std::string length = std::to_string(bytes.size());
    length.resize(10, ' ');
    out.append(m.header.substr(0, header_length)).append(length).append(m.header.substr(header_length + 10)).append(bytes);
    if (bytes.size() % 2) out.push_back('\n');
  }
  if (index != SIZE_MAX) {
    size_t begin = index + header_size;
    std::string text = out.substr(begin, members[0].bytes.size());
    if (!members[0].header.starts_with("/ ") || !move_index(text, moves)) return std::string(archive);
    out.replace(begin, text.size(), text);
  }
  return out;
}

}  // namespace portalis::driver
