// C++ identifiers and literals.
#include "compiler/emission/naming.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iterator>

namespace portalis::emission {
namespace {

// Keywords, alternative tokens, and the macros that the C and C++ headers under abi/program.hpp may define.
constexpr std::string_view reserved[] = {
    "EOF", "NAN", "INFINITY", "NULL", "alignas", "alignof", "and", "and_eq", "asm", "assert", "auto", "bitand", "bitor",
    "bool", "break", "case", "catch", "char", "char16_t", "char32_t", "char8_t", "class", "co_await", "co_return",
    "co_yield", "compl", "concept", "const", "const_cast", "consteval", "constexpr", "constinit", "continue", "decltype",
    "default", "delete", "do", "double", "dynamic_cast", "else", "enum", "errno", "explicit", "export", "extern", "false",
    "float", "for", "frame", "friend", "gen", "goto", "if", "inline", "int", "linux", "long", "main", "mutable",
    "namespace", "new", "noexcept", "not", "not_eq", "nullptr", "operator", "or", "or_eq", "private", "protected",
    "public", "py", "register", "reinterpret_cast", "requires", "return", "short", "signed", "sites", "sizeof", "static",
    "static_assert", "static_cast", "std", "stderr", "stdin", "stdout", "struct", "switch", "template", "this",
    "thread_local", "throw", "true", "try", "typedef", "typeid", "typename", "union", "unix", "unsigned", "using",
    "virtual", "void", "volatile", "wchar_t", "while", "xor", "xor_eq"};

bool starts_with_digits_after(std::string_view name, char first) {
  return name.size() > 1 && name[0] == first && std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Names the emitter makes up itself.
bool belongs_to_emitter(std::string_view name) {
  for (std::string_view prefix : {"n_", "k_", "b_", "py_", "kw_", "error_", "finally_", "exit_", "end_", "handling_", "frame_",
                                  "known_", "loop_", "cells_", "__"}) {
    if (name.starts_with(prefix)) return true;
  }
  for (std::string_view suffix : {"_", "_code", "_cell", "_body", "_names", "_positions"}) {
    if (name.ends_with(suffix)) return true;
  }
  return starts_with_digits_after(name, 't') || starts_with_digits_after(name, 'u') || (name.size() > 1 && name[0] == '_' && name[1] >= 'A' && name[1] <= 'Z');
}

}  // namespace

std::string identifier(std::string_view name) {
  std::string out;
  for (size_t i = 0; i < name.size();) {
    unsigned char c = name[i];
    if (c < 0x80) {
      out += static_cast<char>(c == '.' || c == '<' || c == '>' ? '_' : c);
      ++i;
      continue;
    }
    int extra = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
    uint32_t point = c & (0x3f >> extra);
    for (int k = 1; k <= extra && i + k < name.size(); ++k) point = point << 6 | (static_cast<unsigned char>(name[i + k]) & 0x3f);
    char hex[16];
    std::snprintf(hex, sizeof hex, "u%04x", point);
    out += hex;
    i += extra + 1;
  }
  bool taken = std::find(std::begin(reserved), std::end(reserved), out) != std::end(reserved) || belongs_to_emitter(out);
  if (out.starts_with("__") || (out.size() > 1 && out[0] == '_' && out[1] >= 'A' && out[1] <= 'Z')) out = "d" + out;
  for (size_t at = out.find("__"); at != std::string::npos; at = out.find("__", at)) out.replace(at, 2, "_u_");
  return taken ? out + "_" : out;
}

std::string identifier_tail(std::string_view text) {
  std::string out;
  for (char c : text.substr(0, 24)) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain) out += c;
    else if (!out.empty() && out.back() != '_') out += '_';
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

std::string string_literal(std::string_view bytes, size_t width, std::string_view indent) {
  std::string out = "\"";
  size_t column = 0;
  bool several = false;
  for (size_t i = 0; i < bytes.size(); ++i) {
    unsigned char c = bytes[i];
    char buffer[8];
    const char* piece = buffer;
    switch (c) {
      case '\n': piece = "\\n"; break;
      case '\t': piece = "\\t"; break;
      case '\r': piece = "\\r"; break;
      case '"': piece = "\\\""; break;
      case '\\': piece = "\\\\"; break;
      case '?': piece = "\\?"; break;
      default:
        if (c < 0x20 || c == 0x7f) std::snprintf(buffer, sizeof buffer, "\\%03o", c);
        else buffer[0] = static_cast<char>(c), buffer[1] = 0;
    }
    out += piece;
    ++column;
    bool at_character_end = i + 1 == bytes.size() || (static_cast<unsigned char>(bytes[i + 1]) & 0xc0) != 0x80;
    if (i + 1 < bytes.size() && at_character_end && (c == '\n' || column >= width)) {
      out += "\"\n";
      out += indent;
      out += '"';
      column = 0;
      several = true;
    }
  }
  out += '"';
  return several ? "\n" + std::string(indent) + out : out;
}

}  // namespace portalis::emission
