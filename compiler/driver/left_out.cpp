// Leaving out of WebAssembly programs what they cannot reach.
//
// Most of what a small program would have to bring along is code that only tables lead to: the tables of methods of the
// built-in types, and those types themselves. They are always there, so the linker keeps all of str.title and memoryview.cast for
// a program that prints a line. But a method can be called only by somebody who knows its name, and all names are known here:
// those in the program's text (and in the texts of the modules of the standard library it is compiled with), and those
// the runtime's C++ looks up, which stand as string literals in its objects or are variables of names.def. And a class without instances
// needs no behaviour, unless the program names it.
//
// So before the link, Reach walks from the program's objects through the runtime's, along all pointers but these:
//   - a function in a table of methods (NativeDef, which NativeDef::kind marks), of computed attributes (GetSetDef, which a class points
//     to) or of slots seen as methods (slot_defs) is reached once its name is spoken, by the program or by a literal in what is reached;
//   - a class (Type) is reached once its address is used, or once its name is spoken and a list that holds it is reached: lists of what
//     is made ready at start (TypeTable, which has a mark too) do not use it, nor do comparisons, which are seen by the instruction
//     behind the address;
//   - what classes do for ** (complex numbers, logarithms) and % (formatting) is reached with one of the functions that look for it;
//   - what calling `type` does, making a class, is reached by programs that speak a name by which they could get hold of it, and what
//     slots hold for methods written in Python together with the making of classes;
//   - so is what calling `int` and `float` does, above all reading numbers from texts.
// What was not reached is taken out of a copy of the archive: functions of tables, and all that classes point to but name and base.
// The linker then drops them and what only they need. The entries themselves stay: dir(), hasattr() and suggestions in
// AttributeErrors see a method that is gone, only calling it would be a SystemError.
//
// A program that can make names up (getattr with a name that is no literal, a format string that is none, vars(), ...)
// keeps everything. The rejected ways: link-time optimisation cannot know what is looked up by name; sections that the
// program's names pull in cannot be written in tables, whose order is that of dir().
#include "compiler/driver/left_out.hpp"

#include <algorithm>
#include <cstdlib>

#include "compiler/driver/reach.hpp"

namespace portalis::driver {

namespace {

// ---- archives (ar's format, with GNU's index and long names) ----

constexpr std::string_view archive_magic = "!<arch>\n", wasm_magic = std::string_view("\0asm", 4);
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

std::string leave_out(std::string_view archive, const std::vector<std::string>& program, const SpokenNames& spoken) {
  std::vector<Member> members, others;
  if (spoken.all || !read_archive(archive, members)) return std::string(archive);
  const size_t own = members.size();
  std::vector<std::string_view> files;
  for (const Member& m : members) files.push_back(m.bytes);
  for (const std::string& file : program) {
    others.clear();
    if (!read_archive(file, others)) files.push_back(file);
    for (const Member& m : others) files.push_back(m.bytes);
  }
  std::vector<WasmObject> objects(files.size());
  std::vector<size_t> input_of(files.size(), SIZE_MAX);
  std::vector<Reach::Input> inputs;
  for (size_t i = 0; i < files.size(); ++i) {
    if (objects[i].read(files[i])) {
      input_of[i] = inputs.size();
      inputs.push_back({&objects[i], i >= own});
    } else if (files[i].starts_with(wasm_magic)) {
      return std::string(archive);             // who knows what it uses
    }
  }
  Reach reach(inputs, spoken);
  std::string out(archive_magic);
  size_t index = SIZE_MAX;
  std::vector<std::pair<size_t, size_t>> moves;
  for (size_t i = 0; i < own; ++i) {
    const Member& m = members[i];
    std::vector<const WasmObject::Pointer*> gone;
    if (input_of[i] != SIZE_MAX) gone = reach.unreachable(input_of[i]);
    std::string bytes = gone.empty() ? std::string(m.bytes) : objects[i].without(gone);
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
