// C++ identifiers and literals.
#include "compiler/emission/naming.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <iterator>

#include "compiler/ir/ir.hpp"

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
    "public", "py", "register", "reinterpret_cast", "requires", "return", "sched_priority", "short", "signed", "sites", "sizeof", "static",
    "static_assert", "static_cast", "std", "stderr", "stdin", "stdout", "struct", "switch", "template", "this",
    "thread_local", "throw", "true", "try", "typedef", "typeid", "typename", "union", "unix", "unsigned", "using",
    "virtual", "void", "volatile", "wchar_t", "while", "xor", "xor_eq"};

// What emitted code calls apart from the operations named like the instructions: a local of that name would hide it.
constexpr std::string_view called[] = {
    "ActiveFrame", "Attempt", "Attempts", "AttributeSite", "Code", "CompiledModule", "Completion", "Delegation", "Dict", "DictPlace", "EachLoop", "EnumerateLoop", "Ellipsis", "Error",
    "False", "Function", "Generator", "GeneratorBody", "GeneratorFrame", "GlobalSite", "HandlingScope", "Held", "ItemsLoop", "List", "MethodSite",
    "Loan", "ModuleDef", "NamedCell", "None", "Object", "Peeked", "Position", "RangeLoop", "Ref", "SourceText", "Str", "True", "Truth",
    "TupleKey", "Undefined", "Value", "ZipLoop", "awaitable", "boolean", "call_unpacked", "constant_bytes", "constant_complex", "constant_float",
    "constant_frozenset", "constant_int", "constant_str", "constant_tuple", "contains_tuple", "decref", "delete_attribute",
    "closure_cell", "delete_free_cell", "delete_global", "delete_item", "delete_local", "delete_name", "delete_own_cell", "delete_slice", "dict_from",
    "dict_of_locals", "dict_set", "exception_matches", "extend_list", "fetch_error", "fill_in_constants",
    "format_value", "get_attribute", "get_item", "get_item_by_tuple", "get_item_inline", "get_slice", "global_sites", "group_begin", "group_end", "group_match", "group_raised",
    "import_from", "import_name", "import_star", "incref", "intern", "invoke", "invoke_append", "invoke_get", "invoke_known", "invoke_known_with_defaults", "invoke_method",
    "invoke_method_with_keywords", "invoke_with_keywords", "join_strings", "keep_class_forever", "keep_forever", "length_at_least",
    "lend_attribute", "lend_free_cell", "lend_global", "lend_item", "lend_item_by_tuple", "lend_local", "lend_own_cell", "length_equals", "list_append_inline", "list_from", "load_free_cell", "load_global", "load_local", "load_name",
    "load_name_or_cell", "load_own_cell", "make_cell", "make_dict", "make_set", "make_type_alias",
    "make_type_variable", "match_class", "match_is_mapping", "match_is_sequence", "match_keys", "match_rest",
    "merge_keywords", "method_sites", "module_globals", "new_function", "new_generator", "not_done", "object_value", "peek_attribute", "raise_assertion",
    "raise_statement", "reraise_caught", "reraise_handled", "run_module", "safepoint", "sent", "set_add",
    "set_attribute", "set_from", "set_item", "set_item_inline", "set_slice", "small_int", "store_annotation", "store_cell", "store_global",
    "store_name", "super_zero_arguments", "to_tuple", "truth_of", "tuple_from", "typed", "unpack", "unpack_star", "unused",
    "update_dict", "update_set", "with_enter", "with_exit", "with_exit_error"};

bool names_an_operation(std::string_view name) {
  for (int op = 0; op <= static_cast<int>(ir::Op::make_type_alias); ++op) {
    if (name == ir::op_name(static_cast<ir::Op>(op))) return true;
  }
  return std::find(std::begin(called), std::end(called), name) != std::end(called);
}

bool starts_with_digits_after(std::string_view name, char first) {
  return name.size() > 1 && name[0] == first && std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Names that look like what identifier() makes of others: "u00e9" for a letter beyond ASCII, "_u_" for two underscores.
bool looks_translated(std::string_view name) {
  if (name.find("_u_") != std::string_view::npos) return true;
  for (size_t at = name.find('u'); at != std::string_view::npos; at = name.find('u', at + 1)) {
    std::string_view digits = name.substr(at + 1, 4);
    if (digits.size() == 4 && digits.find_first_not_of("0123456789abcdef") == std::string_view::npos) return true;
  }
  return false;
}

// The C library's headers define hundreds of names in capitals (INT_MAX, SIGINT, O_APPEND), other ones on each target,
// and more with these prefixes.
bool may_be_a_macro(std::string_view name) {
  bool capitals = name.size() > 1;
  for (char c : name) capitals = capitals && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
  return capitals || name.starts_with("SYS_") || name.starts_with("L_") || name.starts_with("P_");
}

// "stop_1", as the emitter numbers what it needs besides the program's variables.
bool is_numbered(std::string_view name) {
  size_t digits = name.find_last_not_of("0123456789") + 1;
  return digits > 1 && digits < name.size() && name[digits - 1] == '_';
}

// Names the emitter makes up itself.
bool belongs_to_emitter(std::string_view name) {
  for (std::string_view own : {"attempt", "levels", "levels_here", "stage"}) {
    if (name == own) return true;
  }
  for (std::string_view prefix : {"n_", "k_", "b_", "builtin_", "test_", "number_", "py_", "kw_", "error_", "finally_", "exit_", "end_", "handling_", "frame_",
                                  "known_", "loop_", "cells_", "delegation_", "items_", "locals_", "f_", "__"}) {
    if (name.starts_with(prefix)) return true;
  }
  for (std::string_view suffix : {"_", "_argument", "_body", "_bound", "_code", "_cell", "_names", "_cell_names", "_free_names", "_positions"}) {
    if (name.ends_with(suffix)) return true;
  }
  return is_numbered(name) || starts_with_digits_after(name, 'a') || starts_with_digits_after(name, 't') || starts_with_digits_after(name, 'u') || (name.size() > 1 && name[0] == '_' && name[1] >= 'A' && name[1] <= 'Z');
}

}  // namespace

std::string cell_identifier(const std::string& variable) {
  std::string cell = variable + "_cell";
  return names_an_operation(cell) ? variable + "__cell" : cell;
}

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
  bool taken = std::find(std::begin(reserved), std::end(reserved), out) != std::end(reserved) || may_be_a_macro(out) ||
               belongs_to_emitter(out) || names_an_operation(out) || looks_translated(name);
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

std::string real_literal(double d) {
  if (d != d) return "__builtin_nan(\"\")";
  if (d == __builtin_inf()) return "__builtin_inf()";
  if (d == -__builtin_inf()) return "-__builtin_inf()";
  char buffer[40];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, d).ptr;
  std::string out(buffer, end);
  if (out.find_first_of(".en") == std::string::npos) out += ".0";
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
