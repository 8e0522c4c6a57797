// Finds the declared encoding and converts to UTF-8: UTF-8, ASCII and Latin-1 here, the others by the
// C library's iconv.
#include "compiler/source/decoding.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iconv.h>

namespace portalis {

namespace {

using std::string;
using std::string_view;

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

// What PEP 263's pattern  ^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)  finds, or nothing.
string_view declared_encoding(string_view line) {
  std::size_t at = line.find_first_not_of(" \t\f");
  if (at == string_view::npos || line[at] != '#') return {};
  while ((at = line.find("coding", at)) != string_view::npos) {
    at += 6;
    if (at >= line.size() || (line[at] != ':' && line[at] != '=')) continue;
    std::size_t first = line.find_first_not_of(" \t", at + 1);
    if (first == string_view::npos) return {};
    std::size_t last = first;
    while (last < line.size() && is_name_char(line[last])) ++last;
    if (last > first) return line.substr(first, last - first);
  }
  return {};
}

bool is_blank_or_comment(string_view line) {
  std::size_t at = line.find_first_not_of(" \t\f");
  return at == string_view::npos || line[at] == '#';
}

string_view take_line(string_view& rest) {
  std::size_t end = rest.find_first_of("\r\n");
  string_view line = rest.substr(0, end);
  if (end == string_view::npos) {
    rest = {};
  } else {
    bool two = rest[end] == '\r' && end + 1 < rest.size() && rest[end + 1] == '\n';
    rest.remove_prefix(end + (two ? 2 : 1));
  }
  return line;
}

string lower_with_hyphens(string_view name) {
  string out;
  for (char c : name) out += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

bool starts_with_name(const string& name, string_view prefix) { return name == prefix || name.rfind(string(prefix) + "-", 0) == 0; }

// CPython's get_normal_name: only these two families are renamed.
string normalised(string_view name) {
  string lowered = lower_with_hyphens(name);
  if (starts_with_name(lowered, "utf-8")) return "utf-8";
  if (starts_with_name(lowered, "latin-1") || starts_with_name(lowered, "iso-8859-1") || starts_with_name(lowered, "iso-latin-1") ||
      lowered == "latin1" || lowered == "l1")
    return "iso-8859-1";
  return string(name);
}

std::uint32_t line_of(string_view text, std::size_t offset) {
  return 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

string hex_byte(char c) {
  const char* digits = "0123456789abcdef";
  unsigned byte = static_cast<unsigned char>(c);
  return {digits[byte >> 4], digits[byte & 15]};
}

void append_latin1(string& out, string_view bytes) {
  for (char c : bytes) {
    unsigned byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0 | byte >> 6);
      out += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
}

enum class Conversion { Done, UnknownEncoding, BadBytes };

Conversion convert(string_view bytes, const string& encoding, string& out, std::size_t& bad_at) {
  string name = lower_with_hyphens(encoding);
  if (name == "mac-roman") name = "macintosh";
  iconv_t converter = iconv_open("UTF-8", name.c_str());
  if (converter == iconv_t(-1)) {
    std::replace(name.begin(), name.end(), '-', '_');
    converter = iconv_open("UTF-8", name.c_str());
  }
  if (converter == iconv_t(-1)) return Conversion::UnknownEncoding;
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  Conversion result = Conversion::Done;
  while (left > 0) {
    char block[4096];
    char* to = block;
    std::size_t room = sizeof block;
    std::size_t done = iconv(converter, &in, &left, &to, &room);
    out.append(block, static_cast<std::size_t>(to - block));
    if (done == std::size_t(-1) && errno != E2BIG) {
      bad_at = bytes.size() - left;
      result = Conversion::BadBytes;
      break;
    }
  }
  iconv_close(converter);
  return result;
}

void normalise_newlines(string& text) {
  if (text.find('\r') == string::npos) return;
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    char c = text[from];
    if (c == '\r') {
      if (from + 1 < text.size() && text[from + 1] == '\n') continue;
      c = '\n';
    }
    text[to++] = c;
  }
  text.resize(to);
}

// CPython's reason for what find_invalid_utf8 found at `at`.
const char* why_invalid(string_view text, std::size_t at) {
  unsigned lead = static_cast<unsigned char>(text[at]);
  if (lead < 0xC2 || lead > 0xF4) return "invalid start byte";
  std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  for (std::size_t i = 1; i < size; ++i) {
    if (at + i == text.size()) return "unexpected end of data";
    if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) break;
  }
  return "invalid continuation byte";
}

string not_utf8(string_view text, std::size_t at, string_view path, bool declared) {
  if (declared)
    return "(unicode error) 'utf-8' codec can't decode byte 0x" + hex_byte(text[at]) + " in position " + std::to_string(at) + ": " +
           why_invalid(text, at);
  return "Non-UTF-8 code starting with '\\x" + hex_byte(text[at]) + "' in file " + string(path) + " on line " +
         std::to_string(line_of(text, at)) + ", but no encoding declared; see https://peps.python.org/pep-0263/ for details";
}

}  // namespace

std::size_t find_invalid_utf8(string_view text) {
  const auto* s = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t size = text.size();
  std::size_t i = 0;
  while (i < size) {
    if (i + 8 <= size) {
      std::uint64_t word;
      std::memcpy(&word, s + i, 8);
      if ((word & 0x8080808080808080u) == 0) {
        i += 8;
        continue;
      }
    }
    unsigned lead = s[i];
    if (lead < 0x80) {
      ++i;
      continue;
    }
    std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || i + more >= size) return i;
    for (std::size_t k = 1; k <= more; ++k)
      if ((s[i + k] & 0xC0) != 0x80) return i;
    bool overlong = (lead == 0xE0 && s[i + 1] < 0xA0) || (lead == 0xF0 && s[i + 1] < 0x90);
    bool surrogate = lead == 0xED && s[i + 1] >= 0xA0;
    bool too_large = lead == 0xF4 && s[i + 1] >= 0x90;
    if (overlong || surrogate || too_large) return i;
    i += 1 + more;
  }
  return string_view::npos;
}

