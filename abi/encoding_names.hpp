// The spelling of encodings' names (CPython's encodings.normalize_encoding), for both halves.
#pragma once

#include <string>
#include <string_view>

namespace portalis {

// "ISO-8859-2" -> "iso_8859_2".
inline std::string normalized_encoding(std::string_view name) {
  std::string out;
  bool gap = false;
  for (char c : name) {
    bool big = c >= 'A' && c <= 'Z';
    if (!big && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += '_';
    gap = false;
    out += static_cast<char>(big ? c + ('a' - 'A') : c);
  }
  return out;
}

// Is `name` one of the names in a list that has blanks between them?
inline bool is_among(std::string_view list, std::string_view name) {
  for (size_t at = list.find(name); at != list.npos && !name.empty(); at = list.find(name, at + 1)) {
    size_t end = at + name.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

}  // namespace portalis