DecodedSource decode_source(string_view bytes, string_view path) {
  DecodedSource result;
  result.encoding = "utf-8";
  bool bom = bytes.substr(0, 3) == "\xEF\xBB\xBF";
  if (bom) bytes.remove_prefix(3);

  string_view rest = bytes;
  string_view first = take_line(rest);
  string_view name = declared_encoding(first);
  std::uint32_t name_line = 1;
  if (name.empty() && is_blank_or_comment(first)) {
    name = declared_encoding(take_line(rest));
    name_line = 2;
  }
  // CPython knows "utf8" as a codec, but not as a name for what a byte order mark says.
  bool plain_utf8 = lower_with_hyphens(name) == "utf8";
  if (!name.empty()) result.encoding = plain_utf8 ? "utf-8" : normalised(name);
  auto fail = [&](string message, std::uint32_t line) {
    result.error = std::move(message);
    result.error_line = line;
    return result;
  };
  if (bom && (result.encoding != "utf-8" || plain_utf8)) return fail("encoding problem: " + result.encoding + " with BOM", name_line);

  if (result.encoding == "utf-8") {
    std::size_t bad = find_invalid_utf8(bytes);
    if (bad != string_view::npos) return fail(not_utf8(bytes, bad, path, !name.empty()), line_of(bytes, bad));
    result.text = string(bytes);
  } else if (result.encoding == "iso-8859-1") {
    append_latin1(result.text, bytes);
  } else {
    std::size_t bad = 0;
    switch (convert(bytes, result.encoding, result.text, bad)) {
      case Conversion::Done: break;
      case Conversion::UnknownEncoding: return fail("encoding problem: " + string(name), name_line);
      case Conversion::BadBytes: return fail("encoding problem: " + string(name), line_of(bytes, bad));
    }
  }
  if (std::size_t zero = result.text.find('\0'); zero != string::npos)
    return fail("source code cannot contain null bytes", line_of(result.text, zero));
  normalise_newlines(result.text);
  return result;
}

}  // namespace portalis
